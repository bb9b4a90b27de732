#define _POSIX_C_SOURCE   200809L
#define _FILE_OFFSET_BITS 64

#include "base/error.h"
#include "base/memory.h"
#include "base/platform.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { MOST_LINKS = 40, LONGEST_PATH = 4096, MOST_ATTEMPTS = 1000, NAME_ROOM = 48 };

struct dsg_output {
    const desig_allocator *allocator;
    char *target;    /* links followed; NULL: written directly */
    char *temporary; /* NULL likewise */
    size_t target_size;
    size_t temporary_size;
    int descriptor;
    int failure; /* the errno of the first write that failed, 0 for none */
};

/* ---- Paths ---- */

/* The length of a path's folder with its slash. */
static size_t folder_length(const char *path) {
    const char *slash = strrchr(path, '/');
    return slash ? (size_t)(slash - path) + 1 : 0;
}

/* Replace the path of a symbolic link by where it leads; -1 with errno. */
static int follow_link(char path[LONGEST_PATH]) {
    char to[LONGEST_PATH];
    ssize_t length = readlink(path, to, sizeof to);
    size_t folder;
    if (length < 0) return -1;
    folder = to[0] == '/' ? 0 : folder_length(path);
    if (folder + (size_t)length >= LONGEST_PATH) {
        errno = ENAMETOOLONG;
        return -1;
    }
    memcpy(path + folder, to, (size_t)length);
    path[folder + (size_t)length] = '\0';
    return 0;
}

/* The link of an open file in /proc leads to a name that may by now be another file's, or none: it is as good
 * as a device. */
static int names_open_file(const char *path) {
    return strncmp(path, "/proc/", 6) == 0 || strncmp(path, "/dev/fd/", 8) == 0;
}

/* Follow the links of the last name, also where nothing is at their end yet. *direct is set where the path is
 * to be opened itself. -1 with errno. */
static int resolve(char path[LONGEST_PATH], struct stat *old, int *exists, int *direct) {
    for (int links = 0; links < MOST_LINKS; links++) {
        *exists = lstat(path, old) == 0;
        if (!*exists && errno != ENOENT) return -1;
        *direct = *exists && (names_open_file(path) || (!S_ISREG(old->st_mode) && !S_ISLNK(old->st_mode)));
        if (*direct || !*exists || !S_ISLNK(old->st_mode)) return 0;
        if (follow_link(path) != 0) return -1;
    }
    errno = ELOOP;
    return -1;
}

static char *copy_of(const desig_allocator *allocator, const char *path, size_t size) {
    char *copy = dsg_alloc(allocator, size);
    if (copy) memcpy(copy, path, strlen(path) + 1);
    return copy;
}

/* ---- Opening ---- */

static int open_again(const char *path, int flags, mode_t mode) {
    int descriptor;
    do descriptor = open(path, flags | O_CLOEXEC | O_NOCTTY, mode);
    while (descriptor < 0 && errno == EINTR);
    return descriptor;
}

/* A new file beside the target: private until it gets the old one's mode. -1 with errno. */
static int open_temporary(dsg_output *output, mode_t mode) {
    size_t folder = folder_length(output->target);
    for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
        snprintf(output->temporary + folder, NAME_ROOM, ".desig-%ld-%d.tmp", (long)getpid(), attempt);
        output->descriptor = open_again(output->temporary, O_WRONLY | O_CREAT | O_EXCL, mode);
        if (output->descriptor >= 0 || errno != EEXIST) break;
    }
    return output->descriptor < 0 ? -1 : 0;
}

/* The mode is kept, and the owner and group where the system allows it; rights of the old group are not given
 * to another. */
static int take_over(const dsg_output *output, const struct stat *old) {
    mode_t mode = old->st_mode & 07777;
    if (fchown(output->descriptor, old->st_uid, old->st_gid) != 0 &&
        fchown(output->descriptor, (uid_t)-1, old->st_gid) != 0)
        mode &= ~(mode_t)(S_IRWXG | S_ISUID | S_ISGID);
    return fchmod(output->descriptor, mode);
}

