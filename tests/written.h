/* Lists as text: what the tests of the native layouts share. Each function checks that it succeeds. */
#ifndef TESTS_WRITTEN_H
#define TESTS_WRITTEN_H

#include "text.h"

#include <desig/desig.h>

text text_of_file(const char *path);
text text_written(const desig_list *list, const char *format, desig_report *report);

/* The findings of a read, one a line: `check line field`. */
typedef struct findings {
    char lines[4096];
    size_t used;
} findings;

desig_list *list_read(const char *bytes, size_t length, const char *format, findings *all,
                      desig_report *report);

/* The parts of a plain list as statements, without its day and sources, and without a header. To be freed. */
text text_of_parts(const desig_list *list);

/* A list as statements without the header, in short: runs of empty cells are left out. */
text text_in_short(const desig_list *list);

#endif
