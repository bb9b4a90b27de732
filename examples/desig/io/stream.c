#define _POSIX_C_SOURCE 200809L

#include "io/stream.h"

#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>
#include <zlib.h>

enum { UNPACKED_AT_ONCE = 256 * 1024 };

int is_standard_input(const char *path) {
    return strcmp(path, "-") == 0;
}

static ptrdiff_t fail(byte_stream *stream, const char *what, const char *why) {
    snprintf(stream->failure, sizeof stream->failure, "%s: %s", what, why);
    return -1;
}

static ptrdiff_t read_stream(void *context, void *buffer, size_t capacity) {
    byte_stream *stream = context;
    int error = Z_OK, got = gzread(stream->file, buffer, capacity < INT_MAX ? (unsigned)capacity : INT_MAX);
    int failed = errno;
    if (got > 0) return got;
    const char *why = gzerror(stream->file, &error);
    if (error == Z_OK || error == Z_STREAM_END) return 0;
    if (error == Z_ERRNO) return fail(stream, "cannot read", strerror(failed));
    /* zlib's own words begin with the name under which it opened the file. */
    const char *colon = strrchr(why, ':');
    return fail(stream, "cannot unpack (gzip)",
                error == Z_BUF_ERROR ? "the file is cut short"
                : colon              ? colon + 2
                                     : why);
}

desig_source stream_open(byte_stream *stream, const char *path) {
    *stream = (byte_stream){.file = NULL};
    if (is_standard_input(path)) {
        int input = dup(STDIN_FILENO);
        if (input >= 0) stream->file = gzdopen(input, "rb");
        path = "standard input";
    } else {
        stream->file = gzopen(path, "rb");
    }
    if (!stream->file) return (desig_source){.path = path};
    gzbuffer(stream->file, UNPACKED_AT_ONCE);
    return (desig_source){.read = read_stream, .context = stream, .name = path};
}

void stream_close(byte_stream *stream) {
    if (stream->file) gzclose(stream->file);
}
