/* The word that was probably meant. */
#ifndef DSG_BASE_NEAREST_H
#define DSG_BASE_NEAREST_H

#include <stddef.h>

/* How many letters are to be put in, left out or exchanged; only letters and digits count, without case, and
 * the first 64 of them. Bytes that are no ASCII count as they are. */
size_t dsg_letters_apart(const char *a, const char *b);

/* The nearest of some words, the first of several; NULL if there is none. */
const char *dsg_nearest(const char *word, const char *const *words, size_t count);

#endif
