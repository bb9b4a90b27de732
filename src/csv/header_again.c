#include "csv/header_again.h"

#include "base/ascii.h"
#include "csv/columns.h"
#include "csv/preamble.h"

static desig_result tell(const dsg_file *file, const dsg_row *row, dsg_import *import, const char *what) {
    dsg_place place = {.file = file->name, .line = row->line, .column = 1};
    return dsg_import_tell(import, DESIG_SEVERITY_NOTE, "repeated-header", &place, "%s", what);
}

static int is_same_header(const dsg_file *file, const dsg_row *row) {
    if (row->count < file->required_columns || row->count == 0) return 0;
    for (size_t i = 0; i < row->count; i++) {
        const char *name = i < file->column_count ? file->columns[i] : "";
        if (!dsg_file_names_column(&row->cells[i], name)) return 0;
    }
    return 1;
}

static int is_name(const dsg_file *file, const dsg_cell *cell) {
    if (!dsg_file_may_name_column(file, cell)) return 0;
    const char first = dsg_lower(cell->text[0]);
    for (size_t i = 0; i < file->format->rule_count; i++) {
        const char *name = file->format->rules[i].column;
        if (name && dsg_lower(name[0]) == first && dsg_file_names_column(cell, name)) return 1;
    }
    return 0;
}

/* With the format's columns in another order, or others of them. */
static int is_other_header(const dsg_file *file, const dsg_row *row) {
    const dsg_format *format = file->format;
    size_t first = file->column_of_rule[0];
    if (first >= row->count || !is_name(file, &row->cells[first])) return 0;
    for (size_t i = 0; i < format->required; i++)
        if (dsg_file_find_column(row, format->rules[i].column) == SIZE_MAX) return 0;
    return 1;
}

static desig_result take_header(dsg_file *file, dsg_row *row, dsg_import *import) {
    const dsg_format *format = file->format;
    desig_result result = tell(file, row, import, "another header; what follows is read by it");
    if (result != DESIG_OK) return result;
    import->rows_depend = 1;
    file->headerless = 0;
    dsg_file_close(file, import->allocator);
    result = dsg_file_take_header(file, format, row, import);
    return result == DESIG_OK ? dsg_columns_tell(file, row, import) : result;
}

desig_result dsg_header_again(dsg_file *file, dsg_row *row, dsg_import *import, int *is) {
    const char *date;
    *is = 1;
    if (is_same_header(file, row)) return tell(file, row, import, "the header again; it is no party");
    if (import->mapped) {
        *is = 0;
        return DESIG_OK;
    }
    if (is_other_header(file, row)) return take_header(file, row, import);
    if (dsg_preamble_is(file->format, row, &date))
        return tell(file, row, import, "the publisher's line above a header; its date is not taken");
    *is = 0;
    return DESIG_OK;
}
