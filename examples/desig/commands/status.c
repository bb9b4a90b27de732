/* desig status: who is designated on a day, by authority, list and program. */
#include <desig/desig.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "commands/commands.h"
#include "io/also.h"
#include "io/day.h"
#include "io/ledgers.h"
#include "io/links.h"
#include "io/lists.h"
#include "io/out.h"
#include "io/party.h"

typedef struct status_options {
    day_option on;
    const char *id;
    const char *linked_to;
    int all;
    int csv;
    lists_options reading;
} status_options;

/* A row of the answer. */
typedef struct holding {
    const desig_record *record;
    desig_standing standing;
    size_t order; /* of finding, so that sorting keeps the list's order */
} holding;

typedef struct status_answer {
    holding *rows;
    size_t count;
    size_t room;
    size_t records;                              /* that were asked about */
    size_t overall[DESIG_STATUS_NOT_LISTED + 1]; /* records by status */
    size_t by_name;                              /* records linked by a name only */
    int needs_as_of;
    int32_t day;
    time_tally times;
    int several_sources;
} status_answer;

static void add_row(status_answer *answer, const desig_record *record, const desig_standing *standing) {
    if (answer->count == answer->room) {
        answer->room = answer->room * 2 + 64;
        answer->rows = out_resize(answer->rows, answer->room * sizeof *answer->rows);
    }
    answer->rows[answer->count] = (holding){record, *standing, answer->count};
    answer->count++;
}

static int is_of_interest(const status_options *options, desig_status status) {
    return options->all || options->id || party_is_held(status) || status == DESIG_STATUS_UNCERTAIN;
}

static void ask(const status_options *options, int32_t day, const desig_record *record,
                status_answer *answer) {
    desig_standing overall;
    size_t count = 0;
    desig_standing *each = party_standings(record, day, &overall, &count);
    answer->records++;
    answer->overall[overall.status]++;
    for (size_t i = 0; i < count; i++) {
        if (is_of_interest(options, each[i].status)) add_row(answer, record, &each[i]);
        answer->needs_as_of |= party_needs_as_of(&each[i]);
        time_count(&answer->times, &each[i]);
    }
    if (count == 0 && is_of_interest(options, overall.status)) add_row(answer, record, &overall);
    free(each);
}

/* The best link from one record to a party. */
static link_target leads_to(const desig_list *list, const desig_record *from, const char *id,
                            const desig_record *party) {
    link_target best = LINK_ELSEWHERE;
    for (uint32_t i = 0; i < from->link_count; i++) {
        link_target target = link_leads_to(list, &from->links[i], id, party);
        if (target > best) best = target;
    }
    return best;
}

/* Links count either way: from the record to the id, and from the id's record to it. */
static link_target linked(const desig_list *list, const desig_record *record, const char *id,
                          const desig_record *party) {
    if (record == party) return LINK_ELSEWHERE;
    link_target outward = leads_to(list, record, id, party);
    link_target inward = party ? leads_to(list, party, record->id, record) : LINK_ELSEWHERE;
    return outward > inward ? outward : inward;
}

static void ask_all(const status_options *options, int32_t day, const desig_list *list,
                    status_answer *answer) {
    const desig_record *party = options->linked_to ? desig_list_get(list, options->linked_to) : NULL;
    const desig_record *record;
    for (size_t i = 0; (record = desig_list_at(list, i)) != NULL; i++) {
        if (options->id && strcmp(record->id, options->id) != 0) continue;
        if (options->linked_to) {
            link_target target = linked(list, record, options->linked_to, party);
            if (target == LINK_ELSEWHERE) continue;
            answer->by_name += party && target == LINK_BY_NAME;
        }
        ask(options, day, record, answer);
    }
}

static int compare_texts(const char *a, const char *b) {
    return strcmp(a ? a : "", b ? b : "");
}

static int compare_rows(const void *a, const void *b) {
    const holding *left = a;
    const holding *right = b;
    int order = compare_texts(left->standing.authority, right->standing.authority);
    if (order == 0) order = compare_texts(left->standing.list, right->standing.list);
    if (order == 0) order = compare_texts(left->standing.program, right->standing.program);
    return order != 0 ? order : (left->order > right->order) - (left->order < right->order);
}

