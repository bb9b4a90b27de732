/* Why two names score what they do. */
#include <desig/desig.h>

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#define PERSON DESIG_KIND_INDIVIDUAL
#define GROUP  DESIG_KIND_GROUP

/* The likeliest meeting of a part of `a`, and how many parts met nothing on each side. */
static const struct {
    const char *a, *b;
    desig_kind kind;
    const char *part; /* of a */
    const char *met;  /* of b */
    desig_rule rule;
    unsigned left_a, left_b;
} cases[] = {
    {"Ivan Petrov", "PETROV, Ivan", PERSON, "ivan", "ivan", DESIG_RULE_SAME, 0, 0},
    {"Hasan Nasrallah", "Hassan Nasrolleh", PERSON, "nasrallah", "nasrolleh", DESIG_RULE_SPELLING, 0, 0},
    {"Sergey Lavrenkov", "Sergey Lavrenkpv", PERSON, "lavrenkov", "lavrenkpv", DESIG_RULE_TYPING, 0, 0},
    {"Abd al Rahman Zaki", "Abdulrahman Zaki", PERSON, "abd", "abdulrahman", DESIG_RULE_JOINED, 0, 0},
    {"Bill Thornton", "William Thornton", PERSON, "bill", "william", DESIG_RULE_NICKNAME, 0, 0},
    {"J. Thornton", "John Thornton", PERSON, "j", "john", DESIG_RULE_INITIAL, 0, 0},
    {"Ivan Petrov", "Ivan Sidorov", PERSON, "ivan", "ivan", DESIG_RULE_SAME, 1, 1},
    {"IRISL", "Islamic Republic of Iran Shipping Lines", GROUP, "irisl", "islamic", DESIG_RULE_ACRONYM, 0, 0},
};

static unsigned left_over(const desig_explanation *why, int of_b) {
    unsigned left = of_b ? why->b_count : why->a_count;
    for (size_t i = 0; i < why->meeting_count; i++)
        left -= of_b ? why->meetings[i].b_count : why->meetings[i].a_count;
    return left;
}

Test(explain, tells_who_met_whom) {
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        desig_explanation why = {0};
        const desig_meeting *found = NULL;
        cr_assert_eq(desig_name_explain(cases[i].a, cases[i].b, cases[i].kind, &why), DESIG_OK);
        cr_expect_eq(why.score, desig_name_compare(cases[i].a, cases[i].b, cases[i].kind), "%s", cases[i].a);
        for (size_t m = 0; m < why.meeting_count; m++)
            if (strcmp(why.a[why.meetings[m].a].text, cases[i].part) == 0) found = &why.meetings[m];
        cr_assert_not_null(found, "%s | %s", cases[i].a, cases[i].b);
        cr_expect_eq(found->rule, cases[i].rule, "%s | %s: %s", cases[i].a, cases[i].b,
                     desig_term(DESIG_TERMS_RULE, found->rule));
        cr_expect_str_eq(why.b[found->b].text, cases[i].met, "%s | %s", cases[i].a, cases[i].b);
        cr_expect(found->likeness > 0 && found->likeness <= 1);
        cr_expect_eq(left_over(&why, 0), cases[i].left_a, "%s | %s", cases[i].a, cases[i].b);
        cr_expect_eq(left_over(&why, 1), cases[i].left_b, "%s | %s", cases[i].a, cases[i].b);
    }
}

Test(explain, tells_what_else_lowers_a_score) {
    desig_explanation why = {0};
    desig_name_explain("Ivan Petrov", "Petrov Ivan", PERSON, &why);
    cr_expect_lt(why.factors[DESIG_FACTOR_ORDER], 1);
    cr_expect_eq(why.factors[DESIG_FACTOR_NUMBERS], 1);
    desig_name_explain("3rd Machine Factory", "2nd Machine Factory", GROUP, &why);
    cr_expect_lt(why.factors[DESIG_FACTOR_NUMBERS], 1);
    desig_name_explain("Ali Tikriti", "Omar Tikriti", PERSON, &why);
    cr_expect_lt(why.factors[DESIG_FACTOR_OWN_NAME], 1);
    desig_name_explain("", "Omar", PERSON, &why);
    cr_expect_eq(why.score, 0);
    cr_expect_eq(why.a_count, 0);
    cr_expect_eq(why.factors[DESIG_FACTOR_OWN_NAME], 1);
}

