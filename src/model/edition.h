/* The editions of a ledger, and the meaning of a span.
 *
 * A span counts editions from 1. A part with the span {first, last, file} stands in each edition from
 * `first` to `last` (0: to the newest) that observed `file`. A part came on a day between two copies, both
 * days included: the last copy of its file without the part, and the first copy with it. The same holds for
 * a part that vanishes. */
#ifndef DSG_MODEL_EDITION_H
#define DSG_MODEL_EDITION_H

#include <desig/desig.h>

enum {
    DSG_MOST_EDITIONS = UINT16_MAX - 1,
    DSG_FILE_LEDGER = 31 /* the `file` of what the ledger itself derives: no edition has it */
};

/* Whether the edition of this number (from 1) has a file of this number. */
int dsg_edition_observed(const desig_list *ledger, size_t edition, unsigned file);

/* The newest edition before this one, or the oldest after it, that has such a file; 0 if there is none. */
size_t dsg_edition_before(const desig_list *ledger, size_t edition, unsigned file);
size_t dsg_edition_after(const desig_list *ledger, size_t edition, unsigned file);

/* From the first day on which the one copy may have been taken to the last one of the other; NULL: open. */
desig_date dsg_between_copies(const desig_edition *one, const desig_edition *other);

/* When a part came: `2024-02-14/2024-02-16`; `../2021-08-18` if it stood in the first edition of its file. */
desig_date dsg_span_began(const desig_list *ledger, const desig_span *span);

/* When it went, likewise; unknown if it still stands or nothing newer tells of its file. */
desig_date dsg_span_ended(const desig_list *ledger, const desig_span *span);

/* Make room for `more` editions, so that dsg_list_put_edition() cannot fail. */
desig_result dsg_list_reserve_editions(desig_list *list, size_t more);

/* Append an edition that lives in the list's arena. */
void dsg_list_put_edition(desig_list *list, const desig_edition *edition);

/* Forget all editions that were put. */
void dsg_list_drop_editions(desig_list *list);

#endif
