#define _POSIX_C_SOURCE 200809L

#include "io/files.h"

#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <zlib.h>

#include "io/out.h"

enum { UNPACKED_AT_ONCE = 256 * 1024 };

int is_standard_input(const char *path) {
    return strcmp(path, "-") == 0;
}

static ptrdiff_t give_up(byte_stream *stream, const char *what, const char *why) {
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
    if (error == Z_ERRNO) return give_up(stream, "cannot read", strerror(failed));
    /* zlib's own words begin with the name under which it opened the file. */
    const char *colon = strrchr(why, ':');
    return give_up(stream, "cannot unpack (gzip)",
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

/* ---- Companions ---- */

static const char packed[] = ".gz";

static const char *file_name(const char *path) {
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

/* The length of a file's name without `.gz`. */
static size_t unpacked_length(const char *name) {
    size_t length = strlen(name), suffix = strlen(packed);
    return length > suffix && strcmp(name + length - suffix, packed) == 0 ? length - suffix : length;
}

const desig_file_set *companions_of(const char *path) {
    const char *name = file_name(path);
    const size_t length = unpacked_length(name);
    const desig_file_set *set;
    for (size_t i = 0; (set = desig_file_set_at(i)) != NULL; i++)
        if (strlen(set->primary) == length && strncmp(name, set->primary, length) == 0) return set;
    return NULL;
}

const desig_file_set *companions_beside(const char *path) {
    const desig_file_set *set;
    for (size_t i = 0; (set = desig_file_set_at(i)) != NULL; i++) {
        for (const char *const *companion = set->companions; *companion; companion++) {
            char *beside = companion_beside(path, *companion);
            const int exists = beside != NULL;
            free(beside);
            if (exists) return set;
        }
    }
    return NULL;
}

char *companion_beside(const char *path, const char *name) {
    size_t folder = (size_t)(file_name(path) - path), length = strlen(name);
    char *beside = out_resize(NULL, folder + length + sizeof packed);
    memcpy(beside, path, folder);
    memcpy(beside + folder, name, length + 1);
    if (access(beside, F_OK) == 0) return beside;
    memcpy(beside + folder + length, packed, sizeof packed);
    if (access(beside, F_OK) == 0) return beside;
    free(beside);
    return NULL;
}
