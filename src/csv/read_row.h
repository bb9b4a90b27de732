/* Reading one row of a file that has been opened: its format's rules, cell by cell. */
#ifndef DSG_CSV_READ_ROW_H
#define DSG_CSV_READ_ROW_H

#include "csv/file.h"

/* Make the reading that of a file's rows. */
void dsg_begin_file(dsg_reading *reading, const dsg_file *file);

/* Let the file's format make parts of a row that has been parsed; reading->record is then its record,
 * DSG_NO_RECORD if it belongs to none. */
desig_result dsg_read_row(dsg_reading *reading, const dsg_file *file, dsg_row *row);

#endif
