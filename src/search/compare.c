#include "search/compare.h"

#include "search/likeness.h"

#include <string.h>

/* How the two sides' unmet parts lower the score. Parts unmet on both sides contradict each other (two people
 * of one family); parts unmet on one side may merely have been left out (a patronymic). The less was met, the
 * more does what is missing count: a single shared part is no evidence. */
static const struct family_rules {
    double conflict; /* for each weight that is unmet on both sides */
    double missing;  /* for each weight that is unmet on one side only */
    double scarce;   /* added to `missing` for each weight by which what was met falls short of enough */
    double enough;
    double lone; /* how much more an error counts in a name of one part */
} person_rules = {1.1, 0.25, 0.75, 2.0, 2.0}, thing_rules = {1.1, 0.35, 0.3, 1.6, 1.3};

static const struct family_rules *rules_of(dsg_family family) {
    return family == DSG_FAMILY_THING ? &thing_rules : &person_rules;
}

static double at_least_0(double value) {
    return value > 0 ? value : 0;
}

double dsg_tally_score(const dsg_tally *tally, dsg_family family) {
    const struct family_rules *rules = rules_of(family);
    double met = (tally->met_a + tally->met_b) / 2;
    double unmet_a = at_least_0(tally->total_a - tally->met_a);
    double unmet_b = at_least_0(tally->total_b - tally->met_b);
    double both = unmet_a < unmet_b ? unmet_a : unmet_b;
    double one = unmet_a + unmet_b - 2 * both;
    double missing = rules->missing + rules->scarce * at_least_0(rules->enough - met);
    /* A contradiction never weighs less than a gap, or meeting more could lower the score. */
    double conflict = rules->conflict > missing ? rules->conflict : missing;
    if (met <= 0) return 0;
    return met / (met + conflict * both + missing * one);
}

double dsg_parts_weight(const dsg_part *parts, size_t count) {
    double weight = 0;
    for (size_t i = 0; i < count; i++) weight += parts[i].weight;
    return weight;
}

/* ---- Alignment ---- */

static size_t count_telling(const dsg_part *parts, size_t count) {
    size_t telling = 0;
    for (size_t i = 0; i < count; i++) telling += (size_t)dsg_part_is_telling(&parts[i]);
    return telling;
}

/* One part, or two neighbours written as one, of each side. */
typedef struct meeting {
    size_t a, b;
    uint8_t a_span, b_span;
    double likeness;
    double weight;
} meeting;

typedef struct alignment {
    const dsg_part *a, *b;
    size_t a_count, b_count;
    dsg_family family;
    dsg_tally tally;
    int any_counts;               /* neither name has a telling part */
    size_t order[DSG_NAME_PARTS]; /* which part of b each part of a met; DSG_NAME_PARTS: none */
    int taken_b[DSG_NAME_PARTS];
    double best; /* the best likeness that counts: of telling parts, or of any where neither name has one */
    float single[DSG_NAME_PARTS][DSG_NAME_PARTS];
    float joined_a[DSG_NAME_PARTS][DSG_NAME_PARTS]; /* a and its next with b */
    float joined_b[DSG_NAME_PARTS][DSG_NAME_PARTS]; /* a with b and its next */
} alignment;

static void measure_singles(alignment *al) {
    for (size_t i = 0; i < al->a_count; i++)
        for (size_t j = 0; j < al->b_count; j++) al->single[i][j] = (float)dsg_likeness(&al->a[i], &al->b[j]);
}

static void measure_joined(alignment *al) {
    dsg_part_room room;
    dsg_part joined;
    for (size_t i = 0; i + 1 < al->a_count; i++) {
        int can = dsg_part_join(&al->a[i], &al->a[i + 1], &room, &joined);
        for (size_t j = 0; j < al->b_count; j++)
            al->joined_a[i][j] = can ? (float)dsg_joined_likeness(&joined, &al->b[j]) : 0;
    }
    for (size_t j = 0; j + 1 < al->b_count; j++) {
        int can = dsg_part_join(&al->b[j], &al->b[j + 1], &room, &joined);
        for (size_t i = 0; i < al->a_count; i++)
            al->joined_b[i][j] = can ? (float)dsg_joined_likeness(&joined, &al->a[i]) : 0;
    }
}

