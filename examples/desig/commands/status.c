/* desig status: who is designated on a day, by authority, list and program. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "commands/command.h"
#include "io/also.h"
#include "io/ledgers.h"
#include "io/out.h"
#include "io/party.h"

typedef struct status_options {
    shared_options shared;
    const char *id;
    const char *linked_to;
    int all;
} status_options;

/* A row of the answer. */
typedef struct holding {
    const desig_record *record;
    desig_standing standing;
    size_t order; /* of finding, so that sorting keeps the list's order */
} holding;

typedef struct status_answer {
    holding *items;
    size_t count;
    size_t room;
    size_t records;                              /* that were asked about */
    size_t overall[DESIG_STATUS_NOT_LISTED + 1]; /* records by status */
    size_t by_name;                              /* records linked by a name only */
    int32_t day;
    time_tally times;
    int several_sources;
} status_answer;

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
        if (is_of_interest(options, each[i].status))
            OUT_PUSH(answer, (holding){record, each[i], answer->count});
        time_count(&answer->times, &each[i]);
    }
    if (count == 0 && is_of_interest(options, overall.status))
        OUT_PUSH(answer, (holding){record, overall, answer->count});
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

/* By what the rows stand under: authority, list and program. */
static int compare_headings(const desig_standing *a, const desig_standing *b) {
    int order = out_compare(a->authority, b->authority);
    if (order == 0) order = out_compare(a->list, b->list);
    return order != 0 ? order : out_compare(a->program, b->program);
}

static int compare_rows(const void *a, const void *b) {
    const holding *left = a;
    const holding *right = b;
    int order = compare_headings(&left->standing, &right->standing);
    return order != 0 ? order : OUT_ORDER(left->order, right->order);
}

static void add_heading(out_table *table, const desig_standing *standing) {
    OUT_STRING(heading);
    const char *parts[] = {standing->authority, standing->list, standing->program};
    for (size_t i = 0; i < 3; i++)
        if (parts[i]) out_join(&heading, " / ", parts[i]);
    out_heading(table, heading.length > 0     ? out_text(&heading)
                       : standing->decided_by ? "(no authority named)"
                                              : "(no action recorded)");
}

/* "decided by: revoked, announced 2021-02-12 (INA 219): why; stated by whom" */
static void add_reason(out_table *table, const desig_action *action) {
    OUT_STRING(line);
    out_append(&line, "decided by: %s",
               action->derived ? "the listing" : desig_term(DESIG_TERMS_ACTION_TYPE, action->type));
    if (!date_is_unknown(&action->announced))
        out_append(&line, ", announced %s", IN_WORDS(&action->announced));
    if (action->legal_basis) out_append(&line, " (%s)", action->legal_basis);
    if (action->justification) out_append(&line, ": %s", action->justification);
    if (action->statement_by) out_append(&line, "; stated by %s", action->statement_by);
    out_note(table, out_text(&line));
}

static void print_summary(const status_answer *answer) {
    const size_t *overall = answer->overall;
    printf("%sOf %zu record%s: ", answer->count > 0 ? "\n" : "", answer->records, plural(answer->records));
    if (answer->times.published > 0)
        printf("%zu listed, %zu not listed (by the ledger's copies), ", overall[DESIG_STATUS_LISTED],
               overall[DESIG_STATUS_NOT_LISTED]);
    printf("%zu designated, %zu uncertain, %zu revoked, %zu not recorded (no action by that day is in these "
           "files).\n",
           overall[DESIG_STATUS_DESIGNATED], overall[DESIG_STATUS_UNCERTAIN], overall[DESIG_STATUS_REVOKED],
           overall[DESIG_STATUS_NOT_RECORDED]);
}

static void print_text(const status_options *options, status_answer *answer) {
    out_table *table = out_table_new("id=28,name=44,status=34,since=14,until=14,source=24", 0);
    if (!answer->several_sources) out_hide(table, 5);
    if (answer->count > 0) qsort(answer->items, answer->count, sizeof *answer->items, compare_rows);
    for (size_t i = 0; i < answer->count; i++) {
        const holding *row = &answer->items[i];
        const desig_standing *standing = &row->standing;
        if (i == 0 || compare_headings(standing, &row[-1].standing) != 0) add_heading(table, standing);
        OUT_CELLS(table, row->record->id, party_name_on(row->record, answer->day), STATUS_IN_WORDS(standing),
                  SINCE_IN_WORDS(standing), IN_WORDS(&standing->until), row->record->source);
        if (options->id && standing->decided_by) add_reason(table, standing->decided_by);
    }
    out_table_end(table);
    if (!options->id && answer->records > 0) print_summary(answer);
}

