/* What the UK's two forms have in common: columns, rows, names, and who acted.
 *
 * A party is many rows, one for each name, birth date, address or other thing of which it has several; each
 * row repeats what they share. */
#ifndef DSG_CSV_FORMATS_GB_H
#define DSG_CSV_FORMATS_GB_H

#include "csv/dates.h"
#include "csv/shared_rules.h"

/* The columns of both forms have the same numbers in both tables of rules; each form's own ones follow. */
enum dsg_gb_column {
    GB_ID,
    GB_KIND,
    GB_NAME_1, /* to GB_SCRIPT_LANGUAGE: the row's name */
    GB_NAME_2,
    GB_NAME_3,
    GB_NAME_4,
    GB_NAME_5,
    GB_NAME_6, /* the surname, or the whole name */
    GB_NAME_TYPE,
    GB_REQUIRED,
    GB_STRENGTH = GB_REQUIRED,
    GB_SCRIPT_NAME,
    GB_SCRIPT_TYPE,
    GB_SCRIPT_LANGUAGE,
    GB_ADDRESS_1,
    GB_ADDRESS_2,
    GB_ADDRESS_3,
    GB_ADDRESS_4,
    GB_ADDRESS_5,
    GB_ADDRESS_6,
    GB_POSTAL_CODE,
    GB_COUNTRY,
    GB_BIRTH_DATE,
    GB_BIRTH_TOWN,
    GB_BIRTH_COUNTRY,
    GB_NATIONALITY,
    GB_PASSPORT_NUMBER,
    GB_PASSPORT_NOTE,
    GB_NATIONAL_NUMBER,
    GB_NATIONAL_NOTE,
    GB_TITLE,
    GB_POSITION,
    GB_REGIME,
    GB_DESIGNATED,
    GB_UPDATED,
    GB_INFORMATION,
    GB_SHARED /* the number of the form's first own column */
};

extern const dsg_kind_word dsg_gb_kinds[];

/* ---- Rules ---- */

/* Each value of a cell that may number them is a fact. `argument` is a desig_fact_type. */
desig_result dsg_gb_take_numbered(dsg_cursor *cursor, size_t column, int argument);

/* A cell whose values those of another column say more about, and that other column. `argument` is the pair.
 */
enum dsg_gb_pair { GB_BIRTH_PLACE, GB_PASSPORT, GB_NATIONAL };
desig_result dsg_gb_take_pair(dsg_cursor *cursor, size_t column, int argument);
desig_result dsg_gb_take_companion(dsg_cursor *cursor, size_t column, int argument);

/* A line of the address; its country, which every line has too. */
desig_result dsg_gb_take_line(dsg_cursor *cursor, size_t column, int argument);
desig_result dsg_gb_take_country(dsg_cursor *cursor, size_t column, int argument);

/* ---- Rows ---- */

/* The row that was read last. */
typedef struct dsg_gb_state {
    dsg_buffer rest, other; /* all that it says but for its name; room for the next row's */
    uint32_t record;
    int has_row; /* 0: no row was read yet */
} dsg_gb_state;

extern const dsg_format_family dsg_gb_family;

/* Find the row's record and add the row's name. A row that else repeats the one before is then done with. */
desig_result dsg_gb_begin_row(dsg_cursor *cursor);

/* Add the row's names. */
desig_result dsg_gb_add_names(dsg_cursor *cursor);

/* ---- Cells ---- */

/* Keep a cell, where there is one, as a fact in its own words. */
desig_result dsg_gb_keep_cell(dsg_cursor *cursor, size_t rule);

/* Add a fact for each value of a text that may number them; a label of NULL is the column's name. */
desig_result dsg_gb_add_numbered(dsg_cursor *cursor, size_t column, const char *label, desig_fact_type type,
                                 dsg_piece values);

/* ---- Actions ---- */

/* What a row says of its listing. */
typedef struct dsg_gb_listing {
    dsg_piece un_reference; /* length 0: the UK has listed the party of its own accord */
    desig_date designated;  /* by the UN, if there is a reference to it */
    desig_date listed;      /* in the UK; unknown where the form does not say */
    desig_date updated;
    int law_remade;  /* `designated` says only by which day */
    desig_action uk; /* what the UK's designations have in common but for their dates */
} dsg_gb_listing;

/* Read the dates of the columns that both forms have, and the regime. */
desig_result dsg_gb_read_listing(dsg_cursor *cursor, dsg_gb_listing *listing);

/* Read a date; one that cannot be read is kept as a fact, too. */
desig_result dsg_gb_read_date(dsg_cursor *cursor, size_t rule, desig_date *date);

desig_result dsg_gb_add_listing(dsg_cursor *cursor, const dsg_gb_listing *listing);

#endif
