#include "csv/formats/native/designations_sheet.h"

#include <stdio.h>
#include <string.h>

/* ---- Opening and closing ---- */

void dsg_sheet_open(dsg_sheet *to, dsg_emitter *emitter) {
    *to = (dsg_sheet){.emitter = emitter};
    dsg_part_set_init(&to->written, emitter->allocator);
    for (size_t i = 0; i < DSG_DESIGNATION_COLUMNS; i++)
        dsg_buffer_init(&to->values[i], emitter->allocator, SIZE_MAX / 2);
}

void dsg_sheet_close(dsg_sheet *to) {
    for (size_t i = 0; i < DSG_DESIGNATION_COLUMNS; i++) dsg_buffer_free(&to->values[i]);
    dsg_part_set_free(&to->written);
}

/* ---- What does not fit ---- */

void dsg_lose(dsg_losses *lost, int is_lost, const char *name) {
    size_t used = strlen(lost->names);
    if (is_lost) snprintf(lost->names + used, sizeof lost->names - used, used == 0 ? "%s" : ", %s", name);
}

void dsg_sheet_tell_losses(dsg_sheet *to, enum dsg_part_kind part, const dsg_losses *lost,
                           const char *value) {
    static const char *const words[] = {"a name", "an action", "a link", "a fact", "an assertion"};
    if (lost->names[0] == '\0') return;
    dsg_emit_not_written(to->emitter, to->record->id, NULL, "%s is written without its %s: %s", words[part],
                         lost->names, value ? value : "");
}

void dsg_sheet_tell_no_place(dsg_sheet *to, const char *what, const char *value) {
    dsg_emit_not_written(to->emitter, to->record->id, NULL, "%s has no place: %s", what, value ? value : "");
}

/* ---- Cells ---- */

/* The first failure stands; later calls do no harm. */
static void note(dsg_sheet *to, desig_result result) {
    if (to->failed == DESIG_OK && result != DESIG_OK)
        to->failed = dsg_error_plain(to->emitter->error, result);
}

void dsg_sheet_set(dsg_sheet *to, enum dsg_designation_column column, const char *text) {
    to->row[column] = (dsg_cell){text, text ? strlen(text) : 0};
}

void dsg_sheet_set_date(dsg_sheet *to, enum dsg_designation_column column, const desig_date *date,
                        char text[DESIG_DATE_TEXT]) {
    desig_date_format(date, text);
    dsg_sheet_set(to, column, text[0] == '\0' ? NULL : text);
}

void dsg_sheet_append(dsg_sheet *to, enum dsg_designation_column column, const char *text) {
    note(to, dsg_buffer_append_text(&to->values[column], text));
}

void dsg_sheet_begin_value(dsg_sheet *to, enum dsg_designation_column column) {
    if (to->values[column].length > 0) dsg_sheet_append(to, column, "; ");
}

void dsg_sheet_append_escaped(dsg_sheet *to, enum dsg_designation_column column, const char *text,
                              size_t length, const char *marks) {
    note(to, dsg_piece_escape(text, length, marks, &to->values[column]));
}

void dsg_sheet_add(dsg_sheet *to, enum dsg_designation_column column, const char *text, size_t length) {
    dsg_sheet_begin_value(to, column);
    dsg_sheet_append_escaped(to, column, text, length, "");
}

void dsg_sheet_add_composed(dsg_sheet *to, enum dsg_designation_column column, const char *head,
                            const char *tail, const char *brackets) {
    dsg_sheet_begin_value(to, column);
    if (head) {
        dsg_sheet_append_escaped(to, column, head, strlen(head), "=");
        dsg_sheet_append(to, column, "=");
    }
    dsg_sheet_append_escaped(to, column, tail, strlen(tail), head ? "()" : "=()");
    if (!brackets) return;
    dsg_sheet_append(to, column, " (");
    dsg_sheet_append_escaped(to, column, brackets, strlen(brackets), "()");
    dsg_sheet_append(to, column, ")");
}

void dsg_sheet_begin_row(dsg_sheet *to) {
    memset(to->row, 0, sizeof to->row);
    for (size_t i = 0; i < DSG_DESIGNATION_COLUMNS; i++) to->values[i].length = 0;
    dsg_sheet_set(to, DSG_COLUMN_ID, to->record->id);
}

void dsg_sheet_end_row(dsg_sheet *to) {
    if (to->failed != DESIG_OK) return;
    for (size_t i = 0; i < DSG_DESIGNATION_COLUMNS; i++) {
        const dsg_buffer *values = &to->values[i];
        if (values->length > 0)
            dsg_emit_cell_bytes(to->emitter, values->bytes, values->length);
        else
            dsg_emit_cell_bytes(to->emitter, to->row[i].text, to->row[i].length);
    }
    to->failed = dsg_emit_row(to->emitter);
}

int dsg_sheet_takes(dsg_sheet *to, enum dsg_part_kind part, const void *content, const char *value) {
    if (part != DSG_PART_ACTION && dsg_part_is_derived(part, content)) {
        dsg_sheet_tell_no_place(to, "what is derived", value);
        return 0;
    }
    if (dsg_part_set_has(&to->written, to->number, part, content)) {
        dsg_sheet_tell_no_place(to, "a repetition", value);
        return 0;
    }
    note(to, dsg_part_set_add(&to->written, to->number, part, content));
    return 1;
}
