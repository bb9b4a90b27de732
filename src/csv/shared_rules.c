#include "csv/shared_rules.h"

#include "base/ascii.h"
#include "csv/damage.h"
#include "csv/dates.h"

#include <stdio.h>
#include <string.h>

/* ---- Pieces of cells ---- */

dsg_piece dsg_piece_trim(dsg_piece piece) {
    while (piece.length > 0 && dsg_is_space(piece.bytes[0])) {
        piece.bytes++;
        piece.length--;
    }
    while (piece.length > 0 && dsg_is_space(piece.bytes[piece.length - 1])) piece.length--;
    return piece;
}

dsg_piece dsg_text_at(const dsg_cursor *cursor, size_t column) {
    const dsg_cell *cell = &cursor->row->cells[column];
    return dsg_piece_trim((dsg_piece){cell->text, cell->length});
}

dsg_piece dsg_text_of(const dsg_cursor *cursor, size_t rule) {
    const dsg_cell *cell = dsg_cell_of(cursor, rule);
    return dsg_piece_trim((dsg_piece){cell->text, cell->length});
}

/* Where the separator begins, from `at` on; the piece's length if there is none. */
static size_t find(dsg_piece piece, const char *separator, size_t at) {
    size_t length = strlen(separator);
    for (; at + length <= piece.length; at++) {
        const char *first = memchr(piece.bytes + at, separator[0], piece.length - length - at + 1);
        if (!first) break;
        at = (size_t)(first - piece.bytes);
        if (memcmp(first, separator, length) == 0) return at;
    }
    return piece.length;
}

int dsg_value_next(dsg_piece *rest, const char *separator, dsg_piece *value) {
    while (rest->length > 0) {
        size_t end = find(*rest, separator, 0);
        size_t next = end < rest->length ? end + strlen(separator) : end;
        *value = dsg_piece_trim((dsg_piece){rest->bytes, end});
        rest->bytes += next;
        rest->length -= next;
        if (value->length > 0) return 1;
    }
    return 0;
}

/* The length of a quoted value at the front, with its quotes; 0: it is none, or what is behind it is no
 * separator. */
static size_t quoted_length(dsg_piece piece, char separator) {
    size_t at = 1;
    if (piece.length == 0 || piece.bytes[0] != '"') return 0;
    for (; at < piece.length; at++) {
        if (piece.bytes[at] != '"') continue;
        if (at + 1 < piece.length && piece.bytes[at + 1] == '"')
            at++;
        else
            break;
    }
    if (at >= piece.length || (at + 1 < piece.length && piece.bytes[at + 1] != separator)) return 0;
    return at + 1;
}

static void pass_empty(dsg_piece *rest, char separator) {
    while (rest->length > 0 && (rest->bytes[0] == separator || dsg_is_space(rest->bytes[0]))) {
        rest->bytes++;
        rest->length--;
    }
}

static desig_result unquote(dsg_buffer *text, dsg_piece quoted, dsg_piece *value) {
    text->length = 0;
    desig_result result = dsg_buffer_reserve(text, quoted.length);
    if (result != DESIG_OK) return result;
    for (size_t i = 1; i + 1 < quoted.length; i++) {
        if (quoted.bytes[i] == '"') i++;
        text->bytes[text->length++] = quoted.bytes[i];
    }
    *value = dsg_piece_trim((dsg_piece){text->bytes, text->length});
    return DESIG_OK;
}

desig_result dsg_list_next(dsg_cursor *cursor, dsg_piece *rest, dsg_piece *value, int *found) {
    const dsg_format *format = cursor->file->format;
    for (;;) {
        if (format->values_are_quoted) pass_empty(rest, format->separator[0]);
        size_t length = format->values_are_quoted ? quoted_length(*rest, format->separator[0]) : 0;
        if (length == 0) {
            *found = dsg_value_next(rest, format->separator, value);
            return DESIG_OK;
        }
        dsg_piece quoted = {rest->bytes, length};
        rest->bytes += length;
        rest->length -= length;
        desig_result result = unquote(&cursor->import->scratch, quoted, value);
        *found = 1;
        if (result != DESIG_OK || value->length > 0) return result;
    }
}

int dsg_value_last(dsg_piece *rest, const char *separator, dsg_piece *value) {
    const size_t length = strlen(separator);
    if (rest->length < length) return 0;
    size_t last = rest->length - length;
    while (last > 0 &&
           (rest->bytes[last] != separator[0] || memcmp(rest->bytes + last, separator, length) != 0))
        last--;
    if (memcmp(rest->bytes + last, separator, length) != 0) return 0;
    *value = dsg_piece_trim((dsg_piece){rest->bytes + last + length, rest->length - last - length});
    *rest = dsg_piece_trim((dsg_piece){rest->bytes, last});
    return 1;
}

