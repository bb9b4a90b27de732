/* What may be doubtful in a record that was read without a defect: a table of checks. */
#ifndef TOOL_CHECKS_H
#define TOOL_CHECKS_H

#include <desig/desig.h>

#include "lists.h"

typedef struct data_check {
    const char *name;
    const char *summary;
    /* Tell every finding about a record. */
    void (*look)(const desig_record *record, const list_set *lists,
                 void (*tell)(void *context, const char *field, const char *message), void *context);
} data_check;

/* The check at a position, NULL past the end. */
const data_check *check_at(size_t position);

#endif
