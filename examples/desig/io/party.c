#include "io/party.h"

#include "io/tell.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>

const char *party_name(const desig_record *record) {
    for (uint32_t i = 0; i < record->name_count; i++)
        if (record->names[i].type == DESIG_NAME_PRIMARY && record->names[i].text)
            return record->names[i].text;
    return record->name_count > 0 && record->names[0].text ? record->names[0].text : "(no name)";
}

const char *party_name_on(const desig_record *record, int32_t day) {
    const desig_list *ledger = record->ledger;
    const size_t edition = ledger ? desig_list_edition_on(ledger, day) : 0;
    for (uint32_t i = 0; ledger && i < record->name_count; i++)
        if (record->names[i].type == DESIG_NAME_PRIMARY &&
            desig_list_stands(ledger, &record->names[i].span, edition))
            return record->names[i].text;
    return party_name(record);
}

static int is_unread(const desig_record *record, const desig_fact *fact) {
    return fact->type == DESIG_FACT_RAW_ROW &&
           (!record->ledger ||
            desig_list_stands(record->ledger, &fact->span, desig_list_edition_count(record->ledger)));
}

size_t party_unread_rows(const desig_list *list) {
    const desig_record *record;
    size_t rows = 0;
    for (size_t i = 0; (record = desig_list_at(list, i)) != NULL; i++)
        for (uint32_t f = 0; f < record->fact_count; f++) rows += is_unread(record, &record->facts[f]) != 0;
    return rows;
}

void party_tell_unread(size_t rows) {
    if (rows > 0)
        note("desig: rows of the lists that could not be read: %zu; whoever stands there is not found", rows);
}

int party_sources_differ(const desig_list *list) {
    const desig_record *first = desig_list_at(list, 0);
    const desig_record *record;
    for (size_t i = 1; (record = desig_list_at(list, i)) != NULL; i++)
        if (out_compare(record->source, first->source) != 0) return 1;
    return 0;
}

desig_standing *party_standings(const desig_record *record, int32_t day, desig_standing *overall,
                                size_t *count) {
    *count = desig_status_on(record, day, overall, NULL, 0);
    desig_standing *each = out_resize(NULL, *count * sizeof *each);
    desig_status_on(record, day, overall, each, *count);
    return each;
}

int party_is_held(desig_status status) {
    return status == DESIG_STATUS_DESIGNATED || status == DESIG_STATUS_LISTED;
}

int party_is_published(const desig_standing *standing) {
    return standing->status == DESIG_STATUS_LISTED || standing->status == DESIG_STATUS_NOT_LISTED ||
           (standing->status == DESIG_STATUS_UNCERTAIN && standing->decided_by &&
            standing->decided_by->derived && standing->decided_by->span.first > 0);
}

char *party_status_words(const desig_standing *standing, char words[STATUS_WORDS]) {
    const desig_action *action = standing->decided_by;
    const char *status = desig_term(DESIG_TERMS_STATUS, standing->status), *on = "";
    desig_date as_of = {0};
    if (standing->status != DESIG_STATUS_NOT_RECORDED && action && action->derived &&
        !party_is_published(standing)) {
        as_of = date_end(&action->effective);
        on = date_is_unknown(&as_of)                       ? "; listed on a day that is not known"
             : standing->status == DESIG_STATUS_DESIGNATED ? " as of "
                                                           : "; listed on ";
    }
    snprintf(words, STATUS_WORDS, "%s%s%s", status, on, date_is_unknown(&as_of) ? "" : IN_WORDS(&as_of));
    return words;
}

char *party_since_words(const desig_standing *standing, char words[DATE_WORDS]) {
    int is_derived = standing->decided_by && standing->decided_by->derived;
    if (!is_derived || party_is_published(standing) ||
        standing->since.first_precision != DESIG_PRECISION_NONE)
        return date_words(&standing->since, words);
    snprintf(words, DATE_WORDS, "not stated");
    return words;
}

int party_needs_as_of(const desig_standing *standing) {
    return standing->status == DESIG_STATUS_UNCERTAIN && standing->decided_by &&
           standing->decided_by->derived && !party_is_published(standing) &&
           date_is_unknown(&standing->decided_by->effective);
}

/* ---- Parts ---- */

static int is_same(const char *given, const char *wanted) {
    return given && strcasecmp(given, wanted) == 0;
}

static int is_authority(const char *given, const char *wanted) {
    size_t length = strlen(wanted);
    return is_same(given, wanted) ||
           (given && strncasecmp(given, wanted, length) == 0 && given[length] == '-');
}

int action_is_of(const desig_action *action, const char *authority, const char *list, const char *program) {
    return (!authority || is_authority(action->authority, authority)) &&
           (!list || is_same(action->list, list)) && (!program || is_same(action->program, program));
}

int party_is_named(const desig_record *record, const char *list, const char *program) {
    int named = !list && !program;
    for (uint32_t i = 0; i < record->action_count && !named; i++)
        named = action_is_of(&record->actions[i], NULL, list, program);
    return named;
}

const desig_date *action_day(const desig_action *action) {
    return date_is_unknown(&action->effective) ? &action->announced : &action->effective;
}

static int leaves_open_or_is(const char *said, const char *text) {
    return !said || (text && strcmp(said, text) == 0);
}

int assertion_is_about(const desig_assertion *said, const desig_action *action) {
    if (said->action_type != action->type || !leaves_open_or_is(said->authority, action->authority) ||
        !leaves_open_or_is(said->list, action->list) || !leaves_open_or_is(said->program, action->program))
        return 0;
    return date_is_unknown(&said->effective) || date_compare(&said->effective, &action->effective) == 0;
}

link_target link_leads_to(const desig_list *list, const desig_link *link, const char *id,
                          const desig_record *party) {
    if (!link->target) return LINK_ELSEWHERE;
    if (strcmp(link->target, id) == 0) return party ? LINK_BY_ID : LINK_BY_NAME;
    if (!party || strcmp(link->target, party_name(party)) != 0) return LINK_ELSEWHERE;
    return desig_list_get(list, link->target) ? LINK_ELSEWHERE : LINK_BY_NAME;
}
