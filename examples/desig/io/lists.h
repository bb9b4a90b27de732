/* The LISTs of a command line. */
#ifndef TOOL_LISTS_H
#define TOOL_LISTS_H

#include <desig/desig.h>

#include "io/args.h"
#include "io/day.h"
#include "io/files.h"
#include "io/map.h"
#include "io/places.h"

/* A file of a LIST. */
typedef struct lists_file {
    char *path;         /* NULL: it is not there */
    const char *absent; /* then what is missing, in words */
} lists_file;

typedef struct lists_entry {
    const char *name; /* as given; "standard input" for - */
    desig_list *list;
    desig_list *ledger; /* of a LEDGER@DATE, where the options ask for ledgers: the ledger; else NULL */
    desig_report report;
    desig_date as_of; /* the list's own, as desig_list_as_of() gives it */
    int dated;        /* 1: it is a LEDGER@DATE */
    int32_t day;      /* then the date */
    lists_file files[1 + COMPANIONS];
    size_t file_count;
    places *places; /* NULL unless the options ask for them */
} lists_entry;

typedef struct list_set {
    lists_entry *entries;
    size_t count;
} list_set;

/* How to read LISTs. */
typedef struct lists_options {
    desig_date as_of;
    const char *map; /* for LISTs of no known format, as column_map_read() takes it; NULL: none */
    char delimiter;  /* 0: recognised */
    desig_date_style dates;
    void (*diagnose)(void *context,
                     const desig_diagnostic *diagnostic); /* NULL: to standard error, in short */
    void *context;
    int places;  /* 1: keep where what the records say stands */
    int ledgers; /* 1: a ledger that is the only LIST remains one; else, and with others, it stands for the
                    list of one of its editions: */
    const day_option *on; /* the newest by this day, if one is given; NULL: by any day */
} lists_options;

/* What several commands take. The options of every command are a struct that begins with this one. */
typedef struct shared_options {
    lists_options reading; /* --as-of, --map, --delimiter, --date-format */
    day_option on;
    const char *output;
    int csv;
    int quiet;
    char **operands; /* the LISTs, mostly */
    size_t operand_count;
} shared_options;

/* The files of a LIST, opened for the library. */
typedef struct lists_sources {
    desig_source sources[1 + COMPANIONS];
    byte_stream streams[1 + COMPANIONS];
    size_t count;
} lists_sources;

/* Find the files of an edition: of a LIST and its companions, without a word about those that are missing. */
void lists_find_files(lists_entry *entry);
void lists_forget_files(lists_entry *entry);

/* Open and close them; an error of input gets the words of who failed. The sources live as long as the struct
 * stays where it is. */
void lists_open_sources(lists_sources *opened, const lists_entry *entry);
void lists_close_sources(lists_sources *opened, desig_result result, desig_error *error);

/* Whether a LIST is a companion of another one (`desig find *.csv`), and so is read with that. */
int lists_go_together(const char *name, char **names, size_t count);

/* Read every LIST into a list of its own, with the companions of OFAC's primary files. Return 0, or
 * EXIT_ERROR (EXIT_UNKNOWN for a day before a ledger's first edition) after saying why. */
int lists_open(list_set *lists, char **names, size_t count, const lists_options *options);

/* Merge all into the list of the first entry, so that what two of them say of one id stands in one record;
 * the other lists are released. Return 0, or EXIT_ERROR after saying why. */
int lists_merge(list_set *lists);

void lists_close(list_set *lists);

/* Read every LIST and merge them. Return what `answer` returns, which is given the list, or EXIT_ERROR after
 * saying why. */
int lists_answer(char **names, size_t count, const lists_options *options,
                 int (*answer)(void *context, const desig_list *list), void *context);

#endif
