/* The words of a map: what the file's own words mean. */
#ifndef DSG_CSV_FORMATS_MAP_WORDS_H
#define DSG_CSV_FORMATS_MAP_WORDS_H

#include "base/arena.h"
#include "csv/cells.h"
#include "csv/format.h"

/* What a word may be of. One word may be of several: `unknown` is a kind and a strength. */
typedef enum dsg_map_sense {
    DSG_SENSE_KIND,
    DSG_SENSE_ACTION,
    DSG_SENSE_NAME_TYPE,
    DSG_SENSE_STRENGTH,
    DSG_SENSE_ANSWER, /* 1: yes, 0: no */
    DSG_SENSES
} dsg_map_sense;

typedef struct dsg_map_word {
    const char *word;       /* ASCII case does not count */
    int values[DSG_SENSES]; /* -1 where it is none */
    const char *authority;  /* NULL: it is none */
} dsg_map_word;

/* Read a map's words. DESIG_E_ARGUMENT with the reason, DESIG_E_NOMEM. */
desig_result dsg_map_words_take(const desig_map *map, dsg_arena *arena, dsg_map_word **words,
                                desig_error *error);

/* What a cell's word means, -1 if it has no such sense; *exact is set if it says no more than that. */
int dsg_map_word_value(const dsg_map_word *words, size_t count, dsg_piece cell, dsg_map_sense sense,
                       int *exact);

/* The authority that a cell's word stands for, NULL if the map has none for it. */
const char *dsg_map_word_authority(const dsg_map_word *words, size_t count, dsg_piece cell);

#endif
