/* Reading as a whole: what any format gets from the reader. Uses the designations layout as its example. */
#include "base/ascii.h"
#include "counting.h"
#include "csv/preamble.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

/* The findings of a read, one a line: `severity check line:column field`. */
typedef struct findings {
    char text[2048];
    size_t used;
} findings;

static void note_finding(void *context, const desig_diagnostic *finding) {
    findings *all = context;
    if (all->used >= sizeof all->text - 200) return;
    all->used +=
        (size_t)snprintf(all->text + all->used, sizeof all->text - all->used, "%s %s %d:%d%s%s\n",
                         desig_term(DESIG_TERMS_SEVERITY, (unsigned)finding->severity), finding->check,
                         (int)finding->line, (int)finding->column, finding->field != NULL ? " " : "",
                         finding->field != NULL ? finding->field : "");
}

static desig_list *new_list(void) {
    desig_list *list = NULL;
    cr_assert(desig_list_new(NULL, &list) == DESIG_OK);
    return list;
}

static desig_result read_text(desig_list *list, const char *text, size_t length, int strict, findings *all,
                              desig_report *report, desig_error *error) {
    desig_source source = {.data = text, .length = length, .name = "test.csv"};
    const desig_callbacks callbacks = {.diagnose = note_finding, .context = all};
    desig_read_options options = {.strict = strict, .callbacks = &callbacks};
    *all = (findings){0};
    return desig_list_read(list, &source, 1, &options, report, error);
}

