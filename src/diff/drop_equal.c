#include "diff/drop_equal.h"

#include "diff/stated_vs_listed.h"

#include <string.h>

typedef struct run {
    size_t start;
    size_t end;
    size_t counts[2]; /* before, after */
} run;

static run run_from(const dsg_comparables *comparables, size_t start, dsg_comparable_order order) {
    run found = {.start = start, .end = dsg_comparables_run(comparables, start, order)};
    for (size_t i = start; i < found.end; i++) found.counts[dsg_comparable_at(comparables, i)->after]++;
    return found;
}

static void mark_equal(dsg_comparables *comparables, const run *found, size_t from) {
    for (size_t i = found->start + from; i < found->end; i++) dsg_comparable_at(comparables, i)->equal = 1;
}

void dsg_drop_equal(dsg_comparables *comparables) {
    run found;
    dsg_comparables_sort(comparables, dsg_by_content);
    for (size_t start = 0; start < comparables->count; start = found.end) {
        found = run_from(comparables, start, dsg_by_content);
        /* Of what one record alone says again and again, the first stays. */
        mark_equal(comparables, &found, found.counts[0] > 0 && found.counts[1] > 0 ? 0 : 1);
    }
}

/* ---- Two sources ---- */

/* What one source says of another's kind of record in its own way, and which nobody compares. */
static int is_prose(const dsg_comparable *comparable) {
    static const uint8_t prose[] = {DESIG_FACT_REMARK, DESIG_FACT_SANCTIONS_NOTE, DESIG_FACT_RAW_ROW};
    const desig_link *link = comparable->first;
    if (comparable->part == DSG_PART_LINK) return link->type && strcmp(link->type, "same-as") == 0;
    return comparable->part == DSG_PART_FACT && memchr(prose, comparable->type, sizeof prose);
}

static void mark_prose(dsg_comparables *comparables) {
    for (size_t i = 0; i < comparables->count; i++)
        if (is_prose(dsg_comparable_at(comparables, i))) dsg_comparable_at(comparables, i)->equal = 1;
}

/* Mark the runs that both records have, or those that only one has. */
static void mark_runs(dsg_comparables *comparables, dsg_comparable_order order, int of_both) {
    run found;
    dsg_comparables_sort(comparables, order);
    for (size_t start = 0; start < comparables->count; start = found.end) {
        found = run_from(comparables, start, order);
        if ((found.counts[0] > 0 && found.counts[1] > 0) == of_both) mark_equal(comparables, &found, 0);
    }
}

/* Of what somebody speaks: of a sort of thing; in another's column; of one country's actions. */
static int by_matter(const dsg_comparable *a, const dsg_comparable *b) {
    if (a->part == DSG_PART_ACTION && b->part == DSG_PART_ACTION)
        return dsg_compare_countries(a->first, b->first);
    if (a->part == DSG_PART_FACT && a->type == DESIG_FACT_OTHER) return dsg_by_kind(a, b);
    return dsg_by_sort(a, b);
}

desig_result dsg_drop_equal_sources(dsg_comparables *comparables, const desig_record *before,
                                    const desig_record *after) {
    mark_prose(comparables);
    mark_runs(comparables, dsg_by_spelling, 1);
    mark_runs(comparables, by_matter, 0);
    return dsg_drop_equal_listings(comparables, before, after);
}
