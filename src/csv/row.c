#include "csv/row.h"

/* The offset of a cell's first byte in the raw row. */
static size_t offset_of(const dsg_row *row, size_t cell) {
    size_t at = 0;
    int quoted = 0;
    while (cell > 0 && at < row->raw_length) {
        char byte = row->raw[at++];
        if (byte == '"') quoted = !quoted;
        if (byte == row->delimiter && !quoted) cell--;
    }
    return at;
}

void dsg_row_place(const dsg_row *row, size_t cell, uint64_t *line, uint32_t *column) {
    size_t offset = offset_of(row, cell), i, line_start = 0;
    *line = row->line;
    for (i = 0; i < offset; i++) {
        if (row->raw[i] != '\n') continue;
        ++*line;
        line_start = i + 1;
    }
    *column = (uint32_t)(offset - line_start + 1);
}
