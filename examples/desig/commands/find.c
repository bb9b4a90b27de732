/* desig find: a party by name or identifier, in spite of the spelling. */
#include <desig/desig.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "commands/commands.h"
#include "io/complain.h"
#include "io/day.h"
#include "io/filter.h"
#include "io/ledgers.h"
#include "io/lists.h"
#include "io/out.h"
#include "io/party.h"
#include "io/past.h"
#include "screening/match.h"

typedef struct find_options {
    desig_query query;
    size_t limit;
    day_option on;
    record_filter filter;
    int explain;
    int csv;
    lists_options reading;
} find_options;

/* What was found, on a day. */
typedef struct found {
    const past_list *past;
    desig_match *matches;
    size_t count;
    int32_t day;
    char told[DAY_TOLD];
} found;

static const char *query_text(const find_options *options) {
    return options->query.name ? options->query.name : options->query.identifier;
}

static void print_csv(const find_options *options, const found *all) {
    static const out_column columns[] = {MATCH_COLUMNS};
    out_table *table = out_table_new(columns, sizeof columns / sizeof columns[0], 1);
    for (size_t i = 0; i < all->count; i++)
        match_cells(table, query_text(options), i + 1, &all->matches[i],
                    past_asked(all->past, all->matches[i].record), all->day);
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
    line.length = 0;
    if (options->explain) match_explain(query_text(options), match, &line);
    if (line.length > 0) out_note(table, out_text(&line));
    out_string_free(&line);
}

static void print_text(const find_options *options, const found *all, int several_sources) {
    const out_column columns[] = {{"score", 6},
                                  {"id", 24},
                                  {"kind", 10},
                                  {"name", 40},
                                  {"status", 34},
                                  {"programs", 24},
                                  {"source", several_sources ? 24 : 0}};
    out_table *table = out_table_new(columns, 7, 0);
    for (size_t i = 0; i < all->count; i++) {
        const desig_match *match = &all->matches[i];
        const char *name = party_name(match->record);
        that_day asked = ask_day(past_asked(all->past, match->record), all->day, ", ");
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

/* Which time answered, and what nothing but the list's own day would make certain. */
static void tell_times(const found *all) {
    time_tally times = {0};
    int needs_as_of = 0;
    for (size_t i = 0; i < all->count; i++) {
        desig_standing overall;
        desig_status_on(past_asked(all->past, all->matches[i].record), all->day, &overall, NULL, 0);
        time_count(&times, &overall);
        needs_as_of |= party_needs_as_of(&overall);
    }
    time_tell(&times, all->past->asked);
    past_tell_coming(all->past, all->day);
    if (needs_as_of) party_as_of_hint();
}

/* Nothing can be told: that is not that nothing was found. */
static int tell_unscreenable(const find_options *options, const found *all) {
    if (options->csv) print_csv(options, all);
    FILE *to = options->csv ? stderr : stdout;
    fprintf(to,
            "Unscreenable: the lists have no names in the script of \"%s\", or nothing of it can be "
            "compared.\n%s\n",
            query_text(options), match_caution);
    return EXIT_UNKNOWN;
}

static void print_matches(const find_options *options, const found *all) {
    if (options->csv) {
        fprintf(stderr, "desig: status on %s\n", all->told);
        print_csv(options, all);
    } else {
        const desig_list *searched = all->past->searched;
        printf("Status on %s\n", all->told);
        print_text(options, all, party_sources_differ(searched));
        if (all->count == 0)
            printf("Nothing like \"%s\" among %zu records.\n", query_text(options),
                   desig_list_count(searched));
        if (all->count == options->limit) printf("\nThere may be more: --limit is %zu.\n", options->limit);
        printf("\n%s\n", match_caution);
    }
    tell_times(all);
}

static int find_in(find_options *options, found *all) {
    desig_error error = {0};
    desig_index *index = index_of(all->past->searched);
    if (!index) return EXIT_ERROR;
    all->matches = out_resize(NULL, options->limit * sizeof *all->matches);
    filter_apply(&options->filter, &options->query);
    desig_result result =
        desig_index_find(index, &options->query, all->matches, options->limit, &all->count, &error);
    if (result == DESIG_OK) print_matches(options, all);
    int status = all->count > 0 ? EXIT_YES : EXIT_NO;
    if (result == DESIG_E_UNSCREENABLE)
        status = tell_unscreenable(options, all);
    else if (result != DESIG_OK)
        status = complain(&error);
    desig_index_free(index);
    free(all->matches);
    return status;
}

static int answer_find(void *context, const desig_list *list) {
    find_options *options = context;
    past_list past;
    found all = {.past = &past};
    all.day = day_choose(&options->on, list, all.told);
    int status = past_open(&past, list, all.day);
    if (status == 0) status = find_in(options, &all);
    past_close(&past);
    return status;
}

static int run(int argc, char **argv) {
    find_options o = {.query = {DESIG_INIT(desig_query)}, .limit = 10};
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
        {"--explain", NULL, NULL, "say which name matched, part by part, and what agrees and conflicts",
         take_switch, &o.explain, 0},
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
    o.reading.on = &o.on;
    return lists_answer(argv, count, &o.reading, answer_find, &o);
}

const tool_command command_find = {
    .name = "find",
    .summary = "a party by name or identifier, in spite of the spelling",
    .about =
        "Find a party by name or identifier, best matches first, with a score from 0 to 1. Birth date, "
        "nationality and kind are evidence: each agrees, conflicts, or is unknown. The status on the day is "
        "shown, and hides nobody.",
    .statuses = "0 found, 1 nothing found, 2 error, 3 the lists have no names in the script of the name",
    .run = run,
};
