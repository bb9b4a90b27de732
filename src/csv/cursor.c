/* The functions that formats call while a list is read: for findings, records and parts. */
#include "csv/cursor.h"

#include "base/digest.h"
#include "csv/locate.h"
#include "model/date.h"

#include <stdarg.h>
#include <string.h>

/* ---- Findings ---- */

static desig_result diagnose(dsg_cursor *cursor, desig_severity severity, const char *check, size_t column,
                             const char *format, va_list arguments) {
    dsg_place place = {.file = cursor->file->name};
    if (cursor->row) dsg_row_place(cursor->row, column == SIZE_MAX ? 0 : column, &place.line, &place.column);
    if (column < cursor->file->column_count) place.field = cursor->file->columns[column];
    if (cursor->record != DSG_NO_RECORD) place.id = dsg_draft_id(cursor->import->draft, cursor->record);
    return dsg_import_tell_list(cursor->import, severity, check, &place, format, arguments);
}

desig_result dsg_diagnose(dsg_cursor *cursor, desig_severity severity, const char *check, size_t column,
                          const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    desig_result result = diagnose(cursor, severity, check, column, format, arguments);
    va_end(arguments);
    return result;
}

/* ---- Records ---- */

static desig_result begin_record(dsg_cursor *cursor, const char *id, size_t length, int *is_new) {
    dsg_import *import = cursor->import;
    uint32_t record = dsg_draft_record(import->draft, id, length, is_new);
    if (record == DSG_NO_RECORD) return DESIG_E_NOMEM;
    cursor->record = record;
    if (!*is_new) return DESIG_OK;
    if (dsg_draft_count(import->draft) > import->options->max_records)
        return dsg_error_set(import->error, DESIG_E_LIMIT, "more than %zu records",
                             import->options->max_records);
    dsg_draft_set_source(import->draft, record, cursor->file->source);
    if (import->callbacks.place) dsg_place_record(cursor);
    return DESIG_OK;
}

/* Write `source:native` into the scratch buffer. */
static desig_result compose_id(const dsg_cursor *cursor, const char *source, const char *native,
                               size_t length) {
    dsg_buffer *id = &cursor->import->scratch;
    id->length = 0;
    desig_result result = dsg_buffer_append_text(id, source);
    if (result == DESIG_OK) result = dsg_buffer_append(id, ":", 1);
    return result == DESIG_OK ? dsg_buffer_append(id, native, length) : result;
}

desig_result dsg_begin_record(dsg_cursor *cursor, const char *source, const char *native, size_t length,
                              int *is_new) {
    const dsg_buffer *id = &cursor->import->scratch;
    if (!source) return begin_record(cursor, native, length, is_new);
    desig_result result = compose_id(cursor, source, native, length);
    return result == DESIG_OK ? begin_record(cursor, id->bytes, id->length, is_new) : result;
}

desig_result dsg_begin_qualified(dsg_cursor *cursor, const char *source, const char *native, size_t length,
                                 const char *qualifier, size_t qualifier_length, int *is_new) {
    dsg_buffer *id = &cursor->import->scratch;
    desig_result result = compose_id(cursor, source, native, length);
    if (result == DESIG_OK) result = dsg_buffer_append(id, "@", 1);
    if (result == DESIG_OK) result = dsg_buffer_append(id, qualifier, qualifier_length);
    return result == DESIG_OK ? begin_record(cursor, id->bytes, id->length, is_new) : result;
}

desig_result dsg_keep_raw_row(dsg_cursor *cursor, const char *check, const char *bytes, size_t length) {
    const char *source = cursor->file->format->about.source;
    desig_fact fact = {.type = DESIG_FACT_RAW_ROW, .label = check};
    char native[4 + DSG_DIGEST_ID] = "row-";
    int is_new;
    dsg_digest_hex_of(bytes, length, native + 4, DSG_DIGEST_ID);
    desig_result result =
        dsg_begin_record(cursor, source ? source : "unread", native, strlen(native), &is_new);
    if (result == DESIG_OK) result = dsg_keep(cursor, bytes, length, &fact.value);
    if (result == DESIG_OK) result = dsg_add_fact(cursor, &fact);
    cursor->record = DSG_NO_RECORD;
    cursor->import->report.bad_rows++;
    return result;
}

