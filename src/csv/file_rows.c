#include "csv/file_rows.h"

#include "csv/foreign.h"
#include "csv/row_repair.h"

enum { WINDOW_BEYOND_ROW = 512 * 1024 }; /* so that a row at its limit still fits, and detection sees ahead */

/* ---- Opening ---- */

static desig_result explain(const dsg_file_rows *rows, desig_result result) {
    desig_error *error = rows->import->error;
    if (result == DESIG_E_LIMIT) {
        dsg_error_set(error, result, "a line longer than %zu bytes", rows->import->options->max_row_bytes);
        dsg_error_place(error, rows->splitter.next_line, 1);
    }
    if (result == DESIG_E_IO && rows->input.failure != 0)
        dsg_error_system(error, "read", rows->input.failure);
    else if (result == DESIG_E_IO)
        dsg_error_set(error, result, "cannot read");
    return result;
}

static desig_result begin_file(dsg_file_rows *rows) {
    const char *foreign;
    desig_result result = dsg_begin_file(&rows->input, &foreign);
    if (result != DESIG_OK) return explain(rows, result);
    if (foreign) return dsg_error_set(rows->import->error, DESIG_E_FORMAT, "the file is %s", foreign);
    return DESIG_OK;
}

desig_result dsg_file_rows_open(dsg_file_rows *rows, const desig_source *source, const char *name,
                                dsg_import *import, dsg_row_parser *parser, int whole) {
    const desig_read_options *options = import->options;
    *rows = (dsg_file_rows){.name = name, .import = import, .parser = parser};
    dsg_encoding_init(&rows->encoding, import->allocator, options->encoding);
    desig_result result = whole ? dsg_input_open_whole(&rows->input, import->allocator, source, import->error)
                                : dsg_input_open(&rows->input, import->allocator, source,
                                                 options->max_row_bytes + WINDOW_BEYOND_ROW, import->error);
    if (result != DESIG_OK) return result;
    dsg_row_splitter_init(&rows->splitter, &rows->input, options->max_row_bytes);
    return begin_file(rows);
}

void dsg_file_rows_close(dsg_file_rows *rows) {
    dsg_encoding_free(&rows->encoding);
    dsg_input_close(&rows->input);
}

/* ---- Rows ---- */

desig_result dsg_file_rows_next(dsg_file_rows *rows, int *found) {
    desig_result result = DESIG_OK;
    *found = 1;
    if (rows->again) {
        rows->again = 0;
        return DESIG_OK;
    }
    rows->raw_is_utf8 = 0;
    do {
        result = dsg_row_splitter_next(&rows->splitter, &rows->raw, found);
    } while (result == DESIG_OK && *found && rows->raw.length == 0);
    rows->original = rows->raw;
    return explain(rows, result);
}

void dsg_file_rows_repeat(dsg_file_rows *rows) {
    rows->again = 1;
}

void dsg_file_rows_go_back(dsg_file_rows *rows, const dsg_file_rows *start) {
    rows->import = start->import;
    rows->input = start->input;
    rows->splitter = start->splitter;
    rows->raw = start->raw;
    rows->original = start->original;
    rows->raw_is_utf8 = start->raw_is_utf8;
    rows->again = start->again;
    rows->encoding.declared = start->encoding.declared;
}

/* ---- Text ---- */

/* The line and column (from 1, bytes) of an offset in a row. */
static dsg_place place_of(const dsg_file_rows *rows, const dsg_raw_row *row, size_t offset) {
    dsg_place place = {.file = rows->name, .line = row->line};
    size_t line_start = 0;
    for (size_t i = 0; i < offset; i++) {
        if (row->bytes[i] != '\n') continue;
        place.line++;
        line_start = i + 1;
    }
    place.column = (uint32_t)(offset - line_start + 1);
    return place;
}

static desig_result tell_encoding(const dsg_file_rows *rows, const dsg_raw_row *original,
                                  const dsg_encoding_finding *finding) {
    dsg_place place = place_of(rows, original, 0);
    desig_result result = DESIG_OK;
    if (finding->detected_1252)
        result = dsg_import_tell(rows->import, DESIG_SEVERITY_NOTE, "encoding", &place,
                                 "the file is not UTF-8; it is read as Windows-1252 from here on");
    if (result != DESIG_OK || finding->replaced == 0) return result;
    place = place_of(rows, original, finding->first_replaced);
    return dsg_import_tell(
        rows->import, DESIG_SEVERITY_ERROR, finding->has_nul ? "nul-byte" : "invalid-encoding", &place, "%s",
        finding->has_nul ? "NUL bytes in the row; replaced by U+FFFD"
                         : "bytes that are no text in the file's encoding; replaced by U+FFFD");
}

