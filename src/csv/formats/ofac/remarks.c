#include "csv/formats/ofac/remarks.h"

#include "csv/formats/ofac/family.h"

#include "base/ascii.h"
#include "csv/dates.h"
#include "csv/formats/ofac/labels.h"

#include <string.h>

/* The label of what is kept as it stands: the column it comes from. */
static const char remarks[] = "Remarks";

typedef struct slice {
    const char *at;
    size_t length;
} slice;

typedef struct piece {
    dsg_cursor *cursor;
    size_t column;
    slice whole;
    slice body; /* without `alt. ` */
    int alternate;
    uint8_t continued; /* desig_fact.continued */
} piece;

static slice slice_from(slice of, size_t start) {
    return (slice){of.at + start, of.length - start};
}

static slice trim(slice of) {
    while (of.length > 0 && dsg_is_space(of.at[0])) of = slice_from(of, 1);
    while (of.length > 0 && dsg_is_space(of.at[of.length - 1])) of.length--;
    return of;
}

static int starts_with(slice of, const char *text, size_t length) {
    return of.length >= length && memcmp(of.at, text, length) == 0;
}

static int is_one_of(slice word, const char *const *words) {
    for (; *words; words++)
        if (word.length == strlen(*words) && memcmp(word.at, *words, word.length) == 0) return 1;
    return 0;
}

static int has_digit(slice of) {
    for (size_t i = 0; i < of.length; i++)
        if (dsg_is_digit(of.at[i])) return 1;
    return 0;
}

/* The start of the last occurrence of a word that begins with a space; SIZE_MAX if there is none. */
static size_t find_last(slice in, const char *word, size_t length) {
    for (size_t i = in.length; i-- > 0;)
        if (in.at[i] == ' ' && starts_with(slice_from(in, i), word, length)) return i;
    return SIZE_MAX;
}

/* ---- Dates ---- */

/* `05 Mar 1998`, `Mar 1998` or `1998`: the only ways in which OFAC writes a date of issue or expiry. */
static int is_plain_date(slice text) {
    const char *at = text.at;
    size_t left = text.length;
    if (left == 11 && dsg_is_digit(at[0]) && dsg_is_digit(at[1]) && at[2] == ' ') {
        at += 3;
        left -= 3;
    }
    if (left == 8 && dsg_is_upper(at[0]) && dsg_is_lower(at[1]) && dsg_is_lower(at[2]) && at[3] == ' ') {
        at += 4;
        left -= 4;
    } else if (text.length != 4) {
        return 0;
    }
    return left == 4 && dsg_is_digit(at[0]) && dsg_is_digit(at[1]) && dsg_is_digit(at[2]) &&
           dsg_is_digit(at[3]);
}

/* One plain date, or two days `D to D`: what can be written again from the range alone. */
static int read_plain_date(slice text, desig_date *date) {
    enum { DAY = 11, TO = 4, DAYS = DAY + TO + DAY };
    char copy[DAYS + 1];
    if (text.length == DAYS) {
        slice first = {text.at, DAY};
        slice last = {text.at + DAY + TO, DAY};
        if (memcmp(text.at + DAY, " to ", TO) != 0 || !is_plain_date(first) || !is_plain_date(last)) return 0;
        if (memcmp(first.at, last.at, DAY) == 0) return 0;
    } else if (!is_plain_date(text)) {
        return 0;
    }
    memcpy(copy, text.at, text.length);
    copy[text.length] = '\0';
    return desig_date_parse(copy, DESIG_DATE_UNAMBIGUOUS, date) == DESIG_OK;
}

/* ---- Parts ---- */

static desig_result add_fact(const piece *from, desig_fact *fact, slice value) {
    desig_result result = fact->type == DESIG_FACT_IDENTIFIER
                              ? dsg_keep_once(from->cursor, value.at, value.length, &fact->value)
                              : dsg_keep(from->cursor, value.at, value.length, &fact->value);
    if (result != DESIG_OK) return result;
    return dsg_add_fact(from->cursor, fact);
}

static desig_result add_remark(const piece *from) {
    desig_fact fact = {.label = remarks, .type = DESIG_FACT_REMARK, .continued = from->continued};
    return add_fact(from, &fact, from->whole);
}

