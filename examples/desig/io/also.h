/* Other records of the same party, by `same-as` links that nobody disputes: named, never merged. */
#ifndef TOOL_ALSO_H
#define TOOL_ALSO_H

#include <desig/desig.h>

/* Print the records that a record, or what is joined to it, calls the same, or that call it so, with their
 * standing on the day, if there are any. */
void also_print(const desig_list *list, const desig_record *record, int32_t day);

#endif
