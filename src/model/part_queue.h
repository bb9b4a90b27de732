/* Parts that wait until their record is complete. Each record has one chain for each kind of part. The
 * memory of parts that are taken out is used again. */
#ifndef DSG_MODEL_PART_QUEUE_H
#define DSG_MODEL_PART_QUEUE_H

#include "base/pool.h"
#include "model/record.h"

/* The chains of one record, by number; one that has no parts needs none. */
typedef uint32_t dsg_chains;

#define DSG_NO_CHAINS DSG_NO_ITEM

typedef struct dsg_part_queue {
    dsg_pool parts[DSG_PART_LEDGER_KINDS];
    dsg_pool chains;
} dsg_part_queue;

void dsg_part_queue_init(dsg_part_queue *waiting, const desig_allocator *allocator);
void dsg_part_queue_free(dsg_part_queue *waiting);

/* Put a copy of a part at the end of its chain. Return the copy, which stays in place while it waits; NULL
 * when memory ends. */
void *dsg_part_queue_add(dsg_part_queue *waiting, dsg_chains *chains, enum dsg_part_kind part,
                         const void *content);

uint32_t dsg_part_queue_count(const dsg_part_queue *waiting, dsg_chains chains, enum dsg_part_kind part);

/* The parts of a chain, the oldest first: begin with *at DSG_NO_ITEM, end after dsg_part_queue_count(). */
const void *dsg_part_queue_next(const dsg_part_queue *waiting, dsg_chains chains, enum dsg_part_kind part,
                                uint32_t *at);

/* Move the parts of a chain to `to`, one behind the other. */
void dsg_part_queue_take(dsg_part_queue *waiting, dsg_chains chains, enum dsg_part_kind part, char *to);

/* Give back the chains of a record, all of whose parts were taken. */
void dsg_part_queue_end(dsg_part_queue *waiting, dsg_chains *chains);

#endif
