/* A row of cells, as the parser hands it to a format. */
#ifndef DSG_CSV_ROW_H
#define DSG_CSV_ROW_H

#include <stddef.h>
#include <stdint.h>

/* UTF-8, NUL-terminated, no NUL within. text NULL: the cell is absent (empty without quotes, or past the
 * row's end); "" in quotes is an empty text. */
typedef struct dsg_cell {
    const char *text;
    size_t length;
} dsg_cell;

typedef struct dsg_row {
    dsg_cell *cells;
    size_t count;
    uint64_t line;   /* 1-based, of the row's first byte */
    const char *raw; /* the row's bytes without its line end, in UTF-8 */
    size_t raw_length;
    char delimiter;
} dsg_row;

/* The place of a cell's first byte: line and column (1-based, bytes). A cell past the end: the row's end. */
void dsg_row_place(const dsg_row *row, size_t cell, uint64_t *line, uint32_t *column);

#endif
