#include "io/rows.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "io/args.h"
#include "io/out.h"

enum { BLOCK = 64 * 1024, WINDOW = LONGEST_ROW + 2 * BLOCK };

/* Read more behind what the window holds. -1 after saying why not. */
static int fill(raw_rows *rows) {
    if (rows->end + BLOCK > WINDOW) {
        memmove(rows->window, rows->window + rows->begin, rows->end - rows->begin);
        rows->end -= rows->begin;
        rows->begin = 0;
    }
    ptrdiff_t length = rows->source.read(rows->source.context, rows->window + rows->end, BLOCK);
    if (length < 0) {
        fprintf(stderr, "%s: %s\n", rows->name, rows->stream.failure);
        return -1;
    }
    if (length == 0) rows->at_end = 1;
    if (rows->tap) rows->tap(rows->tap_context, rows->window + rows->end, (size_t)length);
    rows->end += (size_t)length;
    return 0;
}

static int begins_with(const raw_rows *rows, const char *bytes, size_t length) {
    return rows->end - rows->begin >= length && memcmp(rows->window + rows->begin, bytes, length) == 0;
}

static int pass_mark(raw_rows *rows) {
    if (fill(rows) != 0) return EXIT_ERROR;
    if (begins_with(rows, "\xFF\xFE", 2) || begins_with(rows, "\xFE\xFF", 2)) {
        fprintf(stderr, "%s:1:1: this is UTF-16; save it as UTF-8\n", rows->name);
        return EXIT_ERROR;
    }
    if (begins_with(rows, "\xEF\xBB\xBF", 3)) rows->begin = 3;
    return 0;
}

int rows_open(raw_rows *rows, const char *path) {
    errno = 0;
    rows->source = stream_open(&rows->stream, path);
    rows->name = rows->source.read ? rows->source.name : path;
    rows->line = 1;
    if (!rows->source.read) {
        fprintf(stderr, "%s: cannot be opened: %s\n", rows->name, strerror(errno));
        return EXIT_ERROR;
    }
    rows->window = out_resize(NULL, WINDOW);
    return pass_mark(rows);
}

void rows_close(raw_rows *rows) {
    stream_close(&rows->stream);
    free(rows->window);
}

/* The size of the line end at an offset from `begin`, 0 if there is none: 1, or 2 for CR LF. -1 on error. */
static int line_end_at(raw_rows *rows, size_t at) {
    char c = rows->window[rows->begin + at];
    if (c == '\n') return 1;
    if (c != '\r') return 0;
    if (rows->begin + at + 1 == rows->end && !rows->at_end && fill(rows) != 0) return -1;
    return rows->begin + at + 1 < rows->end && rows->window[rows->begin + at + 1] == '\n' ? 2 : 1;
}

static void deliver(raw_rows *rows, size_t length, size_t size) {
    rows->bytes = rows->window + rows->begin;
    rows->length = length;
    rows->row_size = size;
}

/* Pass over the rest of a line that is too long. */
static int pass_line(raw_rows *rows, size_t looked_at) {
    rows->bytes = NULL;
    rows->length = 0;
    rows->row_lines = 1;
    rows->begin += looked_at;
    for (;;) {
        for (size_t at = 0; rows->begin + at < rows->end; at++) {
            int ended = line_end_at(rows, at);
            if (ended < 0) return -1;
            rows->row_size = at + (size_t)ended;
            if (ended > 0) return 1;
        }
        rows->begin = rows->end;
        rows->row_size = 0;
        if (rows->at_end) return 1;
        if (fill(rows) != 0) return -1;
    }
}

static int find_row(raw_rows *rows) {
    int in_quotes = 0;
    size_t at = 0;
    for (;; at++) {
        if (rows->begin + at == rows->end && !rows->at_end && at <= LONGEST_ROW && fill(rows) != 0) return -1;
        if (rows->begin + at == rows->end && rows->at_end) {
            deliver(rows, at, at);
            if (rows->row_lines++ == 0) rows->first_line_size = rows->first_line_length = at;
            return at > 0;
        }
        if (at > LONGEST_ROW) break;
        in_quotes ^= rows->window[rows->begin + at] == '"';
        int ended = line_end_at(rows, at);
        if (ended < 0) return -1;
        if (ended == 0) continue;
        size_t size = at + (size_t)ended;
        if (rows->row_lines++ == 0) {
            rows->first_line_length = at;
            rows->first_line_size = size;
        }
        if (!in_quotes) {
            deliver(rows, at, size);
            return 1;
        }
        at = size - 1;
    }
    if (rows->row_lines == 0) return pass_line(rows, at);
    rows_first_line(rows);
    return 1;
}

int rows_next(raw_rows *rows) {
    rows->begin += rows->row_size;
    rows->line += rows->row_lines;
    rows->row_size = 0;
    rows->row_lines = 0;
    return find_row(rows);
}

void rows_first_line(raw_rows *rows) {
    if (!rows->bytes) return;
    deliver(rows, rows->first_line_length, rows->first_line_size);
    rows->row_lines = 1;
}
