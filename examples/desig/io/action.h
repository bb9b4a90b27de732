/* An action: whether it is asked for, and how it reads. */
#ifndef TOOL_ACTION_H
#define TOOL_ACTION_H

#include <desig/desig.h>

#include "io/out.h"

/* Whether the action is of this authority, list and program (NULL: any; ASCII case ignored). The authority
 * "US" stands for all bodies of the country. */
int action_is_of(const desig_action *action, const char *authority, const char *list, const char *program);

/* The day by which the action is ordered: the effective one, else the announced one. */
const desig_date *action_day(const desig_action *action);

/* Append " by US-STATE, list SDN, program SDGT (E.O. 13224)". */
void action_append_whereabouts(out_string *line, const desig_action *action);

/* Print an action with its dates, reason and source. */
void action_print(int indent, const desig_action *action);

#endif
