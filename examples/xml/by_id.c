#include "by_id.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FIRST_CAPACITY = 64 };

typedef struct by_id_slot {
    const char *kind, *id; /* NULL: empty */
    void *thing;
} by_id_slot;

/* FNV-1a: http://www.isthe.com/chongo/tech/comp/fnv/ */
static uint64_t mix(uint64_t hash, const char *text) {
    for (; *text != '\0'; text++) hash = (hash ^ (unsigned char)*text) * 0x100000001B3u;
    return (hash ^ 0xFF) * 0x100000001B3u;
}

static by_id_slot *slot_of(const by_id *table, const char *kind, const char *id) {
    size_t mask = table->capacity - 1;
    size_t at = (size_t)(mix(mix(0xCBF29CE484222325u, kind), id) >> 7) & mask;
    while (table->slots[at].id &&
           (strcmp(table->slots[at].id, id) != 0 || strcmp(table->slots[at].kind, kind) != 0))
        at = (at + 1) & mask;
    return &table->slots[at];
}

static void grow(by_id *table) {
    by_id larger = {.count = table->count,
                    .capacity = table->capacity ? 2 * table->capacity : FIRST_CAPACITY};
    larger.slots = calloc(larger.capacity, sizeof *larger.slots);
    if (!larger.slots) {
        fputs("out of memory\n", stderr);
        exit(2);
    }
    for (size_t i = 0; i < table->capacity; i++)
        if (table->slots[i].id) *slot_of(&larger, table->slots[i].kind, table->slots[i].id) = table->slots[i];
    free(table->slots);
    *table = larger;
}

void **by_id_place(by_id *table, const char *kind, const char *id, void *thing) {
    if (!id) return NULL;
    if (4 * (table->count + 1) > 3 * table->capacity) grow(table);
    by_id_slot *slot = slot_of(table, kind, id);
    if (!slot->id) {
        *slot = (by_id_slot){kind, id, thing};
        table->count++;
    }
    return &slot->thing;
}

void *by_id_get(const by_id *table, const char *kind, const char *id) {
    return id && table->capacity > 0 ? slot_of(table, kind, id)->thing : NULL;
}

void by_id_clear(by_id *table) {
    free(table->slots);
    *table = (by_id){0};
}
