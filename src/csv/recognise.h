/* Recognises the format of a file by its first rows. */
#ifndef DSG_CSV_RECOGNISE_H
#define DSG_CSV_RECOGNISE_H

#include "csv/file.h"
#include "csv/file_rows.h"

/* Read up to the header (or, in a file without one, up to its first row, which comes again), and set the
 * file's format, delimiter and columns. A publisher's line above the header tells the list's day. The name
 * and checksum stand already. DESIG_E_FORMAT, DESIG_E_ARGUMENT for an unknown format's name. */
desig_result dsg_recognise(dsg_file *file, dsg_file_rows *rows, dsg_import *import);

#endif
