#include "names/hangul.h"

#include "base/fold.h"

/* By McCune-Reischauer without its signs, as North Korea and most lists do; tables/nicknames.c knows what the
 * Revised Romanisation makes of the same syllables. Each is read as if it stood alone. */
static const char *const initials[] = {"k",  "kk", "n",  "t",   "tt", "r", "m", "p", "pp", "s",
                                       "ss", "",   "ch", "tch", "ch", "k", "t", "p", "h"};
static const char *const vowels[] = {"a",  "ae", "ya", "yae", "o",  "e",  "yo", "ye", "o",  "wa", "wae",
                                     "oe", "yo", "u",  "wo",  "we", "wi", "yu", "u",  "ui", "i"};
static const char *const finals[] = {"k", "k", "k", "n", "n", "n", "t",  "l", "k", "m", "l", "l", "l", "p",
                                     "l", "m", "p", "p", "t", "t", "ng", "t", "t", "k", "t", "p", ""};

enum { FIRST_INITIAL = 0x1100, FIRST_VOWEL = 0x1161, FIRST_FINAL = 0x11A8 };

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* The sound of a letter if it is one of these. */
static const char *letter_of(uint32_t code, uint32_t first, const char *const *sounds, size_t count) {
    return code >= first && code < first + count ? sounds[code - first] : NULL;
}

size_t dsg_hangul_syllables(dsg_text word) {
    size_t syllables = 0;
    for (size_t at = 0; at < word.length;) {
        size_t bytes;
        uint32_t code = dsg_fold_letter(word.text + at, &bytes);
        syllables += letter_of(code, FIRST_VOWEL, vowels, COUNT(vowels)) != NULL;
        at += bytes;
    }
    return syllables;
}

size_t dsg_hangul_syllable(const char *text, size_t length, char reading[DSG_HANGUL_READING]) {
    const struct {
        uint32_t first;
        const char *const *sounds;
        size_t count;
    } letters[] = {{FIRST_INITIAL, initials, COUNT(initials)},
                   {FIRST_VOWEL, vowels, COUNT(vowels)},
                   {FIRST_FINAL, finals, COUNT(finals)}};
    size_t at = 0;
    size_t bytes = 0;
    char *end = reading;
    for (size_t i = 0; i < COUNT(letters) && at < length; i++) {
        uint32_t code = dsg_fold_letter(text + at, &bytes);
        const char *sound = letter_of(code, letters[i].first, letters[i].sounds, letters[i].count);
        if (!sound) continue;
        for (const char *letter = sound; *letter; letter++) *end++ = *letter;
        at += bytes;
    }
    *end = '\0';
    if (at == 0) dsg_fold_letter(text, &at); /* an old letter, or half a syllable */
    return at;
}
