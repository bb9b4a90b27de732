#include "ledger/row_memory.h"

#include "base/memory.h"

#include <string.h>

void dsg_row_memory_init(dsg_row_memory *memory, const desig_allocator *allocator) {
    *memory = (dsg_row_memory){.allocator = allocator};
    dsg_table_init(&memory->by_bytes, allocator);
    dsg_arena_init(&memory->arena, allocator);
    dsg_buffer_init(&memory->form, allocator, SIZE_MAX / 2);
}

void dsg_row_memory_free(dsg_row_memory *memory) {
    dsg_arena_free(&memory->arena);
    dsg_buffer_free(&memory->form);
    dsg_release(memory->allocator, memory->rows, memory->capacity * sizeof *memory->rows);
    dsg_table_free(&memory->by_bytes);
    dsg_row_order_free(&memory->newest, memory->allocator);
    dsg_row_memory_init(memory, memory->allocator);
}

/* ---- Rows by their bytes ---- */

uint32_t dsg_row_memory_hash(const dsg_row_memory *memory, const char *bytes, size_t length) {
    return dsg_table_hash(&memory->by_bytes, bytes, length);
}

uint32_t dsg_row_memory_find(const dsg_row_memory *memory, const char *bytes, size_t length, uint32_t hash) {
    size_t at = hash;
    uint32_t row;
    while ((row = dsg_table_seek(&memory->by_bytes, hash, &at)) != DSG_TABLE_END) {
        const dsg_remembered_row *found = &memory->rows[row];
        if (found->length == length && memcmp(found->bytes, bytes, length) == 0) return row;
    }
    return DSG_NO_ROW;
}

desig_result dsg_row_memory_add(dsg_row_memory *memory, const char *bytes, size_t length, uint32_t hash,
                                uint32_t record) {
    dsg_remembered_row *rows =
        dsg_grow(memory->allocator, memory->rows, sizeof *rows, memory->count, &memory->capacity);
    if (!rows) return DESIG_E_NOMEM;
    memory->rows = rows;
    const char *kept = dsg_arena_text(&memory->arena, bytes, length);
    if (!kept || length > UINT32_MAX || memory->count >= DSG_NO_ROW - 1) return DESIG_E_NOMEM;
    desig_result result = dsg_table_add(&memory->by_bytes, hash, (uint32_t)memory->count);
    if (result != DESIG_OK) return result;
    rows[memory->count++] = (dsg_remembered_row){kept, (uint32_t)length, hash, record};
    return DESIG_OK;
}

void dsg_row_memory_forget(dsg_row_memory *memory, size_t from) {
    if (from >= memory->count) return;
    memory->count = from;
    dsg_table_clear(&memory->by_bytes);
    for (size_t i = 0; i < from; i++) dsg_table_put(&memory->by_bytes, memory->rows[i].hash, (uint32_t)i);
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
