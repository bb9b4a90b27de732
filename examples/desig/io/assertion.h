/* What somebody says of an action: of which, and how it reads. */
#ifndef TOOL_ASSERTION_H
#define TOOL_ASSERTION_H

#include <desig/desig.h>

#include "io/out.h"

int assertion_is_about(const desig_assertion *said, const desig_action *action);

/* Print what is said of an action of the record, below the action. */
void assertions_print(int indent, const desig_record *record, const desig_action *action);

/* Append it in one line, with the action that it is about. */
void assertion_append(out_string *line, const desig_assertion *said);

#endif
