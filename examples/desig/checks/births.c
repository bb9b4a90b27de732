/* Checks of birth dates, and of what a kind of party does not have. */
#include "checks/checks.h"
#include "io/day.h"

enum {
    DAYS_A_YEAR = 365,
    YOUNGEST = 10,            /* years: there are children on lists, but no younger ones */
    OLDEST = 110,             /* when designated */
    OLDEST_LISTED = 130,      /* parties stay on lists after their death */
    OTHER_CALENDARS = -171664 /* 1500: the Islamic calendars count lower years */
};

void check_future_birth(const checking *at, const void *part) {
    const desig_fact *birth = part;
    if (birth->from.first_precision != DESIG_PRECISION_NONE && birth->from.first > at->today)
        doubt(at, "born in the future: %s", birth->value);
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

void check_age(const checking *at, const void *part) {
    const desig_fact *birth = part;
    const desig_date *born = &birth->from;
    int32_t first = at->today, last = at->today, oldest = OLDEST_LISTED;
    if (designated_between(at->record, &first, &last)) oldest = OLDEST;
    if (born->first_precision != DESIG_PRECISION_NONE && born->first > first - YOUNGEST * DAYS_A_YEAR &&
        born->first <= at->today)
        doubt(at, "designated before the age of %d: born %s", YOUNGEST, birth->value);
    if (born->last_precision != DESIG_PRECISION_NONE && born->last < last - oldest * (DAYS_A_YEAR + 1))
        doubt(at, "designated past the age of %d: born %s%s", oldest, birth->value,
              born->last < OTHER_CALENDARS ? " (a year of another calendar?)" : "");
}

/* ---- Day and month ---- */

static int compare_days(const void *a, const void *b) {
    return OUT_ORDER(((const sighting *)a)->digest, ((const sighting *)b)->digest);
}

/* Of one year, day and month in whatever order; they stand in the order of their months. */
static void tell_swapped(const checking *at, const sighting *group, size_t count) {
    for (size_t i = 1; i < count; i++) {
        const desig_fact *before = group[i - 1].part, *birth = group[i].part;
        if (group[i].order != group[i - 1].order)
            doubt_of(at, at->record, spot_fact(birth), "day and month swapped: born %s and %s", before->value,
                     birth->value);
    }
}

/* 3 April and 4 March of one year: one of them was read with the wrong order of day and month. */
void check_swapped_births(const checking *at, const void *part) {
    const desig_record *record = part;
    sightings all = {0};
    int year;
    unsigned month, day;
    for (uint32_t i = 0; i < record->fact_count; i++) {
        const desig_fact *fact = &record->facts[i];
        if (fact->type != DESIG_FACT_BIRTH_DATE || !day_parts(&fact->from, &year, &month, &day)) continue;
        const unsigned lower = month < day ? month : day, upper = month < day ? day : month;
        OUT_PUSH(
            &all,
            (sighting){.part = fact, .digest = ((uint64_t)year * 100 + lower) * 100 + upper, .order = month});
    }
    sightings_tell(&all, at, compare_days, tell_swapped);
}

void check_january_birth(const checking *at, const void *part) {
    const desig_fact *birth = part;
    int year;
    unsigned month, day;
    if (day_parts(&birth->from, &year, &month, &day) && month == 1 && day == 1)
        doubt(at, "1 January is mostly a year of which the day is not known: %s", birth->value);
}

/* ---- Kinds ---- */

void check_kind(const checking *at, const void *part) {
    const desig_fact *fact = part;
    const uint32_t kind = at->record->kind;
    int of_person = fact->type == DESIG_FACT_BIRTH_DATE || fact->type == DESIG_FACT_BIRTH_PLACE ||
                    fact->type == DESIG_FACT_GENDER;
    int of_group = fact->type == DESIG_FACT_ESTABLISHED_DATE;
    if (kind != DESIG_KIND_UNKNOWN && (kind == DESIG_KIND_INDIVIDUAL ? of_group : of_person))
        doubt(at, "a record of kind %s has a %s: %s", desig_term(DESIG_TERMS_KIND, kind),
              desig_term(DESIG_TERMS_FACT_TYPE, fact->type), fact->value);
}
