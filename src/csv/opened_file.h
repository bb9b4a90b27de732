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

/* The files of one list, where they go, and what they are opened with. */
typedef struct dsg_opening {
    dsg_import *import;
    dsg_row_parser *parser;
    int whole;
    dsg_opened_file *files; /* room for as many as there are sources */
    size_t *count;          /* of those that are open */
    const char **at;        /* the name of the source under way */
} dsg_opening;

/* Open the sources. A companion that cannot be read is told and left out. Close those that are open in every
 * case. As dsg_opened_file_open(); DESIG_E_ARGUMENT for files of different lists. */
desig_result dsg_opened_files_open(const dsg_opening *of, const desig_source *sources, size_t source_count);

#endif
