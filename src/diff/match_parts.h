/* Partners: which of the units that went and of those that came are plainly one, changed. */
#ifndef DSG_DIFF_MATCH_PARTS_H
#define DSG_DIFF_MATCH_PARTS_H

#include "diff/comparable.h"

/* Note which units are the only ones of their kind, before those that are settled are dropped. */
void dsg_match_parts_note_alone(dsg_comparables *units);

/* Find the partners among the units, none of which is settled. The same whichever record comes first, but
 * for the sides. O(n log n) for n units. DESIG_E_NOMEM. */
desig_result dsg_match_parts_find(dsg_comparables *units);

#endif
