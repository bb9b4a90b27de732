/* Rows of any CSV: desig_csv. */
#include "counting.h"

#include <desig/desig.h>

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

enum { SHORT_ROW = 64 };

/* Hands out its text in pieces of `piece` bytes, and fails at the end if it is to. */
typedef struct trickle {
    const char *text;
    size_t length;
    size_t piece;
    int fails;
} trickle;

static ptrdiff_t read_trickle(void *context, void *bytes, size_t capacity) {
    trickle *from = context;
    size_t take = from->piece < from->length ? from->piece : from->length;
    if (take > capacity) take = capacity;
    if (from->length == 0 && from->fails) return -1;
    memcpy(bytes, from->text, take);
    from->text += take;
    from->length -= take;
    return (ptrdiff_t)take;
}

typedef struct shown {
    char text[2048];
    size_t used;
} shown;

#define SHOW(to, ...)                                                                                        \
    ((to)->used += (size_t)snprintf((to)->text + (to)->used, sizeof((to)->text) - (to)->used, __VA_ARGS__))

/* A row as `number@line cell@line:column|...`; a cell with bytes that are no text has a `!` behind it. */
static void show_row(shown *to, const desig_csv_row *row) {
    SHOW(to, "%d@%d", (int)row->number, (int)row->line);
    if (row->defect) SHOW(to, " defect %s@%d", row->defect, (int)row->defect_column);
    for (size_t i = 0; i < row->cell_count; i++) {
        const desig_csv_cell *cell = &row->cells[i];
        cr_expect_eq(strlen(cell->text), cell->length);
        SHOW(to, "%c%s@%d:%d%s", i == 0 ? ' ' : '|', cell->text, (int)cell->line, (int)cell->column,
             cell->damaged ? "!" : "");
    }
    SHOW(to, "\n");
}

/* All rows of a text, or `error LINE:COLUMN MESSAGE`. */
static shown rows_of(const char *text, size_t length, size_t piece, const desig_csv_options *options) {
    trickle from = {text, length, piece, 0};
    const desig_source stream = {.read = read_trickle, .context = &from, .name = "a.csv"};
    const desig_source whole = {.data = text, .length = length, .name = "a.csv"};
    const desig_csv_row *header = NULL, *row = NULL;
    desig_csv *csv = NULL;
    desig_error error = {0};
    counting count = {0};
    const desig_allocator allocator = counting_allocator(&count);
    shown all = {.used = 0};
    desig_result result = desig_csv_new(piece ? &stream : &whole, options, &allocator, &csv, &header, &error);
    if (result == DESIG_OK) show_row(&all, header);
    while (result == DESIG_OK && (result = desig_csv_next(csv, &row, &error)) == DESIG_OK && row)
        show_row(&all, row);
    if (result != DESIG_OK) {
        cr_expect_eq(error.result, result);
        cr_expect_str_eq(error.file, "a.csv");
        SHOW(&all, "error %d:%d %s\n", (int)error.line, (int)error.column, error.message);
    }
    desig_csv_free(csv);
    cr_expect_eq(count.outstanding, 0);
    return all;
}

