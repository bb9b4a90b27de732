#include "csv/formats/uk/uk.h"

#include <string.h>

const dsg_kind_word dsg_gb_kinds[] = {
    {"Individual", DESIG_KIND_INDIVIDUAL, 1},
    {"Entity", DESIG_KIND_GROUP, 1},
    {"Ship", DESIG_KIND_VESSEL, 1},
    {NULL, DESIG_KIND_UNKNOWN, 0},
};

/* ---- Numbered values ---- */

/* A hyphen holds the place of a value that is not known: `(1) 20645897 (2) -`. */
static int says_nothing(dsg_piece value) {
    return value.length == 0 || (value.length == 1 && value.bytes[0] == '-');
}

desig_result dsg_gb_add_numbered(dsg_cursor *cursor, size_t column, const char *label, desig_fact_type type,
                                 dsg_piece values) {
    dsg_piece value;
    unsigned number = 0;
    desig_result result = DESIG_OK;
    while (result == DESIG_OK && dsg_value_numbered(&values, &number, &value)) {
        desig_fact fact = {.type = (uint8_t)type, .label = label};
        if (!says_nothing(value)) result = dsg_add_value(cursor, column, &fact, value);
    }
    return result;
}

desig_result dsg_gb_take_numbered(dsg_cursor *cursor, size_t column, int argument) {
    return dsg_gb_add_numbered(cursor, column, NULL, (desig_fact_type)argument, dsg_text_at(cursor, column));
}

static const struct pair {
    enum dsg_gb_column values;
    enum dsg_gb_column companions;
    desig_fact_type type;
    desig_fact_type alone; /* of a companion without a value */
} pairs[] = {
    [GB_BIRTH_PLACE] = {GB_BIRTH_TOWN, GB_BIRTH_COUNTRY, DESIG_FACT_BIRTH_PLACE, DESIG_FACT_BIRTH_PLACE},
    [GB_PASSPORT] = {GB_PASSPORT_NUMBER, GB_PASSPORT_NOTE, DESIG_FACT_IDENTIFIER, DESIG_FACT_OTHER},
    [GB_NATIONAL] = {GB_NATIONAL_NUMBER, GB_NATIONAL_NOTE, DESIG_FACT_IDENTIFIER, DESIG_FACT_OTHER},
};

/* How many values a cell numbers: 0 if it numbers none. */
static unsigned count_numbered(dsg_piece cell) {
    unsigned number = 0;
    dsg_piece value;
    while (dsg_value_numbered(&cell, &number, &value)) {
    }
    return number;
}

/* Whether each companion is known to be about one value, or the one companion about all of them. */
static int fit(dsg_piece values, dsg_piece companions) {
    unsigned count = count_numbered(companions);
    return values.length > 0 && (count == 0 || count == count_numbered(values));
}

static desig_result add_pair(dsg_cursor *cursor, const struct pair *pair, dsg_piece value,
                             dsg_piece companion) {
    desig_fact fact = {.type = (uint8_t)pair->type};
    size_t column = dsg_column_of(cursor, pair->values);
    desig_result result = DESIG_OK;
    if (says_nothing(value)) {
        fact.type = (uint8_t)pair->alone;
        column = dsg_column_of(cursor, pair->companions);
        return says_nothing(companion) ? DESIG_OK : dsg_add_value(cursor, column, &fact, companion);
    }
    if (!says_nothing(companion))
        result = dsg_keep_piece(cursor, companion,
                                pair->type == DESIG_FACT_IDENTIFIER ? &fact.note : &fact.country);
    if (result == DESIG_OK) result = dsg_add_value(cursor, column, &fact, value);
    if (result != DESIG_OK || pair->type != DESIG_FACT_IDENTIFIER) return result;
    return dsg_check_number(cursor, column, fact.value);
}

desig_result dsg_gb_take_pair(dsg_cursor *cursor, size_t column, int argument) {
    const struct pair *pair = &pairs[argument];
    dsg_piece values = dsg_text_at(cursor, column), value;
    dsg_piece companions = dsg_text_of(cursor, pair->companions), companion = {NULL, 0};
    unsigned value_number = 0, companion_number = 0;
    desig_result result = DESIG_OK;
    if (!fit(values, companions)) companions.length = 0;
    while (result == DESIG_OK && dsg_value_numbered(&values, &value_number, &value)) {
        dsg_value_numbered(&companions, &companion_number, &companion);
        result = add_pair(cursor, pair, value, companion);
    }
    return result;
}

