/* The hand-made list that is shipped: it reads without a complaint, and it tells its story. */
#include <desig/desig.h>

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

enum { MOST = 16 };

static void expect_no_complaint(void *context, const desig_diagnostic *found) {
    (void)context;
    cr_expect(found->severity == DESIG_SEVERITY_NOTE, "line %llu, %s: %s", (unsigned long long)found->line,
              found->check, found->message);
}

static desig_list *read_shipped(void) {
    const desig_source source = {.path = EXAMPLE_DATA_DIR "/designations.csv"};
    const desig_callbacks callbacks = {.diagnose = expect_no_complaint};
    const desig_read_options options = {.strict = 1, .callbacks = &callbacks};
    desig_list *list = NULL;
    desig_report report = {0};
    desig_error error = {0};
    cr_assert_eq(desig_list_new(NULL, &list), DESIG_OK);
    cr_assert_eq(desig_list_read(list, &source, 1, &options, &report, &error), DESIG_OK, "line %llu: %s",
                 (unsigned long long)error.line, error.message);
    cr_assert_str_eq(report.format, "designations");
    cr_expect_eq(report.bad_rows, 0);
    cr_expect_eq(report.doubled_rows, 0);
    return list;
}

static const desig_record *record_of(const desig_list *list, const char *id) {
    const desig_record *record = desig_list_get(list, id);
    cr_assert(record != NULL, "no record %s", id);
    return record;
}

static int32_t day_of(const char *text) {
    desig_date date;
    cr_assert_eq(desig_date_parse(text, DESIG_DATE_UNAMBIGUOUS, &date), DESIG_OK, "%s", text);
    cr_assert_eq(date.first, date.last);
    return date.first;
}

static int same(const char *a, const char *b) {
    return a == b || (a && b && strcmp(a, b) == 0);
}

/* `US-STATE SDGT;US-OFAC YEMEN`: what the record is designated under on a day, in the order of the file. */
static const char *designated_under(const desig_record *record, int32_t day) {
    static char text[256];
    desig_standing each[MOST];
    size_t count = desig_status_on(record, day, NULL, each, MOST);
    cr_assert_leq(count, MOST);
    text[0] = '\0';
    for (size_t i = 0; i < count; i++) {
        size_t used = strlen(text);
        if (each[i].status != DESIG_STATUS_DESIGNATED) continue;
        snprintf(text + used, sizeof text - used, "%s%s %s", used ? ";" : "", each[i].authority,
                 each[i].program ? each[i].program : "-");
    }
    return text;
}

/* ---- Who is designated ---- */

