#include "model/row_memory.h"

#include "base/memory.h"
#include "model/list.h"

#include <string.h>

enum { FIRST_CAPACITY = 1024 };

void dsg_row_memory_init(dsg_row_memory *known, const desig_allocator *allocator) {
    *known = (dsg_row_memory){.allocator = allocator};
}

void dsg_row_memory_free(dsg_row_memory *known) {
    dsg_release(known->allocator, known->rows, known->row_capacity * sizeof *known->rows);
    dsg_release(known->allocator, known->chains, known->chain_count * sizeof *known->chains);
    dsg_row_memory_init(known, known->allocator);
}

/* ---- Rows ---- */

/* The slot of a digest, or the free one where it would go. */
static dsg_remembered_row *slot_of(const dsg_row_memory *known, uint64_t digest) {
    size_t at = (size_t)digest & (known->row_capacity - 1);
    while (known->rows[at].digest != 0 && known->rows[at].digest != digest)
        at = (at + 1) & (known->row_capacity - 1);
    return &known->rows[at];
}

uint32_t dsg_row_memory_find(const dsg_row_memory *known, uint64_t digest) {
    const dsg_remembered_row *row;
    if (known->row_capacity == 0) return DSG_NOT_KNOWN;
    row = slot_of(known, digest);
    return row->digest == 0 ? DSG_NOT_KNOWN : row->record;
}

/* Keep the table at most half full with so many rows more. */
static desig_result reserve_rows(dsg_row_memory *known, size_t more) {
    dsg_row_memory larger = *known;
    size_t i;
    if (larger.row_capacity == 0) larger.row_capacity = FIRST_CAPACITY;
    while (known->row_count + more > larger.row_capacity / 2) larger.row_capacity *= 2;
    if (larger.row_capacity == known->row_capacity) return DESIG_OK;
    larger.rows = dsg_alloc(known->allocator, larger.row_capacity * sizeof *larger.rows);
    if (larger.rows == NULL) return DESIG_E_NOMEM;
    memset(larger.rows, 0, larger.row_capacity * sizeof *larger.rows);
    for (i = 0; i < known->row_capacity; i++) {
        if (known->rows[i].digest != 0) *slot_of(&larger, known->rows[i].digest) = known->rows[i];
    }
    dsg_release(known->allocator, known->rows, known->row_capacity * sizeof *known->rows);
    *known = larger;
    return DESIG_OK;
}

static void put(dsg_row_memory *known, uint64_t digest, uint32_t record) {
    dsg_remembered_row *row = slot_of(known, digest);
    if (row->digest == 0) known->row_count++;
    *row = (dsg_remembered_row){digest, record};
}

/* ---- One edition ---- */

desig_result dsg_folding_note(dsg_folding *folding, uint64_t digest, const char *id) {
    const desig_allocator *allocator = dsg_list_allocator(folding->ledger);
    dsg_row_note *notes =
        dsg_grow(allocator, folding->notes, sizeof *notes, folding->note_count, &folding->note_capacity);
    if (notes == NULL) return DESIG_E_NOMEM;
    folding->notes = notes;
    notes[folding->note_count++] = (dsg_row_note){digest, id};
    return DESIG_OK;
}

desig_result dsg_folding_add_file(dsg_folding *folding, const desig_edition_file *file) {
    desig_edition_file *files = dsg_grow(dsg_list_allocator(folding->ledger), folding->files, sizeof *files,
                                         folding->file_count, &folding->file_capacity);
    if (files == NULL) return DESIG_E_NOMEM;
    folding->files = files;
    files[folding->file_count++] = *file;
    return DESIG_OK;
}

void dsg_folding_free(dsg_folding *folding) {
    const desig_allocator *allocator = dsg_list_allocator(folding->ledger);
    dsg_release(allocator, folding->notes, folding->note_capacity * sizeof *folding->notes);
    dsg_release(allocator, folding->chains, folding->chain_count * sizeof *folding->chains);
    dsg_release(allocator, folding->new_chains, folding->new_chain_count * sizeof *folding->new_chains);
    dsg_release(allocator, folding->files, folding->file_capacity * sizeof *folding->files);
}

int dsg_folding_is_unchanged(const dsg_folding *folding, size_t record) {
    const dsg_row_memory *known = &folding->ledger->known;
    return folding->chains != NULL && record < folding->chain_count && folding->chains[record] != 0 &&
           folding->chains[record] == known->chains[record];
}

/* ---- Remembering ---- */

desig_result dsg_row_memory_reserve(desig_list *ledger, dsg_folding *folding, size_t record_count) {
    if (folding->signature == 0) return DESIG_OK;
    folding->new_chains = dsg_alloc(&ledger->allocator, record_count * sizeof *folding->new_chains);
    if (folding->new_chains == NULL) return DESIG_E_NOMEM;
    folding->new_chain_count = record_count;
    return reserve_rows(&ledger->known, folding->note_count);
}

/* Chains for all records: those that were made while known rows were passed over, none yet for others. */
static void take_chains(dsg_row_memory *known, dsg_folding *folding) {
    memset(folding->new_chains, 0, folding->new_chain_count * sizeof *folding->new_chains);
    if (folding->chains != NULL)
        memcpy(folding->new_chains, folding->chains, folding->chain_count * sizeof *folding->chains);
    dsg_release(known->allocator, known->chains, known->chain_count * sizeof *known->chains);
    known->chains = folding->new_chains;
    known->chain_count = folding->new_chain_count;
    folding->new_chains = NULL;
    folding->new_chain_count = 0;
}

static void take_note(desig_list *ledger, const dsg_folding *folding, const dsg_row_note *note) {
    size_t record = note->id == NULL ? dsg_row_memory_find(&ledger->known, note->digest)
                                     : dsg_list_position(ledger, note->id);
    uint64_t *chain;
    if (record >= ledger->known.chain_count) return; /* again a row without a record */
    chain = &ledger->known.chains[record];
    if (folding->chains == NULL || record >= folding->chain_count)
        *chain = dsg_row_memory_chain(*chain, note->digest);
    put(&ledger->known, note->digest, (uint32_t)record);
}

void dsg_row_memory_remember(desig_list *ledger, dsg_folding *folding) {
    size_t i;
    if (folding->signature == 0) {
        dsg_row_memory_free(&ledger->known);
        return;
    }
    take_chains(&ledger->known, folding);
    for (i = 0; i < folding->note_count; i++) take_note(ledger, folding, &folding->notes[i]);
    ledger->known.signature = folding->signature;
}
