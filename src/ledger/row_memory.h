/* The memory that a ledger has of the rows of its editions. With it, most rows of the next edition need no
 * parsing.
 *
 * From one edition to the next almost all rows stay the same, byte for byte. The memory keeps every row that
 * was ever read, with its record's position in the ledger, and the order of the rows of the newest edition.
 * A record has not changed if all its rows came again in the same order. Rows are compared by their bytes
 * and not by a digest, so that nobody can pass one row off as another. Only files of one form have the same
 * rows (see csv/row_filter.h). */
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
