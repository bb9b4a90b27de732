/* The weights of evidence, and the numbers on which the speed of the search depends. The weights of names
 * are in names/weights.h. */
#ifndef DSG_SEARCH_WEIGHTS_H
#define DSG_SEARCH_WEIGHTS_H

#include <desig/desig.h>

/* What evidence does to a score: agreement leaves a share of what it lacks to 1, conflict a share of it. */
typedef struct dsg_evidence_effect {
    double lack_kept, score_kept;
} dsg_evidence_effect;

typedef struct dsg_search_weights {
    double min_score; /* of a query that gives none */
    dsg_evidence_effect evidence[DESIG_EVIDENCE_COUNT];
    double same_day_lack_kept; /* of birth dates that are the same day */
    double near_score_kept;    /* what is kept of a score if they are a slip away */
    double same_country;       /* two texts that are no known countries agree from this score on */

    /* So many names are looked at, or marked, faster than how alike two parts are. */
    size_t few_to_look_at, few_to_mark;
    size_t look_cost; /* of looking at a name, beside marking it */
} dsg_search_weights;

extern const dsg_search_weights dsg_search_weight_table;

#endif
