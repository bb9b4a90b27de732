/* Candidates are the names of an index that may score enough for a query. Every name that does is among
 * them. */
#ifndef DSG_SEARCH_CANDIDATES_H
#define DSG_SEARCH_CANDIDATES_H

#include "search/score_bound.h"

typedef struct dsg_candidates {
    const desig_index *index;
    dsg_score_bound bound;
    dsg_similar_parts similar;
    dsg_lead *leads;
    size_t lead_count;
    size_t lead_capacity;
    uint32_t *seen; /* a bit for each name */
    size_t seen_words;
    uint32_t *marked; /* likewise: it may meet all that must be met */
    size_t marked_words;
    uint32_t *names; /* the candidates */
    size_t count;
    size_t capacity;
} dsg_candidates;

/* DESIG_E_NOMEM. Free in any case. */
desig_result dsg_candidates_open(dsg_candidates *candidates, const desig_index *index);
void dsg_candidates_free(dsg_candidates *candidates);

/* Replace the candidates by those for a query of one family that may score `least` (above 0) or more.
 * DESIG_E_NOMEM. */
desig_result dsg_candidates_gather(dsg_candidates *candidates, const dsg_name_parts *query, double least);

#endif
