/* Rows that RFC 4180 has no reading for, but that leave no doubt: a quote within a cell, doubled or not. */
#ifndef DSG_CSV_ROW_REPAIR_H
#define DSG_CSV_ROW_REPAIR_H

#include "base/buffer.h"
#include "csv/row_splitter.h"

/* Write a defective row anew, well-formed, if it has exactly so many cells; *repaired tells whether. The
 * row's bytes are UTF-8. DESIG_E_NOMEM. */
desig_result dsg_row_repair(const dsg_raw_row *row, char delimiter, size_t cell_count, dsg_buffer *to,
                            int *repaired);

#endif
