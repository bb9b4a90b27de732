#include "model/published_time.h"

#include "base/ascii.h"
#include "model/edition.h"
#include "model/renames.h"

/* Editions from `first` to `last` (0: to the newest). */
typedef struct stretch {
    const desig_action *opens;
    const desig_action *closes;
    desig_span span;
} stretch;

int dsg_same_listing(const desig_record *record, const desig_action *a, const desig_action *b) {
    if (!dsg_same_text(a->authority, b->authority) || !dsg_same_text(a->list, b->list)) return 0;
    if (!record->ledger) return dsg_same_text(a->program, b->program);
    return dsg_same_text(dsg_newest_tag(a->program), dsg_newest_tag(b->program));
}

static int is_of(const desig_record *record, const desig_action *key, const desig_action *action) {
    return action->type == DESIG_ACTION_DESIGNATED && dsg_same_listing(record, key, action);
}

/* Whether `later` begins in an edition in which `earlier` still stood, or in the next one. */
static int goes_on(const desig_list *ledger, const desig_span *earlier, const desig_span *later) {
    size_t next;
    if (earlier->last == 0 || later->first <= earlier->last) return 1;
    next = dsg_edition_after(ledger, earlier->last, earlier->file);
    return next != 0 && later->first <= next;
}

static int ends_later(const desig_span *a, const desig_span *b) {
    return b->last != 0 && (a->last == 0 || a->last > b->last);
}

/* Whether no earlier action goes over into this one: then it opens a stretch. */
static int opens_stretch(const desig_record *record, const desig_action *action) {
    for (uint32_t i = 0; i < record->action_count; i++) {
        const desig_action *other = &record->actions[i];
        if (other == action || !is_of(record, action, other)) continue;
        if (other->span.first < action->span.first && goes_on(record->ledger, &other->span, &action->span))
            return 0;
        if (other->span.first == action->span.first && other < action) return 0;
    }
    return 1;
}

static stretch stretch_from(const desig_record *record, const desig_action *opens) {
    stretch found = {opens, opens, opens->span};
    uint32_t i = 0;
    while (i < record->action_count) {
        const desig_action *other = &record->actions[i++];
        if (!is_of(record, opens, other) || other->span.first < opens->span.first ||
            !ends_later(&other->span, &found.span) || !goes_on(record->ledger, &found.span, &other->span))
            continue;
        found.span.last = other->span.last;
        found.closes = other;
        i = 0;
    }
    return found;
}

/* Whether the ledger tells nothing of the day, which is before its first copy. */
static int is_before_all(const desig_list *ledger, int32_t day) {
    const desig_edition *first = desig_list_edition(ledger, 1);
    return first && day < first->copied.first;
}

static dsg_published_time_state state_on(const desig_list *ledger, const dsg_published_time *listing,
                                         int32_t day) {
    const desig_date *since = &listing->since, *until = &listing->until;
    int ends = until->last_precision != DESIG_PRECISION_NONE;
    if (since->first_precision == DESIG_PRECISION_NONE ? day < since->last : day <= since->last)
        return since->first_precision == DESIG_PRECISION_NONE || day >= since->first ||
                       is_before_all(ledger, day)
                   ? DSG_LISTING_UNKNOWN
                   : DSG_LISTING_NOT_YET;
    if (!ends || day < until->first) return DSG_LISTING_STANDS;
    return day <= until->last ? DSG_LISTING_ENDING : DSG_LISTING_GONE;
}

/* The action that stood on a day, of those that make up a stretch. */
static const desig_action *action_on(const desig_record *record, const stretch *of, int32_t day) {
    size_t edition = desig_list_edition_on(record->ledger, day);
    for (uint32_t i = 0; i < record->action_count; i++) {
        const desig_action *action = &record->actions[i];
        if (is_of(record, of->opens, action) && desig_list_stands(record->ledger, &action->span, edition))
            return action;
    }
    return edition < of->span.first ? of->opens : of->closes;
}

static dsg_published_time listing_of(const desig_record *record, const stretch *of, int32_t day) {
    dsg_published_time listing = {.since = dsg_span_began(record->ledger, &of->span),
                                  .until = dsg_span_ended(record->ledger, &of->span)};
    listing.state = state_on(record->ledger, &listing, day);
    listing.action = action_on(record, of, day);
    listing.edition =
        of->span.last != 0
            ? of->span.last
            : dsg_edition_before(record->ledger, desig_list_edition_count(record->ledger) + 1, of->span.file);
    return listing;
}

/* What decides on the day: a stretch that has come by then rather than one that is still to come, and of two
 * the later one; where one is still to come, the first. */
static int decides(const dsg_published_time *a, const dsg_published_time *b) {
    int a_came = a->state != DSG_LISTING_NOT_YET, b_came = b->state != DSG_LISTING_NOT_YET;
    if (a_came != b_came) return a_came;
    return a_came == (a->since.last > b->since.last);
}

dsg_published_time dsg_published_time_on(const desig_record *record, const desig_action *key, int32_t day) {
    dsg_published_time best = {.state = DSG_LISTING_NOT_YET};
    desig_date returns = {0};
    for (uint32_t i = 0; i < record->action_count; i++) {
        const desig_action *action = &record->actions[i];
        stretch of;
        dsg_published_time listing;
        if (!is_of(record, key, action) || !opens_stretch(record, action)) continue;
        of = stretch_from(record, action);
        listing = listing_of(record, &of, day);
        if (listing.state == DSG_LISTING_NOT_YET &&
            (returns.last_precision == DESIG_PRECISION_NONE || listing.since.last < returns.last))
            returns = listing.since;
        if (!best.action || decides(&listing, &best)) best = listing;
    }
    best.returns = returns;
    return best;
}
