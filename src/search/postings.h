/* Postings hold, for each bucket, the numbers that were put into it, all in one array. Two passes over the
 * same numbers fill them: the first pass counts, the second places. */
#ifndef DSG_SEARCH_POSTINGS_H
#define DSG_SEARCH_POSTINGS_H

#include <desig/desig.h>

typedef struct dsg_postings {
    uint32_t *starts; /* bucket_count + 1 */
    uint32_t *items;
    size_t bucket_count;
    size_t item_count;
    int counted;
} dsg_postings;

/* Begin counting. DESIG_E_NOMEM. */
desig_result dsg_postings_open(dsg_postings *postings, const desig_allocator *allocator, size_t bucket_count);

/* Count, or after dsg_postings_counted() place, an item. */
void dsg_postings_put(dsg_postings *postings, size_t bucket, uint32_t item);

/* End counting, and be ready for placing the same items again. DESIG_E_NOMEM. */
desig_result dsg_postings_counted(dsg_postings *postings, const desig_allocator *allocator);

/* The items of a bucket. */
const uint32_t *dsg_postings_get(const dsg_postings *postings, size_t bucket, size_t *count);

void dsg_postings_free(dsg_postings *postings, const desig_allocator *allocator);

/* The bucket of a hash, and how many buckets serve so many items well. */
size_t dsg_postings_bucket(const dsg_postings *postings, uint32_t hash);
size_t dsg_postings_buckets_for(size_t items);

#endif
