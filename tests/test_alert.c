/* The key of an alert: the same while neither what is looked for nor what the record says has changed. */
#include <desig/desig.h>

#include <criterion/criterion.h>
#include <string.h>

#define ARRAY(field, array) .field##s = (array), .field##_count = sizeof(array) / sizeof *(array)

enum { HALF = 32 };

static const desig_name names[] = {
    {.text = "Ansarallah", .type = DESIG_NAME_PRIMARY, .strength = DESIG_STRENGTH_STRONG},
    {.text = "Partisans of God", .type = DESIG_NAME_AKA, .strength = DESIG_STRENGTH_WEAK, .group = 2},
};
static const desig_action actions[] = {
    {.authority = "US-STATE",
     .program = "FTO",
     .effective = {18646, 18646, DESIG_PRECISION_DAY, DESIG_PRECISION_DAY, 0, 0}},
    {.authority = "US", .program = "SDGT", .derived = 1, .effective = {.last = 19000, .last_precision = 3}},
};
static const desig_link links[] = {{.type = "ally-of", .target = "qods"}};
static const desig_fact facts[] = {
    {.type = DESIG_FACT_ADDRESS, .label = "City", .value = "Sanaa", .group = 1},
    {.type = DESIG_FACT_ADDRESS, .label = "Country", .value = "Yemen", .group = 1},
    {.type = DESIG_FACT_ADDRESS, .label = "City", .value = "Tehran", .group = 2},
    {.type = DESIG_FACT_ADDRESS, .label = "Country", .value = "Iran", .group = 2},
    {.type = DESIG_FACT_REMARK, .value = "Secondary sanctions"},
};
static const desig_record ansarallah = {.id = "houthis",
                                        .kind = DESIG_KIND_GROUP,
                                        ARRAY(name, names),
                                        ARRAY(action, actions),
                                        ARRAY(link, links),
                                        ARRAY(fact, facts)};
static const desig_query asked = {.name = "Ansar Allah", .nationality = "YE", .kind = DESIG_KIND_GROUP};

typedef struct alert {
    char key[DESIG_ALERT_KEY];
} alert;

static alert alert_of(const desig_query *query, const desig_record *record) {
    alert a;
    cr_assert_eq(desig_alert_key(query, record, a.key), DESIG_OK);
    return a;
}

/* How two keys of one query differ: in the record's content alone, or not at all. */
static int same_content(const desig_record *a, const desig_record *b) {
    alert of_a = alert_of(&asked, a);
    alert of_b = alert_of(&asked, b);
    cr_expect_arr_eq(of_a.key, of_b.key, HALF, "the first half is of query and id");
    return strcmp(of_a.key, of_b.key) == 0;
}

/* The same on every machine. Computed by other means: SHA-256 over numbers of eight bytes, the
 * lowest first, and texts behind their lengths. */
Test(alert, vector) {
    static const desig_name name = {.text = "Ansarallah"};
    const desig_record record = {.id = "houthis", .kind = DESIG_KIND_GROUP, .names = &name, .name_count = 1};
    cr_expect_str_eq(alert_of(&asked, &record).key,
                     "7abb44ae8472d2c00a8398f9d73749f0-6698a113bd68ecfaa088d4a38cf8bf31");
    cr_expect_eq(strlen(alert_of(&asked, &ansarallah).key), DESIG_ALERT_KEY - 1);
}

