#define _XOPEN_SOURCE 700

#include "io/lock.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include "io/out.h"
#include "io/tell.h"

static int open_directory_of(const char *path) {
    const char *slash = strrchr(path, '/');
    char *directory = slash ? out_copy(path, slash == path ? 1 : (size_t)(slash - path)) : out_copy(".", 1);
    const int opened = open(directory, O_RDONLY | O_CLOEXEC);
    free(directory);
    return opened;
}

/* Returns whether the lock is held. */
static int wait_for(int directory, const char *path) {
    if (flock(directory, LOCK_EX | LOCK_NB) == 0) return 1;
    if (errno != EWOULDBLOCK) return 0;
    note("desig: another process writes beside %s: waiting for it", path);
    while (flock(directory, LOCK_EX) != 0)
        if (errno != EINTR) return 0;
    return 1;
}

void lock_take(file_lock *lock, const char *path) {
    char *real = realpath(path, NULL); /* through symbolic links, as it is put in place */
    *lock = (file_lock){.path = path, .directory = open_directory_of(real ? real : path)};
    free(real);
    if (lock->directory >= 0 && !wait_for(lock->directory, path)) {
        close(lock->directory);
        lock->directory = -1;
    }
    lock->existed = stat(path, &lock->before) == 0;
}

int lock_is_same(const file_lock *lock) {
    struct stat now;
    if (stat(lock->path, &now) != 0) return !lock->existed;
    return lock->existed && now.st_dev == lock->before.st_dev && now.st_ino == lock->before.st_ino &&
           now.st_size == lock->before.st_size && now.st_mtim.tv_sec == lock->before.st_mtim.tv_sec &&
           now.st_mtim.tv_nsec == lock->before.st_mtim.tv_nsec;
}

void lock_release(file_lock *lock) {
    if (lock->directory >= 0) close(lock->directory);
    lock->directory = -1;
}
