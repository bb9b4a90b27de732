/* The names of the months, as Europe's publishers write them. */
#ifndef DSG_MODEL_MONTH_NAMES_H
#define DSG_MODEL_MONTH_NAMES_H

#include <stddef.h>

enum { DSG_MONTH_UNCERTAIN = -1 };

/* The month (1 to 12) of a name or its abbreviation, in any case, with or without its accents; 0: no month's
 * name; DSG_MONTH_UNCERTAIN: of different months in different languages, as `listopad` is (Croatian October,
 * Czech and Polish November). */
int dsg_month_of(const char *name, size_t length);

#endif
