/* desig show: everything about one record. */
#include <stdio.h>
#include <stdlib.h>

#include "commands/command.h"
#include "io/also.h"
#include "io/ledgers.h"
#include "io/out.h"
#include "io/party.h"
#include "io/words.h"
#include "screening/match.h"

enum { EQUALS = 10 }; /* equally good matches that are named */

typedef struct show_options {
    shared_options shared;
    const char *id;
    const char *name;
} show_options;

static void print_status(const show_options *options, const past_list *past, const desig_record *record) {
    char told[DAY_TOLD];
    size_t count = 0;
    desig_standing overall;
    time_tally times = {0};
    const int32_t day = day_choose(&options->shared.on, past->asked, told);
    const desig_record *asked = past_asked(past, record);
    desig_standing *each = party_standings(asked, day, &overall, &count);
    printf("\nStatus on %s: %s\n", told, desig_term(DESIG_TERMS_STATUS, overall.status));
    out_table *table = out_table_new("authority=16,list=12,program=24,status=40,since=14,until=14", 0);
    for (size_t i = 0; i < count; i++) {
        OUT_CELLS(table, each[i].authority, each[i].list, each[i].program, STATUS_IN_WORDS(&each[i]),
                  SINCE_IN_WORDS(&each[i]), IN_WORDS(&each[i].until));
        time_count(&times, &each[i]);
    }
    out_table_end(table);
    time_tell(&times, past->asked);
    free(each);
    also_print(past->asked, asked, day);
}

static void print_names(const desig_record *record) {
    puts("\nNames");
    for (uint32_t i = 0; i < record->name_count; i++) {
        OUT_STRING(line);
        name_append(&line, &record->names[i], "  ");
        out_paragraph(2, out_text(&line));
    }
}

/* Sorted by day, and else as they stand in the record. */
static int compare_actions(const void *a, const void *b) {
    const desig_action *left = *(const desig_action *const *)a;
    const desig_action *right = *(const desig_action *const *)b;
    int order = date_compare(action_day(left), action_day(right));
    return order != 0 ? order : OUT_ORDER(left, right);
}

static int is_about_any(const desig_record *record, const desig_assertion *said) {
    for (uint32_t i = 0; i < record->action_count; i++)
        if (assertion_is_about(said, &record->actions[i])) return 1;
    return 0;
}

/* What is said of actions that the record does not have. */
static void print_assertions_alone(const desig_record *record) {
    for (uint32_t i = 0; i < record->assertion_count; i++) {
        OUT_STRING(line);
        if (is_about_any(record, &record->assertions[i])) continue;
        assertion_append(&line, &record->assertions[i]);
        out_append(&line, " (an action that is not in these files)");
        out_paragraph(2, out_text(&line));
    }
}

static void print_actions(const desig_record *record) {
    const desig_action **sorted = out_resize(NULL, record->action_count * sizeof *sorted);
    puts("\nActions");
    for (uint32_t i = 0; i < record->action_count; i++) sorted[i] = &record->actions[i];
    if (record->action_count > 0) qsort(sorted, record->action_count, sizeof *sorted, compare_actions);
    for (uint32_t i = 0; i < record->action_count; i++) action_print(2, record, sorted[i]);
    if (record->action_count == 0) puts("  none recorded in these files");
    free(sorted);
    print_assertions_alone(record);
}

/* The record alone, in the statements form. */
static int print_statements(const desig_record *record) {
    desig_error error = {.result = DESIG_E_NOMEM};
    desig_list *alone = NULL;
    desig_sink sink = {.write = out_write};
    desig_result result = desig_list_new(NULL, &alone);
    if (result == DESIG_OK) result = desig_list_add(alone, record, &error);
    if (result == DESIG_OK) result = desig_list_write(alone, &sink, NULL, NULL, &error);
    desig_list_free(alone);
    return result == DESIG_OK ? EXIT_YES : complain(&error);
}

static int show_record(const show_options *options, const past_list *past, const desig_record *record) {
    if (options->shared.csv) return print_statements(record);
    out_paragraph(0, party_name(record));
    out_paragraphf(0, "%s %s%s%s", desig_term(DESIG_TERMS_KIND, record->kind), record->id,
                   record->source ? ", from " : "", record->source ? record->source : "");
    print_status(options, past, record);
    print_names(record);
    print_actions(record);
    links_print(past->searched, record);
    facts_print(record);
    return EXIT_YES;
}

