/* Ledgers among the LISTs: LEDGER@DATE, and what a ledger's list was on a day. */
#ifndef TOOL_LEDGERS_H
#define TOOL_LEDGERS_H

#include <desig/desig.h>

#include "io/day.h"

/* Whether a LIST is written LEDGER@DATE, and no file has that name. Sets the length of the LEDGER. */
int ledger_is_dated(const char *name, size_t *length, int32_t *day);

int is_ledger(const desig_list *list);

/* Say that a day is before the first edition: EXIT_UNKNOWN. */
int ledger_tell_before(const desig_list *ledger, const char *name, int32_t day);

/* Say that aliases were never observed, if a ledger's list has them in a file that none of its editions had.
 */
void ledger_tell_unobserved(const desig_list *ledger, const char *name);

/* The newest edition up to one that has a file of this number; 0 if there is none. */
size_t ledger_copy_of(const desig_list *ledger, size_t edition, unsigned file);

/* Whether what has this span stood in an edition or, if that lacks its file, in the newest copy before. */
int ledger_says(const desig_list *ledger, size_t edition, const desig_span *span);

/* What an edition said, to be released with desig_list_free(); NULL after saying why not. */
desig_list *ledger_published(const desig_list *ledger, size_t edition, desig_companions companions);

/* The list as it stood in the newest edition copied by a day, to be released with desig_list_free(); NULL
 * after saying why not, with *status the program's: the day is before the first edition, or an error. */
desig_list *ledger_on(const desig_list *ledger, const char *name, int32_t day, int *status);

/* The day of the newest edition. */
int32_t ledger_newest(const desig_list *ledger);

/* The edition that answers for a day, in words: "the copy of 2022-05-20, the newest by then". */
void ledger_tell_edition(const desig_list *ledger, const char *name, int32_t day);

/* A list to search, and the one whose records tell their standing. Without a ledger both are the list. */
typedef struct past_list {
    const desig_list *searched;
    const desig_list *asked;
    desig_list *made; /* owned; NULL: the list itself is searched */
} past_list;

/* Search a list or, of a ledger, what the newest copies by a day said, and say on standard error which these
 * are. Where the newest copy has not all files of the list, what the newest copy of each other one said still
 * counts: an alias that nobody looked for is not gone. 0; else the program's status after saying why. */
int past_open(past_list *past, const desig_list *list, int32_t day);
void past_close(past_list *past);

/* Say how many records first stand in the next copy: they may have been on the list on a day before it. */
void past_tell_coming(const past_list *past, int32_t day);

/* The record that tells the standing of one that was found. */
const desig_record *past_asked(const past_list *past, const desig_record *found);

/* How many standings of a list's records were answered by the publisher's dates (effective time), and how
 * many by the copies of a ledger (published time). */
typedef struct time_tally {
    size_t effective;
    size_t published;
    int needs_as_of; /* whether the list's own day would make one certain */
} time_tally;

void time_count(time_tally *tally, const desig_standing *standing);
void time_count_on(time_tally *tally, const desig_record *record, int32_t day); /* its overall standing */

/* Tell which time answers, of a ledger, and what would make uncertain answers certain. */
void time_tell(const time_tally *tally, const desig_list *list);

#endif
