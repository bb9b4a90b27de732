/* Whether a file was cut off, as a download that broke off is. */
#ifndef DSG_CSV_FILE_END_H
#define DSG_CSV_FILE_END_H

#include "csv/cursor.h"
#include "csv/file_rows.h"

/* Whether the file ends within a quoted cell of the row under way: nothing says how it would go on. */
int dsg_file_end_is_open(const dsg_file_rows *rows, const dsg_defect *defect);

/* Tell that the file ends within the row under way, and keep that raw, so that the list knows of it. */
desig_result dsg_file_end_keep(dsg_cursor *cursor, const dsg_file_rows *rows);

/* Look at a parsed row: a publisher's rows all have as many cells, and where only the last one has fewer, and
 * no line end, the file was cut off in it. It is told; *has_enough tells whether the row can be read
 * nevertheless, else it is kept raw. */
desig_result dsg_file_end_check(dsg_cursor *cursor, dsg_file_rows *rows, const dsg_row *row, int *has_enough);

#endif
