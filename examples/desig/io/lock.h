/* Two processes that change one file: the second waits, and neither puts its own in place of what it has not
 * read. */
#ifndef TOOL_LOCK_H
#define TOOL_LOCK_H

#include <sys/stat.h>

/* A file that is read, changed and put back. */
typedef struct file_lock {
    const char *path;
    int directory; /* the descriptor that holds the lock, -1: none can be had */
    int existed;
    struct stat before;
} file_lock;

/* Wait until nobody else changes files of that directory, and see what the file is. The lock is on the
 * directory, so that no file is left; where a file system has none, only lock_is_same() tells. */
void lock_take(file_lock *lock, const char *path);

/* Whether the file is still the one that it was then. */
int lock_is_same(const file_lock *lock);

void lock_release(file_lock *lock);

#endif