Test(read, survives_every_defect_and_says_where) {
    static const struct {
        const char *label, *text;
        size_t records; /* with those of raw rows */
        size_t bad_rows;
        const char *findings;
    } cases[] = {
        {"clean", "id,kind,name\na,group,A\nb,group,B\n", 2, 0, ""},
        {"BOM, CRLF, spaces in the header",
         "\xEF\xBB\xBF"
         "id, kind ,name\r\na,group,A\r\n",
         1, 0, ""},
        {"semicolons", "id;kind;name\na;group;A\n", 1, 0, ""},
        {"tabs", "id\tkind\tname\na\tgroup\tA\n", 1, 0, ""},
        {"any order of columns", "name,id,kind\nA,a,group\n", 1, 0, ""},
        {"Control-Z at the end", "id,kind,name\na,group,A\n\x1A", 1, 0, ""},
        {"empty lines", "\n\nid,kind,name\n\na,group,A\n\n", 1, 0, ""},
        {"a stray quote costs its own line", "id,kind,name\na,group,\"A\nb,group,B\nc,group,\"C\"\n", 3, 1,
         "error bad-quotes 2:9\n"},
        {"a quote open to the end", "id,kind,name\na,group,A\nb,group,\"B\nc,group,C\n", 3, 1,
         "error open-quote 3:9\n"},
        {"text behind a quote", "id,kind,name\na,\"group\"x,A\nb,group,B\n", 2, 0,
         "note stray-quotes 2:1\nerror bad-kind 2:3 kind\n"},
        {"doubled quotes in a plain cell", "id,kind,name\na,group,Head of \"\"A\"\" unit\nb,group,B\n", 2, 0,
         "note stray-quotes 2:1\n"},
        {"a quote within a quoted cell", "id,kind,name\na,group,\"A \"B\" C\"\nb,group,B\n", 2, 0,
         "note stray-quotes 2:1\n"},
        {"a quote within a plain cell", "id,kind,name\na,group,5\" pipe\nb,group,B\n", 2, 0,
         "note stray-quotes 2:1\n"},
        {"quotes that may have swallowed a cell", "id,kind,name\na,\"group \"x, A\nb,group,B\n", 2, 0,
         "note stray-quotes 2:1\nerror bad-kind 2:3 kind\n"},
        {"Control-Z and a line end", "id,kind,name\na,group,A\n\x1A\r\n", 1, 0, ""},
        {"Control-Z between rows", "id,kind,name\na,group,A\n\x1A\nb,group,B\n", 2, 0, ""},
        {"Control-Z before a row",
         "id,kind,name\na,group,A\n\x1A"
         "b,group,B\n\x1A\x1A",
         2, 0, ""},
        {"Control-Z as a row of cells", "id,kind,name\na,group,A\n\x1A,,\n\"\x1A\",,\n", 1, 0, ""},
        {"BOM between rows", "id,kind,name\na,group,A\n\xEF\xBB\xBFid,kind,name\nb,group,B\n", 2, 0,
         "note repeated-header 3:1\n"},
        {"a cell too many", "id,kind,name\na,group,A,B\nb,group,B,\n", 2, 1, "error extra-cells 2:11\n"},
        {"a cell too few", "id,kind,name\na,group\nb,group,B\n", 2, 1, "error short-row 2:8 name\n"},
        {"NUL", "id,kind,name\na,group,A\0Z\n", 1, 0, "error nul-byte 2:10\n"},
        {"invalid UTF-8 among valid", "id,kind,name\na,group,\xC3\xA9\xC3\xA9\xC3\xA9\nb,group,B\xFF\n", 2, 0,
         "error invalid-encoding 3:10\n"},
        {"Windows-1252", "id,kind,name\na,group,Mu\xF1oz\n", 1, 0, "note encoding 2:1\n"},
        {"an exact repetition", "id,kind,name\na,group,A\na,group,A\n", 1, 0, ""},
        {"an unknown column", "id,kind,name,colour\na,group,A,blue\n", 1, 0, "note unknown-column 1:14\n"},
    };
    size_t i;
    for (i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        /* One text holds a NUL: its length is that of the array's content up to the next case's end. */
        size_t length =
            strcmp(cases[i].label, "NUL") == 0 ? strlen(cases[i].text) + 3 : strlen(cases[i].text);
        int defective = strstr(cases[i].findings, "error") != NULL;
        desig_list *list = new_list();
        desig_report report = {0};
        desig_error error;
        findings all;
        desig_result result = read_text(list, cases[i].text, length, 0, &all, &report, &error);
        cr_expect(result == DESIG_OK, "%s: %s", cases[i].label, error.message);
        cr_expect(desig_list_count(list) == cases[i].records, "%s: %zu records", cases[i].label,
                  desig_list_count(list));
        cr_expect(report.bad_rows == cases[i].bad_rows, "%s: %d bad rows", cases[i].label,
                  (int)report.bad_rows);
        cr_expect_str_eq(all.text, cases[i].findings, "%s: %s", cases[i].label, all.text);
        desig_list_free(list);

        list = new_list();
        result = read_text(list, cases[i].text, length, 1, &all, &report, &error);
        cr_expect(result == (defective ? DESIG_E_FORMAT : DESIG_OK), "%s, strict: %d", cases[i].label,
                  (int)result);
        if (defective) {
            char place[64];
            snprintf(place, sizeof place, " %d:%d", (int)error.line, (int)error.column);
            cr_expect(desig_list_count(list) == 0, "%s, strict: the list is untouched", cases[i].label);
            cr_expect_str_eq(error.file, "test.csv", "%s", cases[i].label);
            cr_expect(strstr(cases[i].findings, place) != NULL, "%s, strict:%s", cases[i].label, place);
        }
        desig_list_free(list);
    }
}

Test(read, keeps_a_defective_row_raw) {
    static const char text[] = "id,kind,name\na,group,\"A\nb,group,B\nc,\"group\",C\n";
    desig_list *list = new_list();
    findings all;
    const desig_record *raw = NULL;
    size_t i;
    cr_assert(read_text(list, text, sizeof text - 1, 0, &all, NULL, NULL) == DESIG_OK);
    for (i = 0; i < desig_list_count(list); i++) {
        if (desig_list_at(list, i)->fact_count == 1) raw = desig_list_at(list, i);
    }
    cr_assert(raw != NULL && raw->facts[0].type == DESIG_FACT_RAW_ROW && raw->kind == DESIG_KIND_UNKNOWN);
    cr_expect_str_eq(raw->facts[0].value, "a,group,\"A");
    cr_expect_str_eq(raw->source, "test.csv");
    desig_list_free(list);
}

