/* The designations layout, for people and spreadsheets: what its files share. */
#ifndef DSG_CSV_FORMATS_DESIGNATIONS_H
#define DSG_CSV_FORMATS_DESIGNATIONS_H

#include "csv/cells.h"
#include "csv/cursor.h"

/* In the order of the file. */
enum dsg_designation_column {
    DSG_COLUMN_ID,
    DSG_COLUMN_KIND,
    DSG_COLUMN_NAME,
    DSG_COLUMN_ALIASES,
    DSG_COLUMN_TITLES,
    DSG_COLUMN_ACTION,
    DSG_COLUMN_ANNOUNCED,
    DSG_COLUMN_DATE,
    DSG_COLUMN_AUTHORITY,
    DSG_COLUMN_LIST,
    DSG_COLUMN_PROGRAM,
    DSG_COLUMN_MEASURES,
    DSG_COLUMN_LEGAL_BASIS,
    DSG_COLUMN_JUSTIFICATION,
    DSG_COLUMN_STATEMENT_BY,
    DSG_COLUMN_CITATION,
    DSG_COLUMN_LINKS,
    DSG_COLUMN_BIRTH_DATES,
    DSG_COLUMN_BIRTH_PLACES,
    DSG_COLUMN_NATIONALITIES,
    DSG_COLUMN_ADDRESSES,
    DSG_COLUMN_IDENTIFIERS,
    DSG_COLUMN_REMARKS,
    DSG_DESIGNATION_COLUMNS
};

extern const dsg_rule dsg_designation_rules[DSG_DESIGNATION_COLUMNS];

/* Read a row's action, its date and reasons, and its links. */
desig_result dsg_designation_end_row(dsg_cursor *cursor);

desig_result dsg_designations_write(dsg_emitter *emitter, const desig_list *list);

/* ---- for the files that read ---- */

/* Keep a cell's text, NULL where it is absent. */
desig_result dsg_designation_keep_cell(dsg_cursor *cursor, enum dsg_designation_column column,
                                       const char **kept);

/* Keep a piece of a cell, without its escapes. */
desig_result dsg_designation_keep_piece(dsg_cursor *cursor, dsg_piece piece, const char **kept);

/* Keep what has no place as a fact under its column's name. */
desig_result dsg_designation_keep_as_fact(dsg_cursor *cursor, enum dsg_designation_column column,
                                          const char *kept);

/* Likewise, a whole cell. */
desig_result dsg_designation_keep_cell_as_fact(dsg_cursor *cursor, enum dsg_designation_column column);

/* The value of a word (outer spaces and case do not count), -1 if it is none. */
int dsg_designation_word(const dsg_cell *cell, desig_vocabulary vocabulary);

#endif
