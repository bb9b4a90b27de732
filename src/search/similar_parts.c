#include "search/similar_parts.h"

#include "base/memory.h"

#include <string.h>

desig_result dsg_similar_open(dsg_similar_parts *similar, const dsg_dictionary *dictionary,
                              const desig_allocator *allocator) {
    *similar = (dsg_similar_parts){.dictionary = dictionary, .allocator = allocator};
    size_t size = dictionary->count * sizeof *similar->parts_of;
    if (size == 0) return DESIG_OK;
    similar->parts_of = dsg_alloc(allocator, size);
    if (!similar->parts_of) return DESIG_E_NOMEM;
    memset(similar->parts_of, 0, size);
    return DESIG_OK;
}

void dsg_similar_free(dsg_similar_parts *similar) {
    if (similar->parts_of)
        dsg_release(similar->allocator, similar->parts_of,
                    similar->dictionary->count * sizeof *similar->parts_of);
    dsg_release(similar->allocator, similar->entries, similar->capacity * sizeof *similar->entries);
    dsg_release(similar->allocator, similar->joined, similar->joined_capacity * sizeof *similar->joined);
}

static desig_result put(dsg_similar_parts *similar, size_t part, uint32_t entry) {
    if (similar->parts_of[entry] >> part & 1U) return DESIG_OK;
    uint32_t *entries =
        dsg_grow(similar->allocator, similar->entries, sizeof *entries, similar->count, &similar->capacity);
    if (!entries) return DESIG_E_NOMEM;
    similar->parts_of[entry] |= UINT32_C(1) << part;
    similar->entries = entries;
    entries[similar->count++] = entry;
    return DESIG_OK;
}

static desig_result put_joined(dsg_similar_parts *similar, size_t part, uint32_t entry) {
    dsg_similar_joined *joined = dsg_grow(similar->allocator, similar->joined, sizeof *joined,
                                          similar->joined_count, &similar->joined_capacity);
    if (!joined) return DESIG_E_NOMEM;
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

/* Finds what is similar to the parts from `first` on, written as one, and keeps it for one of them, `part`.
 */
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
    for (size_t i = 0; i < similar->count; i++) similar->parts_of[similar->entries[i]] = 0;
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