int dsg_value_numbered(dsg_piece *rest, unsigned *number, dsg_piece *value) {
    char mark[16];
    size_t end;
    if (rest->length == 0) return 0;
    int bracketed = rest->bytes[0] == '(';
    if (*number == 0 && (find(*rest, bracketed ? "(1)" : "1)", 0) > 0 ||
                         find(*rest, bracketed ? "(2)" : " 2)", 0) == rest->length)) {
        *value = *rest;
        rest->length = 0;
        return 1;
    }
    snprintf(mark, sizeof mark, bracketed ? "(%u)" : "%u)", ++*number);
    rest->bytes += strlen(mark);
    rest->length -= strlen(mark);
    snprintf(mark, sizeof mark, bracketed ? "(%u)" : " %u)", *number + 1);
    end = find(*rest, mark, 0);
    *value = dsg_piece_trim((dsg_piece){rest->bytes, end});
    if (!bracketed && end < rest->length) end++;
    rest->bytes += end;
    rest->length -= end;
    return 1;
}

int dsg_piece_is(dsg_piece piece, const char *words) {
    size_t i = 0;
    while (i < piece.length && dsg_lower(piece.bytes[i]) == dsg_lower(words[i])) i++;
    return i == piece.length && words[i] == '\0';
}

desig_result dsg_keep_piece(dsg_cursor *cursor, dsg_piece piece, const char **kept) {
    return dsg_keep(cursor, piece.length == 0 ? NULL : piece.bytes, piece.length, kept);
}

/* ---- Names ---- */

static int equals(dsg_piece piece, const char *text) {
    return strlen(text) == piece.length && memcmp(text, piece.bytes, piece.length) == 0;
}

desig_result dsg_add_alias(dsg_cursor *cursor, dsg_piece text, desig_name_type type,
                           desig_strength strength) {
    desig_name name = {.type = (uint8_t)type, .strength = (uint8_t)strength};
    desig_result result = dsg_keep_once(cursor, text.bytes, text.length, &name.text);
    return result == DESIG_OK ? dsg_add_name(cursor, &name) : result;
}

desig_result dsg_add_primary(dsg_cursor *cursor, dsg_piece text, desig_strength strength) {
    const char *primary = dsg_cursor_primary(cursor);
    if (text.length == 0 || (primary && equals(text, primary))) return DESIG_OK;
    return dsg_add_alias(cursor, text, primary ? DESIG_NAME_AKA : DESIG_NAME_PRIMARY, strength);
}

desig_result dsg_take_name(dsg_cursor *cursor, size_t column, int argument) {
    return dsg_add_primary(cursor, dsg_text_at(cursor, column), (desig_strength)argument);
}

desig_result dsg_take_akas(dsg_cursor *cursor, size_t column, int argument) {
    dsg_piece rest = dsg_text_at(cursor, column), value;
    int found;
    desig_result result = dsg_list_next(cursor, &rest, &value, &found);
    while (result == DESIG_OK && found) {
        result = dsg_add_alias(cursor, value, DESIG_NAME_AKA, (desig_strength)argument);
        if (result == DESIG_OK) result = dsg_list_next(cursor, &rest, &value, &found);
    }
    return result;
}

/* ---- Numbers ---- */

desig_result dsg_check_number(dsg_cursor *cursor, size_t column, const char *text) {
    dsg_damage damage = dsg_damage_of_number(text);
    if (!damage.what) return DESIG_OK;
    return dsg_diagnose(cursor, DESIG_SEVERITY_ERROR, damage.check, column, "%s; the text is kept: %s",
                        damage.what, text);
}

/* ---- Facts ---- */

static int is_dated(uint8_t type) {
    return type == DESIG_FACT_BIRTH_DATE || type == DESIG_FACT_ESTABLISHED_DATE;
}

/* Whether hardly any two parties share a value. */
static int is_its_own(uint8_t type) {
    return type == DESIG_FACT_IDENTIFIER || type == DESIG_FACT_CONTACT;
}

desig_result dsg_add_value(dsg_cursor *cursor, size_t column, desig_fact *fact, dsg_piece value) {
    desig_result result = is_its_own(fact->type)
                              ? dsg_keep_once(cursor, value.bytes, value.length, &fact->value)
                              : dsg_keep_piece(cursor, value, &fact->value);
    if (!fact->label && column != SIZE_MAX) fact->label = cursor->file->columns[column];
    if (result == DESIG_OK && is_dated(fact->type))
        return dsg_add_dated(cursor, column, fact, DESIG_SEVERITY_WARNING);
    return result == DESIG_OK ? dsg_add_fact(cursor, fact) : result;
}

desig_result dsg_take_text(dsg_cursor *cursor, size_t column, int argument) {
    desig_fact fact = {.type = (uint8_t)argument};
    dsg_piece text = dsg_text_at(cursor, column);
    return text.length == 0 ? DESIG_OK : dsg_add_value(cursor, column, &fact, text);
}

