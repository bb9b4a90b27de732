/* The layout for people: every rule of it, and that what is written reads back as the same list. */
#include "written.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static desig_list *read_file(const char *path, findings *all, desig_report *report) {
    text file = text_of_file(path);
    desig_list *list = list_read(file.bytes, file.length, NULL, all, report);
    free(file.bytes);
    return list;
}

static void expect_parts(const char *label, const desig_list *list, const char *expected) {
    text found = text_in_short(list);
    cr_expect_str_eq(found.bytes, expected, "%s:\n%s", label, found.bytes);
    free(found.bytes);
}

/* The list that a list becomes when it is written for people and read again. */
static desig_list *written_and_read(const desig_list *list, desig_report *report, findings *all) {
    text sheet = text_written(list, "designations", report);
    desig_list *again = list_read(sheet.bytes, sheet.length, "designations", all, NULL);
    free(sheet.bytes);
    return again;
}

static void expect_round_trip(const char *label, const desig_list *list) {
    desig_report report = {0};
    findings all;
    desig_list *again = written_and_read(list, &report, &all);
    text before = text_of_parts(list), after = text_of_parts(again);
    cr_expect_eq(report.not_written, 0, "%s: %d", label, (int)report.not_written);
    cr_expect_str_eq(after.bytes, before.bytes, "%s:\n%s", label, after.bytes);
    free(before.bytes);
    free(after.bytes);
    desig_list_free(again);
}

/* ---- Reading ---- */

Test(designations, read_by_every_rule) {
    findings all;
    desig_report report = {0};
    desig_list *list = read_file(TEST_DATA_DIR "/valid/native/designations.csv", &all, &report);
    text expected = text_of_file(TEST_DATA_DIR "/valid/native/designations.parts");
    cr_expect_str_eq(report.format, "designations");
    cr_expect_str_eq(all.lines, "", "%s", all.lines);
    expect_parts("valid", list, expected.bytes);
    expect_round_trip("valid", list);
    free(expected.bytes);
    desig_list_free(list);
}

Test(designations, report_what_is_wrong_and_keep_it) {
    findings all;
    desig_report report = {0};
    desig_list *list = read_file(TEST_DATA_DIR "/invalid/native/designations.csv", &all, &report);
    text expected = text_of_file(TEST_DATA_DIR "/invalid/native/designations.parts");
    text lines = text_of_file(TEST_DATA_DIR "/invalid/native/designations.findings");
    cr_expect_str_eq(all.lines, lines.bytes, "%s", all.lines);
    cr_expect_eq(report.bad_rows, 1);
    expect_parts("invalid", list, expected.bytes);
    free(expected.bytes);
    free(lines.bytes);
    desig_list_free(list);
}

