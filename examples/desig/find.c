/* desig find: a party by name or identifier, in spite of the spelling. */
#include <desig/desig.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "commands.h"
#include "complain.h"
#include "day.h"
#include "filter.h"
#include "ledgers.h"
#include "lists.h"
#include "match.h"
#include "out.h"
#include "party.h"

typedef struct find_options {
    desig_query query;
    size_t limit;
    day_option on;
    record_filter filter;
    int explain;
    int csv;
    lists_options reading;
} find_options;

static const char *query_text(const find_options *options) {
    return options->query.name ? options->query.name : options->query.identifier;
}

static void print_csv(const find_options *options, const desig_match *matches, size_t count, int32_t day) {
    static const out_column columns[] = {MATCH_COLUMNS};
    out_table *table = out_table_new(columns, sizeof columns / sizeof columns[0], 1);
    for (size_t i = 0; i < count; i++) match_cells(table, query_text(options), i + 1, &matches[i], day);
    out_table_end(table);
}

/* "matched the weak name AL-HAMZI, Muti'; born agrees; nationality conflicts; identifier unknown" */
static void print_evidence(const find_options *options, const desig_match *match, out_table *table) {
    const struct {
        const char *what;
        int asked;
        desig_evidence evidence;
    } evidence[] = {
        {"birth date", options->query.born.first_precision || options->query.born.last_precision,
         match->born},
        {"nationality", options->query.nationality != NULL, match->nationality},
        {"identifier", options->query.identifier != NULL, match->identifier},
        {"kind", options->query.kind != DESIG_KIND_UNKNOWN, match->kind},
    };
    out_string line = {0};
    if (match->name)
        out_append(&line, "matched \"%s\" (%s name, strength %s)", match->name->text,
                   desig_term(DESIG_TERMS_NAME_TYPE, match->name->type),
                   desig_term(DESIG_TERMS_STRENGTH, match->name->strength));
    else
        out_append(&line, "matched by identifier");
    for (size_t i = 0; i < sizeof evidence / sizeof evidence[0]; i++)
        if (evidence[i].asked)
            out_append(&line, "; %s: %s", evidence[i].what, evidence_word(evidence[i].evidence));
    out_note(table, out_text(&line));
    out_string_free(&line);
}

static void print_text(const find_options *options, const desig_match *matches, size_t count, int32_t day,
                       int several_sources) {
    const out_column columns[] = {{"score", 6},
                                  {"id", 24},
                                  {"kind", 10},
                                  {"name", 40},
                                  {"status", 34},
                                  {"programs", 24},
                                  {"source", several_sources ? 24 : 0}};
    out_table *table = out_table_new(columns, 7, 0);
    for (size_t i = 0; i < count; i++) {
        const desig_match *match = &matches[i];
        const char *name = party_name(match->record);
        that_day asked = ask_day(match->record, day, ", ");
        out_string status = {0};
        party_status_words(&asked.overall, &status);
        out_cellf(table, "%.2f", match->score);
        out_cell(table, match->record->id);
        out_cell(table, desig_term(DESIG_TERMS_KIND, match->record->kind));
        out_cell(table, name);
        out_cell(table, out_text(&status));
        out_cell(table, out_text(&asked.programs));
        out_cell(table, match->record->source);
        if (options->explain || (match->name && strcmp(match->name->text, name) != 0))
            print_evidence(options, match, table);
        out_string_free(&status);
        forget_day(&asked);
    }
    out_table_end(table);
}

static int needs_as_of(const desig_match *matches, size_t count, int32_t day) {
    int needed = 0;
    for (size_t i = 0; i < count; i++) {
        desig_standing overall;
        desig_status_on(matches[i].record, day, &overall, NULL, 0);
        needed |= party_needs_as_of(&overall);
    }
    return needed;
}

static void print_matches(const find_options *options, const desig_list *list, const desig_match *matches,
                          size_t count) {
    char told[DAY_TOLD];
    int32_t day = day_choose(&options->on, list, told);
    if (options->csv) {
        fprintf(stderr, "desig: status on %s\n", told);
        print_csv(options, matches, count, day);
    } else {
        printf("Status on %s\n", told);
        print_text(options, matches, count, day, party_sources_differ(list));
        if (count == 0)
            printf("Nothing like \"%s\" among %zu records.\n", query_text(options), desig_list_count(list));
        if (count == options->limit) printf("\nThere may be more: --limit is %zu.\n", options->limit);
        printf("\n%s\n", match_caution);
    }
    if (needs_as_of(matches, count, day)) party_as_of_hint();
}

