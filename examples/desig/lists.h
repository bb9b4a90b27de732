/* The LISTs of a command line. */
#ifndef TOOL_LISTS_H
#define TOOL_LISTS_H

#include <desig/desig.h>

typedef struct lists_entry {
    const char *name; /* as given; "standard input" for - */
    desig_list *list;
    desig_report report;
} lists_entry;

typedef struct list_set {
    lists_entry *entries;
    size_t count;
} list_set;

typedef struct lists_options {
    desig_date as_of;
    void (*diagnose)(void *context,
                     const desig_diagnostic *diagnostic); /* NULL: to standard error, in short */
    void *context;
} lists_options;

/* Read every LIST into a list of its own, with the companions of OFAC's primary files. Return 0, or
 * EXIT_ERROR after saying why. */
int lists_open(list_set *lists, char **names, size_t count, const lists_options *options);

void lists_close(list_set *lists);

/* Read every LIST and merge them into one, so that what two of them say of one id stands in one record.
 * Return what `answer` returns, which is given the list, or EXIT_ERROR after saying why. */
int lists_answer(char **names, size_t count, const desig_date *as_of,
                 int (*answer)(void *context, const desig_list *list), void *context);

#endif