static void note_message(void *context, const desig_diagnostic *finding) {
    snprintf(context, DESIG_ERROR_MESSAGE, "%s", finding->message);
}

Test(read, tells_of_a_long_column_in_whole_characters) {
    char text[1024] = "id,kind,name,", message[DESIG_ERROR_MESSAGE];
    desig_source source = {.data = text};
    const desig_callbacks callbacks = {.diagnose = note_message, .context = message};
    desig_read_options options = {.callbacks = &callbacks};
    size_t shift;
    for (shift = 0; shift < 2; shift++) {
        desig_list *list = new_list();
        size_t used = 13 + shift, i;
        text[13] = 'x';
        for (i = 0; i < 300; i++, used += 2) memcpy(text + used, "\xC3\xA9", 2);
        text[used] = '\n';
        source.length = used + 1;
        cr_assert(desig_list_read(list, &source, 1, &options, NULL, NULL) == DESIG_OK);
        cr_expect(dsg_utf8_valid(message, strlen(message)) == strlen(message), "%s", message);
        desig_list_free(list);
    }
}

Test(read, fails_cleanly) {
    static const struct {
        const char *label, *text;
        desig_read_options options;
        desig_result result;
        int line; /* 0: the failure has no place in the file */
    } cases[] = {
        {"empty", "", {0}, DESIG_E_FORMAT, 0},
        {"no list", "hello\nworld\n", {0}, DESIG_E_FORMAT, 1},
        {"UTF-16", "\xFF\xFEi", {0}, DESIG_E_FORMAT, 0},
        {"unknown format", "id,kind,name\n", {.format = "nonsense"}, DESIG_E_ARGUMENT, 0},
        {"another format", "id,kind,name\n", {.format = "statements"}, DESIG_E_FORMAT, 1},
        {"a line too long",
         "id,kind,name\na,group,AAAAAAAAAAAAAAAA\n",
         {.max_row_bytes = 16},
         DESIG_E_LIMIT,
         2},
        {"too many records", "id,kind,name\na,group,A\nb,group,B\n", {.max_records = 1}, DESIG_E_LIMIT, 0},
        {"a field too long in strict",
         "id,kind,name\na,group,AAAAAAAAA\n",
         {.max_field_bytes = 8, .strict = 1},
         DESIG_E_FORMAT,
         2},
        {"an id that is there", "id,kind,name\nthere,group,A\n", {0}, DESIG_E_EXISTS, 0},
    };
    desig_source nowhere = {.path = "/nonexistent/list.csv"};
    desig_source folder = {.path = TEST_DATA_DIR};
    desig_source nothing = {.name = "x"};
    size_t i;
    for (i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        counting count = {0};
        desig_allocator allocator = counting_allocator(&count);
        desig_source source = {.data = cases[i].text, .length = strlen(cases[i].text), .name = "test.csv"};
        desig_record there = {.id = "there"};
        desig_error error;
        desig_list *list;
        cr_assert(desig_list_new(&allocator, &list) == DESIG_OK &&
                  desig_list_add(list, &there, NULL) == DESIG_OK);
        cr_expect(desig_list_read(list, &source, 1, &cases[i].options, NULL, &error) == cases[i].result,
                  "%s: %s", cases[i].label, error.message);
        cr_expect(error.result == cases[i].result && error.message[0] != '\0', "%s", cases[i].label);
        cr_expect_str_eq(error.file, "test.csv", "%s", cases[i].label);
        cr_expect(error.line == (uint64_t)cases[i].line && (error.column > 0) == (cases[i].line > 0),
                  "%s: at %d:%d", cases[i].label, (int)error.line, (int)error.column);
        cr_expect(desig_list_count(list) == 1, "%s: the list is as it was", cases[i].label);
        desig_list_free(list);
        cr_expect(count.outstanding == 0, "%s: %zu bytes outstanding", cases[i].label, count.outstanding);
    }
    {
        desig_list *list = new_list();
        desig_error error;
        cr_expect(desig_list_read(list, &nowhere, 1, NULL, NULL, &error) == DESIG_E_IO);
        cr_expect_str_eq(error.file, nowhere.path);
        cr_expect(desig_list_read(list, &folder, 1, NULL, NULL, &error) == DESIG_E_IO);
        cr_expect_str_eq(error.file, folder.path);
        cr_expect_not_null(strstr(error.message, "is a directory"), "%s", error.message);
        cr_expect(desig_list_read(list, &nothing, 1, NULL, NULL, &error) == DESIG_E_ARGUMENT);
        cr_expect(desig_list_read(list, NULL, 1, NULL, NULL, NULL) == DESIG_E_ARGUMENT);
        cr_expect(desig_list_read(NULL, &nowhere, 1, NULL, NULL, NULL) == DESIG_E_ARGUMENT);
        desig_list_free(list);
    }
}

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
    if (take == 0 && from->fails) return -1;
    memcpy(bytes, from->text, take);
    from->text += take;
    from->length -= take;
    return (ptrdiff_t)take;
}

