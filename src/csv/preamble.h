/* The line that some publishers put above the header. It holds words and the day of the list. */
#ifndef DSG_CSV_PREAMBLE_H
#define DSG_CSV_PREAMBLE_H

#include "csv/format.h"

/* Whether a row is the format's line above the header. *date is the row's text behind the words, "" if there
 * is none. */
int dsg_preamble_is(const dsg_format *format, const dsg_row *row, const char **date);

#endif
