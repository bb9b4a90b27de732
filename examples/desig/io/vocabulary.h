/* The words of publishers: their programs, lists and authorities. */
#ifndef TOOL_VOCABULARY_H
#define TOOL_VOCABULARY_H

#include <desig/desig.h>

/* The day up to which the tables are complete, in days from 1970-01-01: 2024-05-03, of OFAC's last file that
 * is known whole. Later a publisher has further ones. */
enum { VOCABULARY_END = 19846 };

/* What a publisher calls its programs. Words have a semicolon behind each. */
typedef struct vocabulary {
    const char *publisher;
    const char *authorities;
    const char *lists; /* NULL: any; an action that names no list may be of any */
    const char *programs;
} vocabulary;

/* Whose words an action's program should be one of; NULL where that is not known. */
const vocabulary *vocabulary_of(const desig_action *action);

/* Whether a text is one of the words, ASCII case ignored. */
int vocabulary_has(const char *text, const char *words);

/* Whether some publisher has it. */
int vocabulary_knows_program(const char *program);
int vocabulary_knows_list(const char *list);
int vocabulary_knows_authority(const char *authority);

#endif
