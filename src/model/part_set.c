#include "model/part_set.h"

#include "base/hash.h"
#include "base/memory.h"

#include <string.h>

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

static uint64_t stir(uint64_t hash, uint64_t more) {
    return (hash ^ more) * UINT64_C(0x9e3779b97f4a7c15);
}

/* The day of an open end means nothing. */
static uint64_t stir_date(uint64_t hash, const desig_date *date) {
    hash = stir(hash, date->first_precision == DESIG_PRECISION_NONE ? 0 : (uint64_t)date->first);
    return stir(hash, date->last_precision == DESIG_PRECISION_NONE ? 0 : (uint64_t)date->last);
}

/* What is no text and may yet tell any number of parts apart: a thousand renewals, a thousand numbered lines.
 */
static uint64_t stir_numbers(uint64_t hash, enum dsg_part_kind part, const void *content) {
    const desig_action *action = content;
    const desig_fact *fact = content;
    switch (part) {
    case DSG_PART_NAME:
        return stir(hash, ((const desig_name *)content)->group);
    case DSG_PART_ACTION:
        return action->derived ? hash : stir_date(stir_date(hash, &action->effective), &action->announced);
    case DSG_PART_LINK:
        return stir_date(hash, &((const desig_link *)content)->date);
    case DSG_PART_PRESENCE:
        return stir(hash, ((const desig_presence *)content)->kind);
    default:
        return stir_date(stir_date(stir(hash, fact->group), &fact->from), &fact->to);
    }
}

static uint64_t hash_of(size_t record, enum dsg_part_kind part, const void *content) {
    const dsg_part_shape *shape = dsg_part_shape_of(part);
    uint64_t hash = stir(record, part);
    size_t i;
    hash = stir_numbers(hash, part, content);
    for (i = 0; i < shape->string_count; i++) {
        const char *text;
        memcpy(&text, (const char *)content + shape->strings[i], sizeof text);
        hash = stir(hash, text == NULL ? 1 : dsg_hash(text, strlen(text)));
    }
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
    size_t i;
    larger.capacity = set->capacity == 0 ? FIRST_CAPACITY : set->capacity * 2;
    larger.slots = dsg_alloc(set->allocator, larger.capacity * sizeof *larger.slots);
    if (larger.slots == NULL) return DESIG_E_NOMEM;
    for (i = 0; i < larger.capacity; i++) larger.slots[i].content = NULL;
    for (i = 0; i < set->capacity; i++) {
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
