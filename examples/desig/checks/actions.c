/* Checks of actions and of the list's own day. */
#include "checks/checks.h"

#include <stdlib.h>
#include <string.h>

#include "io/day.h"
#include "io/out.h"

enum { DAYS_A_YEAR = 366, DAYS_A_MONTH = 31 };

static int compare_or_null(const char *a, const char *b) {
    return a && b ? strcmp(a, b) : (a != NULL) - (b != NULL);
}

/* ---- Revocations ---- */

static int compare_programs(const desig_action *a, const desig_action *b) {
    int order = compare_or_null(a->authority, b->authority);
    if (order == 0) order = compare_or_null(a->list, b->list);
    return order != 0 ? order : compare_or_null(a->program, b->program);
}

static int compare_actions(const void *a, const void *b) {
    return compare_programs(*(const desig_action *const *)a, *(const desig_action *const *)b);
}

/* The earliest stated designation among the actions under one program; NULL if there is none, or one that may
 * be of any day. */
static const desig_action *first_designation(const desig_action **actions, size_t count) {
    const desig_action *first = NULL;
    for (size_t i = 0; i < count; i++) {
        const desig_date *day = &actions[i]->effective;
        if (actions[i]->type != DESIG_ACTION_DESIGNATED) continue;
        if (actions[i]->derived || day->first_precision == DESIG_PRECISION_NONE) return NULL;
        if (!first || day->first < first->effective.first) first = actions[i];
    }
    return first;
}

static void look_at_program(const checking *at, const desig_record *record, const desig_action **actions,
                            size_t count) {
    const desig_action *designated = first_designation(actions, count);
    for (size_t i = 0; designated && i < count; i++) {
        const desig_action *revoked = actions[i];
        char end[DATE_WORDS], start[DATE_WORDS];
        if (revoked->type != DESIG_ACTION_REVOKED ||
            desig_date_before(&revoked->effective, &designated->effective) != DESIG_YES)
            continue;
        doubt(at, record, spot_date(revoked, &revoked->effective),
              "revoked under %s on %s, but designated only on %s",
              revoked->program ? revoked->program : "no program", date_words(&revoked->effective, end),
              date_words(&designated->effective, start));
    }
}

void check_revocations(const checking *at, const desig_record *record) {
    const desig_action **sorted;
    size_t start = 0;
    if (record->action_count < 2) return;
    sorted = out_resize(NULL, record->action_count * sizeof *sorted);
    for (uint32_t i = 0; i < record->action_count; i++) sorted[i] = &record->actions[i];
    qsort(sorted, record->action_count, sizeof(*sorted), compare_actions);
    for (size_t i = 1; i <= record->action_count; i++) {
        if (i < record->action_count && compare_programs(sorted[start], sorted[i]) == 0) continue;
        look_at_program(at, record, sorted + start, i - start);
        start = i;
    }
    free(sorted);
}

/* ---- Dates ---- */

/* A day with its day and month exchanged. Return 0 if there is no such day. */
static int swap(const desig_date *date, desig_date *swapped) {
    char text[DESIG_DATE_TEXT];
    char month[2];
    if (date->first_precision != DESIG_PRECISION_DAY || date->first != date->last) return 0;
    desig_date_format(date, text);
    if (strlen(text) != 10) return 0;
    memcpy(month, text + 5, 2);
    memcpy(text + 5, text + 8, 2);
    memcpy(text + 8, month, 2);
    return desig_date_parse(text, DESIG_DATE_UNAMBIGUOUS, swapped) == DESIG_OK;
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
void check_announcements(const checking *at, const desig_record *record) {
    for (uint32_t i = 0; i < record->action_count; i++) {
        const desig_action *action = &record->actions[i];
        const desig_date *announced = &action->announced, *effective = &action->effective;
        char when[DATE_WORDS], since[DATE_WORDS];
        int swapped = looks_swapped(announced, effective) || looks_swapped(effective, announced);
        int late = announced->first_precision != DESIG_PRECISION_NONE &&
                   effective->last_precision != DESIG_PRECISION_NONE &&
                   announced->first > effective->last + DAYS_A_YEAR;
        if (date_is_unknown(announced) || date_is_unknown(effective) || (!swapped && !late)) continue;
        doubt(at, record, spot_date(action, announced), "announced %s, but effective %s%s",
              date_words(announced, when), date_words(effective, since),
              swapped ? ": day and month of one may be swapped" : "");
    }
}

void check_undated(const checking *at, const desig_record *record) {
    for (uint32_t i = 0; i < record->action_count; i++) {
        const desig_action *action = &record->actions[i];
        if (action->derived || !date_is_unknown(&action->effective)) continue;
        doubt(at, record, spot_action(action, NULL), "%s%s%s without an effective date%s",
              desig_term(DESIG_TERMS_ACTION_TYPE, action->type), action->program ? " under " : "",
              action->program ? action->program : "",
              date_is_unknown(&action->announced) ? "" : "; only the announcement is dated");
    }
}

static int is_after(const desig_date *date, int32_t day) {
    return date->first_precision != DESIG_PRECISION_NONE && date->first > day;
}

/* What is announced today may take effect within a year, and be set to end in any. */
void check_future_actions(const checking *at, const desig_record *record) {
    for (uint32_t i = 0; i < record->action_count; i++) {
        const desig_action *action = &record->actions[i];
        const desig_date *date = &action->announced;
        char when[DATE_WORDS];
        if (action->derived) continue;
        if (!is_after(date, at->today)) {
            date = &action->effective;
            if (action->type == DESIG_ACTION_REVOKED || !is_after(date, at->today + DAYS_A_YEAR)) continue;
        }
        doubt(at, record, spot_date(action, date), "%s %s, which is in the future",
              desig_term(DESIG_TERMS_ACTION_TYPE, action->type), date_words(date, when));
    }
}

void check_edition(const checking *at) {
    desig_date as_of = desig_list_as_of(at->entry->list);
    char day[DATE_WORDS];
    if (as_of.last_precision == DESIG_PRECISION_NONE || as_of.last <= at->today) return;
    doubt(at, NULL, (spot){.text = NULL}, "the list's own day is in the future: %s", date_words(&as_of, day));
}
