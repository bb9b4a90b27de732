/* Similar parts are the parts of a dictionary that share a key with a part of a query. All parts that are
 * like it are among them, and some that are not. */
#ifndef DSG_SEARCH_SIMILAR_PARTS_H
#define DSG_SEARCH_SIMILAR_PARTS_H

#include "search/dictionary.h"

/* A dictionary's part that two or three of the query's make when they are written as one. */
typedef struct dsg_similar_joined {
    uint32_t entry;
    uint32_t part; /* one of those of the query */
} dsg_similar_joined;

typedef struct dsg_similar_parts {
    const dsg_dictionary *dictionary;
    const desig_allocator *allocator;
    uint32_t *parts_of; /* by the dictionary's entry: to which parts of the query it is similar, a bit each */
    uint32_t *entries;  /* of each part of the query in turn */
    size_t count;
    size_t capacity;
    size_t starts[DSG_NAME_PARTS + 1];
    dsg_similar_joined *joined;
    size_t joined_count;
    size_t joined_capacity;
} dsg_similar_parts;

/* DESIG_E_NOMEM. Free in any case. */
desig_result dsg_similar_open(dsg_similar_parts *similar, const dsg_dictionary *dictionary,
                              const desig_allocator *allocator);
void dsg_similar_free(dsg_similar_parts *similar);

/* Find what is similar to each part of a query. DESIG_E_NOMEM. */
desig_result dsg_similar_find(dsg_similar_parts *similar, const dsg_name_parts *query);

/* The parts of the query that a part of the dictionary is similar to. */
static inline uint32_t dsg_similar_of(const dsg_similar_parts *similar, uint32_t entry) {
    return similar->parts_of[entry];
}

/* Whether the part, with a neighbour, is this one. */
int dsg_similar_is_joined(const dsg_similar_parts *similar, size_t part, uint32_t entry);

#endif
