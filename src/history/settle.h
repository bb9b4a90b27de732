/* Settling: which units of two records are no difference. */
#ifndef DSG_HISTORY_SETTLE_H
#define DSG_HISTORY_SETTLE_H

#include "history/units.h"

/* Settle what both records say, and what one says more than once. */
void dsg_settle_same(dsg_units *units);

/* Settle what is no difference between two sources: what both say in other words, and that of which one of
 * them does not speak at all. DESIG_E_NOMEM. */
desig_result dsg_settle_sources(dsg_units *units, const desig_record *before, const desig_record *after);

#endif
