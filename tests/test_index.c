/* Finding names and identifiers in a list. */
#include "counting.h"

#include <desig/desig.h>

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST = 64 };

#define DAY(n)                                                                                               \
    {                                                                                                        \
        .first = (n), .last = (n), .first_precision = DESIG_PRECISION_DAY,                                   \
        .last_precision = DESIG_PRECISION_DAY                                                                \
    }
#define YEAR(from, to)                                                                                       \
    {                                                                                                        \
        .first = (from), .last = (to), .first_precision = DESIG_PRECISION_YEAR,                              \
        .last_precision = DESIG_PRECISION_YEAR                                                               \
    }

static const desig_name zarqawi_names[] = {
    {.text = "AL-ZARQAWI, Abu Musab", .strength = DESIG_STRENGTH_STRONG},
    {.text = "KHALAYLAH, Ahmad Fadil", .type = DESIG_NAME_AKA, .strength = DESIG_STRENGTH_STRONG},
    {.text = "GHARIB", .type = DESIG_NAME_AKA, .strength = DESIG_STRENGTH_WEAK},
};
static const desig_fact zarqawi_facts[] = {
    {.type = DESIG_FACT_BIRTH_DATE, .value = "1966", .from = YEAR(-1461, -1097)}, /* all of 1966 */
    {.type = DESIG_FACT_NATIONALITY, .value = "Jordan"},
    {.type = DESIG_FACT_IDENTIFIER, .value = "Z-264 958", .label = "Passport"},
};
static const desig_name petrov_names[] = {{.text = "PETROVSKII, Ilya Borisovich"}};
static const desig_fact petrov_facts[] = {
    {.type = DESIG_FACT_BIRTH_DATE, .value = "01 Jan 1970", .from = DAY(0)}};
static const desig_name brother_names[] = {{.text = "PETROVSKII, Anton Borisovich"}};
static const desig_name bank_names[] = {
    {.text = "BANCO NACIONAL DE CUBA"},
    {.text = "BNC", .type = DESIG_NAME_AKA, .strength = DESIG_STRENGTH_WEAK}};
static const desig_name twin_names[] = {{.text = "PETROVSKII, Ilya Borisovich"}};
static const desig_name odd_names[] = {{.text = "***"}, {.text = ""}, {.text = "& -"}};

#define NAMES(array) .names = (array), .name_count = sizeof(array) / sizeof *(array)
#define FACTS(array) .facts = (array), .fact_count = sizeof(array) / sizeof *(array)

static const desig_record records[] = {
    {.id = "t:9", .kind = DESIG_KIND_INDIVIDUAL, NAMES(petrov_names), FACTS(petrov_facts)},
    {.id = "t:1", .kind = DESIG_KIND_INDIVIDUAL, NAMES(zarqawi_names), FACTS(zarqawi_facts)},
    {.id = "t:3", .kind = DESIG_KIND_INDIVIDUAL, NAMES(brother_names)},
    {.id = "t:4", .kind = DESIG_KIND_GROUP, NAMES(bank_names)},
    {.id = "t:2", .kind = DESIG_KIND_INDIVIDUAL, NAMES(twin_names)},
    {.id = "t:5", .kind = DESIG_KIND_UNKNOWN, NAMES(odd_names)},
};
enum { RECORDS = sizeof records / sizeof *records };

static desig_list *small_list(void) {
    desig_list *list = NULL;
    cr_assert_eq(desig_list_new(NULL, &list), DESIG_OK);
    for (size_t i = 0; i < RECORDS; i++)
        cr_assert_eq(desig_list_add(list, &records[i], NULL), DESIG_OK, "%s", records[i].id);
    return list;
}

static desig_index *index_of(const desig_list *list) {
    desig_index *index = NULL;
    cr_assert_eq(desig_index_new(list, NULL, NULL, &index, NULL), DESIG_OK);
    return index;
}

static size_t find(const desig_index *index, const desig_query *query, desig_match *matches,
                   size_t capacity) {
    size_t count = SIZE_MAX;
    cr_assert_eq(desig_index_find(index, query, matches, capacity, &count, NULL), DESIG_OK, "%s",
                 query->name);
    return count;
}

