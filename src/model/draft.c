#include "base/error.h"
#include "base/memory.h"
#include "model/draft_inside.h"
#include "model/list.h"

#include <string.h>

desig_result dsg_draft_open(desig_list *list, dsg_draft **out) {
    const desig_allocator *allocator = dsg_list_allocator(list);
    dsg_draft *draft = dsg_alloc(allocator, sizeof *draft);
    if (!draft) return DESIG_E_NOMEM;
    memset(draft, 0, sizeof *draft);
    draft->list = list;
    dsg_arena_init(&draft->arena, allocator);
    dsg_strings_init(&draft->strings, &draft->arena);
    dsg_part_set_init(&draft->known, allocator);
    dsg_table_init(&draft->by_id, allocator);
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
    if (!draft) return;
    allocator = dsg_list_allocator(draft->list);
    dsg_part_queue_free(&draft->waiting);
    dsg_part_set_free(&draft->known);
    dsg_strings_free(&draft->strings);
    dsg_arena_free(&draft->arena);
    dsg_release(allocator, draft->records, draft->capacity * sizeof *draft->records);
    dsg_table_free(&draft->by_id);
    dsg_release(allocator, draft->sealed, draft->sealed_capacity * sizeof(*draft->sealed));
    dsg_release(allocator, draft->sources, draft->source_capacity * sizeof(*draft->sources));
    dsg_release(allocator, draft->files, draft->file_capacity * sizeof *draft->files);
    dsg_release(allocator, draft, sizeof *draft);
}

const char *dsg_draft_keep(dsg_draft *draft, const char *bytes, size_t length) {
    return bytes ? dsg_strings_keep(&draft->strings, bytes, length) : NULL;
}

const char *dsg_draft_keep_once(dsg_draft *draft, const char *bytes, size_t length) {
    return bytes ? dsg_arena_text(&draft->arena, bytes, length) : NULL;
}

/* ---- Records by id ---- */

static int has_id(const dsg_draft *draft, uint32_t record, const char *id, size_t length) {
    return draft->records[record].id_length == length &&
           memcmp(draft->records[record].record->id, id, length) == 0;
}

static uint32_t find(const dsg_draft *draft, uint32_t hash, const char *id, size_t length) {
    size_t at = hash;
    uint32_t item;
    while ((item = dsg_table_seek(&draft->by_id, hash, &at)) != DSG_TABLE_END)
        if (has_id(draft, item, id, length)) break;
    return item;
}

static uint32_t make_record(dsg_draft *draft, uint32_t hash, const char *id, size_t length) {
    dsg_drafted *records = dsg_grow(dsg_list_allocator(draft->list), draft->records, sizeof *records,
                                    draft->count, &draft->capacity);
    desig_record *record;
    const char *kept;
    if (!records) return DSG_NO_RECORD;
    draft->records = records;
    if (dsg_table_reserve(&draft->by_id, 1) != DESIG_OK) return DSG_NO_RECORD;
    kept = dsg_arena_text(&draft->arena, id, length);
    record = dsg_arena_take(&draft->arena, sizeof *record);
    if (!kept || !record || draft->count >= UINT32_MAX - 1 || length > UINT32_MAX) return DSG_NO_RECORD;
    *record = (desig_record){.size = sizeof *record, .id = kept};
    dsg_table_put(&draft->by_id, hash, (uint32_t)draft->count);
    draft->records[draft->count] =
        (dsg_drafted){.record = record, .waiting = DSG_NO_CHAINS, .id_length = (uint32_t)length};
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
    *is_new = 0;
    if (is_near(draft, id, length)) return draft->latest;
    uint32_t hash = dsg_table_hash(&draft->by_id, id, length);
    uint32_t found = find(draft, hash, id, length);
    *is_new = found == DSG_TABLE_END;
    draft->latest = *is_new ? make_record(draft, hash, id, length) : found;
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
    const dsg_drafted *of = &draft->records[record];
    return of->record->action_count > 0 ||
           dsg_part_queue_count(&draft->waiting, of->waiting, DSG_PART_ACTION) > 0;
}

/* ---- Parts ---- */

desig_result dsg_draft_add(dsg_draft *draft, uint32_t number, enum dsg_part_kind part, const void *content) {
    dsg_drafted *record = &draft->records[number];
    const desig_name *name = content;
    if (part == DSG_PART_NAME && name->type == DESIG_NAME_PRIMARY && !record->primary)
        record->primary = name->text;
    if (record->only_new && dsg_part_set_has(&draft->known, number, part, content)) return DESIG_OK;
    void *kept = dsg_part_queue_add(&draft->waiting, &record->waiting, part, content);
    if (!kept) return DESIG_E_NOMEM;
    if (draft->come_from != 0) dsg_part_span(part, kept)->file = draft->come_from;
    return record->only_new ? dsg_part_set_add(&draft->known, number, part, kept) : DESIG_OK;
}

void dsg_draft_come_from(dsg_draft *draft, uint16_t file) {
    draft->come_from = file;
}

desig_result dsg_draft_source(dsg_draft *draft, const dsg_list_source *source) {
    dsg_list_source *kept = dsg_arena_take(&draft->arena, sizeof *kept);
    dsg_list_source **sources = kept ? dsg_grow(dsg_list_allocator(draft->list), draft->sources,
                                                sizeof *sources, draft->source_count, &draft->source_capacity)
                                     : NULL;
    if (!sources) return DESIG_E_NOMEM;
    *kept = *source;
    kept->about.size = sizeof kept->about;
    draft->sources = sources;
    sources[draft->source_count++] = kept;
    return DESIG_OK;
}

dsg_list_source *const *dsg_draft_sources(const dsg_draft *draft, size_t *count) {
    *count = draft->source_count;
    return draft->sources;
}

int dsg_draft_is_ledger(const dsg_draft *draft) {
    return draft->file_count > 0;
}

desig_result dsg_draft_edition(dsg_draft *draft, const dsg_draft_file *file) {
    dsg_draft_file *files = dsg_grow(dsg_list_allocator(draft->list), draft->files, sizeof *files,
                                     draft->file_count, &draft->file_capacity);
    if (!files) return DESIG_E_NOMEM;
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
    const dsg_drafted *record = &draft->records[number];
    size_t size = dsg_part_size(part);
    uint32_t sealed_count, at = DSG_NO_ITEM;
    uint32_t waiting = dsg_part_queue_count(&draft->waiting, record->waiting, part);
    const char *sealed = dsg_record_parts(record->record, part, &sealed_count);
    desig_result result = DESIG_OK;
    for (uint32_t i = 0; result == DESIG_OK && i < sealed_count; i++)
        result = know(draft, number, part, sealed + i * size);
    for (uint32_t i = 0; result == DESIG_OK && i < waiting; i++)
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
