#include "model/date_read.h"
#include "model/month_names.h"

/* ---- The parts of a date ---- */

/* What stands in one place of a date. */
typedef struct date_part {
    size_t length; /* in bytes */
    int number;
    int unknown; /* letters or question marks in place of digits: dd, xx, ?? */
} date_part;

static int is_placeholder(char c) {
    return dsg_is_letter(c) || c == '?';
}

static date_part take_part(dsg_date_text *text) {
    const char *start = text->at;
    date_part part = {0};
    while (!dsg_date_text_ended(text) && is_placeholder(*text->at)) text->at++;
    part.unknown = text->at > start;
    if (!part.unknown) dsg_date_text_take_number(text, &part.number);
    part.length = (size_t)(text->at - start);
    return part;
}

static int is_year(const date_part *part) {
    return part->length == 4;
}

static int is_short(const date_part *part) {
    return part->length == 1 || part->length == 2;
}

/* ---- The year ---- */

enum { EARLIEST_YEAR = 1500, LATEST_YEAR = 2199 };

int dsg_date_is_of_our_time(const desig_date *date) {
    const int64_t earliest = dsg_comparable_first_day(DESIG_PRECISION_YEAR, EARLIEST_YEAR);
    const int64_t after = dsg_comparable_first_day(DESIG_PRECISION_YEAR, LATEST_YEAR + 1);
    return (date->first_precision == DESIG_PRECISION_NONE ||
            (date->first >= earliest && date->first < after)) &&
           (date->last_precision == DESIG_PRECISION_NONE || (date->last >= earliest && date->last < after));
}

/* The hundred years up to the latest have each two digits once. */
static int year_of_two_digits(int number, int latest) {
    const int year = latest - latest % 100 + number;
    return year > latest ? year - 100 : year;
}

static dsg_date_fault set_year(const date_part *part, const dsg_date_habit *habit, dsg_civil *civil) {
    if (part->unknown) return DSG_DATE_NO_YEAR;
    if (part->length == 2) {
        if (habit->latest_year == 0) return DSG_DATE_NO_CENTURY;
        civil->year = year_of_two_digits(part->number, habit->latest_year);
        return DSG_DATE_FINE;
    }
    if (!is_year(part)) return DSG_DATE_UNREAD;
    if (part->number == 0) return DSG_DATE_NO_YEAR;
    civil->year = part->number;
    return civil->year < EARLIEST_YEAR || civil->year > LATEST_YEAR ? DSG_DATE_OTHER_CALENDAR : DSG_DATE_FINE;
}

/* Of a date whose parts are set: whether there is such a day. */
static dsg_date_fault judge(dsg_civil *civil) {
    desig_precision precision;
    int64_t unit;
    if (civil->month == 0) civil->day = 0; /* a day of an unknown month says only the year */
    if (dsg_unit_of_civil(civil, &precision, &unit)) return DSG_DATE_FINE;
    if (civil->month > 12) return DSG_DATE_NO_MONTH;
    return DSG_DATE_NO_DAY;
}

/* ---- ISO: 2021, 2021-05, 2021-05-20, of any year ---- */

static int take_iso_part(dsg_date_text *text, int *number) {
    return dsg_date_text_take(text, '-') && dsg_date_text_take_number(text, number) == 2 && *number > 0;
}

static dsg_date_fault read_iso(dsg_date_text text, const dsg_date_habit *habit, dsg_civil *civil) {
    int year = 0;
    (void)habit;
    if (dsg_date_text_take_number(&text, &year) != 4 || year == 0) return DSG_DATE_UNREAD;
    civil->year = year;
    if (!dsg_date_text_ended(&text) && !take_iso_part(&text, &civil->month)) return DSG_DATE_UNREAD;
    if (!dsg_date_text_ended(&text) && !take_iso_part(&text, &civil->day)) return DSG_DATE_UNREAD;
    return dsg_date_text_ended(&text) ? judge(civil) : DSG_DATE_UNREAD;
}

/* ---- ISO's basic form: 19780106. No other order of eight digits has a month and a year there. ---- */

