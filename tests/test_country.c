/* Countries by their codes, their names, and the lists' own spellings. */
#include "search/country.h"

#include <criterion/criterion.h>

static const struct {
    const char *text, *code; /* NULL: not known */
} cases[] = {
    {"IR", "ir"},
    {"irn", "ir"},
    {"Iran", "ir"},
    {"Iran, Islamic Republic of", "ir"},
    {"Islamic Republic of Iran", "ir"},
    {"Korea, North", "kp"}, /* OFAC */
    {"DPRK", "kp"},         /* UK */
    {"Korea, South", "kr"},
    {"Congo, Democratic Republic of the", "cd"}, /* OFAC */
    {"Congo (Democratic Republic)", "cd"},       /* UK */
    {"Congo, Republic of the", "cg"},
    {"North Macedonia, The Republic of", "mk"}, /* OFAC */
    {"Myanmar (Burma)", "mm"},                  /* OFSI */
    {"The Gambia", "gm"},
    {"Russia.", "ru"}, /* OFSI */
    {"C\xC3\xB4te d'Ivoire", "ci"},
    {"Palestinian", "ps"},
    {"Kosovo", "xk"},
    {"U.S.A.", "us"},
    {"Guinea", "gn"},
    {"Guinea Bissau", "gw"},
    {"possibly Palestinian", NULL},
    {"Region: Gaza", NULL},
    {"", NULL},
    {"the", NULL},
    {"zz", NULL},
    {"|", NULL},
};

Test(country, is_known_by_codes_and_names) {
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *code = dsg_country(cases[i].text);
        if (cases[i].code == NULL)
            cr_expect_null(code, "%s: %s", cases[i].text, code);
        else
            cr_expect_str_eq(code ? code : "none", cases[i].code, "%s", cases[i].text);
    }
}
