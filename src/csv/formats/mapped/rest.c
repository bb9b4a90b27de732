/* What of a row's cells its parts do not repeat: a `no`, the letters behind a number, the dates after the
 * first. */
#include "csv/formats/mapped/mapped.h"
#include "csv/shared_rules.h"

/* The whole of a cell of which but the beginning counts. */
static desig_result keep_rest(dsg_cursor *cursor, size_t column, dsg_piece cell, int is_whole) {
    return is_whole ? DESIG_OK : dsg_mapped_keep_as_fact(cursor, column, cell);
}

static desig_result keep_answer(dsg_cursor *cursor, size_t column, dsg_piece cell) {
    const dsg_mapped *mapped = cursor->import->mapped;
    int exact;
    const int answer = dsg_map_word_value(mapped->words, mapped->word_count, cell, DSG_SENSE_ANSWER, &exact);
    if (answer == 1 && exact) return DESIG_OK;
    if (answer < 0) {
        const desig_result result =
            dsg_diagnose(cursor, DESIG_SEVERITY_WARNING, "unknown-answer", column,
                         "\"%.*s\" is neither yes nor no; kept as a fact", (int)cell.length, cell.bytes);
        if (result != DESIG_OK) return result;
    }
    return dsg_mapped_keep_as_fact(cursor, column, cell);
}

static int is_all(dsg_piece cell, dsg_target_role role) {
    for (size_t i = 0; i < cell.length; i++) {
        const char c = cell.bytes[i];
        if (role == DSG_ROLE_FIRST ? c == ' ' : c < '0' || c > '9') return 0;
    }
    return 1;
}

desig_result dsg_mapped_keep_rest(dsg_cursor *cursor) {
    const dsg_mapped *mapped = cursor->import->mapped;
    desig_result result = DESIG_OK;
    for (size_t rule = 0; result == DESIG_OK && rule < mapped->format.rule_count; rule++) {
        const dsg_target_role role = (dsg_target_role)mapped->rules_more[rule].role;
        const dsg_piece cell = dsg_text_of(cursor, rule);
        const size_t column = dsg_column_of(cursor, rule);
        if (cell.length == 0) continue;
        if (role == DSG_ROLE_ANSWER) result = keep_answer(cursor, column, cell);
        if (role == DSG_ROLE_DIGITS || role == DSG_ROLE_STEM || role == DSG_ROLE_FIRST)
            result = keep_rest(cursor, column, cell, is_all(cell, role));
    }
    return result;
}
