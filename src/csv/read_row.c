#include "csv/read_row.h"

#include <string.h>

void dsg_begin_file(dsg_reading *reading, const dsg_file *file) {
    reading->format = file->format;
    reading->file = file->name;
    reading->columns = file->columns;
    reading->column_count = file->column_count;
    reading->column_of_rule = file->column_of_rule;
}

/* The publisher's word for null, with or without spaces behind it (OFAC writes `-0- `). */
static int is_null(const dsg_cell *cell, const char *null_text, size_t null_length) {
    size_t i;
    if (cell->text == NULL || cell->text[0] != null_text[0]) return 0;
    if (cell->length < null_length || memcmp(cell->text, null_text, null_length) != 0) return 0;
    for (i = null_length; i < cell->length; i++) {
        if (cell->text[i] != ' ') return 0;
    }
    return 1;
}

static void blank_nulls(dsg_row *row, const char *null_text) {
    size_t null_length = strlen(null_text), i;
    for (i = 0; i < row->count; i++) {
        if (is_null(&row->cells[i], null_text, null_length)) row->cells[i] = (dsg_cell){NULL, 0};
    }
}

/* A row with content past the header's last column has a separator too many somewhere: its cells cannot be
 * trusted. */
static size_t first_extra_cell(const dsg_row *row, size_t column_count) {
    size_t i;
    for (i = column_count; i < row->count; i++) {
        if (row->cells[i].length > 0) return i;
    }
    return SIZE_MAX;
}

static desig_result apply_rules(dsg_reading *reading, const dsg_file *file) {
    const dsg_row *row = reading->row;
    size_t count = row->count < file->column_count ? row->count : file->column_count;
    desig_result result = DESIG_OK;
    size_t i;
    for (i = 0; result == DESIG_OK && i < count && reading->record != DSG_NO_RECORD; i++) {
        size_t number = file->rule_of_column[i];
        const dsg_rule *rule = number == SIZE_MAX ? NULL : &file->format->rules[number];
        if (row->cells[i].text == NULL) continue;
        reading->column = i;
        if (rule == NULL)
            result = dsg_take_fact(reading, i, DESIG_FACT_OTHER);
        else if (rule->take != NULL)
            result = rule->take(reading, i, rule->argument);
    }
    reading->column = SIZE_MAX;
    return result;
}

desig_result dsg_read_row(dsg_reading *reading, const dsg_file *file, dsg_row *row) {
    size_t extra = first_extra_cell(row, file->column_count);
    desig_result result;
    reading->row = row;
    reading->searched = 0;
    reading->group = 0;
    if (row->count < file->required_columns)
        return dsg_keep_raw(reading, "short-row", row->count,
                            "%zu cells where %zu are needed; the row is kept raw", row->count,
                            file->required_columns);
    if (extra != SIZE_MAX)
        return dsg_keep_raw(reading, "extra-cells", extra,
                            "%zu cells where the header has %zu; the row is kept raw", row->count,
                            file->column_count);
    if (file->format->null_text != NULL) blank_nulls(row, file->format->null_text);
    result = file->format->begin_row(reading);
    if (result == DESIG_OK) result = apply_rules(reading, file);
    if (result == DESIG_OK && file->format->end_row != NULL && reading->record != DSG_NO_RECORD)
        result = file->format->end_row(reading);
    return result;
}
