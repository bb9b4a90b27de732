/* Each column of each format left out, under another name, and twice; and each header among the rows: of all
 * of it something is said. */
#include "found_again.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#define VALID TEST_DATA_DIR "/valid/"

enum { ROOM = 1 << 20 };

static const struct format_file {
    const char *path;
    const char *name;
    char delimiter;
    int is_free; /* whoever writes the file chooses its columns */
} files[] = {
    {VALID "columns/gb-ofsi.csv", "ConList.csv", ',', 0},
    {VALID "columns/gb-uksl.csv", "UK-Sanctions-List.csv", ',', 0},
    {VALID "columns/opensanctions.csv", "targets.simple.csv", ',', 0},
    {VALID "columns/statements.csv", "statements.csv", ',', 0},
    {VALID "columns/eu-fsf-1.0.csv", "eu.csv", ';', 0},
    {VALID "eu-fsf/made-1_1.csv", "eu.csv", ';', 0},
    {VALID "native/designations.csv", "designations.csv", ',', 1},
    {VALID "ofac-2024-03-11-headered/OFAC_ADD.csv", "OFAC_ADD.csv", ',', 0},
    {VALID "ofac-2024-03-11-headered/OFAC_ALT.csv", "OFAC_ALT.csv", ',', 0},
    {VALID "ofac-2024-03-11-headered/OFAC_SDN.csv", "OFAC_SDN.csv", ',', 0},
    {VALID "us-csl-2025-06/csl.2025-06.csv", "consolidated.csv", ',', 0},
};

/* ---- Files with one column changed ---- */

enum change { NOTHING, LEFT_OUT, RENAMED, DOUBLED, HEADER_TWICE, CHANGES };

static const char other_name[] = "Qx";

typedef struct text {
    char bytes[ROOM];
    size_t length;
} text;

static void append_cell(text *to, const char *cell, char after) {
    to->bytes[to->length++] = '"';
    for (; *cell; cell++) {
        if (*cell == '"') to->bytes[to->length++] = '"';
        to->bytes[to->length++] = *cell;
    }
    to->bytes[to->length++] = '"';
    to->bytes[to->length++] = after;
}

static void append_row(text *to, const plain_file *file, size_t row, char delimiter, enum change change,
                       size_t changed) {
    char name[256];
    for (size_t i = 0; i < file->columns; i++) {
        const char *cell = file->cells[row * file->columns + i];
        if (change == LEFT_OUT && i == changed) continue;
        if (change == RENAMED && i == changed && row == 0) {
            snprintf(name, sizeof name, "%s%s", cell, other_name);
            cell = name;
        }
        append_cell(to, cell, delimiter);
        if (change == DOUBLED && i == changed) append_cell(to, cell, delimiter);
    }
    to->bytes[to->length - 1] = '\n';
}

static void compose(text *to, const plain_file *file, char delimiter, enum change change, size_t changed) {
    to->length = 0;
    for (size_t row = 0; row < file->rows; row++) {
        if (change == HEADER_TWICE && row == file->rows - 1) append_row(to, file, 0, delimiter, NOTHING, 0);
        append_row(to, file, row, delimiter, change, changed);
    }
}

/* ---- What is said ---- */

typedef struct told {
    char all[1 << 16]; /* "check|message\n" */
    size_t used;
    size_t records;
} told;

static void note(void *context, const desig_diagnostic *found) {
    told *said = context;
    int length = snprintf(said->all + said->used, sizeof said->all - said->used, "%s|%s\n", found->check,
                          found->message);
    said->used += (size_t)length < sizeof said->all - said->used ? (size_t)length : 0;
}

static void read_text(const text *of, const char *name, told *said) {
    const desig_source source = {.data = of->bytes, .length = of->length, .name = name};
    const desig_callbacks callbacks = {.diagnose = note, .context = said};
    const desig_read_options options = {.callbacks = &callbacks};
    desig_list *list = NULL;
    desig_error error = {0};
    *said = (told){.used = 0};
    cr_assert_eq(desig_list_new(NULL, &list), DESIG_OK);
    if (desig_list_read(list, &source, 1, &options, NULL, &error) != DESIG_OK)
        snprintf(said->all, sizeof said->all, "refused|%s\n", error.message);
    said->records = desig_list_count(list);
    desig_list_free(list);
}

/* Whether one line is of one of the checks and has the words. */
static int says(const told *said, const char *checks, const char *words) {
    for (const char *line = said->all, *end; (end = strchr(line, '\n')) != NULL; line = end + 1) {
        char one[1024];
        snprintf(one, sizeof one, "%.*s", (int)(end - line), line);
        char *message = strchr(one, '|');
        *message++ = '\0';
        if (strstr(checks, one) && strstr(message, words)) return 1;
    }
    return 0;
}

