#include "base/ascii.h"
#include "model/date.h"
#include "model/published_time.h"

#include <desig/desig.h>

/* The days on which an action may have taken effect. */
typedef struct window {
    int64_t first;
    int64_t last;
} window;

/* One authority, list and program on one day. An action that names it, the key, stands for it. */
typedef struct question {
    const desig_record *record;
    const desig_action *key;
    int64_t day;
    size_t edition; /* of a ledger: only what it said counts; else 0 */
    /* Of the actions that surely happened by the day: what all of them are known to be not before, and what
     * the designations among them are. Whatever was over by then was overtaken. */
    int64_t newest;
    int64_t newest_designation;
} question;

/* ---- Actions and their days ---- */

/* When an action took effect: on the day of its announcement or later, if only that is known. */
static desig_date effect_of(const desig_action *action) {
    if (dsg_date_is_known(&action->effective)) return action->effective;
    return (desig_date){.first = action->announced.first,
                        .first_precision = action->announced.first_precision,
                        .first_approximate = action->announced.first_approximate};
}

static window window_of(const desig_action *action) {
    const desig_date date = effect_of(action);
    return (window){.first = date.first_precision == DESIG_PRECISION_NONE ? INT64_MIN : date.first,
                    .last = date.last_precision == DESIG_PRECISION_NONE ? INT64_MAX : date.last};
}

static int acts(const desig_action *action) {
    return action->type == DESIG_ACTION_DESIGNATED || action->type == DESIG_ACTION_REVOKED;
}

static desig_status outcome_of(const desig_action *action) {
    return action->type == DESIG_ACTION_REVOKED ? DESIG_STATUS_REVOKED : DESIG_STATUS_DESIGNATED;
}

/* ---- Keys ---- */

/* Whether an action is about a key: a revocation is about all that it does not name. */
static int concerns(const desig_record *record, const desig_action *action, const desig_action *key) {
    if (!acts(action)) return 0;
    if (action->type != DESIG_ACTION_REVOKED) return dsg_same_listing(record, action, key);
    return dsg_same_text(action->authority, key->authority) &&
           (!action->list || dsg_same_text(action->list, key->list)) &&
           (!action->program || dsg_same_text(action->program, key->program));
}

/* Whether the action at a position is the first that names its key. A key that only revocations name is none
 * where they are about other keys. */
static int opens_key(const desig_record *record, uint32_t position) {
    const desig_action *key = &record->actions[position];
    int designated = 0;
    int about_others = 0;
    if (!acts(key)) return 0;
    for (uint32_t i = 0; i < record->action_count; i++) {
        const desig_action *action = &record->actions[i];
        if (!acts(action)) continue;
        if (!dsg_same_listing(record, action, key)) {
            about_others |= concerns(record, key, action);
            continue;
        }
        if (i < position) return 0;
        designated |= action->type == DESIG_ACTION_DESIGNATED;
    }
    return designated || !about_others;
}

/* The next action about the question's key from a position on, which is moved past it; NULL at the end. */
static const desig_action *next_action(const question *asked, uint32_t *position) {
    while (*position < asked->record->action_count) {
        const desig_action *action = &asked->record->actions[(*position)++];
        if (asked->edition != 0 && !desig_list_stands(asked->record->ledger, &action->span, asked->edition))
            continue;
        if (concerns(asked->record, action, asked->key)) return action;
    }
    return NULL;
}

/* ---- One standing ---- */

static void find_newest(question *asked) {
    const desig_action *action;
    asked->newest = asked->newest_designation = INT64_MIN;
    for (uint32_t at = 0; (action = next_action(asked, &at));) {
        const window when = window_of(action);
        if (when.last > asked->day) continue;
        if (when.first > asked->newest) asked->newest = when.first;
        if (action->type != DESIG_ACTION_DESIGNATED) continue;
        /* A derived designation was seen to stand on its last day, however old it is. */
        const int64_t stands = action->derived ? when.last : when.first;
        if (stands > asked->newest_designation) asked->newest_designation = stands;
    }
}

/* Whether an action may be the last one by the day: of two on one day the revocation comes first. */
static int may_be_latest(const question *asked, const desig_action *action) {
    const window when = window_of(action);
    const int64_t latest = when.last < asked->day ? when.last : asked->day;
    if (when.first > asked->day || asked->newest > latest) return 0;
    return action->type == DESIG_ACTION_DESIGNATED || asked->newest_designation < latest;
}

static int starts_later(const desig_action *a, const desig_action *b) {
    const window at_a = window_of(a);
    const window at_b = window_of(b);
    return at_a.first != at_b.first ? at_a.first > at_b.first : at_a.last > at_b.last;
}

/* The actions that may be the latest, the newest one by its outcome. */
typedef struct candidates {
    const desig_action *sure[DESIG_STATUS_REVOKED + 1];  /* they happened by the day */
    const desig_action *maybe[DESIG_STATUS_REVOKED + 1]; /* they may have */
} candidates;

static candidates find_candidates(const question *asked) {
    candidates found = {{NULL}, {NULL}};
    const desig_action *action;
    for (uint32_t at = 0; (action = next_action(asked, &at));) {
        if (!may_be_latest(asked, action)) continue;
        const int sure = window_of(action).last <= asked->day;
        const desig_action **slot = &(sure ? found.sure : found.maybe)[outcome_of(action)];
        if (!*slot || starts_later(action, *slot)) *slot = action;
    }
    return found;
}