static dsg_date_fault read_eight_digits(dsg_date_text text, const dsg_date_habit *habit, dsg_civil *civil) {
    int number = 0;
    (void)habit;
    if (text.end - text.at != 8 || dsg_date_text_take_number(&text, &number) != 8) return DSG_DATE_UNREAD;
    *civil = (dsg_civil){.year = number / 10000, .month = number / 100 % 100, .day = number % 100};
    const int possible = civil->year >= EARLIEST_YEAR && civil->year <= LATEST_YEAR && civil->month > 0 &&
                         civil->day > 0 && judge(civil) == DSG_DATE_FINE;
    return possible ? DSG_DATE_FINE : DSG_DATE_UNREAD;
}

/* ---- Numbers: 31/12/1958, 00/09/1970, dd/mm/1958, 09/1963, 1978-1-6, 1978.01.06, 6. 1. 1978 ---- */

/* Up to three parts between one and the same separator; returns how many, 0 if it is something else. */
static size_t take_parts(dsg_date_text text, date_part parts[3], char *separator) {
    size_t count = 0;
    *separator = '\0';
    while (count < 3) {
        parts[count] = take_part(&text);
        if (parts[count++].length == 0) return 0;
        if (dsg_date_text_ended(&text)) return count;
        while (dsg_date_text_take(&text, ' ')) continue;
        if (dsg_date_text_ended(&text) || !strchr("/.-", *text.at)) return 0;
        if (*separator && *text.at != *separator) return 0;
        *separator = *text.at++;
        while (dsg_date_text_take(&text, ' ')) continue;
    }
    return 0;
}

/* Zeros stand for an unknown part only where a publisher's style is known. */
static int has_stray_zero(const date_part *part, const dsg_date_habit *habit) {
    return habit->style == DESIG_DATE_UNAMBIGUOUS && !part->unknown && part->number == 0;
}

static dsg_date_fault year_first(const date_part *parts, size_t count, char separator,
                                 const dsg_date_habit *habit, dsg_civil *civil) {
    const dsg_date_fault fault = set_year(&parts[0], habit, civil);
    if (fault != DSG_DATE_FINE) return fault;
    civil->month = parts[1].number;
    if (count == 3) civil->day = parts[2].number;
    if (count == 2 && separator == '/') return civil->month > 12 ? DSG_DATE_UNREAD : DSG_DATE_MONTH_OR_RANGE;
    if (has_stray_zero(&parts[1], habit)) return DSG_DATE_NO_MONTH;
    if (count == 3 && has_stray_zero(&parts[2], habit)) return DSG_DATE_NO_DAY;
    return judge(civil);
}

static int may_be_month(const date_part *part) {
    return part->number <= 12;
}

/* `19/09/2012` has but one reading, `05/05/2012` two that are the same, `dd/mm/1958` none of the two. */
static desig_date_style order_of(const date_part parts[2]) {
    if (parts[0].number > 12 && parts[0].number <= 31 && may_be_month(&parts[1])) return DESIG_DATE_DMY;
    if (parts[1].number > 12 && parts[1].number <= 31 && may_be_month(&parts[0])) return DESIG_DATE_MDY;
    return parts[0].number == parts[1].number ? DESIG_DATE_DMY : DESIG_DATE_UNAMBIGUOUS;
}

static dsg_date_fault year_last(const date_part parts[3], const dsg_date_habit *habit, dsg_civil *civil) {
    const dsg_date_fault fault = set_year(&parts[2], habit, civil);
    const desig_date_style clear = order_of(parts);
    const desig_date_style style = habit->style == DESIG_DATE_UNAMBIGUOUS ? clear : habit->style;
    if (fault != DSG_DATE_FINE) return fault;
    if (parts[0].number > 12 && parts[1].number > 12) return DSG_DATE_NO_MONTH;
    if (style == DESIG_DATE_UNAMBIGUOUS)
        return parts[0].number > 31 || parts[1].number > 31 ? DSG_DATE_NO_DAY : DSG_DATE_NO_ORDER;
    civil->day = parts[style == DESIG_DATE_MDY].number;
    civil->month = parts[style == DESIG_DATE_DMY].number;
    if (civil->day > 31) return DSG_DATE_NO_DAY;
    if (civil->month > 12 && civil->day > 0 && clear != style) return DSG_DATE_OTHER_ORDER;
    return judge(civil);
}

