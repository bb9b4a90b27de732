/* Reads the day of a list from the name of its file. */
#ifndef DSG_CSV_AS_OF_H
#define DSG_CSV_AS_OF_H

#include <desig/desig.h>

/* The date that stands in a file's name (`2021-08-18.csv`, `sdn.raw.2024-03-11.csv`), else in its folder's
 * (`2023-12-28/sdn.csv`, `2021-07/sdn.csv`); unknown if there is none. Only the form YYYY-MM-DD or YYYY-MM
 * counts, not within longer numbers. */
desig_date dsg_as_of_in_name(const char *name);

#endif
