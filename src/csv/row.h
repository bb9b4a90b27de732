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

/* How far a row has been walked to find places. */
typedef struct dsg_row_mark {
    size_t cell;
    size_t offset;     /* of the cell's first byte, or the row's end */
    size_t line_start; /* the offset of the line in which that is */
    uint64_t lines;    /* before that line */
} dsg_row_mark;

typedef struct dsg_row {
    dsg_cell *cells;
    size_t count;
    uint64_t line;   /* 1-based, of the row's first byte */
    const char *raw; /* the row's bytes without its line end, in UTF-8 */
    size_t raw_length;
    char delimiter;
    dsg_row_mark mark; /* all 0 at first */
} dsg_row;

/* The place of a cell's first byte: line and column (1-based, bytes). A cell past the end: the row's end. It
 * goes on from the cell that was asked for before: a million findings in a row take no longer than the row.
 */
void dsg_row_place(dsg_row *row, size_t cell, uint64_t *line, uint32_t *column);

#endif
