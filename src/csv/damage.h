/* What spreadsheets make of dates and numbers. */
#ifndef DSG_CSV_DAMAGE_H
#define DSG_CSV_DAMAGE_H

#include "model/date_read.h"

/* What seems to have happened to a text, and the name of the check that tells it. Static storage. */
typedef struct dsg_damage {
    const char *check;
    const char *what;
} dsg_damage;

/* Of a text that is no date for this reason; `otherwise` is the check where the reason has none. */
dsg_damage dsg_damage_of_date(const char *text, dsg_date_fault fault, const char *otherwise);

/* Of a text that should be a number; `what` is NULL if nothing is known. */
dsg_damage dsg_damage_of_number(const char *text);

#endif
