#include "csv/row_splitter.h"

#include <string.h>

enum { ENOUGH = 64 * 1024 }; /* bytes, to see how a file ends its lines */

void dsg_row_splitter_init(dsg_row_splitter *splitter, dsg_input *input, size_t max_row_bytes) {
    *splitter = (dsg_row_splitter){.input = input, .max_row_bytes = max_row_bytes, .next_line = 1};
}

/* One byte for the answer, so that compilers look at as many bytes at once as the machine can. */
static unsigned char has_odd_quotes(const char *bytes, size_t length) {
    unsigned char odd = 0;
    size_t i;
    for (i = 0; i < length; i++) odd ^= bytes[i] == '"';
    return odd;
}

/* A file with a CR but without any LF in its beginning ends its lines with CR (old Macintosh). A stream may
 * come in small pieces, so wait for enough of it. */
static desig_result find_line_end(dsg_row_splitter *splitter) {
    dsg_input *input = splitter->input;
    desig_result result = DESIG_OK;
    while (!memchr(input->window, '\n', input->length) && !input->at_end && input->length < ENOUGH &&
           input->length <= splitter->max_row_bytes && result == DESIG_OK)
        result = dsg_input_more(input);
    splitter->line_end = '\n';
    if (!memchr(input->window, '\n', input->length) && memchr(input->window, '\r', input->length) != NULL)
        splitter->line_end = '\r';
    return result;
}

static desig_result begin(dsg_row_splitter *splitter) {
    desig_result result = DESIG_OK;
    dsg_input_pass(splitter->input, splitter->row_size);
    splitter->next_line += splitter->row_lines;
    splitter->row_size = 0;
    splitter->row_lines = 0;
    if (splitter->input->length == 0) result = dsg_input_more(splitter->input);
    if (result == DESIG_OK && splitter->line_end == 0 && splitter->input->length > 0)
        result = find_line_end(splitter);
    return result;
}

/* The offset just past the next line end at or after `from`, or the window's length where there is none;
 * *ended tells which. The window may be lengthened. */
static desig_result find_line(dsg_row_splitter *splitter, size_t from, size_t *past, int *ended) {
    dsg_input *input = splitter->input;
    size_t searched = from;
    for (;;) {
        const char *at = searched < input->length
                             ? memchr(input->window + searched, splitter->line_end, input->length - searched)
                             : NULL;
        desig_result result;
        *ended = at != NULL;
        *past = at ? (size_t)(at - input->window) + 1 : input->length;
        if (at || input->at_end) return DESIG_OK;
        if (input->length > splitter->max_row_bytes) return DESIG_E_LIMIT;
        searched = input->length;
        result = dsg_input_more(input);
        if (result != DESIG_OK) return result;
    }
}

static size_t without_line_end(const dsg_row_splitter *splitter, size_t size) {
    const char *bytes = splitter->input->window;
    if (size > 0 && bytes[size - 1] == splitter->line_end) size--;
    if (size > 0 && bytes[size - 1] == '\r') size--;
    return size;
}

/* DOS programs end a text file with Control-Z, Windows programs begin one with U+FEFF, and where files are
 * joined both stand between rows; a spreadsheet makes a row of cells of the former. */
static int is_mark(const char *bytes, size_t length, size_t *size) {
    *size = length > 0 && bytes[0] == 0x1A ? 1 : 3;
    return *size == 1 || (length >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0);
}

static int is_blank(const char *bytes, size_t length) {
    for (size_t i = 0; i < length; i++)
        if (bytes[i] == '\0' || !strchr("\x1A,;\t|\" ", bytes[i])) return 0;
    return 1;
}

static void drop_marks(dsg_raw_row *row) {
    size_t size;
    const size_t before = row->length;
    int has_mark = row->length > 1 && row->bytes[0] == '"' && row->bytes[1] == 0x1A;
    while (is_mark(row->bytes, row->length, &size)) {
        row->bytes += size;
        row->length -= size;
    }
    while (row->length > 0 && row->bytes[row->length - 1] == 0x1A) row->length--;
    row->is_mark = (has_mark || row->length < before) && is_blank(row->bytes, row->length);
    if (row->is_mark) row->length = 0;
}

static void deliver(const dsg_row_splitter *splitter, dsg_raw_row *row) {
    row->bytes = splitter->input->window;
    row->length = without_line_end(splitter, splitter->row_size);
    row->line = splitter->next_line;
    row->is_cut = row->length == splitter->row_size;
    drop_marks(row);
}

desig_result dsg_row_splitter_next(dsg_row_splitter *splitter, dsg_raw_row *row, int *found) {
    size_t past = 0;
    unsigned char in_quotes = 0;
    int ended = 1;
    desig_result result = begin(splitter);
    if (result != DESIG_OK) return result;
    *found = splitter->input->length > 0;
    if (!*found) return DESIG_OK;
    do {
        size_t from = past;
        result = find_line(splitter, from, &past, &ended);
        if (result == DESIG_OK && past > splitter->max_row_bytes) result = DESIG_E_LIMIT;
        if (result == DESIG_E_LIMIT && splitter->row_lines > 0) {
            deliver(splitter, row);
            return DESIG_OK;
        }
        if (result != DESIG_OK) return result;
        in_quotes ^= has_odd_quotes(splitter->input->window + from, past - from);
        if (splitter->row_lines++ == 0) splitter->first_line_size = past;
        splitter->row_size = past;
    } while (in_quotes && ended);
    deliver(splitter, row);
    return DESIG_OK;
}

desig_result dsg_row_splitter_pass_line(dsg_row_splitter *splitter) {
    dsg_input *input = splitter->input;
    desig_result result = DESIG_OK;
    splitter->next_line++;
    while (result == DESIG_OK) {
        const char *at = input->length > 0 ? memchr(input->window, splitter->line_end, input->length) : NULL;
        dsg_input_pass(input, at ? (size_t)(at - input->window) + 1 : input->length);
        if (at || input->at_end) return DESIG_OK;
        result = dsg_input_more(input);
    }
    return result;
}

void dsg_row_splitter_back_to_second_line(dsg_row_splitter *splitter, dsg_raw_row *row) {
    splitter->row_size = splitter->first_line_size;
    splitter->row_lines = 1;
    deliver(splitter, row);
}
