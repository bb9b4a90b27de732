#include "search/similar_parts.h"

#include "base/memory.h"

#include <string.h>

enum { FIRST_SLOTS = 1024 };

static desig_result grow(dsg_similar_parts *similar, size_t slot_count) {
    dsg_similar_slot *old = similar->slots;
    size_t old_count = similar->slot_count;
    dsg_similar_slot *slots = dsg_alloc(similar->allocator, slot_count * sizeof *slots);
    if (slots == NULL) return DESIG_E_NOMEM;
    memset(slots, 0, slot_count * sizeof *slots);
    similar->slots = slots;
    similar->slot_count = slot_count;
    for (size_t i = 0; i < old_count; i++)
        if (old[i].entry != 0) slots[dsg_similar_slot_of(similar, old[i].entry - 1)] = old[i];
    dsg_release(similar->allocator, old, old_count * sizeof *old);
    return DESIG_OK;
}

desig_result dsg_similar_open(dsg_similar_parts *similar, const dsg_dictionary *dictionary,
                              const desig_allocator *allocator) {
    memset(similar, 0, sizeof *similar);
    similar->dictionary = dictionary;
    similar->allocator = allocator;
    return grow(similar, FIRST_SLOTS);
}

void dsg_similar_free(dsg_similar_parts *similar) {
    dsg_release(similar->allocator, similar->slots, similar->slot_count * sizeof *similar->slots);
    dsg_release(similar->allocator, similar->entries, similar->capacity * sizeof *similar->entries);
    dsg_release(similar->allocator, similar->joined, similar->joined_capacity * sizeof *similar->joined);
}

static desig_result put(dsg_similar_parts *similar, size_t part, uint32_t entry) {
    if (similar->count * 2 >= similar->slot_count && grow(similar, similar->slot_count * 4) != DESIG_OK)
        return DESIG_E_NOMEM;
    dsg_similar_slot *slot = &similar->slots[dsg_similar_slot_of(similar, entry)];
    if (slot->parts >> part & 1U) return DESIG_OK;
    slot->entry = entry + 1;
    slot->parts |= UINT32_C(1) << part;
    uint32_t *entries =
        dsg_grow(similar->allocator, similar->entries, sizeof *entries, similar->count, &similar->capacity);
    if (entries == NULL) return DESIG_E_NOMEM;
    similar->entries = entries;
    entries[similar->count++] = entry;
    return DESIG_OK;
}

static desig_result put_joined(dsg_similar_parts *similar, size_t part, uint32_t entry) {
    dsg_similar_joined *joined = dsg_grow(similar->allocator, similar->joined, sizeof *joined,
                                          similar->joined_count, &similar->joined_capacity);
    if (joined == NULL) return DESIG_E_NOMEM;
    similar->joined = joined;
    joined[similar->joined_count++] = (dsg_similar_joined){entry, (uint32_t)part};
    return put(similar, part, entry);
}

static desig_result find_single(dsg_similar_parts *similar, const dsg_name_parts *query, size_t part) {
    uint32_t keys[DSG_PART_KEYS];
    desig_result result = DESIG_OK;
    size_t key_count = dsg_part_keys(&query->part[part], keys);
    for (size_t k = 0; k < key_count; k++) {
        size_t count = 0;
        const uint32_t *entries = dsg_dictionary_find(similar->dictionary, keys[k], query->family, &count);
        for (size_t i = 0; i < count && result == DESIG_OK; i++)
            if (dsg_dictionary_family(similar->dictionary, entries[i]) == query->family)
                result = put(similar, part, entries[i]);
    }
    return result;
}

/* What is similar to the parts from `first` on written as one, for one of them. */
static desig_result find_joined(dsg_similar_parts *similar, const dsg_name_parts *query, size_t first,
                                size_t part) {
    dsg_part_room room;
    dsg_name_part joined;
    desig_result result = DESIG_OK;
    size_t span = dsg_part_join(query->part + first, query->count - first, &room, &joined);
    if (first + span <= part) return DESIG_OK;
    size_t count = 0;
    const uint32_t *entries =
        dsg_dictionary_find(similar->dictionary, dsg_joined_key(&joined), query->family, &count);
    for (size_t i = 0; i < count && result == DESIG_OK; i++) {
        dsg_name_part whole;
        if (dsg_dictionary_family(similar->dictionary, entries[i]) != query->family) continue;
        dsg_dictionary_get(similar->dictionary, entries[i], &whole);
        if (dsg_joined_likeness(&joined, &whole).likeness > 0) result = put_joined(similar, part, entries[i]);
    }
    return result;
}

desig_result dsg_similar_find(dsg_similar_parts *similar, const dsg_name_parts *query) {
    enum { LONGEST_SPAN = 3 };
    desig_result result = DESIG_OK;
    memset(similar->slots, 0, similar->slot_count * sizeof *similar->slots);
    similar->count = 0;
    similar->joined_count = 0;
    for (size_t part = 0; part < query->count && result == DESIG_OK; part++) {
        similar->starts[part] = similar->count;
        result = find_single(similar, query, part);
        for (size_t back = 0; back < LONGEST_SPAN && back <= part && result == DESIG_OK; back++)
            result = find_joined(similar, query, part - back, part);
    }
    similar->starts[query->count] = similar->count;
    return result;
}

int dsg_similar_is_joined(const dsg_similar_parts *similar, size_t part, uint32_t entry) {
    for (size_t i = 0; i < similar->joined_count; i++)
        if (similar->joined[i].part == part && similar->joined[i].entry == entry) return 1;
    return 0;
}
