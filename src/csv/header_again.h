/* A header among the rows. Some lists are put together from pieces, and each piece has a header. */
#ifndef DSG_CSV_HEADER_AGAIN_H
#define DSG_CSV_HEADER_AGAIN_H

#include "csv/file.h"
#include "csv/import.h"

/* Tell of a row that is a header or the publisher's line above it, and read on by what it says; *is tells
 * whether it is. DESIG_E_FORMAT if a strict read ends here, DESIG_E_NOMEM. */
desig_result dsg_header_again(dsg_file *file, dsg_row *row, dsg_import *import, int *is);

#endif
