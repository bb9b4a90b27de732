/* Alignment finds which parts of two names meet. */
#ifndef DSG_NAMES_ALIGN_H
#define DSG_NAMES_ALIGN_H

#include "names/likeness.h"
#include "names/weights.h"

/* The parts of two names of one family, side by side. */
typedef struct dsg_name_pair {
    const dsg_name_part *a, *b;
    size_t a_count, b_count;
    size_t a_surnames, b_surnames; /* how many of them, at the end, are family names for sure */
    dsg_name_family family;
} dsg_name_pair;

/* A part, or neighbours written as one, of each side. */
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
    double order, numbers, own_name, support, contradiction;
    size_t count;
    size_t beginnings; /* the last so many meetings are of initials and words that a line's end cut off */
    dsg_meeting meeting[DSG_NAME_PARTS];
    uint8_t of_a[DSG_NAME_PARTS]; /* the meeting of each part + 1; 0: it is left over */
    uint8_t of_b[DSG_NAME_PARTS];
} dsg_meetings;

/* Let the parts meet that are alike: the most alike first, each part once. */
void dsg_align(const dsg_name_pair *pair, dsg_meetings *met);

/* Let what is left over meet what it is the beginning of. */
void dsg_align_beginnings(const dsg_name_pair *pair, dsg_meetings *met);

/* What of a name is left over. */
dsg_left_over dsg_left_over_of(const dsg_name_part *parts, size_t count, const uint8_t *meeting_of);

/* By how much so many initials and cut parts, of either name, can raise what is met on either side. */
double dsg_beginning_gain(size_t initials, size_t cut);

#endif
