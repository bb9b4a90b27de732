/* Dates: what is read, what is refused, how they are written and compared. */
#include <criterion/criterion.h>
#include <desig/desig.h>
#include <stdio.h>
#include <string.h>

#define U DESIG_DATE_UNAMBIGUOUS
#define D DESIG_DATE_DMY
#define M DESIG_DATE_MDY

/* A text, and the canonical form of what it means; NULL: refused. */
typedef struct reading {
    const char *text;
    desig_date_style style;
    const char *canonical;
} reading;

static const reading edtf[] = {
    {"2021-05-20", U, "2021-05-20"},
    {"2021-05", U, "2021-05"},
    {"2021", U, "2021"},
    {"  2021\t", U, "2021"},
    {"'2021", U, "2021"},
    {"1979~", U, "1979~"},
    {"1979-05~", U, "1979-05~"},
    {"1979-05-01~", U, "1979-05-01~"},
    {"1960/1962", U, "1960/1962"},
    {"1960/1960", U, "1960"},
    {"1960~/1962", U, "1960~/1962"},
    {"1960/1962~", U, "1960/1962~"},
    {"1960~/1960", U, "1960~/1960"},
    {"1960-01/1960-12-31", U, "1960-01/1960-12-31"},
    {"1960/1960-02", U, "1960/1960-02"},
    {"../2021-03-02", U, "../2021-03-02"},
    {"2021/..", U, "2021/.."},
    {"../1979~", U, "../1979~"},
    {"..", U, ""},
    {"../..", U, ""},
    {"0001", U, "0001"},
    {"0001~", U, "0001~"},
    {"0001-01-01~", U, "0001-01-01~"},
    {"9999~", U, "9999~"},
    {"9999-12-31~", U, "9999-12-31~"},
    {"0017-05-26", U, "0017-05-26"},
    {"2020-02-29", U, "2020-02-29"},
    {"2000-02-29", U, "2000-02-29"},
    {"2021-05-20", D, "2021-05-20"},
    {"1960/1962", M, "1960/1962"},
};

static const reading words[] = {
    {"22 Jan 1958", U, "1958-01-22"},
    {"2 JANUARY 1958", U, "1958-01-02"},
    {"12 september 1993", U, "1993-09-12"},
    {"Sept. 1993", U, "1993-09"},
    {"May 1979", U, "1979-05"},
    {"20-May-2021", U, "2021-05-20"},
    {"May 20, 2021", U, "2021-05-20"},
    {"29 Feb 1996", U, "1996-02-29"},
    {"circa 1965", U, "1965~"},
    {"Circa 1965", U, "1965~"},
    {"c. 1965", U, "1965~"},
    {"c.1965", U, "1965~"},
    {"ca. 1965", U, "1965~"},
    {"approximately 1965", U, "1965~"},
    {"circa 07 Jul 1966", U, "1966-07-07~"},
    {"circa Jul 1966", U, "1966-07~"},
    {"1960 to 1962", U, "1960/1962"},
    {"1960 - 1962", U, "1960/1962"},
    {"1979-1982", U, "1979/1982"},
    {"circa 1979-1982", U, "1979~/1982~"},
    {"circa 1979 to 1982", U, "1979~/1982~"},
    {"1979 to circa 1982", U, "1979/1982~"},
    {"01 Jan 1961 to 31 Dec 1962", U, "1961-01-01/1962-12-31"},
    {"Mar 1962 to Feb 1963", U, "1962-03/1963-02"},
    {"22 Jan 1958", D, "1958-01-22"},
    {"circa 1965", M, "1965~"},
};

