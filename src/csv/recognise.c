#include "csv/recognise.h"

#include "base/ascii.h"
#include "base/memory.h"
#include "csv/formats/mapped.h"
#include "csv/preamble.h"

#include <stdio.h>
#include <string.h>

static const char delimiters[] = {',', ';', '\t', '|'};

/* Spreadsheets and people leave spaces around column names. */
static int is_column(const dsg_cell *cell, const char *name) {
    const char *text = cell->text;
    size_t i, length = cell->length;
    while (length > 0 && dsg_is_space(text[0])) {
        text++;
        length--;
    }
    while (length > 0 && dsg_is_space(text[length - 1])) length--;
    if (strlen(name) != length) return 0;
    for (i = 0; i < length; i++) {
        if (dsg_lower(text[i]) != dsg_lower(name[i])) return 0;
    }
    return 1;
}

static size_t find_column(const dsg_row *row, const char *name, size_t from) {
    size_t i;
    for (i = from; i < row->count; i++) {
        if (is_column(&row->cells[i], name)) return i;
    }
    return SIZE_MAX;
}

static int is_header_of(const dsg_format *format, const dsg_row *row) {
    size_t i;
    for (i = 0; i < format->required; i++) {
        if (find_column(row, format->rules[i].column, 0) == SIZE_MAX) return 0;
    }
    return 1;
}

/* ---- The columns of a file ---- */

static desig_result make_room(dsg_file *file, const dsg_format *format, size_t column_count,
                              const desig_allocator *allocator) {
    file->format = format;
    file->column_of_rule = dsg_alloc(allocator, format->rule_count * sizeof *file->column_of_rule);
    file->column_count = column_count;
    file->columns = dsg_alloc(allocator, column_count * sizeof *file->columns);
    file->rule_of_column = dsg_alloc(allocator, column_count * sizeof *file->rule_of_column);
    return file->column_of_rule != NULL && file->columns != NULL && file->rule_of_column != NULL
               ? DESIG_OK
               : DESIG_E_NOMEM;
}

static void require_columns(dsg_file *file) {
    size_t rule;
    for (rule = 0; rule < file->format->required; rule++) {
        if (file->column_of_rule[rule] >= file->required_columns)
            file->required_columns = file->column_of_rule[rule] + 1;
    }
}

/* A column that no rule names is kept, as a fact of each row; say so once. */
static desig_result report_unknown_columns(const dsg_file *file, const dsg_row *row, dsg_reading *reading) {
    desig_result result = DESIG_OK;
    dsg_row walked = *row;
    size_t i;
    for (i = 0; result == DESIG_OK && i < file->column_count; i++) {
        char whole[DESIG_ERROR_MESSAGE * 2], message[DESIG_ERROR_MESSAGE];
        uint64_t line;
        uint32_t column;
        if (file->rule_of_column[i] != SIZE_MAX) continue;
        dsg_row_place(&walked, i, &line, &column);
        snprintf(whole, sizeof whole, "%s has no column of this name; its cells are kept as facts: %s",
                 file->format->about.name, file->columns[i]);
        dsg_text_copy(message, sizeof message, whole);
        result = dsg_diagnose_at(reading, DESIG_SEVERITY_NOTE, "unknown-column", line, column, message);
    }
    return result;
}

/* Of two rules with one name the second is that of the second such column. */
static size_t column_of_rule(const dsg_file *file, const dsg_format *format, const dsg_row *row,
                             size_t rule) {
    const char *name = format->rules[rule].column;
    size_t from = 0, i;
    if (name == NULL) return SIZE_MAX;
    for (i = 0; i < rule; i++) {
        const char *other = format->rules[i].column;
        if (other == NULL || !dsg_equal_nocase(name, other)) continue;
        if (file->column_of_rule[i] == SIZE_MAX) return SIZE_MAX;
        from = file->column_of_rule[i] + 1;
    }
    return find_column(row, name, from);
}

/* In a map a column may be given by its number, and may say several things. */
static size_t column_of_mapped(const dsg_row *row, const dsg_rule *rule) {
    if (rule->column != NULL) return find_column(row, rule->column, 0);
    return (size_t)rule->argument <= row->count ? (size_t)rule->argument - 1 : SIZE_MAX;
}

