/* desig_list_read(): the files of one list, in the order of their formats, into a draft. */
#include "base/digest_set.h"
#include "base/hash.h"
#include "base/memory.h"
#include "base/struct_size.h"
#include "csv/as_of.h"
#include "csv/formats/mapped.h"
#include "csv/known_rows.h"
#include "csv/read_row.h"
#include "model/date.h"
#include "model/list.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

enum { ROWS_PER_PROGRESS = 4096, DIGEST_TEXT = 17 };

static const size_t default_max_field_bytes = (size_t)1 << 20;
static const size_t default_max_row_bytes = (size_t)4 << 20;
static const size_t default_max_columns = 1024;
static const size_t default_max_records = 50000000;

typedef struct list_read {
    dsg_reading reading;
    desig_read_options options;
    dsg_reader *reader;
    dsg_mapped mapped; /* if the options have a map */
    dsg_file *files;
    dsg_file **in_order; /* the files, in the order in which they are read */
    size_t file_count;
    dsg_digest_set seen;   /* rows of the file that is being read */
    uint64_t bytes_before; /* of the files that have been read */
} list_read;

static desig_read_options resolve(const desig_read_options *options) {
    desig_read_options resolved = {0};
    DSG_STRUCT_TAKE(desig_read_options, &resolved, options);
    if (resolved.max_field_bytes == 0) resolved.max_field_bytes = default_max_field_bytes;
    if (resolved.max_row_bytes == 0) resolved.max_row_bytes = default_max_row_bytes;
    if (resolved.max_row_bytes > SIZE_MAX / 2) resolved.max_row_bytes = SIZE_MAX / 2;
    if (resolved.max_columns == 0) resolved.max_columns = default_max_columns;
    if (resolved.max_records == 0) resolved.max_records = default_max_records;
    return resolved;
}

/* A quote or a line break cannot separate cells, and half a character would spoil the other half. */
static desig_result check_options(desig_read_options *options, desig_error *error) {
    signed char delimiter = (signed char)options->delimiter;
    if (delimiter < 0 || delimiter == '"' || delimiter == '\n' || delimiter == '\r')
        return dsg_error_set(error, DESIG_E_ARGUMENT, "this delimiter cannot separate cells");
    if ((unsigned)options->encoding > DESIG_ENCODING_LATIN1)
        return dsg_error_set(error, DESIG_E_ARGUMENT, "no encoding has the number %d",
                             (int)options->encoding);
    if (options->map != NULL && options->format != NULL)
        return dsg_error_set(error, DESIG_E_ARGUMENT, "give a format or a map, not both");
    if (!dsg_date_normalise(&options->as_of))
        return dsg_error_set(error, DESIG_E_ARGUMENT, "as_of is no possible date");
    return DESIG_OK;
}

/* ---- Files ---- */

static desig_result tell_progress(const list_read *read, const dsg_file *file) {
    return dsg_callbacks_progress(&read->reading.callbacks, read->bytes_before + file->input.passed, 0);
}

static desig_result fold_doubled(dsg_reading *reading, dsg_file *file, int *doubled) {
    desig_result result = dsg_digest_set_put(file->seen, file->digest, doubled);
    if (result == DESIG_OK && *doubled) reading->report.doubled_rows++;
    return result;
}

/* For the ledger, which need not parse the row again; that of a row without a record it will. */
static desig_result note_row(dsg_reading *reading, const dsg_file *file, int doubled) {
    if (doubled) return dsg_folding_note(reading->folding, file->digest, NULL);
    if (reading->record == DSG_NO_RECORD) return DESIG_OK;
    return dsg_folding_note(reading->folding, file->digest, dsg_draft_id(reading->draft, reading->record));
}

static desig_result read_rows(list_read *read, dsg_file *file) {
    dsg_reading *reading = &read->reading;
    desig_result result = DESIG_OK;
    uint64_t count = 0;
    int found = 1;
    while (result == DESIG_OK) {
        int doubled = 0;
        dsg_row row;
        result = dsg_file_next(file, reading, read->reader, &row, &found);
        if (result != DESIG_OK || !found) break;
        reading->report.rows++;
        if (file->seen != NULL) result = fold_doubled(reading, file, &doubled);
        if (result == DESIG_OK && !doubled) result = dsg_read_row(reading, file, &row);
        if (result == DESIG_OK && reading->folding != NULL) result = note_row(reading, file, doubled);
        if (result == DESIG_OK && ++count % ROWS_PER_PROGRESS == 0) result = tell_progress(read, file);
    }
    return result;
}

static desig_result keep_source(dsg_reading *reading, const dsg_file *file) {
    const char *publisher = file->format->about.source;
    const char *slash = strrchr(file->name, '/');
    const char *name = publisher != NULL ? publisher : slash != NULL ? slash + 1 : file->name;
    return dsg_keep(reading, name, strlen(name), &reading->source);
}

