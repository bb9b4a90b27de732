/* The statements layout: what goes in comes out again, always as the same bytes. */
#include "written.h"

#include "model/record.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static const char header[] = "id,part,type,value,language,strength,label,country,note,group,alternate,stance,"
                             "role,authority,list,program,"
                             "measures,legal_basis,justification,by,citation,announced,date,until,ordinal,"
                             "first_edition,last_edition,companion,derived,continued\n";

static void expect_identity(const char *label, const desig_list *list) {
    text first = text_written(list, "statements", NULL), second;
    desig_report report = {0};
    desig_list *copy = list_read(first.bytes, first.length, "statements", NULL, &report);
    second = text_written(copy, "statements", NULL);
    cr_expect_eq(report.bad_rows, 0, "%s", label);
    cr_expect_eq(report.errors, 0, "%s", label);
    cr_expect_eq(report.records, desig_list_count(list), "%s", label);
    cr_expect(first.length == second.length && memcmp(first.bytes, second.bytes, first.length) == 0, "%s",
              label);
    desig_list_free(copy);
    free(first.bytes);
    free(second.bytes);
}

/* ---- Hostile content ---- */

static const char *const hostile[] = {
    NULL,       "",
    " ",        ",",
    "\"",       "\"\"",
    "\n",       "\r",
    "\r\n",     "a\rb",
    " a ",      "\ta\t",
    "\\",       "\\;",
    ";",        "|",
    "-0-",      "-0- ",
    "NULL",     "null",
    "NaN",      "=1+1",
    "'",        "2021-05-20",
    "a\n\nb",   "\"a\",b",
    "a\"\n\"",  "\x1A",
    "\x01",     "\xEF\xBB\xBF",
    "\xC2\xA0", "\xF0\x9F\x8F\xB4\xF0\x9D\x95\xAC",
    "#",        "a,b\nc",
    "\v",       "\x7F",
    "..",       "0",
};

static const char *nth(size_t n) {
    return hostile[n % COUNT(hostile)];
}

static const char *nth_text(size_t n) {
    return nth(n) == NULL ? "text" : nth(n);
}

static desig_date date_of(size_t n) {
    static const char *const dates[] = {
        "..",         "2021-05-20",     "2021-05",    "2021", "1979~",      "1960/1962",    "../2021-03-02",
        "2021-01/..", "1960~/1962-03~", "0001-01-01", "9999", "2000-02-29", "1999-12/2000~"};
    desig_date date;
    cr_assert_eq(desig_date_parse(dates[n % COUNT(dates)], DESIG_DATE_UNAMBIGUOUS, &date), DESIG_OK);
    return date;
}

enum { PARTS = 43 }; /* prime, so that contents of the tables meet in many pairs */

typedef struct many {
    desig_name names[PARTS];
    desig_action actions[PARTS];
    desig_link links[PARTS];
    desig_fact facts[PARTS];
    desig_assertion assertions[PARTS];
} many;

static void fill_part(many *of, size_t i) {
    desig_span span = {(uint16_t)(i % 3), (uint16_t)(i % 3 == 0 ? 0 : i), (uint16_t)(i % 4)};
    const uint8_t derived = (uint8_t)(i % 7 == 0);
    of->names[i] = (desig_name){nth_text(i), nth(i + 1),       i % 4 == 0 ? UINT32_MAX : (uint32_t)i % 3,
                                span,        (uint8_t)(i % 4), (uint8_t)(i % 3),
                                derived};
    of->actions[i] = (desig_action){nth(i),     nth(i + 1),       nth(i + 2), nth(i + 3), nth(i + 4),
                                    nth(i + 5), nth(i + 6),       nth(i + 7), date_of(i), date_of(i + 5),
                                    span,       (uint8_t)(i % 3), derived};
    of->links[i] = (desig_link){nth(i),     nth_text(i + 1), nth(i + 2), nth(i + 3),       nth(i + 4),
                                nth(i + 5), date_of(i),      span,       (uint8_t)(i % 3), derived};
    of->facts[i] = (desig_fact){
        nth(i),          nth(i + 1), nth(i + 2),        nth(i + 3),       date_of(i), date_of(i + 3),
        (uint32_t)i % 5, span,       (uint8_t)(i % 14), (uint8_t)(i % 2), derived,    (uint8_t)(i % 7)};
    of->assertions[i] = (desig_assertion){nth(i),     nth(i + 1),       nth(i + 2),           nth(i + 3),
                                          nth(i + 4), nth(i + 5),       date_of(i),           date_of(i + 5),
                                          span,       (uint8_t)(i % 3), (uint8_t)(1 + i % 2), derived};
}

