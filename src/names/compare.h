/* Comparison: the score of two names. */
#ifndef DSG_NAMES_COMPARE_H
#define DSG_NAMES_COMPARE_H

#include "names/score.h"

/* A part, or two neighbours written as one, of each side. */
typedef struct dsg_meeting {
    uint8_t a, b;
    uint8_t a_span, b_span;
    uint8_t rule;    /* a dsg_rule */
    uint8_t telling; /* of how many sides */
    float likeness;
    float weight; /* of both sides */
} dsg_meeting;

/* Who met whom, the most alike first, and by what the score of that was multiplied. */
typedef struct dsg_meetings {
    double order, numbers, own_name, support;
    size_t count;
    dsg_meeting meeting[DSG_NAME_PARTS];
} dsg_meetings;

/* Where a person's own name stands, `count` if nowhere, and what is kept of the score of two names of a
 * family by which of them has its own name left over. */
size_t dsg_own_name(const dsg_name_part *parts, size_t count, dsg_name_family family);
double dsg_own_name_kept(int a_left, int b_left);

/* By how much so many initials and cut parts, of either name, can raise what is met on either side. */
double dsg_beginning_gain(size_t initials, size_t cut);

/* The score of two names of one family by their parts: 0 to DSG_SCORE_PARTS. Symmetric. Two names that are
 * the same after folding have that score exactly; the caller makes it 1. */
double dsg_compare_parts(const dsg_name_part *a, size_t a_count, const dsg_name_part *b, size_t b_count,
                         dsg_name_family family, dsg_meetings *met);

#define DSG_SCORE_PARTS 0.99

#endif