Test(alert, order_spans_and_the_publishers_numbers_do_not_count) {
    static const desig_name turned_names[] = {
        {.text = "Partisans of God", .type = DESIG_NAME_AKA, .strength = DESIG_STRENGTH_WEAK, .group = 7},
        {.text = "Ansarallah",
         .type = DESIG_NAME_PRIMARY,
         .strength = DESIG_STRENGTH_STRONG,
         .span = {.first = 3, .last = 5, .file = 2}},
    };
    static const desig_action turned_actions[] = {
        /* What is derived from the list's day changes with it. */
        {.authority = "US",
         .program = "SDGT",
         .derived = 1,
         .effective = {.last = 19001, .last_precision = DESIG_PRECISION_DAY}},
        {.authority = "US-STATE",
         .program = "FTO",
         .effective = {18646, 18646, DESIG_PRECISION_DAY, DESIG_PRECISION_DAY, 0, 0}},
    };
    static const desig_fact turned_facts[] = {
        {.type = DESIG_FACT_REMARK, .value = "Secondary sanctions", .alternate = 1},
        {.type = DESIG_FACT_ADDRESS, .label = "Country", .value = "Iran", .group = 1},
        {.type = DESIG_FACT_ADDRESS, .label = "Country", .value = "Yemen", .group = 9},
        {.type = DESIG_FACT_ADDRESS, .label = "City", .value = "Sanaa", .group = 9},
        {.type = DESIG_FACT_ADDRESS, .label = "City", .value = "Tehran", .group = 1},
    };
    desig_record other = ansarallah;
    other.names = turned_names;
    cr_expect(same_content(&ansarallah, &other), "names");
    other.actions = turned_actions;
    cr_expect(same_content(&ansarallah, &other), "actions");
    other.facts = turned_facts;
    cr_expect(same_content(&ansarallah, &other), "facts");
    other.source = "another.csv";
    cr_expect(same_content(&ansarallah, &other), "source");
}

Test(alert, any_change_of_a_part_counts) {
    desig_name other_names[2];
    desig_action other_actions[2];
    desig_link other_links[1];
    desig_fact other_facts[5];
    desig_record other = ansarallah;
    other.names = other_names;
    other.actions = other_actions;
    other.links = other_links;
    other.facts = other_facts;
#define CHANGED(change)                                                                                      \
    do {                                                                                                     \
        memcpy(other_names, names, sizeof names);                                                            \
        memcpy(other_actions, actions, sizeof actions);                                                      \
        memcpy(other_links, links, sizeof links);                                                            \
        memcpy(other_facts, facts, sizeof facts);                                                            \
        cr_assert(same_content(&ansarallah, &other));                                                        \
        change;                                                                                              \
        cr_expect_not(same_content(&ansarallah, &other), #change);                                           \
    } while (0)
    CHANGED(other_names[0].text = "Ansarullah");
    CHANGED(other_names[1].strength = DESIG_STRENGTH_STRONG);
    CHANGED(other_names[1].type = DESIG_NAME_FKA);
    CHANGED(other_names[1].language = "en");
    CHANGED(other_actions[0].type = DESIG_ACTION_REVOKED);
    CHANGED(other_actions[0].effective.first--);
    CHANGED(other_actions[0].effective.first_approximate = 1);
    CHANGED(other_actions[0].justification = "");
    CHANGED(other_actions[1].program = "FTO");
    CHANGED(other_actions[1].derived = 0);
    CHANGED(other_links[0].stance = DESIG_STANCE_DISPUTED);
    CHANGED(other_links[0].target = "qod");
    static const desig_assertion said = {.by = "A Gazette", .stance = DESIG_STANCE_DISPUTED};
    CHANGED((other.assertions = &said, other.assertion_count = 1));
    other.assertion_count = 0;
    CHANGED(other_facts[4].value = "");
    CHANGED(other_facts[4].value = NULL);
    CHANGED(other_facts[4].note = "Secondary sanctions");
    CHANGED((other_facts[1].group = 2, other_facts[3].group = 1)); /* Sanaa in Iran */
    CHANGED(other_facts[4].group = 2);
#undef CHANGED
    other.fact_count--;
    cr_expect_not(same_content(&ansarallah, &other), "a part less");
    other = ansarallah;
    other.kind = DESIG_KIND_VESSEL;
    cr_expect_not(same_content(&ansarallah, &other), "kind");
    const desig_name twice[] = {names[0], names[1], names[1]};
    other = ansarallah;
    other.names = twice;
    other.name_count = 3;
    cr_expect_not(same_content(&ansarallah, &other), "a part twice");
    const desig_assertion doubt = {.stance = DESIG_STANCE_DISPUTED, .by = "The Dispatch"};
    other = ansarallah;
    other.assertions = &doubt;
    other.assertion_count = 1;
    cr_expect_not(same_content(&ansarallah, &other), "an assertion");
}

/* What is looked for, and whom it met: not the policy. */
Test(alert, first_half) {
    static const struct {
        const char *label;
        desig_query query;
        int same;
    } cases[] = {
        {"policy",
         {.name = "Ansar Allah",
          .nationality = "YE",
          .kind = DESIG_KIND_GROUP,
          .weak = DESIG_WEAK_FULL,
          .min_score = 0.7},
         1},
        {"name", {.name = "Ansarallah", .nationality = "YE", .kind = DESIG_KIND_GROUP}, 0},
        {"field", {.identifier = "Ansar Allah", .nationality = "YE", .kind = DESIG_KIND_GROUP}, 0},
        {"nationality", {.name = "Ansar Allah", .kind = DESIG_KIND_GROUP}, 0},
        {"kind", {.name = "Ansar Allah", .nationality = "YE"}, 0},
        {"born",
         {.name = "Ansar Allah",
          .nationality = "YE",
          .kind = DESIG_KIND_GROUP,
          .born = {.first = 1, .first_precision = DESIG_PRECISION_DAY}},
         0},
    };
    alert a = alert_of(&asked, &ansarallah);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        alert b = alert_of(&cases[i].query, &ansarallah);
        cr_expect_eq(memcmp(a.key, b.key, HALF) == 0, cases[i].same, "%s", cases[i].label);
        cr_expect_str_eq(a.key + HALF, b.key + HALF, "%s", cases[i].label);
    }
    desig_record other = ansarallah;
    other.id = "houthi";
    alert b = alert_of(&asked, &other);
    cr_expect_neq(memcmp(a.key, b.key, HALF), 0);
    cr_expect_str_eq(a.key + HALF, b.key + HALF);
}

