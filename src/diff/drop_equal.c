#include "diff/drop_equal.h"

#include "diff/stated_vs_listed.h"

#include <string.h>

typedef struct run {
    size_t start;
    size_t end;
    size_t counts[2]; /* before, after */
} run;

static run run_from(const dsg_comparables *units, size_t start, dsg_comparable_order order) {
    run found = {.start = start, .end = dsg_comparables_run(units, start, order)};
    for (size_t i = start; i < found.end; i++) found.counts[dsg_comparable_at(units, i)->after]++;
    return found;
}

static void settle_run(dsg_comparables *units, const run *settled, size_t from) {
    for (size_t i = settled->start + from; i < settled->end; i++) dsg_comparable_at(units, i)->settled = 1;
}

void dsg_drop_equal(dsg_comparables *units) {
    run found;
    dsg_comparables_sort(units, dsg_by_content);
    for (size_t start = 0; start < units->count; start = found.end) {
        found = run_from(units, start, dsg_by_content);
        /* Of what one record alone says again and again, the first stays. */
        settle_run(units, &found, found.counts[0] > 0 && found.counts[1] > 0 ? 0 : 1);
    }
}

/* ---- Two sources ---- */

/* What one source says of another's kind of record in its own way, and which nobody compares. */
static int is_prose(const dsg_comparable *unit) {
    static const uint8_t prose[] = {DESIG_FACT_REMARK, DESIG_FACT_SANCTIONS_NOTE, DESIG_FACT_RAW_ROW};
    const desig_link *link = unit->told;
    if (unit->part == DSG_PART_LINK) return link->type != NULL && strcmp(link->type, "same-as") == 0;
    return unit->part == DSG_PART_FACT && memchr(prose, unit->type, sizeof prose) != NULL;
}

static void settle_prose(dsg_comparables *units) {
    for (size_t i = 0; i < units->count; i++)
        if (is_prose(dsg_comparable_at(units, i))) dsg_comparable_at(units, i)->settled = 1;
}

/* Settle the runs that both records have, or those that only one has. */
static void settle_runs(dsg_comparables *units, dsg_comparable_order order, int of_both) {
    run found;
    dsg_comparables_sort(units, order);
    for (size_t start = 0; start < units->count; start = found.end) {
        found = run_from(units, start, order);
        if ((found.counts[0] > 0 && found.counts[1] > 0) == of_both) settle_run(units, &found, 0);
    }
}

/* Of what somebody speaks: of a sort of thing; in another's column; of one country's actions. */
static int by_matter(const dsg_comparable *a, const dsg_comparable *b) {
    if (a->part == DSG_PART_ACTION && b->part == DSG_PART_ACTION)
        return dsg_compare_countries(a->told, b->told);
    if (a->part == DSG_PART_FACT && a->type == DESIG_FACT_OTHER) return dsg_by_kind(a, b);
    return dsg_by_sort(a, b);
}

desig_result dsg_drop_equal_sources(dsg_comparables *units, const desig_record *before,
                                    const desig_record *after) {
    settle_prose(units);
    settle_runs(units, dsg_by_spelling, 1);
    settle_runs(units, by_matter, 0);
    return dsg_drop_equal_listings(units, before, after);
}
