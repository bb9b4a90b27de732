/* The lanes of a timeline: a party under one authority, list and program, through time. */
#ifndef TOOL_LANES_H
#define TOOL_LANES_H

#include <desig/desig.h>

/* From one day to another, both included. */
typedef struct stretch {
    int32_t first; /* INT32_MIN: since ever, as far as the list knows */
    int32_t last;  /* INT32_MAX: until today and on */
    desig_status status;
    const desig_action *decided_by; /* borrowed from the record */
} stretch;

typedef struct stretches {
    stretch *items;
    size_t count;
} stretches;

typedef struct lane {
    const desig_record *record;
    char *group; /* its authority, list and program in words: "US-STATE, SDN, SDGT" */
    stretches times;
    size_t order;
} lane;

typedef struct lanes {
    lane *items;
    size_t count;
    size_t room;
} lanes;

/* Which lanes are wanted. */
typedef struct lanes_filter {
    int32_t day; /* begun by then, and called as they are then */
    /* NULL: any */
    const char *authority;
    const char *list;
    const char *program;
} lanes_filter;

/* The lanes of a list in the order of its records, at most one more than `most`. */
lanes lanes_of(const desig_list *list, const lanes_filter *filter, size_t most);

/* Put those of one group together, in the order in which they begin. */
void lanes_sort(lanes *all);

void lanes_free(lanes *all);

#endif
