/* desig_list_fold(): an edition is read, compared with what stands in the ledger, and added to it. */
#include "base/callbacks.h"
#include "base/error.h"
#include "base/memory.h"
#include "base/struct_size.h"
#include "ledger/record_spans.h"
#include "ledger/successors.h"
#include "model/edition.h"
#include "model/list.h"

#include <string.h>

/* More than one in so many records that vanish at once are a fault of the publisher or of the copy. */
enum { MASS = 10 };

typedef struct change {
    size_t position; /* in the ledger; DSG_NO_POSITION: a new record */
    const desig_record *record;
} change;

typedef struct fold {
    desig_list *ledger;
    desig_list *list; /* the edition, as it was read: without the records that have not changed */
    dsg_folding folding;
    desig_read_options options;
    desig_callbacks callbacks;
    desig_fold_report report;
    desig_edition *edition;
    dsg_arena arena; /* becomes the ledger's */
    dsg_record_fold parts;
    dsg_successors successors;
    unsigned char *spoken_of; /* by position in the ledger */
    size_t spoken_count;
    change *changes;
    size_t change_count;
    size_t change_capacity;
    desig_error *error;
} fold;

/* ---- Findings ---- */

static void tell(fold *folding, desig_severity severity, const char *check, const char *id,
                 const char *message) {
    desig_diagnostic finding = {.size = sizeof finding,
                                .severity = severity,
                                .check = check,
                                .file = folding->edition->files[0].name,
                                .id = id,
                                .message = message};
    if (severity == DESIG_SEVERITY_NOTE) folding->report.read.notes++;
    if (severity == DESIG_SEVERITY_WARNING) folding->report.read.warnings++;
    dsg_callbacks_diagnose(&folding->callbacks, &finding);
}

static int has_name(const desig_record *record, const char *text) {
    uint32_t i;
    for (i = 0; i < record->name_count; i++) {
        if (strcmp(record->names[i].text, text) == 0) return 1;
    }
    return 0;
}

/* Of another kind, where both are known, and with none of the names that it ever had. */
static int is_another_party(const desig_record *old, const desig_record *now) {
    uint32_t i;
    if (old->kind == now->kind || old->kind == DESIG_KIND_UNKNOWN || now->kind == DESIG_KIND_UNKNOWN)
        return 0;
    if (old->name_count == 0 || now->name_count == 0) return 0;
    for (i = 0; i < now->name_count; i++) {
        if (has_name(old, now->names[i].text)) return 0;
    }
    return 1;
}

/* ---- The place in time ---- */

/* Keep a file's texts in the ledger; the format's name is static. */
static desig_result keep_texts(fold *folding, desig_edition_file *file) {
    const char **const texts[] = {&file->name, &file->digest, &file->checksum};
    size_t i;
    for (i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        if (*texts[i] == NULL) continue;
        *texts[i] = dsg_arena_text(&folding->arena, *texts[i], strlen(*texts[i]));
        if (*texts[i] == NULL) return DESIG_E_NOMEM;
    }
    return DESIG_OK;
}

static desig_result make_edition(fold *folding) {
    const dsg_folding *read = &folding->folding;
    desig_edition *edition = dsg_arena_take(&folding->arena, sizeof *edition);
    desig_edition_file *files = dsg_arena_take(&folding->arena, read->file_count * sizeof *files);
    size_t i;
    if (edition == NULL || files == NULL) return DESIG_E_NOMEM;
    *edition = (desig_edition){.size = sizeof *edition,
                               .copied = desig_list_as_of(folding->list),
                               .published = read->published,
                               .files = files,
                               .file_count = (uint32_t)read->file_count};
    for (i = 0; i < read->file_count; i++) {
        const desig_edition_file *file = &read->files[i];
        files[i] = *file;
        if (keep_texts(folding, &files[i]) != DESIG_OK) return DESIG_E_NOMEM;
        edition->observed |= UINT32_C(1) << file->companion;
    }
    folding->edition = edition;
    return DESIG_OK;
}

/* Whether every file of `a` is in `b`, byte for byte, under whatever name. */
static int is_within(const desig_edition *a, const desig_edition *b) {
    uint32_t i, j;
    for (i = 0; i < a->file_count; i++) {
        for (j = 0; j < b->file_count && strcmp(a->files[i].digest, b->files[j].digest) != 0; j++) {
        }
        if (j == b->file_count) return 0;
    }
    return 1;
}

static int is_same_day(const desig_date *a, const desig_date *b) {
    return a->first == b->first && a->last == b->last;
}

