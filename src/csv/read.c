/* desig_list_read(): the files of one list, in the order of their formats, into a draft. */
#include "base/memory.h"
#include "base/seen.h"
#include "base/sized.h"
#include "csv/as_of.h"
#include "csv/file.h"
#include "model/date.h"
#include "model/list.h"

#include <string.h>

enum { ROWS_PER_PROGRESS = 4096 };

static const size_t default_max_field_bytes = (size_t)1 << 20;
static const size_t default_max_row_bytes = (size_t)4 << 20;
static const size_t default_max_columns = 1024;
static const size_t default_max_records = 50000000;

typedef struct list_read {
    dsg_reading reading;
    desig_read_options options;
    dsg_reader *reader;
    dsg_file *files;
    size_t file_count;
    dsg_seen seen;         /* rows of the file that is being read */
    uint64_t bytes_before; /* of the files that have been read */
} list_read;

static desig_read_options resolve(const desig_read_options *options) {
    desig_read_options resolved = {0};
    dsg_sized_take(&resolved, sizeof resolved, options);
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
    if (!dsg_date_normalise(&options->as_of))
        return dsg_error_set(error, DESIG_E_ARGUMENT, "as_of is no possible date");
    return DESIG_OK;
}

/* ---- Rows ---- */

/* The publisher's word for null, with or without spaces behind it (OFAC writes `-0- `). */
static int is_null(const dsg_cell *cell, const char *null_text, size_t null_length) {
    size_t i;
    if (cell->text == NULL || cell->text[0] != null_text[0]) return 0;
    if (cell->length < null_length || memcmp(cell->text, null_text, null_length) != 0) return 0;
    for (i = null_length; i < cell->length; i++) {
        if (cell->text[i] != ' ') return 0;
    }
    return 1;
}

static void blank_nulls(dsg_row *row, const char *null_text) {
    size_t null_length = strlen(null_text), i;
    for (i = 0; i < row->count; i++) {
        if (is_null(&row->cells[i], null_text, null_length)) row->cells[i] = (dsg_cell){NULL, 0};
    }
}

/* A row with content past the header's last column has a separator too many somewhere: its cells cannot be
 * trusted. */
static size_t first_extra_cell(const dsg_row *row, size_t column_count) {
    size_t i;
    for (i = column_count; i < row->count; i++) {
        if (row->cells[i].length > 0) return i;
    }
    return SIZE_MAX;
}

static desig_result apply_rules(dsg_reading *reading, const dsg_file *file) {
    const dsg_row *row = reading->row;
    size_t count = row->count < file->column_count ? row->count : file->column_count;
    desig_result result = DESIG_OK;
    size_t i;
    for (i = 0; result == DESIG_OK && i < count && reading->record != DSG_NO_RECORD; i++) {
        size_t number = file->rule_of_column[i];
        const dsg_rule *rule = number == SIZE_MAX ? NULL : &file->format->rules[number];
        if (row->cells[i].text == NULL) continue;
        reading->column = i;
        if (rule == NULL)
            result = dsg_take_fact(reading, i, DESIG_FACT_OTHER);
        else if (rule->take != NULL)
            result = rule->take(reading, i, rule->argument);
    }
    reading->column = SIZE_MAX;
    return result;
}

static desig_result read_row(dsg_reading *reading, const dsg_file *file, dsg_row *row) {
    size_t extra = first_extra_cell(row, file->column_count);
    desig_result result;
    reading->row = row;
    reading->group = 0;
    if (row->count < file->required_columns)
        return dsg_keep_raw(reading, "short-row", row->count,
                            "%zu cells where %zu are needed; the row is kept raw", row->count,
                            file->required_columns);
    if (extra != SIZE_MAX)
        return dsg_keep_raw(reading, "extra-cells", extra,
                            "%zu cells where the header has %zu; the row is kept raw", row->count,
                            file->column_count);
    if (file->format->null_text != NULL) blank_nulls(row, file->format->null_text);
    result = file->format->begin_row(reading);
    if (result == DESIG_OK) result = apply_rules(reading, file);
    if (result == DESIG_OK && file->format->end_row != NULL && reading->record != DSG_NO_RECORD)
        result = file->format->end_row(reading);
    return result;
}

