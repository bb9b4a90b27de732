/* The weights and thresholds of the comparison.
 *
 * Where a number comes from is said beside it. "Tuned" means: chosen by trial so that the tuning half of the
 * bench's sets (tests/README.md) separates best, and confirmed on the half that was held out. */
#include "names/weights.h"

const dsg_weights dsg_weight_table = {
    .person =
        {
            /* A common name is borne by so many that it says half as much as another. A patronymic and a
             * title are left out more often than not. Particles come and go with the transliteration. */
            .of_class =
                {
                    [DSG_CLASS_PLAIN] = 1.0,
                    [DSG_CLASS_COMMON] = 0.5,
                    [DSG_CLASS_FREQUENT] = 0.6,
                    [DSG_CLASS_PATRONYMIC] = 0.15,
                    [DSG_CLASS_NUMBER] = 0.5,
                    [DSG_CLASS_PREFIX] = 0.2,
                    [DSG_CLASS_PARTICLE] = 0.06,
                    [DSG_CLASS_HONORIFIC] = 0.12,
                    [DSG_CLASS_LEGAL] = 0.04,
                    [DSG_CLASS_INITIAL] = 0.2,
                    [DSG_CLASS_ACRONYM] = 0.1,
                },
            .conflict = 1.7,      /* two people of one family share all but their given names; tuned */
            .missing = 0.35,      /* a name may merely be left out; tuned */
            .scarce = 0.75,       /* a single shared name is no evidence; tuned */
            .enough = 2.0,        /* two names of usual length */
            .missing_first = 0.6, /* once names are left out, more of them say little more; tuned */
            .missing_more = 0.2,
            .lone = 2.0,
            .unanchored = 0.5,
            .lone_left = {1, 1, 1},
        },
    .thing =
        {
            /* The words of a trade ("bank", "trading") are shared by thousands of businesses. */
            .of_class =
                {
                    [DSG_CLASS_PLAIN] = 1.0,
                    [DSG_CLASS_COMMON] = 0.25,
                    [DSG_CLASS_FREQUENT] = 0.55,
                    [DSG_CLASS_PATRONYMIC] = 0.3,
                    [DSG_CLASS_NUMBER] = 0.8, /* two brigades, two vessels often differ in nothing else */
                    [DSG_CLASS_PREFIX] = 0.3,
                    [DSG_CLASS_PARTICLE] = 0.05,
                    [DSG_CLASS_HONORIFIC] = 0.2,
                    [DSG_CLASS_LEGAL] = 0.04,
                    [DSG_CLASS_INITIAL] = 0.3,
                    [DSG_CLASS_ACRONYM] = 0.1,
                },
            .conflict = 1.1, /* a translated word contradicts nothing; tuned */
            .missing = 0.35,
            .scarce = 0.3,
            .enough = 1.6,
            .missing_first = 0, /* every word that is left out of a firm's name counts the same */
            .missing_more = 1,
            .lone = 1.3,
            .unanchored = 0.3,
            .lone_left = {1, 1, 0.92}, /* `Bank Melli` is not surely `Melli Agrochemical` */
        },

    /* The longer a part, the less likely two parties share it by chance. Tuned. */
    .of_length = {0.3, 0.3, 0.6, 0.8, 0.9, 1.0, 1.05, 1.1, 1.15, 1.2},
    .heaviest_part = 1.2, /* the last of these */

    .same_sound = 0.98,
    .sound_error = 1.6,
    .sound_error_of_common =
        1.2, /* two usual spellings of one skeleton are seldom an error: Hussein, Husayn */
    .least_sound = 0.62,
    .other_consonant = 0.92,
    /* An error counts the more the shorter the word is in which it stands. Tuned. */
    .typed = {0, 0.5, 0.62, 0.68, 0.74, 0.78, 0.80, 0.82, 0.84},
    .familiar = 0.62,
    .romanised = 0.9,
    .joined = 0.99,
    .acronym_guessed = 0.75, /* many groups have the same initials */
    .acronym_stated = 0.9,
    .initial = 0.5,
    .cut = 0.8,

    .spare = 0.24, /* who has four names goes by two of them; tuned */
    .spare_alike = 0.88,
    .slip_forgiven = 0.5, /* one typing error happens to everybody */
    .score_parts = 0.99,
    .other_order = 0.985,
    .both_own_names = 0.72, /* relatives share all but their own names */
    .one_own_name = 0.86,   /* later names are left out more often than the own one */
    .both_numbers = 0.75,   /* a 3rd company is not a 2nd company */
    .one_number = 0.9,      /* and `Holding 3` is seldom `Holding` */
    /* Two names that differ in a part are two parties, whatever else they share. */
    .other_son = 0.78,
    .other_father = 0.78,
    .other_initial = 0.8,
    .other_name_most = 0.55,
    .other_word = 0.87,
    .lone_typed = {0.995, 0.85, 0.85},
};
