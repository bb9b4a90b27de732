/* The commands, one file each. */
#ifndef TOOL_COMMANDS_H
#define TOOL_COMMANDS_H

#include "io/args.h"

extern const tool_command command_convert;
extern const tool_command command_show;
extern const tool_command command_find;
extern const tool_command command_ledger;
extern const tool_command command_status;
extern const tool_command command_actions;
extern const tool_command command_check;
extern const tool_command command_screen;
extern const tool_command command_timeline;
extern const tool_command command_graph;
extern const tool_command command_diff;
extern const tool_command command_compare;

#endif
