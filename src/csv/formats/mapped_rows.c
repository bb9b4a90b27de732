/* Reading a row by a map: whom it is about, and what its fields say of that party. */
#include "csv/formats/mapped.h"
#include "csv/shared_rules.h"

/* ---- Whom a row is about ---- */

static desig_result text_of_id(dsg_reading *reading, dsg_piece *id, size_t *column) {
    const dsg_mapped *mapped = reading->mapped;
    int field = mapped->actions[0][DSG_COLUMN_ID];
    *id = (dsg_piece){NULL, 0};
    *column = SIZE_MAX;
    return field == DSG_NO_FIELD ? DESIG_OK : dsg_mapped_text(reading, &mapped->fields[field], id, column);
}

static int has_name(dsg_reading *reading) {
    const dsg_mapped *mapped = reading->mapped;
    size_t i, rule;
    for (i = 0; i < mapped->field_count; i++) {
        if (mapped->fields[i].target != DSG_COLUMN_NAME) continue;
        for (rule = mapped->fields[i].first_rule; rule != SIZE_MAX; rule = mapped->next_rule[rule]) {
            if (dsg_text_of(reading, rule).length > 0) return 1;
        }
    }
    return 0;
}

/* A spreadsheet saves rows that once held something as rows of separators. */
static int is_blank(const dsg_reading *reading) {
    size_t i;
    for (i = 0; i < reading->row->count; i++) {
        if (dsg_text_at(reading, i).length > 0) return 0;
    }
    return 1;
}

/* A row without an id is a party of its own: it might go with the row above, but nothing says so. */
static desig_result begin_unnumbered(dsg_reading *reading, int *is_new) {
    const dsg_mapped *mapped = reading->mapped;
    char digest[DSG_DIGEST_TEXT];
    dsg_piece id = dsg_digest_of_row(reading, digest);
    desig_result result = dsg_begin_record(reading, mapped->map.source, id.bytes, id.length, is_new);
    if (result != DESIG_OK || mapped->actions[0][DSG_COLUMN_ID] == DSG_NO_FIELD) return result;
    return dsg_diagnose(reading, DESIG_SEVERITY_WARNING, "no-id", dsg_column_of(reading, 0),
                        "the row has no id; it gets a digest of its cells as one");
}

static desig_result begin_numbered(dsg_reading *reading, dsg_piece id, size_t column, int *is_new) {
    const char *text;
    desig_result result = dsg_begin_record(reading, reading->mapped->map.source, id.bytes, id.length, is_new);
    if (result == DESIG_OK) result = dsg_keep_piece(reading, id, &text);
    return result == DESIG_OK ? dsg_check_number(reading, column, text) : result;
}

static desig_result check_row(dsg_reading *reading, int is_new) {
    desig_result result = DESIG_OK;
    if (reading->row->count < reading->column_count)
        result = dsg_diagnose(reading, DESIG_SEVERITY_WARNING, "short-row", reading->row->count,
                              "%zu cells where there should be %zu; the others are taken for empty",
                              reading->row->count, reading->column_count);
    if (result == DESIG_OK && is_new && !has_name(reading))
        result = dsg_diagnose(reading, DESIG_SEVERITY_WARNING, "no-name", SIZE_MAX,
                              "the first row of this id gives no name");
    return result;
}

desig_result dsg_mapped_begin_row(dsg_reading *reading) {
    dsg_piece id;
    size_t column;
    int is_new;
    desig_result result = text_of_id(reading, &id, &column);
    reading->record = DSG_NO_RECORD;
    if (result != DESIG_OK || is_blank(reading)) return result;
    if (id.length == 0 && !has_name(reading))
        return dsg_keep_raw(reading, "no-id", SIZE_MAX, "the row has neither id nor name; it is kept raw");
    result =
        id.length > 0 ? begin_numbered(reading, id, column, &is_new) : begin_unnumbered(reading, &is_new);
    if (result == DESIG_OK && !is_new) result = dsg_draft_only_new(reading->draft, reading->record);
    return result == DESIG_OK ? check_row(reading, is_new) : result;
}

/* ---- What its fields say ---- */

static desig_result add_fact(dsg_reading *reading, const dsg_field *field, size_t column, dsg_piece value) {
    desig_fact fact = {.type = (uint8_t)dsg_designation_rules[field->target].argument};
    desig_result result = dsg_keep_piece(reading, field->word, &fact.label);
    if (result == DESIG_OK) result = dsg_add_value(reading, column, &fact, value);
    return result == DESIG_OK && field->target == DSG_COLUMN_IDENTIFIERS
               ? dsg_check_number(reading, column, fact.value)
               : result;
}

/* How good a further name is, nothing says. */
static desig_result add_name(dsg_reading *reading, dsg_piece text) {
    int is_first = dsg_draft_primary(reading->draft, reading->record) == NULL;
    return dsg_add_primary(reading, text, is_first ? DESIG_STRENGTH_STRONG : DESIG_STRENGTH_UNKNOWN);
}

static desig_result add_alias(dsg_reading *reading, const dsg_field *field, size_t column, dsg_piece value) {
    (void)column;
    return dsg_add_alias(reading, value, field->name_type, field->strength);
}

static desig_result add_link(dsg_reading *reading, const dsg_field *field, size_t column, dsg_piece value) {
    desig_link link = {.type = "linked-to"};
    desig_result result = DESIG_OK;
    (void)column;
    if (field->word.length > 0) result = dsg_keep_piece(reading, field->word, &link.type);
    if (result == DESIG_OK) result = dsg_keep_piece(reading, value, &link.target);
    return result == DESIG_OK ? dsg_add_link(reading, &link) : result;
}

typedef desig_result (*add_one)(dsg_reading *reading, const dsg_field *field, size_t column, dsg_piece value);

static desig_result add_each(dsg_reading *reading, const dsg_field *field, size_t column, dsg_piece values,
                             add_one add) {
    desig_result result = DESIG_OK;
    dsg_piece value;
    while (result == DESIG_OK && dsg_value_next(&values, reading->format->separator, &value))
        result = add(reading, field, column, value);
    return result;
}

static desig_result read_field(dsg_reading *reading, const dsg_field *field) {
    dsg_piece text;
    size_t column;
    desig_result result = dsg_mapped_text(reading, field, &text, &column);
    if (result != DESIG_OK || text.length == 0) return result;
    reading->column = column;
    switch (field->target) {
    case DSG_COLUMN_KIND:
        return dsg_add_kind(reading, column, text);
    case DSG_COLUMN_NAME:
        return add_name(reading, text);
    case DSG_COLUMN_ALIASES:
        return add_each(reading, field, column, text, add_alias);
    case DSG_COLUMN_LINKS:
        return add_each(reading, field, column, text, add_link);
    case DSG_COLUMN_REMARKS:
        return add_fact(reading, field, column, text);
    default:
        return add_each(reading, field, column, text, add_fact);
    }
}

static int is_of_action(const dsg_field *field) {
    return field->target >= DSG_COLUMN_ACTION && field->target <= DSG_COLUMN_CITATION;
}

desig_result dsg_mapped_end_row(dsg_reading *reading) {
    const dsg_mapped *mapped = reading->mapped;
    desig_result result = DESIG_OK;
    size_t i;
    for (i = 0; result == DESIG_OK && i < mapped->field_count; i++) {
        const dsg_field *field = &mapped->fields[i];
        if (field->target != DSG_COLUMN_ID && !is_of_action(field)) result = read_field(reading, field);
    }
    reading->column = SIZE_MAX;
    return result == DESIG_OK ? dsg_mapped_read_actions(reading) : result;
}
