/* The files of LISTs: opened as streams for the library, and the companions that publishers give beside a
 * primary file (desig_file_set). What gzip has packed is unpacked on the way: that is seen by its first
 * bytes, not by its name. */
#ifndef TOOL_FILES_H
#define TOOL_FILES_H

#include <desig/desig.h>

typedef struct byte_stream {
    void *file;
    char failure[DESIG_ERROR_MESSAGE]; /* why it cannot be read, "" if it can */
} byte_stream;

/* Open a path (`-`: standard input). The source lives as long as the stream and the path do; of a file that
 * cannot be opened it is the bare path, so that the library says why. */
desig_source stream_open(byte_stream *stream, const char *path);

void stream_close(byte_stream *stream);

/* Whether a path stands for standard input. */
int is_standard_input(const char *path);

enum { COMPANIONS = 8 }; /* at most, of one list */

/* The set of a path's file name (packed as `.gz`, too), NULL if it is no primary file's. */
const desig_file_set *companions_of(const char *path);

/* The first set of which any companion stands beside the path, else NULL. */
const desig_file_set *companions_beside(const char *path);

/* The path of the companion `name` beside another file, or of it packed as `.gz`, to be released with free();
 * NULL if neither is there. */
char *companion_beside(const char *path, const char *name);

#endif
