/* Files that are no CSV at all, by their first bytes. */
#ifndef DSG_CSV_FOREIGN_H
#define DSG_CSV_FOREIGN_H

#include <stddef.h>

/* What a file is, and the way out, in words that go on "the file is"; NULL: nothing that is known here. */
const char *dsg_foreign_file(const char *bytes, size_t length);

#endif
