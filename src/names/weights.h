/* The weights and thresholds of the comparison, all of them, in one table (tables/weights.c). */
#ifndef DSG_NAMES_WEIGHTS_H
#define DSG_NAMES_WEIGHTS_H

#include "names/words.h"

enum { DSG_LENGTH_WEIGHTS = 10, DSG_TYPED_LETTERS = 9 };

/* What is left over of a pair of names once all has met that can: nothing, only parts that are not telling,
 * or telling ones. */
typedef enum dsg_left_over { DSG_LEFT_NOTHING = 0, DSG_LEFT_LITTLE, DSG_LEFT_TELLING } dsg_left_over;
enum { DSG_LEFT_OVERS = DSG_LEFT_TELLING + 1 };

/* What differs between names of persons and of things (groups, vessels, aircraft). */
typedef struct dsg_family_weights {
    double of_class[DSG_CLASSES]; /* of a part, beside a plain part of five letters */

    /* What unmet parts cost, for each weight. See score.c. */
    double conflict; /* unmet on both sides */
    double missing;  /* unmet on one side only */
    double scarce;   /* added to `missing` for each weight by which what was met falls short of `enough` */
    double enough;
    double missing_first; /* so much of what is missing counts in full */
    double missing_more;  /* and what exceeds it by this factor */

    /* How well the best meeting must be met. See support_factor() in compare.c. */
    double lone;                      /* how much more an error counts in a name of one telling part */
    double unanchored;                /* the same, if both names have several */
    double lone_left[DSG_LEFT_OVERS]; /* what a name of one telling part keeps, by what is left over */
} dsg_family_weights;

typedef struct dsg_weights {
    dsg_family_weights person, thing;
    double of_length[DSG_LENGTH_WEIGHTS]; /* of a plain part, by the letters of its sound */
    double heaviest_part;                 /* no part weighs more */

    /* How alike two parts are (likeness.c). */
    double same_sound;               /* spelt otherwise */
    double sound_error;              /* what a wholly other letter costs, times the share of the letters */
    double sound_error_of_common;    /* the same, between two common names */
    double least_sound;              /* sounds less alike than this are not alike */
    double other_consonant;          /* what is kept if the skeletons differ by a letter */
    double typed[DSG_TYPED_LETTERS]; /* one typing error, by the letters of the shorter text */
    double familiar;                 /* a nickname */
    double romanised;                /* the same name by other rules of transcription */
    double joined;                   /* neighbours written as one */
    double acronym_guessed;          /* initials that the other name does not state */
    double acronym_stated;
    double initial; /* how much of a part its initial explains */
    double cut;     /* how much of a word its beginning explains where the line ended */

    /* What the score is made of (score.c, compare.c). */
    double spare;       /* persons: what further names than the first given and the first family name count */
    double spare_alike; /* but only if these two are so alike to what they met */
    double slip_forgiven;              /* how much of the cost of one typing error does not count */
    double score_parts;                /* the most that parts can score; the same folded text scores 1 */
    double other_order;                /* the same parts in another order */
    double both_own_names;             /* persons: both own names met nothing */
    double one_own_name;               /* persons: one of them did */
    double both_numbers;               /* groups: both have a number that the other has not */
    double one_number;                 /* groups: one of them has */
    double other_son;                  /* persons: `bin` says that one is the other's son */
    double other_father;               /* persons: both patronymics met nothing */
    double other_initial;              /* persons: an initial met nothing, and could have */
    double other_name_most;            /* persons: the most, if a name of both met nothing */
    double other_word;                 /* groups: a word of both met nothing */
    double lone_typed[DSG_LEFT_OVERS]; /* a lone part met by a typing error, by what is left over */
} dsg_weights;

extern const dsg_weights dsg_weight_table;

static inline const dsg_family_weights *dsg_weights_of(dsg_name_family family) {
    return family == DSG_FAMILY_THING ? &dsg_weight_table.thing : &dsg_weight_table.person;
}

#endif
