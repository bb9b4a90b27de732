/* A format that is made at run time of a caller's map.
 *
 * Each column of the map is a rule without a `take`; a *field* is what one or several of them say together, a
 * column of the designations layout with the words before it. Fields are read at a row's end, in their
 * order. */
#ifndef DSG_CSV_FORMATS_MAPPED_H
#define DSG_CSV_FORMATS_MAPPED_H

#include "base/arena.h"
#include "csv/formats/mapped/map_words.h"
#include "csv/formats/mapped/target.h"

/* What of a column is not in its rule. */
typedef struct dsg_map_rule {
    size_t next;      /* the next rule of the same field; SIZE_MAX: the last */
    uint8_t role;     /* a dsg_target_role */
    uint8_t may_lack; /* 1: a file of this list may have no such column */
} dsg_map_rule;

typedef struct dsg_field {
    dsg_target target;
    size_t first_rule; /* SIZE_MAX: none */
    size_t last_rule;
    const char *value; /* where no column has a text; NULL for none */
} dsg_field;

struct dsg_mapped {
    dsg_format format;
    desig_map map;
    dsg_arena arena;
    dsg_rule *rules;
    dsg_map_rule *rules_more;
    dsg_field *fields;
    size_t field_count;
    dsg_map_word *words;
    size_t word_count;
    size_t title_rule; /* whose cell, alone in its row, is a title of the rows below; SIZE_MAX: none */
    /* The field of a row's action: without a type of action before it [0], or of one [1 + type]. */
    int places[1 + DSG_ACTION_TYPES][DSG_TARGETS];
};

/* What of a file goes from row to row: the family's state. */
typedef struct dsg_mapped_state {
    dsg_piece title;
} dsg_mapped_state;

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

/* Likewise of a target that a row has but once; `action` is the type before it, -1 for none. */
desig_result dsg_mapped_text_of(dsg_cursor *cursor, int action, int column, dsg_piece *text, size_t *at);

/* Keep a cell (SIZE_MAX: none) as a fact under its column's name. */
desig_result dsg_mapped_keep_as_fact(dsg_cursor *cursor, size_t column, dsg_piece text);

/* Keep as facts the cells of which the row's parts say less: a `no`, the letters behind a number. */
desig_result dsg_mapped_keep_rest(dsg_cursor *cursor);

/* Add a name, with the type and strength that the row's own columns give it. */
desig_result dsg_mapped_add_name(dsg_cursor *cursor, dsg_piece text);

/* Read what the row says was done. */
desig_result dsg_mapped_read_actions(dsg_cursor *cursor);

#endif
