#include "search/lookups.h"

#include <stdlib.h>

static int compare_lookups(const void *a, const void *b) {
    const dsg_lookup *left = a;
    const dsg_lookup *right = b;
    if (left->cost != right->cost) return left->cost < right->cost ? -1 : 1;
    return (left->part > right->part) - (left->part < right->part);
}

/* A cut part may be met by what is no kin: it comes last. */
static size_t cost_of(const dsg_score_bound *r, size_t part) {
    size_t cost = 0;
    if (r->query->part[part].cut) return SIZE_MAX;
    for (size_t k = r->kin->starts[part]; k < r->kin->starts[part + 1]; k++) {
        size_t count = 0;
        dsg_postings_get(&r->index->by_part, r->kin->entries[k], &count);
        cost += count + 1;
    }
    return cost;
}

/* Take free parts, the cheapest first, until the rest is not enough; then give back, the dearest first, those
 * that can be spared. 0 if no set will do: then it is all of them. */
static int choose_set(const dsg_score_bound *r, dsg_lookup *lookups, dsg_lookup_set set) {
    size_t count = r->query->count;
    double rest = r->beside;
    double enough = r->need;
    for (size_t i = 0; i < count; i++) rest += r->weight[i];
    for (size_t i = 0; i < count && rest >= enough; i++) {
        if (lookups[i].set != DSG_LOOKUP_NONE) continue;
        lookups[i].set = set;
        rest -= r->weight[lookups[i].part];
        if (lookups[i].part == r->own) enough = r->need_without_own;
    }
    if (rest >= enough) return 0;
    for (size_t i = count; i-- > 0;) {
        double weight = r->weight[lookups[i].part];
        double enough_then = lookups[i].part == r->own ? r->need : enough;
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

int dsg_lookups_choose(const dsg_score_bound *r, dsg_lookup lookups[DSG_NAME_PARTS]) {
    enum { DEARER = 8 }; /* marking a name is so much faster than looking at it */
    size_t count = r->query->count;
    for (size_t i = 0; i < count; i++) lookups[i] = (dsg_lookup){i, cost_of(r, i), DSG_LOOKUP_NONE};
    qsort(lookups, count, sizeof *lookups, compare_lookups);
    if (!choose_set(r, lookups, DSG_LOOKUP_FIRST)) return 0;
    return choose_set(r, lookups, DSG_LOOKUP_SECOND) &&
           cost_of_set(lookups, count, DSG_LOOKUP_SECOND) <
               DEARER * cost_of_set(lookups, count, DSG_LOOKUP_FIRST);
}
