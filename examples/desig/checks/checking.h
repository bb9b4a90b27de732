/* What a check sees, what it tells, and the ways in which checks walk over a list. */
#ifndef TOOL_CHECKING_H
#define TOOL_CHECKING_H

#include <desig/desig.h>

#include "checks/findings.h"
#include "io/lists.h"

typedef struct checking {
    const list_set *lists;
    const lists_entry *entry; /* the list that is being checked */
    int32_t today;
    findings *findings;
    const struct check_row *check; /* under way */
    const desig_record *record;    /* likewise, unless the check is of a whole list */
    spot where;                    /* of the part or text that it looks at */
    void *told;                    /* a check's own: which records it has told of */
} checking;

/* What a check looks at, one by one. */
typedef enum check_scope {
    CHECK_NOTHING = 0, /* reading tells it */
    CHECK_LIST,        /* the list as a whole; its part is NULL */
    CHECK_RECORD,
    CHECK_NAME,
    CHECK_ACTION,
    CHECK_LINK,
    CHECK_FACT,
    CHECK_BIRTH,      /* a fact: a birth date that is known */
    CHECK_IDENTIFIER, /* a fact with a value */
    CHECK_TEXT        /* a text of any part */
} check_scope;

/* A kind of finding. */
typedef struct check_row {
    const char *name;
    const char *summary;
    desig_severity severity; /* of a finding of the data; reading decides for itself */
    check_scope scope;
    void (*look)(const checking *at, const void *part); /* NULL if reading tells it */
} check_row;

/* Let a check look at all of a record that is in its scope; at->where is set by this. */
void checking_walk(checking *at);

/* Tell a finding of the check under way: of what it looks at, or of another spot. */
void doubt(const checking *at, const char *format, ...) __attribute__((format(printf, 2, 3)));
void doubt_of(const checking *at, const desig_record *record, spot where, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

/* Something that is compared with others: a part of a record. */
typedef struct sighting {
    const desig_record *record;
    const void *part;
    uint64_t digest;
    size_t order; /* in a group of equal ones */
} sighting;

typedef struct sightings {
    sighting *items;
    size_t count;
    size_t room;
} sightings;

/* Sort them by what `compare` tells of two sightings, give every group of equal ones to `tell`, and release
 * them. */
void sightings_tell(sightings *all, const checking *at, int (*compare)(const void *a, const void *b),
                    void (*tell)(const checking *at, const sighting *group, size_t count));

#endif
