/* The editions of a ledger that is read from a file. They are put together from the rows of their files and
 * checked against the spans. */
#ifndef DSG_MODEL_DRAFT_EDITIONS_H
#define DSG_MODEL_DRAFT_EDITIONS_H

#include "base/arena.h"
#include "model/draft.h"

/* Add the editions to a list that has none, into `arena`, which becomes the list's. They must be numbered
 * from 1 without a gap, each copied after the one before: else DESIG_E_FORMAT. On failure the list may have
 * some of them. DESIG_E_NOMEM. */
desig_result dsg_draft_put_editions(desig_list *list, dsg_arena *arena, const dsg_draft_file *files,
                                    size_t count, desig_error *error);

/* DESIG_E_FORMAT if a record was never there, or a part of it has a span of no editions. */
desig_result dsg_draft_check_spans(const desig_list *ledger, const desig_record *record, desig_error *error);

#endif
