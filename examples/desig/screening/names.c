#include "screening/names.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "io/args.h"

static const char *const words[NAMES_FIELDS] = {"name",       "born", "nationality",
                                                "identifier", "kind", "reference"};

/* What to say of a cell that is no text, by field. */
#define NO_TEXT(field) "the " field " is not UTF-8, or holds a NUL"
static const char *const no_text[NAMES_FIELDS] = {
    NO_TEXT("name"),       NO_TEXT("birth date"), NO_TEXT("nationality"),
    NO_TEXT("identifier"), NO_TEXT("kind"),       NO_TEXT("reference"),
};

const char *names_field_word(names_field field) {
    return words[field];
}

/* ---- Columns ---- */

/* The field whose word and `=` the text begins with, NAMES_FIELDS if there is none. */
static int field_at(const char *text) {
    int field = 0;
    for (; field < NAMES_FIELDS; field++) {
        size_t length = strlen(words[field]);
        if (strncmp(text, words[field], length) == 0 && text[length] == '=') break;
    }
    return field;
}

/* A column's name may hold a comma: it ends before one behind which a field is named. */
static size_t column_length(const char *text) {
    const char *comma = strchr(text, ',');
    while (comma && field_at(comma + 1) == NAMES_FIELDS) comma = strchr(comma + 1, ',');
    return comma ? (size_t)(comma - text) : strlen(text);
}

const char *take_columns(const char *value, void *into) {
    name_columns *columns = into;
    for (const char *at = value;;) {
        int field = field_at(at);
        if (field == NAMES_FIELDS)
            return "must be written name=COLUMN,born=COLUMN, ... (name, born, nationality, identifier, kind, "
                   "reference)";
        at += strlen(words[field]) + 1;
        size_t length = column_length(at);
        if (length == 0) return "names a column by nothing";
        if (columns->names[field]) return "names two columns for one thing";
        columns->names[field] = out_copy(at, length);
        at += length;
        if (*at == '\0') return NULL;
        at++;
    }
}

void columns_free(name_columns *columns) {
    for (int i = 0; i < NAMES_FIELDS; i++) free(columns->names[i]);
}

static int find_columns(names_file *file, const name_columns *columns) {
    for (int i = 0; i < NAMES_FIELDS; i++) {
        const char *name = columns->names[i] ? columns->names[i] : words[i];
        file->columns[i] = sheet_column(&file->sheet, name);
        if (file->columns[i] < NO_COLUMN) return EXIT_ERROR;
        if (file->columns[i] == NO_COLUMN && (columns->names[i] || i == NAMES_NAME))
            return sheet_lacks(&file->sheet, name, "say which one is meant: --columns name=COLUMN,...");
    }
    return 0;
}

/* ---- Rows ---- */

int names_open(names_file *file, const char *path, char delimiter, const name_columns *columns,
               void (*tap)(void *context, const void *bytes, size_t length), void *tap_context) {
    int status = sheet_open(&file->sheet, path, delimiter, tap, tap_context);
    return status == 0 ? find_columns(file, columns) : status;
}

void names_close(names_file *file) {
    sheet_close(&file->sheet);
}

/* Copy what is told of the party. The batch's text moves as it grows: offsets, for the moment. */
static void copy_row(const names_file *file, names_batch *batch, size_t offsets[NAMES_FIELDS]) {
    names_row *row = &batch->rows[batch->count++];
    for (int i = 0; i < NAMES_FIELDS; i++) {
        const desig_csv_cell *cell = sheet_cell(&file->sheet, file->columns[i]);
        offsets[i] = cell && cell->length > 0 ? batch->text.length : SIZE_MAX;
        if (offsets[i] == SIZE_MAX) continue;
        out_add(&batch->text, cell->text, cell->length + 1);
        if (cell->damaged && !row->place.defect) row->place.defect = no_text[i];
    }
}

int names_read(names_file *file, names_batch *batch) {
    size_t offsets[BATCH_ROWS][NAMES_FIELDS];
    int more = 1;
    batch->count = 0;
    batch->text.length = 0;
    while (batch->count < BATCH_ROWS && batch->text.length < BATCH_BYTES) {
        more = sheet_next(&file->sheet, &batch->rows[batch->count].place);
        if (more <= 0) break;
        copy_row(file, batch, offsets[batch->count]);
    }
    for (size_t r = 0; r < batch->count; r++)
        for (int i = 0; i < NAMES_FIELDS; i++)
            batch->rows[r].texts[i] = offsets[r][i] == SIZE_MAX ? NULL : batch->text.text + offsets[r][i];
    return more < 0 ? -1 : batch->count > 0;
}
