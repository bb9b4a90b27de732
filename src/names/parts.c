#include "names/parts.h"

#include "base/ascii.h"

#include <string.h>

dsg_name_family dsg_family_of(unsigned kind) {
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
    [DSG_CLASS_ACRONYM] = {0.1, 0.1},
};

static int text_is(const dsg_name_part *part, const char *word) {
    size_t length = strlen(word);
    return part->text_length == length && memcmp(part->text, word, length) == 0;
}

static int ends_with(const dsg_name_part *part, const char *ending) {
    size_t length = strlen(ending);
    return part->text_length > length + 1 &&
           memcmp(part->text + part->text_length - length, ending, length) == 0;
}

int dsg_part_compare_text(const dsg_name_part *part, const char *text) {
    int order = strncmp(part->text, text, part->text_length);
    return order == 0 && text[part->text_length] != '\0' ? -1 : order;
}

const dsg_word *dsg_word_find(const dsg_name_part *part, dsg_name_family family) {
    size_t low = 0;
    size_t high = dsg_word_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (dsg_part_compare_text(part, dsg_words[middle].text) > 0) {
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

static int is_common_name(const dsg_name_part *part) {
    size_t low = 0;
    size_t high = dsg_common_name_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = dsg_part_compare_text(part, dsg_common_names[middle]);
        if (order == 0) return 1;
        if (order > 0) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return 0;
}

static int is_patronymic(const dsg_name_part *part) {
    static const char *const endings[] = {"ovich", "evich", "ovych", "evych", "ovna",
                                          "evna",  "ivna",  "yich",  "vits"};
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
        if (ends_with(part, endings[i])) return 1;
    return 0;
}

static int is_number(const dsg_name_part *part) {
    return part->text_length > 0 && dsg_is_digit(part->text[0]);
}

static unsigned class_of(const dsg_name_part *part, dsg_name_family family) {
    if (is_number(part)) return DSG_CLASS_NUMBER;
    const dsg_word *word = dsg_word_find(part, family);
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

double dsg_part_weight(const dsg_name_part *part, dsg_name_family family) {
    const struct weights *weights = &class_weights[part->class];
    double weight = family == DSG_FAMILY_THING ? weights->thing : weights->person;
    return part->class == DSG_CLASS_PLAIN ? weight * length_weight(part->sound_length) : weight;
}

int dsg_part_is_telling(const dsg_name_part *part) {
    return part->class <= DSG_CLASS_NUMBER;
}

/* ---- Spelling ---- */

void dsg_part_spell(dsg_name_part *part, dsg_part_room *room, size_t length, dsg_name_family family) {
    part->text = room->text;
    part->sound = room->sound;
    part->skeleton = room->skeleton;
    part->text_length = (uint8_t)length;
    part->sound_length = (uint8_t)dsg_sound(room->text, length, room->sound);
    part->skeleton_length = (uint8_t)dsg_skeleton(room->sound, part->sound_length, room->skeleton);
    part->class = (uint8_t)class_of(part, family);
    part->weight = dsg_part_weight(part, family);
    size_t count = 0;
    part->nickname = (family & DSG_FAMILY_PERSON) && dsg_nicknames_of(part, &count) != NULL;
    part->cut = 0;
}

/* ---- Joining ---- */

static int can_be_joined(const dsg_name_part *part) {
    return part->class != DSG_CLASS_LEGAL && part->class != DSG_CLASS_INITIAL &&
           part->class != DSG_CLASS_NUMBER;
}

/* An article between two words is not heard when they are written as one: `saif al-din`, `saifuddin`. */
static int is_article(const dsg_name_part *part) {
    static const char *const articles[] = {
        "al", "el", "ul", "ol", "il", "ar", "ur", "er",  "as",  "us",  "es",  "ad",  "ud", "ed", "an", "un",
        "en", "at", "ut", "et", "az", "uz", "ez", "ash", "ush", "esh", "ath", "adh", "or", "os", "od", "on"};
    if (part->class != DSG_CLASS_PARTICLE) return 0;
    for (size_t i = 0; i < sizeof articles / sizeof *articles; i++)
        if (text_is(part, articles[i])) return 1;
    return 0;
}

size_t dsg_part_join(const dsg_name_part *parts, size_t count, dsg_part_room *room, dsg_name_part *out) {
    size_t span = count > 2 && is_article(&parts[1]) ? 3 : 2;
    if (count < 2) return 0;
    const dsg_name_part *first = &parts[0];
    const dsg_name_part *last = &parts[span - 1];
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
    out->nickname = 0;
    out->cut = 0;
    out->weight = 0;
    for (size_t i = 0; i < span; i++) out->weight += parts[i].weight;
    return span;
}
