#include "io/sheet.h"

#include <csv.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "io/args.h"
#include "io/out.h"

enum { MOST_COLUMNS = 1024, SEVERAL = -2, TOLD_COLUMNS = 12 };

typedef struct cell_place {
    size_t at; /* in the row's text */
    size_t length;
} cell_place;

typedef struct row_cells {
    out_string text; /* the cells, a NUL behind each */
    cell_place places[MOST_COLUMNS];
    size_t count; /* MOST_COLUMNS + 1: more than that */
} row_cells;

struct csv_sheet {
    raw_rows rows;
    struct csv_parser parser;
    row_cells header;
    row_cells cells;
    char delimiter; /* 0: to be recognised */
    uint64_t row_count;
    uint64_t empty_lines;
};

/* ---- Parsing a row ---- */

/* Spaces around a cell are left out by sheet_cell(), and not by libcsv, to which a tab is one. */
static int no_space(unsigned char byte) {
    (void)byte;
    return 0;
}

static void take_cell(void *bytes, size_t length, void *context) {
    row_cells *cells = context;
    if (cells->count < MOST_COLUMNS) {
        cells->places[cells->count] = (cell_place){cells->text.length, length};
        out_add(&cells->text, bytes, length);
        out_add(&cells->text, "", 1);
    }
    if (cells->count <= MOST_COLUMNS) cells->count++;
}

static void end_row(int terminator, void *context) {
    (void)terminator;
    (void)context;
}

/* What libcsv has seen of a defective row must not be taken for the beginning of the next one. */
static void start_parser(csv_sheet *sheet) {
    csv_free(&sheet->parser);
    csv_init(&sheet->parser, CSV_STRICT | CSV_STRICT_FINI);
    csv_set_space_func(&sheet->parser, no_space);
    csv_set_delim(&sheet->parser, (unsigned char)sheet->delimiter);
}

/* Parse the current row. NULL, or what is wrong with it, and the offset of where that shows. */
static const char *parse_row(csv_sheet *sheet, row_cells *cells, size_t *offset) {
    const raw_rows *rows = &sheet->rows;
    cells->text.length = 0;
    cells->count = 0;
    *offset = 0;
    if (!rows->bytes) return "the row is longer than 1 MiB";
    *offset = csv_parse(&sheet->parser, rows->bytes, rows->length, take_cell, end_row, cells);
    int open = csv_fini(&sheet->parser, take_cell, end_row, cells) != 0;
    if (open || *offset != rows->length) start_parser(sheet);
    if (*offset != rows->length) return "a quote within an unquoted cell, or text after a closing quote";
    if (open) return "a quoted cell that does not end";
    if (cells->count == 0) take_cell(NULL, 0, cells);
    return cells->count > MOST_COLUMNS ? "more than 1024 columns" : NULL;
}

static const char *cell_text(const row_cells *cells, size_t column, size_t *length) {
    if (column >= cells->count) return NULL;
    const char *text = cells->text.text + cells->places[column].at;
    *length = cells->places[column].length;
    while (*length > 0 && strchr(" \t", text[*length - 1])) --*length;
    while (*length > 0 && strchr(" \t", *text)) text++, --*length;
    return text;
}

/* ---- The header ---- */

static char recognise_delimiter(const raw_rows *rows) {
    static const char delimiters[] = {',', ';', '\t'};
    size_t most = 0;
    char likeliest = ',';
    for (size_t i = 0; i < sizeof delimiters; i++) {
        size_t count = 0;
        int in_quotes = 0;
        for (size_t at = 0; at < rows->length; at++) {
            in_quotes ^= rows->bytes[at] == '"';
            count += !in_quotes && rows->bytes[at] == delimiters[i];
        }
        if (count <= most) continue;
        most = count;
        likeliest = delimiters[i];
    }
    return likeliest;
}

static int read_header(csv_sheet *sheet) {
    raw_rows *rows = &sheet->rows;
    size_t offset = 0;
    int more;
    do more = rows_next(rows);
    while (more > 0 && rows->bytes && rows->length == 0);
    if (more < 0) return EXIT_ERROR;
    if (more == 0) {
        fprintf(stderr, "%s:1:1: the file is empty; it needs a header row\n", rows->name);
        return EXIT_ERROR;
    }
    if (sheet->delimiter == 0) sheet->delimiter = rows->bytes ? recognise_delimiter(rows) : ',';
    start_parser(sheet);
    const char *defect = parse_row(sheet, &sheet->header, &offset);
    if (!defect) return 0;
    fprintf(stderr, "%s:%" PRIu64 ":%zu: the header row cannot be read: %s\n", rows->name, rows->line,
            offset + 1, defect);
    return EXIT_ERROR;
}

