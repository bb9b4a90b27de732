/* A set of 64-bit digests: which rows have been met before. */
#ifndef DSG_BASE_DIGEST_SET_H
#define DSG_BASE_DIGEST_SET_H

#include "base/table.h"

typedef struct dsg_digest_set {
    dsg_table table;
    uint64_t *digests; /* by item */
    size_t capacity;
} dsg_digest_set;

void dsg_digest_set_init(dsg_digest_set *seen, const desig_allocator *allocator);
void dsg_digest_set_free(dsg_digest_set *seen);

/* Empty the set, and keep its memory. */
void dsg_digest_set_clear(dsg_digest_set *seen);

/* The digest of some bytes, never 0. Two different rows among a million share one with a chance of 1 in 10^7,
 * among OFAC's 14,000 of 1 in 10^11. */
uint64_t dsg_digest_set_digest(const void *bytes, size_t length);

/* Have the memory fetched that dsg_digest_set_put() will need: a little later it costs nothing. */
void dsg_digest_set_expect(const dsg_digest_set *seen, uint64_t digest);

/* Put a digest into the set; *before tells whether it was there. DESIG_E_NOMEM. */
desig_result dsg_digest_set_put(dsg_digest_set *seen, uint64_t digest, int *before);

#endif
