#include "diff/match_parts.h"

#include "base/sort.h"
#include "diff/spelling.h"

enum {
    LIKE = 600,     /* of 1000: comparables of one kind that are one in another spelling */
    NUMBERED = 300, /* likewise, where the publisher gives them one number, too */
    FEW = 64,       /* of a kind: each is compared with each */
    NEIGHBOURS = 8  /* else with so many that follow in the order of the spelling */
};

static void make_partners(dsg_comparable *a, dsg_comparable *b) {
    a->partner = b;
    b->partner = a;
}

/* The comparables of a run that have no partner yet. There is at most one of each record. */
typedef struct couple {
    dsg_comparable *sides[2];
    size_t count;
} couple;

static couple couple_of(const dsg_comparables *comparables, size_t start, size_t end) {
    couple found = {{NULL, NULL}, 0};
    for (size_t i = start; i < end; i++) {
        dsg_comparable *comparable = dsg_comparable_at(comparables, i);
        if (comparable->partner) continue;
        found.sides[comparable->after] = comparable;
        found.count++;
    }
    return found;
}

static int is_couple(const couple *found) {
    return found->count == 2 && found->sides[0] && found->sides[1];
}

void dsg_match_parts_note_alone(dsg_comparables *comparables) {
    size_t end;
    dsg_comparables_sort(comparables, dsg_by_kind);
    for (size_t start = 0; start < comparables->count; start = end) {
        couple found;
        end = dsg_comparables_run(comparables, start, dsg_by_kind);
        found = couple_of(comparables, start, end);
        if (is_couple(&found)) found.sides[0]->alone = found.sides[1]->alone = 1;
    }
}

/* ---- Couples: what is alone on either side in something that tells it ---- */

static int always(const dsg_comparable *a, const dsg_comparable *b) {
    (void)a, (void)b;
    return 1;
}

/* A number may say no more than the place in the file. */
static int are_numbered(const dsg_comparable *a, const dsg_comparable *b) {
    return a->number != 0 && dsg_spelling_likeness(a->spelling, b->spelling) >= NUMBERED;
}

/* An action's kind says whose, where and under which program it is. */
static int are_alone(const dsg_comparable *a, const dsg_comparable *b) {
    return a->part == DSG_PART_ACTION || (a->alone && b->alone);
}

static void find_couples(dsg_comparables *comparables, dsg_comparable_order order,
                         int (*accept)(const dsg_comparable *a, const dsg_comparable *b)) {
    size_t end;
    dsg_comparables_sort(comparables, order);
    for (size_t start = 0; start < comparables->count; start = end) {
        couple found;
        end = dsg_comparables_run(comparables, start, order);
        found = couple_of(comparables, start, end);
        if (is_couple(&found) && accept(found.sides[0], found.sides[1]))
            make_partners(found.sides[0], found.sides[1]);
    }
}

/* ---- The nearest of a kind ---- */

typedef struct candidate {
    dsg_comparable *a, *b; /* in the order of the run */
    size_t place;          /* of the two in that order */
    unsigned likeness;
} candidate;

static int nearest_first(const void *context, const void *a, const void *b) {
    const candidate *one = a, *other = b;
    (void)context;
    if (one->likeness != other->likeness) return one->likeness > other->likeness ? -1 : 1;
    return (one->place > other->place) - (one->place < other->place);
}

/* The candidates among the comparables of a run, into `room` (NULL: only counted). */
static size_t candidates_of(const dsg_comparables *comparables, size_t start, size_t end, candidate *room) {
    const size_t reach = end - start <= FEW ? FEW : NEIGHBOURS;
    size_t count = 0;
    for (size_t i = start; i < end; i++) {
        dsg_comparable *a = dsg_comparable_at(comparables, i);
        for (size_t j = i + 1; !a->partner && j < end && j - i <= reach; j++) {
            dsg_comparable *b = dsg_comparable_at(comparables, j);
            unsigned likeness;
            if (b->partner || a->after == b->after) continue;
            likeness = dsg_spelling_likeness(a->spelling, b->spelling);
            if (likeness < LIKE) continue;
            if (room) room[count] = (candidate){a, b, count, likeness};
            count++;
        }
    }
    return count;
}

static desig_result find_nearest(const dsg_comparables *comparables, size_t start, size_t end) {
    const size_t count = candidates_of(comparables, start, end, NULL);
    candidate *candidates;
    const void **order;
    if (count == 0) return DESIG_OK;
    candidates = dsg_arena_take(comparables->arena, count * sizeof *candidates);
    order = dsg_arena_take(comparables->arena, 2 * count * sizeof *order);
    if (!candidates || !order) return DESIG_E_NOMEM;
    candidates_of(comparables, start, end, candidates);
    for (size_t i = 0; i < count; i++) order[i] = &candidates[i];
    dsg_sort(order, order + count, count, nearest_first, NULL);
    for (size_t i = 0; i < count; i++) {
        const candidate *best = order[i];
        if (!best->a->partner && !best->b->partner) make_partners(best->a, best->b);
    }
    return DESIG_OK;
}

static desig_result find_all_nearest(dsg_comparables *comparables) {
    desig_result result = DESIG_OK;
    size_t end;
    dsg_comparables_sort(comparables, dsg_by_kind_and_spelling);
    for (size_t start = 0; result == DESIG_OK && start < comparables->count; start = end) {
        end = dsg_comparables_run(comparables, start, dsg_by_kind);
        /* A program is another one, however near its tag. */
        if (dsg_comparable_at(comparables, start)->part != DSG_PART_ACTION)
            result = find_nearest(comparables, start, end);
    }
    return result;
}

desig_result dsg_match_parts_find(dsg_comparables *comparables) {
    static const struct {
        dsg_comparable_order order;
        int (*accept)(const dsg_comparable *a, const dsg_comparable *b);
    } sure[] = {
        {dsg_by_kind_and_words, always},
        {dsg_by_words, always},
        {dsg_by_spelling, always},
        {dsg_by_number, are_numbered},
    };
    desig_result result;
    for (size_t i = 0; i < sizeof sure / sizeof *sure; i++)
        find_couples(comparables, sure[i].order, sure[i].accept);
    result = find_all_nearest(comparables);
    find_couples(comparables, dsg_by_kind, are_alone);
    return result;
}