static desig_result open_beside(dsg_output *output, const char *path, const struct stat *old,
                                desig_error *error) {
    output->target_size = strlen(path) + 1;
    output->target = copy_of(output->allocator, path, output->target_size);
    output->temporary_size = output->target_size + NAME_ROOM;
    output->temporary = copy_of(output->allocator, path, output->temporary_size);
    if (!output->target || !output->temporary) return dsg_error_plain(error, DESIG_E_NOMEM);
    if (old && faccessat(AT_FDCWD, path, W_OK, AT_EACCESS) != 0)
        return dsg_error_system(error, "replace the file", errno);
    if (open_temporary(output, old ? 0600 : 0666) != 0)
        return dsg_error_system(error, "make a file beside the target", errno);
    if (old && take_over(output, old) != 0) return dsg_error_system(error, "keep the file's mode", errno);
    return DESIG_OK;
}

static desig_result open_target(dsg_output *output, const char *path, desig_error *error) {
    char resolved[LONGEST_PATH];
    struct stat old;
    int exists, direct;
    if (strlen(path) >= sizeof resolved) return dsg_error_system(error, "open", ENAMETOOLONG);
    memcpy(resolved, path, strlen(path) + 1);
    if (resolve(resolved, &old, &exists, &direct) != 0) return dsg_error_system(error, "open", errno);
    if (!direct) return open_beside(output, resolved, exists ? &old : NULL, error);
    output->descriptor = open_again(resolved, O_WRONLY | O_APPEND, 0);
    return output->descriptor < 0 ? dsg_error_system(error, "open", errno) : DESIG_OK;
}

static void release(dsg_output *output) {
    const desig_allocator *allocator = output->allocator;
    dsg_release(allocator, output->target, output->target_size);
    dsg_release(allocator, output->temporary, output->temporary_size);
    dsg_release(allocator, output, sizeof *output);
}

static void abandon(dsg_output *output) {
    if (output->descriptor >= 0) {
        close(output->descriptor);
        if (output->temporary) unlink(output->temporary);
    }
    release(output);
}

desig_result dsg_output_open(const desig_allocator *allocator, const char *path, dsg_output **out,
                             desig_error *error) {
    dsg_output *output = dsg_alloc(allocator, sizeof *output);
    desig_result result;
    if (!output) return dsg_error_plain(error, DESIG_E_NOMEM);
    *output = (dsg_output){.allocator = allocator, .descriptor = -1};
    result = open_target(output, path, error);
    if (result == DESIG_OK)
        *out = output;
    else
        abandon(output);
    return result;
}

/* ---- Writing and closing ---- */

int dsg_output_write(void *context, const void *bytes, size_t length) {
    dsg_output *output = context;
    const char *rest = bytes;
    while (length > 0 && output->failure == 0) {
        ssize_t written = write(output->descriptor, rest, length);
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) {
            output->failure = written < 0 ? errno : EIO;
            break;
        }
        rest += written;
        length -= (size_t)written;
    }
    return output->failure;
}

/* A rename lasts only when the folder is synced too; some file systems cannot sync a folder, and need not. */
static void sync_folder(char *path) {
    size_t length = folder_length(path);
    int descriptor;
    path[length] = '\0';
    descriptor = open_again(length == 0 ? "." : path, O_RDONLY | O_DIRECTORY, 0);
    if (descriptor < 0) return;
    fsync(descriptor);
    close(descriptor);
}

static desig_result put_in_place(dsg_output *output, desig_error *error) {
    int number = fsync(output->descriptor) == 0 ? 0 : errno;
    if (close(output->descriptor) != 0 && number == 0) number = errno;
    if (number == 0 && rename(output->temporary, output->target) != 0) number = errno;
    if (number != 0) {
        unlink(output->temporary);
        return dsg_error_system(error, "put the file in place", number);
    }
    sync_folder(output->target);
    return DESIG_OK;
}

desig_result dsg_output_close(dsg_output *output, int keep, desig_error *error) {
    desig_result result = DESIG_OK;
    if (output->failure != 0) result = dsg_error_system(error, "write", output->failure);
    if (!keep || result != DESIG_OK) {
        abandon(output);
        return result;
    }
    if (output->temporary)
        result = put_in_place(output, error);
    else if (close(output->descriptor) != 0)
        result = dsg_error_system(error, "write", errno);
    release(output);
    return result;
}
