/* desig_list_published(): a plain list of what stood in one edition of a ledger. */
#include "base/error.h"
#include "model/draft.h"
#include "model/edition.h"
#include "model/list.h"

#include <string.h>

typedef struct publishing {
    const desig_list *ledger;
    size_t edition;
    dsg_draft *draft;
    uint32_t record; /* of the draft */
} publishing;

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
    enum dsg_part_kind part;
    uint32_t count, i;
    for (part = DSG_PART_NAME; result == DESIG_OK && part < DSG_PART_KINDS; part++) {
        size_t size = dsg_part_size(part);
        const char *parts = dsg_record_parts(record, part, &count);
        for (i = 0; result == DESIG_OK && i < count; i++) {
            if (desig_list_stands(publish->ledger, dsg_part_span_of(part, parts + i * size),
                                  publish->edition))
                result = copy_part(publish, part, parts + i * size);
        }
    }
    return result;
}

/* How the record stood on the list in the edition; NULL if it did not. Where two files speak of it, the first
 * one's word counts. */
static const desig_presence *presence_in(const publishing *publish, const desig_record *record) {
    const desig_presence *found = NULL;
    uint32_t i;
    for (i = 0; i < record->presence_count; i++) {
        const desig_presence *presence = &record->presences[i];
        if (desig_list_stands(publish->ledger, &presence->span, publish->edition) &&
            (found == NULL || presence->span.file < found->span.file))
            found = presence;
    }
    return found;
}

static desig_result copy_record(publishing *publish, const desig_record *record) {
    const desig_presence *presence = presence_in(publish, record);
    desig_result result;
    int is_new;
    if (presence == NULL) return DESIG_OK;
    publish->record = dsg_draft_record(publish->draft, record->id, strlen(record->id), &is_new);
    if (publish->record == DSG_NO_RECORD) return DESIG_E_NOMEM;
    dsg_draft_set_kind(publish->draft, publish->record, (desig_kind)presence->kind);
    if (record->source != NULL) {
        const char *source = dsg_draft_keep(publish->draft, record->source, strlen(record->source));
        if (source == NULL) return DESIG_E_NOMEM;
        dsg_draft_set_source(publish->draft, publish->record, source);
    }
    result = copy_parts(publish, record);
    return result == DESIG_OK ? dsg_draft_seal(publish->draft, publish->record) : result;
}

desig_result desig_list_published(const desig_list *ledger, size_t edition, desig_list *out,
                                  desig_error *error) {
    publishing publish = {.ledger = ledger, .edition = edition};
    const desig_edition *about;
    desig_result result;
    size_t i;
    if (ledger == NULL || out == NULL || ledger == out) return dsg_error_plain(error, DESIG_E_ARGUMENT);
    about = desig_list_edition_at(ledger, edition - 1);
    if (about == NULL)
        return dsg_error_set(error, DESIG_E_ARGUMENT, "the ledger has no edition of that number or day");
    result = dsg_draft_open(out, &publish.draft);
    for (i = 0; result == DESIG_OK && i < desig_list_count(ledger); i++)
        result = copy_record(&publish, desig_list_at(ledger, i));
    if (result != DESIG_OK) dsg_error_plain(error, result);
    if (result == DESIG_OK) result = dsg_draft_commit(publish.draft, &about->copied, error);
    if (result != DESIG_OK) dsg_draft_drop(publish.draft);
    if (result == DESIG_OK) dsg_list_observe(out, about->observed);
    return result;
}
