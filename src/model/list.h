/* The list's inside, for the model only; the rooms above use the public functions and the draft. */
#ifndef DSG_MODEL_LIST_H
#define DSG_MODEL_LIST_H

#include "base/arena.h"

struct desig_list {
    desig_allocator allocator;
    dsg_arena arena; /* every record, part and string */
    const desig_record **records;
    size_t count;
    size_t capacity;
    uint32_t *slots; /* open addressing by id: position + 1, 0 free */
    size_t slot_count;
    desig_date as_of;
};

const desig_allocator *dsg_list_allocator(const desig_list *list);

/* Make room for `more` records, so that dsg_list_put() cannot fail. */
desig_result dsg_list_reserve(desig_list *list, size_t more);

/* Append a record that lives in the list's arena and whose id is new. Room must have been reserved. */
void dsg_list_put(desig_list *list, const desig_record *record);

/* Take the later of the list's as-of day and this one. */
void dsg_list_saw(desig_list *list, const desig_date *as_of);

#endif
