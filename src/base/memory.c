#include "base/memory.h"

#include "base/platform.h"

#include <stdlib.h>

/* A fresh page costs more than filling it. Large blocks therefore ask the system for huge pages. */
static void *resize_with_malloc(void *context, void *block, size_t old_size, size_t new_size) {
    (void)context;
    (void)old_size;
    if (new_size == 0) {
        free(block);
        return NULL;
    }
    if (!block && new_size % DSG_HUGE_PAGE == 0) return dsg_platform_huge_pages(new_size);
    return realloc(block, new_size);
}

desig_allocator dsg_allocator_or_default(const desig_allocator *allocator) {
    const desig_allocator standard = {resize_with_malloc, NULL};
    return allocator && allocator->resize ? *allocator : standard;
}

void *dsg_alloc(const desig_allocator *allocator, size_t size) {
    return allocator->resize(allocator->context, NULL, 0, size);
}

void dsg_release(const desig_allocator *allocator, void *block, size_t size) {
    if (block) allocator->resize(allocator->context, block, size, 0);
}

void *dsg_grow(const desig_allocator *allocator, void *items, size_t item_size, size_t count,
               size_t *capacity) {
    size_t wanted = *capacity + *capacity / 2 + 16;
    void *grown;
    if (count < *capacity) return items;
    if (wanted > SIZE_MAX / item_size) return NULL;
    grown = allocator->resize(allocator->context, items, *capacity * item_size, wanted * item_size);
    if (grown) *capacity = wanted;
    return grown;
}
