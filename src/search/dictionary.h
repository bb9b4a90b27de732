/* The dictionary: every distinct part of the names of a list, once. */
#ifndef DSG_SEARCH_DICTIONARY_H
#define DSG_SEARCH_DICTIONARY_H

#include "base/table.h"
#include "names/likeness.h"
#include "names/parts.h"
#include "search/postings.h"

/* A part's letters: text, sound and skeleton one after the other. */
typedef struct dsg_entry {
    uint32_t letters;
    uint8_t text_length;
    uint8_t sound_length;
    uint8_t skeleton_length;
    uint8_t class_and_family;
} dsg_entry;

typedef struct dsg_dictionary {
    dsg_entry *entries;
    size_t count;
    size_t capacity;
    char *letters;
    size_t letters_length;
    size_t letters_capacity;
    dsg_table by_text;   /* entries, while the dictionary is built */
    dsg_postings by_key; /* entries by the hash of each of their keys */
} dsg_dictionary;

/* Add a part if it is new; its number, UINT32_MAX when memory ends. */
uint32_t dsg_dictionary_add(dsg_dictionary *dictionary, const desig_allocator *allocator,
                            const dsg_name_part *part, dsg_name_family family);

/* All parts are in: make them findable by key, and give back what only building needs. DESIG_E_NOMEM. */
desig_result dsg_dictionary_finish(dsg_dictionary *dictionary, const desig_allocator *allocator);

void dsg_dictionary_free(dsg_dictionary *dictionary, const desig_allocator *allocator);

dsg_name_family dsg_dictionary_family(const dsg_dictionary *dictionary, uint32_t entry);

/* A part of a name that has beginnings of words, too. */
void dsg_dictionary_mark(dsg_dictionary *dictionary, uint32_t entry);
int dsg_dictionary_is_marked(const dsg_dictionary *dictionary, uint32_t entry);

/* Fill in the part of a number; its texts belong to the dictionary. */
void dsg_dictionary_get(const dsg_dictionary *dictionary, uint32_t entry, dsg_name_part *out);

/* The parts that may have a key and be of a family; some may not. */
const uint32_t *dsg_dictionary_find(const dsg_dictionary *dictionary, uint32_t key, dsg_name_family family,
                                    size_t *count);

#endif
