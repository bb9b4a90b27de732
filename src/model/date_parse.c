#include "base/ascii.h"
#include "model/calendar.h"

#include <string.h>

/* What is left to read. */
typedef struct text_span {
    const char *at;
    const char *end;
} text_span;

/* One end of a date, before an approximate one is widened. */
typedef struct date_end {
    desig_precision precision;
    int approximate;
    int64_t unit;
} date_end;

static text_span trimmed(text_span text) {
    while (text.at < text.end && dsg_is_space(*text.at)) text.at++;
    while (text.end > text.at && dsg_is_space(text.end[-1])) text.end--;
    return text;
}

static int at_end(const text_span *text) {
    return text->at == text->end;
}

static int take_char(text_span *text, char c) {
    if (at_end(text) || *text->at != c) return 0;
    text->at++;
    return 1;
}

/* Take a word in any case; it may be the start of a longer one. */
static int take_word(text_span *text, const char *word) {
    const char *at = text->at;
    for (; *word; word++, at++)
        if (at == text->end || dsg_lower(*at) != *word) return 0;
    text->at = at;
    return 1;
}

/* Take up to five digits, one more than any number has; returns how many. */
static size_t take_number(text_span *text, int *number) {
    const char *start = text->at;
    *number = 0;
    while (!at_end(text) && dsg_is_digit(*text->at) && text->at - start < 5)
        *number = *number * 10 + (*text->at++ - '0');
    return (size_t)(text->at - start);
}

/* A year is always four digits: two are a guess, five a spreadsheet's day number. */
static int take_year(text_span *text, int64_t *year) {
    int number = 0;
    if (take_number(text, &number) != 4) return 0;
    *year = number;
    return 1;
}

/* ---- ISO: 2021, 2021-05, 2021-05-20 ---- */

static int take_iso_part(text_span *text, int *number) {
    return take_char(text, '-') && take_number(text, number) == 2 && *number > 0;
}

static int read_iso(text_span text, desig_date_style style, dsg_civil *civil) {
    (void)style;
    if (!take_year(&text, &civil->year)) return 0;
    if (!at_end(&text) && !take_iso_part(&text, &civil->month)) return 0;
    if (!at_end(&text) && !take_iso_part(&text, &civil->day)) return 0;
    return at_end(&text);
}

/* ---- Numbers in the publisher's order: 31/12/1958, 00/09/1970, dd/mm/1958, 09/1963 ---- */

/* One or two digits, or as many letters, which stand for an unknown part and read as 0. */
static int take_styled_part(text_span *text, int *number) {
    const char *start = text->at;
    *number = 0;
    while (!at_end(text) && dsg_is_letter(*text->at)) text->at++;
    const size_t length = text->at > start ? (size_t)(text->at - start) : take_number(text, number);
    return length == 1 || length == 2;
}

static int read_styled(text_span text, desig_date_style style, dsg_civil *civil) {
    int parts[2] = {0, 0};
    if (style == DESIG_DATE_UNAMBIGUOUS || !take_styled_part(&text, &parts[0]) || at_end(&text)) return 0;
    const char separator = *text.at++;
    if (separator != '/' && separator != '.' && separator != '-') return 0;
    text_span rest = text;
    if (take_year(&rest, &civil->year) && at_end(&rest)) {
        civil->month = parts[0];
        return 1;
    }
    if (!take_styled_part(&text, &parts[1]) || !take_char(&text, separator)) return 0;
    civil->day = parts[style == DESIG_DATE_MDY];
    civil->month = parts[style == DESIG_DATE_DMY];
    if (civil->day > 31) return 0;
    if (civil->month == 0) civil->day = 0; /* a day of an unknown month says only the year */
    return take_year(&text, &civil->year) && at_end(&text);
}

/* ---- Words: 22 Jan 1958, May 1979, May 20, 2021, 20-May-2021 ---- */

/* A month by its English name or at least its first three letters (`Sept`). */
static int take_month(text_span *text, int *month) {
    static const char *const names[] = {"january",   "february", "march",    "april",
                                        "may",       "june",     "july",     "august",
                                        "september", "october",  "november", "december"};
    size_t length = 0;
    while (text->at + length < text->end && dsg_is_letter(text->at[length])) length++;
    for (int i = 0; i < 12; i++) {
        if (length < 3 || length > strlen(names[i])) continue;
        size_t same = 0;
        while (same < length && dsg_lower(text->at[same]) == names[i][same]) same++;
        if (same < length) continue;
        text->at += length;
        *month = i + 1;
        return 1;
    }
    return 0;
}

static int take_gap(text_span *text) {
    const char *start = text->at;
    if (!take_char(text, '.')) take_char(text, ',');
    if (take_char(text, '-')) return 1;
    while (take_char(text, ' ')) continue;
    return text->at > start;
}

static int take_day(text_span *text, int *day) {
    text_span rest = *text;
    int number = 0;
    const size_t digits = take_number(&rest, &number);
    if (digits == 0 || digits > 2 || number == 0 || !take_gap(&rest)) return 0;
    *text = rest;
    *day = number;
    return 1;
}

