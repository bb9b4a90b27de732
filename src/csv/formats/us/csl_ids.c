/* The column `ids` of the Consolidated Screening List: `country, expiry, issue, number, label` until 2022,
 * `label, number, country` since, and only number and label are always there.
 *
 * Each cell shows by its labels which way round it is: no file is taken for one of a year. */
#include "csv/formats/us/csl_cells.h"

#include "base/ascii.h"
#include "csv/formats/ofac/labels.h"
#include "csv/shared_rules.h"

#include <string.h>

static const char separator[] = ", ";

/* Where the label stands. */
typedef enum id_order { NEITHER, LABEL_LAST, LABEL_FIRST } id_order;

typedef struct id_cell {
    dsg_piece text;
    int is_weighed;
    id_order order; /* of most of its values, if it is weighed */
} id_cell;

/* ---- What a piece looks like ---- */

static int is_country(dsg_piece piece) {
    return piece.length == 2 && dsg_is_upper(piece.bytes[0]) && dsg_is_upper(piece.bytes[1]);
}

static int is_day(dsg_piece piece) {
    static const char form[] = "dddd-dd-dd";
    if (piece.length != sizeof form - 1) return 0;
    for (size_t i = 0; i < piece.length; i++)
        if (form[i] == 'd' ? !dsg_is_digit(piece.bytes[i]) : piece.bytes[i] != form[i]) return 0;
    return 1;
}

static int has_digit(dsg_piece piece) {
    for (size_t i = 0; i < piece.length; i++)
        if (dsg_is_digit(piece.bytes[i])) return 1;
    return 0;
}

/* The words that OFAC's table has for a label; NULL: none. */
static desig_result find_known(dsg_cursor *cursor, dsg_piece label, const dsg_ofac_label **known) {
    dsg_buffer *text = &cursor->import->scratch;
    text->length = 0;
    desig_result result = dsg_buffer_append(text, label.bytes, label.length);
    if (result == DESIG_OK) result = dsg_buffer_append(text, " -", sizeof " -");
    if (result == DESIG_OK) *known = dsg_ofac_label_of(text->bytes);
    return result;
}

/* `Government Gazette Number`, `RUC #`, `CNP (Personal Numerical Code)`: labels that no table has. */
static int ends_as_label(dsg_piece piece) {
    static const char *const words[] = {
        "No.",   "No",           "Number",   "#",           "ID",      "Code",    "Card",
        "Code)", "Registration", "Passport", "Certificate", "License", "Number)", "Permit"};
    dsg_piece rest = piece, word;
    if (has_digit(piece) || !dsg_value_last(&rest, " ", &word)) return 0;
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        if (dsg_piece_is(word, words[i])) return 1;
    return 0;
}

/* How surely a piece is a label: 0 not, 1 its beginning is one, 2 all of it is. */
static desig_result weigh_label(dsg_cursor *cursor, dsg_piece piece, int *weight) {
    const dsg_ofac_label *known = NULL;
    desig_result result = find_known(cursor, piece, &known);
    char last = piece.bytes[piece.length - 1];
    *weight = 2;
    if (result != DESIG_OK || last == ':' || last == '-' || ends_as_label(piece)) return result;
    *weight = known != NULL;
    if (known && (known->length == piece.length || known->reading == DSG_OFAC_WALLET)) *weight = 2;
    if (known && known->reading == DSG_OFAC_DATED && last == ')') *weight = 2;
    return result;
}

/* ---- Which way round ---- */

/* The pieces at both ends of a value. 0 if it has but one. */
static int find_ends(dsg_piece value, dsg_piece *first, dsg_piece *last) {
    dsg_piece rest = value;
    if (!dsg_value_last(&rest, separator, last) || rest.length == 0 || last->length == 0) return 0;
    return dsg_value_next(&value, separator, first);
}

static id_order order_of(int balance) {
    return balance > 0 ? LABEL_LAST : balance < 0 ? LABEL_FIRST : NEITHER;
}

