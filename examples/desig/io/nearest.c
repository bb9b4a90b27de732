#include "io/nearest.h"

#include <stdint.h>
#include <string.h>

enum { LONGEST_WORD = 63 };

size_t letters_apart(const char *a, size_t a_length, const char *b) {
    size_t rows[3][LONGEST_WORD + 1];
    size_t *before = rows[0], *above = rows[1], *row = rows[2];
    size_t b_length = strlen(b);
    if (a_length > LONGEST_WORD || b_length > LONGEST_WORD) return SIZE_MAX;
    for (size_t j = 0; j <= b_length; j++) row[j] = j;
    for (size_t i = 1; i <= a_length; i++) {
        size_t *spare = before;
        before = above;
        above = row;
        row = spare;
        row[0] = i;
        for (size_t j = 1; j <= b_length; j++) {
            size_t least = above[j - 1] + (a[i - 1] != b[j - 1]);
            if (above[j] + 1 < least) least = above[j] + 1;
            if (row[j - 1] + 1 < least) least = row[j - 1] + 1;
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] && before[j - 2] + 1 < least)
                least = before[j - 2] + 1;
            row[j] = least;
        }
    }
    return row[b_length];
}

const char *nearest_word(const char *word, const char *const *words, size_t count) {
    const char *best = NULL;
    size_t best_apart = SIZE_MAX;
    for (size_t i = 0; i < count; i++) {
        size_t apart = letters_apart(words[i], strlen(words[i]), word);
        if (apart >= best_apart) continue;
        best_apart = apart;
        best = words[i];
    }
    return best;
}
