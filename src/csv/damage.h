/* What spreadsheets make of dates and numbers. */
#ifndef DSG_CSV_DAMAGE_H
#define DSG_CSV_DAMAGE_H

#include <desig/desig.h>

/* Say what seems to have happened to a text that should be a date in this style, or a number; NULL if nothing
 * that is known. Static storage. */
const char *dsg_damage_of_date(const char *text, desig_date_style style);
const char *dsg_damage_of_number(const char *text);

#endif
