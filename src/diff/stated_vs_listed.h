/* Comparison of a publisher who states actions with a publisher who only lists. */
#ifndef DSG_DIFF_STATED_VS_LISTED_H
#define DSG_DIFF_STATED_VS_LISTED_H

#include "diff/comparable.h"

/* The order of two actions by the country of their authority: `US-STATE` and `US` are one. */
int dsg_compare_countries(const desig_action *a, const desig_action *b);

/* Where one record has derived actions alone and the other has stated ones, settle the actions of both but
 * for designations that stand (on the day of the derived ones) and are not listed, and listings under which
 * no designation stands. DESIG_E_NOMEM. */
desig_result dsg_drop_equal_listings(dsg_comparables *comparables, const desig_record *before,
                                     const desig_record *after);

#endif
