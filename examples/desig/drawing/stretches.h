/* The stretches of time in which a status lasts. */
#ifndef TOOL_STRETCHES_H
#define TOOL_STRETCHES_H

#include <desig/desig.h>

#include <stddef.h>

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

enum { STRETCHES_OVERALL = -1 };

/* The stretches of a record under one of the standings that desig_status_on() gives it (its number there), or
 * overall; neighbours differ in status or, unless they are listed, in the action that decided. Those in which
 * nothing is recorded are left out, and so is of a ledger whatever was before the first listing. The program
 * ends with a message when memory ends. */
stretches stretches_of(const desig_record *record, int standing);

void stretches_free(stretches *all);

#endif
