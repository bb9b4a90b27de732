/* desig screen: its options, and one run of it. */
#ifndef TOOL_SCREEN_H
#define TOOL_SCREEN_H

#include <desig/desig.h>

#include <stdio.h>

#include "io/day.h"
#include "io/filter.h"
#include "io/lists.h"
#include "screening/names.h"
#include "screening/screening.h"

typedef struct screen_options {
    char **lists;
    size_t list_count;
    const char *names;
    name_columns columns;
    char delimiter; /* of the parties; 0: recognised */
    desig_date_style date_style;
    desig_query query; /* its min_score and weak */
    record_filter filter;
    size_t limit;
    day_option since;
    day_option on;
    int all;
    lists_options reading; /* its as_of and map */
    size_t threads;
    const char *output;
    const char *receipt;
    const char *verify;
} screen_options;

/* Read a command line into zeroed options. 1 to go on; 0 when all is done or said, with *status. */
int screen_read_options(screen_options *options, int argc, char **argv, int *status);

/* Screen: the rows to `out` (NULL: they are only digested), and the receipt to `receipt` (NULL: none). Return
 * an exit status, EXIT_ERROR after saying why. */
int screen_run(const screen_options *options, FILE *out, FILE *receipt, screening_job *result);

/* Do again what a receipt says was done, and compare. Return an exit status. */
int screen_verify(const char *receipt);

#endif