static int is_doubled_already(const plain_file *file, size_t column) {
    for (size_t i = 0; i < file->columns; i++)
        if (i != column && strcmp(file->cells[i], file->cells[column]) == 0) return 1;
    return 0;
}

static void expect_said(const struct format_file *of, const plain_file *file, enum change change,
                        size_t column, const told *said) {
    static const char *const checks[CHANGES] = {[LEFT_OUT] = "missing-column refused",
                                                [RENAMED] = "missing-column refused unknown-column",
                                                [DOUBLED] = "doubled-column unknown-column refused",
                                                [HEADER_TWICE] = "repeated-header"};
    const char *name = file->cells[column];
    if (change == LEFT_OUT && of->is_free) return;
    if (change == HEADER_TWICE) name = "";
    cr_expect(says(said, checks[change], name), "%s: %d: %s: %s", of->path, (int)change, name, said->all);
    if (change != RENAMED) return;
    char renamed[256];
    snprintf(renamed, sizeof renamed, "%s%s", name, other_name);
    cr_expect(says(said, checks[change], renamed), "%s: %s: %s", of->path, renamed, said->all);
}

Test(columns, whatever_befalls_one_is_told) {
    static text changed;
    static told before, said;
    for (size_t f = 0; f < sizeof files / sizeof files[0]; f++) {
        const struct format_file *of = &files[f];
        plain_file file;
        cr_assert(plain_read(&file, of->path), "no %s", of->path);
        compose(&changed, &file, of->delimiter, NOTHING, 0);
        read_text(&changed, of->name, &before);
        cr_expect(!says(&before, "missing-column refused unknown-column doubled-column repeated-header", ""),
                  "%s: %s", of->path, before.all);
        for (size_t column = 0; column < file.columns; column++) {
            if (is_doubled_already(&file, column)) continue;
            for (int change = LEFT_OUT; change <= DOUBLED; change++) {
                compose(&changed, &file, of->delimiter, (enum change)change, column);
                read_text(&changed, of->name, &said);
                expect_said(of, &file, (enum change)change, column, &said);
            }
        }
        compose(&changed, &file, of->delimiter, HEADER_TWICE, 0);
        read_text(&changed, of->name, &said);
        expect_said(of, &file, HEADER_TWICE, 0, &said);
        cr_expect_eq(said.records, before.records, "%s: %zu, not %zu", of->path, said.records,
                     before.records);
        plain_free(&file);
    }
}

/* A file without a header is refused if it has not the columns of its format. */
Test(columns, rows_without_a_header_have_all_of_them) {
    static const char *const paths[] = {VALID "ofac-2024-03-11-headered/OFAC_SDN.csv",
                                        VALID "ofac-2024-03-11-headered/OFAC_ADD.csv",
                                        VALID "ofac-2024-03-11-headered/OFAC_ALT.csv"};
    static text changed;
    static told said;
    for (size_t f = 0; f < sizeof paths / sizeof paths[0]; f++) {
        plain_file file;
        cr_assert(plain_read(&file, paths[f]), "no %s", paths[f]);
        for (size_t column = 0; column < file.columns; column++)
            for (int change = LEFT_OUT; change <= DOUBLED; change++) {
                if (change == RENAMED) continue;
                changed.length = 0;
                for (size_t row = 1; row < file.rows; row++)
                    append_row(&changed, &file, row, ',', (enum change)change, column);
                read_text(&changed, "list.csv", &said);
                cr_expect(says(&said, "refused short-row extra-cells bad-number", ""), "%s %zu: %s", paths[f],
                          column, said.all);
            }
        plain_free(&file);
    }
}

/* Pieces need not have their columns in one order. */
Test(columns, another_header_is_read_by) {
    static const char csl[] = "source,entity_number,type,programs,name,ids\n"
                              "A (B) - C,1,Entity,P,Anna,\"Passport, A1, DE\"\n"
                              "name,ids,source,type,entity_number,programs\n"
                              "Bella,\"Passport, B2, FR\",A (B) - C,Entity,2,Q\n";
    static text of;
    static told said;
    desig_list *list = NULL;
    of.length = strlen(csl);
    memcpy(of.bytes, csl, of.length);
    read_text(&of, "csl.csv", &said);
    cr_expect(says(&said, "repeated-header", "another header"), "%s", said.all);
    cr_assert_eq(desig_list_new(NULL, &list), DESIG_OK);
    const desig_source source = {.data = of.bytes, .length = of.length, .name = "csl.csv"};
    cr_assert_eq(desig_list_read(list, &source, 1, NULL, NULL, NULL), DESIG_OK);
    const desig_record *record = desig_list_get(list, "us-csl:2");
    cr_assert_not_null(record);
    cr_expect_str_eq(record->names[0].text, "Bella");
    cr_expect_str_eq(record->actions[0].program, "Q");
    cr_expect_eq(desig_list_count(list), 2);
    desig_list_free(list);
}
