#include "model/date_read.h"

/* One end of a date, before an approximate one is widened. */
typedef struct date_end {
    desig_precision precision;
    int approximate;
    int64_t unit;
} date_end;

/* ---- Words around a date ---- */

/* `possibly` widens, too: what is doubtful must not look exact. */
static int take_circa(dsg_date_text *text) {
    static const char *const words[] = {
        "circa",   "approximately", "approx",    "about", "around", "abt", "possibly",    "probably",
        "perhaps", "maybe",         "estimated", "est",   "ca",     "c",   "\xE7\xB4\x84" /* 約 */};
    if (dsg_date_text_ended(text) || dsg_is_digit(*text->at)) return 0;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        dsg_date_text rest = *text;
        if (!dsg_date_text_take_word(&rest, words[i])) continue;
        if (!dsg_date_text_ended(&rest) && dsg_is_letter(*rest.at)) continue;
        dsg_date_text_take(&rest, '.');
        *text = dsg_date_text_trimmed(rest);
        return 1;
    }
    return 0;
}

/* After the date. The Japanese and Chinese ones are `born` and `about`. */
static int cut_circa(dsg_date_text *text) {
    static const char *const words[] = {"(approximate)",
                                        "(approximately)",
                                        "(approx.)",
                                        "(approx)",
                                        "(circa)",
                                        "(ca.)",
                                        "approx.",
                                        "\xE9\xA0\x83" /* 頃 */,
                                        "\xE3\x81\x94\xE3\x82\x8D" /* ごろ */,
                                        "\xE3\x81\x93\xE3\x82\x8D" /* ころ */};
    if (dsg_date_text_ended(text) || dsg_is_digit(text->end[-1])) return 0;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (!dsg_date_text_cut_word(text, words[i])) continue;
        *text = dsg_date_text_trimmed(*text);
        dsg_date_text_cut_word(text, "\xE7\x94\x9F" /* 生 */);
        return 1;
    }
    dsg_date_text_cut_word(text, "\xE7\x94\x9F");
    return 0;
}

/* ---- Ends and ranges ---- */

static dsg_date_fault read_end(dsg_date_text text, const dsg_date_habit *habit, date_end *end) {
    dsg_civil civil = {0, 0, 0};
    *end = (date_end){.precision = DESIG_PRECISION_NONE};
    if (text.end - text.at == 2 && memcmp(text.at, "..", 2) == 0) return DSG_DATE_FINE;
    if (text.end > text.at && text.end[-1] == '~') {
        text.end--;
        end->approximate = 1;
    }
    const dsg_date_fault fault = dsg_date_read_unit(text, habit, &civil);
    if (fault == DSG_DATE_FINE) dsg_unit_of_civil(&civil, &end->precision, &end->unit);
    return fault;
}

/* Cut a text in two at the first of a separator. */
static int split(dsg_date_text text, const char *separator, dsg_date_text *left, dsg_date_text *right) {
    for (dsg_date_text rest = text; rest.at < rest.end; rest.at++) {
        dsg_date_text after = rest;
        if (!dsg_date_text_take_word(&after, separator)) continue;
        *left = dsg_date_text_trimmed((dsg_date_text){text.at, rest.at});
        *right = dsg_date_text_trimmed(after);
        return 1;
    }
    return 0;
}

static dsg_date_fault worse(dsg_date_fault a, dsg_date_fault b) {
    return a > b ? a : b;
}

static int is_year_end(const date_end *end) {
    return end->precision == DESIG_PRECISION_YEAR;
}

