/* The options of a command line: tables from which it is read and the help is printed. */
#ifndef TOOL_ARGS_H
#define TOOL_ARGS_H

#include <stddef.h>

#include "io/tell.h"

typedef struct tool_option {
    const char *name;  /* "--limit", or "--output" with a letter: "-o, --output"; NULL behind the last */
    const char *value; /* what the help calls its value; NULL: a switch */
    const char *help;
    /* Read the value into `into`; return NULL, or what is wrong with the value. A switch gets NULL. */
    const char *(*take)(const char *value, void *into);
    size_t into; /* offset in the struct of the command's options */
    int repeats; /* 1: may be given several times */
} tool_option;

/* Several values of one option. */
typedef struct texts {
    const char **items;
    size_t count;
} texts;

const char *take_switch(const char *value, void *into); /* int */
const char *take_text(const char *value, void *into);   /* const char * */
const char *take_texts(const char *value, void *into);  /* texts */
const char *take_count(const char *value, void *into);  /* size_t */
const char *take_score(const char *value, void *into);  /* double */
const char *take_date(const char *value, void *into);   /* desig_date */
const char *take_kind(const char *value, void *into);   /* desig_kind */

#endif
