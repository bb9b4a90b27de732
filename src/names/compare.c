#include "names/compare.h"

#include "names/acronym.h"
#include "names/likeness.h"

#include <string.h>

/* ---- Alignment ---- */

static size_t count_telling(const dsg_name_part *parts, size_t count) {
    size_t telling = 0;
    for (size_t i = 0; i < count; i++) telling += (size_t)dsg_part_is_telling(&parts[i]);
    return telling;
}

enum { POSSIBLE = 3 * DSG_NAME_PARTS * DSG_NAME_PARTS + 2 * DSG_ACRONYMS * DSG_NAME_PARTS };

typedef struct alignment {
    const dsg_name_part *a, *b;
    size_t a_count, b_count;
    dsg_name_family family;
    dsg_score_sums tally;
    int any_counts;                  /* neither name has a telling part */
    uint8_t taken_a[DSG_NAME_PARTS]; /* meeting + 1 */
    uint8_t taken_b[DSG_NAME_PARTS]; /* likewise */
    double best;                     /* the best likeness that counts: of telling parts, or of any */
    dsg_rule best_rule;
    dsg_meetings *met;
    size_t possible_count;
    dsg_meeting possible[POSSIBLE];
} alignment;

/* Two parts written as one are telling, whatever each is. */
static int has_telling(const dsg_name_part *parts, size_t span) {
    return span > 1 || dsg_part_is_telling(parts);
}

static void propose(alignment *al, size_t a, size_t a_span, size_t b, size_t b_span, dsg_alike alike) {
    if (alike.likeness <= 0) return;
    al->possible[al->possible_count++] = (dsg_meeting){
        .a = (uint8_t)a,
        .b = (uint8_t)b,
        .a_span = (uint8_t)a_span,
        .b_span = (uint8_t)b_span,
        .rule = (uint8_t)alike.rule,
        .telling = (uint8_t)(has_telling(al->a + a, a_span) + has_telling(al->b + b, b_span)),
        .likeness = (float)alike.likeness,
        .weight = (float)(dsg_parts_weight(al->a + a, a_span) + dsg_parts_weight(al->b + b, b_span)),
    };
}

static void propose_singles(alignment *al) {
    for (size_t i = 0; i < al->a_count; i++)
        for (size_t j = 0; j < al->b_count; j++) propose(al, i, 1, j, 1, dsg_likeness(&al->a[i], &al->b[j]));
}

static void propose_joined(alignment *al) {
    dsg_part_room room;
    dsg_name_part joined;
    for (size_t i = 0; i + 1 < al->a_count; i++) {
        size_t span = dsg_part_join(al->a + i, al->a_count - i, &room, &joined);
        for (size_t j = 0; span > 0 && j < al->b_count; j++)
            propose(al, i, span, j, 1, dsg_joined_likeness(&joined, &al->b[j]));
    }
    for (size_t j = 0; j + 1 < al->b_count; j++) {
        size_t span = dsg_part_join(al->b + j, al->b_count - j, &room, &joined);
        for (size_t i = 0; span > 0 && i < al->a_count; i++)
            propose(al, i, 1, j, span, dsg_joined_likeness(&joined, &al->a[i]));
    }
}

/* A group is often called by its initials, but many groups have the same ones, unless it says so itself. */
static dsg_alike acronym_alike(const dsg_name_part *parts, size_t count) {
    static const double guessed = 0.75;
    static const double stated = 0.9;
    for (size_t i = 0; i < count; i++)
        if (parts[i].class == DSG_CLASS_ACRONYM) return (dsg_alike){stated, DSG_RULE_ACRONYM};
    return (dsg_alike){guessed, DSG_RULE_ACRONYM};
}

