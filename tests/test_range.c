/* Values out of an enum's range, and other numbers that mean nothing, are refused by every function that
 * takes them, and leave everything as it was. */
#include <criterion/criterion.h>
#include <desig/desig.h>
#include <limits.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

static const desig_source one_row = {
    .data = "id,kind,name\n1,group,Acme\n", .length = 26, .name = "list.csv"};

static desig_list *list_of_one(void) {
    desig_list *list = NULL;
    cr_assert_eq(desig_list_new(NULL, &list), DESIG_OK);
    cr_assert_eq(desig_list_read(list, &one_row, 1, NULL, NULL, NULL), DESIG_OK);
    return list;
}

static int is_refused(desig_result result, const desig_error *error) {
    return result == DESIG_E_ARGUMENT && error->result == DESIG_E_ARGUMENT && *error->message;
}

/* Past the last value, far past it, and below 0. */
static const unsigned beyond[] = {99, 255, 256, 0x10001, INT_MAX, UINT_MAX};
enum { BEYOND = sizeof beyond / sizeof *beyond };

Test(range, words_and_results) {
    for (size_t i = 0; i < BEYOND; i++) {
        cr_expect_null(desig_term((desig_vocabulary)beyond[i], 0), "%u", beyond[i]);
        cr_expect_eq(desig_term_value((desig_vocabulary)beyond[i], "group"), -1, "%u", beyond[i]);
        cr_expect_not_null(desig_result_text((desig_result)beyond[i]), "%u", beyond[i]);
        for (unsigned v = DESIG_TERMS_KIND; v <= DESIG_TERMS_WEAK_POLICY; v++)
            cr_expect_null(desig_term((desig_vocabulary)v, beyond[i]), "%u %u", v, beyond[i]);
    }
}

/* ---- Records ---- */

typedef struct parts {
    desig_name name;
    desig_action action;
    desig_link link;
    desig_fact fact;
    desig_assertion assertion;
    desig_record record;
} parts;

static const desig_date some_day = {
    .first = 1, .last = 1, .first_precision = DESIG_PRECISION_DAY, .last_precision = DESIG_PRECISION_DAY};

static void make(parts *p) {
    *p = (parts){
        .name = {.text = "Acme"},
        .action = {.program = "SDGT", .effective = some_day, .announced = some_day},
        .link = {.type = "ally-of", .target = "x", .date = some_day},
        .fact = {.value = "y", .from = some_day, .to = some_day},
        .assertion = {.by = "z", .stance = DESIG_STANCE_DISPUTED, .effective = some_day, .date = some_day}};
    p->record = (desig_record){
        DESIG_INIT(desig_record), .id = "new",       .names = &p->name,           .name_count = 1,
        .actions = &p->action,    .action_count = 1, .links = &p->link,           .link_count = 1,
        .facts = &p->fact,        .fact_count = 1,   .assertions = &p->assertion, .assertion_count = 1};
}

