/* Candidates: the names of an index that a query may meet, and the most that can be met of each. */
#ifndef DSG_SEARCH_CANDIDATES_H
#define DSG_SEARCH_CANDIDATES_H

#include "search/compare.h"
#include "search/index.h"

/* An upper bound of what a comparison finds met, for one name. */
typedef struct dsg_candidate {
    uint32_t name; /* + 1; 0: a free slot */
    float met_query;
    float met_name;
} dsg_candidate;

typedef struct dsg_candidates {
    const desig_index *index;
    dsg_candidate *slots; /* open addressing by name */
    size_t slot_count;
    size_t count;
    uint32_t *seen; /* a bit for each part of the dictionary */
    size_t seen_words;
} dsg_candidates;

/* DESIG_E_NOMEM. Free in any case. */
desig_result dsg_candidates_open(dsg_candidates *candidates, const desig_index *index);
void dsg_candidates_free(dsg_candidates *candidates);

/* Replace the candidates by those for a query of one family. Every name that scores above 0 is among them.
 * DESIG_E_NOMEM. */
desig_result dsg_candidates_gather(dsg_candidates *candidates, const dsg_parts *query);

/* The most that a candidate can score. */
double dsg_candidate_bound(const dsg_candidates *candidates, const dsg_candidate *candidate,
                           const dsg_parts *query);

#endif