static const reading styled[] = {
    {"31/12/1958", D, "1958-12-31"},
    {"05/06/2021", D, "2021-06-05"},
    {"05/06/2021", M, "2021-05-06"},
    {"5/6/2021", D, "2021-06-05"},
    {"5.6.2021", D, "2021-06-05"},
    {"05-06-2021", M, "2021-05-06"},
    {"00/00/1994", D, "1994"},
    {"00/09/1970", D, "1970-09"},
    {"09/00/1970", M, "1970-09"},
    {"12/00/1970", D, "1970"},
    {"dd/mm/1958", D, "1958"},
    {"dd/09/1958", D, "1958-09"},
    {"mm/dd/1958", M, "1958"},
    {"1962", D, "1962"},
    {"09/1963", D, "1963-09"},
    {"09/1963", M, "1963-09"},
    {"00/1963", D, "1963"},
    {"'00/00/1975", D, "1975"},
    {"29/02/2000", D, "2000-02-29"},
    {"circa 00/00/1965", D, "1965~"},
    {"01/01/1960 to 31/12/1962", D, "1960-01-01/1962-12-31"},
};

/* Each order with but one reading. */
static const reading numbers[] = {
    {"1978-1-6", U, "1978-01-06"},
    {"2021-5-2", M, "2021-05-02"},
    {"1941/8/20", U, "1941-08-20"},
    {"1941/08/20", D, "1941-08-20"},
    {"2002.3.1", U, "2002-03-01"},
    {"1978.01.06", U, "1978-01-06"},
    {"1978.01", U, "1978-01"},
    {"1978-1", U, "1978-01"},
    {"1978/00/00", D, "1978"},
    {"1978-xx-xx", U, "1978"},
    {"19780106", U, "1978-01-06"},
    {"20111231", D, "2011-12-31"},
    {"19/09/2012", U, "2012-09-19"},
    {"09/19/2012", U, "2012-09-19"},
    {"05.05.2012", U, "2012-05-05"},
    {"00/00/1994", U, "1994"},
    {"dd/mm/1958", U, "1958"},
    {"?\?/?\?/1958", U, "1958"},
    {"09/1963", U, "1963-09"},
    {"6. 1. 1978", D, "1978-01-06"},
    {"13. 1. 1978", U, "1978-01-13"},
    {"1978-01-06 00:00:00", U, "1978-01-06"},
    {"2021-05-20T00:00", U, "2021-05-20"},
    {"1978-01-06T00:00:00.000Z", U, "1978-01-06"},
    {"06/01/1978 00:00:00", D, "1978-01-06"},
    {"1/6/1978 12:00:00 AM", M, "1978-01-06"},
    {"01/02/19yy", D, "1900/1999"},
    {"15/08/19yy", U, "1900/1999"},
    {"19xx", U, "1900/1999"},
    {"1970s", U, "1970/1979"},
    {"1970's", U, "1970/1979"},
    {"circa 1970s", U, "1970~/1979~"},
    {"1978\xE2\x80\x93"
     "1980",
     U, "1978/1980"},
    {"6\xC2\xA0Jan\xC2\xA0"
     "1978",
     U, "1978-01-06"},
};

/* The words around a date. */
static const reading worded[] = {
    {"between 1975 and 1979", U, "1975/1979"},
    {"Between 1955-1957", U, "1955/1957"},
    {"between 1 Jan 1975 and Mar 1979", U, "1975-01-01/1979-03"},
    {"from 1975 to 1979", U, "1975/1979"},
    {"between 01/02/1975 and 03/04/1979", D, "1975-02-01/1979-04-03"},
    {"between 20 May 1960 and circa 1962", U, "1960-05-20/1962~"},
    {"circa between 1975 and 1979", U, "1975~/1979~"},
    {"possibly 1965", U, "1965~"},
    {"Probably 22 Jan 1958", U, "1958-01-22~"},
    {"approx. 1965", U, "1965~"},
    {"about 1965", U, "1965~"},
    {"c1965", U, "1965~"},
    {"1965 (approximately)", U, "1965~"},
    {"22 Jan 1958.", U, "1958-01-22"},
    {"1965.", U, "1965"},
    {"1961\xE5\xB9\xB4", U, "1961"},
    {"1961\xE5\xB9\xB4\xE9\xA0\x83", U, "1961~"},
    {"1941\xE5\xB9\xB4"
     "8\xE6\x9C\x88"
     "20\xE6\x97\xA5",
     U, "1941-08-20"},
    {"\xEF\xBC\x91\xEF\xBC\x99\xEF\xBC\x96\xEF\xBC\x91\xE5\xB9\xB4", U, "1961"},
};

