/* desig_list_add_edition() reads an edition, compares it with the ledger, and adds it. */
#include "base/callbacks.h"
#include "base/error.h"
#include "base/struct_size.h"
#include "ledger/edition_changes.h"
#include "ledger/edition_rows.h"
#include "ledger/mass_removal.h"
#include "model/edition.h"
#include "model/list.h"

#include <string.h>

typedef struct adding {
    desig_list *ledger;
    desig_list *list;      /* the edition, as it was read: without the records that have not changed */
    dsg_edition_rows rows; /* which of them are known, and what the reader tells of the files */
    desig_edition *edition;
    dsg_arena arena; /* of what the edition brings; becomes the ledger's */
    dsg_edition_changes changes;
    desig_error *error;
} adding;

/* ---- The edition ---- */

/* Keep a file's texts in the ledger; the format's name is static. */
static desig_result keep_texts(adding *add, desig_edition_file *file) {
    const char **const texts[] = {&file->name, &file->digest, &file->checksum};
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        if (!*texts[i]) continue;
        *texts[i] = dsg_arena_text(&add->arena, *texts[i], strlen(*texts[i]));
        if (!*texts[i]) return DESIG_E_NOMEM;
    }
    return DESIG_OK;
}

static desig_result make_edition(adding *add) {
    const dsg_edition_rows *read = &add->rows;
    desig_edition *edition = dsg_arena_take(&add->arena, sizeof *edition);
    desig_edition_file *files = dsg_arena_take(&add->arena, read->file_count * sizeof *files);
    if (!edition || !files) return DESIG_E_NOMEM;
    *edition = (desig_edition){.size = sizeof *edition,
                               .copied = desig_list_as_of(add->list),
                               .published = read->published,
                               .files = files,
                               .file_count = (uint32_t)read->file_count};
    for (size_t i = 0; i < read->file_count; i++) {
        files[i] = read->files[i];
        if (keep_texts(add, &files[i]) != DESIG_OK) return DESIG_E_NOMEM;
        edition->observed |= UINT32_C(1) << files[i].companion;
    }
    add->edition = edition;
    return DESIG_OK;
}

/* ---- Its place in time ---- */

static int has_file(const desig_edition *edition, const char *digest) {
    for (uint32_t i = 0; i < edition->file_count; i++) {
        if (strcmp(edition->files[i].digest, digest) == 0) return 1;
    }
    return 0;
}

/* Whether every file of `a` is in `b`, byte for byte, under whatever name. */
static int is_within(const desig_edition *a, const desig_edition *b) {
    for (uint32_t i = 0; i < a->file_count; i++) {
        if (!has_file(b, a->files[i].digest)) return 0;
    }
    return 1;
}

static desig_result refuse_order(const adding *add, const desig_edition *newest, int same_day) {
    char day[DESIG_DATE_TEXT], newest_day[DESIG_DATE_TEXT];
    desig_date_format(&add->edition->copied, day);
    desig_date_format(&newest->copied, newest_day);
    if (same_day)
        return dsg_error_set(add->error, DESIG_E_ORDER,
                             "the ledger has another edition of %s: which of the two is right?", day);
    return dsg_error_set(add->error, DESIG_E_ORDER,
                         "the edition of %s is older than the ledger's newest, of %s: to have it in, build "
                         "the ledger anew from all editions",
                         day, newest_day);
}

/* DESIG_OK if the edition comes after the newest one, or with *known set if it is that one. */
static desig_result check_order(const adding *add, int *known) {
    const desig_edition *edition = add->edition;
    const desig_edition *newest = desig_list_edition(add->ledger, desig_list_edition_count(add->ledger));
    *known = 0;
    if (edition->copied.first_precision == DESIG_PRECISION_NONE ||
        edition->copied.last_precision == DESIG_PRECISION_NONE)
        return dsg_error_set(add->error, DESIG_E_ARGUMENT,
                             "neither the content nor the name of the edition says of which day it is, and "
                             "no day is given");
    if (!newest || desig_date_before(&newest->copied, &edition->copied) == DESIG_YES) return DESIG_OK;
    int same_day =
        newest->copied.first == edition->copied.first && newest->copied.last == edition->copied.last;
    *known = same_day && is_within(newest, edition) && is_within(edition, newest);
    return *known ? DESIG_OK : refuse_order(add, newest, same_day);
}

/* ---- Putting it in ---- */