Test(explain, refuses_and_stays_within_bounds) {
    static const char *const units[] = {
        "a ", "ali ", "\xCC\x81", "\xFF", "abd al ", "1 ", "xxxxxxxxxxxxxxxxxxxxx"};
    enum { SIZE = 64 * 1024 };
    desig_explanation why = {0};
    char *text = calloc(1, SIZE);
    cr_assert_not_null(text);
    cr_expect_eq(desig_name_explain(NULL, "a", PERSON, &why), DESIG_E_ARGUMENT);
    cr_expect_eq(desig_name_explain("a", "a", PERSON, NULL), DESIG_E_ARGUMENT);
    for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
        size_t length = strlen(units[i]);
        for (size_t at = 0; at + length < SIZE; at += length) memcpy(text + at, units[i], length);
        cr_assert_eq(desig_name_explain(text, "Ali Abdallah 1", PERSON, &why), DESIG_OK);
        cr_expect_leq(why.a_count, DESIG_NAME_PARTS, "%s", units[i]);
        cr_expect_leq(why.meeting_count, DESIG_NAME_PARTS, "%s", units[i]);
        for (size_t p = 0; p < why.a_count; p++) cr_expect_lt(strlen(why.a[p].text), DESIG_NAME_PART_TEXT);
    }
    free(text);

    /* A caller compiled when there was less to tell. */
    struct {
        size_t size;
        double score, beyond;
    } older = {.size = 2 * sizeof(double), .beyond = 7};
    desig_name_explain("Ivan", "Ivan", PERSON, (desig_explanation *)(void *)&older);
    cr_expect_eq(older.score, 1);
    cr_expect_eq(older.beyond, 7);
}

/* ---- In one line ---- */

Test(explain, text) {
    static const struct {
        const char *a, *b;
        desig_kind kind;
        const char *text;
    } lines[] = {
        {"", "Omar", PERSON, "left over of the other: omar"},
        {"", "", PERSON, ""},
        {"Petrov Ivan", "Ivan Petrov", PERSON,
         "ivan = ivan (same 1.00); petrov = petrov (same 1.00); order x0.985"},
        {"Husayn bin Ali", "Hussein Ali", PERSON,
         "ali = ali (same 1.00); husayn = hussein (spelling 0.93); left over: bin"},
        {"3rd Machine Factory", "2nd Machine Factory", GROUP,
         "machine = machine (same 1.00); factory = factory (same 1.00); left over: 3; left over of the "
         "other: "
         "2; numbers x0.750"},
        {"Abd al-Rahman", "Abdurrahman", PERSON, "abd al rahman = abdurrahman (joined 0.97); support x0.970"},
    };
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        desig_explanation why = {0};
        char text[400];
        desig_name_explain(lines[i].a, lines[i].b, lines[i].kind, &why);
        cr_expect_eq(desig_explanation_text(&why, text, sizeof text), strlen(text), "%s", lines[i].text);
        cr_expect_str_eq(text, lines[i].text, "%s", text);
    }
}

Test(explain, text_is_cut_to_its_capacity) {
    desig_explanation why = {0};
    char whole[400];
    desig_name_explain("Иван Петров", "Иван Сидоров", PERSON, &why);
    size_t length = desig_explanation_text(&why, whole, sizeof whole);
    cr_assert_lt(length, sizeof whole);
    cr_expect_eq(desig_explanation_text(&why, NULL, 0), length);
    cr_expect_eq(desig_explanation_text(NULL, whole, sizeof whole), 0);
    for (size_t capacity = 1; capacity <= length + 1; capacity++) {
        char text[400];
        memset(text, 'x', sizeof text);
        cr_expect_eq(desig_explanation_text(&why, text, capacity), length, "%zu", capacity);
        size_t kept = strlen(text);
        cr_expect_lt(kept, capacity, "%zu", capacity);
        cr_expect_geq(kept + 2, capacity, "%zu: within one letter of two bytes", capacity);
        cr_expect_arr_eq(text, whole, kept, "%zu", capacity);
        cr_expect_neq((unsigned char)whole[kept] & 0xC0U, 0x80U, "%zu: within a letter", capacity);
        cr_expect_eq(text[capacity], 'x', "%zu", capacity);
    }
}