/* More than 0 if the last piece is the likelier label, less than 0 if the first is. */
static desig_result weigh_value(dsg_cursor *cursor, dsg_piece value, int *balance) {
    dsg_piece first, last;
    int weight_of_first, weight_of_last;
    *balance = 0;
    if (!find_ends(value, &first, &last)) return DESIG_OK;
    desig_result result = weigh_label(cursor, last, &weight_of_last);
    if (result == DESIG_OK) result = weigh_label(cursor, first, &weight_of_first);
    if (result == DESIG_OK) *balance = weight_of_last - weight_of_first;
    return result;
}

static desig_result weigh_cell(dsg_cursor *cursor, id_cell *cell) {
    dsg_piece rest = cell->text, value;
    desig_result result = DESIG_OK;
    int sum = 0, balance;
    if (cell->is_weighed) return DESIG_OK;
    while (result == DESIG_OK && dsg_value_next(&rest, cursor->file->format->separator, &value)) {
        result = weigh_value(cursor, value, &balance);
        if (result == DESIG_OK) sum += balance;
    }
    cell->order = order_of(sum);
    cell->is_weighed = 1;
    return result;
}

/* Without a label that is known: a country stands at the other end than the label, and numbers have digits.
 */
static id_order order_by_shape(dsg_piece value) {
    dsg_piece first, last, second, rest = value;
    if (!find_ends(value, &first, &last)) return NEITHER;
    dsg_value_next(&rest, separator, &first);
    dsg_value_next(&rest, separator, &second);
    int is_longer = rest.length > 0;
    int label_last =
        !has_digit(last) && !is_country(last) && (is_longer ? is_country(first) : has_digit(first));
    int label_first = !has_digit(first) && !is_country(first) && has_digit(second) &&
                      (!is_longer || is_country(last) || is_day(last));
    return order_of(label_last - label_first);
}

/* Most values show it themselves: the others of the cell are asked only where one does not. */
static desig_result find_order(dsg_cursor *cursor, dsg_piece value, id_cell *cell, id_order *order) {
    int balance;
    desig_result result = weigh_value(cursor, value, &balance);
    *order = order_of(balance);
    if (result != DESIG_OK || *order != NEITHER) return result;
    result = weigh_cell(cursor, cell);
    *order = cell->order;
    if (*order == NEITHER) *order = order_by_shape(value);
    return result;
}

/* ---- The parts of a value ---- */

typedef struct id_parts {
    dsg_piece label;
    dsg_piece number;
    dsg_piece country; /* of length 0: none */
    dsg_piece days[2];
    size_t day_count;
    dsg_piece all_days;
} id_parts;

static int take_outer(id_order order, dsg_piece *rest, dsg_piece *piece) {
    dsg_piece after = *rest;
    if (order == LABEL_FIRST) {
        if (!dsg_value_last(&after, separator, piece) || after.length == 0) return 0;
    } else if (!dsg_value_next(&after, separator, piece) || after.length == 0)
        return 0;
    *rest = after;
    return 1;
}

static void note_day(id_parts *parts, dsg_piece day) {
    const char *begin = day.bytes, *end = day.bytes + day.length;
    if (parts->day_count > 0 && parts->all_days.bytes < begin) begin = parts->all_days.bytes;
    if (parts->day_count > 0 && parts->all_days.bytes + parts->all_days.length > end)
        end = parts->all_days.bytes + parts->all_days.length;
    parts->all_days = (dsg_piece){begin, (size_t)(end - begin)};
    parts->days[parts->day_count++] = day;
}

/* Country and days stand at the outer end; what is left is the number. */
static void cut_value(id_order order, dsg_piece value, id_parts *parts) {
    dsg_piece rest = value, after, outer;
    *parts = (id_parts){.country = {value.bytes, 0}};
    if (order == LABEL_FIRST)
        dsg_value_next(&rest, separator, &parts->label);
    else
        dsg_value_last(&rest, separator, &parts->label);
    for (after = rest; take_outer(order, &after, &outer); rest = after) {
        if (is_country(outer) && parts->country.length == 0)
            parts->country = outer;
        else if (is_day(outer) && parts->day_count < 2)
            note_day(parts, outer);
        else
            break;
    }
    parts->number = rest;
}

