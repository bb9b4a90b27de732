/* A file that appears whole or not at all, or standard output. */
#ifndef TOOL_OUT_FILE_H
#define TOOL_OUT_FILE_H

#include <stdio.h>

typedef struct out_file {
    FILE *stream;
    char *target;    /* NULL: written directly */
    char *temporary; /* NULL likewise */
} out_file;

/* Begin to write: a regular file beside its place, what exists and is none directly, and NULL to standard
 * output. 0, or EXIT_ERROR after saying why. */
int out_file_open(out_file *file, const char *path);

/* The same, so that all that is written to standard output goes there. */
int out_file_begin(out_file *file, const char *path);

/* End: put the file in its place, or leave what was there. 0, or EXIT_ERROR after saying why; what standard
 * output refuses is told once, at the program's end. */
int out_file_close(out_file *file, int keep);

#endif
