#include "io/filter.h"

#include <stdio.h>

#include "io/day.h"
#include "io/ledgers.h"
#include "io/party.h"
#include "io/tell.h"

int filter_since(record_filter *filter, const desig_list *ledger, int32_t since, int32_t day) {
    const desig_edition *first = ledger ? desig_list_edition(ledger, 1) : NULL;
    if (!first) return fail("desig: --since needs one ledger: no other list tells what it said before");
    filter->ledger = ledger;
    filter->before = desig_list_edition_on(ledger, since);
    filter->now = desig_list_edition_on(ledger, day);
    if (filter->before > 0) return 0;
    fail("desig: what the list said on that day cannot be known: the ledger begins with %s",
         IN_WORDS(&first->copied));
    return EXIT_UNKNOWN;
}

/* Whether what has this span came or went. */
static int differs(const record_filter *filter, const desig_span *span) {
    return ledger_says(filter->ledger, filter->before, span) !=
           ledger_says(filter->ledger, filter->now, span);
}

static int has_changed(const record_filter *filter, const desig_record *record) {
    int changed = 0;
    for (uint32_t i = 0; i < record->presence_count; i++)
        changed |= differs(filter, &record->presences[i].span);
    for (uint32_t i = 0; i < record->name_count; i++) changed |= differs(filter, &record->names[i].span);
    for (uint32_t i = 0; i < record->action_count; i++) changed |= differs(filter, &record->actions[i].span);
    for (uint32_t i = 0; i < record->link_count; i++) changed |= differs(filter, &record->links[i].span);
    for (uint32_t i = 0; i < record->fact_count; i++) changed |= differs(filter, &record->facts[i].span);
    return changed;
}

static int accept_record(void *context, const desig_record *record) {
    const record_filter *filter = context;
    if (!party_is_named(record, filter->list, filter->program)) return 0;
    return !filter->ledger || has_changed(filter, desig_list_get(filter->ledger, record->id));
}

void filter_apply(const record_filter *filter, desig_query *query) {
    if (!filter->list && !filter->program && !filter->ledger) return;
    query->accept = accept_record;
    query->accept_context = (void *)filter;
}
