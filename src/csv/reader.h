/* Parsing one row with libcsv (the only file that knows libcsv is reader.c). */
#ifndef DSG_CSV_READER_H
#define DSG_CSV_READER_H

#include "csv/row.h"

#include <desig/desig.h>

typedef struct dsg_reader dsg_reader;

typedef struct dsg_defect {
    const char *check; /* static */
    const char *what;  /* static */
    size_t offset;     /* of the byte where it shows, from the row's start */
} dsg_defect;

desig_result dsg_reader_new(const desig_allocator *allocator, size_t max_columns, size_t max_field_bytes,
                            dsg_reader **out);
void dsg_reader_free(dsg_reader *reader); /* NULL is allowed */

/* Parse the bytes of one row (UTF-8, without its line end) into cells, which live until the next call.
 * DESIG_OK; DESIG_E_FORMAT with *defect set; DESIG_E_NOMEM. */
desig_result dsg_reader_parse(dsg_reader *reader, const char *bytes, size_t length, char delimiter,
                              dsg_row *row, dsg_defect *defect);

/* Leave out the spaces and tabs around the cells of the row that was parsed last. */
void dsg_reader_trim(dsg_reader *reader);

#endif