static desig_record record_of(const char *id, const many *of, uint32_t kind) {
    return (desig_record){.id = id,
                          .names = of->names,
                          .actions = of->actions,
                          .links = of->links,
                          .facts = of->facts,
                          .assertions = of->assertions,
                          .assertion_count = PARTS,
                          .name_count = PARTS,
                          .action_count = PARTS,
                          .link_count = PARTS,
                          .fact_count = PARTS,
                          .kind = kind};
}

static desig_list *hostile_list(int backwards) {
    desig_list *list = NULL;
    static many parts;
    size_t i, n;
    cr_assert_eq(desig_list_new(NULL, &list), DESIG_OK);
    for (i = 0; i < PARTS; i++) fill_part(&parts, i);
    if (backwards) {
        static many turned;
        for (i = 0; i < PARTS; i++) {
            turned.names[i] = parts.names[PARTS - 1 - i];
            turned.actions[i] = parts.actions[PARTS - 1 - i];
            turned.links[i] = parts.links[PARTS - 1 - i];
            turned.facts[i] = parts.facts[PARTS - 1 - i];
            turned.assertions[i] = parts.assertions[PARTS - 1 - i];
        }
        parts = turned;
    }
    for (i = 0; i < COUNT(hostile); i++) {
        desig_record record;
        n = backwards ? COUNT(hostile) - 1 - i : i;
        if (nth(n) == NULL || nth(n)[0] == '\0') continue;
        record = record_of(nth(n), &parts, (uint32_t)(n % 5));
        cr_assert_eq(desig_list_add(list, &record, NULL), DESIG_OK);
    }
    return list;
}

static int has_part(enum dsg_part_kind part, const desig_record *record, const void *wanted) {
    uint32_t count, i;
    const char *parts = dsg_record_parts(record, part, &count);
    for (i = 0; i < count; i++) {
        if (dsg_part_compare(part, parts + i * dsg_part_size(part), wanted) == 0) return 1;
    }
    return 0;
}

static void expect_same_parts(const desig_record *a, const desig_record *b) {
    enum dsg_part_kind part;
    for (part = DSG_PART_NAME; part < DSG_PART_KINDS; part++) {
        uint32_t count_a, count_b, i;
        const char *parts = dsg_record_parts(a, part, &count_a);
        dsg_record_parts(b, part, &count_b);
        cr_expect_eq(count_a, count_b, "part %d of %s", (int)part, a->id);
        for (i = 0; i < count_a; i++)
            cr_expect(has_part(part, b, parts + i * dsg_part_size(part)), "part %d, %u of %s", (int)part, i,
                      a->id);
    }
}

Test(statements, carry_hostile_content_and_every_field) {
    desig_list *list = hostile_list(0), *copy;
    text written = text_written(list, "statements", NULL);
    size_t i;
    copy = list_read(written.bytes, written.length, NULL, NULL, NULL);
    cr_assert_eq(desig_list_count(list), desig_list_count(copy));
    for (i = 0; i < desig_list_count(list); i++) {
        const desig_record *record = desig_list_at(list, i), *other = desig_list_get(copy, record->id);
        cr_assert_not_null(other, "record %zu", i);
        cr_expect_eq(record->kind, other->kind);
        expect_same_parts(record, other);
    }
    expect_identity("hostile", list);
    free(written.bytes);
    desig_list_free(copy);
    desig_list_free(list);
}