/* DESIG_OK with *known set if the newest edition is this one. */
static desig_result find_place(const fold *folding, int *known) {
    size_t count = desig_list_edition_count(folding->ledger);
    const desig_edition *newest = desig_list_edition_at(folding->ledger, count - 1);
    const desig_edition *edition = folding->edition;
    char day[DESIG_DATE_TEXT], newest_day[DESIG_DATE_TEXT];
    *known = 0;
    if (edition->copied.first_precision == DESIG_PRECISION_NONE ||
        edition->copied.last_precision == DESIG_PRECISION_NONE)
        return dsg_error_set(
            folding->error, DESIG_E_ARGUMENT,
            "neither the content nor the name of the edition says of which day it is, and no "
            "day is given");
    if (newest == NULL || desig_date_before(&newest->copied, &edition->copied) == DESIG_YES) return DESIG_OK;
    desig_date_format(&edition->copied, day);
    desig_date_format(&newest->copied, newest_day);
    if (is_same_day(&newest->copied, &edition->copied)) {
        *known = is_within(newest, edition) && is_within(edition, newest);
        if (*known) return DESIG_OK;
        return dsg_error_set(folding->error, DESIG_E_ORDER,
                             "the ledger has another edition of %s: which of the two is right?", day);
    }
    return dsg_error_set(
        folding->error, DESIG_E_ORDER,
        "the edition of %s is older than the ledger's newest, of %s: to have it in, build the "
        "ledger anew from all editions",
        day, newest_day);
}

/* ---- Changes ---- */

static desig_result note_change(fold *folding, size_t position, const desig_record *record) {
    change *changes = dsg_grow(&folding->ledger->allocator, folding->changes, sizeof *changes,
                               folding->change_count, &folding->change_capacity);
    if (changes == NULL) return DESIG_E_NOMEM;
    folding->changes = changes;
    changes[folding->change_count++] = (change){position, record};
    return DESIG_OK;
}

static void count_change(desig_fold_report *report, const desig_record *old, const desig_record *made) {
    int was = old != NULL && dsg_record_is_present(old), is = dsg_record_is_present(made);
    if (old == NULL)
        report->added++;
    else if (!was && is)
        report->returned++;
    else if (was && !is)
        report->vanished++;
    else if (was && is)
        report->changed++;
}

static desig_result fold_record(fold *folding, size_t position, const desig_record *now,
                                const desig_link *added) {
    const desig_record *old = desig_list_at(folding->ledger, position);
    desig_record *made;
    desig_result result = dsg_fold_record(&folding->parts, old, now, added, &made);
    if (result != DESIG_OK || made == NULL) return result;
    count_change(&folding->report, old, made);
    return note_change(folding, position, made);
}

static desig_result fold_what_is_there(fold *folding) {
    desig_result result = DESIG_OK;
    size_t i;
    for (i = 0; result == DESIG_OK && i < desig_list_count(folding->list); i++) {
        const desig_record *now = desig_list_at(folding->list, i);
        size_t position = dsg_list_position(folding->ledger, now->id);
        const desig_record *old = desig_list_at(folding->ledger, position);
        if (old != NULL) folding->spoken_of[position] = 1;
        if (old != NULL && is_another_party(old, now))
            tell(folding, DESIG_SEVERITY_WARNING, "id-reused", now->id,
                 "the id had another name and kind before; it may be another party's now");
        result = fold_record(folding, position, now, NULL);
    }
    return result;
}

/* A record of which the edition does not speak; if it vanishes, another may have taken its place. */
static desig_result fold_missing(fold *folding, size_t position) {
    const desig_record *old = desig_list_at(folding->ledger, position);
    const desig_record *successor = NULL;
    desig_link link = {.type = "replaced-by",
                       .justification =
                           "of the same name and kind, and new in the edition in which this record "
                           "was missing for the first time"};
    uint64_t vanished = folding->report.vanished;
    desig_result result;
    if (dsg_record_is_present(old)) successor = dsg_successor_of(&folding->successors, old);
    if (successor != NULL) link.target = successor->id;
    result = fold_record(folding, position, NULL, successor == NULL ? NULL : &link);
    if (result == DESIG_OK && successor != NULL && folding->report.vanished > vanished)
        tell(folding, DESIG_SEVERITY_NOTE, "replaced-by", old->id, successor->id);
    return result;
}

static desig_result fold_what_is_not(fold *folding) {
    desig_result result = DESIG_OK;
    size_t i;
    for (i = 0; result == DESIG_OK && i < folding->spoken_count; i++) {
        if (dsg_folding_is_unchanged(&folding->folding, i))
            folding->report.records++;
        else if (!folding->spoken_of[i])
            result = fold_missing(folding, i);
    }
    folding->report.records += desig_list_count(folding->list);
    return result;
}

static desig_result find_changes(fold *folding) {
    const desig_allocator *allocator = &folding->ledger->allocator;
    desig_result result;
    folding->spoken_count = desig_list_count(folding->ledger);
    folding->spoken_of = dsg_alloc(allocator, folding->spoken_count + 1);
    if (folding->spoken_of == NULL) return DESIG_E_NOMEM;
    memset(folding->spoken_of, 0, folding->spoken_count + 1);
    result = dsg_successors_open(&folding->successors, folding->ledger, folding->list);
    if (result == DESIG_OK) result = fold_what_is_there(folding);
    return result == DESIG_OK ? fold_what_is_not(folding) : result;
}

