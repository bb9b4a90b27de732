/* A part of a record in words, on one line. */
#ifndef TOOL_PART_H
#define TOOL_PART_H

#include <desig/desig.h>

#include "io/out.h"

/* What a changed part is called: "name", "listing", "birth-date". */
const char *part_name(const desig_part_change *change);

/* Append a name, and behind a gap its type, strength and language. */
void name_append(out_string *line, const desig_name *name, const char *gap);

/* Append what a part says, as a change gives it: `before` or `after`. Nothing if there is none. */
void part_append(out_string *line, unsigned part, const void *const *parts, size_t count);

#endif
