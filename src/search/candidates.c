#include "search/candidates.h"

#include "base/memory.h"
#include "search/likeness.h"

#include <string.h>

enum { FIRST_SLOTS = 1024 };

static size_t slot_of(const dsg_candidate *slots, size_t slot_count, uint32_t name) {
    size_t at = (size_t)((name + 1) * UINT32_C(2654435769)) & (slot_count - 1);
    while (slots[at].name != 0 && slots[at].name != name + 1) at = (at + 1) & (slot_count - 1);
    return at;
}

static desig_result grow(dsg_candidates *c, size_t slot_count) {
    const desig_allocator *allocator = &c->index->allocator;
    dsg_candidate *slots = dsg_alloc(allocator, slot_count * sizeof *slots);
    if (slots == NULL) return DESIG_E_NOMEM;
    memset(slots, 0, slot_count * sizeof *slots);
    for (size_t i = 0; i < c->slot_count; i++)
        if (c->slots[i].name != 0) slots[slot_of(slots, slot_count, c->slots[i].name - 1)] = c->slots[i];
    dsg_release(allocator, c->slots, c->slot_count * sizeof *c->slots);
    c->slots = slots;
    c->slot_count = slot_count;
    return DESIG_OK;
}

desig_result dsg_candidates_open(dsg_candidates *c, const desig_index *index) {
    memset(c, 0, sizeof *c);
    c->index = index;
    c->seen_words = index->dictionary.count / 32 + 1;
    c->seen = dsg_alloc(&index->allocator, c->seen_words * sizeof *c->seen);
    return c->seen == NULL ? DESIG_E_NOMEM : grow(c, FIRST_SLOTS);
}

void dsg_candidates_free(dsg_candidates *c) {
    const desig_allocator *allocator = &c->index->allocator;
    dsg_release(allocator, c->seen, c->seen_words * sizeof *c->seen);
    dsg_release(allocator, c->slots, c->slot_count * sizeof *c->slots);
}

/* ---- Gathering ---- */

static desig_result add(dsg_candidates *c, const uint32_t *names, size_t count, dsg_family family,
                        double met_query, double met_name) {
    for (size_t i = 0; i < count; i++) {
        if (c->index->names[names[i]].family != family) continue;
        if (c->count * 2 >= c->slot_count && grow(c, c->slot_count * 4) != DESIG_OK) return DESIG_E_NOMEM;
        dsg_candidate *candidate = &c->slots[slot_of(c->slots, c->slot_count, names[i])];
        if (candidate->name == 0) {
            candidate->name = names[i] + 1;
            c->count++;
        }
        candidate->met_query += (float)met_query;
        candidate->met_name += (float)met_name;
    }
    return DESIG_OK;
}

/* The names with a part that is like this one, alone or (joined) two parts of the query written as one, which
 * together weigh `weight`. */
static desig_result add_like(dsg_candidates *c, const dsg_part *part, dsg_family family, const uint32_t *keys,
                             size_t key_count, double weight,
                             double (*likeness)(const dsg_part *, const dsg_part *)) {
    const dsg_dictionary *dictionary = &c->index->dictionary;
    memset(c->seen, 0, c->seen_words * sizeof *c->seen);
    for (size_t k = 0; k < key_count; k++) {
        size_t count = 0;
        const uint32_t *entries = dsg_dictionary_find(dictionary, keys[k], &count);
        for (size_t i = 0; i < count; i++) {
            uint32_t entry = entries[i];
            uint32_t bit = UINT32_C(1) << (entry & 31);
            if (c->seen[entry / 32] & bit || dsg_dictionary_family(dictionary, entry) != family) continue;
            c->seen[entry / 32] |= bit;
            dsg_part other;
            dsg_dictionary_get(dictionary, entry, &other);
            double like = likeness(part, &other);
            if (like <= 0) continue;
            size_t names = 0;
            const uint32_t *with = dsg_postings_get(&c->index->by_part, entry, &names);
            if (add(c, with, names, family, like * weight, like * other.weight) != DESIG_OK)
                return DESIG_E_NOMEM;
        }
    }
    return DESIG_OK;
}

/* The names in which two neighbours written as one may be like this part. How alike they are is not looked
 * at here, so all of such a name may be met. */
static desig_result add_split(dsg_candidates *c, const dsg_part *part, dsg_family family) {
    static const double all_of_it = 1e6;
    const dsg_postings *postings = &c->index->by_joined;
    size_t count = 0;
    const uint32_t *names =
        dsg_postings_get(postings, dsg_postings_bucket(postings, dsg_joined_key(part)), &count);
    return add(c, names, count, family, part->weight, all_of_it);
}

static desig_result add_joined(dsg_candidates *c, const dsg_parts *query, size_t first) {
    dsg_part_room room;
    dsg_part joined;
    const dsg_part *parts = &query->part[first];
    if (!dsg_part_join(&parts[0], &parts[1], query->family, &room, &joined)) return DESIG_OK;
    uint32_t key = dsg_joined_key(&joined);
    return add_like(c, &joined, query->family, &key, 1, parts[0].weight + parts[1].weight,
                    dsg_joined_likeness);
}

static int has_telling(const dsg_parts *query) {
    for (size_t i = 0; i < query->count; i++)
        if (dsg_part_is_telling(&query->part[i])) return 1;
    return 0;
}

desig_result dsg_candidates_gather(dsg_candidates *c, const dsg_parts *query) {
    desig_result result = DESIG_OK;
    int telling_only = has_telling(query);
    memset(c->slots, 0, c->slot_count * sizeof *c->slots);
    c->count = 0;
    for (size_t i = 0; i < query->count && result == DESIG_OK; i++) {
        const dsg_part *part = &query->part[i];
        uint32_t keys[DSG_PART_KEYS];
        if (i + 1 < query->count) result = add_joined(c, query, i);
        if (result != DESIG_OK || (telling_only && !dsg_part_is_telling(part))) continue;
        size_t key_count = dsg_part_keys(part, keys);
        result = add_like(c, part, query->family, keys, key_count, part->weight, dsg_likeness);
        if (result == DESIG_OK) result = add_split(c, part, query->family);
    }
    return result;
}

/* ---- Bounds ---- */

double dsg_candidate_bound(const dsg_candidates *c, const dsg_candidate *candidate, const dsg_parts *query) {
    static const double rounding = 1e-4; /* of the floats */
    const dsg_index_name *name = &c->index->names[candidate->name - 1];
    double total = dsg_parts_weight(query->part, query->count);
    double beside = name->initials * dsg_initial_gain() + rounding;
    for (size_t i = 0; i < query->count; i++) {
        if (query->part[i].class == DSG_CLASS_INITIAL) beside += dsg_initial_gain();
        if (!dsg_part_is_telling(&query->part[i])) beside += query->part[i].weight;
    }
    dsg_tally tally = {.total_a = total,
                       .total_b = (double)name->weight / DSG_WEIGHT_UNITS,
                       .met_a = candidate->met_query + beside,
                       .met_b = candidate->met_name + beside};
    if (tally.met_a > tally.total_a + rounding) tally.met_a = tally.total_a + rounding;
    if (tally.met_b > tally.total_b + 1.0 / DSG_WEIGHT_UNITS)
        tally.met_b = tally.total_b + 1.0 / DSG_WEIGHT_UNITS;
    return DSG_SCORE_PARTS * dsg_tally_score(&tally, query->family);
}
