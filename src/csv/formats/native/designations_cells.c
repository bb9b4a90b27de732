/* The texts and words of the layout for people. */
#include "base/ascii.h"
#include "csv/formats/native/designations.h"

#include <string.h>

enum { LONGEST_WORD = 31 };

desig_result dsg_designation_keep_cell(dsg_cursor *cursor, enum dsg_designation_column column,
                                       const char **kept) {
    const dsg_cell *cell = dsg_cell_of(cursor, column);
    return dsg_keep(cursor, cell->text, cell->length, kept);
}

desig_result dsg_designation_keep_piece(dsg_cursor *cursor, dsg_piece piece, const char **kept) {
    desig_result result;
    if (!memchr(piece.bytes, '\\', piece.length)) return dsg_keep(cursor, piece.bytes, piece.length, kept);
    cursor->import->scratch.length = 0;
    result = dsg_piece_unescape(piece, &cursor->import->scratch);
    return result == DESIG_OK
               ? dsg_keep(cursor, cursor->import->scratch.bytes, cursor->import->scratch.length, kept)
               : result;
}

desig_result dsg_designation_keep_as_fact(dsg_cursor *cursor, enum dsg_designation_column column,
                                          const char *kept) {
    desig_fact fact = {
        .type = DESIG_FACT_OTHER, .value = kept, .label = cursor->file->format->rules[column].column};
    return dsg_add_fact(cursor, &fact);
}

desig_result dsg_designation_keep_cell_as_fact(dsg_cursor *cursor, enum dsg_designation_column column) {
    const char *kept;
    desig_result result = dsg_designation_keep_cell(cursor, column, &kept);
    return result == DESIG_OK ? dsg_designation_keep_as_fact(cursor, column, kept) : result;
}

int dsg_designation_word(const dsg_cell *cell, desig_vocabulary vocabulary) {
    char word[LONGEST_WORD + 1];
    const char *start = cell->text, *end = start + cell->length;
    while (start < end && dsg_is_space(*start)) start++;
    while (end > start && dsg_is_space(end[-1])) end--;
    if (end - start > LONGEST_WORD) return -1;
    memcpy(word, start, (size_t)(end - start));
    word[end - start] = '\0';
    return desig_term_value(vocabulary, word);
}
