#include "names/likeness.h"

#include "base/hash.h"
#include "names/weights.h"

#include <string.h>

enum {
    SKELETON_LEAST = 4, /* with fewer consonants, leaving one out leaves next to nothing */
    TYPED_LEAST = 2
};

/* ---- Keys, and what sharing one means ---- */

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

/* Whether one typing error (a letter dropped, doubled, exchanged, or swapped with its neighbour) makes one
 * text of the other. */
static int one_error(const dsg_name_part *a, const dsg_name_part *b) {
    const dsg_name_part *longer = a->text_length >= b->text_length ? a : b;
    const dsg_name_part *shorter = longer == a ? b : a;
    size_t count = shorter->text_length;
    size_t head = 0;
    if (longer->text_length > count + 1 || count < TYPED_LEAST) return 0;
    while (head < count && longer->text[head] == shorter->text[head]) head++;
    const char *l = longer->text + head;
    const char *r = shorter->text + head;
    size_t rest = count - head;
    if (longer->text_length > count) return memcmp(l + 1, r, rest) == 0;
    if (rest == 0 || memcmp(l + 1, r + 1, rest - 1) == 0) return 1;
    return rest >= 2 && l[0] == r[1] && l[1] == r[0] && memcmp(l + 2, r + 2, rest - 2) == 0;
}

static int near_skeletons(const dsg_name_part *a, const dsg_name_part *b) {
    return near(a->skeleton, a->skeleton_length, b->skeleton, b->skeleton_length, SKELETON_LEAST,
                DSG_SOUND_LETTERS);
}

