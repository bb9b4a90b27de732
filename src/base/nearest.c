#include "base/nearest.h"

#include "base/ascii.h"

#include <stdint.h>

enum { LONGEST = 64 };

static size_t fold(const char *word, char folded[LONGEST]) {
    size_t length = 0;
    for (; *word && length < LONGEST; word++)
        if (dsg_is_letter(*word) || dsg_is_digit(*word) || (unsigned char)*word >= 0x80)
            folded[length++] = dsg_lower(*word);
    return length;
}

static size_t least(size_t a, size_t b) {
    return a < b ? a : b;
}

size_t dsg_letters_apart(const char *one, const char *other) {
    char a[LONGEST], b[LONGEST];
    size_t row[LONGEST + 1];
    const size_t a_length = fold(one, a), b_length = fold(other, b);
    for (size_t j = 0; j <= b_length; j++) row[j] = j;
    for (size_t i = 0; i < a_length; i++) {
        size_t diagonal = row[0];
        row[0] = i + 1;
        for (size_t j = 0; j < b_length; j++) {
            const size_t exchanged = diagonal + (a[i] != b[j]);
            diagonal = row[j + 1];
            row[j + 1] = least(exchanged, least(row[j], diagonal) + 1);
        }
    }
    return row[b_length];
}

const char *dsg_nearest(const char *word, const char *const *words, size_t count) {
    const char *nearest = NULL;
    size_t nearest_apart = SIZE_MAX;
    for (size_t i = 0; i < count; i++) {
        const size_t apart = dsg_letters_apart(word, words[i]);
        if (apart >= nearest_apart) continue;
        nearest = words[i];
        nearest_apart = apart;
    }
    return nearest;
}
