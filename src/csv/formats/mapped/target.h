/* What a column of a map says: `revoked:date`, `weak:fka:aliases`, `family:name`, `stem:id`. */
#ifndef DSG_CSV_FORMATS_TARGET_H
#define DSG_CSV_FORMATS_TARGET_H

#include "csv/formats/native/designations.h"

enum { DSG_ACTION_TYPES = DESIG_ACTION_REVOKED + 1, DSG_NO_FIELD = -1 };

/* What is no dsg_designation_column. */
enum { DSG_TARGET_NAME_TYPE = DSG_DESIGNATION_COLUMNS, DSG_TARGET_NAME_STRENGTH, DSG_TARGETS };

/* How a row has it. */
typedef enum dsg_target_class {
    DSG_TARGET_ONE,    /* one text a row */
    DSG_TARGET_MANY,   /* each column by itself */
    DSG_TARGET_ACTION, /* one text a row for each type of action */
} dsg_target_class;

/* What of a cell counts. */
typedef enum dsg_target_role {
    DSG_ROLE_WHOLE,
    DSG_ROLE_FAMILY, /* it is a family name */
    DSG_ROLE_GIVEN,  /* it is one or several given names */
    DSG_ROLE_DIGITS, /* the digits at its beginning */
    DSG_ROLE_STEM,   /* what stands before the letters at its end */
    DSG_ROLE_FIRST,  /* what stands before its first space */
    DSG_ROLE_ANSWER, /* where it says yes, the column's name */
    DSG_ROLE_ABOVE,  /* of the rows below it, where it is the only text of its row */
} dsg_target_role;

typedef struct dsg_target {
    int column;       /* a dsg_designation_column, or one of the above */
    dsg_piece word;   /* the type of a link, the label of an identifier, a kind; of length 0 for none */
    dsg_piece prefix; /* before the target of a link; of length 0 for none */
    int action;       /* a desig_action_type, -1 for none */
    desig_name_type name_type;
    desig_strength strength;
    dsg_target_role role;
    int may_lack;
} dsg_target;

dsg_target_class dsg_target_class_of(const dsg_target *target);

/* Read a target. Returns NULL, or what is wrong; its column is DSG_TARGETS if the target is none. */
const char *dsg_target_read(const char *text, dsg_target *target);

/* The target's name that is nearest to the one in a text. Static storage. */
const char *dsg_target_nearest(const char *text);

/* The kind of a target `individual:kind`, -1 if none stands before it. */
int dsg_target_kind(const dsg_target *target);

/* The value of a word in a vocabulary (ASCII case does not count), -1 if it is none. */
int dsg_term_of(dsg_piece word, desig_vocabulary vocabulary);

#endif
