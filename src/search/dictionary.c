#include "search/dictionary.h"

#include "base/hash.h"
#include "base/memory.h"

#include <string.h>

/* class_and_family: the class, the family, whether it is a nickname, and whether a name with beginnings has
 * it. */
enum { FAMILY_SHIFT = 4, FAMILIES = 3, NICKNAME = 1 << 6, BESIDE_BEGINNINGS = 1 << 7 };

static uint8_t class_and_family(const dsg_name_part *part, dsg_name_family family) {
    return (uint8_t)(part->class | (unsigned)family << FAMILY_SHIFT | (part->nickname ? NICKNAME : 0U));
}

static uint32_t text_hash(const char *text, size_t length, dsg_name_family family) {
    return (uint32_t)(dsg_hash(text, length) * (2 * (unsigned)family + 1) >> 32);
}

dsg_name_family dsg_dictionary_family(const dsg_dictionary *dictionary, uint32_t entry) {
    return (dsg_name_family)(dictionary->entries[entry].class_and_family >> FAMILY_SHIFT & FAMILIES);
}

void dsg_dictionary_get(const dsg_dictionary *dictionary, uint32_t entry, dsg_name_part *out) {
    const dsg_entry *e = &dictionary->entries[entry];
    out->text = dictionary->letters + e->letters;
    out->sound = out->text + e->text_length;
    out->skeleton = out->sound + e->sound_length;
    out->text_length = e->text_length;
    out->sound_length = e->sound_length;
    out->skeleton_length = e->skeleton_length;
    out->class = e->class_and_family & ((1U << FAMILY_SHIFT) - 1);
    out->nickname = (e->class_and_family & NICKNAME) != 0;
    out->cut = 0;
    out->weight = dsg_part_weight(out, dsg_dictionary_family(dictionary, entry));
}

void dsg_dictionary_mark(dsg_dictionary *dictionary, uint32_t entry) {
    dictionary->entries[entry].class_and_family |= BESIDE_BEGINNINGS;
}

int dsg_dictionary_is_marked(const dsg_dictionary *dictionary, uint32_t entry) {
    return (dictionary->entries[entry].class_and_family & BESIDE_BEGINNINGS) != 0;
}

/* ---- Building ---- */

static size_t slot_of(const dsg_dictionary *dictionary, const dsg_name_part *part, dsg_name_family family) {
    size_t mask = dictionary->slot_count - 1;
    size_t at = text_hash(part->text, part->text_length, family) & mask;
    for (; dictionary->slots[at] != 0; at = (at + 1) & mask) {
        uint32_t number = dictionary->slots[at] - 1;
        const dsg_entry *e = &dictionary->entries[number];
        if (e->text_length == part->text_length &&
            (e->class_and_family & ~BESIDE_BEGINNINGS) == class_and_family(part, family) &&
            memcmp(dictionary->letters + e->letters, part->text, part->text_length) == 0)
            break;
    }
    return at;
}

static int grow_slots(dsg_dictionary *dictionary, const desig_allocator *allocator) {
    if (dictionary->count * 2 < dictionary->slot_count) return 1;
    size_t old_count = dictionary->slot_count;
    size_t count = old_count ? old_count * 2 : 64;
    uint32_t *slots = dsg_alloc(allocator, count * sizeof *slots);
    if (slots == NULL) return 0;
    memset(slots, 0, count * sizeof *slots);
    dsg_release(allocator, dictionary->slots, old_count * sizeof *slots);
    dictionary->slots = slots;
    dictionary->slot_count = count;
    for (uint32_t i = 0; i < dictionary->count; i++) {
        const dsg_entry *e = &dictionary->entries[i];
        size_t at = text_hash(dictionary->letters + e->letters, e->text_length,
                              dsg_dictionary_family(dictionary, i)) &
                    (count - 1);
        while (slots[at] != 0) at = (at + 1) & (count - 1);
        slots[at] = i + 1;
    }
    return 1;
}

