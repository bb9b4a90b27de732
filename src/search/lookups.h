/* Lookups are the parts of a query that lead to all names that may score enough. */
#ifndef DSG_SEARCH_LOOKUPS_H
#define DSG_SEARCH_LOOKUPS_H

#include "search/score_bound.h"

/* A name that scores enough must meet a part of some set, if all others are not enough; there may be a second
 * such set of other parts, of which it must meet one, too. */
typedef enum dsg_lookup_set { DSG_LOOKUP_NONE = 0, DSG_LOOKUP_FIRST, DSG_LOOKUP_SECOND } dsg_lookup_set;

typedef struct dsg_lookup {
    size_t part; /* of the query */
    size_t cost; /* about how many names it leads to */
    dsg_lookup_set set;
} dsg_lookup;

/* Order the parts of the query by cost, and choose. Whether there is a second set, not much dearer than the
 * first. */
int dsg_lookups_choose(const dsg_score_bound *bound, dsg_lookup lookups[DSG_NAME_PARTS]);

#endif