Test(designations, split_and_compose_values_as_they_say) {
    static const struct {
        const char *column, *cell, *expected;
    } cases[] = {
        {"aliases", "X;Y", "name,aka,X,strong\nname,aka,Y,strong\n"},
        {"aliases", "\" ; X ;; \nY\r\n\"", "name,aka,X,strong\nname,aka,Y,strong\n"},
        {"aliases", "X\\;Y\\\\", "name,aka,X;Y\\,strong\n"},
        {"aliases", "C:\\dir", "name,aka,C:\\dir,strong\n"},
        {"aliases", "WEAK: X", "name,aka,X,weak\n"},
        {"aliases", "nka:X", "name,nka,X,strong\n"},
        {"aliases", "weak\\:X", "name,aka,weak:X,strong\n"},
        {"aliases", "\\ X\\ ", "name,aka,\" X \",strong\n"},
        {"aliases", "X;X;x", "name,aka,X,strong\nname,aka,x,strong\n"},
        {"addresses", "\"1 Main St\\\nTown\"", "fact,address,\"1 Main St\nTown\"\n"},
        {"titles", "a (b)=c", "fact,title,a (b)=c\n"},
        {"identifiers", "1", "fact,identifier,1\n"},
        {"identifiers", "A=1", "fact,identifier,1,A\n"},
        {"identifiers", "A B = 1 ( North )", "fact,identifier,1,A B,North\n"},
        {"identifiers", "A=1(2)", "fact,identifier,1(2),A\n"},
        {"identifiers", "A=1 \\(2\\)", "fact,identifier,1 (2),A\n"},
        {"links", "ally-of=x:1 (a (b) c)", "link,ally-of,x:1,plain,a (b) c\n"},
        {"links", "ally-of=Front (X) of Y", "link,ally-of,Front (X) of Y,plain\n"},
        {"links", "ally-of=X ()", "link,ally-of,X,plain,\"\"\n"},
        {"links", "ally-of=(X)", "link,ally-of,(X),plain\n"},
        {"program", "P;Q", "listing,designated,P\nlisting,designated,Q\n"},
        {"program", "P\\;Q", "listing,designated,P;Q\n"},
        {"authority", "XX", "listing,designated,XX\n"},
        {"remarks", "a; b\\;", "fact,remark,a; b\\;\n"},
        {"birth_dates", "1960/1962;circa 1951",
         "fact,birth-date,1960/1962,1960/1962\nfact,birth-date,circa 1951,1951~\n"},
    };
    size_t i;
    for (i = 0; i < COUNT(cases); i++) {
        char bytes[512], expected[512] = "a,record,group\na,name,primary,A,strong\n";
        const char *line = cases[i].expected;
        findings all;
        desig_list *list;
        snprintf(bytes, sizeof bytes, "id,kind,name,%s\na,group,A,%s\n", cases[i].column, cases[i].cell);
        /* each part's line begins with the record's id, lines within a quoted cell do not */
        for (; *line != '\0'; line = strchr(line, '\n') + 1) {
            size_t used = strlen(expected);
            int is_part = strncmp(line, "Town", 4) != 0;
            snprintf(expected + used, sizeof expected - used, "%s%.*s\n", is_part ? "a," : "",
                     (int)strcspn(line, "\n"), line);
        }
        list = list_read(bytes, strlen(bytes), "designations", &all, NULL);
        cr_expect_str_eq(all.lines, "", "%s: %s", cases[i].cell, all.lines);
        expect_parts(cases[i].cell, list, expected);
        expect_round_trip(cases[i].cell, list);
        desig_list_free(list);
    }
}

/* ---- Writing ---- */

static const char *const hostile[] = {
    "a;b",
    "a\\;b",
    "\\",
    "\\\\",
    "a\nb",
    "a\r\nb",
    " a",
    "a ",
    "\t",
    "\n",
    "weak:x",
    "fka:weak:y",
    "a=b",
    "(a)",
    "a (b)",
    "a) (b",
    "a (b",
    "a\\(b\\)",
    "\"",
    ",",
    "-",
    "#",
    "\xF0\x9F\x8F\xB4",
    ";",
    "a|b",
    "=",
    ":",
    "()",
    "\v\f",
    "\\ ",
    " \\",
    "\\\n",
};

