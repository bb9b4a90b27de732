#include "screening/explanation.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

/* Some neighbouring parts of a name, as one text. */
static void append_parts(out_string *text, const desig_name_part *parts, size_t from, size_t count) {
    for (size_t i = from; i < from + count; i++) out_join(text, " ", parts[i].text);
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

/* The factors in words, by desig_factor. */
static const char *const sentences[] = {
    [DESIG_FACTOR_ORDER] = "the parts stand in another order",
    [DESIG_FACTOR_NUMBERS] = "a number of one name is not in the other",
    [DESIG_FACTOR_OWN_NAME] = "the person's own name met nothing",
    [DESIG_FACTOR_SUPPORT] = "what met is too little, or too unlike, to bear out the rest",
    [DESIG_FACTOR_CONTRADICTION] = "a part of each met nothing: two names that differ in one are two parties",
};

enum { SENTENCES = sizeof sentences / sizeof sentences[0] };

/* ---- A line ---- */

void explanation_line(const desig_explanation *why, out_string *line) {
    size_t length = desig_explanation_text(why, NULL, 0);
    char *text = out_resize(NULL, length + 1);
    desig_explanation_text(why, text, length + 1);
    out_add(line, text, length);
    free(text);
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
    OUT_STRING(a);
    OUT_STRING(b);
    append_parts(&a, why->a, m->a, m->a_count);
    append_parts(&b, why->b, m->b, m->b_count);
    add_row(table, out_text(&a), out_text(&b), desig_term(DESIG_TERMS_RULE, m->rule), m->likeness,
            weight_of(why->a, m->a, m->a_count) + weight_of(why->b, m->b, m->b_count));
}

void explanation_table(const desig_explanation *why) {
    uint64_t met_a, met_b;
    out_table *table = out_table_new("name 1=24,name 2=24,rule=10,likeness=8,weight=6,unmet=6", 0);
    find_met(why, &met_a, &met_b);
    for (size_t i = 0; i < why->meeting_count; i++) add_meeting(table, why, &why->meetings[i]);
    for (size_t i = 0; i < why->a_count; i++)
        if (!(met_a >> i & 1)) add_row(table, why->a[i].text, NULL, "left over", 0, why->a[i].weight);
    for (size_t i = 0; i < why->b_count; i++)
        if (!(met_b >> i & 1)) add_row(table, NULL, why->b[i].text, "left over", 0, why->b[i].weight);
    out_table_end(table);
    for (size_t i = 0; i < SENTENCES; i++)
        if (why->factors[i] < 1) printf("times %.3f: %s\n", why->factors[i], sentences[i]);
}
