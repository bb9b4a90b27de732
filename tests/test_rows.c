/* Rows, encodings and cells: what the reading side does before any format is involved. */
#define _POSIX_C_SOURCE 200809L

#include "base/memory.h"
#include "csv/encoding.h"
#include "csv/row_parser.h"
#include "csv/row_splitter.h"
#include "csv/seen_rows.h"
#include "ledger/row_memory.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Hands out its text in pieces of `piece` bytes, to put every border into every place. */
typedef struct trickle {
    const char *text;
    size_t length;
    size_t piece;
} trickle;

static ptrdiff_t read_trickle(void *context, void *bytes, size_t capacity) {
    trickle *from = context;
    size_t take = from->piece < from->length ? from->piece : from->length;
    if (take > capacity) take = capacity;
    memcpy(bytes, from->text, take);
    from->text += take;
    from->length -= take;
    return (ptrdiff_t)take;
}

/* The rows of a text, each as `line:content`, joined by `|`. */
static void list_rows(const char *text, size_t length, size_t piece, size_t limit, char *to, size_t size) {
    desig_allocator allocator = dsg_allocator_or_default(NULL);
    trickle from = {text, length, piece};
    desig_source source = {.read = read_trickle, .context = &from};
    dsg_input input;
    dsg_row_splitter rows;
    dsg_raw_row row;
    int found = 1;
    size_t used = 0;
    desig_result result = dsg_input_open(&input, &allocator, &source, limit + 1024, NULL);
    to[0] = '\0';
    dsg_row_splitter_init(&rows, &input, limit);
    while (result == DESIG_OK) {
        result = dsg_row_splitter_next(&rows, &row, &found);
        if (result != DESIG_OK || !found) break;
        used += (size_t)snprintf(to + used, size - used, "%s%d:%.*s", used > 0 ? "|" : "", (int)row.line,
                                 (int)row.length, row.bytes);
    }
    if (result != DESIG_OK) snprintf(to + used, size - used, "!%d", (int)result);
    dsg_input_close(&input);
}

Test(rows, are_cut_at_line_ends_outside_quotes) {
    static const struct {
        const char *label, *text, *rows;
    } cases[] = {
        {"LF", "a,b\nc,d\n", "1:a,b|2:c,d"},
        {"no last line end", "a,b\nc,d", "1:a,b|2:c,d"},
        {"CRLF", "a,b\r\nc,d\r\n", "1:a,b|2:c,d"},
        {"CR alone", "a,b\rc,d\r", "1:a,b|2:c,d"},
        {"empty lines are counted", "a\n\n\nb\n", "1:a|2:|3:|4:b"},
        {"a line break in a cell", "a,\"x\ny\"\nb,c\n", "1:a,\"x\ny\"|3:b,c"},
        {"CRLF in a cell", "a,\"x\r\ny\"\r\nb,c\r\n", "1:a,\"x\r\ny\"|3:b,c"},
        {"doubled quotes", "\"a\"\"\",\"\"\n\"b\"\n", "1:\"a\"\"\",\"\"|2:\"b\""},
        {"open quote at the end", "a\n\"b\nc", "1:a|2:\"b\nc"},
        {"nothing", "", ""},
        {"only a line end", "\n", "1:"},
    };
    size_t i, piece;
    for (i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        for (piece = 1; piece < 9; piece++) {
            char rows[256];
            list_rows(cases[i].text, strlen(cases[i].text), piece, 1000, rows, sizeof rows);
            cr_expect_str_eq(rows, cases[i].rows, "%s, in pieces of %zu", cases[i].label, piece);
        }
    }
}

Test(rows, longer_than_the_limit) {
    char rows[512];
    list_rows("abcdefghij\n", 11, 3, 5, rows, sizeof rows);
    cr_expect_str_eq(rows, "!5", "a line too long is DESIG_E_LIMIT: %s", rows);
    list_rows("\"abc\nde\nfghijklm\n", 17, 3, 10, rows, sizeof rows);
    cr_expect_str_eq(rows, "1:\"abc\nde|3:fghijklm", "an open quote ends at the limit: %s", rows);
}

