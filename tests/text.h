/* Text that grows as a list is written into it. */
#ifndef TESTS_TEXT_H
#define TESTS_TEXT_H

#include <stdlib.h>
#include <string.h>

typedef struct text {
    char *bytes; /* NUL-terminated, NULL before the first append; free() it */
    size_t length;
} text;

/* Matches desig_sink.write. */
static inline int text_append(void *context, const void *bytes, size_t length) {
    text *to = context;
    char *grown = realloc(to->bytes, to->length + length + 1);
    if (!grown) return -1;
    memcpy(grown + to->length, bytes, length);
    grown[to->length + length] = '\0';
    *to = (text){grown, to->length + length};
    return 0;
}

#endif
