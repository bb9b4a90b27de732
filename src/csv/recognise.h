/* Which format a file has, by its first row. */
#ifndef DSG_CSV_RECOGNISE_H
#define DSG_CSV_RECOGNISE_H

#include "csv/file.h"

/* Look at file->raw (the first row, UTF-8): set format, delimiter, columns, and raw_is_pending if it is no
 * header. Or, if it is a publisher's line above the header, set `announced` only, and if a map's header is
 * further down, nothing: the next row is to be looked at likewise. DESIG_E_FORMAT. */
desig_result dsg_recognise(dsg_file *file, dsg_reading *reading, dsg_reader *reader);

#endif
