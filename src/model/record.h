/* Access to the parts of a record by their kind. */
#ifndef DSG_MODEL_RECORD_H
#define DSG_MODEL_RECORD_H

#include "model/part.h"

/* A record's parts of one kind. */
const void *dsg_record_parts(const desig_record *record, enum dsg_part_kind part, uint32_t *count);
void dsg_record_set_parts(desig_record *record, enum dsg_part_kind part, const void *parts, uint32_t count);

#endif