Test(read, refuses_options_that_cannot_be) {
    static char text[1000000] = "id,kind,name\na,group,";
    static const struct {
        const char *label;
        desig_read_options options;
        desig_result result;
    } cases[] = {
        {"an unknown encoding", {.encoding = (desig_encoding)99}, DESIG_E_ARGUMENT},
        {"a quote as separator", {.delimiter = '"'}, DESIG_E_ARGUMENT},
        {"a line break as separator", {.delimiter = '\n'}, DESIG_E_ARGUMENT},
        {"a part of a character as separator", {.delimiter = '\xC3'}, DESIG_E_ARGUMENT},
        {"an impossible day",
         {.as_of = {20, 10, DESIG_PRECISION_DAY, DESIG_PRECISION_DAY, 0, 0}},
         DESIG_E_ARGUMENT},
        {"no limits",
         {.max_field_bytes = SIZE_MAX,
          .max_row_bytes = SIZE_MAX,
          .max_columns = SIZE_MAX,
          .max_records = SIZE_MAX},
         DESIG_OK},
    };
    size_t i;
    memset(text + strlen(text), 'x', sizeof text - strlen(text));
    for (i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        trickle from = {text, sizeof text, 50000, 0};
        desig_source source = {.read = read_trickle, .context = &from};
        desig_list *list = new_list();
        desig_error error;
        cr_expect(desig_list_read(list, &source, 1, &cases[i].options, NULL, &error) == cases[i].result,
                  "%s: %s", cases[i].label, error.message);
        cr_expect(error.result == cases[i].result, "%s", cases[i].label);
        desig_list_free(list);
    }
}

static int stop_at_once(void *context, uint64_t done, uint64_t total) {
    (void)done;
    (void)total;
    ++*(int *)context;
    return 1;
}

Test(read, streams_and_can_be_cancelled) {
    static const char text[] = "id,kind,name\na,group,\"A\nA\"\nb,individual,B\n";
    size_t piece;
    for (piece = 1; piece < 20; piece++) {
        trickle from = {text, sizeof text - 1, piece, 0};
        desig_source source = {.read = read_trickle, .context = &from};
        desig_list *list = new_list();
        desig_report report = {0};
        cr_expect(desig_list_read(list, &source, 1, NULL, &report, NULL) == DESIG_OK, "pieces of %zu", piece);
        cr_expect(desig_list_count(list) == 2 && report.bytes == sizeof text - 1, "pieces of %zu", piece);
        desig_list_free(list);
    }
    {
        trickle from = {text, sizeof text - 1, 7, 1};
        desig_source source = {.read = read_trickle, .context = &from};
        int calls = 0;
        const desig_callbacks callbacks = {.progress = stop_at_once, .context = &calls};
        desig_read_options options = {.callbacks = &callbacks};
        desig_list *list = new_list();
        cr_expect(desig_list_read(list, &source, 1, NULL, NULL, NULL) == DESIG_E_IO, "a stream that fails");
        source = (desig_source){.data = text, .length = sizeof text - 1};
        cr_expect(desig_list_read(list, &source, 1, &options, NULL, NULL) == DESIG_E_CANCELLED && calls == 1);
        cr_expect(desig_list_count(list) == 0);
        desig_list_free(list);
    }
}

