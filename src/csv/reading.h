/* What only the csv room itself does with a reading; what formats do stands in format.h. */
#ifndef DSG_CSV_READING_H
#define DSG_CSV_READING_H

#include "csv/format.h"

/* Report a finding at a place of the file that is in no row that was parsed. */
desig_result dsg_diagnose_at(dsg_reading *reading, desig_severity severity, const char *check, uint64_t line,
                             uint32_t column, const char *message);

/* Keep bytes (UTF-8) that are no readable row: a `raw-row` fact of a record of their own, named by their
 * digest. */
desig_result dsg_keep_raw_row(dsg_reading *reading, const char *check, const char *bytes, size_t length);

#endif
