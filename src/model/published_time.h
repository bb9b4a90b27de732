/* Published time: when a record of a ledger was on the list under one authority, list and program, as the
 * editions show it.
 *
 * A *stretch* is an unbroken run of editions in which the program was named, under whatever tag. It begins
 * on some day from the copy before it to its own first copy, both included, and it ends in the same way. On
 * those days the status cannot be known. The ledger knows nothing of the days before its first edition. For
 * the days after its newest edition, the answer of that edition stands. */
#ifndef DSG_MODEL_PUBLISHED_TIME_H
#define DSG_MODEL_PUBLISHED_TIME_H

#include <desig/desig.h>

typedef enum dsg_published_time_state {
    DSG_LISTING_NOT_YET, /* on no copy up to the day */
    DSG_LISTING_UNKNOWN, /* it came or went on that day, or may have, or the day is before the first edition
                          */
    DSG_LISTING_STANDS,
    DSG_LISTING_ENDING, /* it may have gone by that day */
    DSG_LISTING_GONE    /* on a copy before the day, and on none since */
} dsg_published_time_state;

typedef struct dsg_published_time {
    dsg_published_time_state state;
    const desig_action
        *action;      /* of the stretch: the one that stood on the day, else its first or last one */
    desig_date since; /* the stretch, or for what is gone the day it went */
    desig_date until;
    desig_date returns; /* when the next stretch begins; unknown if none is to come */
    size_t edition;     /* the newest one in which the program was named */
} dsg_published_time;

/* Whether two actions of a record are about the same authority, list and program. */
int dsg_same_listing(const desig_record *record, const desig_action *a, const desig_action *b);

/* The listing that a designation names (the key), on a day. `record->ledger` is not NULL. */
dsg_published_time dsg_published_time_on(const desig_record *record, const desig_action *key, int32_t day);

#endif
