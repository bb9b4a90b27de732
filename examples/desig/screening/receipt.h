/* Receipts: what was screened against what, how, and what came of it. Lines of `key = value` under headings
 * in brackets, so that two receipts can be laid side by side with diff; screen --verify reads them again. */
#ifndef TOOL_RECEIPT_H
#define TOOL_RECEIPT_H

#include <stdio.h>
#include <time.h>

#include "screening/screening.h"

extern const char receipt_title[]; /* the first line */
extern const char receipt_run[];   /* the heading of what is different in every run */
extern const char receipt_alerts[];
extern const char receipt_parameters[];
extern const char receipt_list[]; /* what the heading of a list begins with */

typedef struct screen_receipt {
    FILE *to;
    struct timespec started;
    sha256 input; /* of the parties that are read from standard input */
    uint64_t input_bytes;
} screen_receipt;

/* Before anything is read. */
void receipt_start(screen_receipt *receipt, FILE *to);

/* Given the bytes of the parties where they come from standard input: the tap of names_open(). */
void receipt_tap(void *receipt, const void *bytes, size_t length);

/* The lists and parameters, before the screening adds its alerts. 0, or EXIT_ERROR after saying why. */
int receipt_begin(const screen_receipt *receipt, const list_set *lists, const screening_job *screening);

/* The parties and what came of it. 0, or EXIT_ERROR after saying why: also if one of the files was changed
 * meanwhile, so that its digest may be another one's. */
int receipt_end(screen_receipt *receipt, const list_set *lists, const screening_job *screening);

#endif