Test(rows, many_stray_quotes_take_linear_time) {
    enum { LINES = 200000 };
    static const char line[] = "a,\"\"\"b,c\n";
    size_t size = sizeof line - 1, i;
    char *text = malloc(LINES * size);
    desig_allocator allocator = dsg_allocator_or_default(NULL);
    desig_source source = {.data = text, .length = LINES * size};
    dsg_input input;
    dsg_row_splitter rows;
    dsg_raw_row row;
    int found = 1;
    size_t count = 0;
    for (i = 0; i < LINES; i++) memcpy(text + i * size, line, size);
    cr_assert(dsg_input_open(&input, &allocator, &source, LINES * size, NULL) == DESIG_OK);
    dsg_row_splitter_init(&rows, &input, LINES * size);
    for (;;) {
        cr_assert(dsg_row_splitter_next(&rows, &row, &found) == DESIG_OK);
        if (!found) break;
        dsg_row_splitter_back_to_second_line(&rows, &row);
        cr_assert(row.length == size - 1);
        count++;
    }
    cr_expect(count == LINES, "%zu lines", count);
    dsg_input_close(&input);
    free(text);
}

Test(encoding, becomes_utf8) {
    static const struct {
        const char *label;
        desig_encoding declared;
        const char *bytes;
        size_t length;
        const char *text;
        size_t replaced;
        int detected_1252;
    } cases[] = {
        {"ASCII", DESIG_ENCODING_DETECT, "abc", 3, "abc", 0, 0},
        {"UTF-8", DESIG_ENCODING_DETECT, "Mu\xC3\xB1oz \xF0\x9F\x9A\xA2", 11, "Mu\xC3\xB1oz \xF0\x9F\x9A\xA2",
         0, 0},
        {"Windows-1252 found", DESIG_ENCODING_DETECT, "Mu\xF1oz \x93x\x94 \x80", 11,
         "Mu\xC3\xB1oz \xE2\x80\x9Cx\xE2\x80\x9D \xE2\x82\xAC", 0, 1},
        {"damaged UTF-8", DESIG_ENCODING_DETECT, "\xC3\xB1 \xC3\xA9 \xC3 x", 9,
         "\xC3\xB1 \xC3\xA9 \xEF\xBF\xBD x", 1, 0},
        {"declared UTF-8", DESIG_ENCODING_UTF8, "Mu\xF1oz", 5, "Mu\xEF\xBF\xBDoz", 1, 0},
        {"declared Latin-1", DESIG_ENCODING_LATIN1, "Mu\xF1oz", 5, "Mu\xC3\xB1oz", 0, 0},
        {"unassigned in Windows-1252", DESIG_ENCODING_WINDOWS_1252, "a\x81", 2, "a\xEF\xBF\xBD", 1, 0},
        {"NUL", DESIG_ENCODING_DETECT, "a\0b", 3,
         "a\xEF\xBF\xBD"
         "b",
         1, 0},
        {"surrogate", DESIG_ENCODING_UTF8, "\xED\xA0\x80", 3, "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD", 3, 0},
        {"overlong", DESIG_ENCODING_UTF8, "\xC0\xAF", 2, "\xEF\xBF\xBD\xEF\xBF\xBD", 2, 0},
    };
    desig_allocator allocator = dsg_allocator_or_default(NULL);
    size_t i;
    for (i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        dsg_encoding encoding;
        dsg_encoding_finding finding;
        const char *bytes = cases[i].bytes;
        size_t length = cases[i].length;
        dsg_encoding_init(&encoding, &allocator, cases[i].declared);
        cr_assert(dsg_encoding_to_utf8(&encoding, &bytes, &length, length, &finding) == DESIG_OK);
        cr_expect(length == strlen(cases[i].text) && memcmp(bytes, cases[i].text, length) == 0, "%s: %.*s",
                  cases[i].label, (int)length, bytes);
        cr_expect(finding.replaced == cases[i].replaced, "%s: %zu replaced", cases[i].label,
                  finding.replaced);
        cr_expect(finding.detected_1252 == cases[i].detected_1252, "%s", cases[i].label);
        dsg_encoding_free(&encoding);
    }
}

