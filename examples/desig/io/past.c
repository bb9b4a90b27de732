#include "io/past.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "io/complain.h"
#include "io/ledgers.h"
#include "io/out.h"

past_copies past_copies_by(const desig_list *ledger, size_t edition) {
    past_copies copies = {{0}};
    for (size_t number = 1; number <= edition; number++) {
        const desig_edition *one = desig_list_edition_at(ledger, number - 1);
        for (unsigned file = 0; file < DESIG_FILE_LEDGER; file++)
            if (one->observed >> file & 1) copies.newest[file] = number;
    }
    return copies;
}

int past_says(const desig_list *ledger, const past_copies *copies, const desig_span *span) {
    return copies->newest[span->file] > 0 && desig_list_stands(ledger, span, copies->newest[span->file]);
}

/* ---- A record of that time ---- */

/* One kind of part: where its span is. */
typedef struct part_kind {
    size_t size;
    size_t span;
} part_kind;

#define PART_KIND(type)                                                                                      \
    { sizeof(type), offsetof(type, span) }

static const part_kind kind_name = PART_KIND(desig_name);
static const part_kind kind_action = PART_KIND(desig_action);
static const part_kind kind_link = PART_KIND(desig_link);
static const part_kind kind_fact = PART_KIND(desig_fact);

/* The parts that the copies say, to be released with free(), and how many. */
static void *said_of(const desig_list *ledger, const past_copies *copies, const part_kind *kind,
                     const void *parts, uint32_t *count) {
    const char *from = parts;
    char *said = out_resize(NULL, *count * kind->size);
    uint32_t kept = 0;
    for (uint32_t i = 0; i < *count; i++, from += kind->size)
        if (past_says(ledger, copies, (const void *)(from + kind->span)))
            memcpy(said + kind->size * kept++, from, kind->size);
    *count = kept;
    return said;
}

static const desig_presence *presence_of(const desig_record *record, const past_copies *copies) {
    for (uint32_t i = 0; i < record->presence_count; i++)
        if (past_says(record->ledger, copies, &record->presences[i].span)) return &record->presences[i];
    return NULL;
}

static desig_result add_record(desig_list *list, const desig_record *record, const past_copies *copies,
                               desig_error *error) {
    const desig_presence *presence = presence_of(record, copies);
    if (!presence) return DESIG_OK;
    const desig_list *ledger = record->ledger;
    desig_record said = *record;
    said.kind = presence->kind;
    void *names = said_of(ledger, copies, &kind_name, record->names, &said.name_count);
    void *actions = said_of(ledger, copies, &kind_action, record->actions, &said.action_count);
    void *links = said_of(ledger, copies, &kind_link, record->links, &said.link_count);
    void *facts = said_of(ledger, copies, &kind_fact, record->facts, &said.fact_count);
    said.names = names;
    said.actions = actions;
    said.links = links;
    said.facts = facts;
    desig_result result = desig_list_add(list, &said, error);
    free(names);
    free(actions);
    free(links);
    free(facts);
    return result;
}

static desig_list *make_list(const desig_list *ledger, const past_copies *copies) {
    desig_error error = {.result = DESIG_E_NOMEM};
    desig_list *list = NULL;
    const desig_record *record;
    desig_result result = desig_list_new(NULL, &list);
    for (size_t i = 0; result == DESIG_OK && (record = desig_list_at(ledger, i)) != NULL; i++)
        result = add_record(list, record, copies, &error);
    if (result == DESIG_OK) return list;
    desig_list_free(list);
    complain(&error);
    return NULL;
}

/* ---- The list of that time ---- */

static void tell_older_copies(const desig_list *ledger, const past_copies *copies, size_t edition) {
    for (unsigned file = 0; file < DESIG_FILE_LEDGER; file++) {
        const size_t number = copies->newest[file];
        if (number == 0 || number == edition) continue;
        const desig_edition *one = desig_list_edition_at(ledger, number - 1);
        const char *format = "";
        char day[DESIG_DATE_TEXT];
        for (uint32_t i = 0; i < one->file_count; i++)
            if (one->files[i].companion == file) format = one->files[i].format;
        fprintf(stderr, "desig: that copy has no %s; what that of %s said counts on\n", format,
                desig_date_format(&one->copied, day));
    }
}

void past_tell_coming(const past_list *past, int32_t day) {
    const size_t edition = desig_list_edition_on(past->asked, day);
    const desig_edition *next = past->made ? desig_list_edition_at(past->asked, edition) : NULL;
    const desig_record *record;
    char day_of_next[DESIG_DATE_TEXT];
    size_t count = 0;
    for (size_t i = 0; next && (record = desig_list_at(past->asked, i)) != NULL; i++)
        for (uint32_t p = 0; p < record->presence_count; p++)
            count +=
                record->presences[p].span.first == edition + 1 && !desig_list_get(past->searched, record->id);
    if (count > 0)
        fprintf(stderr,
                "desig: %zu record%s first in the next copy, of %s, may have been listed then, and %s not "
                "looked at\n",
                count, count == 1 ? "" : "s", desig_date_format(&next->copied, day_of_next),
                count == 1 ? "is" : "are");
}

int past_open(past_list *past, const desig_list *list, int32_t day) {
    *past = (past_list){.searched = list, .asked = list};
    if (!is_ledger(list)) return 0;
    const size_t edition = desig_list_edition_on(list, day);
    if (edition == 0) return ledger_tell_before(list, "desig: the ledger", day);
    const past_copies copies = past_copies_by(list, edition);
    past->searched = past->made = make_list(list, &copies);
    if (!past->made) return EXIT_ERROR;
    ledger_tell_edition(list, "desig: names", day);
    tell_older_copies(list, &copies, edition);
    return 0;
}

void past_close(past_list *past) {
    desig_list_free(past->made);
    *past = (past_list){0};
}

const desig_record *past_asked(const past_list *past, const desig_record *found) {
    return past->made ? desig_list_get(past->asked, found->id) : found;
}
