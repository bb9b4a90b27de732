/* Lists: adding, getting, merging, and what they refuse. */
#include "counting.h"
#include "csv/as_of.h"
#include "model/draft.h"
#include "model/list.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static desig_date day(const char *text) {
    desig_date date = {0};
    cr_assert(desig_date_parse(text, DESIG_DATE_UNAMBIGUOUS, &date) == DESIG_OK, "%s", text);
    return date;
}

Test(list, keeps_deep_copies) {
    counting count = {0};
    desig_allocator allocator = counting_allocator(&count);
    char text[] = "AL-MADANI, Yusuf";
    desig_name names[] = {{.text = text, .type = DESIG_NAME_PRIMARY, .strength = DESIG_STRENGTH_STRONG},
                          {.text = "Abu Husayn", .type = DESIG_NAME_AKA, .strength = DESIG_STRENGTH_WEAK}};
    desig_action actions[] = {{.authority = "US-STATE", .program = "SDGT", .effective = day("2021-05-20")}};
    desig_link links[] = {{.type = "leader-of", .target = "ansarallah"}};
    desig_fact facts[] = {
        {.type = DESIG_FACT_REMARK, .value = "", .label = "Remarks", .span = {3, 2, UINT16_MAX}}};
    desig_assertion assertions[] = {{.by = "The Dispatch", .stance = DESIG_STANCE_DISPUTED}};
    desig_record record = {.id = "us-ofac:31971",
                           .kind = DESIG_KIND_INDIVIDUAL,
                           .names = names,
                           .name_count = 2,
                           .actions = actions,
                           .action_count = 1,
                           .links = links,
                           .link_count = 1,
                           .facts = facts,
                           .fact_count = 1,
                           .assertions = assertions,
                           .assertion_count = 1};
    const desig_record *got;
    desig_list *list;
    cr_assert(desig_list_new(&allocator, &list) == DESIG_OK);
    cr_assert(desig_list_add(list, &record, NULL) == DESIG_OK);
    text[0] = 'X';
    got = desig_list_get(list, "us-ofac:31971");
    cr_assert(got != NULL);
    cr_expect(got == desig_list_at(list, 0) && desig_list_at(list, 1) == NULL && desig_list_count(list) == 1);
    cr_expect_str_eq(got->names[0].text, "AL-MADANI, Yusuf");
    cr_expect(got->names[1].strength == DESIG_STRENGTH_WEAK && got->names[1].language == NULL);
    cr_expect_str_eq(got->actions[0].program, "SDGT");
    cr_expect_str_eq(got->links[0].target, "ansarallah");
    cr_expect_str_eq(got->facts[0].value, "", "an empty text is not an absent one");
    cr_expect(got->facts[0].note == NULL && got->source == NULL);
    cr_expect(got->facts[0].span.first == 0 && got->facts[0].span.last == 0 && got->facts[0].span.file == 0,
              "no span in a list without editions");
    cr_expect_str_eq(got->assertions[0].by, "The Dispatch");
    desig_list_free(list);
    cr_expect(count.outstanding == 0, "%zu bytes outstanding", count.outstanding);
}

