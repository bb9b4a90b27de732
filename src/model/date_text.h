/* The text of a date, as its readers take it apart. */
#ifndef DSG_MODEL_DATE_TEXT_H
#define DSG_MODEL_DATE_TEXT_H

#include "base/ascii.h"

#include <string.h>

enum { DSG_DATE_WORDS = 160 }; /* more than any one date has; a longer text is none */

/* What is left to read. */
typedef struct dsg_date_text {
    const char *at;
    const char *end;
} dsg_date_text;

static inline int dsg_date_text_ended(const dsg_date_text *text) {
    return text->at == text->end;
}

static inline dsg_date_text dsg_date_text_trimmed(dsg_date_text text) {
    while (text.at < text.end && dsg_is_space(*text.at)) text.at++;
    while (text.end > text.at && dsg_is_space(text.end[-1])) text.end--;
    return text;
}

static inline int dsg_date_text_take(dsg_date_text *text, char c) {
    if (dsg_date_text_ended(text) || *text->at != c) return 0;
    text->at++;
    return 1;
}

/* Take a text in any ASCII case; it may be the start of a longer one. */
static inline int dsg_date_text_take_word(dsg_date_text *text, const char *word) {
    const char *at = text->at;
    for (; *word; word++, at++)
        if (at == text->end || dsg_lower(*at) != *word) return 0;
    text->at = at;
    return 1;
}

/* Cut it off the end. */
static inline int dsg_date_text_cut_word(dsg_date_text *text, const char *word) {
    const size_t length = strlen(word);
    if ((size_t)(text->end - text->at) < length) return 0;
    dsg_date_text tail = {text->end - length, text->end};
    if (!dsg_date_text_take_word(&tail, word)) return 0;
    text->end -= length;
    return 1;
}

/* Take up to nine digits, more than any number of a date has; returns how many. */
static inline size_t dsg_date_text_take_number(dsg_date_text *text, int *number) {
    const char *start = text->at;
    *number = 0;
    while (!dsg_date_text_ended(text) && dsg_is_digit(*text->at) && text->at - start < 9)
        *number = *number * 10 + (*text->at++ - '0');
    return (size_t)(text->at - start);
}

#endif
