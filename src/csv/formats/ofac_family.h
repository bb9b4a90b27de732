/* What OFAC's files have in common: record numbers, and what they share while one list is read. */
#ifndef DSG_CSV_OFAC_FAMILY_H
#define DSG_CSV_OFAC_FAMILY_H

#include "csv/format.h"
#include "csv/formats/ofac_continuations.h"

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

/* What a record's first row in a primary file said: digests of its cells, 0 where null. */
typedef struct dsg_ofac_row {
    uint64_t cells[SDN_COLUMNS]; /* of SDN_NUMBER: 0 no row yet, 1 the SDN list, 2 the non-SDN list */
} dsg_ofac_row;

/* What the files of one list share while they are read. */
typedef struct dsg_ofac_state {
    int ready;
    dsg_ofac_continuations continuations;
    dsg_buffer joined;
    dsg_ofac_row *rows; /* by the record's number */
    size_t row_count;
    size_t row_capacity;
    const char *file; /* of the row before */
    uint64_t line;
    int consolidated; /* the file is of the non-SDN list */
    int on_both;      /* the row says what one of the other list's file has said, of the same programs */
} dsg_ofac_state;

extern const dsg_family dsg_ofac_family;

dsg_ofac_state *dsg_ofac_state_of(dsg_reading *reading);

/* Note which list the row's file belongs to, in `consolidated`. */
void dsg_ofac_see_list(dsg_ofac_state *state, const dsg_reading *reading);

/* The list that a program's tag stands for. */
const char *dsg_ofac_list_of(const char *program, int consolidated);

int dsg_ofac_is_number(const dsg_cell *cell);

/* A number that can be written again from its value; 0 for any other. */
uint32_t dsg_ofac_group_of(const dsg_cell *cell);

/* Find or make the record of the row's first column; a row without a number is kept raw. */
desig_result dsg_ofac_begin_numbered(dsg_reading *reading);

/* Say so if the record has no row in a primary file. */
desig_result dsg_ofac_diagnose_orphan(dsg_reading *reading);

/* What is the same for each of the formats. */
#define DSG_OFAC_FORMAT(short_name, long_name, place, columns)                                               \
    .about = {.name = short_name, .title = long_name, .source = "us-ofac", .readable = 1},                   \
    .family = &dsg_ofac_family, .order = place, .headerless = 1, .null_text = "-0-", .delimiter = ',',       \
    .rules = columns, .rule_count = sizeof columns / sizeof columns[0],                                      \
    .required = sizeof columns / sizeof columns[0]

#endif