/* A ledger's record says what its newest edition says. */
Test(alert, of_a_ledgers_record) {
    static const char *const editions[] = {"id,kind,name,aliases\nx,group,Acme,Old\n",
                                           "id,kind,name,aliases\nx,group,Acme,New\n"};
    static const char *const days[] = {"2020-01-01.csv", "2020-02-01.csv"};
    desig_list *ledger = NULL;
    desig_list *plain = NULL;
    cr_assert_eq(desig_list_new(NULL, &ledger), DESIG_OK);
    cr_assert_eq(desig_list_new(NULL, &plain), DESIG_OK);
    for (size_t i = 0; i < 2; i++) {
        const desig_source source = {.data = editions[i], .length = strlen(editions[i]), .name = days[i]};
        cr_assert_eq(desig_list_add_edition(ledger, &source, 1, NULL, NULL, NULL, NULL), DESIG_OK);
        if (i == 1) cr_assert_eq(desig_list_read(plain, &source, 1, NULL, NULL, NULL), DESIG_OK);
    }
    cr_expect(same_content(desig_list_get(ledger, "x"), desig_list_get(plain, "x")));
    desig_list_free(ledger);
    desig_list_free(plain);
}

Test(alert, refusals) {
    char key[DESIG_ALERT_KEY] = "untouched";
    const desig_record nameless = {.kind = DESIG_KIND_GROUP};
    const desig_query nobody = {.nationality = "YE"};
    cr_expect_eq(desig_alert_key(NULL, &ansarallah, key), DESIG_E_ARGUMENT);
    cr_expect_eq(desig_alert_key(&asked, NULL, key), DESIG_E_ARGUMENT);
    cr_expect_eq(desig_alert_key(&asked, &ansarallah, NULL), DESIG_E_ARGUMENT);
    cr_expect_eq(desig_alert_key(&asked, &nameless, key), DESIG_E_ARGUMENT);
    cr_expect_eq(desig_alert_key(&nobody, &ansarallah, key), DESIG_E_ARGUMENT);
    cr_expect_str_eq(key, "untouched");
}
