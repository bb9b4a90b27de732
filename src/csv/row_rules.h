/* Applies the rules of a format to a row: first whom the row is about, then, cell by cell, what it says. */
#ifndef DSG_CSV_ROW_RULES_H
#define DSG_CSV_ROW_RULES_H

#include "csv/cursor.h"

/* Take a row that has been parsed, and find its record: cursor->record, DSG_NO_RECORD if it has none. A row
 * that does not fit its file's header is kept raw. */
desig_result dsg_row_rules_begin(dsg_cursor *cursor, dsg_row *row);

/* Make the parts of the row that was begun. */
desig_result dsg_row_rules_apply(dsg_cursor *cursor);

#endif
