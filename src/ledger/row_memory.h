/* What a ledger remembers of the rows of its editions, so that most of the next one's need not be parsed.
 *
 * From one edition to the next almost all rows stay the same, byte for byte. Every row that was ever read is
 * kept with its record's position in the ledger, and of the newest edition the order of its rows. A record of
 * which all rows came again, in the same order, has not changed. Rows are compared by their bytes and not by
 * a digest, so that nobody can make one pass for another. Only files of one form have the same rows (see
 * csv/row_filter.h). */
#ifndef DSG_LEDGER_ROW_MEMORY_H
#define DSG_LEDGER_ROW_MEMORY_H

#include "base/arena.h"
#include "base/buffer.h"
#include "base/table.h"

#define DSG_NO_ROW     UINT32_MAX
#define DSG_NEW_RECORD UINT32_MAX /* the record of a row that is not in the ledger yet */

typedef struct dsg_remembered_row {
    const char *bytes;
    uint32_t length;
    uint32_t hash;
    uint32_t record; /* its position in the ledger, or DSG_NEW_RECORD */
} dsg_remembered_row;

/* Numbers of rows, in the order of an edition. */
typedef struct dsg_row_order {
    uint32_t *rows;
    size_t count;
    size_t capacity;
} dsg_row_order;

typedef struct dsg_row_memory {
    const desig_allocator *allocator;
    dsg_arena arena; /* the rows' bytes */
    dsg_buffer form; /* of the files; empty: nothing is remembered */
    dsg_remembered_row *rows;
    size_t count;
    size_t capacity;
    dsg_table by_bytes; /* rows */
    dsg_row_order newest;
} dsg_row_memory;

void dsg_row_memory_init(dsg_row_memory *memory, const desig_allocator *allocator);
void dsg_row_memory_free(dsg_row_memory *memory);

uint32_t dsg_row_memory_hash(const dsg_row_memory *memory, const char *bytes, size_t length);

/* The number of a row, DSG_NO_ROW. */
uint32_t dsg_row_memory_find(const dsg_row_memory *memory, const char *bytes, size_t length, uint32_t hash);

/* Remember a row that is not there yet. Its number is memory->count - 1. DESIG_E_NOMEM. */
desig_result dsg_row_memory_add(dsg_row_memory *memory, const char *bytes, size_t length, uint32_t hash,
                                uint32_t record);

/* Forget the rows from a number on. */
void dsg_row_memory_forget(dsg_row_memory *memory, size_t from);

/* Put a row behind the others. DESIG_E_NOMEM. */
desig_result dsg_row_order_add(dsg_row_order *order, const desig_allocator *allocator, uint32_t row);
void dsg_row_order_free(dsg_row_order *order, const desig_allocator *allocator);

#endif
