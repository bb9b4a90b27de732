/* A set of digests: which rows have been met before. */
#ifndef DSG_BASE_SEEN_H
#define DSG_BASE_SEEN_H

#include <desig/desig.h>

typedef struct dsg_digest {
    uint64_t words[2]; /* never both 0 */
} dsg_digest;

typedef struct dsg_seen {
    const desig_allocator *allocator;
    dsg_digest *slots;
    size_t capacity;
    size_t count;
} dsg_seen;

void dsg_seen_init(dsg_seen *seen, const desig_allocator *allocator);
void dsg_seen_free(dsg_seen *seen);

/* 128 bits of bytes: two different rows of one file share them with a chance of less than 1 in 10^20. */
dsg_digest dsg_digest_of(const void *bytes, size_t length);

/* Put a digest into the set; *before tells whether it was there. DESIG_E_NOMEM. */
desig_result dsg_seen_put(dsg_seen *seen, const dsg_digest *digest, int *before);

#endif
