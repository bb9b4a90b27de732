/* The statements layout: which field of which part stands in which column, in one table for both ways. */
#ifndef DSG_CSV_FORMATS_STATEMENTS_H
#define DSG_CSV_FORMATS_STATEMENTS_H

#include "csv/cursor.h"
#include "model/part.h"

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
    DSG_STATEMENT_DERIVED,
    DSG_STATEMENT_CONTINUED,
    DSG_STATEMENT_COLUMNS
};

/* The kinds of row. Without an id: the list's day, its sources, the files of a ledger's editions. Then in
 * their order within a record its own row (in a ledger, one for each of its presences) and its parts. A
 * listing is a derived action, without its dates: its day is the list's, unless it says another. */
enum dsg_statement {
    DSG_STATEMENT_OF_LIST,
    DSG_STATEMENT_SOURCE,
    DSG_STATEMENT_EDITION,
    DSG_STATEMENT_RECORD,
    DSG_STATEMENT_NAME,
    DSG_STATEMENT_ACTION,
    DSG_STATEMENT_LISTING,
    DSG_STATEMENT_LINK,
    DSG_STATEMENT_FACT,
    DSG_STATEMENT_ASSERTION,
    DSG_STATEMENT_KINDS
};

/* A column, and the offset of the field that stands in it. */
typedef struct dsg_statement_cell {
    enum dsg_statement_column column;
    size_t offset;
} dsg_statement_cell;

/* What is said of a plain list. */
typedef struct dsg_list_row {
    desig_date as_of;
} dsg_list_row;

/* A record's own row. */
typedef struct dsg_record_row {
    desig_presence presence; /* in a plain list, of its kind only */
    const char *source;      /* desig_record.source, where the list's sources do not say it */
} dsg_record_row;

typedef struct dsg_statement_shape {
    const char *word;          /* in the column `part` */
    const dsg_part_form *form; /* what the row says */
    const dsg_statement_cell *cells;
    size_t cell_count;
} dsg_statement_shape;

extern const dsg_rule dsg_statement_rules[DSG_STATEMENT_COLUMNS];
extern const dsg_statement_shape dsg_statement_shapes[DSG_STATEMENT_KINDS];

/* Of whom a record of this id is, unless its own row says it: of the source whose name is the id's prefix,
 * else of the first one. NULL if there is none. */
const char *dsg_statement_source_of(const char *id, dsg_list_source *const *sources, size_t count);

/* The field that stands in a column, NULL if the row has none there. */
const dsg_part_field *dsg_statement_field(const dsg_statement_shape *shape, enum dsg_statement_column column);

desig_result dsg_statements_write(dsg_emitter *emitter, const desig_list *list);

#endif
