/* desig actions: what was done in a period, oldest first. */
#include <stdio.h>
#include <stdlib.h>

#include "commands/command.h"
#include "io/out.h"
#include "io/party.h"
#include "io/wanted.h"
#include "io/words.h"

typedef struct actions_options {
    shared_options shared;
    desig_date from;
    desig_date to;
    const char *program;
    const char *authority;
} actions_options;

typedef struct done_action {
    const desig_record *record;
    const desig_action *action;
    size_t order;
} done_action;

typedef struct done_actions {
    done_action *items;
    size_t count;
    size_t room;
    size_t derived; /* left out: nobody stated them */
    size_t undated; /* left out: they may be of any time */
} done_actions;

/* Whether a ledger's record still had the action when it was last on the list: what the publisher has
 * corrected since is told once. */
static int is_last_word(const desig_record *record, const desig_action *action) {
    uint16_t last = 0;
    if (!record->ledger) return 1;
    for (uint32_t i = 0; i < record->presence_count; i++) {
        const desig_span *span = &record->presences[i].span;
        if (span->last == 0) return action->span.last == 0;
        if (span->last > last) last = span->last;
    }
    return action->span.last == 0 || action->span.last >= last;
}

static void consider(const actions_options *options, const desig_record *record, const desig_action *action,
                     done_actions *done) {
    int any_time = date_is_unknown(&options->from) && date_is_unknown(&options->to);
    if (!is_last_word(record, action)) return;
    if (!action_is_of(action, options->authority, NULL, options->program)) return;
    if (action->derived)
        done->derived++;
    else if (any_time || date_may_be_in(&action->effective, &options->from, &options->to) ||
             date_may_be_in(&action->announced, &options->from, &options->to))
        OUT_PUSH(done, (done_action){record, action, done->count});
    else if (date_is_unknown(&action->effective) && date_is_unknown(&action->announced))
        done->undated++;
}

static int compare_done(const void *a, const void *b) {
    const done_action *left = a;
    const done_action *right = b;
    int order = date_compare(action_day(left->action), action_day(right->action));
    return order != 0 ? order : OUT_ORDER(left->order, right->order);
}

static void print_csv(const done_actions *done) {
    out_table *table = out_table_new("id,name,action,announced,date,authority,list,program,justification,"
                                     "legal_basis,statement_by,citation,source",
                                     1);
    for (size_t i = 0; i < done->count; i++) {
        const desig_record *record = done->items[i].record;
        const desig_action *action = done->items[i].action;
        OUT_CELLS(table, record->id, party_name(record), desig_term(DESIG_TERMS_ACTION_TYPE, action->type),
                  DATE_TEXT(&action->announced), DATE_TEXT(&action->effective), action->authority,
                  action->list, action->program, action->justification, action->legal_basis,
                  action->statement_by, action->citation, record->source);
    }
    out_table_end(table);
}

static void print_text(const done_actions *done, int several_sources) {
    for (size_t i = 0; i < done->count; i++) {
        const desig_record *record = done->items[i].record;
        const int told = several_sources && record->source;
        if (i > 0) putchar('\n');
        out_paragraphf(0, "%s (%s)%s%s", party_name(record), record->id, told ? ", from " : "",
                       told ? record->source : "");
        action_print(2, record, done->items[i].action);
    }
}

static int answer(void *context, const desig_list *list) {
    const actions_options *options = context;
    done_actions done = {0};
    const desig_record *record;
    const wanted_words wanted = {.authority = options->authority, .program = options->program};
    const int wrong = wanted_check(&wanted, &list, 1);
    if (wrong != 0) return wrong;
    for (size_t i = 0; (record = desig_list_at(list, i)) != NULL; i++)
        for (uint32_t a = 0; a < record->action_count; a++)
            consider(options, record, &record->actions[a], &done);
    if (done.count > 0) qsort(done.items, done.count, sizeof *done.items, compare_done);
    if (options->shared.csv)
        print_csv(&done);
    else if (done.count > 0)
        print_text(&done, party_sources_differ(list));
    else
        puts("No action of that description is in these files.");
    if (done.derived > 0)
        note("desig: %zu listings whose publisher states no action are left out (see: desig status, desig "
             "timeline)",
             done.derived);
    if (done.undated > 0)
        note("desig: %zu actions without any date are left out (without --from and --to they are shown)",
             done.undated);
    free(done.items);
    return done.count > 0 ? EXIT_YES : EXIT_NO;
}

#define AT(field) offsetof(actions_options, field)

static const tool_option options[] = {
    {"--from", "DATE", "from this day, month or year on", take_date, AT(from), 0},
    {"--to", "DATE", "up to this day, month or year, which is included", take_date, AT(to), 0},
    {"--program", "P", "only of this program, such as SDGT", take_text, AT(program), 0},
    {"--authority", "A", "only by this authority; US means every US body", take_text, AT(authority), 0},
    {0},
};

const tool_command command_actions = {
    .name = "actions",
    .summary = "what was done in a period, oldest first, with the stated reasons",
    .about =
        "What authorities did in a period, oldest first, with the stated reasons. An action counts if it was "
        "announced or took effect in the period, or may have. Of a ledger it tells also the actions on those "
        "who have left the list.",
    .statuses = "0 there are such actions, 1 none, 2 error",
    .ledgers = 1,
    .takes = TAKES_READING | TAKES_CSV | TAKES_OUTPUT,
    .options = options,
    .size = sizeof(actions_options),
    .answer = answer,
};
