/* Tells the caller's `place` callback where the texts and dates of parts stand in their file. */
#ifndef DSG_CSV_LOCATE_H
#define DSG_CSV_LOCATE_H

#include "csv/cursor.h"
#include "model/record.h"

/* Tell where the texts and dates of a part stand that is being added to the row's record. Only where
 * the caller wants places. */
void dsg_place_part(dsg_cursor *cursor, enum dsg_part_kind part, const void *content);

/* Likewise, the row with which a record begins. */
void dsg_place_record(dsg_cursor *cursor);

#endif
