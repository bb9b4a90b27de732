#include "names/parts.h"

#include "base/ascii.h"
#include "names/weights.h"

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

dsg_text dsg_part_text(const dsg_name_part *part) {
    return (dsg_text){part->text, part->text_length};
}

static unsigned class_of(const dsg_name_part *part, dsg_name_family family) {
    const dsg_text text = dsg_part_text(part);
    if (text.length > 0 && dsg_is_digit(text.text[0])) return DSG_CLASS_NUMBER;
    const dsg_word *word = dsg_word_find(text, family);
    if (word) return word->class;
    if (text.length == 1) return DSG_CLASS_INITIAL;
    if ((family & DSG_FAMILY_PERSON) && dsg_word_is_common_name(text)) return DSG_CLASS_COMMON;
    if ((family & DSG_FAMILY_PERSON) && dsg_word_is_patronymic(text)) return DSG_CLASS_PATRONYMIC;
    return DSG_CLASS_PLAIN;
}

double dsg_part_weight(const dsg_name_part *part, dsg_name_family family) {
    enum { LAST = DSG_LENGTH_WEIGHTS - 1 };
    double weight = dsg_weights_of(family)->of_class[part->class];
    size_t letters = part->sound_length < LAST ? part->sound_length : LAST;
    return part->class == DSG_CLASS_PLAIN ? weight * dsg_weight_table.of_length[letters] : weight;
}

double dsg_parts_weight(const dsg_name_part *parts, size_t count) {
    double weight = 0;
    for (size_t i = 0; i < count; i++) weight += parts[i].weight;
    return weight;
}

int dsg_part_is_telling(const dsg_name_part *part) {
    return part->class <= DSG_CLASS_NUMBER;
}

/* ---- Spelling ---- */

/* How much of a text there is room for, in whole letters. */
static size_t fitting(dsg_text text) {
    size_t length = text.length < DSG_PART_BYTES ? text.length : DSG_PART_BYTES;
    while (length < text.length && length > 0 && ((unsigned char)text.text[length] & 0xC0U) == 0x80U)
        length--;
    return length;
}

void dsg_part_spell(dsg_name_part *part, dsg_part_room *room, dsg_text text, dsg_name_family family) {
    size_t length = fitting(text);
    memcpy(room->text, text.text, length);
    part->text = room->text;
    part->sound = room->sound;
    part->skeleton = room->skeleton;
    part->text_length = (uint8_t)length;
    part->sound_length = (uint8_t)dsg_sound(room->text, length, room->sound);
    part->skeleton_length = (uint8_t)dsg_skeleton(room->sound, part->sound_length, room->skeleton);
    part->class = (uint8_t)class_of(part, family);
    part->weight = dsg_part_weight(part, family);
    size_t count = 0;
    part->nickname = (family & DSG_FAMILY_PERSON) && dsg_nicknames_of(dsg_part_text(part), &count);
    part->syllable = 0;
    part->cut = 0;
}

/* ---- Joining ---- */

static int can_be_joined(const dsg_name_part *part) {
    return part->class != DSG_CLASS_LEGAL && part->class != DSG_CLASS_INITIAL &&
           part->class != DSG_CLASS_NUMBER;
}

/* Join two parts that can be: the text and sound of the first, then those of the last. */
static void spell_joined(const dsg_name_part *first, const dsg_name_part *last, dsg_part_room *room,
                         dsg_name_part *out) {
    memcpy(room->text, first->text, first->text_length);
    memcpy(room->text + first->text_length, last->text, last->text_length);
    memcpy(room->sound, first->sound, first->sound_length);
    size_t sounds = first->sound_length;
    for (size_t i = 0; i < last->sound_length && sounds < DSG_SOUND_LETTERS; i++)
        if (sounds == 0 || room->sound[sounds - 1] != last->sound[i]) room->sound[sounds++] = last->sound[i];
    *out = (dsg_name_part){.text = room->text,
                           .sound = room->sound,
                           .skeleton = room->skeleton,
                           .text_length = (uint8_t)(first->text_length + last->text_length),
                           .sound_length = (uint8_t)sounds,
                           .class = DSG_CLASS_PLAIN,
                           .syllable = first->syllable || last->syllable};
    out->skeleton_length = (uint8_t)dsg_skeleton(room->sound, sounds, room->skeleton);
}

size_t dsg_part_join(const dsg_name_part *parts, size_t count, dsg_part_room *room, dsg_name_part *out) {
    enum { LEAST = 4 };
    if (count < 2) return 0;
    int over_article =
        count > 2 && parts[1].class == DSG_CLASS_PARTICLE && dsg_word_is_article(dsg_part_text(&parts[1]));
    size_t span = over_article ? 3 : 2;
    const dsg_name_part *first = &parts[0];
    const dsg_name_part *last = &parts[span - 1];
    size_t length = (size_t)first->text_length + last->text_length;
    if (!can_be_joined(first) || !can_be_joined(last)) return 0;
    if (length < LEAST || length > DSG_PART_BYTES) return 0;
    spell_joined(first, last, room, out);
    out->weight = dsg_parts_weight(parts, span);
    return span;
}
