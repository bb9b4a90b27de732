/* What a ledger knew on a day, for commands that look for a party on that day. */
#ifndef TOOL_PAST_H
#define TOOL_PAST_H

#include <desig/desig.h>

#include <stdint.h>

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

#endif
