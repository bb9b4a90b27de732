#include "csv/file.h"

#include "base/ascii.h"
#include "base/memory.h"
#include "csv/import.h"

#include <stdio.h>
#include <string.h>

/* ---- Names of columns ---- */

/* Spreadsheets and people leave spaces around column names. */
int dsg_file_names_column(const dsg_cell *cell, const char *name) {
    const char *text = cell->text;
    size_t length = cell->length;
    while (length > 0 && dsg_is_space(text[0])) {
        text++;
        length--;
    }
    while (length > 0 && dsg_is_space(text[length - 1])) length--;
    if (strlen(name) != length) return 0;
    for (size_t i = 0; i < length; i++)
        if (dsg_lower(text[i]) != dsg_lower(name[i])) return 0;
    return 1;
}

static size_t find_column(const dsg_row *row, const char *name, size_t from) {
    for (size_t i = from; i < row->count; i++)
        if (dsg_file_names_column(&row->cells[i], name)) return i;
    return SIZE_MAX;
}

size_t dsg_file_find_column(const dsg_row *row, const char *name) {
    return find_column(row, name, 0);
}

size_t dsg_file_find_mapped(const dsg_row *row, const dsg_rule *rule) {
    if (rule->column) return find_column(row, rule->column, 0);
    return (size_t)rule->argument <= row->count ? (size_t)rule->argument - 1 : SIZE_MAX;
}

/* Of two rules with one name the second is that of the second such column. */
static size_t column_of_rule(const dsg_file *file, const dsg_row *row, size_t rule) {
    const dsg_rule *rules = file->format->rules;
    const char *name = rules[rule].column;
    size_t from = 0;
    if (!name) return SIZE_MAX;
    for (size_t i = 0; i < rule; i++) {
        if (!rules[i].column || !dsg_equal_nocase(name, rules[i].column)) continue;
        if (file->column_of_rule[i] == SIZE_MAX) return SIZE_MAX;
        from = file->column_of_rule[i] + 1;
    }
    return find_column(row, name, from);
}

/* ---- The columns of a file ---- */

static void note_first_letters(dsg_file *file) {
    memset(file->first_letters, 0, sizeof file->first_letters);
    for (size_t i = 0; i < file->format->rule_count; i++) {
        const char *name = file->format->rules[i].column;
        if (!name) continue;
        const unsigned char first = (unsigned char)dsg_lower(name[0]);
        file->first_letters[first / 8] |= (unsigned char)(1U << first % 8);
    }
}

static desig_result make_room(dsg_file *file, const dsg_format *format, size_t column_count,
                              const desig_allocator *allocator) {
    file->format = format;
    file->column_of_rule = dsg_alloc(allocator, format->rule_count * sizeof *file->column_of_rule);
    file->column_count = column_count;
    note_first_letters(file);
    file->columns = dsg_alloc(allocator, column_count * sizeof *file->columns);
    file->rule_of_column = dsg_alloc(allocator, column_count * sizeof *file->rule_of_column);
    return file->column_of_rule && file->columns && file->rule_of_column ? DESIG_OK : DESIG_E_NOMEM;
}

static void require_columns(dsg_file *file) {
    for (size_t rule = 0; rule < file->format->required; rule++) {
        size_t column = file->column_of_rule[rule];
        if (column != SIZE_MAX && column >= file->required_columns) file->required_columns = column + 1;
    }
}

/* Where the row is no header, columns have numbers. */
static const char *name_of_column(const dsg_file *file, const dsg_row *row, size_t i, dsg_import *import) {
    const dsg_cell *cell = &row->cells[i];
    char number[32];
    if (!file->headerless) return dsg_draft_keep(import->draft, cell->text ? cell->text : "", cell->length);
    snprintf(number, sizeof number, "#%zu", i + 1);
    return dsg_draft_keep(import->draft, number, strlen(number));
}

desig_result dsg_file_take_header(dsg_file *file, const dsg_format *format, dsg_row *row,
                                  dsg_import *import) {
    desig_result result = make_room(file, format, row->count, import->allocator);
    if (result != DESIG_OK) return result;
    for (size_t i = 0; i < row->count; i++) {
        file->rule_of_column[i] = SIZE_MAX;
        file->columns[i] = name_of_column(file, row, i, import);
        if (!file->columns[i]) return DESIG_E_NOMEM;
    }
    for (size_t i = 0; i < format->rule_count; i++) {
        file->column_of_rule[i] =
            import->mapped ? dsg_file_find_mapped(row, &format->rules[i]) : column_of_rule(file, row, i);
        if (file->column_of_rule[i] != SIZE_MAX) file->rule_of_column[file->column_of_rule[i]] = i;
    }
    require_columns(file);
    return DESIG_OK;
}

desig_result dsg_file_take_rules(dsg_file *file, const dsg_format *format, dsg_import *import) {
    desig_result result = make_room(file, format, format->rule_count, import->allocator);
    if (result != DESIG_OK) return result;
    for (size_t i = 0; i < format->rule_count; i++) {
        file->columns[i] = format->rules[i].column;
        file->rule_of_column[i] = i;
        file->column_of_rule[i] = i;
    }
    file->headerless = 1;
    require_columns(file);
    return DESIG_OK;
}

void dsg_file_close(dsg_file *file, const desig_allocator *allocator) {
    dsg_release(allocator, file->columns, file->column_count * sizeof *file->columns);
    dsg_release(allocator, file->rule_of_column, file->column_count * sizeof *file->rule_of_column);
    if (file->format)
        dsg_release(allocator, file->column_of_rule, file->format->rule_count * sizeof *file->column_of_rule);
    file->columns = NULL;
    file->rule_of_column = file->column_of_rule = NULL;
    file->column_count = file->required_columns = 0;
}
