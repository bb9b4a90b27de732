/* Parts that wait until their record is complete, in one chain of each kind for each record. What is taken
 * out gives its memory back to those that come. */
#ifndef DSG_MODEL_WAITING_H
#define DSG_MODEL_WAITING_H

#include "base/pool.h"
#include "model/record.h"

/* The chains of one record, by number; one that has no parts needs none. */
typedef uint32_t dsg_chains;

#define DSG_NO_CHAINS DSG_NO_ITEM

typedef struct dsg_waiting {
    dsg_pool parts[DSG_PART_LEDGER_KINDS];
    dsg_pool chains;
} dsg_waiting;

void dsg_waiting_init(dsg_waiting *waiting, const desig_allocator *allocator);
void dsg_waiting_free(dsg_waiting *waiting);

/* Put a copy of a part at the end of its chain. Return the copy, which stays in place while it waits; NULL
 * when memory ends. */
void *dsg_waiting_add(dsg_waiting *waiting, dsg_chains *chains, enum dsg_part part, const void *content);

uint32_t dsg_waiting_count(const dsg_waiting *waiting, dsg_chains chains, enum dsg_part part);

/* The parts of a chain, the oldest first: begin with *at DSG_NO_ITEM, end after dsg_waiting_count(). */
const void *dsg_waiting_next(const dsg_waiting *waiting, dsg_chains chains, enum dsg_part part, uint32_t *at);

/* Move the parts of a chain to `to`, one behind the other. */
void dsg_waiting_take(dsg_waiting *waiting, dsg_chains chains, enum dsg_part part, char *to);

/* Give back the chains of a record, all of whose parts were taken. */
void dsg_waiting_end(dsg_waiting *waiting, dsg_chains *chains);

#endif