Test(shipped_data, tells_who_is_designated_on_the_storys_days) {
    static const char *const group = "ansarallah";
    static const char *const chief = "abdul-malik-al-houthi";
    static const char *const general = "abd-al-khaliq-al-huthi";
    static const char *const second = "abdullah-yahya-al-hakim";
    static const char *const admiral = "mansur-al-saadi";
    static const char *const airman = "ahmad-al-hamzi";
    static const char *const ghamari = "muhammad-al-ghamari";
    static const char *const madani = "yusuf-al-madani";
    const struct {
        const char *day, *id;
        desig_status overall;
        const char *under;
    } cases[] = {
        {"2014-11-09", general, DESIG_STATUS_NOT_RECORDED, ""},
        {"2014-11-10", general, DESIG_STATUS_DESIGNATED, "US-OFAC YEMEN"},
        {"2014-11-10", second, DESIG_STATUS_DESIGNATED, "US-OFAC YEMEN"},
        {"2015-04-13", chief, DESIG_STATUS_NOT_RECORDED, ""},
        {"2015-04-14", chief, DESIG_STATUS_DESIGNATED, "US-OFAC YEMEN"},
        {"2021-01-18", group, DESIG_STATUS_NOT_RECORDED, ""},
        {"2021-01-19", group, DESIG_STATUS_DESIGNATED, "US-STATE FTO;US-STATE SDGT"},
        {"2021-02-01", group, DESIG_STATUS_DESIGNATED, "US-STATE FTO;US-STATE SDGT"},
        {"2021-02-01", chief, DESIG_STATUS_DESIGNATED, "US-OFAC YEMEN;US-STATE SDGT"},
        {"2021-02-01", general, DESIG_STATUS_DESIGNATED, "US-OFAC YEMEN;US-STATE SDGT"},
        {"2021-02-01", second, DESIG_STATUS_DESIGNATED, "US-OFAC YEMEN;US-STATE SDGT"},
        {"2021-02-15", group, DESIG_STATUS_DESIGNATED, "US-STATE FTO;US-STATE SDGT"},
        {"2021-02-16", group, DESIG_STATUS_REVOKED, ""},
        {"2021-03-01", admiral, DESIG_STATUS_NOT_RECORDED, ""},
        {"2021-03-15", group, DESIG_STATUS_REVOKED, ""},
        {"2021-03-15", chief, DESIG_STATUS_DESIGNATED, "US-OFAC YEMEN"},
        {"2021-03-15", general, DESIG_STATUS_DESIGNATED, "US-OFAC YEMEN"},
        {"2021-03-15", second, DESIG_STATUS_DESIGNATED, "US-OFAC YEMEN"},
        {"2021-03-15", admiral, DESIG_STATUS_DESIGNATED, "US-OFAC YEMEN"},
        {"2021-03-15", airman, DESIG_STATUS_DESIGNATED, "US-OFAC YEMEN"},
        {"2021-05-19", ghamari, DESIG_STATUS_NOT_RECORDED, ""},
        {"2021-05-19", madani, DESIG_STATUS_NOT_RECORDED, ""},
        {"2021-05-20", ghamari, DESIG_STATUS_DESIGNATED, "US-OFAC YEMEN"},
        {"2021-05-20", madani, DESIG_STATUS_DESIGNATED, "US-STATE SDGT"},
        {"2021-05-20", group, DESIG_STATUS_REVOKED, ""},
        {"2024-02-15", group, DESIG_STATUS_REVOKED, ""},
        {"2024-03-01", group, DESIG_STATUS_DESIGNATED, "US-STATE SDGT"},
        {"2025-04-01", group, DESIG_STATUS_DESIGNATED, "US-STATE FTO;US-STATE SDGT"},
        {"1999-10-07", "al-qaeda", DESIG_STATUS_NOT_RECORDED, ""},
        {"1999-10-08", "al-qaeda", DESIG_STATUS_DESIGNATED, "US-STATE FTO"},
        {"2001-09-24", "al-qaeda", DESIG_STATUS_DESIGNATED, "US-STATE FTO;US-PRESIDENT SDGT"},
        {"1999-07-03", "taliban", DESIG_STATUS_NOT_RECORDED, ""},
        {"2002-07-01", "taliban", DESIG_STATUS_DESIGNATED, "US-PRESIDENT -"},
        {"2002-07-02", "taliban", DESIG_STATUS_DESIGNATED, "US-PRESIDENT SDGT"},
        {"2021-05-20", "taliban", DESIG_STATUS_DESIGNATED, "US-PRESIDENT SDGT"},
    };
    desig_list *list = read_shipped();
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const desig_record *record = record_of(list, cases[i].id);
        const int32_t day = day_of(cases[i].day);
        desig_standing overall;
        const char *under = designated_under(record, day);
        desig_status_on(record, day, &overall, NULL, 0);
        cr_expect_eq(overall.status, cases[i].overall, "%s on %s: %s", cases[i].id, cases[i].day,
                     desig_term(DESIG_TERMS_STATUS, overall.status));
        cr_expect_str_eq(under, cases[i].under, "%s on %s: under %s", cases[i].id, cases[i].day, under);
    }
    desig_list_free(list);
}

Test(shipped_data, counts_the_leaders) {
    const struct {
        const char *day;
        size_t designated, terrorism;
    } cases[] = {{"2021-02-01", 3, 3}, {"2021-03-15", 5, 0}, {"2021-05-20", 7, 1}};
    desig_list *list = read_shipped();
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const int32_t day = day_of(cases[i].day);
        size_t designated = 0, terrorism = 0;
        for (size_t at = 0; at < desig_list_count(list); at++) {
            const desig_record *record = desig_list_at(list, at);
            if (record->kind != DESIG_KIND_INDIVIDUAL) continue;
            const char *under = designated_under(record, day);
            designated += under[0] != '\0';
            terrorism += strstr(under, "SDGT") != NULL;
        }
        cr_expect_eq(designated, cases[i].designated, "%s: %zu leaders", cases[i].day, designated);
        cr_expect_eq(terrorism, cases[i].terrorism, "%s: %zu as terrorists", cases[i].day, terrorism);
    }
    desig_list_free(list);
}

