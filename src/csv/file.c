#include "csv/file.h"

#include "csv/recognise.h"

#include "base/memory.h"

#include <string.h>

enum { WINDOW_BEYOND_ROW = 512 * 1024 }; /* so that a row at its limit still fits, and detection sees ahead */

/* ---- Bytes to UTF-8 rows ---- */

/* The line and column (1-based, bytes) of an offset in a row. */
static void place_of(const char *bytes, size_t offset, uint64_t *line, uint32_t *column) {
    size_t i, line_start = 0;
    for (i = 0; i < offset; i++) {
        if (bytes[i] != '\n') continue;
        ++*line;
        line_start = i + 1;
    }
    *column = (uint32_t)(offset - line_start + 1);
}

static desig_result report_encoding(dsg_reading *reading, const dsg_raw_row *original,
                                    const dsg_encoding_finding *finding) {
    uint64_t line = original->line;
    uint32_t column = 1;
    if (finding->detected_1252) {
        desig_result result =
            dsg_diagnose_at(reading, DESIG_SEVERITY_NOTE, "encoding", line, 1,
                            "the file is not UTF-8; it is read as Windows-1252 from here on");
        if (result != DESIG_OK) return result;
    }
    if (finding->replaced == 0) return DESIG_OK;
    place_of(original->bytes, finding->first_replaced, &line, &column);
    return dsg_diagnose_at(
        reading, DESIG_SEVERITY_ERROR, finding->has_nul ? "nul-byte" : "invalid-encoding", line, column,
        finding->has_nul ? "NUL bytes in the row; replaced by U+FFFD"
                         : "bytes that are no text in the file's encoding; replaced by U+FFFD");
}

static desig_result to_utf8(dsg_file *file, dsg_reading *reading, dsg_raw_row *row) {
    const dsg_raw_row original = *row;
    dsg_encoding_finding finding;
    size_t ahead = file->input.length - (size_t)(row->bytes - file->input.window);
    desig_result result = dsg_encoding_to_utf8(&file->encoding, &row->bytes, &row->length, ahead, &finding);
    return result == DESIG_OK ? report_encoding(reading, &original, &finding) : result;
}

desig_result dsg_file_row_to_utf8(dsg_file *file, dsg_reading *reading) {
    return to_utf8(file, reading, &file->raw);
}

/* DOS programs end a text file with Control-Z; OFAC's classic files still do. */
static int is_end_mark(const dsg_file *file) {
    return file->raw.length == 1 && file->raw.bytes[0] == 0x1A && file->input.at_end;
}

static desig_result explain_row_failure(dsg_file *file, dsg_reading *reading, desig_result result) {
    if (result == DESIG_E_LIMIT) {
        dsg_error_set(reading->error, result, "a line longer than %zu bytes",
                      reading->options->max_row_bytes);
        dsg_error_place(reading->error, file->rows.next_line, 1);
    }
    if (result == DESIG_E_IO && file->input.failure != 0)
        dsg_error_system(reading->error, "read", file->input.failure);
    else if (result == DESIG_E_IO)
        dsg_error_set(reading->error, result, "cannot read");
    return result;
}

desig_result dsg_file_next_raw(dsg_file *file, dsg_reading *reading, int *found) {
    desig_result result;
    if (file->raw_is_pending) {
        file->raw_is_pending = 0;
        *found = 1;
        return DESIG_OK;
    }
    do {
        result = dsg_rows_next(&file->rows, &file->raw, found);
    } while (result == DESIG_OK && *found && (file->raw.length == 0 || is_end_mark(file)));
    return explain_row_failure(file, reading, result);
}

/* ---- Opening ---- */

static desig_result skip_byte_order_mark(dsg_file *file, dsg_reading *reading) {
    desig_result result = DESIG_OK;
    while (result == DESIG_OK && file->input.length < 3 && !file->input.at_end)
        result = dsg_input_more(&file->input);
    if (result != DESIG_OK) return explain_row_failure(file, reading, result);
    if (file->input.length >= 3 && memcmp(file->input.window, "\xEF\xBB\xBF", 3) == 0)
        dsg_input_pass(&file->input, 3);
    if (file->input.length >= 2 &&
        (memcmp(file->input.window, "\xFF\xFE", 2) == 0 || memcmp(file->input.window, "\xFE\xFF", 2) == 0))
        return dsg_error_set(reading->error, DESIG_E_FORMAT, "the file is UTF-16; save it as UTF-8");
    return DESIG_OK;
}

/* The first row says which format it is; or the second does, below a publisher's line. */
static desig_result recognise(dsg_file *file, dsg_reading *reading, dsg_reader *reader) {
    desig_result result;
    do {
        int found;
        result = dsg_file_next_raw(file, reading, &found);
        if (result != DESIG_OK) return result;
        if (!found)
            return dsg_error_set(reading->error, DESIG_E_FORMAT, "the file %s",
                                 file->raw.line == 0 ? "is empty" : "has no header");
        result = to_utf8(file, reading, &file->raw);
        if (result == DESIG_OK) result = dsg_recognise(file, reading, reader);
    } while (result == DESIG_OK && file->format == NULL);
    return result;
}

