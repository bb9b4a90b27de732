#include "csv/columns.h"

#include "base/nearest.h"

#include <stdint.h>

enum { MOST_TOLD = 10 }; /* missing columns that are told one by one */

/* ---- Names that are near each other ---- */

static int is_known_name(const dsg_format *format, const dsg_row *row, size_t column) {
    for (size_t rule = 0; rule < format->rule_count; rule++)
        if (format->rules[rule].column &&
            dsg_file_names_column(&row->cells[column], format->rules[rule].column))
            return 1;
    return 0;
}

const dsg_cell *dsg_columns_nearest(const dsg_format *format, const dsg_row *row, const char *name) {
    const dsg_cell *nearest = NULL;
    size_t nearest_apart = SIZE_MAX;
    for (size_t i = 0; i < row->count; i++) {
        const dsg_cell *cell = &row->cells[i];
        if (cell->length == 0 || is_known_name(format, row, i)) continue;
        const size_t apart = dsg_letters_apart(name, cell->text);
        if (apart >= nearest_apart) continue;
        nearest = cell;
        nearest_apart = apart;
    }
    return nearest;
}

size_t dsg_columns_count(const dsg_format *format, const dsg_row *row, const char **missing) {
    size_t count = 0;
    *missing = NULL;
    for (size_t rule = 0; rule < format->rule_count; rule++) {
        const char *name = format->rules[rule].column;
        if (name && dsg_file_find_column(row, name) != SIZE_MAX)
            count++;
        else if (name && rule < format->required && !*missing)
            *missing = name;
    }
    return count;
}

/* ---- Columns that no rule names ---- */

/* They are kept, as facts of each row; say so once. */
static desig_result tell_unknown(const dsg_file *file, dsg_row *header, dsg_import *import) {
    desig_result result = DESIG_OK;
    for (size_t i = 0; result == DESIG_OK && i < file->column_count; i++) {
        dsg_place place = {.file = file->name};
        if (file->rule_of_column[i] != SIZE_MAX) continue;
        dsg_row_place(header, i, &place.line, &place.column);
        if (is_known_name(file->format, header, i))
            result = dsg_import_tell(import, DESIG_SEVERITY_WARNING, "doubled-column", &place,
                                     "one more column of this name; its cells are kept as facts: %s",
                                     file->columns[i]);
        else
            result = dsg_import_tell(import, DESIG_SEVERITY_NOTE, "unknown-column", &place,
                                     "%s has no column of this name; its cells are kept as facts: %s",
                                     file->format->about.name, file->columns[i]);
    }
    return result;
}

/* ---- Columns that are missing ---- */

/* The form that a rule's column belongs to; 0: to all. */
static int form_of(const dsg_format *format, size_t rule) {
    for (size_t i = 0; i < format->form_column_count; i++)
        if (format->form_columns[i].rule == rule) return format->form_columns[i].form;
    return 0;
}

static int is_there(const dsg_file *file, size_t rule) {
    return file->column_of_rule[rule] != SIZE_MAX;
}

static int has_form(const dsg_file *file, int form) {
    const dsg_format *format = file->format;
    for (size_t i = 0; i < format->form_column_count; i++)
        if (format->form_columns[i].form == form && is_there(file, format->form_columns[i].rule)) return 1;
    return 0;
}

static int is_missing(const dsg_file *file, size_t rule) {
    int form = form_of(file->format, rule);
    if (!file->format->rules[rule].column || is_there(file, rule)) return 0;
    return form == 0 || has_form(file, form);
}

static dsg_place place_of(const dsg_file *file, const char *name, dsg_row *header, const dsg_cell *near) {
    dsg_place place = {.file = file->name, .field = name};
    dsg_row_place(header, near ? (size_t)(near - header->cells) : 0, &place.line, &place.column);
    return place;
}

static desig_result tell_missing(const dsg_file *file, size_t rule, dsg_row *header, dsg_import *import) {
    const char *name = file->format->rules[rule].column;
    const dsg_cell *near = dsg_columns_nearest(file->format, header, name);
    dsg_place place = place_of(file, name, header, near);
    if (!near)
        return dsg_import_tell(import, DESIG_SEVERITY_WARNING, "missing-column", &place,
                               "the file lacks the column \"%s\" of %s", name, file->format->about.name);
    return dsg_import_tell(import, DESIG_SEVERITY_WARNING, "missing-column", &place,
                           "the file lacks the column \"%s\" of %s; the nearest name that %s lacks is \"%s\"",
                           name, file->format->about.name, file->format->about.name, near->text);
}

static desig_result tell_all_missing(const dsg_file *file, dsg_row *header, dsg_import *import) {
    desig_result result = DESIG_OK;
    size_t count = 0;
    for (size_t rule = 0; result == DESIG_OK && rule < file->format->rule_count; rule++)
        if (is_missing(file, rule) && count++ < MOST_TOLD) result = tell_missing(file, rule, header, import);
    if (result != DESIG_OK || count <= MOST_TOLD) return result;
    dsg_place place = place_of(file, NULL, header, NULL);
    return dsg_import_tell(import, DESIG_SEVERITY_WARNING, "missing-column", &place,
                           "the file lacks %zu more columns of %s", count - MOST_TOLD,
                           file->format->about.name);
}

/* The first column of each form that the file has nothing of. */
static desig_result tell_forms(const dsg_file *file, dsg_row *header, dsg_import *import) {
    const dsg_format *format = file->format;
    desig_result result = DESIG_OK;
    int told = 0;
    for (size_t i = 0; result == DESIG_OK && i < format->form_column_count; i++) {
        int form = format->form_columns[i].form;
        const char *name = format->rules[format->form_columns[i].rule].column;
        dsg_place place = place_of(file, name, header, NULL);
        if (!name || form == told || form < 0 || has_form(file, form)) continue;
        told = form;
        result = dsg_import_tell(import, DESIG_SEVERITY_NOTE, "missing-column", &place,
                                 "a form of %s without the column \"%s\"", format->about.name, name);
    }
    return result;
}

desig_result dsg_columns_tell(const dsg_file *file, dsg_row *header, dsg_import *import) {
    desig_result result = tell_unknown(file, header, import);
    if (result != DESIG_OK || import->mapped || file->format->columns_are_free) return result;
    result = tell_all_missing(file, header, import);
    return result == DESIG_OK ? tell_forms(file, header, import) : result;
}
