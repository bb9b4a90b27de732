/* Reading the layout for people: who a row is about, and the cells that hold several values. */
#include "csv/formats/native/designations.h"

#include "base/ascii.h"
#include "csv/dates.h"
#include "csv/formats/formats.h"
#include "csv/shared_rules.h"

#include <string.h>

/* ---- Whom a row is about ---- */

static desig_result contradict(dsg_cursor *cursor, enum dsg_designation_column column) {
    desig_result result =
        dsg_diagnose(cursor, DESIG_SEVERITY_WARNING, "contradicts", dsg_column_of(cursor, column),
                     "an earlier row gives this id another %s; the first is taken, this one kept as a fact",
                     dsg_designation_rules[column].column);
    return result == DESIG_OK ? dsg_designation_keep_cell_as_fact(cursor, column) : result;
}

static desig_result read_kind(dsg_cursor *cursor, int is_new) {
    const dsg_cell *cell = dsg_cell_of(cursor, DSG_COLUMN_KIND);
    size_t column = dsg_column_of(cursor, DSG_COLUMN_KIND);
    desig_kind before = dsg_cursor_kind(cursor);
    int kind;
    desig_result result;
    if (!cell->text)
        return is_new ? dsg_diagnose(cursor, DESIG_SEVERITY_ERROR, "no-kind", column,
                                     "the first row of an id needs a kind; it stays unknown")
                      : DESIG_OK;
    kind = dsg_designation_word(cell, DESIG_TERMS_KIND);
    if (kind < 0) {
        result = dsg_diagnose(cursor, DESIG_SEVERITY_ERROR, "bad-kind", column,
                              "this is no kind of record; kept as a fact: %s", cell->text);
        return result == DESIG_OK ? dsg_designation_keep_cell_as_fact(cursor, DSG_COLUMN_KIND) : result;
    }
    if (before != DESIG_KIND_UNKNOWN && before != (desig_kind)kind)
        return contradict(cursor, DSG_COLUMN_KIND);
    dsg_cursor_set_kind(cursor, (desig_kind)kind);
    return DESIG_OK;
}

static desig_result read_name(dsg_cursor *cursor, int is_new) {
    const dsg_cell *cell = dsg_cell_of(cursor, DSG_COLUMN_NAME);
    const char *before = dsg_cursor_primary(cursor);
    desig_name name = {.type = DESIG_NAME_PRIMARY, .strength = DESIG_STRENGTH_STRONG};
    desig_result result;
    if (!cell->text)
        return is_new ? dsg_diagnose(cursor, DESIG_SEVERITY_ERROR, "no-name",
                                     dsg_column_of(cursor, DSG_COLUMN_NAME),
                                     "the first row of an id needs a name; the record is kept without one")
                      : DESIG_OK;
    if (before && strcmp(before, cell->text) != 0) return contradict(cursor, DSG_COLUMN_NAME);
    result = dsg_designation_keep_cell(cursor, DSG_COLUMN_NAME, &name.text);
    return result == DESIG_OK ? dsg_add_name(cursor, &name) : result;
}

static desig_result begin_row(dsg_cursor *cursor) {
    const dsg_cell *id = dsg_cell_of(cursor, DSG_COLUMN_ID);
    int is_new;
    desig_result result;
    cursor->record = DSG_NO_RECORD;
    if (id->length == 0)
        return dsg_keep_raw(cursor, "no-id", dsg_column_of(cursor, DSG_COLUMN_ID),
                            "the row has no id; it is kept raw");
    result = dsg_begin_record(cursor, NULL, id->text, id->length, &is_new);
    if (result == DESIG_OK) result = dsg_cursor_only_new(cursor);
    if (result == DESIG_OK) result = dsg_check_number(cursor, dsg_column_of(cursor, DSG_COLUMN_ID), id->text);
    if (result == DESIG_OK) result = read_kind(cursor, is_new);
    return result == DESIG_OK ? read_name(cursor, is_new) : result;
}

/* ---- Cells with several values ---- */

static int starts_with(dsg_piece *piece, const char *prefix) {
    size_t i, length = strlen(prefix);
    if (piece->length < length) return 0;
    for (i = 0; i < length; i++) {
        if (dsg_lower(piece->bytes[i]) != prefix[i]) return 0;
    }
    while (length < piece->length && dsg_is_space(piece->bytes[length])) length++;
    piece->bytes += length;
    piece->length -= length;
    return 1;
}

static desig_result add_alias(dsg_cursor *cursor, size_t column, dsg_piece piece) {
    desig_name name = {.type = DESIG_NAME_AKA, .strength = DESIG_STRENGTH_STRONG};
    desig_result result;
    (void)column;
    for (;;) {
        if (starts_with(&piece, "weak:"))
            name.strength = DESIG_STRENGTH_WEAK;
        else if (starts_with(&piece, "fka:"))
            name.type = DESIG_NAME_FKA;
        else if (starts_with(&piece, "nka:"))
            name.type = DESIG_NAME_NKA;
        else
            break;
    }
    result = dsg_designation_keep_piece(cursor, piece, &name.text);
    return result == DESIG_OK ? dsg_add_name(cursor, &name) : result;
}

