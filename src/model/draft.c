#include "model/draft.h"

#include "base/error.h"
#include "base/hash.h"
#include "base/memory.h"
#include "model/draft_editions.h"
#include "model/edition.h"
#include "model/list.h"
#include "model/part_queue.h"
#include "model/part_set.h"

#include <stddef.h>
#include <string.h>

typedef struct draft_record {
    desig_record *record; /* in the arena; its parts are those that were sealed */
    const char *primary;
    dsg_chains waiting; /* the other parts */
    uint32_t id_length;
    int is_sealed;
    int only_new; /* its parts stand in `known` */
} draft_record;

struct dsg_draft {
    desig_list *list;
    dsg_arena arena; /* becomes the list's on commit */
    dsg_strings strings;
    dsg_part_queue waiting;
    dsg_part_set known;
    draft_record *records;
    size_t count;
    size_t capacity;
    uint32_t *slots; /* open addressing by id: number + 1, 0 free */
    size_t slot_count;
    desig_record **sealed; /* in the order in which they were sealed */
    size_t sealed_count;
    size_t sealed_capacity;
    uint32_t latest;       /* the record that was asked for last */
    dsg_draft_file *files; /* of the editions */
    size_t file_count;
    size_t file_capacity;
    uint16_t come_from; /* the `file` of the parts that are added; 0: what their spans say */
};

desig_result dsg_draft_open(desig_list *list, dsg_draft **out) {
    const desig_allocator *allocator = dsg_list_allocator(list);
    dsg_draft *draft = dsg_alloc(allocator, sizeof *draft);
    if (draft == NULL) return DESIG_E_NOMEM;
    memset(draft, 0, sizeof *draft);
    draft->list = list;
    dsg_arena_init(&draft->arena, allocator);
    dsg_strings_init(&draft->strings, &draft->arena);
    dsg_part_set_init(&draft->known, allocator);
    dsg_part_queue_init(&draft->waiting, allocator);
    *out = draft;
    return DESIG_OK;
}

/* A record takes about three times the room of its rows. */
void dsg_draft_expect(dsg_draft *draft, size_t bytes) {
    if (bytes < SIZE_MAX / 3) dsg_arena_expect(&draft->arena, bytes * 3);
}

void dsg_draft_drop(dsg_draft *draft) {
    const desig_allocator *allocator;
    if (draft == NULL) return;
    allocator = dsg_list_allocator(draft->list);
    dsg_part_queue_free(&draft->waiting);
    dsg_part_set_free(&draft->known);
    dsg_strings_free(&draft->strings);
    dsg_arena_free(&draft->arena);
    dsg_release(allocator, draft->records, draft->capacity * sizeof *draft->records);
    dsg_release(allocator, draft->slots, draft->slot_count * sizeof *draft->slots);
    dsg_release(allocator, draft->sealed, draft->sealed_capacity * sizeof(*draft->sealed));
    dsg_release(allocator, draft->files, draft->file_capacity * sizeof *draft->files);
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
    return draft->records[record].id_length == length &&
           memcmp(draft->records[record].record->id, id, length) == 0;
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
        const draft_record *record = &draft->records[i];
        draft->slots[slot_of(draft, record->record->id, record->id_length)] = (uint32_t)i + 1;
    }
    return 1;
}

static uint32_t make_record(dsg_draft *draft, size_t slot, const char *id, size_t length) {
    draft_record *records = dsg_grow(dsg_list_allocator(draft->list), draft->records, sizeof *records,
                                     draft->count, &draft->capacity);
    desig_record *record;
    const char *kept;
    if (records == NULL) return DSG_NO_RECORD;
    draft->records = records;
    kept = dsg_arena_text(&draft->arena, id, length);
    record = dsg_arena_take(&draft->arena, sizeof *record);
    if (kept == NULL || record == NULL || draft->count >= UINT32_MAX - 1 || length > UINT32_MAX)
        return DSG_NO_RECORD;
    *record = (desig_record){.size = sizeof *record, .id = kept};
    draft->slots[slot] = (uint32_t)draft->count + 1;
    draft->records[draft->count] =
        (draft_record){.record = record, .waiting = DSG_NO_CHAINS, .id_length = (uint32_t)length};
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
    if (draft->count >= draft->slot_count / 4 * 3 && !enlarge_slots(draft)) return DSG_NO_RECORD;
    slot = slot_of(draft, id, length);
    *is_new = draft->slots[slot] == 0;
    draft->latest = *is_new ? make_record(draft, slot, id, length) : draft->slots[slot] - 1;
    return draft->latest;
}

