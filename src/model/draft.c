#include "model/draft.h"

#include "base/ascii.h"
#include "base/error.h"
#include "base/hash.h"
#include "base/memory.h"
#include "base/pool.h"
#include "model/list.h"

#include <stddef.h>
#include <string.h>

/* A part waits in its pool behind the number of its record. */
enum { PART_OFFSET = _Alignof(void *) };

typedef struct draft_record {
    const char *id;
    const char *source;
    const char *primary;
    uint32_t counts[DSG_PART_KINDS];
    uint32_t kind;
} draft_record;

struct dsg_draft {
    desig_list *list;
    dsg_arena arena; /* becomes the list's on commit */
    dsg_strings strings;
    dsg_pool parts[DSG_PART_KINDS];
    draft_record *records;
    size_t count;
    size_t capacity;
    uint32_t *slots; /* open addressing by id: number + 1, 0 free */
    size_t slot_count;
    uint32_t latest; /* the record that was asked for last */
};

desig_result dsg_draft_open(desig_list *list, dsg_draft **out) {
    const desig_allocator *allocator = dsg_list_allocator(list);
    dsg_draft *draft = dsg_alloc(allocator, sizeof *draft);
    enum dsg_part part;
    if (draft == NULL) return DESIG_E_NOMEM;
    memset(draft, 0, sizeof *draft);
    draft->list = list;
    dsg_arena_init(&draft->arena, allocator);
    dsg_strings_init(&draft->strings, &draft->arena);
    for (part = DSG_PART_NAME; part < DSG_PART_KINDS; part++)
        dsg_pool_init(&draft->parts[part], allocator, PART_OFFSET + dsg_part_shape_of(part)->size);
    *out = draft;
    return DESIG_OK;
}

void dsg_draft_drop(dsg_draft *draft) {
    const desig_allocator *allocator;
    enum dsg_part part;
    if (draft == NULL) return;
    allocator = dsg_list_allocator(draft->list);
    for (part = DSG_PART_NAME; part < DSG_PART_KINDS; part++) dsg_pool_free(&draft->parts[part]);
    dsg_strings_free(&draft->strings);
    dsg_arena_free(&draft->arena);
    dsg_release(allocator, draft->records, draft->capacity * sizeof *draft->records);
    dsg_release(allocator, draft->slots, draft->slot_count * sizeof *draft->slots);
    dsg_release(allocator, draft, sizeof *draft);
}

const char *dsg_draft_keep(dsg_draft *draft, const char *bytes, size_t length) {
    return bytes == NULL ? NULL : dsg_strings_keep(&draft->strings, bytes, length);
}

const char *dsg_draft_keep_once(dsg_draft *draft, const char *bytes, size_t length) {
    return bytes == NULL ? NULL : dsg_arena_text(&draft->arena, bytes, length);
}

/* ---- Records by id ---- */

static int has_id(const dsg_draft *draft, uint32_t record, const char *id, size_t length) {
    const char *other = draft->records[record].id;
    return strncmp(other, id, length) == 0 && other[length] == '\0';
}

static size_t slot_of(const dsg_draft *draft, const char *id, size_t length) {
    size_t at = (size_t)dsg_hash(id, length) & (draft->slot_count - 1);
    while (draft->slots[at] != 0) {
        if (has_id(draft, draft->slots[at] - 1, id, length)) break;
        at = (at + 1) & (draft->slot_count - 1);
    }
    return at;
}

static int enlarge_slots(dsg_draft *draft) {
    const desig_allocator *allocator = dsg_list_allocator(draft->list);
    size_t slot_count = draft->slot_count == 0 ? 64 : draft->slot_count * 2;
    uint32_t *slots = dsg_alloc(allocator, slot_count * sizeof *slots);
    size_t i;
    if (slots == NULL) return 0;
    memset(slots, 0, slot_count * sizeof *slots);
    dsg_release(allocator, draft->slots, draft->slot_count * sizeof *draft->slots);
    draft->slots = slots;
    draft->slot_count = slot_count;
    for (i = 0; i < draft->count; i++) {
        const char *id = draft->records[i].id;
        draft->slots[slot_of(draft, id, strlen(id))] = (uint32_t)i + 1;
    }
    return 1;
}

