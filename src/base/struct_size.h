/* Structs that begin with their size. The caller may have been compiled with fewer fields than this library
 * has, or with more. A size of 0 means the struct as it was first released. */
#ifndef DSG_BASE_STRUCT_SIZE_H
#define DSG_BASE_STRUCT_SIZE_H

#include "base/first_sizes.h"

#include <stddef.h>
#include <string.h>

static inline size_t dsg_struct_common(const void *callers, size_t first, size_t size) {
    size_t given;
    memcpy(&given, callers, sizeof given);
    if (given == 0) return first;
    return given < size ? given : size;
}

static inline void dsg_struct_take(void *own, size_t first, size_t size, const void *callers) {
    if (!callers) return;
    memcpy(own, callers, dsg_struct_common(callers, first, size));
    memcpy(own, &size, sizeof size);
}

static inline void dsg_struct_give(const void *own, size_t first, size_t size, void *callers) {
    size_t common = callers ? dsg_struct_common(callers, first, size) : 0;
    if (common > sizeof size)
        memcpy((char *)callers + sizeof size, (const char *)own + sizeof size, common - sizeof size);
}

/* Take the fields that the caller gives over those of `own`, a struct of this type. NULL: none. `own` then
 * has the size of this library, and keeps what it had in fields that the caller does not know. */
#define DSG_STRUCT_TAKE(type, own, callers)                                                                  \
    dsg_struct_take((own), (size_t)DSG_FIRST_SIZE_##type, sizeof(type), (1 ? (callers) : (const type *)(own)))

/* Give the caller those fields of `own` that it has room for; its size stays as it is. NULL: not wanted. */
#define DSG_STRUCT_GIVE(type, own, callers)                                                                  \
    dsg_struct_give((own), (size_t)DSG_FIRST_SIZE_##type, sizeof(type), (1 ? (callers) : (type *)NULL))

#endif
