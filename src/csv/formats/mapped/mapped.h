/* A format that is made at run time of a caller's map.
 *
 * Each column of the map is a rule without a `take`; a *field* is what one or several of them say together, a
 * column of the designations layout with the words before it. Fields are read at a row's end, in their
 * order. */
#ifndef DSG_CSV_FORMATS_MAPPED_H
#define DSG_CSV_FORMATS_MAPPED_H

#include "base/arena.h"
#include "csv/formats/native/designations.h"

enum { DSG_ACTION_TYPES = DESIG_ACTION_REVOKED + 1, DSG_NO_FIELD = -1 };

typedef struct dsg_field {
    enum dsg_designation_column target;
    dsg_piece word; /* the type of a link, the label of an identifier; of length 0 for none */
    desig_name_type name_type;
    desig_strength strength;
    size_t first_rule; /* SIZE_MAX: none */
    size_t last_rule;
    const char *value; /* where no column has a text; NULL for none */
} dsg_field;

struct dsg_mapped {
    dsg_format format;
    desig_map map;
    dsg_arena arena;
    dsg_rule *rules;
    size_t *next_rule; /* of the same field; SIZE_MAX: the last */
    dsg_field *fields;
    size_t field_count;
    /* The field of a row's action: without a word before it [0], or of one type of action [1 + type]. */
    int actions[1 + DSG_ACTION_TYPES][DSG_DESIGNATION_COLUMNS];
};

/* Make a format of a map, which must outlive it. DESIG_E_ARGUMENT with the reason, DESIG_E_NOMEM. Release it
 * in every case. */
desig_result dsg_mapped_init(dsg_mapped *mapped, const desig_allocator *allocator, const desig_map *map,
                             desig_error *error);
void dsg_mapped_free(dsg_mapped *mapped);

/* ---- for the files that read ---- */

desig_result dsg_mapped_begin_row(dsg_cursor *cursor);
desig_result dsg_mapped_end_row(dsg_cursor *cursor);

/* The text of a field in the row, of length 0 for none, and the first column that has a piece of it
 * (SIZE_MAX: it is the field's value). DESIG_E_NOMEM. */
desig_result dsg_mapped_text(dsg_cursor *cursor, const dsg_field *field, dsg_piece *text, size_t *column);

/* Read what the row says was done. */
desig_result dsg_mapped_read_actions(dsg_cursor *cursor);

#endif
