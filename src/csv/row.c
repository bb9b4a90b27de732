#include "csv/row.h"

static void walk(dsg_row *row, size_t cell) {
    dsg_row_mark *mark = &row->mark;
    int quoted = 0;
    while (mark->cell < cell && mark->offset < row->raw_length) {
        char byte = row->raw[mark->offset++];
        if (byte == '"') quoted = !quoted;
        if (byte == row->delimiter && !quoted) mark->cell++;
        if (byte != '\n') continue;
        mark->lines++;
        mark->line_start = mark->offset;
    }
    mark->cell = cell;
}

void dsg_row_place(dsg_row *row, size_t cell, uint64_t *line, uint32_t *column) {
    if (cell < row->mark.cell) row->mark = (dsg_row_mark){0};
    walk(row, cell);
    *line = row->line + row->mark.lines;
    *column = (uint32_t)(row->mark.offset - row->mark.line_start + 1);
}