Test(list, refuses) {
    desig_name nameless = {.type = DESIG_NAME_AKA};
    desig_name bad_type = {.text = "x", .type = 99};
    desig_name bad_text = {.text = "\xFF", .type = DESIG_NAME_AKA};
    desig_action backwards = {.effective = {20, 10, DESIG_PRECISION_DAY, DESIG_PRECISION_DAY, 0, 0}};
    desig_link too_late = {.target = "x", .date = {INT32_MAX, INT32_MAX, 3, 3, 0, 0}};
    desig_fact half_a_year = {.from = {0, 180, DESIG_PRECISION_YEAR, DESIG_PRECISION_YEAR, 0, 0}};
    desig_name half_derived = {.text = "x", .derived = 2};
    desig_fact alternates = {.alternate = 2};
    desig_assertion no_side = {.stance = DESIG_STANCE_PLAIN};
    desig_assertion no_action = {.stance = DESIG_STANCE_ASSERTED, .action_type = 3};
    desig_assertion side = {.stance = 3};
    desig_fact precision = {.to = {0, 0, 77, 77, 0, 0}};
    const struct {
        const char *label;
        desig_record record;
        desig_result result;
    } cases[] = {
        {"no id", {.kind = DESIG_KIND_GROUP}, DESIG_E_ARGUMENT},
        {"empty id", {.id = ""}, DESIG_E_ARGUMENT},
        {"the same id again", {.id = "there"}, DESIG_E_EXISTS},
        {"unknown kind", {.id = "a", .kind = 77}, DESIG_E_ARGUMENT},
        {"parts without an array", {.id = "a", .fact_count = 1}, DESIG_E_ARGUMENT},
        {"a name without text", {.id = "a", .names = &nameless, .name_count = 1}, DESIG_E_ARGUMENT},
        {"a name of an unknown type", {.id = "a", .names = &bad_type, .name_count = 1}, DESIG_E_ARGUMENT},
        {"a name that is not UTF-8", {.id = "a", .names = &bad_text, .name_count = 1}, DESIG_E_ARGUMENT},
        {"a date that ends before it begins",
         {.id = "a", .actions = &backwards, .action_count = 1},
         DESIG_E_ARGUMENT},
        {"a date after the year 9999", {.id = "a", .links = &too_late, .link_count = 1}, DESIG_E_ARGUMENT},
        {"a year that is none", {.id = "a", .facts = &half_a_year, .fact_count = 1}, DESIG_E_ARGUMENT},
        {"an unknown precision", {.id = "a", .facts = &precision, .fact_count = 1}, DESIG_E_ARGUMENT},
        {"a mark beyond 1", {.id = "a", .names = &half_derived, .name_count = 1}, DESIG_E_ARGUMENT},
        {"another mark beyond 1", {.id = "a", .facts = &alternates, .fact_count = 1}, DESIG_E_ARGUMENT},
        {"an assertion without a stance",
         {.id = "a", .assertions = &no_side, .assertion_count = 1},
         DESIG_E_ARGUMENT},
        {"an assertion on no action",
         {.id = "a", .assertions = &no_action, .assertion_count = 1},
         DESIG_E_ARGUMENT},
        {"an unknown stance", {.id = "a", .assertions = &side, .assertion_count = 1}, DESIG_E_ARGUMENT},
        {"a struct too small", {.id = "a", .size = 8}, DESIG_E_ARGUMENT},
    };
    desig_record there = {.id = "there"};
    desig_list *list;
    size_t i;
    cr_assert(desig_list_new(NULL, &list) == DESIG_OK);
    cr_assert(desig_list_add(list, &there, NULL) == DESIG_OK);
    for (i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        desig_error error;
        cr_expect(desig_list_add(list, &cases[i].record, &error) == cases[i].result, "%s", cases[i].label);
        cr_expect(error.result == cases[i].result && error.message[0] != '\0', "%s", cases[i].label);
        cr_expect(desig_list_count(list) == 1, "%s", cases[i].label);
    }
    cr_expect(desig_list_add(list, NULL, NULL) == DESIG_E_ARGUMENT);
    cr_expect(desig_list_new(NULL, NULL) == DESIG_E_ARGUMENT);
    cr_expect(desig_list_get(list, NULL) == NULL && desig_list_get(list, "x") == NULL);
    desig_list_free(list);
    desig_list_free(NULL);
}

Test(list, keeps_nothing_at_the_open_end_of_a_date) {
    desig_action actions[] = {
        {.announced = {.first = 7, .last_approximate = 1},
         .effective = {.first = 99, .first_approximate = 1, .last = 20, .last_precision = 3}}};
    desig_record record = {.id = "a", .actions = actions, .action_count = 1};
    const desig_action *got;
    desig_list *list;
    cr_assert(desig_list_new(NULL, &list) == DESIG_OK && desig_list_add(list, &record, NULL) == DESIG_OK);
    got = desig_list_at(list, 0)->actions;
    cr_expect(got->announced.first == 0 && got->announced.last_approximate == 0);
    cr_expect(got->effective.first == 0 && got->effective.first_approximate == 0 &&
              got->effective.last == 20);
    desig_list_free(list);
}

Test(list, finds_each_of_many) {
    enum { MANY = 5000 };
    desig_list *list;
    int i;
    cr_assert(desig_list_new(NULL, &list) == DESIG_OK);
    for (i = 0; i < MANY; i++) {
        char id[32];
        desig_record record = {.id = id};
        snprintf(id, sizeof id, "us-ofac:%d", i * 7);
        cr_assert(desig_list_add(list, &record, NULL) == DESIG_OK);
    }
    for (i = 0; i < MANY; i++) {
        char id[32];
        snprintf(id, sizeof id, "us-ofac:%d", i * 7);
        cr_assert(desig_list_get(list, id) == desig_list_at(list, (size_t)i), "%s", id);
    }
    cr_expect(desig_list_get(list, "us-ofac:1") == NULL);
    desig_list_free(list);
}

