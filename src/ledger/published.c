/* desig_list_published() makes a plain list of the parts that stood in one edition of a ledger. */
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
    uint32_t record;      /* of the draft */
    const char *own_file; /* the name of the edition's first one */
} publishing;

/* ---- Whose copy counts ---- */

static void choose_copies(publishing *publish, size_t edition, desig_companions companions) {
    for (unsigned file = 0; file < DSG_FILE_LEDGER; file++) {
        size_t newest = dsg_edition_before(publish->ledger, edition + 1, file);
        if (newest != edition && companions == DESIG_COMPANIONS_OF_EDITION) continue;
        publish->copies[file] = newest;
    }
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

static desig_result keep_source_text(publishing *publish, const char **text) {
    if (!*text) return DESIG_OK;
    *text = dsg_draft_keep(publish->draft, *text, strlen(*text));
    return *text ? DESIG_OK : DESIG_E_NOMEM;
}

static const char *base_name(const char *path) {
    const char *slash = path ? strrchr(path, '/') : NULL;
    return slash ? slash + 1 : path;
}

/* The publisher, whose prefix the id bears; what is hand-made has the name of its file. */
static const char *source_of(const desig_record *record, const char *file) {
    const size_t length = record && record->source ? strlen(record->source) : 0;
    if (length == 0 || (strncmp(record->id, record->source, length) == 0 && record->id[length] == ':'))
        return record ? record->source : NULL;
    return base_name(file);
}

static desig_result copy_record(publishing *publish, const desig_record *record) {
    const desig_presence *presence = presence_of(publish, record);
    if (!presence) return DESIG_OK;
    int is_new;
    publish->record = dsg_draft_record(publish->draft, record->id, strlen(record->id), &is_new);
    if (publish->record == DSG_NO_RECORD) return DESIG_E_NOMEM;
    dsg_draft_set_kind(publish->draft, publish->record, (desig_kind)presence->kind);
    const char *source = source_of(record, publish->own_file);
    desig_result result = keep_source_text(publish, &source);
    dsg_draft_set_source(publish->draft, publish->record, source);
    if (result == DESIG_OK) result = copy_parts(publish, record);
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

/* The files of an edition, as far as their copies count. */
static desig_result add_sources(publishing *publish, size_t number) {
    const desig_edition *edition = desig_list_edition(publish->ledger, number);
    const desig_record *first = desig_list_at(publish->ledger, 0);
    desig_result result = DESIG_OK;
    for (uint32_t i = 0; result == DESIG_OK && i < edition->file_count; i++) {
        const desig_edition_file *file = &edition->files[i];
        dsg_list_source source = {.about = {.name = base_name(file->name),
                                            .source = source_of(first, file->name),
                                            .format = file->format,
                                            .checksum = file->checksum,
                                            .as_of = edition->copied},
                                  .observed = UINT32_C(1) << file->companion,
                                  .companion = file->companion};
        const char **const texts[] = {&source.about.name, &source.about.source, &source.about.format,
                                      &source.about.checksum};
        if (publish->copies[file->companion] != number) continue;
        for (size_t t = 0; result == DESIG_OK && t < sizeof texts / sizeof *texts; t++)
            result = keep_source_text(publish, texts[t]);
        if (result == DESIG_OK) result = dsg_draft_source(publish->draft, &source);
    }
    return result;
}

/* The edition's own files first, then those that are carried over. */
static desig_result add_all_sources(publishing *publish, size_t edition) {
    desig_result result = DESIG_OK;
    for (size_t number = edition; result == DESIG_OK && number > 0; number--)
        result = add_sources(publish, number);
    return result;
}

desig_result desig_list_published(const desig_list *ledger, size_t edition, desig_companions companions,
                                  desig_list *out, desig_error *error) {
    publishing publish = {.ledger = ledger};
    desig_result result = check(ledger, edition, companions, out, error);
    if (result != DESIG_OK) return result;
    choose_copies(&publish, edition, companions);
    publish.own_file = desig_list_edition(ledger, edition)->files[0].name;
    result = dsg_draft_open(out, &publish.draft);
    for (size_t i = 0; result == DESIG_OK && i < desig_list_count(ledger); i++)
        result = copy_record(&publish, desig_list_at(ledger, i));
    if (result == DESIG_OK) result = add_all_sources(&publish, edition);
    if (result != DESIG_OK) dsg_error_plain(error, result);
    if (result == DESIG_OK)
        result = dsg_draft_commit(publish.draft, &desig_list_edition(ledger, edition)->copied, error);
    if (result != DESIG_OK) dsg_draft_drop(publish.draft);
    return result;
}
