#include "search/parts.h"

#include "base/ascii.h"

#include <string.h>

dsg_family dsg_family_of(unsigned kind) {
    switch (kind) {
    case DESIG_KIND_INDIVIDUAL:
        return DSG_FAMILY_PERSON;
    case DESIG_KIND_GROUP:
    case DESIG_KIND_VESSEL:
    case DESIG_KIND_AIRCRAFT:
        return DSG_FAMILY_THING;
    default:
        return DSG_FAMILY_ANY;
    }
}

/* ---- Classes and weights ---- */

/* What a part of each class says about whose name it is, beside a plain part of five letters. */
static const struct weights {
    double person, thing;
} class_weights[DSG_CLASSES] = {
    [DSG_CLASS_PLAIN] = {1.0, 1.0},      [DSG_CLASS_COMMON] = {0.5, 0.25},
    [DSG_CLASS_FREQUENT] = {0.6, 0.55},  [DSG_CLASS_PATRONYMIC] = {0.15, 0.3},
    [DSG_CLASS_PREFIX] = {0.2, 0.3},     [DSG_CLASS_PARTICLE] = {0.06, 0.05},
    [DSG_CLASS_HONORIFIC] = {0.12, 0.2}, [DSG_CLASS_LEGAL] = {0.04, 0.04},
    [DSG_CLASS_INITIAL] = {0.2, 0.3},    [DSG_CLASS_NUMBER] = {0.5, 0.8},
};

static int text_is(const dsg_part *part, const char *word) {
    size_t length = strlen(word);
    return part->text_length == length && memcmp(part->text, word, length) == 0;
}

static int ends_with(const dsg_part *part, const char *ending) {
    size_t length = strlen(ending);
    return part->text_length > length + 1 &&
           memcmp(part->text + part->text_length - length, ending, length) == 0;
}

static int compare_word(const dsg_part *part, const char *word) {
    size_t length = strlen(word);
    int order = memcmp(part->text, word, length < part->text_length ? length : part->text_length);
    return order != 0 ? order : (part->text_length > length) - (part->text_length < length);
}

static const dsg_word *find_word(const dsg_part *part, dsg_family family) {
    size_t low = 0;
    size_t high = dsg_word_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (compare_word(part, dsg_words[middle].text) > 0) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    /* Of two classes of one word, an unknown kind gets the first. */
    for (; low < dsg_word_count && text_is(part, dsg_words[low].text); low++)
        if (dsg_words[low].families & (unsigned)family) return &dsg_words[low];
    return NULL;
}

static int is_common_name(const dsg_part *part) {
    size_t low = 0;
    size_t high = dsg_common_name_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = compare_word(part, dsg_common_names[middle]);
        if (order == 0) return 1;
        if (order > 0) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return 0;
}

static int is_patronymic(const dsg_part *part) {
    static const char *const endings[] = {"ovich", "evich", "ovych", "evych", "ovna",
                                          "evna",  "ivna",  "yich",  "vits"};
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
        if (ends_with(part, endings[i])) return 1;
    return 0;
}

static int is_number(const dsg_part *part) {
    return part->text_length > 0 && dsg_is_digit(part->text[0]);
}

static unsigned class_of(const dsg_part *part, dsg_family family) {
    if (is_number(part)) return DSG_CLASS_NUMBER;
    const dsg_word *word = find_word(part, family);
    if (word) return word->class;
    if (part->text_length == 1) return DSG_CLASS_INITIAL;
    if ((family & DSG_FAMILY_PERSON) && is_common_name(part)) return DSG_CLASS_COMMON;
    if ((family & DSG_FAMILY_PERSON) && is_patronymic(part)) return DSG_CLASS_PATRONYMIC;
    return DSG_CLASS_PLAIN;
}

/* The longer a part, the less likely two parties share it by chance. */
static double length_weight(size_t letters) {
    static const double by_letters[] = {0.3, 0.3, 0.6, 0.8, 0.9, 1.0, 1.05, 1.1, 1.15, 1.2};
    size_t last = sizeof by_letters / sizeof *by_letters - 1;
    return by_letters[letters < last ? letters : last];
}