uint32_t dsg_draft_find(const dsg_draft *draft, const char *id, size_t length) {
    uint32_t slot = draft->slot_count == 0 ? 0 : draft->slots[slot_of(draft, id, length)];
    return slot == 0 ? (uint32_t)DSG_NO_RECORD : slot - 1;
}

static uint32_t make_record(dsg_draft *draft, size_t slot, const char *id, size_t length) {
    draft_record *records = dsg_grow(dsg_list_allocator(draft->list), draft->records, sizeof *records,
                                     draft->count, &draft->capacity);
    const char *kept;
    if (records == NULL) return DSG_NO_RECORD;
    draft->records = records;
    kept = dsg_arena_text(&draft->arena, id, length);
    if (kept == NULL || draft->count >= UINT32_MAX - 1) return DSG_NO_RECORD;
    draft->slots[slot] = (uint32_t)draft->count + 1;
    draft->records[draft->count] = (draft_record){.id = kept};
    return (uint32_t)draft->count++;
}

/* Rows of one record mostly come together, and companion files mostly have the order of the primary one. */
static int is_near(dsg_draft *draft, const char *id, size_t length) {
    uint32_t near = draft->latest;
    if (near < draft->count && has_id(draft, near, id, length)) return 1;
    if (++near >= draft->count || !has_id(draft, near, id, length)) return 0;
    draft->latest = near;
    return 1;
}

uint32_t dsg_draft_record(dsg_draft *draft, const char *id, size_t length, int *is_new) {
    size_t slot;
    *is_new = 0;
    if (is_near(draft, id, length)) return draft->latest;
    if (draft->count >= draft->slot_count / 2 && !enlarge_slots(draft)) return DSG_NO_RECORD;
    slot = slot_of(draft, id, length);
    *is_new = draft->slots[slot] == 0;
    draft->latest = *is_new ? make_record(draft, slot, id, length) : draft->slots[slot] - 1;
    return draft->latest;
}

size_t dsg_draft_count(const dsg_draft *draft) {
    return draft->count;
}

const char *dsg_draft_id(const dsg_draft *draft, uint32_t record) {
    return draft->records[record].id;
}

desig_kind dsg_draft_kind(const dsg_draft *draft, uint32_t record) {
    return (desig_kind)draft->records[record].kind;
}

void dsg_draft_set_kind(dsg_draft *draft, uint32_t record, desig_kind kind) {
    draft->records[record].kind = (uint32_t)kind;
}

void dsg_draft_set_source(dsg_draft *draft, uint32_t record, const char *kept) {
    draft->records[record].source = kept;
}

const char *dsg_draft_primary(const dsg_draft *draft, uint32_t record) {
    return draft->records[record].primary;
}

/* ---- Parts ---- */

static void *add_part(dsg_draft *draft, uint32_t record, enum dsg_part part, const void *content) {
    char *item = dsg_pool_add(&draft->parts[part]);
    if (item == NULL) return NULL;
    memcpy(item, &record, sizeof record);
    memcpy(item + PART_OFFSET, content, dsg_part_shape_of(part)->size);
    draft->records[record].counts[part]++;
    return item + PART_OFFSET;
}

desig_name *dsg_draft_name(dsg_draft *draft, uint32_t record, const desig_name *name) {
    desig_name *added = add_part(draft, record, DSG_PART_NAME, name);
    draft_record *of = &draft->records[record];
    if (added != NULL && name->type == DESIG_NAME_PRIMARY && of->primary == NULL) of->primary = name->text;
    return added;
}

desig_action *dsg_draft_action(dsg_draft *draft, uint32_t record, const desig_action *action) {
    return add_part(draft, record, DSG_PART_ACTION, action);
}

desig_link *dsg_draft_link(dsg_draft *draft, uint32_t record, const desig_link *link) {
    return add_part(draft, record, DSG_PART_LINK, link);
}

