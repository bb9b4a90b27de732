/* Passing over the rows of an edition whose records have not changed since the one before (model/known.h).
 *
 * The files are looked through twice: first only cut into rows, to find out of which records a row has come,
 * changed or gone; then read, without the rows of all other records. A row that is not known is parsed into a
 * draft that is thrown away, to learn whose it is. Where that does not show (a defective row, another
 * encoding), the edition is read in full: nothing is ever guessed to be unchanged. */
#ifndef DSG_CSV_KNOWN_ROWS_H
#define DSG_CSV_KNOWN_ROWS_H

#include "csv/file.h"
#include "model/row_memory.h"

/* Choose the rows that must be read (file->wanted), if the ledger remembers the rows of such files, and set
 * folding's signature, chains and count of known rows. The files are in memory, opened, in the order in which
 * they will be read, and remain at their beginning. DESIG_E_NOMEM, DESIG_E_LIMIT. */
desig_result dsg_choose_rows(dsg_reading *reading, dsg_reader *reader, dsg_file *const *files, size_t count,
                             dsg_folding *folding);

#endif
