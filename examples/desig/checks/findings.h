/* Findings on their way out: which are wanted, how many there are, and their lines. */
#ifndef TOOL_FINDINGS_H
#define TOOL_FINDINGS_H

#include <desig/desig.h>

#include "checks/checks.h"
#include "io/out.h"

enum { MOST_CHECKS = 160 };

typedef struct findings {
    unsigned char ignored[MOST_CHECKS]; /* by the check's position */
    desig_severity least;               /* lesser ones are neither shown nor counted */
    out_table *table;                   /* NULL: text */
    uint64_t count[3];                  /* by severity */
} findings;

/* An option's value: names of checks, separated by commas. `into` is the findings' `ignored`. */
const char *take_ignored(const char *names, void *into);

const char *take_severity(const char *word, void *into); /* desig_severity */

/* The table of findings. */
out_table *findings_table(void);

/* Matches desig_read_options.diagnose; the context is the findings. */
void findings_take(void *all, const desig_diagnostic *found);

#endif