/* How much there is to tell the encoding by, from the row on: as much for a stream as for a file. */
static desig_result see_ahead(dsg_file_rows *rows, size_t *ahead) {
    const char *bytes = rows->raw.bytes;
    *ahead = rows->raw.length;
    if (rows->encoding.declared != DESIG_ENCODING_DETECT) return DESIG_OK;
    desig_result result = dsg_input_ahead(&rows->input, &bytes, ahead);
    if (rows->original.bytes == rows->raw.bytes) rows->original.bytes = bytes;
    rows->raw.bytes = bytes;
    return result;
}

desig_result dsg_file_rows_to_utf8(dsg_file_rows *rows) {
    dsg_encoding_finding finding;
    if (rows->raw_is_utf8) return DESIG_OK;
    size_t ahead;
    desig_result result = see_ahead(rows, &ahead);
    if (result != DESIG_OK) return explain(rows, result);
    const dsg_raw_row original = rows->raw;
    result = dsg_encoding_to_utf8(&rows->encoding, &rows->raw.bytes, &rows->raw.length, ahead, &finding);
    if (result != DESIG_OK) return result;
    rows->raw_is_utf8 = 1;
    return tell_encoding(rows, &original, &finding);
}

int dsg_file_rows_were_converted(const dsg_file_rows *rows) {
    return rows->encoding.converted.bytes != NULL;
}

/* ---- Cells ---- */

desig_result dsg_file_rows_parse(dsg_file_rows *rows, char delimiter, dsg_row *row, dsg_defect *defect) {
    row->line = rows->raw.line;
    return dsg_row_parser_parse(rows->parser, rows->raw.bytes, rows->raw.length, delimiter, row, defect);
}

/* The repaired text is parsed, and the row keeps the bytes that it had. */
static desig_result parse_repaired(dsg_file_rows *rows, char delimiter, size_t cell_count, dsg_row *row,
                                   int *repaired) {
    dsg_buffer *text = &rows->import->scratch;
    dsg_defect defect;
    desig_result result = dsg_row_repair(&rows->raw, delimiter, cell_count, text, repaired);
    if (result != DESIG_OK || !*repaired) return result;
    result = dsg_row_parser_parse(rows->parser, text->bytes, text->length, delimiter, row, &defect);
    *repaired = result == DESIG_OK && row->count == cell_count;
    if (result == DESIG_E_FORMAT) return DESIG_OK;
    row->line = rows->raw.line;
    row->raw = rows->raw.bytes;
    row->raw_length = rows->raw.length;
    return result;
}

static desig_result cut_to_first_line(dsg_file_rows *rows) {
    dsg_row_splitter_back_to_second_line(&rows->splitter, &rows->raw);
    rows->raw_is_utf8 = 0;
    return dsg_file_rows_to_utf8(rows);
}

desig_result dsg_file_rows_parse_repaired(dsg_file_rows *rows, char delimiter, size_t cell_count,
                                          dsg_row *row, int *repaired) {
    desig_result result = parse_repaired(rows, delimiter, cell_count, row, repaired);
    if (result == DESIG_OK && !*repaired && rows->splitter.row_lines > 1) {
        result = cut_to_first_line(rows);
        if (result == DESIG_OK) result = parse_repaired(rows, delimiter, cell_count, row, repaired);
    }
    if (result != DESIG_OK || !*repaired) return result;
    dsg_place place = place_of(rows, &rows->raw, 0);
    return dsg_import_tell(
        rows->import, DESIG_SEVERITY_NOTE, "stray-quotes", &place,
        "a quote within a cell that is not written as it should be; the cells are told apart "
        "nevertheless");
}

/* The place is where the defect shows, or, if that is further down, the quote that made the row run on. */
desig_result dsg_file_rows_cut_defective(dsg_file_rows *rows, const dsg_defect *defect) {
    size_t offset = defect->offset;
    desig_result result = cut_to_first_line(rows);
    if (result != DESIG_OK) return result;
    if (offset >= rows->raw.length) {
        offset = rows->raw.length;
        while (offset > 0 && rows->raw.bytes[--offset] != '"') {
        }
    }
    dsg_place place = place_of(rows, &rows->raw, offset);
    return dsg_import_tell(rows->import, DESIG_SEVERITY_ERROR, defect->check, &place, "%s", defect->what);
}