static int read_words(text_span text, desig_date_style style, dsg_civil *civil) {
    (void)style;
    const int day_first = take_day(&text, &civil->day);
    if (!take_month(&text, &civil->month) || !take_gap(&text)) return 0;
    if (!day_first) take_day(&text, &civil->day);
    return take_year(&text, &civil->year) && at_end(&text);
}

/* ---- Ends and ranges ---- */

static int read_end(text_span text, desig_date_style style, date_end *end) {
    static int (*const readers[])(text_span, desig_date_style, dsg_civil *) = {read_iso, read_styled,
                                                                               read_words};
    *end = (date_end){.precision = DESIG_PRECISION_NONE};
    if (text.end - text.at == 2 && memcmp(text.at, "..", 2) == 0) return 1;
    if (text.end > text.at && text.end[-1] == '~') {
        text.end--;
        end->approximate = 1;
    }
    for (size_t i = 0; i < sizeof readers / sizeof *readers; i++) {
        dsg_civil civil = {0, 0, 0};
        if (readers[i](text, style, &civil)) return dsg_unit_of_civil(&civil, &end->precision, &end->unit);
    }
    return 0;
}

static int take_circa(text_span *text) {
    static const char *const words[] = {"circa", "approximately", "ca.", "c."};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (!take_word(text, words[i])) continue;
        *text = trimmed(*text);
        return 1;
    }
    return 0;
}

/* Cut a text in two at the first of a separator. */
static int split(text_span text, const char *separator, text_span *left, text_span *right) {
    for (text_span rest = text; rest.at < rest.end; rest.at++) {
        text_span after = rest;
        if (!take_word(&after, separator)) continue;
        *left = trimmed((text_span){text.at, rest.at});
        *right = trimmed(after);
        return 1;
    }
    return 0;
}

static int read_range(text_span text, desig_date_style style, date_end ends[2]) {
    /* Between dashed dates, a bare dash would be a guess. */
    static const struct {
        const char *text;
        int years_only;
    } separators[] = {{"/", 0}, {" to ", 0}, {" - ", 0}, {"-", 1}};
    for (size_t i = 0; i < sizeof separators / sizeof *separators; i++) {
        text_span left;
        text_span right;
        if (!split(text, separators[i].text, &left, &right)) continue;
        const int circa = take_circa(&right);
        if (!read_end(left, style, &ends[0]) || !read_end(right, style, &ends[1])) continue;
        ends[1].approximate |= circa;
        return !separators[i].years_only ||
               (ends[0].precision == DESIG_PRECISION_YEAR && ends[1].precision == DESIG_PRECISION_YEAR);
    }
    return 0;
}

static int64_t last_day(const date_end *end, int64_t unit) {
    return dsg_comparable_first_day(end->precision, unit + 1) - 1;
}

/* Whether the ends stand in order as the source says them: widening must not hide that they do not. */
static int in_order(const date_end ends[2]) {
    if (ends[0].precision == DESIG_PRECISION_NONE || ends[1].precision == DESIG_PRECISION_NONE) return 1;
    return dsg_comparable_first_day(ends[0].precision, ends[0].unit) <= last_day(&ends[1], ends[1].unit);
}

static desig_date date_of(const date_end ends[2]) {
    desig_date date = {0};
    if (ends[0].precision != DESIG_PRECISION_NONE) {
        date.first = (int32_t)dsg_comparable_first_day(ends[0].precision, ends[0].unit - ends[0].approximate);
        date.first_precision = (uint8_t)ends[0].precision;
        date.first_approximate = (uint8_t)ends[0].approximate;
    }
    if (ends[1].precision != DESIG_PRECISION_NONE) {
        date.last = (int32_t)last_day(&ends[1], ends[1].unit + ends[1].approximate);
        date.last_precision = (uint8_t)ends[1].precision;
        date.last_approximate = (uint8_t)ends[1].approximate;
    }
    return date;
}

desig_result desig_date_parse(const char *string, desig_date_style style, desig_date *out) {
    if (!string || !out || (unsigned)style > DESIG_DATE_MDY) return DESIG_E_ARGUMENT;
    text_span text = trimmed((text_span){string, string + strlen(string)});
    take_char(&text, '\''); /* a spreadsheet's mark that the cell is text */
    const int circa = take_circa(&text);
    date_end ends[2];
    if (read_end(text, style, &ends[0]))
        ends[1] = ends[0];
    else if (!read_range(text, style, ends))
        return DESIG_E_DATE;
    for (int i = 0; i < 2; i++) {
        ends[i].approximate |= circa; /* `circa 1979-1982` does not say of which end: of both */
        if (ends[i].approximate && ends[i].precision == DESIG_PRECISION_NONE) return DESIG_E_DATE;
    }
    if (!in_order(ends)) return DESIG_E_DATE;
    *out = date_of(ends);
    return DESIG_OK;
}
