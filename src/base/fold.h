/* Folding reduces a name to the letters that count. Case, accents, punctuation and the form of encoding do
 * not count. */
#ifndef DSG_BASE_FOLD_H
#define DSG_BASE_FOLD_H

#include <stddef.h>
#include <stdint.h>

enum {
    DSG_FOLD_BYTES = 1024, /* of the input, and of the output, that count */
    DSG_NO_COMMA = UINT16_MAX
};

/* Lower-case letters, digits and kept marks; words are parted by one space, none at the ends. */
typedef struct dsg_folded {
    uint16_t length;
    uint16_t comma; /* where the text after the only comma begins; DSG_NO_COMMA: none or several */
    char text[DSG_FOLD_BYTES + 1];
} dsg_folded;

/* Fold a text; any bytes are allowed. Linear, no allocation. */
void dsg_fold(const char *text, dsg_folded *out);

/* Put "family, given" into the order "given family"; nothing happens without exactly one comma. */
void dsg_fold_turn(dsg_folded *folded);

/* The code point at `text` (folded, hence valid), and how many bytes it takes. */
uint32_t dsg_fold_letter(const char *text, size_t *bytes);

#endif
