/* The standing of a record on a day, in scenarios. */
#include <criterion/criterion.h>
#include <desig/desig.h>
#include <stdio.h>
#include <string.h>

enum { MAX_ACTIONS = 6, MAX_DAYS = 8 };

#define D DESIG_ACTION_DESIGNATED
#define A DESIG_ACTION_AMENDED
#define R DESIG_ACTION_REVOKED

typedef struct plan {
    int type;
    const char *key; /* "authority list program", `-` for NULL; NULL: no action */
    const char *effective;
    const char *announced;
    uint8_t derived;
} plan;

/* Of each standing: status, number of the deciding action, its day, and the day that ends it. */
typedef struct day_asked {
    const char *day;
    const char *expected;
} day_asked;

typedef struct scenario {
    const char *label;
    plan plans[MAX_ACTIONS];
    day_asked days[MAX_DAYS];
} scenario;

static const scenario scenarios[] = {
    {"designated, revoked, designated again",
     {{D, "US-STATE SDN SDGT", "2021-01-19", "2021-01-10", 0},
      {R, "US-STATE SDN SDGT", "2021-02-16", "2021-02-12", 0},
      {D, "US-STATE SDN SDGT", "2024-02-16", "2024-01-17", 0}},
     {{"2021-01-18", "not recorded [, 2021-01-19)"},
      {"2021-01-19", "designated #0 [2021-01-19, 2021-02-16)"},
      {"2021-02-15", "designated #0 [2021-01-19, 2021-02-16)"},
      {"2021-02-16", "revoked #1 [2021-02-16, 2024-02-16)"},
      {"2024-02-15", "revoked #1 [2021-02-16, 2024-02-16)"},
      {"2024-02-16", "designated #2 [2024-02-16, )"}}},
    {"the same, in another order",
     {{D, "US-STATE SDN SDGT", "2024-02-16", NULL, 0},
      {R, "US-STATE SDN SDGT", "2021-02-16", NULL, 0},
      {D, "US-STATE SDN SDGT", "2021-01-19", NULL, 0}},
     {{"2021-01-18", "not recorded [, 2021-01-19)"},
      {"2021-03-01", "revoked #1 [2021-02-16, 2024-02-16)"},
      {"2025-01-01", "designated #0 [2024-02-16, )"}}},
    {"of two on one day the revocation comes first",
     {{D, "US - P", "2020-01-01", NULL, 0},
      {D, "US - P", "2021-05-20", NULL, 0},
      {R, "US - P", "2021-05-20", NULL, 0}},
     {{"2021-05-19", "designated #0 [2020-01-01, 2021-05-20)"},
      {"2021-05-20", "designated #1 [2021-05-20, )"},
      {"2021-05-21", "designated #1 [2021-05-20, )"}}},
    {"a revocation on the first day of a designation's month comes before it",
     {{R, "US - P", "2021-05-01", NULL, 0}, {D, "US - P", "2021-05", NULL, 0}},
     {{"2021-05-10", "uncertain #1 [2021-05, )"}, {"2021-06-01", "designated #1 [2021-05, )"}}},
    {"a revocation in the month of the designation's day",
     {{D, "US - P", "2021-05-20", NULL, 0}, {R, "US - P", "2021-05", NULL, 0}},
     {{"2021-05-19", "uncertain #1 [2021-05, 2021-05-20)"},
      {"2021-05-20", "designated #0 [2021-05-20, 2021-05)"},
      {"2021-05-21", "uncertain #1 [2021-05, )"},
      {"2021-06-01", "uncertain #0 [2021-05-20, )"}}},
    {"both in one month",
     {{D, "US - P", "2021-05", NULL, 0}, {R, "US - P", "2021-05", NULL, 0}, {D, "US - P", "2022", NULL, 0}},
     {{"2021-04-30", "not recorded [, 2021-05)"},
      {"2021-05-01", "uncertain #0 [2021-05, 2022)"},
      {"2021-06-01", "uncertain #0 [2021-05, 2022)"},
      {"2022-01-01", "uncertain #0 [2021-05, )"},
      {"2022-12-31", "designated #2 [2022, )"}}},
    {"a year, and circa a year",
     {{D, "US - P", "1997", NULL, 0}, {R, "US - P", "2003~", NULL, 0}},
     {{"1996-12-31", "not recorded [, 1997)"},
      {"1997-06-01", "uncertain #0 [1997, 2003~)"},
      {"1997-12-31", "designated #0 [1997, 2003~)"},
      {"2001-12-31", "designated #0 [1997, 2003~)"},
      {"2002-01-01", "uncertain #1 [2003~, )"},
      {"2004-12-30", "uncertain #1 [2003~, )"},
      {"2004-12-31", "revoked #1 [2003~, )"}}},
    {"renewed without a revocation",
     {{D, "US-STATE - FTO", "1997-10-08", NULL, 0},
      {D, "US-STATE - FTO", "1999-10-08", NULL, 0},
      {D, "US-STATE - FTO", "2001", NULL, 0},
      {R, "US-STATE - FTO", "2020-01-01", NULL, 0}},
     {{"1999-10-07", "designated #0 [1997-10-08, 2020-01-01)"},
      {"2000-01-01", "designated #1 [1999-10-08, 2020-01-01)"},
      {"2001-06-01", "designated #1 [1999-10-08, 2020-01-01)"},
      {"2002-01-01", "designated #2 [2001, 2020-01-01)"},
      {"2020-01-01", "revoked #3 [2020-01-01, )"}}},
    {"an amendment changes nothing, and is no standing",
     {{A, "US - Q", "2019-01-01", NULL, 0},
      {D, "US - P", "2020-01-01", NULL, 0},
      {A, "US - P", "2021-01-01", NULL, 0}},
     {{"2019-06-01", "not recorded [, 2020-01-01)"}, {"2021-06-01", "designated #1 [2020-01-01, )"}}},
    {"a revocation without a program ends all of its authority's, and no other's",
     {{D, "US-STATE SDN SDGT", "2021-01-19", NULL, 0},
      {D, "US-STATE - FTO", "2021-01-19", NULL, 0},
      {D, "US-OFAC SDN YEMEN", "2015-04-14", NULL, 0},
      {R, "US-STATE - -", "2021-02-16", NULL, 0}},
     {{"2021-02-15", "designated #0 [2021-01-19, 2021-02-16) | designated #1 [2021-01-19, 2021-02-16) | "
                     "designated #2 [2015-04-14, )"},
      {"2021-02-16",
       "revoked #3 [2021-02-16, ) | revoked #3 [2021-02-16, ) | designated #2 [2015-04-14, )"}}},
    {"a revocation that names a list ends that list's",
     {{D, "US SDN P", "2020-01-01", NULL, 0},
      {D, "US SSI P", "2020-01-01", NULL, 0},
      {R, "US SDN -", "2021-01-01", NULL, 0}},
     {{"2021-01-01", "revoked #2 [2021-01-01, ) | designated #1 [2020-01-01, )"}}},
    {"one program's revocation does not touch another's",
     {{D, "US SDN P", "2020-01-01", NULL, 0},
      {D, "US SDN Q", "2020-01-01", NULL, 0},
      {R, "US - P", "2021-01-01", NULL, 0}},
     {{"2021-01-01", "revoked #2 [2021-01-01, ) | designated #1 [2020-01-01, )"}}},
    {"a revocation of what nothing here names stands for itself",
     {{R, "GB-FCDO - -", "2021-01-01", NULL, 0},
      {D, "US - P", "2020-01-01", NULL, 0},
      {R, "US - Q", "2022-01-01", NULL, 0}},
     {{"2020-06-01",
       "not recorded [, 2021-01-01) | designated #1 [2020-01-01, ) | not recorded [, 2022-01-01)"},
      {"2022-01-01",
       "revoked #0 [2021-01-01, ) | designated #1 [2020-01-01, ) | revoked #2 [2022-01-01, )"}}},
    {"a designation without a program is a standing of its own",
     {{R, "US - -", "2021-01-01", NULL, 0},
      {D, "US - P", "2020-01-01", NULL, 0},
      {D, "US - -", "2022-01-01", NULL, 0}},
     {{"2023-01-01", "designated #2 [2022-01-01, ) | revoked #0 [2021-01-01, )"}}},
    {"only the announcement is dated",
     {{D, "US - P", NULL, "2021-01-10", 0}, {R, "US - P", NULL, "2022-01-10", 0}},
     {{"2021-01-09", "not recorded [, 2021-01-10/..)"},
      {"2021-01-10", "uncertain #0 [2021-01-10/.., 2022-01-10/..)"},
      {"2030-01-10", "uncertain #0 [2021-01-10/.., )"}}},
    {"an announcement that may be any time before, and none at all",
     {{D, "US - P", NULL, "../2021", 0}, {D, "US - Q", NULL, NULL, 0}},
     {{"1900-01-01", "uncertain #0 [, ) | uncertain #1 [, )"},
      {"2100-01-01", "uncertain #0 [, ) | uncertain #1 [, )"}}},
    {"half-open ends",
     {{D, "US - P", "../2020-06-01", NULL, 0}, {R, "US - P", "2021-06-01/..", NULL, 0}},
     {{"1900-01-01", "uncertain #0 [../2020-06-01, 2021-06-01/..)"},
      {"2020-06-01", "designated #0 [../2020-06-01, 2021-06-01/..)"},
      {"2021-05-31", "designated #0 [../2020-06-01, 2021-06-01/..)"},
      {"2021-06-01", "uncertain #1 [2021-06-01/.., )"},
      {"2100-01-01", "uncertain #1 [2021-06-01/.., )"}}},
    {"derived from a listing",
     {{D, "US SDN SDGT", "../2023-12-28", NULL, 1}},
     {{"2023-12-27", "uncertain #0 [../2023-12-28, )"}, {"2023-12-28", "designated #0 [../2023-12-28, )"}}},
    {"derived from a listing of unknown day",
     {{D, "US SDN SDGT", NULL, NULL, 1}},
     {{"1900-01-01", "uncertain #0 [, )"}, {"2100-01-01", "uncertain #0 [, )"}}},
    {"a listing outlasts the revocations before it, and tells nothing of those after it",
     {{D, "US SDN P", "2020-01-01", NULL, 0},
      {R, "US SDN P", "2021-01-01", NULL, 0},
      {D, "US SDN P", "../2023-12-28", NULL, 1},
      {R, "US SDN P", "2024-06-01", NULL, 0}},
     {{"2022-01-01", "uncertain #2 [../2023-12-28, 2024-06-01)"},
      {"2023-12-28", "designated #2 [../2023-12-28, 2024-06-01)"},
      {"2024-06-01", "revoked #3 [2024-06-01, )"}}},
    {"a known day says more than a listing",
     {{D, "US SDN P", "../2023-12-28", NULL, 1}, {D, "US SDN P", "2015-04-14", NULL, 0}},
     {{"2014-01-01", "uncertain #0 [../2023-12-28, 2015-04-14)"},
      {"2016-01-01", "designated #1 [2015-04-14, )"},
      {"2024-01-01", "designated #1 [2015-04-14, )"}}},
    {"no authority is one authority",
     {{D, "- - P", "2020-01-01", NULL, 0},
      {D, "US - P", "2020-01-01", NULL, 0},
      {R, "- - -", "2021-01-01", NULL, 0}},
     {{"2021-01-01", "revoked #2 [2021-01-01, ) | designated #1 [2020-01-01, )"}}},
};

