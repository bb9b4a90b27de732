/* The EU's consolidated list: its columns, and the blocks of a row.
 *
 * A row says of one entity who it is, and one block more: a name, an address, a birth date, an identification
 * or a citizenship. Each of them names the regulation that it stands in. */
#ifndef DSG_CSV_EU_FSF_H
#define DSG_CSV_EU_FSF_H

#include "base/strings.h"
#include "csv/dates.h"
#include "csv/shared_rules.h"

/* The columns of a regulation, in the order in which each block has them. */
enum {
    EU_REG_TYPE,
    EU_REG_ORGANISATION,
    EU_REG_PUBLISHED,
    EU_REG_IN_FORCE,
    EU_REG_NUMBER,
    EU_REG_PROGRAMME,
    EU_REG_URL,
    EU_REG_COLUMNS
};

/* The columns of both forms, by their number in the tables of rules; that of a block stand together. */
enum {
    EU_DATE,
    EU_ID,
    EU_ID_AGAIN, /* once before each block */
    EU_ID_LAST = EU_ID_AGAIN + 4,

    EU_REFERENCE,
    EU_UN_ID,
    EU_DESIGNATION_DATE,
    EU_DESIGNATION_DETAILS,
    EU_REMARK,
    EU_SUBJECT,
    EU_CLASS,
    EU_REGULATION,
    EU_ENTITY_END = EU_REGULATION + EU_REG_COLUMNS,

    EU_LAST_NAME = EU_ENTITY_END,
    EU_FIRST_NAME,
    EU_MIDDLE_NAME,
    EU_WHOLE_NAME,
    EU_NAME_LANGUAGE,
    EU_GENDER,
    EU_TITLE,
    EU_FUNCTION,
    EU_NAME_ID,
    EU_NAME_IN,
    EU_NAME_REMARK,
    EU_NAME_REGULATION,
    EU_NAME_END = EU_NAME_REGULATION + EU_REG_COLUMNS,

    EU_ADDRESS_NUMBER = EU_NAME_END,
    EU_CITY,
    EU_STREET,
    EU_PO_BOX,
    EU_ADDRESS_ZIP,
    EU_ADDRESS_REGION,
    EU_ADDRESS_PLACE,
    EU_ADDRESS_OTHER,
    EU_AT_LISTING,
    EU_CONTACT,
    EU_ADDRESS_CODE,
    EU_ADDRESS_COUNTRY,
    EU_ADDRESS_ID,
    EU_ADDRESS_IN,
    EU_ADDRESS_REMARK,
    EU_ADDRESS_REGULATION,
    EU_ADDRESS_END = EU_ADDRESS_REGULATION + EU_REG_COLUMNS,

    EU_BIRTH_DATE = EU_ADDRESS_END,
    EU_BIRTH_DAY,
    EU_BIRTH_MONTH,
    EU_BIRTH_YEAR,
    EU_BIRTH_FROM,
    EU_BIRTH_TO,
    EU_BIRTH_CIRCA,
    EU_BIRTH_CALENDAR,
    EU_BIRTH_ZIP,
    EU_BIRTH_REGION,
    EU_BIRTH_PLACE,
    EU_BIRTH_CITY,
    EU_BIRTH_CODE,
    EU_BIRTH_COUNTRY,
    EU_BIRTH_ID,
    EU_BIRTH_IN,
    EU_BIRTH_REMARK,
    EU_BIRTH_REGULATION,
    EU_BIRTH_END = EU_BIRTH_REGULATION + EU_REG_COLUMNS,

    EU_NUMBER = EU_BIRTH_END,
    EU_DIPLOMATIC,
    EU_EXPIRED,
    EU_FALSE,
    EU_LOST,
    EU_REVOKED,
    EU_ISSUED_BY,
    EU_ISSUED,
    EU_VALID_FROM,
    EU_VALID_TO,
    EU_LATIN_NUMBER,
    EU_NAME_ON_DOCUMENT,
    EU_TYPE_CODE,
    EU_TYPE,
    EU_NUMBER_REGION,
    EU_NUMBER_CODE,
    EU_NUMBER_COUNTRY,
    EU_NUMBER_ID,
    EU_NUMBER_IN,
    EU_NUMBER_REMARK,
    EU_NUMBER_REGULATION,
    EU_NUMBER_END = EU_NUMBER_REGULATION + EU_REG_COLUMNS,

    EU_CITIZEN_REGION = EU_NUMBER_END,
    EU_CITIZEN_CODE,
    EU_CITIZEN_COUNTRY,
    EU_CITIZEN_ID,
    EU_CITIZEN_IN,
    EU_CITIZEN_REMARK,
    EU_CITIZEN_REGULATION,
    EU_COLUMNS = EU_CITIZEN_REGULATION + EU_REG_COLUMNS
};

typedef enum dsg_eu_block {
    EU_OF_ENTITY,
    EU_OF_NAME,
    EU_OF_ADDRESS,
    EU_OF_BIRTH,
    EU_OF_NUMBER,
    EU_OF_CITIZEN,
    EU_BLOCKS
} dsg_eu_block;

