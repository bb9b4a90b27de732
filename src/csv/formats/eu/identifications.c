/* Identifications of the EU's list: the numbers of passports, companies, ships, and what is known of them. */
#include "csv/formats/eu/fsf.h"

#include "model/date.h"

#include <stddef.h>
#include <string.h>

/* What stands in the cell of the number: the number alone, or, where the publisher has packed into it what
 * other columns say or would say, `D 000952 (passport-National passport)  (valid from 1999-01-07)`. */
typedef struct number_cell {
    dsg_piece number;
    dsg_piece code;
    dsg_piece description;
    dsg_piece rest;
} number_cell;

static dsg_piece slice(dsg_piece piece, size_t from, size_t to) {
    return (dsg_piece){piece.bytes + from, to - from};
}

/* Where the bracket that opens at `at` is closed; the piece's length if it is not. */
static size_t closing(dsg_piece piece, size_t at) {
    int depth = 0;
    for (; at < piece.length; at++) {
        depth += (piece.bytes[at] == '(') - (piece.bytes[at] == ')');
        if (depth == 0) return at;
    }
    return piece.length;
}

/* `(passport-National passport)`: a code of small letters, and what it means. */
static int is_type(dsg_piece piece, size_t at, number_cell *cell) {
    size_t dash = at + 1, end = closing(piece, at);
    while (dash < end && piece.bytes[dash] >= 'a' && piece.bytes[dash] <= 'z') dash++;
    if (end == piece.length || dash == at + 1 || dash + 1 >= end || piece.bytes[dash] != '-') return 0;
    cell->code = slice(piece, at + 1, dash);
    cell->description = slice(piece, dash + 1, end);
    cell->rest = slice(piece, end + 1, piece.length);
    return 1;
}

static int same(dsg_piece a, dsg_piece b) {
    return a.length == b.length && (a.length == 0 || memcmp(a.bytes, b.bytes, a.length) == 0);
}

/* The brackets are of the type only if they say what the columns of the type do, if there are such. */
static number_cell unpack(const dsg_cursor *cursor) {
    dsg_piece whole = dsg_text_of(cursor, EU_NUMBER);
    dsg_piece code = dsg_text_of(cursor, EU_TYPE_CODE), description = dsg_text_of(cursor, EU_TYPE);
    for (size_t at = 1; at + 1 < whole.length; at++) {
        number_cell cell;
        if (whole.bytes[at] != ' ' || whole.bytes[at + 1] != '(') continue;
        if (!is_type(whole, at + 1, &cell)) continue;
        if (code.length + description.length > 0 &&
            !(same(code, cell.code) && same(description, cell.description)))
            continue;
        cell.number = slice(whole, 0, at);
        while (cell.rest.length > 0 && cell.rest.bytes[0] == ' ')
            cell.rest = slice(cell.rest, 1, cell.rest.length);
        return cell;
    }
    return (number_cell){whole, code, description, {"", 0}};
}

static desig_result keep_label(dsg_cursor *cursor, const number_cell *cell, const char **label) {
    *label = cursor->file->format->rules[EU_NUMBER].column;
    if (cell->description.length > 0) return dsg_keep_piece(cursor, cell->description, label);
    return cell->code.length > 0 ? dsg_keep_piece(cursor, cell->code, label) : DESIG_OK;
}

/* Behind these words a day stands in the brackets into which the publisher packs what is known of a document:
 * `(on 1996-11-08 valid to 2001-11-07)`, `(valid from 1988-01-25 to 2000-02-23)`. */
static const struct {
    const char *words;
    size_t day; /* of the fact */
} day_words[] = {
    {"valid from ", offsetof(desig_fact, from)},
    {"on ", offsetof(desig_fact, from)},
    {"valid to ", offsetof(desig_fact, to)},
    {" to ", offsetof(desig_fact, to)},
};

static void read_packed_day(dsg_piece brackets, const char *words, desig_date *day) {
    enum { DAY = 10 };
    char text[DAY + 1] = "";
    size_t length = strlen(words), at;
    for (at = 1; at + length + DAY <= brackets.length && !dsg_date_is_known(day); at++) {
        if (memcmp(brackets.bytes + at, words, length) != 0) continue;
        memcpy(text, brackets.bytes + at + length, DAY);
        if (desig_date_parse(text, DESIG_DATE_UNAMBIGUOUS, day) != DESIG_OK) *day = (desig_date){0};
    }
}

static void read_packed_days(const dsg_cursor *cursor, dsg_piece rest, desig_fact *fact) {
    size_t end = rest.length > 0 && rest.bytes[0] == '(' ? closing(rest, 0) : 0, i;
    dsg_piece brackets = slice(rest, 0, end);
    if (end == 0 || same(slice(brackets, 1, end), dsg_text_of(cursor, EU_NUMBER_REMARK))) return;
    for (i = 0; i < sizeof day_words / sizeof day_words[0]; i++)
        read_packed_day(brackets, day_words[i].words,
                        (desig_date *)(void *)((char *)fact + day_words[i].day));
}

