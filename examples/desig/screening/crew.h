/* Work on a series of batches by several threads: taken and delivered in order, worked on in any. */
#ifndef TOOL_CREW_H
#define TOOL_CREW_H

#include <stddef.h>

enum { MOST_THREADS = 64, BATCHES_A_THREAD = 4 };

/* Each returns 0, or other than 0 to end all work. */
typedef struct crew_task {
    void *context;
    /* Fill a batch: called for one at a time, in order. *more is 0 when there is no further one. */
    int (*fill)(void *context, void *batch, int *more);
    /* Work on a batch: called from all threads; `worker` counts them from 0. */
    int (*work)(void *context, void *batch, size_t worker);
    /* Deliver a batch: called for one at a time, in the order in which they were filled. */
    int (*deliver)(void *context, void *batch);
} crew_task;

/* Do it with `threads` threads, of which the calling one is one, and threads * BATCHES_A_THREAD batches. What
 * is delivered does not depend on the number of threads. Return what ended the work: 0, or what a function
 * returned. */
int crew_run(const crew_task *task, void **batches, size_t threads);

#endif
