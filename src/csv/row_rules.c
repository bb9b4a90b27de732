#include "csv/row_rules.h"

#include <string.h>

/* The publisher's word for null, with or without spaces behind it (OFAC writes `-0- `). */
static int is_null(const dsg_cell *cell, const char *null_text, size_t null_length) {
    if (!cell->text || cell->text[0] != null_text[0]) return 0;
    if (cell->length < null_length || memcmp(cell->text, null_text, null_length) != 0) return 0;
    for (size_t i = null_length; i < cell->length; i++) {
        if (cell->text[i] != ' ') return 0;
    }
    return 1;
}

static void blank_nulls(dsg_row *row, const char *null_text) {
    size_t null_length = strlen(null_text);
    for (size_t i = 0; i < row->count; i++) {
        if (is_null(&row->cells[i], null_text, null_length)) row->cells[i] = (dsg_cell){NULL, 0};
    }
}

/* A row with content past the header's last column has a separator too many somewhere: its cells cannot be
 * trusted. */
static size_t first_extra_cell(const dsg_row *row, size_t column_count) {
    for (size_t i = column_count; i < row->count; i++) {
        if (row->cells[i].length > 0) return i;
    }
    return SIZE_MAX;
}

static desig_result apply_rule(dsg_cursor *cursor, size_t column) {
    size_t number = cursor->file->rule_of_column[column];
    const dsg_rule *rule = number == SIZE_MAX ? NULL : &cursor->file->format->rules[number];
    if (!cursor->row->cells[column].text) return DESIG_OK;
    cursor->column = column;
    if (!rule) return dsg_take_fact(cursor, column, DESIG_FACT_OTHER);
    return rule->take ? rule->take(cursor, column, rule->argument) : DESIG_OK;
}

desig_result dsg_row_rules_begin(dsg_cursor *cursor, dsg_row *row) {
    const dsg_file *file = cursor->file;
    size_t extra = first_extra_cell(row, file->column_count);
    cursor->row = row;
    cursor->record = DSG_NO_RECORD;
    cursor->column = SIZE_MAX;
    cursor->searched = 0;
    cursor->group = 0;
    if (row->count < file->required_columns)
        return dsg_keep_raw(cursor, "short-row", row->count,
                            "%zu cells where %zu are needed; the row is kept raw", row->count,
                            file->required_columns);
    if (extra != SIZE_MAX)
        return dsg_keep_raw(cursor, "extra-cells", extra,
                            "%zu cells where the header has %zu; the row is kept raw", row->count,
                            file->column_count);
    if (file->format->null_text) blank_nulls(row, file->format->null_text);
    return file->format->begin_row(cursor);
}

desig_result dsg_row_rules_apply(dsg_cursor *cursor) {
    const dsg_file *file = cursor->file;
    size_t count = cursor->row->count < file->column_count ? cursor->row->count : file->column_count;
    desig_result result = DESIG_OK;
    for (size_t i = 0; result == DESIG_OK && i < count && cursor->record != DSG_NO_RECORD; i++)
        result = apply_rule(cursor, i);
    cursor->column = SIZE_MAX;
    if (result == DESIG_OK && file->format->end_row && cursor->record != DSG_NO_RECORD)
        result = file->format->end_row(cursor);
    return result;
}
