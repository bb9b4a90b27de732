/* Birth dates of the EU's list: a date, its parts in columns of their own, or a range of years; with or
 * without `circa`, in one calendar or another. */
#include "csv/formats/eu/fsf.h"

#include "model/date.h"
#include "model/date_read.h"

/* ---- Words ---- */

static int is_one_of(dsg_piece cell, const char *const *words) {
    while (*words && !dsg_piece_is(cell, *words)) words++;
    return *words != NULL;
}

static const char *const yes[] = {"true", "yes", "1", NULL};
static const char *const no[] = {"", "false", "no", "0", NULL};
static const char *const gregorian[] = {"", "gregorian", NULL};

/* ---- Texts of dates ---- */

/* A part as it stands, with a zero before a single digit. */
static desig_result append_part(dsg_buffer *text, const char *before, dsg_piece part) {
    desig_result result = dsg_buffer_append_text(text, before);
    if (result == DESIG_OK && part.length == 1) result = dsg_buffer_append(text, "0", 1);
    return result == DESIG_OK ? dsg_buffer_append(text, part.bytes, part.length) : result;
}

static desig_result append_end(dsg_buffer *text, dsg_piece year, int circa) {
    desig_result result = year.length == 0 ? dsg_buffer_append_text(text, "..")
                                           : dsg_buffer_append(text, year.bytes, year.length);
    return result == DESIG_OK && circa && year.length > 0 ? dsg_buffer_append(text, "~", 1) : result;
}

/* Year, month and day, as far as they are given. */
static desig_result write_parts(const dsg_cursor *cursor, int circa, dsg_buffer *text) {
    dsg_piece month = dsg_text_of(cursor, EU_BIRTH_MONTH), day = dsg_text_of(cursor, EU_BIRTH_DAY);
    dsg_piece year = dsg_text_of(cursor, EU_BIRTH_YEAR);
    desig_result result = dsg_buffer_append(text, year.bytes, year.length);
    if (result == DESIG_OK && (month.length > 0 || day.length > 0)) result = append_part(text, "-", month);
    if (result == DESIG_OK && day.length > 0) result = append_part(text, "-", day);
    return result == DESIG_OK && circa && text->length > 0 ? dsg_buffer_append(text, "~", 1) : result;
}

static desig_result write_range(const dsg_cursor *cursor, int circa, dsg_buffer *text) {
    dsg_piece from = dsg_text_of(cursor, EU_BIRTH_FROM), to = dsg_text_of(cursor, EU_BIRTH_TO);
    desig_result result;
    if (from.length == 0 && to.length == 0) return DESIG_OK;
    result = append_end(text, from, circa);
    if (result == DESIG_OK) result = dsg_buffer_append(text, "/", 1);
    return result == DESIG_OK ? append_end(text, to, circa) : result;
}

static desig_result write_whole(const dsg_cursor *cursor, int circa, dsg_buffer *text) {
    dsg_piece whole = dsg_text_of(cursor, EU_BIRTH_DATE);
    desig_result result = dsg_buffer_append(text, whole.bytes, whole.length);
    return result == DESIG_OK && circa && whole.length > 0 ? dsg_buffer_append(text, "~", 1) : result;
}

/* ---- One date ---- */

/* In which ways a row may give a date. */
static const struct way {
    desig_result (*write)(const dsg_cursor *cursor, int circa, dsg_buffer *text);
    size_t label; /* the rule of the column under whose name it stands */
} ways[] = {
    {write_whole, EU_BIRTH_DATE},
    {write_parts, EU_BIRTH_YEAR},
    {write_range, EU_BIRTH_FROM},
};

enum { WHOLE, PARTS, WAYS = sizeof ways / sizeof ways[0] };

typedef struct birth {
    const char *text; /* kept; NULL: the row does not give it in this way */
    desig_date date;
} birth;

/* Days of another calendar are not read. */
static desig_result read_birth(dsg_cursor *cursor, const struct way *way, int circa, int is_gregorian,
                               birth *born) {
    dsg_buffer *text = &cursor->import->scratch;
    desig_result result;
    *born = (birth){NULL, {0}};
    text->length = 0;
    result = way->write(cursor, circa, text);
    if (result != DESIG_OK || text->length == 0) return result;
    result = dsg_keep(cursor, text->bytes, text->length, &born->text);
    if (result != DESIG_OK || !is_gregorian) return result;
    return dsg_read_date(cursor, dsg_column_of(cursor, way->label), born->text, &born->date);
}