desig_result dsg_keep_raw(dsg_cursor *cursor, const char *check, size_t column, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    desig_result result = diagnose(cursor, DESIG_SEVERITY_ERROR, check, column, format, arguments);
    va_end(arguments);
    if (result != DESIG_OK) return result;
    return dsg_keep_raw_row(cursor, check, cursor->row->raw, cursor->row->raw_length);
}

/* ---- Parts ---- */

static desig_result kept_or_not(const char *bytes, const char *text, const char **kept) {
    if (!text && bytes) return DESIG_E_NOMEM;
    *kept = text;
    return DESIG_OK;
}

desig_result dsg_keep(dsg_cursor *cursor, const char *bytes, size_t length, const char **kept) {
    return kept_or_not(bytes, dsg_draft_keep(cursor->import->draft, bytes, length), kept);
}

desig_result dsg_keep_once(dsg_cursor *cursor, const char *bytes, size_t length, const char **kept) {
    return kept_or_not(bytes, dsg_draft_keep_once(cursor->import->draft, bytes, length), kept);
}

desig_result dsg_add_plain_name(dsg_cursor *cursor, const desig_name *name) {
    if (cursor->import->callbacks.place) dsg_place_part(cursor, DSG_PART_NAME, name);
    return dsg_draft_name(cursor->import->draft, cursor->record, name);
}

/* Whether a designation that a publisher states may, by its date, begin after the day of the list. */
static int may_begin_later(const dsg_cursor *cursor, const desig_action *action) {
    const desig_date *begins = &action->effective;
    const desig_date *day = &cursor->import->as_of;
    if (action->type != DESIG_ACTION_DESIGNATED || action->derived) return 0;
    if (!cursor->file->format->about.source && !cursor->import->mapped) return 0;
    if (!dsg_date_is_known(begins)) return 1;
    return day->last_precision != DESIG_PRECISION_NONE && begins->first <= day->last &&
           (begins->last_precision == DESIG_PRECISION_NONE || begins->last > day->last);
}

/* What a publisher lists is designated on the day of the list, however little is said of its beginning. */
static desig_result add_presence(dsg_cursor *cursor, const desig_action *stated) {
    const desig_date *begins =
        dsg_date_is_known(&stated->effective) ? &stated->effective : &stated->announced;
    desig_action listed = {.type = DESIG_ACTION_DESIGNATED,
                           .authority = stated->authority,
                           .list = stated->list,
                           .program = stated->program,
                           .derived = DSG_DERIVED_PRESENCE};
    listed.effective.first = begins->first;
    listed.effective.first_precision = begins->first_precision;
    listed.effective.first_approximate = begins->first_approximate;
    return dsg_draft_action(cursor->import->draft, cursor->record, &listed);
}

desig_result dsg_add_action(dsg_cursor *cursor, const desig_action *action) {
    if (cursor->import->callbacks.place) dsg_place_part(cursor, DSG_PART_ACTION, action);
    desig_result result = dsg_draft_action(cursor->import->draft, cursor->record, action);
    if (result != DESIG_OK || !may_begin_later(cursor, action)) return result;
    return add_presence(cursor, action);
}

desig_result dsg_add_assertion(dsg_cursor *cursor, const desig_assertion *assertion) {
    if (cursor->import->callbacks.place) dsg_place_part(cursor, DSG_PART_ASSERTION, assertion);
    return dsg_draft_assertion(cursor->import->draft, cursor->record, assertion);
}

desig_result dsg_add_link(dsg_cursor *cursor, const desig_link *link) {
    if (cursor->import->callbacks.place) dsg_place_part(cursor, DSG_PART_LINK, link);
    return dsg_draft_link(cursor->import->draft, cursor->record, link);
}

desig_result dsg_add_fact(dsg_cursor *cursor, const desig_fact *fact) {
    if (cursor->import->callbacks.place) dsg_place_part(cursor, DSG_PART_FACT, fact);
    return dsg_draft_fact(cursor->import->draft, cursor->record, fact);
}

desig_result dsg_take_fact(dsg_cursor *cursor, size_t column, int argument) {
    const dsg_cell *cell = &cursor->row->cells[column];
    desig_fact fact = {
        .type = (uint8_t)argument, .label = cursor->file->columns[column], .group = cursor->group};
    desig_result result = dsg_keep(cursor, cell->text, cell->length, &fact.value);
    return result == DESIG_OK ? dsg_add_fact(cursor, &fact) : result;
}
