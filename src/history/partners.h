/* Partners: which of the units that went and of those that came are plainly one, changed. */
#ifndef DSG_HISTORY_PARTNERS_H
#define DSG_HISTORY_PARTNERS_H

#include "history/units.h"

/* Note which units are the only ones of their kind, before those that are settled are dropped. */
void dsg_partners_note_alone(dsg_units *units);

/* Find the partners among the units, none of which is settled. The same whichever record comes first, but
 * for the sides. O(n log n) for n units. DESIG_E_NOMEM. */
desig_result dsg_partners_find(dsg_units *units);

#endif
