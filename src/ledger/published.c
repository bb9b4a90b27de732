/* desig_list_published(): a plain list of what stood in one edition of a ledger. */
#include "base/error.h"
#include "model/draft.h"
#include "model/edition.h"
#include "model/list.h"

#include <string.h>

typedef struct publishing {
    const desig_list *ledger;
    /* By file: the edition whose copy of it counts, 0 for none. The ledger's own file has none. */
    size_t copies[DSG_FILE_LEDGER + 1];
    dsg_draft *draft;
    uint32_t record; /* of the draft */
} publishing;

/* ---- Whose copy counts ---- */

/* Return which files count, as desig_edition.observed does. */
static uint32_t choose_copies(publishing *publish, size_t edition, desig_companions companions) {
    uint32_t files = 0;
    for (unsigned file = 0; file < DSG_FILE_LEDGER; file++) {
        size_t newest = dsg_edition_before(publish->ledger, edition + 1, file);
        if (newest != edition && companions == DESIG_COMPANIONS_OF_EDITION) continue;
        publish->copies[file] = newest;
        if (newest > 0) files |= UINT32_C(1) << file;
    }
    return files;
}

static int counts(const publishing *publish, const desig_span *span) {
    size_t copy = publish->copies[span->file];
    return copy > 0 && desig_list_stands(publish->ledger, span, copy);
}

/* ---- Copying ---- */

static const char *keep_text(void *draft, const char *text, size_t length) {
    return dsg_draft_keep(draft, text, length);
}

static desig_result copy_part(publishing *publish, enum dsg_part_kind part, const void *from) {
    dsg_any_part copy;
    memcpy(&copy, from, dsg_part_size(part));
    dsg_part_leave_editions(part, &copy);
    desig_result result = dsg_part_keep_texts(part, &copy, keep_text, publish->draft);
    return result == DESIG_OK ? dsg_draft_add(publish->draft, publish->record, part, &copy) : result;
}

static desig_result copy_parts(publishing *publish, const desig_record *record) {
    desig_result result = DESIG_OK;
    for (enum dsg_part_kind part = DSG_PART_NAME; result == DESIG_OK && part < DSG_PART_KINDS; part++) {
        size_t size = dsg_part_size(part);
        uint32_t count;
        const char *parts = dsg_record_parts(record, part, &count);
        for (uint32_t i = 0; result == DESIG_OK && i < count; i++) {
            if (counts(publish, dsg_part_span_of(part, parts + i * size)))
                result = copy_part(publish, part, parts + i * size);
        }
    }
    return result;
}

/* How the record stood on the list; NULL if it did not. Where two files speak of it, the first one's word
 * counts. */
static const desig_presence *presence_of(const publishing *publish, const desig_record *record) {
    const desig_presence *found = NULL;
    for (uint32_t i = 0; i < record->presence_count; i++) {
        const desig_presence *presence = &record->presences[i];
        if (counts(publish, &presence->span) && (!found || presence->span.file < found->span.file))
            found = presence;
    }
    return found;
}

static desig_result copy_record(publishing *publish, const desig_record *record) {
    const desig_presence *presence = presence_of(publish, record);
    if (!presence) return DESIG_OK;
    int is_new;
    publish->record = dsg_draft_record(publish->draft, record->id, strlen(record->id), &is_new);
    if (publish->record == DSG_NO_RECORD) return DESIG_E_NOMEM;
    dsg_draft_set_kind(publish->draft, publish->record, (desig_kind)presence->kind);
    if (record->source) {
        const char *source = dsg_draft_keep(publish->draft, record->source, strlen(record->source));
        if (!source) return DESIG_E_NOMEM;
        dsg_draft_set_source(publish->draft, publish->record, source);
    }
    desig_result result = copy_parts(publish, record);
    return result == DESIG_OK ? dsg_draft_seal(publish->draft, publish->record) : result;
}

static desig_result check(const desig_list *ledger, size_t edition, desig_companions companions,
                          const desig_list *out, desig_error *error) {
    if (!ledger || !out || (unsigned)companions > DESIG_COMPANIONS_CARRIED)
        return dsg_error_plain(error, DESIG_E_ARGUMENT);
    if (desig_list_count(out) > 0 || desig_list_edition_count(out) > 0)
        return dsg_error_set(error, DESIG_E_ARGUMENT, "the list for the copies is not empty");
    if (!desig_list_edition(ledger, edition))
        return dsg_error_set(error, DESIG_E_ARGUMENT, "the ledger has no edition of that number or day");
    return DESIG_OK;
}

desig_result desig_list_published(const desig_list *ledger, size_t edition, desig_companions companions,
                                  desig_list *out, desig_error *error) {
    publishing publish = {.ledger = ledger};
    desig_result result = check(ledger, edition, companions, out, error);
    if (result != DESIG_OK) return result;
    uint32_t observed = choose_copies(&publish, edition, companions);
    result = dsg_draft_open(out, &publish.draft);
    for (size_t i = 0; result == DESIG_OK && i < desig_list_count(ledger); i++)
        result = copy_record(&publish, desig_list_at(ledger, i));
    if (result != DESIG_OK) dsg_error_plain(error, result);
    if (result == DESIG_OK)
        result = dsg_draft_commit(publish.draft, &desig_list_edition(ledger, edition)->copied, error);
    if (result != DESIG_OK) dsg_draft_drop(publish.draft);
    if (result == DESIG_OK) dsg_list_observe(out, observed);
    return result;
}
