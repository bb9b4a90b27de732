/* Letters of UTF-8 text, and the scripts in which names mix them up. */
#ifndef TOOL_LETTERS_H
#define TOOL_LETTERS_H

#include <stdint.h>

/* The code point at *at, which is moved behind it; 0 at the text's end. What is no UTF-8 is U+FFFD. */
uint32_t letter_next(const char **at);

typedef enum letter_script {
    SCRIPT_NONE = 0, /* a digit, a mark, punctuation, a space */
    SCRIPT_LATIN,
    SCRIPT_CYRILLIC,
    SCRIPT_GREEK,
    SCRIPT_OTHER
} letter_script;

letter_script letter_script_of(uint32_t letter);

#endif
