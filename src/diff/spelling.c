#include "diff/spelling.h"

#include "base/ascii.h"

#include <string.h>

enum { PAIRS = 1024 }; /* of bytes that are told apart; a power of two */

void dsg_spelling(const char *text, int name, dsg_folded *out) {
    uint16_t length = 0;
    dsg_fold(text, out);
    if (name) dsg_fold_turn(out);
    for (uint16_t at = 0; at < out->length; at++) {
        /* A space is never the first or the last byte. */
        if (out->text[at] == ' ' && !(dsg_is_digit(out->text[at - 1]) && dsg_is_digit(out->text[at + 1])))
            continue;
        out->text[length++] = out->text[at];
    }
    out->text[length] = '\0';
    out->length = length;
}

/* How many bytes two texts share at their start, up to the end of a word. */
static size_t common_start(const char *a, const char *b) {
    size_t at = 0, word = 0;
    while (a[at] != '\0' && a[at] == b[at]) {
        at++;
        if (a[at - 1] == ' ') word = at;
    }
    return word;
}

/* Likewise at their end, of texts of which neither is shorter than `most`. */
static size_t common_end(const char *a, size_t a_length, const char *b, size_t b_length, size_t most) {
    size_t at = 0, word = 0;
    while (at < most && a[a_length - at - 1] == b[b_length - at - 1]) {
        at++;
        if (a[a_length - at] == ' ') word = at;
    }
    return word;
}

/* Of long texts only what differs is folded, from word to word. */
static int same_long(const char *a, size_t a_length, const char *b, size_t b_length) {
    char middle_a[DSG_FOLD_BYTES + 1], middle_b[DSG_FOLD_BYTES + 1];
    const size_t start = common_start(a, b);
    size_t end;
    a += start, a_length -= start;
    b += start, b_length -= start;
    end = common_end(a, a_length, b, b_length, a_length < b_length ? a_length : b_length);
    a_length -= end;
    b_length -= end;
    if (a_length > DSG_FOLD_BYTES || b_length > DSG_FOLD_BYTES) return 0;
    memcpy(middle_a, a, a_length);
    memcpy(middle_b, b, b_length);
    middle_a[a_length] = middle_b[b_length] = '\0';
    return dsg_spelling_same(middle_a, middle_b, 0);
}

int dsg_spelling_same(const char *a, const char *b, int name) {
    dsg_folded folded_a, folded_b;
    size_t a_length, b_length;
    if (!a) a = "";
    if (!b) b = "";
    if (strcmp(a, b) == 0) return 1;
    a_length = strlen(a);
    b_length = strlen(b);
    if (a_length > DSG_FOLD_BYTES || b_length > DSG_FOLD_BYTES) return same_long(a, a_length, b, b_length);
    dsg_spelling(a, name, &folded_a);
    dsg_spelling(b, name, &folded_b);
    /* Texts without a letter or digit, `+` and `-`, have no spelling. */
    return folded_a.length > 0 && strcmp(folded_a.text, folded_b.text) == 0;
}

static size_t pair_at(const char *text, size_t at) {
    return ((size_t)(unsigned char)text[at] * 37 + (unsigned char)text[at + 1]) & (PAIRS - 1);
}

unsigned dsg_spelling_likeness(const char *a, const char *b) {
    uint16_t counts[PAIRS] = {0};
    const size_t a_length = strlen(a), b_length = strlen(b);
    size_t common = 0;
    if (strcmp(a, b) == 0) return 1000;
    if (a_length < 2 || b_length < 2) return 0;
    for (size_t at = 0; at + 1 < a_length; at++) counts[pair_at(a, at)]++;
    for (size_t at = 0; at + 1 < b_length; at++) {
        uint16_t *count = &counts[pair_at(b, at)];
        common += *count > 0;
        *count = (uint16_t)(*count - (*count > 0));
    }
    return (unsigned)(common * 2000 / (a_length + b_length - 2));
}
