#define _DEFAULT_SOURCE      /* madvise() */
#define _FILE_OFFSET_BITS 64 /* files of more than 2 GiB on 32-bit systems */

#include "base/platform.h"

#include "base/memory.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

/* A system with transparent huge pages hands out 2 MiB at once to who asks; to one without them, asking does
 * no harm. */
void *dsg_platform_huge_pages(size_t size) {
    void *block = NULL;
    if (posix_memalign(&block, DSG_HUGE_PAGE, size) != 0) return NULL;
#ifdef MADV_HUGEPAGE
    madvise(block, size, MADV_HUGEPAGE);
#endif
    return block;
}

int dsg_platform_open(const char *path) {
    return open(path, O_RDONLY | O_CLOEXEC);
}

void dsg_platform_close(int file) {
    close(file);
}

size_t dsg_platform_size(int file) {
    struct stat about;
    if (fstat(file, &about) != 0 || about.st_size <= 0 || (uint64_t)about.st_size > SIZE_MAX) return 0;
    return (size_t)about.st_size;
}

int dsg_platform_is_regular(int file) {
    struct stat about;
    return fstat(file, &about) == 0 && S_ISREG(about.st_mode);
}

ptrdiff_t dsg_platform_read(int file, void *bytes, size_t capacity) {
    ssize_t got;
    do {
        got = read(file, bytes, capacity);
    } while (got < 0 && errno == EINTR);
    return (ptrdiff_t)got;
}

int dsg_platform_read_at(int file, void *bytes, size_t length, uint64_t offset) {
    char *rest = bytes;
    while (length > 0) {
        ssize_t got = pread(file, rest, length, (off_t)offset);
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) return 0;
        rest += got;
        length -= (size_t)got;
        offset += (uint64_t)got;
    }
    return 1;
}
