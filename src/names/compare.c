#include "names/compare.h"

#include "names/score.h"
#include "names/weights.h"

#include <string.h>

/* ---- What lowers a score ---- */

static double order_factor(const dsg_name_pair *pair, const dsg_meetings *met) {
    size_t last = 0;
    for (size_t i = 0; i < pair->a_count; i++) {
        if (!met->of_a[i]) continue;
        size_t here = met->meeting[met->of_a[i] - 1].b;
        if (here < last) return dsg_weight_table.other_order;
        last = here;
    }
    return 1;
}

static int has_unmet_number(const dsg_name_part *parts, size_t count, const uint8_t *meeting_of) {
    for (size_t i = 0; i < count; i++)
        if (parts[i].class == DSG_CLASS_NUMBER && !meeting_of[i]) return 1;
    return 0;
}

static double number_factor(const dsg_name_pair *pair, const dsg_meetings *met) {
    if (pair->family != DSG_FAMILY_THING) return 1;
    int a = has_unmet_number(pair->a, pair->a_count, met->of_a);
    int b = has_unmet_number(pair->b, pair->b_count, met->of_b);
    return a && b ? dsg_weight_table.both_numbers : a || b ? dsg_weight_table.one_number : 1;
}

size_t dsg_own_name(const dsg_name_part *parts, size_t count, dsg_name_family family) {
    size_t at = 0;
    if (family == DSG_FAMILY_THING) return count;
    while (at < count && !dsg_part_is_telling(&parts[at]) && parts[at].class != DSG_CLASS_PREFIX) at++;
    return at;
}

/* `Ali` and `Rana Saddam Hussein al-Tikriti` are two people, and `Saddam Hussein al-Tikriti` is likelier
 * their father. */
double dsg_own_name_kept(int a_left, int b_left) {
    const dsg_weights *w = &dsg_weight_table;
    return a_left && b_left ? w->both_own_names : a_left || b_left ? w->one_own_name : 1;
}

static double own_name_factor(const dsg_name_pair *pair, const dsg_meetings *met) {
    size_t a = dsg_own_name(pair->a, pair->a_count, pair->family);
    size_t b = dsg_own_name(pair->b, pair->b_count, pair->family);
    return dsg_own_name_kept(a < pair->a_count && !met->of_a[a], b < pair->b_count && !met->of_b[b]);
}

static size_t count_telling(const dsg_name_part *parts, size_t count) {
    size_t telling = 0;
    for (size_t i = 0; i < count; i++) telling += (size_t)dsg_part_is_telling(&parts[i]);
    return telling;
}

/* Find the best meeting that counts: of telling parts, or of any if neither name has a telling part. NULL if
 * there is none. */
static const dsg_meeting *best_meeting(const dsg_name_pair *pair, const dsg_meetings *met) {
    int any = count_telling(pair->a, pair->a_count) + count_telling(pair->b, pair->b_count) == 0;
    const dsg_meeting *best = NULL;
    for (size_t i = 0; i < met->count - met->beginnings; i++) {
        const dsg_meeting *m = &met->meeting[i];
        if ((any || m->telling) && (!best || m->likeness > best->likeness)) best = m;
    }
    return best;
}

/* A name with one telling part has nothing else to bear out a doubtful likeness: that part must be met nearly
 * exactly, and be most of the other name. Of several, one at least must be met well. */
static double support_factor(const dsg_name_pair *pair, const dsg_meetings *met, const dsg_meeting *best) {
    const dsg_family_weights *w = dsg_weights_of(pair->family);
    double lack = 1 - (double)best->likeness;
    if (count_telling(pair->a, pair->a_count) > 1 && count_telling(pair->b, pair->b_count) > 1)
        return 1 - w->unanchored * lack;
    dsg_left_over left = dsg_left_over_of(pair->a, pair->a_count, met->of_a);
    dsg_left_over other = dsg_left_over_of(pair->b, pair->b_count, met->of_b);
    if (other > left) left = other;
    if (best->rule == DSG_RULE_TYPING) return dsg_weight_table.lone_typed[left];
    double exact = 1 - (w->lone - 1) * lack;
    return exact > 0 ? w->lone_left[left] * exact : 0;
}

/* ---- Contradictions ---- */

/* The weight of the parts of some classes, up to the last of them, that are left over. */
static double left_of_classes(const dsg_name_part *parts, size_t count, const uint8_t *meeting_of,
                              unsigned classes) {
    double weight = 0;
    for (size_t i = 0; i < count; i++)
        if (!meeting_of[i] && classes >> parts[i].class & 1U) weight += parts[i].weight;
    return weight;
}

enum {
    FATHERS = 1U << DSG_CLASS_PATRONYMIC,
    INITIALS = 1U << DSG_CLASS_INITIAL,
    NAMES = 1U << DSG_CLASS_PLAIN | 1U << DSG_CLASS_COMMON | 1U << DSG_CLASS_FREQUENT
};

