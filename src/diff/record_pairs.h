/* Pairs of records: which record of one list is compared with which record of the other. */
#ifndef DSG_DIFF_RECORD_PAIRS_H
#define DSG_DIFF_RECORD_PAIRS_H

#include <desig/desig.h>

typedef struct dsg_record_pair {
    const desig_record *before; /* NULL: added */
    const desig_record *after;  /* NULL: removed */
    desig_change_type type;     /* CHANGED: both are of one party, and may yet be equal */
} dsg_record_pair;

typedef struct dsg_record_pairs {
    const desig_allocator *allocator;
    dsg_record_pair *items;
    size_t count;
    size_t capacity;
} dsg_record_pairs;

/* Pair the records of two lists, in the order of their ids. DESIG_E_NOMEM. */
desig_result dsg_record_pairs_make(dsg_record_pairs *pairs, const desig_allocator *allocator,
                                   const desig_list *before, const desig_list *after, desig_pairing pairing);
void dsg_record_pairs_free(dsg_record_pairs *pairs);

#endif
