/* A set of parts by their content. It tells which parts a record already has. */
#ifndef DSG_MODEL_PART_SET_H
#define DSG_MODEL_PART_SET_H

#include "base/table.h"
#include "model/record.h"

typedef struct dsg_part_in_set dsg_part_in_set;

typedef struct dsg_part_set {
    dsg_table table;
    dsg_part_in_set *parts; /* by item */
    size_t capacity;
} dsg_part_set;

void dsg_part_set_init(dsg_part_set *set, const desig_allocator *allocator);
void dsg_part_set_free(dsg_part_set *set);

int dsg_part_set_has(const dsg_part_set *set, size_t record, enum dsg_part_kind part, const void *content);

/* Add a part that is not there yet; it must outlive the set where it lies. DESIG_E_NOMEM. */
desig_result dsg_part_set_add(dsg_part_set *set, size_t record, enum dsg_part_kind part, const void *content);

#endif