Test(reader, parses_cells_and_finds_defects) {
    static const struct {
        const char *label, *row, *cells, *check;
        size_t offset;
    } cases[] = {
        {"plain", "a,b,c", "[a][b][c]", NULL, 0},
        {"absent and empty differ", "a,,\"\"", "[a]-[]", NULL, 0},
        {"outer spaces stay", " a ,-0- ", "[ a ][-0- ]", NULL, 0},
        {"quotes, commas, line breaks", "\"a,\"\"b\"\"\nc\",d", "[a,\"b\"\nc][d]", NULL, 0},
        {"one separator", ",", "--", NULL, 0},
        {"stray quote", "ab\"c,d", NULL, "bad-quotes", 2},
        {"text behind a quote", "a,\"b\"c", NULL, "bad-quotes", 5},
        {"open quote", "a,\"b", NULL, "open-quote", 4},
        {"carriage return", "a\rb", NULL, "bare-carriage-return", 3},
        {"too many columns", "a,b,c,d,e,f", NULL, "too-many-columns", 11},
        {"field too long", "a,0123456789abcdefg", NULL, "field-too-long", 19},
        {"after all these defects", "x,y", "[x][y]", NULL, 0},
    };
    desig_allocator allocator = dsg_allocator_or_default(NULL);
    dsg_row_parser *reader;
    size_t i, c;
    cr_assert(dsg_row_parser_new(&allocator, 5, 16, &reader) == DESIG_OK);
    for (i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        char cells[256] = "";
        size_t used = 0;
        dsg_row row = {0};
        dsg_defect defect = {0};
        desig_result result =
            dsg_row_parser_parse(reader, cases[i].row, strlen(cases[i].row), ',', &row, &defect);
        if (cases[i].check != NULL) {
            cr_expect(result == DESIG_E_FORMAT, "%s: %d", cases[i].label, (int)result);
            cr_expect(defect.check != NULL && strcmp(defect.check, cases[i].check) == 0, "%s: %s",
                      cases[i].label, defect.check);
            cr_expect(defect.offset == cases[i].offset, "%s: %zu", cases[i].label, defect.offset);
            continue;
        }
        cr_expect(result == DESIG_OK, "%s: %d", cases[i].label, (int)result);
        for (c = 0; result == DESIG_OK && c < row.count; c++)
            used += (size_t)snprintf(cells + used, sizeof cells - used,
                                     row.cells[c].text == NULL ? "-" : "[%s]", row.cells[c].text);
        cr_expect_str_eq(cells, cases[i].cells, "%s: %s", cases[i].label, cells);
    }
    dsg_row_parser_free(reader);
}

Test(reader, knows_the_place_of_a_cell) {
    static const char raw[] = "a,\"b\nc,\",d,\"e\"";
    dsg_row row = {.raw = raw, .raw_length = sizeof raw - 1, .line = 7, .delimiter = ','};
    static const struct {
        size_t cell;
        uint64_t line;
        uint32_t column;
    } cases[] = {{0, 7, 1}, {1, 7, 3}, {2, 8, 5}, {2, 8, 5}, {9, 8, 10}, {3, 8, 7}, {1, 7, 3}};
    size_t i;
    for (i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        uint64_t line;
        uint32_t column;
        dsg_row_place(&row, cases[i].cell, &line, &column);
        cr_expect(line == cases[i].line && column == cases[i].column, "cell %zu: %d:%d", cases[i].cell,
                  (int)line, (int)column);
    }
}

Test(reader, finds_many_places_in_a_long_row_in_linear_time) {
    enum { CELLS = 1000000, ASKED = 20 };
    char *raw = malloc(CELLS);
    dsg_row row = {.raw = raw, .raw_length = CELLS, .line = 1, .delimiter = ','};
    size_t i;
    cr_assert(raw != NULL);
    memset(raw, ',', CELLS);
    for (i = 0; i < CELLS * (size_t)ASKED; i++) {
        uint64_t line;
        uint32_t column;
        dsg_row_place(&row, i / ASKED, &line, &column);
        cr_assert(line == 1 && column == i / ASKED + 1);
    }
    free(raw);
}

/* Two of so many rows have one hash of 32 bits, but for a chance of 1 in 10^20. */
enum { MANY_ROWS = 700000 };

static const char *row_text(char text[32], uint32_t number) {
    snprintf(text, 32, "36,\"AERO %u\"", number);
    return text;
}

Test(rows, are_remembered_by_their_bytes_and_not_by_a_digest) {
    const desig_allocator allocator = dsg_allocator_or_default(NULL);
    dsg_row_memory memory;
    char text[32];
    uint32_t met = 0, collisions = 0;
    dsg_row_memory_init(&memory, &allocator);
    for (uint32_t i = 0; i < MANY_ROWS; i++) {
        row_text(text, i);
        uint32_t hash = dsg_row_memory_hash(&memory, text, strlen(text));
        met += dsg_row_memory_find(&memory, text, strlen(text), hash) != DSG_NO_ROW;
        cr_assert_eq(dsg_row_memory_add(&memory, text, strlen(text), hash, i), DESIG_OK);
    }
    cr_expect_eq(met, 0, "%u new rows are taken for others", met);
    for (uint32_t i = 0; i < MANY_ROWS; i++) {
        row_text(text, i);
        uint32_t hash = dsg_row_memory_hash(&memory, text, strlen(text));
        cr_assert_eq(dsg_row_memory_find(&memory, text, strlen(text), hash), i);
        for (size_t at = hash; dsg_table_seek(&memory.by_bytes, hash, &at) != i;) collisions++;
    }
    cr_expect(collisions > 0, "no two rows of this test have one hash");
    dsg_row_memory_forget(&memory, 1);
    for (uint32_t i = 0; i < 2; i++) {
        row_text(text, i);
        cr_expect_eq(dsg_row_memory_find(&memory, text, strlen(text),
                                         dsg_row_memory_hash(&memory, text, strlen(text))),
                     i == 0 ? 0 : DSG_NO_ROW);
    }
    dsg_row_memory_free(&memory);
}