static int not_t2(void *context, const desig_record *record) {
    (*(int *)context)++;
    return strcmp(record->id, "t:2") != 0;
}

Test(index, ranks) {
    desig_list *list = small_list();
    desig_index *index = index_of(list);
    desig_match m[MOST];
    int asked = 0;
    desig_query query = {.name = "Ilya Borisovich PETROVSKII"};
    cr_expect_eq(find(index, &query, m, MOST), 2);
    cr_expect_str_eq(m[0].record->id, "t:2", "ties by id");
    cr_expect_str_eq(m[1].record->id, "t:9");
    cr_expect_eq(m[0].score, 1);
    query.name = "Ilja Petrovsky";
    query.min_score = 0.2;
    cr_expect_eq(find(index, &query, m, MOST), 3);
    cr_expect_str_eq(m[2].record->id, "t:3", "the brother comes last");
    cr_expect_lt(m[2].score, 0.6);
    cr_expect_lt(m[0].score, 1);
    cr_expect_eq(m[0].name, &m[0].record->names[0]);
    query.accept = not_t2;
    query.accept_context = &asked;
    cr_expect_eq(find(index, &query, m, 1), 2, "all are counted, whatever the capacity");
    cr_expect_str_eq(m[0].record->id, "t:9", "what is not accepted takes no place");
    cr_expect_eq(asked, 3, "once a record");
    cr_expect_eq(find(index, &query, NULL, 0), 2);
    /* One match a record, by its best name; nothing less will do at 1. */
    query = (desig_query){.name = "Ahmad Fadil KHALAYLAH", .min_score = 1};
    cr_expect_eq(find(index, &query, m, MOST), 1);
    cr_expect_eq(m[0].name->type, DESIG_NAME_AKA);
    query.name = "Ahmed Fadil KHALAYLAH";
    cr_expect_eq(find(index, &query, m, MOST), 0);
    desig_index_free(index);
    desig_list_free(list);
}