static void propose_acronyms(alignment *al) {
    dsg_acronym acronyms[DSG_ACRONYMS];
    if (al->family != DSG_FAMILY_THING) return;
    size_t count = dsg_acronyms_of(al->b, al->b_count, acronyms);
    for (size_t n = 0; n < count; n++)
        for (size_t i = 0; i < al->a_count; i++)
            if (dsg_part_is_acronym(&al->a[i], &acronyms[n]))
                propose(al, i, 1, 0, al->b_count, acronym_alike(al->b, al->b_count));
    count = dsg_acronyms_of(al->a, al->a_count, acronyms);
    for (size_t n = 0; n < count; n++)
        for (size_t j = 0; j < al->b_count; j++)
            if (dsg_part_is_acronym(&al->b[j], &acronyms[n]))
                propose(al, 0, al->a_count, j, 1, acronym_alike(al->a, al->a_count));
}

static int are_free(const uint8_t *taken, size_t from, size_t span) {
    for (size_t i = 0; i < span; i++)
        if (taken[from + i]) return 0;
    return 1;
}

static int is_free(const alignment *al, const dsg_meeting *m) {
    return are_free(al->taken_a, m->a, m->a_span) && are_free(al->taken_b, m->b, m->b_span);
}

/* The parts that are most alike meet first, but a particle by itself only when no telling part wants it; of
 * equals, the weightiest, then the first. */
static int comes_before(const dsg_meeting *a, const dsg_meeting *b) {
    if (a->telling != b->telling) return a->telling > b->telling;
    if (a->likeness != b->likeness) return a->likeness > b->likeness;
    if (a->weight != b->weight) return a->weight > b->weight;
    return a->a != b->a ? a->a < b->a : a->b < b->b;
}

static const dsg_meeting *best_meeting(const alignment *al) {
    const dsg_meeting *best = NULL;
    for (size_t i = 0; i < al->possible_count; i++) {
        const dsg_meeting *m = &al->possible[i];
        if (is_free(al, m) && (best == NULL || comes_before(m, best))) best = m;
    }
    return best;
}

static void take(alignment *al, const dsg_meeting *m) {
    dsg_meetings *met = al->met;
    met->meeting[met->count++] = *m;
    for (size_t i = 0; i < m->a_span; i++) al->taken_a[m->a + i] = (uint8_t)met->count;
    for (size_t j = 0; j < m->b_span; j++) al->taken_b[m->b + j] = (uint8_t)met->count;
}

static void meet(alignment *al, const dsg_meeting *m) {
    take(al, m);
    double weight_a = dsg_parts_weight(al->a + m->a, m->a_span);
    double weight_b = dsg_parts_weight(al->b + m->b, m->b_span);
    /* Of `muhammad` and `muhamnad` one is known to be common: the other is so, too. */
    double weight = weight_a < weight_b ? weight_a : weight_b;
    double like = (double)m->likeness;
    al->tally.total_a -= weight_a - weight;
    al->tally.total_b -= weight_b - weight;
    al->tally.met_a += like * weight;
    al->tally.met_b += like * weight;
    if (m->rule == DSG_RULE_TYPING && (1 - like) * weight > al->tally.slip)
        al->tally.slip = (1 - like) * weight;
    if ((al->any_counts || m->telling) && like > al->best) {
        al->best = like;
        al->best_rule = (dsg_rule)m->rule;
    }
}

/* An initial explains a part that begins with it, but says little itself. */
static const double initial_explains = 0.5;

static int can_be_initial_of(const dsg_name_part *initial, const dsg_name_part *part) {
    return initial->class == DSG_CLASS_INITIAL && part->text[0] == initial->text[0] &&
           (part->class == DSG_CLASS_PLAIN || part->class == DSG_CLASS_COMMON ||
            part->class == DSG_CLASS_PATRONYMIC);
}

/* The beginning of a word that a line's end cut off explains the word. */
static const double cut_explains = 0.8;

static int can_be_cut_from(const dsg_name_part *cut, const dsg_name_part *part) {
    enum { LEAST = 2 };
    return cut->cut && cut->text_length >= LEAST && cut->text_length < part->text_length &&
           dsg_part_is_telling(part) && memcmp(cut->text, part->text, cut->text_length) == 0;
}

