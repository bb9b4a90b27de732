/* The parts of a record in words: on one line, and printed with all that they say. */
#ifndef TOOL_WORDS_H
#define TOOL_WORDS_H

#include <desig/desig.h>

#include "io/out.h"

/* What a changed part is called: "name", "listing", "birth-date". */
const char *part_name(const desig_part_change *change);

/* Append what a part says on one line, as a change gives it: `before` or `after`. Nothing if there is none.
 */
void part_append(out_string *line, unsigned part, const void *const *parts, size_t count);

/* Append a name, and behind a gap its type, strength and language. */
void name_append(out_string *line, const desig_name *name, const char *gap);

/* Append what is said of an action, with the action that it is about. */
void assertion_append(out_string *line, const desig_assertion *said);

/* Print an action of the record with its dates, reason and source, and what is said of it. */
void action_print(int indent, const desig_record *record, const desig_action *action);

/* Print the links of a record and those of others to it, with who says so. */
void links_print(const desig_list *list, const desig_record *record);

/* Print the facts of a record, type by type. */
void facts_print(const desig_record *record);

#endif