Test(designations, carry_hostile_content) {
    desig_list *list = NULL;
    size_t i;
    cr_assert_eq(desig_list_new(NULL, &list), DESIG_OK);
    for (i = 0; i < COUNT(hostile); i++) {
        const char *one = hostile[i], *other = hostile[(i + 7) % COUNT(hostile)];
        char id[16];
        const desig_name names[] = {{.text = one, .strength = DESIG_STRENGTH_STRONG},
                                    {.text = one, .type = DESIG_NAME_AKA, .strength = DESIG_STRENGTH_STRONG},
                                    {.text = other, .type = DESIG_NAME_FKA, .strength = DESIG_STRENGTH_WEAK}};
        const desig_action actions[] = {{.authority = one,
                                         .list = other,
                                         .program = one,
                                         .legal_basis = one,
                                         .justification = other,
                                         .statement_by = one,
                                         .citation = other,
                                         .measures = "a;b|c|\\"},
                                        {.program = other, .derived = 1, .justification = one}};
        const desig_link links[] = {
            {.type = one, .target = other, .role = one},
            {.type = other, .target = one},
            {.type = one, .target = one, .role = "", .stance = DESIG_STANCE_DISPUTED},
            {.type = one, .target = one, .by = other, .citation = one},
            {.type = one, .target = one, .stance = DESIG_STANCE_ASSERTED, .role = other}};
        const desig_assertion assertions[] = {{.authority = one,
                                               .list = other,
                                               .program = one,
                                               .by = other,
                                               .justification = one,
                                               .citation = other,
                                               .action_type = DESIG_ACTION_REVOKED,
                                               .stance = DESIG_STANCE_DISPUTED},
                                              {.justification = one, .stance = DESIG_STANCE_ASSERTED}};
        const desig_fact facts[] = {
            {.type = DESIG_FACT_ADDRESS, .value = one},
            {.type = DESIG_FACT_TITLE, .value = other},
            {.type = DESIG_FACT_BIRTH_DATE, .value = one},
            {.type = DESIG_FACT_IDENTIFIER, .value = one, .label = other, .country = one},
            {.type = DESIG_FACT_IDENTIFIER, .value = one},
            {.type = DESIG_FACT_IDENTIFIER, .value = other, .label = one},
            {.type = DESIG_FACT_REMARK, .value = one},
            {.type = DESIG_FACT_REMARK, .value = other}};
        const desig_record record = {.id = id,
                                     .kind = DESIG_KIND_VESSEL,
                                     .names = names,
                                     .name_count = COUNT(names),
                                     .actions = actions,
                                     .action_count = COUNT(actions),
                                     .links = links,
                                     .link_count = COUNT(links),
                                     .assertions = assertions,
                                     .assertion_count = COUNT(assertions),
                                     .facts = facts,
                                     .fact_count = COUNT(facts)};
        desig_record without_actions = record;
        snprintf(id, sizeof id, "n%02zu", i);
        cr_assert_eq(desig_list_add(list, &record, NULL), DESIG_OK);
        snprintf(id, sizeof id, "m%02zu", i);
        without_actions.action_count = 0; /* so that a link comes first */
        cr_assert_eq(desig_list_add(list, &without_actions, NULL), DESIG_OK);
    }
    expect_round_trip("hostile", list);
    desig_list_free(list);
}

#define DAY_0                                                                                                \
    { 0, 0, DESIG_PRECISION_DAY, DESIG_PRECISION_DAY, 0, 0 }

