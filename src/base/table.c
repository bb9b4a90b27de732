#include "base/table.h"

#include "base/hash.h"
#include "base/memory.h"

#include <string.h>

enum { FIRST_CAPACITY = 64 };

void dsg_table_init(dsg_table *table, const desig_allocator *allocator) {
    uintptr_t address = (uintptr_t)table;
    *table = (dsg_table){.allocator = allocator, .key = dsg_hash(&address, sizeof address)};
}

void dsg_table_free(dsg_table *table) {
    dsg_release(table->allocator, table->slots, table->capacity * sizeof *table->slots);
    table->slots = NULL;
    table->capacity = table->count = 0;
}

void dsg_table_clear(dsg_table *table) {
    if (table->count > 0) memset(table->slots, 0, table->capacity * sizeof *table->slots);
    table->count = 0;
}

static dsg_table_slot *free_slot(dsg_table_slot *slots, size_t capacity, uint32_t hash) {
    size_t at = hash & (capacity - 1);
    while (slots[at].item != 0) at = (at + 1) & (capacity - 1);
    return &slots[at];
}

static desig_result enlarge(dsg_table *table, size_t capacity) {
    dsg_table_slot *slots;
    if (capacity > SIZE_MAX / sizeof *slots) return DESIG_E_NOMEM;
    slots = dsg_alloc(table->allocator, capacity * sizeof *slots);
    if (!slots) return DESIG_E_NOMEM;
    memset(slots, 0, capacity * sizeof *slots);
    for (size_t i = 0; i < table->capacity; i++)
        if (table->slots[i].item != 0) *free_slot(slots, capacity, table->slots[i].hash) = table->slots[i];
    dsg_release(table->allocator, table->slots, table->capacity * sizeof *table->slots);
    table->slots = slots;
    table->capacity = capacity;
    return DESIG_OK;
}

/* At most three quarters full. */
desig_result dsg_table_reserve(dsg_table *table, size_t more) {
    size_t capacity = table->capacity > 0 ? table->capacity : FIRST_CAPACITY;
    while (table->count + more > capacity / 4 * 3 && capacity <= SIZE_MAX / 2) capacity *= 2;
    return capacity == table->capacity ? DESIG_OK : enlarge(table, capacity);
}

void dsg_table_put(dsg_table *table, uint32_t hash, uint32_t item) {
    *free_slot(table->slots, table->capacity, hash) = (dsg_table_slot){hash, item + 1};
    table->count++;
}

desig_result dsg_table_add(dsg_table *table, uint32_t hash, uint32_t item) {
    desig_result result = dsg_table_reserve(table, 1);
    if (result == DESIG_OK) dsg_table_put(table, hash, item);
    return result;
}

uint32_t dsg_table_hash(const dsg_table *table, const void *bytes, size_t length) {
    return (uint32_t)dsg_hash_seeded(bytes, length, table->key);
}

void dsg_table_expect(const dsg_table *table, uint32_t hash) {
#if defined(__GNUC__)
    if (table->capacity > 0) __builtin_prefetch(&table->slots[hash & (table->capacity - 1)], 1);
#else
    (void)table;
    (void)hash;
#endif
}
