#include "csv/formats/ofac/family.h"

#include "base/ascii.h"
#include "base/memory.h"
#include "csv/formats/ofac/remarks.h"

#include <string.h>

dsg_ofac_state *dsg_ofac_state_of(const dsg_import *import) {
    dsg_ofac_state *state = import->state;
    if (!state->ready) {
        state->ready = 1;
        dsg_ofac_continuations_init(&state->continuations, import->allocator);
        dsg_buffer_init(&state->joined, import->allocator, SIZE_MAX / 2);
    }
    return state;
}

/* ---- Which list ---- */

/* Which list a program's tag puts a party on, in the files of the non-SDN list or wherever it stands:
 * https://ofac.treasury.gov/consolidated-sanctions-list/non-sdn-lists. Other tags are of several lists:
 * there, "NON-SDN" says no more than the file does. */
static const struct {
    const char *program;
    const char *list;
    int anywhere; /* no tag of the SDN list, though it may stand there beside one that is */
} program_lists[] = {
    {"NS-PLC", "NS-PLC", 1},
    {"CMIC-EO13959", "NS-CMIC", 1},
    {"561-Related", "CAPTA", 1},
    {"UKRAINE-EO13662", "SSI", 0},
};

const char *dsg_ofac_list_of(const char *program, int consolidated) {
    for (size_t i = 0; i < sizeof program_lists / sizeof program_lists[0]; i++) {
        if ((consolidated || program_lists[i].anywhere) && strcmp(program, program_lists[i].program) == 0)
            return program_lists[i].list;
    }
    return consolidated ? "NON-SDN" : "SDN";
}

/* OFAC calls its files of the non-SDN list cons_*.csv. */
static int has_consolidated_name(const char *file) {
    static const char prefix[] = "cons_";
    const char *slash = strrchr(file, '/');
    const char *name = slash ? slash + 1 : file;
    for (size_t i = 0; prefix[i] != '\0'; i++) {
        if (dsg_lower(name[i]) != prefix[i]) return 0;
    }
    return 1;
}

/* Nothing in the content says which list a file is; but a row that has only a tag of a non-SDN list can stand
 * in no SDN file, and the non-SDN list begins with such rows (NS-PLC, of 2006). */
void dsg_ofac_see_list(dsg_ofac_state *state, dsg_cursor *cursor) {
    if (state->file != cursor->file || cursor->row->line <= state->line)
        state->consolidated = has_consolidated_name(cursor->file->name);
    state->file = cursor->file;
    state->line = cursor->row->line;
    if (!state->consolidated && cursor->file->format->companion == 0) {
        const dsg_cell *program = dsg_cell_of(cursor, SDN_PROGRAM);
        state->consolidated = program->text && strcmp(dsg_ofac_list_of(program->text, 0), "SDN") != 0;
    }
    cursor->import->rows_depend |= state->consolidated;
}

/* ---- Numbers ---- */

int dsg_ofac_is_number(const dsg_cell *cell) {
    if (!cell->text || cell->length == 0) return 0;
    for (size_t i = 0; i < cell->length; i++) {
        if (!dsg_is_digit(cell->text[i])) return 0;
    }
    return 1;
}

uint32_t dsg_ofac_group_of(const dsg_cell *cell) {
    uint64_t value = 0;
    if (!dsg_ofac_is_number(cell) || cell->length > 10 || cell->text[0] == '0') return 0;
    for (size_t i = 0; i < cell->length; i++) value = 10 * value + (uint64_t)(cell->text[i] - '0');
    return value > UINT32_MAX ? 0 : (uint32_t)value;
}

desig_result dsg_ofac_begin_numbered(dsg_cursor *cursor) {
    const dsg_cell *number = dsg_cell_of(cursor, 0);
    int is_new;
    cursor->record = DSG_NO_RECORD;
    if (!dsg_ofac_is_number(number))
        return dsg_keep_raw(cursor, "bad-number", dsg_column_of(cursor, 0),
                            "the record's number is no number; the row is kept raw");
    return dsg_begin_record(cursor, "us-ofac", number->text, number->length, &is_new);
}

/* ---- Rows that refer to a record ---- */

