/* The texts of fields: what one or several columns of a row say together. */
#include "base/ascii.h"
#include "csv/formats/mapped/mapped.h"
#include "csv/shared_rules.h"

#include <string.h>

/* ---- What of a cell counts ---- */

static dsg_piece before_space(dsg_piece cell) {
    size_t length = 0;
    while (length < cell.length && !dsg_is_space(cell.bytes[length])) length++;
    return (dsg_piece){cell.bytes, length};
}

/* The whole cell where it begins with no digit. */
static dsg_piece digits(dsg_piece cell) {
    size_t length = 0;
    while (length < cell.length && dsg_is_digit(cell.bytes[length])) length++;
    return length > 0 ? (dsg_piece){cell.bytes, length} : cell;
}

/* The whole cell where it is nothing but letters. */
static dsg_piece stem(dsg_piece cell) {
    dsg_piece rest = cell;
    while (rest.length > 0 && dsg_is_letter(rest.bytes[rest.length - 1])) rest.length--;
    rest = dsg_piece_trim(rest);
    return rest.length > 0 ? rest : cell;
}

/* The column's name, of which a record says what its cell affirms. */
static dsg_piece answer(const dsg_cursor *cursor, size_t rule, dsg_piece cell) {
    const dsg_mapped *mapped = cursor->import->mapped;
    int exact;
    if (dsg_map_word_value(mapped->words, mapped->word_count, cell, DSG_SENSE_ANSWER, &exact) != 1)
        return (dsg_piece){NULL, 0};
    const char *name = cursor->file->columns[dsg_column_of(cursor, rule)];
    return dsg_piece_trim((dsg_piece){name, strlen(name)});
}

static dsg_piece piece_of(const dsg_cursor *cursor, size_t rule) {
    const dsg_piece cell = dsg_text_of(cursor, rule);
    if (rule == cursor->import->mapped->title_rule)
        return ((const dsg_mapped_state *)cursor->import->state)->title;
    if (cell.length == 0) return cell;
    switch (cursor->import->mapped->rules_more[rule].role) {
    case DSG_ROLE_DIGITS:
        return digits(cell);
    case DSG_ROLE_STEM:
        return stem(cell);
    case DSG_ROLE_FIRST:
        return before_space(cell);
    case DSG_ROLE_ANSWER:
        return answer(cursor, rule, cell);
    default:
        return cell;
    }
}

/* ---- Several cells ---- */

/* What stands between the texts of several columns: parts of a date read together as `20-May-2021` and
 * `2021-05-20` do, programs and measures are several values. */
static const char *joint_of(const dsg_mapped *mapped, const dsg_field *field) {
    switch (field->target.column) {
    case DSG_COLUMN_ANNOUNCED:
    case DSG_COLUMN_DATE:
    case DSG_COLUMN_BIRTH_DATES:
        return "-";
    case DSG_COLUMN_LIST:
    case DSG_COLUMN_PROGRAM:
    case DSG_COLUMN_MEASURES:
        return mapped->format.separator;
    default:
        return " ";
    }
}

static desig_result append(dsg_buffer *whole, dsg_piece piece, const char *joint) {
    desig_result result = DESIG_OK;
    if (piece.length > 0 && whole->length > 0) result = dsg_buffer_append_text(whole, joint);
    return result == DESIG_OK ? dsg_buffer_append(whole, piece.bytes, piece.length) : result;
}

/* Append the given names, or all but them. */
static desig_result append_all(dsg_cursor *cursor, const dsg_field *field, int given, dsg_buffer *whole) {
    const dsg_mapped *mapped = cursor->import->mapped;
    const char *joint = joint_of(mapped, field);
    desig_result result = DESIG_OK;
    int first = 1;
    for (size_t rule = field->first_rule; result == DESIG_OK && rule != SIZE_MAX;
         rule = mapped->rules_more[rule].next) {
        if ((mapped->rules_more[rule].role == DSG_ROLE_GIVEN) != given) continue;
        const dsg_piece piece = piece_of(cursor, rule);
        if (piece.length == 0) continue;
        result = append(whole, piece, given && first ? ", " : joint);
        first = 0;
    }
    return result;
}

/* `Family, Given`, as lists write a name whose parts they know. */
static desig_result join(dsg_cursor *cursor, const dsg_field *field, dsg_piece *text) {
    dsg_buffer *whole = &cursor->import->scratch;
    const char *kept;
    whole->length = 0;
    desig_result result = append_all(cursor, field, 0, whole);
    if (result == DESIG_OK) result = append_all(cursor, field, 1, whole);
    if (result == DESIG_OK) result = dsg_keep(cursor, whole->bytes, whole->length, &kept);
    if (result == DESIG_OK) *text = (dsg_piece){kept, whole->length};
    return result;
}

/* ---- Fields ---- */

desig_result dsg_mapped_text(dsg_cursor *cursor, const dsg_field *field, dsg_piece *text, size_t *column) {
    const dsg_mapped *mapped = cursor->import->mapped;
    size_t pieces = 0;
    *text = (dsg_piece){field->value, field->value ? strlen(field->value) : 0};
    *column = SIZE_MAX;
    for (size_t rule = field->first_rule; rule != SIZE_MAX; rule = mapped->rules_more[rule].next) {
        const dsg_piece piece = piece_of(cursor, rule);
        if (piece.length == 0 || pieces++ > 0) continue;
        *text = piece;
        *column = dsg_column_of(cursor, rule);
    }
    return pieces > 1 ? join(cursor, field, text) : DESIG_OK;
}

desig_result dsg_mapped_text_of(dsg_cursor *cursor, int action, int column, dsg_piece *text, size_t *at) {
    const dsg_mapped *mapped = cursor->import->mapped;
    const int field = mapped->places[1 + action][column];
    *text = (dsg_piece){NULL, 0};
    *at = SIZE_MAX;
    return field == DSG_NO_FIELD ? DESIG_OK : dsg_mapped_text(cursor, &mapped->fields[field], text, at);
}

desig_result dsg_mapped_keep_as_fact(dsg_cursor *cursor, size_t column, dsg_piece text) {
    desig_fact fact = {.type = DESIG_FACT_OTHER};
    if (text.length == 0 || column == SIZE_MAX) return DESIG_OK;
    return dsg_add_value(cursor, column, &fact, text);
}
