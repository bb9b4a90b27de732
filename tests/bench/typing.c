#include "bench.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

static const char *const keyboard[] = {"qwertyuiop", "asdfghjkl", "zxcvbnm"};

static char neighbour(char letter, dice *d) {
    for (size_t row = 0; row < 3; row++) {
        const char *at = strchr(keyboard[row], tolower((unsigned char)letter));
        if (!at || !*at) continue;
        int right = at == keyboard[row] || (at[1] && dice_below(d, 2));
        return right ? at[1] : at[-1];
    }
    return (char)('a' + dice_below(d, 26));
}

static void err(char *text, size_t at, dice *d) {
    char *here = text + at;
    size_t rest = strlen(here);
    size_t error = dice_below(d, 5);
    if (error == 2 && (!isalpha((unsigned char)here[1]) || here[1] == here[0]))
        error = 3; /* nothing to swap */
    switch (error) {
    case 0:
        memmove(here, here + 1, rest);
        break;
    case 1:
        memmove(here + 1, here, rest + 1);
        break;
    case 2: {
        char kept = here[0];
        here[0] = here[1];
        here[1] = kept;
        break;
    }
    case 3:
        *here = neighbour(*here, d);
        break;
    default:
        *here = (char)('a' + dice_below(d, 26));
        break;
    }
}

/* The words in another order, without the comma. */
static void reorder(char *text, dice *d) {
    char *words[64];
    char copy[TYPED];
    size_t count = 0;
    size_t at = 0;
    snprintf(copy, sizeof copy, "%s", text);
    for (char *word = strtok(copy, " ,"); word && count < 64; word = strtok(NULL, " ,"))
        words[count++] = word;
    for (size_t i = count; i > 1; i--) {
        size_t other = dice_below(d, i);
        char *kept = words[i - 1];
        words[i - 1] = words[other];
        words[other] = kept;
    }
    for (size_t i = 0; i < count; i++)
        at += (size_t)snprintf(text + at, TYPED - at, "%s%s", i ? " " : "", words[i]);
}

void mistype(const char *name, dice *d, char typed[TYPED]) {
    size_t letters = 0;
    snprintf(typed, TYPED - 1, "%s", name);
    for (const char *c = typed; *c; c++) letters += isalpha((unsigned char)*c) != 0;
    if (letters == 0) return;
    size_t chosen = dice_below(d, letters);
    size_t at = 0;
    for (; !isalpha((unsigned char)typed[at]) || chosen > 0; at++)
        chosen -= isalpha((unsigned char)typed[at]) != 0;
    err(typed, at, d);
    if (dice_below(d, 2)) reorder(typed, d);
}
