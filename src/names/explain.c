/* The score of two names, and why it is what it is. */
#include "base/struct_size.h"
#include "names/compare.h"

#include <string.h>

_Static_assert((int)DESIG_NAME_PARTS == (int)DSG_NAME_PARTS, "every part can be explained");
_Static_assert((int)DESIG_NAME_PART_TEXT > (int)DSG_PART_BYTES, "every part's text has room");

/* Two names side by side. */
typedef struct pair {
    dsg_name_parts a, b;
    dsg_meetings met;
} pair;

static double compare(const char *a, const char *b, dsg_name_family family, pair *both) {
    dsg_parts_split(a, family, &both->a);
    dsg_parts_split(b, family, &both->b);
    double score =
        dsg_compare_parts(both->a.part, both->a.count, both->b.part, both->b.count, family, &both->met);
    const dsg_folded *left = &both->a.folded;
    const dsg_folded *right = &both->b.folded;
    if (both->a.count > 0 && left->length == right->length &&
        memcmp(left->text, right->text, left->length) == 0)
        return 1;
    return score;
}

double desig_name_compare(const char *a, const char *b, desig_kind kind) {
    pair both;
    return a && b ? compare(a, b, dsg_family_of((unsigned)kind), &both) : 0;
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

desig_result desig_name_explain(const char *a, const char *b, desig_kind kind, desig_explanation *out) {
    pair both;
    if (!a || !b || !out) return DESIG_E_ARGUMENT;
    desig_explanation why = {.score = compare(a, b, dsg_family_of((unsigned)kind), &both),
                             .order = both.met.order,
                             .numbers = both.met.numbers,
                             .own_name = both.met.own_name,
                             .support = both.met.support};
    why.a_count = give_parts(&both.a, why.a);
    why.b_count = give_parts(&both.b, why.b);
    why.meeting_count = give_meetings(&both.met, why.meetings);
    DSG_STRUCT_GIVE(desig_explanation, &why, out);
    return DESIG_OK;
}
