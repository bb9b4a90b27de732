/* desig_list_read() reads the files of one list, in the order of their formats, into a draft. */
#include "base/digest.h"
#include "base/memory.h"
#include "csv/as_of.h"
#include "csv/file_end.h"
#include "csv/format_table.h"
#include "csv/formats/mapped/mapped.h"
#include "csv/header_again.h"
#include "csv/read_options.h"
#include "csv/row_rules.h"
#include "csv/row_survey.h"
#include "csv/seen_rows.h"
#include "model/list.h"

#include <string.h>

enum { ROWS_PER_PROGRESS = 4096 };

typedef struct list_read {
    dsg_import import;
    desig_read_options options;
    dsg_mapped mapped; /* if the options have a map */
    dsg_row_parser *parser;
    dsg_opened_file *files;
    size_t file_count;
    dsg_opened_file **in_order; /* the files, in the order in which they are read */
    const dsg_row_filter *filter;
    dsg_buffer form;       /* of the rows; empty: they are not shown to the filter */
    int is_surveyed;       /* the filter says which rows are wanted */
    dsg_seen_rows seen;    /* rows of the file that is being read */
    uint64_t bytes_before; /* of the files that have been read */
    const char *at;        /* the name of the file under way */
} list_read;

/* ---- One row ---- */

/* A row that libcsv refuses costs its first line only. */
static desig_result keep_defective(dsg_opened_file *opened, dsg_cursor *cursor, const dsg_defect *defect) {
    desig_result result = dsg_file_rows_cut_defective(&opened->rows, defect);
    if (result != DESIG_OK) return result;
    return dsg_keep_raw_row(cursor, defect->check, opened->rows.raw.bytes, opened->rows.raw.length);
}

static desig_result read_parsed(list_read *read, dsg_opened_file *opened, dsg_cursor *cursor, dsg_row *row,
                                uint32_t hash) {
    dsg_file_rows *rows = &opened->rows;
    int doubled = 0, is_header = 0, has_enough;
    desig_result result = DESIG_OK;
    if (!opened->file.format->doubled_rows_mean)
        result = dsg_seen_rows_put(&read->seen, &rows->input, rows->original.length, hash, &doubled);
    if (doubled) read->import.report.doubled_rows++;
    if (result != DESIG_OK || doubled) return result;
    result = dsg_header_again(&opened->file, row, &read->import, &is_header);
    if (result != DESIG_OK || is_header) return result;
    result = dsg_file_end_check(cursor, &opened->rows, row, &has_enough);
    if (result != DESIG_OK || !has_enough) return result;
    result = dsg_row_rules_begin(cursor, row);
    if (result != DESIG_OK || cursor->record == DSG_NO_RECORD) return result;
    return dsg_row_rules_apply(cursor);
}

static desig_result read_defective(list_read *read, dsg_opened_file *opened, dsg_cursor *cursor,
                                   const dsg_defect *defect, uint32_t hash) {
    dsg_row row;
    int repaired = 0;
    if (dsg_file_end_is_open(&opened->rows, defect)) return dsg_file_end_keep(cursor, &opened->rows);
    desig_result result = dsg_file_rows_parse_repaired(&opened->rows, opened->file.delimiter,
                                                       opened->file.column_count, &row, &repaired);
    if (result != DESIG_OK) return result;
    return repaired ? read_parsed(read, opened, cursor, &row, hash) : keep_defective(opened, cursor, defect);
}

/* Whether the row has been seen will be asked when it is parsed. */
static uint32_t expect_row(const list_read *read, const dsg_opened_file *opened) {
    const dsg_raw_row *original = &opened->rows.original;
    if (opened->file.format->doubled_rows_mean) return 0;
    return dsg_seen_rows_expect(&read->seen, original->bytes, original->length);
}

static desig_result read_row(list_read *read, dsg_opened_file *opened, dsg_cursor *cursor) {
    dsg_row row;
    dsg_defect defect;
    cursor->row = NULL;
    cursor->record = DSG_NO_RECORD;
    read->import.report.rows++;
    uint32_t hash = expect_row(read, opened);
    desig_result result = dsg_file_rows_to_utf8(&opened->rows);
    if (result != DESIG_OK) return result;
    result = dsg_file_rows_parse(&opened->rows, opened->file.delimiter, &row, &defect);
    if (result == DESIG_E_FORMAT) return read_defective(read, opened, cursor, &defect, hash);
    return result == DESIG_OK ? read_parsed(read, opened, cursor, &row, hash) : result;
}

/* ---- By a filter ---- */

