/* The commit of a draft: its records are sealed and added to the list. */
#include "base/error.h"
#include "base/memory.h"
#include "model/date.h"
#include "model/draft_editions.h"
#include "model/draft_inside.h"
#include "model/edition.h"
#include "model/list.h"

#include <string.h>

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
static desig_result seal_parts(dsg_draft *draft, dsg_drafted *record, enum dsg_part_kind part) {
    size_t size = dsg_part_size(part);
    uint32_t sealed_count, waiting = dsg_part_queue_count(&draft->waiting, record->waiting, part);
    const void *sealed = dsg_record_parts(record->record, part, &sealed_count);
    char *room;
    if (waiting == 0) return DESIG_OK;
    room = dsg_arena_take(&draft->arena, ((size_t)sealed_count + waiting) * size);
    if (!room) return DESIG_E_NOMEM;
    if (sealed_count > 0) memcpy(room, sealed, sealed_count * size);
    dsg_part_queue_take(&draft->waiting, record->waiting, part, room + sealed_count * size);
    if (part == DSG_PART_NAME) put_primary_first((desig_name *)(void *)room, sealed_count + waiting);
    dsg_record_set_parts(record->record, part, room, sealed_count + waiting);
    return DESIG_OK;
}

static desig_result note_sealed(dsg_draft *draft, dsg_drafted *record) {
    desig_record **all = dsg_grow(dsg_list_allocator(draft->list), draft->sealed, sizeof *all,
                                  draft->sealed_count, &draft->sealed_capacity);
    if (!all) return DESIG_E_NOMEM;
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

static desig_result seal(dsg_draft *draft, dsg_drafted *record) {
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

/* `ledger` NULL: a plain list. */
static void date_action(const desig_list *ledger, const desig_date *as_of, desig_action *action) {
    if (action->derived == 1)
        action->effective = ledger ? dsg_span_began(ledger, &action->span) : dsg_date_up_to(as_of);
    else
        dsg_date_end_by(&action->effective, as_of);
}

static void date_derived_actions(const desig_list *ledger, const desig_date *as_of, desig_record *record) {
    /* The draft's own memory, until the list has it. */
    desig_action *actions = (desig_action *)(uintptr_t)record->actions;
    uint32_t kept = 0;
    for (uint32_t a = 0; a < record->action_count; a++) {
        desig_action action = actions[a];
        if (action.derived) date_action(ledger, as_of, &action);
        if (action.derived == DSG_DERIVED_PRESENCE && action.effective.last_precision == DESIG_PRECISION_NONE)
            continue;
        action.derived = action.derived != 0;
        actions[kept++] = action;
    }
    record->action_count = kept;
}

static desig_result refuse_known_ids(const dsg_draft *draft, desig_error *error) {
    size_t i;
    if (draft->file_count > 0 && draft->list->count > 0)
        return dsg_error_set(error, DESIG_E_ARGUMENT, "a ledger must be read into an empty list");
    if (dsg_list_must_be_plain(draft->list, error) != DESIG_OK) return DESIG_E_ARGUMENT;
    for (i = 0; i < draft->count; i++) {
        const char *id = draft->records[i].record->id;
        if (desig_list_get(draft->list, id))
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
    for (i = 0; result == DESIG_OK && ledger && i < draft->sealed_count; i++)
        result = dsg_draft_check_spans(ledger, draft->sealed[i], error);
    if (result != DESIG_OK) {
        dsg_list_drop_editions(list);
        return result;
    }
    for (i = 0; i < draft->sealed_count; i++) {
        date_derived_actions(ledger, as_of, draft->sealed[i]);
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
    if (result == DESIG_OK) result = dsg_list_reserve_sources(list, draft->source_count);
    if (result != DESIG_OK) return dsg_error_plain(error, result);
    result = add_records(draft, as_of, error);
    if (result != DESIG_OK) return result;
    dsg_arena_adopt(&list->arena, &draft->arena);
    for (size_t i = 0; i < draft->source_count; i++) dsg_list_put_source(list, draft->sources[i]);
    dsg_list_saw(list, list->edition_count > 0 ? &list->editions[list->edition_count - 1]->copied : as_of);
    dsg_draft_drop(draft);
    return DESIG_OK;
}
