/* Rules that formats share, and functions from which formats make their own rules.
 *
 * Outer spaces of a cell and of a value are dropped; a cell or value of nothing but spaces says nothing.
 * Values are split at the format's separator. */
#ifndef DSG_CSV_SHARED_RULES_H
#define DSG_CSV_SHARED_RULES_H

#include "base/digest.h"
#include "csv/cells.h"
#include "csv/cursor.h"

/* ---- Rules ---- */

/* The record's primary name; one that differs from the primary name of an earlier row is an aka. `argument`
 * is a desig_strength. */
desig_result dsg_take_name(dsg_cursor *cursor, size_t column, int argument);

/* Each value is an aka. `argument` is a desig_strength. */
desig_result dsg_take_akas(dsg_cursor *cursor, size_t column, int argument);

/* The cell as a whole, or each of its values, is a fact under the column's name. `argument` is a
 * desig_fact_type; birth dates and dates of establishment are read as dates. */
desig_result dsg_take_text(dsg_cursor *cursor, size_t column, int argument);
desig_result dsg_take_values(dsg_cursor *cursor, size_t column, int argument);

/* The cell is one of the format's words for a kind. What the kind cannot say is kept as a fact. */
desig_result dsg_take_kind(dsg_cursor *cursor, size_t column, int argument);

/* ---- For the rules of one format ---- */

/* The cell of a rule's column, or at a position of the row; of length 0 if it says nothing. */
dsg_piece dsg_text_of(const dsg_cursor *cursor, size_t rule);
dsg_piece dsg_text_at(const dsg_cursor *cursor, size_t column);

/* Cut the next value off *rest; 0 when there is none. Empty values are passed over. */
int dsg_value_next(dsg_piece *rest, const char *separator, dsg_piece *value);

/* Likewise, of a cell with several values of the format, which may be quoted: then the value lives until the
 * import's scratch buffer is used. DESIG_E_NOMEM. */
desig_result dsg_list_next(dsg_cursor *cursor, dsg_piece *rest, dsg_piece *value, int *found);

/* Likewise, the last one: 0 if there is no separator. */
int dsg_value_last(dsg_piece *rest, const char *separator, dsg_piece *value);

/* Likewise, of a cell that may number its values: `(1) A (2) B`, `1) A 2) B`; any other has one value.
 * *number is 0 at first, and then the number of the value, of which the text may be empty. */
int dsg_value_numbered(dsg_piece *rest, unsigned *number, dsg_piece *value);

/* Without outer spaces. */
dsg_piece dsg_piece_trim(dsg_piece piece);

/* Equal but for ASCII case. */
int dsg_piece_is(dsg_piece piece, const char *words);

/* dsg_keep() of a piece; NULL is kept of an empty one. */
desig_result dsg_keep_piece(dsg_cursor *cursor, dsg_piece piece, const char **kept);

/* Add a fact of a cell (SIZE_MAX: of none): its type and whatever else is set are the caller's; the value,
 * where no label is set the column's name, and the date of a dated type are set here. */
desig_result dsg_add_value(dsg_cursor *cursor, size_t column, desig_fact *fact, dsg_piece value);

/* Add a name: of a record without one its primary name, else an aka; not one that is its primary name. */
desig_result dsg_add_primary(dsg_cursor *cursor, dsg_piece text, desig_strength strength);
desig_result dsg_add_alias(dsg_cursor *cursor, dsg_piece text, desig_name_type type, desig_strength strength);

/* Set the kind that the format's word stands for; keep as a fact what the kind cannot say. */
desig_result dsg_add_kind(dsg_cursor *cursor, size_t column, dsg_piece text);

/* Tell of a number that a spreadsheet has damaged. */
desig_result dsg_check_number(dsg_cursor *cursor, size_t column, const char *text);

/* Add the cells of some rules that say something: each after its place among them and its length. */
void dsg_digest_add_rules(dsg_digest *digest, const dsg_cursor *cursor, size_t first, size_t end);

/* A number for what these cells say, where the publisher gives none: the same in every edition and in every
 * version of the library, and not 0. */
uint32_t dsg_group_of_rules(const dsg_cursor *cursor, size_t first, size_t end);

/* A digest of the cells of the format's rules, whatever their order and quoting, for a row without an id. */
dsg_piece dsg_digest_of_row(const dsg_cursor *cursor, char text[DSG_DIGEST_ID]);

/* Add a link `same-as` to a native id of another list, whose prefix ends in a colon. */
desig_result dsg_add_same_as(dsg_cursor *cursor, const char *prefix, dsg_piece native);

/* Add an action for each program of a cell, one without a program if there is none. */
desig_result dsg_add_actions(dsg_cursor *cursor, const desig_action *action, dsg_piece programs);

#endif
