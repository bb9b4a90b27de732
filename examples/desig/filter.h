/* Which records are looked at. */
#ifndef TOOL_FILTER_H
#define TOOL_FILTER_H

#include <desig/desig.h>

/* Only records that some action puts on this list and under this program (NULL: any), and of a ledger only
 * those that were added or changed after an edition and are still on the list (0: all). */
typedef struct record_filter {
    const char *list;
    const char *program;
    size_t after;
} record_filter;

/* Let the filter pass only what a ledger added or changed after a day. 0; EXIT_ERROR or EXIT_UNKNOWN after
 * saying why that cannot be told. */
int filter_since(record_filter *filter, const desig_list *ledger, int32_t day);

/* Let the query accept only what the filter passes, which must outlive it. */
void filter_apply(const record_filter *filter, desig_query *query);

#endif
