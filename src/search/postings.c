#include "search/postings.h"

#include "base/memory.h"

#include <string.h>

desig_result dsg_postings_open(dsg_postings *postings, const desig_allocator *allocator,
                               size_t bucket_count) {
    size_t size = (bucket_count + 1) * sizeof *postings->starts;
    memset(postings, 0, sizeof *postings);
    postings->starts = dsg_alloc(allocator, size);
    if (!postings->starts) return DESIG_E_NOMEM;
    memset(postings->starts, 0, size);
    postings->bucket_count = bucket_count;
    return DESIG_OK;
}

void dsg_postings_put(dsg_postings *postings, size_t bucket, uint32_t item) {
    if (postings->counted) {
        postings->items[--postings->starts[bucket]] = item;
    } else {
        postings->starts[bucket]++;
        postings->item_count++;
    }
}

desig_result dsg_postings_counted(dsg_postings *postings, const desig_allocator *allocator) {
    uint32_t end = 0;
    postings->items = dsg_alloc(allocator, (postings->item_count + 1) * sizeof *postings->items);
    if (!postings->items) return DESIG_E_NOMEM;
    /* Each bucket's end for now: placing moves it down to its start. */
    for (size_t i = 0; i <= postings->bucket_count; i++) {
        end += postings->starts[i];
        postings->starts[i] = end;
    }
    postings->counted = 1;
    return DESIG_OK;
}

const uint32_t *dsg_postings_get(const dsg_postings *postings, size_t bucket, size_t *count) {
    *count = postings->starts[bucket + 1] - postings->starts[bucket];
    return postings->items + postings->starts[bucket];
}

void dsg_postings_free(dsg_postings *postings, const desig_allocator *allocator) {
    dsg_release(allocator, postings->starts, (postings->bucket_count + 1) * sizeof *postings->starts);
    dsg_release(allocator, postings->items, (postings->item_count + 1) * sizeof *postings->items);
    memset(postings, 0, sizeof *postings);
}

size_t dsg_postings_bucket(const dsg_postings *postings, uint32_t hash) {
    return (size_t)((uint64_t)hash * postings->bucket_count >> 32);
}

size_t dsg_postings_buckets_for(size_t items) {
    return items / 2 + 1;
}
