#include "ledger/mass_removal.h"

#include "base/error.h"
#include "base/memory.h"
#include "model/list.h"

#include <string.h>

enum {
    MASS = 10, /* more than one in so many is too many */
    FEW = 2    /* but so many may leave any list within a file: some have a dozen records */
};

/* How many records leave a list. */
typedef struct list_loss {
    const char *list;
    size_t vanished;
} list_loss;

typedef struct losses {
    const desig_allocator *allocator;
    list_loss *items;
    size_t count;
    size_t capacity;
} losses;

static desig_result refuse(desig_error *error, uint64_t vanished, uint64_t before, const char *list) {
    return dsg_error_set(error, DESIG_E_DOUBTFUL,
                         "%llu of %llu records%s%s are missing at once: a fault of the publisher or of the "
                         "copy? It takes an option to add it all the same",
                         (unsigned long long)vanished, (unsigned long long)before,
                         list ? " of the list " : "", list ? list : "");
}

/* ---- The lists that a record is on ---- */

/* The list of an action that still stands; NULL if it has none, or an earlier action has named it. */
static const char *list_of(const desig_record *record, uint32_t action) {
    const char *list = record->actions[action].list;
    if (!list || record->actions[action].span.last != 0) return NULL;
    for (uint32_t i = 0; i < action; i++) {
        const desig_action *earlier = &record->actions[i];
        if (earlier->span.last == 0 && earlier->list && strcmp(earlier->list, list) == 0) return NULL;
    }
    return list;
}

static int is_on(const desig_record *record, const char *list) {
    for (uint32_t i = 0; i < record->action_count; i++) {
        const desig_action *action = &record->actions[i];
        if (action->span.last == 0 && action->list && strcmp(action->list, list) == 0) return 1;
    }
    return 0;
}

/* ---- What each list loses ---- */

static desig_result count_loss(losses *all, const char *list) {
    for (size_t i = 0; i < all->count; i++) {
        if (strcmp(all->items[i].list, list) != 0) continue;
        all->items[i].vanished++;
        return DESIG_OK;
    }
    list_loss *items = dsg_grow(all->allocator, all->items, sizeof *items, all->count, &all->capacity);
    if (!items) return DESIG_E_NOMEM;
    all->items = items;
    items[all->count++] = (list_loss){list, 1};
    return DESIG_OK;
}

static desig_result count_losses(losses *all, const dsg_edition_changes *changes) {
    desig_result result = DESIG_OK;
    for (size_t i = 0; i < changes->count; i++) {
        const desig_record *old = changes->items[i].old;
        if (!old || !dsg_record_is_present(old) || dsg_record_is_present(changes->items[i].made)) continue;
        for (uint32_t action = 0; result == DESIG_OK && action < old->action_count; action++) {
            const char *list = list_of(old, action);
            if (list) result = count_loss(all, list);
        }
    }
    return result;
}

/* How many records were on the list, or `enough` if there were at least so many. */
static size_t count_on(const desig_list *ledger, const char *list, size_t enough) {
    size_t found = 0;
    for (size_t i = 0; found < enough && i < desig_list_count(ledger); i++) {
        const desig_record *record = desig_list_at(ledger, i);
        found += dsg_record_is_present(record) && is_on(record, list);
    }
    return found;
}

static desig_result refuse_of_lists(const losses *all, const desig_list *ledger, desig_error *error) {
    for (size_t i = 0; i < all->count; i++) {
        const list_loss *loss = &all->items[i];
        size_t before = loss->vanished > FEW ? count_on(ledger, loss->list, loss->vanished * MASS) : SIZE_MAX;
        if (before < loss->vanished * MASS) return refuse(error, loss->vanished, before, loss->list);
    }
    return DESIG_OK;
}

desig_result dsg_refuse_mass_removal(const dsg_edition_changes *changes, desig_error *error) {
    const desig_edition_report *report = &changes->report;
    uint64_t before = report->records + report->vanished - report->added - report->returned;
    if (report->vanished * MASS > before) return refuse(error, report->vanished, before, NULL);
    losses all = {.allocator = dsg_list_allocator(changes->ledger)};
    desig_result result = count_losses(&all, changes);
    if (result == DESIG_OK) result = refuse_of_lists(&all, changes->ledger, error);
    dsg_release(all.allocator, all.items, all.capacity * sizeof *all.items);
    return result;
}
