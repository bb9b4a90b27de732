/* Tests and conversions of ASCII that read no locale, and tests of the shape of UTF-8. */
#ifndef DSG_BASE_ASCII_H
#define DSG_BASE_ASCII_H

#include <stddef.h>

static inline int dsg_is_digit(char c) {
    return c >= '0' && c <= '9';
}
static inline int dsg_is_upper(char c) {
    return c >= 'A' && c <= 'Z';
}
static inline int dsg_is_lower(char c) {
    return c >= 'a' && c <= 'z';
}
static inline int dsg_is_letter(char c) {
    return dsg_is_upper(c) || dsg_is_lower(c);
}
static inline int dsg_is_space(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
}
static inline char dsg_lower(char c) {
    return dsg_is_upper(c) ? (char)(c + 32) : c;
}

/* Equal but for ASCII case. */
int dsg_equal_nocase(const char *a, const char *b);

/* Equal, where NULL equals only NULL. */
int dsg_same_text(const char *a, const char *b);

/* strcmp() in which NULL comes before every text. */
int dsg_compare_text(const char *a, const char *b);

/* Length of the valid UTF-8 sequence at `bytes` (1 to 4), 0 if there is none: overlong forms, surrogates and
 * cut sequences are none. */
size_t dsg_utf8_sequence(const char *bytes, size_t length);

/* How many bytes from the start are valid UTF-8 without NUL: `length` if all. */
size_t dsg_utf8_valid(const char *bytes, size_t length);

#endif