/* Where the row is no header, columns have numbers. */
static desig_result keep_column_name(dsg_file *file, const dsg_row *row, size_t i, dsg_reading *reading) {
    const dsg_cell *cell = &row->cells[i];
    char number[32];
    if (!file->raw_is_pending)
        return dsg_keep(reading, cell->text == NULL ? "" : cell->text, cell->length, &file->columns[i]);
    snprintf(number, sizeof number, "#%zu", i + 1);
    return dsg_keep(reading, number, strlen(number), &file->columns[i]);
}

static desig_result take_header(dsg_file *file, const dsg_format *format, const dsg_row *row,
                                dsg_reading *reading) {
    desig_result result = make_room(file, format, row->count, reading->allocator);
    size_t i;
    for (i = 0; result == DESIG_OK && i < row->count; i++) {
        file->rule_of_column[i] = SIZE_MAX;
        result = keep_column_name(file, row, i, reading);
    }
    for (i = 0; result == DESIG_OK && i < format->rule_count; i++) {
        file->column_of_rule[i] = reading->mapped != NULL ? column_of_mapped(row, &format->rules[i])
                                                          : column_of_rule(file, format, row, i);
        if (file->column_of_rule[i] != SIZE_MAX) file->rule_of_column[file->column_of_rule[i]] = i;
    }
    if (result != DESIG_OK) return result;
    require_columns(file);
    return report_unknown_columns(file, row, reading);
}

static desig_result take_rules_as_columns(dsg_file *file, const dsg_format *format,
                                          const desig_allocator *allocator) {
    desig_result result = make_room(file, format, format->rule_count, allocator);
    size_t i;
    if (result != DESIG_OK) return result;
    for (i = 0; i < format->rule_count; i++) {
        file->columns[i] = format->rules[i].column;
        file->rule_of_column[i] = i;
        file->column_of_rule[i] = i;
    }
    file->raw_is_pending = 1;
    require_columns(file);
    return DESIG_OK;
}

/* ---- Recognising ---- */

static int may_be(const dsg_file *file, const dsg_format *format, const dsg_reading *reading,
                  char delimiter) {
    const char *wanted = reading->options->format;
    if (!format->about.readable) return 0;
    if (file->announced != NULL && file->announced != format) return 0;
    if (wanted != NULL && strcmp(wanted, format->about.name) != 0) return 0;
    return format->delimiter == 0 || format->delimiter == delimiter || reading->options->delimiter != 0;
}

static desig_result take_preamble(dsg_file *file, const dsg_format *format, const char *date,
                                  dsg_reading *reading) {
    file->announced = format;
    if (desig_date_parse(date, format->dates, &reading->as_of) == DESIG_OK) return DESIG_OK;
    return dsg_diagnose_at(reading, DESIG_SEVERITY_WARNING, "unread-date", file->raw.line, 1,
                           "cannot read the date above the header; the list's day is not taken from it");
}

/* Try every format on a first row that was parsed with one delimiter. */
static desig_result try_formats(dsg_file *file, const dsg_row *row, dsg_reading *reading) {
    const dsg_format *format;
    size_t i;
    for (i = 0; (format = dsg_format_at(i)) != NULL; i++) {
        const char *date;
        if (!may_be(file, format, reading, row->delimiter)) continue;
        file->delimiter = row->delimiter;
        if (is_header_of(format, row)) return take_header(file, format, row, reading);
        if (format->headerless && format->recognise(row))
            return take_rules_as_columns(file, format, reading->allocator);
        if (file->announced == NULL && dsg_preamble_is(format, row, &date))
            return take_preamble(file, format, date, reading);
    }
    return DESIG_OK;
}

/* A file that its caller says is of a headerless format is believed, even if its first row is damaged. */
static desig_result believe_caller(dsg_file *file, dsg_reading *reading) {
    const char *wanted = reading->options->format;
    const dsg_format *format = wanted == NULL ? NULL : dsg_format_named(wanted);
    if (wanted != NULL && format == NULL)
        return dsg_error_set(reading->error, DESIG_E_ARGUMENT, "no format is called %s", wanted);
    if (file->announced != NULL)
        return dsg_error_set(reading->error, DESIG_E_FORMAT,
                             "the row below the publisher's line lacks columns that %s needs, such as %s",
                             file->announced->about.name, file->announced->rules[0].column);
    if (format != NULL && format->headerless) {
        file->delimiter = reading->options->delimiter != 0 ? reading->options->delimiter : format->delimiter;
        return take_rules_as_columns(file, format, reading->allocator);
    }
    if (format != NULL)
        return dsg_error_set(reading->error, DESIG_E_FORMAT,
                             "the first row lacks columns that %s needs, such as %s", format->about.name,
                             format->rules[0].column);
    return dsg_error_set(reading->error, DESIG_E_FORMAT, "the first row is that of no known format");
}