/* `a.k.a. 'X'`, `f.k.a. 'X'`, `n.k.a. 'X'`: X may have apostrophes within and at its ends. */
static int is_weak_name(slice text) {
    enum { BEFORE = 8 };
    return text.length > BEFORE + 1 && strchr("afn", text.at[0]) &&
           starts_with(slice_from(text, 1), ".k.a. '", BEFORE - 1) && text.at[text.length - 1] == '\'';
}

/* OFAC's documentation of its weak aliases stands in its dat_spec.txt, "The disposition of aliases". */
static desig_result add_weak_name(const piece *from) {
    enum { BEFORE = 8 };
    desig_name name = {.strength = DESIG_STRENGTH_WEAK};
    desig_result result;
    switch (from->whole.at[0]) {
    case 'f':
        name.type = DESIG_NAME_FKA;
        break;
    case 'n':
        name.type = DESIG_NAME_NKA;
        break;
    default:
        name.type = DESIG_NAME_AKA;
        break;
    }
    result =
        dsg_keep_once(from->cursor, from->whole.at + BEFORE, from->whole.length - BEFORE - 1, &name.text);
    if (result != DESIG_OK) return result;
    return dsg_add_name(from->cursor, &name);
}

static desig_result add_linked_to(const piece *from, slice name) {
    desig_link link = {.type = "linked-to"};
    desig_result result = dsg_keep(from->cursor, name.at, name.length, &link.target);
    if (result != DESIG_OK) return result;
    return dsg_add_link(from->cursor, &link);
}

static desig_result add_dated(const piece *from, desig_fact *fact, slice value) {
    desig_result result = dsg_keep(from->cursor, value.at, value.length, &fact->value);
    return result == DESIG_OK ? dsg_add_dated(from->cursor, from->column, fact, DESIG_SEVERITY_WARNING)
                              : result;
}

/* ---- Labels that take in a part of what follows ---- */

/* `Listing Date` and `(EO 14024 Directive 2): 24 Feb 2022` */
static desig_result add_listing_date(const piece *from, desig_fact *fact, slice value) {
    const char *close = memchr(value.at, ')', value.length);
    slice date;
    desig_result result;
    if (value.at[0] != '(' || !close) return add_remark(from);
    date = slice_from(value, (size_t)(close - value.at) + 1);
    if (date.length > 0 && date.at[0] == ':') date = slice_from(date, 1);
    if (date.length == 0 || date.at[0] != ' ' || !is_plain_date(slice_from(date, 1))) return add_remark(from);
    result = dsg_keep(from->cursor, from->body.at, (size_t)(date.at - from->body.at), &fact->label);
    if (result != DESIG_OK) return result;
    return add_dated(from, fact, slice_from(date, 1));
}

/* `Digital Currency Address -` and `XBT 12QtD5BFwRsdNsAZY76UVE1xyCGNTojH9h` */
static desig_result add_wallet(const piece *from, desig_fact *fact, slice value) {
    const char *space = memchr(value.at, ' ', value.length);
    slice address;
    desig_result result;
    if (!space) return add_remark(from);
    address = slice_from(value, (size_t)(space - value.at) + 1);
    if (address.length == 0 || memchr(address.at, ' ', address.length)) return add_remark(from);
    result = dsg_keep(from->cursor, from->body.at, (size_t)(space - from->body.at), &fact->label);
    if (result != DESIG_OK) return result;
    return add_fact(from, fact, address);
}

/* ---- Identifiers ---- */

/* Take ` word D` off the end of a value. */
static void cut_date(slice *value, const char *word, desig_date *date) {
    size_t length = strlen(word);
    size_t at = find_last(*value, word, length);
    if (at != SIZE_MAX && read_plain_date(slice_from(*value, at + length), date)) value->length = at;
}

/* Take ` (Country)` off the end of a value. In a few Colombian registrations it is the city. */
static slice cut_country(slice *value) {
    size_t open = find_last(*value, " (", 2);
    slice country = {0};
    if (open == SIZE_MAX || open == 0 || value->at[value->length - 1] != ')') return country;
    country = (slice){value->at + open + 2, value->length - open - 3};
    if (country.length == 0 || !dsg_is_upper(country.at[0]) || has_digit(country) ||
        memchr(country.at, ')', country.length) || memchr(country.at, '(', country.length))
        return (slice){0};
    value->length = open;
    return country;
}

