/* Cutting a CSV of any size into rows, in constant memory.
 *
 * A row ends at the first line end (LF, CR LF or CR) before which the number of quotes is even. That is right
 * for every well-formed row; a stray quote makes a row run on, and then costs its own line and no more: the
 * caller finds the defect and asks for the first line alone (rows_first_line()). */
#ifndef TOOL_ROWS_H
#define TOOL_ROWS_H

#include "io/stream.h"

enum { LONGEST_ROW = 1 << 20 }; /* bytes */

typedef struct raw_rows {
    const char *name; /* for messages */
    byte_stream stream;
    desig_source source;
    void (*tap)(void *context, const void *bytes,
                size_t length); /* is given all that is read; NULL: nobody */
    void *tap_context;
    char *window;
    size_t begin; /* of what the window holds and no row has passed */
    size_t end;
    int at_end;
    size_t row_size; /* of the current row, with its line end */
    uint64_t row_lines;
    size_t first_line_size;
    size_t first_line_length; /* without the line end */
    /* The current row: */
    const char *bytes; /* NULL: longer than LONGEST_ROW, and passed over */
    size_t length;     /* without the line end */
    uint64_t line;     /* 1-based */
} raw_rows;

/* Open a file (packed by gzip, too), or standard input for "-", and pass a byte-order mark. 0, or EXIT_ERROR
 * after saying why. */
int rows_open(raw_rows *rows, const char *path);
void rows_close(raw_rows *rows);

/* 1 for a row, 0 at the end, -1 after saying why the file cannot be read. */
int rows_next(raw_rows *rows);

/* Shorten the current row to its first line; the next row begins behind it. */
void rows_first_line(raw_rows *rows);

#endif
