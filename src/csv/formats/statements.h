/* The statements layout: which field of which part stands in which column, in one table for both ways. */
#ifndef DSG_CSV_FORMATS_STATEMENTS_H
#define DSG_CSV_FORMATS_STATEMENTS_H

#include "csv/format.h"

enum dsg_statement_column {
    DSG_STATEMENT_ID,
    DSG_STATEMENT_PART,
    DSG_STATEMENT_TYPE,
    DSG_STATEMENT_VALUE,
    DSG_STATEMENT_LANGUAGE,
    DSG_STATEMENT_STRENGTH,
    DSG_STATEMENT_LABEL,
    DSG_STATEMENT_COUNTRY,
    DSG_STATEMENT_NOTE,
    DSG_STATEMENT_GROUP,
    DSG_STATEMENT_ALTERNATE,
    DSG_STATEMENT_STANCE,
    DSG_STATEMENT_ROLE,
    DSG_STATEMENT_AUTHORITY,
    DSG_STATEMENT_LIST,
    DSG_STATEMENT_PROGRAM,
    DSG_STATEMENT_MEASURES,
    DSG_STATEMENT_LEGAL_BASIS,
    DSG_STATEMENT_JUSTIFICATION,
    DSG_STATEMENT_BY,
    DSG_STATEMENT_CITATION,
    DSG_STATEMENT_ANNOUNCED,
    DSG_STATEMENT_DATE,
    DSG_STATEMENT_UNTIL,
    DSG_STATEMENT_ORDINAL,
    DSG_STATEMENT_FIRST_EDITION,
    DSG_STATEMENT_LAST_EDITION,
    DSG_STATEMENT_COMPANION,
    DSG_STATEMENT_COLUMNS
};

/* The kinds of row: the files of a ledger's editions, which have no id, then in their order within a record
 * its own row (in a ledger, one for each of its presences) and its parts. A listing is a derived action,
 * without its dates. */
enum dsg_statement {
    DSG_STATEMENT_EDITION,
    DSG_STATEMENT_RECORD,
    DSG_STATEMENT_NAME,
    DSG_STATEMENT_ACTION,
    DSG_STATEMENT_LISTING,
    DSG_STATEMENT_LINK,
    DSG_STATEMENT_FACT,
    DSG_STATEMENT_KINDS
};

enum dsg_field_form {
    DSG_FIELD_TEXT,
    DSG_FIELD_WORD,   /* of a vocabulary */
    DSG_FIELD_NUMBER, /* 0 is an empty cell */
    DSG_FIELD_DATE    /* unknown is an empty cell */
};

typedef struct dsg_field {
    enum dsg_statement_column column;
    enum dsg_field_form form;
    size_t offset; /* in the part's struct */
    size_t size;
    desig_vocabulary vocabulary;
    int required;
} dsg_field;

typedef struct dsg_statement_shape {
    const char *word; /* in the column `part` */
    const dsg_field *fields;
    size_t field_count;
} dsg_statement_shape;

extern const dsg_rule dsg_statement_rules[DSG_STATEMENT_COLUMNS];
extern const dsg_statement_shape dsg_statement_shapes[DSG_STATEMENT_KINDS];

/* A field of 1, 2 or 4 bytes that holds a number. */
uint32_t dsg_field_number(const dsg_field *field, const void *part);
void dsg_field_set_number(const dsg_field *field, void *part, uint32_t number);

desig_result dsg_statements_write(dsg_emitter *emitter, const desig_list *list);

#endif
