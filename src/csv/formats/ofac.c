/* OFAC's primary files: sdn.csv, and cons_prim.csv of the consolidated non-SDN list. Columns: dat_spec.txt at
 * https://ofac.treasury.gov/sdn-list-data-formats-data-schemas, which also names the null text. */
#include "csv/formats/formats.h"

#include "base/hash.h"
#include "base/memory.h"
#include "csv/formats/ofac_family.h"
#include "csv/formats/ofac_remarks.h"

#include <string.h>

/* Remarks are cut at this many characters (dat_spec.txt, "Spillover files"). */
enum { REMARKS_LIMIT = 1000 };

/* ---- The primary file ---- */

static uint64_t digest_of(const char *text, size_t length) {
    return text == NULL ? 0 : dsg_hash(text, length) | 1;
}

static desig_result make_primary_row(dsg_reading *reading, dsg_ofac_row **row) {
    dsg_ofac_state *state = dsg_ofac_state_of(reading);
    while (state->row_count <= reading->record) {
        dsg_ofac_row *rows =
            dsg_grow(reading->allocator, state->rows, sizeof *rows, state->row_count, &state->row_capacity);
        if (rows == NULL) return DESIG_E_NOMEM;
        state->rows = rows;
        memset(&rows[state->row_count++], 0, sizeof *rows);
    }
    *row = &state->rows[reading->record];
    return DESIG_OK;
}

/* A number's second row: blank what the first has said. A party may be on both lists, and then the same
 * program means another list. */
static desig_result blank_repeated(dsg_reading *reading, const dsg_ofac_row *first, uint64_t list) {
    dsg_ofac_state *state = dsg_ofac_state_of(reading);
    size_t rule;
    for (rule = SDN_NUMBER + 1; rule < SDN_REMARKS; rule++) {
        dsg_cell *cell = &reading->row->cells[dsg_column_of(reading, rule)];
        if (digest_of(cell->text, cell->length) != first->cells[rule]) continue;
        if (rule == SDN_PROGRAM && first->cells[SDN_NUMBER] != list)
            state->on_both = 1;
        else
            *cell = (dsg_cell){0};
    }
    if (first->cells[SDN_NUMBER] != list)
        return dsg_diagnose(reading, DESIG_SEVERITY_NOTE, "on-both-lists", dsg_column_of(reading, SDN_NUMBER),
                            "on the SDN list and on the non-SDN list; one record for both");
    return dsg_diagnose(reading, DESIG_SEVERITY_WARNING, "repeated-number",
                        dsg_column_of(reading, SDN_NUMBER),
                        "a second row of this number; what differs is added to the record");
}

static desig_result begin_sdn_row(dsg_reading *reading) {
    dsg_ofac_state *state = dsg_ofac_state_of(reading);
    dsg_ofac_row *first;
    uint64_t list;
    size_t rule;
    desig_result result = dsg_ofac_begin_numbered(reading);
    if (result != DESIG_OK || reading->record == DSG_NO_RECORD) return result;
    dsg_ofac_see_list(state, reading);
    list = state->consolidated ? 2 : 1;
    state->on_both = 0;
    result = make_primary_row(reading, &first);
    if (result != DESIG_OK) return result;
    if (first->cells[SDN_NUMBER] != 0) return blank_repeated(reading, first, list);
    first->cells[SDN_NUMBER] = list;
    for (rule = SDN_NUMBER + 1; rule < SDN_REMARKS; rule++) {
        const dsg_cell *cell = dsg_cell_of(reading, rule);
        first->cells[rule] = digest_of(cell->text, cell->length);
    }
    /* "-0-" as the type of an SDN means an organisation. */
    if (first->cells[SDN_TYPE] == 0) dsg_draft_set_kind(reading->draft, reading->record, DESIG_KIND_GROUP);
    return DESIG_OK;
}

