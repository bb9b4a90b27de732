/* A file of a list, as its format reads it: its name, and the rule of each of its columns. The reader makes
 * it when it recognises the file, and makes it anew where another header stands among the rows. */
#ifndef DSG_CSV_FILE_H
#define DSG_CSV_FILE_H

#include "base/ascii.h"
#include "csv/format.h"

typedef struct dsg_file {
    const char *name; /* for diagnostics */
    int is_named;
    const char *checksum; /* the caller's; NULL: none */
    const char *source;   /* of its records: "us-ofac", or the file's base name */
    const dsg_format *format;
    char delimiter;
    int headerless;         /* the first row is data */
    const char **columns;   /* names, by position */
    size_t *rule_of_column; /* SIZE_MAX: a column that no rule names */
    size_t column_count;
    size_t *column_of_rule;          /* SIZE_MAX: a rule whose column is not there */
    size_t required_columns;         /* a row must have this many cells */
    unsigned char first_letters[32]; /* a bit for each that begins a column of the format, in lower case */
} dsg_file;

/* Whether a cell of a header is this name, but for case and outer spaces. */
int dsg_file_names_column(const dsg_cell *cell, const char *name);

/* Whether a cell may be a column of the format: hardly any cell of data may. Quick. */
static inline int dsg_file_may_name_column(const dsg_file *file, const dsg_cell *cell) {
    if (cell->length == 0) return 0;
    const unsigned char first = (unsigned char)dsg_lower(cell->text[0]);
    return file->first_letters[first / 8] >> first % 8 & 1;
}

/* The column of a rule by the names in a row, SIZE_MAX if there is none. */
size_t dsg_file_find_column(const dsg_row *row, const char *name);

/* The column of a rule of a map, which may be given by its number. */
size_t dsg_file_find_mapped(const dsg_row *row, const dsg_rule *rule);

/* The file is of this format, and the row is its header; in a headerless file by a map, its first row of
 * data. DESIG_E_NOMEM. */
desig_result dsg_file_take_header(dsg_file *file, const dsg_format *format, dsg_row *row, dsg_import *import);

/* The file is of this format and has no header: its columns are the rules. DESIG_E_NOMEM. */
desig_result dsg_file_take_rules(dsg_file *file, const dsg_format *format, dsg_import *import);

void dsg_file_close(dsg_file *file, const desig_allocator *allocator);

#endif
