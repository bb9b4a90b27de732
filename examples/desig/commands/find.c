/* desig find: a party by name or identifier, in spite of the spelling. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "commands/command.h"
#include "io/filter.h"
#include "io/ledgers.h"
#include "io/out.h"
#include "io/party.h"
#include "io/wanted.h"
#include "screening/match.h"

typedef struct find_options {
    shared_options shared;
    desig_query query;
    size_t limit;
    record_filter filter;
    int explain;
} find_options;

/* What was found, on a day. */
typedef struct found {
    const past_list *past;
    desig_match *matches;
    size_t count; /* what is shown of all */
    size_t all;
    int32_t day;
    char told[DAY_TOLD];
} found;

static const char *query_text(const find_options *options) {
    return options->query.name ? options->query.name : options->query.identifier;
}

static void print_csv(const find_options *options, const found *all) {
    out_table *table = out_table_new(MATCH_COLUMNS, 1);
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
    } evidence[] = {
        [DESIG_EVIDENCE_ON_BORN] = {"birth date", !date_is_unknown(&options->query.born)},
        [DESIG_EVIDENCE_ON_NATIONALITY] = {"nationality", options->query.nationality != NULL},
        [DESIG_EVIDENCE_ON_IDENTIFIER] = {"identifier", options->query.identifier != NULL},
        [DESIG_EVIDENCE_ON_KIND] = {"kind", options->query.kind != DESIG_KIND_UNKNOWN},
    };
    OUT_STRING(line);
    if (match->name)
        out_append(&line, "matched \"%s\" (%s name, strength %s)", match->name->text,
                   desig_term(DESIG_TERMS_NAME_TYPE, match->name->type),
                   desig_term(DESIG_TERMS_STRENGTH, match->name->strength));
    else
        out_append(&line, "matched by identifier");
    for (size_t i = 0; i < sizeof evidence / sizeof evidence[0]; i++)
        if (evidence[i].asked)
            out_append(&line, "; %s: %s", evidence[i].what,
                       desig_term(DESIG_TERMS_EVIDENCE, match->evidence[i]));
    out_note(table, out_text(&line));
    line.length = 0;
    if (options->explain) match_explain(query_text(options), match, &line);
    if (line.length > 0) out_note(table, out_text(&line));
}

static void print_text(const find_options *options, const found *all, int several_sources) {
    out_table *table = out_table_new("score=6,id=24,kind=10,name=40,status=34,programs=24,source=24", 0);
    if (!several_sources) out_hide(table, 6);
    for (size_t i = 0; i < all->count; i++) {
        const desig_match *match = &all->matches[i];
        const char *name = party_name(match->record);
        that_day asked = ask_day(past_asked(all->past, match->record), all->day, ", ");
        out_cellf(table, "%.2f", match->score);
        OUT_CELLS(table, match->record->id, desig_term(DESIG_TERMS_KIND, match->record->kind), name,
                  STATUS_IN_WORDS(&asked.overall), out_text(&asked.programs), match->record->source);
        if (options->explain || (match->name && strcmp(match->name->text, name) != 0))
            print_evidence(options, match, table);
        forget_day(&asked);
    }
    out_table_end(table);
}

/* Which time answered, and what nothing but the list's own day would make certain. */
static void tell_times(const found *all) {
    time_tally times = {0};
    for (size_t i = 0; i < all->count; i++)
        time_count_on(&times, past_asked(all->past, all->matches[i].record), all->day);
    time_tell(&times, all->past->asked);
    past_tell_coming(all->past, all->day);
}

/* Nothing can be told: that is not that nothing was found. */
static int tell_unscreenable(const find_options *options, const found *all, const desig_error *error) {
    if (options->shared.csv) print_csv(options, all);
    fprintf(options->shared.csv ? stderr : stdout, "Unscreenable: %s.\n%s\n", error->message, match_caution);
    return EXIT_UNKNOWN;
}

