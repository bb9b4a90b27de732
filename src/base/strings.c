#include "base/strings.h"

#include "base/memory.h"

#include <string.h>

void dsg_strings_init(dsg_strings *strings, dsg_arena *arena) {
    *strings = (dsg_strings){.arena = arena};
    dsg_table_init(&strings->table, arena->allocator);
}

void dsg_strings_free(dsg_strings *strings) {
    dsg_release(strings->arena->allocator, strings->strings, strings->capacity * sizeof *strings->strings);
    dsg_table_free(&strings->table);
    dsg_strings_init(strings, strings->arena);
}

static const char *find(const dsg_strings *strings, uint32_t hash, const char *bytes, size_t length) {
    size_t at = hash;
    uint32_t item;
    while ((item = dsg_table_seek(&strings->table, hash, &at)) != DSG_TABLE_END) {
        const dsg_string *found = &strings->strings[item];
        if (found->length == length && memcmp(found->text, bytes, length) == 0) return found->text;
    }
    return NULL;
}

const char *dsg_strings_keep(dsg_strings *strings, const char *bytes, size_t length) {
    const desig_allocator *allocator = strings->arena->allocator;
    uint32_t hash = dsg_table_hash(&strings->table, bytes, length);
    const char *text = find(strings, hash, bytes, length);
    if (text) return text;
    size_t count = strings->table.count;
    dsg_string *grown = dsg_grow(allocator, strings->strings, sizeof *grown, count, &strings->capacity);
    if (!grown) return NULL;
    strings->strings = grown;
    if (dsg_table_reserve(&strings->table, 1) != DESIG_OK) return NULL;
    text = dsg_arena_text(strings->arena, bytes, length);
    if (!text) return NULL;
    dsg_table_put(&strings->table, hash, (uint32_t)count);
    grown[count] = (dsg_string){text, length};
    return text;
}
