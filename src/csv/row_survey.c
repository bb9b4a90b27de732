#include "csv/row_survey.h"

#include "csv/row_rules.h"
#include "model/list.h"

#include <string.h>

/* ---- The form of files ---- */

desig_result dsg_row_form(const dsg_import *import, const dsg_opened_file *const *files, size_t count,
                          dsg_buffer *form) {
    const desig_read_options *options = import->options;
    const size_t limits[] = {options->max_field_bytes, options->max_row_bytes, options->max_columns,
                             (size_t)options->encoding};
    desig_result result = dsg_buffer_append(form, (const char *)limits, sizeof limits);
    for (size_t i = 0; result == DESIG_OK && i < count; i++) {
        const dsg_file *file = &files[i]->file;
        if (import->mapped || !file->format->rows_stand_alone) {
            form->length = 0;
            return DESIG_OK;
        }
        result = dsg_buffer_append_text(form, file->format->about.name);
        if (result == DESIG_OK) result = dsg_buffer_append(form, &file->delimiter, 1);
        for (size_t column = 0; result == DESIG_OK && column < file->column_count; column++)
            result = dsg_buffer_append(form, file->columns[column], strlen(file->columns[column]) + 1);
        if (result == DESIG_OK) result = dsg_buffer_append(form, "", 1);
    }
    return result;
}

/* ---- The survey ---- */

/* Rows that the filter does not know are begun in an import that is thrown away, to learn whose they are. */
typedef struct survey {
    dsg_import trial;
    desig_list *nowhere;
    desig_read_options options;
    const dsg_row_filter *filter;
    int gave_up;
} survey;

static desig_result open_survey(survey *of, const dsg_import *import, const dsg_format_family *family) {
    of->options = *import->options;
    of->options.strict = 0;
    desig_result result = desig_list_new(import->allocator, &of->nowhere);
    if (result == DESIG_OK) result = dsg_import_open(&of->trial, of->nowhere, &of->options, NULL, NULL);
    return result == DESIG_OK ? dsg_import_begin_family(&of->trial, family) : result;
}

static void close_survey(survey *of) {
    if (!of->nowhere) return;
    dsg_import_close(&of->trial);
    desig_list_free(of->nowhere);
}

static desig_result find_record(survey *of, dsg_opened_file *opened, dsg_cursor *cursor) {
    dsg_row row;
    dsg_defect defect;
    desig_result result = dsg_file_rows_to_utf8(&opened->rows);
    if (result == DESIG_OK)
        result = dsg_file_rows_parse(&opened->rows, opened->file.delimiter, &row, &defect);
    if (result == DESIG_OK) result = dsg_row_rules_begin(cursor, &row);
    of->gave_up = result == DESIG_E_FORMAT || cursor->record == DSG_NO_RECORD || of->trial.rows_depend ||
                  dsg_file_rows_were_converted(&opened->rows);
    return result == DESIG_E_FORMAT ? DESIG_OK : result;
}

static desig_result survey_row(survey *of, dsg_opened_file *opened, dsg_cursor *cursor) {
    const dsg_row_filter *filter = of->filter;
    int known;
    desig_result result =
        filter->meet(filter->context, opened->rows.raw.bytes, opened->rows.raw.length, &known);
    if (result != DESIG_OK || known) return result;
    result = find_record(of, opened, cursor);
    if (result != DESIG_OK || of->gave_up) return result;
    return filter->learn(filter->context, dsg_draft_id(of->trial.draft, cursor->record));
}

static desig_result survey_file(survey *of, dsg_opened_file *opened) {
    const dsg_file_rows start = opened->rows;
    dsg_cursor cursor = dsg_cursor_of(&of->trial, &opened->file);
    desig_result result = DESIG_OK;
    int found = 1;
    of->gave_up = dsg_file_rows_were_converted(&opened->rows);
    opened->rows.import = &of->trial;
    while (result == DESIG_OK && !of->gave_up) {
        result = dsg_file_rows_next(&opened->rows, &found);
        if (result != DESIG_OK || !found) break;
        result = survey_row(of, opened, &cursor);
    }
    dsg_file_rows_go_back(&opened->rows, &start);
    return result;
}

desig_result dsg_row_survey(const dsg_import *import, dsg_opened_file *const *files, size_t count,
                            const dsg_row_filter *filter, int *done) {
    survey of = {.filter = filter};
    desig_result result = open_survey(&of, import, files[0]->file.format->family);
    for (size_t i = 0; result == DESIG_OK && !of.gave_up && i < count; i++)
        result = survey_file(&of, files[i]);
    close_survey(&of);
    *done = !of.gave_up;
    if (result == DESIG_OK && of.gave_up) filter->give_up(filter->context);
    return result;
}