/* A row without a record will be parsed again. */
static desig_result read_and_show(list_read *read, dsg_opened_file *opened, dsg_cursor *cursor) {
    const dsg_row_filter *filter = read->filter;
    const dsg_raw_row *raw = &opened->rows.raw;
    int known;
    desig_result result = filter->meet(filter->context, raw->bytes, raw->length, &known);
    if (result == DESIG_OK) result = read_row(read, opened, cursor);
    if (result != DESIG_OK || known || cursor->record == DSG_NO_RECORD) return result;
    return filter->learn(filter->context, dsg_draft_id(read->import.draft, cursor->record));
}

static desig_result read_if_wanted(list_read *read, dsg_opened_file *opened, dsg_cursor *cursor) {
    if (!read->is_surveyed)
        return read->form.length > 0 ? read_and_show(read, opened, cursor) : read_row(read, opened, cursor);
    if (read->filter->wants(read->filter->context)) return read_row(read, opened, cursor);
    read->import.report.rows++;
    return DESIG_OK;
}

static desig_result about_file(const list_read *read, const dsg_opened_file *opened,
                               desig_edition_file *about) {
    const dsg_whole *all = &opened->rows.input.all;
    char hex[DSG_DIGEST_HEX];
    dsg_digest digest;
    dsg_digest_begin(&digest);
    dsg_digest_add(&digest, all->data, all->length);
    dsg_digest_end_hex(&digest, hex, sizeof hex);
    *about = (desig_edition_file){.name = opened->file.name,
                                  .format = opened->file.format->about.name,
                                  .companion = opened->file.format->companion,
                                  .checksum = opened->file.checksum,
                                  .digest = dsg_draft_keep(read->import.draft, hex, strlen(hex))};
    return about->digest ? DESIG_OK : DESIG_E_NOMEM;
}

static desig_result tell_filter(list_read *read, desig_edition_file *files, int *known) {
    const dsg_row_filter *filter = read->filter;
    desig_result result = DESIG_OK;
    for (size_t i = 0; result == DESIG_OK && i < read->file_count; i++)
        result = about_file(read, read->in_order[i], &files[i]);
    if (result == DESIG_OK)
        result = dsg_row_form(&read->import, (const dsg_opened_file *const *)read->in_order, read->file_count,
                              &read->form);
    if (result != DESIG_OK) return result;
    return filter->begin(filter->context, files, read->file_count,
                         read->form.length > 0 ? read->form.bytes : NULL, read->form.length, known);
}

static desig_result begin_filter(list_read *read) {
    const desig_allocator *allocator = read->import.allocator;
    desig_edition_file *files;
    int known = 0;
    if (!read->filter) return DESIG_OK;
    files = dsg_alloc(allocator, read->file_count * sizeof *files);
    if (!files) return DESIG_E_NOMEM;
    desig_result result = tell_filter(read, files, &known);
    dsg_release(allocator, files, read->file_count * sizeof *files);
    if (result != DESIG_OK || !known) return result;
    return dsg_row_survey(&read->import, read->in_order, read->file_count, read->filter, &read->is_surveyed);
}

static void end_filter(const list_read *read) {
    int reliable = read->form.length > 0 && !read->import.rows_depend;
    if (!read->filter) return;
    for (size_t i = 0; i < read->file_count; i++)
        if (dsg_file_rows_were_converted(&read->files[i].rows)) reliable = 0;
    read->filter->end(read->filter->context, &read->import.as_of, reliable);
}

/* ---- One file ---- */

static desig_result tell_progress(const list_read *read, const dsg_opened_file *opened) {
    return dsg_callbacks_progress(&read->import.callbacks, read->bytes_before + opened->rows.input.passed, 0);
}

static desig_result read_rows(list_read *read, dsg_opened_file *opened) {
    dsg_cursor cursor = dsg_cursor_of(&read->import, &opened->file);
    desig_result result = DESIG_OK;
    uint64_t count = 0;
    int found;
    for (;;) {
        result = dsg_file_rows_next(&opened->rows, &found);
        if (result != DESIG_OK || !found) return result;
        result = read_if_wanted(read, opened, &cursor);
        if (result == DESIG_OK && ++count % ROWS_PER_PROGRESS == 0) result = tell_progress(read, opened);
        if (result != DESIG_OK) return result;
    }
}

