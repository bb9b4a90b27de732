#include "names/align.h"

#include "names/acronym.h"
#include "names/weights.h"

#include <string.h>

/* For each part of a, the best meeting that begins at it and whose parts are all free. */
typedef struct alignment {
    const dsg_name_pair *pair;
    dsg_meetings *met;
    uint32_t stale;                   /* the parts of a whose best is to be found again, a bit each */
    dsg_meeting best[DSG_NAME_PARTS]; /* likeness 0: none */
} alignment;

static int are_free(const uint8_t *meeting_of, size_t from, size_t span) {
    for (size_t i = from; i < from + span; i++)
        if (meeting_of[i]) return 0;
    return 1;
}

static int is_free(const alignment *al, const dsg_meeting *m) {
    return are_free(al->met->of_a, m->a, m->a_span) && are_free(al->met->of_b, m->b, m->b_span);
}

static int is_stale(const alignment *al, size_t a) {
    return (int)(al->stale >> a & 1U);
}

/* A telling part meets before a particle by itself does; then the most alike come first, then the weightiest,
 * then the first. */
static int comes_before(const dsg_meeting *a, const dsg_meeting *b) {
    if (a->telling != b->telling) return a->telling > b->telling;
    if (a->likeness != b->likeness) return a->likeness > b->likeness;
    if (a->weight != b->weight) return a->weight > b->weight;
    return a->a != b->a ? a->a < b->a : a->b < b->b;
}

/* Two parts written as one are telling, whatever each is. */
static int has_telling(const dsg_name_part *parts, size_t span) {
    return span > 1 || dsg_part_is_telling(parts);
}

/* Offer the part of a at which a meeting begins a better one than it has. */
static void offer(alignment *al, size_t a, size_t a_span, size_t b, size_t b_span, dsg_alike alike) {
    const dsg_name_part *of_a = al->pair->a + a;
    const dsg_name_part *of_b = al->pair->b + b;
    if (alike.likeness <= 0) return;
    const dsg_meeting m = {
        .a = (uint8_t)a,
        .b = (uint8_t)b,
        .a_span = (uint8_t)a_span,
        .b_span = (uint8_t)b_span,
        .rule = (uint8_t)alike.rule,
        .telling = (uint8_t)(has_telling(of_a, a_span) + has_telling(of_b, b_span)),
        .likeness = (float)alike.likeness,
        .weight = (float)(dsg_parts_weight(of_a, a_span) + dsg_parts_weight(of_b, b_span)),
    };
    if (al->best[a].likeness > 0 && !comes_before(&m, &al->best[a])) return;
    if (is_free(al, &m)) al->best[a] = m;
}

static void offer_singles(alignment *al) {
    const dsg_name_pair *p = al->pair;
    for (size_t i = 0; i < p->a_count; i++)
        for (size_t j = 0; is_stale(al, i) && j < p->b_count; j++)
            if (!al->met->of_b[j]) offer(al, i, 1, j, 1, dsg_likeness(&p->a[i], &p->b[j]));
}

static void offer_joined(alignment *al) {
    const dsg_name_pair *p = al->pair;
    dsg_part_room room;
    dsg_name_part joined;
    for (size_t i = 0; i + 1 < p->a_count; i++) {
        if (!is_stale(al, i) || al->met->of_a[i + 1]) continue;
        size_t span = dsg_part_join(p->a + i, p->a_count - i, &room, &joined);
        for (size_t j = 0; span > 0 && j < p->b_count; j++)
            offer(al, i, span, j, 1, dsg_joined_likeness(&joined, &p->b[j]));
    }
    for (size_t j = 0; j + 1 < p->b_count; j++) {
        if (!are_free(al->met->of_b, j, 2)) continue;
        size_t span = dsg_part_join(p->b + j, p->b_count - j, &room, &joined);
        for (size_t i = 0; span > 0 && i < p->a_count; i++)
            if (is_stale(al, i)) offer(al, i, 1, j, span, dsg_joined_likeness(&joined, &p->a[i]));
    }
}

static dsg_alike acronym_alike(const dsg_name_part *parts, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (parts[i].class == DSG_CLASS_ACRONYM)
            return (dsg_alike){dsg_weight_table.acronym_stated, DSG_RULE_ACRONYM};
    return (dsg_alike){dsg_weight_table.acronym_guessed, DSG_RULE_ACRONYM};
}

/* A group is often called by its initials: one part of a name meets all of the other. */
static void offer_acronyms(alignment *al) {
    const dsg_name_pair *p = al->pair;
    dsg_acronym acronyms[DSG_ACRONYMS];
    if (p->family != DSG_FAMILY_THING) return;
    size_t count = dsg_acronyms_of(p->b, p->b_count, acronyms);
    for (size_t n = 0; n < count; n++)
        for (size_t i = 0; i < p->a_count; i++)
            if (is_stale(al, i) && dsg_part_is_acronym(&p->a[i], &acronyms[n]))
                offer(al, i, 1, 0, p->b_count, acronym_alike(p->b, p->b_count));
    if (!is_stale(al, 0)) return;
    count = dsg_acronyms_of(p->a, p->a_count, acronyms);
    for (size_t n = 0; n < count; n++)
        for (size_t j = 0; j < p->b_count; j++)
            if (dsg_part_is_acronym(&p->b[j], &acronyms[n]))
                offer(al, 0, p->a_count, j, 1, acronym_alike(p->a, p->a_count));
}

