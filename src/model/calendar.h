/* Days, months and years as numbers.
 *
 * A unit is one day, month or year. Units are numbered, and the next unit's number is greater by one. A unit
 * ends where the next begins. The last day of a unit, leap years and the widening of an approximate date are
 * therefore one small sum. */
#ifndef DSG_MODEL_CALENDAR_H
#define DSG_MODEL_CALENDAR_H

#include <desig/desig.h>

enum { DSG_YEAR_MIN = 1, DSG_YEAR_MAX = 9999 };

/* A day, month (day 0) or year (month and day 0) of the proleptic Gregorian calendar. */
typedef struct dsg_civil {
    int64_t year;
    int month;
    int day;
} dsg_civil;

/* The number of the unit in which a day lies; days are counted from 1970-01-01. */
int64_t dsg_unit_of_day(desig_precision precision, int64_t day);

/* The first day of a unit. */
int64_t dsg_comparable_first_day(desig_precision precision, int64_t unit);

/* The precision and the number of the unit that a civil date names. Returns 0 if there is no such day or the
 * year is out of range. */
int dsg_unit_of_civil(const dsg_civil *civil, desig_precision *precision, int64_t *unit);

/* The whole date of a day. */
dsg_civil dsg_civil_of_day(int64_t day);

#endif
