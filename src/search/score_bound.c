#include "search/score_bound.h"

#include "names/compare.h"
#include "names/score.h"
#include "names/weights.h"

static const double rounding = 1e-6; /* of sums that are made in another order than the score's */

/* ---- What a query asks ---- */

/* The most that a name can score that meets so much of the query, and all of which is met. */
static double score_of_met(const dsg_score_bound *b, double weight) {
    double met = weight < b->total ? weight : b->total;
    const dsg_score_sums sums = {.total_a = met + b->spare * (b->total - met),
                                 .met_a = met,
                                 .total_b = weight + b->beginnings,
                                 .met_b = weight + b->beginnings};
    return dsg_weight_table.score_parts * dsg_score_of(&sums, b->query->family) + rounding;
}

static double least_met(const dsg_score_bound *b, double least) {
    enum { STEPS = 24 };
    double low = 0;
    double high = b->total + b->beside;
    for (int i = 0; i < STEPS; i++) {
        double middle = (low + high) / 2;
        if (score_of_met(b, middle) < least) {
            low = middle;
        } else {
            high = middle;
        }
    }
    return low;
}

void dsg_score_bound_open(dsg_score_bound *b, const desig_index *index, const dsg_similar_parts *similar,
                          const dsg_name_parts *query, double least) {
    *b = (dsg_score_bound){.index = index, .query = query, .similar = similar, .least = least};
    b->total = dsg_parts_weight(query->part, query->count);
    b->spare = query->surnames > 0 ? dsg_weight_table.spare : 1;
    for (size_t i = 0; i < query->count; i++) {
        const dsg_name_part *part = &query->part[i];
        int telling = dsg_part_is_telling(part);
        b->weight[i] = telling ? part->weight : 0;
        if (!telling || part->cut) b->beside += part->weight;
        if (!telling) b->beside_name += part->weight;
        b->beginnings += dsg_beginning_gain(part->class == DSG_CLASS_INITIAL, part->cut);
    }
    b->beside_name += b->beginnings;
    b->own_name = dsg_own_name(query->part, query->count, query->family);
    b->need = least_met(b, least);
    b->need_without_own = least_met(b, least / dsg_own_name_kept(1, 0));
}

/* ---- Whether enough is met ---- */

/* A name of the index, while it is looked at. */
typedef struct candidate {
    const dsg_index_name *name;
    const uint32_t *entries; /* its parts */
    size_t count;
    const dsg_lead *lead;
} candidate;

static candidate candidate_of(const dsg_score_bound *b, const dsg_lead *lead) {
    const dsg_index_name *name = &b->index->names[lead->name];
    return (candidate){name, b->index->parts + name->parts, name[1].parts - name->parts, lead};
}

int dsg_score_bound_meets_enough(const dsg_score_bound *b, const dsg_lead *lead) {
    const candidate n = candidate_of(b, lead);
    uint32_t parts = lead->joined | lead->acronym;
    double weight = b->beside + dsg_beginning_gain(n.name->initials, n.name->cut > 0);
    for (size_t j = 0; j < n.count; j++) parts |= dsg_similar_of(b->similar, n.entries[j]);
    for (size_t i = 0; i < b->query->count && parts >> i; i++)
        if (parts >> i & 1U) weight += b->weight[i];
    int has_own =
        b->own_name == b->query->count || parts >> b->own_name & 1U || dsg_index_has_beginnings(n.name);
    return weight >= (has_own ? b->need : b->need_without_own);
}

/* ---- The most that a name can score ---- */

/* The most that may be met of a part, and the least that is then unmet. */
typedef struct share {
    double met, unmet;
} share;

/* The shares of the parts of a query and of a name. */
typedef struct shares {
    share of_query[DSG_NAME_PARTS];
    share of_name[DSG_NAME_PARTS];
    size_t own_name; /* where the name's own name stands */
} shares;

static share all_met(double weight) {
    return (share){weight, 0};
}

static void may_meet(share *s, double weight, double like) {
    if (like * weight > s->met) s->met = like * weight;
    if ((1 - like) * weight < s->unmet) s->unmet = (1 - like) * weight;
}

/* A part of the query may meet this part of the name. Two that meet weigh what the lighter one does. */
static void meet_similar(const dsg_score_bound *b, size_t i, uint32_t entry, const dsg_name_part *part,
                         int closely, share *of_query, share *of_name) {
    const dsg_name_part *asked = &b->query->part[i];
    if (dsg_similar_is_joined(b->similar, i, entry)) {
        *of_query = all_met(asked->weight);
        *of_name = all_met(part->weight);
        return;
    }
    double like = closely ? dsg_likeness_at_most(dsg_likeness(asked, part)) : 1;
    double weight = part->weight < asked->weight ? part->weight : asked->weight;
    if (like <= 0) return;
    may_meet(of_query, weight, like);
    may_meet(of_name, weight, like);
}

