#include "csv/row_repair.h"

#include <stdint.h>

typedef struct repair {
    const char *bytes;
    size_t length;
    size_t at;
    char delimiter;
    dsg_buffer *to;
} repair;

static int ends_cell(const repair *of, size_t at) {
    return at >= of->length || of->bytes[at] == of->delimiter;
}

/* Where the quoted cell at `at` ends, behind its last quote: a quote that another one follows, or something
 * else than a separator, is a quote of the text. SIZE_MAX: it does not end. */
static size_t end_of_quoted(const repair *of) {
    for (size_t at = of->at + 1; at < of->length; at++) {
        if (of->bytes[at] != '"') continue;
        if (at + 1 < of->length && of->bytes[at + 1] == '"')
            at++;
        else if (ends_cell(of, at + 1))
            return at + 1;
    }
    return SIZE_MAX;
}

/* Where the plain cell at `at` ends. SIZE_MAX: it goes on in another line, or begins with a quote that is
 * open. */
static size_t end_of_plain(const repair *of) {
    size_t at = of->at;
    int open = 0;
    for (; !ends_cell(of, at); at++) {
        if (of->bytes[at] == '\n' || of->bytes[at] == '\r') return SIZE_MAX;
        open ^= of->bytes[at] == '"';
    }
    return open && of->bytes[of->at] == '"' ? SIZE_MAX : at;
}

/* The text from `from` to `to` in quotes; a doubled quote of the source is one already. */
static desig_result put_quoted(dsg_buffer *to, const char *text, size_t length) {
    desig_result result = dsg_buffer_append(to, "\"", 1);
    for (size_t i = 0; result == DESIG_OK && i < length; i++) {
        if (text[i] == '"') {
            result = dsg_buffer_append(to, "\"\"", 2);
            if (i + 1 < length && text[i + 1] == '"') i++;
        } else
            result = dsg_buffer_append(to, text + i, 1);
    }
    return result == DESIG_OK ? dsg_buffer_append(to, "\"", 1) : result;
}

/* Empty cells stay absent ones. */
static desig_result put_cell(repair *of, int *is_cell) {
    const char *text = of->bytes + of->at;
    int may_be_quoted = of->at < of->length && *text == '"';
    size_t end = may_be_quoted ? end_of_quoted(of) : SIZE_MAX;
    int quoted = end != SIZE_MAX;
    if (!quoted) end = end_of_plain(of);
    *is_cell = end != SIZE_MAX;
    if (!*is_cell) return DESIG_OK;
    size_t length = end - of->at;
    of->at = end;
    if (quoted) return put_quoted(of->to, text + 1, length - 2);
    return length == 0 ? DESIG_OK : put_quoted(of->to, text, length);
}

/* Whether a line below the first could be a row of its own: then a quote above it may have swallowed it. */
static int has_rows_within(const dsg_raw_row *row, char delimiter, size_t cell_count) {
    size_t cells = 1, line = 1;
    for (size_t i = 0; i < row->length; i++) {
        if (row->bytes[i] == '\n') {
            cells = 1;
            line++;
        }
        cells += row->bytes[i] == delimiter;
        if (line > 1 && cells >= cell_count) return 1;
    }
    return 0;
}

desig_result dsg_row_repair(const dsg_raw_row *row, char delimiter, size_t cell_count, dsg_buffer *to,
                            int *repaired) {
    repair of = {.bytes = row->bytes, .length = row->length, .delimiter = delimiter, .to = to};
    to->length = 0;
    *repaired = 0;
    if (has_rows_within(row, delimiter, cell_count)) return DESIG_OK;
    for (size_t count = 1; of.length > 0; count++) {
        int is_cell;
        desig_result result = put_cell(&of, &is_cell);
        if (result != DESIG_OK || !is_cell) return result;
        if (of.at >= of.length) {
            *repaired = count == cell_count;
            return DESIG_OK;
        }
        of.at++;
        result = dsg_buffer_append(to, &delimiter, 1);
        if (result != DESIG_OK) return result;
    }
    return DESIG_OK;
}
