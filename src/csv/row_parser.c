#include "csv/row_parser.h"

#include "base/memory.h"

#include <csv.h>
#include <string.h>

struct dsg_row_parser {
    const desig_allocator *allocator;
    struct csv_parser csv;
    char *text; /* where libcsv puts the cells, one behind the other */
    size_t text_size;
    dsg_cell *cells;
    size_t cell_capacity;
    size_t cell_count;
    size_t ready; /* cells up to this one can be taken without a second look */
    size_t max_columns;
    size_t max_field_bytes;
    size_t rows_ended; /* by libcsv, within the bytes of one row: more than one is a defect */
    const char *check; /* why the row is defective, NULL if it is not */
    const char *what;
    desig_result failed;
};

/* Spaces around a cell are part of it. */
static int no_space(unsigned char byte) {
    (void)byte;
    return 0;
}

/* The row's text is never larger than libcsv's buffer, so it never asks for more. */
static void *no_realloc(void *block, size_t size) {
    (void)block;
    (void)size;
    return NULL;
}

static void no_free(void *block) {
    (void)block;
}

static void start_parser(dsg_row_parser *parser) {
    csv_init(&parser->csv, CSV_STRICT | CSV_STRICT_FINI | CSV_EMPTY_IS_NULL);
    csv_set_space_func(&parser->csv, no_space);
    csv_set_realloc_func(&parser->csv, no_realloc);
    csv_set_free_func(&parser->csv, no_free);
}

desig_result dsg_row_parser_new(const desig_allocator *allocator, size_t max_columns, size_t max_field_bytes,
                                dsg_row_parser **out) {
    dsg_row_parser *parser = dsg_alloc(allocator, sizeof *parser);
    if (!parser) return DESIG_E_NOMEM;
    memset(parser, 0, sizeof *parser);
    parser->allocator = allocator;
    parser->max_columns = max_columns;
    parser->max_field_bytes = max_field_bytes;
    start_parser(parser);
    *out = parser;
    return DESIG_OK;
}

void dsg_row_parser_free(dsg_row_parser *parser) {
    if (!parser) return;
    dsg_release(parser->allocator, parser->text, parser->text_size);
    dsg_release(parser->allocator, parser->cells, parser->cell_capacity * sizeof *parser->cells);
    dsg_release(parser->allocator, parser, sizeof *parser);
}

static void spoil(dsg_row_parser *parser, const char *check, const char *what) {
    if (parser->check) return;
    parser->check = check;
    parser->what = what;
    parser->ready = 0;
}

static void make_ready(dsg_row_parser *parser) {
    parser->ready = parser->cell_capacity < parser->max_columns ? parser->cell_capacity : parser->max_columns;
}

/* Whether one more cell can be taken. A callback cannot stop libcsv, so what is wrong is remembered. */
static int can_take(dsg_row_parser *parser, size_t length) {
    dsg_cell *cells;
    if (parser->rows_ended > 0) spoil(parser, "bare-carriage-return", "a carriage return outside quotes");
    if (parser->cell_count >= parser->max_columns)
        spoil(parser, "too-many-columns", "more columns than the limit");
    if (length > parser->max_field_bytes) spoil(parser, "field-too-long", "a field longer than the limit");
    if (parser->check || parser->failed != DESIG_OK) return 0;
    cells =
        dsg_grow(parser->allocator, parser->cells, sizeof *cells, parser->cell_count, &parser->cell_capacity);
    if (!cells) {
        parser->failed = DESIG_E_NOMEM;
        return 0;
    }
    parser->cells = cells;
    make_ready(parser);
    return 1;
}

/* libcsv has put a cell into its buffer: leave it there, and let libcsv go on behind it. */
static void end_cell(void *bytes, size_t length, void *context) {
    dsg_row_parser *parser = context;
    int ready = parser->cell_count < parser->ready && length <= parser->max_field_bytes;
    if (!ready && !can_take(parser, length)) return;
    parser->cells[parser->cell_count++] = (dsg_cell){bytes, length};
    if (!bytes) return;
    ((char *)bytes)[length] = '\0';
    parser->csv.entry_buf += length + 1;
    parser->csv.entry_size -= length + 1;
}

static void end_row(int terminator, void *context) {
    dsg_row_parser *parser = context;
    (void)terminator;
    parser->rows_ended++;
    parser->ready = 0;
}

/* Room for every cell of a row and a NUL behind each: a row of n bytes has n + 1 cells at most. */
static desig_result prepare(dsg_row_parser *parser, size_t length) {
    size_t needed = 2 * length + 4;
    if (needed > parser->text_size) {
        char *text;
        needed += needed / 2;
        dsg_release(parser->allocator, parser->text, parser->text_size);
        parser->text_size = 0;
        parser->text = NULL;
        text = dsg_alloc(parser->allocator, needed);
        if (!text) return DESIG_E_NOMEM;
        parser->text = text;
        parser->text_size = needed;
    }
    parser->csv.entry_buf = (unsigned char *)parser->text;
    parser->csv.entry_size = parser->text_size;
    parser->cell_count = 0;
    parser->rows_ended = 0;
    parser->check = NULL;
    parser->failed = DESIG_OK;
    make_ready(parser);
    return DESIG_OK;
}

desig_result dsg_row_parser_parse(dsg_row_parser *parser, const char *bytes, size_t length, char delimiter,
                                  dsg_row *row, dsg_defect *defect) {
    size_t parsed;
    desig_result result = prepare(parser, length);
    if (result != DESIG_OK) return result;
    csv_set_delim(&parser->csv, (unsigned char)delimiter);
    parsed = csv_parse(&parser->csv, bytes, length, end_cell, end_row, parser);
    if (parsed != length)
        spoil(parser, "bad-quotes", "a quote within an unquoted cell, or text after a closing quote");
    else if (csv_fini(&parser->csv, end_cell, end_row, parser) != 0)
        spoil(parser, "open-quote", "a quoted cell that does not end");
    if (parser->check || parser->failed != DESIG_OK) start_parser(parser);
    if (parser->failed != DESIG_OK) return parser->failed;
    if (parser->check) {
        *defect = (dsg_defect){parser->check, parser->what, parsed};
        return DESIG_E_FORMAT;
    }
    row->cells = parser->cells;
    row->count = parser->cell_count;
    row->raw = bytes;
    row->raw_length = length;
    row->delimiter = delimiter;
    row->mark = (dsg_row_mark){0};
    return DESIG_OK;
}

static int is_blank(char c) {
    return c == ' ' || c == '\t';
}

void dsg_row_parser_trim(dsg_row_parser *parser) {
    for (size_t i = 0; i < parser->cell_count; i++) {
        dsg_cell *cell = &parser->cells[i];
        if (!cell->text) continue;
        char *text = parser->text + (cell->text - parser->text);
        while (cell->length > 0 && is_blank(text[cell->length - 1])) cell->length--;
        text[cell->length] = '\0';
        while (cell->length > 0 && is_blank(*cell->text)) {
            cell->text++;
            cell->length--;
        }
    }
}
