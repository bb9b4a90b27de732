#include "base/ascii.h"
#include "base/error.h"
#include "base/memory.h"
#include "base/script.h"
#include "base/struct_size.h"
#include "names/compare.h"
#include "names/weights.h"
#include "search/candidates.h"
#include "search/evidence.h"
#include "search/identifier.h"
#include "search/index.h"
#include "search/query.h"
#include "search/weights.h"

#include <stdlib.h>
#include <string.h>

/* A name that may be part of the answer, by its score alone. */
typedef struct hit {
    uint32_t name;
    double score;
} hit;

/* One desig_index_find() under way. */
typedef struct finding {
    const desig_index *index;
    desig_query query;
    double least;          /* what a name must score itself */
    size_t not_comparable; /* the records with which the name cannot be compared */
    hit *hits;
    size_t hit_count;
    size_t hit_capacity;
    desig_match *matches;
    size_t match_count;
    size_t match_capacity;
    dsg_candidates candidates;
    dsg_folded folded;    /* the query, for the family at hand */
    dsg_name_parts parts; /* likewise */
} finding;

/* ---- Names ---- */

static desig_result add_hit(finding *f, uint32_t name, double score) {
    hit *hits = dsg_grow(&f->index->allocator, f->hits, sizeof *hits, f->hit_count, &f->hit_capacity);
    if (!hits) return DESIG_E_NOMEM;
    f->hits = hits;
    hits[f->hit_count++] = (hit){name, score};
    return DESIG_OK;
}

static int is_same_text(const finding *f, uint32_t name) {
    dsg_folded folded;
    dsg_fold(dsg_index_name_of(f->index, name)->text, &folded);
    if (f->parts.family == DSG_FAMILY_PERSON) dsg_fold_turn(&folded);
    return folded.length == f->folded.length && memcmp(folded.text, f->folded.text, folded.length) == 0;
}

static double compare_name(const finding *f, uint32_t name) {
    dsg_name_part parts[DSG_NAME_PARTS];
    size_t count = dsg_index_parts(f->index, name, parts);
    dsg_meetings met;
    const dsg_name_pair pair = {.a = f->parts.part,
                                .b = parts,
                                .a_count = f->parts.count,
                                .b_count = count,
                                .a_surnames = f->parts.surnames,
                                .b_surnames = f->index->names[name].surnames,
                                .family = f->parts.family};
    double score = dsg_compare_parts(&pair, &met);
    static const double rounding = 1e-9;
    return score >= dsg_weight_table.score_parts - rounding && is_same_text(f, name) ? 1.0 : score;
}

/* Names that are the same text: all that can answer if nothing less will do. */
static desig_result find_same(finding *f) {
    size_t count = 0;
    const dsg_postings *by_text = &f->index->by_text;
    uint32_t hash = dsg_index_text_hash(&f->folded);
    const uint32_t *names = dsg_postings_get(by_text, dsg_postings_bucket(by_text, hash), &count);
    for (size_t i = 0; i < count; i++) {
        if (f->index->names[names[i]].family != f->parts.family || !is_same_text(f, names[i])) continue;
        if (add_hit(f, names[i], 1.0) != DESIG_OK) return DESIG_E_NOMEM;
    }
    return DESIG_OK;
}

static desig_result find_near(finding *f) {
    desig_result result = dsg_candidates_gather(&f->candidates, &f->parts, f->least);
    for (size_t i = 0; i < f->candidates.count && result == DESIG_OK; i++) {
        uint32_t name = f->candidates.names[i];
        double score = compare_name(f, name);
        if (score > 0 && score >= f->least) result = add_hit(f, name, score);
    }
    return result;
}

/* The scripts of the telling parts; of all if none is telling. Numbers are in every script. */
static uint32_t scripts_of(const dsg_name_parts *parts) {
    uint32_t telling = 0;
    uint32_t all = 0;
    for (size_t i = 0; i < parts->count; i++) {
        uint32_t scripts = dsg_scripts_of(parts->part[i].text, parts->part[i].text_length);
        all |= scripts;
        if (dsg_part_is_telling(&parts->part[i])) telling |= scripts;
    }
    return telling ? telling : all;
}