/* The first two are the UK's. */
/* ---- Streams in pieces ---- */

typedef struct pieces {
    const char *bytes;
    size_t left, size;
} pieces;

static ptrdiff_t give_piece(void *context, void *bytes, size_t capacity) {
    pieces *from = context;
    size_t size = from->size < from->left ? from->size : from->left;
    if (size > capacity) size = capacity;
    memcpy(bytes, from->bytes, size);
    from->bytes += size;
    from->left -= size;
    return (ptrdiff_t)size;
}

/* However a stream arrives, its encoding is the same. */
Test(read, knows_the_encoding_whatever_the_pieces) {
    static const struct {
        const char *text, *first, *second;
    } cases[] = {
        {"id,kind,name,x\x8A\na,group,\"M\xC3\xBCller\",\"v\"\nb,group,\"J\xC3\xBCrgen\",\n", "M\xC3\xBCller",
         "J\xC3\xBCrgen"},
        {"id,kind,name\na,group,\"M\xC3\xBCller, J\xC3\xBCrgen\"\nb,group,B\n",
         "M\xC3\xBCller, J\xC3\xBCrgen", "B"},
        {"id,kind,name\na,group,Mu\xF1oz\nb,group,\xE9\n", "Mu\xC3\xB1oz", "\xC3\xA9"},
    };
    static const size_t sizes[] = {1, 2, 7, 16, 1 << 20};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        for (size_t s = 0; s < sizeof sizes / sizeof sizes[0]; s++) {
            pieces from = {cases[i].text, strlen(cases[i].text), sizes[s]};
            desig_source source = {.read = give_piece, .context = &from, .name = "stream.csv"};
            desig_list *list = new_list();
            cr_assert_eq(desig_list_read(list, &source, 1, NULL, NULL, NULL), DESIG_OK);
            cr_expect_str_eq(desig_list_at(list, 0)->names[0].text, cases[i].first, "%zu by %zu", i,
                             sizes[s]);
            cr_expect_str_eq(desig_list_at(list, 1)->names[0].text, cases[i].second, "%zu by %zu", i,
                             sizes[s]);
            desig_list_free(list);
        }
}

/* ---- Files that were cut off ---- */

#define CSL                                                                                                  \
    "source,entity_number,type,programs,name,title,ids\n"                                                    \
    "A (B) - C,1,Entity,P,Anna,,\"Passport, A1, DE\"\n"

Test(read, tells_that_a_file_was_cut_off) {
    static const struct {
        const char *label, *text;
        int is_cut;
    } cases[] = {
        {"whole", CSL "A (B) - C,2,Entity,P,Bella,,\n", 0},
        {"without a last line end", CSL "A (B) - C,2,Entity,P,Bella,,", 0},
        {"in a name", CSL "A (B) - C,2,Entity,P,Bel", 1},
        {"before the name", CSL "A (B) - C,2,Ent", 1},
        {"in quotes", CSL "A (B) - C,2,Entity,P,\"Bel", 1},
        {"short rows are usual in it", CSL "A (B) - C,2,Entity,P,Bella\nA (B) - C,3,Entity,P,Cleo", 0},
        {"made by hand", "id,kind,name,remarks\na,group,A", 0},
        {"made by hand, in quotes", "id,kind,name,remarks\na,group,\"A", 1},
        {"without a header", "36,\"A\",-0- ,\"CUBA\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \r\n37,\"B", 1},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        desig_list *list = new_list();
        desig_report report = {0};
        findings all;
        cr_assert_eq(read_text(list, cases[i].text, strlen(cases[i].text), 0, &all, &report, NULL), DESIG_OK);
        cr_expect_eq(strstr(all.text, "error cut-off") != NULL, cases[i].is_cut, "%s: %s", cases[i].label,
                     all.text);
        cr_expect_eq(report.bad_rows, (uint64_t)cases[i].is_cut, "%s", cases[i].label);
        desig_list_free(list);
    }
}

