#include "model/list.h"

#include "base/error.h"
#include "base/hash.h"
#include "base/memory.h"

#include <string.h>

desig_result desig_list_new(const desig_allocator *allocator, desig_list **out) {
    desig_allocator chosen = dsg_allocator_or_default(allocator);
    desig_list *list;
    if (out == NULL) return DESIG_E_ARGUMENT;
    list = dsg_alloc(&chosen, sizeof *list);
    if (list == NULL) return DESIG_E_NOMEM;
    memset(list, 0, sizeof *list);
    list->allocator = chosen;
    dsg_arena_init(&list->arena, &list->allocator);
    *out = list;
    return DESIG_OK;
}

void desig_list_free(desig_list *list) {
    desig_allocator allocator;
    if (list == NULL) return;
    allocator = list->allocator;
    dsg_arena_free(&list->arena);
    if (list->kept.object) list->kept.release(list->kept.object, &allocator);
    dsg_release(&allocator, list->sources, list->source_capacity * sizeof(*list->sources));
    dsg_release(&allocator, list->editions, list->edition_capacity * sizeof(*list->editions));
    dsg_release(&allocator, list->records, list->capacity * sizeof(*list->records));
    dsg_release(&allocator, list->slots, list->slot_count * sizeof *list->slots);
    dsg_release(&allocator, list, sizeof *list);
}

size_t desig_list_count(const desig_list *list) {
    return list->count;
}

const desig_record *desig_list_at(const desig_list *list, size_t position) {
    return position < list->count ? list->records[position] : NULL;
}

const desig_allocator *dsg_list_allocator(const desig_list *list) {
    return &list->allocator;
}

/* The slot of an id: the one that holds it, or the free one where it would go. The table is never full. */
static size_t slot_of(const desig_list *list, const char *id) {
    size_t at = (size_t)dsg_hash(id, strlen(id)) & (list->slot_count - 1);
    while (list->slots[at] != 0 && strcmp(list->records[list->slots[at] - 1]->id, id) != 0)
        at = (at + 1) & (list->slot_count - 1);
    return at;
}

size_t dsg_list_position(const desig_list *list, const char *id) {
    uint32_t slot;
    if (id == NULL || list->slot_count == 0) return DSG_NO_POSITION;
    slot = list->slots[slot_of(list, id)];
    return slot == 0 ? DSG_NO_POSITION : slot - 1;
}

const desig_record *desig_list_get(const desig_list *list, const char *id) {
    return desig_list_at(list, dsg_list_position(list, id));
}

desig_result dsg_list_must_be_plain(const desig_list *list, desig_error *error) {
    if (list->edition_count == 0) return DESIG_OK;
    return dsg_error_set(error, DESIG_E_ARGUMENT, "a ledger takes whole editions and nothing else");
}

static desig_result reserve_records(desig_list *list, size_t wanted) {
    size_t capacity = wanted > list->capacity * 2 ? wanted : list->capacity * 2;
    void *records;
    if (wanted <= list->capacity) return DESIG_OK;
    records =
        list->allocator.resize(list->allocator.context, list->records,
                               list->capacity * sizeof(*list->records), capacity * sizeof(*list->records));
    if (records == NULL) return DESIG_E_NOMEM;
    list->records = records;
    list->capacity = capacity;
    return DESIG_OK;
}

/* Keep the table at most two thirds full. */
static desig_result reserve_slots(desig_list *list, size_t wanted) {
    size_t slot_count = list->slot_count == 0 ? 64 : list->slot_count;
    uint32_t *slots;
    size_t i;
    while (wanted > slot_count / 3 * 2) slot_count *= 2;
    if (slot_count == list->slot_count) return DESIG_OK;
    slots = dsg_alloc(&list->allocator, slot_count * sizeof *slots);
    if (slots == NULL) return DESIG_E_NOMEM;
    memset(slots, 0, slot_count * sizeof *slots);
    dsg_release(&list->allocator, list->slots, list->slot_count * sizeof *list->slots);
    list->slots = slots;
    list->slot_count = slot_count;
    for (i = 0; i < list->count; i++) list->slots[slot_of(list, list->records[i]->id)] = (uint32_t)i + 1;
    return DESIG_OK;
}

desig_result dsg_list_reserve(desig_list *list, size_t more) {
    desig_result result;
    if (more >= UINT32_MAX - list->count) return DESIG_E_LIMIT;
    result = reserve_records(list, list->count + more);
    return result != DESIG_OK ? result : reserve_slots(list, list->count + more);
}

void dsg_list_put(desig_list *list, const desig_record *record) {
    size_t slot = slot_of(list, record->id);
    list->records[list->count++] = record;
    list->slots[slot] = (uint32_t)list->count;
}

void dsg_list_replace(desig_list *list, size_t position, const desig_record *record) {
    list->records[position] = record;
}
