/* Since when an entity is listed.
 *
 * Its own columns name the regulation that acted upon it last, which mostly is an amending one, and its
 * blocks name others: the listing began on the earliest day that any of them has, or later, and on the day on
 * which one of them came into force, or on the list's own day, it stood. Only a regulation before which none
 * is cited, and that does not call itself an amendment, is taken for the one that began it. */
#include "csv/formats/eu/fsf.h"

#include "base/memory.h"
#include "csv/locate.h"
#include "model/date.h"

#include <string.h>

/* ---- Until all rows are read ---- */

static dsg_eu_acts *acts_of(const dsg_cursor *cursor) {
    dsg_eu_listings *all = &dsg_eu_state_of(cursor->import)->listings;
    while (all->acts_count <= cursor->record) {
        dsg_eu_acts *acts = dsg_grow(cursor->import->allocator, all->acts, sizeof *acts, all->acts_count,
                                     &all->acts_capacity);
        if (!acts) return NULL;
        all->acts = acts;
        acts[all->acts_count++] = (dsg_eu_acts){{0}, {0}};
    }
    return &all->acts[cursor->record];
}

static void take_earlier(desig_date *earliest, const desig_date *day) {
    if (day->first_precision == DESIG_PRECISION_NONE) return;
    if (earliest->first_precision == DESIG_PRECISION_NONE || day->first < earliest->first) *earliest = *day;
}

desig_result dsg_eu_note_day(dsg_cursor *cursor, const desig_date *day, int in_force) {
    dsg_eu_acts *acts = acts_of(cursor);
    if (!acts) return DESIG_E_NOMEM;
    take_earlier(&acts->earliest, day);
    if (in_force) take_earlier(&acts->in_force_by, day);
    return DESIG_OK;
}

desig_result dsg_eu_note_listing(dsg_cursor *cursor, const desig_action *action, int amends) {
    dsg_eu_listings *all = &dsg_eu_state_of(cursor->import)->listings;
    dsg_eu_listing *items =
        dsg_grow(cursor->import->allocator, all->items, sizeof *items, all->count, &all->capacity);
    if (!items) return DESIG_E_NOMEM;
    all->items = items;
    items[all->count++] = (dsg_eu_listing){.action = *action, .record = cursor->record, .amends = amends};
    if (cursor->import->callbacks.place) dsg_place_part(cursor, DSG_PART_ACTION, action);
    return DESIG_OK;
}

void dsg_eu_listings_free(dsg_eu_listings *listings, const desig_allocator *allocator) {
    dsg_release(allocator, listings->items, listings->capacity * sizeof *listings->items);
    dsg_release(allocator, listings->acts, listings->acts_capacity * sizeof *listings->acts);
}

/* ---- When they are ---- */

static int has_day(const desig_action *action) {
    return dsg_date_is_known(&action->announced) || dsg_date_is_known(&action->effective);
}

/* Whether the record cites nothing that is earlier. */
static int is_first(const desig_action *action, const dsg_eu_acts *acts) {
    desig_date first = {0};
    take_earlier(&first, &action->announced);
    take_earlier(&first, &action->effective);
    return first.first == acts->earliest.first;
}

/* What the listing rests on is not said: the earliest act that is cited may be the first or not. */
static desig_result add_listed(dsg_cursor *cursor, const desig_action *act, const dsg_eu_acts *acts) {
    desig_action listed = {.type = DESIG_ACTION_DESIGNATED,
                           .authority = act->authority,
                           .list = act->list,
                           .program = act->program,
                           .derived = 1};
    if (!has_day(act)) {
        listed.legal_basis = act->legal_basis;
        listed.citation = act->citation;
    }
    if (dsg_date_is_known(&acts->earliest)) {
        listed.derived = DSG_DERIVED_DATED;
        listed.effective = acts->earliest;
        listed.effective.last_precision = DESIG_PRECISION_NONE;
        dsg_date_end_by(&listed.effective, &acts->in_force_by);
    }
    return dsg_draft_action(cursor->import->draft, cursor->record, &listed);
}

static desig_result add_listing(dsg_cursor *cursor, const dsg_eu_listing *listing, const dsg_eu_acts *acts) {
    desig_action act = listing->action;
    cursor->record = listing->record;
    if (!has_day(&act)) return add_listed(cursor, &act, acts);
    if (is_first(&act, acts) && !listing->amends) return dsg_add_action(cursor, &act);
    act.type = DESIG_ACTION_AMENDED;
    desig_result result = dsg_add_action(cursor, &act);
    return result == DESIG_OK ? add_listed(cursor, &act, acts) : result;
}

desig_result dsg_eu_add_listings(dsg_cursor *cursor) {
    const dsg_eu_listings *all = &dsg_eu_state_of(cursor->import)->listings;
    desig_result result = DESIG_OK;
    for (size_t i = 0; result == DESIG_OK && i < all->count; i++)
        result = add_listing(cursor, &all->items[i], &all->acts[all->items[i].record]);
    return result;
}
