/* Successors: a new record with the name and kind of a record that vanishes may be its successor.
 *
 * OFAC's numbers are link keys, not references: Tornado Cash went from 38499 to 39796 in one step. */
#ifndef DSG_LEDGER_SUCCESSORS_H
#define DSG_LEDGER_SUCCESSORS_H

#include <desig/desig.h>

/* Records in the order of their primary names. */
typedef struct dsg_successors {
    const desig_allocator *allocator;
    const void **records;
    size_t count;
    size_t capacity;
} dsg_successors;

/* Take those records of an edition whose ids the ledger has not. DESIG_E_NOMEM. */
desig_result dsg_successors_open(dsg_successors *all, const desig_list *ledger, const desig_list *edition);
void dsg_successors_close(dsg_successors *all);

/* The first of them that has the record's newest primary name and its kind; NULL if there is none. */
const desig_record *dsg_successor_of(const dsg_successors *all, const desig_record *vanished);

#endif