/* Ask a ledger for what its records were at any time. */
static void take_records_of(const desig_list *list, desig_match *matches, size_t count) {
    for (size_t i = 0; i < count; i++) matches[i].record = desig_list_get(list, matches[i].record->id);
}

/* Find in `searched`: the list itself, or what it was on the day that is asked about. */
static int find_in(find_options *options, const desig_list *list, const desig_list *searched) {
    desig_error error = {0};
    desig_index *index = index_of(searched);
    size_t count = 0;
    if (!index) return EXIT_ERROR;
    desig_match *matches = out_resize(NULL, options->limit * sizeof *matches);
    filter_apply(&options->filter, &options->query);
    desig_result result = desig_index_find(index, &options->query, matches, options->limit, &count, &error);
    if (result == DESIG_OK) {
        take_records_of(list, matches, count);
        print_matches(options, list, matches, count);
    }
    desig_index_free(index);
    free(matches);
    if (result != DESIG_OK) return complain(&error);
    return count > 0 ? EXIT_YES : EXIT_NO;
}

static int answer_find(void *context, const desig_list *list) {
    find_options *options = context;
    char told[DAY_TOLD];
    int status = EXIT_ERROR;
    if (!is_ledger(list)) return find_in(options, list, list);
    int32_t day = day_choose(&options->on, list, told);
    desig_list *then = ledger_on(list, "desig: the ledger", day, &status);
    if (!then) return status;
    ledger_tell_edition(list, "desig: names", day);
    status = find_in(options, list, then);
    desig_list_free(then);
    return status;
}

static int run(int argc, char **argv) {
    find_options o = {.query = {.size = sizeof o.query}, .limit = 10};
    const tool_option options[] = {
        {"--name", NULL, "NAME", "the name to look for", take_text, &o.query.name, 0},
        {"--identifier", NULL, "NUMBER", "a passport, tax, IMO or other number to look for", take_text,
         &o.query.identifier, 0},
        {"--born", NULL, "DATE", "evidence: when the person was born", take_date, &o.query.born, 0},
        {"--nationality", NULL, "N", "evidence: a nationality", take_text, &o.query.nationality, 0},
        {"--kind", NULL, "K", "evidence: individual, group, vessel or aircraft", take_kind, &o.query.kind, 0},
        OPTION_ON(&o.on),
        {"--list", NULL, "L", "only records that this list ever named, such as SDN", take_text,
         &o.filter.list, 0},
        {"--program", NULL, "P", "only records that this program ever named, such as SDGT", take_text,
         &o.filter.program, 0},
        {"--limit", NULL, "N", "at most so many matches (10)", take_count, &o.limit, 0},
        {"--min-score", NULL, "S", "leave out what scores less (0.80)", take_score, &o.query.min_score, 0},
        {"--weak", NULL, "POLICY",
         "what a weak name may do: ignore, corroborate (with other evidence; the default), full (like any "
         "name)",
         take_weak, &o.query.weak, 0},
        {"--explain", NULL, NULL, "say which name matched, and what agrees and conflicts", take_switch,
         &o.explain, 0},
        OPTIONS_READING(&o.reading),
        OPTION_CSV(&o.csv),
    };
    size_t count = 0;
    int status = EXIT_ERROR;
    if (!args_read(&command_find, options, sizeof options / sizeof options[0], argc, argv, &count, &status))
        return status;
    if (!o.query.name && !o.query.identifier)
        return args_wrong(&command_find, "whom? Give --name or --identifier");
    o.reading.ledgers = 1;
    return lists_answer(argv, count, &o.reading, answer_find, &o);
}

const tool_command command_find = {
    .name = "find",
    .summary = "a party by name or identifier, in spite of the spelling",
    .about =
        "Find a party by name or identifier, best matches first, with a score from 0 to 1. Birth date, "
        "nationality and kind are evidence: each agrees, conflicts, or is unknown. The status on the day is "
        "shown, and hides nobody.",
    .statuses = "0 found, 1 nothing found, 2 error",
    .run = run,
};
