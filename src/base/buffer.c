#include "base/buffer.h"

#include "base/memory.h"

#include <string.h>

enum { FIRST_CAPACITY = 256 };

void dsg_buffer_init(dsg_buffer *buffer, const desig_allocator *allocator, size_t limit) {
    *buffer = (dsg_buffer){.allocator = allocator, .limit = limit};
}

void dsg_buffer_free(dsg_buffer *buffer) {
    dsg_release(buffer->allocator, buffer->bytes, buffer->capacity);
    dsg_buffer_init(buffer, buffer->allocator, buffer->limit);
}

desig_result dsg_buffer_reserve(dsg_buffer *buffer, size_t more) {
    size_t capacity = buffer->capacity == 0 ? FIRST_CAPACITY : buffer->capacity;
    char *bytes;
    if (more <= buffer->capacity - buffer->length) return DESIG_OK;
    if (more > buffer->limit || buffer->length > buffer->limit - more) return DESIG_E_LIMIT;
    while (capacity - buffer->length < more) {
        if (capacity > SIZE_MAX / 2) return DESIG_E_NOMEM;
        capacity *= 2;
    }
    bytes = buffer->allocator->resize(buffer->allocator->context, buffer->bytes, buffer->capacity, capacity);
    if (!bytes) return DESIG_E_NOMEM;
    buffer->bytes = bytes;
    buffer->capacity = capacity;
    return DESIG_OK;
}

desig_result dsg_buffer_append(dsg_buffer *buffer, const char *bytes, size_t length) {
    desig_result result = dsg_buffer_reserve(buffer, length);
    if (result != DESIG_OK) return result;
    if (length > 0) memcpy(buffer->bytes + buffer->length, bytes, length);
    buffer->length += length;
    return DESIG_OK;
}

desig_result dsg_buffer_append_text(dsg_buffer *buffer, const char *text) {
    return dsg_buffer_append(buffer, text, strlen(text));
}
