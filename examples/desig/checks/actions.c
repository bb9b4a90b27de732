/* Checks of actions and of the list's own day. */
#include <stdlib.h>

#include "checks/checks.h"
#include "io/day.h"

enum { DAYS_A_YEAR = 366, DAYS_A_MONTH = 31 };

/* ---- Revocations ---- */

static int compare_programs(const void *a, const void *b) {
    const desig_action *first = ((const sighting *)a)->part, *second = ((const sighting *)b)->part;
    int order = out_compare(first->authority, second->authority);
    if (order == 0) order = out_compare(first->list, second->list);
    return order != 0 ? order : out_compare(first->program, second->program);
}

/* The earliest stated designation among the actions under one program; NULL if there is none, or one that may
 * be of any day. */
static const desig_action *first_designation(const sighting *group, size_t count) {
    const desig_action *first = NULL;
    for (size_t i = 0; i < count; i++) {
        const desig_action *action = group[i].part;
        if (action->type != DESIG_ACTION_DESIGNATED) continue;
        if (action->derived || action->effective.first_precision == DESIG_PRECISION_NONE) return NULL;
        if (!first || action->effective.first < first->effective.first) first = action;
    }
    return first;
}

static void look_at_program(const checking *at, const sighting *group, size_t count) {
    const desig_action *designated = first_designation(group, count);
    for (size_t i = 0; designated && i < count; i++) {
        const desig_action *revoked = group[i].part;
        if (revoked->type != DESIG_ACTION_REVOKED ||
            desig_date_before(&revoked->effective, &designated->effective) != DESIG_YES)
            continue;
        doubt_of(at, at->record, spot_date(revoked, &revoked->effective),
                 "revoked under %s on %s, but designated only on %s",
                 revoked->program ? revoked->program : "no program", IN_WORDS(&revoked->effective),
                 IN_WORDS(&designated->effective));
    }
}

void check_revocations(const checking *at, const void *part) {
    const desig_record *record = part;
    sightings all = {0};
    for (uint32_t i = 0; i < record->action_count; i++)
        OUT_PUSH(&all, (sighting){.part = &record->actions[i], .order = i});
    sightings_tell(&all, at, compare_programs, look_at_program);
}

/* ---- Dates ---- */

/* A day with its day and month exchanged. Return 0 if there is no such day. */
static int swap(const desig_date *date, desig_date *swapped) {
    int year;
    unsigned month, day;
    return day_parts(date, &year, &month, &day) && desig_date_make(year, day, month, swapped) == DESIG_OK;
}

static int days_apart(const desig_date *a, const desig_date *b) {
    return abs(a->first - b->first);
}

/* Weeks or months lie between two days, which are days apart if day and month of one are exchanged. */
static int looks_swapped(const desig_date *a, const desig_date *b) {
    desig_date swapped;
    return b->first_precision == DESIG_PRECISION_DAY && days_apart(a, b) > DAYS_A_MONTH &&
           swap(a, &swapped) && days_apart(&swapped, b) <= 2;
}

/* An action is announced when it takes effect, or before; a notice in a gazette follows within months. */
void check_announcement(const checking *at, const void *part) {
    const desig_action *action = part;
    const desig_date *announced = &action->announced, *effective = &action->effective;
    int swapped = looks_swapped(announced, effective) || looks_swapped(effective, announced);
    int late = announced->first_precision != DESIG_PRECISION_NONE &&
               effective->last_precision != DESIG_PRECISION_NONE &&
               announced->first > effective->last + DAYS_A_YEAR;
    if (date_is_unknown(announced) || date_is_unknown(effective) || (!swapped && !late)) return;
    doubt_of(at, at->record, spot_date(action, announced), "announced %s, but effective %s%s",
             IN_WORDS(announced), IN_WORDS(effective),
             swapped ? ": day and month of one may be swapped" : "");
}

void check_undated(const checking *at, const void *part) {
    const desig_action *action = part;
    if (action->derived || !date_is_unknown(&action->effective)) return;
    doubt(at, "%s%s%s without an effective date%s", desig_term(DESIG_TERMS_ACTION_TYPE, action->type),
          action->program ? " under " : "", action->program ? action->program : "",
          date_is_unknown(&action->announced) ? "" : "; only the announcement is dated");
}

static int is_after(const desig_date *date, int32_t day) {
    return date->first_precision != DESIG_PRECISION_NONE && date->first > day;
}

/* What is announced today may take effect within a year, and be set to end in any. */
void check_future_action(const checking *at, const void *part) {
    const desig_action *action = part;
    const desig_date *date = &action->announced;
    if (action->derived) return;
    if (!is_after(date, at->today)) {
        date = &action->effective;
        if (action->type == DESIG_ACTION_REVOKED || !is_after(date, at->today + DAYS_A_YEAR)) return;
    }
    doubt_of(at, at->record, spot_date(action, date), "%s %s, which is in the future",
             desig_term(DESIG_TERMS_ACTION_TYPE, action->type), IN_WORDS(date));
}

void check_edition(const checking *at, const void *none) {
    const desig_date as_of = desig_list_as_of(at->entry->list);
    (void)none;
    if (as_of.last_precision == DESIG_PRECISION_NONE || as_of.last <= at->today) return;
    doubt(at, "the list's own day is in the future: %s", IN_WORDS(&as_of));
}
