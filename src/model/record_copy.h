/* Copies of records, with all their texts, in an arena. */
#ifndef DSG_MODEL_RECORD_COPY_H
#define DSG_MODEL_RECORD_COPY_H

#include "base/arena.h"
#include "model/part_set.h"

typedef struct dsg_record_copier {
    dsg_arena *arena;
    desig_result result;
    const char *wrong;        /* what is, where the result is DESIG_E_ARGUMENT */
    dsg_part_set known;       /* the own parts of records that get extra ones */
    size_t number;            /* of the record */
    const desig_list *ledger; /* of the copies, which then keep their spans; NULL: a plain list */
} dsg_record_copier;

void dsg_record_copier_open(dsg_record_copier *copier, const desig_allocator *allocator, dsg_arena *arena);
void dsg_record_copier_close(dsg_record_copier *copier);

/* A copy of a text; NULL for NULL, and with copier->result set to DESIG_E_NOMEM. */
const char *dsg_record_copier_text(dsg_record_copier *copier, const char *text);

/* A copy of a record that the caller of the library gives. NULL with copier->result set: DESIG_E_NOMEM, or
 * DESIG_E_ARGUMENT if it is none that a list may have. */
const desig_record *dsg_record_copy_given(dsg_record_copier *copier, const desig_record *record);

/* A copy of a list's record, with the parts that only `extra` (may be NULL) has behind its own. NULL with
 * copier->result set: DESIG_E_NOMEM. */
const desig_record *dsg_record_copy(dsg_record_copier *copier, const desig_record *record,
                                    const desig_record *extra);

#endif