static void print_matches(const find_options *options, const found *all) {
    if (options->shared.csv) {
        note("desig: status on %s", all->told);
        print_csv(options, all);
    } else {
        const desig_list *searched = all->past->searched;
        printf("Status on %s\n", all->told);
        print_text(options, all, party_sources_differ(searched));
        if (all->count == 0)
            printf("Nothing like \"%s\" among %zu records.\n", query_text(options),
                   desig_list_count(searched));
        if (all->all > all->count)
            printf("\nThere are %zu more: --limit is %zu.\n", all->all - all->count, options->limit);
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
        desig_index_find(index, &options->query, all->matches, options->limit, &all->all, &error);
    all->count = all->all < options->limit ? all->all : options->limit;
    if (result == DESIG_OK) print_matches(options, all);
    const size_t unread = party_unread_rows(all->past->searched);
    int status = all->count > 0 ? EXIT_YES : unread > 0 ? EXIT_UNKNOWN : EXIT_NO;
    party_tell_unread(unread);
    if (result == DESIG_E_UNSCREENABLE)
        status = tell_unscreenable(options, all, &error);
    else if (result != DESIG_OK)
        status = complain(&error);
    desig_index_free(index);
    free(all->matches);
    return status;
}

static int answer(void *context, const desig_list *list) {
    find_options *options = context;
    past_list past;
    found all = {.past = &past};
    const wanted_words wanted = {.list = options->filter.list, .program = options->filter.program};
    int status = wanted_check(&wanted, &list, 1);
    if (status != 0) return status;
    all.day = day_choose(&options->shared.on, list, all.told);
    status = past_open(&past, list, all.day);
    if (status == 0) status = find_in(options, &all);
    past_close(&past);
    return status;
}

static const char *wrong(const void *context) {
    const find_options *options = context;
    return options->query.name || options->query.identifier ? NULL : "whom? Give --name or --identifier";
}

#define AT(field) offsetof(find_options, field)

static const tool_option options[] = {
    {"--name", "NAME", "the name to look for", take_text, AT(query.name), 0},
    {"--identifier", "NUMBER", "a passport, tax, IMO or other number to look for", take_text,
     AT(query.identifier), 0},
    {"--born", "DATE", "evidence: when the person was born", take_date, AT(query.born), 0},
    {"--nationality", "N", "evidence: a nationality", take_text, AT(query.nationality), 0},
    {"--kind", "K", "evidence: individual, group, vessel or aircraft", take_kind, AT(query.kind), 0},
    {"--list", "L", "only records that this list ever named, such as SDN", take_text, AT(filter.list), 0},
    {"--program", "P", "only records that this program ever named, such as SDGT", take_text,
     AT(filter.program), 0},
    {"--limit", "N", "at most so many matches (10)", take_count, AT(limit), 0},
    {"--min-score", "S", "leave out what scores less (0.80)", take_score, AT(query.min_score), 0},
    {"--weak", "POLICY", WEAK_HELP, take_weak, AT(query.weak), 0},
    {"--explain", NULL, "say which name matched, part by part, and what agrees and conflicts", take_switch,
     AT(explain), 0},
    {0},
};

static const find_options defaults = {.query = {DESIG_INIT(desig_query)}, .limit = 10};

const tool_command command_find = {
    .name = "find",
    .summary = "a party by name or identifier, in spite of the spelling",
    .about =
        "Find a party by name or identifier, best matches first, with a score from 0 to 1. Birth date, "
        "nationality and kind are evidence: each agrees, conflicts, or is unknown. The status on the day is "
        "shown, and hides nobody.",
    .statuses = "0 found, 1 nothing found, 2 error, 3 nothing found, and some records have no name in the "
                "script of this one",
    .ledgers = 1,
    .takes = TAKES_ON | TAKES_READING | TAKES_CSV | TAKES_OUTPUT,
    .options = options,
    .size = sizeof(find_options),
    .defaults = &defaults,
    .wrong = wrong,
    .answer = answer,
};
