/* The row that is being read, as a format sees it: its cells, their file, and the record that they are
 * about. Formats set `record` and `group`, and add parts with the functions below. */
#ifndef DSG_CSV_CURSOR_H
#define DSG_CSV_CURSOR_H

#include "csv/file.h"
#include "csv/import.h"

struct dsg_cursor {
    dsg_import *import;
    const dsg_file *file;
    dsg_row *row;    /* NULL: no row, or none that could be parsed */
    size_t column;   /* whose rule is being applied, SIZE_MAX before and after the rules */
    size_t searched; /* bytes of the row that were looked through for places */
    uint32_t record; /* of the row; DSG_NO_RECORD: the row is done with, its rules are skipped */
    uint32_t group;  /* of the row's facts, 0 for none */
};

/* A cursor before its first row. */
static inline dsg_cursor dsg_cursor_of(dsg_import *import, const dsg_file *file) {
    return (dsg_cursor){.import = import, .file = file, .column = SIZE_MAX, .record = DSG_NO_RECORD};
}

/* The cell of a rule's column, by the rule's number in the format's table; absent if the file has no such
 * column. */
static inline const dsg_cell *dsg_cell_of(const dsg_cursor *cursor, size_t rule) {
    static const dsg_cell absent = {NULL, 0};
    size_t column = cursor->file->column_of_rule[rule];
    return column < cursor->row->count ? &cursor->row->cells[column] : &absent;
}

/* The position in the row of a rule's column, SIZE_MAX if the file has none. */
static inline size_t dsg_column_of(const dsg_cursor *cursor, size_t rule) {
    return cursor->file->column_of_rule[rule];
}

/* Report a finding about a cell of the row (its position), or about the row as a whole (SIZE_MAX). `check` is
 * static. DESIG_OK; DESIG_E_FORMAT if a strict read ends here. */
desig_result dsg_diagnose(dsg_cursor *cursor, desig_severity severity, const char *check, size_t column,
                          const char *format, ...) DSG_PRINTF(5, 6);

/* Report and keep a row that a format can make nothing of: a `raw-row` fact of a record of its own. */
desig_result dsg_keep_raw(dsg_cursor *cursor, const char *check, size_t column, const char *format, ...)
    DSG_PRINTF(4, 5);

/* Keep bytes (UTF-8) that are no readable row likewise; the record is named by their digest. */
desig_result dsg_keep_raw_row(dsg_cursor *cursor, const char *check, const char *bytes, size_t length);

/* ---- The record ---- */

/* The record `source:native`, made if new; DESIG_E_NOMEM. Sets cursor->record. */
desig_result dsg_begin_record(dsg_cursor *cursor, const char *source, const char *native, size_t length,
                              int *is_new);

/* Likewise `source:native@qualifier`, where several parties have one native id. */
desig_result dsg_begin_qualified(dsg_cursor *cursor, const char *source, const char *native, size_t length,
                                 const char *qualifier, size_t qualifier_length, int *is_new);

/* What dsg_draft_kind() and its like do, for the cursor's record. */
static inline desig_kind dsg_cursor_kind(const dsg_cursor *cursor) {
    return dsg_draft_kind(cursor->import->draft, cursor->record);
}

static inline void dsg_cursor_set_kind(const dsg_cursor *cursor, desig_kind kind) {
    dsg_draft_set_kind(cursor->import->draft, cursor->record, kind);
}

static inline const char *dsg_cursor_primary(const dsg_cursor *cursor) {
    return dsg_draft_primary(cursor->import->draft, cursor->record);
}

static inline int dsg_cursor_has_actions(const dsg_cursor *cursor) {
    return dsg_draft_has_actions(cursor->import->draft, cursor->record);
}

static inline desig_result dsg_cursor_only_new(const dsg_cursor *cursor) {
    return dsg_draft_only_new(cursor->import->draft, cursor->record);
}

static inline desig_result dsg_cursor_seal(const dsg_cursor *cursor) {
    return dsg_draft_seal(cursor->import->draft, cursor->record);
}

/* ---- Its parts ---- */

/* Add a name, and as derived names those of which its text is made up: see packed_names.h. */
desig_result dsg_add_name(dsg_cursor *cursor, const desig_name *name);

/* Keep texts and add parts, with DESIG_E_NOMEM instead of NULL. */
desig_result dsg_add_plain_name(dsg_cursor *cursor, const desig_name *name);
desig_result dsg_add_action(dsg_cursor *cursor, const desig_action *action);
desig_result dsg_add_link(dsg_cursor *cursor, const desig_link *link);
desig_result dsg_add_assertion(dsg_cursor *cursor, const desig_assertion *assertion);
desig_result dsg_add_fact(dsg_cursor *cursor, const desig_fact *fact);
desig_result dsg_keep(dsg_cursor *cursor, const char *bytes, size_t length, const char **kept);

/* The same for a text that hardly ever comes twice (a name, a number, a street). */
desig_result dsg_keep_once(dsg_cursor *cursor, const char *bytes, size_t length, const char **kept);

/* Rules that formats share: the cell as a whole, verbatim. `argument` is a desig_fact_type; label is the
 * column's name, group the row's. */
desig_result dsg_take_fact(dsg_cursor *cursor, size_t column, int argument);

#endif
