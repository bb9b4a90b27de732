/* Words that a filter asks for: one that names nothing would clear everybody. */
#ifndef TOOL_WANTED_H
#define TOOL_WANTED_H

#include "io/lists.h"

/* NULL: any. */
typedef struct wanted_words {
    const char *authority;
    const char *list;
    const char *program;
} wanted_words;

/* 0 if each word occurs in some action of the lists, or is known to be a publisher's, which is then said;
 * else EXIT_ERROR after saying which word does, that is nearest to it. */
int wanted_check(const wanted_words *wanted, const desig_list *const *lists, size_t count);

#endif
