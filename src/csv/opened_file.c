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
