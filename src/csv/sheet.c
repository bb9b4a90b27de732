/* desig_csv reads the rows of a CSV that is no list, such as a file of customers. */
#include "base/arena.h"
#include "base/ascii.h"
#include "base/error.h"
#include "base/memory.h"
#include "base/struct_size.h"
#include "csv/encoding.h"
#include "csv/foreign.h"
#include "csv/read_options.h"
#include "csv/row_parser.h"
#include "csv/row_splitter.h"

#include <string.h>

enum { BEYOND_ROW = 512 * 1024 }; /* bytes of the window, so that a row at its limit still fits */

struct desig_csv {
    desig_allocator allocator;
    desig_csv_options options; /* every limit resolved */
    const char *name;          /* of the source, for errors */
    dsg_input input;
    dsg_row_splitter splitter;
    dsg_encoding encoding;
    dsg_row_parser *parser;
    desig_csv_cell *cells; /* of the row */
    size_t cell_capacity;
    desig_csv_row row;
    desig_csv_row header;
    dsg_arena header_memory;
    uint64_t row_count;
};

/* ---- Errors ---- */

/* What an error of reading lacks: the file, and what the system said. */
static desig_result explain(const desig_csv *csv, desig_result result, desig_error *error) {
    if (!error || result == DESIG_OK) return result;
    if (result == DESIG_E_IO && csv->input.failure != 0)
        dsg_error_system(error, "read", csv->input.failure);
    else if (result == DESIG_E_IO && error->result != result)
        dsg_error_set(error, result, "cannot read");
    else if (error->result != result)
        dsg_error_plain(error, result);
    if (csv->name) dsg_text_copy(error->file, sizeof error->file, csv->name);
    return result;
}

static desig_result refuse_header(desig_error *error, desig_result result, uint64_t line, uint32_t column,
                                  const char *why) {
    dsg_error_set(error, result, "%s", why);
    dsg_error_place(error, line, column);
    return result;
}

/* ---- Cells ---- */

static desig_result make_room(desig_csv *csv, size_t count) {
    if (count <= csv->cell_capacity) return DESIG_OK;
    desig_csv_cell *cells = dsg_alloc(&csv->allocator, count * sizeof *cells);
    if (!cells) return DESIG_E_NOMEM;
    dsg_release(&csv->allocator, csv->cells, csv->cell_capacity * sizeof *cells);
    csv->cells = cells;
    csv->cell_capacity = count;
    return DESIG_OK;
}

/* Where the cells stand, and whether they are text, is told by the bytes of the file. */
static desig_result take_places(desig_csv *csv, dsg_row *row) {
    desig_result result = make_room(csv, row->count);
    if (result != DESIG_OK) return result;
    for (size_t i = 0; i < row->count; i++) {
        const dsg_cell *cell = &row->cells[i];
        desig_csv_cell *to = &csv->cells[i];
        *to = (desig_csv_cell){.damaged =
                                   (uint8_t)!dsg_encoding_is_text(&csv->encoding, cell->text, cell->length)};
        dsg_row_place(row, i, &to->line, &to->column);
    }
    csv->row.cells = csv->cells;
    csv->row.cell_count = row->count;
    return DESIG_OK;
}

static void take_texts(desig_csv *csv, const dsg_row *row) {
    for (size_t i = 0; i < row->count; i++) {
        csv->cells[i].text = row->cells[i].text ? row->cells[i].text : "";
        csv->cells[i].length = row->cells[i].length;
    }
}

/* A separator too many stands somewhere, and has moved cells. */
static int has_extra_cells(const desig_csv *csv, const dsg_row *row) {
    if (csv->header.size == 0) return 0; /* this is the header */
    for (size_t i = csv->header.cell_count; i < row->count; i++) {
        if (row->cells[i].length > 0) return 1;
    }
    return 0;
}

/* ---- Rows ---- */

static void take_defect(desig_csv *csv, const char *what, uint32_t column) {
    csv->row.cell_count = 0;
    csv->row.defect = what;
    csv->row.defect_column = column;
}

/* A defect costs the first line of the row, and shows in it: where libcsv met it or, if that is further down,
 * at the quote that made the row run on. */
static void cut_defective(desig_csv *csv, dsg_raw_row *raw, const dsg_defect *defect) {
    size_t offset = defect->offset;
    dsg_row_splitter_back_to_second_line(&csv->splitter, raw);
    if (offset >= raw->length) {
        offset = raw->length;
        while (offset > 0 && raw->bytes[--offset] != '"') {
        }
    }
    csv->row.raw = raw->bytes;
    csv->row.raw_length = raw->length;
    take_defect(csv, defect->what, (uint32_t)offset + 1);
}

