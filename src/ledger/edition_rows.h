/* The rows of one edition on its way into a ledger. This is the filter that the ledger hands to the reader;
 * the reader tells it the edition's files. */
#ifndef DSG_LEDGER_EDITION_ROWS_H
#define DSG_LEDGER_EDITION_ROWS_H

#include "csv/row_filter.h"
#include "ledger/row_memory.h"

/* A row that is new, of a record that may be. */
typedef struct dsg_new_row {
    uint32_t row;
    const char *id;
} dsg_new_row;

typedef struct dsg_edition_rows {
    desig_list *ledger;
    dsg_row_memory *memory; /* that of the ledger, or `other` */
    dsg_row_memory other;   /* of an edition of another form; becomes the ledger's */
    size_t remembered;      /* rows in the memory before this edition */
    dsg_row_order order;    /* of this edition */
    size_t asked;           /* of its rows, in their order */
    int is_surveyed;
    int is_reliable;
    /* By the record's position in the ledger, of records in rows of the newest edition. */
    uint32_t *expected; /* the place in the newest order of the row that is to come next; DSG_NO_ROW: none */
    unsigned char *changed;
    size_t record_count;
    uint32_t *next; /* by place in the newest order: that of the record's next row */
    size_t next_count;
    dsg_new_row *added;
    size_t added_count;
    size_t added_capacity;
    struct {
        const char *bytes;
        size_t length;
        uint32_t hash;
    } met;               /* the row that was met last and is not known */
    uint64_t known_rows; /* that were not wanted */
    desig_date published;
    desig_edition_file *files; /* texts: of the edition's list */
    size_t file_count;
} dsg_edition_rows;

void dsg_edition_rows_init(dsg_edition_rows *rows, desig_list *ledger);

/* What was learned of the rows is forgotten, if it was not kept. */
void dsg_edition_rows_free(dsg_edition_rows *rows);

dsg_row_filter dsg_edition_rows_filter(dsg_edition_rows *rows);

/* Whether a record of the ledger stands in the edition with the same rows as in the one before. */
int dsg_edition_rows_are_same(const dsg_edition_rows *rows, size_t record);

/* The edition is in the ledger: let the ledger remember its rows. */
void dsg_edition_rows_keep(dsg_edition_rows *rows);

#endif
