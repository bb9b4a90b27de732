/* Cuts a source into rows and counts their lines. Line breaks within quotes belong to the row.
 *
 * A row ends at the first line end with an even number of quotes before it. That is right for every
 * well-formed row, whatever the separator. A stray quote makes a row run on. The parser then finds the
 * defect, and the caller goes on after the first line of the row (dsg_row_splitter_back_to_second_line()),
 * so that a defect costs one line and not the rest of the file. The splitter looks at each line at most
 * twice, because the run from one stray quote ends at the next. */
#ifndef DSG_CSV_ROW_SPLITTER_H
#define DSG_CSV_ROW_SPLITTER_H

#include "csv/input.h"

typedef struct dsg_row_splitter {
    dsg_input *input;
    size_t max_row_bytes;
    uint64_t next_line;
    size_t row_size; /* of the current row with its line end, still at the window's front */
    size_t first_line_size;
    uint64_t row_lines;
    char line_end; /* LF, or CR where a file has no LF; 0: not yet known */
} dsg_row_splitter;

typedef struct dsg_raw_row {
    const char *bytes; /* valid until the next call */
    size_t length;     /* without the line end */
    uint64_t line;
    int is_mark; /* nothing but an end mark stood there: then it is empty */
    int is_cut;  /* the file ends here without a line end */
} dsg_raw_row;

void dsg_row_splitter_init(dsg_row_splitter *splitter, dsg_input *input, size_t max_row_bytes);

/* The next row; empty lines count as rows of length 0. *found is 0 at the end. A row whose last quote stays
 * open ends with the file, or with the last line that max_row_bytes allows. DESIG_E_IO, DESIG_E_NOMEM;
 * DESIG_E_LIMIT for a first line longer than that. */
desig_result dsg_row_splitter_next(dsg_row_splitter *splitter, dsg_raw_row *row, int *found);

/* After DESIG_E_LIMIT: pass over the line that is too long; the next row begins after it. */
desig_result dsg_row_splitter_pass_line(dsg_row_splitter *splitter);

/* Shorten the current row to its first line; the next row begins after it. */
void dsg_row_splitter_back_to_second_line(dsg_row_splitter *splitter, dsg_raw_row *row);

#endif
