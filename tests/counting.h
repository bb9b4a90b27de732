/* An allocator that counts what is outstanding, and can be told to fail. */
#ifndef TESTS_COUNTING_H
#define TESTS_COUNTING_H

#include <desig/desig.h>

#include <stdlib.h>

typedef struct counting {
    size_t outstanding; /* bytes */
    size_t peak;
    size_t requests; /* for more memory */
    size_t fail_at;  /* the request that fails, counted from 1; 0: none */
    int fail_after;  /* 1: so do all that follow */
} counting;

static inline void *counting_resize(void *context, void *block, size_t old_size, size_t new_size) {
    counting *count = context;
    if (new_size > old_size) {
        count->requests++;
        if (count->fail_at &&
            (count->requests == count->fail_at || (count->fail_after && count->requests > count->fail_at)))
            return NULL;
    }
    void *moved = NULL;
    if (new_size) {
        moved = realloc(block, new_size);
        if (!moved) return NULL;
    } else {
        free(block);
    }
    count->outstanding += new_size - old_size;
    if (count->outstanding > count->peak) count->peak = count->outstanding;
    return moved;
}

static inline desig_allocator counting_allocator(counting *count) {
    return (desig_allocator){counting_resize, count};
}

#endif
