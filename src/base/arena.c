#include "base/arena.h"

#include "base/memory.h"

#include <stddef.h>
#include <string.h>

enum { FIRST_BLOCK = 1024, ALIGNMENT = _Alignof(void *) };
enum { PARTS = 32, WORTH_A_HUGE_PAGE = 256 * 1024 };

struct dsg_arena_block {
    dsg_arena_block *older;
    size_t size; /* of `bytes` */
    _Alignas(max_align_t) char bytes[];
};

void dsg_arena_init(dsg_arena *arena, const desig_allocator *allocator) {
    *arena = (dsg_arena){.allocator = allocator, .block_size = FIRST_BLOCK, .last_block_size = DSG_HUGE_PAGE};
}

void dsg_arena_expect(dsg_arena *arena, size_t size) {
    size_t part = size / PARTS / FIRST_BLOCK * FIRST_BLOCK;
    if (part == 0) return;
    arena->block_size = part < WORTH_A_HUGE_PAGE ? part : DSG_HUGE_PAGE;
    arena->last_block_size = arena->block_size;
}

void dsg_arena_free(dsg_arena *arena) {
    dsg_arena_block *block = arena->newest;
    while (block) {
        dsg_arena_block *older = block->older;
        dsg_release(arena->allocator, block, sizeof *block + block->size);
        block = older;
    }
    dsg_arena_init(arena, arena->allocator);
}

static dsg_arena_block *new_block(const dsg_arena *arena, size_t size) {
    dsg_arena_block *block;
    if (size > SIZE_MAX - sizeof *block) return NULL;
    block = dsg_alloc(arena->allocator, sizeof *block + size);
    if (block) block->size = size;
    return block;
}

/* A large piece gets a block of its own. It is put behind the newest block, so that the rest of that one
 * stays in use. */
static void *take_alone(dsg_arena *arena, size_t size) {
    dsg_arena_block *block = new_block(arena, size);
    if (!block) return NULL;
    if (!arena->newest) {
        block->older = NULL;
        arena->newest = block;
        arena->used = size;
    } else {
        block->older = arena->newest->older;
        arena->newest->older = block;
    }
    return block->bytes;
}

static void *take(dsg_arena *arena, size_t size, size_t alignment) {
    size_t start = (arena->used + alignment - 1) & ~(alignment - 1);
    dsg_arena_block *block = arena->newest;
    if (!block || start > block->size || size > block->size - start) {
        if (size > arena->block_size / 4) return take_alone(arena, size);
        block = new_block(arena, arena->block_size - sizeof *block);
        if (!block) return NULL;
        block->older = arena->newest;
        arena->newest = block;
        if (arena->block_size < arena->last_block_size) arena->block_size *= 2;
        start = 0;
    }
    arena->used = start + size;
    return block->bytes + start;
}

void *dsg_arena_take(dsg_arena *arena, size_t size) {
    return take(arena, size, ALIGNMENT);
}

char *dsg_arena_text(dsg_arena *arena, const char *bytes, size_t length) {
    char *text;
    if (length == SIZE_MAX) return NULL;
    text = take(arena, length + 1, 1);
    if (!text) return NULL;
    if (length > 0) memcpy(text, bytes, length);
    text[length] = '\0';
    return text;
}

void dsg_arena_adopt(dsg_arena *into, dsg_arena *from) {
    dsg_arena_block *oldest = from->newest;
    if (!oldest) return;
    if (!into->newest) {
        *into = *from;
    } else {
        while (oldest->older) oldest = oldest->older;
        oldest->older = into->newest->older;
        into->newest->older = from->newest;
    }
    dsg_arena_init(from, from->allocator);
}
