#include "names/phrases.h"

#include <string.h>

/* Whether a text begins with these words. */
static int begins_with(dsg_text text, const char *words, size_t length) {
    return text.length >= length && memcmp(text.text, words, length) == 0 &&
           (text.length == length || text.text[length] == ' ');
}

static size_t count_words(const char *words) {
    size_t count = 1;
    for (; *words; words++) count += *words == ' ';
    return count;
}

/* ---- Numbers in words ---- */

static const struct number_word {
    const char *word;
    unsigned value;
} number_words[] = {
    {"one", 1},      {"two", 2},        {"three", 3},     {"four", 4},      {"five", 5},
    {"six", 6},      {"seven", 7},      {"eight", 8},     {"nine", 9},      {"ten", 10},
    {"eleven", 11},  {"twelve", 12},    {"thirteen", 13}, {"fourteen", 14}, {"fifteen", 15},
    {"sixteen", 16}, {"seventeen", 17}, {"eighteen", 18}, {"nineteen", 19}, {"twenty", 20},
    {"thirty", 30},  {"forty", 40},     {"fifty", 50},    {"sixty", 60},    {"seventy", 70},
    {"eighty", 80},  {"ninety", 90},    {"hundred", 100},
};

/* The value of the word that a text begins with, 0 if that is no number; how many bytes it takes. */
static unsigned number_at(dsg_text text, size_t *length) {
    for (size_t i = 0; i < sizeof number_words / sizeof *number_words; i++) {
        *length = strlen(number_words[i].word);
        if (begins_with(text, number_words[i].word, *length)) return number_words[i].value;
    }
    return 0;
}

static dsg_text rest_of(dsg_text text, size_t taken) {
    size_t step = taken < text.length ? taken + 1 : taken;
    return (dsg_text){text.text + step, text.length - step};
}

/* Whether a number word may follow what was read: `sixty one`, `two hundred`, `hundred one`, not `two three`.
 */
static int follows(unsigned value, unsigned next) {
    if (value == 0) return 1;
    if (next == 100) return value < 10;
    return next < 10 ? value % 10 == 0 && value % 100 != 10 : value % 100 == 0;
}

static size_t take_number(dsg_text text, unsigned *value) {
    size_t words = 0;
    size_t length = 0;
    *value = 0;
    for (unsigned next = number_at(text, &length); next > 0 && follows(*value, next);) {
        *value = next == 100 && *value > 0 ? *value * next : *value + next;
        words++;
        text = rest_of(text, length);
        next = number_at(text, &length);
        if (next == 0 && *value % 100 == 0 && begins_with(text, "and", 3)) {
            next = number_at(rest_of(text, 3), &length);
            if (next == 0) break;
            text = rest_of(text, 3);
            words++;
        }
    }
    return words;
}

static size_t put_digits(unsigned value, char digits[DSG_NUMBER_DIGITS]) {
    size_t length = 0;
    char reversed[DSG_NUMBER_DIGITS];
    for (; value > 0; value /= 10) reversed[length++] = (char)('0' + value % 10);
    for (size_t i = 0; i < length; i++) digits[i] = reversed[length - 1 - i];
    return length;
}

/* ---- Phrases ---- */

size_t dsg_phrase_take(dsg_text text, char digits[DSG_NUMBER_DIGITS], dsg_text *word) {
    unsigned value = 0;
    for (size_t i = 0; i < dsg_phrase_count; i++) {
        const dsg_phrase *phrase = &dsg_phrases[i];
        if (*phrase->words != *text.text || !begins_with(text, phrase->words, strlen(phrase->words)))
            continue;
        *word = (dsg_text){phrase->word, strlen(phrase->word)};
        return count_words(phrase->words);
    }
    size_t taken = take_number(text, &value);
    if (taken > 0) *word = (dsg_text){digits, put_digits(value, digits)};
    return taken;
}