desig_fact *dsg_draft_fact(dsg_draft *draft, uint32_t record, const desig_fact *fact) {
    return add_part(draft, record, DSG_PART_FACT, fact);
}

/* ---- Commit ---- */

/* Hands out the parts of one kind to the records' places in one array. */
typedef struct layout {
    desig_record *records;
    enum dsg_part part;
    size_t size;
} layout;

static void place_part(void *context, void *item) {
    const layout *place = context;
    uint32_t number, count;
    const char *parts;
    memcpy(&number, item, sizeof number);
    parts = dsg_record_parts(&place->records[number], place->part, &count);
    memcpy((char *)(uintptr_t)parts + count * place->size, (char *)item + PART_OFFSET, place->size);
    dsg_record_set_parts(&place->records[number], place->part, parts, count + 1);
}

static int lay_out(dsg_draft *draft, desig_record *records, enum dsg_part part) {
    layout place = {records, part, dsg_part_shape_of(part)->size};
    char *at;
    size_t i;
    if (draft->parts[part].count == 0) return 1;
    at = dsg_arena_take(&draft->arena, draft->parts[part].count * place.size);
    if (at == NULL) return 0;
    for (i = 0; i < draft->count; i++) {
        uint32_t count = draft->records[i].counts[part];
        dsg_record_set_parts(&records[i], part, count == 0 ? NULL : at, 0);
        at += count * place.size;
    }
    dsg_pool_each(&draft->parts[part], place_part, &place);
    return 1;
}

static void date_derived_action(void *context, void *item) {
    const desig_date *until_as_of = context;
    desig_action *action = (desig_action *)(void *)((char *)item + PART_OFFSET);
    if (action->derived) action->effective = *until_as_of;
}

/* `../as_of`: listed on that day, since some day before. */
static void date_derived_actions(dsg_draft *draft, const desig_date *as_of) {
    desig_date until = *as_of;
    until.first = 0;
    until.first_precision = DESIG_PRECISION_NONE;
    until.first_approximate = 0;
    dsg_pool_each(&draft->parts[DSG_PART_ACTION], date_derived_action, &until);
}

static desig_result refuse_known_ids(const dsg_draft *draft, desig_error *error) {
    size_t i;
    for (i = 0; i < draft->count; i++) {
        const char *id = draft->records[i].id;
        if (desig_list_get(draft->list, id) != NULL)
            return dsg_error_set(error, DESIG_E_EXISTS, "the list has a record %s already", id);
    }
    return DESIG_OK;
}

static desig_record *lay_out_records(dsg_draft *draft) {
    desig_record *records = dsg_arena_take(&draft->arena, draft->count * sizeof *records);
    enum dsg_part part;
    size_t i;
    if (records == NULL) return NULL;
    for (i = 0; i < draft->count; i++) {
        const draft_record *from = &draft->records[i];
        records[i] = (desig_record){
            .size = sizeof *records, .id = from->id, .source = from->source, .kind = from->kind};
    }
    for (part = DSG_PART_NAME; part < DSG_PART_KINDS; part++) {
        if (!lay_out(draft, records, part)) return NULL;
    }
    return records;
}

desig_result dsg_draft_commit(dsg_draft *draft, const desig_date *as_of, desig_error *error) {
    desig_list *list = draft->list;
    desig_result result = refuse_known_ids(draft, error);
    size_t i;
    if (result != DESIG_OK) return result;
    if (draft->count > 0) {
        desig_record *records;
        date_derived_actions(draft, as_of);
        records = lay_out_records(draft);
        result = records == NULL ? DESIG_E_NOMEM : dsg_list_reserve(list, draft->count);
        if (result != DESIG_OK) return dsg_error_plain(error, result);
        for (i = 0; i < draft->count; i++) dsg_list_put(list, &records[i]);
        dsg_arena_adopt(&list->arena, &draft->arena);
    }
    dsg_list_saw(list, as_of);
    dsg_draft_drop(draft);
    return DESIG_OK;
}
