#include "model/part_set.h"

#include "base/memory.h"

enum { FIRST_CAPACITY = 256 };

struct dsg_part_slot {
    const void *content; /* NULL: free */
    size_t record;
    uint64_t hash;
    enum dsg_part_kind part;
};

void dsg_part_set_init(dsg_part_set *set, const desig_allocator *allocator) {
    *set = (dsg_part_set){.allocator = allocator};
}

void dsg_part_set_free(dsg_part_set *set) {
    dsg_release(set->allocator, set->slots, set->capacity * sizeof *set->slots);
    dsg_part_set_init(set, set->allocator);
}

static uint64_t hash_of(size_t record, enum dsg_part_kind part, const void *content) {
    const uint64_t hash = (dsg_part_hash(part, content) ^ record) * UINT64_C(0x9e3779b97f4a7c15);
    return hash ^ hash >> 32;
}

static dsg_part_slot *slot_of(const dsg_part_set *set, const dsg_part_slot *wanted) {
    size_t at = (size_t)wanted->hash & (set->capacity - 1);
    for (;; at = (at + 1) & (set->capacity - 1)) {
        dsg_part_slot *slot = &set->slots[at];
        if (slot->content == NULL) return slot;
        if (slot->hash == wanted->hash && slot->record == wanted->record && slot->part == wanted->part &&
            dsg_part_compare(wanted->part, slot->content, wanted->content) == 0)
            return slot;
    }
}

static desig_result enlarge(dsg_part_set *set) {
    dsg_part_set larger = {.allocator = set->allocator, .count = set->count};
    larger.capacity = set->capacity == 0 ? FIRST_CAPACITY : set->capacity * 2;
    larger.slots = dsg_alloc(set->allocator, larger.capacity * sizeof *larger.slots);
    if (larger.slots == NULL) return DESIG_E_NOMEM;
    for (size_t i = 0; i < larger.capacity; i++) larger.slots[i].content = NULL;
    for (size_t i = 0; i < set->capacity; i++) {
        if (set->slots[i].content != NULL) *slot_of(&larger, &set->slots[i]) = set->slots[i];
    }
    dsg_part_set_free(set);
    *set = larger;
    return DESIG_OK;
}

int dsg_part_set_has(const dsg_part_set *set, size_t record, enum dsg_part_kind part, const void *content) {
    dsg_part_slot wanted = {content, record, hash_of(record, part, content), part};
    return set->capacity > 0 && slot_of(set, &wanted)->content != NULL;
}

desig_result dsg_part_set_add(dsg_part_set *set, size_t record, enum dsg_part_kind part,
                              const void *content) {
    dsg_part_slot added = {content, record, hash_of(record, part, content), part};
    if (set->count >= set->capacity / 2) {
        desig_result result = enlarge(set);
        if (result != DESIG_OK) return result;
    }
    *slot_of(set, &added) = added;
    set->count++;
    return DESIG_OK;
}
