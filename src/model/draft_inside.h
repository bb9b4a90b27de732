/* The inside of the draft, for the files that implement it. */
#ifndef DSG_MODEL_DRAFT_INSIDE_H
#define DSG_MODEL_DRAFT_INSIDE_H

#include "model/draft.h"
#include "model/part_queue.h"
#include "model/part_set.h"

typedef struct dsg_drafted {
    desig_record *record; /* in the arena; its parts are those that were sealed */
    const char *primary;
    dsg_chains waiting; /* the other parts */
    uint32_t id_length;
    int is_sealed;
    int only_new; /* its parts stand in `known` */
} dsg_drafted;

struct dsg_draft {
    desig_list *list;
    dsg_arena arena; /* becomes the list's on commit */
    dsg_strings strings;
    dsg_part_queue waiting;
    dsg_part_set known;
    dsg_drafted *records;
    size_t count;
    size_t capacity;
    dsg_table by_id;       /* records */
    desig_record **sealed; /* in the order in which they were sealed */
    size_t sealed_count;
    size_t sealed_capacity;
    uint32_t latest;       /* the record that was asked for last */
    dsg_draft_file *files; /* of the editions */
    size_t file_count;
    size_t file_capacity;
    dsg_list_source **sources; /* in the arena */
    size_t source_count;
    size_t source_capacity;
    uint16_t come_from; /* the `file` of the parts that are added; 0: what their spans say */
};

#endif
