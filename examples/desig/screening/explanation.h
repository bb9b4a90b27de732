/* Why two names score what they do, in words and as a table. */
#ifndef TOOL_EXPLANATION_H
#define TOOL_EXPLANATION_H

#include <desig/desig.h>

#include "io/out.h"

/* Append one line: "husayn = hussein (spelling 0.96); left over: bin; order x0.985". */
void explanation_line(const desig_explanation *why, out_string *line);

/* Print a row for each meeting, then for each part that is left over, and what else lowers the score. */
void explanation_table(const desig_explanation *why);

#endif
