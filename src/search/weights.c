#include "search/weights.h"

const dsg_search_weights dsg_search_weight_table = {
    .min_score = 0.80, /* what one name of one party may score that is spelt otherwise: see tests/bench */
    /* The more, the rarer it is that two parties share the fact by chance, and the rarer that one party has
     * several. An equal identifier is a match by itself, and another one conflicts only mildly: a party has
     * passports of several countries, and renews them. */
    .evidence =
        {
            [DESIG_EVIDENCE_ON_BORN] = {.lack_kept = 0.80, .score_kept = 0.93},
            [DESIG_EVIDENCE_ON_NATIONALITY] = {.lack_kept = 0.92, .score_kept = 0.97},
            [DESIG_EVIDENCE_ON_IDENTIFIER] = {.lack_kept = 1.0, .score_kept = 0.99},
            [DESIG_EVIDENCE_ON_KIND] = {.lack_kept = 0.97, .score_kept = 0.95},
        },
    .same_day_lack_kept = 0.60, /* two people share the day by chance once in 20,000, the year once in 50 */
    .near_score_kept = 0.99,
    .same_country = 0.9, /* a misspelling */
    /* Measured on the SDN list: any of them may be doubled or halved for a few hundredths of the time. */
    .few_to_look_at = 4,
    .few_to_mark = 60,
    .look_cost = 8,
};
