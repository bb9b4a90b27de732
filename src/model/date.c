#include "model/date.h"
#include "model/calendar.h"

#include <stdio.h>

/* One end of a date, as its source says it: without the widening of an approximate end. */
static int64_t unwidened(int32_t day, uint8_t precision, uint8_t approximate, int outwards) {
    const int64_t unit = dsg_unit_of_day((desig_precision)precision, day);
    return approximate ? unit - outwards : unit;
}

/* Returns the number of bytes written. */
static size_t write_unit(char *text, size_t room, uint8_t precision, int64_t unit, uint8_t approximate) {
    if (precision == DESIG_PRECISION_NONE) return (size_t)snprintf(text, room, "..");
    const dsg_civil civil = dsg_civil_of_day(dsg_comparable_first_day((desig_precision)precision, unit));
    size_t length = (size_t)snprintf(text, room, "%04lld", (long long)civil.year);
    if (precision >= DESIG_PRECISION_MONTH)
        length += (size_t)snprintf(text + length, room - length, "-%02d", civil.month);
    if (precision >= DESIG_PRECISION_DAY)
        length += (size_t)snprintf(text + length, room - length, "-%02d", civil.day);
    if (approximate) length += (size_t)snprintf(text + length, room - length, "~");
    return length;
}

char *desig_date_format(const desig_date *date, char text[DESIG_DATE_TEXT]) {
    text[0] = '\0';
    if (!dsg_date_is_known(date)) return text;
    const int64_t first = unwidened(date->first, date->first_precision, date->first_approximate, -1);
    const int64_t last = unwidened(date->last, date->last_precision, date->last_approximate, 1);
    const size_t length =
        write_unit(text, DESIG_DATE_TEXT, date->first_precision, first, date->first_approximate);
    const int one_unit = first == last && date->first_precision == date->last_precision &&
                         !date->first_approximate == !date->last_approximate;
    if (one_unit) return text;
    text[length] = '/';
    write_unit(text + length + 1, DESIG_DATE_TEXT - length - 1, date->last_precision, last,
               date->last_approximate);
    return text;
}

desig_answer desig_date_before(const desig_date *a, const desig_date *b) {
    if (a->last_precision != DESIG_PRECISION_NONE && b->first_precision != DESIG_PRECISION_NONE &&
        a->last < b->first)
        return DESIG_YES;
    if (a->first_precision != DESIG_PRECISION_NONE && b->last_precision != DESIG_PRECISION_NONE &&
        a->first >= b->last)
        return DESIG_NO;
    return DESIG_CANNOT_BE_KNOWN;
}

desig_result desig_date_make(int year, unsigned month, unsigned day, desig_date *out) {
    desig_precision precision;
    int64_t unit;
    if (!out) return DESIG_E_ARGUMENT;
    if (month > 12 || day > 31) return DESIG_E_DATE;
    if (!dsg_unit_of_civil(&(dsg_civil){.year = year, .month = (int)month, .day = (int)day}, &precision,
                           &unit))
        return DESIG_E_DATE;
    *out = (desig_date){.first = (int32_t)dsg_comparable_first_day(precision, unit),
                        .last = (int32_t)(dsg_comparable_first_day(precision, unit + 1) - 1),
                        .first_precision = (uint8_t)precision,
                        .last_precision = (uint8_t)precision};
    return DESIG_OK;
}

int desig_date_is_day(const desig_date *date, int32_t *day) {
    if (date->first_precision != DESIG_PRECISION_DAY || date->last_precision != DESIG_PRECISION_DAY ||
        date->first_approximate || date->last_approximate || date->first != date->last)
        return 0;
    if (day) *day = date->first;
    return 1;
}

static int same(const desig_date *a, const desig_date *b) {
    return a->first == b->first && a->last == b->last && a->first_precision == b->first_precision &&
           a->last_precision == b->last_precision && a->first_approximate == b->first_approximate &&
           a->last_approximate == b->last_approximate;
}

int dsg_date_normalise(desig_date *date) {
    char text[DESIG_DATE_TEXT];
    desig_date read;
    if (date->first_precision == DESIG_PRECISION_NONE) {
        date->first = 0;
        date->first_approximate = 0;
    }
    if (date->last_precision == DESIG_PRECISION_NONE) {
        date->last = 0;
        date->last_approximate = 0;
    }
    if (!dsg_date_is_known(date)) return 1;
    desig_date_format(date, text);
    return desig_date_parse(text, DESIG_DATE_UNAMBIGUOUS, &read) == DESIG_OK && same(date, &read);
}