static dsg_date_fault read_range(dsg_date_text text, const dsg_date_habit *habit, date_end ends[2]) {
    /* Between dashed dates, a bare dash would be a guess. */
    static const struct {
        const char *text;
        int between;
        int years_only;
    } separators[] = {{" and ", 1, 0},     {"/", 0, 0},   {" to ", 0, 0},
                      {" through ", 0, 0}, {" - ", 0, 0}, {"-", 0, 1}};
    const int between = dsg_date_text_take_word(&text, "between ") || dsg_date_text_take_word(&text, "from ");
    dsg_date_fault worst = DSG_DATE_UNREAD;
    for (size_t i = 0; i < sizeof separators / sizeof *separators; i++) {
        dsg_date_text left;
        dsg_date_text right;
        if (separators[i].between > between || !split(text, separators[i].text, &left, &right)) continue;
        const int circa[2] = {take_circa(&left), take_circa(&right)};
        dsg_date_fault fault = read_end(left, habit, &ends[0]);
        fault = worse(fault, read_end(right, habit, &ends[1]));
        for (int end = 0; end < 2; end++) ends[end].approximate |= circa[end];
        if (fault == DSG_DATE_FINE)
            return separators[i].years_only && !(is_year_end(&ends[0]) && is_year_end(&ends[1]))
                       ? DSG_DATE_UNREAD
                       : DSG_DATE_FINE;
        /* A slash or a dash may be within a date, and then what is left of it says nothing. */
        if (strlen(separators[i].text) > 1) worst = worse(worst, fault);
    }
    return worst;
}

/* The years of a century or a decade: `15/08/19yy`, `19xx`, `1970s`. */
static int read_years(dsg_date_text text, date_end ends[2]) {
    static const char *const unknown[] = {"yy", "xx", "??", "--"};
    int number = 0;
    int years = 0;
    dsg_date_text from = text;
    while (from.at < from.end && from.end - from.at > 4 && !strchr("s'", from.end[-1])) {
        if (!strchr("0123456789/.- dmDMxX?", *from.at)) return 0;
        from.at++;
    }
    if (from.at > text.at && !strchr("/.- ", from.at[-1])) return 0;
    const size_t digits = dsg_date_text_take_number(&from, &number);
    for (size_t i = 0; digits == 2 && i < sizeof unknown / sizeof *unknown; i++)
        if (dsg_date_text_take_word(&from, unknown[i])) years = 100;
    if (digits == 4 && number % 10 == 0 && (dsg_date_text_take(&from, '\'') | dsg_date_text_take(&from, 's')))
        years = 10;
    if (years == 0 || !dsg_date_text_ended(&from)) return 0;
    const int first = years == 100 ? number * 100 : number;
    if (first < 1500 || first > 2199) return 0;
    ends[0] = (date_end){.precision = DESIG_PRECISION_YEAR};
    ends[1] = ends[0];
    ends[0].unit =
        dsg_unit_of_day(DESIG_PRECISION_YEAR, dsg_comparable_first_day(DESIG_PRECISION_YEAR, first));
    ends[1].unit = ends[0].unit + years - 1;
    return 1;
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

static dsg_date_fault read_ends(dsg_date_text text, const dsg_date_habit *habit, date_end ends[2]) {
    dsg_date_fault fault = read_end(text, habit, &ends[0]);
    ends[1] = ends[0];
    if (fault == DSG_DATE_FINE || read_years(text, ends)) return DSG_DATE_FINE;
    const dsg_date_fault of_range = read_range(text, habit, ends);
    return of_range == DSG_DATE_FINE ? of_range : worse(fault, of_range);
}

/* ---- One date ---- */

/* Signs that mean the same as one of ASCII: spaces, dashes, digits and apostrophes of other scripts. */
static size_t plain_sign(dsg_date_text text, char *plain) {
    static const struct {
        const char *sign;
        char plain;
    } signs[] = {{"\xC2\xA0", ' '},     {"\xE3\x80\x80", ' '}, {"\xE2\x80\xAF", ' '}, {"\xE2\x80\x93", '-'},
                 {"\xE2\x80\x94", '-'}, {"\xE2\x88\x92", '-'}, {"\xEF\xBC\x8F", '/'}, {"\xE2\x80\x99", '\''}};
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
        dsg_date_text rest = text;
        if (!dsg_date_text_take_word(&rest, signs[i].sign)) continue;
        *plain = signs[i].plain;
        return (size_t)(rest.at - text.at);
    }
    if (dsg_date_text_take_word(&text, "\xEF\xBC") && !dsg_date_text_ended(&text) &&
        (unsigned char)*text.at >= 0x90 && (unsigned char)*text.at <= 0x99) {
        *plain = (char)('0' + ((unsigned char)*text.at - 0x90));
        return 3;
    }
    return 0;
}

