/* Reading a row by a map: whom it is about, and what its fields say of that party. */
#include "csv/formats/mapped/mapped.h"
#include "csv/shared_rules.h"

/* ---- Whom a row is about ---- */

static desig_result text_of_id(dsg_cursor *cursor, dsg_piece *id, size_t *column) {
    const dsg_mapped *mapped = cursor->import->mapped;
    int field = mapped->actions[0][DSG_COLUMN_ID];
    *id = (dsg_piece){NULL, 0};
    *column = SIZE_MAX;
    return field == DSG_NO_FIELD ? DESIG_OK : dsg_mapped_text(cursor, &mapped->fields[field], id, column);
}

static int has_name(dsg_cursor *cursor) {
    const dsg_mapped *mapped = cursor->import->mapped;
    size_t i, rule;
    for (i = 0; i < mapped->field_count; i++) {
        if (mapped->fields[i].target != DSG_COLUMN_NAME) continue;
        for (rule = mapped->fields[i].first_rule; rule != SIZE_MAX; rule = mapped->next_rule[rule]) {
            if (dsg_text_of(cursor, rule).length > 0) return 1;
        }
    }
    return 0;
}

/* A spreadsheet saves rows that once held something as rows of separators. */
static int is_blank(const dsg_cursor *cursor) {
    size_t i;
    for (i = 0; i < cursor->row->count; i++) {
        if (dsg_text_at(cursor, i).length > 0) return 0;
    }
    return 1;
}

/* A row without an id is a party of its own: it might go with the row above, but nothing says so. */
static desig_result begin_unnumbered(dsg_cursor *cursor, int *is_new) {
    const dsg_mapped *mapped = cursor->import->mapped;
    char digest[DSG_DIGEST_ID];
    dsg_piece id = dsg_digest_of_row(cursor, digest);
    desig_result result = dsg_begin_record(cursor, mapped->map.source, id.bytes, id.length, is_new);
    if (result != DESIG_OK || mapped->actions[0][DSG_COLUMN_ID] == DSG_NO_FIELD) return result;
    return dsg_diagnose(cursor, DESIG_SEVERITY_WARNING, "no-id", dsg_column_of(cursor, 0),
                        "the row has no id; it gets a digest of its cells as one");
}

static desig_result begin_numbered(dsg_cursor *cursor, dsg_piece id, size_t column, int *is_new) {
    const char *text;
    desig_result result =
        dsg_begin_record(cursor, cursor->import->mapped->map.source, id.bytes, id.length, is_new);
    if (result == DESIG_OK) result = dsg_keep_piece(cursor, id, &text);
    return result == DESIG_OK ? dsg_check_number(cursor, column, text) : result;
}

static desig_result check_row(dsg_cursor *cursor, int is_new) {
    desig_result result = DESIG_OK;
    if (cursor->row->count < cursor->file->column_count)
        result = dsg_diagnose(cursor, DESIG_SEVERITY_WARNING, "short-row", cursor->row->count,
                              "%zu cells where there should be %zu; the others are taken for empty",
                              cursor->row->count, cursor->file->column_count);
    if (result == DESIG_OK && is_new && !has_name(cursor))
        result = dsg_diagnose(cursor, DESIG_SEVERITY_WARNING, "no-name", SIZE_MAX,
                              "the first row of this id gives no name");
    return result;
}

desig_result dsg_mapped_begin_row(dsg_cursor *cursor) {
    dsg_piece id;
    size_t column;
    int is_new;
    desig_result result = text_of_id(cursor, &id, &column);
    cursor->record = DSG_NO_RECORD;
    if (result != DESIG_OK || is_blank(cursor)) return result;
    if (id.length == 0 && !has_name(cursor))
        return dsg_keep_raw(cursor, "no-id", SIZE_MAX, "the row has neither id nor name; it is kept raw");
    result = id.length > 0 ? begin_numbered(cursor, id, column, &is_new) : begin_unnumbered(cursor, &is_new);
    if (result == DESIG_OK && !is_new) result = dsg_cursor_only_new(cursor);
    return result == DESIG_OK ? check_row(cursor, is_new) : result;
}

