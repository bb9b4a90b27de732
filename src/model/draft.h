/* A draft holds records that are being made.
 *
 * The rows of one party may stand anywhere in a file or in several files. Parts therefore wait in a chain of
 * their record until the record is sealed. Sealing lays them out together, without slack, where the list
 * will have them. A format that knows that a record is complete seals it; the commit seals the others. The
 * list is untouched until the commit, and a draft that is dropped leaves no trace. */
#ifndef DSG_MODEL_DRAFT_H
#define DSG_MODEL_DRAFT_H

#include "base/strings.h"
#include "model/list_source.h"
#include "model/record.h"

typedef struct dsg_draft dsg_draft;

#define DSG_NO_RECORD UINT32_MAX

desig_result dsg_draft_open(desig_list *list, dsg_draft **out);
void dsg_draft_drop(dsg_draft *draft); /* NULL is allowed */

/* About how many bytes of CSV will be read into it. */
void dsg_draft_expect(dsg_draft *draft, size_t bytes);

/* Add the records to the list (and the editions, which make it a ledger), in the order in which they were
 * sealed, and release the draft. Every derived action gets the effective date `../as_of`, in a ledger that
 * which its span says. On failure the draft stays open and the list as it was. DESIG_E_EXISTS if the list has
 * one of the ids; DESIG_E_FORMAT for a ledger whose editions or spans do not fit together; DESIG_E_ARGUMENT
 * if list or draft is a ledger and the list not empty; DESIG_E_NOMEM, DESIG_E_LIMIT. */
desig_result dsg_draft_commit(dsg_draft *draft, const desig_date *as_of, desig_error *error);

/* Keep a text for the list; NULL when memory ends (or for NULL). */
const char *dsg_draft_keep(dsg_draft *draft, const char *bytes, size_t length);

/* The same for a text that hardly ever comes twice (a name, a number, a street): faster, for want of a
 * look-up. */
const char *dsg_draft_keep_once(dsg_draft *draft, const char *bytes, size_t length);

/* The record of an id in this draft: found, or made (kind unknown, no parts) with *is_new set. DSG_NO_RECORD
 * when memory ends. */
uint32_t dsg_draft_record(dsg_draft *draft, const char *id, size_t length, int *is_new);

size_t dsg_draft_count(const dsg_draft *draft);
const char *dsg_draft_id(const dsg_draft *draft, uint32_t record);
desig_kind dsg_draft_kind(const dsg_draft *draft, uint32_t record);
void dsg_draft_set_kind(dsg_draft *draft, uint32_t record, desig_kind kind);
void dsg_draft_set_source(dsg_draft *draft, uint32_t record, const char *kept);

/* The primary name given so far, NULL if none. */
const char *dsg_draft_primary(const dsg_draft *draft, uint32_t record);

/* Whether anything that was done has been added to it. */
int dsg_draft_has_actions(const dsg_draft *draft, uint32_t record);

/* From now on, parts that the record has already are not added to it again. DESIG_E_NOMEM. */
desig_result dsg_draft_only_new(dsg_draft *draft, uint32_t record);

/* Lay out a record that is complete. More parts may still come, but then it costs its room twice.
 * DESIG_E_NOMEM. */
desig_result dsg_draft_seal(dsg_draft *draft, uint32_t record);

/* Add a part, a copy. Its strings must have come from dsg_draft_keep() or be static. The record's kind will
 * be that of its newest presence, if it has one. DESIG_E_NOMEM. */
desig_result dsg_draft_add(dsg_draft *draft, uint32_t record, enum dsg_part_kind part, const void *content);

static inline desig_result dsg_draft_name(dsg_draft *draft, uint32_t record, const desig_name *name) {
    return dsg_draft_add(draft, record, DSG_PART_NAME, name);
}

static inline desig_result dsg_draft_action(dsg_draft *draft, uint32_t record, const desig_action *action) {
    return dsg_draft_add(draft, record, DSG_PART_ACTION, action);
}

static inline desig_result dsg_draft_link(dsg_draft *draft, uint32_t record, const desig_link *link) {
    return dsg_draft_add(draft, record, DSG_PART_LINK, link);
}

static inline desig_result dsg_draft_fact(dsg_draft *draft, uint32_t record, const desig_fact *fact) {
    return dsg_draft_add(draft, record, DSG_PART_FACT, fact);
}

static inline desig_result dsg_draft_assertion(dsg_draft *draft, uint32_t record,
                                               const desig_assertion *assertion) {
    return dsg_draft_add(draft, record, DSG_PART_ASSERTION, assertion);
}

static inline desig_result dsg_draft_presence(dsg_draft *draft, uint32_t record,
                                              const desig_presence *presence) {
    return dsg_draft_add(draft, record, DSG_PART_PRESENCE, presence);
}

/* In a draft, the mark of a derived action that has its own date: it stays, and the mark becomes 1. One
 * without an end ends on the list's day. A presence is one beside what the publisher states: without a list's
 * day it is left out. */
enum { DSG_DERIVED_DATED = 2, DSG_DERIVED_PRESENCE = 3 };

/* From now on, parts that are added come from the companion file of this number: desig_span.file. */
void dsg_draft_come_from(dsg_draft *draft, uint16_t file);

/* Add a source of the list, a copy; texts as of a part. DESIG_E_NOMEM. */
desig_result dsg_draft_source(dsg_draft *draft, const dsg_list_source *source);

/* Those that were added. */
dsg_list_source *const *dsg_draft_sources(const dsg_draft *draft, size_t *count);

/* Whether an edition was added: the draft is of a ledger. */
int dsg_draft_is_ledger(const dsg_draft *draft);

/* A file of an edition; texts as of a part. An edition without files has one whose format is NULL. */
typedef struct dsg_draft_file {
    uint32_t edition; /* counted from 1 */
    desig_date copied;
    desig_date published;
    desig_edition_file file;
    uint32_t rows; /* in the whole ledger's file; 0: not said here */
} dsg_draft_file;

/* Add a file of an edition, a copy. DESIG_E_NOMEM. */
desig_result dsg_draft_edition(dsg_draft *draft, const dsg_draft_file *file);

#endif