/* Make room for everything, so that nothing can fail half-way. */
static desig_result reserve(adding *add) {
    desig_list *ledger = add->ledger;
    size_t added = (size_t)add->changes.report.added;
    desig_result result = dsg_list_reserve_editions(ledger, 1);
    if (result == DESIG_E_LIMIT)
        return dsg_error_set(add->error, result, "the ledger is full: it has %u editions", DSG_MOST_EDITIONS);
    if (result == DESIG_OK && added > 0) result = dsg_list_reserve(ledger, added);
    return result;
}

static desig_result put_changes(adding *add) {
    desig_list *ledger = add->ledger;
    desig_result result = reserve(add);
    if (result != DESIG_OK) return result;
    dsg_record_spans_put(&add->changes.spans);
    for (size_t i = 0; i < add->changes.count; i++) {
        const dsg_record_change *change = &add->changes.items[i];
        if (!change->old)
            dsg_list_put(ledger, change->made);
        else
            dsg_list_replace(ledger, change->position, change->made);
    }
    dsg_arena_adopt(&ledger->arena, &add->arena);
    dsg_list_put_edition(ledger, add->edition);
    dsg_list_saw(ledger, &add->edition->copied);
    dsg_edition_rows_keep(&add->rows);
    return DESIG_OK;
}

/* ---- All of it ---- */

static desig_result add_what_was_read(adding *add, const desig_edition_options *options) {
    int known = 0;
    desig_result result = make_edition(add);
    if (result == DESIG_OK) result = check_order(add, &known);
    if (result != DESIG_OK || known) return result;
    result = dsg_edition_changes_find(&add->changes, add->edition, &add->arena);
    if (result == DESIG_OK && !options->allow_mass_removal)
        result = dsg_refuse_mass_removal(&add->changes, add->error);
    if (result == DESIG_OK) result = put_changes(add);
    if (result == DESIG_OK) add->changes.report.edition = desig_list_edition_count(add->ledger);
    return result;
}

static desig_result read_and_add(adding *add, const desig_source *sources, size_t source_count,
                                 const desig_edition_options *options, desig_report *read) {
    desig_read_options reading = {0};
    desig_result result = desig_list_new(&add->ledger->allocator, &add->list);
    if (result != DESIG_OK) return result;
    DSG_STRUCT_TAKE(desig_read_options, &reading, options->read);
    const dsg_row_filter filter = dsg_edition_rows_filter(&add->rows);
    result = dsg_list_read_filtered(add->list, sources, source_count, &reading, &filter, read, add->error);
    if (result != DESIG_OK) return result;
    const desig_callbacks callbacks = dsg_callbacks_of(reading.callbacks);
    dsg_edition_changes_open(&add->changes, add->ledger, add->list, &add->rows, &callbacks);
    add->changes.report.known_rows = add->rows.known_rows;
    result = add_what_was_read(add, options);
    read->notes += add->changes.notes;
    read->warnings += add->changes.warnings;
    return result;
}

static void clean_up(adding *add) {
    dsg_edition_changes_close(&add->changes);
    dsg_arena_free(&add->arena);
    dsg_edition_rows_free(&add->rows);
    desig_list_free(add->list);
}

desig_result desig_list_add_edition(desig_list *ledger, const desig_source *sources, size_t source_count,
                                    const desig_edition_options *given, desig_report *read,
                                    desig_edition_report *report, desig_error *error) {
    desig_edition_options options = {0};
    desig_report reading = {0};
    if (!ledger || !sources || source_count == 0) return dsg_error_plain(error, DESIG_E_ARGUMENT);
    if (ledger->edition_count == 0 && ledger->count > 0)
        return dsg_error_set(error, DESIG_E_ARGUMENT, "a list with records of its own is no ledger");
    DSG_STRUCT_TAKE(desig_edition_options, &options, given);
    adding add = {.ledger = ledger, .error = error};
    dsg_edition_rows_init(&add.rows, ledger);
    dsg_arena_init(&add.arena, &ledger->allocator);
    if (error) *error = (desig_error){.result = DESIG_OK};
    reading.size = sizeof reading;
    desig_result result = read_and_add(&add, sources, source_count, &options, &reading);
    if (result != DESIG_OK && error && error->result != result) dsg_error_plain(error, result);
    if (result == DESIG_OK) {
        DSG_STRUCT_GIVE(desig_report, &reading, read);
        DSG_STRUCT_GIVE(desig_edition_report, &add.changes.report, report);
    }
    clean_up(&add);
    return result;
}
