/* Checks of birth dates, and of what a kind of party does not have. */
#include "checks/checks.h"

#include <stdio.h>
#include <stdlib.h>

#include "io/day.h"
#include "io/out.h"

enum {
    DAYS_A_YEAR = 365,
    YOUNGEST = 10,            /* years: there are children on lists, but no younger ones */
    OLDEST = 110,             /* when designated */
    OLDEST_LISTED = 130,      /* parties stay on lists after their death */
    OTHER_CALENDARS = -171664 /* 1500: the Islamic calendars count lower years */
};

/* The next birth date that is known, from *next on; NULL past the last. */
static const desig_fact *next_birth(const desig_record *record, uint32_t *next) {
    while (*next < record->fact_count) {
        const desig_fact *fact = &record->facts[(*next)++];
        if (fact->type == DESIG_FACT_BIRTH_DATE && !date_is_unknown(&fact->from)) return fact;
    }
    return NULL;
}

void check_future_births(const checking *at, const desig_record *record) {
    const desig_fact *birth;
    for (uint32_t next = 0; (birth = next_birth(record, &next)) != NULL;)
        if (birth->from.first_precision != DESIG_PRECISION_NONE && birth->from.first > at->today)
            doubt(at, record, spot_fact(birth), "born in the future: %s", birth->value);
}

/* ---- Ages ---- */

/* The days between which all stated designations lie. Return 0 if there is none. */
static int designated_between(const desig_record *record, int32_t *first, int32_t *last) {
    int found = 0;
    for (uint32_t i = 0; i < record->action_count; i++) {
        const desig_action *action = &record->actions[i];
        if (action->type != DESIG_ACTION_DESIGNATED || action->derived) continue;
        if (action->effective.first_precision == DESIG_PRECISION_NONE ||
            action->effective.last_precision == DESIG_PRECISION_NONE)
            continue;
        if (!found || action->effective.first < *first) *first = action->effective.first;
        if (!found || action->effective.last > *last) *last = action->effective.last;
        found = 1;
    }
    return found;
}

void check_ages(const checking *at, const desig_record *record) {
    int32_t first = at->today, last = at->today, oldest = OLDEST_LISTED;
    const desig_fact *birth;
    if (designated_between(record, &first, &last)) oldest = OLDEST;
    for (uint32_t next = 0; (birth = next_birth(record, &next)) != NULL;) {
        const desig_date *born = &birth->from;
        if (born->first_precision != DESIG_PRECISION_NONE && born->first > first - YOUNGEST * DAYS_A_YEAR &&
            born->first <= at->today)
            doubt(at, record, spot_fact(birth), "designated before the age of %d: born %s", YOUNGEST,
                  birth->value);
        if (born->last_precision != DESIG_PRECISION_NONE && born->last < last - oldest * (DAYS_A_YEAR + 1))
            doubt(at, record, spot_fact(birth), "designated past the age of %d: born %s%s", oldest,
                  birth->value, born->last < OTHER_CALENDARS ? " (a year of another calendar?)" : "");
    }
}

/* ---- Day and month ---- */

typedef struct birth_day {
    const desig_fact *fact;
    int year;
    int lower; /* of day and month */
    int upper;
    int month;
} birth_day;

static int read_day(const desig_fact *birth, birth_day *day) {
    const desig_date *date = &birth->from;
    char text[DESIG_DATE_TEXT];
    int month_day;
    if (date->first_precision != DESIG_PRECISION_DAY || date->first != date->last || date->first_approximate)
        return 0;
    desig_date_format(date, text);
    day->fact = birth;
    day->year = (int)strtol(text, NULL, 10);
    day->month = (int)strtol(text + 5, NULL, 10);
    month_day = (int)strtol(text + 8, NULL, 10);
    day->lower = day->month < month_day ? day->month : month_day;
    day->upper = day->month < month_day ? month_day : day->month;
    return 1;
}

static int compare_days(const void *a, const void *b) {
    const birth_day *first = a, *second = b;
    if (first->year != second->year) return first->year - second->year;
    if (first->lower != second->lower) return first->lower - second->lower;
    if (first->upper != second->upper) return first->upper - second->upper;
    return first->month - second->month;
}

/* 3 April and 4 March of one year: one of them was read with the wrong order of day and month. */
void check_swapped_births(const checking *at, const desig_record *record) {
    const desig_fact *birth;
    birth_day *days;
    size_t count = 0;
    if (record->fact_count < 2) return;
    days = out_resize(NULL, record->fact_count * sizeof *days);
    for (uint32_t next = 0; (birth = next_birth(record, &next)) != NULL;)
        count += (size_t)read_day(birth, &days[count]);
    if (count > 1) qsort(days, count, sizeof *days, compare_days);
    for (size_t i = 1; i < count; i++) {
        const birth_day *a = &days[i - 1], *b = &days[i];
        if (a->year == b->year && a->lower == b->lower && a->upper == b->upper && a->month != b->month)
            doubt(at, record, spot_fact(b->fact), "day and month swapped: born %s and %s", a->fact->value,
                  b->fact->value);
    }
    free(days);
}

void check_january_births(const checking *at, const desig_record *record) {
    const desig_fact *birth;
    birth_day day;
    for (uint32_t next = 0; (birth = next_birth(record, &next)) != NULL;)
        if (read_day(birth, &day) && day.lower == 1 && day.upper == 1)
            doubt(at, record, spot_fact(birth),
                  "1 January is mostly a year of which the day is not known: %s", birth->value);
}

/* ---- Kinds ---- */

void check_kind(const checking *at, const desig_record *record) {
    const char *kind = desig_term(DESIG_TERMS_KIND, record->kind);
    if (record->kind == DESIG_KIND_UNKNOWN) return;
    for (uint32_t i = 0; i < record->fact_count; i++) {
        const desig_fact *fact = &record->facts[i];
        int of_person = fact->type == DESIG_FACT_BIRTH_DATE || fact->type == DESIG_FACT_BIRTH_PLACE ||
                        fact->type == DESIG_FACT_GENDER;
        int of_group = fact->type == DESIG_FACT_ESTABLISHED_DATE;
        if (record->kind == DESIG_KIND_INDIVIDUAL ? of_group : of_person)
            doubt(at, record, spot_fact(fact), "a record of kind %s has a %s: %s", kind,
                  desig_term(DESIG_TERMS_FACT_TYPE, fact->type), fact->value);
    }
}
