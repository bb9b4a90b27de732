#include "search/candidates.h"

#include "base/memory.h"
#include "names/acronym.h"
#include "names/compare.h"
#include "search/lookups.h"
#include "search/weights.h"

#include <stdlib.h>
#include <string.h>

desig_result dsg_candidates_open(dsg_candidates *c, const desig_index *index) {
    memset(c, 0, sizeof *c);
    c->index = index;
    size_t words = index->name_count / 32 + 1;
    c->seen = dsg_alloc(&index->allocator, words * sizeof *c->seen);
    c->seen_words = c->seen ? words : 0;
    desig_result result = dsg_similar_open(&c->similar, &index->dictionary, &index->allocator);
    return c->seen ? result : DESIG_E_NOMEM;
}

void dsg_candidates_free(dsg_candidates *c) {
    const desig_allocator *allocator = &c->index->allocator;
    dsg_similar_free(&c->similar);
    dsg_release(allocator, c->seen, c->seen_words * sizeof *c->seen);
    dsg_release(allocator, c->marked, c->marked_words * sizeof *c->marked);
    dsg_release(allocator, c->leads, c->lead_capacity * sizeof *c->leads);
    dsg_release(allocator, c->names, c->capacity * sizeof *c->names);
}

/* ---- Names that two neighbours or an acronym may lead to ---- */

static desig_result add_leads(dsg_candidates *c, const uint32_t *names, size_t count, dsg_lead lead) {
    for (size_t i = 0; i < count; i++) {
        if (c->index->names[names[i]].family != c->bound.query->family) continue;
        dsg_lead *leads =
            dsg_grow(&c->index->allocator, c->leads, sizeof *leads, c->lead_count, &c->lead_capacity);
        if (!leads) return DESIG_E_NOMEM;
        c->leads = leads;
        lead.name = names[i];
        leads[c->lead_count++] = lead;
    }
    return DESIG_OK;
}

static desig_result add_leads_of_key(dsg_candidates *c, uint32_t key, dsg_lead lead) {
    const dsg_postings *postings = &c->index->by_joined;
    size_t count = 0;
    const uint32_t *names = dsg_postings_get(postings, dsg_postings_bucket(postings, key), &count);
    return add_leads(c, names, count, lead);
}

static desig_result add_leads_of_part(dsg_candidates *c, size_t position) {
    const dsg_name_part *part = &c->bound.query->part[position];
    const uint32_t bit = UINT32_C(1) << position;
    desig_result result = DESIG_OK;
    if (!dsg_part_is_telling(part)) return DESIG_OK;
    if (part->class != DSG_CLASS_NUMBER)
        result = add_leads_of_key(c, dsg_joined_key(part), (dsg_lead){.joined = bit});
    if (result == DESIG_OK && c->bound.query->family == DSG_FAMILY_THING && dsg_part_may_be_acronym(part))
        result =
            add_leads_of_key(c, dsg_acronym_key(part->text, part->text_length), (dsg_lead){.acronym = bit});
    return result;
}

/* The names that have the acronym of the query. */
static desig_result add_acronym(dsg_candidates *c, const dsg_acronym *acronym) {
    const dsg_dictionary *dictionary = &c->index->dictionary;
    desig_result result = DESIG_OK;
    size_t count = 0;
    const uint32_t *entries = dsg_dictionary_find(dictionary, dsg_text_key(acronym->text, acronym->length),
                                                  DSG_FAMILY_THING, &count);
    for (size_t i = 0; i < count && result == DESIG_OK; i++) {
        dsg_name_part part;
        size_t name_count = 0;
        if (dsg_dictionary_family(dictionary, entries[i]) != DSG_FAMILY_THING) continue;
        dsg_dictionary_get(dictionary, entries[i], &part);
        if (!dsg_part_is_acronym(&part, acronym)) continue;
        const uint32_t *names = dsg_postings_get(&c->index->by_part, entries[i], &name_count);
        result = add_leads(c, names, name_count, (dsg_lead){.acronym = UINT32_MAX});
    }
    return result;
}

static int compare_leads(const void *a, const void *b) {
    const dsg_lead *left = a;
    const dsg_lead *right = b;
    return (left->name > right->name) - (left->name < right->name);
}

static desig_result find_leads(dsg_candidates *c) {
    dsg_acronym acronyms[DSG_ACRONYMS];
    desig_result result = DESIG_OK;
    size_t count = 0;
    c->lead_count = 0;
    for (size_t i = 0; i < c->bound.query->count && result == DESIG_OK; i++) result = add_leads_of_part(c, i);
    if (c->bound.query->family == DSG_FAMILY_THING)
        count = dsg_acronyms_of(c->bound.query->part, c->bound.query->count, acronyms);
    for (size_t i = 0; i < count && result == DESIG_OK; i++) result = add_acronym(c, &acronyms[i]);
    if (c->lead_count > 1) qsort(c->leads, c->lead_count, sizeof *c->leads, compare_leads);
    return result;
}

/* ---- Looking at names ---- */

static int test_and_set(uint32_t *bits, uint32_t number) {
    uint32_t bit = UINT32_C(1) << (number & 31);
    int was_set = (bits[number / 32] & bit) != 0;
    bits[number / 32] |= bit;
    return was_set;
}