/* Find the best meeting again for the parts of a whose best is not free any more. */
static void offer_all(alignment *al) {
    for (size_t i = 0; i < al->pair->a_count; i++)
        if (is_stale(al, i)) al->best[i] = (dsg_meeting){0};
    offer_singles(al);
    offer_joined(al);
    offer_acronyms(al);
}

static const dsg_meeting *best_of_all(const alignment *al) {
    const dsg_meeting *best = NULL;
    for (size_t i = 0; i < al->pair->a_count; i++) {
        const dsg_meeting *m = &al->best[i];
        if (m->likeness > 0 && (!best || comes_before(m, best))) best = m;
    }
    return best;
}

static void take(dsg_meetings *met, const dsg_meeting *m) {
    met->meeting[met->count++] = *m;
    for (size_t i = 0; i < m->a_span; i++) met->of_a[m->a + i] = (uint8_t)met->count;
    for (size_t j = 0; j < m->b_span; j++) met->of_b[m->b + j] = (uint8_t)met->count;
}

/* Drop the bests that are not free any more. Parts of a that have met need no other. */
static void drop_taken(alignment *al) {
    al->stale = 0;
    for (size_t i = 0; i < al->pair->a_count; i++) {
        if (al->best[i].likeness <= 0 || is_free(al, &al->best[i])) continue;
        al->best[i].likeness = 0;
        if (!al->met->of_a[i]) al->stale |= UINT32_C(1) << i;
    }
}

void dsg_align(const dsg_name_pair *pair, dsg_meetings *met) {
    alignment al = {.pair = pair, .met = met, .stale = UINT32_MAX};
    offer_all(&al);
    for (const dsg_meeting *m = best_of_all(&al); m; m = best_of_all(&al)) {
        take(met, m);
        drop_taken(&al);
        if (al.stale) offer_all(&al);
    }
}

/* ---- Beginnings ---- */

static int can_be_initial_of(const dsg_name_part *initial, const dsg_name_part *part) {
    return initial->class == DSG_CLASS_INITIAL && part->text[0] == initial->text[0] &&
           (part->class == DSG_CLASS_PLAIN || part->class == DSG_CLASS_COMMON ||
            part->class == DSG_CLASS_PATRONYMIC);
}

static int can_be_cut_from(const dsg_name_part *cut, const dsg_name_part *part) {
    enum { LEAST = 2 };
    return cut->cut && cut->text_length >= LEAST && cut->text_length < part->text_length &&
           dsg_part_is_telling(part) && memcmp(cut->text, part->text, cut->text_length) == 0;
}

/* How much of either is explained where one is but the beginning of the other; 0: it is not. */
static dsg_alike beginning(const dsg_name_part *a, const dsg_name_part *b) {
    if (can_be_cut_from(a, b) || can_be_cut_from(b, a))
        return (dsg_alike){dsg_weight_table.cut, DSG_RULE_CUT};
    if (can_be_initial_of(a, b) || can_be_initial_of(b, a))
        return (dsg_alike){dsg_weight_table.initial, DSG_RULE_INITIAL};
    return (dsg_alike){0, DSG_RULE_NONE};
}

void dsg_align_beginnings(const dsg_name_pair *pair, dsg_meetings *met) {
    for (size_t i = 0; i < pair->a_count; i++) {
        for (size_t j = 0; !met->of_a[i] && j < pair->b_count; j++) {
            dsg_alike alike = met->of_b[j] ? (dsg_alike){0} : beginning(&pair->a[i], &pair->b[j]);
            if (alike.likeness <= 0) continue;
            take(met, &(dsg_meeting){.a = (uint8_t)i,
                                     .b = (uint8_t)j,
                                     .a_span = 1,
                                     .b_span = 1,
                                     .rule = (uint8_t)alike.rule,
                                     .likeness = (float)alike.likeness});
            met->beginnings++;
        }
    }
}

dsg_left_over dsg_left_over_of(const dsg_name_part *parts, size_t count, const uint8_t *meeting_of) {
    dsg_left_over left = DSG_LEFT_NOTHING;
    for (size_t i = 0; i < count; i++) {
        if (meeting_of[i]) continue;
        if (dsg_part_is_telling(&parts[i])) return DSG_LEFT_TELLING;
        left = DSG_LEFT_LITTLE;
    }
    return left;
}

double dsg_beginning_gain(size_t initials, size_t cut) {
    const dsg_weights *w = &dsg_weight_table;
    return w->heaviest_part * ((double)initials * w->initial + (double)cut * w->cut);
}
