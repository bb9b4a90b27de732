#include "model/part_set.h"

#include "base/memory.h"

struct dsg_part_in_set {
    const void *content;
    size_t record;
    enum dsg_part_kind part;
};

void dsg_part_set_init(dsg_part_set *set, const desig_allocator *allocator) {
    *set = (dsg_part_set){.capacity = 0};
    dsg_table_init(&set->table, allocator);
}

void dsg_part_set_free(dsg_part_set *set) {
    const desig_allocator *allocator = set->table.allocator;
    dsg_release(allocator, set->parts, set->capacity * sizeof *set->parts);
    dsg_table_free(&set->table);
    dsg_part_set_init(set, allocator);
}

static uint32_t hash_of(size_t record, enum dsg_part_kind part, const void *content) {
    const uint64_t hash = (dsg_part_hash(part, content) ^ record) * UINT64_C(0x9e3779b97f4a7c15);
    return (uint32_t)(hash >> 32);
}

int dsg_part_set_has(const dsg_part_set *set, size_t record, enum dsg_part_kind part, const void *content) {
    const uint32_t hash = hash_of(record, part, content);
    size_t at = hash;
    uint32_t item;
    while ((item = dsg_table_seek(&set->table, hash, &at)) != DSG_TABLE_END) {
        const dsg_part_in_set *found = &set->parts[item];
        if (found->record == record && found->part == part &&
            dsg_part_compare(part, found->content, content) == 0)
            return 1;
    }
    return 0;
}

desig_result dsg_part_set_add(dsg_part_set *set, size_t record, enum dsg_part_kind part,
                              const void *content) {
    const size_t count = set->table.count;
    dsg_part_in_set *parts = dsg_grow(set->table.allocator, set->parts, sizeof *parts, count, &set->capacity);
    if (!parts) return DESIG_E_NOMEM;
    set->parts = parts;
    parts[count] = (dsg_part_in_set){content, record, part};
    return dsg_table_add(&set->table, hash_of(record, part, content), (uint32_t)count);
}
