/* A walk through the library: each step is one call that takes memory, over small lists. The tests that watch
 * the memory walk it, with an allocator of theirs. */
#ifndef TESTS_WALK_H
#define TESTS_WALK_H

#include <desig/desig.h>

typedef struct walker {
    desig_allocator allocator;
    desig_list *list; /* OFAC's files, then all that is merged into them */
    desig_list *own;  /* a hand-made list */
    desig_list *back; /* what was written, read again */
    desig_index *index;
    size_t written; /* bytes of all writes */
    size_t found;
} walker;

/* A step that failed has changed nothing and may be tried again. */
typedef struct walk_step {
    const char *name;
    desig_result (*take)(walker *walk);
} walk_step;

/* The step at a position, NULL past the last. */
const walk_step *walk_step_at(size_t position);

/* Release everything. */
void walk_end(walker *walk);

#endif
