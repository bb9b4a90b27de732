/* The facts of a record, printed type by type. */
#ifndef TOOL_FACTS_H
#define TOOL_FACTS_H

#include <desig/desig.h>

#include "io/out.h"

/* Append the facts that belong together (at least one): their values, then their country (once), dates and
 * note. */
void facts_append(out_string *line, const void *const *facts, size_t count);

void facts_print(const desig_record *record);

#endif
