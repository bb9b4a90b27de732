#include "names/score.h"

#include "names/weights.h"

/* ---- Sums ---- */

static void add_meeting(dsg_score_sums *sums, const dsg_name_pair *pair, const dsg_meeting *m) {
    double weight_a = dsg_parts_weight(pair->a + m->a, m->a_span);
    double weight_b = dsg_parts_weight(pair->b + m->b, m->b_span);
    /* Of `muhammad` and `muhamnad` one is known to be common: so is the other. */
    double weight = weight_a < weight_b ? weight_a : weight_b;
    double like = (double)m->likeness;
    sums->total_a -= weight_a - weight;
    sums->total_b -= weight_b - weight;
    sums->met_a += like * weight;
    sums->met_b += like * weight;
    if (m->rule == DSG_RULE_TYPING && (1 - like) * weight > sums->slip) sums->slip = (1 - like) * weight;
}

/* An initial, or the beginning of a word, explains a share of the part that it begins, whatever that weighs.
 */
static void add_beginning(dsg_score_sums *sums, const dsg_name_pair *pair, const dsg_meeting *m) {
    double explained = m->rule == DSG_RULE_CUT ? dsg_weight_table.cut : dsg_weight_table.initial;
    sums->met_a += explained * pair->a[m->a].weight;
    sums->met_b += explained * pair->b[m->b].weight;
}

static int is_name(const dsg_name_part *part) {
    return dsg_part_is_telling(part) || part->class == DSG_CLASS_PREFIX;
}

/* Whether the first part from `from` on that is a name met something very like it. */
static int first_is_met(const dsg_name_part *parts, size_t from, size_t to, const uint8_t *meeting_of,
                        const dsg_meetings *met) {
    while (from < to && !is_name(&parts[from])) from++;
    return from < to && meeting_of[from] &&
           met->meeting[meeting_of[from] - 1].likeness >= dsg_weight_table.spare_alike;
}

/* What does not count of a person's further given and family names, once the first of both are met. */
static double spared(const dsg_name_part *parts, size_t count, size_t surnames, const uint8_t *meeting_of,
                     const dsg_meetings *met) {
    double weight = 0;
    const size_t given = count - surnames;
    if (surnames == 0 || !first_is_met(parts, 0, given, meeting_of, met) ||
        !first_is_met(parts, given, count, meeting_of, met))
        return 0;
    for (size_t i = 0; i < count; i++)
        if (!meeting_of[i] && is_name(&parts[i])) weight += parts[i].weight;
    return (1 - dsg_weight_table.spare) * weight;
}

dsg_score_sums dsg_sums_of(const dsg_name_pair *pair, const dsg_meetings *met) {
    dsg_score_sums sums = {.total_a = dsg_parts_weight(pair->a, pair->a_count),
                           .total_b = dsg_parts_weight(pair->b, pair->b_count)};
    size_t alike = met->count - met->beginnings;
    for (size_t i = 0; i < alike; i++) add_meeting(&sums, pair, &met->meeting[i]);
    for (size_t i = alike; i < met->count; i++) add_beginning(&sums, pair, &met->meeting[i]);
    int a_left = dsg_left_over_of(pair->a, pair->a_count, met->of_a) == DSG_LEFT_TELLING;
    int b_left = dsg_left_over_of(pair->b, pair->b_count, met->of_b) == DSG_LEFT_TELLING;
    if (!b_left) sums.total_a -= spared(pair->a, pair->a_count, pair->a_surnames, met->of_a, met);
    if (!a_left) sums.total_b -= spared(pair->b, pair->b_count, pair->b_surnames, met->of_b, met);
    return sums;
}

/* ---- Score ---- */

static double at_least_0(double value) {
    return value > 0 ? value : 0;
}

/* What is met, beside what is met and what is unmet.
 *
 * Parts that are unmet on both sides contradict each other: two people of one family. Parts that are unmet on
 * one side only may merely have been left out (a patronymic), and once some are, more say little more. The
 * less is met, the more does what is missing count: a single shared part is no evidence. */
double dsg_score_of(const dsg_score_sums *sums, dsg_name_family family) {
    const dsg_family_weights *w = dsg_weights_of(family);
    double met = (sums->met_a + sums->met_b) / 2;
    double forgiven = dsg_weight_table.slip_forgiven * sums->slip;
    double unmet_a = at_least_0(sums->total_a - sums->met_a - forgiven);
    double unmet_b = at_least_0(sums->total_b - sums->met_b - forgiven);
    double both = unmet_a < unmet_b ? unmet_a : unmet_b;
    double one = unmet_a + unmet_b - 2 * both;
    double missing = w->missing + w->scarce * at_least_0(w->enough - met);
    /* A contradiction never weighs less than a gap, or meeting more could lower the score. */
    double conflict = w->conflict > missing ? w->conflict : missing;
    double first = one < w->missing_first ? one : w->missing_first;
    if (met <= 0) return 0;
    return met / (met + conflict * both + missing * (first + w->missing_more * (one - first)));
}

double dsg_likeness_at_most(dsg_alike alike) {
    double lack = 1 - alike.likeness;
    return alike.rule == DSG_RULE_TYPING ? 1 - (1 - dsg_weight_table.slip_forgiven) * lack : alike.likeness;
}