static desig_result add_birth(dsg_cursor *cursor, const struct way *way, const birth *born,
                              dsg_piece calendar) {
    dsg_eu_state *state = dsg_eu_state_of(cursor->import);
    desig_fact fact = {.type = DESIG_FACT_BIRTH_DATE,
                       .value = born->text,
                       .from = born->date,
                       .group = state->blocks[EU_OF_BIRTH].group,
                       .label = cursor->file->format->rules[way->label].column};
    desig_result result = dsg_keep_piece(cursor, calendar, &fact.note);
    state->blocks[EU_OF_BIRTH].is_told = 1;
    return result == DESIG_OK ? dsg_add_fact(cursor, &fact) : result;
}

/* ---- What they say together ---- */

static int is_within(const desig_date *inner, const desig_date *outer) {
    return outer->first <= inner->first && inner->last <= outer->last;
}

/* The whole date and its parts say the same, or one says less: then it says nothing of its own. Where they
 * contradict each other, one of them is of a calendar that the row does not name, and neither is believed. */
static desig_result reconcile(dsg_cursor *cursor, birth *whole, birth *parts) {
    if (!dsg_date_is_known(&whole->date) || !dsg_date_is_known(&parts->date)) return DESIG_OK;
    if (is_within(&whole->date, &parts->date)) {
        parts->text = NULL;
        return DESIG_OK;
    }
    if (is_within(&parts->date, &whole->date)) {
        whole->text = NULL;
        return DESIG_OK;
    }
    whole->date = parts->date = (desig_date){0};
    return dsg_diagnose(cursor, DESIG_SEVERITY_WARNING, "contradictory-date",
                        dsg_column_of(cursor, EU_BIRTH_YEAR),
                        "the date and its parts are not of one day; both are kept as they stand");
}

/* A year that no calendar of our time counts so is not believed either, whatever the row calls it. */
static desig_result judge_years(dsg_cursor *cursor, birth born[WAYS]) {
    desig_result result = DESIG_OK;
    for (size_t way = 0; result == DESIG_OK && way < WAYS; way++) {
        if (!dsg_date_is_known(&born[way].date) || dsg_date_is_of_our_time(&born[way].date)) continue;
        born[way].date = (desig_date){0};
        result = dsg_diagnose(
            cursor, DESIG_SEVERITY_WARNING, "other-calendar", dsg_column_of(cursor, ways[way].label),
            "a year of another calendar, or a wrong one; kept as it stands: \"%s\"", born[way].text);
    }
    return result;
}

static desig_result judge(dsg_cursor *cursor, birth born[WAYS], int is_gregorian) {
    if (is_gregorian) {
        const desig_result result = reconcile(cursor, &born[WHOLE], &born[PARTS]);
        return result == DESIG_OK ? judge_years(cursor, born) : result;
    }
    return dsg_diagnose(cursor, DESIG_SEVERITY_NOTE, "other-calendar",
                        dsg_column_of(cursor, EU_BIRTH_CALENDAR),
                        "a date of another calendar is kept as it stands");
}

/* What is said of a date, where there is none or the word is not known. */
static desig_result keep_words(dsg_cursor *cursor, int has_date, int is_gregorian) {
    dsg_piece circa = dsg_text_of(cursor, EU_BIRTH_CIRCA);
    int is_circa_said = has_date ? is_one_of(circa, yes) || is_one_of(circa, no) : is_one_of(circa, no);
    desig_result result = DESIG_OK;
    if (!has_date && !is_gregorian)
        result = dsg_eu_add_cell(cursor, EU_BIRTH_CALENDAR, EU_OF_BIRTH, DESIG_FACT_OTHER);
    if (result != DESIG_OK || is_circa_said) return result;
    return dsg_eu_add_cell(cursor, EU_BIRTH_CIRCA, EU_OF_BIRTH, DESIG_FACT_OTHER);
}

desig_result dsg_eu_add_birth(dsg_cursor *cursor) {
    dsg_piece calendar = dsg_text_of(cursor, EU_BIRTH_CALENDAR);
    int is_circa = is_one_of(dsg_text_of(cursor, EU_BIRTH_CIRCA), yes);
    int is_gregorian = is_one_of(calendar, gregorian), has_date = 0;
    birth born[WAYS];
    desig_result result = DESIG_OK;
    if (is_gregorian) calendar.length = 0;
    for (size_t way = 0; result == DESIG_OK && way < WAYS; way++) {
        result = read_birth(cursor, &ways[way], is_circa, is_gregorian, &born[way]);
        has_date |= born[way].text != NULL;
    }
    if (result == DESIG_OK && has_date) result = judge(cursor, born, is_gregorian);
    for (size_t way = 0; result == DESIG_OK && way < WAYS; way++) {
        if (born[way].text) result = add_birth(cursor, &ways[way], &born[way], calendar);
    }
    return result == DESIG_OK ? keep_words(cursor, has_date, is_gregorian) : result;
}