static desig_result take_name(dsg_reading *reading, size_t column, int argument) {
    const dsg_cell *cell = &reading->row->cells[column];
    desig_name name = {.type = DESIG_NAME_PRIMARY, .strength = DESIG_STRENGTH_STRONG};
    desig_result result = dsg_keep_once(reading, cell->text, cell->length, &name.text);
    (void)argument;
    if (result != DESIG_OK) return result;
    if (dsg_draft_primary(reading->draft, reading->record) != NULL) name.type = DESIG_NAME_AKA;
    return dsg_add_name(reading, &name);
}

static desig_result take_type(dsg_reading *reading, size_t column, int argument) {
    int kind = desig_term_value(DESIG_TERMS_KIND, reading->row->cells[column].text);
    desig_result result;
    (void)argument;
    if (kind > 0 && dsg_draft_kind(reading->draft, reading->record) == DESIG_KIND_UNKNOWN) {
        dsg_draft_set_kind(reading->draft, reading->record, (desig_kind)kind);
        return DESIG_OK;
    }
    result = dsg_diagnose(reading, DESIG_SEVERITY_WARNING, "unknown-type", column,
                          "\"%s\" is no type that is known, or not the one given before",
                          reading->row->cells[column].text);
    return result == DESIG_OK ? dsg_take_fact(reading, column, DESIG_FACT_OTHER) : result;
}

/* OFAC does not say who designated the party, except that only the Secretary of State designates foreign
 * terrorist organizations (8 U.S.C. 1189). */
static desig_result add_program(dsg_reading *reading, const char *tag, size_t length) {
    const dsg_ofac_state *state = dsg_ofac_state_of(reading);
    desig_action action = {.type = DESIG_ACTION_DESIGNATED, .authority = "US", .derived = 1};
    desig_result result = dsg_keep(reading, tag, length, &action.program);
    if (result != DESIG_OK) return result;
    action.list = dsg_ofac_list_of(action.program, state->consolidated);
    if (state->on_both && action.list == dsg_ofac_list_of(action.program, !state->consolidated))
        return DESIG_OK;
    if (strcmp(action.program, "FTO") == 0) action.authority = "US-STATE";
    return dsg_add_action(reading, &action);
}

/* `SDGT] [IRGC] [IFSR`: without the outer brackets. */
static desig_result take_programs(dsg_reading *reading, size_t column, int argument) {
    static const char between[] = "] [";
    const char *tag = reading->row->cells[column].text;
    const char *end;
    (void)argument;
    while ((end = strstr(tag, between)) != NULL) {
        desig_result result = add_program(reading, tag, (size_t)(end - tag));
        if (result != DESIG_OK) return result;
        tag = end + sizeof between - 1;
    }
    return add_program(reading, tag, strlen(tag));
}

/* ---- Remarks ---- */

static int reaches_limit(const dsg_cell *cell) {
    size_t i, characters = 0;
    if (cell->length < REMARKS_LIMIT) return 0;
    for (i = 0; i < cell->length; i++) characters += (cell->text[i] & 0xC0) != 0x80;
    return characters >= REMARKS_LIMIT;
}

static desig_result join(dsg_buffer *joined, const dsg_cell *cell, const char *continuation) {
    desig_result result;
    joined->length = 0;
    result = dsg_buffer_append(joined, cell->text, cell->length);
    return result == DESIG_OK ? dsg_buffer_append(joined, continuation, strlen(continuation) + 1) : result;
}

static desig_result read_once(dsg_reading *reading, const char *text, int cut) {
    uint64_t *first = &dsg_ofac_state_of(reading)->rows[reading->record].cells[SDN_REMARKS];
    uint64_t digest = digest_of(text, strlen(text));
    if (digest == *first) return DESIG_OK;
    if (*first == 0) *first = digest;
    return dsg_ofac_read_remarks(reading, dsg_column_of(reading, SDN_REMARKS), text, cut);
}

