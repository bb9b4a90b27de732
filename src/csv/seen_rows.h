/* The rows of a file so far, to know the exact repetition of one.
 *
 * A hash finds the earlier row, and its bytes are compared: it is not enough to be alike for a digest, or one
 * party could make another's row vanish. Of rows with one hash only the first is known, so that a file of
 * nothing but such rows takes no longer than any other; a repetition of the others is then read as a row. */
#ifndef DSG_CSV_SEEN_ROWS_H
#define DSG_CSV_SEEN_ROWS_H

#include "csv/input.h"

/* Where a row stands in its source. */
typedef struct dsg_row_extent {
    uint64_t offset;
    size_t length;
} dsg_row_extent;

typedef struct dsg_seen_rows {
    const desig_allocator *allocator;
    uint64_t *hashes; /* 0: free */
    dsg_row_extent *extents;
    size_t capacity; /* a power of two, or 0 */
    size_t count;
} dsg_seen_rows;

void dsg_seen_rows_init(dsg_seen_rows *seen, const desig_allocator *allocator);
void dsg_seen_rows_free(dsg_seen_rows *seen);

/* Forget all rows, and keep the memory. */
void dsg_seen_rows_clear(dsg_seen_rows *seen);

/* The hash of a row; the memory that dsg_seen_rows_put() will need is fetched meanwhile. */
uint64_t dsg_seen_rows_expect(const dsg_seen_rows *seen, const char *bytes, size_t length);

/* See the row of `input` that stands at its window's front; *before tells whether it is an exact repetition.
 * The input keeps its bytes (dsg_input_keep()). DESIG_E_NOMEM. */
desig_result dsg_seen_rows_put(dsg_seen_rows *seen, dsg_input *input, size_t length, uint64_t hash,
                               int *before);

#endif
