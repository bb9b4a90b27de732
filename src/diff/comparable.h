/* A comparable is what the difference compares: one part, or the facts of one type that belong together. */
#ifndef DSG_DIFF_COMPARABLE_H
#define DSG_DIFF_COMPARABLE_H

#include "base/arena.h"
#include "model/record.h"

typedef struct dsg_comparable dsg_comparable;
struct dsg_comparable {
    const void *first;        /* the part; of facts that belong together the first in their record */
    const void *const *parts; /* all of them, in an order that does not depend on the record's */
    uint32_t count;
    uint32_t number; /* the publisher's; 0: none */
    enum dsg_part_kind part;
    uint8_t type; /* of a fact */
    uint8_t after;
    uint8_t change_class;          /* a desig_part_class */
    uint8_t equal;                 /* 1: no difference */
    uint8_t alone;                 /* 1: each record has just one of its kind */
    const dsg_comparable *partner; /* of the other record: what it was, or has become */
    const char *kind;              /* the source's word for what it is: a label, a link's type; never NULL */
    const char *words;             /* what it says, on one line; never NULL */
    const char *spelling;          /* of the words */
};

typedef struct dsg_comparables {
    dsg_arena *arena;
    const void **items;   /* dsg_comparable */
    const void **scratch; /* room for as many */
    size_t count;
} dsg_comparables;

static inline dsg_comparable *dsg_comparable_at(const dsg_comparables *comparables, size_t position) {
    return (dsg_comparable *)comparables->items[position];
}

/* What is compared. */
typedef struct dsg_comparing {
    const desig_list *before;
    const desig_list *after;
    int of_two_sources; /* 1: a date counts as it is and not as it is worded */
    uint64_t left_out;  /* parts of which the other list cannot tell, as it has not their file */
} dsg_comparing;

/* Whether both lists can tell of a part: they have its file, or the one that continues it, or neither has. */
int dsg_is_comparable(const dsg_comparing *comparing, enum dsg_part_kind part, const void *content);

/* Take the comparables of two records, and describe them. DESIG_E_NOMEM. */
desig_result dsg_comparables_take(dsg_comparables *comparables, dsg_arena *arena, const desig_record *before,
                                  const desig_record *after, dsg_comparing *comparing);

typedef int (*dsg_comparable_order)(const dsg_comparable *a, const dsg_comparable *b);

void dsg_comparables_sort(dsg_comparables *comparables, dsg_comparable_order order);

/* Where the run of comparables ends that are equal in `order`, by which they were sorted. */
size_t dsg_comparables_run(const dsg_comparables *comparables, size_t start, dsg_comparable_order order);

/* Drop those that are equal. */
void dsg_comparables_drop(dsg_comparables *comparables);

/* Say in words what a comparable is and says: its kind, words and spelling. DESIG_E_NOMEM. */
desig_result dsg_comparable_describe(dsg_comparable *comparable, dsg_arena *arena, int of_two_sources);

/* Orders. The sort, which all of them ask first, is the kind of part and the type of fact: comparables of
 * different sorts have nothing in common. The content is all that the publisher says but his numbers. Words
 * and spellings without the kind are those of comparables that mean something without it. */
int dsg_by_sort(const dsg_comparable *a, const dsg_comparable *b);
int dsg_by_content(const dsg_comparable *a, const dsg_comparable *b);
int dsg_by_kind(const dsg_comparable *a, const dsg_comparable *b);
int dsg_by_kind_and_words(const dsg_comparable *a, const dsg_comparable *b);
int dsg_by_kind_and_spelling(const dsg_comparable *a, const dsg_comparable *b);
int dsg_by_words(const dsg_comparable *a, const dsg_comparable *b);
int dsg_by_spelling(const dsg_comparable *a, const dsg_comparable *b);
int dsg_by_number(const dsg_comparable *a, const dsg_comparable *b);

#endif