desig_result dsg_file_open(dsg_file *file, const desig_source *source, dsg_reading *reading,
                           dsg_reader *reader) {
    desig_result result;
    memset(file, 0, sizeof *file);
    file->name = source->name != NULL ? source->name : source->path != NULL ? source->path : "(input)";
    file->checksum = source->checksum;
    reading->file = file->name;
    reading->row = NULL;
    reading->record = DSG_NO_RECORD;
    dsg_encoding_init(&file->encoding, reading->allocator, reading->options->encoding);
    if (reading->folding != NULL)
        result = dsg_input_open_whole(&file->input, reading->allocator, source, reading->error);
    else
        result = dsg_input_open(&file->input, reading->allocator, source,
                                reading->options->max_row_bytes + WINDOW_BEYOND_ROW, reading->error);
    if (result != DESIG_OK) return result;
    dsg_rows_init(&file->rows, &file->input, reading->options->max_row_bytes);
    result = skip_byte_order_mark(file, reading);
    return result == DESIG_OK ? recognise(file, reading, reader) : result;
}

void dsg_file_close(dsg_file *file, const desig_allocator *allocator) {
    dsg_release(allocator, file->columns, file->column_count * sizeof *file->columns);
    dsg_release(allocator, file->rule_of_column, file->column_count * sizeof *file->rule_of_column);
    if (file->format != NULL)
        dsg_release(allocator, file->column_of_rule, file->format->rule_count * sizeof *file->column_of_rule);
    dsg_release(allocator, file->wanted, file->wanted_count + 1);
    dsg_encoding_free(&file->encoding);
    dsg_input_close(&file->input);
}

/* ---- Rows ---- */

/* A row that libcsv refuses costs its first line only. The place is where the defect shows, or, if that is
 * further down, the quote that made the row run on. */
static desig_result keep_defective(dsg_file *file, dsg_reading *reading, const dsg_defect *defect) {
    uint64_t line;
    uint32_t column = 1;
    size_t offset = defect->offset;
    desig_result result;
    dsg_rows_back_to_second_line(&file->rows, &file->raw);
    result = to_utf8(file, reading, &file->raw);
    if (result != DESIG_OK) return result;
    if (offset >= file->raw.length) {
        offset = file->raw.length;
        while (offset > 0 && file->raw.bytes[--offset] != '"') {
        }
    }
    line = file->raw.line;
    place_of(file->raw.bytes, offset, &line, &column);
    result = dsg_diagnose_at(reading, DESIG_SEVERITY_ERROR, defect->check, line, column, defect->what);
    if (result != DESIG_OK) return result;
    reading->report.rows++;
    return dsg_keep_raw_row(reading, defect->check, file->raw.bytes, file->raw.length);
}

/* Whether the row has been seen will be asked when it is parsed. */
static void expect_row(dsg_file *file) {
    if (file->seen == NULL) return;
    file->digest = dsg_digest_set_digest(file->raw.bytes, file->raw.length);
    dsg_digest_set_expect(file->seen, file->digest);
}

static int is_wanted(dsg_file *file) {
    return file->wanted == NULL || file->row_number >= file->wanted_count || file->wanted[file->row_number];
}

/* The next row that is to be read, and whether it is UTF-8 already. */
static desig_result next_wanted(dsg_file *file, dsg_reading *reading, int *was_pending, int *found) {
    for (;; file->row_number++) {
        desig_result result;
        *was_pending = file->raw_is_pending;
        result = dsg_file_next_raw(file, reading, found);
        if (result != DESIG_OK || !*found || is_wanted(file)) return result;
        reading->report.rows++;
    }
}

desig_result dsg_file_next(dsg_file *file, dsg_reading *reading, dsg_reader *reader, dsg_row *row,
                           int *found) {
    for (;;) {
        int was_pending;
        dsg_defect defect;
        desig_result result = next_wanted(file, reading, &was_pending, found);
        if (result != DESIG_OK || !*found) return result;
        file->row_number++;
        reading->row = NULL;
        reading->record = DSG_NO_RECORD;
        if (!was_pending) result = to_utf8(file, reading, &file->raw);
        if (result != DESIG_OK) return result;
        expect_row(file);
        result = dsg_reader_parse(reader, file->raw.bytes, file->raw.length, file->delimiter, row, &defect);
        row->line = file->raw.line;
        if (result != DESIG_E_FORMAT) return result;
        result = keep_defective(file, reading, &defect);
        if (result != DESIG_OK) return result;
    }
}
