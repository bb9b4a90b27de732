/* desig_list_copy() and desig_list_merge() copy the records of one list into another. */
#include "base/error.h"
#include "base/memory.h"
#include "model/edition.h"
#include "model/list.h"
#include "model/record_copy.h"

/* Copies that are made beside a list, and put into it when nothing can fail any more. */
typedef struct list_copying {
    desig_list *into;
    const desig_list *from;
    dsg_arena arena; /* becomes the list's */
    dsg_record_copier copier;
    const desig_record **records;
    size_t record_count;
    dsg_list_source **sources;
    const desig_edition **editions;
} list_copying;

static size_t positive(size_t count) {
    return count > 0 ? count : 1;
}

static desig_result open_copying(list_copying *copying, desig_list *into, const desig_list *from) {
    const desig_allocator *allocator = &into->allocator;
    *copying = (list_copying){.into = into, .from = from};
    dsg_arena_init(&copying->arena, allocator);
    dsg_record_copier_open(&copying->copier, allocator, &copying->arena);
    copying->copier.ledger = from->edition_count > 0 ? into : NULL;
    copying->records = dsg_alloc(allocator, positive(from->count) * sizeof(*copying->records));
    copying->sources = dsg_alloc(allocator, positive(from->source_count) * sizeof(*copying->sources));
    copying->editions = dsg_alloc(allocator, positive(from->edition_count) * sizeof(*copying->editions));
    return copying->records && copying->sources && copying->editions ? DESIG_OK : DESIG_E_NOMEM;
}

static void close_copying(list_copying *copying) {
    const desig_allocator *allocator = &copying->into->allocator;
    const desig_list *from = copying->from;
    dsg_release(allocator, copying->editions, positive(from->edition_count) * sizeof(*copying->editions));
    dsg_release(allocator, copying->sources, positive(from->source_count) * sizeof(*copying->sources));
    dsg_release(allocator, copying->records, positive(from->count) * sizeof(*copying->records));
    dsg_record_copier_close(&copying->copier);
    dsg_arena_free(&copying->arena);
}

/* ---- Sources and editions ---- */

static desig_result copy_sources(list_copying *copying) {
    for (size_t i = 0; i < copying->from->source_count; i++) {
        dsg_list_source *copy = dsg_arena_take(&copying->arena, sizeof *copy);
        if (!copy) return DESIG_E_NOMEM;
        *copy = *copying->from->sources[i];
        const char **const texts[] = {&copy->about.name, &copy->about.source, &copy->about.format,
                                      &copy->about.checksum};
        for (size_t t = 0; t < sizeof texts / sizeof *texts; t++)
            *texts[t] = dsg_record_copier_text(&copying->copier, *texts[t]);
        copying->sources[i] = copy;
    }
    return copying->copier.result;
}

static desig_result copy_editions(list_copying *copying) {
    for (size_t i = 0; i < copying->from->edition_count; i++) {
        const desig_edition *edition = copying->from->editions[i];
        desig_edition *copy = dsg_arena_take(&copying->arena, sizeof *copy);
        desig_edition_file *files =
            dsg_arena_take(&copying->arena, positive(edition->file_count) * sizeof *files);
        if (!copy || !files) return DESIG_E_NOMEM;
        *copy = *edition;
        copy->files = files;
        for (uint32_t f = 0; f < edition->file_count; f++) {
            files[f] = edition->files[f];
            const char **const texts[] = {&files[f].name, &files[f].format, &files[f].digest,
                                          &files[f].checksum};
            for (size_t t = 0; t < sizeof texts / sizeof *texts; t++)
                *texts[t] = dsg_record_copier_text(&copying->copier, *texts[t]);
        }
        copying->editions[i] = copy;
    }
    return copying->copier.result;
}

/* ---- Putting them in ---- */

static desig_result reserve(list_copying *copying) {
    desig_list *into = copying->into;
    desig_result result = DESIG_OK;
    if (copying->record_count > 0) result = dsg_list_reserve(into, copying->record_count);
    if (result == DESIG_OK) result = dsg_list_reserve_sources(into, copying->from->source_count);
    if (result == DESIG_OK) result = dsg_list_reserve_editions(into, copying->from->edition_count);
    return result;
}

