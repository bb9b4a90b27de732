#include "csv/import.h"

#include "base/memory.h"
#include "model/list.h"

#include <string.h>

desig_result dsg_import_open(dsg_import *import, desig_list *list, const desig_read_options *options,
                             const desig_callbacks *callbacks, desig_error *error) {
    *import = (dsg_import){.allocator = dsg_list_allocator(list),
                           .options = options,
                           .callbacks = dsg_callbacks_of(callbacks),
                           .error = error};
    dsg_buffer_init(&import->scratch, import->allocator, SIZE_MAX / 2);
    return dsg_draft_open(list, &import->draft);
}

desig_result dsg_import_begin_family(dsg_import *import, const dsg_format_family *family) {
    import->family = family;
    if (!family || family->state_size == 0) return DESIG_OK;
    import->state = dsg_alloc(import->allocator, family->state_size);
    if (!import->state) return DESIG_E_NOMEM;
    memset(import->state, 0, family->state_size);
    return DESIG_OK;
}

desig_result dsg_import_commit(dsg_import *import, const desig_date *as_of) {
    size_t records = dsg_draft_count(import->draft);
    desig_result result = dsg_draft_commit(import->draft, as_of, import->error);
    if (result != DESIG_OK) return result;
    import->draft = NULL;
    import->report.records = records;
    return DESIG_OK;
}

void dsg_import_close(dsg_import *import) {
    if (import->state) {
        if (import->family->release) import->family->release(import->state, import->allocator);
        dsg_release(import->allocator, import->state, import->family->state_size);
    }
    dsg_buffer_free(&import->scratch);
    dsg_draft_drop(import->draft);
}

/* ---- Findings ---- */

static void count_finding(desig_report *report, desig_severity severity) {
    if (severity == DESIG_SEVERITY_NOTE) report->notes++;
    if (severity == DESIG_SEVERITY_WARNING) report->warnings++;
    if (severity == DESIG_SEVERITY_ERROR) report->errors++;
}

static desig_result end_strict_read(desig_error *error, const desig_diagnostic *finding) {
    dsg_error_set(error, DESIG_E_FORMAT, "%s", finding->message);
    dsg_error_place(error, finding->line, finding->column);
    if (error) dsg_text_copy(error->file, sizeof error->file, finding->file);
    if (error && finding->field) dsg_text_copy(error->field, sizeof error->field, finding->field);
    return DESIG_E_FORMAT;
}

desig_result dsg_import_tell_list(dsg_import *import, desig_severity severity, const char *check,
                                  const dsg_place *place, const char *format, va_list arguments) {
    char message[DESIG_ERROR_MESSAGE];
    desig_diagnostic finding = {.size = sizeof finding,
                                .severity = severity,
                                .check = check,
                                .file = place->file,
                                .line = place->line,
                                .column = place->column,
                                .field = place->field,
                                .id = place->id,
                                .message = message};
    dsg_text_print(message, sizeof message, format, arguments);
    count_finding(&import->report, severity);
    dsg_callbacks_diagnose(&import->callbacks, &finding);
    if (severity == DESIG_SEVERITY_ERROR && import->options->strict)
        return end_strict_read(import->error, &finding);
    return DESIG_OK;
}

desig_result dsg_import_tell(dsg_import *import, desig_severity severity, const char *check,
                             const dsg_place *place, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    desig_result result = dsg_import_tell_list(import, severity, check, place, format, arguments);
    va_end(arguments);
    return result;
}
