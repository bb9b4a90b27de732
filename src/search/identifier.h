/* Reduces an identifier (a passport number, an IMO number, a wallet) to the characters that count. */
#ifndef DSG_SEARCH_IDENTIFIER_H
#define DSG_SEARCH_IDENTIFIER_H

#include <desig/desig.h>

enum { DSG_IDENTIFIER_BYTES = 160 };

/* What numbers are of, as far as one is surely no other's. */
typedef enum dsg_number_kind {
    DSG_NUMBER_ANY = 0,
    DSG_NUMBER_REGISTERED, /* of a person or company, by a tax or a register office: offices share numbers */
    DSG_NUMBER_IMO,
    DSG_NUMBER_MMSI,
    DSG_NUMBER_BIC,
    DSG_NUMBER_PASSPORT
} dsg_number_kind;

/* One number: its letters and digits, without separators and case. */
typedef struct dsg_number {
    uint8_t kind; /* a dsg_number_kind, by the words before it */
    size_t length;
    const char *bytes;
} dsg_number;

/* Take a number, which lives until the call returns; anything but 0 ends the walk. */
typedef int (*dsg_number_take)(void *context, const dsg_number *number);

/* Walk along the numbers of a value: the value as a whole, and where words that publishers put before a
 * number stand in it (`IMO 7406784`, `TIN - 1653001805 OGRN - 1021600000124`), each number by itself. A BIC
 * of eleven letters that ends in XXX is the one of eight. A number longer than DSG_IDENTIFIER_BYTES is none.
 * Returns what ended the walk. */
int dsg_numbers_each(const char *value, dsg_number_take take, void *context);

/* Whether one of the numbers that are asked for is one of the fact's, and nothing says that it is a number of
 * another kind: `IMO 7406784` is no passport. */
int dsg_identifier_agrees(const char *asked, const desig_fact *fact);

/* Whether there is anything to compare. */
int dsg_identifier_is_known(const char *value);

uint32_t dsg_number_hash(const dsg_number *number);

#endif
