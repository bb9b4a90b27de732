#include "csv/preamble.h"

#include "base/ascii.h"

#include <string.h>

/* What stands behind the words, NULL if the cell begins with others. `Updated;1` does not begin with
 * `Updated`, `Updated 1` and `Updated: 1` do. */
static const char *behind_words(const dsg_cell *cell, const char *words) {
    const char *text = cell->text;
    for (; *words != '\0'; words++, text++) {
        if (!text || dsg_lower(*text) != dsg_lower(*words)) return NULL;
    }
    if (*text != '\0' && *text != ':' && !dsg_is_space(*text)) return NULL;
    if (*text == ':') text++;
    return text + strspn(text, " ");
}

/* Spreadsheets fill such a line up with empty cells. */
static int is_empty_from(const dsg_row *row, size_t cell) {
    while (cell < row->count && row->cells[cell].length == 0) cell++;
    return cell >= row->count;
}

int dsg_preamble_is(const dsg_format *format, const dsg_row *row, const char **date) {
    const char *behind;
    size_t first = 0;
    if (!format->preamble) return 0;
    while (first < row->count && row->cells[first].length == 0) first++;
    if (first == row->count) return 0;
    behind = behind_words(&row->cells[first], format->preamble);
    if (!behind || !is_empty_from(row, first + (*behind == '\0' ? 2 : 1))) return 0;
    if (*behind == '\0' && first + 1 < row->count && row->cells[first + 1].text)
        behind = row->cells[first + 1].text;
    *date = behind;
    return 1;
}
