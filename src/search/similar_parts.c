#include "search/similar_parts.h"

#include "base/memory.h"

#include <string.h>

enum { FIRST_SLOTS = 1024 };

static desig_result grow(dsg_similar_parts *kin, size_t slot_count) {
    dsg_similar_slot *old = kin->slots;
    size_t old_count = kin->slot_count;
    dsg_similar_slot *slots = dsg_alloc(kin->allocator, slot_count * sizeof *slots);
    if (slots == NULL) return DESIG_E_NOMEM;
    memset(slots, 0, slot_count * sizeof *slots);
    kin->slots = slots;
    kin->slot_count = slot_count;
    for (size_t i = 0; i < old_count; i++)
        if (old[i].entry != 0) slots[dsg_similar_slot_of(kin, old[i].entry - 1)] = old[i];
    dsg_release(kin->allocator, old, old_count * sizeof *old);
    return DESIG_OK;
}

desig_result dsg_similar_open(dsg_similar_parts *kin, const dsg_dictionary *dictionary,
                              const desig_allocator *allocator) {
    memset(kin, 0, sizeof *kin);
    kin->dictionary = dictionary;
    kin->allocator = allocator;
    return grow(kin, FIRST_SLOTS);
}

void dsg_similar_free(dsg_similar_parts *kin) {
    dsg_release(kin->allocator, kin->slots, kin->slot_count * sizeof *kin->slots);
    dsg_release(kin->allocator, kin->entries, kin->capacity * sizeof *kin->entries);
    dsg_release(kin->allocator, kin->joined, kin->joined_capacity * sizeof *kin->joined);
}

static desig_result put(dsg_similar_parts *kin, size_t part, uint32_t entry) {
    if (kin->count * 2 >= kin->slot_count && grow(kin, kin->slot_count * 4) != DESIG_OK) return DESIG_E_NOMEM;
    dsg_similar_slot *slot = &kin->slots[dsg_similar_slot_of(kin, entry)];
    if (slot->parts >> part & 1U) return DESIG_OK;
    slot->entry = entry + 1;
    slot->parts |= UINT32_C(1) << part;
    uint32_t *entries = dsg_grow(kin->allocator, kin->entries, sizeof *entries, kin->count, &kin->capacity);
    if (entries == NULL) return DESIG_E_NOMEM;
    kin->entries = entries;
    entries[kin->count++] = entry;
    return DESIG_OK;
}

static desig_result put_joined(dsg_similar_parts *kin, size_t part, uint32_t entry) {
    dsg_similar_joined *joined =
        dsg_grow(kin->allocator, kin->joined, sizeof *joined, kin->joined_count, &kin->joined_capacity);
    if (joined == NULL) return DESIG_E_NOMEM;
    kin->joined = joined;
    joined[kin->joined_count++] = (dsg_similar_joined){entry, (uint32_t)part};
    return put(kin, part, entry);
}

static desig_result find_single(dsg_similar_parts *kin, const dsg_name_parts *query, size_t part) {
    uint32_t keys[DSG_PART_KEYS];
    desig_result result = DESIG_OK;
    size_t key_count = dsg_part_keys(&query->part[part], keys);
    for (size_t k = 0; k < key_count; k++) {
        size_t count = 0;
        const uint32_t *entries = dsg_dictionary_find(kin->dictionary, keys[k], query->family, &count);
        for (size_t i = 0; i < count && result == DESIG_OK; i++)
            if (dsg_dictionary_family(kin->dictionary, entries[i]) == query->family)
                result = put(kin, part, entries[i]);
    }
    return result;
}

/* The kin of the parts from `first` on written as one, for one of them. */
static desig_result find_joined(dsg_similar_parts *kin, const dsg_name_parts *query, size_t first,
                                size_t part) {
    dsg_part_room room;
    dsg_name_part joined;
    desig_result result = DESIG_OK;
    size_t span = dsg_part_join(query->part + first, query->count - first, &room, &joined);
    if (first + span <= part) return DESIG_OK;
    size_t count = 0;
    const uint32_t *entries =
        dsg_dictionary_find(kin->dictionary, dsg_joined_key(&joined), query->family, &count);
    for (size_t i = 0; i < count && result == DESIG_OK; i++) {
        dsg_name_part whole;
        if (dsg_dictionary_family(kin->dictionary, entries[i]) != query->family) continue;
        dsg_dictionary_get(kin->dictionary, entries[i], &whole);
        if (dsg_joined_likeness(&joined, &whole).likeness > 0) result = put_joined(kin, part, entries[i]);
    }
    return result;
}

desig_result dsg_similar_find(dsg_similar_parts *kin, const dsg_name_parts *query) {
    enum { LONGEST_SPAN = 3 };
    desig_result result = DESIG_OK;
    memset(kin->slots, 0, kin->slot_count * sizeof *kin->slots);
    kin->count = 0;
    kin->joined_count = 0;
    for (size_t part = 0; part < query->count && result == DESIG_OK; part++) {
        kin->starts[part] = kin->count;
        result = find_single(kin, query, part);
        for (size_t back = 0; back < LONGEST_SPAN && back <= part && result == DESIG_OK; back++)
            result = find_joined(kin, query, part - back, part);
    }
    kin->starts[query->count] = kin->count;
    return result;
}

int dsg_similar_is_joined(const dsg_similar_parts *kin, size_t part, uint32_t entry) {
    for (size_t i = 0; i < kin->joined_count; i++)
        if (kin->joined[i].part == part && kin->joined[i].entry == entry) return 1;
    return 0;
}