double dsg_part_weight(const dsg_part *part, dsg_family family) {
    const struct weights *weights = &class_weights[part->class];
    double weight = family == DSG_FAMILY_THING ? weights->thing : weights->person;
    return part->class == DSG_CLASS_PLAIN ? weight * length_weight(part->sound_length) : weight;
}

int dsg_part_is_telling(const dsg_part *part) {
    return part->class <= DSG_CLASS_NUMBER;
}

/* ---- Splitting ---- */

static void part_spell(dsg_part *part, dsg_part_room *room, size_t length) {
    part->text = room->text;
    part->sound = room->sound;
    part->skeleton = room->skeleton;
    part->text_length = (uint8_t)length;
    part->sound_length = (uint8_t)dsg_sound(room->text, length, room->sound);
    part->skeleton_length = (uint8_t)dsg_skeleton(room->sound, part->sound_length, room->skeleton);
}

static void part_classify(dsg_part *part, dsg_family family) {
    part->class = (uint8_t)class_of(part, family);
    part->weight = dsg_part_weight(part, family);
}

/* Append to a text of `length` bytes as much as there is room for, in whole letters. */
static size_t append(char text[DSG_PART_BYTES], size_t length, const char *more, size_t more_length) {
    size_t room = DSG_PART_BYTES - length;
    if (more_length > room) {
        more_length = room;
        while (more_length > 0 && ((unsigned char)more[more_length] & 0xC0U) == 0x80U) more_length--;
    }
    memcpy(text + length, more, more_length);
    return length + more_length;
}

typedef struct word_span {
    const char *text;
    size_t length;
} word_span;

static int span_is(const word_span *span, const char *word) {
    size_t i = 0;
    while (i < span->length && word[i] == span->text[i]) i++;
    return i == span->length && word[i] == '\0';
}

static int span_in(const word_span *span, const char *const *words, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (span_is(span, words[i])) return 1;
    return 0;
}

#define IN(span, words) span_in(span, words, sizeof(words) / sizeof *(words))

static int is_letter(const word_span *span) {
    return span->length == 1 && !dsg_is_digit(*span->text);
}

/* How many of these letters, at least two, are together a legal form: the most that are. */
static size_t letters_of_form(const word_span *span, size_t letters) {
    char text[DSG_PART_BYTES];
    dsg_part part = {.text = text};
    size_t form = 0;
    for (size_t i = 0; i < letters && i < sizeof text; i++) {
        text[i] = *span[i].text;
        part.text_length = (uint8_t)(i + 1);
        const dsg_word *word = i > 0 ? find_word(&part, DSG_FAMILY_THING) : NULL;
        if (word && word->class == DSG_CLASS_LEGAL) form = i + 1;
    }
    return form;
}

/* `l l c`, `v p`: letters that full stops parted. Of a longer row, `s a c v`, each legal form is a part. */
static size_t take_letters(const word_span *span, size_t left, dsg_part_room *room, size_t *length) {
    enum { SHORT_ROW = 3 };
    size_t letters = 0;
    while (letters < left && is_letter(&span[letters])) letters++;
    size_t taken = letters_of_form(span, letters);
    if (taken == 0) {
        taken = letters > SHORT_ROW ? 1 : letters;
        while (taken < letters && letters_of_form(span + taken, letters - taken) == 0) taken++;
    }
    if (taken < 2) return 0;
    *length = 0;
    for (size_t i = 0; i < taken; i++) *length = append(room->text, *length, span[i].text, 1);
    return taken;
}

/* `3rd` is `3`. */
static size_t without_ordinal(const word_span *span) {
    static const char *const endings[] = {"st", "nd", "rd", "th"};
    size_t digits = 0;
    while (digits < span->length && dsg_is_digit(span->text[digits])) digits++;
    const word_span ending = {span->text + digits, span->length - digits};
    return digits > 0 && IN(&ending, endings) ? digits : span->length;
}