/* One date in each official language of the European Union. */
static const reading languages[] = {
    {"6 януари 1978 г.", U, "1978-01-06"},       /* Bulgarian */
    {"6. siječnja 1978.", U, "1978-01-06"},      /* Croatian */
    {"6. ledna 1978", U, "1978-01-06"},          /* Czech */
    {"6. januar 1978", U, "1978-01-06"},         /* Danish */
    {"6 januari 1978", U, "1978-01-06"},         /* Dutch, Swedish */
    {"January 6th, 1978", U, "1978-01-06"},      /* English */
    {"6. jaanuar 1978", U, "1978-01-06"},        /* Estonian */
    {"6. tammikuuta 1978", U, "1978-01-06"},     /* Finnish */
    {"1er janvier 1978", U, "1978-01-01"},       /* French */
    {"14 FÉVRIER 1978", U, "1978-02-14"},        /* with capitals */
    {"14 fevrier 1978", U, "1978-02-14"},        /* without its accent */
    {"6. März 1978", U, "1978-03-06"},           /* German */
    {"6 Ιανουαρίου 1978", U, "1978-01-06"},      /* Greek */
    {"Ιανουάριος 1978", U, "1978-01"},           /* that stands alone */
    {"1978. január 6.", U, "1978-01-06"},        /* Hungarian */
    {"6 Meán Fómhair 1978", U, "1978-09-06"},    /* Irish */
    {"6 gennaio 1978", U, "1978-01-06"},         /* Italian */
    {"1978. gada 6. janvāris", U, "1978-01-06"}, /* Latvian */
    {"1978 m. sausio 6 d.", U, "1978-01-06"},    /* Lithuanian */
    {"6 ta' Jannar 1978", U, "1978-01-06"},      /* Maltese */
    {"6 stycznia 1978 r.", U, "1978-01-06"},     /* Polish */
    {"6 de janeiro de 1978", U, "1978-01-06"},   /* Portuguese */
    {"6 ianuarie 1978", U, "1978-01-06"},        /* Romanian */
    {"6. januára 1978", U, "1978-01-06"},        /* Slovak */
    {"6. januar 1978", U, "1978-01-06"},         /* Slovenian */
    {"6 de enero de 1978", U, "1978-01-06"},     /* Spanish */
    {"le 6 juillet 1978", U, "1978-07-06"},
    {"Juni 1979", U, "1979-06"},
    {"22Jan 1958", U, "1958-01-22"},
    {"06JAN1978", U, "1978-01-06"},
    {"circa mars 1978", U, "1978-03~"},
};