Test(sheet, tells_rows_cells_and_their_places) {
    static const struct {
        const char *label, *text, *rows;
        desig_csv_options options;
    } cases[] = {
        {"comma", "a,b\n1,2\n", "0@1 a@1:1|b@1:3\n1@2 1@2:1|2@2:3\n", {0}},
        {"semicolon", "a;b,c\n1;2\n", "0@1 a;b@1:1|c@1:5\n1@2 1;2@2:1\n", {0}},
        {"more semicolons", "a;b,c;d\n1;2;3\n", "0@1 a@1:1|b,c@1:3|d@1:7\n1@2 1@2:1|2@2:3|3@2:5\n", {0}},
        {"tab", "a\tb\r\n\t2\r\n", "0@1 a@1:1|b@1:3\n1@2 @2:1|2@2:2\n", {0}},
        {"commas in quotes do not count", "\"a,,,\";b\n1;2", "0@1 a,,,@1:1|b@1:8\n1@2 1@2:1|2@2:3\n", {0}},
        {"another one that is told", "a|b\n1|2\n", "0@1 a@1:1|b@1:3\n1@2 1@2:1|2@2:3\n", {.delimiter = '|'}},
        {"outer spaces", " a , b\n\" 1 \",\t2 \n", "0@1 a@1:1|b@1:5\n1@2 1@2:1|2@2:7\n", {0}},
        {"a mark in front",
         "\xEF\xBB\xBF"
         "a\n1\n",
         "0@1 a@1:1\n1@2 1@2:1\n",
         {0}},
        {"empty lines above the header", "\n\na,b\n1,2\n", "0@3 a@3:1|b@3:3\n1@4 1@4:1|2@4:3\n", {0}},
        {"empty lines",
         "a,b\n\n1,2\n\n\n3,4\n\n",
         "0@1 a@1:1|b@1:3\n1@3 1@3:1|2@3:3\n2@6 3@6:1|4@6:3\n",
         {0}},
        {"empty lines of one column", "a\n\n1\n", "0@1 a@1:1\n1@2 @2:1\n2@3 1@3:1\n", {0}},
        {"empty lines that are wanted",
         "a,b\n\n1,2\n",
         "0@1 a@1:1|b@1:3\n1@2 @2:1\n2@3 1@3:1|2@3:3\n",
         {.empty_lines = 1}},
        {"line breaks in cells",
         "a,b\n\"x\ny\",\"z\n\",\n3,4\n",
         "0@1 a@1:1|b@1:3\n1@2 x\ny@2:1|z\n@3:4|@4:3\n2@5 3@5:1|4@5:3\n",
         {0}},
        {"doubled quotes", "a\n\"\"\"x\"\"\"\n", "0@1 a@1:1\n1@2 \"x\"@2:1\n", {0}},
        {"a short row", "a,b\n1\n", "0@1 a@1:1|b@1:3\n1@2 1@2:1\n", {0}},
        {"empty cells too many", "a,b\n1,2,,\n", "0@1 a@1:1|b@1:3\n1@2 1@2:1|2@2:3|@2:5|@2:6\n", {0}},
        {"cells too many",
         "a,b\n1,2,,3\n4,5\n",
         "0@1 a@1:1|b@1:3\n1@2 defect more cells than the header has@1\n2@3 4@3:1|5@3:3\n",
         {0}},
        {"a quote in a cell",
         "a,b\n1,2\"3\n4,5\n",
         "0@1 a@1:1|b@1:3\n1@2 defect a quote within an unquoted cell, or text after a closing quote@4\n"
         "2@3 4@3:1|5@3:3\n",
         {0}},
        {"a quote that does not end",
         "a,b\n1,\"2\n4,5\n6,7\n",
         "0@1 a@1:1|b@1:3\n1@2 defect a quoted cell that does not end@3\n2@3 4@3:1|5@3:3\n3@4 6@4:1|7@4:3\n",
         {0}},
        {"too many columns",
         "a,b\n1,2,3\n4,5\n",
         "0@1 a@1:1|b@1:3\n1@2 defect more columns than the limit@1\n2@3 4@3:1|5@3:3\n",
         {.max_columns = 2}},
        {"a field too long",
         "a,b\n1,12345\n4,5\n",
         "0@1 a@1:1|b@1:3\n1@2 defect a field longer than the limit@1\n2@3 4@3:1|5@3:3\n",
         {.max_field_bytes = 4}},
        {"the end mark of DOS", "a\n1\n\x1A", "0@1 a@1:1\n1@2 1@2:1\n", {0}},
        {"only a header", "a,b", "0@1 a@1:1|b@1:3\n", {0}},
        {"nothing", "", "error 1:1 the file is empty; it needs a header row\n", {0}},
        {"empty lines alone",
         "\n\r\n\n",
         "error 1:1 the file is empty; it needs a header row\n",
         {.empty_lines = 1}},
        {"UTF-16",
         "\xFF\xFE"
         "a",
         "error 1:1 this is UTF-16; save it as UTF-8\n",
         {0}},
        {"UTF-16 the other way",
         "\xFE\xFF"
         "a",
         "error 1:1 this is UTF-16; save it as UTF-8\n",
         {0}},
        {"a header without an end",
         "\n\"a\nb\n",
         "error 2:1 the header row cannot be read: a quoted cell that does not end\n",
         {0}},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        static const size_t pieces[] = {0, 1, 7};
        for (size_t p = 0; p < COUNT(pieces); p++) {
            shown got = rows_of(cases[i].text, strlen(cases[i].text), pieces[p], &cases[i].options);
            cr_expect_str_eq(got.text, cases[i].rows, "%s, by %zu: %s", cases[i].label, pieces[p], got.text);
        }
    }
}