/* Where a block's columns stand. 0: it has no such column. */
typedef struct dsg_eu_shape {
    size_t first, end;
    size_t id; /* the publisher's number of the block */
    size_t regulation;
    size_t code, country;         /* ISO 3166, and in words */
    desig_fact_type code_fact;    /* what the code is, where there are words, too */
    desig_fact_type country_fact; /* what a country is of which the block says no place */
} dsg_eu_shape;

extern const dsg_eu_shape dsg_eu_shapes[EU_BLOCKS];

/* The days of the acts that a record cites; of an unknown one the precision is none. */
typedef struct dsg_eu_acts {
    desig_date earliest;    /* of any day that they have */
    desig_date in_force_by; /* the earliest on which one came into force: the party was listed by then */
} dsg_eu_acts;

/* The regulation of an entity, until it is known whether an earlier one is cited elsewhere. */
typedef struct dsg_eu_listing {
    desig_action action;
    uint32_t record;
    int amends; /* it says so itself */
} dsg_eu_listing;

typedef struct dsg_eu_listings {
    dsg_eu_listing *items;
    size_t count, capacity;
    dsg_eu_acts *acts; /* by the record's number */
    size_t acts_count, acts_capacity;
} dsg_eu_listings;

/* What a row says: kept in the family's state. */
typedef struct dsg_eu_state {
    dsg_arena seen_digests;
    dsg_strings seen; /* the blocks and regulations of all records; its arena is NULL before the first */
    uint32_t sealed;  /* how many of the first records are */
    dsg_eu_listings listings;
    struct {
        uint32_t group;
        int is_new; /* the row says it, and no earlier row of the record did */
        int has_place;
        int is_told; /* some part bears its group */
        int in_own;  /* it stands in the entity's own regulation */
    } blocks[EU_BLOCKS];
} dsg_eu_state;

extern const dsg_format_family dsg_eu_family;

desig_result dsg_eu_begin_row(dsg_cursor *cursor);
desig_result dsg_eu_end_row(dsg_cursor *cursor);

/* ---- Rules. The argument of those of a block is made by DSG_EU_OF. ---- */

#define DSG_EU_OF(block, fact) ((int)(block) << 8 | (int)(fact))

desig_result dsg_eu_take_date(dsg_cursor *cursor, size_t column, int argument);
desig_result dsg_eu_take_designation_date(dsg_cursor *cursor, size_t column, int argument);
desig_result dsg_eu_take_id_again(dsg_cursor *cursor, size_t column, int argument);
desig_result dsg_eu_take_un_id(dsg_cursor *cursor, size_t column, int argument);
desig_result dsg_eu_take_remark(dsg_cursor *cursor, size_t column, int argument);

/* A fact of the block; a line of a place, which says the block's country. */
desig_result dsg_eu_take_cell(dsg_cursor *cursor, size_t column, int argument);
desig_result dsg_eu_take_place(dsg_cursor *cursor, size_t column, int argument);

/* ---- Among the files of this format ---- */

static inline dsg_eu_state *dsg_eu_state_of(const dsg_import *import) {
    return import->state;
}

/* Whether some columns of the row say nothing, and whether they say the same as as many others. */
int dsg_eu_is_empty(const dsg_cursor *cursor, size_t first, size_t end);
int dsg_eu_is_same(const dsg_cursor *cursor, size_t one, size_t other, size_t count);

/* Whether an earlier row said of the row's record, under the same number `what`, the same as these columns
 * do, wherever in the row they stand. */
desig_result dsg_eu_see(dsg_cursor *cursor, uint32_t what, size_t first, size_t end, int *before);

/* dsg_eu_take_cell() by the number of the rule; nothing if the cell says nothing. */
desig_result dsg_eu_add_cell(dsg_cursor *cursor, size_t rule, dsg_eu_block block, desig_fact_type type);

/* Read a day; what is none is reported and kept as a fact. */
desig_result dsg_eu_read_day(dsg_cursor *cursor, size_t rule, dsg_eu_block block, desig_date *day);

/* Add what a block's own columns say together, and its regulation. */
desig_result dsg_eu_add_name(dsg_cursor *cursor);
desig_result dsg_eu_add_birth(dsg_cursor *cursor);
desig_result dsg_eu_add_number(dsg_cursor *cursor);
desig_result dsg_eu_add_country(dsg_cursor *cursor, dsg_eu_block block);
desig_result dsg_eu_add_regulation(dsg_cursor *cursor, dsg_eu_block block);

/* Note an act that the row's record cites, and the regulation of the entity itself. DESIG_E_NOMEM. */
desig_result dsg_eu_note_day(dsg_cursor *cursor, const desig_date *day, int in_force);
desig_result dsg_eu_note_listing(dsg_cursor *cursor, const desig_action *action, int amends);

/* Behind the last row: add what the regulations of the entities did. */
desig_result dsg_eu_add_listings(dsg_cursor *cursor);
void dsg_eu_listings_free(dsg_eu_listings *listings, const desig_allocator *allocator);

/* The block's country, as a piece of the row. */
dsg_piece dsg_eu_country_of(const dsg_cursor *cursor, dsg_eu_block block);

#endif
