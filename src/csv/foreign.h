/* The first bytes of a file: a byte-order mark, or the mark of a file that is no CSV at all. */
#ifndef DSG_CSV_FOREIGN_H
#define DSG_CSV_FOREIGN_H

#include "csv/input.h"

/* Pass the byte-order mark of UTF-8 at the beginning of an input. *foreign is what the file is and the way
 * out, in words that go on "the file is", if it is of a kind that is known to be no CSV; else NULL.
 * DESIG_E_IO, DESIG_E_LIMIT, DESIG_E_NOMEM. */
desig_result dsg_begin_file(dsg_input *input, const char **foreign);

#endif