static dsg_date_fault read_numbers(dsg_date_text text, const dsg_date_habit *habit, dsg_civil *civil) {
    date_part parts[3];
    char separator;
    const size_t count = take_parts(text, parts, &separator);
    if (count == 1) return parts[0].unknown ? DSG_DATE_UNREAD : set_year(&parts[0], habit, civil);
    if (count < 2 || !is_short(&parts[1])) {
        if (count != 2 || !is_year(&parts[1]) || !is_short(&parts[0])) return DSG_DATE_UNREAD;
        civil->month = parts[0].number;
        const dsg_date_fault fault = set_year(&parts[1], habit, civil);
        if (fault != DSG_DATE_FINE) return fault;
        return has_stray_zero(&parts[0], habit) ? DSG_DATE_NO_MONTH : judge(civil);
    }
    if (is_year(&parts[0]) && (count == 2 || is_short(&parts[2])))
        return year_first(parts, count, separator, habit, civil);
    if (count == 3 && is_short(&parts[0]) && (is_year(&parts[2]) || parts[2].length == 2))
        return year_last(parts, habit, civil);
    return DSG_DATE_UNREAD;
}

/* ---- Japanese and Chinese: 1961年, 1941年8月20日 ---- */

static dsg_date_fault read_signs(dsg_date_text text, const dsg_date_habit *habit, dsg_civil *civil) {
    date_part year = take_part(&text);
    if (!is_year(&year) || year.unknown || !dsg_date_text_take_word(&text, "\xE5\xB9\xB4"))
        return DSG_DATE_UNREAD;
    if (!dsg_date_text_ended(&text) && (dsg_date_text_take_number(&text, &civil->month) == 0 ||
                                        !dsg_date_text_take_word(&text, "\xE6\x9C\x88")))
        return DSG_DATE_UNREAD;
    if (!dsg_date_text_ended(&text) && (dsg_date_text_take_number(&text, &civil->day) == 0 ||
                                        !dsg_date_text_take_word(&text, "\xE6\x97\xA5")))
        return DSG_DATE_UNREAD;
    if (!dsg_date_text_ended(&text)) return DSG_DATE_UNREAD;
    const dsg_date_fault fault = set_year(&year, habit, civil);
    return fault == DSG_DATE_FINE ? judge(civil) : fault;
}

/* ---- Words: 22 Jan 1958, May 1979, May 20, 2021, 1er janvier 1978, 1978. január 6., 6 de enero de 1978 ----
 */

enum { MOST_NUMBERS = 2 };

typedef struct worded {
    date_part numbers[MOST_NUMBERS];
    size_t count;
    size_t before; /* how many numbers stand before the month */
    int month;
} worded;

static int is_of_word(char c) {
    return dsg_is_letter(c) || (unsigned char)c >= 0x80;
}

static size_t word_length(const char *at, const char *end) {
    size_t length = 0;
    while (at + length < end && is_of_word(at[length])) length++;
    return length;
}

/* What stands between the parts: articles, and the words for a day and a year; of an ordinal its end. */
static int is_filler(dsg_date_text word) {
    static const char *const fillers[] = {
        "de", "del",  "di",       "of",       "the",      "d",
        "m",  "g",    "y",        "r",        "er",       "o",
        "st", "nd",   "rd",       "th",       "den",      "ta",
        "le", "gada", "\xC2\xBA", "\xC2\xAA", "\xD0\xB3", "\xD0\xB3\xD0\xBE\xD0\xB4\xD0\xB8\xD0\xBD\xD0\xB0"};
    for (size_t i = 0; i < sizeof fillers / sizeof *fillers; i++) {
        dsg_date_text rest = word;
        if (dsg_date_text_take_word(&rest, fillers[i]) && dsg_date_text_ended(&rest)) return 1;
    }
    return 0;
}

