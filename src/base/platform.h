/* What the library needs of the system beyond C: files and huge pages. The files behind this header are the
 * only ones that include POSIX. A function that fails sets errno. */
#ifndef DSG_BASE_PLATFORM_H
#define DSG_BASE_PLATFORM_H

#include <desig/desig.h>

/* Memory in huge pages, for free(); the size is a multiple of DSG_HUGE_PAGE. NULL when memory ends. */
void *dsg_platform_huge_pages(size_t size);

/* ---- A file to read ---- */

/* Open a file; -1 with errno. */
int dsg_platform_open(const char *path);
void dsg_platform_close(int file);

/* How many bytes a file has; 0: not known. */
size_t dsg_platform_size(int file);

/* Whether it is a regular file, of which dsg_platform_read_at() can read any part. */
int dsg_platform_is_regular(int file);

/* Read up to `capacity` bytes: how many, 0 at the end, -1 with errno. */
ptrdiff_t dsg_platform_read(int file, void *bytes, size_t capacity);

/* Read `length` bytes at an offset: 1, or 0 if they cannot all be had. */
int dsg_platform_read_at(int file, void *bytes, size_t length, uint64_t offset);

/* ---- A file that appears whole or not at all ---- */

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
