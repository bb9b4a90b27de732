#include "ledger/edition_rows.h"

#include "base/memory.h"
#include "model/list.h"

#include <string.h>

enum { UNCHANGED = 0, CHANGED, ABSENT };

/* ---- The ledger's memory ---- */

static void release_memory(void *memory, const desig_allocator *allocator) {
    dsg_row_memory_free(memory);
    dsg_release(allocator, memory, sizeof(dsg_row_memory));
}

/* The memory of the ledger's rows, made if it has none; NULL when memory ends. */
static dsg_row_memory *memory_of(desig_list *ledger) {
    if (ledger->kept.object) return ledger->kept.object;
    dsg_row_memory *memory = dsg_alloc(&ledger->allocator, sizeof *memory);
    if (!memory) return NULL;
    dsg_row_memory_init(memory, &ledger->allocator);
    ledger->kept = (dsg_kept){memory, release_memory};
    return memory;
}

/* ---- Beginning ---- */

void dsg_edition_rows_init(dsg_edition_rows *rows, desig_list *ledger) {
    *rows = (dsg_edition_rows){.ledger = ledger};
    dsg_row_memory_init(&rows->other, &ledger->allocator);
}

void dsg_edition_rows_free(dsg_edition_rows *rows) {
    const desig_allocator *allocator = &rows->ledger->allocator;
    if (rows->memory) dsg_row_memory_forget(rows->memory, rows->remembered);
    dsg_row_memory_free(&rows->other);
    dsg_row_order_free(&rows->order, allocator);
    dsg_release(allocator, rows->expected, rows->record_count * sizeof *rows->expected);
    dsg_release(allocator, rows->changed, rows->record_count);
    dsg_release(allocator, rows->next, rows->next_count * sizeof *rows->next);
    dsg_release(allocator, rows->added, rows->added_capacity * sizeof *rows->added);
    dsg_release(allocator, rows->files, rows->file_count * sizeof *rows->files);
}

static desig_result copy_files(dsg_edition_rows *rows, const desig_edition_file *files, size_t count) {
    rows->files = dsg_alloc(&rows->ledger->allocator, count * sizeof *files);
    if (!rows->files) return DESIG_E_NOMEM;
    rows->file_count = count;
    memcpy(rows->files, files, count * sizeof *files);
    return DESIG_OK;
}

static desig_result make_room(dsg_edition_rows *rows) {
    const desig_allocator *allocator = &rows->ledger->allocator;
    rows->record_count = desig_list_count(rows->ledger);
    rows->next_count = rows->memory->newest.count;
    rows->expected = dsg_alloc(allocator, rows->record_count * sizeof *rows->expected);
    rows->changed = dsg_alloc(allocator, rows->record_count);
    rows->next = dsg_alloc(allocator, rows->next_count * sizeof *rows->next);
    return rows->expected && rows->changed && rows->next ? DESIG_OK : DESIG_E_NOMEM;
}

/* Expect of every record the rows that it had in the newest edition. */
static desig_result expect_rows(dsg_edition_rows *rows) {
    const dsg_row_memory *memory = rows->memory;
    desig_result result = make_room(rows);
    if (result != DESIG_OK) return result;
    for (size_t i = 0; i < rows->record_count; i++) rows->expected[i] = DSG_NO_ROW;
    memset(rows->changed, ABSENT, rows->record_count);
    for (size_t i = rows->next_count; i-- > 0;) {
        uint32_t record = memory->rows[memory->newest.rows[i]].record;
        if (record >= rows->record_count) continue;
        rows->next[i] = rows->expected[record];
        rows->expected[record] = (uint32_t)i;
        rows->changed[record] = UNCHANGED;
    }
    return DESIG_OK;
}

static int has_form(const dsg_row_memory *memory, const char *form, size_t length) {
    return memory->form.length == length && memcmp(memory->form.bytes, form, length) == 0;
}

static desig_result begin(void *context, const desig_edition_file *files, size_t count, const char *form,
                          size_t form_length, int *known) {
    dsg_edition_rows *rows = context;
    desig_result result = copy_files(rows, files, count);
    *known = 0;
    if (result != DESIG_OK || !form) return result;
    dsg_row_memory *memory = memory_of(rows->ledger);
    if (!memory) return DESIG_E_NOMEM;
    *known = rows->is_surveyed = has_form(memory, form, form_length);
    rows->memory = *known ? memory : &rows->other;
    rows->remembered = rows->memory->count;
    return *known ? expect_rows(rows) : dsg_buffer_append(&rows->other.form, form, form_length);
}

/* ---- Rows ---- */