/* Bytes that are no text cost only their cells, whose row is given as it stands in the file, too. */
Test(sheet, tells_which_cells_are_no_text) {
    static const struct {
        const char *label, *text;
        size_t length; /* 0: all of it */
        desig_encoding encoding;
        const char *rows;
    } cases[] = {
        {"UTF-8", "a,b\nJos\xC3\xA9,2\n", 0, DESIG_ENCODING_UTF8,
         "0@1 a@1:1|b@1:3\n1@2 Jos\xC3\xA9@2:1|2@2:7\n"},
        {"none in UTF-8", "a,b\nJos\xE9,2\n3,\xFF\xFE\n", 0, DESIG_ENCODING_UTF8,
         "0@1 a@1:1|b@1:3\n1@2 Jos\xEF\xBF\xBD@2:1!|2@2:6\n2@3 3@3:1|\xEF\xBF\xBD\xEF\xBF\xBD@3:3!\n"},
        {"a replacement that the file has", "a,b\n\xEF\xBF\xBD,\xFF\n", 0, DESIG_ENCODING_UTF8,
         "0@1 a@1:1|b@1:3\n1@2 \xEF\xBF\xBD@2:1|\xEF\xBF\xBD@2:5!\n"},
        {"NUL", "a,b\n1,x\0y\n", 10, DESIG_ENCODING_DETECT,
         "0@1 a@1:1|b@1:3\n1@2 1@2:1|x\xEF\xBF\xBDy@2:3!\n"},
        {"Windows-1252 is found out", "a,b\nJos\xE9,\x93x\x94\n", 0, DESIG_ENCODING_DETECT,
         "0@1 a@1:1|b@1:3\n1@2 Jos\xC3\xA9@2:1|\xE2\x80\x9Cx\xE2\x80\x9D@2:6\n"},
        {"not assigned there", "a,b\nJos\xE9,\x81\n", 0, DESIG_ENCODING_WINDOWS_1252,
         "0@1 a@1:1|b@1:3\n1@2 Jos\xC3\xA9@2:1|\xEF\xBF\xBD@2:6!\n"},
        {"Latin-1", "n\xE9,b\n\xE9,2\n", 0, DESIG_ENCODING_LATIN1,
         "0@1 n\xC3\xA9@1:1|b@1:4\n1@2 \xC3\xA9@2:1|2@2:3\n"},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        const desig_csv_options options = {.size = sizeof options, .encoding = cases[i].encoding};
        size_t length = cases[i].length ? cases[i].length : strlen(cases[i].text);
        for (size_t piece = 0; piece < 3; piece++) {
            shown got = rows_of(cases[i].text, length, piece, &options);
            cr_expect_str_eq(got.text, cases[i].rows, "%s, by %zu: %s", cases[i].label, piece, got.text);
        }
    }
}

