/* OFAC's primary files: sdn.csv, and cons_prim.csv of the consolidated non-SDN list. Columns: dat_spec.txt at
 * https://ofac.treasury.gov/sdn-list-data-formats-data-schemas, which also names the null text. */
#include "csv/formats/formats.h"

#include "csv/formats/ofac/family.h"
#include "csv/formats/ofac/remarks.h"
#include "csv/shared_rules.h"

#include <string.h>

/* Remarks are cut at this many characters (dat_spec.txt, "Spillover files"). */
enum { REMARKS_LIMIT = 1000 };

/* ---- The primary file ---- */

/* A number's second row adds what differs. A party may be on both lists. */
static desig_result begin_repeated(dsg_cursor *cursor, int before) {
    int list = dsg_ofac_state_of(cursor->import)->consolidated ? DSG_OFAC_NON_SDN_LIST : DSG_OFAC_SDN_LIST;
    desig_result result = dsg_cursor_only_new(cursor);
    if (result != DESIG_OK) return result;
    if ((before & list) == 0)
        return dsg_diagnose(cursor, DESIG_SEVERITY_NOTE, "on-both-lists", dsg_column_of(cursor, SDN_NUMBER),
                            "on the SDN list and on the non-SDN list; one record for both");
    return dsg_diagnose(cursor, DESIG_SEVERITY_WARNING, "repeated-number", dsg_column_of(cursor, SDN_NUMBER),
                        "a second row of this number; what differs is added to the record");
}

static desig_result begin_sdn_row(dsg_cursor *cursor) {
    desig_result result = dsg_ofac_begin_numbered(cursor);
    int before;
    if (result != DESIG_OK || cursor->record == DSG_NO_RECORD) return result;
    dsg_ofac_see_list(dsg_ofac_state_of(cursor->import), cursor);
    result = dsg_ofac_note_primary(cursor, &before);
    if (result != DESIG_OK) return result;
    if (before != DSG_OFAC_NO_LIST) return begin_repeated(cursor, before);
    /* "-0-" as the type of an SDN means an organisation. */
    if (!dsg_cell_of(cursor, SDN_TYPE)->text) dsg_cursor_set_kind(cursor, DESIG_KIND_GROUP);
    return DESIG_OK;
}

/* OFAC does not say who designated the party, except that only the Secretary of State designates foreign
 * terrorist organizations (8 U.S.C. 1189). */
static desig_result add_program(dsg_cursor *cursor, const char *tag, size_t length) {
    const dsg_ofac_state *state = dsg_ofac_state_of(cursor->import);
    desig_action action = {.type = DESIG_ACTION_DESIGNATED, .authority = "US", .derived = 1};
    desig_result result = dsg_keep(cursor, tag, length, &action.program);
    if (result != DESIG_OK) return result;
    action.list = dsg_ofac_list_of(action.program, state->consolidated);
    if (strcmp(action.program, "FTO") == 0) action.authority = "US-STATE";
    return dsg_add_action(cursor, &action);
}

/* `SDGT] [IRGC] [IFSR`: without the outer brackets. */
static desig_result take_programs(dsg_cursor *cursor, size_t column, int argument) {
    static const char between[] = "] [";
    const char *tag = cursor->row->cells[column].text;
    const char *end;
    (void)argument;
    while ((end = strstr(tag, between)) != NULL) {
        desig_result result = add_program(cursor, tag, (size_t)(end - tag));
        if (result != DESIG_OK) return result;
        tag = end + sizeof between - 1;
    }
    return add_program(cursor, tag, strlen(tag));
}

/* ---- Remarks ---- */

static int reaches_limit(const dsg_cell *cell) {
    size_t characters = 0;
    if (cell->length < REMARKS_LIMIT) return 0;
    for (size_t i = 0; i < cell->length; i++) characters += (cell->text[i] & 0xC0) != 0x80;
    return characters >= REMARKS_LIMIT;
}

static desig_result join(dsg_buffer *joined, const dsg_cell *cell, const char *continuation) {
    desig_result result;
    joined->length = 0;
    result = dsg_buffer_append(joined, cell->text, cell->length);
    return result == DESIG_OK ? dsg_buffer_append(joined, continuation, strlen(continuation) + 1) : result;
}