#define BYTE(member)                                                                                         \
    { #member, offsetof(parts, member) }
#define DATE(member)                                                                                         \
    BYTE(member.first_precision), BYTE(member.last_precision), BYTE(member.first_approximate),               \
        BYTE(member.last_approximate)

Test(range, records) {
    static const struct {
        const char *label;
        size_t offset;
    } bytes[] = {
        BYTE(name.type),
        BYTE(name.strength),
        BYTE(action.type),
        BYTE(link.stance),
        BYTE(fact.type),
        BYTE(assertion.stance),
        BYTE(assertion.action_type),
        DATE(action.effective),
        DATE(action.announced),
        DATE(link.date),
        DATE(fact.from),
        DATE(fact.to),
        DATE(assertion.date),
        DATE(assertion.effective),
    };
    desig_list *list = list_of_one();
    desig_error error = {0};
    parts p;
    make(&p);
    for (size_t i = 0; i < BEYOND; i++) {
        p.record.kind = beyond[i];
        cr_expect(is_refused(desig_list_add(list, &p.record, &error), &error), "kind %u", beyond[i]);
    }
    for (size_t i = 0; i < sizeof bytes / sizeof *bytes; i++)
        for (unsigned value = 14; value <= UINT8_MAX; value++) {
            make(&p);
            ((uint8_t *)&p)[bytes[i].offset] = (uint8_t)value;
            memset(&error, 0, sizeof error);
            cr_expect(is_refused(desig_list_add(list, &p.record, &error), &error), "%s %u", bytes[i].label,
                      value);
        }
    cr_expect_eq(desig_list_count(list), 1);
    make(&p);
    cr_expect_eq(desig_list_add(list, &p.record, &error), DESIG_OK, "%s", error.message);
    desig_list_free(list);
}

/* A plain stance says nothing of an action. */
Test(range, assertions_take_a_stance) {
    desig_list *list = list_of_one();
    desig_error error = {0};
    parts p;
    make(&p);
    p.assertion.stance = DESIG_STANCE_PLAIN;
    cr_expect(is_refused(desig_list_add(list, &p.record, &error), &error));
    desig_list_free(list);
}

/* ---- Dates ---- */

Test(range, dates) {
    static const desig_date wrong[] = {
        {.first_precision = 4, .last_precision = 4},
        {.first_precision = UINT8_MAX},
        {.last_precision = UINT8_MAX},
        {.first = 1, .last = 1, .first_precision = 3, .last_precision = 3, .first_approximate = 2},
        {.first = INT32_MAX, .last = INT32_MAX, .first_precision = 3, .last_precision = 3},
        {.first = INT32_MIN, .last = INT32_MIN, .first_precision = 3, .last_precision = 3},
        {.first = 2, .last = 1, .first_precision = 3, .last_precision = 3},
    };
    desig_list *list = list_of_one();
    desig_date as_of = desig_list_as_of(list);
    desig_index *index = NULL;
    size_t found = 7;
    cr_assert_eq(desig_index_new(list, NULL, NULL, &index, NULL), DESIG_OK);
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        char text[DESIG_DATE_TEXT];
        desig_query query = {DESIG_INIT(desig_query), .name = "Acme", .born = wrong[i]};
        desig_read_options options = {DESIG_INIT(desig_read_options), .as_of = wrong[i]};
        desig_list *other = NULL;
        desig_error error = {0};
        char key[DESIG_ALERT_KEY] = "";
        cr_assert_eq(desig_list_new(NULL, &other), DESIG_OK);
        cr_expect_eq(desig_list_set_as_of(list, &wrong[i]), DESIG_E_ARGUMENT, "%zu", i);
        cr_expect(is_refused(desig_index_find(index, &query, NULL, 0, &found, &error), &error), "%zu", i);
        cr_expect_eq(desig_alert_key(&query, desig_list_at(list, 0), key), DESIG_E_ARGUMENT, "%zu", i);
        memset(&error, 0, sizeof error);
        cr_expect(is_refused(desig_list_read(other, &one_row, 1, &options, NULL, &error), &error), "%zu", i);
        /* These cannot refuse; they end, and write no more than there is room for. */
        cr_expect_lt(strlen(desig_date_format(&wrong[i], text)), sizeof text, "%zu", i);
        (void)desig_date_before(&wrong[i], &some_day);
        (void)desig_date_is_day(&wrong[i], NULL);
        desig_list_free(other);
    }
    desig_date after = desig_list_as_of(list);
    cr_expect(found == 7 && memcmp(&as_of, &after, sizeof as_of) == 0);
    desig_index_free(index);
    desig_list_free(list);
}

/* ---- Options ---- */

static int tell(void *context, const desig_change *change) {
    (void)context;
    (void)change;
    return 0;
}

/* Each call with a value beyond its enum; what it returns, and whether its output stays. */
static desig_result parse_date(unsigned value, desig_error *error) {
    desig_date date = some_day;
    desig_result result = desig_date_parse("5 May 2021", (desig_date_style)value, &date);
    cr_expect_eq(memcmp(&date, &some_day, sizeof date), 0);
    error->result = result;
    error->message[0] = '-';
    return result;
}

static desig_result read_with(const desig_read_options *options, desig_error *error) {
    desig_list *list = NULL;
    cr_assert_eq(desig_list_new(NULL, &list), DESIG_OK);
    desig_result result = desig_list_read(list, &one_row, 1, options, NULL, error);
    cr_expect_eq(desig_list_count(list), 0);
    desig_list_free(list);
    return result;
}

static desig_result read_encoding(unsigned value, desig_error *error) {
    desig_read_options options = {DESIG_INIT(desig_read_options), .encoding = (desig_encoding)value};
    return read_with(&options, error);
}

static desig_result read_map(unsigned value, desig_error *error) {
    static const desig_map_column columns[] = {{"id", "id", 0, 0, NULL}, {"name", "name", 0, 0, NULL}};
    desig_map map = {DESIG_INIT(desig_map), .columns = columns, .column_count = 2,
                     .dates = (desig_date_style)value};
    desig_read_options options = {DESIG_INIT(desig_read_options), .map = &map};
    return read_with(&options, error);
}

static desig_result open_csv(unsigned value, desig_error *error) {
    desig_csv_options options = {DESIG_INIT(desig_csv_options), .encoding = (desig_encoding)value};
    desig_csv *csv = NULL;
    desig_result result = desig_csv_new(&one_row, &options, NULL, &csv, NULL, error);
    cr_expect_null(csv);
    desig_csv_free(csv);
    return result;
}

