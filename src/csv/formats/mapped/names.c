/* The names of a row that has columns for what sort of name it gives. */
#include "csv/formats/mapped/mapped.h"
#include "csv/shared_rules.h"

typedef struct name_sort {
    int type;     /* a desig_name_type, -1: the row does not say */
    int strength; /* a desig_strength, likewise */
} name_sort;

static int value_of(const dsg_cursor *cursor, dsg_piece word, dsg_map_sense sense, int *exact) {
    const dsg_mapped *mapped = cursor->import->mapped;
    return dsg_map_word_value(mapped->words, mapped->word_count, word, sense, exact);
}

/* Read the row's word of one of the two columns; either may say both. */
static desig_result read_word(dsg_cursor *cursor, int target, name_sort *sort) {
    dsg_piece word;
    size_t column;
    int exact_type, exact_strength;
    desig_result result = dsg_mapped_text_of(cursor, -1, target, &word, &column);
    if (result != DESIG_OK || word.length == 0) return result;
    const int type = value_of(cursor, word, DSG_SENSE_NAME_TYPE, &exact_type);
    const int strength = value_of(cursor, word, DSG_SENSE_STRENGTH, &exact_strength);
    if (type >= 0) sort->type = type;
    if (strength >= 0) sort->strength = strength;
    if (type < 0 && strength < 0)
        result = dsg_diagnose(cursor, DESIG_SEVERITY_WARNING, "unknown-type", column,
                              "\"%.*s\" is no type or strength of a name that is known; kept as a fact",
                              (int)word.length, word.bytes);
    else if (exact_type && exact_strength)
        return DESIG_OK;
    return result == DESIG_OK ? dsg_mapped_keep_as_fact(cursor, column, word) : result;
}

/* Without a word of it, the first name is the primary one, and how good a further one is, nothing says. */
static desig_result add(dsg_cursor *cursor, dsg_piece text, const name_sort *sort) {
    const int is_first = !dsg_cursor_primary(cursor);
    const desig_strength usual =
        is_first && sort->type <= DESIG_NAME_PRIMARY ? DESIG_STRENGTH_STRONG : DESIG_STRENGTH_UNKNOWN;
    const desig_strength strength = sort->strength >= 0 ? (desig_strength)sort->strength : usual;
    return sort->type <= DESIG_NAME_PRIMARY
               ? dsg_add_primary(cursor, text, strength)
               : dsg_add_alias(cursor, text, (desig_name_type)sort->type, strength);
}

desig_result dsg_mapped_add_name(dsg_cursor *cursor, dsg_piece text) {
    name_sort sort = {-1, -1};
    desig_result result = read_word(cursor, DSG_TARGET_NAME_TYPE, &sort);
    if (result == DESIG_OK) result = read_word(cursor, DSG_TARGET_NAME_STRENGTH, &sort);
    return result == DESIG_OK ? add(cursor, text, &sort) : result;
}