/* What is no CSV is called what it is. */
Test(read, names_files_that_are_no_csv) {
    static const struct {
        const char *bytes;
        size_t length;
        const char *word;
    } cases[] = {
#define BYTES(text, word) {text, sizeof(text) - 1, word}
        BYTES("\xFF\xFEi\0d\0", "UTF-16"),
        BYTES("i\0d\0,\0k\0i\0n\0d\0", "UTF-16"),
        BYTES("PK\x03\x04rest", "ZIP"),
        BYTES("\x1F\x8B\x08rest", "gzip"),
        BYTES("\xFD"
              "7zXZ\0",
              "xz"),
        BYTES("\x28\xB5\x2F\xFDrest", "zstd"),
        BYTES("\n <!DOCTYPE html><html>", "HTML"),
        BYTES("<html lang=en>", "HTML"),
        BYTES("<?xml version=\"1.0\"?>", "XML"),
        BYTES("{\"results\":[]}", "JSON"),
        BYTES("\"id,kind,name\"\n\"a,group,A\"\n", "outer quotes"),
        BYTES("\"Date_file;Entity_logical_id;Subject_type\"\n", "outer quotes"),
#undef BYTES
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        desig_list *list = new_list();
        findings all;
        desig_error error = {0};
        cr_expect_eq(read_text(list, cases[i].bytes, cases[i].length, 0, &all, NULL, &error), DESIG_E_FORMAT);
        cr_expect(strstr(error.message, cases[i].word) != NULL, "%s: %s", cases[i].word, error.message);
        desig_list_free(list);
    }
}

