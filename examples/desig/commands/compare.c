/* desig compare: the score of two names, and why. */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "commands/command.h"
#include "io/map.h"
#include "io/out.h"
#include "io/sheet.h"
#include "io/utf8.h"
#include "screening/explanation.h"

static const double threshold = 0.80; /* of find and screen */

typedef struct compare_options {
    shared_options shared;
    desig_kind kind;
    const char *pairs;
    char delimiter;
    int explain;
} compare_options;

/* ---- Two names ---- */

static int compare_two(const compare_options *options, const char *a, const char *b) {
    desig_explanation why = {DESIG_INIT(desig_explanation)};
    desig_name_explain(a, b, options->kind, &why);
    if (options->shared.csv) {
        OUT_STRING(line);
        out_table *table = out_table_new("name1,name2,kind,score,explanation", 1);
        explanation_line(&why, &line);
        OUT_CELLS(table, a, b, desig_term(DESIG_TERMS_KIND, options->kind));
        out_cellf(table, "%.6f", why.score);
        out_cell(table, out_text(&line));
        out_table_end(table);
    } else {
        printf("%.3f\n", why.score);
        if (options->explain) explanation_table(&why);
    }
    return why.score >= threshold ? EXIT_YES : EXIT_NO;
}

/* ---- Pairs of a file ---- */

typedef struct pairs_file {
    csv_sheet sheet;
    sheet_row row;
    int name1, name2, kind; /* columns */
    out_string cell;        /* what is added to a row */
} pairs_file;

static int wrong(const pairs_file *pairs, uint64_t line, uint32_t column, const char *what) {
    fflush(stdout);
    return fail("%s:%" PRIu64 ":%" PRIu32 ": %s", pairs->sheet.name, line, column, what);
}

static int find_columns(pairs_file *pairs) {
    static const char hint[] = "pairs need the columns name1 and name2";
    pairs->name1 = sheet_column(&pairs->sheet, "name1");
    pairs->name2 = sheet_column(&pairs->sheet, "name2");
    pairs->kind = sheet_column(&pairs->sheet, "kind");
    if (pairs->name1 == NO_COLUMN) return sheet_lacks(&pairs->sheet, "name1", hint);
    if (pairs->name2 == NO_COLUMN) return sheet_lacks(&pairs->sheet, "name2", hint);
    return pairs->name1 < 0 || pairs->name2 < 0 || pairs->kind < NO_COLUMN ? EXIT_ERROR : 0;
}

/* The text of a cell, "" past the row's end; EXIT_ERROR after saying that it is none. */
static int text_of(const pairs_file *pairs, int column, const char **text) {
    const desig_csv_cell *cell = sheet_cell(&pairs->sheet, column);
    *text = cell ? cell->text : "";
    if (!cell || !cell->damaged) return 0;
    return wrong(pairs, cell->line, cell->column, "is not UTF-8, or holds a NUL");
}

static int kind_of(const pairs_file *pairs, desig_kind otherwise, desig_kind *kind) {
    const char *word;
    *kind = otherwise;
    if (text_of(pairs, pairs->kind, &word) != 0) return EXIT_ERROR;
    int value = *word ? desig_term_value(DESIG_TERMS_KIND, word) : (int)otherwise;
    const desig_csv_cell *cell = sheet_cell(&pairs->sheet, pairs->kind);
    if (value < 0)
        return wrong(pairs, cell->line, cell->column,
                     "no kind is called so; kinds are individual, group, vessel, aircraft, unknown");
    *kind = (desig_kind)value;
    return 0;
}

/* The row as it came, with empty cells for those that it lacks, and what is added. */
static void write_row(pairs_file *pairs) {
    const desig_csv_row *header = pairs->sheet.header, *row = pairs->sheet.row;
    fwrite(row->raw, 1, row->raw_length, stdout);
    for (size_t i = row->cell_count; i < header->cell_count; i++) putchar(header->delimiter);
    printf("%c%s\n", header->delimiter, out_text(&pairs->cell));
}

