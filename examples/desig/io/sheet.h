/* A CSV of any size that somebody brings, with a header row: the library's rows, and what is said when they
 * cannot be read. */
#ifndef TOOL_SHEET_H
#define TOOL_SHEET_H

#include "io/files.h"

enum { NO_COLUMN = -1 };

typedef struct csv_sheet {
    const char *name; /* for messages: the path, or "standard input" */
    const desig_csv_row *header;
    const desig_csv_row *row; /* that was read last */
    uint64_t row_count;
    uint64_t empty_lines; /* that were passed over */
    desig_csv *csv;
    byte_stream stream;
    desig_source opened; /* the stream as it is, below the tap */
    desig_source tapped;
    void (*tap)(void *context, const void *bytes, size_t length);
    void *tap_context;
} csv_sheet;

/* Open a file, or standard input for "-", and read its header. `delimiter` 0: recognise it. `tap` is given
 * every byte that is read (NULL: nobody). 0, or EXIT_ERROR after saying why; close it in either case. */
int sheet_open(csv_sheet *sheet, const char *path, char delimiter,
               void (*tap)(void *context, const void *bytes, size_t length), void *tap_context);
void sheet_close(csv_sheet *sheet);

/* The position of a column (ASCII case and outer spaces ignored), NO_COLUMN if there is none. -2, after
 * saying so, if several have this name. */
int sheet_column(const csv_sheet *sheet, const char *name);

/* Say that the header has no such column, and which it has; EXIT_ERROR. `hint` says what to do. */
int sheet_lacks(const csv_sheet *sheet, const char *name, const char *hint);

/* What is told of a row after the next one has been read. */
typedef struct sheet_row {
    uint64_t number;    /* from 1, without the header and empty lines */
    uint64_t line;      /* from 1 */
    uint32_t column;    /* in bytes; of the defect, else 1 */
    const char *defect; /* why its cells cannot be relied on, NULL if they can; static */
} sheet_row;

/* Read the next row. 1; 0 at the end; -1 after saying why the file cannot be read. A defective row is a row,
 * and reading goes on at its next line. An empty line is no row, unless the sheet has one column. */
int sheet_next(csv_sheet *sheet, sheet_row *row);

/* A cell of the row that was read last; NULL past its end. */
const desig_csv_cell *sheet_cell(const csv_sheet *sheet, int column);

#endif