static const reading refused[] = {
    /* more than one reading */
    {"1941/8", U, NULL},
    {"1978/12", D, NULL},
    {"16-07-68", D, NULL},
    {"16.07.29", U, NULL},
    {"12 listopada 1978", U, NULL},
    {"1975 or 1976", U, NULL},
    {"20191999", U, NULL},
    /* another calendar: Persian, Islamic, Buddhist; and another era */
    {"1357/05/02", U, NULL},
    {"1357-5-2", U, NULL},
    {"02/05/1357", D, NULL},
    {"2521/05/02", U, NULL},
    {"2 May 1357", U, NULL},
    {"13570502", U, NULL},
    {"\xE6\x98\xAD\xE5\x92\x8C"
     "36\xE5\xB9\xB4",
     U, NULL},
    /* no date at all */
    {"between 1975", U, NULL},
    {"between 1979 and 1975", U, NULL},
    {"1978-01-06 15:36", U, NULL},
    {"1978-01-06 12:00:00", U, NULL},
    {"1978-01-06 apples", U, NULL},
    {"19yyy", U, NULL},
    {"1975s", U, NULL},
    {"/May 1979", U, NULL},
    /* nothing, or no date */
    {"", U, NULL},
    {"   ", U, NULL},
    {"~", U, NULL},
    {"'", U, NULL},
    {"/", U, NULL},
    {"1960/", U, NULL},
    {"/1960", U, NULL},
    {"..~", U, NULL},
    {"circa ..", U, NULL},
    {"circa ../1962", U, NULL},
    {"circa", U, NULL},
    {"...", U, NULL},
    {"unknown", U, NULL},
    {"2021 05", U, NULL},
    {"-2021", U, NULL},
    {"2021-", U, NULL},
    {"1979?", U, NULL},
    {"1979~~", U, NULL},
    {"1960/1961/1962", U, NULL},
    {"22 Jan 1958 in Ulm", U, NULL},
    {"1979May 1980", U, NULL},
    {"May 1979-1980", U, NULL},
    {"2020-2021-05", U, NULL},
    {"J 1979", U, NULL},
    {"Ja 1979", U, NULL},
    {"Marchs 1979", U, NULL},
    /* no such day */
    {"2021-02-29", U, NULL},
    {"1900-02-29", U, NULL},
    {"2021-02-30", U, NULL},
    {"2021-04-31", U, NULL},
    {"2021-13", U, NULL},
    {"2021-00", U, NULL},
    {"2021-05-00", U, NULL},
    {"2021-05-32", U, NULL},
    {"30 Feb 1960", U, NULL},
    {"00 Jan 1960", U, NULL},
    {"30/02/1960", D, NULL},
    {"31/12/1958", M, NULL},
    {"99/00/1970", D, NULL},
    {"00/13/1970", D, NULL},
    {"13/1963", D, NULL},
    {"0000", U, NULL},
    {"10000", U, NULL},
    /* a year that is not there */
    {"22 Jan", U, NULL},
    {"May 20", U, NULL},
    {"22 Jan 58", U, NULL},
    {"05/06", D, NULL},
    {"01/02/58", D, NULL},
    {"dd/mm/yyyy", D, NULL},
    {"00/00/0", D, NULL},
    {"00/00/0000", D, NULL},
    {"21", U, NULL},
    {"0d/01/1960", D, NULL},
    /* the wrong way round, also where widening hides it */
    {"1962/1960", U, NULL},
    {"1962~/1961~", U, NULL},
    {"2021-05-20/2021-05-19", U, NULL},
    {"1962 to 1960", U, NULL},
    /* what a spreadsheet made of it */
    {"May-21", U, NULL},
    {"20-May", U, NULL},
    {"20-May-21", U, NULL},
    {"44336", U, NULL},
    {"44336", D, NULL},
    {"5/6/2021", U, NULL},
    {"05/06/2021", U, NULL},
    {"1.2E+15", U, NULL},
    {"1.2E+15", D, NULL},
    {"#####", U, NULL},
    {"#VALUE!", U, NULL},
};

static const desig_date untouched = {1, 2, 3, 3, 1, 1};

/* By field: structs of one value may differ in nothing, as there is no padding. */
static int same_date(const desig_date *a, const desig_date *b) {
    return memcmp(a, b, sizeof *a) == 0;
}

static void check(const reading *readings, size_t count) {
    for (size_t i = 0; i < count; i++) {
        const reading *at = &readings[i];
        char text[DESIG_DATE_TEXT];
        desig_date date = untouched;
        const desig_result result = desig_date_parse(at->text, at->style, &date);
        if (!at->canonical) {
            cr_expect_eq(result, DESIG_E_DATE, "`%s` is read as %s", at->text,
                         desig_date_format(&date, text));
            cr_expect(same_date(&date, &untouched), "`%s` is refused but sets its output", at->text);
            continue;
        }
        cr_expect_eq(result, DESIG_OK, "`%s` is refused", at->text);
        cr_expect_str_eq(desig_date_format(&date, text), at->canonical, "`%s` is read as %s", at->text, text);
        if (!*text) continue; /* an unknown date has no text to be read */
        desig_date again = untouched;
        cr_expect_eq(desig_date_parse(text, DESIG_DATE_UNAMBIGUOUS, &again), DESIG_OK, "%s", text);
        cr_expect(same_date(&date, &again), "%s is not read as what was written", text);
    }
}

