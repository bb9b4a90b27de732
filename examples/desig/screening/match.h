/* A match: what find and screen take as options, and say of what they found. */
#ifndef TOOL_MATCH_H
#define TOOL_MATCH_H

#include <desig/desig.h>

#include "io/out.h"

/* What every report about matches ends with. */
extern const char match_caution[];

#define WEAK_HELP                                                                                            \
    "what a weak name may do: ignore, corroborate (with other evidence; the default), full (like any name)"
const char *take_weak(const char *value, void *into); /* desig_weak_policy */

/* Build the index of a list, with its progress. NULL after saying why not. */
desig_index *index_of(const desig_list *list);

/* What the record is on a day, and under which lists and programs it is designated, or may be. */
typedef struct that_day {
    desig_standing overall;
    out_string lists;
    out_string programs;
} that_day;

that_day ask_day(const desig_record *record, int32_t day, const char *separator);
void forget_day(that_day *asked);

/* Append why the name that matched scores what it does beside the query, or that an identifier is equal. */
void match_explain(const char *query, const desig_match *match, out_string *line);

/* The CSV columns of a match. */
#define MATCH_COLUMNS                                                                                        \
    "query,rank,score,id,kind,name,matched_name,strength,source,born,nationality,identifier,kind_evidence,"  \
    "status,lists,programs,explanation"

/* Add these cells; match NULL: the query's, and empty ones. `asked` tells the match's standing: its record,
 * or that of the ledger. */
void match_cells(out_table *table, const char *query, size_t rank, const desig_match *match,
                 const desig_record *asked, int32_t day);

#endif
