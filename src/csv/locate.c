#include "csv/locate.h"

#include "base/ascii.h"
#include "model/date.h"

#include <stddef.h>
#include <string.h>

enum {
    SEARCHES = 64,                  /* through a row however long, */
    SEARCHED_AT_LEAST = 1024 * 1024 /* or as many as look at this many bytes */
};

/* ---- Which cell ---- */

/* Bytes past ASCII are taken for letters. */
static int is_of_word(char c) {
    return dsg_is_letter(c) || dsg_is_digit(c) || (c & 0x80) != 0;
}

/* Whether the longer text has the shorter one, with no letter or digit right before or behind it. */
static int contains(const char *longer, const char *shorter, size_t length) {
    const char *at = longer;
    if (length == 0) return 0;
    for (; (at = strstr(at, shorter)) != NULL; at++) {
        if ((at == longer || !is_of_word(at[-1])) && !is_of_word(at[length])) return 1;
    }
    return 0;
}

/* The cell that is the text, else, of cells that make it up together (a name of which each word has a
 * column), the longest one, else the first cell that contains it. SIZE_MAX if there is none. The record's id
 * says of whom the row is, not what it says of them. */
static size_t find_text(const dsg_cursor *cursor, const char *text) {
    const dsg_row *row = cursor->row;
    const char *id = dsg_draft_id(cursor->import->draft, cursor->record);
    size_t length = strlen(text), containing = SIZE_MAX, piece = SIZE_MAX, piece_length = 0, covered = 0;
    for (size_t i = 0; i < row->count; i++) {
        const dsg_cell *cell = &row->cells[i];
        if (!cell->text || strcmp(cell->text, id) == 0) continue;
        if (cell->length == length && memcmp(cell->text, text, length) == 0) return i;
        if (cell->length > length && containing == SIZE_MAX && contains(cell->text, text, length))
            containing = i;
        if (cell->length >= length || !contains(text, cell->text, cell->length)) continue;
        covered += cell->length + 1;
        if (cell->length <= piece_length) continue;
        piece = i;
        piece_length = cell->length;
    }
    return covered > length ? piece : containing;
}

static int is_same(const desig_date *a, const desig_date *b) {
    return a->first == b->first && a->last == b->last && a->first_precision == b->first_precision &&
           a->last_precision == b->last_precision;
}

static size_t find_date(const dsg_cursor *cursor, const desig_date *date) {
    const dsg_row *row = cursor->row;
    for (size_t i = 0; i < row->count; i++) {
        desig_date read;
        if (!row->cells[i].text || row->cells[i].length >= DESIG_DATE_TEXT) continue;
        if (desig_date_parse(row->cells[i].text, cursor->file->format->dates, &read) == DESIG_OK &&
            is_same(&read, date))
            return i;
    }
    return SIZE_MAX;
}

/* A row of a hundred thousand values would be looked through as often: then the line must do. */
static int may_search(dsg_cursor *cursor) {
    size_t length = cursor->row->raw_length;
    cursor->searched += length;
    return cursor->searched <= SEARCHED_AT_LEAST || cursor->searched / SEARCHES <= length;
}

/* ---- Telling ---- */

static void tell(dsg_cursor *cursor, desig_place *place, size_t column) {
    place->size = sizeof *place;
    place->file = cursor->file->name;
    place->id = dsg_draft_id(cursor->import->draft, cursor->record);
    place->field = column < cursor->file->column_count ? cursor->file->columns[column] : NULL;
    place->line = cursor->row->line;
    place->column = 1;
    if (column != SIZE_MAX) dsg_row_place(cursor->row, column, &place->line, &place->column);
    cursor->import->callbacks.place(cursor->import->callbacks.context, place);
}

void dsg_place_record(dsg_cursor *cursor) {
    desig_place place = {.part = DESIG_PART_RECORD};
    if (!cursor->row) return;
    place.text = dsg_draft_id(cursor->import->draft, cursor->record);
    tell(cursor, &place, SIZE_MAX);
}

/* The cell is known, or it is looked for. */
static void tell_text(dsg_cursor *cursor, desig_place *place, const char *text) {
    size_t column = cursor->column;
    if (!text) return;
    if (column == SIZE_MAX && may_search(cursor)) column = find_text(cursor, text);
    place->text = text;
    tell(cursor, place, column);
}

static void tell_date(dsg_cursor *cursor, desig_place *place, const desig_date *date) {
    size_t column = cursor->column;
    char day[DESIG_DATE_TEXT];
    if (!dsg_date_is_known(date)) return;
    if (column == SIZE_MAX && may_search(cursor)) column = find_date(cursor, date);
    place->text = desig_date_format(date, day);
    tell(cursor, place, column);
}

void dsg_place_part(dsg_cursor *cursor, enum dsg_part_kind part, const void *content) {
    const dsg_part_form *form = &dsg_part_forms[part];
    desig_place place = {.part = (desig_part)part, .type = ((const uint8_t *)content)[form->type]};
    if (!cursor->row) return;
    for (size_t i = 0; i < form->field_count; i++) {
        const dsg_part_field *field = &form->fields[i];
        if (!(field->flags & DSG_FIELD_LOCATED)) continue;
        if (field->form == DSG_FIELD_DATE)
            tell_date(cursor, &place, dsg_field_date(field, content));
        else
            tell_text(cursor, &place, dsg_field_text(field, content));
    }
}