#define CHECK(readings) check(readings, sizeof(readings) / sizeof *(readings))

Test(date, is_read_and_written) {
    CHECK(edtf);
    CHECK(words);
    CHECK(styled);
    CHECK(numbers);
    CHECK(worded);
    CHECK(languages);
}

Test(date, is_refused_rather_than_guessed) {
    CHECK(refused);
    desig_date date;
    cr_expect_eq(desig_date_parse(NULL, DESIG_DATE_DMY, &date), DESIG_E_ARGUMENT);
    cr_expect_eq(desig_date_parse("2021", DESIG_DATE_DMY, NULL), DESIG_E_ARGUMENT);
    cr_expect_eq(desig_date_parse("2021", (desig_date_style)3, &date), DESIG_E_ARGUMENT);
}

static desig_date date_of(const char *text) {
    desig_date date = {0};
    cr_assert_eq(desig_date_parse(text, DESIG_DATE_UNAMBIGUOUS, &date), DESIG_OK, "%s", text);
    return date;
}

Test(date, is_a_range_of_days) {
    enum {
        N = DESIG_PRECISION_NONE,
        Y = DESIG_PRECISION_YEAR,
        MO = DESIG_PRECISION_MONTH,
        DD = DESIG_PRECISION_DAY
    };
    static const struct {
        const char *text;
        desig_date date;
    } ranges[] = {
        {"1970-01-01", {0, 0, DD, DD, 0, 0}},
        {"1969-12-31", {-1, -1, DD, DD, 0, 0}},
        {"2000-03-01", {11017, 11017, DD, DD, 0, 0}},
        {"0001-01-01", {-719162, -719162, DD, DD, 0, 0}},
        {"9999-12-31", {2932896, 2932896, DD, DD, 0, 0}},
        {"1970", {0, 364, Y, Y, 0, 0}},
        {"1972-02", {761, 789, MO, MO, 0, 0}},
        {"1979~", {2922, 4017, Y, Y, 1, 1}},   /* 1978-01-01 to 1980-12-31 */
        {"1970-01~", {-31, 58, MO, MO, 1, 1}}, /* 1969-12-01 to 1970-02-28 */
        {"1970-01-01~", {-1, 1, DD, DD, 1, 1}},
        {"../1970", {0, 364, N, Y, 0, 0}},
        {"1970/..", {0, 0, Y, N, 0, 0}},
        {"1971/..", {365, 0, Y, N, 0, 0}},
        {"../..", {0, 0, N, N, 0, 0}},
    };
    for (size_t i = 0; i < sizeof ranges / sizeof *ranges; i++) {
        const desig_date date = date_of(ranges[i].text);
        cr_expect(same_date(&date, &ranges[i].date), "%s is %d to %d", ranges[i].text, date.first, date.last);
    }
}

/* Every day of the years in which the calendar's rules meet, counted up beside the parser. */
Test(date, follows_the_calendar) {
    static const struct {
        int from;
        int to;
    } years[] = {{1, 5}, {1896, 1905}, {1968, 1973}, {1999, 2001}, {2099, 2101}, {9996, 9999}};
    static const int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    for (size_t i = 0; i < sizeof years / sizeof *years; i++) {
        char text[DESIG_DATE_TEXT];
        snprintf(text, sizeof text, "%04d", years[i].from);
        int32_t expected = date_of(text).first;
        for (int year = years[i].from; year <= years[i].to; year++) {
            const int leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
            for (int month = 1; month <= 12; month++) {
                const int length = lengths[month - 1] + (month == 2 && leap);
                for (int day = 1; day <= 31; day++) {
                    desig_date date;
                    snprintf(text, sizeof text, "%04d-%02d-%02d", year, month, day);
                    const int is_day = desig_date_parse(text, DESIG_DATE_UNAMBIGUOUS, &date) == DESIG_OK;
                    cr_assert_eq(is_day, day <= length, "%s", text);
                    if (is_day) cr_assert_eq(date.first, expected++, "%s", text);
                }
            }
        }
    }
}