Test(index, evidence) {
    static const desig_date year_1970 = YEAR(0, 364);
    static const struct {
        const char *label;
        desig_query query;
        const char *id;
        desig_evidence born, nationality, identifier, kind;
        int raises; /* 1: above, -1: below, 0: as without evidence */
    } cases[] = {
        {"born, year", {.name = "Abu Musab Zarqawi", .born = YEAR(-1461, -1097)}, "t:1", 1, 0, 0, 0, 1},
        {"born, other", {.name = "Abu Musab Zarqawi", .born = DAY(0)}, "t:1", 2, 0, 0, 0, -1},
        {"born, open",
         {.name = "Abu Musab Zarqawi", .born = {.last = -2000, .last_precision = DESIG_PRECISION_DAY}},
         "t:1",
         2,
         0,
         0,
         0,
         -1},
        {"nation", {.name = "Abu Musab Zarqawi", .nationality = "JORDAN"}, "t:1", 0, 1, 0, 0, 1},
        {"nation, other", {.name = "Abu Musab Zarqawi", .nationality = "Cuba"}, "t:1", 0, 2, 0, 0, -1},
        {"nation, code", {.name = "Abu Musab Zarqawi", .nationality = "JO"}, "t:1", 0, 1, 0, 0, 1},
        {"nation, alpha-3", {.name = "Abu Musab Zarqawi", .nationality = "jor"}, "t:1", 0, 1, 0, 0, 1},
        {"nation, official",
         {.name = "Abu Musab Zarqawi", .nationality = "Hashemite Kingdom of Jordan"},
         "t:1",
         0,
         1,
         0,
         0,
         1},
        {"nation, other code", {.name = "Abu Musab Zarqawi", .nationality = "CUB"}, "t:1", 0, 2, 0, 0, -1},
        {"nation, misspelt", {.name = "Abu Musab Zarqawi", .nationality = "Jordann"}, "t:1", 0, 1, 0, 0, 1},
        {"nation, no country",
         {.name = "Abu Musab Zarqawi", .nationality = "stateless"},
         "t:1",
         0,
         0,
         0,
         0,
         0},
        {"number, other", {.name = "Abu Musab Zarqawi", .identifier = "X1"}, "t:1", 0, 0, 2, 0, -1},
        {"kind", {.name = "Abu Musab Zarqawi", .kind = DESIG_KIND_INDIVIDUAL}, "t:1", 0, 0, 0, 1, 1},
        {"kind, other", {.name = "Abu Musab Zarqawi", .kind = DESIG_KIND_GROUP}, "t:1", 0, 0, 0, 2, -1},
        {"new year", {.name = "Ilya Petrovskii", .born = DAY(200)}, "t:9", 1, 0, 0, 0, 1},
        {"not said", {.name = "Anton Petrovskii", .born = DAY(200)}, "t:3", 0, 0, 0, 0, 0},
    };
    desig_list *list = small_list();
    desig_index *index = index_of(list);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        desig_match with[MOST];
        desig_match without[MOST];
        desig_query plain = {.name = cases[i].query.name};
        cr_assert_geq(find(index, &plain, without, MOST), 1, "%s", cases[i].label);
        cr_assert_geq(find(index, &cases[i].query, with, MOST), 1, "%s", cases[i].label);
        cr_expect_str_eq(with[0].record->id, cases[i].id, "%s", cases[i].label);
        cr_expect_eq(with[0].evidence[DESIG_EVIDENCE_ON_BORN], cases[i].born, "%s", cases[i].label);
        cr_expect_eq(with[0].evidence[DESIG_EVIDENCE_ON_NATIONALITY], cases[i].nationality, "%s",
                     cases[i].label);
        cr_expect_eq(with[0].evidence[DESIG_EVIDENCE_ON_IDENTIFIER], cases[i].identifier, "%s",
                     cases[i].label);
        cr_expect_eq(with[0].evidence[DESIG_EVIDENCE_ON_KIND], cases[i].kind, "%s", cases[i].label);
        double change = with[0].score - without[0].score;
        cr_expect_eq((change > 0) - (change < 0), cases[i].raises, "%s: %f", cases[i].label, change);
        cr_expect_lt(with[0].score, 1, "%s", cases[i].label);
    }
    /* What agrees finds what the name alone would not. */
    desig_match m[MOST];
    desig_query query = {.name = "Ilja Petrovsky", .born = year_1970};
    size_t count = find(index, &query, m, MOST);
    query.min_score = m[0].score;
    query.born = (desig_date){0};
    cr_assert_geq(count, 1);
    cr_expect_eq(find(index, &query, m, MOST), 0);
    query.born = year_1970;
    cr_expect_eq(find(index, &query, m, MOST), 1);
    desig_index_free(index);
    desig_list_free(list);
}

Test(index, weak_names_and_identifiers) {
    static const struct {
        const char *label;
        desig_query query;
        const char *id; /* NULL: nothing is found */
        int named;
    } cases[] = {
        {"a weak name alone", {.name = "Gharib"}, NULL, 0},
        {"borne out", {.name = "Gharib", .nationality = "Jordan"}, "t:1", 1},
        {"not borne out", {.name = "Gharib", .nationality = "Cuba"}, NULL, 0},
        {"in full", {.name = "Gharib", .weak = DESIG_WEAK_FULL}, "t:1", 1},
        {"ignored", {.name = "Gharib", .nationality = "Jordan", .weak = DESIG_WEAK_IGNORE}, NULL, 0},
        {"a group's, exact", {.name = "bnc"}, "t:4", 1},
        {"a group's, ignored", {.name = "bnc", .weak = DESIG_WEAK_IGNORE}, NULL, 0},
        {"a number alone", {.identifier = "z264958"}, "t:1", 0},
        {"a number and its name", {.name = "Abu Musab al-Zarqawi", .identifier = "Z264958"}, "t:1", 1},
        {"a number and another name", {.name = "Somebody Else", .identifier = "Z 264 958"}, "t:1", 0},
        {"no such number", {.identifier = "Z264959"}, NULL, 0},
        {"no number", {.identifier = "--"}, NULL, 0},
        {"particles only", {.name = "al bin de"}, NULL, 0},
        {"one letter", {.name = "a"}, NULL, 0},
    };
    desig_list *list = small_list();
    desig_index *index = index_of(list);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        desig_match m[MOST];
        size_t count = find(index, &cases[i].query, m, MOST);
        cr_expect_eq(count, cases[i].id != NULL, "%s: %zu", cases[i].label, count);
        if (!cases[i].id || count != 1) continue;
        cr_expect_str_eq(m[0].record->id, cases[i].id, "%s", cases[i].label);
        cr_expect_eq(m[0].name != NULL, cases[i].named, "%s", cases[i].label);
        if (cases[i].query.identifier) {
            cr_expect_eq(m[0].score, 1, "%s", cases[i].label);
            cr_expect_eq(m[0].evidence[DESIG_EVIDENCE_ON_IDENTIFIER], DESIG_EVIDENCE_AGREE, "%s",
                         cases[i].label);
        }
    }
    desig_index_free(index);
    desig_list_free(list);
}