/* With the type, words and announcement of the action that decided; its own day is the standing's. */
static void print_csv(const status_answer *answer) {
    static const desig_action none;
    out_table *table =
        out_table_new("id,name,authority,list,program,status,since,until,stated,action,announced,"
                      "legal_basis,justification,statement_by,citation,source",
                      1);
    for (size_t i = 0; i < answer->count; i++) {
        const desig_record *record = answer->items[i].record;
        const desig_standing *standing = &answer->items[i].standing;
        const desig_action *action = standing->decided_by ? standing->decided_by : &none;
        const int stated = standing->decided_by && !action->derived;
        OUT_CELLS(table, record->id, party_name_on(record, answer->day), standing->authority, standing->list,
                  standing->program, desig_term(DESIG_TERMS_STATUS, standing->status),
                  DATE_TEXT(&standing->since), DATE_TEXT(&standing->until),
                  !standing->decided_by ? NULL
                  : stated              ? "yes"
                                        : "no",
                  stated ? desig_term(DESIG_TERMS_ACTION_TYPE, action->type) : NULL,
                  DATE_TEXT(&action->announced), action->legal_basis, action->justification,
                  action->statement_by, action->citation, record->source);
    }
    out_table_end(table);
}

static int exit_status(const status_answer *answer) {
    if (answer->overall[DESIG_STATUS_DESIGNATED] + answer->overall[DESIG_STATUS_LISTED] > 0) return EXIT_YES;
    return answer->overall[DESIG_STATUS_UNCERTAIN] > 0 ? EXIT_UNKNOWN : EXIT_NO;
}

static int answer(void *context, const desig_list *list) {
    const status_options *options = context;
    status_answer answer = {.several_sources = party_sources_differ(list)};
    char told[DAY_TOLD];
    int32_t day = answer.day = day_choose(&options->shared.on, list, told);
    ask_all(options, day, list, &answer);
    time_tell(&answer.times, list);
    if (answer.times.published > 0) ledger_tell_edition(list, "desig: the ledger", day);
    if (options->shared.csv) {
        note("desig: status on %s", told);
        print_csv(&answer);
    } else {
        printf("Status on %s\n", told);
        print_text(options, &answer);
        if (options->id && answer.records > 0) also_print(list, desig_list_get(list, options->id), day);
    }
    if (options->id && answer.records == 0) fail("desig: no record has the id %s", options->id);
    if (options->linked_to && !options->id && answer.records == 0)
        fail("desig: no record is linked to %s", options->linked_to);
    if (answer.by_name > 0)
        note("desig: %zu of these links give the party's name and no id; another party may have the name",
             answer.by_name);
    free(answer.items);
    return exit_status(&answer);
}

#define AT(field) offsetof(status_options, field)

static const tool_option options[] = {
    {"--id", "ID", "only this record, with every authority, list and program, and why", take_text, AT(id), 0},
    {"--linked-to", "ID", "only records linked to this one, either way (or to a party by this name)",
     take_text, AT(linked_to), 0},
    {"--all", NULL, "also what is revoked or not recorded on the day", take_switch, AT(all), 0},
    {0},
};

const tool_command command_status = {
    .name = "status",
    .summary = "who is designated on a day, by authority, list and program",
    .about = "Who is designated on a day, by authority, list and program; uncertain ones are shown too, "
             "and named so. \"as of\" means that the list names no date of designation: the party stood "
             "on it on that day. \"not recorded\" means that these files hold no action by that day, "
             "which is not \"was never designated\".",
    .statuses = "0 designated (without --id: anyone), 1 not, 2 error, 3 cannot be known",
    .ledgers = 1,
    .takes = TAKES_ON | TAKES_READING | TAKES_CSV | TAKES_OUTPUT,
    .options = options,
    .size = sizeof(status_options),
    .answer = answer,
};