Test(date, is_written_whatever_it_holds) {
    char text[DESIG_DATE_TEXT];
    const desig_date unknown = {0};
    const desig_date meaningless = {77, -77, 0, 0, 1, 1};
    const desig_date wild = {INT32_MIN, INT32_MAX, 3, 255, 1, 7};
    cr_expect_str_empty(desig_date_format(&unknown, text));
    cr_expect_str_empty(desig_date_format(&meaningless, text));
    cr_expect_str_eq(desig_date_format(&wild, text), "-5877641-06-24~/5881580-07-10~");
}

Test(date, comes_before_another_or_that_cannot_be_known) {
    static const struct {
        const char *a;
        const char *b;
        desig_answer before;
    } cases[] = {
        {"2021-05-20", "2021-05-21", DESIG_YES},
        {"2021-05-20", "2021-05-20", DESIG_NO},
        {"2021-05-21", "2021-05-20", DESIG_NO},
        {"2021-04", "2021-05-01", DESIG_YES},
        {"2021-05", "2021-05-20", DESIG_CANNOT_BE_KNOWN},
        {"2021-05", "2021-05", DESIG_CANNOT_BE_KNOWN},
        {"2021-05", "2021-05-01", DESIG_NO},
        {"2021-05-31", "2021-05", DESIG_NO},
        {"1979~", "1981", DESIG_YES},
        {"1979~", "1980", DESIG_CANNOT_BE_KNOWN},
        {"../2021", "2022", DESIG_YES},
        {"../2021", "2021", DESIG_CANNOT_BE_KNOWN},
        {"2022", "../2021", DESIG_NO},
        {"2022/..", "2021", DESIG_NO},
        {"2022/..", "2023", DESIG_CANNOT_BE_KNOWN},
        {"2021", "2022/..", DESIG_YES},
        {"..", "2021", DESIG_CANNOT_BE_KNOWN},
        {"2021", "..", DESIG_CANNOT_BE_KNOWN},
        {"..", "..", DESIG_CANNOT_BE_KNOWN},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const desig_date a = date_of(cases[i].a);
        const desig_date b = date_of(cases[i].b);
        cr_expect_eq(desig_date_before(&a, &b), cases[i].before, "%s before %s", cases[i].a, cases[i].b);
    }
}

/* ---- The real lists ---- */

/* Parse what follows each occurrence of `before` in a line, up to a mark of OFAC's Remarks; returns how many
 * dates there were. What begins in lower case is prose ("issued by the State of Texas"). */
static size_t dates_after(const char *line, const char *before, const char *path) {
    size_t dates = 0;
    for (const char *at = line; (at = strstr(at, before));) {
        char piece[40] = "";
        at += strlen(before);
        if (*at >= 'a' && *at <= 'z' && strncmp(at, "circa", 5) != 0) continue;
        size_t length = strcspn(at, ";.\"(\r\n");
        for (size_t i = 0; i < length; i++)
            if (strncmp(at + i, " expires ", 9) == 0 || strncmp(at + i, " in ", 4) == 0) length = i;
        memcpy(piece, at, length < sizeof piece ? length : sizeof piece - 1);
        desig_date date;
        dates++;
        cr_expect_eq(desig_date_parse(piece, U, &date), DESIG_OK, "%s: `%s`", path, piece);
    }
    return dates;
}

enum { BIRTH, ESTABLISHED, ISSUED, EXPIRES, MARKS };

typedef struct dated_file {
    const char *path;
    size_t dates[MARKS]; /* as counted with grep */
} dated_file;

