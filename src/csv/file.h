/* One file of a list: opened, recognised, and read row by row. */
#ifndef DSG_CSV_FILE_H
#define DSG_CSV_FILE_H

#include "base/digest_set.h"
#include "csv/encoding.h"
#include "csv/reader.h"
#include "csv/reading.h"
#include "csv/rows.h"

typedef struct dsg_file {
    const char *name;
    dsg_input input;
    dsg_rows rows;
    const char *checksum; /* the caller's */
    dsg_encoding encoding;
    const dsg_format *announced; /* whose line stands above the header; NULL: no such line */
    const dsg_format *format;
    char delimiter;
    const char **columns;   /* names, by position */
    size_t *rule_of_column; /* SIZE_MAX: a column that no rule names */
    size_t column_count;
    size_t *column_of_rule;  /* SIZE_MAX: a rule whose column is not there */
    size_t required_columns; /* a row must have this many cells */
    dsg_raw_row raw;
    int raw_is_pending;    /* the first row is data, and still to be read */
    dsg_digest_set *seen;  /* the file's rows so far; NULL where an exact repetition means something */
    unsigned char *wanted; /* by row: 0 for one that is passed over unread; NULL: all are wanted */
    size_t wanted_count;
    size_t row_number; /* of the rows asked for so far */
    uint64_t digest;   /* of the row that dsg_file_next() gave last, if there is a `seen` */
} dsg_file;

/* Open a source and recognise its format. Sets reading->file. Close it in every case. */
desig_result dsg_file_open(dsg_file *file, const desig_source *source, dsg_reading *reading,
                           dsg_reader *reader);
void dsg_file_close(dsg_file *file, const desig_allocator *allocator);

/* The next row that can be parsed; what cannot is reported and kept raw. *found is 0 at the end. */
desig_result dsg_file_next(dsg_file *file, dsg_reading *reading, dsg_reader *reader, dsg_row *row,
                           int *found);

/* The next row that is not empty, as bytes of the file, in file->raw. */
desig_result dsg_file_next_raw(dsg_file *file, dsg_reading *reading, int *found);

/* Make file->raw UTF-8; what is wrong with it is reported. */
desig_result dsg_file_row_to_utf8(dsg_file *file, dsg_reading *reading);

#endif
