/* The rows of one source: cut apart, made UTF-8, and parsed into cells. */
#ifndef DSG_CSV_FILE_ROWS_H
#define DSG_CSV_FILE_ROWS_H

#include "csv/encoding.h"
#include "csv/import.h"
#include "csv/row_parser.h"
#include "csv/row_splitter.h"

typedef struct dsg_file_rows {
    const char *name; /* of the file, for diagnostics */
    dsg_import *import;
    dsg_row_parser *parser;
    dsg_input input;
    dsg_row_splitter splitter;
    dsg_encoding encoding;
    dsg_raw_row original; /* the row under way, as bytes of the file */
    dsg_raw_row raw;      /* the row under way */
    int raw_is_utf8;      /* it has been looked at */
    int again;            /* it is the next row, too */
    int has_short_rows;   /* of fewer cells than the header, besides the last one */
} dsg_file_rows;

/* Open a source before its first row. `parser` may serve several files. `whole`: hold all of its bytes, so
 * that the rows can be gone through twice. Close it in every case. DESIG_E_IO, DESIG_E_NOMEM, DESIG_E_FORMAT
 * for UTF-16. */
desig_result dsg_file_rows_open(dsg_file_rows *rows, const desig_source *source, const char *name,
                                dsg_import *import, dsg_row_parser *parser, int whole);
void dsg_file_rows_close(dsg_file_rows *rows);

/* The next row that is not empty, as bytes of the file, in rows->raw; *found is 0 at the end. DESIG_E_LIMIT
 * for a line that is too long. */
desig_result dsg_file_rows_next(dsg_file_rows *rows, int *found);

/* Give the row under way once more. */
void dsg_file_rows_repeat(dsg_file_rows *rows);

/* Make rows->raw UTF-8; what is wrong with it is told. */
desig_result dsg_file_rows_to_utf8(dsg_file_rows *rows);

/* Parse rows->raw, which is UTF-8. DESIG_E_FORMAT with *defect set. */
desig_result dsg_file_rows_parse(dsg_file_rows *rows, char delimiter, dsg_row *row, dsg_defect *defect);

/* Likewise, of a row with a defect that leaves no doubt, as its cells are as many as they should be: the
 * whole row, or its first line alone. It is told; *repaired tells whether it could be done. */
desig_result dsg_file_rows_parse_repaired(dsg_file_rows *rows, char delimiter, size_t cell_count,
                                          dsg_row *row, int *repaired);

/* Cut rows->raw down to its first line (UTF-8), and tell the place of its defect. */
desig_result dsg_file_rows_cut_defective(dsg_file_rows *rows, const dsg_defect *defect);

/* Whether a row was in another encoding than UTF-8. */
int dsg_file_rows_were_converted(const dsg_file_rows *rows);

/* Return to where the rows of a source that is held whole were when `start` was copied from them. */
void dsg_file_rows_go_back(dsg_file_rows *rows, const dsg_file_rows *start);

#endif