Test(list, merges_parts_of_one_id) {
    counting count = {0};
    desig_allocator allocator = counting_allocator(&count);
    desig_name ours[] = {{.text = "ANSARALLAH"}};
    desig_name theirs[] = {{.text = "ANSARALLAH"}, {.text = "Houthi Group", .type = DESIG_NAME_AKA}};
    desig_record mine = {.id = "ansarallah", .names = ours, .name_count = 1};
    desig_record other = {.id = "ansarallah", .kind = DESIG_KIND_GROUP, .names = theirs, .name_count = 2};
    desig_record third = {.id = "taliban", .kind = DESIG_KIND_GROUP};
    const desig_record *before, *after;
    desig_list *into, *from;
    cr_assert(desig_list_new(&allocator, &into) == DESIG_OK && desig_list_new(NULL, &from) == DESIG_OK);
    cr_assert(desig_list_add(into, &mine, NULL) == DESIG_OK);
    cr_assert(desig_list_add(from, &third, NULL) == DESIG_OK &&
              desig_list_add(from, &other, NULL) == DESIG_OK);
    before = desig_list_get(into, "ansarallah");
    cr_assert(desig_list_merge(into, from, NULL) == DESIG_OK);
    desig_list_free(from);
    after = desig_list_get(into, "ansarallah");
    cr_expect(before->name_count == 1, "a record never changes");
    cr_expect(after->name_count == 2 && after->kind == DESIG_KIND_GROUP && after == desig_list_at(into, 0));
    cr_expect_str_eq(after->names[1].text, "Houthi Group");
    cr_expect(desig_list_count(into) == 2 && desig_list_get(into, "taliban") != NULL);
    cr_expect(desig_list_merge(into, into, NULL) == DESIG_E_ARGUMENT);
    desig_list_free(into);
    cr_expect(count.outstanding == 0, "%zu bytes outstanding", count.outstanding);
}

Test(list, merges_many_parts_in_linear_time) {
    enum { MANY = 200000 };
    desig_fact *facts = calloc(MANY, sizeof *facts);
    desig_record record = {.id = "a", .facts = facts, .fact_count = MANY};
    desig_list *into, *from;
    uint32_t i;
    cr_assert(facts != NULL);
    cr_assert(desig_list_new(NULL, &into) == DESIG_OK && desig_list_new(NULL, &from) == DESIG_OK);
    for (i = 0; i < MANY; i++) facts[i] = (desig_fact){.type = DESIG_FACT_ADDRESS, .group = i + 1};
    for (i = 0; i < MANY; i++) facts[i].value = i % 2 == 0 ? "Sanaa" : "Saada";
    cr_assert(desig_list_add(into, &record, NULL) == DESIG_OK);
    facts[MANY / 2].value = "Hudaydah";
    cr_assert(desig_list_add(from, &record, NULL) == DESIG_OK);
    cr_assert(desig_list_merge(into, from, NULL) == DESIG_OK);
    cr_expect(desig_list_at(into, 0)->fact_count == MANY + 1);
    cr_expect_str_eq(desig_list_at(into, 0)->facts[MANY].value, "Hudaydah");
    desig_list_free(from);
    desig_list_free(into);
    free(facts);
}

Test(draft, gathers_scattered_parts_and_leaves_no_trace_if_dropped) {
    counting count = {0};
    size_t empty;
    desig_allocator allocator = counting_allocator(&count);
    desig_list *list;
    dsg_draft *draft;
    desig_date as_of = day("2023-12-28");
    int round, i, is_new;
    cr_assert(desig_list_new(&allocator, &list) == DESIG_OK);
    empty = count.outstanding;
    for (round = 0; round < 2; round++) {
        cr_assert(dsg_draft_open(list, &draft) == DESIG_OK);
        for (i = 0; i < 3000; i++) {
            char id[16];
            desig_fact fact = {.type = DESIG_FACT_REMARK};
            desig_action action = {.program = "SDGT", .derived = 1};
            uint32_t record;
            snprintf(id, sizeof id, "r%d", i % 1000);
            record = dsg_draft_record(draft, id, strlen(id), &is_new);
            cr_assert(record == (uint32_t)(i % 1000) && is_new == (i < 1000));
            snprintf(id, sizeof id, "fact %d", i);
            fact.value = dsg_draft_keep(draft, id, strlen(id));
            cr_assert(dsg_draft_fact(draft, record, &fact) == DESIG_OK);
            if (i < 1000) cr_assert(dsg_draft_action(draft, record, &action) == DESIG_OK);
        }
        if (round == 0) dsg_draft_drop(draft);
        if (round == 0)
            cr_expect(count.outstanding == empty, "%zu bytes left by a dropped draft",
                      count.outstanding - empty);
    }
    cr_assert(dsg_draft_commit(draft, &as_of, NULL) == DESIG_OK);
    cr_expect(desig_list_count(list) == 1000);
    for (i = 0; i < 1000; i++) {
        const desig_record *record = desig_list_at(list, (size_t)i);
        char value[16];
        cr_assert(record->fact_count == 3 && record->action_count == 1 && record->name_count == 0);
        snprintf(value, sizeof value, "fact %d", i + 2000);
        cr_assert_str_eq(record->facts[2].value, value);
        cr_assert(record->actions[0].effective.last == as_of.last &&
                  record->actions[0].effective.first_precision == DESIG_PRECISION_NONE);
    }
    cr_expect(desig_list_as_of(list).first == as_of.first);
    cr_assert(dsg_draft_open(list, &draft) == DESIG_OK);
    cr_assert(dsg_draft_record(draft, "r7", 2, &is_new) == 0);
    cr_expect(dsg_draft_commit(draft, &as_of, NULL) == DESIG_E_EXISTS, "an id that the list has");
    dsg_draft_drop(draft);
    desig_list_free(list);
    cr_expect(count.outstanding == 0, "%zu bytes outstanding", count.outstanding);
}

