/* Hangul syllables in Latin letters. */
#ifndef DSG_NAMES_HANGUL_H
#define DSG_NAMES_HANGUL_H

#include "names/words.h"

enum {
    DSG_HANGUL_READING = 12, /* room for the reading of a syllable, and a NUL */
    DSG_HANGUL_NAME = 4      /* a name has no more syllables: a family name of two, and a given name of two */
};

/* How many syllables a folded word has. Folding has parted them into their letters. */
size_t dsg_hangul_syllables(dsg_text word);

/* Read the syllable at `text`; how many bytes it takes. */
size_t dsg_hangul_syllable(const char *text, size_t length, char reading[DSG_HANGUL_READING]);

#endif