/* How much of either is explained, where one is but the beginning of the other; 0: it is not. */
static double beginning(const dsg_name_part *a, const dsg_name_part *b, dsg_rule *rule) {
    *rule = DSG_RULE_CUT;
    if (can_be_cut_from(a, b) || can_be_cut_from(b, a)) return cut_explains;
    *rule = DSG_RULE_INITIAL;
    return can_be_initial_of(a, b) || can_be_initial_of(b, a) ? initial_explains : 0;
}

static void meet_beginnings(alignment *al) {
    for (size_t i = 0; i < al->a_count; i++) {
        for (size_t j = 0; j < al->b_count; j++) {
            if (al->taken_a[i] || al->taken_b[j]) continue;
            dsg_rule rule = DSG_RULE_NONE;
            double explained = beginning(&al->a[i], &al->b[j], &rule);
            const dsg_meeting m = {.a = (uint8_t)i,
                                   .b = (uint8_t)j,
                                   .a_span = 1,
                                   .b_span = 1,
                                   .rule = (uint8_t)rule,
                                   .likeness = (float)explained};
            if (explained <= 0) continue;
            take(al, &m);
            al->tally.met_a += explained * al->a[i].weight;
            al->tally.met_b += explained * al->b[j].weight;
        }
    }
}

double dsg_beginning_gain(size_t initials, size_t cut) {
    static const double heaviest_part = 1.2;
    return heaviest_part * ((double)initials * initial_explains + (double)cut * cut_explains);
}

/* ---- What lowers a score ---- */

/* The same parts in another order: nearly the same name. */
static double order_factor(const alignment *al) {
    static const double turned = 0.985;
    size_t last = 0;
    for (size_t i = 0; i < al->a_count; i++) {
        if (!al->taken_a[i]) continue;
        size_t here = al->met->meeting[al->taken_a[i] - 1].b;
        if (here < last) return turned;
        last = here;
    }
    return 1;
}

static int has_unmet_number(const dsg_name_part *parts, size_t count, const uint8_t *taken) {
    for (size_t i = 0; i < count; i++)
        if (parts[i].class == DSG_CLASS_NUMBER && !taken[i]) return 1;
    return 0;
}

/* A 3rd company is not a 2nd company, and `Holding 3` is seldom `Holding`. */
static double number_factor(const alignment *al) {
    static const double other_number = 0.75;
    static const double one_number = 0.9;
    if (al->family != DSG_FAMILY_THING) return 1;
    int a = has_unmet_number(al->a, al->a_count, al->taken_a);
    int b = has_unmet_number(al->b, al->b_count, al->taken_b);
    return a && b ? other_number : a || b ? one_number : 1;
}

size_t dsg_own_name(const dsg_name_part *parts, size_t count, dsg_name_family family) {
    size_t at = 0;
    if (family == DSG_FAMILY_THING) return count;
    while (at < count && !dsg_part_is_telling(&parts[at]) && parts[at].class != DSG_CLASS_PREFIX) at++;
    return at;
}

/* Relatives share all but their own names: `Ali` and `Rana Saddam Hussein al-Tikriti` are two people, and
 * `Saddam Hussein al-Tikriti` is likelier their father. Later names are left out more often than the own
 * one. */
double dsg_own_name_kept(int a_left, int b_left) {
    static const double other_name = 0.72;
    static const double left_out = 0.86;
    return a_left && b_left ? other_name : a_left || b_left ? left_out : 1;
}

static double own_name_factor(const alignment *al) {
    size_t a = dsg_own_name(al->a, al->a_count, al->family);
    size_t b = dsg_own_name(al->b, al->b_count, al->family);
    return dsg_own_name_kept(a < al->a_count && !al->taken_a[a], b < al->b_count && !al->taken_b[b]);
}

/* What is left over: nothing, only particles, titles and legal forms, or telling parts. */
typedef enum left_over { LEFT_NOTHING, LEFT_LITTLE, LEFT_TELLING } left_over;

