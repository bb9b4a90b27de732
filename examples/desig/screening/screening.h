/* Screening: a file of parties against an index, by several threads, in input order. */
#ifndef TOOL_SCREENING_H
#define TOOL_SCREENING_H

#include <desig/desig.h>

#include <stdio.h>

#include "io/filter.h"
#include "io/ledgers.h"
#include "io/lists.h"
#include "screening/names.h"
#include "screening/sha256.h"

enum { MOST_THREADS = 64 };

typedef struct screen_options {
    shared_options shared;
    const char *names;
    name_columns columns;
    char delimiter; /* of the parties; 0: recognised */
    desig_date_style date_style;
    desig_query query; /* its min_score and weak */
    record_filter filter;
    size_t limit; /* matches a party */
    size_t threads;
    day_option since;
    int all; /* tell also of parties without a match */
    const char *receipt;
    const char *verify;
} screen_options;

typedef struct screening_job {
    /* What to do: */
    const screen_options *options;
    desig_query query; /* the options', with what the filter passes */
    const past_list *past;
    const desig_index *index; /* of what is searched */
    names_file *names;
    int32_t day;   /* of the status */
    FILE *out;     /* NULL: only its digest is wanted */
    FILE *receipt; /* where the alert keys go, NULL: nowhere */
    /* What came of it: */
    uint64_t rows;
    uint64_t matched; /* rows with a match */
    uint64_t matches;
    uint64_t unscreenable; /* rows */
    size_t unread;         /* rows of the lists, which nothing was screened against */
    uint64_t doubtful;     /* rows of which some evidence was not understood */
    uint64_t full;         /* rows with as many matches as the limit: there may be more */
    uint64_t bytes;        /* of the output */
    sha256 digest;         /* likewise */
} screening_job;

/* 0, or EXIT_ERROR after saying why (but for standard output, which is told of at the program's end). */
int screening_run(screening_job *screening);

#endif
