#include "csv/formats/us/csl_cells.h"

#include "csv/shared_rules.h"

#include <string.h>

/* `(Linked To: A; Linked To: B (C))`: the outer brackets are around all of them. */
static desig_result add_linked_to(dsg_cursor *cursor, dsg_piece piece) {
    static const char words[] = "Linked To: ";
    const size_t length = sizeof words - 1;
    desig_link link = {.type = "linked-to"};
    int depth = 0;
    desig_result result;
    if (piece.bytes[0] == '(') {
        piece.bytes++;
        piece.length--;
    }
    if (piece.length <= length || memcmp(piece.bytes, words, length) != 0) return DESIG_OK;
    piece.bytes += length;
    piece.length -= length;
    for (size_t i = 0; i < piece.length; i++) depth += (piece.bytes[i] == '(') - (piece.bytes[i] == ')');
    if (depth < 0 && piece.length > 1 && piece.bytes[piece.length - 1] == ')') piece.length--;
    result = dsg_keep_piece(cursor, piece, &link.target);
    return result == DESIG_OK ? dsg_add_link(cursor, &link) : result;
}

desig_result dsg_csl_take_remarks(dsg_cursor *cursor, size_t column, int argument) {
    dsg_piece rest = dsg_text_at(cursor, column), piece;
    desig_result result = dsg_take_text(cursor, column, argument);
    while (result == DESIG_OK && dsg_value_next(&rest, cursor->file->format->separator, &piece))
        result = add_linked_to(cursor, piece);
    return result;
}
