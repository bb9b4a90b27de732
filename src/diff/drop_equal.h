/* Drops the comparables of two records that are equal, so that only differences remain. */
#ifndef DSG_DIFF_DROP_EQUAL_H
#define DSG_DIFF_DROP_EQUAL_H

#include "diff/comparable.h"

/* Mark as equal what both records say, and what one says more than once. */
void dsg_drop_equal(dsg_comparables *comparables);

/* Mark as equal what is no difference between two sources: what both say in other words, and that of which
 * one of them does not speak at all. DESIG_E_NOMEM. */
desig_result dsg_drop_equal_sources(dsg_comparables *comparables, const desig_record *before,
                                    const desig_record *after);

#endif