Test(as_of, stands_in_the_name) {
    static const struct {
        const char *name, *date;
    } cases[] = {
        {"hist/2021-08-18.csv", "2021-08-18"},
        {"sdn.raw.2024-03-11.csv", "2024-03-11"},
        {"/data/ofac/2023-12-28/sdn.csv", "2023-12-28"},
        {"ofac/2021-07/sdn.csv", "2021-07"},
        {"ofac/consolidated-2025-12/cons_prim.csv", "2025-12"},
        {"2023-12-28/2024-01-02.csv", "2024-01-02"},
        {"2023-12-28/a/sdn.csv", ""},
        {"sdn.csv", ""},
        {"12021-08-18.csv", ""},
        {"2021-08-181.csv", ""},
        {"2021-02-30.csv", ""},
        {"", ""},
    };
    size_t i;
    for (i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        desig_date date = dsg_as_of_in_name(cases[i].name);
        char text[DESIG_DATE_TEXT];
        cr_expect_str_eq(desig_date_format(&date, text), cases[i].date, "%s: %s", cases[i].name, text);
    }
}

/* ---- Days and sources ---- */

static int accept_groups(void *context, const desig_record *record) {
    ++*(size_t *)context;
    return record->kind == DESIG_KIND_GROUP;
}

static desig_list *read_rows(const char *name, const char *rows, const desig_allocator *allocator) {
    static const char header[] = "id,kind,name,action,date,program\n";
    char bytes[512];
    desig_list *list = NULL;
    snprintf(bytes, sizeof bytes, "%s%s", header, rows);
    const desig_source source = {.data = bytes, .length = strlen(bytes), .name = name, .checksum = "c"};
    cr_assert(desig_list_new(allocator, &list) == DESIG_OK);
    cr_assert(desig_list_read(list, &source, 1, NULL, NULL, NULL) == DESIG_OK, "%s", name);
    return list;
}

Test(list, knows_its_sources_and_their_days) {
    counting count = {0};
    desig_allocator allocator = counting_allocator(&count);
    desig_list *list = read_rows("lists/one-2021-05-20.csv", "a,group,A,,,P\n", &allocator);
    desig_list *other = read_rows("two.csv", "b,group,B,,,P\n", NULL);
    cr_assert(desig_list_merge(list, other, NULL) == DESIG_OK);
    desig_list_free(other);
    const desig_list_source *first = desig_list_source_at(list, 0), *second = desig_list_source_at(list, 1);
    cr_assert(first && second && !desig_list_source_at(list, 2));
    cr_expect_str_eq(first->name, "one-2021-05-20.csv");
    cr_expect_str_eq(first->source, "one-2021-05-20.csv");
    cr_expect_str_eq(first->format, "designations");
    cr_expect_str_eq(first->checksum, "c");
    cr_expect(first->size == sizeof *first && first->as_of.last == day("2021-05-20").last);
    cr_expect_str_eq(second->name, "two.csv");
    cr_expect(second->as_of.last_precision == DESIG_PRECISION_NONE);
    cr_expect(desig_list_get(list, "b")->actions[0].effective.last_precision == DESIG_PRECISION_NONE);
    /* The day of the list becomes that of all it has. */
    const desig_date now = day("2022-01-01"), impossible = {.first = 9, .last = 3, 3, 3, 0, 0};
    cr_expect(desig_list_set_as_of(list, &impossible) == DESIG_E_ARGUMENT);
    cr_expect(desig_list_set_as_of(list, &now) == DESIG_OK && desig_list_as_of(list).last == now.last);
    cr_expect(second->as_of.last == now.last && first->as_of.last == now.last);
    for (size_t i = 0; i < 2; i++) {
        const desig_date *effective = &desig_list_at(list, i)->actions[0].effective;
        cr_expect(effective->last == now.last && effective->first_precision == DESIG_PRECISION_NONE);
    }
    desig_list_free(list);
    cr_expect(count.outstanding == 0, "%zu bytes outstanding", count.outstanding);
}

