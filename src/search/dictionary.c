#include "search/dictionary.h"

#include "base/memory.h"

#include <string.h>

/* class_and_family: the class, the family, whether it is a nickname, and whether a name with beginnings has
 * it. */
enum { SYLLABLE = 1 << 7 }; /* in skeleton_length */
enum { FAMILY_SHIFT = 4, FAMILIES = 3, NICKNAME = 1 << 6, BESIDE_BEGINNINGS = 1 << 7 };

static uint8_t class_and_family(const dsg_name_part *part, dsg_name_family family) {
    return (uint8_t)(part->class | (unsigned)family << FAMILY_SHIFT | (part->nickname ? NICKNAME : 0U));
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
    out->skeleton_length = e->skeleton_length & ~SYLLABLE & UINT8_MAX;
    out->syllable = (e->skeleton_length & SYLLABLE) != 0;
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

static uint32_t hash_of(const dsg_dictionary *dictionary, const dsg_name_part *part, dsg_name_family family) {
    return dsg_table_hash(&dictionary->by_text, part->text, part->text_length) ^ (uint32_t)family;
}

static uint32_t find(const dsg_dictionary *dictionary, uint32_t hash, const dsg_name_part *part,
                     dsg_name_family family) {
    size_t at = hash;
    uint32_t item;
    while ((item = dsg_table_seek(&dictionary->by_text, hash, &at)) != DSG_TABLE_END) {
        const dsg_entry *e = &dictionary->entries[item];
        if (e->text_length == part->text_length &&
            (e->class_and_family & ~BESIDE_BEGINNINGS) == class_and_family(part, family) &&
            ((e->skeleton_length & SYLLABLE) != 0) == part->syllable &&
            memcmp(dictionary->letters + e->letters, part->text, part->text_length) == 0)
            break;
    }
    return item;
}

static int grow_letters(dsg_dictionary *dictionary, const desig_allocator *allocator, size_t more) {
    while (dictionary->letters_length + more > dictionary->letters_capacity) {
        char *grown = dsg_grow(allocator, dictionary->letters, 1, dictionary->letters_capacity,
                               &dictionary->letters_capacity);
        if (!grown) return 0;
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
    if (!dictionary->by_text.allocator) dsg_table_init(&dictionary->by_text, allocator);
    uint32_t hash = hash_of(dictionary, part, family);
    uint32_t found = find(dictionary, hash, part, family);
    if (found != DSG_TABLE_END) return found;
    dsg_entry *entries =
        dsg_grow(allocator, dictionary->entries, sizeof *entries, dictionary->count, &dictionary->capacity);
    if (!entries) return UINT32_MAX;
    dictionary->entries = entries;
    if (dsg_table_reserve(&dictionary->by_text, 1) != DESIG_OK) return UINT32_MAX;
    if (dictionary->count >= UINT32_MAX - 1 || !grow_letters(dictionary, allocator, more)) return UINT32_MAX;
    entries[dictionary->count] = (dsg_entry){
        .letters = (uint32_t)dictionary->letters_length,
        .text_length = part->text_length,
        .sound_length = part->sound_length,
        .skeleton_length = (uint8_t)(part->skeleton_length | (part->syllable ? SYLLABLE : 0)),
        .class_and_family = class_and_family(part, family),
    };
    append_letters(dictionary, part->text, part->text_length);
    append_letters(dictionary, part->sound, part->sound_length);
    append_letters(dictionary, part->skeleton, part->skeleton_length);
    dsg_table_put(&dictionary->by_text, hash, (uint32_t)dictionary->count);
    return (uint32_t)dictionary->count++;
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
    if (dictionary->by_text.allocator) dsg_table_free(&dictionary->by_text);
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
    if (dictionary->by_text.allocator) dsg_table_free(&dictionary->by_text);
    dsg_postings_free(&dictionary->by_key, allocator);
}

const uint32_t *dsg_dictionary_find(const dsg_dictionary *dictionary, uint32_t key, dsg_name_family family,
                                    size_t *count) {
    return dsg_postings_get(&dictionary->by_key, bucket_of(dictionary, key, family), count);
}
