/* The words with which OFAC begins a piece of its Remarks, and what the rest of the piece is. */
#ifndef DSG_CSV_OFAC_LABELS_H
#define DSG_CSV_OFAC_LABELS_H

#include <stddef.h>
#include <stdint.h>

/* How to read what stands behind the label. */
typedef enum dsg_ofac_reading {
    DSG_OFAC_TEXT,   /* as it stands */
    DSG_OFAC_DATE,   /* as it stands, and as a date */
    DSG_OFAC_DATED,  /* `(what) D` or `(what): D`: the parentheses belong to the label */
    DSG_OFAC_NUMBER, /* `N[ (Country)][ issued D][ expires D]`, N with a digit */
    DSG_OFAC_CODE,   /* likewise, N of any form */
    DSG_OFAC_WALLET, /* `XBT N`: the currency belongs to the label */
    DSG_OFAC_LINK,   /* a party's name */
    DSG_OFAC_WHOLE   /* the label is the beginning of a sentence */
} dsg_ofac_reading;

typedef struct dsg_ofac_label {
    const char *text;
    uint8_t length;
    uint8_t fact;    /* a desig_fact_type */
    uint8_t reading; /* a dsg_ofac_reading */
} dsg_ofac_label;

/* The longest label that a piece begins with, before one space and something else; NULL if there is none. The
 * piece ends at a `;` or NUL. */
const dsg_ofac_label *dsg_ofac_label_of(const char *piece);

/* The table, in the order of strcmp(). */
const dsg_ofac_label *dsg_ofac_labels(size_t *count);

#endif
