/* Any text is read as a date or refused; what was read is a range, and its text form means the same. */
#include "harness.h"

#include <string.h>

static int same(const desig_date *a, const desig_date *b) {
    return a->first_precision == b->first_precision && a->last_precision == b->last_precision &&
           a->first_approximate == b->first_approximate && a->last_approximate == b->last_approximate &&
           (a->first_precision == DESIG_PRECISION_NONE || a->first == b->first) &&
           (a->last_precision == DESIG_PRECISION_NONE || a->last == b->last);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    char text[256] = "";
    char first[DESIG_DATE_TEXT], second[DESIG_DATE_TEXT];
    desig_date date = {0}, again = {0};
    if (size < 1) return 0;
    memcpy(text, data + 1, size - 1 < sizeof text - 1 ? size - 1 : sizeof text - 1);
    if (desig_date_parse(text, (desig_date_style)(data[0] % 3), &date)) {
        CHECK(same(&date, &again)); /* untouched */
        return 0;
    }
    int closed = date.first_precision != DESIG_PRECISION_NONE && date.last_precision != DESIG_PRECISION_NONE;
    CHECK(!closed || date.first <= date.last);
    desig_date_format(&date, first);
    CHECK(strlen(first) < DESIG_DATE_TEXT);
    if (first[0] == '\0') return 0; /* unknown */
    CHECK(desig_date_parse(first, DESIG_DATE_UNAMBIGUOUS, &again) == DESIG_OK);
    CHECK(same(&date, &again));
    CHECK(strcmp(first, desig_date_format(&again, second)) == 0);
    CHECK(desig_date_before(&date, &again) != DESIG_YES);
    return 0;
}
