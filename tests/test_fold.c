/* Folding: what of a name's spelling counts. */
#include "base/fold.h"
#include "search/identifier.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

static const struct {
    const char *in, *out;
} folds[] = {
    {"", ""},
    {"   ", ""},
    {"Osama BIN LADEN", "osama bin laden"},
    {"  two   words \t\n", "two words"},
    {"'ABD AL-RAHMAN", "abd al rahman"},
    {"Sana\xE2\x80\x99"
     "a",
     "sanaa"},
    {"\xCA\xBF"
     "Ali",
     "ali"}, /* the transliteration's ayn */
    {"AT&T (U.K.) Co., Ltd.", "at and t u k co ltd"},
    {"caf\xC3\xA9", "cafe"},
    {"cafe\xCC\x81", "cafe"},
    {"STRA\xC3\x9F"
     "E",
     "strasse"},
    {"\xC3\x98resund \xC5\x81\xC3\xB3"
     "d\xC5\xBA",
     "oresund lodz"},
    {"\xC4\x90okovi\xC4\x87 \xC3\x86gir \xC5\x92uvre", "dokovic aegir oeuvre"},
    {"\xC3\x9E\xC3\xB3r\xC3\xB0ur \xC5\x8A\xC4\xA7", "thordur ngh"},
    {"D\xC4\xB0YARBAKIR d\xC4\xB1\xC5\x9F", "diyarbakir dis"},
    {"\xC6\x8F"
     "liyev",
     "aliyev"},
    {"\xEF\xBC\xA1\xEF\xBC\xAC\xEF\xBC\xA9\xEF\xBC\x8C\xEF\xBC\xA2", "ali b"}, /* full width */
    {"\xEF\xAC\x81n", "fin"},                                                  /* ligature */
    {"\xD0\x98\xD0\xB2\xD0\xB0\xD0\xBD\xD0\xBE\xD0\xB2", "\xD0\xB8\xD0\xB2\xD0\xB0\xD0\xBD\xD0\xBE\xD0\xB2"},
    {"\xD0\xB9", "\xD0\xB8"}, /* short i */
    {"\xCE\x86\xCE\xBB\xCF\x86\xCE\xB1\xCF\x82", "\xCE\xB1\xCE\xBB\xCF\x86\xCE\xB1\xCF\x83"},
    {"\xD9\x85\xD9\x8F\xD8\xAD\xD9\x8E\xD9\x85\xD9\x91\xD8\xAF",
     "\xD9\x85\xD8\xAD\xD9\x85\xD8\xAF"},                                     /* harakat */
    {"\xD8\xA3\xD8\xAD\xD9\x85\xD8\xAF", "\xD8\xA7\xD8\xAD\xD9\x85\xD8\xAF"}, /* alef with hamza */
    {"\xD8\xB9\xD9\x84\xDB\x8C", "\xD8\xB9\xD9\x84\xD9\x8A"},                 /* Persian yeh */
    {"\xD7\xA9\xD6\xB8\xD7\x9C\xD7\x95\xD6\xB9\xD7\x9D", "\xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D"}, /* points */
    /* A vowel sign of Devanagari is no accent. */
    {"\xE0\xA4\xB0\xE0\xA4\xBE\xE0\xA4\xAE", "\xE0\xA4\xB0\xE0\xA4\xBE\xE0\xA4\xAE"},
    {"\xE2\x80\x8F\xE2\x80\xAB"
     "Ali\xE2\x80\xAC\xEF\xBB\xBF",
     "ali"}, /* bidi marks, byte order mark */
    {"A\xE2\x80\x8B"
     "B",
     "ab"}, /* zero-width space */
    {"Al\xE2\x80\x93"
     "Hakim\xC2\xA0X",
     "al hakim x"},
    {"bad\xFF"
     "byte\xC3",
     "bad byte"},
    {"\xED\xA0\x80 surrogate", "surrogate"},
    {"\xCC\x81\xCC\x81", ""}, /* marks on nothing */
};

Test(fold, texts) {
    for (size_t i = 0; i < sizeof folds / sizeof *folds; i++) {
        dsg_folded folded;
        dsg_folded again;
        dsg_fold(folds[i].in, &folded);
        cr_expect_str_eq(folded.text, folds[i].out, "case %zu", i);
        cr_expect_eq(folded.length, strlen(folds[i].out), "case %zu", i);
        dsg_fold(folded.text, &again);
        cr_expect_str_eq(again.text, folded.text, "case %zu: folding twice", i);
    }
}

static const struct {
    const char *in, *out;
} turns[] = {
    {"BIN LADEN, Usama", "usama bin laden"},
    {"Usama bin Laden", "usama bin laden"},
    {"A, B, C", "a b c"},
    {", Usama", "usama"},
    {"Usama,", "usama"},
    {"", ""},
};

Test(fold, family_first) {
    for (size_t i = 0; i < sizeof turns / sizeof *turns; i++) {
        dsg_folded folded;
        dsg_fold(turns[i].in, &folded);
        dsg_fold_turn(&folded);
        cr_expect_str_eq(folded.text, turns[i].out, "case %zu", i);
    }
}

static void fill(char *text, size_t size, const char *unit) {
    size_t length = strlen(unit);
    size_t at = 0;
    while (at + length < size) {
        memcpy(text + at, unit, length);
        at += length;
    }
    text[at] = '\0';
}

