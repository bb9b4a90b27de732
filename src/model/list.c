#include "model/list.h"

#include "base/error.h"
#include "base/memory.h"

#include <string.h>

desig_result desig_list_new(const desig_allocator *allocator, desig_list **out) {
    desig_allocator chosen = dsg_allocator_or_default(allocator);
    desig_list *list;
    if (!out) return DESIG_E_ARGUMENT;
    list = dsg_alloc(&chosen, sizeof *list);
    if (!list) return DESIG_E_NOMEM;
    memset(list, 0, sizeof *list);
    list->allocator = chosen;
    dsg_arena_init(&list->arena, &list->allocator);
    dsg_table_init(&list->by_id, &list->allocator);
    *out = list;
    return DESIG_OK;
}

void desig_list_free(desig_list *list) {
    desig_allocator allocator;
    if (!list) return;
    allocator = list->allocator;
    dsg_arena_free(&list->arena);
    if (list->kept.object) list->kept.release(list->kept.object, &allocator);
    dsg_release(&allocator, list->sources, list->source_capacity * sizeof(*list->sources));
    dsg_release(&allocator, list->editions, list->edition_capacity * sizeof(*list->editions));
    dsg_release(&allocator, list->records, list->capacity * sizeof(*list->records));
    dsg_table_free(&list->by_id);
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

size_t dsg_list_position(const desig_list *list, const char *id) {
    if (!id) return DSG_NO_POSITION;
    uint32_t hash = dsg_table_hash(&list->by_id, id, strlen(id)), item;
    size_t at = hash;
    while ((item = dsg_table_seek(&list->by_id, hash, &at)) != DSG_TABLE_END)
        if (strcmp(list->records[item]->id, id) == 0) return item;
    return DSG_NO_POSITION;
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
    if (!records) return DESIG_E_NOMEM;
    list->records = records;
    list->capacity = capacity;
    return DESIG_OK;
}

desig_result dsg_list_reserve(desig_list *list, size_t more) {
    desig_result result;
    if (more >= UINT32_MAX - list->count) return DESIG_E_LIMIT;
    result = reserve_records(list, list->count + more);
    return result != DESIG_OK ? result : dsg_table_reserve(&list->by_id, more);
}

void dsg_list_put(desig_list *list, const desig_record *record) {
    uint32_t hash = dsg_table_hash(&list->by_id, record->id, strlen(record->id));
    dsg_table_put(&list->by_id, hash, (uint32_t)list->count);
    list->records[list->count++] = record;
}

void dsg_list_replace(desig_list *list, size_t position, const desig_record *record) {
    list->records[position] = record;
}
