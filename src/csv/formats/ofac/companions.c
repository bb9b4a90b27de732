/* OFAC's companion files: add.csv, alt.csv, sdn_comments.csv, and their like of the non-SDN list (cons_*). */
#include "csv/formats/formats.h"

#include "csv/formats/ofac/family.h"
#include "csv/formats/ofac/remarks.h"

enum { ADD_RECORD, ADD_NUMBER, ADD_STREET, ADD_CITY, ADD_COUNTRY, ADD_REMARKS, ADD_COLUMNS };
enum { ALT_RECORD, ALT_NUMBER, ALT_TYPE, ALT_NAME, ALT_REMARKS, ALT_COLUMNS };
enum { COMMENT_RECORD, COMMENT_TEXT, COMMENT_COLUMNS };

static desig_result begin_companion_row(dsg_cursor *cursor) {
    desig_result result = dsg_ofac_begin_numbered(cursor);
    if (result != DESIG_OK || cursor->record == DSG_NO_RECORD) return result;
    return dsg_ofac_note_reference(cursor);
}

static desig_result add_cell(dsg_cursor *cursor, desig_fact_type type, size_t rule) {
    if (!dsg_cell_of(cursor, rule)->text) return DESIG_OK;
    return dsg_take_fact(cursor, dsg_column_of(cursor, rule), (int)type);
}

/* ---- Addresses ---- */

/* One fact a line of the address; each says the country. */
static desig_result add_line(dsg_cursor *cursor, size_t rule, desig_fact *fact, int *lines) {
    const dsg_cell *cell = dsg_cell_of(cursor, rule);
    desig_result result = rule == ADD_STREET ? dsg_keep_once(cursor, cell->text, cell->length, &fact->value)
                                             : dsg_keep(cursor, cell->text, cell->length, &fact->value);
    if (result != DESIG_OK || !fact->value) return result;
    fact->label = cursor->file->columns[dsg_column_of(cursor, rule)];
    ++*lines;
    result = dsg_add_fact(cursor, fact);
    fact->note = NULL;
    return result;
}

static desig_result end_add_row(dsg_cursor *cursor) {
    const dsg_cell *country = dsg_cell_of(cursor, ADD_COUNTRY);
    const dsg_cell *note = dsg_cell_of(cursor, ADD_REMARKS);
    desig_fact fact = {.type = DESIG_FACT_ADDRESS};
    int lines = 0;
    desig_result result = dsg_keep(cursor, country->text, country->length, &fact.country);
    cursor->group = fact.group = dsg_ofac_group_of(dsg_cell_of(cursor, ADD_NUMBER));
    if (result == DESIG_OK) result = dsg_keep(cursor, note->text, note->length, &fact.note);
    if (result == DESIG_OK) result = add_line(cursor, ADD_STREET, &fact, &lines);
    if (result == DESIG_OK) result = add_line(cursor, ADD_CITY, &fact, &lines);
    if (result == DESIG_OK && lines == 0) result = add_line(cursor, ADD_COUNTRY, &fact, &lines);
    if (result == DESIG_OK && lines == 0) result = add_cell(cursor, DESIG_FACT_OTHER, ADD_REMARKS);
    /* An address of nothing but its number; or one whose number is no group's. */
    if (result == DESIG_OK && (lines == 0 || fact.group == 0))
        result = add_cell(cursor, DESIG_FACT_OTHER, ADD_NUMBER);
    return result;
}

/* ---- Alternate names ---- */

static int alternate_type(const dsg_cell *cell) {
    int type = cell->text ? desig_term_value(DESIG_TERMS_NAME_TYPE, cell->text) : -1;
    return type > DESIG_NAME_PRIMARY ? type : -1;
}

static desig_result add_alternate_name(dsg_cursor *cursor, int type) {
    const dsg_cell *cell = dsg_cell_of(cursor, ALT_NAME);
    desig_name name = {.type = (uint8_t)(type < 0 ? DESIG_NAME_AKA : type),
                       .strength = DESIG_STRENGTH_STRONG,
                       .group = cursor->group};
    desig_result result = dsg_keep_once(cursor, cell->text, cell->length, &name.text);
    return result == DESIG_OK && name.text ? dsg_add_name(cursor, &name) : result;
}

static desig_result end_alt_row(dsg_cursor *cursor) {
    int type = alternate_type(dsg_cell_of(cursor, ALT_TYPE));
    int has_name = dsg_cell_of(cursor, ALT_NAME)->text != NULL;
    desig_result result = DESIG_OK;
    cursor->group = dsg_ofac_group_of(dsg_cell_of(cursor, ALT_NUMBER));
    if (type < 0)
        result = dsg_diagnose(cursor, DESIG_SEVERITY_WARNING, "unknown-type", dsg_column_of(cursor, ALT_TYPE),
                              "no aka, fka or nka; read as an aka");
    if (result == DESIG_OK) result = add_alternate_name(cursor, type);
    /* What the name cannot say. */
    if (result == DESIG_OK && (type < 0 || !has_name)) result = add_cell(cursor, DESIG_FACT_OTHER, ALT_TYPE);
    if (result == DESIG_OK && (cursor->group == 0 || !has_name))
        result = add_cell(cursor, DESIG_FACT_OTHER, ALT_NUMBER);
    return result == DESIG_OK ? add_cell(cursor, DESIG_FACT_OTHER, ALT_REMARKS) : result;
}