/* New records at the end, the others where the old one of their id stood. */
static void put(list_copying *copying) {
    desig_list *into = copying->into;
    for (size_t i = 0; i < copying->record_count; i++) {
        const size_t position = dsg_list_position(into, copying->records[i]->id);
        if (position == DSG_NO_POSITION)
            dsg_list_put(into, copying->records[i]);
        else
            dsg_list_replace(into, position, copying->records[i]);
    }
    for (size_t i = 0; i < copying->from->source_count; i++) dsg_list_put_source(into, copying->sources[i]);
    for (size_t i = 0; i < copying->from->edition_count; i++)
        dsg_list_put_edition(into, copying->editions[i]);
    dsg_list_saw(into, &copying->from->as_of);
    into->observed |= copying->from->observed;
    dsg_arena_adopt(&into->arena, &copying->arena);
}

static desig_result finish(list_copying *copying) {
    desig_result result = copy_sources(copying);
    if (result == DESIG_OK) result = copy_editions(copying);
    if (result == DESIG_OK) result = reserve(copying);
    if (result == DESIG_OK) put(copying);
    return result;
}

/* ---- Merging ---- */

desig_result desig_list_merge(desig_list *into, const desig_list *from, desig_error *error) {
    list_copying copying;
    if (!into || !from || into == from) return dsg_error_plain(error, DESIG_E_ARGUMENT);
    if (dsg_list_must_be_plain(into, error) != DESIG_OK) return DESIG_E_ARGUMENT;
    if (from->edition_count > 0)
        return dsg_error_set(error, DESIG_E_ARGUMENT,
                             "a ledger cannot be merged: take the list that it says was published on a day");
    desig_result result = open_copying(&copying, into, from);
    for (size_t i = 0; result == DESIG_OK && i < from->count; i++) {
        const desig_record *old = desig_list_get(into, from->records[i]->id);
        copying.copier.number = i;
        copying.records[copying.record_count++] =
            old ? dsg_record_copy(&copying.copier, old, from->records[i])
                : dsg_record_copy(&copying.copier, from->records[i], NULL);
        result = copying.copier.result;
    }
    if (result == DESIG_OK) result = finish(&copying);
    close_copying(&copying);
    return result == DESIG_OK ? DESIG_OK : dsg_error_plain(error, result);
}

/* ---- Copying ---- */

static desig_result check_copy(const desig_list *into, const desig_list *from, desig_error *error) {
    if (!into || !from || into == from) return dsg_error_plain(error, DESIG_E_ARGUMENT);
    if (dsg_list_must_be_plain(into, error) != DESIG_OK) return DESIG_E_ARGUMENT;
    if (from->edition_count > 0 && (into->count > 0 || into->source_count > 0))
        return dsg_error_set(error, DESIG_E_ARGUMENT, "a ledger can be copied into an empty list only");
    return DESIG_OK;
}

desig_result desig_list_copy(desig_list *into, const desig_list *from,
                             int (*accept)(void *context, const desig_record *record), void *context,
                             desig_error *error) {
    list_copying copying;
    if (check_copy(into, from, error) != DESIG_OK) return DESIG_E_ARGUMENT;
    desig_result result = open_copying(&copying, into, from);
    for (size_t i = 0; result == DESIG_OK && i < from->count; i++) {
        const desig_record *record = from->records[i];
        if (accept && !accept(context, record)) continue;
        if (desig_list_get(into, record->id)) {
            close_copying(&copying);
            return dsg_error_set(error, DESIG_E_EXISTS, "the list has a record %s already", record->id);
        }
        copying.records[copying.record_count++] = dsg_record_copy(&copying.copier, record, NULL);
        result = copying.copier.result;
    }
    if (result == DESIG_OK) result = finish(&copying);
    close_copying(&copying);
    return result == DESIG_OK ? DESIG_OK : dsg_error_plain(error, result);
}
