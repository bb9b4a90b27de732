#include "io/parts.h"

#include <string.h>
#include <strings.h>

#include "io/day.h"
#include "io/party.h"

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