static desig_result add_identifier(const piece *from, desig_fact *fact, slice value, int needs_digit) {
    slice country;
    cut_date(&value, " expires ", &fact->to);
    cut_date(&value, " issued ", &fact->from);
    country = cut_country(&value);
    /* Where words about the document follow, they would be taken for its number. */
    if (value.length == 0 || (needs_digit && !has_digit(value)) || starts_with(value, "issued ", 7) ||
        find_last(value, " issued ", 8) != SIZE_MAX || find_last(value, " expires ", 9) != SIZE_MAX)
        return add_remark(from);
    if (country.length > 0) {
        desig_result result = dsg_keep(from->cursor, country.at, country.length, &fact->country);
        if (result != DESIG_OK) return result;
    }
    return add_fact(from, fact, value);
}

static int is_number_word(slice word) {
    static const char *const words[] = {"No.", "No", "Number", "#", "ID", "Code", NULL};
    return is_one_of(word, words);
}

static size_t count_digits(slice of) {
    size_t count = 0;
    for (size_t i = 0; i < of.length; i++) count += dsg_is_digit(of.at[i]) != 0;
    return count;
}

/* Committees and prisons have numbers, too, but short ones: `Head of Penal Colony No. 7`. */
enum { SHORTEST_NUMBER = 3 };

static slice first_word(slice text) {
    const char *space = memchr(text.at, ' ', text.length);
    return (slice){text.at, space ? (size_t)(space - text.at) : text.length};
}

/* Whether what follows a word for a number is one: its first word has digits, or a country follows it
 * (`C 50905 (Malta)`). */
static int is_number(slice value) {
    slice first = first_word(value);
    desig_date date;
    if (first.length >= SHORTEST_NUMBER && has_digit(first)) return 1;
    cut_date(&value, " expires ", &date);
    cut_date(&value, " issued ", &date);
    return !is_number_word(first) && cut_country(&value).length > 0 && count_digits(value) >= SHORTEST_NUMBER;
}

/* The length of a label such as `Central Registration System Number`, with a number right behind it: 0 if
 * there is none. */
static size_t number_label(slice text) {
    size_t at = 0;
    if (text.length == 0 || !dsg_is_upper(text.at[0])) return 0;
    while (at < text.length) {
        const char *space = memchr(text.at + at, ' ', text.length - at);
        slice word = {text.at + at, 0};
        size_t after;
        if (!space) return 0;
        word.length = (size_t)(space - word.at);
        if (has_digit(word) || memchr(word.at, ':', word.length)) return 0;
        after = at + word.length + 1;
        if (at > 0 && is_number_word(word) && is_number(slice_from(text, after))) return after - 1;
        at = after;
    }
    return 0;
}

/* ---- One piece ---- */

static desig_result read_labelled(const piece *from, const dsg_ofac_label *label) {
    slice value = slice_from(from->body, label->length + 1u);
    desig_fact fact = {.label = label->text, .type = label->fact, .alternate = (uint8_t)from->alternate};
    switch ((dsg_ofac_reading)label->reading) {
    case DSG_OFAC_TEXT:
        return add_fact(from, &fact, value);
    case DSG_OFAC_DATE:
        return add_dated(from, &fact, value);
    case DSG_OFAC_DATED:
        return add_listing_date(from, &fact, value);
    case DSG_OFAC_NUMBER:
        return add_identifier(from, &fact, value, 1);
    case DSG_OFAC_CODE:
        return add_identifier(from, &fact, value, 0);
    case DSG_OFAC_WALLET:
        return add_wallet(from, &fact, value);
    case DSG_OFAC_LINK:
        return from->alternate ? add_remark(from) : add_linked_to(from, value);
    case DSG_OFAC_WHOLE:
        break;
    }
    fact.label = remarks;
    return add_fact(from, &fact, from->body);
}

static desig_result read_piece(piece *from) {
    const dsg_ofac_label *label;
    size_t length;
    from->body = from->whole;
    from->alternate = starts_with(from->whole, "alt. ", 5);
    if (from->alternate) from->body = slice_from(from->whole, 5);
    if (is_weak_name(from->whole)) return add_weak_name(from);
    label = dsg_ofac_label_of(from->body.at);
    if (label && label->length + 1u < from->body.length) return read_labelled(from, label);
    length = number_label(from->body);
    if (length > 0) {
        desig_fact fact = {.type = DESIG_FACT_IDENTIFIER, .alternate = (uint8_t)from->alternate};
        desig_result result = dsg_keep(from->cursor, from->body.at, length, &fact.label);
        if (result != DESIG_OK) return result;
        return add_identifier(from, &fact, slice_from(from->body, length + 1), 1);
    }
    return add_remark(from);
}

