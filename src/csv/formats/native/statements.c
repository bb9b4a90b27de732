/* Reading the lossless layout. A row that is not exactly one part is kept raw: nothing here is guessed. */
#include "csv/formats/native/statements.h"

#include "base/ascii.h"
#include "csv/formats/formats.h"

#include <string.h>

/* What a row says. */
typedef union any_row {
    dsg_any_part part;
    dsg_record_row record;
    dsg_list_row list;
    dsg_list_source source;
    dsg_draft_file edition;
} any_row;

/* What is wrong with a cell; `check` NULL: nothing. */
typedef struct fault {
    const char *check;
    const char *what;
    enum dsg_statement_column column;
} fault;

static int read_number(const char *text, size_t size, uint32_t *number) {
    uint64_t most = (UINT64_C(1) << (8 * size)) - 1, value = 0;
    if (*text == '\0') return 0;
    for (; *text != '\0'; text++) {
        if (!dsg_is_digit(*text)) return 0;
        value = value * 10 + (uint64_t)(*text - '0');
        if (value > most) return 0;
    }
    *number = (uint32_t)value;
    return 1;
}

static desig_result read_text(dsg_cursor *cursor, const dsg_part_field *field, const dsg_cell *cell,
                              any_row *row) {
    const char *kept;
    desig_result result = dsg_keep(cursor, cell->text, cell->length, &kept);
    if (result == DESIG_OK) memcpy((char *)row + field->offset, &kept, sizeof kept);
    return result;
}

static void read_word(const dsg_part_field *field, const dsg_cell *cell, any_row *row, fault *wrong) {
    int value = desig_term_value(field->vocabulary, cell->text);
    if (value < field->least)
        *wrong = (fault){"bad-word", "is no word that this column has", wrong->column};
    else
        dsg_field_set_number(field, row, (uint32_t)value);
}

static void read_number_field(const dsg_part_field *field, const dsg_cell *cell, any_row *row, fault *wrong) {
    uint32_t number;
    if (read_number(cell->text, field->size, &number) && (field->most == 0 || number <= field->most))
        dsg_field_set_number(field, row, number);
    else
        *wrong = (fault){"bad-number", "is no number that fits here", wrong->column};
}

static void read_date(const dsg_part_field *field, const dsg_cell *cell, any_row *row, fault *wrong) {
    desig_date date;
    if (desig_date_parse(cell->text, DESIG_DATE_UNAMBIGUOUS, &date) != DESIG_OK)
        *wrong = (fault){"bad-date", "is no date that can be read without guessing", wrong->column};
    else
        memcpy((char *)row + field->offset, &date, sizeof date);
}

static desig_result read_field(dsg_cursor *cursor, const dsg_part_field *field, any_row *row, fault *wrong) {
    const dsg_cell *cell = dsg_cell_of(cursor, wrong->column);
    if (!cell->text) {
        if (field->form == DSG_FIELD_WORD || field->flags & DSG_FIELD_NEEDED)
            *wrong = (fault){"missing", "is missing", wrong->column};
        return DESIG_OK;
    }
    switch (field->form) {
    case DSG_FIELD_TEXT:
        return read_text(cursor, field, cell, row);
    case DSG_FIELD_WORD:
        read_word(field, cell, row, wrong);
        return DESIG_OK;
    case DSG_FIELD_DATE:
        read_date(field, cell, row, wrong);
        return DESIG_OK;
    default:
        read_number_field(field, cell, row, wrong);
        return DESIG_OK;
    }
}

static int has_column(const dsg_statement_shape *shape, enum dsg_statement_column column) {
    return column == DSG_STATEMENT_ID || column == DSG_STATEMENT_PART || column == DSG_STATEMENT_ORDINAL ||
           dsg_statement_field(shape, column) != NULL;
}

