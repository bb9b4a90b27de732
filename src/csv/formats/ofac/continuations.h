/* The second halves of remarks that OFAC cuts off, until the rows come that they belong to.
 *
 * The columns of sdn_comments.csv are not described; what the file is for is, in dat_spec.txt, "Spillover
 * files". The SDN list and the consolidated non-SDN list have one each, and some parties are on both. */
#ifndef DSG_CSV_OFAC_CONTINUATIONS_H
#define DSG_CSV_OFAC_CONTINUATIONS_H

#include "base/table.h"
#include "csv/file.h"

#include <desig/desig.h>

typedef struct dsg_ofac_continuation {
    const char *number; /* the ent_num */
    const char *text;
    const dsg_file *file;
    uint64_t line;
    int consolidated; /* of the non-SDN list */
    int used;
} dsg_ofac_continuation;

typedef struct dsg_ofac_continuations {
    const desig_allocator *allocator;
    dsg_ofac_continuation *items;
    size_t count;
    size_t capacity;
    dsg_table by_number; /* items */
} dsg_ofac_continuations;

void dsg_ofac_continuations_init(dsg_ofac_continuations *all, const desig_allocator *allocator);
void dsg_ofac_continuations_free(dsg_ofac_continuations *all);

/* Copy a continuation of a number, unless there is one of that number and list: then *is_new is 0. `file` is
 * borrowed. DESIG_OK, DESIG_E_NOMEM. */
desig_result dsg_ofac_continuations_put(dsg_ofac_continuations *all, const dsg_cell *number,
                                        const dsg_cell *text, const dsg_ofac_continuation *from, int *is_new);

/* The unused continuation of a number, if possible of the list that is asked for, and mark it as used; NULL
 * if there is none. */
const dsg_ofac_continuation *dsg_ofac_continuations_take(dsg_ofac_continuations *all, const dsg_cell *number,
                                                         int consolidated);

#endif
