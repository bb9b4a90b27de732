#include "model/part_queue.h"

#include <string.h>

/* In the pool, the number of the next part of the chain stands in front of each part. The last part leads to
 * the first. */
enum { PART_OFFSET = _Alignof(void *) };

/* The chains of a record. */
typedef struct chain_ends {
    uint32_t last[DSG_PART_LEDGER_KINDS];
    uint32_t count[DSG_PART_LEDGER_KINDS];
} chain_ends;

void dsg_part_queue_init(dsg_part_queue *waiting, const desig_allocator *allocator) {
    enum dsg_part_kind part;
    for (part = DSG_PART_NAME; part < DSG_PART_LEDGER_KINDS; part++)
        dsg_pool_init(&waiting->parts[part], allocator, PART_OFFSET + dsg_part_size(part));
    dsg_pool_init(&waiting->chains, allocator, sizeof(chain_ends));
}

void dsg_part_queue_free(dsg_part_queue *waiting) {
    enum dsg_part_kind part;
    for (part = DSG_PART_NAME; part < DSG_PART_LEDGER_KINDS; part++) dsg_pool_free(&waiting->parts[part]);
    dsg_pool_free(&waiting->chains);
}

static char *item_at(const dsg_part_queue *waiting, enum dsg_part_kind part, uint32_t item) {
    return dsg_pool_at(&waiting->parts[part], item);
}

static uint32_t next_of(const dsg_part_queue *waiting, enum dsg_part_kind part, uint32_t item) {
    uint32_t next;
    memcpy(&next, item_at(waiting, part, item), sizeof next);
    return next;
}

static int begin_chains(dsg_part_queue *waiting, dsg_chains *chains) {
    if (*chains != DSG_NO_CHAINS) return 1;
    *chains = dsg_pool_take(&waiting->chains);
    if (*chains == DSG_NO_CHAINS) return 0;
    *(chain_ends *)dsg_pool_at(&waiting->chains, *chains) = (chain_ends){.count = {0}};
    return 1;
}

void *dsg_part_queue_add(dsg_part_queue *waiting, dsg_chains *chains, enum dsg_part_kind part,
                         const void *content) {
    chain_ends *ends;
    uint32_t item, first;
    char *kept;
    if (!begin_chains(waiting, chains)) return NULL;
    item = first = dsg_pool_take(&waiting->parts[part]);
    if (item == DSG_NO_ITEM) return NULL;
    ends = dsg_pool_at(&waiting->chains, *chains);
    if (ends->count[part]++ > 0) {
        char *last = item_at(waiting, part, ends->last[part]);
        memcpy(&first, last, sizeof first);
        memcpy(last, &item, sizeof item);
    }
    ends->last[part] = item;
    kept = item_at(waiting, part, item);
    memcpy(kept, &first, sizeof first);
    memcpy(kept + PART_OFFSET, content, dsg_part_size(part));
    return kept + PART_OFFSET;
}

uint32_t dsg_part_queue_count(const dsg_part_queue *waiting, dsg_chains chains, enum dsg_part_kind part) {
    const chain_ends *ends;
    if (chains == DSG_NO_CHAINS) return 0;
    ends = dsg_pool_at(&waiting->chains, chains);
    return ends->count[part];
}

const void *dsg_part_queue_next(const dsg_part_queue *waiting, dsg_chains chains, enum dsg_part_kind part,
                                uint32_t *at) {
    const chain_ends *ends = dsg_pool_at(&waiting->chains, chains);
    *at = next_of(waiting, part, *at == DSG_NO_ITEM ? ends->last[part] : *at);
    return item_at(waiting, part, *at) + PART_OFFSET;
}

void dsg_part_queue_take(dsg_part_queue *waiting, dsg_chains chains, enum dsg_part_kind part, char *to) {
    chain_ends *ends = dsg_pool_at(&waiting->chains, chains);
    size_t size = dsg_part_size(part);
    uint32_t item = next_of(waiting, part, ends->last[part]);
    for (; ends->count[part] > 0; ends->count[part]--) {
        uint32_t next = next_of(waiting, part, item);
        memcpy(to, item_at(waiting, part, item) + PART_OFFSET, size);
        dsg_pool_give(&waiting->parts[part], item);
        to += size;
        item = next;
    }
}

void dsg_part_queue_end(dsg_part_queue *waiting, dsg_chains *chains) {
    if (*chains == DSG_NO_CHAINS) return;
    dsg_pool_give(&waiting->chains, *chains);
    *chains = DSG_NO_CHAINS;
}
