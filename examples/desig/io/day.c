#define _POSIX_C_SOURCE 200809L

#include "io/day.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "io/out.h"

const char *take_day(const char *value, void *into) {
    desig_date date;
    day_option option = {.given = 1};
    if (desig_date_parse(value, DESIG_DATE_UNAMBIGUOUS, &date) != DESIG_OK ||
        !desig_date_is_day(&date, &option.day))
        return "is no day; a day is written 2021-05-20";
    *(day_option *)into = option;
    return NULL;
}

int32_t day_today(void) {
    time_t now = time(NULL);
    struct tm here;
    desig_date date = {0};
    if (localtime_r(&now, &here))
        (void)desig_date_make(here.tm_year + 1900, (unsigned)here.tm_mon + 1, (unsigned)here.tm_mday, &date);
    return date.first;
}

desig_date day_date(int32_t day) {
    return (desig_date){day, day, DESIG_PRECISION_DAY, DESIG_PRECISION_DAY, 0, 0};
}

char *day_text(int32_t day, char text[DESIG_DATE_TEXT]) {
    const desig_date date = day_date(day);
    return desig_date_format(&date, text);
}

int day_parts(const desig_date *date, int *year, unsigned *month, unsigned *of_month) {
    int32_t day;
    if (!desig_date_is_day(date, &day)) return 0;
    const char *text = DAY_TEXT(day);
    *year = (int)strtol(text, NULL, 10);
    *month = (unsigned)strtoul(text + 5, NULL, 10);
    *of_month = (unsigned)strtoul(text + 8, NULL, 10);
    return 1;
}

int32_t day_choose(const day_option *option, const desig_list *list, char told[DAY_TOLD]) {
    desig_date as_of = desig_list_as_of(list);
    const char *why = " (today: the lists do not say of which day they are)";
    int32_t day = option->day;
    if (option->given) {
        why = "";
    } else if (as_of.last_precision != DESIG_PRECISION_NONE) {
        why = " (the newest day of which the lists speak)";
        day = as_of.last;
    } else {
        day = day_today();
    }
    snprintf(told, DAY_TOLD, "%s%s", DAY_TEXT(day), why);
    return day;
}

char *date_words(const desig_date *date, char words[DATE_WORDS]) {
    char text[DESIG_DATE_TEXT];
    char *slash = strchr(desig_date_format(date, text), '/');
    if (!slash) {
        snprintf(words, DATE_WORDS, "%s", text);
        return words;
    }
    *slash = '\0';
    if (strcmp(text, "..") == 0)
        snprintf(words, DATE_WORDS, "by %s", slash + 1);
    else if (strcmp(slash + 1, "..") == 0)
        snprintf(words, DATE_WORDS, "%s or later", text);
    else
        snprintf(words, DATE_WORDS, "%s to %s", text, slash + 1);
    return words;
}

desig_date date_end(const desig_date *date) {
    return (desig_date){.first = date->last,
                        .last = date->last,
                        .first_precision = date->last_precision,
                        .last_precision = date->last_precision,
                        .first_approximate = date->last_approximate,
                        .last_approximate = date->last_approximate};
}

int date_is_unknown(const desig_date *date) {
    return date->first_precision == DESIG_PRECISION_NONE && date->last_precision == DESIG_PRECISION_NONE;
}

static int32_t first_day(const desig_date *date) {
    return date->first_precision == DESIG_PRECISION_NONE ? INT32_MIN : date->first;
}

static int32_t last_day(const desig_date *date) {
    return date->last_precision == DESIG_PRECISION_NONE ? INT32_MAX : date->last;
}

int date_may_be_in(const desig_date *date, const desig_date *from, const desig_date *to) {
    return !date_is_unknown(date) && last_day(date) >= first_day(from) && first_day(date) <= last_day(to);
}

int date_compare(const desig_date *a, const desig_date *b) {
    int unknown = date_is_unknown(a) - date_is_unknown(b);
    if (unknown != 0) return unknown;
    if (first_day(a) != first_day(b)) return first_day(a) < first_day(b) ? -1 : 1;
    return OUT_ORDER(last_day(a), last_day(b));
}
