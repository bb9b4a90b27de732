#include "csv/seen_rows.h"

#include "base/memory.h"

#include <string.h>

void dsg_seen_rows_init(dsg_seen_rows *seen, const desig_allocator *allocator) {
    *seen = (dsg_seen_rows){.capacity = 0};
    dsg_table_init(&seen->table, allocator);
}

void dsg_seen_rows_free(dsg_seen_rows *seen) {
    dsg_release(seen->table.allocator, seen->extents, seen->capacity * sizeof *seen->extents);
    dsg_table_free(&seen->table);
    seen->extents = NULL;
    seen->capacity = 0;
}

void dsg_seen_rows_clear(dsg_seen_rows *seen) {
    dsg_table_clear(&seen->table);
}

uint32_t dsg_seen_rows_expect(const dsg_seen_rows *seen, const char *bytes, size_t length) {
    uint32_t hash = dsg_table_hash(&seen->table, bytes, length);
    dsg_table_expect(&seen->table, hash);
    return hash;
}

static int is_same(dsg_input *input, const dsg_row_extent *earlier, size_t length) {
    if (earlier->length != length) return 0;
    const char *bytes = dsg_input_again(input, earlier->offset, length);
    return bytes && memcmp(bytes, input->window, length) == 0;
}

desig_result dsg_seen_rows_put(dsg_seen_rows *seen, dsg_input *input, size_t length, uint32_t hash,
                               int *before) {
    size_t at = hash, count = seen->table.count;
    uint32_t item;
    *before = 0;
    while ((item = dsg_table_seek(&seen->table, hash, &at)) != DSG_TABLE_END) {
        *before = is_same(input, &seen->extents[item], length);
        if (*before) return DESIG_OK;
    }
    dsg_row_extent *extents =
        dsg_grow(seen->table.allocator, seen->extents, sizeof *extents, count, &seen->capacity);
    if (!extents) return DESIG_E_NOMEM;
    seen->extents = extents;
    extents[count] = (dsg_row_extent){input->passed, length};
    return dsg_table_add(&seen->table, hash, (uint32_t)count);
}
