/* The parts of a record: their kinds, their strings, their order. */
#ifndef DSG_MODEL_RECORD_H
#define DSG_MODEL_RECORD_H

#include <desig/desig.h>

/* The kinds of part that make up a record, as desig_part numbers them. In a ledger a record has parts of one
 * kind more: its presences, that it is on the list, and as what kind. */
enum dsg_part_kind {
    DSG_PART_NAME = DESIG_PART_NAME,
    DSG_PART_ACTION = DESIG_PART_ACTION,
    DSG_PART_LINK = DESIG_PART_LINK,
    DSG_PART_FACT = DESIG_PART_FACT,
    DSG_PART_KINDS,
    DSG_PART_PRESENCE = DSG_PART_KINDS,
    DSG_PART_LEDGER_KINDS
};

/* What is the same for all kinds of part: the size of the struct, and where its strings and dates stand in
 * it. */
typedef struct dsg_part_shape {
    size_t size;
    size_t span;           /* offset of its desig_span */
    const size_t *strings; /* offsets of its `const char *` fields */
    size_t string_count;
    const size_t *dates; /* offsets of its desig_date fields */
    size_t date_count;
} dsg_part_shape;

const dsg_part_shape *dsg_part_shape_of(enum dsg_part_kind part);

/* A record's parts of one kind. */
const void *dsg_record_parts(const desig_record *record, enum dsg_part_kind part, uint32_t *count);
void dsg_record_set_parts(desig_record *record, enum dsg_part_kind part, const void *parts, uint32_t count);

/* In which editions a part stood. */
desig_span *dsg_part_span(enum dsg_part_kind part, void *content);
const desig_span *dsg_part_span_of(enum dsg_part_kind part, const void *content);

/* The canonical order of two parts of one kind, by their content (not by address or span): <0, 0, >0. */
int dsg_part_compare(enum dsg_part_kind part, const void *a, const void *b);

/* Likewise, by what they say alone: without their numbers and the mark `alternate`, which tell how the
 * publisher arranged them. */
int dsg_part_compare_content(enum dsg_part_kind part, const void *a, const void *b);

#endif