/* A birth date that is a slip away is near; the very day lifts more than the year. */
Test(index, near_birth_dates) {
    static const struct {
        const char *born;
        desig_evidence evidence;
        double low, high; /* of the score, which is 0.975 without evidence */
    } cases[] = {
        {"1971-06-05", DESIG_EVIDENCE_AGREE, 0.984, 0.986},
        {"1971", DESIG_EVIDENCE_AGREE, 0.979, 0.981},
        {"1971-05-06", DESIG_EVIDENCE_NEAR, 0.964, 0.966},
        {"1971-06-06", DESIG_EVIDENCE_NEAR, 0.964, 0.966},
        {"1917-06-05", DESIG_EVIDENCE_NEAR, 0.964, 0.966},
        {"1972", DESIG_EVIDENCE_NEAR, 0.964, 0.966},
        {"1971-09-17", DESIG_EVIDENCE_CONFLICT, 0.90, 0.91},
        {"1973", DESIG_EVIDENCE_CONFLICT, 0.90, 0.91},
    };
    desig_fact born = {.type = DESIG_FACT_BIRTH_DATE, .value = "1971-06-05"};
    const desig_name name = {.text = "Karim Zumthor", .strength = DESIG_STRENGTH_STRONG};
    cr_assert_eq(desig_date_parse(born.value, DESIG_DATE_UNAMBIGUOUS, &born.from), DESIG_OK);
    const desig_record record = {.id = "r",
                                 .kind = DESIG_KIND_INDIVIDUAL,
                                 .names = &name,
                                 .name_count = 1,
                                 .facts = &born,
                                 .fact_count = 1};
    desig_list *list = NULL;
    cr_assert_eq(desig_list_new(NULL, &list), DESIG_OK);
    cr_assert_eq(desig_list_add(list, &record, NULL), DESIG_OK);
    desig_index *index = index_of(list);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        desig_match m[1];
        desig_query query = {.name = "Zumthor Karim"};
        cr_assert_eq(desig_date_parse(cases[i].born, DESIG_DATE_UNAMBIGUOUS, &query.born), DESIG_OK);
        cr_assert_eq(find(index, &query, m, 1), 1, "%s", cases[i].born);
        cr_expect_eq(m[0].evidence[DESIG_EVIDENCE_ON_BORN], cases[i].evidence, "%s", cases[i].born);
        cr_expect(m[0].score >= cases[i].low && m[0].score <= cases[i].high, "%s: %g", cases[i].born,
                  m[0].score);
    }
    desig_index_free(index);
    desig_list_free(list);
}

/* A script that cannot be read, and in which some records have no names, tells nothing of these: that is no
 * "no match". */
