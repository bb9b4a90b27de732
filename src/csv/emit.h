/* Writes rows to a sink, block by block. */
#ifndef DSG_CSV_EMIT_H
#define DSG_CSV_EMIT_H

#include "base/buffer.h"
#include "base/callbacks.h"
#include "base/error.h"
#include "csv/format.h"

enum { DSG_EMIT_BLOCK = 64 * 1024 };

struct dsg_emitter {
    const desig_allocator *allocator;
    const dsg_format *format;
    desig_callbacks callbacks;
    desig_report report;
    desig_error *error;
    const char *file; /* for diagnostics */
    dsg_buffer buffer;
    int (*write)(void *context, const void *bytes, size_t length);
    void *context;
    int within_row;      /* a cell of the row under way is written */
    desig_result failed; /* the first failure; later calls do nothing and return it */
};

/* Add a cell to the row under way: NULL is an empty cell, "" is written as `""`; quoted only where RFC 4180
 * needs it (separator, quote, line break), and where a first or last space would be lost. */
desig_result dsg_emit_cell(dsg_emitter *emitter, const char *text);
desig_result dsg_emit_cell_bytes(dsg_emitter *emitter, const char *bytes, size_t length);

/* Write a header, the rules' columns; it does not count as a row. */
desig_result dsg_emit_header(dsg_emitter *emitter, const dsg_rule *columns, size_t count);

/* End the row with LF. */
desig_result dsg_emit_row(dsg_emitter *emitter);

/* Count (and tell) a part that the format has no place for. */
desig_result dsg_emit_not_written(dsg_emitter *emitter, const char *id, const char *field, const char *format,
                                  ...) DSG_PRINTF(4, 5);

/* `done` of `total` records are written: progress. DESIG_E_CANCELLED. */
desig_result dsg_emit_progress(dsg_emitter *emitter, uint64_t done, uint64_t total);

/* Hand what is still in the buffer to the sink. */
desig_result dsg_emit_flush(dsg_emitter *emitter);

#endif
