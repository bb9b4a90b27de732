/* Cells of the EU's list that are read by themselves. */
#include "csv/formats/eu_fsf.h"

#include "model/date.h"

#include <string.h>

enum { FACT_OF_ARGUMENT = 0xff };

/* ---- Facts of a block ---- */

static desig_fact begin_fact(dsg_reading *reading, int argument) {
    dsg_eu_block block = (dsg_eu_block)(argument >> 8);
    dsg_eu_state_of(reading)->blocks[block].is_told = 1;
    return (desig_fact){.type = (uint8_t)(argument & FACT_OF_ARGUMENT),
                        .group = dsg_eu_state_of(reading)->blocks[block].group};
}

desig_result dsg_eu_take_cell(dsg_reading *reading, size_t column, int argument) {
    desig_fact fact = begin_fact(reading, argument);
    dsg_piece text = dsg_text_at(reading, column);
    return text.length == 0 ? DESIG_OK : dsg_add_value(reading, column, &fact, text);
}

desig_result dsg_eu_add_cell(dsg_reading *reading, size_t rule, dsg_eu_block block, desig_fact_type type) {
    if (dsg_text_of(reading, rule).length == 0) return DESIG_OK;
    return dsg_eu_take_cell(reading, dsg_column_of(reading, rule), DSG_EU_OF(block, type));
}

desig_result dsg_eu_read_day(dsg_reading *reading, size_t rule, dsg_eu_block block, desig_date *day) {
    dsg_piece cell = dsg_text_of(reading, rule);
    const char *text;
    desig_result result = dsg_keep_piece(reading, cell, &text);
    if (result != DESIG_OK || cell.length == 0) return result;
    result = dsg_read_date(reading, dsg_column_of(reading, rule), text, day);
    if (result != DESIG_OK || dsg_date_is_known(day)) return result;
    return dsg_eu_add_cell(reading, rule, block, DESIG_FACT_OTHER);
}

/* ---- Places and countries ---- */

/* `00` stands for a country that is not known; in words it is UNKNOWN. */
static int is_known(const dsg_reading *reading, const dsg_eu_shape *shape) {
    static const char unknown[] = "00";
    return shape->country != 0 && !dsg_piece_is(dsg_text_of(reading, shape->code), unknown) &&
           !dsg_piece_is(dsg_text_of(reading, shape->country), unknown);
}

dsg_piece dsg_eu_country_of(const dsg_reading *reading, dsg_eu_block block) {
    const dsg_eu_shape *shape = &dsg_eu_shapes[block];
    dsg_piece words;
    if (!is_known(reading, shape)) return (dsg_piece){"", 0};
    words = dsg_text_of(reading, shape->country);
    return words.length > 0 ? words : dsg_text_of(reading, shape->code);
}

desig_result dsg_eu_take_place(dsg_reading *reading, size_t column, int argument) {
    dsg_eu_block block = (dsg_eu_block)(argument >> 8);
    desig_fact fact = begin_fact(reading, argument);
    dsg_piece text = dsg_text_at(reading, column);
    desig_result result = dsg_keep_piece(reading, dsg_eu_country_of(reading, block), &fact.country);
    if (result != DESIG_OK || text.length == 0) return result;
    dsg_eu_state_of(reading)->blocks[block].has_place = 1;
    return dsg_add_value(reading, column, &fact, text);
}

desig_result dsg_eu_add_country(dsg_reading *reading, dsg_eu_block block) {
    const dsg_eu_shape *shape = &dsg_eu_shapes[block];
    int has_words, has_place = dsg_eu_state_of(reading)->blocks[block].has_place;
    desig_result result = DESIG_OK;
    if (!is_known(reading, shape)) return DESIG_OK;
    has_words = dsg_text_of(reading, shape->country).length > 0;
    if (!has_place)
        result =
            dsg_eu_add_cell(reading, has_words ? shape->country : shape->code, block, shape->country_fact);
    if (result != DESIG_OK || !has_words) return result;
    return dsg_eu_add_cell(reading, shape->code, block, shape->code_fact);
}

/* ---- Of the list, and of the entity ---- */

desig_result dsg_eu_take_date(dsg_reading *reading, size_t column, int argument) {
    char text[DESIG_DATE_TEXT] = "";
    dsg_piece cell = dsg_text_at(reading, column);
    desig_date day;
    (void)argument;
    if (cell.length < sizeof text) memcpy(text, cell.bytes, cell.length);
    if (desig_date_parse(text, reading->format->dates, &day) != DESIG_OK)
        return dsg_take_text(reading, column, DESIG_FACT_OTHER);
    if (reading->as_of.last_precision == DESIG_PRECISION_NONE || day.last > reading->as_of.last)
        reading->as_of = day;
    return DESIG_OK;
}

desig_result dsg_eu_take_id_again(dsg_reading *reading, size_t column, int argument) {
    dsg_piece id = dsg_text_of(reading, EU_ID), again = dsg_text_at(reading, column);
    if (id.length == again.length && memcmp(id.bytes, again.bytes, id.length) == 0) return DESIG_OK;
    return dsg_take_text(reading, column, argument);
}

static const char un_list[] = "un-sc:";

desig_result dsg_eu_take_un_id(dsg_reading *reading, size_t column, int argument) {
    dsg_piece reference = dsg_text_at(reading, column);
    (void)argument;
    return reference.length == 0 ? DESIG_OK : dsg_add_same_as(reading, un_list, reference);
}

/* `(UN ID: QDi.399)`: where the reference stands in the forms that have no column for it. */
desig_result dsg_eu_take_remark(dsg_reading *reading, size_t column, int argument) {
    dsg_piece rest = dsg_text_at(reading, column), reference;
    desig_result result = dsg_take_text(reading, column, argument);
    if (result != DESIG_OK || dsg_text_of(reading, EU_UN_ID).length > 0) return result;
    if (!dsg_value_last(&rest, "(UN ID:", &reference) || !dsg_value_next(&reference, ")", &rest))
        return DESIG_OK;
    return dsg_add_same_as(reading, un_list, rest);
}
