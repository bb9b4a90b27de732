#include "ledger/successors.h"

#include "base/ascii.h"
#include "base/memory.h"
#include "base/sort.h"
#include "model/list.h"

/* names[0] of a record that was read is its primary name; in a ledger it is the newest primary name. */
static const char *name_of(const desig_record *record) {
    return record->name_count > 0 && record->names[0].type == DESIG_NAME_PRIMARY ? record->names[0].text
                                                                                 : NULL;
}

static int compare(const void *context, const void *a, const void *b) {
    const desig_record *record_a = a, *record_b = b;
    int order = dsg_compare_text(name_of(record_a), name_of(record_b));
    (void)context;
    if (order == 0) order = (record_a->kind > record_b->kind) - (record_a->kind < record_b->kind);
    return order;
}

desig_result dsg_successors_open(dsg_successors *all, const desig_list *ledger, const desig_list *edition) {
    size_t count = desig_list_count(edition), i;
    *all = (dsg_successors){.allocator = dsg_list_allocator(ledger), .capacity = 2 * count};
    if (count == 0) return DESIG_OK;
    all->records = dsg_alloc(all->allocator, all->capacity * sizeof(*all->records));
    if (!all->records) return DESIG_E_NOMEM;
    for (i = 0; i < count; i++) {
        const desig_record *record = desig_list_at(edition, i);
        if (name_of(record) && dsg_list_position(ledger, record->id) == DSG_NO_POSITION)
            all->records[all->count++] = record;
    }
    dsg_sort(all->records, all->records + count, all->count, compare, NULL);
    return DESIG_OK;
}

void dsg_successors_close(dsg_successors *all) {
    dsg_release(all->allocator, all->records, all->capacity * sizeof(*all->records));
}

const desig_record *dsg_successor_of(const dsg_successors *all, const desig_record *vanished) {
    size_t from = 0, to = all->count;
    if (!name_of(vanished)) return NULL;
    while (from < to) {
        size_t middle = from + (to - from) / 2;
        if (compare(NULL, all->records[middle], vanished) < 0)
            from = middle + 1;
        else
            to = middle;
    }
    return from < all->count && compare(NULL, all->records[from], vanished) == 0 ? all->records[from] : NULL;
}