/* With how many records no comparison can tell anything about the name, because none of their names is in a
 * script of it. Names in Latin letters are compared with every record: one that has names in scripts alone
 * that cannot be read is the list's defect, and would leave no query answered. */
static size_t not_comparable(const desig_index *index, const dsg_name_parts *parts) {
    const uint32_t scripts = scripts_of(parts);
    size_t comparable = 0;
    if (parts->count == 0) return index->named_records + 1;
    if (scripts == 0) return 0;
    for (size_t bit = 0; bit < 32; bit++)
        if (scripts >> bit & 1U && index->script_records[bit] > comparable)
            comparable = index->script_records[bit];
    if (scripts & DSG_SCRIPT_LATIN && comparable > 0) return 0;
    return index->named_records > comparable ? index->named_records - comparable : 0;
}

DSG_OWN_FRAME static desig_result find_names(finding *f) {
    desig_result result = DESIG_OK;
    int near = f->least <= dsg_weight_table.score_parts;
    if (!f->query.name) return DESIG_OK;
    for (unsigned family = 1; family <= DSG_FAMILY_ANY && result == DESIG_OK; family++) {
        if (!(f->index->families & 1U << family)) continue;
        dsg_parts_split(f->query.name, (dsg_name_family)family, &f->folded, &f->parts);
        /* `Ltd` behind a name in another script is telling only for who takes it for a person's. */
        size_t unreached = not_comparable(f->index, &f->parts);
        if (unreached > f->not_comparable) f->not_comparable = unreached;
        if (f->parts.count == 0) continue;
        result = near ? find_near(f) : find_same(f);
    }
    return result;
}

/* ---- Records ---- */

static desig_result add_match(finding *f, const desig_match *match) {
    desig_match *matches =
        dsg_grow(&f->index->allocator, f->matches, sizeof *matches, f->match_count, &f->match_capacity);
    if (!matches) return DESIG_E_NOMEM;
    f->matches = matches;
    if (f->query.accept && !f->query.accept(f->query.accept_context, match->record)) return DESIG_OK;
    matches[f->match_count++] = *match;
    return DESIG_OK;
}

/* The match of one record, from the hits on its names: the best of those that may answer. */
static desig_result match_record(finding *f, const hit *hits, size_t count) {
    desig_match match = {.record = dsg_index_record_of(f->index, hits[0].name)};
    double best = 0;
    dsg_evidence_weigh(&f->query, &match);
    for (size_t i = 0; i < count; i++) {
        const desig_name *name = dsg_index_name_of(f->index, hits[i].name);
        if (hits[i].score <= best) continue;
        if (name->strength == DESIG_STRENGTH_WEAK &&
            !dsg_evidence_allows_weak(&f->query, &match, hits[i].score >= 1))
            continue;
        best = hits[i].score;
        match.name = name;
    }
    match.score = dsg_evidence_score(&f->query, &match, best);
    if (!match.name || match.score < f->query.min_score) return DESIG_OK;
    return add_match(f, &match);
}

static int compare_hits(const void *a, const void *b) {
    const hit *left = a;
    const hit *right = b;
    return (left->name > right->name) - (left->name < right->name);
}

DSG_OWN_FRAME static desig_result match_names(finding *f) {
    desig_result result = DESIG_OK;
    if (f->hit_count > 1) qsort(f->hits, f->hit_count, sizeof *f->hits, compare_hits);
    for (size_t start = 0; start < f->hit_count && result == DESIG_OK;) {
        uint32_t record = f->index->names[f->hits[start].name].record;
        size_t end = start + 1;
        while (end < f->hit_count && f->index->names[f->hits[end].name].record == record) end++;
        result = match_record(f, f->hits + start, end - start);
        start = end;
    }
    return result;
}

static int is_matched(const finding *f, const desig_record *record) {
    for (size_t i = 0; i < f->match_count; i++)
        if (f->matches[i].record == record) return 1;
    return 0;
}