static int show_equals(const show_options *options, const desig_match *matches, size_t count) {
    note("desig: \"%s\" fits several records equally well; choose one with --id", options->name);
    out_table *table = out_table_new("score=6,id=28,kind=10,name=48", options->shared.csv);
    for (size_t i = 0; i < count; i++) {
        const desig_record *record = matches[i].record;
        out_cellf(table, "%.2f", matches[i].score);
        OUT_CELLS(table, record->id, desig_term(DESIG_TERMS_KIND, record->kind), party_name(record));
    }
    out_table_end(table);
    return EXIT_UNKNOWN;
}

static int show_named(const show_options *options, const past_list *past) {
    desig_error error = {.result = DESIG_E_NOMEM};
    desig_index *index = index_of(past->searched);
    desig_match matches[EQUALS];
    size_t count = 0;
    size_t equals = 0;
    /* Whoever asks for one party by its name means whatever name they know, weak or not. */
    desig_query query = {DESIG_INIT(desig_query), .name = options->name, .weak = DESIG_WEAK_FULL};
    if (!index) return EXIT_ERROR;
    desig_result result = desig_index_find(index, &query, matches, EQUALS, &count, &error);
    desig_index_free(index);
    if (result != DESIG_OK) complain(&error);
    if (result != DESIG_OK) return result == DESIG_E_UNSCREENABLE ? EXIT_UNKNOWN : EXIT_ERROR;
    if (count > EQUALS) count = EQUALS;
    while (equals < count && matches[equals].score >= matches[0].score) equals++;
    if (equals > 1) return show_equals(options, matches, equals);
    if (equals == 1) return show_record(options, past, matches[0].record);
    fail("desig: no record has a name like \"%s\"", options->name);
    return EXIT_NO;
}

/* The day of the newest copy by a day in which a record stood, else of the first one. */
static int32_t day_of_record(const desig_record *record, int32_t day) {
    const size_t asked = desig_list_edition_on(record->ledger, day);
    size_t best = 0;
    for (uint32_t i = 0; i < record->presence_count; i++) {
        const desig_span *span = &record->presences[i].span;
        const size_t last = span->last ? span->last : asked;
        const size_t edition = span->first <= asked ? (last < asked ? last : asked) : span->first;
        if (best == 0 || (edition <= asked ? best > asked || edition > best : edition < best)) best = edition;
    }
    return desig_list_edition(record->ledger, best)->copied.last;
}

/* A record that was not on the list on the day: as it stood before, else as it came. */
static int show_absent(const show_options *options, const desig_record *asked, int32_t day) {
    past_list past;
    note("desig: %s was not on the list on that day; it is shown as it stood at another time", asked->id);
    int status = past_open(&past, asked->ledger, day_of_record(asked, day));
    const desig_record *record = status == 0 ? desig_list_get(past.searched, asked->id) : NULL;
    if (record) status = show_record(options, &past, record);
    past_close(&past);
    return status;
}

static int answer(void *context, const desig_list *list) {
    const show_options *options = context;
    char told[DAY_TOLD];
    const int32_t day = day_choose(&options->shared.on, list, told);
    const desig_record *asked = options->id ? desig_list_get(list, options->id) : NULL;
    past_list past;
    if (options->id && !asked) {
        fail("desig: no record has the id %s", options->id);
        return EXIT_NO;
    }
    int status = past_open(&past, list, day);
    const desig_record *record = status == 0 && asked ? desig_list_get(past.searched, asked->id) : NULL;
    if (status == 0 && options->name)
        status = show_named(options, &past);
    else if (record)
        status = show_record(options, &past, record);
    past_close(&past);
    return status == 0 && asked && !record ? show_absent(options, asked, day) : status;
}

static const char *wrong(const void *context) {
    const show_options *options = context;
    return !options->id == !options->name ? "which record? Give --id or --name, not both" : NULL;
}

#define AT(field) offsetof(show_options, field)

static const tool_option options[] = {
    {"--id", "ID", "the record of this id", take_text, AT(id), 0},
    {"--name", "NAME", "the record whose name fits best", take_text, AT(name), 0},
    {"--csv", NULL, "the record in the statements form, for programs", take_switch, AT(shared.csv), 0},
    {0},
};

const tool_command command_show = {
    .name = "show",
    .summary = "one record: names, actions and reasons, links and who says so, facts",
    .about = "Show everything that the lists say of one record: its standing on a day, its names, the "
             "actions with their dates and stated reasons, the links with who asserts or disputes them, "
             "and the facts.",
    .statuses = "0 shown, 1 no such record, 2 error, 3 several records fit the name equally well, or nothing "
                "can be told",
    .ledgers = 1,
    .takes = TAKES_ON | TAKES_READING | TAKES_OUTPUT,
    .options = options,
    .size = sizeof(show_options),
    .wrong = wrong,
    .answer = answer,
};
