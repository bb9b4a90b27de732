/* Phrases: words of a group's name that are the same as another word. */
#ifndef DSG_NAMES_PHRASES_H
#define DSG_NAMES_PHRASES_H

#include "names/words.h"

/* A phrase of one or more folded words, and the word that it counts as. */
typedef struct dsg_phrase {
    const char *words;
    const char *word;
} dsg_phrase;

/* tables/phrases.c; of phrases that begin alike, the longer come first. */
extern const dsg_phrase dsg_phrases[];
extern const size_t dsg_phrase_count;

/* If a phrase or a number in words stands where `text` begins, give the word that it counts as, and return
 * how many words it takes; 0 if none does. The text is the rest of a folded name. `digits` is room for a
 * number. */
enum { DSG_NUMBER_DIGITS = 12 };
size_t dsg_phrase_take(dsg_text text, char digits[DSG_NUMBER_DIGITS], dsg_text *word);

#endif