/* What stands in a column that this kind of part has not would be lost. */
static void check_columns(const dsg_cursor *cursor, const dsg_statement_shape *shape, fault *wrong) {
    const char *ordinal = dsg_cell_of(cursor, DSG_STATEMENT_ORDINAL)->text;
    uint32_t number;
    enum dsg_statement_column column;
    if (ordinal && !read_number(ordinal, sizeof number, &number))
        *wrong = (fault){"bad-number", "is no number that fits here", DSG_STATEMENT_ORDINAL};
    for (column = DSG_STATEMENT_ID; !wrong->check && column < DSG_STATEMENT_COLUMNS; column++) {
        if (dsg_cell_of(cursor, column)->text && !has_column(shape, column))
            *wrong = (fault){"misplaced", "has no meaning for this part", column};
    }
}

static enum dsg_statement find_statement(const char *word) {
    enum dsg_statement statement = DSG_STATEMENT_OF_LIST;
    while (statement < DSG_STATEMENT_KINDS &&
           (!word || !dsg_equal_nocase(dsg_statement_shapes[statement].word, word)))
        statement++;
    return statement;
}

static desig_result add_record(dsg_cursor *cursor, const dsg_record_row *row) {
    const desig_presence *presence = &row->presence;
    if (row->source) dsg_draft_set_source(cursor->import->draft, cursor->record, row->source);
    desig_kind kind = (desig_kind)presence->kind;
    desig_kind before = dsg_cursor_kind(cursor);
    if (presence->span.first != 0) return dsg_draft_presence(cursor->import->draft, cursor->record, presence);
    if (before != DESIG_KIND_UNKNOWN && before != kind)
        return dsg_keep_raw(cursor, "contradicts", dsg_column_of(cursor, DSG_STATEMENT_TYPE),
                            "an earlier row gives another kind; the row is kept raw");
    dsg_cursor_set_kind(cursor, kind);
    return DESIG_OK;
}

/* Whether a listing has a day that is not its list's; in a ledger, its editions tell. */
static int is_dated_listing(const dsg_cursor *cursor, const desig_action *listing) {
    return listing->span.first == 0 && dsg_cell_of(cursor, DSG_STATEMENT_DATE)->text;
}

static desig_result add(dsg_cursor *cursor, enum dsg_statement statement, any_row *row) {
    switch (statement) {
    case DSG_STATEMENT_RECORD:
        return add_record(cursor, &row->record);
    case DSG_STATEMENT_NAME:
        return dsg_add_plain_name(cursor, &row->part.name);
    case DSG_STATEMENT_LISTING:
        row->part.action.derived = is_dated_listing(cursor, &row->part.action) ? DSG_DERIVED_DATED : 1;
        return dsg_add_action(cursor, &row->part.action);
    case DSG_STATEMENT_ACTION:
        return dsg_add_action(cursor, &row->part.action);
    case DSG_STATEMENT_LINK:
        return dsg_add_link(cursor, &row->part.link);
    case DSG_STATEMENT_ASSERTION:
        return dsg_add_assertion(cursor, &row->part.assertion);
    default:
        return dsg_add_fact(cursor, &row->part.fact);
    }
}

static desig_result read_row(dsg_cursor *cursor, enum dsg_statement statement, any_row *row, fault *wrong) {
    const dsg_statement_shape *shape = &dsg_statement_shapes[statement];
    desig_result result = DESIG_OK;
    memset(row, 0, sizeof *row);
    check_columns(cursor, shape, wrong);
    for (size_t i = 0; result == DESIG_OK && !wrong->check && i < shape->cell_count; i++) {
        wrong->column = shape->cells[i].column;
        result = read_field(cursor, dsg_part_field_at(shape->form, shape->cells[i].offset), row, wrong);
    }
    return result;
}

/* What a list says of itself. */
typedef struct state {
    uint32_t rows; /* 0: not said */
    int is_ledger;
} state;