/* Whether parts of these classes are left over, of a those and of b these. */
static int both_left(const dsg_name_pair *p, const dsg_meetings *met, unsigned of_a, unsigned of_b) {
    return left_of_classes(p->a, p->a_count, met->of_a, of_a) > 0 &&
           left_of_classes(p->b, p->b_count, met->of_b, of_b) > 0;
}

/* Whether the part behind a person's own name says whose son or daughter they are. */
static int says_whose_child(const dsg_name_part *parts, size_t count, size_t own) {
    static const char *const words[] = {"bin",  "ben",  "ibn", "bn",   "bint", "binti", "binte", "oglu",
                                        "ogly", "ould", "uld", "wuld", "wald", "kyzy",  "qizi"};
    if (own + 1 >= count) return 0;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (dsg_text_is(dsg_part_text(&parts[own + 1]), words[i])) return 1;
    return 0;
}

/* Whether the own name of each met another name of the other: `Khalil bin Nasir` is no `Nasir bin Khalil`. */
static int is_turned_family(const dsg_name_pair *p, const dsg_meetings *met) {
    size_t a = dsg_own_name(p->a, p->a_count, p->family);
    size_t b = dsg_own_name(p->b, p->b_count, p->family);
    if (!says_whose_child(p->a, p->a_count, a) || !says_whose_child(p->b, p->b_count, b)) return 0;
    return met->of_a[a] && met->of_b[b] && met->of_a[a] != met->of_b[b];
}

/* A part that meets nothing on both sides is a contradiction that no number of agreeing parts makes up for.
 */
static double contradiction_factor(const dsg_name_pair *p, const dsg_meetings *met, double score) {
    const dsg_weights *w = &dsg_weight_table;
    double factor = 1;
    if (p->family == DSG_FAMILY_THING) return both_left(p, met, NAMES, NAMES) ? w->other_word : 1;
    if (is_turned_family(p, met)) factor *= w->other_son;
    if (both_left(p, met, FATHERS, FATHERS)) factor *= w->other_father;
    if (both_left(p, met, INITIALS, INITIALS | NAMES) || both_left(p, met, NAMES, INITIALS))
        factor *= w->other_initial;
    if (both_left(p, met, NAMES, NAMES) && score * factor > w->other_name_most)
        factor = w->other_name_most / score;
    return factor;
}

/* ---- Comparing ---- */

static int compare_texts(const dsg_name_part *a, size_t a_count, const dsg_name_part *b, size_t b_count) {
    for (size_t i = 0; i < a_count && i < b_count; i++) {
        size_t shorter = a[i].text_length < b[i].text_length ? a[i].text_length : b[i].text_length;
        int order = memcmp(a[i].text, b[i].text, shorter);
        if (order == 0) order = (int)a[i].text_length - (int)b[i].text_length;
        if (order != 0) return order;
    }
    return a_count < b_count ? -1 : a_count > b_count;
}

static double compare(const dsg_name_pair *pair, dsg_meetings *met) {
    dsg_align(pair, met);
    const dsg_meeting *best = best_meeting(pair, met);
    if (!best) return 0;
    dsg_align_beginnings(pair, met);
    dsg_score_sums sums = dsg_sums_of(pair, met);
    met->order = order_factor(pair, met);
    met->numbers = number_factor(pair, met);
    met->own_name = own_name_factor(pair, met);
    met->support = support_factor(pair, met, best);
    double score = dsg_weight_table.score_parts * dsg_score_of(&sums, pair->family) * met->order *
                   met->numbers * met->own_name * met->support;
    met->contradiction = contradiction_factor(pair, met, score);
    return score * met->contradiction;
}

static void swap(uint8_t *a, uint8_t *b) {
    uint8_t kept = *a;
    *a = *b;
    *b = kept;
}

/* Tell the meetings of b with a as those of a with b. */
static void turn(dsg_meetings *met) {
    for (size_t i = 0; i < met->count; i++) {
        dsg_meeting *m = &met->meeting[i];
        swap(&m->a, &m->b);
        swap(&m->a_span, &m->b_span);
    }
    for (size_t i = 0; i < DSG_NAME_PARTS; i++) swap(&met->of_a[i], &met->of_b[i]);
}

double dsg_compare_parts(const dsg_name_pair *pair, dsg_meetings *met) {
    const dsg_name_pair turned = {.a = pair->b,
                                  .b = pair->a,
                                  .a_count = pair->b_count,
                                  .b_count = pair->a_count,
                                  .a_surnames = pair->b_surnames,
                                  .b_surnames = pair->a_surnames,
                                  .family = pair->family};
    *met = (dsg_meetings){.order = 1, .numbers = 1, .own_name = 1, .support = 1, .contradiction = 1};
    if (pair->a_count == 0 || pair->b_count == 0) return 0;
    /* One order for both ways of asking makes the score symmetric to the last bit. */
    if (compare_texts(pair->a, pair->a_count, pair->b, pair->b_count) <= 0) return compare(pair, met);
    double score = compare(&turned, met);
    turn(met);
    return score;
}
