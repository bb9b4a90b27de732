#include "search/evidence.h"

#include "model/calendar.h"
#include "model/date.h"
#include "search/country.h"
#include "search/identifier.h"
#include "search/weights.h"

#include <string.h>

/* ---- Birth dates ---- */

/* 1 January stands for "some day of the year" in the passports of many countries and so in the lists: such a
 * day counts as its year. */
static void widen_new_year(desig_date *date) {
    if (date->first != date->last || date->first_precision != DESIG_PRECISION_DAY) return;
    int64_t year = dsg_unit_of_day(DESIG_PRECISION_YEAR, date->first);
    if (dsg_comparable_first_day(DESIG_PRECISION_YEAR, year) == date->first)
        date->last = (int32_t)(dsg_comparable_first_day(DESIG_PRECISION_YEAR, year + 1) - 1);
}

static int overlap(const desig_date *a, const desig_date *b) {
    int a_before = a->last_precision != DESIG_PRECISION_NONE && b->first_precision != DESIG_PRECISION_NONE &&
                   a->last < b->first;
    int b_before = b->last_precision != DESIG_PRECISION_NONE && a->first_precision != DESIG_PRECISION_NONE &&
                   b->last < a->first;
    return !a_before && !b_before;
}

static int is_day(const desig_date *date) {
    return date->first == date->last && date->first_precision == DESIG_PRECISION_DAY &&
           date->last_precision == DESIG_PRECISION_DAY;
}

enum { DATE_DIGITS = 8 };

static void put_digits(int32_t day, char digits[DATE_DIGITS]) {
    dsg_civil civil = dsg_civil_of_day(day);
    unsigned long number = (unsigned long)(civil.year * 10000 + civil.month * 100 + civil.day);
    for (size_t i = DATE_DIGITS; i-- > 0; number /= 10) digits[i] = (char)('0' + number % 10);
}

/* Whether one digit was taken for another, or two neighbours exchanged. */
static int one_slip(const char a[DATE_DIGITS], const char b[DATE_DIGITS]) {
    size_t at = 0;
    while (at < DATE_DIGITS && a[at] == b[at]) at++;
    if (at + 1 >= DATE_DIGITS || memcmp(a + at + 1, b + at + 1, DATE_DIGITS - at - 1) == 0) return 1;
    return a[at] == b[at + 1] && a[at + 1] == b[at] &&
           memcmp(a + at + 2, b + at + 2, DATE_DIGITS - at - 2) == 0;
}

static int day_and_month_exchanged(const char a[DATE_DIGITS], const char b[DATE_DIGITS]) {
    return memcmp(a, b, 4) == 0 && memcmp(a + 4, b + 6, 2) == 0 && memcmp(a + 6, b + 4, 2) == 0;
}

/* Whether two dates that do not overlap are a slip away from each other: of days, a digit or the order of day
 * and month; else not more than a year lies between them. */
static int is_near(const desig_date *a, const desig_date *b) {
    enum { YEAR = 366 };
    char of_a[DATE_DIGITS];
    char of_b[DATE_DIGITS];
    if (is_day(a) && is_day(b)) {
        put_digits(a->first, of_a);
        put_digits(b->first, of_b);
        return one_slip(of_a, of_b) || day_and_month_exchanged(of_a, of_b);
    }
    int64_t gap = a->first > b->last ? (int64_t)a->first - b->last : (int64_t)b->first - a->last;
    return gap <= YEAR;
}

/* Whether the record has the very day of birth that is asked, and that is one. */
static int same_day(const desig_date *asked, const desig_record *record) {
    desig_date born = *asked;
    widen_new_year(&born);
    if (!is_day(&born)) return 0;
    for (uint32_t i = 0; i < record->fact_count; i++)
        if (record->facts[i].type == DESIG_FACT_BIRTH_DATE && is_day(&record->facts[i].from) &&
            record->facts[i].from.first == asked->first)
            return 1;
    return 0;
}

static desig_evidence weigh_born(const desig_date *asked, const desig_record *record) {
    desig_evidence evidence = DESIG_EVIDENCE_UNKNOWN;
    desig_date born = *asked;
    if (!dsg_date_is_known(asked)) return evidence;
    widen_new_year(&born);
    for (uint32_t i = 0; i < record->fact_count; i++) {
        const desig_fact *fact = &record->facts[i];
        if (fact->type != DESIG_FACT_BIRTH_DATE || !dsg_date_is_known(&fact->from)) continue;
        desig_date said = fact->from;
        widen_new_year(&said);
        if (overlap(&born, &said)) return DESIG_EVIDENCE_AGREE;
        if (is_near(&born, &said))
            evidence = DESIG_EVIDENCE_NEAR;
        else if (evidence == DESIG_EVIDENCE_UNKNOWN)
            evidence = DESIG_EVIDENCE_CONFLICT;
    }
    return evidence;
}

/* ---- Nationality and identifier ---- */

