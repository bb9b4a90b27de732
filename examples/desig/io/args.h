/* Commands and their options: tables from which the command line is read and the help is printed. */
#ifndef TOOL_ARGS_H
#define TOOL_ARGS_H

#include <stddef.h>

enum { EXIT_YES = 0, EXIT_NO = 1, EXIT_ERROR = 2, EXIT_UNKNOWN = 3 };

typedef struct tool_command {
    const char *name;
    const char *summary;  /* a line in `desig --help` */
    const char *about;    /* paragraphs, separated by line breaks */
    const char *statuses; /* what the exit statuses mean */
    int (*run)(int argc, char **argv);
    void (*more_help)(void); /* NULL: none */
    const char *operands;    /* what stands in the help behind the command; NULL: LIST... */
    int lists_optional;      /* 1: it sees itself whether a LIST is lacking */
} tool_command;

typedef struct tool_option {
    const char *name;   /* "--limit" */
    const char *letter; /* "-o", NULL for none */
    const char *value;  /* what the help calls its value; NULL: a switch */
    const char *help;
    /* Read the value into `into`; return NULL, or what is wrong with the value. A switch gets NULL. */
    const char *(*take)(const char *value, void *into);
    void *into;
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

#define OPTION_CSV(into)                                                                                     \
    { "--csv", NULL, NULL, "CSV for programs instead of text for people", take_switch, into, 0 }
#define OPTION_ON(into)                                                                                      \
    {                                                                                                        \
        "--on", NULL, "DATE", "the day that is asked about (else the newest day of the lists, else today)",  \
            take_day, into, 0                                                                                \
    }

/* Read the command line: the options are taken, and the operands (the LISTs) moved to the front of argv.
 * Return 1 to go on; 0 when the command is done (help) or cannot start, with *status for the exit. */
int args_read(const tool_command *command, const tool_option *options, size_t count, int argc, char **argv,
              size_t *operands, int *status);

/* Say what is wrong with a command line and point to the help; EXIT_ERROR. */
int args_wrong(const tool_command *command, const char *format, ...) __attribute__((format(printf, 2, 3)));

#endif