desig_result dsg_ofac_note_primary(dsg_cursor *cursor, int *before) {
    dsg_ofac_state *state = dsg_ofac_state_of(cursor->import);
    while (state->list_count <= cursor->record) {
        unsigned char *lists = dsg_grow(cursor->import->allocator, state->lists, sizeof *lists,
                                        state->list_count, &state->list_capacity);
        if (!lists) return DESIG_E_NOMEM;
        state->lists = lists;
        lists[state->list_count++] = DSG_OFAC_NO_LIST;
    }
    *before = state->lists[cursor->record];
    state->lists[cursor->record] |=
        (unsigned char)(state->consolidated ? DSG_OFAC_NON_SDN_LIST : DSG_OFAC_SDN_LIST);
    return DESIG_OK;
}

static int has_primary_row(const dsg_ofac_state *state, uint32_t record) {
    return record < state->list_count && state->lists[record] != DSG_OFAC_NO_LIST;
}

/* Whether the row follows the rows of a reference, and refers to the same record. */
static int goes_on(const dsg_ofac_reference *last, const dsg_cursor *cursor) {
    return last->record == cursor->record && last->file == cursor->file &&
           last->line + last->rows == cursor->row->line;
}

desig_result dsg_ofac_note_reference(dsg_cursor *cursor) {
    dsg_ofac_state *state = dsg_ofac_state_of(cursor->import);
    dsg_ofac_reference *all = state->references;
    if (state->reference_count > 0 && goes_on(&all[state->reference_count - 1], cursor)) {
        all[state->reference_count - 1].rows++;
        return DESIG_OK;
    }
    all = dsg_grow(cursor->import->allocator, all, sizeof *all, state->reference_count,
                   &state->reference_capacity);
    if (!all) return DESIG_E_NOMEM;
    state->references = all;
    all[state->reference_count++] = (dsg_ofac_reference){
        .file = cursor->file, .line = cursor->row->line, .rows = 1, .record = cursor->record};
    return DESIG_OK;
}

/* One finding a row, at the row's number. */
static desig_result diagnose_orphans(dsg_import *import, const dsg_ofac_reference *from) {
    dsg_row row = {.line = from->line, .raw = ""};
    dsg_cursor cursor = dsg_cursor_of(import, from->file);
    desig_result result = DESIG_OK;
    cursor.row = &row;
    cursor.record = from->record;
    for (; result == DESIG_OK && row.line < from->line + from->rows; row.line++)
        result = dsg_diagnose(&cursor, DESIG_SEVERITY_ERROR, "orphan-row", dsg_column_of(&cursor, 0),
                              "the primary file has no row of this number; kept in a record without one");
    return result;
}

/* ---- The family ---- */

static void release(void *family_state, const desig_allocator *allocator) {
    dsg_ofac_state *state = family_state;
    if (!state->ready) return;
    dsg_ofac_continuations_free(&state->continuations);
    dsg_buffer_free(&state->joined);
    dsg_release(allocator, state->lists, state->list_capacity * sizeof *state->lists);
    dsg_release(allocator, state->references, state->reference_capacity * sizeof *state->references);
}

static desig_result keep_unused(dsg_import *import, const dsg_ofac_continuation *left) {
    dsg_cursor cursor = dsg_cursor_of(import, left->file);
    dsg_ofac_reference reference = {.file = left->file, .line = left->line, .rows = 1};
    int is_new;
    desig_result result = dsg_begin_record(&cursor, "us-ofac", left->number, strlen(left->number), &is_new);
    reference.record = cursor.record;
    if (result == DESIG_OK && !has_primary_row(dsg_ofac_state_of(import), cursor.record))
        result = diagnose_orphans(import, &reference);
    return result == DESIG_OK ? dsg_ofac_read_remarks(&cursor, SIZE_MAX, left->text, 0, DSG_OFAC_CUT_BEFORE)
                              : result;
}

static desig_result finish(dsg_cursor *cursor) {
    const dsg_ofac_state *state = dsg_ofac_state_of(cursor->import);
    const dsg_ofac_continuations *left = &state->continuations;
    desig_result result = DESIG_OK;
    for (size_t i = 0; result == DESIG_OK && i < state->reference_count; i++) {
        if (!has_primary_row(state, state->references[i].record))
            result = diagnose_orphans(cursor->import, &state->references[i]);
    }
    for (size_t i = 0; result == DESIG_OK && i < left->count; i++) {
        if (!left->items[i].used) result = keep_unused(cursor->import, &left->items[i]);
    }
    return result;
}

const dsg_format_family dsg_ofac_family = {sizeof(dsg_ofac_state), finish, release, 1};