/* ---- The text ---- */

/* `a.k.a. '`, without its first letter. */
static const char opening[] = ".k.a. '";
enum { OPENING = sizeof opening - 1 };

/* Whether a quote with this behind it closes a name: the text or its piece ends there. */
static int closes_name(const char *behind, const char *end) {
    return behind == end || *behind == ';' || (*behind == '.' && behind + 1 == end);
}

/* The quote that closes a name; NULL if another name begins before, or none does. */
static const char *closing_quote(const char *name, const char *end) {
    for (const char *at = name; at < end; at++) {
        if (starts_with((slice){at, (size_t)(end - at)}, opening, OPENING)) return NULL;
        if (*at == '\'' && closes_name(at + 1, end)) return at;
    }
    return NULL;
}

/* Where the piece at `at` ends: at a `;`, but for one within the quotes of a name. */
static const char *piece_end(const char *at, const char *end) {
    const char *stop = memchr(at, ';', (size_t)(end - at));
    if (!stop) return end;
    slice text = trim((slice){at, (size_t)(end - at)});
    if (text.length <= OPENING || !starts_with(slice_from(text, 1), opening, OPENING)) return stop;
    const char *quote = closing_quote(text.at + 1 + OPENING, end);
    if (!quote) return stop;
    return quote + 1 < end && quote[1] == '.' ? end : quote + 1;
}

/* `S.A.`, `D.C.`, `U.A.E.`: single letters, each with its stop. */
static int is_initials(slice word) {
    if (word.length < 4 || word.length % 2 != 0) return 0;
    for (size_t i = 0; i < word.length; i += 2)
        if (!dsg_is_letter(word.at[i]) || word.at[i + 1] != '.') return 0;
    return 1;
}

static int is_company_word(slice word) {
    static const char *const words[] = {"A.", "BHD.", "C.",    "CIA.", "CO.", "CORP.", "INC.",
                                        "L.", "LTD.", "LTDA.", "S.",   "V.",  NULL};
    return is_one_of(word, words);
}

/* The last piece ends in a full stop. OFAC never writes two: behind an abbreviation it is left to the
 * abbreviation (of the names at that place whose record is in the same list, four fifths agree). */
static slice without_full_stop(slice last) {
    if (last.length == 0 || last.at[last.length - 1] != '.') return last;
    size_t space = find_last(last, " ", 1);
    slice word = space == SIZE_MAX ? last : slice_from(last, space + 1);
    if (is_initials(word)) return last;
    if (starts_with(last, "Linked To: ", 11) &&
        (is_company_word(word) || memchr(word.at, '.', word.length - 1)))
        return last;
    last.length--;
    return last;
}

static desig_result read_pieces(dsg_cursor *cursor, size_t column, const char *text, size_t own, int cut) {
    const char *end = text + strlen(text);
    const char *at = text;
    piece from = {.cursor = cursor, .column = column};
    while (at <= end) {
        const char *stop = piece_end(at, end);
        int cut_off = (at == text && (cut & DSG_OFAC_CUT_BEFORE) != 0) ||
                      (stop == end && (cut & DSG_OFAC_CUT_AFTER) != 0);
        from.whole = trim((slice){at, (size_t)(stop - at)});
        if (stop == end && (cut & DSG_OFAC_CUT_AFTER) == 0) from.whole = without_full_stop(from.whole);
        from.continued = stop == end && (cut & DSG_OFAC_CUT_AFTER) != 0 ? DSG_OFAC_COMMENTS : 0;
        if ((size_t)(stop - text) > own) dsg_draft_come_from(cursor->import->draft, DSG_OFAC_COMMENTS);
        if (from.whole.length > 0) {
            desig_result result = cut_off ? add_remark(&from) : read_piece(&from);
            if (result != DESIG_OK) return result;
        }
        at = stop + 1;
    }
    return DESIG_OK;
}

desig_result dsg_ofac_read_remarks(dsg_cursor *cursor, size_t column, const char *text, size_t own, int cut) {
    desig_result result = read_pieces(cursor, column, text, own, cut);
    dsg_draft_come_from(cursor->import->draft, cursor->file->format->companion);
    return result;
}