desig_result dsg_take_values(dsg_cursor *cursor, size_t column, int argument) {
    dsg_piece rest = dsg_text_at(cursor, column), value;
    int found;
    desig_result result = dsg_list_next(cursor, &rest, &value, &found);
    while (result == DESIG_OK && found) {
        desig_fact fact = {.type = (uint8_t)argument};
        result = dsg_add_value(cursor, column, &fact, value);
        if (result == DESIG_OK) result = dsg_list_next(cursor, &rest, &value, &found);
    }
    return result;
}

/* ---- Kinds ---- */

static const dsg_kind_word *find_kind(const dsg_cursor *cursor, dsg_piece text) {
    const dsg_kind_word *known;
    for (known = cursor->file->format->kinds; known->word; known++) {
        if (dsg_piece_is(text, known->word)) return known;
    }
    return NULL;
}

desig_result dsg_add_kind(dsg_cursor *cursor, size_t column, dsg_piece text) {
    const dsg_kind_word *known = find_kind(cursor, text);
    desig_kind before = dsg_cursor_kind(cursor);
    int fits = known && (before == DESIG_KIND_UNKNOWN || before == known->kind);
    desig_fact fact = {.type = DESIG_FACT_OTHER};
    desig_result result = DESIG_OK;
    if (text.length == 0) return DESIG_OK;
    if (fits)
        dsg_cursor_set_kind(cursor, known->kind);
    else
        result = dsg_diagnose(cursor, DESIG_SEVERITY_WARNING, "unknown-type", column,
                              "\"%.*s\" is no type that is known, or not the one given before",
                              (int)text.length, text.bytes);
    if (result != DESIG_OK || (fits && known->exact)) return result;
    return dsg_add_value(cursor, column, &fact, text);
}

desig_result dsg_take_kind(dsg_cursor *cursor, size_t column, int argument) {
    (void)argument;
    return dsg_add_kind(cursor, column, dsg_text_at(cursor, column));
}

/* ---- Links ---- */

desig_result dsg_add_same_as(dsg_cursor *cursor, const char *prefix, dsg_piece native) {
    dsg_buffer *id = &cursor->import->scratch;
    desig_link link = {.type = "same-as"};
    desig_result result;
    id->length = 0;
    result = dsg_buffer_append_text(id, prefix);
    if (result == DESIG_OK) result = dsg_buffer_append(id, native.bytes, native.length);
    if (result == DESIG_OK) result = dsg_keep(cursor, id->bytes, id->length, &link.target);
    return result == DESIG_OK ? dsg_add_link(cursor, &link) : result;
}

/* ---- Actions ---- */

desig_result dsg_add_actions(dsg_cursor *cursor, const desig_action *action, dsg_piece programs) {
    desig_action one = *action;
    dsg_piece program;
    int count = 0, found;
    desig_result result = dsg_list_next(cursor, &programs, &program, &found);
    for (; result == DESIG_OK && found; count++) {
        result = dsg_keep_piece(cursor, program, &one.program);
        if (result == DESIG_OK) result = dsg_add_action(cursor, &one);
        if (result == DESIG_OK) result = dsg_list_next(cursor, &programs, &program, &found);
    }
    return result == DESIG_OK && count == 0 ? dsg_add_action(cursor, &one) : result;
}

/* ---- Numbers and ids made of content ---- */

void dsg_digest_add_rules(dsg_digest *digest, const dsg_cursor *cursor, size_t first, size_t end) {
    for (size_t rule = first; rule < end; rule++) {
        if (dsg_cell_of(cursor, rule)->length == 0) continue;
        dsg_piece cell = dsg_text_of(cursor, rule);
        if (cell.length == 0) continue;
        dsg_digest_add_number(digest, rule - first);
        dsg_digest_add_number(digest, cell.length);
        dsg_digest_add(digest, cell.bytes, cell.length);
    }
}

uint32_t dsg_group_of_rules(const dsg_cursor *cursor, size_t first, size_t end) {
    uint8_t bytes[DSG_DIGEST_BYTES];
    dsg_digest digest;
    dsg_digest_begin(&digest);
    dsg_digest_add_rules(&digest, cursor, first, end);
    dsg_digest_end(&digest, bytes);
    uint32_t group = (uint32_t)bytes[0] << 24 | (uint32_t)bytes[1] << 16 | (uint32_t)bytes[2] << 8 | bytes[3];
    return group == 0 ? 1 : group;
}

dsg_piece dsg_digest_of_row(const dsg_cursor *cursor, char text[DSG_DIGEST_ID]) {
    dsg_digest digest;
    dsg_digest_begin(&digest);
    dsg_digest_add_rules(&digest, cursor, 0, cursor->file->format->rule_count);
    dsg_digest_end_hex(&digest, text, DSG_DIGEST_ID);
    return (dsg_piece){text, DSG_DIGEST_ID - 1};
}
