#include "csv/as_of.h"

#include "base/ascii.h"

#include <string.h>

enum { MONTH_FORM = 7, DAY_FORM = 10 };

/* Whether `text` has the shape of the first `size` bytes of YYYY-MM-DD. */
static int has_form(const char *text, size_t length, size_t size) {
    static const char form[] = "dddd-dd-dd";
    if (length < size) return 0;
    for (size_t i = 0; i < size; i++) {
        if (form[i] == 'd' ? !dsg_is_digit(text[i]) : text[i] != form[i]) return 0;
    }
    return length == size || (!dsg_is_digit(text[size]) && (size == DAY_FORM || text[size] != '-'));
}

static int find_date(const char *text, size_t length, size_t size, desig_date *date) {
    char form[DAY_FORM + 1];
    for (size_t i = 0; i < length; i++) {
        if (i > 0 && dsg_is_digit(text[i - 1])) continue;
        if (!has_form(text + i, length - i, size)) continue;
        memcpy(form, text + i, size);
        form[size] = '\0';
        if (desig_date_parse(form, DESIG_DATE_UNAMBIGUOUS, date) == DESIG_OK) return 1;
    }
    return 0;
}

desig_date dsg_as_of_in_name(const char *name) {
    desig_date date = {0};
    size_t end = strlen(name);
    for (int parts = 0; parts < 2; parts++) {
        size_t start = end;
        while (start > 0 && name[start - 1] != '/') start--;
        if (find_date(name + start, end - start, DAY_FORM, &date)) break;
        if (find_date(name + start, end - start, MONTH_FORM, &date)) break;
        if (start == 0) break;
        end = start - 1;
    }
    return date;
}