/* An action decides, and says when it was announced, on what ground, by whom, and why. */
Test(shipped_data, names_the_action_that_decided) {
    const struct {
        const char *id, *day;
        desig_action_type type;
        const char *announced, *effective, *legal_basis, *by, *because;
    } cases[] = {
        {"ansarallah", "2021-02-01", DESIG_ACTION_DESIGNATED, "2021-01-10", "2021-01-19", "INA 219", "Pompeo",
         "across the border"},
        {"ansarallah", "2021-03-15", DESIG_ACTION_REVOKED, "2021-02-12", "2021-02-16", "INA 219", "Blinken",
         "fuel"},
        {"ansarallah", "2024-03-01", DESIG_ACTION_DESIGNATED, "2024-01-17", "2024-02-16", "E.O. 13224",
         "Blinken", "Red Sea"},
        {"ansarallah", "2025-04-01", DESIG_ACTION_DESIGNATED, "2025-03-04", "2025-03-05", "INA 219", "Rubio",
         "E.O. 14175"},
        {"yusuf-al-madani", "2021-05-20", DESIG_ACTION_DESIGNATED, "2021-05-20", "2021-05-20", "E.O. 13224",
         "Blinken", "Marib"},
        {"mansur-al-saadi", "2021-05-20", DESIG_ACTION_DESIGNATED, "2021-03-02", "2021-03-02", "E.O. 13611",
         "Blinken", "naval"},
        {"taliban", "2001-01-01", DESIG_ACTION_DESIGNATED, "1999-07-04", "1999-07-04", "E.O. 13129", NULL,
         NULL},
        {"taliban", "2003-01-01", DESIG_ACTION_DESIGNATED, "2002-07-02", "2002-07-02", "E.O. 13224", NULL,
         "E.O. 13268"},
    };
    desig_list *list = read_shipped();
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char announced[DESIG_DATE_TEXT], effective[DESIG_DATE_TEXT];
        desig_standing overall;
        desig_status_on(record_of(list, cases[i].id), day_of(cases[i].day), &overall, NULL, 0);
        const desig_action *action = overall.decided_by;
        cr_assert(action != NULL, "%s", cases[i].id);
        cr_expect_eq(action->type, cases[i].type, "%s on %s", cases[i].id, cases[i].day);
        cr_expect_str_eq(desig_date_format(&action->announced, announced), cases[i].announced);
        cr_expect_str_eq(desig_date_format(&action->effective, effective), cases[i].effective);
        cr_expect(same(action->legal_basis, cases[i].legal_basis), "%s on %s: %s", cases[i].id, cases[i].day,
                  action->legal_basis);
        cr_expect(cases[i].by ? action->statement_by && strstr(action->statement_by, cases[i].by) != NULL
                              : action->statement_by == NULL,
                  "%s on %s: said by %s", cases[i].id, cases[i].day, action->statement_by);
        cr_expect(cases[i].because ? action->justification && strstr(action->justification, cases[i].because)
                                   : action->justification == NULL,
                  "%s on %s: %s", cases[i].id, cases[i].day, action->justification);
    }
    desig_list_free(list);
}

/* Not recorded is not "no": the file says nothing of it, on any day. */
Test(shipped_data, does_not_say_whether_the_taliban_were_an_fto) {
    desig_list *list = read_shipped();
    const desig_record *record = record_of(list, "taliban");
    for (uint32_t i = 0; i < record->action_count; i++)
        cr_expect(!same(record->actions[i].program, "FTO") && !same(record->actions[i].list, "FTO"));
    desig_list_free(list);
}

/* ---- Who says so ---- */

typedef struct claim {
    const char *id, *type, *target, *role, *by; /* of target, role and by: a part of the text */
    desig_stance stance;
    const char *day; /* NULL: any */
} claim;

static int is_claim(const desig_link *link, const claim *wanted) {
    char day[DESIG_DATE_TEXT];
    return same(link->type, wanted->type) && strstr(link->target, wanted->target) &&
           link->stance == wanted->stance && link->role && strstr(link->role, wanted->role) && link->by &&
           strstr(link->by, wanted->by) &&
           (!wanted->day || same(desig_date_format(&link->date, day), wanted->day));
}

#define PLAIN    DESIG_STANCE_PLAIN
#define ASSERTED DESIG_STANCE_ASSERTED
#define DISPUTED DESIG_STANCE_DISPUTED