/* ---- What its fields say ---- */

static desig_result add_fact(dsg_cursor *cursor, const dsg_field *field, size_t column, dsg_piece value) {
    desig_fact fact = {.type = (uint8_t)dsg_designation_rules[field->target].argument};
    desig_result result = dsg_keep_piece(cursor, field->word, &fact.label);
    if (result == DESIG_OK) result = dsg_add_value(cursor, column, &fact, value);
    return result == DESIG_OK && field->target == DSG_COLUMN_IDENTIFIERS
               ? dsg_check_number(cursor, column, fact.value)
               : result;
}

/* How good a further name is, nothing says. */
static desig_result add_name(dsg_cursor *cursor, dsg_piece text) {
    int is_first = dsg_cursor_primary(cursor) == NULL;
    return dsg_add_primary(cursor, text, is_first ? DESIG_STRENGTH_STRONG : DESIG_STRENGTH_UNKNOWN);
}

static desig_result add_alias(dsg_cursor *cursor, const dsg_field *field, size_t column, dsg_piece value) {
    (void)column;
    return dsg_add_alias(cursor, value, field->name_type, field->strength);
}

static desig_result add_link(dsg_cursor *cursor, const dsg_field *field, size_t column, dsg_piece value) {
    desig_link link = {.type = "linked-to"};
    desig_result result = DESIG_OK;
    (void)column;
    if (field->word.length > 0) result = dsg_keep_piece(cursor, field->word, &link.type);
    if (result == DESIG_OK) result = dsg_keep_piece(cursor, value, &link.target);
    return result == DESIG_OK ? dsg_add_link(cursor, &link) : result;
}

typedef desig_result (*add_one)(dsg_cursor *cursor, const dsg_field *field, size_t column, dsg_piece value);

static desig_result add_each(dsg_cursor *cursor, const dsg_field *field, size_t column, dsg_piece values,
                             add_one add) {
    desig_result result = DESIG_OK;
    dsg_piece value;
    while (result == DESIG_OK && dsg_value_next(&values, cursor->file->format->separator, &value))
        result = add(cursor, field, column, value);
    return result;
}

static desig_result read_field(dsg_cursor *cursor, const dsg_field *field) {
    dsg_piece text;
    size_t column;
    desig_result result = dsg_mapped_text(cursor, field, &text, &column);
    if (result != DESIG_OK || text.length == 0) return result;
    cursor->column = column;
    switch (field->target) {
    case DSG_COLUMN_KIND:
        return dsg_add_kind(cursor, column, text);
    case DSG_COLUMN_NAME:
        return add_name(cursor, text);
    case DSG_COLUMN_ALIASES:
        return add_each(cursor, field, column, text, add_alias);
    case DSG_COLUMN_LINKS:
        return add_each(cursor, field, column, text, add_link);
    case DSG_COLUMN_REMARKS:
        return add_fact(cursor, field, column, text);
    default:
        return add_each(cursor, field, column, text, add_fact);
    }
}

static int is_of_action(const dsg_field *field) {
    return field->target >= DSG_COLUMN_ACTION && field->target <= DSG_COLUMN_CITATION;
}

desig_result dsg_mapped_end_row(dsg_cursor *cursor) {
    const dsg_mapped *mapped = cursor->import->mapped;
    desig_result result = DESIG_OK;
    size_t i;
    for (i = 0; result == DESIG_OK && i < mapped->field_count; i++) {
        const dsg_field *field = &mapped->fields[i];
        if (field->target != DSG_COLUMN_ID && !is_of_action(field)) result = read_field(cursor, field);
    }
    cursor->column = SIZE_MAX;
    return result == DESIG_OK ? dsg_mapped_read_actions(cursor) : result;
}
