/* What a ledger remembers of the rows of its newest edition, so that the next one need not be parsed again.
 *
 * From one edition to the next almost all rows stay the same, byte for byte. Of every row that was ever read
 * the digest leads to its record; of every record, the *chain* is a digest of its rows in the newest edition,
 * in their order, 0 if there were none. While an edition is read, chains are made anew: a record whose chain
 * is the same has not changed, and none of its rows is parsed. All others are read as a whole, for what one
 * row means may depend on the others of its record, but on nothing else (dsg_format.rows_stand_alone). Only
 * files of the same form have the same chains (signature); an edition of other files is read in full.
 *
 * A chain has 64 bits: that a changed record passes for unchanged has a chance of 1 in 10^19 each time. */
#ifndef DSG_MODEL_ROW_MEMORY_H
#define DSG_MODEL_ROW_MEMORY_H

#include <desig/desig.h>

#define DSG_NOT_KNOWN UINT32_MAX

typedef struct dsg_remembered_row {
    uint64_t digest; /* 0: free */
    uint32_t record; /* its position in the ledger */
} dsg_remembered_row;

typedef struct dsg_row_memory {
    const desig_allocator *allocator;
    uint64_t signature; /* 0: nothing is known */
    dsg_remembered_row *rows;
    size_t row_count;
    size_t row_capacity; /* a power of two, or 0 */
    uint64_t *chains;    /* by the record's position */
    size_t chain_count;
} dsg_row_memory;

/* A row that has been read: its digest, and its record's id; NULL: that of an earlier row with this digest.
 */
typedef struct dsg_row_note {
    uint64_t digest;
    const char *id;
} dsg_row_note;

/* One edition on its way into a ledger: what its reader is told, and what it tells. It hangs on the list into
 * which the edition is read. */
typedef struct dsg_folding {
    const desig_list *ledger;
    uint64_t signature; /* 0: the rows of these files are not to be remembered */
    uint64_t *chains;   /* by the record's position in the ledger; NULL: the edition was read in full */
    size_t chain_count; /* as many as the ledger has records */
    uint64_t *new_chains;
    size_t new_chain_count;
    dsg_row_note *notes; /* of the rows that have been read */
    size_t note_count;
    size_t note_capacity;
    uint64_t known_rows;       /* that have not been parsed */
    desig_date published;      /* what the content says */
    desig_edition_file *files; /* texts: of the edition's list */
    size_t file_count;
    size_t file_capacity;
} dsg_folding;

void dsg_row_memory_init(dsg_row_memory *known, const desig_allocator *allocator);
void dsg_row_memory_free(dsg_row_memory *known);

/* The record of a row, DSG_NOT_KNOWN. */
uint32_t dsg_row_memory_find(const dsg_row_memory *known, uint64_t digest);

/* A chain with one row more. */
static inline uint64_t dsg_row_memory_chain(uint64_t chain, uint64_t digest) {
    uint64_t mixed = ((chain << 29 | chain >> 35) ^ digest) * UINT64_C(0x9e3779b97f4a7c15);
    return mixed == 0 ? 1 : mixed;
}

/* Add a file of the edition. DESIG_E_NOMEM. */
desig_result dsg_folding_add_file(dsg_folding *folding, const desig_edition_file *file);

/* Note a row that is read. DESIG_E_NOMEM. */
desig_result dsg_folding_note(dsg_folding *folding, uint64_t digest, const char *id);
void dsg_folding_free(dsg_folding *folding);

/* Whether no row of the ledger's record has changed. */
int dsg_folding_is_unchanged(const dsg_folding *folding, size_t record);

/* Make room, so that dsg_row_memory_remember() cannot fail: the ledger is to have so many records.
 * DESIG_E_NOMEM.
 */
desig_result dsg_row_memory_reserve(desig_list *ledger, dsg_folding *folding, size_t record_count);

/* The edition is folded in: remember its rows. */
void dsg_row_memory_remember(desig_list *ledger, dsg_folding *folding);

#endif
