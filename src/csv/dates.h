/* Dates of cells. */
#ifndef DSG_CSV_DATES_H
#define DSG_CSV_DATES_H

#include "csv/cursor.h"

/* Read a date in the format's style, and of a moment (`2024-03-10T15:36:30`) the day. What cannot be read is
 * told, and leaves *date as it was. */
desig_result dsg_read_date(dsg_cursor *cursor, size_t column, const char *text, desig_date *date);

/* Add a fact whose value, which is kept, is a date of birth or of establishment, or several: `1969 or 1970`.
 * Of several each is a fact, and its note the whole text. What cannot be read is told, and stays a text. */
desig_result dsg_add_dated(dsg_cursor *cursor, size_t column, const desig_fact *fact,
                           desig_severity severity);

#endif
