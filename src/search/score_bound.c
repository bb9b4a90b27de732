#include "search/score_bound.h"

#include "names/compare.h"

static const double rounding = 1e-6;

/* ---- What a query asks ---- */

/* The most that a name can score that meets so much of the query, and all of which is met. */
static double score_of_met(const dsg_score_bound *r, double weight) {
    const dsg_score_sums tally = {.total_a = r->total,
                                  .met_a = weight < r->total ? weight : r->total,
                                  .total_b = weight + r->beginnings,
                                  .met_b = weight + r->beginnings};
    return DSG_SCORE_PARTS * dsg_score_of(&tally, r->query->family) + rounding;
}

static double least_met(const dsg_score_bound *r, double least) {
    enum { STEPS = 24 };
    double low = 0;
    double high = r->total + r->beside;
    for (int i = 0; i < STEPS; i++) {
        double middle = (low + high) / 2;
        if (score_of_met(r, middle) < least) {
            low = middle;
        } else {
            high = middle;
        }
    }
    return low;
}

void dsg_score_bound_open(dsg_score_bound *r, const desig_index *index, const dsg_similar_parts *kin,
                          const dsg_name_parts *query, double least) {
    *r = (dsg_score_bound){.index = index, .query = query, .kin = kin, .least = least};
    r->total = dsg_parts_weight(query->part, query->count);
    for (size_t i = 0; i < query->count; i++) {
        const dsg_name_part *part = &query->part[i];
        int telling = dsg_part_is_telling(part);
        r->weight[i] = telling ? part->weight : 0;
        if (!telling || part->cut) r->beside += part->weight;
        if (!telling) r->beside_name += part->weight;
        r->beginnings += dsg_beginning_gain(part->class == DSG_CLASS_INITIAL, part->cut);
    }
    r->beside_name += r->beginnings;
    r->own = dsg_own_name(query->part, query->count, query->family);
    r->need = least_met(r, least);
    r->need_without_own = least_met(r, least / dsg_own_name_kept(1, 0));
}

/* ---- Whether enough is met ---- */

/* A name of the index, while it is looked at. */
typedef struct candidate {
    const dsg_index_name *name;
    const uint32_t *entries; /* its parts */
    size_t count;
    const dsg_split *split;
} candidate;

static candidate candidate_of(const dsg_score_bound *r, const dsg_split *split) {
    const dsg_index_name *name = &r->index->names[split->name];
    return (candidate){name, r->index->parts + name->parts, name[1].parts - name->parts, split};
}

int dsg_score_bound_meets_enough(const dsg_score_bound *r, const dsg_split *split) {
    const candidate looked_at = candidate_of(r, split);
    const candidate *n = &looked_at;
    uint32_t parts = n->split->joined | n->split->acronym;
    double weight = r->beside + dsg_beginning_gain(n->name->initials, n->name->cut > 0);
    for (size_t j = 0; j < n->count; j++) parts |= dsg_similar_of(r->kin, n->entries[j]);
    for (size_t i = 0; i < r->query->count && parts >> i; i++)
        if (parts >> i & 1U) weight += r->weight[i];
    int has_own = r->own == r->query->count || parts >> r->own & 1U || dsg_index_has_beginnings(n->name);
    return weight >= (has_own ? r->need : r->need_without_own);
}

/* ---- The most that a name can score ---- */

/* How alike a part of the query and its kin are at most; 1 if that is not to be looked at closely. */
static double likeness_at_most(const dsg_score_bound *r, size_t part, const dsg_name_part *other,
                               int closely) {
    return closely ? dsg_likeness_at_most(dsg_likeness(&r->query->part[part], other)) : 1;
}

/* The most that may be met of a part, and the least that is then unmet. Two parts that meet weigh what the
 * lighter one does. */
typedef struct meeting {
    double met, unmet;
} meeting;

static void may_meet(meeting *m, double weight, double like) {
    if (like * weight > m->met) m->met = like * weight;
    if ((1 - like) * weight < m->unmet) m->unmet = (1 - like) * weight;
}

