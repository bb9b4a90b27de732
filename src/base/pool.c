#include "base/pool.h"

#include "base/memory.h"

#include <stddef.h>

enum { BLOCK_BYTES = 64 * 1024 };

struct dsg_pool_block {
    dsg_pool_block *next;
    size_t count;
    _Alignas(max_align_t) char bytes[];
};

static size_t items_per_block(const dsg_pool *pool) {
    return BLOCK_BYTES / pool->item_size;
}

static size_t block_size(const dsg_pool *pool) {
    return sizeof(dsg_pool_block) + items_per_block(pool) * pool->item_size;
}

void dsg_pool_init(dsg_pool *pool, const desig_allocator *allocator, size_t item_size) {
    *pool = (dsg_pool){.allocator = allocator, .item_size = item_size};
}

void dsg_pool_free(dsg_pool *pool) {
    dsg_pool_block *block = pool->first;
    while (block != NULL) {
        dsg_pool_block *next = block->next;
        dsg_release(pool->allocator, block, block_size(pool));
        block = next;
    }
    dsg_pool_init(pool, pool->allocator, pool->item_size);
}

static int add_block(dsg_pool *pool) {
    dsg_pool_block *block = dsg_alloc(pool->allocator, block_size(pool));
    if (block == NULL) return 0;
    block->next = NULL;
    block->count = 0;
    if (pool->last == NULL)
        pool->first = block;
    else
        pool->last->next = block;
    pool->last = block;
    return 1;
}

void *dsg_pool_add(dsg_pool *pool) {
    if ((pool->last == NULL || pool->last->count == items_per_block(pool)) && !add_block(pool)) return NULL;
    pool->count++;
    return pool->last->bytes + pool->last->count++ * pool->item_size;
}

void dsg_pool_each(const dsg_pool *pool, void (*visit)(void *context, void *item), void *context) {
    dsg_pool_block *block;
    for (block = pool->first; block != NULL; block = block->next) {
        size_t i;
        for (i = 0; i < block->count; i++) visit(context, block->bytes + i * pool->item_size);
    }
}
