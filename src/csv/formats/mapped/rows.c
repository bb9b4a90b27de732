/* Reading a row by a map: whom it is about, and what its fields say of that party. */
#include "csv/formats/mapped/mapped.h"
#include "csv/shared_rules.h"

/* ---- Whom a row is about ---- */

/* Whether the row has a text for a target. */
static int says(const dsg_cursor *cursor, int target) {
    const dsg_mapped *mapped = cursor->import->mapped;
    for (size_t i = 0; i < mapped->field_count; i++) {
        if (mapped->fields[i].target.column != target) continue;
        for (size_t rule = mapped->fields[i].first_rule; rule != SIZE_MAX;
             rule = mapped->rules_more[rule].next)
            if (dsg_text_of(cursor, rule).length > 0) return 1;
    }
    return 0;
}

/* A spreadsheet saves rows that once held something as rows of separators. */
static int is_blank(const dsg_cursor *cursor) {
    for (size_t i = 0; i < cursor->row->count; i++)
        if (dsg_text_at(cursor, i).length > 0) return 0;
    return 1;
}

/* A row without an id is a party of its own: it might go with the row above, but nothing says so. */
static desig_result begin_unnumbered(dsg_cursor *cursor, int *is_new) {
    const dsg_mapped *mapped = cursor->import->mapped;
    char digest[DSG_DIGEST_ID];
    dsg_piece id = dsg_digest_of_row(cursor, digest);
    desig_result result = dsg_begin_record(cursor, mapped->map.source, id.bytes, id.length, is_new);
    if (result != DESIG_OK || mapped->places[0][DSG_COLUMN_ID] == DSG_NO_FIELD) return result;
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
    if (result == DESIG_OK && is_new && !says(cursor, DSG_COLUMN_NAME) &&
        !says(cursor, DSG_COLUMN_IDENTIFIERS))
        result = dsg_diagnose(cursor, DESIG_SEVERITY_WARNING, "no-name", SIZE_MAX,
                              "the first row of this id gives no name");
    return result;
}

/* ---- Titles of the rows below ---- */

/* Whether the cell of the map's column for titles is the only text of the row. */
static int is_title(const dsg_cursor *cursor) {
    const size_t title = cursor->import->mapped->title_rule;
    if (title == SIZE_MAX || dsg_text_of(cursor, title).length == 0) return 0;
    for (size_t i = 0; i < cursor->row->count; i++)
        if (i != dsg_column_of(cursor, title) && dsg_text_at(cursor, i).length > 0) return 0;
    return 1;
}

static desig_result take_title(dsg_cursor *cursor) {
    const size_t rule = cursor->import->mapped->title_rule;
    dsg_mapped_state *state = cursor->import->state;
    const dsg_piece cell = dsg_text_of(cursor, rule);
    const char *kept;
    const desig_result result = dsg_keep_piece(cursor, cell, &kept);
    if (result != DESIG_OK) return result;
    state->title = (dsg_piece){kept, cell.length};
    return dsg_diagnose(cursor, DESIG_SEVERITY_NOTE, "title-row", dsg_column_of(cursor, rule),
                        "a title, which is taken to be said of the rows below: %s", kept);
}

/* ---- Rows ---- */

desig_result dsg_mapped_begin_row(dsg_cursor *cursor) {
    dsg_piece id;
    size_t column;
    int is_new;
    desig_result result = dsg_mapped_text_of(cursor, -1, DSG_COLUMN_ID, &id, &column);
    cursor->record = DSG_NO_RECORD;
    if (result != DESIG_OK || is_blank(cursor)) return result;
    if (is_title(cursor)) return take_title(cursor);
    if (id.length == 0 && !says(cursor, DSG_COLUMN_NAME) && !says(cursor, DSG_COLUMN_IDENTIFIERS))
        return dsg_keep_raw(cursor, "no-id", SIZE_MAX,
                            "the row has neither id nor name nor identifier; it is kept raw");
    result = id.length > 0 ? begin_numbered(cursor, id, column, &is_new) : begin_unnumbered(cursor, &is_new);
    if (result == DESIG_OK && !is_new) result = dsg_cursor_only_new(cursor);
    return result == DESIG_OK ? check_row(cursor, is_new) : result;
}

/* ---- What its fields say ---- */

/* Of what is known to be no person, the `date of birth` is when it was founded or built, and the `title` what
 * sort of thing it is. */
