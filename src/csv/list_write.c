/* desig_list_write() writes a list to a file or a stream. */
#include "base/platform.h"
#include "base/struct_size.h"
#include "csv/emit.h"
#include "csv/format_table.h"
#include "model/list.h"

static desig_write_options options_of(const desig_write_options *given) {
    desig_write_options options = {0};
    DSG_STRUCT_TAKE(desig_write_options, &options, given);
    if (!options.format) options.format = "statements";
    return options;
}

static desig_result write_rows(dsg_emitter *emitter, const dsg_format *format, const desig_list *list) {
    desig_result result;
    dsg_buffer_init(&emitter->buffer, emitter->allocator, DSG_EMIT_BLOCK);
    result = format->write(emitter, list);
    if (result == DESIG_OK) result = dsg_emit_flush(emitter);
    dsg_buffer_free(&emitter->buffer);
    return result;
}

static desig_result write_file(dsg_emitter *emitter, const dsg_format *format, const desig_list *list) {
    dsg_output *output = NULL;
    desig_result closed, result = dsg_output_open(emitter->allocator, emitter->file, &output, emitter->error);
    if (result != DESIG_OK) return result;
    emitter->write = dsg_output_write;
    emitter->context = output;
    result = write_rows(emitter, format, list);
    closed = dsg_output_close(output, result == DESIG_OK, emitter->error);
    return closed != DESIG_OK ? closed : result;
}

desig_result desig_list_write(const desig_list *list, const desig_sink *sink,
                              const desig_write_options *given, desig_report *report, desig_error *error) {
    desig_write_options options = options_of(given);
    const dsg_format *format = dsg_format_named(options.format);
    dsg_emitter emitter = {.callbacks = dsg_callbacks_of(options.callbacks), .error = error};
    desig_result result;
    if (!list || !sink || (!sink->path) == (!sink->write))
        return dsg_error_set(error, DESIG_E_ARGUMENT, "a list, and either a path or a stream, must be given");
    if (!format || !format->write)
        return dsg_error_set(error, DESIG_E_ARGUMENT, "%s is no format that can be written", options.format);
    emitter.allocator = dsg_list_allocator(list);
    emitter.file = sink->path;
    emitter.write = sink->write;
    emitter.context = sink->context;
    emitter.format = format;
    emitter.report.format = format->about.name;
    result = sink->path ? write_file(&emitter, format, list) : write_rows(&emitter, format, list);
    if (result != DESIG_OK) {
        if (error && sink->path) dsg_text_copy(error->file, sizeof error->file, sink->path);
        return result;
    }
    DSG_STRUCT_GIVE(desig_report, &emitter.report, report);
    return DESIG_OK;
}
