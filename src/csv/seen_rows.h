/* The rows of a file that were read so far. They show whether a row is an exact repetition.
 *
 * A hash finds the earlier row, and the bytes are compared. A digest alone is not enough: somebody could
 * make another party's row vanish. */
#ifndef DSG_CSV_SEEN_ROWS_H
#define DSG_CSV_SEEN_ROWS_H

#include "base/table.h"
#include "csv/input.h"

/* Where a row stands in its source. */
typedef struct dsg_row_extent {
    uint64_t offset;
    size_t length;
} dsg_row_extent;

typedef struct dsg_seen_rows {
    dsg_table table;
    dsg_row_extent *extents; /* by item */
    size_t capacity;
} dsg_seen_rows;

void dsg_seen_rows_init(dsg_seen_rows *seen, const desig_allocator *allocator);
void dsg_seen_rows_free(dsg_seen_rows *seen);

/* Forget all rows, and keep the memory. */
void dsg_seen_rows_clear(dsg_seen_rows *seen);

/* The hash of a row; the memory that dsg_seen_rows_put() will need is fetched meanwhile. */
uint32_t dsg_seen_rows_expect(const dsg_seen_rows *seen, const char *bytes, size_t length);

/* See the row of `input` that stands at its window's front; *before tells whether it is an exact repetition.
 * The input keeps its bytes (dsg_input_keep()). DESIG_E_NOMEM. */
desig_result dsg_seen_rows_put(dsg_seen_rows *seen, dsg_input *input, size_t length, uint32_t hash,
                               int *before);

#endif