static int is_free(const alignment *al, size_t a, size_t a_span, size_t b, size_t b_span) {
    return al->order[a] == DSG_NAME_PARTS && !al->taken_b[b] &&
           (a_span == 1 || al->order[a + 1] == DSG_NAME_PARTS) && (b_span == 1 || !al->taken_b[b + 1]);
}

static void offer(const alignment *al, size_t a, uint8_t a_span, size_t b, uint8_t b_span, double likeness,
                  meeting *best) {
    if (likeness <= 0 || likeness < best->likeness || !is_free(al, a, a_span, b, b_span)) return;
    double weight = dsg_parts_weight(al->a + a, a_span) + dsg_parts_weight(al->b + b, b_span);
    if (likeness > best->likeness || weight > best->weight)
        *best = (meeting){a, b, a_span, b_span, likeness, weight};
}

/* The parts that are most alike meet first; of equals, the weightiest, then the first. */
static meeting best_meeting(const alignment *al) {
    meeting best = {0};
    for (size_t i = 0; i < al->a_count; i++) {
        for (size_t j = 0; j < al->b_count; j++) {
            offer(al, i, 1, j, 1, al->single[i][j], &best);
            if (i + 1 < al->a_count) offer(al, i, 2, j, 1, al->joined_a[i][j], &best);
            if (j + 1 < al->b_count) offer(al, i, 1, j, 2, al->joined_b[i][j], &best);
        }
    }
    return best;
}

static void meet(alignment *al, const meeting *m) {
    for (size_t i = 0; i < m->a_span; i++) al->order[m->a + i] = m->b;
    for (size_t j = 0; j < m->b_span; j++) al->taken_b[m->b + j] = 1;
    double weight_a = dsg_parts_weight(al->a + m->a, m->a_span);
    double weight_b = dsg_parts_weight(al->b + m->b, m->b_span);
    /* Of `muhammad` and `muhamnad` one is known to be common: the other is so, too. */
    double weight = weight_a < weight_b ? weight_a : weight_b;
    al->tally.total_a -= weight_a - weight;
    al->tally.total_b -= weight_b - weight;
    al->tally.met_a += m->likeness * weight;
    al->tally.met_b += m->likeness * weight;
    int counts = al->any_counts || m->a_span == 2 || dsg_part_is_telling(&al->a[m->a]) ||
                 dsg_part_is_telling(&al->b[m->b]);
    if (counts && m->likeness > al->best) al->best = m->likeness;
}

/* An initial explains a part that begins with it, but says little itself. */
static const double initial_explains = 0.5;

static int can_be_initial_of(const dsg_part *initial, const dsg_part *part) {
    return initial->class == DSG_CLASS_INITIAL && part->text[0] == initial->text[0] &&
           (part->class == DSG_CLASS_PLAIN || part->class == DSG_CLASS_COMMON ||
            part->class == DSG_CLASS_PATRONYMIC);
}

static void meet_initials(alignment *al) {
    for (size_t i = 0; i < al->a_count; i++) {
        for (size_t j = 0; j < al->b_count; j++) {
            const dsg_part *a = &al->a[i];
            const dsg_part *b = &al->b[j];
            if (!is_free(al, i, 1, j, 1)) continue;
            if (!can_be_initial_of(a, b) && !can_be_initial_of(b, a)) continue;
            al->order[i] = j;
            al->taken_b[j] = 1;
            al->tally.met_a += initial_explains * a->weight;
            al->tally.met_b += initial_explains * b->weight;
        }
    }
}

double dsg_initial_gain(void) {
    static const double heaviest_part = 1.2;
    return initial_explains * heaviest_part;
}

/* ---- What lowers a score ---- */

