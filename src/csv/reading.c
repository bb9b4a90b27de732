/* What formats call while a list is read: findings, records and parts. */
#include "csv/reading.h"

#include "base/hash.h"
#include "csv/locate.h"

#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

/* ---- Findings ---- */

static void count_finding(desig_report *report, desig_severity severity) {
    if (severity == DESIG_SEVERITY_NOTE) report->notes++;
    if (severity == DESIG_SEVERITY_WARNING) report->warnings++;
    if (severity == DESIG_SEVERITY_ERROR) report->errors++;
}

static desig_result end_strict_read(desig_error *error, const desig_diagnostic *finding) {
    if (error != NULL) {
        dsg_error_set(error, DESIG_E_FORMAT, "%s", finding->message);
        dsg_error_place(error, finding->line, finding->column);
        dsg_text_copy(error->file, sizeof error->file, finding->file);
        if (finding->field != NULL) dsg_text_copy(error->field, sizeof error->field, finding->field);
    }
    return DESIG_E_FORMAT;
}

static desig_result tell(dsg_reading *reading, desig_diagnostic *finding) {
    finding->size = sizeof *finding;
    finding->file = reading->file;
    count_finding(&reading->report, finding->severity);
    dsg_callbacks_diagnose(&reading->callbacks, finding);
    if (finding->severity == DESIG_SEVERITY_ERROR && reading->options->strict)
        return end_strict_read(reading->error, finding);
    return DESIG_OK;
}

static desig_result diagnose(dsg_reading *reading, desig_severity severity, const char *check, size_t column,
                             const char *format, va_list arguments) {
    desig_diagnostic finding = {.severity = severity, .check = check};
    char whole[DESIG_ERROR_MESSAGE * 2], message[DESIG_ERROR_MESSAGE];
    vsnprintf(whole, sizeof whole, format, arguments);
    dsg_text_copy(message, sizeof message, whole);
    finding.message = message;
    if (reading->row != NULL)
        dsg_row_place(reading->row, column == SIZE_MAX ? 0 : column, &finding.line, &finding.column);
    if (column < reading->column_count) finding.field = reading->columns[column];
    if (reading->record != DSG_NO_RECORD) finding.id = dsg_draft_id(reading->draft, reading->record);
    return tell(reading, &finding);
}

desig_result dsg_diagnose(dsg_reading *reading, desig_severity severity, const char *check, size_t column,
                          const char *format, ...) {
    desig_result result;
    va_list arguments;
    va_start(arguments, format);
    result = diagnose(reading, severity, check, column, format, arguments);
    va_end(arguments);
    return result;
}

desig_result dsg_diagnose_at(dsg_reading *reading, desig_severity severity, const char *check, uint64_t line,
                             uint32_t column, const char *message) {
    desig_diagnostic finding = {
        .severity = severity, .check = check, .line = line, .column = column, .message = message};
    return tell(reading, &finding);
}

/* ---- Records ---- */

/* The publisher whose prefix an id bears, else the file itself: so that a list that was exported and read
 * again still knows where each record came from. */
static const char *source_of(const dsg_reading *reading, const char *id) {
    const char *colon = strchr(id, ':');
    const dsg_format *format;
    size_t i;
    for (i = 0; colon != NULL && (format = dsg_format_at(i)) != NULL; i++) {
        const char *source = format->about.source;
        if (source != NULL && strlen(source) == (size_t)(colon - id) &&
            strncmp(source, id, (size_t)(colon - id)) == 0)
            return source;
    }
    return reading->source;
}

static desig_result begin_record(dsg_reading *reading, const char *id, size_t length, int *is_new) {
    uint32_t record = dsg_draft_record(reading->draft, id, length, is_new);
    if (record == DSG_NO_RECORD) return DESIG_E_NOMEM;
    reading->record = record;
    if (!*is_new) return DESIG_OK;
    if (dsg_draft_count(reading->draft) > reading->options->max_records)
        return dsg_error_set(reading->error, DESIG_E_LIMIT, "more than %zu records",
                             reading->options->max_records);
    dsg_draft_set_source(reading->draft, record, source_of(reading, dsg_draft_id(reading->draft, record)));
    if (reading->callbacks.place) dsg_place_record(reading);
    return DESIG_OK;
}