/* A companion need not be readable. */
Test(read, goes_without_a_companion) {
    static const char sdn[] = "36,\"A\",-0- ,\"CUBA\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \n";
    static const struct {
        const char *alt;
        desig_result result;
        size_t records, names;
        const char *findings;
    } cases[] = {
        {"36,12,\"aka\",\"B\",-0- \n", DESIG_OK, 1, 2, ""},
        {"<html>", DESIG_OK, 1, 1, "error unread-file 0:0\n"},
        {"36,12,\"a\nka\n36,12,\"aka\",\"B\",-0- \n", DESIG_OK, 3, 2, "error"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        const desig_source sources[] = {
            {.data = sdn, .length = sizeof sdn - 1, .name = "sdn.csv"},
            {.data = cases[i].alt, .length = strlen(cases[i].alt), .name = "alt.csv"}};
        findings all = {0};
        const desig_callbacks callbacks = {.diagnose = note_finding, .context = &all};
        const desig_read_options options = {.callbacks = &callbacks};
        desig_list *list = new_list();
        cr_expect_eq(desig_list_read(list, sources, 2, &options, NULL, NULL), cases[i].result, "%zu", i);
        const desig_record *record = desig_list_get(list, "us-ofac:36");
        cr_assert_not_null(record);
        cr_expect_eq(desig_list_count(list), cases[i].records, "%zu: %zu, %s", i, desig_list_count(list),
                     all.text);
        cr_expect_eq(record->name_count, cases[i].names, "%zu", i);
        cr_expect(strncmp(all.text, cases[i].findings, strlen(cases[i].findings)) == 0, "%zu: %s", i,
                  all.text);
        desig_list_free(list);
        list = new_list(); /* without the primary file there is no list */
        cr_expect_eq(desig_list_read(list, (const desig_source[]){sources[1], {.data = "x", .length = 1}}, 2,
                                     NULL, NULL, NULL),
                     DESIG_E_FORMAT);
        desig_list_free(list);
    }
}

Test(read, knows_a_line_above_the_header) {
    static const struct {
        const char *words, *cells[3];
        const char *date; /* NULL: it is none */
    } cases[] = {
        {"Report Date", {"Report Date: 30-Apr-2026"}, "30-Apr-2026"},
        {"Last Updated", {"Last Updated", "04/05/2022"}, "04/05/2022"},
        {"Last Updated", {"last updated:", "04/05/2022", ""}, "04/05/2022"},
        {"Last Updated", {"Last Updated", NULL, NULL}, ""},
        {"Last Updated", {"Last Updated", "Unique ID", "OFSI Group ID"}, NULL},
        {"Last Updated", {"Last Updated 04/05/2022", "Unique ID"}, NULL},
        {"Last Updated", {"Last Updated;04/05/2022"}, NULL},
        {"Last Updated", {"Last"}, NULL},
        {"Last Updated", {NULL}, NULL},
        {NULL, {"Last Updated", "04/05/2022"}, NULL},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        const dsg_format format = {.preamble = cases[i].words};
        dsg_cell cells[3] = {{0}};
        dsg_row row = {.cells = cells, .count = 3};
        const char *date = NULL;
        for (size_t c = 0; c < 3; c++)
            if (cases[i].cells[c] != NULL)
                cells[c] = (dsg_cell){cases[i].cells[c], strlen(cases[i].cells[c])};
        cr_expect_eq(dsg_preamble_is(&format, &row, &date), cases[i].date != NULL, "case %zu", i);
        if (cases[i].date != NULL) cr_expect_str_eq(date, cases[i].date);
    }
}

/* csv-spectrum and csv-test-data, two public collections of difficult CSV: none is a list, so each must be
 * refused or, forced to be one, read without a crash. */
Test(read_real, survives_torture_sets) {
    static const char *const files[] = {
        "csv-spectrum/csvs/comma_in_quotes.csv",
        "csv-spectrum/csvs/escaped_quotes.csv",
        "csv-spectrum/csvs/json.csv",
        "csv-spectrum/csvs/newlines_crlf.csv",
        "csv-spectrum/csvs/quotes_and_newlines.csv",
        "csv-spectrum/csvs/utf8.csv",
        "csv-test-data/csv/all-empty.csv",
        "csv-test-data/csv/bad-header-no-header.csv",
        "csv-test-data/csv/bad-missing-quote.csv",
        "csv-test-data/csv/bad-quotes-with-unescaped-quote.csv",
        "csv-test-data/csv/bad-unescaped-quote.csv",
        "csv-test-data/csv/empty-one-column.csv",
        "csv-test-data/csv/leading-space.csv",
        "csv-test-data/csv/quotes-empty.csv",
        "csv-test-data/csv/quotes-with-newline.csv",
        "csv-test-data/csv/trailing-newline-one-field.csv",
    };
    size_t i, read = 0;
    for (i = 0; i < sizeof files / sizeof files[0]; i++) {
        char path[512];
        desig_source source = {.path = path};
        desig_read_options forced = {.format = "ofac-alt"};
        desig_list *list = new_list();
        desig_error error;
        desig_result result;
        snprintf(path, sizeof path, "%s/data/badcsv/%s", SHARED_DIR, files[i]);
        result = desig_list_read(list, &source, 1, NULL, NULL, &error);
        cr_expect(result == DESIG_E_FORMAT, "%s: %d", files[i], (int)result);
        result = desig_list_read(list, &source, 1, &forced, NULL, &error);
        cr_expect(result == DESIG_OK || result == DESIG_E_FORMAT, "%s: %s", files[i], error.message);
        read++;
        desig_list_free(list);
    }
    cr_expect(read == sizeof files / sizeof files[0]);
}

/* ---- The files of one list ---- */

Test(read, names_the_files_of_one_list) {
    static const char *const expected[] = {"sdn.csv add.csv alt.csv sdn_comments.csv",
                                           "SDN.CSV ADD.CSV ALT.CSV SDN_COMMENTS.CSV",
                                           "cons_prim.csv cons_add.csv cons_alt.csv cons_comments.csv",
                                           "CONS_PRIM.CSV CONS_ADD.CSV CONS_ALT.CSV CONS_COMMENTS.CSV"};
    for (size_t i = 0; i < sizeof expected / sizeof *expected; i++) {
        const desig_file_set *set = desig_file_set_at(i);
        char names[256];
        cr_assert_not_null(set);
        size_t used = (size_t)snprintf(names, sizeof names, "%s", set->primary);
        for (size_t at = 0; set->companions[at]; at++)
            used += (size_t)snprintf(names + used, sizeof names - used, " %s", set->companions[at]);
        cr_expect_str_eq(names, expected[i]);
        cr_expect_eq(set->size, sizeof *set);
    }
    cr_expect_null(desig_file_set_at(sizeof expected / sizeof *expected));
}