Test(index, unscreenable) {
    static const struct {
        desig_query query;
        desig_result result;
        size_t count;
    } cases[] = {
        {{.name = "አበበ"}, DESIG_E_UNSCREENABLE, 77},
        {{.name = "አበበ 3 Ltd", .kind = DESIG_KIND_GROUP}, DESIG_E_UNSCREENABLE, 77},
        {{.name = "አበበ Petrovskii"}, DESIG_OK, 0},
        {{.name = "Иван"}, DESIG_OK, 0}, /* read in Latin letters */
        {{.name = "Илья Борисович Петровский"}, DESIG_OK, 2},
        {{.name = "মিজান"},
         DESIG_E_UNSCREENABLE,
         77}, /* one record has a name in the script, others have not */
        {{.name = "\xE0\xAE\x95"}, DESIG_E_UNSCREENABLE, 77}, /* Tamil, a script without a block of its own */
        {{.name = "\xD8\xB9\xD9\x84\xD9\x8A"}, DESIG_OK, 1},
        {{.name = "রহিম"}, DESIG_OK, 1},
        {{.name = "***"}, DESIG_E_UNSCREENABLE, 77},
        {{.name = "12 34"}, DESIG_OK, 0},
        {{.name = "\xC3\x85ngstr\xC3\xB6m"}, DESIG_OK, 0}, /* Latin */
        {{.name = "አበበ", .identifier = "z264958"}, DESIG_OK, 1},
        {{.name = "አበበ", .identifier = "z1"}, DESIG_E_UNSCREENABLE, 77},
    };
    static const desig_name arabic[] = {
        {.text = "\xD8\xB9\xD9\x84\xD9\x8A", .strength = DESIG_STRENGTH_STRONG}};
    static const desig_name bengali[] = {{.text = "রহিম", .strength = DESIG_STRENGTH_STRONG}};
    const desig_record ali = {.id = "t:7", .kind = DESIG_KIND_INDIVIDUAL, NAMES(arabic)};
    const desig_record rahim = {.id = "t:8", .kind = DESIG_KIND_INDIVIDUAL, NAMES(bengali)};
    desig_list *list = small_list();
    cr_assert_eq(desig_list_add(list, &ali, NULL), DESIG_OK);
    cr_assert_eq(desig_list_add(list, &rahim, NULL), DESIG_OK);
    desig_index *index = index_of(list);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        desig_match m[MOST];
        size_t count = 77;
        desig_error error = {0};
        cr_expect_eq(desig_index_find(index, &cases[i].query, m, MOST, &count, &error), cases[i].result,
                     "case %zu", i);
        cr_expect_eq(error.result, cases[i].result, "case %zu", i);
        cr_expect_eq(count, cases[i].count, "case %zu: %zu", i, count);
    }
    desig_index_free(index);
    desig_list_free(list);
}

/* ---- Queries that nobody wrote in good faith ---- */

static const char long_group[] =
    "JOINT STOCK COMPANY RESEARCH PRODUCTION ASSOCIATION NAMED AFTER ACADEMICIAN SEMIKHATOV ZAVOD URAL "
    "OPTIKA "
    "MEKHANIKA TOCHNYKH PRIBOROV SISTEM UPRAVLENIYA DVIZHENIYEM RAKET KOSMICHESKIKH APPARATOV YEKATERINBURG "
    "SVERDLOVSK OBLAST RUSSIA SIBIR VOSTOK SEVER ZAPAD YUG MOSKVA TULA KAZAN";
static const desig_name long_names[] = {{.text = long_group}};
static const desig_record long_record = {.id = "t:6", .kind = DESIG_KIND_GROUP, NAMES(long_names)};

/* `unit` again and again, behind `start`. */
static char *repeated(const char *start, const char *unit, size_t count) {
    size_t length = strlen(start);
    size_t step = strlen(unit);
    char *text = malloc(length + count * step + 1);
    cr_assert_not_null(text);
    memcpy(text, start, length);
    for (size_t i = 0; i < count; i++, length += step) memcpy(text + length, unit, step);
    text[length] = '\0';
    return text;
}