Test(statements, are_the_same_bytes_however_the_list_was_built) {
    desig_list *forwards = hostile_list(0), *backwards = hostile_list(1);
    text a = text_written(forwards, "statements", NULL), b = text_written(backwards, "statements", NULL);
    cr_expect_str_eq(a.bytes, b.bytes);
    free(a.bytes);
    free(b.bytes);
    desig_list_free(forwards);
    desig_list_free(backwards);
}

Test(statements, carry_a_field_of_a_mebibyte) {
    size_t length = (size_t)1 << 20;
    char *value = malloc(length + 1);
    desig_fact fact = {.type = DESIG_FACT_REMARK};
    desig_record record = {.id = "long", .facts = &fact, .fact_count = 1};
    desig_list *list = NULL;
    cr_assert_not_null(value);
    memset(value, '"', length);
    value[length] = '\0';
    fact.value = value;
    cr_assert_eq(desig_list_new(NULL, &list), DESIG_OK);
    cr_assert_eq(desig_list_add(list, &record, NULL), DESIG_OK);
    expect_identity("1 MiB of quotes", list);
    desig_list_free(list);
    free(value);
}

/* ---- The form ---- */

Test(statements, have_one_row_a_part_in_one_order) {
    desig_name names[] = {{.text = "B", .type = DESIG_NAME_AKA, .strength = DESIG_STRENGTH_WEAK},
                          {.text = "A", .language = "", .group = 7},
                          {.text = "B", .type = DESIG_NAME_AKA, .strength = DESIG_STRENGTH_WEAK}};
    desig_action actions[] = {{.list = "SDN", .program = "SDGT", .derived = 1},
                              {.authority = "US-STATE", .effective = date_of(1), .announced = date_of(3)}};
    desig_link links[] = {{.type = "ally-of", .target = "z", .stance = DESIG_STANCE_DISPUTED, .by = " C"},
                          {.type = "replaced-by", .target = "y", .derived = 1}};
    desig_assertion assertions[] = {{.action_type = DESIG_ACTION_REVOKED,
                                     .stance = DESIG_STANCE_DISPUTED,
                                     .program = "FTO",
                                     .effective = date_of(1),
                                     .date = date_of(2),
                                     .by = "D",
                                     .justification = "J",
                                     .citation = "C"}};
    desig_record record = {.id = "b",
                           .names = names,
                           .name_count = 3,
                           .actions = actions,
                           .action_count = 2,
                           .links = links,
                           .link_count = 2,
                           .assertions = assertions,
                           .assertion_count = 1,
                           .kind = DESIG_KIND_GROUP};
    desig_record bare = {.id = "a"};
    desig_list *list = NULL;
    text written;
    desig_report report = {0};
    cr_assert_eq(desig_list_new(NULL, &list), DESIG_OK);
    cr_assert_eq(desig_list_add(list, &record, NULL), DESIG_OK);
    cr_assert_eq(desig_list_add(list, &bare, NULL), DESIG_OK);
    written = text_written(list, "statements", &report);
    cr_expect(strncmp(written.bytes, header, strlen(header)) == 0, "%s", written.bytes);
    cr_expect_str_eq(written.bytes + strlen(header),
                     "a,record,unknown,,,,,,,,,,,,,,,,,,,,,,,,,,,\n"
                     "b,record,group,,,,,,,,,,,,,,,,,,,,,,,,,,,\n"
                     "b,name,primary,A,\"\",unknown,,,,7,,,,,,,,,,,,,,,,,,,,\n"
                     "b,name,aka,B,,weak,,,,,,,,,,,,,,,,,,,,,,,,\n"
                     "b,name,aka,B,,weak,,,,,,,,,,,,,,,,,,,2,,,,,\n"
                     "b,action,designated,,,,,,,,,,,US-STATE,,,,,,,,2021,2021-05-20,,,,,,,\n"
                     "b,listing,designated,,,,,,,,,,,,SDN,SDGT,,,,,,,,,,,,,,\n"
                     "b,link,ally-of,z,,,,,,,,disputed,,,,,,,,\" C\",,,,,,,,,,\n"
                     "b,link,replaced-by,y,,,,,,,,plain,,,,,,,,,,,,,,,,,1,\n"
                     "b,assertion,revoked,,,,,,,,,disputed,,,,FTO,,,J,D,C,2021-05,2021-05-20,,,,,,,\n");
    cr_expect_eq(report.rows, 10);
    cr_expect_eq(report.records, 2);
    cr_expect_eq(report.bytes, written.length);
    cr_expect_eq(report.not_written, 0);
    cr_expect_str_eq(report.format, "statements");
    free(written.bytes);
    desig_list_free(list);
}

