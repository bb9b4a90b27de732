/* How far long work has come, on standard error if that is a terminal, and only after a second. */
#ifndef TOOL_PROGRESS_H
#define TOOL_PROGRESS_H

#include <stdint.h>

typedef struct progress_line {
    const char *what; /* "reading sdn.csv" */
    const char *unit; /* "bytes" */
    int64_t started;  /* in milliseconds */
    int64_t printed;
    int on;
} progress_line;

void progress_start(progress_line *progress, const char *what, const char *unit);
int progress_tell(void *progress, uint64_t done, uint64_t total); /* desig_callbacks.progress */
void progress_end(progress_line *progress);

#endif
