#define _XOPEN_SOURCE 700

#include "io/out_file.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "io/out.h"
#include "io/tell.h"

enum { MOST_ATTEMPTS = 100, SUFFIX = 40, MOST_FILES = 4 };

/* ---- What is not in its place yet goes with the program, however that ends ---- */

static char *volatile pending[MOST_FILES];

static void remove_pending(void) {
    for (int i = 0; i < MOST_FILES; i++)
        if (pending[i]) unlink(pending[i]);
}

static void end_by_signal(int number) {
    remove_pending();
    signal(number, SIG_DFL);
    raise(number);
}

static void watch(char *temporary) {
    static const int signals[] = {SIGINT, SIGTERM, SIGHUP};
    static int watching;
    for (int i = 0; i < MOST_FILES; i++)
        if (!pending[i]) {
            pending[i] = temporary;
            break;
        }
    if (watching++ > 0) return;
    atexit(remove_pending);
    for (size_t i = 0; i < sizeof signals / sizeof signals[0]; i++)
        if (signal(signals[i], end_by_signal) == SIG_IGN) signal(signals[i], SIG_IGN); /* nohup */
}

static void forget(const char *temporary) {
    for (int i = 0; i < MOST_FILES; i++)
        if (pending[i] == temporary) pending[i] = NULL;
}

/* ---- Opening and closing ---- */

static int failed(const char *path, const char *what) {
    return fail("%s: %s: %s", path, what, strerror(errno));
}

/* A device, a pipe, or a descriptor's name, behind which there may be any file. */
static int is_direct(const char *path, const struct stat *old, int exists) {
    return (exists && !S_ISREG(old->st_mode)) || strncmp(path, "/dev/", 5) == 0 ||
           strncmp(path, "/proc/", 6) == 0;
}

/* A new file beside the target, with the old one's mode. -1 with errno. */
static int open_beside(out_file *file, const struct stat *old, int exists) {
    size_t size = strlen(file->target) + SUFFIX;
    int descriptor = -1;
    if (exists && access(file->target, W_OK) != 0) return -1;
    file->temporary = out_resize(NULL, size);
    for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
        snprintf(file->temporary, size, "%s.%ld-%d.tmp", file->target, (long)getpid(), attempt);
        descriptor = open(file->temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, exists ? 0600 : 0666);
        if (descriptor >= 0 || errno != EEXIST) break;
    }
    if (descriptor >= 0 && exists) (void)fchmod(descriptor, old->st_mode & 0777);
    return descriptor;
}

int out_file_open(out_file *file, const char *path) {
    struct stat old;
    int descriptor;
    *file = (out_file){.stream = stdout};
    if (!path) return 0;
    int exists = stat(path, &old) == 0;
    if (is_direct(path, &old, exists)) {
        descriptor = open(path, O_WRONLY | O_APPEND | O_CLOEXEC);
    } else {
        char *real = exists ? realpath(path, NULL) : NULL; /* through symbolic links */
        file->target = out_copy(real ? real : path, strlen(real ? real : path));
        free(real);
        descriptor = open_beside(file, &old, exists);
    }
    file->stream = descriptor < 0 ? NULL : fdopen(descriptor, "wb");
    if (file->stream) {
        if (file->temporary) watch(file->temporary);
        return 0;
    }
    failed(path, "cannot be opened for writing");
    free(file->target);
    free(file->temporary);
    return EXIT_ERROR;
}

int out_file_begin(out_file *file, const char *path) {
    int status = out_file_open(file, path);
    if (status != 0 || file->stream == stdout) return status;
    if (dup2(fileno(file->stream), STDOUT_FILENO) < 0) {
        status = failed(path, "cannot be opened for writing");
        out_file_close(file, 0);
        return status;
    }
    fclose(file->stream);
    file->stream = stdout;
    return 0;
}

int out_file_close(out_file *file, int keep) {
    int status = 0;
    errno = 0;
    if (fflush(file->stream) != 0 || ferror(file->stream)) status = EXIT_ERROR;
    if (file->stream == stdout && !file->target) return status;
    if (status != 0) failed(file->target ? file->target : "the output", "cannot be written");
    if (file->target && status == 0 && keep && fsync(fileno(file->stream)) != 0)
        status = failed(file->target, "cannot be written");
    if (file->stream == stdout)
        clearerr(stdout); /* what failed is told */
    else if (fclose(file->stream) != 0 && status == 0)
        status = failed("the output", "cannot be written");
    if (file->target && status == 0 && keep && rename(file->temporary, file->target) != 0)
        status = failed(file->target, "cannot be put in place");
    if (file->target && (status != 0 || !keep)) unlink(file->temporary);
    if (file->temporary) forget(file->temporary);
    free(file->target);
    free(file->temporary);
    return status;
}
