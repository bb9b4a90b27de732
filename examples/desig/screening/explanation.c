#include "screening/explanation.h"

#include <stdint.h>
#include <stdio.h>

/* Some neighbouring parts of a name, as one text. */
static out_string join(const desig_name_part *parts, size_t from, size_t count) {
    out_string text = {0};
    for (size_t i = from; i < from + count; i++) out_join(&text, " ", parts[i].text);
    return text;
}

static double weight_of(const desig_name_part *parts, size_t from, size_t count) {
    double weight = 0;
    for (size_t i = from; i < from + count; i++) weight += parts[i].weight;
    return weight;
}

static uint64_t bits(size_t from, size_t count) {
    return ((UINT64_C(1) << count) - 1) << from;
}

/* Which parts met: a bit each. */
static void find_met(const desig_explanation *why, uint64_t *a, uint64_t *b) {
    *a = *b = 0;
    for (size_t i = 0; i < why->meeting_count; i++) {
        *a |= bits(why->meetings[i].a, why->meetings[i].a_count);
        *b |= bits(why->meetings[i].b, why->meetings[i].b_count);
    }
}

/* What multiplies the score of the parts. */
typedef struct lowering {
    const char *word, *sentence;
    double factor;
} lowering;

enum { LOWERINGS = 4 };

static void find_lowerings(const desig_explanation *why, lowering all[LOWERINGS]) {
    all[0] = (lowering){"order", "the parts stand in another order", why->order};
    all[1] = (lowering){"numbers", "a number of one name is not in the other", why->numbers};
    all[2] = (lowering){"own name", "the person's own name met nothing", why->own_name};
    all[3] =
        (lowering){"support", "what met is too little, or too unlike, to bear out the rest", why->support};
}

/* ---- A line ---- */

static void add_left_over(const desig_name_part *parts, size_t count, uint64_t met, out_string *left) {
    for (size_t i = 0; i < count; i++)
        if (!(met & bits(i, 1))) out_join(left, ", ", parts[i].text);
}

void explanation_line(const desig_explanation *why, out_string *line) {
    uint64_t met_a;
    uint64_t met_b;
    lowering lowerings[LOWERINGS];
    out_string left = {0};
    for (size_t i = 0; i < why->meeting_count; i++) {
        const desig_meeting *m = &why->meetings[i];
        out_string a = join(why->a, m->a, m->a_count);
        out_string b = join(why->b, m->b, m->b_count);
        out_join(line, "; ", out_text(&a));
        out_append(line, " = %s (%s %.2f)", out_text(&b), desig_term(DESIG_TERMS_RULE, m->rule), m->likeness);
        out_string_free(&a);
        out_string_free(&b);
    }
    find_met(why, &met_a, &met_b);
    add_left_over(why->a, why->a_count, met_a, &left);
    if (left.length > 0) out_append(line, "%sleft over: %s", line->length > 0 ? "; " : "", out_text(&left));
    left.length = 0;
    add_left_over(why->b, why->b_count, met_b, &left);
    if (left.length > 0)
        out_append(line, "%sleft over of the other: %s", line->length > 0 ? "; " : "", out_text(&left));
    out_string_free(&left);
    find_lowerings(why, lowerings);
    for (size_t i = 0; i < LOWERINGS; i++)
        if (lowerings[i].factor < 1) out_append(line, "; %s x%.3f", lowerings[i].word, lowerings[i].factor);
}

/* ---- A table ---- */

/* A side's cells are empty where it has no part. */
static void add_row(out_table *table, const char *a, const char *b, const char *rule, double likeness,
                    double weight) {
    OUT_CELLS(table, a, b, rule);
    out_cellf(table, "%.2f", likeness);
    out_cellf(table, "%.2f", weight);
    out_cellf(table, "%.2f", weight * (1 - likeness));
}

static void add_meeting(out_table *table, const desig_explanation *why, const desig_meeting *m) {
    out_string a = join(why->a, m->a, m->a_count);
    out_string b = join(why->b, m->b, m->b_count);
    add_row(table, out_text(&a), out_text(&b), desig_term(DESIG_TERMS_RULE, m->rule), m->likeness,
            weight_of(why->a, m->a, m->a_count) + weight_of(why->b, m->b, m->b_count));
    out_string_free(&a);
    out_string_free(&b);
}

void explanation_table(const desig_explanation *why) {
    uint64_t met_a;
    uint64_t met_b;
    lowering lowerings[LOWERINGS];
    out_table *table = out_table_new("name 1=24,name 2=24,rule=10,likeness=8,weight=6,unmet=6", 0);
    find_met(why, &met_a, &met_b);
    for (size_t i = 0; i < why->meeting_count; i++) add_meeting(table, why, &why->meetings[i]);
    for (size_t i = 0; i < why->a_count; i++)
        if (!(met_a & bits(i, 1))) add_row(table, why->a[i].text, NULL, "left over", 0, why->a[i].weight);
    for (size_t i = 0; i < why->b_count; i++)
        if (!(met_b & bits(i, 1))) add_row(table, NULL, why->b[i].text, "left over", 0, why->b[i].weight);
    out_table_end(table);
    find_lowerings(why, lowerings);
    for (size_t i = 0; i < LOWERINGS; i++)
        if (lowerings[i].factor < 1) printf("times %.3f: %s\n", lowerings[i].factor, lowerings[i].sentence);
}
