/* Jaro-Winkler over every name, as well as it can be done: names folded before, 64 letters at once, and a
 * name that cannot reach the least score left as soon as that is known. After Hyyro's bit-parallel matching
 * as in rapidfuzz. */
#include "bench.h"

#include <ctype.h>
#include <string.h>

enum { MOST_LETTERS = 64 };

typedef struct jaro_name {
    uint32_t start;
    uint32_t length;
} jaro_name;

struct jaro_list {
    jaro_name *names;
    size_t count;
    char *letters;
};

/* Lower-case letters, digits, single spaces. */
static size_t fold(const char *text, char out[MOST_LETTERS]) {
    size_t length = 0;
    for (; *text && length < MOST_LETTERS; text++) {
        unsigned char c = (unsigned char)*text;
        if (isalnum(c))
            out[length++] = (char)tolower(c);
        else if (length > 0 && out[length - 1] != ' ' && c != '\'')
            out[length++] = ' ';
    }
    return length;
}

jaro_list *jaro_new(const char *const *names, size_t count) {
    jaro_list *list = allocate(sizeof *list);
    size_t used = 0;
    list->names = allocate(count * sizeof *list->names);
    list->letters = allocate(count * MOST_LETTERS);
    list->count = count;
    for (size_t i = 0; i < count; i++) {
        size_t length = fold(names[i], list->letters + used);
        list->names[i] = (jaro_name){(uint32_t)used, (uint32_t)length};
        used += length;
    }
    return list;
}

typedef struct pattern {
    char text[MOST_LETTERS];
    size_t length;
    uint64_t at[256]; /* where each letter stands */
} pattern;

static uint64_t low_bits(size_t count) {
    return count >= 64 ? UINT64_MAX : (UINT64_C(1) << count) - 1;
}

static double winkler(const pattern *p, const char *text, size_t length, double jaro) {
    size_t head = 0;
    while (head < 4 && head < length && head < p->length && text[head] == p->text[head]) head++;
    return jaro > 0.7 ? jaro + (double)head * 0.1 * (1 - jaro) : jaro;
}

/* The jaro score below which no common head lifts a name to the least. */
static double least_jaro(double least) {
    double lifted = (least - 0.4) / 0.6;
    return lifted > 0.7 ? lifted : least < 0.7 ? least : 0.7;
}

static double jaro_of(const pattern *p, const char *text, size_t length, double least) {
    size_t longer = p->length > length ? p->length : length;
    size_t shorter = p->length < length ? p->length : length;
    size_t reach = longer / 2 > 0 ? longer / 2 - 1 : 0;
    uint64_t window = low_bits(reach + 1);
    uint64_t p_flags = 0;
    uint64_t t_flags = 0;
    double p_length = (double)p->length;
    double t_length = (double)length;
    if (((double)shorter / p_length + (double)shorter / t_length + 1) / 3 < least) return 0;
    for (size_t i = 0; i < length; i++) {
        uint64_t found = p->at[(unsigned char)text[i]] & window & ~p_flags;
        p_flags |= found & -found;
        t_flags |= (uint64_t)(found != 0) << i;
        window = i < reach ? window << 1 | 1 : window << 1;
    }
    double common = (double)__builtin_popcountll(p_flags);
    if (common == 0 || (common / p_length + common / t_length + 1) / 3 < least) return 0;
    size_t turned = 0;
    while (t_flags) {
        uint64_t bit = p_flags & -p_flags;
        turned += (p->at[(unsigned char)text[__builtin_ctzll(t_flags)]] & bit) == 0;
        p_flags ^= bit;
        t_flags &= t_flags - 1;
    }
    return (common / p_length + common / t_length + (common - (double)(turned / 2)) / common) / 3;
}

size_t jaro_scan(const jaro_list *list, const char *query, double least) {
    pattern p = {.length = 0};
    size_t found = 0;
    double bare = least_jaro(least);
    p.length = fold(query, p.text);
    if (p.length == 0) return 0;
    for (size_t i = 0; i < p.length; i++) p.at[(unsigned char)p.text[i]] |= UINT64_C(1) << i;
    for (size_t i = 0; i < list->count; i++) {
        const char *text = list->letters + list->names[i].start;
        size_t length = list->names[i].length;
        double jaro = length > 0 ? jaro_of(&p, text, length, bare) : 0;
        found += jaro > 0 && winkler(&p, text, length, jaro) >= least;
    }
    return found;
}