size_t dsg_draft_count(const dsg_draft *draft) {
    return draft->count;
}

const char *dsg_draft_id(const dsg_draft *draft, uint32_t record) {
    return draft->records[record].record->id;
}

desig_kind dsg_draft_kind(const dsg_draft *draft, uint32_t record) {
    return (desig_kind)draft->records[record].record->kind;
}

void dsg_draft_set_kind(dsg_draft *draft, uint32_t record, desig_kind kind) {
    draft->records[record].record->kind = (uint32_t)kind;
}

void dsg_draft_set_source(dsg_draft *draft, uint32_t record, const char *kept) {
    draft->records[record].record->source = kept;
}

const char *dsg_draft_primary(const dsg_draft *draft, uint32_t record) {
    return draft->records[record].primary;
}

int dsg_draft_has_actions(const dsg_draft *draft, uint32_t record) {
    const draft_record *of = &draft->records[record];
    return of->record->action_count > 0 ||
           dsg_part_queue_count(&draft->waiting, of->waiting, DSG_PART_ACTION) > 0;
}

/* ---- Parts ---- */

static desig_result add_part(dsg_draft *draft, uint32_t number, enum dsg_part_kind part,
                             const void *content) {
    draft_record *record = &draft->records[number];
    void *kept;
    if (record->only_new && dsg_part_set_has(&draft->known, number, part, content)) return DESIG_OK;
    kept = dsg_part_queue_add(&draft->waiting, &record->waiting, part, content);
    if (kept == NULL) return DESIG_E_NOMEM;
    if (draft->come_from != 0) dsg_part_span(part, kept)->file = draft->come_from;
    return record->only_new ? dsg_part_set_add(&draft->known, number, part, kept) : DESIG_OK;
}

desig_result dsg_draft_name(dsg_draft *draft, uint32_t record, const desig_name *name) {
    draft_record *of = &draft->records[record];
    if (name->type == DESIG_NAME_PRIMARY && of->primary == NULL) of->primary = name->text;
    return add_part(draft, record, DSG_PART_NAME, name);
}

desig_result dsg_draft_action(dsg_draft *draft, uint32_t record, const desig_action *action) {
    return add_part(draft, record, DSG_PART_ACTION, action);
}

desig_result dsg_draft_link(dsg_draft *draft, uint32_t record, const desig_link *link) {
    return add_part(draft, record, DSG_PART_LINK, link);
}

desig_result dsg_draft_fact(dsg_draft *draft, uint32_t record, const desig_fact *fact) {
    return add_part(draft, record, DSG_PART_FACT, fact);
}

desig_result dsg_draft_presence(dsg_draft *draft, uint32_t record, const desig_presence *presence) {
    return add_part(draft, record, DSG_PART_PRESENCE, presence);
}

void dsg_draft_come_from(dsg_draft *draft, uint16_t file) {
    draft->come_from = file;
}

desig_result dsg_draft_edition(dsg_draft *draft, const dsg_draft_file *file) {
    dsg_draft_file *files = dsg_grow(dsg_list_allocator(draft->list), draft->files, sizeof *files,
                                     draft->file_count, &draft->file_capacity);
    if (files == NULL) return DESIG_E_NOMEM;
    draft->files = files;
    files[draft->file_count++] = *file;
    return DESIG_OK;
}

/* ---- Parts that are known already ---- */

