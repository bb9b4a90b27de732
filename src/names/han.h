/* Han characters in Latin letters, and Han words that are translated. */
#ifndef DSG_NAMES_HAN_H
#define DSG_NAMES_HAN_H

#include "names/words.h"

enum { DSG_HAN_FIRST = 0x4E00, DSG_HAN_LAST = 0x9FFF };

/* tables/han.c: the pinyin of each character, without its tone, as a number among the syllables; 0: none. */
extern const char *const dsg_han_syllables[];
extern const uint16_t dsg_han_readings[DSG_HAN_LAST - DSG_HAN_FIRST + 1];

static inline const char *dsg_han_reading(uint32_t code) {
    return code < DSG_HAN_FIRST || code > DSG_HAN_LAST
               ? NULL
               : dsg_han_syllables[dsg_han_readings[code - DSG_HAN_FIRST]];
}

#endif