static int same_heading(const desig_standing *a, const desig_standing *b) {
    return compare_texts(a->authority, b->authority) == 0 && compare_texts(a->list, b->list) == 0 &&
           compare_texts(a->program, b->program) == 0;
}

static void add_heading(out_table *table, const desig_standing *standing) {
    out_string heading = {0};
    const char *parts[] = {standing->authority, standing->list, standing->program};
    for (size_t i = 0; i < 3; i++)
        if (parts[i]) out_join(&heading, " / ", parts[i]);
    out_heading(table, heading.length > 0     ? out_text(&heading)
                       : standing->decided_by ? "(no authority named)"
                                              : "(no action recorded)");
    out_string_free(&heading);
}

/* "decided by: revoked, announced 2021-02-12 (INA 219): why; stated by whom" */
static void add_reason(out_table *table, const desig_action *action) {
    char words[DATE_WORDS];
    out_string line = {0};
    out_append(&line, "decided by: %s",
               action->derived ? "the listing" : desig_term(DESIG_TERMS_ACTION_TYPE, action->type));
    if (!date_is_unknown(&action->announced))
        out_append(&line, ", announced %s", date_words(&action->announced, words));
    if (action->legal_basis) out_append(&line, " (%s)", action->legal_basis);
    if (action->justification) out_append(&line, ": %s", action->justification);
    if (action->statement_by) out_append(&line, "; stated by %s", action->statement_by);
    out_note(table, out_text(&line));
    out_string_free(&line);
}

static void print_summary(const status_answer *answer) {
    const size_t *overall = answer->overall;
    printf("%sOf %zu record%s: ", answer->count > 0 ? "\n" : "", answer->records,
           answer->records == 1 ? "" : "s");
    if (answer->times.published > 0)
        printf("%zu listed, %zu not listed (by the ledger's copies), ", overall[DESIG_STATUS_LISTED],
               overall[DESIG_STATUS_NOT_LISTED]);
    printf("%zu designated, %zu uncertain, %zu revoked, %zu not recorded (no action by that day is in these "
           "files).\n",
           overall[DESIG_STATUS_DESIGNATED], overall[DESIG_STATUS_UNCERTAIN], overall[DESIG_STATUS_REVOKED],
           overall[DESIG_STATUS_NOT_RECORDED]);
}

static void print_text(const status_options *options, status_answer *answer) {
    const out_column columns[] = {{"id", 28},    {"name", 44},  {"status", 34},
                                  {"since", 14}, {"until", 14}, {"source", answer->several_sources ? 24 : 0}};
    out_table *table = out_table_new(columns, 6, 0);
    if (answer->count > 0) qsort(answer->rows, answer->count, sizeof *answer->rows, compare_rows);
    for (size_t i = 0; i < answer->count; i++) {
        const holding *row = &answer->rows[i];
        char words[DATE_WORDS];
        out_string status = {0};
        party_status_words(&row->standing, &status);
        if (i == 0 || !same_heading(&row->standing, &row[-1].standing)) add_heading(table, &row->standing);
        out_cell(table, row->record->id);
        out_cell(table, party_name_on(row->record, answer->day));
        out_cell(table, out_text(&status));
        out_cell(table, party_since_words(&row->standing, words));
        out_cell(table, date_words(&row->standing.until, words));
        out_cell(table, row->record->source);
        if (options->id && row->standing.decided_by) add_reason(table, row->standing.decided_by);
        out_string_free(&status);
    }
    out_table_end(table);
    if (options->id || answer->records == 0) return;
    print_summary(answer);
}

/* The action's type, words and announcement; its own day is the standing's. */
static void add_decided_by(out_table *table, const desig_action *action) {
    static const desig_action none;
    const int stated = action && !action->derived;
    char date[DESIG_DATE_TEXT];
    out_cell(table, !action ? NULL : stated ? "yes" : "no");
    out_cell(table, stated ? desig_term(DESIG_TERMS_ACTION_TYPE, action->type) : NULL);
    if (!action) action = &none;
    out_cell(table, desig_date_format(&action->announced, date));
    out_cell(table, action->legal_basis);
    out_cell(table, action->justification);
    out_cell(table, action->statement_by);
    out_cell(table, action->citation);
}