/* Of two days the earlier one is that of issue. A single one may be either, and is kept as a note. */
static desig_result read_days(dsg_cursor *cursor, const id_parts *parts, desig_fact *fact) {
    desig_date days[2];
    for (size_t i = 0; parts->day_count == 2 && i < 2; i++) {
        char text[DESIG_DATE_TEXT];
        memcpy(text, parts->days[i].bytes, parts->days[i].length);
        text[parts->days[i].length] = '\0';
        if (desig_date_parse(text, DESIG_DATE_UNAMBIGUOUS, &days[i]) != DESIG_OK)
            return dsg_keep_piece(cursor, parts->all_days, &fact->note);
    }
    if (parts->day_count < 2) return dsg_keep_piece(cursor, parts->all_days, &fact->note);
    int first_is_issue = days[0].first <= days[1].first;
    fact->from = days[first_is_issue ? 0 : 1];
    fact->to = days[first_is_issue ? 1 : 0];
    return DESIG_OK;
}

/* What OFAC's table does not name is a number, unless its label is that of a note. */
static desig_result find_type(dsg_cursor *cursor, dsg_piece label, uint8_t *type) {
    const dsg_ofac_label *known = NULL;
    desig_result result = find_known(cursor, label, &known);
    char last = label.bytes[label.length - 1];
    *type = known                        ? known->fact
            : last == ':' || last == '-' ? DESIG_FACT_SANCTIONS_NOTE
                                         : DESIG_FACT_IDENTIFIER;
    return result;
}

/* A note is prose, and its commas are no separators. */
static void rejoin_note(id_order order, dsg_piece value, id_parts *parts) {
    dsg_piece label;
    parts->number = value;
    if (order == LABEL_FIRST)
        dsg_value_next(&parts->number, separator, &label);
    else
        dsg_value_last(&parts->number, separator, &label);
    parts->number = dsg_piece_trim(parts->number);
    parts->country.length = parts->all_days.length = parts->day_count = 0;
}

/* ---- Facts ---- */

static desig_result add_ordered(dsg_cursor *cursor, size_t column, dsg_piece value, id_order order) {
    desig_fact fact = {.type = DESIG_FACT_OTHER};
    id_parts parts;
    cut_value(order, value, &parts);
    desig_result result = dsg_keep_piece(cursor, parts.label, &fact.label);
    if (result == DESIG_OK) result = find_type(cursor, parts.label, &fact.type);
    if (fact.type == DESIG_FACT_SANCTIONS_NOTE) rejoin_note(order, value, &parts);
    if (result == DESIG_OK) result = dsg_keep_piece(cursor, parts.country, &fact.country);
    if (result == DESIG_OK) result = read_days(cursor, &parts, &fact);
    return result == DESIG_OK ? dsg_add_value(cursor, column, &fact, parts.number) : result;
}

static desig_result add_whole(dsg_cursor *cursor, size_t column, dsg_piece value) {
    desig_fact fact = {.type = DESIG_FACT_OTHER};
    return dsg_add_value(cursor, column, &fact, value);
}

static desig_result add_id(dsg_cursor *cursor, size_t column, dsg_piece value, id_cell *cell) {
    id_order order = NEITHER;
    dsg_piece first, last;
    if (!find_ends(value, &first, &last)) return add_whole(cursor, column, value);
    desig_result result = find_order(cursor, value, cell, &order);
    if (result == DESIG_OK && order != NEITHER) return add_ordered(cursor, column, value, order);
    if (result == DESIG_OK)
        result = dsg_diagnose(cursor, DESIG_SEVERITY_WARNING, "unknown-label", column,
                              "no label that is known stands first or last; kept as it stands: %.*s",
                              (int)value.length, value.bytes);
    return result == DESIG_OK ? add_whole(cursor, column, value) : result;
}

desig_result dsg_csl_take_ids(dsg_cursor *cursor, size_t column, int argument) {
    id_cell cell = {.text = dsg_text_at(cursor, column)};
    dsg_piece rest = cell.text, value;
    desig_result result = DESIG_OK;
    (void)argument;
    while (result == DESIG_OK && dsg_value_next(&rest, cursor->file->format->separator, &value))
        result = add_id(cursor, column, value, &cell);
    return result;
}
