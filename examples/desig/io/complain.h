/* Errors and warnings on standard error, as FILE:LINE:COLUMN: message. */
#ifndef TOOL_COMPLAIN_H
#define TOOL_COMPLAIN_H

#include <desig/desig.h>

#include "io/args.h"

/* Print an error of the library; returns EXIT_ERROR. */
int complain(const desig_error *error);

/* Print a diagnostic of reading or writing. */
void complain_of(const desig_diagnostic *diagnostic);

#endif