static uint8_t fact_type_of(const dsg_cursor *cursor, const dsg_field *field) {
    const uint8_t type = (uint8_t)dsg_designation_rules[field->target.column].argument;
    const desig_kind kind = dsg_cursor_kind(cursor);
    if (kind == DESIG_KIND_UNKNOWN || kind == DESIG_KIND_INDIVIDUAL) return type;
    return type == DESIG_FACT_BIRTH_DATE ? DESIG_FACT_ESTABLISHED_DATE
           : type == DESIG_FACT_TITLE    ? DESIG_FACT_OTHER
                                         : type;
}

static desig_result add_fact(dsg_cursor *cursor, const dsg_field *field, size_t column, dsg_piece value) {
    desig_fact fact = {.type = fact_type_of(cursor, field)};
    desig_result result = dsg_keep_piece(cursor, field->target.word, &fact.label);
    if (result == DESIG_OK) result = dsg_add_value(cursor, column, &fact, value);
    return result == DESIG_OK && field->target.column == DSG_COLUMN_IDENTIFIERS
               ? dsg_check_number(cursor, column, fact.value)
               : result;
}

static desig_result add_alias(dsg_cursor *cursor, const dsg_field *field, size_t column, dsg_piece value) {
    (void)column;
    return dsg_add_alias(cursor, value, field->target.name_type, field->target.strength);
}

static desig_result keep_target(dsg_cursor *cursor, dsg_piece prefix, dsg_piece value, const char **kept) {
    dsg_buffer *whole = &cursor->import->scratch;
    if (prefix.length == 0) return dsg_keep_piece(cursor, value, kept);
    whole->length = 0;
    desig_result result = dsg_buffer_append(whole, prefix.bytes, prefix.length);
    if (result == DESIG_OK) result = dsg_buffer_append_text(whole, ":");
    if (result == DESIG_OK) result = dsg_buffer_append(whole, value.bytes, value.length);
    return result == DESIG_OK ? dsg_keep(cursor, whole->bytes, whole->length, kept) : result;
}

static desig_result add_link(dsg_cursor *cursor, const dsg_field *field, size_t column, dsg_piece value) {
    const dsg_target *target = &field->target;
    desig_link link = {.type = "linked-to"};
    desig_result result = DESIG_OK;
    (void)column;
    if (target->word.length > 0) result = dsg_keep_piece(cursor, target->word, &link.type);
    if (result == DESIG_OK) result = keep_target(cursor, target->prefix, value, &link.target);
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
    switch (field->target.column) {
    case DSG_COLUMN_NAME:
        return dsg_mapped_add_name(cursor, text);
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

static int is_read_elsewhere(const dsg_field *field) {
    const int column = field->target.column;
    return column <= DSG_COLUMN_KIND || column >= DSG_TARGET_NAME_TYPE ||
           (column >= DSG_COLUMN_ACTION && column <= DSG_COLUMN_CITATION);
}

/* The first column that tells a kind by having a text decides. */
static desig_result read_kind(dsg_cursor *cursor) {
    const dsg_mapped *mapped = cursor->import->mapped;
    for (size_t i = 0; i < mapped->field_count; i++) {
        const dsg_field *field = &mapped->fields[i];
        dsg_piece text;
        size_t column;
        if (field->target.column != DSG_COLUMN_KIND) continue;
        desig_result result = dsg_mapped_text(cursor, field, &text, &column);
        if (result != DESIG_OK) return result;
        if (text.length == 0) continue;
        cursor->column = column;
        if (field->target.word.length == 0) return dsg_add_kind(cursor, column, text);
        return dsg_add_kind(cursor, column, field->target.word);
    }
    return DESIG_OK;
}

desig_result dsg_mapped_end_row(dsg_cursor *cursor) {
    const dsg_mapped *mapped = cursor->import->mapped;
    desig_result result = read_kind(cursor);
    for (size_t i = 0; result == DESIG_OK && i < mapped->field_count; i++)
        if (!is_read_elsewhere(&mapped->fields[i])) result = read_field(cursor, &mapped->fields[i]);
    cursor->column = SIZE_MAX;
    if (result == DESIG_OK) result = dsg_mapped_keep_rest(cursor);
    return result == DESIG_OK ? dsg_mapped_read_actions(cursor) : result;
}
