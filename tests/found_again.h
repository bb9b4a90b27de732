/* Whether all that a publisher's file says is found again in the list that was read from it. */
#ifndef TESTS_FOUND_AGAIN_H
#define TESTS_FOUND_AGAIN_H

#include <desig/desig.h>

/* A file in memory, and its cells as a small parser of RFC 4180 sees them that shares nothing with the
 * library. The first row is the header; its first comma or semicolon separates. */
typedef struct plain_file {
    char *bytes; /* as they are */
    size_t length;
    char *text; /* what the cells point into */
    char **cells;
    size_t columns;
    size_t rows; /* with the header */
} plain_file;

/* Read a file (`.gz`: through gzip). Returns 0 if it is not there. */
int plain_read(plain_file *file, const char *path);
void plain_free(plain_file *file);

/* Likewise, a file whose header stands below so many lines. */
int plain_read_below(plain_file *file, const char *path, size_t lines);

/* The cell of a row (1: the first after the header) in the column of this name, "" if there is none. */
const char *plain_cell(const plain_file *file, size_t row, const char *column);

/* Read a file's bytes into a new list, which ends the test if it fails. `name` is what the file is called;
 * `checks` gets "check line id;" of each finding but a missing column, while there is room. Both reports may
 * be NULL. */
desig_list *plain_list(const plain_file *file, const char *name, desig_report *report, char checks[4096]);

/* Whether the record says the cell, but for outer spaces: as a whole, or each of its values; or, if the
 * values are packed as `[country, ][expiry, issue, ]value, label`, or with the label first, whether a fact
 * gives each of them back. */
int found_again(const desig_record *record, const char *cell, const char *separator, int packed);

#endif