Test(sheet, gives_each_row_as_it_stands_in_the_file) {
    static const char text[] = "a;b\r\n Jos\xE9 ;\"2\r\n\"\r\n\"x\r\n";
    static const char *const rows[] = {" Jos\xE9 ;\"2\r\n\"", "\"x"};
    const desig_source source = {.data = text, .length = sizeof text - 1};
    const desig_csv_row *header, *row;
    desig_csv *csv = NULL;
    cr_assert_eq(desig_csv_new(&source, NULL, NULL, &csv, &header, NULL), DESIG_OK);
    for (size_t i = 0; i < COUNT(rows); i++) {
        cr_assert_eq(desig_csv_next(csv, &row, NULL), DESIG_OK);
        cr_assert_not_null(row);
        cr_expect_eq(row->raw_length, strlen(rows[i]));
        cr_expect_eq(memcmp(row->raw, rows[i], strlen(rows[i])), 0, "row %zu", i + 1);
        cr_expect_eq(row->delimiter, ';');
    }
    /* The header is still there, and the end stays the end. */
    cr_expect_eq(header->raw_length, 3);
    cr_expect_str_eq(header->cells[1].text, "b");
    for (int i = 0; i < 2; i++) {
        cr_assert_eq(desig_csv_next(csv, &row, NULL), DESIG_OK);
        cr_expect_null(row);
    }
    desig_csv_free(csv);
}

/* A line that is too long is one defective row, wherever it is met. */
Test(sheet, passes_over_lines_that_are_too_long) {
    const desig_csv_options options = {.size = sizeof options, .max_row_bytes = SHORT_ROW};
    char text[4 * SHORT_ROW + 64] = "a,b\n1,2\n";
    size_t start = strlen(text);
    memset(text + start, 'x', 3 * SHORT_ROW);
    strcpy(text + start + 3 * SHORT_ROW, "\n3,4\n");
    static const char expected[] =
        "0@1 a@1:1|b@1:3\n1@2 1@2:1|2@2:3\n2@3 defect a line longer than the limit@1\n"
        "3@4 3@4:1|4@4:3\n";
    for (size_t piece = 0; piece <= 2 * SHORT_ROW; piece += 1 + piece) {
        shown got = rows_of(text, strlen(text), piece, &options);
        cr_expect_str_eq(got.text, expected, "by %zu: %s", piece, got.text);
        got = rows_of(text, strlen(text) - 5, piece, &options); /* the last line, without an end */
        cr_expect_eq(strncmp(got.text, expected, strlen(expected) - strlen("3@4 3@4:1|4@4:3\n")), 0, "%s",
                     got.text);
        got = rows_of(text + start, strlen(text + start), piece, &options);
        cr_expect_str_eq(got.text, "error 1:1 the header row cannot be read: a line longer than the limit\n");
    }
}

Test(sheet, finds_columns_by_name) {
    static const char text[] = " Name ,born,BORN,\"full, name\",\n";
    static const struct {
        const char *name;
        int column;
    } cases[] = {{"name", 0},    {"NAME", 0}, {"born", -2}, {"full, name", 3},
                 {"nobody", -1}, {"", 4},     {NULL, -1}};
    const desig_source source = {.data = text, .length = sizeof text - 1};
    desig_csv *csv = NULL;
    cr_assert_eq(desig_csv_new(&source, NULL, NULL, &csv, NULL, NULL), DESIG_OK);
    for (size_t i = 0; i < COUNT(cases); i++)
        cr_expect_eq(desig_csv_column(csv, cases[i].name), cases[i].column, "%s",
                     cases[i].name ? cases[i].name : "NULL");
    desig_csv_free(csv);
    desig_csv_free(NULL);
}

