/* Questions to the parts of a record: whose an action is, what an assertion is about, where a link leads. */
#ifndef TOOL_PARTS_H
#define TOOL_PARTS_H

#include <desig/desig.h>

/* Whether the action is of this authority, list and program (NULL: any; ASCII case ignored). The authority
 * "US" stands for all bodies of the country. */
int action_is_of(const desig_action *action, const char *authority, const char *list, const char *program);

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
