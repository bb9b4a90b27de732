/* The links of a record, and those of others to it, with who says so. */
#ifndef TOOL_LINKS_H
#define TOOL_LINKS_H

#include <desig/desig.h>

/* Whether a link leads to a party: by the id of its record, or by its primary name where the source gives no
 * id. */
typedef enum link_target { LINK_ELSEWHERE = 0, LINK_BY_NAME, LINK_BY_ID } link_target;

/* `party` may be NULL where no record has the id; the id is then compared as a name. */
link_target link_leads_to(const desig_list *list, const desig_link *link, const char *id,
                          const desig_record *party);

void links_print(const desig_list *list, const desig_record *record);

#endif