Test(designations, tell_every_part_that_does_not_fit) {
    static const struct {
        const char *label;
        uint64_t losses; /* 1 per part, however much of it is lost */
        desig_name name;
        desig_action action;
        desig_link link;
        desig_fact fact;
    } cases[] = {
        {.label = "nothing", .losses = 0},
        {.label = "language", .losses = 1, .name = {.text = "N", .language = "ar", .type = 1, .strength = 1}},
        {.label = "name group", .losses = 1, .name = {.text = "N", .group = 1, .type = 1, .strength = 1}},
        {.label = "unknown strength", .losses = 1, .name = {.text = "N", .type = DESIG_NAME_AKA}},
        {.label = "second primary name", .losses = 1, .name = {.text = "N", .strength = 1}},
        {.label = "empty alias", .losses = 1, .name = {.text = "", .type = 1, .strength = 1}},
        {.label = "listing of nothing", .losses = 1, .action = {.justification = "J", .derived = 1}},
        {.label = "empty measures", .losses = 1, .action = {.program = "P", .measures = "a||b"}},
        {.label = "no type", .losses = 1, .link = {.target = "T"}},
        {.label = "no target", .losses = 1, .link = {.type = "ally-of", .target = ""}},
        {.label = "other", .losses = 1, .fact = {.type = DESIG_FACT_OTHER, .value = "V", .label = "L"}},
        {.label = "gender", .losses = 1, .fact = {.type = DESIG_FACT_GENDER, .value = "V"}},
        {.label = "raw row", .losses = 1, .fact = {.type = DESIG_FACT_RAW_ROW, .value = "V"}},
        {.label = "sanctions note", .losses = 1, .fact = {.type = DESIG_FACT_SANCTIONS_NOTE, .value = "V"}},
        {.label = "no value", .losses = 1, .fact = {.type = DESIG_FACT_TITLE, .note = "x"}},
        {.label = "label and more",
         .losses = 1,
         .fact = {.type = DESIG_FACT_ADDRESS, .value = "V", .label = "L", .country = "C", .group = 3}},
        {.label = "note of an identifier",
         .losses = 1,
         .fact = {.type = DESIG_FACT_IDENTIFIER, .value = "V", .note = "N"}},
        {.label = "dates of an identifier",
         .losses = 1,
         .fact = {.type = DESIG_FACT_IDENTIFIER, .value = "V", .from = DAY_0, .to = DAY_0, .alternate = 1}},
        {.label = "words of a date",
         .losses = 1,
         .fact = {.type = DESIG_FACT_BIRTH_DATE, .value = "01/02/1970", .from = DAY_0}},
        {.label = "derived name",
         .losses = 1,
         .name = {.text = "N", .type = DESIG_NAME_AKA, .strength = 1, .derived = 1}},
        {.label = "derived link", .losses = 1, .link = {.type = "ally-of", .target = "T", .derived = 1}},
        {.label = "derived fact",
         .losses = 1,
         .fact = {.type = DESIG_FACT_TITLE, .value = "V", .derived = 1}},
        {.label = "remark's note",
         .losses = 1,
         .fact = {.type = DESIG_FACT_REMARK, .value = "V", .note = "N"}},
    };
    size_t i;
    for (i = 0; i < COUNT(cases); i++) {
        desig_name names[2] = {{.text = "A", .strength = DESIG_STRENGTH_STRONG}};
        desig_record record = {.id = "a", .kind = DESIG_KIND_GROUP, .names = names, .name_count = 1};
        desig_list *list = NULL, *again;
        desig_report report = {0};
        names[1] = cases[i].name;
        record.name_count += names[1].text != NULL;
        record.actions = &cases[i].action;
        record.action_count = cases[i].action.program != NULL || cases[i].action.derived;
        record.links = &cases[i].link;
        record.link_count = cases[i].link.target != NULL;
        record.facts = &cases[i].fact;
        record.fact_count = cases[i].fact.value != NULL || cases[i].fact.note != NULL;
        cr_assert_eq(desig_list_new(NULL, &list), DESIG_OK);
        cr_assert_eq(desig_list_add(list, &record, NULL), DESIG_OK, "%s", cases[i].label);
        again = written_and_read(list, &report, NULL);
        cr_expect_eq(report.not_written, cases[i].losses, "%s: %d", cases[i].label, (int)report.not_written);
        cr_expect_eq(report.warnings, cases[i].losses, "%s", cases[i].label);
        cr_expect_eq(desig_list_count(again), 1, "%s", cases[i].label);
        desig_list_free(again);
        desig_list_free(list);
    }
}

Test(designations, carry_the_shipped_list_whole) {
    desig_list *list = read_file(EXAMPLE_DATA_DIR "/designations.csv", NULL, NULL);
    expect_round_trip("shipped", list);
    desig_list_free(list);
}

/* The writing tells of all that it leaves out of OFAC's list; a second time there is nothing left to lose. */
Test(designations, lose_nothing_more_of_a_list_the_second_time) {
    static const char *const names[] = {"sdn.csv", "add.csv", "alt.csv", "sdn_comments.csv"};
    char paths[4][512];
    desig_source sources[4] = {{0}};
    desig_list *list = NULL, *again;
    desig_report report = {0};
    findings all;
    size_t i;
    for (i = 0; i < COUNT(names); i++) {
        snprintf(paths[i], sizeof paths[i], SHIPPED_DIR "/2023-12-28/%s", names[i]);
        sources[i].path = paths[i];
    }
    cr_assert_eq(desig_list_new(NULL, &list), DESIG_OK);
    cr_assert_eq(desig_list_read(list, sources, COUNT(sources), NULL, NULL, NULL), DESIG_OK);
    again = written_and_read(list, &report, &all);
    cr_expect_gt(report.not_written, 0);
    cr_expect_eq(desig_list_count(again), desig_list_count(list));
    expect_round_trip("second time", again);
    desig_list_free(again);
    desig_list_free(list);
}
