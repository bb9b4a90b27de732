#include "search/lookups.h"

#include "search/weights.h"

#include <stdlib.h>

static int compare_lookups(const void *a, const void *b) {
    const dsg_lookup *left = a;
    const dsg_lookup *right = b;
    if (left->cost != right->cost) return left->cost < right->cost ? -1 : 1;
    return (left->part > right->part) - (left->part < right->part);
}

/* A part that is cut off may meet parts that are not similar. It therefore comes last. */
static size_t cost_of(const dsg_score_bound *b, size_t part) {
    size_t cost = 0;
    if (b->query->part[part].cut) return SIZE_MAX;
    for (size_t k = b->similar->starts[part]; k < b->similar->starts[part + 1]; k++) {
        size_t count = 0;
        dsg_postings_get(&b->index->by_part, b->similar->entries[k], &count);
        cost += count + 1;
    }
    return cost;
}

/* Take free parts, the cheapest first, until the rest is not enough; then give back, the dearest first, those
 * that can be spared. 0 if no set will do: then it is all of them. */
static int choose_set(const dsg_score_bound *b, dsg_lookup *lookups, dsg_lookup_set set) {
    size_t count = b->query->count;
    double rest = b->beside;
    double enough = b->need;
    for (size_t i = 0; i < count; i++) rest += b->weight[i];
    for (size_t i = 0; i < count && rest >= enough; i++) {
        if (lookups[i].set != DSG_LOOKUP_NONE) continue;
        lookups[i].set = set;
        rest -= b->weight[lookups[i].part];
        if (lookups[i].part == b->own_name) enough = b->need_without_own;
    }
    if (rest >= enough) return 0;
    for (size_t i = count; i-- > 0;) {
        double weight = b->weight[lookups[i].part];
        double enough_then = lookups[i].part == b->own_name ? b->need : enough;
        if (lookups[i].set != set || rest + weight >= enough_then) continue;
        lookups[i].set = DSG_LOOKUP_NONE;
        rest += weight;
        enough = enough_then;
    }
    return 1;
}

static size_t cost_of_set(const dsg_lookup *lookups, size_t count, dsg_lookup_set set) {
    size_t cost = 0;
    for (size_t i = 0; i < count; i++)
        if (lookups[i].set == set) cost += lookups[i].cost;
    return cost;
}

int dsg_lookups_choose(const dsg_score_bound *b, dsg_lookup lookups[DSG_NAME_PARTS]) {
    size_t count = b->query->count;
    for (size_t i = 0; i < count; i++) lookups[i] = (dsg_lookup){i, cost_of(b, i), DSG_LOOKUP_NONE};
    qsort(lookups, count, sizeof *lookups, compare_lookups);
    if (!choose_set(b, lookups, DSG_LOOKUP_FIRST)) return 0;
    return choose_set(b, lookups, DSG_LOOKUP_SECOND) &&
           cost_of_set(lookups, count, DSG_LOOKUP_SECOND) <
               dsg_search_weight_table.look_cost * cost_of_set(lookups, count, DSG_LOOKUP_FIRST);
}
