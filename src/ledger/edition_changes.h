/* The changes that an edition makes to a ledger: the records that come, go and change, and their new
 * versions. */
#ifndef DSG_LEDGER_EDITION_CHANGES_H
#define DSG_LEDGER_EDITION_CHANGES_H

#include "ledger/edition_rows.h"
#include "ledger/record_spans.h"
#include "ledger/successors.h"

typedef struct dsg_record_change {
    size_t position;          /* of `old`, in the ledger */
    const desig_record *old;  /* NULL: the record is new */
    const desig_record *made; /* what it becomes */
} dsg_record_change;

typedef struct dsg_edition_changes {
    const desig_list *ledger;
    const desig_list *list;           /* the edition: without the records that have not changed */
    const dsg_edition_rows *rows;     /* which records have not */
    const desig_callbacks *callbacks; /* whom to tell */
    const desig_edition *edition;
    desig_edition_report report;
    uint64_t notes; /* that were told */
    uint64_t warnings;
    dsg_record_change *items;
    size_t count;
    size_t capacity;
    dsg_record_spans spans;
    dsg_successors successors;
    unsigned char *in_edition; /* by position in the ledger: the edition speaks of the record */
    size_t ledger_count;
} dsg_edition_changes;

/* All of these outlive the changes. */
void dsg_edition_changes_open(dsg_edition_changes *changes, const desig_list *ledger, const desig_list *list,
                              const dsg_edition_rows *rows, const desig_callbacks *callbacks);
void dsg_edition_changes_close(dsg_edition_changes *changes);

/* Find what the edition changes, and fill the report; `arena` takes what the records become. DESIG_E_NOMEM.
 */
desig_result dsg_edition_changes_find(dsg_edition_changes *changes, const desig_edition *edition,
                                      dsg_arena *arena);

#endif
