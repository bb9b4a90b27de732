/* Memory that is given back all at once: for texts and small things that live as long as one another.
 *
 * These are programs, and a program that is out of memory has nothing better to do than to say so and end:
 * store_take() never returns NULL. */
#ifndef EXAMPLES_XML_STORE_H
#define EXAMPLES_XML_STORE_H

#include <stddef.h>

typedef struct store {
    struct store_block *newest;
    size_t taken; /* bytes, in all */
} store;

/** Take some bytes, all zeros, aligned for any object. */
void *store_take(store *from, size_t bytes);

/** Copy a text of a length, and end it with a NUL. */
char *store_copy(store *from, const char *text, size_t length);

/** Join two texts, with a separator between them where both say something. NULL where neither does. */
const char *store_join(store *from, const char *a, const char *separator, const char *b);

/** Make room for one more thing in a growing array, whose count says how many there are. */
void *store_room(store *from, void *things, size_t count, size_t size);

/** Give all of it back. */
void store_clear(store *from);

#endif