static desig_date date_of(const char *text) {
    desig_date date = {0};
    if (text) cr_assert_eq(desig_date_parse(text, DESIG_DATE_UNAMBIGUOUS, &date), DESIG_OK, "%s", text);
    return date;
}

static int32_t day_of(const char *text) {
    return date_of(text).first;
}

/* Cut a key's words apart in `words`, which the action then borrows. */
static desig_action action_of(const plan *planned, char words[3][16]) {
    cr_assert_eq(sscanf(planned->key, "%15s %15s %15s", words[0], words[1], words[2]), 3, "%s", planned->key);
    return (desig_action){.authority = strcmp(words[0], "-") == 0 ? NULL : words[0],
                          .list = strcmp(words[1], "-") == 0 ? NULL : words[1],
                          .program = strcmp(words[2], "-") == 0 ? NULL : words[2],
                          .type = (uint8_t)planned->type,
                          .effective = date_of(planned->effective),
                          .announced = date_of(planned->announced),
                          .derived = planned->derived};
}

static void describe(const desig_record *record, const desig_standing *standing, char *text, size_t room) {
    char since[DESIG_DATE_TEXT];
    char until[DESIG_DATE_TEXT];
    char decided_by[16] = "";
    if (standing->decided_by)
        snprintf(decided_by, sizeof decided_by, " #%d", (int)(standing->decided_by - record->actions));
    snprintf(text, room, "%s%s [%s, %s)", desig_term(DESIG_TERMS_STATUS, standing->status), decided_by,
             desig_date_format(&standing->since, since), desig_date_format(&standing->until, until));
}