/* A month's name may be of two words (Irish). Returns its length; 0 if there is none. */
static size_t month_at(dsg_date_text text, int *month) {
    const size_t one = word_length(text.at, text.end);
    size_t two = one;
    const int goes_on = text.at + one < text.end && text.at[one] == ' ';
    const size_t next = goes_on ? word_length(text.at + one + 1, text.end) : 0;
    if (next > 0) two += 1 + next;
    *month = dsg_month_of(text.at, two);
    if (*month) return two;
    *month = dsg_month_of(text.at, one);
    return *month ? one : 0;
}

static int take_worded(dsg_date_text text, worded *date) {
    while (!dsg_date_text_ended(&text)) {
        int month = 0;
        if (strchr(" .,-/'", *text.at)) {
            text.at++;
        } else if (dsg_is_digit(*text.at)) {
            if (date->count == MOST_NUMBERS) return 0;
            date->numbers[date->count++] = take_part(&text);
        } else {
            const size_t length = word_length(text.at, text.end);
            const size_t named = date->month ? 0 : month_at(text, &month);
            if (length == 0) return 0;
            if (named == 0 && !is_filler((dsg_date_text){text.at, text.at + length})) return 0;
            if (named > 0) {
                date->month = month;
                date->before = date->count;
            }
            text.at += named ? named : length;
        }
    }
    return date->month != 0;
}

static dsg_date_fault read_words(dsg_date_text text, const dsg_date_habit *habit, dsg_civil *civil) {
    worded date = {.count = 0};
    if (strchr(" .,-/'", *text.at) || strchr("-/", text.end[-1])) return DSG_DATE_UNREAD;
    if (!take_worded(text, &date) || date.count == 0) return DSG_DATE_UNREAD;
    const date_part *first = &date.numbers[0];
    const date_part *last = &date.numbers[date.count - 1];
    const int is_year_first = is_year(first) && date.before > 0;
    const date_part *year = is_year_first ? first : last;
    const date_part *day = date.count == 1 ? NULL : is_year_first ? last : first;
    if (date.count == 1 && !is_year(year)) return is_short(year) ? DSG_DATE_NO_YEAR : DSG_DATE_UNREAD;
    if ((day && !is_short(day)) || (date.before == 2 && !is_year_first)) return DSG_DATE_UNREAD;
    const dsg_date_fault fault = set_year(year, habit, civil);
    if (fault != DSG_DATE_FINE) return fault;
    if (date.month == DSG_MONTH_UNCERTAIN) return DSG_DATE_UNCERTAIN_MONTH;
    civil->month = date.month;
    civil->day = day ? day->number : 0;
    return day && day->number == 0 ? DSG_DATE_NO_DAY : judge(civil);
}

/* ---- All ---- */

/* Cut off midnight, which spreadsheets and databases add to a day; another time says more than a date can. */
static void cut_midnight(dsg_date_text *text) {
    for (const char *at = text->at + 1; at + 4 < text->end; at++) {
        if ((*at != 'T' && *at != ' ') || !strchr("01", at[1])) continue;
        dsg_date_text time = {at + 1, text->end};
        const int noon = dsg_date_text_take_word(&time, "12:");
        const int is_morning = dsg_date_text_cut_word(&time, "am");
        while (!dsg_date_text_ended(&time) && strchr(is_morning ? "0:. " : "0:.Z ", *time.at)) time.at++;
        if (!dsg_date_text_ended(&time) || noon != is_morning) continue;
        *text = dsg_date_text_trimmed((dsg_date_text){text->at, at});
        return;
    }
}

dsg_date_fault dsg_date_read_unit(dsg_date_text text, const dsg_date_habit *habit, dsg_civil *civil) {
    static dsg_date_fault (*const readers[])(dsg_date_text, const dsg_date_habit *, dsg_civil *) = {
        read_iso, read_numbers, read_eight_digits, read_words, read_signs};
    dsg_date_fault worst = DSG_DATE_UNREAD;
    if (text.at == text.end) return worst;
    cut_midnight(&text);
    for (size_t i = 0; i < sizeof readers / sizeof *readers; i++) {
        dsg_civil read = {0, 0, 0};
        const dsg_date_fault fault = readers[i](text, habit, &read);
        if (fault == DSG_DATE_FINE) *civil = read;
        if (fault == DSG_DATE_FINE) return fault;
        if (fault > worst) worst = fault;
    }
    return worst;
}
