#include "io/args.h"

#include <desig/desig.h>

#include <errno.h>
#include <stdlib.h>

#include "io/out.h"

const char *take_switch(const char *value, void *into) {
    (void)value;
    *(int *)into = 1;
    return NULL;
}

const char *take_text(const char *value, void *into) {
    if (*value == '\0') return "must not be empty";
    *(const char **)into = value;
    return NULL;
}

const char *take_texts(const char *value, void *into) {
    texts *all = into;
    if (*value == '\0') return "must not be empty";
    all->items = out_resize(all->items, (all->count + 1) * sizeof *all->items);
    all->items[all->count++] = value;
    return NULL;
}

const char *take_count(const char *value, void *into) {
    char *end = NULL;
    errno = 0;
    long count = strtol(value, &end, 10);
    if (end == value || *end != '\0' || errno != 0 || count < 1 || count > 1000000)
        return "must be a whole number from 1 to 1000000";
    *(size_t *)into = (size_t)count;
    return NULL;
}

const char *take_score(const char *value, void *into) {
    char *end = NULL;
    double score = strtod(value, &end);
    if (end == value || *end != '\0' || !(score > 0.0 && score <= 1.0))
        return "must be a number above 0, at most 1";
    *(double *)into = score;
    return NULL;
}

const char *take_date(const char *value, void *into) {
    if (desig_date_parse(value, DESIG_DATE_UNAMBIGUOUS, into) != DESIG_OK)
        return "is no date; dates are written 2021-05-20, 2021-05, 2021, 1960/1962 or 1979~";
    return NULL;
}

const char *take_kind(const char *value, void *into) {
    int kind = desig_term_value(DESIG_TERMS_KIND, value);
    if (kind < 0) return "must be individual, group, vessel, aircraft or unknown";
    *(desig_kind *)into = (desig_kind)kind;
    return NULL;
}
