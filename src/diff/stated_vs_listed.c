#include "diff/stated_vs_listed.h"

#include "base/ascii.h"

#include <string.h>

/* The time for standings grows with the square of the actions. Records with more actions than this are not
 * compared so. */
enum { ACTIONS_MOST = 512 };

static size_t country_length(const char *authority) {
    return !authority ? 0 : strcspn(authority, "-");
}

static int compare_countries(const char *a, const char *b) {
    const size_t length_a = country_length(a), length_b = country_length(b);
    if (length_a != length_b) return length_a < length_b ? -1 : 1;
    return length_a == 0 ? 0 : memcmp(a, b, length_a);
}

int dsg_compare_countries(const desig_action *a, const desig_action *b) {
    return compare_countries(a->authority, b->authority);
}

/* Whether a standing is about a listing. A hand-made file may name the program and not the list. */
static int is_about(const desig_standing *standing, const desig_action *listing) {
    if (compare_countries(standing->authority, listing->authority) != 0) return 0;
    if (standing->program && listing->program) return dsg_equal_nocase(standing->program, listing->program);
    return !standing->list || !listing->list || dsg_equal_nocase(standing->list, listing->list);
}

static int is_listed(const desig_standing *standing, const desig_record *listed) {
    for (uint32_t i = 0; i < listed->action_count; i++)
        if (is_about(standing, &listed->actions[i])) return 1;
    return 0;
}

static int may_stand(const desig_action *listing, const desig_standing *standings, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (is_about(&standings[i], listing) &&
            (standings[i].status == DESIG_STATUS_DESIGNATED || standings[i].status == DESIG_STATUS_UNCERTAIN))
            return 1;
    return 0;
}

/* Whether an action is why a standing that is not listed stands. */
static int is_unlisted(const desig_action *action, const desig_record *listed,
                       const desig_standing *standings, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (standings[i].decided_by == action && standings[i].status == DESIG_STATUS_DESIGNATED &&
            !is_listed(&standings[i], listed))
            return 1;
    return 0;
}

static size_t derived_of(const desig_record *record) {
    size_t count = 0;
    for (uint32_t i = 0; i < record->action_count; i++) count += record->actions[i].derived;
    return count;
}

/* The newest day on which the listings are known to have stood; if none is, the end of time. */
static int32_t day_of(const desig_record *listed) {
    int32_t day = INT32_MIN;
    for (uint32_t i = 0; i < listed->action_count; i++) {
        const desig_date *date = &listed->actions[i].effective;
        if (date->last_precision != DESIG_PRECISION_NONE && date->last > day) day = date->last;
    }
    return day == INT32_MIN ? INT32_MAX : day;
}

desig_result dsg_drop_equal_listings(dsg_comparables *comparables, const desig_record *before,
                                     const desig_record *after) {
    const desig_record *listed = derived_of(before) > 0 ? before : after;
    const desig_record *stated = listed == before ? after : before;
    desig_standing *standings;
    size_t count;
    if (listed->action_count == 0 || derived_of(listed) < listed->action_count ||
        derived_of(stated) == stated->action_count || listed->action_count > ACTIONS_MOST ||
        stated->action_count > ACTIONS_MOST)
        return DESIG_OK;
    count = desig_status_on(stated, day_of(listed), NULL, NULL, 0);
    standings = dsg_arena_take(comparables->arena, count * sizeof *standings);
    if (!standings) return DESIG_E_NOMEM;
    desig_status_on(stated, day_of(listed), NULL, standings, count);
    for (size_t i = 0; i < comparables->count; i++) {
        dsg_comparable *comparable = dsg_comparable_at(comparables, i);
        const desig_action *action = comparable->first;
        if (comparable->part != DSG_PART_ACTION) continue;
        if (action->derived ? may_stand(action, standings, count)
                            : !is_unlisted(action, listed, standings, count))
            comparable->equal = 1;
    }
    return DESIG_OK;
}