/* Each of these, repeated to 64 KiB, must neither run over nor take long. */
static const char *const hostile[] = {
    "\xCC\x81",                             /* combining acute */
    "\xE0\xA4\xBE",                         /* Devanagari vowel sign */
    "\xE0\xA4\x95\xE0\xA4\xBC\xE0\xA5\x8D", /* letter, nukta, virama */
    "\xEF\xB7\xBA",                         /* one code point that decomposes into 18 */
    "\xFF",
    "\xF0\x9F\x98\x80",
    "a",
    ",",
    " x",
    "\xC3\x9F,",
};

Test(fold, hostile) {
    enum { SIZE = 64 * 1024 };
    char *text = malloc(SIZE);
    cr_assert_not_null(text);
    for (size_t i = 0; i < sizeof hostile / sizeof *hostile; i++) {
        dsg_folded folded;
        fill(text, SIZE, hostile[i]);
        dsg_fold(text, &folded);
        dsg_fold_turn(&folded);
        cr_expect_leq(folded.length, DSG_FOLD_BYTES, "case %zu", i);
        cr_expect_eq(folded.text[folded.length], '\0', "case %zu", i);
    }
    /* However many marks a letter bears, few count. */
    strcpy(text, "\xE0\xA4\x95");
    fill(text + 3, 900, "\xE0\xA4\xBE");
    dsg_folded folded;
    dsg_fold(text, &folded);
    cr_expect_leq(folded.length, 32);
    free(text);
}

/* A number of a label's kind is no number of another kind; one that is asked for without a word may be of
 * any. */
Test(fold, identifiers) {
    static const struct {
        const char *asked;
        const char *value;
        const char *label;
        int agrees;
    } cases[] = {
        {"IMO 9187629", "imo9187629", NULL, 1},
        {"A-123.456/7", "a1234567", NULL, 1},
        {"123", "124", NULL, 0},
        {"", "", NULL, 0},
        {"--", "//", NULL, 0},
        {"12", "123", NULL, 0},
        /* with and without the word before it */
        {"7406784", "IMO 7406784", NULL, 1},
        {"IMO 7406784", "7406784", NULL, 1},
        {"IMO7406784", "7406784", "Vessel Registration Identification IMO", 1},
        {"IMO: 7406784", "IMO7406784", NULL, 1},
        {"IMO number 7406784", "7406784", "IMO number", 1},
        {"MMSI 412345678", "412345678", "MMSI", 1},
        {"412345678", "MMSI412345678", NULL, 1},
        {"INN 5045023416", "INN - 5045023416", NULL, 1},
        {"5045023416", "Russia INN - 5045023416", NULL, 1},
        {"3810081395", "INN: 3810081395", "Business registration number (s)", 1},
        {"INN 3810081395", "3810081395", "Business registration number (s)", 1},
        {"Passport No. A123456", "A123456", "Passport", 1},
        {"HRB99573", "HRB 99573", "Trade License No.", 1},
        {"Registration ID HRB 12345 B", "HRB 12345 B", "Registration ID", 1},
        {"14850239", "Business Registration Number 14850239 (Estonia)", NULL, 1},
        {"A8235074", "Booklet: A8235074", "Passport", 1},
        /* several in one value */
        {"1021600000124", "TIN - 1653001805 OGRN - 1021600000124 Registration number - 2590", NULL, 1},
        {"1653001805", "TIN - 1653001805 OGRN - 1021600000124 Registration number - 2590", NULL, 1},
        {"7708004767", "OGRN 1027700035769INN 7708004767 OKPO 00044434", NULL, 1},
        {"1027700035769", "OGRN 1027700035769INN 7708004767 OKPO 00044434", NULL, 1},
        {"1147746803049", "Tax ID No. 7718989383 (Russia); Registration Number 1147746803049 (Russia)", NULL,
         1},
        {"1027700024560", "Russia OGRN - 1027700024560 Russia INN - 7736046991", NULL, 1},
        {"4503498240", "Series 4503 No 498240", NULL, 1},
        {"Series 4503 498240", "Series 4503 No 498240", NULL, 1},
        /* eight and eleven letters of a bank */
        {"ABSLRUMM", "ABSLRUMMXXX", "SWIFT/BIC", 1},
        {"ABSLRUMMXXX", "ABSLRUMM", "SWIFT/BIC", 1},
        {"BIC ABSLRUMM", "Russia INN - 7736046991 SWIFT/BIC \xE2\x80\x93 ABSLRUMM Russia", NULL, 1},
        {"ABSLRUMM001", "ABSLRUMM", "SWIFT/BIC", 0},
        /* no false joins */
        {"Passport A123456", "A123456", "Tax ID No.", 0},
        {"IMO 7406784", "7406784", "Passport", 0},
        {"IMO 7406784", "740678", "IMO number", 0},
        {"A123456", "A123456", "Tax ID No.", 1},
        {"INN7406784", "7406784", NULL, 0},
        {"No. 7", "7", NULL, 0},
        {"Zitrone 7406784", "7406784", NULL, 0},
        {"number", "number", NULL, 1},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const desig_fact fact = {.value = cases[i].value, .label = cases[i].label};
        cr_expect_eq(dsg_identifier_agrees(cases[i].asked, &fact), cases[i].agrees, "%s: %s (%s)",
                     cases[i].asked, cases[i].value, cases[i].label ? cases[i].label : "-");
    }
}
