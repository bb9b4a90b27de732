/* Findings about a header: a column of the format that it lacks, a column that it has twice, and a name that
 * no rule has. */
#ifndef DSG_CSV_COLUMNS_H
#define DSG_CSV_COLUMNS_H

#include "csv/file.h"
#include "csv/import.h"

/* Tell of the columns of a file that has taken its header. DESIG_E_FORMAT if a strict read ends here. */
desig_result dsg_columns_tell(const dsg_file *file, dsg_row *header, dsg_import *import);

/* How many of a format's columns a row names. *missing is the first that a header needs and the row lacks,
 * NULL if there is none. */
size_t dsg_columns_count(const dsg_format *format, const dsg_row *row, const char **missing);

/* The name in a row, of those that the format has not, that is nearest to a name; NULL if there is none. */
const dsg_cell *dsg_columns_nearest(const dsg_format *format, const dsg_row *row, const char *name);

#endif
