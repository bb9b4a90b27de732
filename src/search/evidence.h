/* Evidence compares what a query says beside the name with what a record says. */
#ifndef DSG_SEARCH_EVIDENCE_H
#define DSG_SEARCH_EVIDENCE_H

#include <desig/desig.h>

/* Fill in the four kinds of evidence of a match for match->record. */
void dsg_evidence_weigh(const desig_query *query, desig_match *match);

/* The score of a match whose name alone scores `name`. */
double dsg_evidence_score(const desig_query *query, const desig_match *match, double name);

/* A score below which a name cannot reach `score` in a match for this query. */
double dsg_evidence_least(const desig_query *query, double score);

/* Whether a weak name may answer under the query's policy. `exact`: it is the folded query itself. */
int dsg_evidence_allows_weak(const desig_query *query, const desig_match *match, int exact);

#endif