Test(list, is_stale_when_a_source_is) {
    static const struct {
        const char *label, *first, *second; /* names of the sources */
        desig_answer answer;
    } cases[] = {
        {"both new", "2021-05-20.csv", "2021-05-13.csv", DESIG_NO},
        {"one older", "2021-05-20.csv", "2021-05-12.csv", DESIG_YES},
        {"one of no day", "2021-05-20.csv", "x.csv", DESIG_CANNOT_BE_KNOWN},
        {"one older, one of no day", "2021-05-01.csv", "x.csv", DESIG_YES},
        {"of a month", "2021-05.csv", "2021-05-20.csv", DESIG_CANNOT_BE_KNOWN},
        {"of another month", "2021-04.csv", "2021-05-20.csv", DESIG_YES},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        desig_list *list = read_rows(cases[i].first, "a,group,A,,,P\n", NULL);
        desig_list *other = read_rows(cases[i].second, "b,group,B,,,P\n", NULL);
        cr_assert(desig_list_merge(list, other, NULL) == DESIG_OK);
        cr_expect_eq(desig_list_is_stale(list, day("2021-05-20").first, 7), cases[i].answer, "%s",
                     cases[i].label);
        desig_list_free(list);
        desig_list_free(other);
    }
}

Test(list, is_copied_by_a_filter) {
    counting count = {0};
    desig_allocator allocator = counting_allocator(&count);
    desig_list *from = read_rows("2021-05-20.csv", "a,group,A,,,P\nb,vessel,B,,,P\nc,group,C,,,P\n", NULL);
    desig_list *into = NULL;
    size_t asked = 0;
    cr_assert(desig_list_new(&allocator, &into) == DESIG_OK);
    cr_expect(desig_list_copy(into, from, accept_groups, &asked, NULL) == DESIG_OK && asked == 3);
    cr_expect(desig_list_count(into) == 2 && !desig_list_get(into, "b"));
    cr_expect(desig_list_as_of(into).last == day("2021-05-20").last && desig_list_source_at(into, 0));
    cr_expect_str_eq(desig_list_source_at(into, 0)->name, "2021-05-20.csv");
    cr_expect_eq(desig_list_get(into, "c")->actions[0].derived, 1);
    cr_expect(desig_list_copy(into, from, NULL, NULL, NULL) == DESIG_E_EXISTS);
    cr_expect(desig_list_count(into) == 2 && !desig_list_source_at(into, 1), "as it was");
    cr_expect(desig_list_copy(into, into, NULL, NULL, NULL) == DESIG_E_ARGUMENT);
    desig_list_free(from);
    cr_expect_str_eq(desig_list_get(into, "a")->names[0].text, "A");
    desig_list_free(into);
    cr_expect(count.outstanding == 0, "%zu bytes outstanding", count.outstanding);
}

Test(list, copies_whole_or_not_at_all) {
    desig_list *from = read_rows("2021-05-20.csv", "a,group,A,,,P\nb,vessel,B,,,P\n", NULL);
    desig_result result = DESIG_E_NOMEM;
    for (size_t allowed = 0; result != DESIG_OK; allowed++) {
        counting count = {0};
        desig_allocator allocator = counting_allocator(&count);
        desig_list *into = NULL;
        cr_assert(desig_list_new(&allocator, &into) == DESIG_OK);
        count.fail_at = count.requests + allowed + 1;
        result = desig_list_copy(into, from, NULL, NULL, NULL);
        cr_expect(result == DESIG_OK || result == DESIG_E_NOMEM);
        cr_expect_eq(desig_list_count(into), result == DESIG_OK ? 2 : 0);
        desig_list_free(into);
        cr_expect(count.outstanding == 0, "%zu bytes outstanding", count.outstanding);
    }
    desig_list_free(from);
}
