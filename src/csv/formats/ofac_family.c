#include "csv/formats/ofac_family.h"

#include "base/ascii.h"
#include "base/memory.h"
#include "csv/formats/formats.h"
#include "csv/formats/ofac_remarks.h"

#include <string.h>

dsg_ofac_state *dsg_ofac_state_of(dsg_reading *reading) {
    dsg_ofac_state *state = reading->state;
    if (!state->ready) {
        state->ready = 1;
        dsg_ofac_continuations_init(&state->continuations, reading->allocator);
        dsg_buffer_init(&state->joined, reading->allocator, SIZE_MAX / 2);
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
    size_t i;
    for (i = 0; i < sizeof program_lists / sizeof program_lists[0]; i++) {
        if ((consolidated || program_lists[i].anywhere) && strcmp(program, program_lists[i].program) == 0)
            return program_lists[i].list;
    }
    return consolidated ? "NON-SDN" : "SDN";
}

/* OFAC calls its files of the non-SDN list cons_*.csv. */
static int has_consolidated_name(const char *file) {
    static const char prefix[] = "cons_";
    const char *slash = strrchr(file, '/');
    const char *name = slash == NULL ? file : slash + 1;
    size_t i;
    for (i = 0; prefix[i] != '\0'; i++) {
        if (dsg_lower(name[i]) != prefix[i]) return 0;
    }
    return 1;
}

/* Nothing in the content says which list a file is; but a row that has only a tag of a non-SDN list can stand
 * in no SDN file, and the non-SDN list begins with such rows (NS-PLC, of 2006). */
void dsg_ofac_see_list(dsg_ofac_state *state, const dsg_reading *reading) {
    const dsg_cell *program;
    if (state->file != reading->file || reading->row->line <= state->line)
        state->consolidated = has_consolidated_name(reading->file);
    state->file = reading->file;
    state->line = reading->row->line;
    if (state->consolidated || reading->format != &dsg_format_ofac_sdn) return;
    program = dsg_cell_of(reading, SDN_PROGRAM);
    state->consolidated = program->text != NULL && strcmp(dsg_ofac_list_of(program->text, 0), "SDN") != 0;
}

/* ---- Numbers ---- */

int dsg_ofac_is_number(const dsg_cell *cell) {
    size_t i;
    if (cell->text == NULL || cell->length == 0) return 0;
    for (i = 0; i < cell->length; i++) {
        if (!dsg_is_digit(cell->text[i])) return 0;
    }
    return 1;
}

uint32_t dsg_ofac_group_of(const dsg_cell *cell) {
    uint64_t value = 0;
    size_t i;
    if (!dsg_ofac_is_number(cell) || cell->length > 10 || cell->text[0] == '0') return 0;
    for (i = 0; i < cell->length; i++) value = 10 * value + (uint64_t)(cell->text[i] - '0');
    return value > UINT32_MAX ? 0 : (uint32_t)value;
}

desig_result dsg_ofac_begin_numbered(dsg_reading *reading) {
    const dsg_cell *number = dsg_cell_of(reading, 0);
    int is_new;
    reading->record = DSG_NO_RECORD;
    if (!dsg_ofac_is_number(number))
        return dsg_keep_raw(reading, "bad-number", dsg_column_of(reading, 0),
                            "the record's number is no number; the row is kept raw");
    return dsg_begin_record(reading, "us-ofac", number->text, number->length, &is_new);
}

static int has_primary_row(const dsg_ofac_state *state, uint32_t record) {
    return record < state->row_count && state->rows[record].cells[SDN_NUMBER] != 0;
}

desig_result dsg_ofac_diagnose_orphan(dsg_reading *reading) {
    if (has_primary_row(dsg_ofac_state_of(reading), reading->record)) return DESIG_OK;
    return dsg_diagnose(reading, DESIG_SEVERITY_ERROR, "orphan-row", dsg_column_of(reading, 0),
                        "the primary file has no row of this number; kept in a record without one");
}

/* ---- The family ---- */

static void release(dsg_reading *reading) {
    dsg_ofac_state *state = dsg_ofac_state_of(reading);
    dsg_ofac_continuations_free(&state->continuations);
    dsg_buffer_free(&state->joined);
    dsg_release(reading->allocator, state->rows, state->row_capacity * sizeof *state->rows);
}

static desig_result keep_unused(dsg_reading *reading, const dsg_ofac_continuation *left) {
    dsg_row row = {.line = left->line, .raw = ""};
    int is_new;
    desig_result result;
    reading->file = left->file;
    reading->row = &row;
    result = dsg_begin_record(reading, "us-ofac", left->number, strlen(left->number), &is_new);
    if (result == DESIG_OK) result = dsg_ofac_diagnose_orphan(reading);
    if (result == DESIG_OK)
        result = dsg_ofac_read_remarks(reading, SIZE_MAX, left->text, DSG_OFAC_CUT_BEFORE);
    reading->row = NULL;
    return result;
}

static desig_result finish(dsg_reading *reading) {
    const dsg_ofac_continuations *all = &dsg_ofac_state_of(reading)->continuations;
    size_t i;
    for (i = 0; i < all->count; i++) {
        desig_result result = all->items[i].used ? DESIG_OK : keep_unused(reading, &all->items[i]);
        if (result != DESIG_OK) return result;
    }
    return DESIG_OK;
}

const dsg_family dsg_ofac_family = {sizeof(dsg_ofac_state), finish, release};
