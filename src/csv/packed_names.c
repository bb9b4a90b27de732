#include "csv/packed_names.h"

#include "base/ascii.h"

#include <string.h>

/* ---- The words before another name ---- */

typedef struct marker {
    const char *word; /* in lower case */
    uint8_t type;
    uint8_t bare;   /* a word as any other: both names must have two words, as `Aka` is somebody's own name */
    uint8_t begins; /* it may stand before the first name */
} marker;

/* Of two that begin alike the longer one comes first. Collected from the US, UK and EU lists of 2018 to 2026.
 */
static const marker markers[] = {
    {"also known as", DESIG_NAME_AKA, 0, 1},
    {"formerly known as", DESIG_NAME_FKA, 0, 1},
    {"previously known as", DESIG_NAME_FKA, 0, 1},
    {"now known as", DESIG_NAME_NKA, 0, 1},
    {"doing business as", DESIG_NAME_AKA, 0, 0},
    {"trading as", DESIG_NAME_AKA, 0, 0},
    {"a.k.a.", DESIG_NAME_AKA, 0, 1},
    {"a.k.a", DESIG_NAME_AKA, 0, 1},
    {"f.k.a.", DESIG_NAME_FKA, 0, 1},
    {"f.k.a", DESIG_NAME_FKA, 0, 1},
    {"n.k.a.", DESIG_NAME_NKA, 0, 1},
    {"n.k.a", DESIG_NAME_NKA, 0, 1},
    {"d.b.a.", DESIG_NAME_AKA, 0, 0},
    {"d/b/a", DESIG_NAME_AKA, 0, 0},
    {"t/a", DESIG_NAME_AKA, 0, 0},
    {"a/k/a", DESIG_NAME_AKA, 0, 1},
    {"f/k/a", DESIG_NAME_FKA, 0, 1},
    {"n/k/a", DESIG_NAME_NKA, 0, 1},
    {"aka", DESIG_NAME_AKA, 1, 0},
    {"fka", DESIG_NAME_FKA, 1, 0},
    {"nka", DESIG_NAME_NKA, 1, 0},
    {"alias", DESIG_NAME_AKA, 1, 0},
    {"formerly", DESIG_NAME_FKA, 1, 0},
    {"previously", DESIG_NAME_FKA, 1, 0},
};

static int is_letter(char c) {
    return dsg_is_letter(c) || dsg_is_digit(c) || (unsigned char)c >= 0x80;
}

static size_t length_of(const char *word, dsg_piece text, size_t at) {
    size_t length = 0;
    while (word[length]) {
        if (at + length == text.length || dsg_lower(text.bytes[at + length]) != word[length]) return 0;
        length++;
    }
    if (is_letter(word[length - 1]) && at + length < text.length && is_letter(text.bytes[at + length]))
        return 0;
    return length;
}

/* The first marker from `at` on; *where and *length are its place. */
static const marker *find_marker(dsg_piece text, size_t at, size_t *where, size_t *length) {
    for (; at < text.length; at++) {
        if (!strchr("adfnpt", dsg_lower(text.bytes[at])) || (at > 0 && is_letter(text.bytes[at - 1])))
            continue;
        for (size_t i = 0; i < sizeof markers / sizeof *markers; i++) {
            *length = length_of(markers[i].word, text, at);
            *where = at;
            if (*length > 0) return &markers[i];
        }
    }
    return NULL;
}

/* ---- Pieces ---- */

static dsg_piece from(dsg_piece text, size_t at) {
    return (dsg_piece){text.bytes + at, text.length - at};
}

static int is_one_of(char c, const char *signs) {
    return c != '\0' && strchr(signs, c);
}

static int is_space_or(char c, const char *signs) {
    return dsg_is_space(c) || is_one_of(c, signs);
}

static dsg_piece trimmed(dsg_piece text) {
    while (text.length > 0 && is_space_or(text.bytes[0], ",;:-/)]")) text = from(text, 1);
    while (text.length > 0 && is_space_or(text.bytes[text.length - 1], ",;:-/([")) text.length--;
    return text;
}

static size_t letters_of(dsg_piece text) {
    size_t letters = 0;
    for (size_t i = 0; i < text.length; i++) letters += is_letter(text.bytes[i]) != 0;
    return letters;
}

static size_t words_of(dsg_piece text) {
    size_t words = 0;
    for (size_t i = 0; i < text.length; i++)
        words += !dsg_is_space(text.bytes[i]) && (i == 0 || dsg_is_space(text.bytes[i - 1]));
    return words;
}

/* ---- The walk ---- */

typedef struct unpacking {
    dsg_packed_take take;
    void *context;
    dsg_piece whole;
} unpacking;

enum { SHORTEST_NAME = 2, SHORTEST_SIDE = 4 };

static desig_result give(unpacking *u, dsg_piece name, desig_name_type type) {
    name = trimmed(name);
    if (letters_of(name) < SHORTEST_NAME) return DESIG_OK;
    if (name.length == trimmed(u->whole).length && type == DESIG_NAME_PRIMARY) return DESIG_OK;
    return u->take(u->context, name, type);
}