static int grow_letters(dsg_dictionary *dictionary, const desig_allocator *allocator, size_t more) {
    while (dictionary->letters_length + more > dictionary->letters_capacity) {
        char *grown = dsg_grow(allocator, dictionary->letters, 1, dictionary->letters_capacity,
                               &dictionary->letters_capacity);
        if (grown == NULL) return 0;
        dictionary->letters = grown;
    }
    return dictionary->letters_length + more <= UINT32_MAX;
}

static void append_letters(dsg_dictionary *dictionary, const char *letters, size_t length) {
    memcpy(dictionary->letters + dictionary->letters_length, letters, length);
    dictionary->letters_length += length;
}

uint32_t dsg_dictionary_add(dsg_dictionary *dictionary, const desig_allocator *allocator,
                            const dsg_name_part *part, dsg_name_family family) {
    size_t more = (size_t)part->text_length + part->sound_length + part->skeleton_length;
    if (!grow_slots(dictionary, allocator)) return UINT32_MAX;
    size_t slot = slot_of(dictionary, part, family);
    if (dictionary->slots[slot] != 0) return dictionary->slots[slot] - 1;
    dsg_entry *entries =
        dsg_grow(allocator, dictionary->entries, sizeof *entries, dictionary->count, &dictionary->capacity);
    if (entries == NULL) return UINT32_MAX;
    dictionary->entries = entries;
    if (dictionary->count >= UINT32_MAX - 1 || !grow_letters(dictionary, allocator, more)) return UINT32_MAX;
    entries[dictionary->count] = (dsg_entry){
        .letters = (uint32_t)dictionary->letters_length,
        .text_length = part->text_length,
        .sound_length = part->sound_length,
        .skeleton_length = part->skeleton_length,
        .class_and_family = class_and_family(part, family),
    };
    append_letters(dictionary, part->text, part->text_length);
    append_letters(dictionary, part->sound, part->sound_length);
    append_letters(dictionary, part->skeleton, part->skeleton_length);
    dictionary->slots[slot] = (uint32_t)++dictionary->count;
    return (uint32_t)dictionary->count - 1;
}

static size_t bucket_of(const dsg_dictionary *dictionary, uint32_t key, dsg_name_family family) {
    return dsg_postings_bucket(&dictionary->by_key, key ^ (uint32_t)family * UINT32_C(2654435769));
}

static void put_keys(dsg_dictionary *dictionary) {
    for (uint32_t i = 0; i < dictionary->count; i++) {
        uint32_t keys[DSG_PART_KEYS];
        dsg_name_part part;
        dsg_dictionary_get(dictionary, i, &part);
        size_t count = dsg_part_keys(&part, keys);
        for (size_t k = 0; k < count; k++)
            dsg_postings_put(&dictionary->by_key,
                             bucket_of(dictionary, keys[k], dsg_dictionary_family(dictionary, i)), i);
    }
}

desig_result dsg_dictionary_finish(dsg_dictionary *dictionary, const desig_allocator *allocator) {
    enum { USUAL_KEYS = 8 };
    dsg_release(allocator, dictionary->slots, dictionary->slot_count * sizeof *dictionary->slots);
    dictionary->slots = NULL;
    dictionary->slot_count = 0;
    desig_result result = dsg_postings_open(&dictionary->by_key, allocator,
                                            dsg_postings_buckets_for(dictionary->count * USUAL_KEYS));
    if (result != DESIG_OK) return result;
    put_keys(dictionary);
    result = dsg_postings_counted(&dictionary->by_key, allocator);
    if (result == DESIG_OK) put_keys(dictionary);
    return result;
}

void dsg_dictionary_free(dsg_dictionary *dictionary, const desig_allocator *allocator) {
    dsg_release(allocator, dictionary->entries, dictionary->capacity * sizeof *dictionary->entries);
    dsg_release(allocator, dictionary->letters, dictionary->letters_capacity);
    dsg_release(allocator, dictionary->slots, dictionary->slot_count * sizeof *dictionary->slots);
    dsg_postings_free(&dictionary->by_key, allocator);
}

const uint32_t *dsg_dictionary_find(const dsg_dictionary *dictionary, uint32_t key, dsg_name_family family,
                                    size_t *count) {
    return dsg_postings_get(&dictionary->by_key, bucket_of(dictionary, key, family), count);
}
