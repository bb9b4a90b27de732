#include "csv/cells.h"

#include "base/ascii.h"

#include <string.h>

static int can_be_escaped(char c) {
    return dsg_is_space(c) || (c != '\0' && strchr(";\\()=:", c));
}

static int ends_value(char c) {
    return c == ';' || c == '\n' || c == '\r';
}

/* How many bytes the character at `at` takes: 2 with its escape. */
static size_t step(dsg_piece piece, size_t at) {
    return piece.bytes[at] == '\\' && at + 1 < piece.length && can_be_escaped(piece.bytes[at + 1]) ? 2 : 1;
}

static dsg_piece trim(dsg_piece piece) {
    size_t end = 0, width;
    while (piece.length > 0 && dsg_is_space(piece.bytes[0])) {
        piece.bytes++;
        piece.length--;
    }
    for (size_t at = 0; at < piece.length; at += width) {
        width = step(piece, at);
        if (width == 2 || !dsg_is_space(piece.bytes[at])) end = at + width;
    }
    piece.length = end;
    return piece;
}

static void cut(dsg_piece piece, size_t at, dsg_piece *before, dsg_piece *after) {
    *before = trim((dsg_piece){piece.bytes, at});
    *after = trim((dsg_piece){piece.bytes + at + 1, piece.length - at - 1});
}

int dsg_piece_next(dsg_piece *rest, dsg_piece *value) {
    while (rest->length > 0) {
        size_t at = 0;
        while (at < rest->length && !ends_value(rest->bytes[at])) at += step(*rest, at);
        *value = trim((dsg_piece){rest->bytes, at});
        if (at < rest->length) at++;
        rest->bytes += at;
        rest->length -= at;
        if (value->length > 0) return 1;
    }
    return 0;
}

size_t dsg_piece_count(dsg_piece cell) {
    dsg_piece value;
    size_t count = 0;
    while (dsg_piece_next(&cell, &value)) count++;
    return count;
}

int dsg_piece_cut(dsg_piece piece, char mark, dsg_piece *before, dsg_piece *after) {
    size_t at = 0;
    while (at < piece.length && piece.bytes[at] != mark) at += step(piece, at);
    if (at >= piece.length) return 0;
    cut(piece, at, before, after);
    return 1;
}

int dsg_piece_cut_brackets(dsg_piece piece, dsg_piece *before, dsg_piece *inside) {
    size_t open = 0, depth = 0;
    dsg_piece rest;
    for (size_t at = 0; at < piece.length; at += step(piece, at)) {
        if (piece.bytes[at] == '(' && depth++ == 0) open = at;
        if (piece.bytes[at] != ')' || depth == 0 || --depth > 0 || at + 1 < piece.length) continue;
        if (open == 0 || !dsg_is_space(piece.bytes[open - 1])) return 0;
        cut((dsg_piece){piece.bytes, at}, open, &rest, inside);
        if (rest.length == 0) return 0;
        *before = rest;
        return 1;
    }
    return 0;
}

desig_result dsg_piece_unescape(dsg_piece piece, dsg_buffer *out) {
    size_t width;
    desig_result result = dsg_buffer_reserve(out, piece.length);
    if (result != DESIG_OK) return result;
    for (size_t at = 0; at < piece.length; at += width) {
        width = step(piece, at);
        out->bytes[out->length++] = piece.bytes[at + width - 1];
    }
    return DESIG_OK;
}

desig_result dsg_piece_escape(const char *text, size_t length, const char *marks, dsg_buffer *out) {
    desig_result result = length > SIZE_MAX / 2 ? DESIG_E_NOMEM : dsg_buffer_reserve(out, 2 * length);
    if (result != DESIG_OK) return result;
    for (size_t i = 0; i < length; i++) {
        int outer = i == 0 || i + 1 == length;
        if (text[i] == '\\' || ends_value(text[i]) || strchr(marks, text[i]) ||
            (outer && dsg_is_space(text[i])))
            out->bytes[out->length++] = '\\';
        out->bytes[out->length++] = text[i];
    }
    return DESIG_OK;
}
