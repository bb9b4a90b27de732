/* Parsing one row with libcsv (the only file that knows libcsv is row_parser.c). */
#ifndef DSG_CSV_ROW_PARSER_H
#define DSG_CSV_ROW_PARSER_H

#include "csv/row.h"

#include <desig/desig.h>

typedef struct dsg_row_parser dsg_row_parser;

typedef struct dsg_defect {
    const char *check; /* static */
    const char *what;  /* static */
    size_t offset;     /* of the byte where it shows, from the row's start */
} dsg_defect;

desig_result dsg_row_parser_new(const desig_allocator *allocator, size_t max_columns, size_t max_field_bytes,
                                dsg_row_parser **out);
void dsg_row_parser_free(dsg_row_parser *parser); /* NULL is allowed */

/* Parse the bytes of one row (UTF-8, without its line end) into cells, which live until the next call.
 * DESIG_OK; DESIG_E_FORMAT with *defect set; DESIG_E_NOMEM. */
desig_result dsg_row_parser_parse(dsg_row_parser *parser, const char *bytes, size_t length, char delimiter,
                                  dsg_row *row, dsg_defect *defect);

/* Leave out the spaces and tabs around the cells of the row that was parsed last. */
void dsg_row_parser_trim(dsg_row_parser *parser);

#endif