/* ---- Comments ---- */

static desig_result begin_comment_row(dsg_cursor *cursor) {
    dsg_ofac_state *state = dsg_ofac_state_of(cursor->import);
    const dsg_cell *number = dsg_cell_of(cursor, COMMENT_RECORD);
    const dsg_cell *text = dsg_cell_of(cursor, COMMENT_TEXT);
    dsg_ofac_continuation from = {.file = cursor->file, .line = cursor->row->line};
    int is_new;
    desig_result result;
    cursor->record = DSG_NO_RECORD;
    if (!dsg_ofac_is_number(number) || !text->text)
        return dsg_keep_raw(cursor, "bad-number", COMMENT_RECORD,
                            "no number of a record, or no text; the row is kept raw");
    dsg_ofac_see_list(state, cursor);
    from.consolidated = state->consolidated;
    result = dsg_ofac_continuations_put(&state->continuations, number, text, &from, &is_new);
    if (result != DESIG_OK || is_new) return result;
    result = dsg_ofac_begin_numbered(cursor);
    if (result == DESIG_OK)
        result = dsg_diagnose(cursor, DESIG_SEVERITY_WARNING, "repeated-number", COMMENT_RECORD,
                              "a second continuation of these remarks; its pieces are kept");
    if (result == DESIG_OK)
        result = dsg_ofac_read_remarks(cursor, COMMENT_TEXT, text->text, 0, DSG_OFAC_CUT_BEFORE);
    cursor->record = DSG_NO_RECORD;
    return result;
}

/* ---- Formats ---- */

static int is_add_row(const dsg_row *row) {
    return row->count == ADD_COLUMNS && dsg_ofac_is_number(&row->cells[ADD_RECORD]) &&
           dsg_ofac_is_number(&row->cells[ADD_NUMBER]) && !dsg_ofac_is_number(&row->cells[ADD_STREET]) &&
           alternate_type(&row->cells[ADD_STREET]) < 0;
}

static int is_alt_row(const dsg_row *row) {
    return row->count == ALT_COLUMNS && dsg_ofac_is_number(&row->cells[ALT_RECORD]) &&
           dsg_ofac_is_number(&row->cells[ALT_NUMBER]) && alternate_type(&row->cells[ALT_TYPE]) >= 0;
}

static int is_comment_row(const dsg_row *row) {
    return row->count == COMMENT_COLUMNS && dsg_ofac_is_number(&row->cells[COMMENT_RECORD]) &&
           row->cells[COMMENT_TEXT].text && !dsg_ofac_is_number(&row->cells[COMMENT_TEXT]);
}

static const dsg_rule add_rules[ADD_COLUMNS] = {
    [ADD_RECORD] = {"Ent_num", NULL, 0},  [ADD_NUMBER] = {"Add_num", NULL, 0},
    [ADD_STREET] = {"Address", NULL, 0},  [ADD_CITY] = {"City/State/Province/Postal Code", NULL, 0},
    [ADD_COUNTRY] = {"Country", NULL, 0}, [ADD_REMARKS] = {"Add_remarks", NULL, 0},
};

static const dsg_rule alt_rules[ALT_COLUMNS] = {
    [ALT_RECORD] = {"ent_num", NULL, 0},      [ALT_NUMBER] = {"alt_num", NULL, 0},
    [ALT_TYPE] = {"alt_type", NULL, 0},       [ALT_NAME] = {"alt_name", NULL, 0},
    [ALT_REMARKS] = {"alt_remarks", NULL, 0},
};

/* The publisher gives these columns no names. */
static const dsg_rule comment_rules[COMMENT_COLUMNS] = {
    [COMMENT_RECORD] = {"ent_num", NULL, 0},
    [COMMENT_TEXT] = {"comments", NULL, 0},
};

const dsg_format dsg_format_ofac_comments = {
    DSG_OFAC_FORMAT("ofac-comments", "OFAC sdn_comments.csv: continued remarks", 0, comment_rules),
    .companion = DSG_OFAC_COMMENTS,
    .recognise = is_comment_row,
    .begin_row = begin_comment_row,
};

const dsg_format dsg_format_ofac_add = {
    DSG_OFAC_FORMAT("ofac-add", "OFAC add.csv: addresses", 1, add_rules),
    .companion = DSG_OFAC_ADDRESSES,
    .distinctive = ADD_STREET + 1,
    .rows_stand_alone = 1,
    .recognise = is_add_row,
    .begin_row = begin_companion_row,
    .end_row = end_add_row,
};

const dsg_format dsg_format_ofac_alt = {
    DSG_OFAC_FORMAT("ofac-alt", "OFAC alt.csv: alternate names", 2, alt_rules),
    .companion = DSG_OFAC_ALIASES,
    .distinctive = ALT_NAME + 1,
    .rows_stand_alone = 1,
    .recognise = is_alt_row,
    .begin_row = begin_companion_row,
    .end_row = end_alt_row,
};