static desig_result know(dsg_draft *draft, uint32_t number, enum dsg_part_kind part, const void *content) {
    if (dsg_part_set_has(&draft->known, number, part, content)) return DESIG_OK;
    return dsg_part_set_add(&draft->known, number, part, content);
}

static desig_result know_parts(dsg_draft *draft, uint32_t number, enum dsg_part_kind part) {
    const draft_record *record = &draft->records[number];
    size_t size = dsg_part_shape_of(part)->size;
    uint32_t sealed_count, at = DSG_NO_ITEM, i;
    uint32_t waiting = dsg_part_queue_count(&draft->waiting, record->waiting, part);
    const char *sealed = dsg_record_parts(record->record, part, &sealed_count);
    desig_result result = DESIG_OK;
    for (i = 0; result == DESIG_OK && i < sealed_count; i++)
        result = know(draft, number, part, sealed + i * size);
    for (i = 0; result == DESIG_OK && i < waiting; i++)
        result = know(draft, number, part, dsg_part_queue_next(&draft->waiting, record->waiting, part, &at));
    return result;
}

desig_result dsg_draft_only_new(dsg_draft *draft, uint32_t record) {
    enum dsg_part_kind part;
    if (draft->records[record].only_new) return DESIG_OK;
    for (part = DSG_PART_NAME; part < DSG_PART_LEDGER_KINDS; part++) {
        desig_result result = know_parts(draft, record, part);
        if (result != DESIG_OK) return result;
    }
    draft->records[record].only_new = 1;
    return DESIG_OK;
}

/* ---- Sealing ---- */

static void put_primary_first(desig_name *names, uint32_t count) {
    uint32_t i = 0;
    desig_name primary;
    while (i < count && names[i].type != DESIG_NAME_PRIMARY) i++;
    if (i == 0 || i == count) return;
    primary = names[i];
    memmove(names + 1, names, i * sizeof *names);
    names[0] = primary;
}

/* Lay out what is sealed already and what waits, together. */
static desig_result seal_parts(dsg_draft *draft, draft_record *record, enum dsg_part_kind part) {
    size_t size = dsg_part_shape_of(part)->size;
    uint32_t sealed_count, waiting = dsg_part_queue_count(&draft->waiting, record->waiting, part);
    const void *sealed = dsg_record_parts(record->record, part, &sealed_count);
    char *room;
    if (waiting == 0) return DESIG_OK;
    room = dsg_arena_take(&draft->arena, ((size_t)sealed_count + waiting) * size);
    if (room == NULL) return DESIG_E_NOMEM;
    if (sealed_count > 0) memcpy(room, sealed, sealed_count * size);
    dsg_part_queue_take(&draft->waiting, record->waiting, part, room + sealed_count * size);
    if (part == DSG_PART_NAME) put_primary_first((desig_name *)(void *)room, sealed_count + waiting);
    dsg_record_set_parts(record->record, part, room, sealed_count + waiting);
    return DESIG_OK;
}

static desig_result note_sealed(dsg_draft *draft, draft_record *record) {
    desig_record **all = dsg_grow(dsg_list_allocator(draft->list), draft->sealed, sizeof *all,
                                  draft->sealed_count, &draft->sealed_capacity);
    if (all == NULL) return DESIG_E_NOMEM;
    draft->sealed = all;
    all[draft->sealed_count++] = record->record;
    record->is_sealed = 1;
    return DESIG_OK;
}

static void take_newest_kind(desig_record *record) {
    uint32_t i, newest = 0;
    for (i = 0; i < record->presence_count; i++) {
        if (record->presences[i].span.first < newest) continue;
        newest = record->presences[i].span.first;
        record->kind = record->presences[i].kind;
    }
}

static desig_result seal(dsg_draft *draft, draft_record *record) {
    desig_result result = record->is_sealed ? DESIG_OK : note_sealed(draft, record);
    enum dsg_part_kind part;
    for (part = DSG_PART_NAME; result == DESIG_OK && part < DSG_PART_LEDGER_KINDS; part++)
        result = seal_parts(draft, record, part);
    if (result != DESIG_OK) return result;
    dsg_part_queue_end(&draft->waiting, &record->waiting);
    take_newest_kind(record->record);
    return DESIG_OK;
}

