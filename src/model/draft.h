/* A draft: records in the making.
 *
 * The rows of one party may stand anywhere in a file or in several files, so parts are collected with the
 * number of their record and laid out in one go when the draft is committed: each record's parts lie
 * together, with no slack. Until then the list is untouched; a draft that is dropped leaves no trace. */
#ifndef DSG_MODEL_DRAFT_H
#define DSG_MODEL_DRAFT_H

#include "base/strings.h"
#include "model/record.h"

typedef struct dsg_draft dsg_draft;

enum { DSG_NO_RECORD = UINT32_MAX };

desig_result dsg_draft_open(desig_list *list, dsg_draft **out);
void dsg_draft_drop(dsg_draft *draft); /* NULL is allowed */

/* Add the records to the list and release the draft; on failure the draft stays open and the list as it was.
 * DESIG_E_EXISTS if the list has one of the ids. Every derived `designated` action gets the effective date
 * `../as_of`. */
desig_result dsg_draft_commit(dsg_draft *draft, const desig_date *as_of, desig_error *error);

/* Keep a text for the list; NULL when memory ends (or for NULL). */
const char *dsg_draft_keep(dsg_draft *draft, const char *bytes, size_t length);

/* The same for a text that hardly ever comes twice (a name, a number, a street): not looked up, hence faster.
 */
const char *dsg_draft_keep_once(dsg_draft *draft, const char *bytes, size_t length);

/* The record of an id in this draft: found, or made (kind unknown, no parts) with *is_new set. DSG_NO_RECORD
 * when memory ends. */
uint32_t dsg_draft_record(dsg_draft *draft, const char *id, size_t length, int *is_new);

/* The record of an id in this draft, DSG_NO_RECORD if it is not there. */
uint32_t dsg_draft_find(const dsg_draft *draft, const char *id, size_t length);

size_t dsg_draft_count(const dsg_draft *draft);
const char *dsg_draft_id(const dsg_draft *draft, uint32_t record);
desig_kind dsg_draft_kind(const dsg_draft *draft, uint32_t record);
void dsg_draft_set_kind(dsg_draft *draft, uint32_t record, desig_kind kind);
void dsg_draft_set_source(dsg_draft *draft, uint32_t record, const char *kept);
/* The primary name given so far, NULL if none. */
const char *dsg_draft_primary(const dsg_draft *draft, uint32_t record);

/* Add a part. Its strings must have come from dsg_draft_keep() or be static. The pointer that is returned
 * stays valid (and writable) until commit or drop; NULL when memory ends. */
desig_name *dsg_draft_name(dsg_draft *draft, uint32_t record, const desig_name *name);
desig_action *dsg_draft_action(dsg_draft *draft, uint32_t record, const desig_action *action);
desig_link *dsg_draft_link(dsg_draft *draft, uint32_t record, const desig_link *link);
desig_fact *dsg_draft_fact(dsg_draft *draft, uint32_t record, const desig_fact *fact);

#endif
