#include "csv/emit.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

static desig_result fail(dsg_emitter *emitter, desig_result result) {
    emitter->failed = result;
    return dsg_error_plain(emitter->error, result);
}

desig_result dsg_emit_flush(dsg_emitter *emitter) {
    dsg_buffer *buffer = &emitter->buffer;
    if (emitter->failed != DESIG_OK || buffer->length == 0) return emitter->failed;
    if (emitter->write(emitter->context, buffer->bytes, buffer->length) != 0)
        return fail(emitter, DESIG_E_IO);
    emitter->report.bytes += buffer->length;
    buffer->length = 0;
    return DESIG_OK;
}

/* Long cells go through the buffer piece by piece, so that it stays one block. */
static desig_result put(dsg_emitter *emitter, const char *bytes, size_t length) {
    dsg_buffer *buffer = &emitter->buffer;
    while (length > 0 && emitter->failed == DESIG_OK) {
        size_t room = DSG_EMIT_BLOCK - buffer->length;
        size_t piece = length < room ? length : room;
        desig_result result = dsg_buffer_append(buffer, bytes, piece);
        if (result != DESIG_OK) return fail(emitter, result);
        bytes += piece;
        length -= piece;
        if (buffer->length == DSG_EMIT_BLOCK) dsg_emit_flush(emitter);
    }
    return emitter->failed;
}

/* Control characters besides line breaks, and outer spaces, are safe within quotes only: many readers trim or
 * drop them elsewhere. An empty text is quoted because an empty cell is an absent one. */
static int needs_quotes(const char *bytes, size_t length) {
    if (length >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0) return 1; /* no mark of a file's beginning */
    if (length == 0 || bytes[0] == ' ' || bytes[length - 1] == ' ') return 1;
    for (size_t i = 0; i < length; i++) {
        if ((unsigned char)bytes[i] < ' ' || bytes[i] == '"' || bytes[i] == ',') return 1;
    }
    return 0;
}

static void put_quoted(dsg_emitter *emitter, const char *bytes, size_t length) {
    put(emitter, "\"", 1);
    while (length > 0) {
        const char *quote = memchr(bytes, '"', length);
        size_t piece = quote ? (size_t)(quote - bytes) + 1 : length;
        put(emitter, bytes, piece);
        if (quote) put(emitter, "\"", 1);
        bytes += piece;
        length -= piece;
    }
    put(emitter, "\"", 1);
}

desig_result dsg_emit_cell_bytes(dsg_emitter *emitter, const char *bytes, size_t length) {
    if (emitter->within_row) put(emitter, ",", 1);
    emitter->within_row = 1;
    if (!bytes) return emitter->failed;
    if (!needs_quotes(bytes, length)) return put(emitter, bytes, length);
    put_quoted(emitter, bytes, length);
    return emitter->failed;
}

desig_result dsg_emit_cell(dsg_emitter *emitter, const char *text) {
    return dsg_emit_cell_bytes(emitter, text, text ? strlen(text) : 0);
}

desig_result dsg_emit_row(dsg_emitter *emitter) {
    emitter->within_row = 0;
    emitter->report.rows++;
    return put(emitter, "\n", 1);
}

desig_result dsg_emit_header(dsg_emitter *emitter, const dsg_rule *columns, size_t count) {
    for (size_t i = 0; i < count; i++) dsg_emit_cell(emitter, columns[i].column);
    dsg_emit_row(emitter);
    emitter->report.rows = 0;
    return emitter->failed;
}

desig_result dsg_emit_not_written(dsg_emitter *emitter, const char *id, const char *field, const char *format,
                                  ...) {
    desig_diagnostic finding = {.size = sizeof finding,
                                .severity = DESIG_SEVERITY_WARNING,
                                .check = "not-written",
                                .file = emitter->file,
                                .field = field,
                                .id = id};
    char message[DESIG_ERROR_MESSAGE];
    va_list arguments;
    emitter->report.not_written++;
    emitter->report.warnings++;
    if (emitter->failed != DESIG_OK || !emitter->callbacks.diagnose) return emitter->failed;
    va_start(arguments, format);
    dsg_text_print(message, sizeof message, format, arguments);
    va_end(arguments);
    finding.message = message;
    dsg_callbacks_diagnose(&emitter->callbacks, &finding);
    return DESIG_OK;
}

desig_result dsg_emit_progress(dsg_emitter *emitter, uint64_t done, uint64_t total) {
    desig_result result = DESIG_OK;
    emitter->report.records = done;
    if (emitter->failed == DESIG_OK) result = dsg_callbacks_progress(&emitter->callbacks, done, total);
    if (result != DESIG_OK) return fail(emitter, result);
    return emitter->failed;
}
