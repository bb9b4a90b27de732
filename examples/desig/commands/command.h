/* Commands: what each one takes and does, as a table from which the command line is read, the help is printed
 * and the lists are opened. */
#ifndef TOOL_COMMAND_H
#define TOOL_COMMAND_H

#include <desig/desig.h>

#include "io/args.h"
#include "io/lists.h"

/* Which of the shared options a command takes; --quiet is every command's. */
enum {
    TAKES_ON = 1 << 0,
    TAKES_FORM = 1 << 1,  /* --as-of and --map */
    TAKES_CELLS = 1 << 2, /* --delimiter and --date-format of LISTs */
    TAKES_CSV = 1 << 3,
    TAKES_OUTPUT = 1 << 4,
    TAKES_READING = TAKES_FORM | TAKES_CELLS
};

typedef struct tool_command {
    const char *name;
    const char *summary;  /* a line in `desig --help` */
    const char *about;    /* paragraphs, separated by line breaks */
    const char *statuses; /* what the exit statuses mean */
    const char *operands; /* what stands in the help behind the command; NULL: LIST... */
    int lists_optional;   /* 1: `wrong` sees whether a LIST is lacking */
    int writes_output;    /* 1: it writes the file of --output itself; else it is its standard output */
    int ledgers;          /* 1: a ledger that is the only LIST remains one */
    unsigned takes;
    const tool_option *options; /* its own; NULL: none */
    size_t size;                /* of its options */
    const void *defaults;       /* options; NULL: zeros */
    /* What is wrong with options and operands together, or NULL. */
    const char *(*wrong)(const void *options);
    /* Answer, and return the exit status: with all LISTs merged into one, or with the operands. */
    int (*answer)(void *options, const desig_list *list);
    int (*run)(void *options);
    void (*end)(void *options); /* release what options hold; NULL: nothing */
    void (*more_help)(void);    /* NULL: none */
} tool_command;

extern const tool_command command_actions, command_check, command_compare, command_convert, command_diff,
    command_find, command_graph, command_ledger, command_screen, command_show, command_status,
    command_timeline;

/* Read a command line, whose operands are moved to the front of argv, and do what it says. */
int command_run(const tool_command *command, int argc, char **argv);

/* Read a command line into zeroed options. 1 to go on; 0 when the command is done (help) or cannot start,
 * with *status for the exit. */
int command_read(const tool_command *command, int argc, char **argv, void *options, int *status);

/* Say what is wrong with a command line and point to the help; EXIT_ERROR. */
int command_wrong(const tool_command *command, const char *format, ...) __attribute__((format(printf, 2, 3)));

#endif
