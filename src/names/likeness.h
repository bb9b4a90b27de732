/* Likeness: how alike two parts of names are. */
#ifndef DSG_NAMES_LIKENESS_H
#define DSG_NAMES_LIKENESS_H

#include "names/parts.h"

/* By what two parts, or neighbours written as one and a part, met: the public rules. */
typedef enum dsg_rule {
    DSG_RULE_NONE = DESIG_RULE_NONE,
    DSG_RULE_SAME = DESIG_RULE_SAME,
    DSG_RULE_SPELLING = DESIG_RULE_SPELLING,
    DSG_RULE_TYPING = DESIG_RULE_TYPING,
    DSG_RULE_JOINED = DESIG_RULE_JOINED,
    DSG_RULE_NICKNAME = DESIG_RULE_NICKNAME,
    DSG_RULE_ACRONYM = DESIG_RULE_ACRONYM,
    DSG_RULE_INITIAL = DESIG_RULE_INITIAL,
    DSG_RULE_CUT = DESIG_RULE_CUT
} dsg_rule;

typedef struct dsg_alike {
    double likeness;
    dsg_rule rule;
} dsg_alike;

/* 0, or 0.5 (somewhat alike) to 1 (the same text). Symmetric. Parts that share no key are not alike, however
 * near: that is what lets an index find all parts that are like a given one. */
dsg_alike dsg_likeness(const dsg_name_part *a, const dsg_name_part *b);

/* The likeness of two parts written as one with a telling part: 0 unless their skeletons are the same. */
dsg_alike dsg_joined_likeness(const dsg_name_part *joined, const dsg_name_part *whole);

/* Parts are similar if they share a key. Keys: the skeleton, a skeleton less one letter, the text, the text
 * less one letter, and the names that a nickname stands for. */
enum { DSG_NICKNAME_NAMES = 6, DSG_PART_KEYS = 2 + DSG_SOUND_LETTERS + DSG_PART_BYTES + DSG_NICKNAME_NAMES };
size_t dsg_part_keys(const dsg_name_part *part, uint32_t keys[DSG_PART_KEYS]);

/* The key that two parts written as one share with a whole part of their skeleton: one of the whole's
 * keys. */
uint32_t dsg_joined_key(const dsg_name_part *joined);

/* The key of a part of this text: one of its keys. */
uint32_t dsg_text_key(const char *text, size_t length);

#endif
