/* desig screen: one run of it, and doing again what a receipt says was done. */
#ifndef TOOL_SCREEN_H
#define TOOL_SCREEN_H

#include "commands/command.h"
#include "screening/screening.h"

/* Screen: the rows to `out` (NULL: they are only digested), and the receipt to `receipt` (NULL: none). Return
 * an exit status, EXIT_ERROR after saying why. */
int screen_run(const screen_options *options, FILE *out, FILE *receipt, screening_job *result);

/* Do again what a receipt says was done by the command `screen`, and compare. Return an exit status. */
int screen_verify(const tool_command *screen, const char *receipt);

#endif
