/* The spans of one record's parts: a part that is new in an edition opens a span; a part that is missing
 * closes it. */
#ifndef DSG_LEDGER_RECORD_SPANS_H
#define DSG_LEDGER_RECORD_SPANS_H

#include "base/strings.h"
#include "model/edition.h"
#include "model/record.h"

/* What is the same for all records of one edition. */
typedef struct dsg_record_spans {
    const desig_list *ledger;
    uint16_t edition;                        /* the number that the edition will have */
    uint32_t observed;                       /* which files it has: desig_edition.observed */
    uint16_t last_observed[DSG_FILE_LEDGER]; /* by file: the newest edition that had it before; 0: none */
    desig_date came[DSG_FILE_LEDGER];        /* by file: when what is new has come */
    dsg_arena *arena;                        /* of what is new; becomes the ledger's */
    dsg_strings strings;
    const void **room; /* to put parts in order */
    size_t capacity;
    desig_span **closing; /* of parts that stand in the ledger */
    size_t closing_count;
    size_t closing_capacity;
} dsg_record_spans;

void dsg_record_spans_open(dsg_record_spans *spans, const desig_list *ledger, const desig_edition *edition,
                           dsg_arena *arena);
void dsg_record_spans_close(dsg_record_spans *spans);

/* Make the ledger's record after this edition. `old` is the one before, NULL for a new record; `now` is what
 * the edition says of it, NULL if nothing; `own` is a link that the ledger itself adds, or NULL. *made is
 * NULL if `old` stays as it is. DESIG_E_NOMEM. */
desig_result dsg_record_spans_apply(dsg_record_spans *spans, const desig_record *old, const desig_record *now,
                                    const desig_link *own, desig_record **made);

/* Close the spans of parts that earlier records have, too, when the edition is put in. */
void dsg_record_spans_put(const dsg_record_spans *spans);

/* Whether the record is on the list in the ledger's newest edition. */
int dsg_record_is_present(const desig_record *record);

#endif