/* Where one name ends and the next begins within a text without markers: at `;`, and at ` / ` where both
 * sides are long enough for names. */
static size_t next_border(dsg_piece text, size_t *gap) {
    for (size_t at = 0; at < text.length; at++) {
        *gap = 1;
        if (text.bytes[at] == ';') return at;
        *gap = 3;
        if (at + 3 > text.length || memcmp(text.bytes + at, " / ", 3) != 0) continue;
        if (letters_of((dsg_piece){text.bytes, at}) >= SHORTEST_SIDE &&
            letters_of(from(text, at + 3)) >= SHORTEST_SIDE)
            return at;
    }
    *gap = 0;
    return text.length;
}

static desig_result give_each(unpacking *u, dsg_piece text, desig_name_type type) {
    desig_result result = DESIG_OK;
    while (result == DESIG_OK && text.length > 0) {
        size_t gap;
        const size_t border = next_border(text, &gap);
        result = give(u, (dsg_piece){text.bytes, border}, type);
        text = from(text, border + gap);
    }
    return result;
}

/* `; and any successor, sub-unit, or subsidiary thereof`: whom the listing covers besides. */
static dsg_piece without_successors(dsg_piece text) {
    static const char words[] = "and any successor";
    for (size_t at = 1; at < text.length; at++) {
        if (!dsg_is_space(text.bytes[at - 1]) || length_of(words, text, at) != sizeof words - 1) continue;
        const dsg_piece rest = {text.bytes, at};
        return trimmed(rest);
    }
    return text;
}

/* Where the names behind a marker end: at the bracket that closes before one that opens, or at the end. */
static size_t end_of_names(dsg_piece text, int is_in_brackets) {
    int depth = 0;
    for (size_t at = 0; at < text.length; at++) {
        depth += is_one_of(text.bytes[at], "([") - is_one_of(text.bytes[at], ")]");
        if (is_in_brackets && depth < 0) return at;
    }
    return text.length;
}

/* What stands behind a marker: names, up to the next marker. */
static desig_result give_marked(unpacking *u, dsg_piece text, const marker *first, int *any) {
    desig_result result = DESIG_OK;
    const marker *mark = first;
    while (result == DESIG_OK && mark) {
        size_t where = text.length;
        size_t length = 0;
        const marker *next = find_marker(text, 0, &where, &length);
        if (!next) where = text.length;
        const dsg_piece names = trimmed((dsg_piece){text.bytes, where});
        *any |= names.length > 0;
        result = give_each(u, names, (desig_name_type)mark->type);
        text = next ? from(text, where + length) : from(text, text.length);
        mark = next;
    }
    return result;
}

/* `aka` and `alias` may be a name: outside brackets they are taken for a marker between names of two words,
 * or before a colon. */
static int is_marker(dsg_piece text, const marker *mark, size_t where, size_t length) {
    const dsg_piece head = trimmed((dsg_piece){text.bytes, where});
    const dsg_piece tail = trimmed(from(text, where + length));
    if (head.length == 0) return mark->begins && tail.length > 0;
    if (!mark->bare || is_one_of(text.bytes[where - 1], "([")) return 1;
    if (where + length < text.length && text.bytes[where + length] == ':') return 1;
    return words_of(head) > 1 && words_of(tail) > 1;
}

static desig_result unpack_marked(unpacking *u, dsg_piece text, const marker *mark, size_t where,
                                  size_t length) {
    const int is_in_brackets = where > 0 && is_one_of(text.bytes[where - 1], "([");
    const dsg_piece behind = from(text, where + length);
    const size_t end = end_of_names(behind, is_in_brackets);
    const dsg_piece rest = trimmed(from(behind, end));
    int any = 0;
    desig_result result = give_marked(u, (dsg_piece){behind.bytes, end}, mark, &any);
    if (result != DESIG_OK) return result;
    const dsg_piece head = trimmed((dsg_piece){text.bytes, where});
    /* What follows the brackets may be of the first name (`X (a.k.a. Y) 704th Institute`): it is left to the
     * whole text. */
    const int is_of_first = letters_of(rest) > 0 && rest.bytes[0] != '(';
    return is_of_first ? DESIG_OK : give_each(u, head, DESIG_NAME_PRIMARY);
}

desig_result dsg_packed_names(const char *text, dsg_packed_take take, void *context) {
    unpacking u = {.take = take, .context = context, .whole = {text, strlen(text)}};
    const dsg_piece name = without_successors(u.whole);
    size_t where = 0;
    size_t length = 0;
    for (size_t at = 0; at < name.length; at = where + length) {
        const marker *mark = find_marker(name, at, &where, &length);
        if (!mark) break;
        if (is_marker(name, mark, where, length)) return unpack_marked(&u, name, mark, where, length);
    }
    return give_each(&u, name, DESIG_NAME_PRIMARY);
}
