/* What several commands take. The options of every command are a struct that begins with this one. */
#ifndef TOOL_SHARED_OPTIONS_H
#define TOOL_SHARED_OPTIONS_H

#include "io/day.h"
#include "io/lists.h"

typedef struct shared_options {
    lists_options reading; /* --as-of, --map, --delimiter, --date-format */
    day_option on;
    const char *output;
    int csv;
    int quiet;
    char **operands; /* the LISTs, mostly */
    size_t operand_count;
} shared_options;

#endif