/* What may be met of the parts that are looked up; and where the name's own name stands. */
static void meet_kin(const dsg_score_bound *r, const candidate *n, int closely, meeting *of_query,
                     meeting *of_name, size_t *own) {
    *own = n->count;
    for (size_t j = 0; j < n->count; j++) {
        dsg_name_part other;
        uint32_t kin = dsg_similar_of(r->kin, n->entries[j]);
        dsg_dictionary_get(&r->index->dictionary, n->entries[j], &other);
        of_name[j] = (meeting){0, other.weight};
        if (*own == n->count && dsg_own_name(&other, 1, r->query->family) == 0) *own = j;
        for (size_t i = 0; i < r->query->count && kin >> i; i++) {
            if (!(kin >> i & 1U)) continue;
            double weight = r->query->part[i].weight;
            if (dsg_similar_is_joined(r->kin, i, n->entries[j])) {
                of_query[i] = (meeting){weight, 0};
                of_name[j] = (meeting){other.weight, 0};
                continue;
            }
            double like = likeness_at_most(r, i, &other, closely);
            if (other.weight < weight) weight = other.weight;
            if (like <= 0) continue;
            may_meet(&of_query[i], weight, like);
            may_meet(&of_name[j], weight, like);
        }
    }
}

/* What two neighbours may meet. */
static void meet_joined(const dsg_score_bound *r, const candidate *n, meeting *of_query, meeting *of_name) {
    dsg_name_part parts[DSG_NAME_PARTS];
    dsg_part_room room;
    dsg_name_part joined;
    for (size_t j = 0; j < n->count; j++) dsg_dictionary_get(&r->index->dictionary, n->entries[j], &parts[j]);
    for (size_t j = 0; j + 1 < n->count; j++) {
        size_t span = dsg_part_join(parts + j, n->count - j, &room, &joined);
        for (size_t i = 0; span > 0 && i < r->query->count && n->split->joined >> i; i++) {
            const dsg_name_part *part = &r->query->part[i];
            if (!(n->split->joined >> i & 1U)) continue;
            double like = dsg_likeness_at_most(dsg_joined_likeness(&joined, part));
            if (like <= 0) continue;
            may_meet(&of_query[i], part->weight < joined.weight ? part->weight : joined.weight, like);
            for (size_t k = j; k < j + span; k++) of_name[k] = (meeting){parts[k].weight, 0};
        }
    }
}

static void meet_all(meeting *meetings, const double *weights, size_t count, uint32_t which) {
    for (size_t i = 0; i < count && which >> i; i++)
        if (which >> i & 1U) meetings[i] = (meeting){weights[i], 0};
}

static meeting sum_of(const meeting *meetings, size_t count) {
    meeting sum = {0, 0};
    for (size_t i = 0; i < count; i++) {
        sum.met += meetings[i].met;
        sum.unmet += meetings[i].unmet;
    }
    return sum;
}

/* What else may be met: parts that are not looked up, and beginnings. */
static void meet_more(meeting *sum, double more) {
    sum->met += more;
    sum->unmet = sum->unmet > more ? sum->unmet - more : 0;
}

/* Whether the own name of either is left over for sure; a beginning may take it. */
static double own_names_kept(const dsg_score_bound *r, const candidate *n, const meeting *of_query,
                             const meeting *of_name, size_t own) {
    int left = r->own < r->query->count && of_query[r->own].met <= 0;
    int name_left = own < n->count && of_name[own].met <= 0;
    if (dsg_index_has_beginnings(n->name)) return 1;
    return dsg_own_name_kept(left, name_left && r->beginnings <= 0);
}

double dsg_score_bound_score(const dsg_score_bound *r, const dsg_split *split, int closely) {
    const candidate looked_at = candidate_of(r, split);
    const candidate *n = &looked_at;
    meeting of_query[DSG_NAME_PARTS];
    meeting of_name[DSG_NAME_PARTS] = {{0, 0}};
    size_t own = 0;
    for (size_t i = 0; i < r->query->count; i++) of_query[i] = (meeting){0, r->query->part[i].weight};
    meet_kin(r, n, closely, of_query, of_name, &own);
    if (closely && n->split->joined) meet_joined(r, n, of_query, of_name);
    if (!closely) meet_all(of_query, r->weight, r->query->count, n->split->joined);
    meet_all(of_query, r->weight, r->query->count, n->split->acronym);
    meeting query = sum_of(of_query, r->query->count);
    meeting name = sum_of(of_name, n->count);
    double beginnings = dsg_beginning_gain(n->name->initials, n->name->cut > 0) + rounding;
    int all_of_it = n->split->acronym || (!closely && n->split->joined);
    meet_more(&query, r->beside + beginnings);
    meet_more(&name, all_of_it ? name.unmet : r->beside_name + beginnings);
    const dsg_score_sums tally = {.total_a = query.met + query.unmet,
                                  .met_a = query.met,
                                  .total_b = name.met + name.unmet,
                                  .met_b = name.met};
    double kept = all_of_it ? 1 : own_names_kept(r, n, of_query, of_name, own);
    return DSG_SCORE_PARTS * dsg_score_of(&tally, r->query->family) * kept + rounding;
}