static desig_result read_file(list_read *read, dsg_opened_file *opened) {
    read->at = opened->file.name;
    dsg_draft_come_from(read->import.draft, opened->file.format->companion);
    dsg_seen_rows_clear(&read->seen);
    desig_result result =
        opened->file.format->doubled_rows_mean ? DESIG_OK : dsg_input_keep(&opened->rows.input);
    if (result == DESIG_OK) result = read_rows(read, opened);
    read->bytes_before += opened->rows.input.passed + opened->rows.input.length;
    return result == DESIG_OK ? tell_progress(read, opened) : result;
}

/* ---- The files of a list together ---- */

static void expect_sizes(const list_read *read) {
    size_t bytes = 0;
    for (size_t i = 0; i < read->file_count; i++) bytes += dsg_input_size(&read->files[i].rows.input);
    dsg_draft_expect(read->import.draft, bytes);
}

/* Lower orders first; files of one order as they were given. */
static void put_in_order(list_read *read) {
    for (size_t i = 0; i < read->file_count; i++) {
        dsg_opened_file *opened = &read->files[i];
        size_t at = i;
        for (; at > 0 && read->in_order[at - 1]->file.format->order > opened->file.format->order; at--)
            read->in_order[at] = read->in_order[at - 1];
        read->in_order[at] = opened;
    }
}

static desig_result read_files(list_read *read) {
    desig_result result = DESIG_OK;
    for (size_t i = 0; result == DESIG_OK && i < read->file_count; i++)
        result = read_file(read, read->in_order[i]);
    return result;
}

static desig_result finish_family(list_read *read) {
    const dsg_format_family *family = read->import.family;
    dsg_cursor cursor = dsg_cursor_of(&read->import, &read->in_order[read->file_count - 1]->file);
    return family && family->finish ? family->finish(&cursor) : DESIG_OK;
}

/* The publisher whose prefix an id bears, else NULL. */
static const char *publisher_of(const char *id) {
    const char *colon = strchr(id, ':');
    const dsg_format *format;
    for (size_t i = 0; colon && (format = dsg_format_at(i)) != NULL; i++) {
        const char *source = format->about.source;
        if (source && strlen(source) == (size_t)(colon - id) && memcmp(source, id, strlen(source)) == 0)
            return source;
    }
    return NULL;
}

/* A list that was exported and read again still knows where each record came from. */
static void name_sources(const list_read *read) {
    dsg_draft *draft = read->import.draft;
    const dsg_format *format = read->files[0].file.format;
    if (format->about.source || (format->names_sources && !dsg_draft_is_ledger(draft))) return;
    for (uint32_t i = 0; i < dsg_draft_count(draft); i++) {
        const char *publisher = publisher_of(dsg_draft_id(draft, i));
        if (publisher) dsg_draft_set_source(draft, i, publisher);
    }
}

/* From the caller, else the content, else the first file name that has a date. */
static desig_date find_as_of(const list_read *read) {
    desig_date as_of = read->options.as_of;
    if (as_of.last_precision == DESIG_PRECISION_NONE) as_of = read->import.as_of;
    for (size_t i = 0; as_of.last_precision == DESIG_PRECISION_NONE && i < read->file_count; i++)
        as_of = dsg_as_of_in_name(read->files[i].file.name);
    return as_of;
}

/* What of its list a file has: all, if the list is one file. */
static uint32_t observed_by(const dsg_format *format) {
    int one_of_several = format && format->family && format->family->of_several_files;
    return one_of_several ? UINT32_C(1) << format->companion : UINT32_MAX;
}

static desig_result add_source(const list_read *read, const dsg_file *file, const desig_date *as_of) {
    const char *slash = strrchr(file->name, '/');
    const char *name = slash ? slash + 1 : file->name;
    dsg_list_source source = {
        .about = {.source = file->source, .format = file->format->about.name, .as_of = *as_of},
        .observed = observed_by(file->format),
        .companion = file->format->companion};
    dsg_draft *draft = read->import.draft;
    if (file->is_named) source.about.name = dsg_draft_keep(draft, name, strlen(name));
    if (file->checksum) source.about.checksum = dsg_draft_keep(draft, file->checksum, strlen(file->checksum));
    if ((file->is_named && !source.about.name) || (file->checksum && !source.about.checksum))
        return DESIG_E_NOMEM;
    return dsg_draft_source(draft, &source);
}

/* The files, or what they say of which files the list was read. */
static desig_result add_sources(const list_read *read, const desig_date *as_of) {
    size_t count;
    dsg_list_source *const *named = dsg_draft_sources(read->import.draft, &count);
    for (size_t i = 0; i < count; i++)
        named[i]->observed =
            observed_by(named[i]->about.format ? dsg_format_named(named[i]->about.format) : NULL);
    for (size_t i = 0; i < read->file_count; i++) {
        const dsg_file *file = &read->in_order[i]->file;
        if (!file->format->names_sources && add_source(read, file, as_of) != DESIG_OK) return DESIG_E_NOMEM;
    }
    return DESIG_OK;
}

