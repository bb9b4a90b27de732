/* Memory that is taken piece by piece and released all at once. */
#ifndef DSG_BASE_ARENA_H
#define DSG_BASE_ARENA_H

#include <desig/desig.h>

typedef struct dsg_arena_block dsg_arena_block;

typedef struct dsg_arena {
    const desig_allocator *allocator; /* outlives the arena */
    dsg_arena_block *newest;
    size_t used;            /* of the newest block */
    size_t block_size;      /* of the next block, all in all; doubles up to */
    size_t last_block_size; /* this */
} dsg_arena;

void dsg_arena_init(dsg_arena *arena, const desig_allocator *allocator);
void dsg_arena_free(dsg_arena *arena);

/* About so many bytes more will be taken: blocks are then so small that little of the last one is wasted, or
 * they are huge pages. */
void dsg_arena_expect(dsg_arena *arena, size_t size);

/* Take `size` bytes, aligned for any object; NULL when memory ends. */
void *dsg_arena_take(dsg_arena *arena, size_t size);

/* Copy `length` bytes and add a NUL; unaligned. NULL when memory ends. */
char *dsg_arena_text(dsg_arena *arena, const char *bytes, size_t length);

/* Move all blocks of `from` into `into`, and leave `from` empty. Both share one allocator. */
void dsg_arena_adopt(dsg_arena *into, dsg_arena *from);

#endif
