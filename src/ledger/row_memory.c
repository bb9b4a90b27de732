#include "ledger/row_memory.h"

#include "base/hash.h"
#include "base/memory.h"

#include <string.h>

enum { FIRST_SLOTS = 1024 };

void dsg_row_memory_init(dsg_row_memory *memory, const desig_allocator *allocator) {
    *memory = (dsg_row_memory){.allocator = allocator};
    dsg_arena_init(&memory->arena, allocator);
    dsg_buffer_init(&memory->form, allocator, SIZE_MAX / 2);
}

void dsg_row_memory_free(dsg_row_memory *memory) {
    dsg_arena_free(&memory->arena);
    dsg_buffer_free(&memory->form);
    dsg_release(memory->allocator, memory->rows, memory->capacity * sizeof *memory->rows);
    dsg_release(memory->allocator, memory->slots, memory->slot_count * sizeof *memory->slots);
    dsg_row_order_free(&memory->newest, memory->allocator);
    dsg_row_memory_init(memory, memory->allocator);
}

/* ---- Rows by their bytes ---- */

uint32_t dsg_row_memory_hash(const char *bytes, size_t length) {
    return (uint32_t)dsg_hash(bytes, length);
}

static int is_row(const dsg_remembered_row *row, const char *bytes, size_t length, uint32_t hash) {
    return row->hash == hash && row->length == length && memcmp(row->bytes, bytes, length) == 0;
}

uint32_t dsg_row_memory_find(const dsg_row_memory *memory, const char *bytes, size_t length, uint32_t hash) {
    if (memory->slot_count == 0) return DSG_NO_ROW;
    size_t at = hash & (memory->slot_count - 1);
    while (memory->slots[at] != 0 && !is_row(&memory->rows[memory->slots[at] - 1], bytes, length, hash))
        at = (at + 1) & (memory->slot_count - 1);
    return memory->slots[at] == 0 ? DSG_NO_ROW : memory->slots[at] - 1;
}

static void put(dsg_row_memory *memory, size_t number) {
    size_t at = memory->rows[number].hash & (memory->slot_count - 1);
    while (memory->slots[at] != 0) at = (at + 1) & (memory->slot_count - 1);
    memory->slots[at] = (uint32_t)number + 1;
}

static void put_all(dsg_row_memory *memory) {
    memset(memory->slots, 0, memory->slot_count * sizeof *memory->slots);
    for (size_t i = 0; i < memory->count; i++) put(memory, i);
}

/* Keep the table at most half full with one row more. */
static desig_result reserve_slots(dsg_row_memory *memory) {
    size_t slot_count = memory->slot_count == 0 ? FIRST_SLOTS : memory->slot_count;
    while (memory->count + 1 > slot_count / 2) slot_count *= 2;
    if (slot_count == memory->slot_count) return DESIG_OK;
    uint32_t *slots = dsg_alloc(memory->allocator, slot_count * sizeof *slots);
    if (!slots) return DESIG_E_NOMEM;
    dsg_release(memory->allocator, memory->slots, memory->slot_count * sizeof *memory->slots);
    memory->slots = slots;
    memory->slot_count = slot_count;
    put_all(memory);
    return DESIG_OK;
}

desig_result dsg_row_memory_add(dsg_row_memory *memory, const char *bytes, size_t length, uint32_t hash,
                                uint32_t record) {
    dsg_remembered_row *rows =
        dsg_grow(memory->allocator, memory->rows, sizeof *rows, memory->count, &memory->capacity);
    if (!rows) return DESIG_E_NOMEM;
    memory->rows = rows;
    const char *kept = dsg_arena_text(&memory->arena, bytes, length);
    if (!kept || length > UINT32_MAX || memory->count >= DSG_NO_ROW - 1) return DESIG_E_NOMEM;
    desig_result result = reserve_slots(memory);
    if (result != DESIG_OK) return result;
    rows[memory->count] = (dsg_remembered_row){kept, (uint32_t)length, hash, record};
    put(memory, memory->count++);
    return DESIG_OK;
}

void dsg_row_memory_forget(dsg_row_memory *memory, size_t from) {
    if (from >= memory->count) return;
    memory->count = from;
    put_all(memory);
}

/* ---- Orders ---- */

desig_result dsg_row_order_add(dsg_row_order *order, const desig_allocator *allocator, uint32_t row) {
    uint32_t *rows = dsg_grow(allocator, order->rows, sizeof *rows, order->count, &order->capacity);
    if (!rows) return DESIG_E_NOMEM;
    order->rows = rows;
    rows[order->count++] = row;
    return DESIG_OK;
}

void dsg_row_order_free(dsg_row_order *order, const desig_allocator *allocator) {
    dsg_release(allocator, order->rows, order->capacity * sizeof *order->rows);
    *order = (dsg_row_order){NULL, 0, 0};
}
