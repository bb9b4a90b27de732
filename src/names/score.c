#include "names/score.h"

static const dsg_family_rules person_rules = {1.7, 0.35, 0.75, 2.0, 0.6, 0.2, 2.0, 0.5},
                              thing_rules = {1.1, 0.35, 0.3, 1.6, 1e6, 1.0, 1.3, 0.3};

/* One typing error happens to everybody: of its cost only so much counts as it is the only one. */
static const double typing_error_forgiven = 0.5;

const dsg_family_rules *dsg_family_rules_of(dsg_name_family family) {
    return family == DSG_FAMILY_THING ? &thing_rules : &person_rules;
}

static double at_least_0(double value) {
    return value > 0 ? value : 0;
}

double dsg_score_of(const dsg_score_sums *tally, dsg_name_family family) {
    const dsg_family_rules *rules = dsg_family_rules_of(family);
    double met = (tally->met_a + tally->met_b) / 2;
    double forgiven = typing_error_forgiven * tally->slip;
    double unmet_a = at_least_0(tally->total_a - tally->met_a - forgiven);
    double unmet_b = at_least_0(tally->total_b - tally->met_b - forgiven);
    double both = unmet_a < unmet_b ? unmet_a : unmet_b;
    double one = unmet_a + unmet_b - 2 * both;
    double missing = rules->missing + rules->scarce * at_least_0(rules->enough - met);
    /* A contradiction never weighs less than a gap, or meeting more could lower the score. */
    double conflict = rules->conflict > missing ? rules->conflict : missing;
    double first = one < rules->first ? one : rules->first;
    if (met <= 0) return 0;
    return met / (met + conflict * both + missing * (first + rules->more * (one - first)));
}

double dsg_likeness_at_most(dsg_alike alike) {
    double lack = 1 - alike.likeness;
    return alike.rule == DSG_RULE_TYPING ? 1 - (1 - typing_error_forgiven) * lack : alike.likeness;
}

double dsg_parts_weight(const dsg_name_part *parts, size_t count) {
    double weight = 0;
    for (size_t i = 0; i < count; i++) weight += parts[i].weight;
    return weight;
}