static void print_csv(const status_answer *answer) {
    static const out_column columns[] = {
        {"id", 0},        {"name", 0},        {"authority", 0},     {"list", 0},         {"program", 0},
        {"status", 0},    {"since", 0},       {"until", 0},         {"stated", 0},       {"action", 0},
        {"announced", 0}, {"legal_basis", 0}, {"justification", 0}, {"statement_by", 0}, {"citation", 0},
        {"source", 0}};
    out_table *table = out_table_new(columns, sizeof columns / sizeof columns[0], 1);
    for (size_t i = 0; i < answer->count; i++) {
        const desig_standing *standing = &answer->rows[i].standing;
        char date[DESIG_DATE_TEXT];
        out_cell(table, answer->rows[i].record->id);
        out_cell(table, party_name_on(answer->rows[i].record, answer->day));
        out_cell(table, standing->authority);
        out_cell(table, standing->list);
        out_cell(table, standing->program);
        out_cell(table, desig_term(DESIG_TERMS_STATUS, standing->status));
        out_cell(table, desig_date_format(&standing->since, date));
        out_cell(table, desig_date_format(&standing->until, date));
        add_decided_by(table, standing->decided_by);
        out_cell(table, answer->rows[i].record->source);
    }
    out_table_end(table);
}

static int exit_status(const status_answer *answer) {
    if (answer->overall[DESIG_STATUS_DESIGNATED] + answer->overall[DESIG_STATUS_LISTED] > 0) return EXIT_YES;
    return answer->overall[DESIG_STATUS_UNCERTAIN] > 0 ? EXIT_UNKNOWN : EXIT_NO;
}

static int answer_status(void *context, const desig_list *list) {
    const status_options *options = context;
    status_answer answer = {.several_sources = party_sources_differ(list)};
    char told[DAY_TOLD];
    int32_t day = answer.day = day_choose(&options->on, list, told);
    ask_all(options, day, list, &answer);
    time_tell(&answer.times, list);
    if (answer.times.published > 0) ledger_tell_edition(list, "desig: the ledger", day);
    if (options->csv) {
        fprintf(stderr, "desig: status on %s\n", told);
        print_csv(&answer);
    } else {
        printf("Status on %s\n", told);
        print_text(options, &answer);
        if (options->id && answer.records > 0) also_print(list, desig_list_get(list, options->id), day);
    }
    if (options->id && answer.records == 0) fprintf(stderr, "desig: no record has the id %s\n", options->id);
    if (options->linked_to && !options->id && answer.records == 0)
        fprintf(stderr, "desig: no record is linked to %s\n", options->linked_to);
    if (answer.by_name > 0)
        fprintf(
            stderr,
            "desig: %zu of these links give the party's name and no id; another party may have the name\n",
            answer.by_name);
    if (answer.needs_as_of) party_as_of_hint();
    free(answer.rows);
    return exit_status(&answer);
}

static int run(int argc, char **argv) {
    status_options o = {0};
    const tool_option options[] = {
        OPTION_ON(&o.on),
        {"--id", NULL, "ID", "only this record, with every authority, list and program, and why", take_text,
         &o.id, 0},
        {"--linked-to", NULL, "ID",
         "only records linked to this one, either way (or to a party by this name)", take_text, &o.linked_to,
         0},
        {"--all", NULL, NULL, "also what is revoked or not recorded on the day", take_switch, &o.all, 0},
        OPTIONS_READING(&o.reading),
        OPTION_CSV(&o.csv),
    };
    size_t count = 0;
    int status = EXIT_ERROR;
    if (!args_read(&command_status, options, sizeof options / sizeof options[0], argc, argv, &count, &status))
        return status;
    o.reading.ledgers = 1;
    o.reading.on = &o.on;
    return lists_answer(argv, count, &o.reading, answer_status, &o);
}

const tool_command command_status = {
    .name = "status",
    .summary = "who is designated on a day, by authority, list and program",
    .about = "Who is designated on a day, by authority, list and program; uncertain ones are shown too, "
             "and named so. \"as of\" means that the list names no date of designation: the party stood "
             "on it on that day. \"not recorded\" means that these files hold no action by that day, "
             "which is not \"was never designated\".",
    .statuses = "0 designated (without --id: anyone), 1 not, 2 error, 3 cannot be known",
    .run = run,
};
