/* The word that was probably meant. */
#ifndef TOOL_NEAREST_H
#define TOOL_NEAREST_H

#include <stddef.h>

/* How many letters of a text must be changed, put in, left out or exchanged with the next one to make the
 * other; SIZE_MAX of texts longer than 63 bytes. */
size_t letters_apart(const char *a, size_t a_length, const char *b);

/* The nearest of some words, the first of several; NULL if there is none. */
const char *nearest_word(const char *word, const char *const *words, size_t count);

#endif
