/* Explains the score of two names. */
#include "base/memory.h"
#include "base/struct_size.h"
#include "names/compare.h"

#include <stddef.h>
#include <string.h>

_Static_assert((int)DESIG_NAME_PARTS == (int)DSG_NAME_PARTS, "every part can be explained");
_Static_assert((int)DESIG_NAME_PART_TEXT > (int)DSG_PART_BYTES, "every part's text has room");

/* Two names, split, and how they met. It takes most of the stack that a call here may use. */
typedef struct comparison {
    dsg_name_parts a, b;
    dsg_meetings met;
} comparison;

static int same_text(const dsg_folded *a, const dsg_folded *b) {
    return a->length == b->length && memcmp(a->text, b->text, a->length) == 0;
}

/* Split both names; whether they are the same after folding, and have any part. The folded texts leave the
 * stack before the parts are compared. */
DSG_OWN_FRAME static int split_both(const char *a, const char *b, dsg_name_family family, comparison *c) {
    dsg_folded folded_a;
    dsg_folded folded_b;
    dsg_parts_split(a, family, &folded_a, &c->a);
    dsg_parts_split(b, family, &folded_b, &c->b);
    return c->a.count > 0 && same_text(&folded_a, &folded_b);
}

static double compare(const char *a, const char *b, desig_kind kind, comparison *c) {
    int same = split_both(a, b, dsg_family_of((unsigned)kind), c);
    const dsg_name_pair pair = {.a = c->a.part,
                                .b = c->b.part,
                                .a_count = c->a.count,
                                .b_count = c->b.count,
                                .a_surnames = c->a.surnames,
                                .b_surnames = c->b.surnames,
                                .family = c->a.family};
    double score = dsg_compare_parts(&pair, &c->met);
    return same ? 1 : score;
}

double desig_name_compare(const char *a, const char *b, desig_kind kind) {
    comparison c;
    return a && b && desig_term(DESIG_TERMS_KIND, (unsigned)kind) ? compare(a, b, kind, &c) : 0;
}

/* ---- Why ---- */

static uint32_t give_parts(const dsg_name_parts *parts, desig_name_part *out) {
    for (size_t i = 0; i < parts->count; i++) {
        const dsg_name_part *part = &parts->part[i];
        out[i].weight = part->weight;
        memcpy(out[i].text, part->text, part->text_length);
        out[i].text[part->text_length] = '\0';
    }
    return (uint32_t)parts->count;
}

static uint32_t give_meetings(const dsg_meetings *met, desig_meeting *out) {
    for (size_t i = 0; i < met->count; i++) {
        const dsg_meeting *m = &met->meeting[i];
        out[i] = (desig_meeting){.likeness = (double)m->likeness,
                                 .a = m->a,
                                 .b = m->b,
                                 .a_count = m->a_span,
                                 .b_count = m->b_span,
                                 .rule = m->rule};
    }
    return (uint32_t)met->count;
}

static void give_factors(const dsg_meetings *met, double out[DESIG_FACTORS]) {
    for (size_t i = 0; i < DESIG_FACTORS; i++) out[i] = 1;
    out[DESIG_FACTOR_ORDER] = met->order;
    out[DESIG_FACTOR_NUMBERS] = met->numbers;
    out[DESIG_FACTOR_OWN_NAME] = met->own_name;
    out[DESIG_FACTOR_SUPPORT] = met->support;
    out[DESIG_FACTOR_CONTRADICTION] = met->contradiction;
}

/* Whether the caller's struct has a field. */
#define HAS(field) (room >= offsetof(desig_explanation, field) + sizeof out->field)

/* Each field is written in place: a second explanation is too much for a small stack. */
static void give(const comparison *c, double score, desig_explanation *out) {
    const size_t room = dsg_struct_common(out, DSG_FIRST_SIZE_desig_explanation, sizeof *out);
    if (HAS(score)) out->score = score;
    if (HAS(a)) out->a_count = give_parts(&c->a, out->a);
    if (HAS(b)) out->b_count = give_parts(&c->b, out->b);
    if (HAS(meetings)) out->meeting_count = give_meetings(&c->met, out->meetings);
    if (HAS(factors)) give_factors(&c->met, out->factors);
}

desig_result desig_name_explain(const char *a, const char *b, desig_kind kind, desig_explanation *out) {
    comparison c;
    if (!a || !b || !out || !desig_term(DESIG_TERMS_KIND, (unsigned)kind)) return DESIG_E_ARGUMENT;
    double score = compare(a, b, kind, &c);
    give(&c, score, out);
    return DESIG_OK;
}