/* A row's bytes in UTF-8: themselves, or a copy that lives until the next call. */
static desig_result to_utf8(desig_csv *csv, dsg_raw_row *raw, dsg_raw_row *text) {
    dsg_encoding_finding finding;
    size_t ahead = raw->length;
    if (csv->encoding.declared == DESIG_ENCODING_DETECT) {
        desig_result result = dsg_input_ahead(&csv->input, &raw->bytes, &ahead);
        if (result != DESIG_OK) return result;
    }
    csv->row.raw = raw->bytes;
    *text = *raw;
    return dsg_encoding_to_utf8(&csv->encoding, &text->bytes, &text->length, ahead, &finding);
}

static desig_result parse(desig_csv *csv, dsg_raw_row *raw) {
    dsg_raw_row text;
    dsg_cell empty = {NULL, 0};
    dsg_row row = {0};
    dsg_defect defect;
    desig_result result = to_utf8(csv, raw, &text);
    if (result != DESIG_OK) return result;
    result = dsg_row_parser_parse(csv->parser, raw->bytes, raw->length, csv->row.delimiter, &row, &defect);
    row.line = raw->line;
    if (result == DESIG_OK && row.count == 0) row.cells = &empty, row.count = 1;
    if (result == DESIG_OK) result = take_places(csv, &row);
    if (result == DESIG_OK && text.bytes != raw->bytes)
        result =
            dsg_row_parser_parse(csv->parser, text.bytes, text.length, csv->row.delimiter, &row, &defect);
    if (result == DESIG_E_FORMAT) cut_defective(csv, raw, &defect);
    if (result != DESIG_OK) return result == DESIG_E_FORMAT ? DESIG_OK : result;
    if (has_extra_cells(csv, &row)) {
        take_defect(csv, "more cells than the header has", 1);
        return DESIG_OK;
    }
    dsg_row_parser_trim(csv->parser);
    take_texts(csv, &row);
    return DESIG_OK;
}

/* The first of the likely ones that stands most often outside quotes. */
static char recognise_delimiter(const dsg_raw_row *raw) {
    static const char delimiters[] = {',', ';', '\t'};
    size_t most = 0;
    char likeliest = ',';
    for (size_t i = 0; i < sizeof delimiters; i++) {
        size_t count = 0;
        int in_quotes = 0;
        for (size_t at = 0; at < raw->length; at++) {
            in_quotes ^= raw->bytes[at] == '"';
            count += !in_quotes && raw->bytes[at] == delimiters[i];
        }
        if (count <= most) continue;
        most = count;
        likeliest = delimiters[i];
    }
    return likeliest;
}

static desig_result take_row(desig_csv *csv, dsg_raw_row *raw) {
    if (csv->options.delimiter == 0) csv->options.delimiter = recognise_delimiter(raw);
    csv->row = (desig_csv_row){.size = sizeof csv->row,
                               .line = raw->line,
                               .delimiter = csv->options.delimiter,
                               .raw = raw->bytes,
                               .raw_length = raw->length};
    return parse(csv, raw);
}

static desig_result take_long_line(desig_csv *csv) {
    csv->row = (desig_csv_row){
        .size = sizeof csv->row, .line = csv->splitter.next_line, .delimiter = csv->options.delimiter};
    take_defect(csv, "a line longer than the limit", 1);
    return dsg_row_splitter_pass_line(&csv->splitter);
}

/* Whether a row is passed over. In a sheet of one column an empty line is an empty cell. DOS programs end a
 * file with Control-Z. */
static int says_nothing(const desig_csv *csv, const dsg_raw_row *raw) {
    if (raw->is_mark) return 1;
    return raw->length == 0 && csv->header.cell_count != 1 && !csv->options.empty_lines;
}

static desig_result next_row(desig_csv *csv, int *found) {
    dsg_raw_row raw;
    desig_result result;
    do {
        result = dsg_row_splitter_next(&csv->splitter, &raw, found);
    } while (result == DESIG_OK && *found && says_nothing(csv, &raw));
    if (result == DESIG_E_LIMIT) return take_long_line(csv);
    return result == DESIG_OK && *found ? take_row(csv, &raw) : result;
}

desig_result desig_csv_next(desig_csv *csv, const desig_csv_row **row, desig_error *error) {
    int found = 1;
    if (!csv || !row) return dsg_error_plain(error, DESIG_E_ARGUMENT);
    if (error) *error = (desig_error){.result = DESIG_OK};
    desig_result result = next_row(csv, &found);
    if (result != DESIG_OK) return explain(csv, result, error);
    if (found) csv->row.number = ++csv->row_count;
    *row = found ? &csv->row : NULL;
    return DESIG_OK;
}

/* ---- The header ---- */

