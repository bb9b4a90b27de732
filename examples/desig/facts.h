/* The facts of a record, printed type by type. */
#ifndef TOOL_FACTS_H
#define TOOL_FACTS_H

#include <desig/desig.h>

void facts_print(const desig_record *record);

#endif