static void check_day(const scenario *told, const desig_record *record, const day_asked *asked) {
    desig_standing each[MAX_ACTIONS];
    char text[600] = "";
    const size_t count = desig_status_on(record, day_of(asked->day), NULL, each, MAX_ACTIONS);
    cr_assert_leq(count, record->action_count);
    for (size_t i = 0; i < count; i++) {
        const size_t length = strlen(text);
        if (i > 0) strcat(text, " | ");
        describe(record, &each[i], text + length + (i > 0 ? 3 : 0), 150);
    }
    cr_expect_str_eq(text, asked->expected, "%s, %s: %s", told->label, asked->day, text);
}

Test(status, follows_the_actions) {
    for (size_t i = 0; i < sizeof scenarios / sizeof *scenarios; i++) {
        const scenario *told = &scenarios[i];
        char words[MAX_ACTIONS][3][16];
        desig_action actions[MAX_ACTIONS];
        desig_record record = {.id = "x", .actions = actions};
        for (uint32_t n = 0; n < MAX_ACTIONS && told->plans[n].key; n++) {
            actions[n] = action_of(&told->plans[n], words[n]);
            record.action_count = n + 1;
        }
        for (int n = 0; n < MAX_DAYS && told->days[n].day; n++) check_day(told, &record, &told->days[n]);
    }
}

