#include "history/settle.h"

#include "history/listings.h"

#include <string.h>

typedef struct run {
    size_t start;
    size_t end;
    size_t counts[2]; /* before, after */
} run;

static run run_from(const dsg_pieces *pieces, size_t start, dsg_piece_order order) {
    run found = {.start = start, .end = dsg_pieces_run(pieces, start, order)};
    for (size_t i = start; i < found.end; i++) found.counts[dsg_piece_at(pieces, i)->after]++;
    return found;
}

static void settle_run(dsg_pieces *pieces, const run *settled, size_t from) {
    for (size_t i = settled->start + from; i < settled->end; i++) dsg_piece_at(pieces, i)->settled = 1;
}

void dsg_settle_same(dsg_pieces *pieces) {
    run found;
    dsg_pieces_sort(pieces, dsg_by_content);
    for (size_t start = 0; start < pieces->count; start = found.end) {
        found = run_from(pieces, start, dsg_by_content);
        /* Of what one record alone says again and again, the first stays. */
        settle_run(pieces, &found, found.counts[0] > 0 && found.counts[1] > 0 ? 0 : 1);
    }
}

/* ---- Two sources ---- */

/* What one source says of another's kind of record in its own way, and which nobody compares. */
static int is_prose(const dsg_piece *piece) {
    static const uint8_t prose[] = {DESIG_FACT_REMARK, DESIG_FACT_SANCTIONS_NOTE, DESIG_FACT_RAW_ROW};
    const desig_link *link = piece->told;
    if (piece->part == DSG_PART_LINK) return link->type != NULL && strcmp(link->type, "same-as") == 0;
    return piece->part == DSG_PART_FACT && memchr(prose, piece->type, sizeof prose) != NULL;
}

static void settle_prose(dsg_pieces *pieces) {
    for (size_t i = 0; i < pieces->count; i++)
        if (is_prose(dsg_piece_at(pieces, i))) dsg_piece_at(pieces, i)->settled = 1;
}

/* Settle the runs that both records have, or those that only one has. */
static void settle_runs(dsg_pieces *pieces, dsg_piece_order order, int of_both) {
    run found;
    dsg_pieces_sort(pieces, order);
    for (size_t start = 0; start < pieces->count; start = found.end) {
        found = run_from(pieces, start, order);
        if ((found.counts[0] > 0 && found.counts[1] > 0) == of_both) settle_run(pieces, &found, 0);
    }
}

/* Of what somebody speaks: of a sort of thing; in another's column; of one country's actions. */
static int by_matter(const dsg_piece *a, const dsg_piece *b) {
    if (a->part == DSG_PART_ACTION && b->part == DSG_PART_ACTION)
        return dsg_compare_countries(a->told, b->told);
    if (a->part == DSG_PART_FACT && a->type == DESIG_FACT_OTHER) return dsg_by_kind(a, b);
    return dsg_by_sort(a, b);
}

desig_result dsg_settle_sources(dsg_pieces *pieces, const desig_record *before, const desig_record *after) {
    settle_prose(pieces);
    settle_runs(pieces, dsg_by_spelling, 1);
    settle_runs(pieces, by_matter, 0);
    return dsg_settle_listings(pieces, before, after);
}