desig_result dsg_gb_take_companion(dsg_cursor *cursor, size_t column, int argument) {
    const struct pair *pair = &pairs[argument];
    if (fit(dsg_text_of(cursor, pair->values), dsg_text_at(cursor, column))) return DESIG_OK;
    return dsg_gb_take_numbered(cursor, column, (int)pair->alone);
}

/* ---- Addresses ---- */

desig_result dsg_gb_take_line(dsg_cursor *cursor, size_t column, int argument) {
    dsg_piece text = dsg_text_at(cursor, column);
    desig_fact fact = {.type = DESIG_FACT_ADDRESS,
                       .group = dsg_group_of_rules(cursor, GB_ADDRESS_1, GB_COUNTRY + 1)};
    desig_result result = dsg_keep_piece(cursor, dsg_text_of(cursor, GB_COUNTRY), &fact.country);
    (void)argument;
    if (result != DESIG_OK || text.length == 0) return result;
    return dsg_add_value(cursor, column, &fact, text);
}

desig_result dsg_gb_take_country(dsg_cursor *cursor, size_t column, int argument) {
    size_t line;
    for (line = GB_ADDRESS_1; line < GB_COUNTRY; line++) {
        if (dsg_text_of(cursor, line).length > 0) return DESIG_OK;
    }
    return dsg_gb_take_line(cursor, column, argument);
}

/* ---- Rows ---- */

static void release(void *family_state, const desig_allocator *allocator) {
    dsg_gb_state *state = family_state;
    (void)allocator;
    if (!state->has_row) return;
    dsg_buffer_free(&state->rest);
    dsg_buffer_free(&state->other);
}

const dsg_format_family dsg_gb_family = {.state_size = sizeof(dsg_gb_state), .release = release};

static int is_of_name(const dsg_cursor *cursor, size_t column) {
    size_t rule = column < cursor->file->column_count ? cursor->file->rule_of_column[column] : SIZE_MAX;
    return rule >= GB_NAME_1 && rule <= GB_SCRIPT_LANGUAGE;
}

/* All that a row says besides its name: each cell after its column and its length. */
static desig_result append_rest(dsg_buffer *rest, const dsg_cursor *cursor) {
    desig_result result = DESIG_OK;
    for (size_t i = 0; result == DESIG_OK && i < cursor->row->count; i++) {
        const dsg_cell *cell = &cursor->row->cells[i];
        size_t head[] = {i, cell->length};
        if (!cell->text || is_of_name(cursor, i)) continue;
        result = dsg_buffer_append(rest, (const char *)head, sizeof head);
        if (result == DESIG_OK) result = dsg_buffer_append(rest, cell->text, cell->length);
    }
    return result;
}

static void begin(dsg_gb_state *state, const dsg_import *import) {
    if (state->has_row) return;
    dsg_buffer_init(&state->rest, import->allocator, SIZE_MAX);
    dsg_buffer_init(&state->other, import->allocator, SIZE_MAX);
    state->has_row = 1;
    state->record = DSG_NO_RECORD;
}

/* Most rows say another name of the party of the row before, and else the same. The columns count too: where
 * a new header has come between, what stands in one column may be about something else. */
static desig_result compare_rest(dsg_cursor *cursor, int *repeats) {
    dsg_gb_state *last = cursor->import->state;
    begin(last, cursor->import);
    dsg_buffer row = last->other;
    row.length = 0;
    desig_result result =
        dsg_buffer_append(&row, (const char *)&cursor->file->columns, sizeof cursor->file->columns);
    if (result == DESIG_OK) result = append_rest(&row, cursor);
    *repeats = last->record == cursor->record && last->rest.length == row.length &&
               memcmp(last->rest.bytes, row.bytes, row.length) == 0;
    last->other = last->rest;
    last->rest = row;
    last->record = cursor->record;
    return result;
}

desig_result dsg_gb_begin_row(dsg_cursor *cursor) {
    dsg_piece id = dsg_text_of(cursor, GB_ID);
    int is_new, repeats;
    desig_result result;
    cursor->record = DSG_NO_RECORD;
    if (id.length == 0)
        return dsg_keep_raw(cursor, "no-id", dsg_column_of(cursor, GB_ID),
                            "the row has no id; it is kept raw");
    result = dsg_begin_record(cursor, cursor->file->format->about.source, id.bytes, id.length, &is_new);
    if (result != DESIG_OK) return result;
    result = compare_rest(cursor, &repeats);
    if (result == DESIG_OK && !is_new && !repeats) result = dsg_cursor_only_new(cursor);
    if (result == DESIG_OK) result = dsg_gb_add_names(cursor);
    cursor->group = 0;
    if (repeats) cursor->record = DSG_NO_RECORD;
    return result;
}