static desig_result read_file(list_read *read, dsg_file *file) {
    dsg_reading *reading = &read->reading;
    desig_result result;
    dsg_begin_file(reading, file);
    dsg_draft_come_from(reading->draft, file->format->companion);
    result = keep_source(reading, file);
    if (result != DESIG_OK) return result;
    dsg_digest_set_clear(&read->seen);
    file->seen = file->format->doubled_rows_mean ? NULL : &read->seen;
    result = read_rows(read, file);
    read->bytes_before += file->input.passed + file->input.length;
    if (result == DESIG_OK) result = tell_progress(read, file);
    reading->row = NULL;
    reading->record = DSG_NO_RECORD;
    return result;
}

/* ---- The files of a list together ---- */

static desig_result open_files(list_read *read, const desig_source *sources, size_t source_count) {
    size_t i;
    for (i = 0; i < source_count; i++) {
        desig_result result;
        read->file_count++;
        read->reading.format = NULL;
        result = dsg_file_open(&read->files[i], &sources[i], &read->reading, read->reader);
        if (result != DESIG_OK) return result;
        if (read->files[i].format->family != read->files[0].format->family)
            return dsg_error_set(read->reading.error, DESIG_E_ARGUMENT,
                                 "%s and %s are not files of one list: read them in two calls",
                                 read->files[0].format->about.title, read->files[i].format->about.title);
    }
    return DESIG_OK;
}

static void expect_sizes(list_read *read) {
    size_t bytes = 0, i;
    for (i = 0; i < read->file_count; i++) bytes += dsg_input_size(&read->files[i].input);
    dsg_draft_expect(read->reading.draft, bytes);
}

static desig_result make_state(list_read *read) {
    const dsg_format_family *family = read->files[0].format->family;
    if (family == NULL || family->state_size == 0) return DESIG_OK;
    read->reading.state = dsg_alloc(read->reading.allocator, family->state_size);
    if (read->reading.state == NULL) return DESIG_E_NOMEM;
    memset(read->reading.state, 0, family->state_size);
    return DESIG_OK;
}

static void release_state(list_read *read) {
    const dsg_format_family *family;
    if (read->reading.state == NULL) return;
    family = read->files[0].format->family;
    if (family->release != NULL) family->release(&read->reading);
    dsg_release(read->reading.allocator, read->reading.state, family->state_size);
}

/* Lower orders first; files of one order as they were given. */
static void put_in_order(list_read *read) {
    size_t i;
    for (i = 0; i < read->file_count; i++) {
        dsg_file *file = &read->files[i];
        size_t at = i;
        for (; at > 0 && read->in_order[at - 1]->format->order > file->format->order; at--)
            read->in_order[at] = read->in_order[at - 1];
        read->in_order[at] = file;
    }
}

static desig_result read_files(list_read *read) {
    desig_result result = DESIG_OK;
    size_t i;
    for (i = 0; result == DESIG_OK && i < read->file_count; i++) result = read_file(read, read->in_order[i]);
    return result;
}

static desig_result finish(list_read *read) {
    const dsg_format_family *family = read->files[0].format->family;
    desig_result result = DESIG_OK;
    if (family != NULL && family->finish != NULL) result = family->finish(&read->reading);
    return result;
}

/* From the caller, else the content, else the first file name that has a date. */
static desig_date find_as_of(const list_read *read) {
    desig_date as_of = read->options.as_of;
    size_t i;
    if (as_of.last_precision == DESIG_PRECISION_NONE) as_of = read->reading.as_of;
    for (i = 0; as_of.last_precision == DESIG_PRECISION_NONE && i < read->file_count; i++)
        as_of = dsg_as_of_in_name(read->files[i].name);
    return as_of;
}

/* ---- An edition on its way into a ledger ---- */

static desig_result add_edition_file(dsg_reading *reading, const dsg_file *file) {
    desig_edition_file about = {.format = file->format->about.name, .companion = file->format->companion};
    char digest[DIGEST_TEXT];
    desig_result result = dsg_keep(reading, file->name, strlen(file->name), &about.name);
    snprintf(digest, sizeof digest, "%016" PRIx64, dsg_hash(file->input.all.data, file->input.all.length));
    if (result == DESIG_OK) result = dsg_keep(reading, digest, strlen(digest), &about.digest);
    if (result == DESIG_OK && file->checksum != NULL)
        result = dsg_keep(reading, file->checksum, strlen(file->checksum), &about.checksum);
    return result == DESIG_OK ? dsg_folding_add_file(reading->folding, &about) : result;
}

static desig_result begin_folding(list_read *read) {
    desig_result result = DESIG_OK;
    size_t i;
    for (i = 0; result == DESIG_OK && i < read->file_count; i++)
        result = add_edition_file(&read->reading, read->in_order[i]);
    return result == DESIG_OK ? dsg_choose_rows(&read->reading, read->reader, read->in_order,
                                                read->file_count, read->reading.folding)
                              : result;
}

static void end_folding(const list_read *read) {
    dsg_folding *folding = read->reading.folding;
    size_t i;
    folding->published = read->reading.as_of;
    if (read->reading.rows_depend) folding->signature = 0;
    for (i = 0; i < read->file_count; i++) {
        if (read->files[i].encoding.converted.bytes != NULL) folding->signature = 0;
    }
}

