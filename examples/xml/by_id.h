/* What has a number in a document, found by that number: a hash table. */
#ifndef EXAMPLES_XML_BY_ID_H
#define EXAMPLES_XML_BY_ID_H

#include <stddef.h>

typedef struct by_id {
    struct by_id_slot *slots;
    size_t count, capacity;
} by_id;

/** Put a thing under its kind and number, unless there is one already, and return the place where it is
 * kept; NULL for a number that is NULL. The texts are not copied: they live as long as the table. */
void **by_id_place(by_id *table, const char *kind, const char *id, void *thing);

/** Return the thing of a kind and number, or NULL. */
void *by_id_get(const by_id *table, const char *kind, const char *id);

void by_id_clear(by_id *table);

#endif
