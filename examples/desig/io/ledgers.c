#define _POSIX_C_SOURCE 200809L

#include "io/ledgers.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "io/party.h"
#include "io/tell.h"

int ledger_is_dated(const char *name, size_t *length, int32_t *day) {
    const char *at = strrchr(name, '@');
    day_option asked = {0};
    if (!at || at == name || take_day(at + 1, &asked) || access(name, F_OK) == 0) return 0;
    *length = (size_t)(at - name);
    *day = asked.day;
    return 1;
}

int is_ledger(const desig_list *list) {
    return desig_list_edition_count(list) > 0;
}

int32_t ledger_newest(const desig_list *ledger) {
    return desig_list_edition(ledger, desig_list_edition_count(ledger))->copied.last;
}

void ledger_tell_edition(const desig_list *ledger, const char *name, int32_t day) {
    size_t number = desig_list_edition_on(ledger, day);
    const desig_edition *edition = desig_list_edition(ledger, number);
    if (!edition) return;
    const char *copied = DATE_TEXT(&edition->copied), *asked = DAY_TEXT(day);
    if (number == desig_list_edition_count(ledger))
        note("%s: as of %s, the newest edition (number %zu)", name, copied, number);
    else if (strcmp(asked, copied) == 0)
        note("%s: as published in the copy of that day (edition %zu)", name, number);
    else
        note("%s: as published in the copy of %s, the newest by %s (edition %zu)", name, copied, asked,
             number);
}

int ledger_tell_before(const desig_list *ledger, const char *name, int32_t day) {
    fail("%s: %s is before its first edition, of %s: what the list said then is not known", name,
         DAY_TEXT(day), DATE_TEXT(&desig_list_edition(ledger, 1)->copied));
    return EXIT_UNKNOWN;
}

size_t ledger_copy_of(const desig_list *ledger, size_t edition, unsigned file) {
    while (edition > 0 && !(desig_list_edition(ledger, edition)->observed >> file & 1)) edition--;
    return edition;
}

int ledger_says(const desig_list *ledger, size_t edition, const desig_span *span) {
    const size_t copy = ledger_copy_of(ledger, edition, span->file);
    return copy > 0 && desig_list_stands(ledger, span, copy);
}

desig_list *ledger_published(const desig_list *ledger, size_t edition, desig_companions companions) {
    desig_error error = {.result = DESIG_E_NOMEM};
    desig_list *published = NULL;
    if (desig_list_new(NULL, &published) == DESIG_OK &&
        desig_list_published(ledger, edition, companions, published, &error) == DESIG_OK)
        return published;
    desig_list_free(published);
    complain(&error);
    return NULL;
}

desig_list *ledger_on(const desig_list *ledger, const char *name, int32_t day, int *status) {
    size_t edition = desig_list_edition_on(ledger, day);
    *status = edition == 0 ? ledger_tell_before(ledger, name, day) : EXIT_ERROR;
    if (edition == 0) return NULL;
    desig_list *published = ledger_published(ledger, edition, DESIG_COMPANIONS_OF_EDITION);
    if (published) *status = 0;
    return published;
}

void time_count(time_tally *tally, const desig_standing *standing) {
    if (party_is_published(standing))
        tally->published++;
    else if (standing->status != DESIG_STATUS_NOT_RECORDED)
        tally->effective++;
    tally->needs_as_of |= party_needs_as_of(standing);
}

void time_count_on(time_tally *tally, const desig_record *record, int32_t day) {
    desig_standing overall;
    desig_status_on(record, day, &overall, NULL, 0);
    time_count(tally, &overall);
}

void time_tell(const time_tally *tally, const desig_list *list) {
    if (is_ledger(list) && tally->published > 0 && tally->effective > 0)
        note("desig: effective time answers with the dates that the publisher states, and published time "
             "where "
             "it states none or the party has left the list");
    else if (is_ledger(list) && tally->published > 0)
        note("desig: published time answers: the copies, as the publisher states no dates or the party has "
             "left "
             "the list");
    else if (is_ledger(list) && tally->effective > 0)
        note("desig: effective time answers: the dates that the publisher states");
    if (tally->needs_as_of)
        note("desig: some answers are uncertain because the list states no dates and does not say of which "
             "day "
             "it is; if you know the day, give it: --as-of DATE");
}
