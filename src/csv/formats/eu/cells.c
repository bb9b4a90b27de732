/* Cells of the EU's list that are read by themselves. */
#include "csv/formats/eu/fsf.h"

#include "model/date.h"

#include <string.h>

enum { FACT_OF_ARGUMENT = 0xff };

/* ---- Facts of a block ---- */

static desig_fact begin_fact(dsg_cursor *cursor, int argument) {
    dsg_eu_block block = (dsg_eu_block)(argument >> 8);
    dsg_eu_state_of(cursor->import)->blocks[block].is_told = 1;
    return (desig_fact){.type = (uint8_t)(argument & FACT_OF_ARGUMENT),
                        .group = dsg_eu_state_of(cursor->import)->blocks[block].group};
}

desig_result dsg_eu_take_cell(dsg_cursor *cursor, size_t column, int argument) {
    desig_fact fact = begin_fact(cursor, argument);
    dsg_piece text = dsg_text_at(cursor, column);
    return text.length == 0 ? DESIG_OK : dsg_add_value(cursor, column, &fact, text);
}

desig_result dsg_eu_add_cell(dsg_cursor *cursor, size_t rule, dsg_eu_block block, desig_fact_type type) {
    if (dsg_text_of(cursor, rule).length == 0) return DESIG_OK;
    return dsg_eu_take_cell(cursor, dsg_column_of(cursor, rule), DSG_EU_OF(block, type));
}

desig_result dsg_eu_read_day(dsg_cursor *cursor, size_t rule, dsg_eu_block block, desig_date *day) {
    dsg_piece cell = dsg_text_of(cursor, rule);
    const char *text;
    desig_result result = dsg_keep_piece(cursor, cell, &text);
    if (result != DESIG_OK || cell.length == 0) return result;
    result = dsg_read_date(cursor, dsg_column_of(cursor, rule), text, day);
    if (result != DESIG_OK || dsg_date_is_known(day)) return result;
    return dsg_eu_add_cell(cursor, rule, block, DESIG_FACT_OTHER);
}

/* ---- Places and countries ---- */

/* `00` stands for a country that is not known; in words it is UNKNOWN. */
static int is_known(const dsg_cursor *cursor, const dsg_eu_shape *shape) {
    static const char unknown[] = "00";
    return shape->country != 0 && !dsg_piece_is(dsg_text_of(cursor, shape->code), unknown) &&
           !dsg_piece_is(dsg_text_of(cursor, shape->country), unknown);
}

dsg_piece dsg_eu_country_of(const dsg_cursor *cursor, dsg_eu_block block) {
    const dsg_eu_shape *shape = &dsg_eu_shapes[block];
    dsg_piece words;
    if (!is_known(cursor, shape)) return (dsg_piece){"", 0};
    words = dsg_text_of(cursor, shape->country);
    return words.length > 0 ? words : dsg_text_of(cursor, shape->code);
}

desig_result dsg_eu_take_place(dsg_cursor *cursor, size_t column, int argument) {
    dsg_eu_block block = (dsg_eu_block)(argument >> 8);
    desig_fact fact = begin_fact(cursor, argument);
    dsg_piece text = dsg_text_at(cursor, column);
    desig_result result = dsg_keep_piece(cursor, dsg_eu_country_of(cursor, block), &fact.country);
    if (result != DESIG_OK || text.length == 0) return result;
    dsg_eu_state_of(cursor->import)->blocks[block].has_place = 1;
    return dsg_add_value(cursor, column, &fact, text);
}

desig_result dsg_eu_add_country(dsg_cursor *cursor, dsg_eu_block block) {
    const dsg_eu_shape *shape = &dsg_eu_shapes[block];
    int has_words, has_place = dsg_eu_state_of(cursor->import)->blocks[block].has_place;
    desig_result result = DESIG_OK;
    if (!is_known(cursor, shape)) return DESIG_OK;
    has_words = dsg_text_of(cursor, shape->country).length > 0;
    if (!has_place)
        result =
            dsg_eu_add_cell(cursor, has_words ? shape->country : shape->code, block, shape->country_fact);
    if (result != DESIG_OK || !has_words) return result;
    return dsg_eu_add_cell(cursor, shape->code, block, shape->code_fact);
}

/* ---- Of the list, and of the entity ---- */

desig_result dsg_eu_take_date(dsg_cursor *cursor, size_t column, int argument) {
    char text[DESIG_DATE_TEXT] = "";
    dsg_piece cell = dsg_text_at(cursor, column);
    desig_date day;
    (void)argument;
    if (cell.length < sizeof text) memcpy(text, cell.bytes, cell.length);
    if (desig_date_parse(text, cursor->file->format->dates, &day) != DESIG_OK)
        return dsg_take_text(cursor, column, DESIG_FACT_OTHER);
    if (cursor->import->as_of.last_precision == DESIG_PRECISION_NONE || day.last > cursor->import->as_of.last)
        cursor->import->as_of = day;
    return DESIG_OK;
}

/* Called by the publisher the UN's, also where the UN has not designated; the listing did not begin before
 * it. */
desig_result dsg_eu_take_designation_date(dsg_cursor *cursor, size_t column, int argument) {
    char text[DESIG_DATE_TEXT] = "";
    dsg_piece cell = dsg_text_at(cursor, column);
    desig_date day = {0};
    if (cell.length < sizeof text && cell.length > 0) memcpy(text, cell.bytes, cell.length);
    desig_date_parse(text, cursor->file->format->dates, &day);
    desig_result result = dsg_eu_note_day(cursor, &day, 0);
    return result == DESIG_OK ? dsg_take_text(cursor, column, argument) : result;
}

desig_result dsg_eu_take_id_again(dsg_cursor *cursor, size_t column, int argument) {
    dsg_piece id = dsg_text_of(cursor, EU_ID), again = dsg_text_at(cursor, column);
    if (id.length == again.length && memcmp(id.bytes, again.bytes, id.length) == 0) return DESIG_OK;
    return dsg_take_text(cursor, column, argument);
}

static const char un_list[] = "un-sc:";

desig_result dsg_eu_take_un_id(dsg_cursor *cursor, size_t column, int argument) {
    dsg_piece reference = dsg_text_at(cursor, column);
    (void)argument;
    return reference.length == 0 ? DESIG_OK : dsg_add_same_as(cursor, un_list, reference);
}

/* `(UN ID: QDi.399)`: where the reference stands in the forms that have no column for it. */
desig_result dsg_eu_take_remark(dsg_cursor *cursor, size_t column, int argument) {
    dsg_piece rest = dsg_text_at(cursor, column), reference;
    desig_result result = dsg_take_text(cursor, column, argument);
    if (result != DESIG_OK || dsg_text_of(cursor, EU_UN_ID).length > 0) return result;
    if (!dsg_value_last(&rest, "(UN ID:", &reference) || !dsg_value_next(&reference, ")", &rest))
        return DESIG_OK;
    return dsg_add_same_as(cursor, un_list, rest);
}
