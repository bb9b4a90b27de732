/* Tally: what of two names was met, and what that scores. */
#ifndef DSG_NAMES_SCORE_H
#define DSG_NAMES_SCORE_H

#include "names/likeness.h"

/* What was met of two names: the weight of their parts, and how much of it found its like. */
typedef struct dsg_score_sums {
    double total_a, total_b;
    double met_a, met_b;
    double slip; /* what the costliest typing error left unmet, on either side */
} dsg_score_sums;

/* How the two sides' unmet parts lower the score. Parts unmet on both sides contradict each other (two people
 * of one family); parts unmet on one side may merely have been left out (a patronymic), and once some are,
 * more say little more. The less was met, the more does what is missing count: a single shared part is no
 * evidence. */
typedef struct dsg_family_rules {
    double conflict; /* for each weight that is unmet on both sides */
    double missing;  /* for each weight that is unmet on one side only */
    double scarce;   /* added to `missing` for each weight by which what was met falls short of enough */
    double enough;
    double first;      /* of what is missing, so much counts in full */
    double more;       /* and what exceeds it by this factor */
    double lone;       /* how much more an error counts in a name of one part */
    double unanchored; /* how much more if no part of several is met well */
} dsg_family_rules;

const dsg_family_rules *dsg_family_rules_of(dsg_name_family family);

/* The score of a tally, before what can only lower it. It never falls when met_a or met_b rises, so that it
 * bounds the score of a name of which no more than that can be met. */
double dsg_score_of(const dsg_score_sums *tally, dsg_name_family family);

/* The likeness that bounds what a meeting counts for, whatever else is met. */
double dsg_likeness_at_most(dsg_alike alike);

/* The weight of all parts. */
double dsg_parts_weight(const dsg_name_part *parts, size_t count);

#endif
