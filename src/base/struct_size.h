/* Structs that begin with their size: whoever compiled the caller may know fewer fields than this library, or
 * more. A size of 0 is that of this library. */
#ifndef DSG_BASE_STRUCT_SIZE_H
#define DSG_BASE_STRUCT_SIZE_H

#include <stddef.h>
#include <string.h>

static inline size_t dsg_struct_common(const void *callers, size_t size) {
    size_t given;
    memcpy(&given, callers, sizeof given);
    return given == 0 || given > size ? size : given;
}

/* Take the fields that the caller gives over those of `own`, which has `size` bytes. NULL: none. */
static inline void dsg_struct_take(void *own, size_t size, const void *callers) {
    if (callers != NULL) memcpy(own, callers, dsg_struct_common(callers, size));
}

/* Give the caller those fields of `own` that it has room for; its size stays as it is. NULL: not wanted. */
static inline void dsg_struct_give(const void *own, size_t size, void *callers) {
    if (callers == NULL) return;
    memcpy((char *)callers + sizeof size, (const char *)own + sizeof size,
           dsg_struct_common(callers, size) - sizeof size);
}

#endif
