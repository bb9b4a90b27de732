#include "csv/input.h"

#include "base/error.h"
#include "base/platform.h"

#include <errno.h>
#include <string.h>

enum { BLOCK = 256 * 1024 };

static ptrdiff_t read_file(void *context, void *bytes, size_t capacity) {
    const int *file = context;
    return dsg_platform_read(*file, bytes, capacity);
}

desig_result dsg_input_open(dsg_input *input, const desig_allocator *allocator, const desig_source *source,
                            size_t limit, desig_error *error) {
    int ways = (source->path != NULL) + (source->data != NULL) + (source->read != NULL);
    *input = (dsg_input){.file = -1};
    dsg_buffer_init(&input->buffer, allocator, limit);
    dsg_buffer_init(&input->again, allocator, SIZE_MAX / 2);
    if (ways != 1)
        return dsg_error_set(error, DESIG_E_ARGUMENT, "a source needs exactly one of path, data and read");
    if (source->data) {
        input->window = source->data;
        input->length = source->length;
        input->at_end = 1;
        input->all = (dsg_whole){input->window, input->length};
        return DESIG_OK;
    }
    input->read = source->read;
    input->context = source->context;
    if (source->path) {
        input->file = dsg_platform_open(source->path);
        if (input->file < 0) return dsg_error_system(error, "open", errno);
        input->read = read_file;
        input->context = &input->file;
    }
    return DESIG_OK;
}

size_t dsg_input_size(const dsg_input *input) {
    return input->file < 0 ? input->length : dsg_platform_size(input->file);
}

/* Asking for one byte more shows whether the file has grown since its size was read. */
static desig_result expect_size(dsg_input *input) {
    size_t size = dsg_input_size(input);
    return size == 0 ? DESIG_OK : dsg_buffer_reserve(&input->buffer, size + 1);
}

static desig_result read_all(dsg_input *input, desig_error *error) {
    dsg_buffer *buffer = &input->buffer;
    desig_result result = expect_size(input);
    while (result == DESIG_OK && !input->at_end) {
        ptrdiff_t got;
        size_t room;
        if (buffer->length == buffer->capacity) result = dsg_buffer_reserve(buffer, BLOCK);
        if (result != DESIG_OK) break;
        room = buffer->capacity - buffer->length;
        got = input->read(input->context, buffer->bytes + buffer->length, room);
        if (got < 0 && input->file >= 0) return dsg_error_system(error, "read", errno);
        if (got < 0 || (size_t)got > room) return dsg_error_set(error, DESIG_E_IO, "cannot read");
        input->at_end = got == 0;
        buffer->length += (size_t)got;
    }
    input->window = buffer->bytes;
    input->length = buffer->length;
    return result;
}

desig_result dsg_input_open_whole(dsg_input *input, const desig_allocator *allocator,
                                  const desig_source *source, desig_error *error) {
    desig_result result = dsg_input_open(input, allocator, source, SIZE_MAX / 2, error);
    if (result == DESIG_OK && !input->at_end) result = read_all(input, error);
    input->all = (dsg_whole){input->window, input->length};
    return result;
}

void dsg_input_close(dsg_input *input) {
    if (input->file >= 0) dsg_platform_close(input->file);
    input->file = -1;
    dsg_buffer_free(&input->buffer);
    dsg_buffer_free(&input->again);
}

void dsg_input_pass(dsg_input *input, size_t count) {
    if (count > 0) input->window += count; /* the window of a source with no bytes may be NULL */
    input->length -= count;
    input->passed += count;
}

/* ---- Bytes that are passed ---- */

desig_result dsg_input_keep(dsg_input *input) {
    if (input->all.data || input->keeps) return DESIG_OK;
    if (input->file >= 0 && dsg_platform_is_regular(input->file)) return DESIG_OK;
    input->keeps = 1;
    input->kept_from = input->passed;
    return dsg_buffer_append(&input->again, input->window, input->length);
}

const char *dsg_input_again(dsg_input *input, uint64_t offset, size_t length) {
    if (input->all.data) return input->all.data + offset;
    if (input->keeps) return input->again.bytes + (offset - input->kept_from);
    input->again.length = 0;
    if (dsg_buffer_reserve(&input->again, length) != DESIG_OK) return NULL;
    return dsg_platform_read_at(input->file, input->again.bytes, length, offset) ? input->again.bytes : NULL;
}

/* ---- The window ---- */

/* Bring the window to the buffer's front, so that the room behind it is as large as can be. */
static void move_to_front(dsg_input *input) {
    if (input->length > 0 && input->window != input->buffer.bytes)
        memmove(input->buffer.bytes, input->window, input->length);
    input->buffer.length = input->length;
    input->window = input->buffer.bytes;
}

desig_result dsg_input_more(dsg_input *input) {
    desig_result result;
    ptrdiff_t got;
    size_t room;
    if (input->at_end) return DESIG_OK;
    move_to_front(input);
    if (input->buffer.length == input->buffer.limit) return DESIG_E_LIMIT;
    room = input->buffer.limit - input->buffer.length;
    if (room > BLOCK) room = BLOCK;
    result = dsg_buffer_reserve(&input->buffer, room);
    if (result != DESIG_OK) return result;
    got = input->read(input->context, input->buffer.bytes + input->buffer.length, room);
    if (got < 0 && input->file >= 0) input->failure = errno;
    if (got < 0 || (size_t)got > room) return DESIG_E_IO;
    input->at_end = got == 0;
    if (input->keeps)
        result = dsg_buffer_append(&input->again, input->buffer.bytes + input->buffer.length, (size_t)got);
    input->buffer.length += (size_t)got;
    input->window = input->buffer.bytes;
    input->length = input->buffer.length;
    return result;
}

desig_result dsg_input_ahead(dsg_input *input, const char **bytes, size_t *ahead) {
    size_t before = (size_t)(*bytes - input->window);
    desig_result result = DESIG_OK;
    while (result == DESIG_OK && !input->at_end && input->length - before < DSG_INPUT_AHEAD)
        result = dsg_input_more(input);
    *bytes = input->window + before;
    *ahead = input->length - before < DSG_INPUT_AHEAD ? input->length - before : DSG_INPUT_AHEAD;
    return result == DESIG_E_LIMIT ? DESIG_OK : result;
}