static desig_result refuse_mass_removal(const fold *folding, const desig_fold_options *options) {
    const desig_fold_report *report = &folding->report;
    uint64_t before = report->records + report->vanished - report->added - report->returned;
    if (options->allow_mass_removal || report->vanished * MASS <= before) return DESIG_OK;
    return dsg_error_set(folding->error, DESIG_E_DOUBTFUL,
                         "%llu of %llu records are missing at once: a fault of the publisher or of the copy? "
                         "It takes an option to fold it in all the same",
                         (unsigned long long)report->vanished, (unsigned long long)before);
}

/* ---- Putting them in ---- */

static desig_result put_changes(fold *folding) {
    desig_list *ledger = folding->ledger;
    desig_result result = dsg_list_reserve_edition(ledger);
    size_t i;
    if (result == DESIG_OK && folding->report.added > 0)
        result = dsg_list_reserve(ledger, (size_t)folding->report.added);
    if (result == DESIG_OK)
        result =
            dsg_row_memory_reserve(ledger, &folding->folding, ledger->count + (size_t)folding->report.added);
    if (result != DESIG_OK) return result;
    for (i = 0; i < folding->change_count; i++) {
        const change *one = &folding->changes[i];
        if (one->position == DSG_NO_POSITION)
            dsg_list_put(ledger, one->record);
        else
            dsg_list_replace(ledger, one->position, one->record);
    }
    dsg_arena_adopt(&ledger->arena, &folding->arena);
    dsg_list_put_edition(ledger, folding->edition);
    dsg_list_saw(ledger, &folding->edition->copied);
    dsg_row_memory_remember(ledger, &folding->folding);
    return DESIG_OK;
}

static desig_result fold_edition(fold *folding, const desig_fold_options *options, int *known) {
    desig_result result = make_edition(folding);
    if (result == DESIG_OK) result = find_place(folding, known);
    if (result != DESIG_OK || *known) return result;
    dsg_record_fold_open(&folding->parts, folding->ledger, folding->edition, &folding->arena);
    result = find_changes(folding);
    dsg_record_fold_close(&folding->parts);
    dsg_successors_close(&folding->successors);
    if (result == DESIG_OK) result = refuse_mass_removal(folding, options);
    return result == DESIG_OK ? put_changes(folding) : result;
}

static desig_result read_and_fold(fold *folding, const desig_source *sources, size_t source_count,
                                  const desig_fold_options *options) {
    int known = 0;
    desig_result result = desig_list_new(&folding->ledger->allocator, &folding->list);
    if (result != DESIG_OK) return result;
    folding->list->folding = &folding->folding;
    result = desig_list_read(folding->list, sources, source_count, &folding->options, &folding->report.read,
                             folding->error);
    folding->report.known_rows = folding->folding.known_rows;
    if (result == DESIG_OK) result = fold_edition(folding, options, &known);
    folding->report.edition = known ? 0 : desig_list_edition_count(folding->ledger);
    return result;
}

static void clean_up(fold *folding) {
    const desig_allocator *allocator = &folding->ledger->allocator;
    dsg_release(allocator, folding->spoken_of, folding->spoken_count + 1);
    dsg_release(allocator, folding->changes, folding->change_capacity * sizeof *folding->changes);
    dsg_arena_free(&folding->arena);
    dsg_folding_free(&folding->folding);
    desig_list_free(folding->list);
}

desig_result desig_list_fold(desig_list *ledger, const desig_source *sources, size_t source_count,
                             const desig_fold_options *given, desig_fold_report *report, desig_error *error) {
    desig_fold_options options = {0};
    fold folding = {.ledger = ledger, .error = error};
    desig_result result;
    dsg_struct_take(&options, sizeof options, given);
    if (ledger == NULL || sources == NULL || source_count == 0)
        return dsg_error_plain(error, DESIG_E_ARGUMENT);
    if (ledger->edition_count == 0 && ledger->count > 0)
        return dsg_error_set(error, DESIG_E_ARGUMENT, "a list with records of its own is no ledger");
    dsg_struct_take(&folding.options, sizeof folding.options, options.read);
    folding.callbacks = dsg_callbacks_of(folding.options.callbacks);
    folding.folding.ledger = ledger;
    dsg_arena_init(&folding.arena, &ledger->allocator);
    if (error != NULL) *error = (desig_error){.result = DESIG_OK};
    result = read_and_fold(&folding, sources, source_count, &options);
    if (result != DESIG_OK && error != NULL && error->result != result) dsg_error_plain(error, result);
    if (result == DESIG_OK) dsg_struct_give(&folding.report, sizeof folding.report, report);
    clean_up(&folding);
    return result;
}
