/* The links of a record, and those of others to it, with who says so. */
#ifndef TOOL_LINKS_H
#define TOOL_LINKS_H

#include <desig/desig.h>

void links_print(const desig_list *list, const desig_record *record);

#endif
