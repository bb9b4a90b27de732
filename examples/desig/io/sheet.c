#include "io/sheet.h"

#include <errno.h>
#include <string.h>

#include "io/out.h"
#include "io/tell.h"

enum { TOLD_COLUMNS = 12, LONGEST_ROW = 1 << 20 /* bytes */ };

static ptrdiff_t read_tapped(void *context, void *buffer, size_t capacity) {
    const csv_sheet *sheet = context;
    const ptrdiff_t got = sheet->opened.read(sheet->opened.context, buffer, capacity);
    if (got > 0 && sheet->tap) sheet->tap(sheet->tap_context, buffer, (size_t)got);
    return got;
}

/* The stream knows better than the library why it cannot be read. */
static int tell_failure(const csv_sheet *sheet, const desig_error *error) {
    if (error->result != DESIG_E_IO || !sheet->stream.failure[0]) return complain(error);
    return fail("%s: %s", sheet->name, sheet->stream.failure);
}

int sheet_open(csv_sheet *sheet, const char *path, char delimiter,
               void (*tap)(void *context, const void *bytes, size_t length), void *tap_context) {
    desig_error error = {.result = DESIG_E_NOMEM};
    *sheet = (csv_sheet){.tap = tap, .tap_context = tap_context};
    errno = 0;
    sheet->opened = stream_open(&sheet->stream, path);
    sheet->name = sheet->opened.read ? sheet->opened.name : path;
    if (!sheet->opened.read) return fail("%s: cannot be opened: %s", sheet->name, strerror(errno));
    sheet->tapped = (desig_source){.read = read_tapped, .context = sheet, .name = sheet->name};
    const desig_csv_options options = {DESIG_INIT(desig_csv_options),
                                       .max_field_bytes = LONGEST_ROW,
                                       .max_row_bytes = LONGEST_ROW,
                                       .encoding = DESIG_ENCODING_UTF8,
                                       .empty_lines = 1,
                                       .delimiter = delimiter};
    if (desig_csv_new(&sheet->tapped, &options, NULL, &sheet->csv, &sheet->header, &error) != DESIG_OK)
        return tell_failure(sheet, &error);
    sheet->row = sheet->header;
    return 0;
}

void sheet_close(csv_sheet *sheet) {
    desig_csv_free(sheet->csv);
    stream_close(&sheet->stream);
}

int sheet_column(const csv_sheet *sheet, const char *name) {
    const int column = desig_csv_column(sheet->csv, name);
    if (column < NO_COLUMN) fail("%s:1:1: several columns are called \"%s\"", sheet->name, name);
    return column;
}

int sheet_lacks(const csv_sheet *sheet, const char *name, const char *hint) {
    const desig_csv_row *header = sheet->header;
    OUT_STRING(columns);
    for (size_t i = 0; i < header->cell_count && i < TOLD_COLUMNS; i++)
        out_append(&columns, "%s\"%s\"", i > 0 ? ", " : "", header->cells[i].text);
    return fail("%s:1:1: the header has no column \"%s\", but %s%s; %s", sheet->name, name,
                out_text(&columns), header->cell_count > TOLD_COLUMNS ? ", ..." : "", hint);
}

/* An empty line says something only where it is the one cell of its row. */
static int is_empty_line(const csv_sheet *sheet) {
    return sheet->row && sheet->row->raw && sheet->row->raw_length == 0 && sheet->header->cell_count > 1;
}

int sheet_next(csv_sheet *sheet, sheet_row *row) {
    desig_error error = {.result = DESIG_E_NOMEM};
    for (;;) {
        if (desig_csv_next(sheet->csv, &sheet->row, &error) != DESIG_OK) {
            tell_failure(sheet, &error);
            return -1;
        }
        if (!is_empty_line(sheet)) break;
        sheet->empty_lines++;
    }
    if (!sheet->row) return 0;
    *row = (sheet_row){.number = ++sheet->row_count,
                       .line = sheet->row->line,
                       .column = sheet->row->defect ? sheet->row->defect_column : 1,
                       .defect = sheet->row->raw ? sheet->row->defect : "the row is longer than 1 MiB"};
    return 1;
}

const desig_csv_cell *sheet_cell(const csv_sheet *sheet, int column) {
    return column >= 0 && (size_t)column < sheet->row->cell_count ? &sheet->row->cells[column] : NULL;
}