/* An explanation holds separators, but no quotes: folded names have none. */
static void add_explanation(pairs_file *pairs, const desig_explanation *why) {
    OUT_STRING(line);
    explanation_line(why, &line);
    out_append(&pairs->cell, "%c\"%s\"", pairs->sheet.header->delimiter, out_text(&line));
}

static int compare_row(const compare_options *options, pairs_file *pairs) {
    const char *name1;
    const char *name2;
    desig_kind kind;
    desig_explanation why = {DESIG_INIT(desig_explanation)};
    if (pairs->row.defect) return wrong(pairs, pairs->row.line, pairs->row.column, pairs->row.defect);
    if (text_of(pairs, pairs->name1, &name1) != 0 || text_of(pairs, pairs->name2, &name2) != 0 ||
        kind_of(pairs, options->kind, &kind) != 0)
        return EXIT_ERROR;
    pairs->cell.length = 0;
    if (options->explain) {
        desig_name_explain(name1, name2, kind, &why);
        out_append(&pairs->cell, "%.6f", why.score);
        add_explanation(pairs, &why);
    } else {
        out_append(&pairs->cell, "%.6f", desig_name_compare(name1, name2, kind));
    }
    write_row(pairs);
    return 0;
}

static int compare_rows(const compare_options *options, pairs_file *pairs) {
    int more = 1;
    int status = find_columns(pairs);
    if (status != 0) return status;
    out_append(&pairs->cell, "score");
    if (options->explain) out_append(&pairs->cell, "%cexplanation", pairs->sheet.header->delimiter);
    write_row(pairs);
    while (status == 0 && !ferror(stdout) && (more = sheet_next(&pairs->sheet, &pairs->row)) > 0)
        status = compare_row(options, pairs);
    return more < 0 ? EXIT_ERROR : status;
}

static int compare_pairs(const compare_options *options) {
    pairs_file pairs = {0};
    int status = sheet_open(&pairs.sheet, options->pairs, options->delimiter, NULL, NULL);
    if (status == 0) status = compare_rows(options, &pairs);
    sheet_close(&pairs.sheet);
    out_string_free(&pairs.cell);
    return status;
}

/* ---- The command ---- */

static const char *wrong_with(const void *context) {
    const compare_options *options = context;
    char **names = options->shared.operands;
    const size_t count = options->shared.operand_count;
    if (options->pairs) return count > 0 ? "two names, or --pairs, but not both" : NULL;
    if (count != 2) return "which two names? Give NAME1 NAME2, or --pairs FILE";
    if (!utf8_is_text(names[0])) return "name 1 is not UTF-8";
    return utf8_is_text(names[1]) ? NULL : "name 2 is not UTF-8";
}

static int run(void *context) {
    const compare_options *options = context;
    char **names = options->shared.operands;
    return options->pairs ? compare_pairs(options) : compare_two(options, names[0], names[1]);
}

#define AT(field) offsetof(compare_options, field)

static const tool_option options[] = {
    {"--kind", "K", "what both are: individual, group, vessel or aircraft (else either)", take_kind, AT(kind),
     0},
    {"--pairs", "FILE",
     "a CSV with the columns name1 and name2, and kind if there is one: the same rows with a score; - is "
     "standard input",
     take_text, AT(pairs), 0},
    {"--delimiter", "C", "what separates the cells of the pairs: one character, or tab (else recognised)",
     take_delimiter, AT(delimiter), 0},
    {"--explain", NULL, "say which part met which, by what rule, and what was left over", take_switch,
     AT(explain), 0},
    {0},
};

const tool_command command_compare = {
    .name = "compare",
    .summary = "the score of two names, and why",
    .about = "Compare two names: 0 for nothing in common, 1 for the same after folding case, accents and "
             "punctuation, and nothing else. find and screen report what scores 0.80 or more. Names of "
             "individuals are compared otherwise than those of groups, vessels and aircraft: say the kind "
             "where it is known.",
    .statuses = "0 as alike as find and screen would report (of --pairs: done), 1 less alike, 2 error",
    .operands = "NAME1 NAME2 | --pairs FILE",
    .lists_optional = 1,
    .takes = TAKES_CSV | TAKES_OUTPUT,
    .options = options,
    .size = sizeof(compare_options),
    .wrong = wrong_with,
    .run = run,
};