Test(index, hostile_queries) {
    static const struct {
        const char *label, *start, *unit;
        size_t count;
        size_t expected; /* matches */
        desig_result result;
    } cases[] = {
        {"more parts than are compared, all listed", long_group, "", 0, 1, DESIG_OK},
        {"32 KiB of combining marks", "PETROVSKII", "\xCC\x81", 16384, 0, DESIG_OK},
        {"one letter", "A", "", 0, 0, DESIG_OK},
        {"a thousand parts", "", "MUHAMMAD ", 1000, 0, DESIG_OK},
        {"a thousand letters", "", "A ", 1000, 0, DESIG_OK},
        {"a megabyte of one word", "", "PETROVSK", 131072, 0, DESIG_OK},
        {"bytes that are no UTF-8", "\xFF\xC0\x80\xED\xA0\x80", "\xF8", 100, 0, DESIG_E_ARGUMENT},
        {"a listed name behind bytes that are no UTF-8", "\xFF \xC0 BANCO NACIONAL DE CUBA", "", 0, 0,
         DESIG_E_ARGUMENT},
        {"no byte at all", "", "", 0, 0, DESIG_E_ARGUMENT},
        {"32 KiB of spaces", "\t", "\xE2\x80\x83 ", 8192, 0, DESIG_E_ARGUMENT},
        {"particles", "", "al bin de ", 3, 0, DESIG_OK},
        {"legal forms", "", "LTD GMBH ", 3, 0, DESIG_OK},
        {"marks of punctuation", "", "* - ", 100, 0, DESIG_E_UNSCREENABLE},
    };
    desig_list *list = small_list();
    cr_assert_eq(desig_list_add(list, &long_record, NULL), DESIG_OK);
    desig_index *index = index_of(list);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        desig_match matches[MOST];
        size_t count = 0;
        char *name = repeated(cases[i].start, cases[i].unit, cases[i].count);
        desig_query query = {.name = name};
        desig_result result = desig_index_find(index, &query, matches, MOST, &count, NULL);
        cr_expect_eq(result, cases[i].result, "%s: %d", cases[i].label, (int)result);
        cr_expect_eq(count, cases[i].expected, "%s: %zu matches", cases[i].label, count);
        free(name);
    }
    desig_index_free(index);
    desig_list_free(list);
}

static int stop(void *context, uint64_t done, uint64_t total) {
    (void)context;
    return done == total;
}

Test(index, refusals) {
    desig_list *list = small_list();
    desig_index *index = NULL;
    desig_match m[1];
    size_t count = 77;
    desig_error error;
    const desig_callbacks callbacks = {.progress = stop};
    desig_index_options options = {.callbacks = &callbacks};
    cr_expect_eq(desig_index_new(NULL, NULL, NULL, &index, &error), DESIG_E_ARGUMENT);
    cr_expect_eq(desig_index_new(list, NULL, NULL, NULL, &error), DESIG_E_ARGUMENT);
    cr_expect_eq(desig_index_new(list, NULL, &options, &index, &error), DESIG_E_CANCELLED);
    cr_expect_null(index);
    index = index_of(list);
    static const struct {
        desig_query query;
        const char *message;
    } bad[] = {
        {{.name = NULL}, "a query needs a name or an identifier"},
        {{.name = "a", .min_score = 1.5}, "min_score is from 0 to 1"},
        {{.name = "a", .min_score = -1}, "min_score is from 0 to 1"},
        {{.name = ""}, "the name is empty"},
        {{.name = " \t\xC2\xA0", .identifier = "A1"}, "the name is empty"},
        {{.identifier = " "}, "the identifier is empty"},
        {{.name = "Jos\xE9"}, "the name is not UTF-8"},
        {{.name = "a", .identifier = "\xFF"}, "the identifier is not UTF-8"},
        {{.name = "a", .nationality = "\xFF"}, "the nationality is not UTF-8"},
        {{.name = "a", .kind = (desig_kind)(DESIG_KIND_AIRCRAFT + 1)}, "the kind is none"},
        {{.name = "a", .weak = (desig_weak_policy)(DESIG_WEAK_FULL + 1)},
         "the policy for weak names is none"},
    };
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        cr_expect_eq(desig_index_find(index, &bad[i].query, m, 1, &count, &error), DESIG_E_ARGUMENT,
                     "case %zu", i);
        cr_expect_str_eq(error.message, bad[i].message, "case %zu", i);
    }
    const desig_query good = {.name = "a"};
    cr_expect_eq(desig_index_find(NULL, &good, m, 1, &count, &error), DESIG_E_ARGUMENT);
    cr_expect_eq(desig_index_find(index, NULL, m, 1, &count, &error), DESIG_E_ARGUMENT);
    cr_expect_eq(desig_index_find(index, &good, NULL, 1, &count, &error), DESIG_E_ARGUMENT);
    cr_expect_eq(count, 77);
    desig_index_free(index);
    desig_index_free(NULL);
    desig_list_free(list);

    /* An empty list has an index, too. */
    cr_assert_eq(desig_list_new(NULL, &list), DESIG_OK);
    index = index_of(list);
    cr_expect_eq(find(index, &good, m, 1), 0);
    desig_index_free(index);
    desig_list_free(list);
}

