#include "csv/formats/us/csl_cells.h"

#include "base/ascii.h"
#include "csv/formats/ofac/labels.h"
#include "csv/shared_rules.h"

#include <string.h>

static const char id_separator[] = ", ";

/* ---- Identifiers: `[country, ][date, [date, ]]number, label` ---- */

static int is_country(dsg_piece piece) {
    return piece.length == 2 && dsg_is_upper(piece.bytes[0]) && dsg_is_upper(piece.bytes[1]);
}

static int is_day(dsg_piece piece) {
    static const char form[] = "dddd-dd-dd";
    size_t i;
    if (piece.length != sizeof form - 1) return 0;
    for (i = 0; i < piece.length; i++) {
        if (form[i] == 'd' ? !dsg_is_digit(piece.bytes[i]) : piece.bytes[i] != form[i]) return 0;
    }
    return 1;
}

/* OFAC's words for what it is, which the list has taken over; what OFAC's table does not name is a number. */
static desig_result type_of_id(dsg_cursor *cursor, dsg_piece label, uint8_t *type) {
    dsg_buffer *piece = &cursor->import->scratch;
    const dsg_ofac_label *known;
    char last = label.bytes[label.length - 1];
    desig_result result;
    piece->length = 0;
    result = dsg_buffer_append(piece, label.bytes, label.length);
    if (result == DESIG_OK) result = dsg_buffer_append(piece, " -", sizeof " -");
    if (result != DESIG_OK) return result;
    known = dsg_ofac_label_of(piece->bytes);
    *type = DESIG_FACT_IDENTIFIER;
    if (known != NULL)
        *type = known->fact;
    else if (last == ':' || last == '-')
        *type = DESIG_FACT_SANCTIONS_NOTE;
    return DESIG_OK;
}

/* Take the first piece off if it is of a kind and not the last. */
static int take_first(dsg_piece *rest, int (*is)(dsg_piece), dsg_piece *first) {
    dsg_piece after = *rest;
    if (!dsg_value_next(&after, id_separator, first) || after.length == 0 || !is(*first)) return 0;
    *rest = after;
    return 1;
}

/* Of two dates the first is the expiry. A single one may be either: it is kept as a note. */
static desig_result read_id_dates(dsg_cursor *cursor, dsg_piece *rest, desig_fact *fact) {
    dsg_piece days = *rest, first, second;
    const char *text;
    desig_result result;
    if (!take_first(rest, is_day, &first)) return DESIG_OK;
    if (!take_first(rest, is_day, &second)) return dsg_keep_piece(cursor, first, &fact->note);
    result = dsg_keep_piece(cursor, second, &text);
    if (result == DESIG_OK && desig_date_parse(text, DESIG_DATE_UNAMBIGUOUS, &fact->from) == DESIG_OK)
        result = dsg_keep_piece(cursor, first, &text);
    if (result != DESIG_OK || desig_date_parse(text, DESIG_DATE_UNAMBIGUOUS, &fact->to) == DESIG_OK)
        return result;
    fact->from = (desig_date){0};
    days.length = (size_t)(second.bytes + second.length - days.bytes);
    return dsg_keep_piece(cursor, days, &fact->note);
}

static desig_result add_id(dsg_cursor *cursor, size_t column, dsg_piece value) {
    desig_fact fact = {.type = DESIG_FACT_OTHER};
    dsg_piece label, country;
    desig_result result;
    if (!dsg_value_last(&value, id_separator, &label) || value.length == 0 || label.length == 0)
        return dsg_add_value(cursor, column, &fact, value.length == 0 ? label : value);
    result = dsg_keep_piece(cursor, label, &fact.label);
    if (result == DESIG_OK) result = type_of_id(cursor, label, &fact.type);
    if (result == DESIG_OK && take_first(&value, is_country, &country))
        result = dsg_keep_piece(cursor, country, &fact.country);
    if (result == DESIG_OK) result = read_id_dates(cursor, &value, &fact);
    return result == DESIG_OK ? dsg_add_value(cursor, column, &fact, value) : result;
}

desig_result dsg_csl_take_ids(dsg_cursor *cursor, size_t column, int argument) {
    dsg_piece rest = dsg_text_at(cursor, column), value;
    desig_result result = DESIG_OK;
    (void)argument;
    while (result == DESIG_OK && dsg_value_next(&rest, cursor->file->format->separator, &value))
        result = add_id(cursor, column, value);
    return result;
}

/* ---- Remarks ---- */

/* `(Linked To: A; Linked To: B (C))`: the outer brackets are around all of them. */
static desig_result add_linked_to(dsg_cursor *cursor, dsg_piece piece) {
    static const char words[] = "Linked To: ";
    const size_t length = sizeof words - 1;
    desig_link link = {.type = "linked-to"};
    size_t i;
    int depth = 0;
    desig_result result;
    if (piece.bytes[0] == '(') {
        piece.bytes++;
        piece.length--;
    }
    if (piece.length <= length || memcmp(piece.bytes, words, length) != 0) return DESIG_OK;
    piece.bytes += length;
    piece.length -= length;
    for (i = 0; i < piece.length; i++) depth += (piece.bytes[i] == '(') - (piece.bytes[i] == ')');
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
