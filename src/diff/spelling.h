/* The spelling of a text: the letters that remain without case, accents, punctuation and spacing. */
#ifndef DSG_DIFF_SPELLING_H
#define DSG_DIFF_SPELLING_H

#include "base/fold.h"

/* Fold a text and take its spaces out, but for those between two digits (`12 3` is not `1 23`). `name`: a
 * name written "family, given" is turned. Of a long text the first DSG_FOLD_BYTES count. */
void dsg_spelling(const char *text, int name, dsg_folded *out);

/* Whether two texts, however long, differ in their spelling at most. NULL is the same as "". */
int dsg_spelling_same(const char *a, const char *b, int name);

/* How much two spellings have in common, 0 to 1000: the share of their pairs of neighbouring bytes (Dice's
 * coefficient). Symmetric, linear. */
unsigned dsg_spelling_likeness(const char *a, const char *b);

#endif