/* The day of issue, else the first of its validity, and the last. */
static desig_result read_days(dsg_cursor *cursor, desig_fact *fact) {
    int is_issued = dsg_text_of(cursor, EU_ISSUED).length > 0;
    desig_result result =
        dsg_eu_read_day(cursor, is_issued ? EU_ISSUED : EU_VALID_FROM, EU_OF_NUMBER, &fact->from);
    if (result == DESIG_OK) result = dsg_eu_read_day(cursor, EU_VALID_TO, EU_OF_NUMBER, &fact->to);
    if (result != DESIG_OK || !is_issued) return result;
    return dsg_eu_add_cell(cursor, EU_VALID_FROM, EU_OF_NUMBER, DESIG_FACT_OTHER);
}

static int contains(dsg_piece text, dsg_piece piece) {
    for (size_t at = 0; at + piece.length <= text.length && piece.length > 0; at++) {
        if (memcmp(text.bytes + at, piece.bytes, piece.length) == 0) return 1;
    }
    return piece.length == 0;
}

/* What is packed into the cell mostly ends with the remark in brackets, or is nothing else. */
static desig_result keep_note(dsg_cursor *cursor, dsg_piece rest, const char **note) {
    dsg_piece remark = dsg_text_of(cursor, EU_NUMBER_REMARK);
    int is_remark = rest.length == 0 || (rest.bytes[0] == '(' && rest.length == remark.length + 2 &&
                                         same(slice(rest, 1, rest.length - 1), remark));
    desig_result result = dsg_keep_piece(cursor, is_remark ? remark : rest, note);
    if (result != DESIG_OK || is_remark || contains(rest, remark)) return result;
    return dsg_eu_add_cell(cursor, EU_NUMBER_REMARK, EU_OF_NUMBER, DESIG_FACT_REMARK);
}

/* The code that is packed into the cell, where it has no column. */
static desig_result keep_code(dsg_cursor *cursor, dsg_piece code, uint32_t group) {
    desig_fact fact = {.type = DESIG_FACT_OTHER, .group = group};
    if (code.length == 0 || dsg_text_of(cursor, EU_TYPE_CODE).length > 0) return DESIG_OK;
    return dsg_add_value(cursor, dsg_column_of(cursor, EU_NUMBER), &fact, code);
}

static desig_result add_number(dsg_cursor *cursor, const desig_fact *fact, dsg_piece number) {
    dsg_eu_state *state = dsg_eu_state_of(cursor->import);
    desig_fact one = *fact;
    desig_result result = dsg_keep_once(cursor, number.bytes, number.length, &one.value);
    state->blocks[EU_OF_NUMBER].is_told = state->blocks[EU_OF_NUMBER].has_place = 1;
    if (result == DESIG_OK) result = dsg_check_number(cursor, dsg_column_of(cursor, EU_NUMBER), one.value);
    return result == DESIG_OK ? dsg_add_fact(cursor, &one) : result;
}

/* Columns that speak of a number, where there is none. */
static desig_result keep_columns(dsg_cursor *cursor) {
    static const size_t columns[] = {EU_TYPE, EU_ISSUED, EU_VALID_FROM, EU_VALID_TO};
    desig_result result = DESIG_OK;
    for (size_t i = 0; result == DESIG_OK && i < sizeof columns / sizeof columns[0]; i++)
        result = dsg_eu_add_cell(cursor, columns[i], EU_OF_NUMBER, DESIG_FACT_OTHER);
    if (result != DESIG_OK) return result;
    return dsg_eu_add_cell(cursor, EU_NUMBER_REMARK, EU_OF_NUMBER, DESIG_FACT_REMARK);
}

desig_result dsg_eu_add_number(dsg_cursor *cursor) {
    number_cell cell = unpack(cursor);
    dsg_piece latin = dsg_text_of(cursor, EU_LATIN_NUMBER);
    desig_fact fact = {.type = DESIG_FACT_IDENTIFIER,
                       .group = dsg_eu_state_of(cursor->import)->blocks[EU_OF_NUMBER].group};
    desig_result result;
    if (cell.number.length == 0 && latin.length == 0) return keep_columns(cursor);
    result = keep_label(cursor, &cell, &fact.label);
    if (result == DESIG_OK) result = keep_note(cursor, cell.rest, &fact.note);
    if (result == DESIG_OK) result = keep_code(cursor, cell.code, fact.group);
    if (result == DESIG_OK)
        result = dsg_keep_piece(cursor, dsg_eu_country_of(cursor, EU_OF_NUMBER), &fact.country);
    if (result == DESIG_OK) result = read_days(cursor, &fact);
    if (result == DESIG_OK) read_packed_days(cursor, cell.rest, &fact);
    if (result == DESIG_OK && cell.number.length > 0) result = add_number(cursor, &fact, cell.number);
    if (result != DESIG_OK || latin.length == 0 || same(latin, cell.number)) return result;
    return add_number(cursor, &fact, latin);
}
