/* Tests of a date: whether it says anything, and whether it is possible. */
#ifndef DSG_MODEL_DATE_H
#define DSG_MODEL_DATE_H

#include <desig/desig.h>

static inline int dsg_date_is_known(const desig_date *date) {
    return date->first_precision != DESIG_PRECISION_NONE || date->last_precision != DESIG_PRECISION_NONE;
}

/* `../day`: what was so on that day, since some day before. */
static inline desig_date dsg_date_up_to(const desig_date *day) {
    return (desig_date){
        .last = day->last, .last_precision = day->last_precision, .last_approximate = day->last_approximate};
}

/* Let an open end be the day, unless the date begins later. */
static inline void dsg_date_end_by(desig_date *date, const desig_date *day) {
    if (date->last_precision != DESIG_PRECISION_NONE || day->last_precision == DESIG_PRECISION_NONE) return;
    if (date->first_precision != DESIG_PRECISION_NONE && day->last < date->first) return;
    date->last = day->last;
    date->last_precision = day->last_precision;
    date->last_approximate = day->last_approximate;
}

/* Give equal dates equal bytes: what means nothing at an open end becomes 0. Returns 0 if there is no such
 * date: one that no text says, as its end is before its beginning, or its year does not begin on 1 January.
 */
int dsg_date_normalise(desig_date *date);

#endif