/* Set the status, and the action that decides it or leaves it undecided. */
static void decide(const candidates *found, desig_standing *standing) {
    const desig_action *const *sure = found->sure;
    const desig_action *const *maybe = found->maybe;
    const desig_status D = DESIG_STATUS_DESIGNATED;
    const desig_status R = DESIG_STATUS_REVOKED;
    standing->status = DESIG_STATUS_UNCERTAIN;
    if (sure[D] && sure[R])
        standing->decided_by = starts_later(sure[R], sure[D]) ? sure[R] : sure[D];
    else if (maybe[D] && !sure[D])
        standing->decided_by = maybe[D];
    else if (maybe[R] && !sure[R])
        standing->decided_by = maybe[R];
    else {
        standing->decided_by = sure[D] ? sure[D] : sure[R];
        standing->status = sure[D] ? D : sure[R] ? R : DESIG_STATUS_NOT_RECORDED;
    }
}

/* The day of the first action still to come that leads to another status; unknown if there is none. */
static desig_date end_of(const question *asked, desig_status status) {
    const desig_action *action;
    const desig_action *end = NULL;
    for (uint32_t at = 0; (action = next_action(asked, &at));) {
        if (window_of(action).last <= asked->day || outcome_of(action) == status) continue;
        if (may_be_latest(asked, action)) continue;
        if (!end || starts_later(end, action)) end = action;
    }
    return end ? effect_of(end) : (desig_date){0};
}

/* By effective time: what the actions of an edition say, or of a plain list (0). */
static desig_standing effective_standing(const desig_record *record, const desig_action *key, int32_t day,
                                         size_t edition) {
    question asked = {.record = record, .key = key, .day = day, .edition = edition};
    desig_standing standing = {.authority = key->authority, .list = key->list, .program = key->program};
    find_newest(&asked);
    const candidates found = find_candidates(&asked);
    decide(&found, &standing);
    if (standing.decided_by) standing.since = effect_of(standing.decided_by);
    standing.until = end_of(&asked, standing.status);
    return standing;
}

/* By published time: what the editions of a ledger show. */
static desig_standing published_standing(const desig_action *key, const dsg_published_time *listing) {
    static const desig_status statuses[] = {[DSG_LISTING_NOT_YET] = DESIG_STATUS_NOT_LISTED,
                                            [DSG_LISTING_UNKNOWN] = DESIG_STATUS_UNCERTAIN,
                                            [DSG_LISTING_STANDS] = DESIG_STATUS_LISTED,
                                            [DSG_LISTING_ENDING] = DESIG_STATUS_UNCERTAIN,
                                            [DSG_LISTING_GONE] = DESIG_STATUS_NOT_LISTED};
    desig_standing standing = {.authority = key->authority,
                               .list = key->list,
                               .program = listing->action->program,
                               .decided_by = listing->action,
                               .since = listing->since,
                               .until = listing->until,
                               .status = statuses[listing->state]};
    if (listing->state == DSG_LISTING_NOT_YET) {
        standing.since = (desig_date){0};
        standing.until = listing->since;
    } else if (listing->state == DSG_LISTING_GONE) {
        standing.since = listing->until;
        standing.until = listing->returns;
    }
    return standing;
}

static int states_designation(const desig_record *record, const desig_action *key) {
    for (uint32_t i = 0; i < record->action_count; i++) {
        const desig_action *action = &record->actions[i];
        if (action->type == DESIG_ACTION_DESIGNATED && !action->derived &&
            dsg_same_listing(record, action, key))
            return 1;
    }
    return 0;
}

/* The dates that a publisher states are the answer as long as it states them. What is no longer on the list
 * has ended, though no action says so. */
static desig_standing standing_of(const desig_record *record, const desig_action *key, int32_t day) {
    if (!record->ledger) return effective_standing(record, key, day, 0);
    const dsg_published_time listing = dsg_published_time_on(record, key, day);
    if (!listing.action) return effective_standing(record, key, day, key->span.first);
    if (states_designation(record, key) && listing.state < DSG_LISTING_ENDING)
        return effective_standing(record, key, day, listing.edition);
    return published_standing(key, &listing);
}

/* ---- All of them ---- */

static int outranks(desig_status a, desig_status b) {
    static const int rank[] = {
        [DESIG_STATUS_NOT_RECORDED] = 0, [DESIG_STATUS_NOT_LISTED] = 1, [DESIG_STATUS_REVOKED] = 2,
        [DESIG_STATUS_UNCERTAIN] = 3,    [DESIG_STATUS_LISTED] = 4,     [DESIG_STATUS_DESIGNATED] = 5};
    return rank[a] > rank[b];
}

size_t desig_status_on(const desig_record *record, int32_t day, desig_standing *overall, desig_standing *each,
                       size_t capacity) {
    desig_standing best = {0};
    size_t count = 0;
    for (uint32_t i = 0; i < record->action_count; i++) {
        if (!opens_key(record, i)) continue;
        const desig_standing standing = standing_of(record, &record->actions[i], day);
        if (count < capacity) each[count] = standing;
        if (count == 0 || outranks(standing.status, best.status)) best = standing;
        count++;
    }
    if (overall) *overall = best;
    return count;
}