Test(sheet, refuses_what_it_cannot_open) {
    static const char text[] = "a\n";
    trickle failing = {text, 2, 1, 1};
    const desig_source absent = {.path = "/nonexistent/a.csv"}, none = {.name = "a.csv"};
    const desig_source whole = {.data = text, .length = 2};
    const desig_source stream = {.read = read_trickle, .context = &failing, .name = "a.csv"};
    const desig_csv_options quote = {.size = sizeof quote, .delimiter = '"'};
    const desig_csv_options encoding = {.size = sizeof encoding, .encoding = (desig_encoding)9};
    const struct {
        const char *label;
        const desig_source *source;
        const desig_csv_options *options;
        desig_result result;
    } cases[] = {
        {"no source", NULL, NULL, DESIG_E_ARGUMENT},
        {"an empty source", &none, NULL, DESIG_E_ARGUMENT},
        {"not there", &absent, NULL, DESIG_E_IO},
        {"a stream that fails", &stream, NULL, DESIG_E_IO},
        {"a delimiter", &whole, &quote, DESIG_E_ARGUMENT},
        {"an encoding", &whole, &encoding, DESIG_E_ARGUMENT},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        desig_csv *csv = (desig_csv *)&failing;
        desig_error error = {0};
        cr_expect_eq(desig_csv_new(cases[i].source, cases[i].options, NULL, &csv, NULL, &error),
                     cases[i].result, "%s", cases[i].label);
        cr_expect_eq(error.result, cases[i].result, "%s", cases[i].label);
        cr_expect_neq(error.message[0], '\0', "%s", cases[i].label);
        cr_expect_eq((void *)csv, (void *)&failing, "%s: the output is untouched", cases[i].label);
    }
    const desig_csv_row *row;
    cr_expect_eq(desig_csv_new(&whole, NULL, NULL, NULL, NULL, NULL), DESIG_E_ARGUMENT);
    cr_expect_eq(desig_csv_next(NULL, &row, NULL), DESIG_E_ARGUMENT);
    cr_expect_eq(desig_csv_column(NULL, "a"), -1);
}

/* ---- Memory ---- */

/* Read all with the nth request failing. Whether it came to that. */
static int read_without_memory(size_t nth) {
    static const char text[] = "name,born\nJos\xE9,1960\n\"a long name that needs room\",2,3\n,,,,,\n";
    trickle from = {text, sizeof text - 1, 16, 0};
    const desig_source source = {.read = read_trickle, .context = &from};
    counting count = {.fail_at = nth};
    const desig_allocator allocator = counting_allocator(&count);
    const desig_csv_row *row = NULL;
    desig_csv *csv = NULL;
    desig_result result = desig_csv_new(&source, NULL, &allocator, &csv, &row, NULL);
    while (result == DESIG_OK && row) result = desig_csv_next(csv, &row, NULL);
    int failed = count.requests >= nth;
    cr_expect_eq(result, failed ? DESIG_E_NOMEM : DESIG_OK, "request %zu", nth);
    desig_csv_free(csv);
    cr_expect_eq(count.outstanding, 0, "request %zu", nth);
    return failed;
}

Test(sheet, survives_the_end_of_memory) {
    size_t failures = 0;
    for (size_t nth = 1; read_without_memory(nth); nth++) failures++;
    cr_expect(failures > 6, "%zu", failures);
}

/* Memory does not grow with the file. */
Test(sheet, reads_any_length_in_constant_memory) {
    static char text[1 << 20];
    size_t peaks[2];
    for (int turn = 0; turn < 2; turn++) {
        size_t length = turn == 0 ? sizeof text / 4 : sizeof text, rows = 0;
        memset(text, 'x', sizeof text);
        for (size_t i = 63; i < sizeof text; i += 64) text[i] = '\n';
        trickle from = {text, length, 4096, 0};
        const desig_source source = {.read = read_trickle, .context = &from};
        const desig_csv_options options = {.size = sizeof options, .max_row_bytes = 4096};
        counting count = {0};
        const desig_allocator allocator = counting_allocator(&count);
        const desig_csv_row *row = NULL;
        desig_csv *csv = NULL;
        cr_assert_eq(desig_csv_new(&source, &options, &allocator, &csv, &row, NULL), DESIG_OK);
        for (; row; rows++) cr_assert_eq(desig_csv_next(csv, &row, NULL), DESIG_OK);
        cr_expect_eq(rows, length / 64);
        desig_csv_free(csv);
        peaks[turn] = count.peak;
        cr_expect_eq(count.outstanding, 0);
    }
    cr_expect_eq(peaks[0], peaks[1], "%zu, %zu", peaks[0], peaks[1]);
}
