#include "search/likeness.h"

#include "base/hash.h"

#include <string.h>

enum {
    SKELETON_LEAST = 3, /* with fewer consonants, leaving one out leaves next to nothing */
    SOUND_LEAST = 3,
    SOUND_MOST = 6 /* longer words keep enough of their skeleton in spite of an error */
};

/* ---- Kinship ---- */

/* Whether a and b, of `count` letters each, are the same after leaving out at most one letter of each. */
static int same_but_one_each(const char *a, const char *b, size_t count) {
    size_t head = 0;
    size_t tail = 0;
    while (head < count && a[head] == b[head]) head++;
    while (tail < count - head && a[count - 1 - tail] == b[count - 1 - tail]) tail++;
    size_t middle = count - head - tail;
    /* What is left over must be one letter exchanged, or a letter that moved through the others. */
    return middle <= 1 || memcmp(a + head + 1, b + head, middle - 1) == 0 ||
           memcmp(a + head, b + head + 1, middle - 1) == 0;
}

/* Whether leaving one letter out of `longer` gives `shorter`. */
static int same_but_one(const char *longer, const char *shorter, size_t shorter_length) {
    size_t head = 0;
    while (head < shorter_length && longer[head] == shorter[head]) head++;
    return memcmp(longer + head + 1, shorter + head, shorter_length - head) == 0;
}

static int may_lose(size_t length, size_t least, size_t most) {
    return length >= least && length <= most;
}

static int near(const char *a, size_t a_length, const char *b, size_t b_length, size_t least, size_t most) {
    if (a_length == b_length) {
        if (memcmp(a, b, a_length) == 0) return 1;
        return may_lose(a_length, least, most) && same_but_one_each(a, b, a_length);
    }
    if (a_length == b_length + 1) return may_lose(a_length, least, most) && same_but_one(a, b, b_length);
    if (b_length == a_length + 1) return may_lose(b_length, least, most) && same_but_one(b, a, a_length);
    return 0;
}

static int akin(const dsg_part *a, const dsg_part *b) {
    if (near(a->skeleton, a->skeleton_length, b->skeleton, b->skeleton_length, SKELETON_LEAST,
             DSG_SOUND_LETTERS))
        return 1;
    return a->sound_length <= SOUND_MOST && b->sound_length <= SOUND_MOST &&
           near(a->sound, a->sound_length, b->sound, b->sound_length, SOUND_LEAST, SOUND_MOST);
}

static uint32_t key_of(char kind, const char *letters, size_t length, size_t without) {
    char text[DSG_SOUND_LETTERS + 1] = {kind};
    size_t count = 1;
    for (size_t i = 0; i < length; i++)
        if (i != without) text[count++] = letters[i];
    return (uint32_t)dsg_hash(text, count);
}

static size_t add_keys(uint32_t *keys, size_t count, char kind, const char *letters, size_t length,
                       int lose) {
    keys[count++] = key_of(kind, letters, length, SIZE_MAX);
    for (size_t i = 0; lose && i < length; i++) {
        /* Leaving out either of two equal neighbours gives the same key. */
        if (i > 0 && letters[i] == letters[i - 1]) continue;
        keys[count++] = key_of(kind, letters, length, i);
    }
    return count;
}

size_t dsg_part_keys(const dsg_part *part, uint32_t keys[DSG_PART_KEYS]) {
    size_t count = 0;
    count = add_keys(keys, count, 's', part->skeleton, part->skeleton_length,
                     may_lose(part->skeleton_length, SKELETON_LEAST, DSG_SOUND_LETTERS));
    if (part->sound_length <= SOUND_MOST)
        count = add_keys(keys, count, 'l', part->sound, part->sound_length,
                         may_lose(part->sound_length, SOUND_LEAST, SOUND_MOST));
    return count;
}

uint32_t dsg_joined_key(const dsg_part *joined) {
    return key_of('s', joined->skeleton, joined->skeleton_length, SIZE_MAX);
}

/* ---- Likeness ---- */

static int same_text(const dsg_part *a, const dsg_part *b) {
    return a->text_length == b->text_length && memcmp(a->text, b->text, a->text_length) == 0;
}

/* Every error counts the more the shorter the word is in which it stands. */
static double likeness_of_sounds(const dsg_part *a, const dsg_part *b) {
    static const double steepness = 1.3;
    static const double same_sound = 0.98; /* spelt otherwise */
    static const double lowest = 0.62;
    unsigned letters = a->sound_length > b->sound_length ? a->sound_length : b->sound_length;
    unsigned limit = (unsigned)((same_sound - lowest) / steepness * DSG_SOUND_UNIT * letters);
    if (letters == 0) return 0;
    unsigned cost = dsg_sound_distance(a->sound, a->sound_length, b->sound, b->sound_length, limit);
    return cost > limit ? 0 : same_sound - steepness * cost / (DSG_SOUND_UNIT * letters);
}

/* Whether only the same text will do: a 3rd company is not a 2nd company, and a letter is not nearly another.
 * A particle may be misspelt, but then only into something that is none, and only if it is long enough not to
 * be taken for another word: `hajij` for `hajji`, not `ali` for `al`. */
static int wants_same_text(const dsg_part *a, const dsg_part *b) {
    enum { LONG_ENOUGH = 4 };
    if (a->class == DSG_CLASS_NUMBER || b->class == DSG_CLASS_NUMBER) return 1;
    if (a->class == DSG_CLASS_INITIAL || b->class == DSG_CLASS_INITIAL) return 1;
    if (a->class == b->class || (dsg_part_is_telling(a) && dsg_part_is_telling(b))) return 0;
    if (!dsg_part_is_telling(a) && !dsg_part_is_telling(b)) return 1;
    return a->sound_length < LONG_ENOUGH || b->sound_length < LONG_ENOUGH;
}

double dsg_likeness(const dsg_part *a, const dsg_part *b) {
    if (same_text(a, b)) return 1;
    return !wants_same_text(a, b) && akin(a, b) ? likeness_of_sounds(a, b) : 0;
}

double dsg_joined_likeness(const dsg_part *joined, const dsg_part *whole) {
    static const double same_letters = 0.99;
    if (!dsg_part_is_telling(whole) || whole->class == DSG_CLASS_NUMBER) return 0;
    if (joined->skeleton_length != whole->skeleton_length ||
        memcmp(joined->skeleton, whole->skeleton, joined->skeleton_length) != 0)
        return 0;
    if (same_text(joined, whole)) return same_letters;
    return likeness_of_sounds(joined, whole) * same_letters;
}