/* A record whose parts are known by their place is sealed on commit only. */
desig_result dsg_draft_seal(dsg_draft *draft, uint32_t record) {
    return draft->records[record].only_new ? DESIG_OK : seal(draft, &draft->records[record]);
}

/* ---- Commit ---- */

/* `../as_of`: listed on that day, since some day before. */
static desig_date until(const desig_date *as_of) {
    desig_date date = *as_of;
    date.first = 0;
    date.first_precision = DESIG_PRECISION_NONE;
    date.first_approximate = 0;
    return date;
}

/* `ledger` NULL: a plain list. */
static void date_derived_actions(dsg_draft *draft, const desig_list *ledger, const desig_date *as_of) {
    const desig_date listed = until(as_of);
    size_t i;
    uint32_t a;
    for (i = 0; i < draft->sealed_count; i++) {
        /* The draft's own memory, until the list has it. */
        desig_action *actions = (desig_action *)(uintptr_t)draft->sealed[i]->actions;
        for (a = 0; a < draft->sealed[i]->action_count; a++) {
            if (actions[a].derived)
                actions[a].effective = ledger == NULL ? listed : dsg_span_began(ledger, &actions[a].span);
        }
    }
}

static desig_result refuse_known_ids(const dsg_draft *draft, desig_error *error) {
    size_t i;
    if (draft->file_count > 0 && draft->list->count > 0)
        return dsg_error_set(error, DESIG_E_ARGUMENT, "a ledger must be read into an empty list");
    if (dsg_list_must_be_plain(draft->list, error) != DESIG_OK) return DESIG_E_ARGUMENT;
    for (i = 0; i < draft->count; i++) {
        const char *id = draft->records[i].record->id;
        if (desig_list_get(draft->list, id) != NULL)
            return dsg_error_set(error, DESIG_E_EXISTS, "the list has a record %s already", id);
    }
    return DESIG_OK;
}

static desig_result seal_all(dsg_draft *draft) {
    desig_result result = DESIG_OK;
    size_t i;
    for (i = 0; result == DESIG_OK && i < draft->count; i++) result = seal(draft, &draft->records[i]);
    return result;
}

static desig_result add_records(dsg_draft *draft, const desig_date *as_of, desig_error *error) {
    desig_list *list = draft->list;
    const desig_list *ledger = draft->file_count > 0 ? list : NULL;
    desig_result result = dsg_draft_put_editions(list, &draft->arena, draft->files, draft->file_count, error);
    size_t i;
    for (i = 0; result == DESIG_OK && ledger != NULL && i < draft->sealed_count; i++)
        result = dsg_draft_check_spans(ledger, draft->sealed[i], error);
    if (result != DESIG_OK) {
        list->edition_count = 0;
        return result;
    }
    date_derived_actions(draft, ledger, as_of);
    for (i = 0; i < draft->sealed_count; i++) {
        draft->sealed[i]->ledger = ledger;
        dsg_list_put(list, draft->sealed[i]);
    }
    return DESIG_OK;
}

desig_result dsg_draft_commit(dsg_draft *draft, const desig_date *as_of, desig_error *error) {
    desig_list *list = draft->list;
    desig_result result = refuse_known_ids(draft, error);
    if (result != DESIG_OK) return result;
    result = seal_all(draft);
    if (result == DESIG_OK && draft->count > 0) result = dsg_list_reserve(list, draft->count);
    if (result != DESIG_OK) return dsg_error_plain(error, result);
    result = add_records(draft, as_of, error);
    if (result != DESIG_OK) return result;
    dsg_arena_adopt(&list->arena, &draft->arena);
    dsg_list_saw(list, list->edition_count > 0 ? &list->editions[list->edition_count - 1]->copied : as_of);
    dsg_draft_drop(draft);
    return DESIG_OK;
}
