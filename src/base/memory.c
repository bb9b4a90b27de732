#define _DEFAULT_SOURCE /* madvise() */

#include "base/memory.h"

#include <stdlib.h>
#include <sys/mman.h>

/* A fresh page costs more than filling it. A system with transparent huge pages hands out 2 MiB at once to
 * who asks; to one without them, asking does no harm. */
static void *allocate_huge_pages(size_t size) {
    void *block = NULL;
    if (posix_memalign(&block, DSG_HUGE_PAGE, size) != 0) return NULL;
#ifdef MADV_HUGEPAGE
    madvise(block, size, MADV_HUGEPAGE);
#endif
    return block;
}

static void *resize_with_malloc(void *context, void *block, size_t old_size, size_t new_size) {
    (void)context;
    (void)old_size;
    if (new_size == 0) {
        free(block);
        return NULL;
    }
    if (block == NULL && new_size % DSG_HUGE_PAGE == 0) return allocate_huge_pages(new_size);
    return realloc(block, new_size);
}

desig_allocator dsg_allocator_or_default(const desig_allocator *allocator) {
    const desig_allocator standard = {resize_with_malloc, NULL};
    return allocator != NULL && allocator->resize != NULL ? *allocator : standard;
}

void *dsg_alloc(const desig_allocator *allocator, size_t size) {
    return allocator->resize(allocator->context, NULL, 0, size);
}

void dsg_release(const desig_allocator *allocator, void *block, size_t size) {
    if (block != NULL) allocator->resize(allocator->context, block, size, 0);
}

void *dsg_grow(const desig_allocator *allocator, void *items, size_t item_size, size_t count,
               size_t *capacity) {
    size_t wanted = *capacity + *capacity / 2 + 16;
    void *grown;
    if (count < *capacity) return items;
    if (wanted > SIZE_MAX / item_size) return NULL;
    grown = allocator->resize(allocator->context, items, *capacity * item_size, wanted * item_size);
    if (grown != NULL) *capacity = wanted;
    return grown;
}