static desig_result read_remarks(dsg_cursor *cursor, const char *text, size_t own, int cut) {
    return dsg_ofac_read_remarks(cursor, dsg_column_of(cursor, SDN_REMARKS), text, own, cut);
}

/* A continuation belongs to a remark that was cut; one beside a remark that was not comes from another
 * edition, and its first piece lacks its beginning. */
static desig_result read_whole_remarks(dsg_cursor *cursor) {
    dsg_ofac_state *state = dsg_ofac_state_of(cursor->import);
    const dsg_cell *cell = dsg_cell_of(cursor, SDN_REMARKS);
    const dsg_ofac_continuation *more = dsg_ofac_continuations_take(
        &state->continuations, dsg_cell_of(cursor, SDN_NUMBER), state->consolidated);
    desig_result result = DESIG_OK;
    if (reaches_limit(cell) && more) {
        result = join(&state->joined, cell, more->text);
        return result == DESIG_OK
                   ? read_remarks(cursor, state->joined.bytes, cell->length, DSG_OFAC_WHOLE_TEXT)
                   : result;
    }
    if (reaches_limit(cell)) {
        result =
            dsg_diagnose(cursor, DESIG_SEVERITY_WARNING, "cut-remarks", dsg_column_of(cursor, SDN_REMARKS),
                         "cut at %d characters, and not continued by a comments file; the last piece is kept"
                         " as it stands",
                         REMARKS_LIMIT);
        return result == DESIG_OK ? read_remarks(cursor, cell->text, SIZE_MAX, DSG_OFAC_CUT_AFTER) : result;
    }
    if (cell->text) result = read_remarks(cursor, cell->text, SIZE_MAX, DSG_OFAC_WHOLE_TEXT);
    if (result != DESIG_OK || !more) return result;
    result =
        dsg_diagnose(cursor, DESIG_SEVERITY_WARNING, "stray-continuation", dsg_column_of(cursor, SDN_REMARKS),
                     "%s continues these remarks (line %llu), which are not cut; its pieces are kept",
                     more->file->name, (unsigned long long)more->line);
    if (result != DESIG_OK) return result;
    return read_remarks(cursor, more->text, 0, DSG_OFAC_CUT_BEFORE);
}

/* The companion files have been read, so the record is complete. */
static desig_result end_sdn_row(dsg_cursor *cursor) {
    desig_result result = read_whole_remarks(cursor);
    return result == DESIG_OK ? dsg_cursor_seal(cursor) : result;
}

/* ---- The format ---- */

static int is_sdn_row(const dsg_row *row) {
    const char *type;
    if (row->count != SDN_COLUMNS || !dsg_ofac_is_number(&row->cells[SDN_NUMBER])) return 0;
    type = row->cells[SDN_TYPE].text;
    return type && (strncmp(type, "-0-", 3) == 0 || desig_term_value(DESIG_TERMS_KIND, type) > 0);
}

static const dsg_rule sdn_rules[SDN_COLUMNS] = {
    [SDN_NUMBER] = {"ent_num", NULL, 0},
    [SDN_NAME] = {"SDN_Name", dsg_take_name, DESIG_STRENGTH_STRONG},
    [SDN_TYPE] = {"SDN_Type", dsg_take_kind, 0},
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

static const dsg_kind_word kinds[] = {
    {"individual", DESIG_KIND_INDIVIDUAL, 1},
    {"entity", DESIG_KIND_GROUP, 1},
    {"vessel", DESIG_KIND_VESSEL, 1},
    {"aircraft", DESIG_KIND_AIRCRAFT, 1},
    {NULL, DESIG_KIND_UNKNOWN, 0},
};

const dsg_format dsg_format_ofac_sdn = {
    DSG_OFAC_FORMAT("ofac-sdn", "OFAC sdn.csv: designated parties", 3, sdn_rules),
    .kinds = kinds,
    .distinctive = SDN_PROGRAM + 1,
    .rows_stand_alone = 1,
    .recognise = is_sdn_row,
    .begin_row = begin_sdn_row,
    .end_row = end_sdn_row,
};
