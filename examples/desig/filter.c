#include "filter.h"

#include <stdio.h>

#include "action.h"
#include "args.h"
#include "day.h"

int filter_since(record_filter *filter, const desig_list *ledger, int32_t day) {
    const desig_edition *first = desig_list_edition_at(ledger, 0);
    char words[DATE_WORDS];
    if (!first) {
        fputs("desig: --since needs one ledger: no other list tells what it said before\n", stderr);
        return EXIT_ERROR;
    }
    filter->after = desig_list_edition_on(ledger, day);
    if (filter->after > 0) return 0;
    fprintf(stderr, "desig: what the list said on that day cannot be known: the ledger begins with %s\n",
            date_words(&first->copied, words));
    return EXIT_UNKNOWN;
}

/* A part came or went between two editions. */
typedef struct two_editions {
    const desig_list *ledger;
    size_t before;
    size_t newest;
} two_editions;

static int differs(const two_editions *editions, const desig_span *span) {
    return desig_list_stands(editions->ledger, span, editions->before) !=
           desig_list_stands(editions->ledger, span, editions->newest);
}

static int has_changed(const desig_record *record, const two_editions *editions) {
    int changed = 0;
    for (uint32_t i = 0; i < record->presence_count; i++)
        changed |= differs(editions, &record->presences[i].span);
    for (uint32_t i = 0; i < record->name_count; i++) changed |= differs(editions, &record->names[i].span);
    for (uint32_t i = 0; i < record->action_count; i++)
        changed |= differs(editions, &record->actions[i].span);
    for (uint32_t i = 0; i < record->link_count; i++) changed |= differs(editions, &record->links[i].span);
    for (uint32_t i = 0; i < record->fact_count; i++) changed |= differs(editions, &record->facts[i].span);
    return changed;
}

static int is_listed(const desig_record *record, const two_editions *editions) {
    int listed = 0;
    for (uint32_t i = 0; i < record->presence_count; i++)
        listed |= desig_list_stands(editions->ledger, &record->presences[i].span, editions->newest);
    return listed;
}

static int is_named(const record_filter *filter, const desig_record *record) {
    if (!filter->list && !filter->program) return 1;
    for (uint32_t i = 0; i < record->action_count; i++)
        if (action_is_of(&record->actions[i], NULL, filter->list, filter->program)) return 1;
    return 0;
}

static int accept_record(void *context, const desig_record *record) {
    const record_filter *filter = context;
    if (!is_named(filter, record)) return 0;
    if (filter->after == 0) return 1;
    const two_editions editions = {record->ledger, filter->after, desig_list_edition_count(record->ledger)};
    return is_listed(record, &editions) && has_changed(record, &editions);
}

void filter_apply(const record_filter *filter, desig_query *query) {
    if (!filter->list && !filter->program && filter->after == 0) return;
    query->accept = accept_record;
    query->accept_context = (void *)filter;
}
