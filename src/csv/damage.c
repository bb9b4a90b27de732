#include "csv/damage.h"

#include "base/ascii.h"

#include <stddef.h>

/* Patterns: `Y` four digits, `9` one or more digits, `A` one or more letters, `#` one or more `#`, other
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
        if (*pattern == 'Y') {
            int digits = 0;
            while (digits < 4 && dsg_is_digit(*text)) digits++, text++;
            if (digits < 4 || dsg_is_digit(*text)) return 0;
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
    size_t i;
    for (i = 0; i < count; i++) {
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

dsg_damage dsg_damage_of_date(const char *text, desig_date_style style, const char *otherwise) {
    static const damage damages[] = {
        {"Y-9-9", {"impossible-date", "there is no such day"}},
        {"Y-9", {"impossible-date", "there is no such month"}},
        {"9 A Y", {"impossible-date", "there is no such day"}},
        {"A-9", INCOMPLETE},
        {"9-A", INCOMPLETE},
        {"9-A-9", INCOMPLETE},
        {"9", SPREADSHEET("a spreadsheet's day number, or a number cut short")},
        {"9.9", SPREADSHEET("a spreadsheet's day number with a time")},
    };
    static const dsg_damage unordered = {"ambiguous-date", "the order of day and month is not known"};
    static const dsg_damage impossible = {"impossible-date", "no such day, or the century is lost"};
    const dsg_damage of_numbers = style == DESIG_DATE_UNAMBIGUOUS ? unordered : impossible;
    const damage numbers[] = {{"9/9/9", of_numbers}, {"9.9.9", of_numbers}, {"9-9-9", of_numbers}};
    dsg_damage found = find(damages, sizeof damages / sizeof damages[0], text);
    if (found.what == NULL) found = find(numbers, sizeof numbers / sizeof numbers[0], text);
    if (found.what == NULL) found = dsg_damage_of_number(text);
    return found.what != NULL ? found : (dsg_damage){otherwise, "this cannot be read as a date"};
}
