/* Where the texts and dates of a list's records stand in its files. */
#ifndef TOOL_PLACES_H
#define TOOL_PLACES_H

#include <desig/desig.h>

/* Something that a record says: what the fields of a desig_place say of it. */
typedef struct spot {
    desig_part part;
    unsigned type;
    const char *text;
    const desig_date *date; /* not NULL: instead of the text */
} spot;

spot spot_record(const desig_record *record);
spot spot_name(const desig_name *name);
spot spot_fact(const desig_fact *fact);
spot spot_link(const desig_link *link);
spot spot_action(const desig_action *action, const char *text);     /* one of its texts, else its program */
spot spot_assertion(const desig_assertion *said, const char *text); /* one of its texts */
spot spot_date(const desig_action *action, const desig_date *date); /* one of its dates */

typedef struct found_place {
    const char *file; /* NULL: not known */
    const char *field;
    uint64_t line;
    uint32_t column;
} found_place;

typedef struct places places;

places *places_new(void);
void places_free(places *all); /* NULL is allowed */

/* Matches desig_callbacks.place; the context is the places. */
void places_take(void *all, const desig_place *told);

/* Once all are taken, and before any is sought. */
void places_sort(places *all);

/* The first place of a spot, else the place of its record. Lives as long as the places. */
found_place places_find(const places *all, const desig_record *record, spot of);

#endif
