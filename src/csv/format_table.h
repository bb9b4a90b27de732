/* The table of formats: one row each. */
#ifndef DSG_CSV_FORMAT_TABLE_H
#define DSG_CSV_FORMAT_TABLE_H

#include "csv/format.h"

/* The format at a position, in the order in which they are tried on a file; NULL past the end. */
const dsg_format *dsg_format_at(size_t position);

const dsg_format *dsg_format_named(const char *name); /* NULL: there is none */

#endif