/* Build and find with memory ending at the n-th request; 1 when it no longer ends. */
static int with_memory_ending(const desig_list *list, size_t n) {
    counting count = {.fail_at = n};
    desig_allocator allocator = counting_allocator(&count);
    desig_index *index = NULL;
    desig_match m[MOST];
    size_t found = 77;
    const desig_query query = {.name = "Ilja Petrovsky", .identifier = "Z264958", .min_score = 0.2};
    desig_result result = desig_index_new(list, &allocator, NULL, &index, NULL);
    if (result == DESIG_OK) {
        result = desig_index_find(index, &query, m, MOST, &found, NULL);
        cr_expect_eq(found, result == DESIG_OK ? 4u : 77u, "request %zu", n);
    } else {
        cr_expect_null(index, "request %zu", n);
    }
    cr_expect(result == DESIG_OK || result == DESIG_E_NOMEM, "request %zu", n);
    desig_index_free(index);
    cr_expect_eq(count.outstanding, 0, "request %zu: %zu bytes", n, count.outstanding);
    return count.requests < n;
}

Test(index, memory_ends) {
    desig_list *list = small_list();
    size_t n = 1;
    while (!with_memory_ending(list, n)) cr_assert_lt(++n, 1000);
    cr_expect_gt(n, 15, "%zu requests", n);
    desig_list_free(list);
}

/* ---- The real list: the index finds what comparing with every name finds ---- */

static desig_list *real_list(void) {
    static const char *const paths[] = {SHIPPED_DIR "/2023-12-28/sdn.csv", SHIPPED_DIR "/2023-12-28/alt.csv",
                                        SHIPPED_DIR "/2023-12-28/add.csv",
                                        SHIPPED_DIR "/2023-12-28/sdn_comments.csv"};
    desig_source sources[4];
    desig_list *list = NULL;
    desig_error error = {0};
    memset(sources, 0, sizeof sources);
    for (size_t i = 0; i < 4; i++) sources[i].path = paths[i];
    cr_assert_eq(desig_list_new(NULL, &list), DESIG_OK);
    cr_assert_eq(desig_list_read(list, sources, 4, NULL, NULL, &error), DESIG_OK, "%s: %s", error.file,
                 error.message);
    return list;
}

static unsigned next(unsigned *random) {
    *random = *random * 1664525U + 1013904223U;
    return *random >> 8;
}

static void drop(char *text, size_t at, size_t count) {
    memmove(text + at, text + at + count, strlen(text + at + count) + 1);
}

static void insert(char *text, size_t at, char letter) {
    memmove(text + at + 1, text + at, strlen(text + at) + 1);
    text[at] = letter;
}

static void swap(char *text, size_t at) {
    char kept = text[at];
    text[at] = text[at + 1];
    text[at + 1] = kept;
}

/* The name as somebody else writes it: with a typing error, two words as one, one as two, one as its initial,
 * or as it is. */
static void miswrite(char *text, unsigned *random) {
    size_t length = strlen(text);
    if (length < 2) return;
    size_t at = next(random) % (length - 1);
    size_t space = strcspn(text + at, " -") + at;
    switch (next(random) % 8) {
    case 0:
        drop(text, at, 1);
        break;
    case 1:
        text[at] = (char)('a' + next(random) % 26);
        break;
    case 2:
        insert(text, at, text[at]);
        break;
    case 3:
        swap(text, at);
        break;
    case 4:
        if (space < length) drop(text, space, 1);
        break;
    case 5:
        insert(text, at, ' ');
        break;
    case 6:
        if (space + 2 < length) drop(text, space + 2, strcspn(text + space + 2, " ,"));
        break;
    default:
        break;
    }
}