/* What each part may meet by itself. */
static void meet_singles(const dsg_score_bound *b, const candidate *n, int closely, shares *s) {
    s->own_name = n->count;
    for (size_t i = 0; i < b->query->count; i++) s->of_query[i] = (share){0, b->query->part[i].weight};
    for (size_t j = 0; j < n->count; j++) {
        dsg_name_part part;
        uint32_t similar = dsg_similar_of(b->similar, n->entries[j]);
        dsg_dictionary_get(&b->index->dictionary, n->entries[j], &part);
        s->of_name[j] = (share){0, part.weight};
        if (s->own_name == n->count && dsg_own_name(&part, 1, b->query->family) == 0) s->own_name = j;
        for (size_t i = 0; i < b->query->count && similar >> i; i++)
            if (similar >> i & 1U)
                meet_similar(b, i, n->entries[j], &part, closely, &s->of_query[i], &s->of_name[j]);
    }
}

/* What neighbours of the name may meet that are written as one. */
static void meet_joined(const dsg_score_bound *b, const candidate *n, shares *s) {
    dsg_name_part parts[DSG_NAME_PARTS];
    dsg_part_room room;
    dsg_name_part joined;
    for (size_t j = 0; j < n->count; j++) dsg_dictionary_get(&b->index->dictionary, n->entries[j], &parts[j]);
    for (size_t j = 0; j + 1 < n->count; j++) {
        size_t span = dsg_part_join(parts + j, n->count - j, &room, &joined);
        for (size_t i = 0; span > 0 && i < b->query->count && n->lead->joined >> i; i++) {
            const dsg_name_part *asked = &b->query->part[i];
            if (!(n->lead->joined >> i & 1U)) continue;
            double like = dsg_likeness_at_most(dsg_joined_likeness(&joined, asked));
            if (like <= 0) continue;
            may_meet(&s->of_query[i], asked->weight < joined.weight ? asked->weight : joined.weight, like);
            // Neighbours that were joined are parts of the name.
            // NOLINTNEXTLINE(clang-analyzer-core.CallAndMessage)
            for (size_t k = j; k < j + span; k++) s->of_name[k] = all_met(parts[k].weight);
        }
    }
}

static void meet_all(share *of_query, const double *weights, size_t count, uint32_t which) {
    for (size_t i = 0; i < count && which >> i; i++)
        if (which >> i & 1U) of_query[i] = all_met(weights[i]);
}

static share sum_of(const share *each, size_t count) {
    share sum = {0, 0};
    for (size_t i = 0; i < count; i++) { // meet_singles() sets as many. NOLINTNEXTLINE(clang-analyzer-core.*)
        sum.met += each[i].met;
        sum.unmet += each[i].unmet;
    }
    return sum;
}

/* What else may be met: parts that are not looked up, and beginnings. */
static void meet_more(share *sum, double more) {
    sum->met += more;
    sum->unmet = sum->unmet > more ? sum->unmet - more : 0;
}

/* What is kept if the own name of either is left over for sure; a beginning may take it. */
static double own_names_kept(const dsg_score_bound *b, const candidate *n, const shares *s) {
    int left = b->own_name < b->query->count && s->of_query[b->own_name].met <= 0;
    int name_left = s->own_name < n->count && s->of_name[s->own_name].met <= 0;
    if (dsg_index_has_beginnings(n->name)) return 1;
    return dsg_own_name_kept(left, name_left && b->beginnings <= 0);
}

double dsg_score_bound_score(const dsg_score_bound *b, const dsg_lead *lead, int closely) {
    const candidate n = candidate_of(b, lead);
    shares s;
    meet_singles(b, &n, closely, &s);
    if (closely && lead->joined) meet_joined(b, &n, &s);
    if (!closely) meet_all(s.of_query, b->weight, b->query->count, lead->joined);
    meet_all(s.of_query, b->weight, b->query->count, lead->acronym);
    share query = sum_of(s.of_query, b->query->count);
    share name = sum_of(s.of_name, n.count);
    double beginnings = dsg_beginning_gain(n.name->initials, n.name->cut > 0) + rounding;
    int all_of_name = lead->acronym || (!closely && lead->joined);
    meet_more(&query, b->beside + beginnings);
    meet_more(&name, all_of_name ? name.unmet : b->beside_name + beginnings);
    double name_spare = n.name->surnames > 0 ? dsg_weight_table.spare : 1;
    const dsg_score_sums sums = {.total_a = query.met + b->spare * query.unmet,
                                 .met_a = query.met,
                                 .total_b = name.met + name_spare * name.unmet,
                                 .met_b = name.met};
    double kept = all_of_name ? 1 : own_names_kept(b, &n, &s);
    return dsg_weight_table.score_parts * dsg_score_of(&sums, b->query->family) * kept + rounding;
}