/* A continuation belongs to a remark that was cut; one beside a remark that was not comes from another
 * edition, and its first piece lacks its beginning. */
static desig_result end_sdn_row(dsg_reading *reading) {
    dsg_ofac_state *state = dsg_ofac_state_of(reading);
    const dsg_cell *cell = dsg_cell_of(reading, SDN_REMARKS);
    const dsg_ofac_continuation *more = dsg_ofac_continuations_take(
        &state->continuations, dsg_cell_of(reading, SDN_NUMBER), state->consolidated);
    desig_result result = DESIG_OK;
    if (reaches_limit(cell) && more != NULL) {
        result = join(&state->joined, cell, more->text);
        return result == DESIG_OK ? read_once(reading, state->joined.bytes, DSG_OFAC_WHOLE_TEXT) : result;
    }
    if (reaches_limit(cell)) {
        result =
            dsg_diagnose(reading, DESIG_SEVERITY_WARNING, "cut-remarks", dsg_column_of(reading, SDN_REMARKS),
                         "cut at %d characters, and not continued by a comments file; the last piece is kept"
                         " as it stands",
                         REMARKS_LIMIT);
        return result == DESIG_OK ? read_once(reading, cell->text, DSG_OFAC_CUT_AFTER) : result;
    }
    if (cell->text != NULL) result = read_once(reading, cell->text, DSG_OFAC_WHOLE_TEXT);
    if (result != DESIG_OK || more == NULL) return result;
    result = dsg_diagnose(reading, DESIG_SEVERITY_WARNING, "stray-continuation",
                          dsg_column_of(reading, SDN_REMARKS),
                          "%s continues these remarks (line %llu), which are not cut; its pieces are kept",
                          more->file, (unsigned long long)more->line);
    if (result != DESIG_OK) return result;
    return dsg_ofac_read_remarks(reading, dsg_column_of(reading, SDN_REMARKS), more->text,
                                 DSG_OFAC_CUT_BEFORE);
}

/* ---- The format ---- */

static int is_sdn_row(const dsg_row *row) {
    const char *type;
    if (row->count != SDN_COLUMNS || !dsg_ofac_is_number(&row->cells[SDN_NUMBER])) return 0;
    type = row->cells[SDN_TYPE].text;
    return type != NULL && (strncmp(type, "-0-", 3) == 0 || desig_term_value(DESIG_TERMS_KIND, type) > 0);
}

static const dsg_rule sdn_rules[SDN_COLUMNS] = {
    [SDN_NUMBER] = {"ent_num", NULL, 0},
    [SDN_NAME] = {"SDN_Name", take_name, 0},
    [SDN_TYPE] = {"SDN_Type", take_type, 0},
    [SDN_PROGRAM] = {"Program", take_programs, 0},
    [SDN_TITLE] = {"Title", dsg_take_fact, DESIG_FACT_TITLE},
    [SDN_CALL_SIGN] = {"Call_Sign", dsg_take_fact, DESIG_FACT_OTHER},
    [SDN_VESSEL_TYPE] = {"Vess_type", dsg_take_fact, DESIG_FACT_OTHER},
    [SDN_TONNAGE] = {"Tonnage", dsg_take_fact, DESIG_FACT_OTHER},
    [SDN_GRT] = {"GRT", dsg_take_fact, DESIG_FACT_OTHER},
    [SDN_FLAG] = {"Vess_flag", dsg_take_fact, DESIG_FACT_OTHER},
    [SDN_OWNER] = {"Vess_owner", dsg_take_fact, DESIG_FACT_OTHER},
    [SDN_REMARKS] = {"Remarks", NULL, 0},
};

const dsg_format dsg_format_ofac_sdn = {
    DSG_OFAC_FORMAT("ofac-sdn", "OFAC sdn.csv: designated parties", 1, sdn_rules),
    .recognise = is_sdn_row,
    .begin_row = begin_sdn_row,
    .end_row = end_sdn_row,
};
