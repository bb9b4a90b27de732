#include "csv/damage.h"

#include "base/ascii.h"

#include <stddef.h>

/* Patterns: `N` five digits, `9` one or more digits, `A` one or more letters, `#` one or more `#`, other
 * bytes themselves. */
typedef struct damage {
    const char *pattern;
    dsg_damage is;
} damage;

static int matches_class(char class, char c) {
    if (class == '9') return dsg_is_digit(c);
    if (class == 'A') return dsg_is_letter(c);
    return c == class;
}

static int matches(const char *pattern, const char *text) {
    for (; *pattern != '\0'; pattern++) {
        if (*pattern == 'N') {
            int digits = 0;
            while (digits < 5 && dsg_is_digit(*text)) digits++, text++;
            if (digits < 5 || dsg_is_digit(*text)) return 0;
            continue;
        }
        if (!matches_class(*pattern, *text)) return 0;
        text++;
        if (*pattern != '9' && *pattern != 'A' && *pattern != '#') continue;
        while (matches_class(*pattern, *text)) text++;
    }
    return *text == '\0';
}

static dsg_damage find(const damage *damages, size_t count, const char *text) {
    for (size_t i = 0; i < count; i++) {
        if (matches(damages[i].pattern, text)) return damages[i].is;
    }
    return (dsg_damage){NULL, NULL};
}

#define SPREADSHEET(what)                                                                                    \
    { "spreadsheet-damage", what }
#define SHORTENED  SPREADSHEET("a spreadsheet has shortened a number, digits are lost")
#define HIDDEN     SPREADSHEET("a spreadsheet's column was too narrow, the value is lost")
#define FAILED     SPREADSHEET("a spreadsheet's formula has failed, the value is lost")
#define INCOMPLETE SPREADSHEET("a spreadsheet's short form, the day or the century is lost")

dsg_damage dsg_damage_of_number(const char *text) {
    static const damage damages[] = {
        {"9E+9", SHORTENED}, {"9.9E+9", SHORTENED}, {"9,9E+9", SHORTENED}, {"#", HIDDEN},
        {"#A!", FAILED},     {"#A?", FAILED},       {"#A/A", FAILED},
    };
    return find(damages, sizeof damages / sizeof damages[0], text);
}

dsg_damage dsg_damage_of_date(const char *text, dsg_date_fault fault, const char *otherwise) {
    static const damage numbers[] = {
        {"N", SPREADSHEET("a spreadsheet's day number")},
        {"N.9", SPREADSHEET("a spreadsheet's day number with a time")},
    };
    static const damage short_forms[] = {{"A-9", INCOMPLETE}, {"9-A", INCOMPLETE}, {"9-A-9", INCOMPLETE}};
    const int is_cut = fault == DSG_DATE_NO_YEAR || fault == DSG_DATE_NO_CENTURY;
    const dsg_date_fault_words *words = dsg_date_fault_in_words(fault);
    dsg_damage found = dsg_damage_of_number(text);
    if (!found.what) found = find(numbers, sizeof numbers / sizeof numbers[0], text);
    if (!found.what && is_cut) found = find(short_forms, sizeof short_forms / sizeof short_forms[0], text);
    if (found.what) return found;
    if (!words) return (dsg_damage){otherwise, "this cannot be read as a date"};
    return (dsg_damage){words->check ? words->check : otherwise, words->what};
}