static desig_result make_map(list_read *read) {
    if (read->options.map == NULL) return DESIG_OK;
    read->reading.mapped = &read->mapped;
    read->reading.rows_depend = 1; /* on the map */
    return dsg_mapped_init(&read->mapped, read->reading.allocator, read->options.map, read->reading.error);
}

static desig_result read_and_commit(list_read *read, const desig_source *sources, size_t source_count) {
    desig_date as_of;
    size_t records;
    desig_result result = make_map(read);
    if (result == DESIG_OK)
        result = dsg_reader_new(read->reading.allocator, read->options.max_columns,
                                read->options.max_field_bytes, &read->reader);
    if (result == DESIG_OK) result = open_files(read, sources, source_count);
    if (result == DESIG_OK) expect_sizes(read);
    if (result == DESIG_OK) put_in_order(read);
    if (result == DESIG_OK) result = make_state(read);
    if (result == DESIG_OK && read->reading.folding != NULL) result = begin_folding(read);
    if (result == DESIG_OK) result = read_files(read);
    if (result == DESIG_OK) result = finish(read);
    if (result != DESIG_OK) return result;
    if (read->reading.folding != NULL) end_folding(read);
    as_of = find_as_of(read);
    records = dsg_draft_count(read->reading.draft);
    result = dsg_draft_commit(read->reading.draft, &as_of, read->reading.error);
    if (result != DESIG_OK) return result;
    read->reading.draft = NULL;
    read->reading.report.records = records;
    read->reading.report.bytes = read->bytes_before;
    read->reading.report.format = read->files[0].format->about.name;
    return DESIG_OK;
}

static void clean_up(list_read *read, size_t source_count) {
    const desig_allocator *allocator = read->reading.allocator;
    size_t i;
    release_state(read);
    for (i = 0; i < read->file_count; i++) dsg_file_close(&read->files[i], allocator);
    dsg_release(allocator, read->files, source_count * sizeof *read->files);
    dsg_release(allocator, read->in_order, source_count * sizeof(*read->in_order));
    dsg_reader_free(read->reader);
    dsg_digest_set_free(&read->seen);
    dsg_buffer_free(&read->reading.scratch);
    if (read->reading.mapped != NULL) dsg_mapped_free(&read->mapped);
    dsg_draft_drop(read->reading.draft);
}

/* Which files of their family the list has now; all, if it is of one file. */
static uint32_t observed_by(const list_read *read) {
    uint32_t observed = 0;
    size_t i;
    for (i = 0; i < read->file_count; i++) {
        const dsg_format *format = read->files[i].format;
        int one_of_several = format->family != NULL && format->family->of_several_files;
        observed |= one_of_several ? UINT32_C(1) << format->companion : UINT32_MAX;
    }
    return observed;
}

/* Whoever failed may have said why already; say at least what and in which file. */
static void explain(const list_read *read, desig_result result) {
    desig_error *error = read->reading.error;
    if (error == NULL) return;
    if (error->result != result) dsg_error_plain(error, result);
    if (error->file[0] == '\0' && read->reading.file != NULL)
        dsg_text_copy(error->file, sizeof error->file, read->reading.file);
}

desig_result desig_list_read(desig_list *list, const desig_source *sources, size_t source_count,
                             const desig_read_options *options, desig_report *report, desig_error *error) {
    list_read read = {.options = resolve(options)};
    desig_result result;
    if (list == NULL || sources == NULL || source_count == 0) return dsg_error_plain(error, DESIG_E_ARGUMENT);
    if (error != NULL) *error = (desig_error){.result = DESIG_OK};
    result = check_options(&read.options, error);
    if (result != DESIG_OK) return result;
    read.reading.allocator = dsg_list_allocator(list);
    read.reading.folding = list->folding;
    read.reading.options = &read.options;
    read.reading.callbacks = dsg_callbacks_of(read.options.callbacks);
    read.reading.error = error;
    read.reading.record = DSG_NO_RECORD;
    read.reading.column = SIZE_MAX;
    dsg_digest_set_init(&read.seen, read.reading.allocator);
    dsg_buffer_init(&read.reading.scratch, read.reading.allocator, SIZE_MAX / 2);
    read.files = dsg_alloc(read.reading.allocator, source_count * sizeof *read.files);
    read.in_order = dsg_alloc(read.reading.allocator, source_count * sizeof(*read.in_order));
    result = read.files == NULL || read.in_order == NULL ? DESIG_E_NOMEM
                                                         : dsg_draft_open(list, &read.reading.draft);
    if (result == DESIG_OK) result = read_and_commit(&read, sources, source_count);
    if (result == DESIG_OK) dsg_list_observe(list, observed_by(&read));
    if (result != DESIG_OK)
        explain(&read, result);
    else
        DSG_STRUCT_GIVE(desig_report, &read.reading.report, report);
    clean_up(&read, source_count);
    return result;
}