Test(rows, are_seen_by_their_bytes_and_not_by_a_digest) {
    const desig_allocator allocator = dsg_allocator_or_default(NULL);
    char *bytes = malloc(MANY_ROWS * 32), *end = bytes;
    uint32_t met = 0, again = 0, collisions = 0;
    dsg_seen_rows seen;
    cr_assert_not_null(bytes);
    dsg_seen_rows_init(&seen, &allocator);
    for (uint32_t i = 0; i < MANY_ROWS; i++, end += 32) row_text(end, i);
    for (int round = 0; round < 2; round++) {
        const desig_source source = {.data = bytes, .length = MANY_ROWS * 32};
        dsg_input input;
        cr_assert_eq(dsg_input_open(&input, &allocator, &source, SIZE_MAX, NULL), DESIG_OK);
        cr_assert_eq(dsg_input_keep(&input), DESIG_OK);
        for (uint32_t i = 0; i < MANY_ROWS; i++, dsg_input_pass(&input, 32)) {
            size_t length = strlen(input.window);
            uint32_t hash = dsg_seen_rows_expect(&seen, input.window, length);
            int before;
            cr_assert_eq(dsg_seen_rows_put(&seen, &input, length, hash, &before), DESIG_OK);
            *(round == 0 ? &met : &again) += before != 0;
            for (size_t at = hash; round == 1 && dsg_table_seek(&seen.table, hash, &at) != i;) collisions++;
        }
        dsg_input_close(&input);
    }
    cr_expect_eq(met, 0, "%u new rows are taken for others", met);
    cr_expect_eq(again, MANY_ROWS, "%u rows are known again", again);
    cr_expect(collisions > 0, "no two rows of this test have one hash");
    dsg_seen_rows_free(&seen);
    free(bytes);
}

/* Two rows that had one hash of 64 bits while hashes had no key. */
#define ONE "group,0013875,xyidone,A y(1#XCO7 Company"
#define TWO "group,0013875,xyidtwo,B y(1#XCO7 Company"

static void expect_both_records(const desig_source *source, const char *label) {
    desig_list *list = NULL;
    desig_report report = {0};
    desig_error error = {0};
    cr_assert_eq(desig_list_new(NULL, &list), DESIG_OK);
    cr_assert_eq(desig_list_read(list, source, 1, NULL, &report, &error), DESIG_OK, "%s: %s", label,
                 error.message);
    cr_expect_eq(report.rows, 4, "%s", label);
    cr_expect_eq(report.doubled_rows, 1, "%s: %u", label, (unsigned)report.doubled_rows);
    cr_expect_not_null(desig_list_get(list, "xyidone"), "%s", label);
    cr_expect_not_null(desig_list_get(list, "xyidtwo"), "%s", label);
    cr_expect_eq(desig_list_count(list), 3, "%s", label);
    desig_list_free(list);
}

Test(rows, are_repetitions_by_their_bytes_and_not_by_a_digest) {
    static const char text[] = "kind,remarks,id,name\n" ONE "\n" TWO "\ngroup,,c,C\n" ONE "\n";
    char path[] = "/tmp/desig-rows-XXXXXX";
    int file = mkstemp(path);
    trickle from = {text, sizeof text - 1, 3};
    const desig_source memory = {.data = text, .length = sizeof text - 1};
    const desig_source stream = {.read = read_trickle, .context = &from};
    const desig_source regular = {.path = path};
    cr_assert(file >= 0 && write(file, text, sizeof text - 1) == (ssize_t)sizeof text - 1);
    close(file);
    expect_both_records(&memory, "in memory");
    expect_both_records(&stream, "a stream in small pieces");
    expect_both_records(&regular, "a file");
    unlink(path);
}
