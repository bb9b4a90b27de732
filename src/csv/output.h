/* A file that appears whole or not at all. */
#ifndef DSG_CSV_OUTPUT_H
#define DSG_CSV_OUTPUT_H

#include "base/error.h"

typedef struct dsg_output dsg_output;

/* Open a target: symbolic links are resolved; a regular (or new) file gets a temporary file beside it, with
 * the old file's mode; anything else (a pipe, /dev/stdout) is opened itself. DESIG_E_IO, DESIG_E_NOMEM. */
desig_result dsg_output_open(const desig_allocator *allocator, const char *path, dsg_output **out,
                             desig_error *error);

/* Matches dsg_emitter.write: 0 or non-zero. */
int dsg_output_write(void *output, const void *bytes, size_t length);

/* Sync, close and rename into place (keep 1), or leave the old file as it was (keep 0). Releases the output
 * in every case. */
desig_result dsg_output_close(dsg_output *output, int keep, desig_error *error);

#endif
