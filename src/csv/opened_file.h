/* A file of a list that is open and recognised, and stands before its first row. */
#ifndef DSG_CSV_OPENED_FILE_H
#define DSG_CSV_OPENED_FILE_H

#include "csv/file.h"
#include "csv/file_rows.h"

typedef struct dsg_opened_file {
    dsg_file file;
    dsg_file_rows rows;
} dsg_opened_file;

/* Open a source; `parser` and `whole` as in dsg_file_rows_open(). Close it in every case. */
desig_result dsg_opened_file_open(dsg_opened_file *opened, const desig_source *source, dsg_import *import,
                                  dsg_row_parser *parser, int whole);
void dsg_opened_file_close(dsg_opened_file *opened, const desig_allocator *allocator);

#endif