desig_result dsg_begin_record(dsg_reading *reading, const char *source, const char *native, size_t length,
                              int *is_new) {
    dsg_buffer *id = &reading->scratch;
    desig_result result;
    if (source == NULL) return begin_record(reading, native, length, is_new);
    id->length = 0;
    result = dsg_buffer_append_text(id, source);
    if (result == DESIG_OK) result = dsg_buffer_append(id, ":", 1);
    if (result == DESIG_OK) result = dsg_buffer_append(id, native, length);
    return result == DESIG_OK ? begin_record(reading, id->bytes, id->length, is_new) : result;
}

desig_result dsg_keep_raw_row(dsg_reading *reading, const char *check, const char *bytes, size_t length) {
    const char *source = reading->format->about.source;
    desig_fact fact = {.type = DESIG_FACT_RAW_ROW, .label = check};
    char id[64];
    int is_new;
    desig_result result;
    snprintf(id, sizeof id, "%s:row-%016" PRIx64, source == NULL ? "unread" : source,
             dsg_hash(bytes, length));
    result = begin_record(reading, id, strlen(id), &is_new);
    if (result == DESIG_OK) result = dsg_keep(reading, bytes, length, &fact.value);
    if (result == DESIG_OK) result = dsg_add_fact(reading, &fact);
    reading->record = DSG_NO_RECORD;
    reading->report.bad_rows++;
    return result;
}

desig_result dsg_keep_raw(dsg_reading *reading, const char *check, size_t column, const char *format, ...) {
    desig_result result;
    va_list arguments;
    va_start(arguments, format);
    result = diagnose(reading, DESIG_SEVERITY_ERROR, check, column, format, arguments);
    va_end(arguments);
    if (result != DESIG_OK) return result;
    return dsg_keep_raw_row(reading, check, reading->row->raw, reading->row->raw_length);
}

/* ---- Parts ---- */

static desig_result kept_or_not(const char *bytes, const char *text, const char **kept) {
    if (text == NULL && bytes != NULL) return DESIG_E_NOMEM;
    *kept = text;
    return DESIG_OK;
}

desig_result dsg_keep(dsg_reading *reading, const char *bytes, size_t length, const char **kept) {
    return kept_or_not(bytes, dsg_draft_keep(reading->draft, bytes, length), kept);
}

desig_result dsg_keep_once(dsg_reading *reading, const char *bytes, size_t length, const char **kept) {
    return kept_or_not(bytes, dsg_draft_keep_once(reading->draft, bytes, length), kept);
}

desig_result dsg_add_name(dsg_reading *reading, const desig_name *name) {
    if (reading->callbacks.place) dsg_place_part(reading, DSG_PART_NAME, name);
    return dsg_draft_name(reading->draft, reading->record, name);
}

desig_result dsg_add_action(dsg_reading *reading, const desig_action *action) {
    if (reading->callbacks.place) dsg_place_part(reading, DSG_PART_ACTION, action);
    return dsg_draft_action(reading->draft, reading->record, action);
}

desig_result dsg_add_assertion(dsg_reading *reading, const desig_assertion *assertion) {
    if (reading->callbacks.place) dsg_place_part(reading, DSG_PART_ASSERTION, assertion);
    return dsg_draft_assertion(reading->draft, reading->record, assertion);
}

desig_result dsg_add_link(dsg_reading *reading, const desig_link *link) {
    if (reading->callbacks.place) dsg_place_part(reading, DSG_PART_LINK, link);
    return dsg_draft_link(reading->draft, reading->record, link);
}

desig_result dsg_add_fact(dsg_reading *reading, const desig_fact *fact) {
    if (reading->callbacks.place) dsg_place_part(reading, DSG_PART_FACT, fact);
    return dsg_draft_fact(reading->draft, reading->record, fact);
}

desig_result dsg_take_fact(dsg_reading *reading, size_t column, int argument) {
    const dsg_cell *cell = &reading->row->cells[column];
    desig_fact fact = {.type = (uint8_t)argument, .label = reading->columns[column], .group = reading->group};
    desig_result result = dsg_keep(reading, cell->text, cell->length, &fact.value);
    return result == DESIG_OK ? dsg_add_fact(reading, &fact) : result;
}