/* ---- Against every possibility ---- */

enum { SPAN = 4, TRIED = 3, WAYS = 20 }; /* 2 types times the 10 ranges within 4 days */

/* The number-th of all actions on `- - -` whose dates lie within SPAN days. */
static desig_action any_action(int number) {
    int first = 0;
    int range = number / 2;
    while (range >= SPAN - first) range -= SPAN - first++;
    return (desig_action){
        .type = number % 2 ? R : D,
        .effective = {first, first + range, DESIG_PRECISION_DAY, DESIG_PRECISION_DAY, 0, 0}};
}

/* The status if all actions happened on these days. */
static desig_status status_if(const desig_action *actions, const int *happened, int day) {
    desig_status status = DESIG_STATUS_NOT_RECORDED;
    for (int when = 0; when <= day; when++) {
        for (int i = 0; i < TRIED; i++)
            if (happened[i] == when && actions[i].type == R) status = DESIG_STATUS_REVOKED;
        for (int i = 0; i < TRIED; i++)
            if (happened[i] == when && actions[i].type == D) status = DESIG_STATUS_DESIGNATED;
    }
    return status;
}

static desig_status status_in_all_cases(const desig_action actions[TRIED], int day) {
    unsigned possible = 0;
    int at[TRIED];
    for (at[0] = actions[0].effective.first; at[0] <= actions[0].effective.last; at[0]++)
        for (at[1] = actions[1].effective.first; at[1] <= actions[1].effective.last; at[1]++)
            for (at[2] = actions[2].effective.first; at[2] <= actions[2].effective.last; at[2]++)
                possible |= 1u << status_if(actions, at, day);
    for (desig_status status = DESIG_STATUS_NOT_RECORDED; status < DESIG_STATUS_UNCERTAIN; status++)
        if (possible == 1u << status) return status;
    return DESIG_STATUS_UNCERTAIN;
}

Test(status, is_what_all_possible_days_agree_on) {
    for (int number = 0; number < WAYS * WAYS * WAYS; number++) {
        const desig_action actions[TRIED] = {any_action(number % WAYS), any_action(number / WAYS % WAYS),
                                             any_action(number / WAYS / WAYS)};
        const desig_record record = {.id = "x", .actions = actions, .action_count = TRIED};
        for (int day = -1; day < SPAN; day++) {
            desig_standing overall;
            desig_status_on(&record, day, &overall, NULL, 0);
            cr_assert_eq(overall.status, status_in_all_cases(actions, day), "actions %d, day %d", number,
                         day);
        }
    }
}

/* ---- Over all ---- */

static const plan programs[MAX_ACTIONS] = {
    {D, "US SDN REVOKED", "2000-01-01", NULL, 0}, {R, "US SDN REVOKED", "2005-01-01", NULL, 0},
    {D, "US SDN LATER", "2030-01-01", NULL, 0},   {D, "US SDN MAYBE", "2010", NULL, 0},
    {R, "US SDN MAYBE", "2012-01-01", NULL, 0},   {D, "GB UK NOW", "2010-10-01", NULL, 0},
};