/* The best name of a record by comparing with each. */
static double best_of(const char *query, const desig_record *record, const desig_name **name) {
    double best = 0;
    for (uint32_t i = 0; i < record->name_count; i++) {
        double score = desig_name_compare(query, record->names[i].text, (desig_kind)record->kind);
        if (score <= best) continue;
        best = score;
        *name = &record->names[i];
    }
    return best;
}

static void expect_found(const desig_record *record, const desig_query *query, const desig_match *m,
                         size_t count) {
    const desig_name *name = NULL;
    double score = best_of(query->name, record, &name);
    size_t rank = 0;
    if (score < query->min_score) return;
    while (rank < count && m[rank].record != record) rank++;
    cr_expect_lt(rank, count, "%s: %s is not found at %f", query->name, name->text, score);
}

/* Compare the query with every SHARE-th record, with the one it was made of, and with every one that was
 * found. */
static void check_query(const desig_list *list, const desig_index *index, const desig_query *query,
                        size_t made_of) {
    enum { MANY = 20000, SHARE = 16 };
    static desig_match m[MANY];
    size_t count = find(index, query, m, MANY);
    for (size_t i = 0; i < count; i++) {
        const desig_name *name = NULL;
        cr_expect_eq(best_of(query->name, m[i].record, &name), m[i].score, "%s: %s", query->name,
                     m[i].name->text);
        cr_expect_eq(name, m[i].name, "%s: %s", query->name, m[i].name->text);
        if (i == 0 || m[i - 1].score > m[i].score) continue;
        cr_expect(m[i - 1].score == m[i].score && strcmp(m[i - 1].record->id, m[i].record->id) < 0,
                  "%s: rank %zu", query->name, i);
    }
    for (size_t i = made_of % SHARE; i < desig_list_count(list); i += SHARE)
        expect_found(desig_list_at(list, i), query, m, count);
}

/* What is not looked up by itself (particles, titles, initials) counts in what a name may still reach. */
Test(index, finds_at_the_very_score) {
    static const char *const names[] = {
        "Sheikh Abu Musab al-Zarqawi", "I. B. Petrovskii",     "Petrovskii I",       "Abu al Zarqawi M",
        "Haji Ahmad F. Khalaylah",     "Banco N. de Cuba",     "Banconacional Cuba", "Petrov Skii Ilya",
        "Abu Mus'ab az-Zarqaui",       "Petrovskii, Ilya Bo.", "A. Petrovskii",      "Ilya Petrovskii",
    };
    desig_list *list = small_list();
    desig_index *index = index_of(list);
    size_t found = 0;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        for (size_t r = 0; r < RECORDS; r++) {
            desig_match m[MOST];
            const desig_record *record = desig_list_at(list, r);
            const desig_name *name = NULL;
            double score = best_of(names[i], record, &name);
            if (score <= 0) continue;
            const desig_query query = {.name = names[i], .min_score = score, .weak = DESIG_WEAK_FULL};
            expect_found(record, &query, m, find(index, &query, m, MOST));
            found++;
        }
    }
    cr_expect_gt(found, 15, "%zu", found);
    desig_index_free(index);
    desig_list_free(list);
}

Test(index, finds_in_the_whole_list_what_exhaustive_comparison_finds) {
    enum { QUERIES = 240 };
    desig_list *list = real_list();
    desig_index *index = index_of(list);
    unsigned random = 12345;
    for (size_t i = 0; i < QUERIES; i++) {
        size_t position = next(&random) % desig_list_count(list);
        const desig_record *record = desig_list_at(list, position);
        char text[256];
        snprintf(text, sizeof text - 1, "%s", record->names[next(&random) % record->name_count].text);
        miswrite(text, &random);
        const desig_query query = {
            .name = text, .min_score = i % 2 == 0 ? 0.70 : 0.80, .weak = DESIG_WEAK_FULL};
        check_query(list, index, &query, position);
    }
    desig_index_free(index);
    desig_list_free(list);
}
