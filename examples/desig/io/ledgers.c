#define _POSIX_C_SOURCE 200809L

#include "io/ledgers.h"

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

void ledger_tell_unobserved(const desig_list *ledger, const char *name) {
    const desig_edition *edition;
    int has_aliases = 0;
    int is_of_several_files = 0;
    for (size_t number = 1; (edition = desig_list_edition(ledger, number)) != NULL; number++)
        for (uint32_t f = 0; f < edition->file_count; f++) {
            has_aliases |= edition->files[f].format && strcmp(edition->files[f].format, "ofac-alt") == 0;
            is_of_several_files |=
                edition->files[f].format && strcmp(edition->files[f].format, "ofac-sdn") == 0;
        }
    if (is_of_several_files && !has_aliases)
        note("%s: no edition has the file of aliases (alt.csv): aliases were never observed", name);
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

/* ---- What it knew on a day ---- */

enum { PAST_FILES = 31 }; /* more than a list has companions */

static void tell_older_copies(const desig_list *ledger, size_t edition) {
    for (unsigned file = 0; file < PAST_FILES; file++) {
        const size_t number = ledger_copy_of(ledger, edition, file);
        if (number == 0 || number == edition) continue;
        const desig_edition *one = desig_list_edition(ledger, number);
        const char *format = "";
        for (uint32_t i = 0; i < one->file_count; i++)
            if (one->files[i].companion == file) format = one->files[i].format;
        note("desig: that copy has no %s; what that of %s said counts on", format, DATE_TEXT(&one->copied));
    }
}

void past_tell_coming(const past_list *past, int32_t day) {
    const size_t edition = desig_list_edition_on(past->asked, day);
    const desig_edition *next = past->made ? desig_list_edition(past->asked, edition + 1) : NULL;
    const desig_record *record;
    size_t count = 0;
    for (size_t i = 0; next && (record = desig_list_at(past->asked, i)) != NULL; i++)
        for (uint32_t p = 0; p < record->presence_count; p++)
            count +=
                record->presences[p].span.first == edition + 1 && !desig_list_get(past->searched, record->id);
    if (count > 0)
        note("desig: %zu record%s first in the next copy, of %s, may have been listed then, and %s not "
             "looked at",
             count, plural(count), DATE_TEXT(&next->copied), count == 1 ? "is" : "are");
}

int past_open(past_list *past, const desig_list *list, int32_t day) {
    *past = (past_list){.searched = list, .asked = list};
    if (!is_ledger(list)) return 0;
    const size_t edition = desig_list_edition_on(list, day);
    if (edition == 0) return ledger_tell_before(list, "desig: the ledger", day);
    past->searched = past->made = ledger_published(list, edition, DESIG_COMPANIONS_CARRIED);
    if (!past->made) return EXIT_ERROR;
    ledger_tell_edition(list, "desig: names", day);
    tell_older_copies(list, edition);
    return 0;
}

void past_close(past_list *past) {
    desig_list_free(past->made);
    *past = (past_list){0};
}

const desig_record *past_asked(const past_list *past, const desig_record *found) {
    return past->made ? desig_list_get(past->asked, found->id) : found;
}

/* ---- Which time answers ---- */

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
             "where it states none or the party has left the list");
    else if (is_ledger(list) && tally->published > 0)
        note("desig: published time answers: the copies, as the publisher states no dates or the party has "
             "left the list");
    else if (is_ledger(list) && tally->effective > 0)
        note("desig: effective time answers: the dates that the publisher states");
    if (tally->needs_as_of)
        note("desig: some answers are uncertain because the list states no dates and does not say of which "
             "day it is; if you know the day, give it: --as-of DATE");
}
