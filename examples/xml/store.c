#include "store.h"

#include <stdalign.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { BLOCK_BYTES = 1000, FIRST_THINGS = 4 };

struct store_block {
    struct store_block *older;
    size_t used, capacity;
    alignas(max_align_t) char bytes[];
};

void *store_take(store *from, size_t bytes) {
    struct store_block *block = from->newest;
    size_t aligned = (bytes + alignof(max_align_t) - 1) / alignof(max_align_t) * alignof(max_align_t);
    if (!block || block->capacity - block->used < aligned) {
        size_t capacity = aligned > BLOCK_BYTES / 4 ? aligned : BLOCK_BYTES;
        struct store_block *fresh = aligned < bytes ? NULL : calloc(1, sizeof *fresh + capacity);
        if (!fresh) {
            fputs("out of memory\n", stderr);
            exit(2);
        }
        fresh->capacity = capacity;
        fresh->older = block;
        from->newest = block = fresh;
    }
    block->used += aligned;
    from->taken += aligned;
    return block->bytes + (block->used - aligned);
}

char *store_copy(store *from, const char *text, size_t length) {
    char *copy = store_take(from, length + 1);
    if (length > 0) memcpy(copy, text, length);
    return copy;
}

const char *store_join(store *from, const char *a, const char *separator, const char *b) {
    int has_a = a && *a, has_b = b && *b;
    if (!has_a || !has_b) return has_a ? a : has_b ? b : NULL;
    size_t length = strlen(a) + strlen(separator) + strlen(b) + 1;
    char *joined = store_take(from, length);
    snprintf(joined, length, "%s%s%s", a, separator, b);
    return joined;
}

void *store_room(store *from, void *things, size_t count, size_t size) {
    /* Full at 0, 4, 8, 16, ...: the count tells how much room there is. */
    int full = count == 0 || (count >= FIRST_THINGS && (count & (count - 1)) == 0);
    if (!full) return things;
    void *larger = store_take(from, (count < FIRST_THINGS ? FIRST_THINGS : 2 * count) * size);
    if (count > 0) memcpy(larger, things, count * size);
    return larger;
}

void store_clear(store *from) {
    while (from->newest) {
        struct store_block *older = from->newest->older;
        free(from->newest);
        from->newest = older;
    }
    from->taken = 0;
}
