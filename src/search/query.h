/* Queries: whether one can be asked. */
#ifndef DSG_SEARCH_QUERY_H
#define DSG_SEARCH_QUERY_H

#include <desig/desig.h>

/* Why a query cannot be asked, NULL if it can. */
const char *dsg_query_wrong(const desig_query *query);

#endif
