/* A growing sequence of items of one size, in blocks that never move. */
#ifndef DSG_BASE_POOL_H
#define DSG_BASE_POOL_H

#include <desig/desig.h>

typedef struct dsg_pool_block dsg_pool_block;

typedef struct dsg_pool {
    const desig_allocator *allocator;
    dsg_pool_block *first;
    dsg_pool_block *last;
    size_t item_size;
    size_t count;
} dsg_pool;

void dsg_pool_init(dsg_pool *pool, const desig_allocator *allocator, size_t item_size);
void dsg_pool_free(dsg_pool *pool);

/* Add an item (not initialised) and return it; NULL when memory ends. */
void *dsg_pool_add(dsg_pool *pool);

/* Call `visit` for every item, oldest first. */
void dsg_pool_each(const dsg_pool *pool, void (*visit)(void *context, void *item), void *context);

#endif
