/* A file or standard input as a stream for the library. What gzip has packed is unpacked on the way: that is
 * seen by its first bytes, not by its name. */
#ifndef TOOL_STREAM_H
#define TOOL_STREAM_H

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

#endif
