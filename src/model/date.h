/* A date in the model: whether it says anything. */
#ifndef DSG_MODEL_DATE_H
#define DSG_MODEL_DATE_H

#include <desig/desig.h>

static inline int dsg_date_is_known(const desig_date *date) {
    return date->first_precision != DESIG_PRECISION_NONE || date->last_precision != DESIG_PRECISION_NONE;
}

#endif
