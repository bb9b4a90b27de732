#include "csv/reader.h"

#include "base/memory.h"

#include <csv.h>
#include <string.h>

struct dsg_reader {
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

static void start_parser(dsg_reader *reader) {
    csv_init(&reader->csv, CSV_STRICT | CSV_STRICT_FINI | CSV_EMPTY_IS_NULL);
    csv_set_space_func(&reader->csv, no_space);
    csv_set_realloc_func(&reader->csv, no_realloc);
    csv_set_free_func(&reader->csv, no_free);
}

desig_result dsg_reader_new(const desig_allocator *allocator, size_t max_columns, size_t max_field_bytes,
                            dsg_reader **out) {
    dsg_reader *reader = dsg_alloc(allocator, sizeof *reader);
    if (reader == NULL) return DESIG_E_NOMEM;
    memset(reader, 0, sizeof *reader);
    reader->allocator = allocator;
    reader->max_columns = max_columns;
    reader->max_field_bytes = max_field_bytes;
    start_parser(reader);
    *out = reader;
    return DESIG_OK;
}

void dsg_reader_free(dsg_reader *reader) {
    if (reader == NULL) return;
    dsg_release(reader->allocator, reader->text, reader->text_size);
    dsg_release(reader->allocator, reader->cells, reader->cell_capacity * sizeof *reader->cells);
    dsg_release(reader->allocator, reader, sizeof *reader);
}

static void spoil(dsg_reader *reader, const char *check, const char *what) {
    if (reader->check != NULL) return;
    reader->check = check;
    reader->what = what;
    reader->ready = 0;
}

static void make_ready(dsg_reader *reader) {
    reader->ready = reader->cell_capacity < reader->max_columns ? reader->cell_capacity : reader->max_columns;
}

/* Whether one more cell can be taken. A callback cannot stop libcsv, so what is wrong is remembered. */
static int can_take(dsg_reader *reader, size_t length) {
    dsg_cell *cells;
    if (reader->rows_ended > 0) spoil(reader, "bare-carriage-return", "a carriage return outside quotes");
    if (reader->cell_count >= reader->max_columns)
        spoil(reader, "too-many-columns", "more columns than the limit");
    if (length > reader->max_field_bytes) spoil(reader, "field-too-long", "a field longer than the limit");
    if (reader->check != NULL || reader->failed != DESIG_OK) return 0;
    cells =
        dsg_grow(reader->allocator, reader->cells, sizeof *cells, reader->cell_count, &reader->cell_capacity);
    if (cells == NULL) {
        reader->failed = DESIG_E_NOMEM;
        return 0;
    }
    reader->cells = cells;
    make_ready(reader);
    return 1;
}

/* libcsv has put a cell into its buffer: leave it there, and let libcsv go on behind it. */
static void end_cell(void *bytes, size_t length, void *context) {
    dsg_reader *reader = context;
    int ready = reader->cell_count < reader->ready && length <= reader->max_field_bytes;
    if (!ready && !can_take(reader, length)) return;
    reader->cells[reader->cell_count++] = (dsg_cell){bytes, length};
    if (bytes == NULL) return;
    ((char *)bytes)[length] = '\0';
    reader->csv.entry_buf += length + 1;
    reader->csv.entry_size -= length + 1;
}

static void end_row(int terminator, void *context) {
    dsg_reader *reader = context;
    (void)terminator;
    reader->rows_ended++;
    reader->ready = 0;
}

/* Room for every cell of a row and a NUL behind each: a row of n bytes has n + 1 cells at most. */
static desig_result prepare(dsg_reader *reader, size_t length) {
    size_t needed = 2 * length + 4;
    if (needed > reader->text_size) {
        char *text;
        needed += needed / 2;
        dsg_release(reader->allocator, reader->text, reader->text_size);
        reader->text_size = 0;
        reader->text = NULL;
        text = dsg_alloc(reader->allocator, needed);
        if (text == NULL) return DESIG_E_NOMEM;
        reader->text = text;
        reader->text_size = needed;
    }
    reader->csv.entry_buf = (unsigned char *)reader->text;
    reader->csv.entry_size = reader->text_size;
    reader->cell_count = 0;
    reader->rows_ended = 0;
    reader->check = NULL;
    reader->failed = DESIG_OK;
    make_ready(reader);
    return DESIG_OK;
}

desig_result dsg_reader_parse(dsg_reader *reader, const char *bytes, size_t length, char delimiter,
                              dsg_row *row, dsg_defect *defect) {
    size_t parsed;
    desig_result result = prepare(reader, length);
    if (result != DESIG_OK) return result;
    csv_set_delim(&reader->csv, (unsigned char)delimiter);
    parsed = csv_parse(&reader->csv, bytes, length, end_cell, end_row, reader);
    if (parsed != length)
        spoil(reader, "bad-quotes", "a quote within an unquoted cell, or text after a closing quote");
    else if (csv_fini(&reader->csv, end_cell, end_row, reader) != 0)
        spoil(reader, "open-quote", "a quoted cell that does not end");
    if (reader->check != NULL || reader->failed != DESIG_OK) start_parser(reader);
    if (reader->failed != DESIG_OK) return reader->failed;
    if (reader->check != NULL) {
        *defect = (dsg_defect){reader->check, reader->what, parsed};
        return DESIG_E_FORMAT;
    }
    row->cells = reader->cells;
    row->count = reader->cell_count;
    row->raw = bytes;
    row->raw_length = length;
    row->delimiter = delimiter;
    row->mark = (dsg_row_mark){0};
    return DESIG_OK;
}

static int is_blank(char c) {
    return c == ' ' || c == '\t';
}

void dsg_reader_trim(dsg_reader *reader) {
    for (size_t i = 0; i < reader->cell_count; i++) {
        dsg_cell *cell = &reader->cells[i];
        if (!cell->text) continue;
        char *text = reader->text + (cell->text - reader->text);
        while (cell->length > 0 && is_blank(text[cell->length - 1])) cell->length--;
        text[cell->length] = '\0';
        while (cell->length > 0 && is_blank(*cell->text)) {
            cell->text++;
            cell->length--;
        }
    }
}
