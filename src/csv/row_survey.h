/* Shows the rows of files to a filter before they are read (row_filter.h). */
#ifndef DSG_CSV_ROW_SURVEY_H
#define DSG_CSV_ROW_SURVEY_H

#include "csv/opened_file.h"
#include "csv/row_filter.h"

/* What the rows of files mean depends on: their formats, columns and delimiters, and the limits of the read.
 * Empty if that is not all. DESIG_E_NOMEM. */
desig_result dsg_row_form(const dsg_import *import, const dsg_opened_file *const *files, size_t count,
                          dsg_buffer *form);

/* Show the rows of files that are held whole, in their order, to a filter; the files are then again where
 * they were. *done is 0 if the survey was given up. DESIG_E_NOMEM, DESIG_E_LIMIT. */
desig_result dsg_row_survey(const dsg_import *import, dsg_opened_file *const *files, size_t count,
                            const dsg_row_filter *filter, int *done);

#endif
