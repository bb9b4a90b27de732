/* The score that the parts of two names make. */
#ifndef DSG_NAMES_SCORE_H
#define DSG_NAMES_SCORE_H

#include "names/align.h"

/* The weight of the parts of two names, and how much of it was met. */
typedef struct dsg_score_sums {
    double total_a, total_b;
    double met_a, met_b;
    double slip; /* what the costliest typing error left unmet, on either side */
} dsg_score_sums;

dsg_score_sums dsg_sums_of(const dsg_name_pair *pair, const dsg_meetings *met);

/* The score of these sums, before what can only lower it: 0 to 1. It never falls when met_a or met_b rises:
 * so the score of what a name can meet at most bounds its score. */
double dsg_score_of(const dsg_score_sums *sums, dsg_name_family family);

/* The likeness that bounds what a meeting counts for, whatever else is met. */
double dsg_likeness_at_most(dsg_alike alike);

#endif
