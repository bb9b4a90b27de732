#include "csv/seen_rows.h"

#include "base/hash.h"
#include "base/memory.h"

#include <string.h>

enum { FIRST_CAPACITY = 64 };

void dsg_seen_rows_init(dsg_seen_rows *seen, const desig_allocator *allocator) {
    *seen = (dsg_seen_rows){.allocator = allocator};
}

void dsg_seen_rows_free(dsg_seen_rows *seen) {
    dsg_release(seen->allocator, seen->hashes, seen->capacity * sizeof *seen->hashes);
    dsg_release(seen->allocator, seen->extents, seen->capacity * sizeof *seen->extents);
    dsg_seen_rows_init(seen, seen->allocator);
}

void dsg_seen_rows_clear(dsg_seen_rows *seen) {
    if (seen->count > 0) memset(seen->hashes, 0, seen->capacity * sizeof *seen->hashes);
    seen->count = 0;
}

/* The slot that holds a hash, or the free one where it would go. */
static size_t slot_of(const dsg_seen_rows *seen, uint64_t hash) {
    size_t at = (size_t)hash & (seen->capacity - 1);
    while (seen->hashes[at] != 0 && seen->hashes[at] != hash) at = (at + 1) & (seen->capacity - 1);
    return at;
}

static desig_result enlarge(dsg_seen_rows *seen) {
    dsg_seen_rows larger = {.allocator = seen->allocator, .count = seen->count};
    larger.capacity = seen->capacity == 0 ? FIRST_CAPACITY : seen->capacity * 2;
    larger.hashes = dsg_alloc(seen->allocator, larger.capacity * sizeof *larger.hashes);
    larger.extents = dsg_alloc(seen->allocator, larger.capacity * sizeof *larger.extents);
    if (!larger.hashes || !larger.extents) {
        dsg_seen_rows_free(&larger);
        return DESIG_E_NOMEM;
    }
    memset(larger.hashes, 0, larger.capacity * sizeof *larger.hashes);
    for (size_t i = 0; i < seen->capacity; i++) {
        if (seen->hashes[i] == 0) continue;
        size_t slot = slot_of(&larger, seen->hashes[i]);
        larger.hashes[slot] = seen->hashes[i];
        larger.extents[slot] = seen->extents[i];
    }
    dsg_seen_rows_free(seen);
    *seen = larger;
    return DESIG_OK;
}

uint64_t dsg_seen_rows_expect(const dsg_seen_rows *seen, const char *bytes, size_t length) {
    uint64_t hash = dsg_hash(bytes, length);
    if (hash == 0) hash = 1;
#if defined(__GNUC__)
    if (seen->capacity > 0) {
        __builtin_prefetch(&seen->hashes[(size_t)hash & (seen->capacity - 1)], 1);
        __builtin_prefetch(&seen->extents[(size_t)hash & (seen->capacity - 1)], 1);
    }
#endif
    return hash;
}

static int is_same(dsg_input *input, const dsg_row_extent *earlier, size_t length) {
    if (earlier->length != length) return 0;
    const char *bytes = dsg_input_again(input, earlier->offset, length);
    return bytes && memcmp(bytes, input->window, length) == 0;
}

desig_result dsg_seen_rows_put(dsg_seen_rows *seen, dsg_input *input, size_t length, uint64_t hash,
                               int *before) {
    *before = 0;
    if (seen->count >= seen->capacity / 4 * 3) {
        desig_result result = enlarge(seen);
        if (result != DESIG_OK) return result;
    }
    size_t slot = slot_of(seen, hash);
    if (seen->hashes[slot] != 0) {
        *before = is_same(input, &seen->extents[slot], length);
        return DESIG_OK;
    }
    seen->hashes[slot] = hash;
    seen->extents[slot] = (dsg_row_extent){input->passed, length};
    seen->count++;
    return DESIG_OK;
}