static size_t take_part(const word_span *span, size_t left, dsg_family family, dsg_part_room *room,
                        size_t *length) {
    size_t taken = family == DSG_FAMILY_THING ? take_letters(span, left, room, length) : 0;
    if (taken) return taken;
    *length = append(room->text, 0, span->text, without_ordinal(span));
    return 1;
}

static size_t find_spans(const dsg_folded *folded, word_span *spans, size_t capacity) {
    size_t count = 0;
    for (size_t at = 0; at < folded->length && count < capacity;) {
        const char *start = folded->text + at;
        const char *space = memchr(start, ' ', folded->length - at);
        size_t length = space ? (size_t)(space - start) : folded->length - at;
        spans[count++] = (word_span){start, length};
        at += length + 1;
    }
    return count;
}

void dsg_parts_split(const char *name, dsg_family family, dsg_parts *out) {
    enum { SPANS = 2 * DSG_NAME_PARTS };
    word_span spans[SPANS];
    dsg_fold(name, &out->folded);
    if (family == DSG_FAMILY_PERSON) dsg_fold_turn(&out->folded);
    out->family = family;
    out->count = 0;
    size_t count = find_spans(&out->folded, spans, SPANS);
    for (size_t at = 0; at < count && out->count < DSG_NAME_PARTS; out->count++) {
        dsg_part_room *room = &out->room[out->count];
        size_t length = 0;
        at += take_part(spans + at, count - at, family, room, &length);
        part_spell(&out->part[out->count], room, length);
        part_classify(&out->part[out->count], family);
    }
}

/* ---- Joining ---- */

static int can_be_joined(const dsg_part *part) {
    return part->class != DSG_CLASS_LEGAL && part->class != DSG_CLASS_INITIAL &&
           part->class != DSG_CLASS_NUMBER;
}

/* An article between two words is not heard when they are written as one: `saif al-din`, `saifuddin`. */
static int is_article(const dsg_part *part) {
    static const char *const articles[] = {
        "al", "el", "ul", "ol", "il", "ar", "ur", "er",  "as",  "us",  "es",  "ad",  "ud", "ed", "an", "un",
        "en", "at", "ut", "et", "az", "uz", "ez", "ash", "ush", "esh", "ath", "adh", "or", "os", "od", "on"};
    if (part->class != DSG_CLASS_PARTICLE) return 0;
    for (size_t i = 0; i < sizeof articles / sizeof *articles; i++)
        if (text_is(part, articles[i])) return 1;
    return 0;
}

size_t dsg_part_join(const dsg_part *parts, size_t count, dsg_part_room *room, dsg_part *out) {
    size_t span = count > 2 && is_article(&parts[1]) ? 3 : 2;
    if (count < 2) return 0;
    const dsg_part *first = &parts[0];
    const dsg_part *last = &parts[span - 1];
    size_t length = (size_t)first->text_length + last->text_length;
    if (!can_be_joined(first) || !can_be_joined(last)) return 0;
    if (length < 4 || length > DSG_PART_BYTES) return 0;
    memcpy(room->text, first->text, first->text_length);
    memcpy(room->text + first->text_length, last->text, last->text_length);
    memcpy(room->sound, first->sound, first->sound_length);
    size_t sounds = first->sound_length;
    for (size_t i = 0; i < last->sound_length && sounds < DSG_SOUND_LETTERS; i++)
        if (sounds == 0 || room->sound[sounds - 1] != last->sound[i]) room->sound[sounds++] = last->sound[i];
    out->text = room->text;
    out->sound = room->sound;
    out->skeleton = room->skeleton;
    out->text_length = (uint8_t)length;
    out->sound_length = (uint8_t)sounds;
    out->skeleton_length = (uint8_t)dsg_skeleton(room->sound, sounds, room->skeleton);
    out->class = DSG_CLASS_PLAIN;
    out->weight = 0;
    for (size_t i = 0; i < span; i++) out->weight += parts[i].weight;
    return span;
}
