/* All texts of a record, one by one. */
#ifndef TOOL_TEXTS_H
#define TOOL_TEXTS_H

#include <desig/desig.h>

#include "io/places.h"

/* Call `visit` for every text of a record: names, and what actions, links and facts say. */
void texts_visit(const desig_record *record, void (*visit)(void *context, const char *text, spot where),
                 void *context);

#endif
