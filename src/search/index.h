/* The inside of the index, which index.c builds and find.c reads. */
#ifndef DSG_SEARCH_INDEX_H
#define DSG_SEARCH_INDEX_H

#include "search/dictionary.h"
#include "search/postings.h"

/* A name of the list as its parts in the dictionary. */
typedef struct dsg_index_name {
    uint32_t record;  /* position in the list */
    uint32_t name;    /* of the record's names */
    uint32_t parts;   /* where its parts begin; the next name's is where they end */
    uint8_t surnames; /* how many parts at the end are family names for sure */
    uint8_t initials;
    uint8_t family : 2;
    uint8_t cut : 6; /* the part that may be cut off, + 1; 0: none */
} dsg_index_name;

struct desig_index {
    desig_allocator allocator;
    const desig_list *list;
    dsg_dictionary dictionary;
    dsg_index_name *names; /* of one record: neighbours; one more at the end */
    size_t name_count;
    size_t name_capacity;
    uint32_t *parts; /* numbers in the dictionary */
    size_t part_count;
    size_t part_capacity;
    unsigned families; /* that occur */
    /* How many records have a part in each script, by its bit; and how many have any. What is read in Latin
     * letters is in these. */
    uint32_t script_records[32];
    size_t named_records;
    dsg_postings by_part;     /* names by part, those with beginnings first; a name stands once for each
                                 time it has the part */
    dsg_postings by_joined;   /* names by the keys of two neighbours written as one and of acronyms */
    dsg_postings by_text;     /* names by the hash of the folded name */
    dsg_postings by_identity; /* records by the hash of an identifier */
};

/* Whether a name has initials, or a part that may be cut off: beginnings of words that are not similar to
 * them.
 */
static inline int dsg_index_has_beginnings(const dsg_index_name *name) {
    return name->initials > 0 || name->cut > 0;
}

/* The parts of a name; how many. */
size_t dsg_index_parts(const desig_index *index, uint32_t name, dsg_name_part parts[DSG_NAME_PARTS]);

const desig_record *dsg_index_record_of(const desig_index *index, uint32_t name);
const desig_name *dsg_index_name_of(const desig_index *index, uint32_t name);

uint32_t dsg_index_text_hash(const dsg_folded *folded);

#endif
