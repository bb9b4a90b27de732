#include "base/strings.h"

#include "base/hash.h"
#include "base/memory.h"

#include <string.h>

enum { FIRST_CAPACITY = 64 };

/* Hashes stand apart from the texts, so that looking for a text touches little memory. */
void dsg_strings_init(dsg_strings *strings, dsg_arena *arena) {
    *strings = (dsg_strings){.arena = arena};
}

void dsg_strings_free(dsg_strings *strings) {
    const desig_allocator *allocator = strings->arena->allocator;
    dsg_release(allocator, strings->hashes, strings->capacity * sizeof *strings->hashes);
    dsg_release(allocator, strings->texts, strings->capacity * sizeof(*strings->texts));
    dsg_strings_init(strings, strings->arena);
}

static void move_texts(const dsg_strings *from, dsg_strings *to) {
    size_t i;
    for (i = 0; i < from->capacity; i++) {
        size_t at = from->hashes[i] & (to->capacity - 1);
        if (from->hashes[i] == 0) continue;
        while (to->hashes[at] != 0) at = (at + 1) & (to->capacity - 1);
        to->hashes[at] = from->hashes[i];
        to->texts[at] = from->texts[i];
    }
}

static int enlarge(dsg_strings *strings) {
    const desig_allocator *allocator = strings->arena->allocator;
    dsg_strings larger = {.arena = strings->arena, .count = strings->count};
    size_t capacity = strings->capacity == 0 ? FIRST_CAPACITY : strings->capacity * 2;
    larger.hashes = dsg_alloc(allocator, capacity * sizeof *larger.hashes);
    larger.texts = dsg_alloc(allocator, capacity * sizeof(*larger.texts));
    larger.capacity = capacity;
    if (larger.hashes == NULL || larger.texts == NULL) {
        dsg_strings_free(&larger);
        return 0;
    }
    memset(larger.hashes, 0, capacity * sizeof *larger.hashes);
    move_texts(strings, &larger);
    dsg_strings_free(strings);
    *strings = larger;
    return 1;
}

const char *dsg_strings_keep(dsg_strings *strings, const char *bytes, size_t length) {
    uint32_t hash = (uint32_t)dsg_hash(bytes, length) | UINT32_C(0x80000000);
    const char *text;
    size_t at;
    if (strings->count >= strings->capacity / 4 * 3 && !enlarge(strings)) return NULL;
    for (at = hash & (strings->capacity - 1); strings->hashes[at] != 0;
         at = (at + 1) & (strings->capacity - 1)) {
        text = strings->texts[at];
        if (strings->hashes[at] == hash && strncmp(text, bytes, length) == 0 && text[length] == '\0')
            return text;
    }
    text = dsg_arena_text(strings->arena, bytes, length);
    if (text == NULL) return NULL;
    strings->hashes[at] = hash;
    strings->texts[at] = text;
    strings->count++;
    return text;
}