Test(status, over_all_is_the_strongest_standing) {
    static const struct {
        const char *day;
        desig_status status;
        const char *program;
        int decided_by;
    } days[] = {
        {"1999-01-01", DESIG_STATUS_NOT_RECORDED, "REVOKED", -1},
        {"2005-01-01", DESIG_STATUS_REVOKED, "REVOKED", 1},
        {"2010-09-30", DESIG_STATUS_UNCERTAIN, "MAYBE", 3},
        {"2010-10-01", DESIG_STATUS_DESIGNATED, "NOW", 5},
        {"2011-01-01", DESIG_STATUS_DESIGNATED, "MAYBE", 3},
    };
    char words[MAX_ACTIONS][3][16];
    desig_action actions[MAX_ACTIONS];
    for (size_t i = 0; i < MAX_ACTIONS; i++) actions[i] = action_of(&programs[i], words[i]);
    const desig_record record = {.id = "x", .actions = actions, .action_count = MAX_ACTIONS};
    for (size_t i = 0; i < sizeof days / sizeof *days; i++) {
        desig_standing overall;
        cr_expect_eq(desig_status_on(&record, day_of(days[i].day), &overall, NULL, 0), 4);
        cr_expect_eq(overall.status, days[i].status, "%s", days[i].day);
        cr_expect_str_eq(overall.program, days[i].program, "%s", days[i].day);
        const desig_action *decided_by = days[i].decided_by < 0 ? NULL : &actions[days[i].decided_by];
        cr_expect_eq(overall.decided_by, decided_by, "%s", days[i].day);
    }
}

Test(status, counts_what_does_not_fit) {
    char words[MAX_ACTIONS][3][16];
    desig_action actions[MAX_ACTIONS];
    for (size_t i = 0; i < MAX_ACTIONS; i++) actions[i] = action_of(&programs[i], words[i]);
    const desig_record record = {.id = "x", .actions = actions, .action_count = MAX_ACTIONS};
    desig_standing each[3] = {[2] = {.program = "untouched"}};
    cr_expect_eq(desig_status_on(&record, 0, NULL, each, 2), 4);
    cr_expect_str_eq(each[0].program, "REVOKED");
    cr_expect_str_eq(each[1].program, "LATER");
    cr_expect_str_eq(each[2].program, "untouched");
}

Test(status, of_a_record_without_actions_is_not_recorded) {
    static const desig_standing nothing = {0};
    const desig_record record = {.id = "x"};
    desig_standing overall = {.status = DESIG_STATUS_DESIGNATED, .program = "untouched"};
    cr_expect_eq(desig_status_on(&record, 0, &overall, NULL, 0), 0);
    cr_expect_eq(overall.status, DESIG_STATUS_NOT_RECORDED);
    cr_expect_null(overall.program);
    cr_expect_null(overall.decided_by);
    cr_expect_eq(memcmp(&overall.until, &nothing.until, sizeof overall.until), 0);
}

static int same_dates(const desig_date *a, const desig_date *b) {
    return a->first == b->first && a->last == b->last && a->first_precision == b->first_precision &&
           a->last_precision == b->last_precision;
}

/* Between the days that are given, each answer is that of the day before. */
Test(status, changes_on_the_days_that_are_given_only) {
    static const plan plans[MAX_ACTIONS] = {{D, "X L P", "2021-05", NULL, 0},
                                            {R, "X L P", "2021-06-10", NULL, 0},
                                            {D, "X L P", NULL, "2021-07-01", 0},
                                            {D, "X L Q", "../2021-05-20", NULL, 1},
                                            {R, "X - -", "2021-08/2021-09", "2021-07-20", 0},
                                            {D, "X L P", "2021-10-01~", NULL, 0}};
    char words[MAX_ACTIONS][3][16];
    desig_action actions[MAX_ACTIONS];
    int32_t days[6 * MAX_ACTIONS];
    for (size_t i = 0; i < MAX_ACTIONS; i++) actions[i] = action_of(&plans[i], words[i]);
    const desig_record record = {.id = "x", .actions = actions, .action_count = MAX_ACTIONS};
    const size_t room = desig_status_days(&record, NULL, 0);
    const size_t count = desig_status_days(&record, days, 6 * MAX_ACTIONS);
    cr_assert(count > 0 && count <= room && room <= 6 * MAX_ACTIONS);
    for (size_t i = 1; i < count; i++) cr_expect_lt(days[i - 1], days[i]);
    size_t at = 0;
    for (int32_t day = days[0] - 400; day < days[count - 1] + 400; day++) {
        desig_standing before[MAX_ACTIONS], now[MAX_ACTIONS];
        while (at < count && days[at] < day) at++;
        if (at < count && days[at] == day) continue;
        const size_t standings = desig_status_on(&record, day - 1, NULL, before, MAX_ACTIONS);
        cr_assert_eq(desig_status_on(&record, day, NULL, now, MAX_ACTIONS), standings);
        for (size_t i = 0; i < standings; i++)
            cr_expect(before[i].status == now[i].status && before[i].decided_by == now[i].decided_by &&
                          same_dates(&before[i].since, &now[i].since) &&
                          same_dates(&before[i].until, &now[i].until),
                      "standing %zu on day %d", i, (int)day);
    }
    const desig_record empty = {.id = "x"};
    cr_expect_eq(desig_status_days(&empty, days, 1), 0);
}
