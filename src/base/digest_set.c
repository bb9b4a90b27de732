#include "base/digest_set.h"

#include "base/hash.h"
#include "base/memory.h"

#include <string.h>

enum { FIRST_CAPACITY = 64 };

void dsg_digest_set_init(dsg_digest_set *seen, const desig_allocator *allocator) {
    *seen = (dsg_digest_set){.allocator = allocator};
}

void dsg_digest_set_free(dsg_digest_set *seen) {
    dsg_release(seen->allocator, seen->slots, seen->capacity * sizeof *seen->slots);
    dsg_digest_set_init(seen, seen->allocator);
}

void dsg_digest_set_clear(dsg_digest_set *seen) {
    if (seen->count > 0) memset(seen->slots, 0, seen->capacity * sizeof *seen->slots);
    seen->count = 0;
}

/* The slot that holds a digest, or the free one where it would go. */
static uint64_t *slot_of(const dsg_digest_set *seen, uint64_t digest) {
    size_t at = (size_t)digest & (seen->capacity - 1);
    while (seen->slots[at] != 0 && seen->slots[at] != digest) at = (at + 1) & (seen->capacity - 1);
    return &seen->slots[at];
}

static desig_result enlarge(dsg_digest_set *seen) {
    dsg_digest_set larger = {.allocator = seen->allocator, .count = seen->count};
    size_t i;
    larger.capacity = seen->capacity == 0 ? FIRST_CAPACITY : seen->capacity * 2;
    larger.slots = dsg_alloc(seen->allocator, larger.capacity * sizeof *larger.slots);
    if (larger.slots == NULL) return DESIG_E_NOMEM;
    memset(larger.slots, 0, larger.capacity * sizeof *larger.slots);
    for (i = 0; i < seen->capacity; i++) {
        if (seen->slots[i] != 0) *slot_of(&larger, seen->slots[i]) = seen->slots[i];
    }
    dsg_digest_set_free(seen);
    *seen = larger;
    return DESIG_OK;
}

uint64_t dsg_digest_set_digest(const void *bytes, size_t length) {
    uint64_t digest = dsg_hash(bytes, length);
    return digest == 0 ? 1 : digest;
}

void dsg_digest_set_expect(const dsg_digest_set *seen, uint64_t digest) {
#if defined(__GNUC__)
    if (seen->capacity > 0) __builtin_prefetch(&seen->slots[(size_t)digest & (seen->capacity - 1)], 1);
#else
    (void)seen;
    (void)digest;
#endif
}

desig_result dsg_digest_set_put(dsg_digest_set *seen, uint64_t digest, int *before) {
    uint64_t *slot;
    if (seen->count >= seen->capacity / 4 * 3) {
        desig_result result = enlarge(seen);
        if (result != DESIG_OK) return result;
    }
    slot = slot_of(seen, digest);
    *before = *slot != 0;
    if (*before) return DESIG_OK;
    *slot = digest;
    seen->count++;
    return DESIG_OK;
}