/* The header lives as long as the sheet. */
static desig_result keep_header(desig_csv *csv) {
    dsg_arena *memory = &csv->header_memory;
    desig_csv_row *header = &csv->header;
    desig_csv_cell *cells = dsg_arena_take(memory, csv->row.cell_count * sizeof *cells);
    const char *raw = dsg_arena_text(memory, csv->row.raw, csv->row.raw_length);
    if (!cells || !raw) return DESIG_E_NOMEM;
    for (size_t i = 0; i < csv->row.cell_count; i++) {
        cells[i] = csv->row.cells[i];
        cells[i].text = dsg_arena_text(memory, cells[i].text, cells[i].length);
        if (!cells[i].text) return DESIG_E_NOMEM;
    }
    *header = csv->row;
    header->cells = cells;
    header->raw = raw;
    return DESIG_OK;
}

static desig_result read_header(desig_csv *csv, desig_error *error) {
    int keeps_empty_lines = csv->options.empty_lines, found = 1;
    csv->options.empty_lines = 0;
    desig_result result = next_row(csv, &found);
    csv->options.empty_lines = keeps_empty_lines;
    if (result != DESIG_OK) return result;
    if (!found) return refuse_header(error, DESIG_E_FORMAT, 1, 1, "the file is empty; it needs a header row");
    if (csv->row.defect) {
        dsg_error_set(error, csv->row.raw ? DESIG_E_FORMAT : DESIG_E_LIMIT,
                      "the header row cannot be read: %s", csv->row.defect);
        dsg_error_place(error, csv->row.line, csv->row.defect_column);
        return csv->row.raw ? DESIG_E_FORMAT : DESIG_E_LIMIT;
    }
    return keep_header(csv);
}

int desig_csv_column(const desig_csv *csv, const char *name) {
    int found = -1;
    if (!csv || !name) return -1;
    for (size_t i = 0; i < csv->header.cell_count; i++) {
        if (!dsg_equal_nocase(csv->header.cells[i].text, name)) continue;
        if (found >= 0) return -2;
        found = (int)i;
    }
    return found;
}

/* ---- Opening ---- */

static desig_csv_options resolve(const desig_csv_options *given) {
    desig_csv_options options = {0};
    DSG_STRUCT_TAKE(desig_csv_options, &options, given);
    dsg_resolve_row_limits(&options.max_field_bytes, &options.max_row_bytes, &options.max_columns);
    return options;
}

static desig_result begin_file(desig_csv *csv, desig_error *error) {
    const char *foreign;
    desig_result result = dsg_begin_file(&csv->input, &foreign);
    if (result != DESIG_OK || !foreign) return result;
    dsg_error_set(error, DESIG_E_FORMAT, "this is %s", foreign);
    dsg_error_place(error, 1, 1);
    return DESIG_E_FORMAT;
}

static desig_result open_sheet(desig_csv *csv, const desig_source *source, desig_error *error) {
    const desig_csv_options *options = &csv->options;
    desig_result result =
        dsg_input_open(&csv->input, &csv->allocator, source, options->max_row_bytes + BEYOND_ROW, error);
    if (result == DESIG_OK)
        result =
            dsg_row_parser_new(&csv->allocator, options->max_columns, options->max_field_bytes, &csv->parser);
    if (result != DESIG_OK) return result;
    dsg_row_splitter_init(&csv->splitter, &csv->input, options->max_row_bytes);
    result = begin_file(csv, error);
    return result == DESIG_OK ? read_header(csv, error) : result;
}

desig_result desig_csv_new(const desig_source *source, const desig_csv_options *given,
                           const desig_allocator *allocator, desig_csv **out, const desig_csv_row **header,
                           desig_error *error) {
    const desig_csv_options options = resolve(given);
    const desig_allocator memory = dsg_allocator_or_default(allocator);
    if (!source || !out) return dsg_error_plain(error, DESIG_E_ARGUMENT);
    if (error) *error = (desig_error){.result = DESIG_OK};
    if (dsg_check_cells(options.delimiter, options.encoding, error) != DESIG_OK) return DESIG_E_ARGUMENT;
    desig_csv *csv = dsg_alloc(&memory, sizeof *csv);
    if (!csv) return dsg_error_plain(error, DESIG_E_NOMEM);
    *csv = (desig_csv){.allocator = memory,
                       .options = options,
                       .name = source->name ? source->name : source->path,
                       .input.file = -1};
    dsg_encoding_init(&csv->encoding, &csv->allocator, options.encoding);
    dsg_arena_init(&csv->header_memory, &csv->allocator);
    desig_result result = open_sheet(csv, source, error);
    if (result != DESIG_OK) {
        explain(csv, result, error);
        desig_csv_free(csv);
        return result;
    }
    *out = csv;
    if (header) *header = &csv->header;
    return DESIG_OK;
}

void desig_csv_free(desig_csv *csv) {
    if (!csv) return;
    const desig_allocator memory = csv->allocator;
    dsg_arena_free(&csv->header_memory);
    dsg_release(&memory, csv->cells, csv->cell_capacity * sizeof *csv->cells);
    dsg_row_parser_free(csv->parser);
    dsg_encoding_free(&csv->encoding);
    dsg_input_close(&csv->input);
    dsg_release(&memory, csv, sizeof *csv);
}
