/* Findings on their way out: which are wanted, how many there are, and their lines. */
#ifndef TOOL_FINDINGS_H
#define TOOL_FINDINGS_H

#include <desig/desig.h>

#include "io/out.h"

typedef struct findings {
    out_string ignored;   /* names of checks, a comma before and behind each */
    desig_severity least; /* lesser ones are neither shown nor counted */
    out_table *table;     /* NULL: text */
    uint64_t count[3];    /* by severity */
} findings;

const char *take_severity(const char *word, void *into); /* desig_severity */

/* The table of findings. */
out_table *findings_table(void);

/* Matches desig_callbacks.diagnose; the context is the findings. */
void findings_take(void *all, const desig_diagnostic *found);

#endif