static desig_result add_identifier(dsg_cursor *cursor, size_t column, dsg_piece piece) {
    desig_fact fact = {.type = DESIG_FACT_IDENTIFIER};
    dsg_piece label, number = piece, country;
    desig_result result = DESIG_OK;
    if (dsg_piece_cut(piece, '=', &label, &number))
        result = dsg_designation_keep_piece(cursor, label, &fact.label);
    if (result == DESIG_OK && dsg_piece_cut_brackets(number, &number, &country))
        result = dsg_designation_keep_piece(cursor, country, &fact.country);
    if (result == DESIG_OK) result = dsg_designation_keep_piece(cursor, number, &fact.value);
    if (result == DESIG_OK) result = dsg_check_number(cursor, column, fact.value);
    return result == DESIG_OK ? dsg_add_fact(cursor, &fact) : result;
}

static desig_result add_fact(dsg_cursor *cursor, size_t column, dsg_piece piece, int type) {
    desig_fact fact = {.type = (uint8_t)type};
    desig_result result = dsg_designation_keep_piece(cursor, piece, &fact.value);
    if (result == DESIG_OK && type == DESIG_FACT_BIRTH_DATE)
        return dsg_add_dated(cursor, column, &fact, DESIG_SEVERITY_ERROR);
    return result == DESIG_OK ? dsg_add_fact(cursor, &fact) : result;
}

static desig_result take_aliases(dsg_cursor *cursor, size_t column, int argument) {
    dsg_piece rest = {cursor->row->cells[column].text, cursor->row->cells[column].length}, piece;
    desig_result result = DESIG_OK;
    (void)argument;
    while (result == DESIG_OK && dsg_piece_next(&rest, &piece)) result = add_alias(cursor, column, piece);
    return result;
}

/* `argument` is the type of the facts. */
static desig_result take_facts(dsg_cursor *cursor, size_t column, int argument) {
    dsg_piece rest = {cursor->row->cells[column].text, cursor->row->cells[column].length}, piece;
    desig_result result = DESIG_OK;
    while (result == DESIG_OK && dsg_piece_next(&rest, &piece))
        result = argument == DESIG_FACT_IDENTIFIER ? add_identifier(cursor, column, piece)
                                                   : add_fact(cursor, column, piece, argument);
    return result;
}

static desig_result take_remarks(dsg_cursor *cursor, size_t column, int argument) {
    desig_fact fact = {.type = (uint8_t)argument};
    const dsg_cell *cell = &cursor->row->cells[column];
    desig_result result = dsg_keep(cursor, cell->text, cell->length, &fact.value);
    return result == DESIG_OK ? dsg_add_fact(cursor, &fact) : result;
}

/* ---- The format ---- */

const dsg_rule dsg_designation_rules[DSG_DESIGNATION_COLUMNS] = {
    [DSG_COLUMN_ID] = {.column = "id"},
    [DSG_COLUMN_KIND] = {.column = "kind"},
    [DSG_COLUMN_NAME] = {.column = "name"},
    [DSG_COLUMN_ALIASES] = {"aliases", take_aliases, 0},
    [DSG_COLUMN_TITLES] = {"titles", take_facts, DESIG_FACT_TITLE},
    [DSG_COLUMN_ACTION] = {.column = "action"},
    [DSG_COLUMN_ANNOUNCED] = {.column = "announced"},
    [DSG_COLUMN_DATE] = {.column = "date"},
    [DSG_COLUMN_AUTHORITY] = {.column = "authority"},
    [DSG_COLUMN_LIST] = {.column = "list"},
    [DSG_COLUMN_PROGRAM] = {.column = "program"},
    [DSG_COLUMN_MEASURES] = {.column = "measures"},
    [DSG_COLUMN_LEGAL_BASIS] = {.column = "legal_basis"},
    [DSG_COLUMN_JUSTIFICATION] = {.column = "justification"},
    [DSG_COLUMN_STATEMENT_BY] = {.column = "statement_by"},
    [DSG_COLUMN_CITATION] = {.column = "citation"},
    [DSG_COLUMN_LINKS] = {.column = "links"},
    [DSG_COLUMN_BIRTH_DATES] = {"birth_dates", take_facts, DESIG_FACT_BIRTH_DATE},
    [DSG_COLUMN_BIRTH_PLACES] = {"birth_places", take_facts, DESIG_FACT_BIRTH_PLACE},
    [DSG_COLUMN_NATIONALITIES] = {"nationalities", take_facts, DESIG_FACT_NATIONALITY},
    [DSG_COLUMN_ADDRESSES] = {"addresses", take_facts, DESIG_FACT_ADDRESS},
    [DSG_COLUMN_IDENTIFIERS] = {"identifiers", take_facts, DESIG_FACT_IDENTIFIER},
    [DSG_COLUMN_REMARKS] = {"remarks", take_remarks, DESIG_FACT_REMARK},
};

const dsg_format dsg_format_designations = {
    .about = {.name = "designations",
              .title = "native: one row per action or assertion, for people",
              .readable = 1,
              .writable = 1},
    .rules = dsg_designation_rules,
    .rule_count = DSG_DESIGNATION_COLUMNS,
    .required = DSG_COLUMN_NAME + 1,
    .columns_are_free = 1,
    .begin_row = begin_row,
    .end_row = dsg_designation_end_row,
    .write = dsg_designations_write,
};