/* Records that a number finds and no name did. Returns 1 when memory is exhausted. */
static int match_number(void *context, const dsg_number *number) {
    finding *f = context;
    size_t count = 0;
    const dsg_postings *postings = &f->index->by_identity;
    const uint32_t *records =
        dsg_postings_get(postings, dsg_postings_bucket(postings, dsg_number_hash(number)), &count);
    for (size_t i = 0; i < count; i++) {
        desig_match match = {.record = desig_list_at(f->index->list, records[i])};
        dsg_evidence_weigh(&f->query, &match);
        if (match.evidence[DESIG_EVIDENCE_ON_IDENTIFIER] != DESIG_EVIDENCE_AGREE ||
            is_matched(f, match.record))
            continue;
        match.score = dsg_evidence_score(&f->query, &match, 0);
        if (add_match(f, &match) != DESIG_OK) return 1;
    }
    return 0;
}

DSG_OWN_FRAME static desig_result match_identifier(finding *f) {
    if (!f->query.identifier) return DESIG_OK;
    return dsg_numbers_each(f->query.identifier, match_number, f) ? DESIG_E_NOMEM : DESIG_OK;
}

static int compare_matches(const void *a, const void *b) {
    const desig_match *left = a;
    const desig_match *right = b;
    if (left->score != right->score) return left->score < right->score ? 1 : -1;
    return strcmp(left->record->id, right->record->id);
}

/* ---- Public ---- */

static desig_result take_query(finding *f, const desig_query *query, desig_error *error) {
    DSG_STRUCT_TAKE(desig_query, &f->query, query);
    const char *wrong = dsg_query_wrong(&f->query);
    if (wrong) return dsg_error_set(error, DESIG_E_ARGUMENT, "%s", wrong);
    if (f->query.min_score == 0) f->query.min_score = dsg_search_weight_table.min_score;
    f->least = dsg_evidence_least(&f->query, f->query.min_score);
    return DESIG_OK;
}

static desig_result find(finding *f) {
    desig_result result = dsg_candidates_open(&f->candidates, f->index);
    if (result == DESIG_OK) result = find_names(f);
    if (result == DESIG_OK) result = match_names(f);
    if (result == DESIG_OK) result = match_identifier(f);
    if (result == DESIG_OK && f->not_comparable > 0 && f->match_count == 0) return DESIG_E_UNSCREENABLE;
    if (f->match_count > 1) qsort(f->matches, f->match_count, sizeof *f->matches, compare_matches);
    return result;
}

static void tell_unscreenable(const finding *f, desig_error *error) {
    const size_t all = f->index->named_records;
    if (f->parts.count == 0 || f->not_comparable > all)
        dsg_error_set(error, DESIG_E_UNSCREENABLE, "the name holds nothing that can be compared");
    else
        dsg_error_set(error, DESIG_E_UNSCREENABLE,
                      "the name cannot be compared with %zu of %zu records, which have no name in its script",
                      f->not_comparable, all);
}

static void give(const finding *f, desig_match *matches, size_t capacity, size_t *count) {
    size_t given = f->match_count < capacity ? f->match_count : capacity;
    if (given > 0) memcpy(matches, f->matches, given * sizeof *matches);
    *count = f->match_count;
}

desig_result desig_index_find(const desig_index *index, const desig_query *query, desig_match *matches,
                              size_t capacity, size_t *count, desig_error *error) {
    finding f = {.index = index};
    if (!index || !query || !count || (!matches && capacity > 0))
        return dsg_error_plain(error, DESIG_E_ARGUMENT);
    desig_result result = take_query(&f, query, error);
    if (result != DESIG_OK) return result;
    result = find(&f);
    if (result == DESIG_OK)
        give(&f, matches, capacity, count);
    else if (result == DESIG_E_UNSCREENABLE)
        tell_unscreenable(&f, error);
    else
        dsg_error_plain(error, result);
    dsg_candidates_free(&f.candidates);
    dsg_release(&index->allocator, f.hits, f.hit_capacity * sizeof *f.hits);
    dsg_release(&index->allocator, f.matches, f.match_capacity * sizeof *f.matches);
    return result;
}
