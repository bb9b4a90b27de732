/* Cells that hold several values.
 *
 * Values are split at `;` or a line break, and outer spaces are dropped. A backslash escapes a `;`, a
 * backslash, a space or a line break behind it. It also escapes the marks `(`, `)`, `=` and `:` of values
 * that are themselves composed (`type=number (Country)`). Before any other byte it stands for itself. */
#ifndef DSG_CSV_CELLS_H
#define DSG_CSV_CELLS_H

#include "base/buffer.h"

/* A value, or a piece of one, with its escapes. */
typedef struct dsg_piece {
    const char *bytes;
    size_t length;
} dsg_piece;

/* Cut the next value off *rest; 0 when there is none. Empty values are passed over. */
int dsg_piece_next(dsg_piece *rest, dsg_piece *value);

size_t dsg_piece_count(dsg_piece cell);

/* Cut at the first mark that is not escaped; 0 if there is none (*before and *after are then untouched). */
int dsg_piece_cut(dsg_piece piece, char mark, dsg_piece *before, dsg_piece *after);

/* Likewise, cut off what stands in brackets at the end: `before (inside)`. */
int dsg_piece_cut_brackets(dsg_piece piece, dsg_piece *before, dsg_piece *inside);

/* Append the piece without its escapes. */
desig_result dsg_piece_unescape(dsg_piece piece, dsg_buffer *out);

/* Append a text such that it reads back as one piece, in which none of `marks` counts as a mark. */
desig_result dsg_piece_escape(const char *text, size_t length, const char *marks, dsg_buffer *out);

#endif