/* The same parts in another order: nearly the same name. */
static double order_factor(const alignment *al) {
    static const double turned = 0.985;
    size_t last = 0;
    for (size_t i = 0; i < al->a_count; i++) {
        if (al->order[i] == DSG_NAME_PARTS) continue;
        if (al->order[i] < last) return turned;
        last = al->order[i];
    }
    return 1;
}

static int has_unmet_number(const dsg_part *parts, size_t count, const size_t *order, const int *taken) {
    for (size_t i = 0; i < count; i++)
        if (parts[i].class == DSG_CLASS_NUMBER && (order ? order[i] == DSG_NAME_PARTS : !taken[i])) return 1;
    return 0;
}

/* A 3rd company is not a 2nd company, and `Holding 3` is seldom `Holding`. */
static double number_factor(const alignment *al) {
    static const double other_number = 0.75;
    static const double one_number = 0.9;
    if (al->family != DSG_FAMILY_THING) return 1;
    int a = has_unmet_number(al->a, al->a_count, al->order, NULL);
    int b = has_unmet_number(al->b, al->b_count, NULL, al->taken_b);
    return a && b ? other_number : a || b ? one_number : 1;
}

/* A name of one word has nothing else to bear out a doubtful likeness, so it must be nearly exact. */
static double lone_factor(const alignment *al) {
    const struct family_rules *rules = rules_of(al->family);
    if (count_telling(al->a, al->a_count) > 1 && count_telling(al->b, al->b_count) > 1) return 1;
    return at_least_0(1 - (rules->lone - 1) * (1 - al->best));
}

static int compare_texts(const dsg_part *a, size_t a_count, const dsg_part *b, size_t b_count) {
    for (size_t i = 0; i < a_count && i < b_count; i++) {
        size_t shorter = a[i].text_length < b[i].text_length ? a[i].text_length : b[i].text_length;
        int order = memcmp(a[i].text, b[i].text, shorter);
        if (order == 0) order = (int)a[i].text_length - (int)b[i].text_length;
        if (order != 0) return order;
    }
    return a_count < b_count ? -1 : a_count > b_count;
}

double dsg_compare_parts(const dsg_part *a, size_t a_count, const dsg_part *b, size_t b_count,
                         dsg_family family) {
    alignment al;
    if (a_count == 0 || b_count == 0) return 0;
    /* One order for both ways of asking makes the score symmetric to the last bit. */
    if (compare_texts(a, a_count, b, b_count) > 0) return dsg_compare_parts(b, b_count, a, a_count, family);
    al.a = a;
    al.b = b;
    al.a_count = a_count;
    al.b_count = b_count;
    al.family = family;
    al.tally = (dsg_tally){dsg_parts_weight(a, a_count), dsg_parts_weight(b, b_count), 0, 0};
    al.best = 0;
    al.any_counts = count_telling(a, a_count) + count_telling(b, b_count) == 0;
    for (size_t i = 0; i < a_count; i++) al.order[i] = DSG_NAME_PARTS;
    memset(al.taken_b, 0, sizeof al.taken_b);
    measure_singles(&al);
    measure_joined(&al);
    for (meeting m = best_meeting(&al); m.likeness > 0; m = best_meeting(&al)) meet(&al, &m);
    if (al.best <= 0) return 0;
    meet_initials(&al);
    return DSG_SCORE_PARTS * dsg_tally_score(&al.tally, family) * order_factor(&al) * number_factor(&al) *
           lone_factor(&al);
}

double desig_name_compare(const char *a, const char *b, desig_kind kind) {
    dsg_parts left;
    dsg_parts right;
    if (!a || !b) return 0;
    dsg_family family = dsg_family_of((unsigned)kind);
    dsg_parts_split(a, family, &left);
    dsg_parts_split(b, family, &right);
    if (left.count > 0 && left.folded.length == right.folded.length &&
        memcmp(left.folded.text, right.folded.text, left.folded.length) == 0)
        return 1;
    return dsg_compare_parts(left.part, left.count, right.part, right.count, family);
}
