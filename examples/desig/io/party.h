/* A party: what several commands say of a record. */
#ifndef TOOL_PARTY_H
#define TOOL_PARTY_H

#include <desig/desig.h>

#include "io/day.h"
#include "io/out.h"

/* The primary name, else the first, else "(no name)". */
const char *party_name(const desig_record *record);

/* The primary name that a ledger's record had on a day; where it had none then, and of any other record,
 * party_name(). */
const char *party_name_on(const desig_record *record, int32_t day);

/* How many rows of a list's files could not be read, or only in part; and tell it, where there are any. */
size_t party_unread_rows(const desig_list *list);
void party_tell_unread(size_t rows);

/* Whether the records of a list come from several sources: then output says which one's each is. */
int party_sources_differ(const desig_list *list);

/* All standings on a day, to be released with free(); `overall` may be NULL. */
desig_standing *party_standings(const desig_record *record, int32_t day, desig_standing *overall,
                                size_t *count);

enum { STATUS_WORDS = DATE_WORDS + 32 };

/* The status in words for people: "designated", "designated as of 2023-12-28", "uncertain". */
char *party_status_words(const desig_standing *standing, char words[STATUS_WORDS]);

/* Whether the standing is held: designated, or listed. */
int party_is_held(desig_status status);

/* Whether the editions of a ledger answered (published time), and not the publisher's dates. */
int party_is_published(const desig_standing *standing);

/* Since when, in words; what the publisher does not state is called so. */
char *party_since_words(const desig_standing *standing, char words[DATE_WORDS]);

/* Both, with room for them that lasts to the end of the block. */
#define STATUS_IN_WORDS(standing) party_status_words(standing, (char[STATUS_WORDS]){0})
#define SINCE_IN_WORDS(standing)  party_since_words(standing, (char[DATE_WORDS]){0})

/* Whether the standing is uncertain only because nobody says of which day the list is. */
int party_needs_as_of(const desig_standing *standing);

/* ---- Parts: whose an action is, what an assertion is about, where a link leads ---- */

/* Whether the action is of this authority, list and program (NULL: any; ASCII case ignored). The authority
 * "US" stands for all bodies of the country. */
int action_is_of(const desig_action *action, const char *authority, const char *list, const char *program);

/* Whether some action puts the record on this list and under this program; of NULL and NULL: always. */
int party_is_named(const desig_record *record, const char *list, const char *program);

/* The day by which the action is ordered: the effective one, else the announced one. */
const desig_date *action_day(const desig_action *action);

int assertion_is_about(const desig_assertion *said, const desig_action *action);

/* Whether a link leads to a party: by the id of its record, or by its primary name where the source gives no
 * id. */
typedef enum link_target { LINK_ELSEWHERE = 0, LINK_BY_NAME, LINK_BY_ID } link_target;

/* `party` may be NULL where no record has the id; the id is then compared as a name. */
link_target link_leads_to(const desig_list *list, const desig_link *link, const char *id,
                          const desig_record *party);

#endif
