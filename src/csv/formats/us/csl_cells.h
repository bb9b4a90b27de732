/* The cells of the Consolidated Screening List that are made of OFAC's Remarks. */
#ifndef DSG_CSV_US_CSL_CELLS_H
#define DSG_CSV_US_CSL_CELLS_H

#include "csv/cursor.h"

/* Rules: `ids`, each an identifier or whatever its label says; and `remarks`, with the links in them. */
desig_result dsg_csl_take_ids(dsg_cursor *cursor, size_t column, int argument);
desig_result dsg_csl_take_remarks(dsg_cursor *cursor, size_t column, int argument);

#endif
