#include "csv/dates.h"

#include "base/ascii.h"
#include "csv/damage.h"
#include "model/date_read.h"

#include <string.h>

static dsg_date_habit habit_of(const dsg_cursor *cursor) {
    const dsg_format *format = cursor->file->format;
    return (dsg_date_habit){.style = format->dates, .latest_year = format->latest_year};
}

/* Where a time of day begins, with what stands before it; NULL: there is none. */
static const char *time_in(const char *moment) {
    for (const char *at = moment; *at != '\0' && at - moment < DSG_DATE_WORDS; at++) {
        if ((at[0] == 'T' || at[0] == ' ') && dsg_is_digit(at[1]) && dsg_is_digit(at[2]) && at[3] == ':')
            return at;
    }
    return NULL;
}

static dsg_date_fault read(const dsg_cursor *cursor, const char *text, desig_date *date) {
    const dsg_date_habit habit = habit_of(cursor);
    const char *time = time_in(text);
    const dsg_date_text whole = {text, text + strlen(text)};
    const dsg_date_fault fault = dsg_date_read(whole, &habit, date);
    if (fault == DSG_DATE_FINE || !time) return fault;
    return dsg_date_read((dsg_date_text){text, time}, &habit, date);
}

/* A birth's year that calendars of our time count otherwise is no year of the Gregorian one. */
static dsg_date_fault read_of_our_time(const dsg_cursor *cursor, const char *text, desig_date *date) {
    desig_date born;
    const dsg_date_fault fault = read(cursor, text, &born);
    if (fault != DSG_DATE_FINE) return fault;
    if (!dsg_date_is_of_our_time(&born)) return DSG_DATE_OTHER_CALENDAR;
    *date = born;
    return DSG_DATE_FINE;
}

static desig_result tell(dsg_cursor *cursor, size_t column, const char *text, dsg_date_fault fault,
                         desig_severity severity) {
    const int is_error = severity == DESIG_SEVERITY_ERROR;
    const dsg_damage damage = dsg_damage_of_date(text, fault, is_error ? "bad-date" : "unread-date");
    return dsg_diagnose(cursor, severity, damage.check, column, "%s; kept as it stands: \"%s\"", damage.what,
                        text);
}

desig_result dsg_read_date(dsg_cursor *cursor, size_t column, const char *text, desig_date *date) {
    const dsg_date_fault fault = read(cursor, text, date);
    return fault == DSG_DATE_FINE ? DESIG_OK : tell(cursor, column, text, fault, DESIG_SEVERITY_WARNING);
}

static desig_result add_each(dsg_cursor *cursor, const desig_fact *fact, dsg_date_list *dates,
                             const dsg_date_habit *habit) {
    desig_result result = DESIG_OK;
    while (result == DESIG_OK && dsg_date_list_next(dates, habit)) {
        desig_fact one = *fact;
        const size_t length = (size_t)(dates->words.end - dates->words.at);
        one.from = dates->date;
        if (!one.note) one.note = fact->value;
        result = dsg_keep(cursor, dates->words.at, length, &one.value);
        if (result == DESIG_OK) result = dsg_add_fact(cursor, &one);
    }
    return result;
}

desig_result dsg_add_dated(dsg_cursor *cursor, size_t column, const desig_fact *fact,
                           desig_severity severity) {
    const dsg_date_habit habit = habit_of(cursor);
    desig_fact one = *fact;
    dsg_date_list dates;
    const dsg_date_fault fault = read_of_our_time(cursor, fact->value, &one.from);
    if (fault == DSG_DATE_FINE) return dsg_add_fact(cursor, &one);
    if (fault != DSG_DATE_OTHER_CALENDAR && dsg_date_list_begin(&dates, fact->value, &habit))
        return add_each(cursor, fact, &dates, &habit);
    const desig_result result = tell(cursor, column, fact->value, fault, severity);
    return result == DESIG_OK ? dsg_add_fact(cursor, &one) : result;
}
