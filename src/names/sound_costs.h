/* The cost of taking one sound for another, in hundredths of the cost of taking a letter for any other. */
#ifndef DSG_NAMES_SOUND_COSTS_H
#define DSG_NAMES_SOUND_COSTS_H

#include <stdint.h>

/* Vowels and h are left out, and put in, more easily than consonants: transliterations do both. */
enum {
    DSG_OMIT_NO_VOWEL =
        5, /* where the script writes no vowel there may be none; the least of the omissions */
    DSG_OMIT_H = 45,
    DSG_OMIT_VOWEL = 55,
    DSG_OMIT_CONSONANT = 80,
    DSG_SWAP_SOUNDS = 60 /* two neighbours */
};

/* By both letters; 0: as any other (tables/sound_costs.c). */
extern const uint8_t dsg_sound_exchanges[128][128];

#endif
