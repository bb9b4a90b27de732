/* A buffer of bytes that grows, up to a limit. */
#ifndef DSG_BASE_BUFFER_H
#define DSG_BASE_BUFFER_H

#include <desig/desig.h>

typedef struct dsg_buffer {
    const desig_allocator *allocator;
    char *bytes;
    size_t length;
    size_t capacity;
    size_t limit; /* of length */
} dsg_buffer;

void dsg_buffer_init(dsg_buffer *buffer, const desig_allocator *allocator, size_t limit);
void dsg_buffer_free(dsg_buffer *buffer);

/* Make room for `more` bytes after `length`. DESIG_OK, DESIG_E_NOMEM, DESIG_E_LIMIT. */
desig_result dsg_buffer_reserve(dsg_buffer *buffer, size_t more);
desig_result dsg_buffer_append(dsg_buffer *buffer, const char *bytes, size_t length);
desig_result dsg_buffer_append_text(dsg_buffer *buffer, const char *text);

#endif