static left_over left_over_of(const dsg_name_part *parts, size_t count, const uint8_t *taken) {
    left_over left = LEFT_NOTHING;
    for (size_t i = 0; i < count; i++) {
        if (taken[i]) continue;
        if (dsg_part_is_telling(&parts[i])) return LEFT_TELLING;
        left = LEFT_LITTLE;
    }
    return left;
}

/* A name of one word has nothing else to bear out a doubtful likeness, so it must be nearly exact, and be
 * most of the other name. */
static double lone_factor(const alignment *al) {
    static const double typed[] = {0.995, 0.85, 0.85}; /* by what is left over */
    static const double thing_met[] = {1, 1, 0.92};
    const dsg_family_rules *rules = dsg_family_rules_of(al->family);
    if (count_telling(al->a, al->a_count) > 1 && count_telling(al->b, al->b_count) > 1)
        return 1 - rules->unanchored * (1 - al->best);
    left_over left = left_over_of(al->a, al->a_count, al->taken_a);
    left_over other = left_over_of(al->b, al->b_count, al->taken_b);
    if (other > left) left = other;
    if (al->best_rule == DSG_RULE_TYPING) return typed[left];
    double met = al->family == DSG_FAMILY_THING ? thing_met[left] : 1;
    double exact = 1 - (rules->lone - 1) * (1 - al->best);
    return exact > 0 ? met * exact : 0;
}

static int compare_texts(const dsg_name_part *a, size_t a_count, const dsg_name_part *b, size_t b_count) {
    for (size_t i = 0; i < a_count && i < b_count; i++) {
        size_t shorter = a[i].text_length < b[i].text_length ? a[i].text_length : b[i].text_length;
        int order = memcmp(a[i].text, b[i].text, shorter);
        if (order == 0) order = (int)a[i].text_length - (int)b[i].text_length;
        if (order != 0) return order;
    }
    return a_count < b_count ? -1 : a_count > b_count;
}

static void turn(dsg_meetings *met) {
    for (size_t i = 0; i < met->count; i++) {
        dsg_meeting *m = &met->meeting[i];
        uint8_t kept = m->a;
        m->a = m->b;
        m->b = kept;
        kept = m->a_span;
        m->a_span = m->b_span;
        m->b_span = kept;
    }
}

double dsg_compare_parts(const dsg_name_part *a, size_t a_count, const dsg_name_part *b, size_t b_count,
                         dsg_name_family family, dsg_meetings *met) {
    alignment al;
    *met = (dsg_meetings){.order = 1, .numbers = 1, .own_name = 1, .support = 1};
    if (a_count == 0 || b_count == 0) return 0;
    /* One order for both ways of asking makes the score symmetric to the last bit. */
    if (compare_texts(a, a_count, b, b_count) > 0) {
        double score = dsg_compare_parts(b, b_count, a, a_count, family, met);
        turn(met);
        return score;
    }
    al.a = a;
    al.b = b;
    al.a_count = a_count;
    al.b_count = b_count;
    al.family = family;
    al.met = met;
    al.tally =
        (dsg_score_sums){.total_a = dsg_parts_weight(a, a_count), .total_b = dsg_parts_weight(b, b_count)};
    al.best = 0;
    al.best_rule = DSG_RULE_NONE;
    al.any_counts = count_telling(a, a_count) + count_telling(b, b_count) == 0;
    al.possible_count = 0;
    memset(al.taken_a, 0, sizeof al.taken_a);
    memset(al.taken_b, 0, sizeof al.taken_b);
    propose_singles(&al);
    propose_joined(&al);
    propose_acronyms(&al);
    for (const dsg_meeting *m = best_meeting(&al); m; m = best_meeting(&al)) meet(&al, m);
    if (al.best <= 0) return 0;
    meet_beginnings(&al);
    met->order = order_factor(&al);
    met->numbers = number_factor(&al);
    met->own_name = own_name_factor(&al);
    met->support = lone_factor(&al);
    return DSG_SCORE_PARTS * dsg_score_of(&al.tally, family) * met->order * met->numbers * met->own_name *
           met->support;
}
