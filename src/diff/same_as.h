/* Records of two lists that are of one party, as `same-as` links say. */
#ifndef DSG_DIFF_SAME_AS_H
#define DSG_DIFF_SAME_AS_H

#include <desig/desig.h>

typedef desig_result (*dsg_pair_taker)(void *context, const desig_record *before, const desig_record *after,
                                       desig_change_type type);

/* Give every record of both lists to `take`, with its partner if it has just one. Two records are joined if
 * one id, a `same-as` link in either direction or a target that both name says so; what is joined to what is
 * joined is joined as well. Records of one id are partners; of the others, those are of which the join has
 * one a list. Where it has more they are told as AMBIGUOUS: each with the first of the other list. Linear in
 * the records and links, but for sorting. DESIG_E_NOMEM, or what `take` returns. */
desig_result dsg_pair_by_same_as(const desig_allocator *allocator, const desig_list *before,
                                 const desig_list *after, dsg_pair_taker take, void *context);

#endif
