#include "base/pool.h"

#include "base/memory.h"

#include <string.h>

void dsg_pool_init(dsg_pool *pool, const desig_allocator *allocator, size_t item_size) {
    *pool = (dsg_pool){.allocator = allocator, .item_size = item_size, .given = DSG_NO_ITEM};
}

void dsg_pool_free(dsg_pool *pool) {
    for (size_t i = 0; i < pool->block_count; i++)
        dsg_release(pool->allocator, pool->blocks[i], DSG_POOL_BLOCK * pool->item_size);
    dsg_release(pool->allocator, pool->blocks, pool->block_capacity * sizeof *pool->blocks);
    dsg_pool_init(pool, pool->allocator, pool->item_size);
}

static int add_block(dsg_pool *pool) {
    char **blocks =
        dsg_grow(pool->allocator, pool->blocks, sizeof *blocks, pool->block_count, &pool->block_capacity);
    if (!blocks) return 0;
    pool->blocks = blocks;
    blocks[pool->block_count] = dsg_alloc(pool->allocator, DSG_POOL_BLOCK * pool->item_size);
    if (!blocks[pool->block_count]) return 0;
    pool->block_count++;
    return 1;
}

uint32_t dsg_pool_take(dsg_pool *pool) {
    uint32_t item = pool->given;
    if (item != DSG_NO_ITEM) {
        memcpy(&pool->given, dsg_pool_at(pool, item), sizeof item);
        return item;
    }
    if (pool->made == DSG_NO_ITEM) return DSG_NO_ITEM;
    if (pool->made == pool->block_count * DSG_POOL_BLOCK && !add_block(pool)) return DSG_NO_ITEM;
    return pool->made++;
}

void dsg_pool_give(dsg_pool *pool, uint32_t item) {
    memcpy(dsg_pool_at(pool, item), &pool->given, sizeof pool->given);
    pool->given = item;
}
