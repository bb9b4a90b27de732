/* The inside of the list, for the model only. The rooms above use the public functions and the draft. */
#ifndef DSG_MODEL_LIST_H
#define DSG_MODEL_LIST_H

#include "base/arena.h"
#include "base/table.h"
#include "model/edition.h"
#include "model/list_source.h"

#include <desig/desig.h>

/* What a room above keeps with a list, until the list is freed. */
typedef struct dsg_kept {
    void *object; /* NULL: nothing */
    void (*release)(void *object, const desig_allocator *allocator);
} dsg_kept;

struct desig_list {
    desig_allocator allocator;
    dsg_arena arena; /* every record, part and string */
    const desig_record **records;
    size_t count;
    size_t capacity;
    dsg_table by_id; /* positions */
    desig_date as_of;
    dsg_list_source **sources; /* they live in the arena */
    size_t source_count;
    size_t source_capacity;
    uint32_t observed; /* by all sources; 0: nothing was read, and whoever filled the list knew it all */
    const desig_edition **editions; /* of a ledger; they live in the arena */
    /* By file: the first and the newest edition that has it; 0: none. */
    uint16_t first_copy[DSG_FILE_LEDGER];
    uint16_t newest_copy[DSG_FILE_LEDGER];
    size_t edition_count;
    size_t edition_capacity;
    dsg_kept kept;
};

#define DSG_NO_POSITION SIZE_MAX

const desig_allocator *dsg_list_allocator(const desig_list *list);

/* Make room for `more` records, so that dsg_list_put() cannot fail. */
desig_result dsg_list_reserve(desig_list *list, size_t more);

/* Append a record that lives in the list's arena and whose id is new. Room must have been reserved. */
void dsg_list_put(desig_list *list, const desig_record *record);

/* The position of an id, DSG_NO_POSITION. */
size_t dsg_list_position(const desig_list *list, const char *id);

/* Put a record that lives in the list's arena in the place of an older one of its id. */
void dsg_list_replace(desig_list *list, size_t position, const desig_record *record);

/* DESIG_OK; DESIG_E_ARGUMENT if the list is a ledger, which takes editions and nothing else. */
desig_result dsg_list_must_be_plain(const desig_list *list, desig_error *error);

#endif
