/* OFAC's Remarks: everything about a party that has no column, packed into one text.
 *
 * `DOB 1982; alt. DOB 1981; POB Dahyan, Yemen; Passport 123 (Yemen) issued 01 Jan 2001; a.k.a. 'X'.`
 *
 * Each piece becomes one part of the record, from which the piece can be written again exactly:
 * `[alt. ]label value[ (country)][ issued D][ expires D]`, `a.k.a. 'X'`, `Linked To: X`. A piece for which
 * that would not do is a remark, or a fact whose label is "Remarks", as it stands. */
#ifndef DSG_CSV_OFAC_REMARKS_H
#define DSG_CSV_OFAC_REMARKS_H

#include "csv/cursor.h"

/* Where a text was cut off: the piece at that end is only a part of one, and is not interpreted. */
enum { DSG_OFAC_WHOLE_TEXT = 0, DSG_OFAC_CUT_BEFORE = 1, DSG_OFAC_CUT_AFTER = 2 };

/* Read a text (NUL-terminated) into parts of cursor->record; `column` is for diagnostics. Pieces that end
 * behind its first `own` bytes are said by the comments file, and a ledger shall know that. */
desig_result dsg_ofac_read_remarks(dsg_cursor *cursor, size_t column, const char *text, size_t own, int cut);

#endif