Test(statements, read_a_listing_as_a_derived_action_of_the_lists_day) {
    char bytes[512];
    desig_list *list = NULL;
    const desig_action *action;
    desig_source source = {.data = bytes, .name = "2024-03-11.csv"};
    snprintf(bytes, sizeof bytes, "%sa,record,group\na,listing,designated,,,,,,,,,,,US,SDN,SDGT\n", header);
    source.length = strlen(bytes);
    cr_assert_eq(desig_list_new(NULL, &list), DESIG_OK);
    cr_assert_eq(desig_list_read(list, &source, 1, NULL, NULL, NULL), DESIG_OK);
    cr_assert_eq(desig_list_get(list, "a")->action_count, 1);
    action = &desig_list_get(list, "a")->actions[0];
    cr_expect_eq(action->derived, 1);
    cr_expect_eq(action->effective.last_precision, DESIG_PRECISION_DAY);
    cr_expect_eq(action->effective.first_precision, DESIG_PRECISION_NONE);
    cr_expect_str_eq(action->program, "SDGT");
    desig_list_free(list);
}

/* ---- Rows that are no statement ---- */

Test(statements, keep_rows_raw_that_are_not_exactly_one_part) {
    static const struct {
        const char *row, *found;
    } cases[] = {
        {",name,aka,X,,weak", "missing 2 id\n"},
        {"a", "short-row 2 part\n"},
        {"a,,aka,X,,weak", "bad-word 2 part\n"},
        {"a,nom,aka,X,,weak", "bad-word 2 part\n"},
        {"a,name,also,X,,weak", "bad-word 2 type\n"},
        {"a,name,,X,,weak", "missing 2 type\n"},
        {"a,name,aka,,,weak", "missing 2 value\n"},
        {"a,name,aka,X,,feeble", "bad-word 2 strength\n"},
        {"a,name,aka,X,,weak,label", "misplaced 2 label\n"},
        {"a,name,aka,X,,weak,,,,x", "bad-number 2 group\n"},
        {"a,name,aka,X,,weak,,,,-1", "bad-number 2 group\n"},
        {"a,name,aka,X,,weak,,,,4294967296", "bad-number 2 group\n"},
        {"a,name,aka,X,,weak,,,,99999999999999999999999999999999", "bad-number 2 group\n"},
        {"a,fact,other,X,,,,,,,256", "bad-number 2 alternate\n"},
        {"a,fact,other,X,,,,,,,,,,,,,,,,,,,5/6/2021", "bad-date 2 date\n"},
        {"a,fact,other,X,,,,,,,,,,,,,,,,,,,,2021-02-30", "bad-date 2 until\n"},
        {"a,fact,other,X,,,,,,,,,,,,,,,,,,,,,,65536,1", "bad-number 2 first_edition\n"},
        {"a,fact,other,X,,,,,,,,,,,,,,,,,,,,,two", "bad-number 2 ordinal\n"},
        {"a,listing,designated,,,,,,,,,,,US,,,,,,,,,5/6/2021", "bad-date 2 date\n"},
        {"a,listing,designated,,,,,,,,,,,US,,,,,,,,2021", "misplaced 2 announced\n"},
        {"a,record,group,X", "misplaced 2 value\n"},
        {"a,assertion,revoked", "missing 2 stance\n"},
        {"a,assertion,revoked,,,,,,,,,plain", "bad-word 2 stance\n"},
        {"a,assertion,ended,,,,,,,,,disputed", "bad-word 2 type\n"},
        {"a,assertion,revoked,X,,,,,,,,disputed", "misplaced 2 value\n"},
        {"a,name,aka,X,,weak,,,,,,,,,,,,,,,,,,,,,,,2", "bad-number 2 derived\n"},
        {"a,link,ally-of,b", "missing 2 stance\n"},
    };
    size_t i;
    for (i = 0; i < COUNT(cases); i++) {
        char bytes[1024];
        findings all;
        desig_report report = {0};
        desig_list *list;
        snprintf(bytes, sizeof bytes, "%s%s\nb,record,vessel\n", header, cases[i].row);
        list = list_read(bytes, strlen(bytes), NULL, &all, &report);
        cr_expect_str_eq(all.lines, cases[i].found, "%s: %s", cases[i].row, all.lines);
        cr_expect_eq(report.bad_rows, 1, "%s", cases[i].row);
        cr_expect_eq(desig_list_count(list), 2, "%s", cases[i].row);
        cr_expect_str_eq(desig_list_at(list, 0)->facts[0].value, cases[i].row);
        expect_identity(cases[i].row, list);
        desig_list_free(list);
    }
}

