#include "base/strings.h"

#include "base/hash.h"
#include "base/memory.h"

#include <string.h>

enum { FIRST_CAPACITY = 64 };

struct dsg_strings_slot {
    const char *text; /* NULL: free */
    uint32_t hash;
    uint32_t length;
};

void dsg_strings_init(dsg_strings *strings, dsg_arena *arena) {
    *strings = (dsg_strings){.arena = arena};
}

void dsg_strings_free(dsg_strings *strings) {
    dsg_release(strings->arena->allocator, strings->slots, strings->capacity * sizeof *strings->slots);
    dsg_strings_init(strings, strings->arena);
}

static int enlarge(dsg_strings *strings) {
    size_t capacity = strings->capacity == 0 ? FIRST_CAPACITY : strings->capacity * 2;
    dsg_strings_slot *slots = dsg_alloc(strings->arena->allocator, capacity * sizeof *slots);
    size_t i;
    if (slots == NULL) return 0;
    memset(slots, 0, capacity * sizeof *slots);
    for (i = 0; i < strings->capacity; i++) {
        size_t at = strings->slots[i].hash & (capacity - 1);
        if (strings->slots[i].text == NULL) continue;
        while (slots[at].text != NULL) at = (at + 1) & (capacity - 1);
        slots[at] = strings->slots[i];
    }
    dsg_release(strings->arena->allocator, strings->slots, strings->capacity * sizeof *strings->slots);
    strings->slots = slots;
    strings->capacity = capacity;
    return 1;
}

const char *dsg_strings_keep(dsg_strings *strings, const char *bytes, size_t length) {
    uint32_t hash = (uint32_t)dsg_hash(bytes, length);
    size_t at;
    if (length > UINT32_MAX) return NULL;
    if (strings->count >= strings->capacity / 2 && !enlarge(strings)) return NULL;
    for (at = hash & (strings->capacity - 1); strings->slots[at].text != NULL;
         at = (at + 1) & (strings->capacity - 1)) {
        const dsg_strings_slot *slot = &strings->slots[at];
        if (slot->hash == hash && slot->length == length && memcmp(slot->text, bytes, length) == 0)
            return slot->text;
    }
    strings->slots[at].text = dsg_arena_text(strings->arena, bytes, length);
    if (strings->slots[at].text == NULL) return NULL;
    strings->slots[at].hash = hash;
    strings->slots[at].length = (uint32_t)length;
    strings->count++;
    return strings->slots[at].text;
}