static const claim claims[] = {
    {"taliban", "ally-of", "al-qaeda", "", "Defense Intelligence", ASSERTED, "2021-05"},
    {"taliban", "ally-of", "al-qaeda", "", "Khalilzad", PLAIN, "2021-05"},
    {"taliban", "ally-of", "al-qaeda", "", "The Dispatch", ASSERTED, "2021-05"},
    {"taliban", "linked-to", "2020-02-29", "progress", "Khalilzad", ASSERTED, "2021-05"},
    {"taliban", "linked-to", "2020-02-29", "progress", "The Dispatch", DISPUTED, "2021-05"},
    {"ansarallah", "supported-by", "Iran", "weapons", "Blinken", ASSERTED, "2021-03-02"},
    {"ansarallah", "supported-by", "Iran", "military", "Blinken", ASSERTED, "2021-05-20"},
    {"ansarallah", "supported-by", "Iran", "heavy", "Pompeo", ASSERTED, NULL},
    {"ansarallah", "supported-by", "Iran", "heavy", "The Dispatch", ASSERTED, "2021-05"},
    {"ansarallah", "supported-by", "Iran", "heavy", "Commentators", DISPUTED, NULL},
    {"abdul-malik-al-houthi", "leader-of", "ansarallah", "leader", "OFAC", ASSERTED, NULL},
    {"abd-al-khaliq-al-huthi", "leader-of", "ansarallah", "commander", "OFAC", ASSERTED, NULL},
    {"abdullah-yahya-al-hakim", "leader-of", "ansarallah", "second", "OFAC", ASSERTED, NULL},
    {"mansur-al-saadi", "leader-of", "ansarallah", "naval", "Blinken", ASSERTED, "2021-03-02"},
    {"ahmad-al-hamzi", "leader-of", "ansarallah", "air", "Blinken", ASSERTED, "2021-03-02"},
    {"muhammad-al-ghamari", "leader-of", "ansarallah", "Marib", "Blinken", ASSERTED, "2021-05-20"},
    {"yusuf-al-madani", "leader-of", "ansarallah", "Marib", "Blinken", ASSERTED, "2021-05-20"},
};

Test(shipped_data, keeps_who_asserts_and_who_disputes) {
    desig_list *list = read_shipped();
    for (size_t i = 0; i < sizeof claims / sizeof *claims; i++) {
        const claim *wanted = &claims[i];
        const desig_record *record = record_of(list, wanted->id);
        size_t count = 0;
        for (uint32_t at = 0; at < record->link_count; at++) {
            if (!is_claim(&record->links[at], wanted)) continue;
            cr_expect(record->links[at].justification && record->links[at].citation);
            count++;
        }
        cr_expect_eq(count, 1, "%s %s %s (%s), by %s: %zu times", wanted->id, wanted->type, wanted->target,
                     wanted->role, wanted->by, count);
    }
    desig_list_free(list);
}

/* Two statements of one speaker have two contents. */
Test(shipped_data, does_not_give_two_statements_one_text) {
    desig_list *list = read_shipped();
    const desig_record *group = record_of(list, "ansarallah");
    for (uint32_t a = 0; a < group->link_count; a++)
        for (uint32_t b = 0; b < a; b++)
            cr_expect(!group->links[a].justification ||
                          !same(group->links[a].justification, group->links[b].justification),
                      "%s", group->links[a].justification);
    desig_list_free(list);
}

static int same_day(const desig_date *a, const desig_date *b) {
    return a->first == b->first && a->last == b->last;
}

static int is_about(const desig_assertion *said, const desig_action *action) {
    return said->action_type == action->type && same_day(&said->effective, &action->effective) &&
           (!said->authority || same(said->authority, action->authority)) &&
           (!said->list || same(said->list, action->list)) &&
           (!said->program || same(said->program, action->program));
}