Test(statements, keep_a_second_kind_raw) {
    static const char rows[] = "id,part,type\na,record,group\na,record,vessel\na,record,group\n";
    findings all;
    desig_list *list = list_read(rows, strlen(rows), NULL, &all, NULL);
    cr_expect_str_eq(all.lines, "contradicts 3 type\n");
    cr_expect_eq(desig_list_get(list, "a")->kind, DESIG_KIND_GROUP);
    cr_expect_eq(desig_list_count(list), 2);
    desig_list_free(list);
}

/* ---- Whole lists ---- */

static void expect_identity_of_files(const char *folder, const char *const *names, size_t count) {
    char paths[4][512];
    desig_source sources[4] = {{0}};
    desig_list *list = NULL;
    desig_error error = {0};
    size_t i;
    for (i = 0; i < count; i++) {
        snprintf(paths[i], sizeof paths[i], "%s/%s", folder, names[i]);
        sources[i].path = paths[i];
    }
    cr_assert_eq(desig_list_new(NULL, &list), DESIG_OK);
    cr_assert_eq(desig_list_read(list, sources, count, NULL, NULL, &error), DESIG_OK, "%s: %s", error.file,
                 error.message);
    expect_identity(folder, list);
    desig_list_free(list);
}

Test(statements, carry_the_shipped_list) {
    static const char *const shipped[] = {"designations.csv"};
    expect_identity_of_files(EXAMPLE_DATA_DIR, shipped, COUNT(shipped));
}

static const char *const sdn[] = {"sdn.csv", "add.csv", "alt.csv", "sdn_comments.csv"};

Test(statements, carry_a_whole_list) {
    expect_identity_of_files(SHIPPED_DIR "/2023-12-28", sdn, COUNT(sdn));
}

Test(statements_real, carry_real_lists) {
    expect_identity_of_files(SHARED_DIR "/data/ofac/2021-07", sdn, COUNT(sdn));
}

/* ---- Every answer ---- */