/* ---- By a map ---- */

static desig_result refuse_map(const dsg_file *file, const dsg_rule *missing, size_t cells,
                               dsg_reading *reading) {
    char column[DESIG_ERROR_FIELD];
    if (missing->column != NULL)
        dsg_text_copy(column, sizeof column, missing->column);
    else
        snprintf(column, sizeof column, "#%d", missing->argument);
    dsg_error_set(reading->error, DESIG_E_FORMAT,
                  cells == 1 ? "no column \"%s\" here; is this the delimiter, and is this line the header?"
                             : "no column \"%s\" here, in the line that should be the header",
                  column);
    dsg_error_place(reading->error, file->raw.line, 1);
    return DESIG_E_FORMAT;
}

static desig_result pass_over(const dsg_file *file, dsg_reading *reading) {
    char whole[DESIG_ERROR_MESSAGE * 2], message[DESIG_ERROR_MESSAGE];
    int length = file->raw.length < DESIG_ERROR_MESSAGE ? (int)file->raw.length : DESIG_ERROR_MESSAGE;
    snprintf(whole, sizeof whole, "passed over, as it stands above the header: %.*s", length,
             file->raw.bytes);
    dsg_text_copy(message, sizeof message, whole);
    return dsg_diagnose_at(reading, DESIG_SEVERITY_NOTE, "above-header", file->raw.line, 1, message);
}

/* The delimiter is the first under which all mapped columns are there. If there is none, what is missing is
 * told for the one that gives most cells. */
static desig_result recognise_by_map(dsg_file *file, dsg_reading *reading, dsg_reader *reader) {
    const dsg_format *format = &reading->mapped->format;
    char wanted = reading->options->delimiter;
    size_t i, most = 0, lacking = 0;
    for (i = 0; i < (wanted != 0 ? 1 : sizeof delimiters); i++) {
        dsg_defect defect;
        dsg_row row = {.line = file->raw.line};
        size_t missing = 0;
        desig_result result = dsg_reader_parse(reader, file->raw.bytes, file->raw.length,
                                               wanted != 0 ? wanted : delimiters[i], &row, &defect);
        if (result == DESIG_E_FORMAT) continue;
        if (result != DESIG_OK) return result;
        while (missing < format->rule_count && column_of_mapped(&row, &format->rules[missing]) != SIZE_MAX)
            missing++;
        if (missing == format->rule_count) {
            file->delimiter = row.delimiter;
            file->raw_is_pending = reading->mapped->map.headerless;
            return take_header(file, format, &row, reading);
        }
        if (row.count <= most) continue;
        most = row.count;
        lacking = missing;
    }
    return refuse_map(file, &format->rules[lacking], most, reading);
}

desig_result dsg_recognise(dsg_file *file, dsg_reading *reading, dsg_reader *reader) {
    const dsg_format *announced = file->announced;
    desig_result result = DESIG_OK;
    size_t i;
    if (reading->mapped != NULL)
        return file->raw.line < reading->mapped->map.header_line ? pass_over(file, reading)
                                                                 : recognise_by_map(file, reading, reader);
    for (i = 0; result == DESIG_OK && i < sizeof delimiters; i++) {
        char wanted = reading->options->delimiter;
        dsg_defect defect;
        dsg_row row = {.line = file->raw.line};
        if (wanted != 0 && i > 0) break;
        result = dsg_reader_parse(reader, file->raw.bytes, file->raw.length,
                                  wanted != 0 ? wanted : delimiters[i], &row, &defect);
        if (result == DESIG_OK) result = try_formats(file, &row, reading);
        if (result == DESIG_E_FORMAT) result = DESIG_OK;
        if (file->format != NULL || file->announced != announced) break;
    }
    if (result != DESIG_OK || file->format != NULL || file->announced != announced) return result;
    result = believe_caller(file, reading);
    if (result == DESIG_E_FORMAT) dsg_error_place(reading->error, file->raw.line, 1);
    return result;
}
