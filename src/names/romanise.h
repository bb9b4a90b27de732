/* Romanisation writes a word of another script in Latin letters, by its sound. */
#ifndef DSG_NAMES_ROMANISE_H
#define DSG_NAMES_ROMANISE_H

#include "names/words.h"

enum {
    DSG_READING_BYTES = 192, /* of the reading of a word; further letters do not count */
    DSG_NO_VOWEL = '*'       /* where a vowel may be that the script does not write */
};

/* A row of a script's table. The letters may begin with '^' (only where the word begins) or end with '$'
 * (only where it ends). A reading that begins with '-' takes the place of a DSG_NO_VOWEL before it. Of rows
 * that begin alike, the longer come first. */
typedef struct dsg_letters {
    const char *letters; /* folded */
    const char *reading;
} dsg_letters;

/* ---- The tables (tables/SCRIPT.c) ---- */

typedef struct dsg_alphabet {
    const dsg_letters *rows;
    size_t count;
} dsg_alphabet;

extern const dsg_alphabet dsg_arabic, dsg_armenian, dsg_cyrillic, dsg_devanagari, dsg_georgian, dsg_greek,
    dsg_ukrainian, dsg_han_words, dsg_hebrew, dsg_kana, dsg_korean_han, dsg_thai;

/* Whether a word has letters that can be read. */
int dsg_can_romanise(dsg_text word);

/* Whether syllables are words in a word's script: Han, and Hangul that is a name. */
int dsg_is_syllabic(dsg_text word);

/* Write the reading of a word of a name: one or more words, parted by spaces. Returns how many bytes. */
size_t dsg_romanise(dsg_text word, dsg_text name, char reading[DSG_READING_BYTES]);

#endif
