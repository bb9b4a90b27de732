/* Which records are looked at. */
#ifndef TOOL_FILTER_H
#define TOOL_FILTER_H

#include <desig/desig.h>

#include <stddef.h>
#include <stdint.h>

/* Only records that some action puts on this list and under this program (NULL: any), and that a ledger added
 * or changed from one time to another (NULL: also all others). */
typedef struct record_filter {
    const char *list;
    const char *program;
    const desig_list *ledger;
    size_t before; /* editions of it */
    size_t now;
} record_filter;

/* Let the filter pass only what a ledger (NULL: the list is none) added or changed after `since` and by
 * `day`; it is asked of records of that day. 0; EXIT_ERROR or EXIT_UNKNOWN after saying why that cannot be
 * told. */
int filter_since(record_filter *filter, const desig_list *ledger, int32_t since, int32_t day);

/* Let the query accept only what the filter passes, which must outlive it. */
void filter_apply(const record_filter *filter, desig_query *query);

#endif
