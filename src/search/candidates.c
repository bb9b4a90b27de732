#include "search/candidates.h"

#include "base/memory.h"
#include "search/acronym.h"
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

/* A part of the query, or two written as one, that looks for its like. */
typedef struct seeker {
    const dsg_part *part;
    dsg_alike (*likeness)(const dsg_part *, const dsg_part *);
    dsg_family family;
    int telling_only; /* what it meets must be telling */
} seeker;

/* What two parts that meet can add: as much as is met of the lesser weight, and what the greater weight
 * exceeds the lesser by, since that does not count as unmet. */
static desig_result add_meeting(dsg_candidates *c, const seeker *s, uint32_t entry) {
    dsg_part other;
    dsg_dictionary_get(&c->index->dictionary, entry, &other);
    if (s->telling_only && !dsg_part_is_telling(&other)) return DESIG_OK;
    double like = dsg_likeness_at_most(s->likeness(s->part, &other));
    if (like <= 0) return DESIG_OK;
    double unmet = (1 - like) * (s->part->weight < other.weight ? s->part->weight : other.weight);
    size_t count = 0;
    const uint32_t *names = dsg_postings_get(&c->index->by_part, entry, &count);
    return add(c, names, count, s->family, s->part->weight - unmet, other.weight - unmet);
}

static desig_result add_like(dsg_candidates *c, const seeker *s, const uint32_t *keys, size_t key_count) {
    const dsg_dictionary *dictionary = &c->index->dictionary;
    desig_result result = DESIG_OK;
    memset(c->seen, 0, c->seen_words * sizeof *c->seen);
    for (size_t k = 0; k < key_count; k++) {
        size_t count = 0;
        const uint32_t *entries = dsg_dictionary_find(dictionary, keys[k], &count);
        for (size_t i = 0; i < count && result == DESIG_OK; i++) {
            uint32_t bit = UINT32_C(1) << (entries[i] & 31);
            uint32_t *seen = &c->seen[entries[i] / 32];
            if (*seen & bit || dsg_dictionary_family(dictionary, entries[i]) != s->family) continue;
            *seen |= bit;
            result = add_meeting(c, s, entries[i]);
        }
    }
    return result;
}

static const double all_of_it = 1e6;

/* The names in which two neighbours written as one may be like this part, or of which it may be the acronym.
 * How alike they are is not looked at here, so all of such a name may be met. */
static desig_result add_by_key(dsg_candidates *c, const dsg_part *part, dsg_family family, uint32_t key) {
    const dsg_postings *postings = &c->index->by_joined;
    size_t count = 0;
    const uint32_t *names = dsg_postings_get(postings, dsg_postings_bucket(postings, key), &count);
    return add(c, names, count, family, part->weight, all_of_it);
}

static desig_result add_split(dsg_candidates *c, const dsg_part *part, dsg_family family) {
    desig_result result = add_by_key(c, part, family, dsg_joined_key(part));
    if (result == DESIG_OK && family == DSG_FAMILY_THING && dsg_part_may_be_acronym(part))
        result = add_by_key(c, part, family, dsg_acronym_key(part->text, part->text_length));
    return result;
}

/* The names that have the acronym of the query. */
static desig_result add_acronym(dsg_candidates *c, const dsg_acronym *acronym) {
    const dsg_dictionary *dictionary = &c->index->dictionary;
    desig_result result = DESIG_OK;
    size_t count = 0;
    const uint32_t *entries =
        dsg_dictionary_find(dictionary, dsg_text_key(acronym->text, acronym->length), &count);
    for (size_t i = 0; i < count && result == DESIG_OK; i++) {
        dsg_part part;
        size_t name_count = 0;
        if (dsg_dictionary_family(dictionary, entries[i]) != DSG_FAMILY_THING) continue;
        dsg_dictionary_get(dictionary, entries[i], &part);
        if (!dsg_part_is_acronym(&part, acronym)) continue;
        const uint32_t *names = dsg_postings_get(&c->index->by_part, entries[i], &name_count);
        result = add(c, names, name_count, DSG_FAMILY_THING, all_of_it, part.weight);
    }
    return result;
}

static desig_result add_acronyms(dsg_candidates *c, const dsg_parts *query) {
    dsg_acronym acronyms[DSG_ACRONYMS];
    desig_result result = DESIG_OK;
    if (query->family != DSG_FAMILY_THING) return DESIG_OK;
    size_t count = dsg_acronyms_of(query->part, query->count, acronyms);
    for (size_t i = 0; i < count && result == DESIG_OK; i++) result = add_acronym(c, &acronyms[i]);
    return result;
}

static desig_result add_joined(dsg_candidates *c, const dsg_parts *query, size_t first) {
    dsg_part_room room;
    dsg_part joined;
    if (!dsg_part_join(query->part + first, query->count - first, &room, &joined)) return DESIG_OK;
    const seeker s = {&joined, dsg_joined_likeness, query->family, 1};
    uint32_t key = dsg_joined_key(&joined);
    return add_like(c, &s, &key, 1);
}

static desig_result add_single(dsg_candidates *c, const dsg_parts *query, size_t position, int any_counts) {
    const dsg_part *part = &query->part[position];
    int telling = dsg_part_is_telling(part);
    /* What the particles of both names have in common is in every bound already. */
    const seeker s = {part, dsg_likeness, query->family, !telling && !any_counts};
    uint32_t keys[DSG_PART_KEYS];
    desig_result result = add_like(c, &s, keys, dsg_part_keys(part, keys));
    return result == DESIG_OK && telling ? add_split(c, part, query->family) : result;
}

static int has_telling(const dsg_parts *query) {
    for (size_t i = 0; i < query->count; i++)
        if (dsg_part_is_telling(&query->part[i])) return 1;
    return 0;
}

desig_result dsg_candidates_gather(dsg_candidates *c, const dsg_parts *query) {
    desig_result result = DESIG_OK;
    int any_counts = !has_telling(query);
    memset(c->slots, 0, c->slot_count * sizeof *c->slots);
    c->count = 0;
    for (size_t i = 0; i < query->count && result == DESIG_OK; i++) {
        if (i + 1 < query->count) result = add_joined(c, query, i);
        if (result == DESIG_OK) result = add_single(c, query, i, any_counts);
    }
    return result == DESIG_OK ? add_acronyms(c, query) : result;
}

/* ---- Bounds ---- */

double dsg_candidate_bound(const dsg_candidates *c, const dsg_candidate *candidate, const dsg_parts *query) {
    static const double rounding = 1e-4; /* of the floats */
    const dsg_index_name *name = &c->index->names[candidate->name - 1];
    double total = dsg_parts_weight(query->part, query->count);
    double beside = dsg_beginning_gain(name->initials, name->cut > 0) + rounding;
    for (size_t i = 0; i < query->count; i++) {
        beside += dsg_beginning_gain(query->part[i].class == DSG_CLASS_INITIAL, query->part[i].cut);
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