Test(shipped_data, keeps_what_is_said_of_actions) {
    const struct {
        const char *id;
        desig_stance stance;
        desig_action_type type;
        const char *day, *what; /* what: a part of the text */
        size_t actions;         /* that it is about */
    } cases[] = {
        {"ansarallah", ASSERTED, DESIG_ACTION_DESIGNATED, "2021-01-19", "campaign", 2},
        {"ansarallah", DISPUTED, DESIG_ACTION_REVOKED, "2021-02-16", "exempt humanitarian goods", 2},
        {"ansarallah", DISPUTED, DESIG_ACTION_REVOKED, "2021-02-16", "worsened the very crisis", 2},
        {"mansur-al-saadi", ASSERTED, DESIG_ACTION_DESIGNATED, "2021-03-02", "terrorists", 1},
        {"ahmad-al-hamzi", ASSERTED, DESIG_ACTION_DESIGNATED, "2021-03-02", "terrorists", 1},
        {"muhammad-al-ghamari", ASSERTED, DESIG_ACTION_DESIGNATED, "2021-05-20", "terrorists", 1},
        {"yusuf-al-madani", ASSERTED, DESIG_ACTION_DESIGNATED, "2021-05-20", "terrorists", 1},
    };
    desig_list *list = read_shipped();
    size_t all = 0;
    for (size_t i = 0; i < desig_list_count(list); i++) all += desig_list_at(list, i)->assertion_count;
    cr_expect_eq(all, sizeof cases / sizeof *cases);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const desig_record *record = record_of(list, cases[i].id);
        const desig_assertion *found = NULL;
        size_t about = 0;
        for (uint32_t at = 0; at < record->assertion_count; at++)
            if (strstr(record->assertions[at].justification, cases[i].what)) found = &record->assertions[at];
        cr_assert(found != NULL, "%s: %s", cases[i].id, cases[i].what);
        for (uint32_t at = 0; at < record->action_count; at++)
            about += (size_t)is_about(found, &record->actions[at]);
        cr_expect_eq(found->stance, cases[i].stance, "%s: %s", cases[i].id, cases[i].what);
        cr_expect_eq(found->action_type, cases[i].type, "%s: %s", cases[i].id, cases[i].what);
        cr_expect_eq(found->effective.first, day_of(cases[i].day), "%s: %s", cases[i].id, cases[i].what);
        cr_expect_eq(about, cases[i].actions, "%s: %s: of %zu actions", cases[i].id, cases[i].what, about);
        cr_expect_str_eq(found->by, "The Dispatch");
        cr_expect(found->citation != NULL);
    }
    desig_list_free(list);
}

/* ---- Who they are ---- */

Test(shipped_data, knows_the_entries_of_the_sdn_list) {
    const struct {
        const char *id, *entry, *name;
        desig_strength strength;
    } cases[] = {
        {"ansarallah", "us-ofac:47664", "HOUTHI GROUP", DESIG_STRENGTH_WEAK},
        {"ansarallah", "us-ofac:47664", "ANSARULLAH", DESIG_STRENGTH_STRONG},
        {"abdul-malik-al-houthi", "us-ofac:17927", "AL-HOUTHI, Abdel-Malek", DESIG_STRENGTH_STRONG},
        {"abd-al-khaliq-al-huthi", "us-ofac:17368", "ABU-YUNUS", DESIG_STRENGTH_STRONG},
        {"abdullah-yahya-al-hakim", "us-ofac:17386", "AL-MU'AYYAD, Abdallah", DESIG_STRENGTH_STRONG},
        {"mansur-al-saadi", "us-ofac:31194", "Abu Sajjad", DESIG_STRENGTH_WEAK},
        {"ahmad-al-hamzi", "us-ofac:31195", "AL-HAMZI, Muti'", DESIG_STRENGTH_WEAK},
        {"muhammad-al-ghamari", "us-ofac:31193", "Sayyid Hashim", DESIG_STRENGTH_WEAK},
        {"yusuf-al-madani", "us-ofac:31971", "ABU HUSAYN", DESIG_STRENGTH_WEAK},
        {"al-qaeda", "us-ofac:6366", "AL QA'IDA", DESIG_STRENGTH_STRONG},
        {"taliban", "us-ofac:6636", "TALEBAN", DESIG_STRENGTH_STRONG},
    };
    desig_list *list = read_shipped();
    cr_expect_eq(desig_list_count(list), 10);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const desig_record *record = record_of(list, cases[i].id);
        int linked = 0, named = 0;
        for (uint32_t at = 0; at < record->link_count; at++)
            linked |=
                same(record->links[at].type, "same-as") && same(record->links[at].target, cases[i].entry);
        for (uint32_t at = 0; at < record->name_count; at++)
            named |= same(record->names[at].text, cases[i].name) &&
                     record->names[at].strength == cases[i].strength;
        cr_expect(linked, "%s is not %s", cases[i].id, cases[i].entry);
        cr_expect(named, "%s has no such name as %s", cases[i].id, cases[i].name);
    }
    desig_list_free(list);
}
