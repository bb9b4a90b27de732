/* What OFAC's files have in common: record numbers, and what they share while one list is read. */
#ifndef DSG_CSV_OFAC_FAMILY_H
#define DSG_CSV_OFAC_FAMILY_H

#include "csv/cursor.h"
#include "csv/formats/ofac/continuations.h"

/* The columns of a primary file. */
enum {
    SDN_NUMBER,
    SDN_NAME,
    SDN_TYPE,
    SDN_PROGRAM,
    SDN_TITLE,
    SDN_CALL_SIGN,
    SDN_VESSEL_TYPE,
    SDN_TONNAGE,
    SDN_GRT,
    SDN_FLAG,
    SDN_OWNER,
    SDN_REMARKS,
    SDN_COLUMNS
};

/* Rows of a companion file, one behind the other, that refer to one record. */
typedef struct dsg_ofac_reference {
    const dsg_file *file;
    uint64_t line; /* of the first row */
    uint32_t rows;
    uint32_t record;
} dsg_ofac_reference;

/* The companions of a primary file, by which a ledger knows them. */
enum { DSG_OFAC_ADDRESSES = 1, DSG_OFAC_ALIASES, DSG_OFAC_COMMENTS };

/* What the files of one list share while they are read. */
typedef struct dsg_ofac_state {
    int ready;
    dsg_ofac_continuations continuations;
    dsg_buffer joined;
    unsigned char *lists; /* by the record's number: which lists' files have a row of it (dsg_ofac_lists) */
    size_t list_count;
    size_t list_capacity;
    dsg_ofac_reference *references;
    size_t reference_count;
    size_t reference_capacity;
    const dsg_file *file; /* of the row before */
    uint64_t line;
    int consolidated; /* the file is of the non-SDN list */
} dsg_ofac_state;

enum dsg_ofac_lists { DSG_OFAC_NO_LIST = 0, DSG_OFAC_SDN_LIST = 1, DSG_OFAC_NON_SDN_LIST = 2 };

extern const dsg_format_family dsg_ofac_family;

dsg_ofac_state *dsg_ofac_state_of(const dsg_import *import);

/* Note which list the row's file belongs to, in `consolidated`. */
void dsg_ofac_see_list(dsg_ofac_state *state, dsg_cursor *cursor);

/* The list that a program's tag stands for. */
const char *dsg_ofac_list_of(const char *program, int consolidated);

int dsg_ofac_is_number(const dsg_cell *cell);

/* A number that can be written again from its value; 0 for any other. */
uint32_t dsg_ofac_group_of(const dsg_cell *cell);

/* Find or make the record of the row's first column; a row without a number is kept raw. */
desig_result dsg_ofac_begin_numbered(dsg_cursor *cursor);

/* Note that the record has a row in a primary file; *before is in which lists it had one already.
 * DESIG_E_NOMEM. */
desig_result dsg_ofac_note_primary(dsg_cursor *cursor, int *before);

/* Note that a row of a companion file refers to the record: whether that is in a primary file shows at the
 * end. DESIG_E_NOMEM. */
desig_result dsg_ofac_note_reference(dsg_cursor *cursor);

/* What is the same for each of the formats. */
#define DSG_OFAC_FORMAT(short_name, long_name, place, columns)                                               \
    .about = {.name = (short_name), .title = (long_name), .source = "us-ofac", .readable = 1},               \
    .family = &dsg_ofac_family, .order = (place), .headerless = 1, .null_text = "-0-", .rules = (columns),   \
    .rule_count = sizeof(columns) / sizeof(columns)[0], .required = sizeof(columns) / sizeof(columns)[0]

#endif