/* Copy a text in ASCII's signs; 0 if it is too long for a date. */
static int copy_plain(dsg_date_text text, char copy[DSG_DATE_WORDS], dsg_date_text *plain) {
    size_t length = 0;
    while (text.at < text.end) {
        const size_t bytes = (unsigned char)*text.at < 0x80 ? 0 : plain_sign(text, &copy[length]);
        if (bytes == 0) copy[length] = dsg_is_space(*text.at) ? ' ' : *text.at;
        text.at += bytes ? bytes : 1;
        if (++length == DSG_DATE_WORDS) return 0;
    }
    *plain = dsg_date_text_trimmed((dsg_date_text){copy, copy + length});
    return 1;
}

/* A full stop ends a sentence, but two are an open end. */
static void cut_stop(dsg_date_text *text) {
    if (text->end - text->at > 1 && text->end[-1] == '.' && text->end[-2] != '.') text->end--;
}

dsg_date_fault dsg_date_read(dsg_date_text text, const dsg_date_habit *habit, desig_date *out) {
    char copy[DSG_DATE_WORDS];
    date_end ends[2];
    if (!copy_plain(text, copy, &text)) return DSG_DATE_UNREAD;
    dsg_date_text_take(&text, '\''); /* a spreadsheet's mark that the cell is text */
    cut_stop(&text);
    const int circa = habit->approximate | take_circa(&text) | cut_circa(&text);
    const dsg_date_fault fault = read_ends(text, habit, ends);
    if (fault != DSG_DATE_FINE) return fault;
    for (int i = 0; i < 2; i++) {
        ends[i].approximate |= circa; /* `circa 1979-1982` does not say of which end: of both */
        if (ends[i].approximate && ends[i].precision == DESIG_PRECISION_NONE) return DSG_DATE_UNREAD;
    }
    if (!in_order(ends)) return DSG_DATE_BACKWARDS;
    *out = date_of(ends);
    return DSG_DATE_FINE;
}

desig_result desig_date_parse(const char *string, desig_date_style style, desig_date *out) {
    if (!string || !out || (unsigned)style > DESIG_DATE_MDY) return DESIG_E_ARGUMENT;
    const dsg_date_habit habit = {.style = style};
    const dsg_date_text text = {string, string + strlen(string)};
    return dsg_date_read(text, &habit, out) == DSG_DATE_FINE ? DESIG_OK : DESIG_E_DATE;
}

const dsg_date_fault_words *dsg_date_fault_in_words(dsg_date_fault fault) {
    static const dsg_date_fault_words words[DSG_DATE_FAULTS] = {
        [DSG_DATE_NO_YEAR] = {NULL, "the year is not said"},
        [DSG_DATE_NO_CENTURY] = {"ambiguous-date", "the century is not known"},
        [DSG_DATE_MONTH_OR_RANGE] = {"ambiguous-date", "a month or the end of a range, that is not known"},
        [DSG_DATE_UNCERTAIN_MONTH] = {"ambiguous-date",
                                      "the month's name is of different months in different languages"},
        [DSG_DATE_NO_ORDER] = {"ambiguous-date", "the order of day and month is not known"},
        [DSG_DATE_OTHER_ORDER] = {"impossible-date",
                                  "there is no such month in this file's order of day and month"},
        [DSG_DATE_NO_MONTH] = {"impossible-date", "there is no such month"},
        [DSG_DATE_NO_DAY] = {"impossible-date", "there is no such day"},
        [DSG_DATE_BACKWARDS] = {"impossible-date", "the range ends before it begins"},
        [DSG_DATE_OTHER_CALENDAR] = {"other-calendar", "a year of another calendar, or a wrong one"},
    };
    return words[fault].what ? &words[fault] : NULL;
}