static desig_result add_edition(unsigned value, desig_error *error) {
    desig_read_options read = {DESIG_INIT(desig_read_options), .as_of = some_day,
                               .encoding = (desig_encoding)value};
    desig_edition_options options = {DESIG_INIT(desig_edition_options), .read = &read};
    desig_list *ledger = NULL;
    cr_assert_eq(desig_list_new(NULL, &ledger), DESIG_OK);
    desig_result result = desig_list_add_edition(ledger, &one_row, 1, &options, NULL, NULL, error);
    cr_expect_eq(desig_list_edition_count(ledger), 0);
    desig_list_free(ledger);
    return result;
}

static desig_result published(unsigned value, desig_error *error) {
    desig_read_options read = {DESIG_INIT(desig_read_options), .as_of = some_day};
    desig_edition_options options = {DESIG_INIT(desig_edition_options), .read = &read};
    desig_list *ledger = NULL, *out = NULL;
    cr_assert_eq(desig_list_new(NULL, &ledger), DESIG_OK);
    cr_assert_eq(desig_list_new(NULL, &out), DESIG_OK);
    cr_assert_eq(desig_list_add_edition(ledger, &one_row, 1, &options, NULL, NULL, NULL), DESIG_OK);
    desig_result result = desig_list_published(ledger, 1, (desig_companions)value, out, error);
    cr_expect_eq(desig_list_count(out), 0);
    desig_list_free(ledger);
    desig_list_free(out);
    return result;
}

static desig_result diff(unsigned value, desig_error *error) {
    desig_diff_options options = {DESIG_INIT(desig_diff_options), .pairing = (desig_pairing)value};
    desig_list *list = list_of_one();
    desig_result result = desig_list_diff(list, list, &options, tell, NULL, NULL, error);
    desig_list_free(list);
    return result;
}

static desig_result find_with(const desig_query *query, desig_error *error) {
    desig_list *list = list_of_one();
    desig_index *index = NULL;
    size_t count = 7;
    char key[DESIG_ALERT_KEY] = "";
    cr_assert_eq(desig_index_new(list, NULL, NULL, &index, NULL), DESIG_OK);
    desig_result result = desig_index_find(index, query, NULL, 0, &count, error);
    cr_expect_eq(count, 7);
    cr_expect_eq(desig_alert_key(query, desig_list_at(list, 0), key), DESIG_E_ARGUMENT);
    cr_expect_str_empty(key);
    desig_index_free(index);
    desig_list_free(list);
    return result;
}

static desig_result find_kind(unsigned value, desig_error *error) {
    desig_query query = {DESIG_INIT(desig_query), .name = "Acme", .kind = (desig_kind)value};
    return find_with(&query, error);
}

static desig_result find_weak(unsigned value, desig_error *error) {
    desig_query query = {DESIG_INIT(desig_query), .name = "Acme", .weak = (desig_weak_policy)value};
    return find_with(&query, error);
}

static desig_result explain(unsigned value, desig_error *error) {
    desig_explanation out = {DESIG_INIT(desig_explanation), .score = 7};
    desig_result result = desig_name_explain("Acme", "Acme", (desig_kind)value, &out);
    cr_expect_eq(out.score, 7);
    cr_expect_eq(desig_name_compare("Acme", "Acme", (desig_kind)value), 0);
    error->result = result;
    error->message[0] = '-';
    return result;
}

Test(range, options) {
    static const struct {
        const char *label;
        desig_result (*call)(unsigned value, desig_error *error);
    } calls[] = {
        {"date style", parse_date},
        {"encoding", read_encoding},
        {"date style of a map", read_map},
        {"encoding of rows", open_csv},
        {"encoding of an edition", add_edition},
        {"companions", published},
        {"pairing", diff},
        {"kind", find_kind},
        {"weak policy", find_weak},
        {"kind of names", explain},
    };
    for (size_t i = 0; i < sizeof calls / sizeof *calls; i++)
        for (size_t j = 0; j < BEYOND; j++) {
            desig_error error = {0};
            desig_result result = calls[i].call(beyond[j], &error);
            cr_expect(is_refused(result, &error), "%s %u: %s", calls[i].label, beyond[j],
                      desig_result_text(result));
        }
}

Test(range, scores) {
    static const double scores[] = {-0.1, 1.1, (double)NAN, (double)INFINITY, -(double)INFINITY};
    desig_list *list = list_of_one();
    desig_index *index = NULL;
    cr_assert_eq(desig_index_new(list, NULL, NULL, &index, NULL), DESIG_OK);
    for (size_t i = 0; i < sizeof scores / sizeof *scores; i++) {
        desig_query query = {DESIG_INIT(desig_query), .name = "Acme", .min_score = scores[i]};
        desig_error error = {0};
        size_t count = 7;
        cr_expect(is_refused(desig_index_find(index, &query, NULL, 0, &count, &error), &error), "%g",
                  scores[i]);
        cr_expect_eq(count, 7);
    }
    desig_index_free(index);
    desig_list_free(list);
}