/* ---- All of it ---- */

static desig_result make_map(list_read *read) {
    if (!read->options.map) return DESIG_OK;
    read->import.mapped = &read->mapped;
    return dsg_mapped_init(&read->mapped, read->import.allocator, read->options.map, read->import.error);
}

static desig_result open_list(list_read *read, const desig_source *sources, size_t source_count) {
    desig_result result = make_map(read);
    if (result == DESIG_OK)
        result = dsg_row_parser_new(read->import.allocator, read->options.max_columns,
                                    read->options.max_field_bytes, &read->parser);
    const dsg_opening opening = {.import = &read->import,
                                 .parser = read->parser,
                                 .whole = read->filter != NULL,
                                 .files = read->files,
                                 .count = &read->file_count,
                                 .at = &read->at};
    if (result == DESIG_OK) result = dsg_opened_files_open(&opening, sources, source_count);
    if (result != DESIG_OK) return result;
    expect_sizes(read);
    put_in_order(read);
    return dsg_import_begin_family(&read->import, read->files[0].file.format->family);
}

static desig_result read_and_commit(list_read *read, const desig_source *sources, size_t source_count) {
    desig_result result = open_list(read, sources, source_count);
    if (result == DESIG_OK) result = begin_filter(read);
    if (result == DESIG_OK) result = read_files(read);
    if (result == DESIG_OK) result = finish_family(read);
    if (result != DESIG_OK) return result;
    end_filter(read);
    name_sources(read);
    desig_date as_of = find_as_of(read);
    read->import.report.bytes = read->bytes_before;
    read->import.report.format = read->files[0].file.format->about.name;
    result = add_sources(read, &as_of);
    return result == DESIG_OK ? dsg_import_commit(&read->import, &as_of) : result;
}

static void clean_up(list_read *read, size_t source_count) {
    const desig_allocator *allocator = read->import.allocator;
    for (size_t i = 0; i < read->file_count; i++) dsg_opened_file_close(&read->files[i], allocator);
    dsg_release(allocator, read->files, source_count * sizeof *read->files);
    dsg_release(allocator, read->in_order, source_count * sizeof(*read->in_order));
    dsg_row_parser_free(read->parser);
    dsg_seen_rows_free(&read->seen);
    dsg_buffer_free(&read->form);
    if (read->import.mapped) dsg_mapped_free(&read->mapped);
    dsg_import_close(&read->import);
}

/* Whoever failed may have said why already; say at least what and in which file. */
static void explain(const list_read *read, desig_result result) {
    desig_error *error = read->import.error;
    if (!error) return;
    if (error->result != result) dsg_error_plain(error, result);
    if (error->file[0] == '\0' && read->at) dsg_text_copy(error->file, sizeof error->file, read->at);
}

desig_result dsg_list_read_filtered(desig_list *list, const desig_source *sources, size_t source_count,
                                    const desig_read_options *options, const dsg_row_filter *filter,
                                    desig_report *report, desig_error *error) {
    list_read read = {.filter = filter};
    if (!list || !sources || source_count == 0) return dsg_error_plain(error, DESIG_E_ARGUMENT);
    if (error) *error = (desig_error){.result = DESIG_OK};
    desig_result result = dsg_read_options_take(&read.options, options, error);
    if (result != DESIG_OK) return result;
    result = dsg_import_open(&read.import, list, &read.options, read.options.callbacks, error);
    dsg_seen_rows_init(&read.seen, read.import.allocator);
    dsg_buffer_init(&read.form, read.import.allocator, SIZE_MAX / 2);
    read.files = dsg_alloc(read.import.allocator, source_count * sizeof *read.files);
    read.in_order = dsg_alloc(read.import.allocator, source_count * sizeof(*read.in_order));
    if (!read.files || !read.in_order) result = DESIG_E_NOMEM;
    if (result == DESIG_OK) result = read_and_commit(&read, sources, source_count);
    if (result == DESIG_OK)
        DSG_STRUCT_GIVE(desig_report, &read.import.report, report);
    else
        explain(&read, result);
    clean_up(&read, source_count);
    return result;
}

desig_result desig_list_read(desig_list *list, const desig_source *sources, size_t source_count,
                             const desig_read_options *options, desig_report *report, desig_error *error) {
    return dsg_list_read_filtered(list, sources, source_count, options, NULL, report, error);
}