static uint32_t key_of(char kind, const char *letters, size_t length, size_t without) {
    char text[DSG_PART_BYTES + 1] = {kind};
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

size_t dsg_part_keys(const dsg_name_part *part, uint32_t keys[DSG_PART_KEYS]) {
    size_t count = 0;
    count = add_keys(keys, count, 's', part->skeleton, part->skeleton_length,
                     may_lose(part->skeleton_length, SKELETON_LEAST, DSG_SOUND_LETTERS));
    if (part->text_length >= TYPED_LEAST)
        count = add_keys(keys, count, 't', part->text, part->text_length, 1);
    size_t names = 0;
    const dsg_nickname *nicknames = part->nickname ? dsg_nicknames_of(dsg_part_text(part), &names) : NULL;
    for (size_t i = 0; i < names && i < DSG_NICKNAME_NAMES; i++)
        keys[count++] = dsg_text_key(nicknames[i].name, strlen(nicknames[i].name));
    return count;
}

uint32_t dsg_text_key(const char *text, size_t length) {
    return key_of('t', text, length, SIZE_MAX);
}

uint32_t dsg_joined_key(const dsg_name_part *joined) {
    return key_of('s', joined->skeleton, joined->skeleton_length, SIZE_MAX);
}

/* ---- Likeness ---- */

static int same_text(const dsg_name_part *a, const dsg_name_part *b) {
    return a->text_length == b->text_length && memcmp(a->text, b->text, a->text_length) == 0;
}

/* Every error counts the more the shorter the word is in which it stands. */
static double likeness_of_sounds(const dsg_name_part *a, const dsg_name_part *b) {
    const dsg_weights *w = &dsg_weight_table;
    int both_common = a->class == DSG_CLASS_COMMON && b->class == DSG_CLASS_COMMON;
    const double steepness = both_common ? w->sound_error_of_common : w->sound_error;
    unsigned letters = a->sound_length > b->sound_length ? a->sound_length : b->sound_length;
    unsigned limit = (unsigned)((w->same_sound - w->least_sound) / steepness * DSG_SOUND_UNIT * letters);
    if (letters == 0) return 0;
    unsigned cost = dsg_sound_distance(a->sound, a->sound_length, b->sound, b->sound_length, limit);
    return cost > limit ? 0 : w->same_sound - steepness * cost / (DSG_SOUND_UNIT * letters);
}

static double likeness_typed(const dsg_name_part *a, const dsg_name_part *b) {
    enum { LAST = DSG_TYPED_LETTERS - 1 };
    size_t letters = a->text_length < b->text_length ? a->text_length : b->text_length;
    return dsg_weight_table.typed[letters < LAST ? letters : LAST];
}

/* Whether only the same text will do: a 3rd company is not a 2nd company, and a letter is not nearly another.
 * A particle may be misspelt, but then only into something that is no word of its own: a short one into a
 * short word (`bni` for `bin`), a long one into a long word (`hajij` for `hajji`); not `ali` for `al`. */
static int wants_same_text(const dsg_name_part *a, const dsg_name_part *b) {
    enum { SHORT = 3 };
    if (a->class == DSG_CLASS_NUMBER || b->class == DSG_CLASS_NUMBER) return 1;
    if (a->class == DSG_CLASS_INITIAL || b->class == DSG_CLASS_INITIAL) return 1;
    if (a->class == b->class || (dsg_part_is_telling(a) && dsg_part_is_telling(b))) return 0;
    if (!dsg_part_is_telling(a) && !dsg_part_is_telling(b)) return 1;
    const dsg_name_part *telling = dsg_part_is_telling(a) ? a : b;
    const dsg_name_part *other = telling == a ? b : a;
    if (other->class == DSG_CLASS_LEGAL) return telling->class != DSG_CLASS_PLAIN;
    if (telling->text_length <= SHORT)
        return telling->class != DSG_CLASS_PLAIN || other->text_length > SHORT + 1;
    return other->class == DSG_CLASS_PREFIX ? other->text_length < SHORT : other->text_length <= SHORT;
}

static int same_skeletons(const dsg_name_part *a, const dsg_name_part *b) {
    return a->skeleton_length == b->skeleton_length &&
           memcmp(a->skeleton, b->skeleton, a->skeleton_length) == 0;
}

/* As what a nickname stands for a name. */
static dsg_nickname_kind stands_for(const dsg_name_part *nickname, const dsg_name_part *name) {
    size_t count = 0;
    const dsg_nickname *rows = nickname->nickname ? dsg_nicknames_of(dsg_part_text(nickname), &count) : NULL;
    for (size_t i = 0; i < count && i < DSG_NICKNAME_NAMES; i++)
        if (dsg_text_is(dsg_part_text(name), rows[i].name)) return (dsg_nickname_kind)rows[i].kind;
    return DSG_NICKNAME_NONE;
}

/* Whether both are romanisations of one name that neither is itself. */
static int stand_for_one(const dsg_name_part *a, const dsg_name_part *b) {
    size_t a_count = 0;
    size_t b_count = 0;
    if (!a->nickname || !b->nickname) return 0;
    const dsg_nickname *a_rows = dsg_nicknames_of(dsg_part_text(a), &a_count);
    const dsg_nickname *b_rows = dsg_nicknames_of(dsg_part_text(b), &b_count);
    for (size_t i = 0; i < a_count; i++)
        for (size_t j = 0; j < b_count; j++)
            if (a_rows[i].kind == DSG_NICKNAME_ROMANISED && b_rows[j].kind == DSG_NICKNAME_ROMANISED &&
                strcmp(a_rows[i].name, b_rows[j].name) == 0)
                return 1;
    return 0;
}

static dsg_alike likeness_of_nicknames(const dsg_name_part *a, const dsg_name_part *b) {
    const dsg_alike none = {0, DSG_RULE_NONE};
    const dsg_alike familiar = {dsg_weight_table.familiar, DSG_RULE_NICKNAME};
    const dsg_alike romanised = {dsg_weight_table.romanised, DSG_RULE_SPELLING};
    if (!a->nickname && !b->nickname) return none;
    dsg_nickname_kind kind = stands_for(a, b);
    dsg_nickname_kind turned = stands_for(b, a);
    if (kind == DSG_NICKNAME_ROMANISED || turned == DSG_NICKNAME_ROMANISED || stand_for_one(a, b))
        return romanised;
    return kind == DSG_NICKNAME_FAMILIAR || turned == DSG_NICKNAME_FAMILIAR ? familiar : none;
}

dsg_alike dsg_likeness(const dsg_name_part *a, const dsg_name_part *b) {
    const dsg_alike none = {0, DSG_RULE_NONE};
    dsg_alike alike = none;
    /* A name that states its acronym is met by it as a whole. */
    if ((a->class == DSG_CLASS_ACRONYM) != (b->class == DSG_CLASS_ACRONYM)) return alike;
    if (same_text(a, b)) return (dsg_alike){1, DSG_RULE_SAME};
    if (wants_same_text(a, b)) return alike;
    if (a->syllable || b->syllable) {
        alike = likeness_of_nicknames(a, b);
        return alike.rule == DSG_RULE_SPELLING ? alike : none;
    }
    if (near_skeletons(a, b)) {
        alike = (dsg_alike){likeness_of_sounds(a, b), DSG_RULE_SPELLING};
        if (!same_skeletons(a, b)) alike.likeness *= dsg_weight_table.other_consonant;
    }
    if (one_error(a, b)) {
        double typed = likeness_typed(a, b);
        alike = (dsg_alike){typed > alike.likeness ? typed : alike.likeness, DSG_RULE_TYPING};
    }
    dsg_alike nickname = likeness_of_nicknames(a, b);
    if (nickname.likeness > alike.likeness) alike = nickname;
    return alike;
}

dsg_alike dsg_joined_likeness(const dsg_name_part *joined, const dsg_name_part *whole) {
    const dsg_alike none = {0, DSG_RULE_NONE};
    if (!dsg_part_is_telling(whole) || whole->class == DSG_CLASS_NUMBER) return none;
    if (!same_skeletons(joined, whole)) return none;
    if (joined->syllable && !same_text(joined, whole)) return none;
    double likeness = same_text(joined, whole) ? 1 : likeness_of_sounds(joined, whole);
    return (dsg_alike){likeness * dsg_weight_table.joined, DSG_RULE_JOINED};
}
