/* The score bound is the most that a name can score for a query, from what is known before the two are
 * compared. It is never less than the score. A name whose bound is too low need not be compared. */
#ifndef DSG_SEARCH_SCORE_BOUND_H
#define DSG_SEARCH_SCORE_BOUND_H

#include "search/index.h"
#include "search/similar_parts.h"

/* What a query and a least score ask of a name. */
typedef struct dsg_score_bound {
    const desig_index *index;
    const dsg_name_parts *query;
    const dsg_similar_parts *similar;
    double least;
    double total;                  /* the weight of the query */
    double spare;                  /* what of it counts that is unmet, at least */
    double weight[DSG_NAME_PARTS]; /* of each part of it that is looked up; 0 of the others */
    double beside;                 /* the weight of those that are not, which every name may meet */
    double beside_name;            /* what of a name these may meet */
    double beginnings;             /* of that, by being the beginnings of its parts */
    size_t own_name;               /* where the person's own name stands */
    double need;                   /* how much of the query must be met to score enough */
    double need_without_own;       /* and if the own name is not met */
} dsg_score_bound;

/* A name, and what other than its parts leads to it. */
typedef struct dsg_lead {
    uint32_t name;
    uint32_t joined;  /* the parts of the query that two neighbours of it may be, a bit each */
    uint32_t acronym; /* those that may be its acronym; all if the query's may be one of its parts */
} dsg_lead;

void dsg_score_bound_open(dsg_score_bound *bound, const desig_index *index, const dsg_similar_parts *similar,
                          const dsg_name_parts *query, double least);

/* Whether a name meets enough of the query, if every part that is similar is alike. */
int dsg_score_bound_meets_enough(const dsg_score_bound *bound, const dsg_lead *lead);

/* The most that a name can score; tighter, and slower to know, if how alike its parts are is looked at. */
double dsg_score_bound_score(const dsg_score_bound *bound, const dsg_lead *lead, int closely);

#endif