static desig_list *read_files(const char *folder, const char *const *names, size_t count) {
    char paths[4][512];
    desig_source sources[4] = {{0}};
    desig_list *list = NULL;
    for (size_t i = 0; i < count; i++) {
        snprintf(paths[i], sizeof paths[i], "%s/%s", folder, names[i]);
        sources[i] = (desig_source){.path = paths[i], .checksum = "sum"};
    }
    cr_assert_eq(desig_list_new(NULL, &list), DESIG_OK);
    cr_assert_eq(desig_list_read(list, sources, count, NULL, NULL, NULL), DESIG_OK, "%s", folder);
    return list;
}

static int count_change(void *context, const desig_change *change) {
    (void)change;
    ++*(size_t *)context;
    return 0;
}

static void expect_same_standings(const desig_list *a, const desig_list *b, int32_t day) {
    for (size_t i = 0; i < desig_list_count(a); i++) {
        const desig_record *of_a = desig_list_at(a, i), *of_b = desig_list_get(b, of_a->id);
        desig_standing on_a, on_b;
        cr_assert_not_null(of_b, "%s", of_a->id);
        cr_expect_eq(desig_status_on(of_a, day, &on_a, NULL, 0), desig_status_on(of_b, day, &on_b, NULL, 0));
        cr_expect_eq(on_a.status, on_b.status, "%s on day %d", of_a->id, (int)day);
        cr_expect(of_a->source == of_b->source || strcmp(of_a->source, of_b->source) == 0, "%s", of_a->id);
    }
}

/* Without alt.csv, and merged with a list of another day: what was observed of either, and when. */
Test(statements, give_every_answer_of_their_sources) {
    static const char *const some[] = {"sdn.csv", "add.csv"};
    static const char *const all[] = {"sdn.csv", "add.csv", "alt.csv", "sdn_comments.csv"};
    static const char *const csl[] = {"consolidated.2022-04-28.csv"};
    desig_list *list = read_files(TEST_DATA_DIR "/valid/ofac-2023-12-28", some, COUNT(some));
    desig_list *whole = read_files(TEST_DATA_DIR "/valid/ofac-2023-12-28", all, COUNT(all));
    desig_list *other = read_files(TEST_DATA_DIR "/valid/us-csl-2022-04-28", csl, COUNT(csl));
    text alone = text_written(list, "statements", NULL);
    desig_list *alone_again = list_read(alone.bytes, alone.length, NULL, NULL, NULL);
    size_t changes = 0;
    desig_diff_report before = {DESIG_INIT(desig_diff_report)}, after = {DESIG_INIT(desig_diff_report)};
    cr_assert_eq(desig_list_diff(list, whole, NULL, count_change, &changes, &before, NULL), DESIG_OK);
    cr_assert_eq(desig_list_diff(alone_again, whole, NULL, count_change, &changes, &after, NULL), DESIG_OK);
    cr_expect_gt(before.not_compared, 0);
    cr_expect_eq(after.not_compared, before.not_compared);
    cr_expect_eq(after.changed, before.changed);
    cr_assert_eq(desig_list_merge(list, other, NULL), DESIG_OK);
    expect_identity("merged", list);
    text merged = text_written(list, "statements", NULL);
    desig_list *again = list_read(merged.bytes, merged.length, NULL, NULL, NULL);
    for (int32_t day = 18800; day < 20000; day += 50) expect_same_standings(list, again, day);
    cr_expect_eq(desig_list_as_of(again).last, desig_list_as_of(list).last);
    for (size_t i = 0; i < 3; i++) {
        const desig_list_source *a = desig_list_source_at(list, i), *b = desig_list_source_at(again, i);
        cr_assert(a && b, "source %zu", i);
        cr_expect_str_eq(a->name, b->name);
        cr_expect_str_eq(a->source, b->source);
        cr_expect_str_eq(a->format, b->format);
        cr_expect_str_eq(b->checksum, "sum");
        cr_expect_eq(a->as_of.last, b->as_of.last);
    }
    free(alone.bytes);
    free(merged.bytes);
    desig_list_free(alone_again);
    desig_list_free(again);
    desig_list_free(list);
    desig_list_free(whole);
    desig_list_free(other);
}