/* Of a plain list, its sources say of whom a record is: they stand before the records. */
static void set_source(const dsg_cursor *cursor, const char *id) {
    const state *said = cursor->import->state;
    if (said->is_ledger) return;
    size_t count;
    dsg_list_source *const *sources = dsg_draft_sources(cursor->import->draft, &count);
    dsg_draft_set_source(cursor->import->draft, cursor->record, dsg_statement_source_of(id, sources, count));
}

/* What a row says of the list itself. */
static desig_result add_of_list(dsg_cursor *cursor, enum dsg_statement statement, any_row *row) {
    switch (statement) {
    case DSG_STATEMENT_OF_LIST:
        cursor->import->as_of = row->list.as_of;
        return DESIG_OK;
    case DSG_STATEMENT_SOURCE:
        return dsg_draft_source(cursor->import->draft, &row->source);
    default:
        ((state *)cursor->import->state)->is_ledger = 1;
        if (row->edition.rows != 0) ((state *)cursor->import->state)->rows = row->edition.rows;
        return dsg_draft_edition(cursor->import->draft, &row->edition);
    }
}

static desig_result begin_row(dsg_cursor *cursor) {
    const dsg_cell *id = dsg_cell_of(cursor, DSG_STATEMENT_ID);
    enum dsg_statement statement = find_statement(dsg_cell_of(cursor, DSG_STATEMENT_PART)->text);
    fault wrong = {NULL, NULL, DSG_STATEMENT_ID};
    any_row row;
    int is_new;
    desig_result result = DESIG_OK;
    cursor->record = DSG_NO_RECORD;
    if ((id->length == 0) != (statement < DSG_STATEMENT_RECORD))
        wrong = id->length == 0 ? (fault){"missing", "is missing", DSG_STATEMENT_ID}
                                : (fault){"misplaced", "has no meaning for this part", DSG_STATEMENT_ID};
    else if (statement == DSG_STATEMENT_KINDS)
        wrong = (fault){"bad-word", "is no kind of part", DSG_STATEMENT_PART};
    else
        result = read_row(cursor, statement, &row, &wrong);
    if (result != DESIG_OK) return result;
    if (wrong.check)
        return dsg_keep_raw(cursor, wrong.check, dsg_column_of(cursor, wrong.column),
                            "%s %s; the row is kept raw", dsg_statement_rules[wrong.column].column,
                            wrong.what);
    if (statement < DSG_STATEMENT_RECORD) return add_of_list(cursor, statement, &row);
    result = dsg_begin_record(cursor, NULL, id->text, id->length, &is_new);
    if (result == DESIG_OK && is_new) set_source(cursor, id->text);
    return result == DESIG_OK ? add(cursor, statement, &row) : result;
}

static desig_result finish(dsg_cursor *cursor) {
    const state *said = cursor->import->state;
    if (said->rows == 0 || said->rows == cursor->import->report.rows) return DESIG_OK;
    return dsg_error_set(
        cursor->import->error, DESIG_E_FORMAT,
        "the ledger has %llu rows, and says that it has %lu: it is cut off, or not as it was "
        "written",
        (unsigned long long)cursor->import->report.rows, (unsigned long)said->rows);
}

static const dsg_format_family family = {.state_size = sizeof(state), .finish = finish};

/* Added after the first release. */
static const dsg_form_column form_columns[] = {{DSG_STATEMENT_DERIVED, 1}};

const dsg_format dsg_format_statements = {
    .about = {.name = "statements",
              .title = "native: one row per part of a record, lossless",
              .readable = 1,
              .writable = 1},
    .family = &family,
    .doubled_rows_mean = 1,
    .names_sources = 1,
    .rules = dsg_statement_rules,
    .rule_count = DSG_STATEMENT_COLUMNS,
    .required = DSG_STATEMENT_TYPE,
    .form_columns = form_columns,
    .form_column_count = sizeof form_columns / sizeof form_columns[0],
    .begin_row = begin_row,
    .write = dsg_statements_write,
};
