#include "csv/opened_file.h"

#include "csv/recognise.h"

#include <string.h>

/* The source of a record is the publisher, or else the file itself. */
static desig_result name_source(dsg_file *file, dsg_import *import) {
    const char *slash = strrchr(file->name, '/');
    const char *name = file->format->about.source;
    if (!name) name = slash ? slash + 1 : file->name;
    file->source = dsg_draft_keep(import->draft, name, strlen(name));
    return file->source ? DESIG_OK : DESIG_E_NOMEM;
}

desig_result dsg_opened_file_open(dsg_opened_file *opened, const desig_source *source, dsg_import *import,
                                  dsg_row_parser *parser, int whole) {
    const char *name = source->name ? source->name : source->path ? source->path : "(input)";
    opened->file =
        (dsg_file){.name = name, .is_named = source->name || source->path, .checksum = source->checksum};
    desig_result result = dsg_file_rows_open(&opened->rows, source, name, import, parser, whole);
    if (result == DESIG_OK) result = dsg_recognise(&opened->file, &opened->rows, import);
    return result == DESIG_OK ? name_source(&opened->file, import) : result;
}

void dsg_opened_file_close(dsg_opened_file *opened, const desig_allocator *allocator) {
    dsg_file_close(&opened->file, allocator);
    dsg_file_rows_close(&opened->rows);
}

/* ---- The files of one list ---- */

/* Whether a list may lack the file: its other parts are of a family of several files. */
static int may_lack(const dsg_opening *of, size_t source_count, desig_result failed) {
    const dsg_format_family *family = *of->count > 0 ? of->files[0].file.format->family : NULL;
    if (failed != DESIG_E_FORMAT && failed != DESIG_E_IO && failed != DESIG_E_LIMIT) return 0;
    return source_count > 1 && (*of->count == 0 || (family && family->of_several_files));
}

static desig_result tell_unread(const dsg_opening *of, const desig_error *error) {
    dsg_place place = {.file = *of->at, .line = error->line, .column = (uint32_t)error->column};
    return dsg_import_tell(of->import, DESIG_SEVERITY_ERROR, "unread-file", &place,
                           "this file of the list cannot be read, and what it says is not observed: %s",
                           error->message);
}

static desig_result refuse_other_list(const dsg_opening *of, const dsg_opened_file *opened) {
    const dsg_format *first = of->files[0].file.format, *other = opened->file.format;
    if (first->family == other->family) return DESIG_OK;
    return dsg_error_set(of->import->error, DESIG_E_ARGUMENT,
                         "%s and %s are not files of one list: read them in two calls", first->about.title,
                         other->about.title);
}

/* Open a source; *error says why it could not be. */
static desig_result open_file(const dsg_opening *of, const desig_source *source, desig_error *error) {
    dsg_opened_file *opened = &of->files[*of->count];
    desig_error *of_caller = of->import->error;
    *of->at = source->name ? source->name : source->path ? source->path : "(input)";
    *error = (desig_error){.result = DESIG_OK};
    of->import->error = error;
    desig_result result = dsg_opened_file_open(opened, source, of->import, of->parser, of->whole);
    of->import->error = of_caller;
    if (result == DESIG_OK)
        (*of->count)++;
    else
        dsg_opened_file_close(opened, of->import->allocator);
    return result;
}

static int has_primary(const dsg_opening *of) {
    for (size_t i = 0; i < *of->count; i++)
        if (of->files[i].file.format->companion == 0) return 1;
    return 0;
}

/* A companion that cannot be read leaves its parts unobserved, and does not sink the list. */
desig_result dsg_opened_files_open(const dsg_opening *of, const desig_source *sources, size_t source_count) {
    desig_result failed = DESIG_OK, result = DESIG_OK;
    desig_error why = {.result = DESIG_OK}, error;
    for (size_t i = 0; result == DESIG_OK && i < source_count; i++) {
        result = open_file(of, &sources[i], &error);
        if (result == DESIG_OK) {
            result = refuse_other_list(of, &of->files[*of->count - 1]);
        } else if (may_lack(of, source_count, result)) {
            if (failed == DESIG_OK) why = error;
            if (failed == DESIG_OK) failed = result;
            result = tell_unread(of, &error);
        } else if (of->import->error)
            *of->import->error = error;
    }
    if (result != DESIG_OK || failed == DESIG_OK || has_primary(of)) return result;
    if (of->import->error) *of->import->error = why;
    return failed;
}
