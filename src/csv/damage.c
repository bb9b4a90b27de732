#include "csv/damage.h"

#include "base/ascii.h"

#include <stddef.h>

/* Patterns: `Y` four digits, `9` one or more digits, `A` one or more letters, `#` one or more `#`, other
 * bytes themselves. */
typedef struct damage {
    const char *pattern;
    const char *what;
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

static const char *find(const damage *damages, size_t count, const char *text) {
    size_t i;
    for (i = 0; i < count; i++) {
        if (matches(damages[i].pattern, text)) return damages[i].what;
    }
    return NULL;
}

const char *dsg_damage_of_number(const char *text) {
    static const char shortened[] = "a spreadsheet has shortened a number, digits are lost";
    static const char hidden[] = "a spreadsheet's column was too narrow, the value is lost";
    static const char failed[] = "a spreadsheet's formula has failed, the value is lost";
    static const damage damages[] = {
        {"9E+9", shortened}, {"9.9E+9", shortened}, {"9,9E+9", shortened}, {"#", hidden},
        {"#A!", failed},     {"#A?", failed},       {"#A/A", failed},
    };
    return find(damages, sizeof damages / sizeof damages[0], text);
}

const char *dsg_damage_of_date(const char *text, desig_date_style style) {
    static const char incomplete[] = "a spreadsheet's short form, the day or the century is lost";
    static const char impossible[] = "there is no such day";
    static const damage damages[] = {
        {"Y-9-9", impossible},
        {"Y-9", impossible},
        {"A-9", incomplete},
        {"9-A", incomplete},
        {"9-A-9", incomplete},
        {"9", "a spreadsheet's day number, or a number cut short"},
        {"9.9", "a spreadsheet's day number with a time"},
    };
    const char *unordered = style == DESIG_DATE_UNAMBIGUOUS ? "the order of day and month is not known"
                                                            : "no such day, or the century is lost";
    const damage numbers[] = {{"9/9/9", unordered}, {"9.9.9", unordered}, {"9-9-9", unordered}};
    const char *what = find(damages, sizeof damages / sizeof damages[0], text);
    if (what == NULL) what = find(numbers, sizeof numbers / sizeof numbers[0], text);
    return what != NULL ? what : dsg_damage_of_number(text);
}
