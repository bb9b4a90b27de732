/* The comparison of two names: their score. */
#ifndef DSG_NAMES_COMPARE_H
#define DSG_NAMES_COMPARE_H

#include "names/align.h"

/* Where a person's own name stands; `count` if nowhere. */
size_t dsg_own_name(const dsg_name_part *parts, size_t count, dsg_name_family family);

/* What is kept of the score, by which of the two own names is left over. */
double dsg_own_name_kept(int a_left, int b_left);

/* The score of two names by their parts: 0 to the table's score_parts. Symmetric. Two names that are the same
 * after folding have that score exactly; the caller makes it 1. Takes less than 2 KiB of stack. */
double dsg_compare_parts(const dsg_name_pair *pair, dsg_meetings *met);

#endif
