/* A CSV of any size that somebody brings, with a header row: read row by row, in constant memory. Comma,
 * semicolon or tab as separator, recognised by the header; or another one that is told. */
#ifndef TOOL_SHEET_H
#define TOOL_SHEET_H

#include "io/rows.h"

typedef struct csv_sheet csv_sheet;

enum { NO_COLUMN = -1 };

/* Open a file, or standard input for "-", and read its header. `delimiter` 0: recognise it. `tap` is given
 * every byte that is read (NULL: nobody). 0, or EXIT_ERROR after saying why. */
int sheet_open(csv_sheet **out, const char *path, char delimiter,
               void (*tap)(void *context, const void *bytes, size_t length), void *tap_context);
void sheet_close(csv_sheet *sheet); /* NULL is allowed */

/* For messages: the path, or "standard input". */
const char *sheet_name(const csv_sheet *sheet);

/* The position of a column (ASCII case and outer spaces ignored), NO_COLUMN if there is none. -2, after
 * saying so, if several have this name. */
int sheet_column(const csv_sheet *sheet, const char *name);

/* Say that the header has no such column, and which it has; EXIT_ERROR. `hint` says what to do. */
int sheet_lacks(const csv_sheet *sheet, const char *name, const char *hint);

typedef struct sheet_row {
    uint64_t number;    /* 1-based, without the header and empty lines */
    uint64_t line;      /* 1-based */
    uint32_t column;    /* in bytes; of the defect, else 1 */
    const char *defect; /* why its cells cannot be told, NULL if they can; static */
} sheet_row;

/* Read the next row. 1; 0 at the end; -1 after saying why the file cannot be read. A defective row is a row,
 * and reading goes on at its next line. An empty line is no row, unless the sheet has one column. */
int sheet_next(csv_sheet *sheet, sheet_row *row);

/* A cell of the row that was read last: its text with outer spaces left out, NUL-terminated, valid until the
 * next call; *length tells of NULs in it. NULL past the row's end. */
const char *sheet_cell(const csv_sheet *sheet, int column, size_t *length);

/* The bytes of the row that was read last (at first the header), without its line end. */
const char *sheet_bytes(const csv_sheet *sheet, size_t *length);

/* Where a cell of that row begins, or the row ends: 1-based, the column in bytes. */
typedef struct cell_position {
    uint64_t line;
    uint32_t column;
} cell_position;

cell_position sheet_cell_place(const csv_sheet *sheet, int column);

/* How many cells that row lacks of those of the header. */
size_t sheet_lacking(const csv_sheet *sheet);

char sheet_delimiter(const csv_sheet *sheet);

uint64_t sheet_empty_lines(const csv_sheet *sheet);

#endif
