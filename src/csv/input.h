/* The bytes of a source, seen through a window that moves. */
#ifndef DSG_CSV_INPUT_H
#define DSG_CSV_INPUT_H

#include "base/buffer.h"

typedef struct dsg_whole {
    const char *data;
    size_t length;
} dsg_whole;

typedef struct dsg_input {
    const char *window; /* the bytes at hand, from the first that is still wanted */
    size_t length;
    int at_end;        /* nothing comes after the window */
    uint64_t passed;   /* bytes before the window */
    dsg_buffer buffer; /* unused for a source in memory */
    ptrdiff_t (*read)(void *context, void *bytes, size_t capacity);
    void *context;
    dsg_whole all;    /* of a source that is in memory as a whole */
    dsg_buffer again; /* the bytes of a stream from `kept_from` on, or of a file the last ones asked for */
    uint64_t kept_from;
    int keeps;   /* the bytes of a stream */
    int file;    /* descriptor, -1 for none */
    int failure; /* the errno of a file that could not be read, 0 for none */
} dsg_input;

/* Open a source. `limit` bounds the window. DESIG_E_IO, DESIG_E_NOMEM, DESIG_E_ARGUMENT. */
desig_result dsg_input_open(dsg_input *input, const desig_allocator *allocator, const desig_source *source,
                            size_t limit, desig_error *error);
/* Likewise, with all of its bytes in the window: they stay where they are until the input is closed. */
desig_result dsg_input_open_whole(dsg_input *input, const desig_allocator *allocator,
                                  const desig_source *source, desig_error *error);

void dsg_input_close(dsg_input *input);

/* How many bytes a file has, or are left of those in memory; 0: not known. */
size_t dsg_input_size(const dsg_input *input);

/* Let the first `count` bytes of the window go. */
void dsg_input_pass(dsg_input *input, size_t count);

/* From now on, let dsg_input_again() give bytes that are passed: those of a stream are kept. DESIG_E_NOMEM.
 */
desig_result dsg_input_keep(dsg_input *input);

/* The bytes at an offset behind which the window has passed, until the next call; NULL if they cannot be had.
 */
const char *dsg_input_again(dsg_input *input, uint64_t offset, size_t length);

/* Lengthen the window until DSG_INPUT_AHEAD bytes follow *bytes, which stand in it and may move, or all that
 * there are; *ahead is how many, and no more. */
enum { DSG_INPUT_AHEAD = 64 * 1024 };
desig_result dsg_input_ahead(dsg_input *input, const char **bytes, size_t *ahead);

/* Lengthen the window (its bytes may move), or find that the end is reached. DESIG_E_LIMIT if it is full. */
desig_result dsg_input_more(dsg_input *input);

#endif