static desig_result look_at(dsg_candidates *c, const dsg_lead *name) {
    const dsg_score_bound *b = &c->bound;
    if (test_and_set(c->seen, name->name) || !dsg_score_bound_meets_enough(b, name)) return DESIG_OK;
    if (dsg_score_bound_score(b, name, 0) < b->least || dsg_score_bound_score(b, name, 1) < b->least)
        return DESIG_OK;
    uint32_t *names = dsg_grow(&c->index->allocator, c->names, sizeof *names, c->count, &c->capacity);
    if (!names) return DESIG_E_NOMEM;
    c->names = names;
    names[c->count++] = name->name;
    return DESIG_OK;
}

static desig_result look_at_leads(dsg_candidates *c) {
    desig_result result = DESIG_OK;
    for (size_t i = 0; i < c->lead_count && result == DESIG_OK;) {
        dsg_lead all = c->leads[i];
        for (; i < c->lead_count && c->leads[i].name == all.name; i++) {
            all.joined |= c->leads[i].joined;
            all.acronym |= c->leads[i].acronym;
        }
        result = look_at(c, &all);
    }
    return result;
}

/* The names of a similar part; none if they are more than a few and it turns out not to be like the part. */
static const uint32_t *names_of_similar(const dsg_candidates *c, size_t part, uint32_t entry, size_t few,
                                        size_t *count) {
    dsg_name_part other;
    const uint32_t *names = dsg_postings_get(&c->index->by_part, entry, count);
    if (*count <= few || dsg_similar_is_joined(&c->similar, part, entry)) return names;
    dsg_dictionary_get(&c->index->dictionary, entry, &other);
    if (dsg_likeness(&c->bound.query->part[part], &other).likeness <= 0) *count = 0;
    return names;
}

/* Mark the names that meet a part of the second set. */
static desig_result mark_second(dsg_candidates *c, const dsg_lookup *lookups) {
    if (!c->marked) {
        c->marked = dsg_alloc(&c->index->allocator, c->seen_words * sizeof *c->marked);
        if (!c->marked) return DESIG_E_NOMEM;
        c->marked_words = c->seen_words;
    }
    memset(c->marked, 0, c->marked_words * sizeof *c->marked);
    for (size_t l = 0; l < c->bound.query->count; l++) {
        size_t part = lookups[l].part;
        if (lookups[l].set != DSG_LOOKUP_SECOND) continue;
        for (size_t k = c->similar.starts[part]; k < c->similar.starts[part + 1]; k++) {
            size_t count = 0;
            const uint32_t *names =
                names_of_similar(c, part, c->similar.entries[k], dsg_search_weight_table.few_to_mark, &count);
            for (size_t i = 0; i < count; i++) test_and_set(c->marked, names[i]);
        }
    }
    return DESIG_OK;
}

static int is_marked(const dsg_candidates *c, uint32_t name) {
    return c->marked[name / 32] >> (name & 31) & 1U;
}

/* Names with beginnings may meet a part by what is not similar to it, so all parts lead to them; they come
 * first among the names of a part. */
static desig_result look_at_beginnings(dsg_candidates *c, size_t part) {
    desig_result result = DESIG_OK;
    for (size_t k = c->similar.starts[part]; k < c->similar.starts[part + 1] && result == DESIG_OK; k++) {
        size_t count = 0;
        if (!dsg_dictionary_is_marked(&c->index->dictionary, c->similar.entries[k])) continue;
        const uint32_t *names =
            names_of_similar(c, part, c->similar.entries[k], dsg_search_weight_table.few_to_look_at, &count);
        for (size_t i = 0; i < count && result == DESIG_OK; i++) {
            if (!dsg_index_has_beginnings(&c->index->names[names[i]])) break;
            result = look_at(c, &(dsg_lead){.name = names[i]});
        }
    }
    return result;
}

static desig_result look_at_similar(dsg_candidates *c, size_t part, int only_marked) {
    desig_result result = DESIG_OK;
    for (size_t k = c->similar.starts[part]; k < c->similar.starts[part + 1] && result == DESIG_OK; k++) {
        size_t count = 0;
        const uint32_t *names =
            names_of_similar(c, part, c->similar.entries[k], dsg_search_weight_table.few_to_look_at, &count);
        for (size_t i = 0; i < count && result == DESIG_OK; i++)
            if (!only_marked || is_marked(c, names[i])) result = look_at(c, &(dsg_lead){.name = names[i]});
    }
    return result;
}

static desig_result look_up(dsg_candidates *c) {
    dsg_lookup lookups[DSG_NAME_PARTS];
    int only_marked = dsg_lookups_choose(&c->bound, lookups);
    desig_result result = only_marked ? mark_second(c, lookups) : DESIG_OK;
    for (size_t i = 0; i < c->bound.query->count && result == DESIG_OK; i++) {
        result = look_at_beginnings(c, lookups[i].part);
        if (result == DESIG_OK && lookups[i].set == DSG_LOOKUP_FIRST)
            result = look_at_similar(c, lookups[i].part, only_marked);
    }
    return result;
}

desig_result dsg_candidates_gather(dsg_candidates *c, const dsg_name_parts *query, double least) {
    dsg_score_bound_open(&c->bound, c->index, &c->similar, query, least);
    c->count = 0;
    memset(c->seen, 0, c->seen_words * sizeof *c->seen);
    desig_result result = dsg_similar_find(&c->similar, query);
    if (result == DESIG_OK) result = find_leads(c);
    if (result == DESIG_OK) result = look_at_leads(c);
    return result == DESIG_OK ? look_up(c) : result;
}
