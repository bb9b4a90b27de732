#include "model/calendar.h"

/* The Gregorian calendar repeats every 400 years, which are an era. In a year that begins in March the leap
 * day is the last day, so that the number of days before a month does not depend on the year. */
enum { DAYS_OF_ERA = 146097, YEARS_OF_ERA = 400, EPOCH_SINCE_MARCH_OF_YEAR_0 = 719468 };

static int64_t floor_div(int64_t value, int64_t by) {
    return value / by - (value % by < 0);
}

/* `month` counts from 0 and may lie outside of the year. */
static int64_t first_day_of_month(int64_t year, int64_t month) {
    const int64_t from_march = year * 12 + month - 2;
    const int64_t march_year = floor_div(from_march, 12);
    const int64_t march_month = from_march - march_year * 12;
    const int64_t era = floor_div(march_year, YEARS_OF_ERA);
    const int64_t year_of_era = march_year - era * YEARS_OF_ERA;
    const int64_t days_of_years = year_of_era * 365 + year_of_era / 4 - year_of_era / 100;
    const int64_t days_of_months = (153 * march_month + 2) / 5;
    return era * DAYS_OF_ERA + days_of_years + days_of_months - EPOCH_SINCE_MARCH_OF_YEAR_0;
}

dsg_civil dsg_civil_of_day(int64_t day) {
    const int64_t from_march = day + EPOCH_SINCE_MARCH_OF_YEAR_0;
    const int64_t era = floor_div(from_march, DAYS_OF_ERA);
    const int64_t day_of_era = from_march - era * DAYS_OF_ERA;
    const int64_t leap_days = day_of_era / 1460 - day_of_era / 36524 + day_of_era / 146096;
    const int64_t year_of_era = (day_of_era - leap_days) / 365;
    const int64_t day_of_year = day_of_era - (year_of_era * 365 + year_of_era / 4 - year_of_era / 100);
    const int64_t march_month = (5 * day_of_year + 2) / 153;
    const int next_year = march_month >= 10;
    return (dsg_civil){.year = era * YEARS_OF_ERA + year_of_era + next_year,
                       .month = (int)(march_month + 3 - 12 * next_year),
                       .day = (int)(day_of_year - (153 * march_month + 2) / 5 + 1)};
}

int64_t dsg_unit_of_day(desig_precision precision, int64_t day) {
    const dsg_civil civil = dsg_civil_of_day(day);
    if (precision == DESIG_PRECISION_YEAR) return civil.year;
    if (precision == DESIG_PRECISION_MONTH) return civil.year * 12 + civil.month - 1;
    return day;
}

int64_t dsg_comparable_first_day(desig_precision precision, int64_t unit) {
    if (precision == DESIG_PRECISION_YEAR) return first_day_of_month(unit, 0);
    if (precision == DESIG_PRECISION_MONTH) return first_day_of_month(0, unit);
    return unit;
}

int dsg_unit_of_civil(const dsg_civil *civil, desig_precision *precision, int64_t *unit) {
    if (civil->year < DSG_YEAR_MIN || civil->year > DSG_YEAR_MAX) return 0;
    if (civil->month < 0 || civil->month > 12) return 0;
    if (civil->month == 0) {
        *precision = DESIG_PRECISION_YEAR;
        *unit = civil->year;
        return civil->day == 0;
    }
    const int64_t month = civil->year * 12 + civil->month - 1;
    if (civil->day == 0) {
        *precision = DESIG_PRECISION_MONTH;
        *unit = month;
        return 1;
    }
    *precision = DESIG_PRECISION_DAY;
    *unit = first_day_of_month(0, month) + civil->day - 1;
    return civil->day > 0 && *unit < first_day_of_month(0, month + 1);
}