int sheet_column(const csv_sheet *sheet, const char *name) {
    int found = NO_COLUMN;
    for (size_t i = 0; i < sheet->header.count; i++) {
        size_t length = 0;
        const char *text = cell_text(&sheet->header, i, &length);
        if (strlen(name) != length || strncasecmp(text, name, length) != 0) continue;
        if (found != NO_COLUMN) {
            fprintf(stderr, "%s:1:1: several columns are called \"%s\"\n", sheet->rows.name, name);
            return SEVERAL;
        }
        found = (int)i;
    }
    return found;
}

int sheet_lacks(const csv_sheet *sheet, const char *name, const char *hint) {
    out_string columns = {0};
    for (size_t i = 0; i < sheet->header.count && i < TOLD_COLUMNS; i++) {
        size_t length = 0;
        const char *text = cell_text(&sheet->header, i, &length);
        out_append(&columns, "%s\"%.*s\"", i > 0 ? ", " : "", (int)length, text);
    }
    fprintf(stderr, "%s:1:1: the header has no column \"%s\", but %s%s; %s\n", sheet->rows.name, name,
            out_text(&columns), sheet->header.count > TOLD_COLUMNS ? ", ..." : "", hint);
    out_string_free(&columns);
    return EXIT_ERROR;
}

/* ---- Rows ---- */

int sheet_open(csv_sheet **out, const char *path, char delimiter,
               void (*tap)(void *context, const void *bytes, size_t length), void *tap_context) {
    csv_sheet *opened = out_resize(NULL, sizeof *opened);
    memset(opened, 0, sizeof *opened);
    opened->delimiter = delimiter;
    opened->rows.tap = tap;
    opened->rows.tap_context = tap_context;
    csv_init(&opened->parser, 0); /* started again when the separator is known */
    *out = opened;
    int status = rows_open(&opened->rows, path);
    return status == 0 ? read_header(opened) : status;
}

void sheet_close(csv_sheet *sheet) {
    if (!sheet) return;
    csv_free(&sheet->parser);
    rows_close(&sheet->rows);
    out_string_free(&sheet->header.text);
    out_string_free(&sheet->cells.text);
    free(sheet);
}

const char *sheet_name(const csv_sheet *sheet) {
    return sheet->rows.name;
}

uint64_t sheet_empty_lines(const csv_sheet *sheet) {
    return sheet->empty_lines;
}

/* What is in cells that the header does not name: a separator too many stands somewhere, and moved cells. */
static int has_extra_cells(const csv_sheet *sheet) {
    for (size_t i = sheet->header.count; i < sheet->cells.count; i++)
        if (sheet->cells.places[i].length > 0) return 1;
    return 0;
}

int sheet_next(csv_sheet *sheet, sheet_row *row) {
    raw_rows *rows = &sheet->rows;
    size_t offset = 0;
    int more = rows_next(rows);
    while (more > 0 && rows->bytes && rows->length == 0 && sheet->header.count > 1) {
        sheet->empty_lines++;
        more = rows_next(rows);
    }
    if (more <= 0) return more;
    *row = (sheet_row){.number = ++sheet->row_count, .line = rows->line, .column = 1};
    row->defect = parse_row(sheet, &sheet->cells, &offset);
    if (row->defect) {
        rows_first_line(rows);
        row->column = (uint32_t)(offset < rows->length ? offset : rows->length) + 1;
    } else if (has_extra_cells(sheet)) {
        row->defect = "more cells than the header has";
    }
    return 1;
}

const char *sheet_cell(const csv_sheet *sheet, int column, size_t *length) {
    return column < 0 ? NULL : cell_text(&sheet->cells, (size_t)column, length);
}

const char *sheet_bytes(const csv_sheet *sheet, size_t *length) {
    *length = sheet->rows.length;
    return sheet->rows.bytes;
}

cell_position sheet_cell_place(const csv_sheet *sheet, int column) {
    const raw_rows *rows = &sheet->rows;
    cell_position place = {rows->line, 1};
    int in_quotes = 0;
    for (size_t at = 0; column > 0 && at < rows->length; at++) {
        in_quotes ^= rows->bytes[at] == '"';
        column -= !in_quotes && rows->bytes[at] == sheet->delimiter;
        place.column++;
        if (rows->bytes[at] == '\n') place = (cell_position){place.line + 1, 1};
    }
    return place;
}

size_t sheet_lacking(const csv_sheet *sheet) {
    if (sheet->row_count == 0) return 0;
    return sheet->cells.count < sheet->header.count ? sheet->header.count - sheet->cells.count : 0;
}

char sheet_delimiter(const csv_sheet *sheet) {
    return sheet->delimiter;
}
