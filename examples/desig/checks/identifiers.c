/* Checks of identifiers: passports, registrations, numbers with check digits. */
#include <string.h>

#include "checks/checks.h"
#include "io/day.h"
#include "io/party.h"

static const char *label_of(const desig_fact *identifier) {
    return identifier->label ? identifier->label : "the identifier";
}

/* ---- Dates ---- */

/* The earliest birth date of a party; NULL if none is known. */
static const desig_date *earliest_birth(const desig_record *record) {
    const desig_date *birth = NULL;
    for (uint32_t i = 0; i < record->fact_count; i++) {
        const desig_fact *fact = &record->facts[i];
        if (fact->type != DESIG_FACT_BIRTH_DATE || date_is_unknown(&fact->from)) continue;
        if (!birth || date_compare(&fact->from, birth) < 0) birth = &fact->from;
    }
    return birth;
}

void check_birth_after_issue(const checking *at, const void *part) {
    const desig_fact *fact = part;
    if (date_is_unknown(&fact->from)) return;
    const desig_date *birth = earliest_birth(at->record);
    if (birth && desig_date_before(&fact->from, birth) == DESIG_YES)
        doubt(at, "%s %s issued %s to a party that was born %s", label_of(fact), fact->value,
              IN_WORDS(&fact->from), IN_WORDS(birth));
}

void check_expiry(const checking *at, const void *part) {
    const desig_fact *fact = part;
    if (desig_date_before(&fact->to, &fact->from) == DESIG_YES)
        doubt(at, "%s %s expires %s, before it was issued %s", label_of(fact), fact->value,
              IN_WORDS(&fact->to), IN_WORDS(&fact->from));
}

/* ---- Check digits ---- */

/* The weighted sum of the first `count` digits. */
static int weigh(const char *digits, const int *weights, int count) {
    int sum = 0;
    for (int i = 0; i < count; i++) sum += (digits[i] - '0') * weights[i];
    return sum;
}

/* IMO Resolution A.1117(30): seven digits, the last one the units of the weighted sum. Companies have numbers
 * of their own, Resolution MSC.160(78); that of a ship may stand in a company's record as well. */
static int is_imo(const char *digits, uint32_t kind) {
    static const int of_ships[] = {7, 6, 5, 4, 3, 2}, of_companies[] = {8, 6, 4, 2, 9, 7};
    int last = digits[6] - '0';
    if (weigh(digits, of_ships, 6) % 10 == last) return 1;
    return kind != DESIG_KIND_VESSEL && (11 - weigh(digits, of_companies, 6) % 11) % 10 == last;
}

/* Russian tax numbers (INN): order of the Federal Tax Service MMV-7-6/435, of ten digits for companies, of
 * twelve for persons. */
static int is_inn(const char *digits, uint32_t kind) {
    (void)kind;
    static const int weights[] = {3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8};
    if (strlen(digits) == 10) return weigh(digits, weights + 2, 9) % 11 % 10 == digits[9] - '0';
    return weigh(digits, weights + 1, 10) % 11 % 10 == digits[10] - '0' &&
           weigh(digits, weights, 11) % 11 % 10 == digits[11] - '0';
}

/* Russian registrations (OGRN): all digits but the last, modulo 11 (of fifteen digits: 13), the units of
 * that. Other numbers of the register begin with other digits: https://www.nalog.gov.ru, order of the
 * Ministry of Finance 165n. */
static int is_ogrn(const char *digits, uint32_t kind) {
    (void)kind;
    size_t last = strlen(digits) - 1;
    int modulus = last == 12 ? 11 : 13, rest = 0;
    if (!strchr(last == 12 ? "15" : "3", digits[0])) return 1;
    for (size_t i = 0; i < last; i++) rest = (rest * 10 + digits[i] - '0') % modulus;
    return rest % 10 == digits[last] - '0';
}

/* Which numbers are which: by a word of the label or in front of the number, by the country, by how many
 * digits they have. */