static void mark_changed(dsg_edition_rows *rows, size_t record) {
    if (record < rows->record_count) rows->changed[record] = CHANGED;
}

/* A row that is known comes: of its record it should be the next one. */
static void follow(dsg_edition_rows *rows, uint32_t row) {
    uint32_t record = rows->memory->rows[row].record;
    if (!rows->is_surveyed || record >= rows->record_count) return;
    uint32_t place = rows->expected[record];
    if (place != DSG_NO_ROW && rows->memory->newest.rows[place] == row)
        rows->expected[record] = rows->next[place];
    else
        mark_changed(rows, record);
}

static desig_result meet(void *context, const char *bytes, size_t length, int *known) {
    dsg_edition_rows *rows = context;
    uint32_t hash = dsg_row_memory_hash(rows->memory, bytes, length);
    uint32_t row = dsg_row_memory_find(rows->memory, bytes, length, hash);
    *known = row != DSG_NO_ROW;
    rows->met.bytes = bytes;
    rows->met.length = length;
    rows->met.hash = hash;
    if (!*known) return DESIG_OK;
    follow(rows, row);
    return dsg_row_order_add(&rows->order, &rows->ledger->allocator, row);
}

/* Until the edition is in the ledger, a new record has no position: note its id. */
static desig_result note_id(dsg_edition_rows *rows, uint32_t row, const char *id) {
    dsg_new_row *added = dsg_grow(&rows->ledger->allocator, rows->added, sizeof *added, rows->added_count,
                                  &rows->added_capacity);
    const char *kept = dsg_arena_text(&rows->memory->arena, id, strlen(id));
    if (added) rows->added = added;
    if (!added || !kept) return DESIG_E_NOMEM;
    added[rows->added_count++] = (dsg_new_row){row, kept};
    return DESIG_OK;
}

static desig_result learn(void *context, const char *id) {
    dsg_edition_rows *rows = context;
    size_t position = dsg_list_position(rows->ledger, id);
    uint32_t record = position == DSG_NO_POSITION ? DSG_NEW_RECORD : (uint32_t)position;
    desig_result result =
        dsg_row_memory_add(rows->memory, rows->met.bytes, rows->met.length, rows->met.hash, record);
    if (result != DESIG_OK) return result;
    uint32_t row = (uint32_t)rows->memory->count - 1;
    mark_changed(rows, record);
    if (record == DSG_NEW_RECORD) result = note_id(rows, row, id);
    return result == DESIG_OK ? dsg_row_order_add(&rows->order, &rows->ledger->allocator, row) : result;
}

static void give_up(void *context) {
    dsg_edition_rows *rows = context;
    rows->is_surveyed = 0;
    rows->order.count = 0;
}

static int wants(void *context) {
    dsg_edition_rows *rows = context;
    uint32_t row = rows->order.rows[rows->asked++];
    int same = dsg_edition_rows_are_same(rows, rows->memory->rows[row].record);
    rows->known_rows += (uint64_t)same;
    return !same;
}

static void end(void *context, const desig_date *published, int reliable) {
    dsg_edition_rows *rows = context;
    rows->published = *published;
    rows->is_reliable = reliable;
}

dsg_row_filter dsg_edition_rows_filter(dsg_edition_rows *rows) {
    return (dsg_row_filter){rows, begin, meet, learn, give_up, wants, end};
}

int dsg_edition_rows_are_same(const dsg_edition_rows *rows, size_t record) {
    return rows->is_surveyed && record < rows->record_count && rows->changed[record] == UNCHANGED &&
           rows->expected[record] == DSG_NO_ROW;
}

/* ---- Keeping ---- */

/* A row whose record did not come into the ledger is wanted again. */
static void find_records(dsg_edition_rows *rows) {
    for (size_t i = 0; i < rows->added_count; i++) {
        size_t position = dsg_list_position(rows->ledger, rows->added[i].id);
        if (position != DSG_NO_POSITION) rows->memory->rows[rows->added[i].row].record = (uint32_t)position;
    }
}

void dsg_edition_rows_keep(dsg_edition_rows *rows) {
    dsg_row_memory *kept = rows->ledger->kept.object;
    if (!rows->is_reliable) {
        if (kept) dsg_row_memory_free(kept);
        rows->memory = NULL;
        return;
    }
    find_records(rows);
    dsg_row_order before = rows->memory->newest;
    rows->memory->newest = rows->order;
    rows->order = before;
    if (rows->memory == &rows->other) {
        dsg_row_memory old = *kept;
        *kept = rows->other;
        rows->other = old;
    }
    rows->memory = NULL;
}
