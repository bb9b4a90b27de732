/* A pool of items of one size. Items have numbers, lie in blocks and never move. An item that is given back
 * is the next to be used. */
#ifndef DSG_BASE_POOL_H
#define DSG_BASE_POOL_H

#include <desig/desig.h>

typedef struct dsg_pool {
    const desig_allocator *allocator;
    char **blocks;
    size_t block_count;
    size_t block_capacity;
    size_t item_size;
    uint32_t made;  /* items that were ever made */
    uint32_t given; /* the item that was given back last, DSG_NO_ITEM for none */
} dsg_pool;

#define DSG_NO_ITEM UINT32_MAX
enum { DSG_POOL_BLOCK = 64 }; /* items; a power of two: numbers are split by shifting */

/* `item_size` is at least that of a uint32_t. */
void dsg_pool_init(dsg_pool *pool, const desig_allocator *allocator, size_t item_size);
void dsg_pool_free(dsg_pool *pool);

/* Take an item (not initialised) and return its number; DSG_NO_ITEM when memory ends. */
uint32_t dsg_pool_take(dsg_pool *pool);

static inline void *dsg_pool_at(const dsg_pool *pool, uint32_t item) {
    return pool->blocks[item / DSG_POOL_BLOCK] + item % DSG_POOL_BLOCK * pool->item_size;
}

/* Give an item back. */
void dsg_pool_give(dsg_pool *pool, uint32_t item);

#endif