static const struct {
    const char *what;
    const char *word;
    const char *country; /* NULL: any */
    size_t lengths[2];
    int (*is_valid)(const char *digits, uint32_t kind);
} numbered[] = {
    {"an IMO number", "IMO", NULL, {7, 7}, is_imo},
    {"a Russian tax number (INN)", "Tax ID", "Russia", {10, 12}, is_inn},
    {"a Russian registration (OGRN)", "Registration", "Russia", {13, 15}, is_ogrn},
};

enum { MOST_DIGITS = 15 };

/* The number behind words of the label, if it is nothing but digits. */
static int read_digits(const char *value, const char *word, char digits[MOST_DIGITS + 1]) {
    size_t length;
    if (strncmp(value, word, strlen(word)) == 0) value += strlen(word);
    value += strspn(value, ": ");
    length = strspn(value, "0123456789");
    if (value[length] != '\0' || length > MOST_DIGITS) return 0;
    memcpy(digits, value, length + 1);
    return 1;
}

void check_digits(const checking *at, const void *part) {
    const desig_fact *fact = part;
    for (size_t n = 0; n < sizeof numbered / sizeof numbered[0]; n++) {
        char digits[MOST_DIGITS + 1];
        const char *word = numbered[n].word, *country = numbered[n].country;
        if (!strstr(fact->label ? fact->label : "", word) && strncmp(fact->value, word, strlen(word)) != 0)
            continue;
        if (country && out_compare(fact->country, country) != 0) continue;
        if (!read_digits(fact->value, word, digits)) continue;
        if (strlen(digits) != numbered[n].lengths[0] && strlen(digits) != numbered[n].lengths[1]) continue;
        if (!numbered[n].is_valid(digits, at->record->kind))
            doubt(at, "%s whose check digit is wrong: %s", numbered[n].what, fact->value);
    }
}

/* ---- Shared identifiers ---- */

static int compare_numbers(const void *a, const void *b) {
    const desig_fact *first = ((const sighting *)a)->part, *second = ((const sighting *)b)->part;
    int order = out_compare(first->value, second->value);
    if (order == 0) order = out_compare(first->label, second->label);
    return order != 0 ? order : out_compare(first->country, second->country);
}

/* Numbers that are not one party's: a wallet has several users, each maker counts its aircraft from 1, and
 * the Russian KPP (504001001) is that of a tax office and a reason. */
static int is_shared_by_nature(const desig_fact *fact) {
    static const size_t kpp_digits = 9;
    if (fact->label && (strstr(fact->label, "Digital Currency") || strstr(fact->label, "Serial Number")))
        return 1;
    return strlen(fact->value) == kpp_digits && strcmp(fact->value + 4, "01001") == 0;
}

static const char *name_of(const desig_record *record) {
    return record->name_count > 0 ? record->names[0].text : "";
}

/* Each record after the first that is called otherwise than the first. */
static void tell_shared(const checking *at, const sighting *group, size_t count) {
    const desig_record *first = group[0].record;
    for (size_t i = 1; i < count; i++) {
        const desig_record *record = group[i].record;
        const desig_fact *fact = group[i].part;
        if (record == group[i - 1].record || strcmp(name_of(record), name_of(first)) == 0) continue;
        doubt_of(at, record, spot_fact(fact), "%s %s is also that of %s (%s)", label_of(fact), fact->value,
                 first->id, name_of(first));
    }
}

void check_shared_identifiers(const checking *at, const void *none) {
    sightings all = {0};
    const desig_record *record;
    (void)none;
    for (size_t p = 0; (record = desig_list_at(at->entry->list, p)) != NULL; p++)
        for (uint32_t i = 0; i < record->fact_count; i++) {
            const desig_fact *fact = &record->facts[i];
            if (fact->type == DESIG_FACT_IDENTIFIER && fact->value && !is_shared_by_nature(fact))
                OUT_PUSH(&all, (sighting){.record = record, .part = fact, .order = all.count});
        }
    sightings_tell(&all, at, compare_numbers, tell_shared);
}