static void expect_dates(const dated_file *given) {
    static const char *const marks[MARKS] = {"DOB ", "Organization Established Date ", " issued ",
                                             " expires "};
    char line[8192];
    size_t dates[MARKS] = {0};
    FILE *file = fopen(given->path, "r");
    cr_assert(file, "no %s", given->path);
    while (fgets(line, sizeof line, file))
        for (int mark = 0; mark < MARKS; mark++) dates[mark] += dates_after(line, marks[mark], given->path);
    fclose(file);
    for (int mark = 0; mark < MARKS; mark++)
        cr_expect_eq(dates[mark], given->dates[mark], "%s: %zu dates after `%s`", given->path, dates[mark],
                     marks[mark]);
}

Test(date, reads_every_date_of_ofacs_remarks) {
    static const dated_file shipped = {SHIPPED_DIR "/2023-12-28/sdn.csv", {7312, 1618, 443, 796}};
    expect_dates(&shipped);
}

Test(date_real, reads_every_date_of_ofacs_remarks) {
    static const dated_file files[] = {
        {SHARED_DIR "/data/ofac/2021-07/sdn.csv", {5125, 135, 313, 465}},
        {SHARED_DIR "/data/ofac/2024-03-11-headered/OFAC_SDN.csv", {7394, 1701, 447, 833}},
        {SHARED_DIR "/data/ofac/consolidated-2025-12/cons_prim.csv", {74, 30, 0, 0}}};
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) expect_dates(&files[i]);
}

Test(date, is_made_of_year_month_and_day) {
    static const struct {
        int year;
        unsigned month, day;
        const char *text; /* NULL: there is none */
    } cases[] = {
        {2021, 5, 20, "2021-05-20"},
        {2021, 5, 0, "2021-05"},
        {2021, 0, 0, "2021"},
        {2024, 2, 29, "2024-02-29"},
        {1, 1, 1, "0001-01-01"},
        {9999, 0, 0, "9999"},
        {2021, 2, 29, NULL},
        {2021, 0, 5, NULL},
        {2021, 13, 1, NULL},
        {0, 1, 1, NULL},
        {10000, 1, 1, NULL},
        {2021, 4, 31, NULL},
        {-5, 1, 1, NULL},
        {2021, 5, 32, NULL},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        desig_date made = {.first = 77}, read;
        desig_result result = desig_date_make(cases[i].year, cases[i].month, cases[i].day, &made);
        cr_expect_eq(result, cases[i].text ? DESIG_OK : DESIG_E_DATE, "%d-%u-%u", cases[i].year,
                     cases[i].month, cases[i].day);
        if (!cases[i].text) cr_expect_eq(made.first, 77);
        if (!cases[i].text) continue;
        cr_assert_eq(desig_date_parse(cases[i].text, DESIG_DATE_UNAMBIGUOUS, &read), DESIG_OK);
        cr_expect_eq(memcmp(&made, &read, sizeof made), 0, "%s", cases[i].text);
    }
    cr_expect_eq(desig_date_make(2021, 1, 1, NULL), DESIG_E_ARGUMENT);
}

Test(date, is_a_day_or_not) {
    static const struct {
        const char *text;
        int is_day;
    } cases[] = {
        {"2021-05-20", 1},    {"2021-05", 0}, {"2021", 0}, {"2021-05-20~", 0}, {"2021-05-20/2021-05-21", 0},
        {"../2021-05-20", 0}, {"..", 0}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        desig_date date;
        int32_t day = -1;
        cr_assert_eq(desig_date_parse(cases[i].text, DESIG_DATE_UNAMBIGUOUS, &date), DESIG_OK);
        cr_expect_eq(desig_date_is_day(&date, &day), cases[i].is_day, "%s", cases[i].text);
        cr_expect_eq(day, cases[i].is_day ? date.first : -1, "%s", cases[i].text);
        cr_expect_eq(desig_date_is_day(&date, NULL), cases[i].is_day, "%s", cases[i].text);
    }
}