/* ---- Files ---- */

static desig_result tell_progress(const list_read *read, const dsg_file *file) {
    const desig_read_options *options = &read->options;
    if (options->progress == NULL) return DESIG_OK;
    return options->progress(options->progress_context, read->bytes_before + file->input.passed, 0) == 0
               ? DESIG_OK
               : DESIG_E_CANCELLED;
}

static desig_result fold_doubled(dsg_reading *reading, dsg_file *file, int *doubled) {
    desig_result result = dsg_seen_put(file->seen, file->digest, doubled);
    if (result == DESIG_OK && *doubled) reading->report.doubled_rows++;
    return result;
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
        if (result == DESIG_OK && !doubled) result = read_row(reading, file, &row);
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
    reading->format = file->format;
    reading->file = file->name;
    reading->columns = file->columns;
    reading->column_count = file->column_count;
    reading->column_of_rule = file->column_of_rule;
    result = keep_source(reading, file);
    if (result != DESIG_OK) return result;
    dsg_seen_clear(&read->seen);
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

static desig_result make_state(list_read *read) {
    const dsg_family *family = read->files[0].format->family;
    if (family == NULL || family->state_size == 0) return DESIG_OK;
    read->reading.state = dsg_alloc(read->reading.allocator, family->state_size);
    if (read->reading.state == NULL) return DESIG_E_NOMEM;
    memset(read->reading.state, 0, family->state_size);
    return DESIG_OK;
}

static void release_state(list_read *read) {
    const dsg_family *family;
    if (read->reading.state == NULL) return;
    family = read->files[0].format->family;
    if (family->release != NULL) family->release(&read->reading);
    dsg_release(read->reading.allocator, read->reading.state, family->state_size);
}

/* Lower orders first; files of one order as they were given. */
static desig_result read_files(list_read *read) {
    int order = 0, next = 0;
    do {
        size_t i;
        order = next;
        for (i = 0; i < read->file_count; i++) {
            int of_file = read->files[i].format->order;
            if (of_file > order && (next == order || of_file < next)) next = of_file;
            if (of_file == order) {
                desig_result result = read_file(read, &read->files[i]);
                if (result != DESIG_OK) return result;
            }
        }
    } while (next != order);
    return DESIG_OK;
}

static desig_result finish(list_read *read) {
    const dsg_family *family = read->files[0].format->family;
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

static desig_result read_and_commit(list_read *read, const desig_source *sources, size_t source_count) {
    desig_date as_of;
    size_t records;
    desig_result result = dsg_reader_new(read->reading.allocator, read->options.max_columns,
                                         read->options.max_field_bytes, &read->reader);
    if (result == DESIG_OK) result = open_files(read, sources, source_count);
    if (result == DESIG_OK) result = make_state(read);
    if (result == DESIG_OK) result = read_files(read);
    if (result == DESIG_OK) result = finish(read);
    if (result != DESIG_OK) return result;
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
    dsg_reader_free(read->reader);
    dsg_seen_free(&read->seen);
    dsg_buffer_free(&read->reading.scratch);
    dsg_draft_drop(read->reading.draft);
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
    read.reading.options = &read.options;
    read.reading.error = error;
    read.reading.record = DSG_NO_RECORD;
    read.reading.column = SIZE_MAX;
    dsg_seen_init(&read.seen, read.reading.allocator);
    dsg_buffer_init(&read.reading.scratch, read.reading.allocator, SIZE_MAX / 2);
    read.files = dsg_alloc(read.reading.allocator, source_count * sizeof *read.files);
    result = read.files == NULL ? DESIG_E_NOMEM : dsg_draft_open(list, &read.reading.draft);
    if (result == DESIG_OK) result = read_and_commit(&read, sources, source_count);
    if (result != DESIG_OK)
        explain(&read, result);
    else
        dsg_sized_give(&read.reading.report, sizeof read.reading.report, report);
    clean_up(&read, source_count);
    return result;
}
