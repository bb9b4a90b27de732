#include "model/list.h"

#include "base/ascii.h"
#include "base/error.h"
#include "base/hash.h"
#include "base/memory.h"
#include "model/date.h"
#include "model/part_set.h"

#include <stddef.h>
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
    dsg_row_memory_init(&list->known, &list->allocator);
    *out = list;
    return DESIG_OK;
}

void desig_list_free(desig_list *list) {
    desig_allocator allocator;
    if (list == NULL) return;
    allocator = list->allocator;
    dsg_arena_free(&list->arena);
    dsg_row_memory_free(&list->known);
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

desig_date desig_list_as_of(const desig_list *list) {
    return list->as_of;
}

const desig_allocator *dsg_list_allocator(const desig_list *list) {
    return &list->allocator;
}

void dsg_list_saw(desig_list *list, const desig_date *as_of) {
    if (as_of->last_precision == DESIG_PRECISION_NONE) return;
    if (list->as_of.last_precision == DESIG_PRECISION_NONE || as_of->last > list->as_of.last)
        list->as_of = *as_of;
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
    return dsg_error_set(error, DESIG_E_ARGUMENT, "a ledger takes whole editions: fold them in");
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

void dsg_list_observe(desig_list *list, uint32_t observed) {
    list->observed |= observed;
}

int dsg_list_observed(const desig_list *list, const desig_span *span) {
    return list->observed == 0 || span->file >= DESIG_FILE_LEDGER || (list->observed >> span->file & 1) != 0;
}

/* ---- Copies of records ---- */

typedef struct copying {
    dsg_arena *arena;
    desig_result result;
    const char *wrong;  /* what is, where the result is DESIG_E_ARGUMENT */
    dsg_part_set known; /* the own parts of records that get extra ones */
    size_t number;      /* of the record */
} copying;

static void refuse(copying *copy, const char *why) {
    copy->result = DESIG_E_ARGUMENT;
    copy->wrong = why;
}

static const char *copy_text(copying *copy, const char *text) {
    size_t length;
    const char *copied;
    if (text == NULL || copy->result != DESIG_OK) return NULL;
    length = strlen(text);
    if (dsg_utf8_valid(text, length) != length) {
        refuse(copy, "a text is not valid UTF-8");
        return NULL;
    }
    copied = dsg_arena_text(copy->arena, text, length);
    if (copied == NULL) copy->result = DESIG_E_NOMEM;
    return copied;
}

/* Copy a part's strings, and check its dates, where a copy of its struct lies. */
static void complete_part(copying *copy, const dsg_part_shape *shape, char *part) {
    size_t i;
    for (i = 0; i < shape->string_count; i++) {
        const char **text = (void *)(part + shape->strings[i]);
        *text = copy_text(copy, *text);
    }
    for (i = 0; i < shape->date_count; i++) {
        if (!dsg_date_normalise((void *)(part + shape->dates[i]))) refuse(copy, "a date is impossible");
    }
}

/* Copy `count` parts to `to`. */
static void copy_parts(copying *copy, enum dsg_part_kind part, char *to, const void *from, uint32_t count) {
    const dsg_part_shape *shape = dsg_part_shape_of(part);
    uint32_t i;
    memcpy(to, from, count * shape->size);
    for (i = 0; i < count; i++) {
        desig_span *span = dsg_part_span(part, to + i * shape->size);
        complete_part(copy, shape, to + i * shape->size);
        *span = (desig_span){.file = span->file}; /* the rest counts another list's editions */
    }
}

static void know_parts(copying *copy, enum dsg_part_kind part, const char *parts, uint32_t count) {
    size_t size = dsg_part_shape_of(part)->size;
    uint32_t i;
    for (i = 0; copy->result == DESIG_OK && i < count; i++) {
        if (!dsg_part_set_has(&copy->known, copy->number, part, parts + i * size))
            copy->result = dsg_part_set_add(&copy->known, copy->number, part, parts + i * size);
    }
}

/* Lay out the parts of `record`, and after them those of `extra` (may be NULL) that it has not. */
static void copy_all_parts(copying *copy, enum dsg_part_kind part, desig_record *to,
                           const desig_record *record, const desig_record *extra) {
    size_t size = dsg_part_shape_of(part)->size;
    uint32_t own_count, count, extra_count = 0, i;
    const char *parts = dsg_record_parts(record, part, &own_count);
    const char *extra_parts = extra == NULL ? NULL : dsg_record_parts(extra, part, &extra_count);
    char *room = NULL;
    dsg_record_set_parts(to, part, NULL, 0);
    if (own_count + extra_count == 0 || copy->result != DESIG_OK) return;
    room = dsg_arena_take(copy->arena, ((size_t)own_count + extra_count) * size);
    if (room == NULL) {
        copy->result = DESIG_E_NOMEM;
        return;
    }
    if (own_count > 0) copy_parts(copy, part, room, parts, own_count);
    count = own_count;
    if (extra_count > 0) know_parts(copy, part, parts, own_count);
    for (i = 0; copy->result == DESIG_OK && i < extra_count; i++) {
        if (dsg_part_set_has(&copy->known, copy->number, part, extra_parts + i * size)) continue;
        copy_parts(copy, part, room + count * size, extra_parts + i * size, 1);
        count++;
    }
    dsg_record_set_parts(to, part, room, count);
}

/* What a record has outside of a ledger, and had in the first version of this library. */
static const size_t sizeof_plain = offsetof(desig_record, presence_count);

/* A copy of `record`, with the parts that only `extra` (may be NULL) has; NULL with copy->result set. */
static const desig_record *copy_record(copying *copy, const desig_record *record, const desig_record *extra) {
    desig_record *to = dsg_arena_take(copy->arena, sizeof *to);
    enum dsg_part_kind part;
    if (to == NULL) {
        copy->result = DESIG_E_NOMEM;
        return NULL;
    }
    memset(to, 0, sizeof *to);
    memcpy(to, record, sizeof_plain);
    to->size = sizeof *to;
    to->id = copy_text(copy, record->id);
    to->source = copy_text(copy, record->source);
    if (to->kind == DESIG_KIND_UNKNOWN && extra != NULL) to->kind = extra->kind;
    for (part = DSG_PART_NAME; part < DSG_PART_KINDS; part++) copy_all_parts(copy, part, to, record, extra);
    return copy->result == DESIG_OK ? to : NULL;
}

/* ---- Adding ---- */

static int words_are_known(const desig_record *record) {
    uint32_t i;
    int known = desig_term(DESIG_TERMS_KIND, record->kind) != NULL;
    for (i = 0; known && i < record->name_count; i++)
        known = desig_term(DESIG_TERMS_NAME_TYPE, record->names[i].type) != NULL &&
                desig_term(DESIG_TERMS_STRENGTH, record->names[i].strength) != NULL &&
                record->names[i].text != NULL;
    for (i = 0; known && i < record->action_count; i++)
        known = desig_term(DESIG_TERMS_ACTION_TYPE, record->actions[i].type) != NULL;
    for (i = 0; known && i < record->link_count; i++)
        known = desig_term(DESIG_TERMS_STANCE, record->links[i].stance) != NULL &&
                record->links[i].target != NULL;
    for (i = 0; known && i < record->fact_count; i++)
        known = desig_term(DESIG_TERMS_FACT_TYPE, record->facts[i].type) != NULL;
    return known;
}

static const char *why_not(const desig_record *record) {
    if (record == NULL) return "no record";
    if (record->size != 0 && record->size < sizeof_plain) return "the record's size is too small";
    if (record->id == NULL || record->id[0] == '\0') return "a record needs an id";
    if ((record->names == NULL && record->name_count > 0) ||
        (record->actions == NULL && record->action_count > 0) ||
        (record->links == NULL && record->link_count > 0) ||
        (record->facts == NULL && record->fact_count > 0))
        return "a count of parts without the parts";
    if (!words_are_known(record))
        return "a part's type is out of range, or a name without a text, or a link without a target";
    return NULL;
}

desig_result desig_list_add(desig_list *list, const desig_record *record, desig_error *error) {
    copying copy;
    const desig_record *added;
    const char *wrong;
    if (list == NULL) return dsg_error_plain(error, DESIG_E_ARGUMENT);
    if (dsg_list_must_be_plain(list, error) != DESIG_OK) return DESIG_E_ARGUMENT;
    wrong = why_not(record);
    if (wrong != NULL) return dsg_error_set(error, DESIG_E_ARGUMENT, "%s", wrong);
    if (desig_list_get(list, record->id) != NULL)
        return dsg_error_set(error, DESIG_E_EXISTS, "the list has a record %s already", record->id);
    copy = (copying){.arena = &list->arena, .result = dsg_list_reserve(list, 1)};
    added = copy.result == DESIG_OK ? copy_record(&copy, record, NULL) : NULL;
    if (copy.result == DESIG_E_ARGUMENT)
        return dsg_error_set(error, DESIG_E_ARGUMENT, "%s: %s", record->id, copy.wrong);
    if (added == NULL) return dsg_error_plain(error, copy.result);
    dsg_list_put(list, added);
    return DESIG_OK;
}

/* Put copies in place: new ones at the end, the others where the old record of their id stood. */
static void put_copies(desig_list *into, const desig_record *const *copies, size_t count) {
    size_t i;
    for (i = 0; i < count; i++) {
        uint32_t slot = into->slots[slot_of(into, copies[i]->id)];
        if (slot == 0)
            dsg_list_put(into, copies[i]);
        else
            into->records[slot - 1] = copies[i];
    }
}

desig_result desig_list_merge(desig_list *into, const desig_list *from, desig_error *error) {
    const desig_record **copies;
    copying copy;
    size_t i;
    if (into == NULL || from == NULL || into == from) return dsg_error_plain(error, DESIG_E_ARGUMENT);
    if (dsg_list_must_be_plain(into, error) != DESIG_OK) return DESIG_E_ARGUMENT;
    if (from->edition_count > 0)
        return dsg_error_set(error, DESIG_E_ARGUMENT,
                             "a ledger cannot be merged: take the list that it says was published on a day");
    if (from->count == 0) return DESIG_OK;
    copies = dsg_alloc(&into->allocator, from->count * sizeof *copies);
    if (copies == NULL) return dsg_error_plain(error, DESIG_E_NOMEM);
    copy = (copying){.arena = &into->arena, .result = dsg_list_reserve(into, from->count)};
    dsg_part_set_init(&copy.known, &into->allocator);
    for (i = 0; copy.result == DESIG_OK && i < from->count; i++) {
        copy.number = i;
        const desig_record *old = desig_list_get(into, from->records[i]->id);
        copies[i] = old == NULL ? copy_record(&copy, from->records[i], NULL)
                                : copy_record(&copy, old, from->records[i]);
    }
    if (copy.result == DESIG_OK) {
        put_copies(into, copies, from->count);
        dsg_list_saw(into, &from->as_of);
        dsg_list_observe(into, from->observed);
    }
    dsg_part_set_free(&copy.known);
    dsg_release(&into->allocator, copies, from->count * sizeof *copies);
    return copy.result == DESIG_OK ? DESIG_OK : dsg_error_plain(error, copy.result);
}
