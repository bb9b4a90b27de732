/* The texts of fields: what one or several columns of a row say together. */
#include "csv/formats/mapped/mapped.h"
#include "csv/shared_rules.h"

#include <string.h>

/* What stands between the texts of several columns: parts of a date read together as `20-May-2021` and
 * `2021-05-20` do, programs and measures are several values. */
static const char *joint_of(const dsg_mapped *mapped, const dsg_field *field) {
    switch (field->target) {
    case DSG_COLUMN_ANNOUNCED:
    case DSG_COLUMN_DATE:
    case DSG_COLUMN_BIRTH_DATES:
        return "-";
    case DSG_COLUMN_PROGRAM:
    case DSG_COLUMN_MEASURES:
        return mapped->format.separator;
    default:
        return " ";
    }
}

static desig_result join(dsg_cursor *cursor, const dsg_field *field, dsg_piece *text) {
    const dsg_mapped *mapped = cursor->import->mapped;
    const char *joint = joint_of(mapped, field), *kept;
    dsg_buffer *whole = &cursor->import->scratch;
    desig_result result = DESIG_OK;
    size_t rule;
    whole->length = 0;
    for (rule = field->first_rule; result == DESIG_OK && rule != SIZE_MAX; rule = mapped->next_rule[rule]) {
        dsg_piece piece = dsg_text_of(cursor, rule);
        if (piece.length > 0 && whole->length > 0) result = dsg_buffer_append_text(whole, joint);
        if (result == DESIG_OK) result = dsg_buffer_append(whole, piece.bytes, piece.length);
    }
    if (result == DESIG_OK) result = dsg_keep(cursor, whole->bytes, whole->length, &kept);
    if (result == DESIG_OK) *text = (dsg_piece){kept, whole->length};
    return result;
}

desig_result dsg_mapped_text(dsg_cursor *cursor, const dsg_field *field, dsg_piece *text, size_t *column) {
    const dsg_mapped *mapped = cursor->import->mapped;
    size_t rule, pieces = 0;
    *text = (dsg_piece){field->value, field->value == NULL ? 0 : strlen(field->value)};
    *column = SIZE_MAX;
    for (rule = field->first_rule; rule != SIZE_MAX; rule = mapped->next_rule[rule]) {
        dsg_piece piece = dsg_text_of(cursor, rule);
        if (piece.length == 0 || pieces++ > 0) continue;
        *text = piece;
        *column = dsg_column_of(cursor, rule);
    }
    return pieces > 1 ? join(cursor, field, text) : DESIG_OK;
}
