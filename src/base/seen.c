#include "base/seen.h"

#include "base/hash.h"
#include "base/memory.h"

#include <string.h>

enum { FIRST_CAPACITY = 1024 };

void dsg_seen_init(dsg_seen *seen, const desig_allocator *allocator) {
    *seen = (dsg_seen){.allocator = allocator};
}

void dsg_seen_free(dsg_seen *seen) {
    dsg_release(seen->allocator, seen->slots, seen->capacity * sizeof *seen->slots);
    dsg_seen_init(seen, seen->allocator);
}

dsg_digest dsg_digest_of(const void *bytes, size_t length) {
    dsg_digest digest = {
        {dsg_hash(bytes, length), dsg_hash_seeded(bytes, length, UINT64_C(0xc2b2ae3d27d4eb4f))}};
    if (digest.words[0] == 0 && digest.words[1] == 0) digest.words[0] = 1;
    return digest;
}

static int is_free(const dsg_digest *slot) {
    return slot->words[0] == 0 && slot->words[1] == 0;
}

/* The slot that holds a digest, or the free one where it would go. */
static dsg_digest *slot_of(const dsg_seen *seen, const dsg_digest *digest) {
    size_t at = (size_t)digest->words[0] & (seen->capacity - 1);
    while (!is_free(&seen->slots[at]) && memcmp(&seen->slots[at], digest, sizeof *digest) != 0)
        at = (at + 1) & (seen->capacity - 1);
    return &seen->slots[at];
}

static desig_result enlarge(dsg_seen *seen) {
    dsg_seen larger = {.allocator = seen->allocator, .count = seen->count};
    size_t i;
    larger.capacity = seen->capacity == 0 ? FIRST_CAPACITY : seen->capacity * 4;
    larger.slots = dsg_alloc(seen->allocator, larger.capacity * sizeof *larger.slots);
    if (larger.slots == NULL) return DESIG_E_NOMEM;
    memset(larger.slots, 0, larger.capacity * sizeof *larger.slots);
    for (i = 0; i < seen->capacity; i++) {
        if (!is_free(&seen->slots[i])) *slot_of(&larger, &seen->slots[i]) = seen->slots[i];
    }
    dsg_seen_free(seen);
    *seen = larger;
    return DESIG_OK;
}

desig_result dsg_seen_put(dsg_seen *seen, const dsg_digest *digest, int *before) {
    dsg_digest *slot;
    if (seen->count >= seen->capacity / 2) {
        desig_result result = enlarge(seen);
        if (result != DESIG_OK) return result;
    }
    slot = slot_of(seen, digest);
    *before = !is_free(slot);
    if (*before) return DESIG_OK;
    *slot = *digest;
    seen->count++;
    return DESIG_OK;
}