/* What is not known as a country (`possibly Palestinian`, a misspelling) may agree, and does not conflict. */
static desig_evidence compare_countries(const char *a, const char *b) {
    const char *left = dsg_country(a);
    const char *right = dsg_country(b);
    if (left && right) return left == right ? DESIG_EVIDENCE_AGREE : DESIG_EVIDENCE_CONFLICT;
    return desig_name_compare(a, b, DESIG_KIND_UNKNOWN) > dsg_search_weight_table.same_country
               ? DESIG_EVIDENCE_AGREE
               : DESIG_EVIDENCE_UNKNOWN;
}

static desig_evidence weigh_nationality(const char *asked, const desig_record *record) {
    desig_evidence evidence = DESIG_EVIDENCE_UNKNOWN;
    if (!asked || *asked == '\0') return evidence;
    for (uint32_t i = 0; i < record->fact_count; i++) {
        const desig_fact *fact = &record->facts[i];
        if (fact->type != DESIG_FACT_NATIONALITY && fact->type != DESIG_FACT_CITIZENSHIP) continue;
        if (!fact->value) continue;
        desig_evidence said = compare_countries(asked, fact->value);
        if (said == DESIG_EVIDENCE_AGREE) return said;
        if (said == DESIG_EVIDENCE_CONFLICT) evidence = said;
    }
    return evidence;
}

static desig_evidence weigh_identifier(const char *asked, const desig_record *record) {
    desig_evidence evidence = DESIG_EVIDENCE_UNKNOWN;
    if (!asked || !dsg_identifier_is_known(asked)) return evidence;
    for (uint32_t i = 0; i < record->fact_count; i++) {
        const desig_fact *fact = &record->facts[i];
        if (fact->type != DESIG_FACT_IDENTIFIER || !fact->value) continue;
        if (dsg_identifier_agrees(asked, fact)) return DESIG_EVIDENCE_AGREE;
        evidence = DESIG_EVIDENCE_CONFLICT;
    }
    return evidence;
}

static desig_evidence weigh_kind(desig_kind asked, const desig_record *record) {
    if (asked == DESIG_KIND_UNKNOWN || record->kind == DESIG_KIND_UNKNOWN) return DESIG_EVIDENCE_UNKNOWN;
    return (uint32_t)asked == record->kind ? DESIG_EVIDENCE_AGREE : DESIG_EVIDENCE_CONFLICT;
}

void dsg_evidence_weigh(const desig_query *query, desig_match *match) {
    const desig_record *record = match->record;
    match->evidence[DESIG_EVIDENCE_ON_BORN] = (uint8_t)weigh_born(&query->born, record);
    match->evidence[DESIG_EVIDENCE_ON_NATIONALITY] = (uint8_t)weigh_nationality(query->nationality, record);
    match->evidence[DESIG_EVIDENCE_ON_IDENTIFIER] = (uint8_t)weigh_identifier(query->identifier, record);
    match->evidence[DESIG_EVIDENCE_ON_KIND] = (uint8_t)weigh_kind(query->kind, record);
}

/* ---- Scores ---- */

static int agrees(const desig_match *match, desig_evidence_on on) {
    return match->evidence[on] == DESIG_EVIDENCE_AGREE;
}

double dsg_evidence_score(const desig_query *query, const desig_match *match, double name) {
    const dsg_search_weights *w = &dsg_search_weight_table;
    double score = name;
    if (agrees(match, DESIG_EVIDENCE_ON_IDENTIFIER)) return 1;
    for (size_t on = 0; on < DESIG_EVIDENCE_COUNT; on++) {
        double lack_kept = w->evidence[on].lack_kept;
        if (on == DESIG_EVIDENCE_ON_BORN && same_day(&query->born, match->record))
            lack_kept = w->same_day_lack_kept;
        if (match->evidence[on] == DESIG_EVIDENCE_AGREE) score = 1 - (1 - score) * lack_kept;
        if (match->evidence[on] == DESIG_EVIDENCE_CONFLICT) score *= w->evidence[on].score_kept;
        if (match->evidence[on] == DESIG_EVIDENCE_NEAR) score *= w->near_score_kept;
    }
    return score;
}

double dsg_evidence_least(const desig_query *query, double score) {
    static const double rounding = 1e-9;
    const dsg_evidence_effect *effects = dsg_search_weight_table.evidence;
    double lack = 1 - score;
    if (is_day(&query->born))
        lack /= dsg_search_weight_table.same_day_lack_kept;
    else if (dsg_date_is_known(&query->born))
        lack /= effects[DESIG_EVIDENCE_ON_BORN].lack_kept;
    if (query->nationality) lack /= effects[DESIG_EVIDENCE_ON_NATIONALITY].lack_kept;
    if (query->kind != DESIG_KIND_UNKNOWN) lack /= effects[DESIG_EVIDENCE_ON_KIND].lack_kept;
    return 1 - lack - rounding;
}

int dsg_evidence_allows_weak(const desig_query *query, const desig_match *match, int exact) {
    if (query->weak == DESIG_WEAK_FULL) return 1;
    if (query->weak == DESIG_WEAK_IGNORE) return 0;
    if (agrees(match, DESIG_EVIDENCE_ON_BORN) || agrees(match, DESIG_EVIDENCE_ON_NATIONALITY) ||
        agrees(match, DESIG_EVIDENCE_ON_IDENTIFIER))
        return 1;
    return exact && match->record->kind != DESIG_KIND_INDIVIDUAL;
}
