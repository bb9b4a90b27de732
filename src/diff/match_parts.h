/* Partners: a comparable that went and one that came may plainly be one part that changed. */
#ifndef DSG_DIFF_MATCH_PARTS_H
#define DSG_DIFF_MATCH_PARTS_H

#include "diff/comparable.h"

/* Note which comparables are the only ones of their kind, before those that are equal are dropped. */
void dsg_match_parts_note_alone(dsg_comparables *comparables);

/* Find the partners among the comparables, none of which is equal. The same whichever record comes first, but
 * for the sides. O(n log n) for n comparables. DESIG_E_NOMEM. */
desig_result dsg_match_parts_find(dsg_comparables *comparables);

#endif
