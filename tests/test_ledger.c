/* Ledgers: what each edition said comes out of them again, and what that means for any day. */
#define _POSIX_C_SOURCE 200809L

#include "counting.h"
#include "written.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

enum { MOST_FILES = 4 };

/* An edition in memory or, where `text` is NULL, on disk. */
typedef struct edition_file {
    const char *name;
    const char *text;
} edition_file;

typedef struct edition {
    edition_file files[MOST_FILES];
} edition;

static size_t sources_of(const edition *one, desig_source *sources) {
    size_t count = 0;
    for (; count < MOST_FILES && one->files[count].name; count++) {
        const edition_file *file = &one->files[count];
        sources[count] =
            file->text ? (desig_source){.data = file->text, .length = strlen(file->text), .name = file->name}
                       : (desig_source){.path = file->name};
    }
    return count;
}

/* ---- Made-up editions of real rows (OFAC sdn.csv and alt.csv, 2021 to 2024; numbers and days are ours) ----
 */

#define REST        ",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"
#define AUM_FTO     "4691,\"AUM SHINRIKYO\",-0- ,\"FTO] [SDGT\"" REST "-0- \r\n"
#define AUM         "4691,\"AUM SHINRIKYO\",-0- ,\"SDGT\"" REST "-0- \r\n"
#define HAMZI       "32159,\"AL-HAMZI, Ahmad 'Ali Ahsan\",\"individual\",\"YEMEN\"" REST "\"DOB 1985.\"\r\n"
#define ANSARALLAH  "47664,\"ANSARALLAH\",-0- ,\"SDGT\"" REST "\"Secondary sanctions risk.\"\r\n"
#define BELARUS     "9000,\"LUKASHENKA, Viktar\",\"individual\",\"BELARUS-EO\"" REST "\"POB Minsk.\"\r\n"
#define BELARUS_NOW "9000,\"LUKASHENKA, Viktar\",\"individual\",\"BELARUS-EO14038\"" REST "\"POB Minsk.\"\r\n"
#define TORNADO     "38499,\"TORNADO CASH\",-0- ,\"CYBER2\"" REST "-0- \r\n"
#define TORNADO_NOW "39796,\"TORNADO CASH\",-0- ,\"CYBER2] [DPRK3\"" REST "-0- \r\n"
#define REUSED      "9000,\"SEA PEARL\",\"vessel\",\"IRAN\"" REST "\"IMO 9187629.\"\r\n"
/* So that one of them is less than a tenth. */
#define FILLER_ROW(n) "6" #n ",\"COMPANY " #n "\",-0- ,\"CUBA\"" REST "-0- \r\n"
/* clang-format off */
#define FILLER \
    FILLER_ROW(01) FILLER_ROW(02) FILLER_ROW(03) FILLER_ROW(04) FILLER_ROW(05) \
    FILLER_ROW(06) FILLER_ROW(07) FILLER_ROW(08) FILLER_ROW(09) FILLER_ROW(10) \
    FILLER_ROW(11) FILLER_ROW(12) FILLER_ROW(13) FILLER_ROW(14) FILLER_ROW(15) \
    FILLER_ROW(16) FILLER_ROW(17) FILLER_ROW(18) FILLER_ROW(19) FILLER_ROW(20) \
    FILLER_ROW(21) FILLER_ROW(22)
/* clang-format on */

#define ALIASES "32159,1,\"aka\",\"MUTI'\",-0- \r\n47664,2,\"aka\",\"AL-HOUTHI\",-0- \r\n"

static const edition made_up[] = {
    {{{"2021-08-18.csv", FILLER AUM_FTO HAMZI BELARUS TORNADO}}},
    {{{"2021-08-20.csv", FILLER AUM_FTO HAMZI BELARUS TORNADO}}},
    {{{"2022-05-20.csv", FILLER AUM HAMZI BELARUS_NOW TORNADO}}},
    /* With its aliases; one of a party that is on no sdn.csv yet. */
    {{{"2022-11-08/alt.csv", ALIASES}, {"2022-11-08/sdn.csv", FILLER AUM HAMZI BELARUS_NOW TORNADO}}},
    {{{"2022-11-09.csv", FILLER AUM BELARUS_NOW TORNADO_NOW}}},
    {{{"2024-02-14.csv", FILLER AUM HAMZI TORNADO_NOW}}},
    {{{"2024-02-16.csv", FILLER AUM HAMZI ANSARALLAH TORNADO_NOW REUSED}}},
    {{{"2024-02-20/alt.csv", ALIASES},
      {"2024-02-20/sdn.csv", FILLER AUM HAMZI ANSARALLAH TORNADO_NOW REUSED}}},
};

static void note(void *context, const desig_diagnostic *found) {
    findings *all = context;
    if (strcmp(found->check, "id-reused") != 0 && strcmp(found->check, "replaced-by") != 0) return;
    all->used += (size_t)snprintf(all->lines + all->used, sizeof all->lines - all->used, "%s %s;",
                                  found->check, found->id);
}

static desig_result add_one(desig_list *ledger, const edition *one, int allow, desig_edition_report *report,
                            findings *all, desig_error *error) {
    desig_source sources[MOST_FILES];
    size_t count = sources_of(one, sources);
    const desig_callbacks callbacks = {.diagnose = note, .context = all};
    desig_read_options reading = {.callbacks = all ? &callbacks : NULL};
    desig_edition_options options = {.read = &reading, .allow_mass_removal = allow};
    return desig_list_add_edition(ledger, sources, count, &options, NULL, report, error);
}

static desig_list *ledger_of(const edition *editions, size_t count, const desig_allocator *allocator,
                             findings *all) {
    desig_list *ledger = NULL;
    cr_assert_eq(desig_list_new(allocator, &ledger), DESIG_OK);
    for (size_t i = 0; i < count; i++) {
        desig_error error = {0};
        desig_edition_report report = {0};
        cr_assert_eq(add_one(ledger, &editions[i], 0, &report, all, &error), DESIG_OK, "%s: %s",
                     editions[i].files[0].name, error.message);
        cr_expect_eq(report.edition, i + 1);
    }
    return ledger;
}

/* Of so few records that any that goes is a mass removal. */
static desig_list *ledger_of_few(const edition *editions, size_t count) {
    desig_list *ledger = NULL;
    cr_assert_eq(desig_list_new(NULL, &ledger), DESIG_OK);
    for (size_t i = 0; i < count; i++)
        cr_assert_eq(add_one(ledger, &editions[i], 1, NULL, NULL, NULL), DESIG_OK);
    return ledger;
}

static desig_list *read_back(const desig_list *ledger) {
    text written = text_written(ledger, "statements", NULL);
    desig_list *back = list_read(written.bytes, written.length, NULL, NULL, NULL);
    text again = text_written(back, "statements", NULL);
    cr_expect(written.length == again.length && memcmp(written.bytes, again.bytes, again.length) == 0,
              "a ledger does not come back as it was");
    free(written.bytes);
    free(again.bytes);
    return back;
}

static desig_list *imported(const edition *one) {
    desig_source sources[MOST_FILES];
    desig_list *list = NULL;
    size_t count = sources_of(one, sources);
    cr_assert_eq(desig_list_new(NULL, &list), DESIG_OK);
    cr_assert_eq(desig_list_read(list, sources, count, NULL, NULL, NULL), DESIG_OK);
    return list;
}

static int same_text(const char *a, const char *b) {
    return a == b || (a && b && strcmp(a, b) == 0);
}

static void expect_same_sources(const desig_list *a, const desig_list *b, const char *label) {
    const desig_list_source *of_a, *of_b;
    cr_expect_eq(desig_list_as_of(a).last, desig_list_as_of(b).last, "%s", label);
    for (size_t i = 0; of_a = desig_list_source_at(a, i), of_b = desig_list_source_at(b, i), of_a || of_b;
         i++) {
        cr_assert(of_a && of_b, "%s: source %zu", label, i);
        cr_expect(same_text(of_a->name, of_b->name) && same_text(of_a->source, of_b->source) &&
                      same_text(of_a->format, of_b->format) && of_a->as_of.last == of_b->as_of.last,
                  "%s: source %zu, %s and %s", label, i, of_a->name, of_b->name);
    }
}

static void expect_published(const desig_list *ledger, size_t number, const edition *one, const char *label) {
    desig_list *plain = imported(one), *published = NULL;
    cr_assert_eq(desig_list_new(NULL, &published), DESIG_OK);
    cr_assert_eq(desig_list_published(ledger, number, DESIG_COMPANIONS_OF_EDITION, published, NULL),
                 DESIG_OK);
    text a = text_of_parts(plain), b = text_of_parts(published);
    cr_expect(a.length == b.length && memcmp(a.bytes, b.bytes, a.length) == 0, "%s: edition %zu, %s", label,
              number, one->files[0].name);
    expect_same_sources(plain, published, one->files[0].name);
    free(a.bytes);
    free(b.bytes);
    desig_list_free(plain);
    desig_list_free(published);
}

static void expect_every_edition(const edition *editions, size_t count, desig_list *ledger) {
    desig_list *back = read_back(ledger);
    cr_expect_eq(desig_list_edition_count(back), count);
    for (size_t i = 0; i < count; i++) {
        expect_published(ledger, i + 1, &editions[i], "as it was made");
        expect_published(back, i + 1, &editions[i], "read back");
    }
    desig_list_free(back);
}

/* ---- As published ---- */

Test(ledger, gives_every_edition_again) {
    findings all = {.used = 0};
    desig_list *ledger = ledger_of(made_up, COUNT(made_up), NULL, &all);
    expect_every_edition(made_up, COUNT(made_up), ledger);
    cr_expect_str_eq(all.lines, "replaced-by us-ofac:38499;id-reused us-ofac:9000;");
    desig_list_free(ledger);
}

/* Remarks that are cut at 1,000 characters, with a comments file that continues them and without. */
Test(ledger, publishes_cut_remarks_as_they_are_read) {
    char of_first[1400], of_next[1400], filler[950];
    memset(filler, 'x', sizeof filler - 1);
    filler[sizeof filler - 1] = '\0';
    snprintf(of_first, sizeof of_first,
             "%s9100,\"CUT, Ltd\",-0- ,\"SDGT\"" REST "\"%s; Passport A%.40s\"\r\n", FILLER_ROW(01), filler,
             filler);
    snprintf(of_next, sizeof of_next, "%s9100,\"CUT, Ltd\",-0- ,\"SDGT\"" REST "\"%s; Passport B%.40s\"\r\n",
             FILLER_ROW(01), filler, filler);
    const edition editions[] = {
        {{{"2021-08-18.csv", of_first}}},
        {{{"sdn_comments.csv", "9100,\"yz (Iran); DOB 1962.\"\r\n"}, {"2021-08-20.csv", of_first}}},
        {{{"2021-08-23.csv", of_first}}},
        {{{"2021-08-24.csv", of_next}}},
    };
    desig_list *ledger = ledger_of(editions, COUNT(editions), NULL, NULL), *back = read_back(ledger);
    for (size_t i = 0; i < 2 * COUNT(editions); i++) {
        const size_t number = i / 2 + 1;
        desig_list *plain = imported(&editions[number - 1]), *published = NULL;
        cr_assert_eq(desig_list_new(NULL, &published), DESIG_OK);
        cr_assert_eq(
            desig_list_published(i % 2 ? back : ledger, number, DESIG_COMPANIONS_OF_EDITION, published, NULL),
            DESIG_OK);
        text a = text_written(plain, "statements", NULL), b = text_written(published, "statements", NULL);
        const char *cut = strstr(a.bytes, "Passport ");
        cr_expect(number == 2 || (cut && strstr(cut, ",3\n")), "edition %zu: %s", number, a.bytes);
        cr_expect_str_eq(b.bytes, a.bytes, "edition %zu", number);
        free(a.bytes);
        free(b.bytes);
        desig_list_free(plain);
        desig_list_free(published);
    }
    desig_list_free(ledger);
    desig_list_free(back);
}

/* What the comments file says beyond the cut of Remarks stands on where only sdn.csv is observed: of the 17
 * continued remarks, those whose records are still there have some. */
static void expect_comments_not_missed(const desig_list *ledger) {
    size_t said = 0, standing = 0;
    for (size_t i = 0; i < desig_list_count(ledger); i++) {
        const desig_record *record = desig_list_at(ledger, i);
        for (uint32_t f = 0; f < record->fact_count; f++) {
            if (record->facts[f].span.file != 3 || record->facts[f].span.first != 2) continue;
            said++;
            standing += record->facts[f].span.last == 0;
        }
    }
    cr_expect(said > 0);
    cr_expect_eq(said, standing, "%zu of %zu", standing, said);
}

/* Quartets among sdn.csv alone, in two dresses. */
Test(ledger_real, gives_editions_again) {
#define OFAC SHARED_DIR "/data/ofac/"
    static const edition real[] = {
        {{{OFAC "2021-07/sdn.csv", NULL},
          {OFAC "2021-07/add.csv", NULL},
          {OFAC "2021-07/alt.csv", NULL},
          {OFAC "2021-07/sdn_comments.csv", NULL}}},
        {{{OFAC "2023-12-28/add.csv", NULL},
          {OFAC "2023-12-28/sdn.csv", NULL},
          {OFAC "2023-12-28/alt.csv", NULL},
          {OFAC "2023-12-28/sdn_comments.csv", NULL}}},
        {{{OFAC "2024-03-11-headered/sdn.raw.2024-03-11.csv", NULL}}},
    };
    desig_list *ledger = ledger_of(real, COUNT(real), NULL, NULL);
    expect_every_edition(real, COUNT(real), ledger);
    expect_comments_not_missed(ledger);
    desig_list_free(ledger);
}

Test(ledger, knows_rows_that_it_has_read) {
    static const uint64_t known[] = {0, 26, 24, 0, 0, 24, 25, 0};
    desig_list *ledger = NULL;
    cr_assert_eq(desig_list_new(NULL, &ledger), DESIG_OK);
    for (size_t i = 0; i < COUNT(made_up); i++) {
        desig_edition_report report = {0};
        cr_assert_eq(add_one(ledger, &made_up[i], 0, &report, NULL, NULL), DESIG_OK);
        cr_expect_eq(report.known_rows, known[i], "%s: %zu", made_up[i].files[0].name,
                     (size_t)report.known_rows);
    }
    desig_list_free(ledger);
}

/* ---- Records that go and come ---- */

Test(ledger, keeps_what_vanishes_as_the_same_record) {
    desig_list *ledger = ledger_of(made_up, COUNT(made_up), NULL, NULL);
    const desig_record *hamzi = desig_list_get(ledger, "us-ofac:32159");
    const desig_record *gone = desig_list_get(ledger, "us-ofac:38499");
    cr_assert_eq(hamzi->presence_count, 2);
    cr_expect_eq(hamzi->presences[0].span.last, 4);
    cr_expect_eq(hamzi->presences[1].span.first, 6);
    cr_expect_eq(hamzi->presences[1].span.last, 0);
    cr_expect_eq(hamzi->ledger, ledger);
    /* The alias was seen in both editions that have aliases, and not missed in those between. */
    for (uint32_t i = 0; i < hamzi->name_count; i++) {
        const desig_name *name = &hamzi->names[i];
        if (name->group != 1) continue;
        cr_expect_eq(name->span.first, 4);
        cr_expect_eq(name->span.last, 0);
        cr_expect(desig_list_stands(ledger, &name->span, 8));
        cr_expect_not(desig_list_stands(ledger, &name->span, 7), "an alias of an edition without aliases");
    }
    cr_assert_eq(gone->link_count, 1);
    cr_expect_str_eq(gone->links[0].type, "replaced-by");
    cr_expect_str_eq(gone->links[0].target, "us-ofac:39796");
    cr_expect_eq(gone->links[0].derived, 1);
    desig_list_free(ledger);
}

/* ---- What is known of when ---- */

static int32_t day_of(const char *words) {
    desig_date date;
    cr_assert_eq(desig_date_parse(words, DESIG_DATE_UNAMBIGUOUS, &date), DESIG_OK);
    return date.first;
}

Test(ledger, answers_for_any_day) {
    static const struct {
        const char *id, *program, *day, *status, *since, *until;
    } cases[] = {
        {"us-ofac:4691", "FTO", "2020-01-01", "uncertain", "../2021-08-18", "2021-08-20/2022-05-20"},
        {"us-ofac:4691", "FTO", "2021-08-18", "listed", "../2021-08-18", "2021-08-20/2022-05-20"},
        {"us-ofac:4691", "FTO", "2021-08-19", "listed", "../2021-08-18", "2021-08-20/2022-05-20"},
        {"us-ofac:4691", "FTO", "2021-08-20", "uncertain", "../2021-08-18", "2021-08-20/2022-05-20"},
        {"us-ofac:4691", "FTO", "2022-05-20", "uncertain", "../2021-08-18", "2021-08-20/2022-05-20"},
        {"us-ofac:4691", "FTO", "2022-05-21", "not listed", "2021-08-20/2022-05-20", ""},
        {"us-ofac:4691", "SDGT", "2022-05-21", "listed", "../2021-08-18", ""},
        {"us-ofac:4691", "SDGT", "2030-01-01", "listed", "../2021-08-18", ""},
        {"us-ofac:47664", "SDGT", "2020-01-01", "uncertain", "2024-02-14/2024-02-16", ""},
        {"us-ofac:47664", "SDGT", "2022-03-01", "not listed", "", "2024-02-14/2024-02-16"},
        {"us-ofac:47664", "SDGT", "2024-02-13", "not listed", "", "2024-02-14/2024-02-16"},
        {"us-ofac:47664", "SDGT", "2024-02-14", "uncertain", "2024-02-14/2024-02-16", ""},
        {"us-ofac:47664", "SDGT", "2024-02-16", "uncertain", "2024-02-14/2024-02-16", ""},
        {"us-ofac:47664", "SDGT", "2024-02-17", "listed", "2024-02-14/2024-02-16", ""},
        /* The tag was renamed, and the listing goes on. */
        {"us-ofac:9000", "BELARUS-EO14038", "2022-05-20", "listed", "../2021-08-18", "2022-11-09/2024-02-14"},
        {"us-ofac:9000", "BELARUS-EO", "2021-08-20", "listed", "../2021-08-18", "2022-11-09/2024-02-14"},
        {"us-ofac:9000", "IRAN", "2024-02-20", "listed", "2024-02-14/2024-02-16", ""},
        /* Gone, and back. */
        {"us-ofac:32159", "YEMEN", "2022-11-08", "uncertain", "../2021-08-18", "2022-11-08/2022-11-09"},
        {"us-ofac:32159", "YEMEN", "2023-01-01", "uncertain", "2022-11-09/2024-02-14", ""},
        {"us-ofac:32159", "YEMEN", "2024-02-15", "listed", "2022-11-09/2024-02-14", ""},
    };
    desig_list *made = ledger_of(made_up, COUNT(made_up), NULL, NULL), *back = read_back(made);
    for (size_t i = 0; i < 2 * COUNT(cases); i++) {
        const desig_list *ledger = i % 2 == 0 ? made : back;
        desig_standing each[8];
        char since[DESIG_DATE_TEXT], until[DESIG_DATE_TEXT];
        size_t c = i / 2, found = 0;
        size_t count =
            desig_status_on(desig_list_get(ledger, cases[c].id), day_of(cases[c].day), NULL, each, 8);
        for (size_t s = 0; s < count; s++) {
            if (strcmp(each[s].program, cases[c].program) != 0) continue;
            found++;
            cr_expect_str_eq(desig_term(DESIG_TERMS_STATUS, each[s].status), cases[c].status, "%s %s %s: %s",
                             cases[c].id, cases[c].program, cases[c].day,
                             desig_term(DESIG_TERMS_STATUS, each[s].status));
            cr_expect_str_eq(desig_date_format(&each[s].since, since), cases[c].since, "%s %s since %s",
                             cases[c].id, cases[c].day, since);
            cr_expect_str_eq(desig_date_format(&each[s].until, until), cases[c].until, "%s %s until %s",
                             cases[c].id, cases[c].day, until);
        }
        cr_expect_eq(found, 1, "%s %s %s: %zu standings", cases[c].id, cases[c].program, cases[c].day, found);
    }
    cr_expect_eq(desig_list_edition_on(made, day_of("2021-08-17")), 0);
    cr_expect_eq(desig_list_edition_on(made, day_of("2022-11-07")), 3);
    cr_expect_eq(desig_list_edition_on(made, day_of("2030-01-01")), 8);
    desig_list_free(made);
    desig_list_free(back);
}

/* Gone twice, and each time back. */
Test(ledger, says_until_when_a_record_was_gone) {
    static const edition editions[] = {
        {{{"2021-01-01.csv", AUM HAMZI}}}, {{{"2021-02-01.csv", AUM}}},       {{{"2021-03-01.csv", AUM}}},
        {{{"2021-04-01.csv", AUM HAMZI}}}, {{{"2021-05-01.csv", AUM}}},       {{{"2021-06-01.csv", AUM}}},
        {{{"2021-07-01.csv", AUM HAMZI}}}, {{{"2021-08-01.csv", AUM HAMZI}}}, {{{"2021-09-01.csv", AUM}}},
    };
    static const struct {
        const char *day, *status, *since, *until;
    } cases[] = {
        {"2021-02-15", "not listed", "2021-01-01/2021-02-01", "2021-03-01/2021-04-01"},
        {"2021-03-15", "uncertain", "2021-03-01/2021-04-01", "2021-04-01/2021-05-01"},
        {"2021-05-15", "not listed", "2021-04-01/2021-05-01", "2021-06-01/2021-07-01"},
        {"2021-07-15", "listed", "2021-06-01/2021-07-01", "2021-08-01/2021-09-01"},
        {"2021-09-15", "not listed", "2021-08-01/2021-09-01", ""},
    };
    desig_list *ledger = ledger_of_few(editions, COUNT(editions));
    for (size_t i = 0; i < COUNT(cases); i++) {
        desig_standing overall;
        char since[DESIG_DATE_TEXT], until[DESIG_DATE_TEXT];
        desig_status_on(desig_list_get(ledger, "us-ofac:32159"), day_of(cases[i].day), &overall, NULL, 0);
        cr_expect_str_eq(desig_term(DESIG_TERMS_STATUS, overall.status), cases[i].status, "%s", cases[i].day);
        cr_expect_str_eq(desig_date_format(&overall.since, since), cases[i].since, "%s: since %s",
                         cases[i].day, since);
        cr_expect_str_eq(desig_date_format(&overall.until, until), cases[i].until, "%s: until %s",
                         cases[i].day, until);
    }
    desig_list_free(ledger);
}

/* Dates that a publisher states answer until it no longer states them. */
Test(ledger, answers_by_stated_dates_while_they_stand) {
#define UK    "id,kind,name,action,date,authority,list,program\n"
#define ONE   "a,group,A,designated,2020-03-01,GB-FCDO,UK,Libya\n"
#define OTHER "b,group,B,designated,2020-04-01,GB-FCDO,UK,Libya\n"
    static const edition editions[] = {{{{"2021-01-01.csv", UK ONE OTHER}}},
                                       {{{"2021-02-01.csv", UK ONE OTHER}}},
                                       {{{"2021-03-01.csv", UK OTHER}}}};
    static const struct {
        const char *day, *status;
    } cases[] = {{"2020-02-29", "not recorded"}, {"2020-03-01", "designated"}, {"2021-01-31", "designated"},
                 {"2021-02-01", "uncertain"},    {"2021-03-01", "uncertain"},  {"2021-03-02", "not listed"}};
    desig_list *ledger = ledger_of_few(editions, COUNT(editions));
    for (size_t i = 0; i < COUNT(cases); i++) {
        desig_standing overall;
        desig_status_on(desig_list_get(ledger, "a"), day_of(cases[i].day), &overall, NULL, 0);
        cr_expect_str_eq(desig_term(DESIG_TERMS_STATUS, overall.status), cases[i].status, "%s: %s",
                         cases[i].day, desig_term(DESIG_TERMS_STATUS, overall.status));
    }
    expect_every_edition(editions, COUNT(editions), ledger);
    desig_list_free(ledger);
}

/* ---- What is refused ---- */

Test(ledger, refuses_what_cannot_be_the_next_edition) {
    static const struct {
        const char *label;
        edition next;
        desig_result result;
    } cases[] = {
        {"older", {{{"2021-08-19.csv", FILLER AUM}}}, DESIG_E_ORDER},
        {"another one of the day", {{{"2021-08-20.csv", FILLER AUM}}}, DESIG_E_ORDER},
        {"overlapping", {{{"2021-08.csv", FILLER AUM}}}, DESIG_E_ORDER},
        {"of no day", {{{"sdn.csv", FILLER AUM}}}, DESIG_E_ARGUMENT},
        {"mass removal", {{{"2021-08-21.csv", AUM_FTO HAMZI BELARUS TORNADO}}}, DESIG_E_DOUBTFUL},
        {"no list", {{{"2021-08-21.csv", "a,b\n"}}}, DESIG_E_FORMAT},
        {"not there", {{{"/nonexistent/2021-08-21.csv", NULL}}}, DESIG_E_IO},
    };
    desig_list *ledger = ledger_of(made_up, 2, NULL, NULL);
    text before = text_written(ledger, "statements", NULL);
    for (size_t i = 0; i < COUNT(cases); i++) {
        desig_error error = {0};
        desig_result result = add_one(ledger, &cases[i].next, 0, NULL, NULL, &error);
        text after = text_written(ledger, "statements", NULL);
        cr_expect_eq(result, cases[i].result, "%s: %s", cases[i].label, error.message);
        cr_expect_eq(error.result, result, "%s", cases[i].label);
        cr_expect(after.length == before.length && memcmp(after.bytes, before.bytes, after.length) == 0, "%s",
                  cases[i].label);
        free(after.bytes);
    }
    desig_edition_report report = {.edition = 9};
    cr_expect_eq(add_one(ledger, &made_up[1], 0, &report, NULL, NULL), DESIG_OK);
    cr_expect_eq(report.edition, 0, "the newest edition once more changes nothing");
    cr_expect_eq(desig_list_edition_count(ledger), 2);
    cr_expect_eq(add_one(ledger, &cases[4].next, 1, &report, NULL, NULL), DESIG_OK);
    cr_expect_eq(report.vanished, 22);
    free(before.bytes);
    desig_list_free(ledger);
}

/* Several lists stand in one file; one that is cut short must not hide among the others. */
typedef struct list_sizes {
    int sdn, el, uvl, cap;
} list_sizes;

static void write_rows(FILE *to, const char *list, int count) {
    for (int i = 0; i < count; i++)
        fprintf(to, "%s-%d,group,Company %d,designated,2020-01-01,US,%s,P\n", list, i, i, list);
}

static text lists_of(const list_sizes *sizes) {
    text rows = {NULL, 0};
    FILE *to = open_memstream(&rows.bytes, &rows.length);
    cr_assert_not_null(to);
    fputs(UK, to);
    write_rows(to, "SDN", sizes->sdn);
    write_rows(to, "EL", sizes->el);
    write_rows(to, "UVL", sizes->uvl);
    write_rows(to, "CAP", sizes->cap);
    fclose(to);
    return rows;
}

Test(ledger, guards_each_list_of_a_file_by_itself) {
    static const list_sizes before = {100, 10, 2, 1};
    static const struct {
        const char *label;
        list_sizes after;
        desig_result result;
        const char *message;
    } cases[] = {
        {"nothing is missing", {100, 10, 2, 1}, DESIG_OK, ""},
        {"a tenth of the large list", {90, 10, 2, 1}, DESIG_OK, ""},
        {"more than that", {89, 10, 2, 1}, DESIG_E_DOUBTFUL, "11 of 100 records of the list SDN are missing"},
        {"a whole list", {100, 0, 2, 1}, DESIG_E_DOUBTFUL, "10 of 10 records of the list EL are missing"},
        {"part of a list", {100, 7, 2, 1}, DESIG_E_DOUBTFUL, "3 of 10 records of the list EL are missing"},
        {"few records of small lists", {100, 8, 0, 0}, DESIG_OK, ""},
        {"of all together", {92, 8, 0, 0}, DESIG_E_DOUBTFUL, "13 of 113 records are missing"},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        text rows[] = {lists_of(&before), lists_of(&cases[i].after)};
        const edition editions[] = {{{{"2021-01-01.csv", rows[0].bytes}}},
                                    {{{"2021-01-02.csv", rows[1].bytes}}}};
        desig_list *ledger = ledger_of(editions, 1, NULL, NULL);
        desig_error error = {0};
        cr_expect_eq(add_one(ledger, &editions[1], 0, NULL, NULL, &error), cases[i].result, "%s: %s",
                     cases[i].label, error.message);
        cr_expect_eq(strncmp(error.message, cases[i].message, strlen(cases[i].message)), 0, "%s: %s",
                     cases[i].label, error.message);
        cr_expect_eq(add_one(ledger, &editions[1], 1, NULL, NULL, NULL), DESIG_OK, "%s: by option",
                     cases[i].label);
        desig_list_free(ledger);
        free(rows[0].bytes);
        free(rows[1].bytes);
    }
}

/* Parts of companions that an edition lacks count as their newest copies said, and only they. */
Test(ledger, carries_companions_over) {
#define OTHERS "47664,2,\"aka\",\"AL-HOUTHI\",-0- \r\n"
    static const char places[] = "32159,9,\"Sanaa\",\"\",\"Yemen\",-0- \r\n";
    const edition editions[] = {
        {{{"2024-01-01/sdn.csv", FILLER HAMZI ANSARALLAH},
          {"2024-01-01/alt.csv", ALIASES},
          {"2024-01-01/add.csv", places}}},
        {{{"2024-01-02/sdn.csv", FILLER HAMZI ANSARALLAH}, {"2024-01-02/alt.csv", OTHERS}}},
        {{{"2024-01-03/sdn.csv", FILLER HAMZI ANSARALLAH TORNADO}}},
    };
    /* The list of the third edition with companions carried over: its own sdn.csv, the second's alt.csv and
     * the first's add.csv. */
    const edition carried = {{{"2024-01-03/sdn.csv", FILLER HAMZI ANSARALLAH TORNADO},
                              {"2024-01-03/alt.csv", OTHERS},
                              {"2024-01-03/add.csv", places}}};
    desig_list *made = ledger_of(editions, COUNT(editions), NULL, NULL), *back = read_back(made);
    desig_list *plain = imported(&carried);
    text expected = text_of_parts(plain);
    for (int turn = 0; turn < 2; turn++) {
        desig_list *published = NULL;
        cr_assert_eq(desig_list_new(NULL, &published), DESIG_OK);
        cr_assert_eq(
            desig_list_published(turn == 0 ? made : back, 3, DESIG_COMPANIONS_CARRIED, published, NULL),
            DESIG_OK);
        text got = text_of_parts(published);
        cr_expect(got.length == expected.length && memcmp(got.bytes, expected.bytes, got.length) == 0, "%s",
                  turn == 0 ? "as it was made" : "read back");
        cr_expect_eq(desig_list_as_of(published).last, desig_list_edition(made, 3)->copied.last);
        free(got.bytes);
        desig_list_free(published);
    }
    for (size_t i = 0; i < COUNT(editions); i++) expect_published(made, i + 1, &editions[i], "not carried");
    free(expected.bytes);
    desig_list_free(plain);
    desig_list_free(made);
    desig_list_free(back);
}

/* What reading did and what the ledger found stand in two reports. */
Test(ledger, reports_reading_and_adding_apart) {
    desig_list *ledger = ledger_of(made_up, 6, NULL, NULL);
    const desig_source source = {.data = made_up[6].files[0].text,
                                 .length = strlen(made_up[6].files[0].text),
                                 .name = made_up[6].files[0].name};
    desig_report read = {.size = sizeof read};
    desig_edition_report report = {.size = sizeof report};
    cr_assert_eq(desig_list_add_edition(ledger, &source, 1, NULL, &read, &report, NULL), DESIG_OK);
    cr_expect_eq(read.rows, 27);
    cr_expect_eq(read.bytes, source.length);
    cr_expect_eq(read.warnings, 1, "id-reused");
    cr_expect_str_eq(read.format, "ofac-sdn");
    cr_expect_eq(report.edition, 7);
    cr_expect_eq(report.records, 27);
    cr_expect_eq(report.known_rows, 25);
    cr_expect_eq(report.added, 0);
    cr_expect_eq(report.returned, 1);
    cr_expect_eq(report.changed, 1, "of whom an alt.csv had spoken before");
    desig_list_free(ledger);
}

Test(ledger, takes_nothing_but_editions) {
    desig_list *ledger = ledger_of(made_up, 1, NULL, NULL), *plain = imported(&made_up[0]), *empty = NULL;
    desig_record record = {.id = "x"};
    cr_assert_eq(desig_list_new(NULL, &empty), DESIG_OK);
    desig_source source = {.data = UK ONE, .length = strlen(UK ONE), .name = "2022-01-01.csv"};
    cr_expect_eq(desig_list_add(ledger, &record, NULL), DESIG_E_ARGUMENT);
    cr_expect_eq(desig_list_merge(ledger, plain, NULL), DESIG_E_ARGUMENT);
    cr_expect_eq(desig_list_merge(plain, ledger, NULL), DESIG_E_ARGUMENT);
    cr_expect_eq(desig_list_read(ledger, &source, 1, NULL, NULL, NULL), DESIG_E_ARGUMENT);
    cr_expect_eq(desig_list_add_edition(plain, &source, 1, NULL, NULL, NULL, NULL), DESIG_E_ARGUMENT);
    cr_expect_eq(desig_list_published(ledger, 2, DESIG_COMPANIONS_OF_EDITION, empty, NULL), DESIG_E_ARGUMENT);
    cr_expect_eq(desig_list_published(ledger, 0, DESIG_COMPANIONS_OF_EDITION, empty, NULL), DESIG_E_ARGUMENT);
    cr_expect_eq(desig_list_published(ledger, 1, (desig_companions)2, empty, NULL), DESIG_E_ARGUMENT);
    cr_expect_eq(desig_list_published(ledger, 1, DESIG_COMPANIONS_OF_EDITION, plain, NULL), DESIG_E_ARGUMENT,
                 "a list that has records");
    cr_expect_eq(desig_list_edition_count(plain), 0);
    cr_expect_eq(desig_list_count(empty), 0);
    desig_list_free(empty);
    desig_list_free(ledger);
    desig_list_free(plain);
}

/* The library's digest tells copies apart; what proves them is the caller's. */
Test(ledger, keeps_the_digests_of_its_files) {
    const desig_source sources[] = {
        {.data = FILLER AUM,
         .length = sizeof FILLER AUM - 1,
         .name = "2021-01-01/sdn.csv",
         .checksum = "sha256:1"},
        {.data = ALIASES, .length = sizeof ALIASES - 1, .name = "2021-01-01/alt.csv"}};
    desig_list *ledger = NULL;
    desig_edition_report report = {0};
    cr_assert_eq(desig_list_new(NULL, &ledger), DESIG_OK);
    cr_assert_eq(desig_list_add_edition(ledger, sources, 2, NULL, NULL, NULL, NULL), DESIG_OK);
    cr_assert_eq(desig_list_add_edition(ledger, sources, 2, NULL, NULL, &report, NULL), DESIG_OK);
    cr_expect_eq(report.edition, 0, "the same edition once more");
    desig_list *back = read_back(ledger);
    const desig_edition *kept = desig_list_edition(back, 1);
    cr_assert_eq(kept->file_count, 2);
    for (uint32_t i = 0; i < 2; i++) {
        const int primary = kept->files[i].companion == 0;
        cr_expect_str_eq(kept->files[i].digest,
                         primary ? "aca14f28d4fc1d9af0393960dec42b03257f6672cfc7c510af7b3db7f1e88240"
                                 : "ff7570b0bd2f6f865faa78c9071939a2ed7d59e28d6bd6915d18e84fee408796");
        cr_expect_str_eq(kept->files[i].checksum ? kept->files[i].checksum : "", primary ? "sha256:1" : "");
    }
    desig_list_free(ledger);
    desig_list_free(back);
}

/* What is taken out of a ledger counts no editions any more; what is written for people says so. */
Test(ledger, gives_records_to_plain_lists_without_their_spans) {
    desig_list *ledger = ledger_of(made_up, COUNT(made_up), NULL, NULL), *plain = NULL;
    const desig_record *hamzi = desig_list_get(ledger, "us-ofac:32159");
    desig_report report = {0};
    cr_assert_eq(desig_list_new(NULL, &plain), DESIG_OK);
    cr_assert_eq(desig_list_add(plain, hamzi, NULL), DESIG_OK);
    const desig_record *added = desig_list_at(plain, 0);
    cr_expect_eq(added->presence_count, 0);
    cr_expect_null(added->ledger);
    cr_expect_gt(hamzi->names[0].span.first, 0);
    cr_expect_eq(added->names[0].span.first, 0);
    cr_expect_eq(added->actions[0].span.first, 0);
    free(text_written(ledger, "designations", &report).bytes);
    cr_expect_gt(report.not_written, desig_list_count(ledger), "the editions of names, listings and links");
    desig_list_free(plain);
    desig_list_free(ledger);
}

Test(ledger, refuses_damaged_ledgers) {
#define HEAD               "id,part,type,value,date,first_edition,last_edition,companion\n"
#define FIRST              ",edition,ofac-sdn,a.csv,2021-01-01,1,,\n"
#define HEAD_OF_ALL        "id,part,type,value,date,first_edition,last_edition,companion,group\n"
#define FIRST_OF_ALL(rows) ",edition,ofac-sdn,a.csv,2021-01-01,1,,," rows "\n"
#define SECOND             ",edition,ofac-sdn,b.csv,2021-01-02,2,,\n"
    static const struct {
        const char *label, *rows;
        desig_result result;
    } cases[] = {
        {"whole", HEAD FIRST SECOND "r,record,group,,,1,,\nr,fact,remark,X,,1,2,\n", DESIG_OK},
        {"in any order", HEAD "r,fact,remark,X,,1,2,\n" SECOND FIRST "r,record,group,,,1,,\n", DESIG_OK},
        {"an edition is lacking", HEAD SECOND "r,record,group,,,1,,\n", DESIG_E_FORMAT},
        {"not in order", HEAD FIRST ",edition,ofac-sdn,b.csv,2020-01-02,2,,\n", DESIG_E_FORMAT},
        {"an edition that is not there", HEAD FIRST "r,record,group,,,2,,\n", DESIG_E_FORMAT},
        {"ends before it begins", HEAD FIRST SECOND "r,record,group,,,2,1,\n", DESIG_E_FORMAT},
        {"a record without presence", HEAD FIRST "r,record,group,,,,,\n", DESIG_E_FORMAT},
        {"a part without span", HEAD FIRST "r,record,group,,,1,,\nr,fact,remark,X,,,,\n", DESIG_E_FORMAT},
        {"whole, and says so", HEAD_OF_ALL FIRST_OF_ALL("3") "r,record,group,,,1,,,\nr,fact,remark,X,,1,,,\n",
         DESIG_OK},
        {"cut off", HEAD_OF_ALL FIRST_OF_ALL("3") "r,record,group,,,1,,,\n", DESIG_E_FORMAT},
        {"with a row more", HEAD_OF_ALL FIRST_OF_ALL("1") "r,record,group,,,1,,,\n", DESIG_E_FORMAT},
        {"a companion that cannot be", HEAD ",edition,ofac-alt,b.csv,2021-01-02,1,,99\n", DESIG_E_FORMAT},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        desig_source source = {.data = cases[i].rows, .length = strlen(cases[i].rows), .name = "ledger"};
        desig_list *list = NULL;
        desig_error error = {0};
        cr_assert_eq(desig_list_new(NULL, &list), DESIG_OK);
        cr_expect_eq(desig_list_read(list, &source, 1, NULL, NULL, &error), cases[i].result, "%s: %s",
                     cases[i].label, error.message);
        if (cases[i].result != DESIG_OK) {
            cr_expect_eq(desig_list_edition_count(list), 0, "%s", cases[i].label);
            cr_expect_eq(desig_list_count(list), 0, "%s", cases[i].label);
        }
        desig_list_free(list);
    }
}

/* ---- Records that change all the time ---- */

/* The nth edition of a list in which every record has something new each time. */
static text restless_edition(size_t number) {
    text rows = {NULL, 0};
    FILE *to = open_memstream(&rows.bytes, &rows.length);
    cr_assert_not_null(to);
    fputs("id,kind,name,aliases,links,action,date,authority,program,remarks\n", to);
    for (int i = 0; i < 12; i++)
        fprintf(to,
                "r%d,group,Company %zu,Alias %zu;Other,owned-by=Owner %zu,designated,2020-01-01,US,P%zu,Seen "
                "%zu\n",
                i, i == 0 ? number / 50 : 0, number, number, number, number);
    fclose(to);
    return rows;
}

static desig_result add_restless(desig_list *ledger, size_t number) {
    text rows = restless_edition(number);
    const desig_source source = {.data = rows.bytes, .length = rows.length, .name = "rows.csv"};
    desig_read_options reading = {DESIG_INIT(desig_read_options)};
    desig_edition_options options = {DESIG_INIT(desig_edition_options), .read = &reading};
    reading.as_of.first = reading.as_of.last = 18000 + (int32_t)number;
    reading.as_of.first_precision = reading.as_of.last_precision = DESIG_PRECISION_DAY;
    desig_result result = desig_list_add_edition(ledger, &source, 1, &options, NULL, NULL, NULL);
    free(rows.bytes);
    return result;
}

/* Copies of what a record was would make memory grow with the square of the editions. */
Test(ledger, grows_with_what_changes_and_no_faster) {
    size_t needed[2];
    for (size_t turn = 0; turn < 2; turn++) {
        counting count = {0};
        desig_allocator allocator = counting_allocator(&count);
        desig_list *ledger = NULL;
        cr_assert_eq(desig_list_new(&allocator, &ledger), DESIG_OK);
        for (size_t i = 1; i <= 200 * (turn + 1); i++) cr_assert_eq(add_restless(ledger, i), DESIG_OK);
        needed[turn] = count.outstanding;
        desig_list_free(ledger);
        cr_expect_eq(count.outstanding, 0);
    }
    cr_expect(needed[1] < needed[0] * 5 / 2, "%zu, %zu bytes", needed[0], needed[1]);
}

/* Pointers to what a record was stay valid: the same parts, of which some have ended. */
Test(ledger, leaves_what_a_record_was_where_it_was) {
    enum { EDITIONS = 40 };
    desig_list *ledger = NULL;
    const desig_record *was[EDITIONS + 1];
    cr_assert_eq(desig_list_new(NULL, &ledger), DESIG_OK);
    for (size_t i = 1; i <= EDITIONS; i++) {
        cr_assert_eq(add_restless(ledger, i), DESIG_OK);
        was[i] = desig_list_get(ledger, "r1");
    }
    for (size_t i = 1; i <= EDITIONS; i++) {
        char alias[32], remark[32];
        snprintf(alias, sizeof alias, "Alias %zu", i);
        snprintf(remark, sizeof remark, "Seen %zu", i);
        cr_assert_eq(was[i]->name_count, 2 + i, "its name, the other alias, and one of each edition");
        cr_assert_eq(was[i]->fact_count, i);
        cr_expect_str_eq(was[i]->facts[i - 1].value, remark);
        cr_expect_str_eq(was[i]->names[i == 1 ? 1 : i + 1].text, alias);
        cr_expect_eq(was[i]->facts[i - 1].span.first, i);
    }
    static const char successor[] = "id,kind,name\ns,group,Company 0\n";
    const edition last = {{{"2030-01-01.csv", successor}}};
    cr_assert_eq(add_one(ledger, &last, 1, NULL, NULL, NULL), DESIG_OK);
    const desig_record *gone = desig_list_get(ledger, "r1");
    cr_assert_eq(gone->link_count, EDITIONS + 1);
    for (uint32_t i = 0; i < EDITIONS; i++) cr_expect_eq(gone->links[i].span.last, i + 1);
    cr_expect_str_eq(gone->links[EDITIONS].type, "replaced-by");
    cr_expect_eq(was[EDITIONS]->link_count, EDITIONS);
    desig_list_free(ledger);
}

/* An edition that fails half-way leaves nothing behind where parts are put behind others. */
Test(ledger, goes_on_after_failures_where_records_grow) {
    enum { EDITIONS = 12 };
    desig_list *whole = NULL;
    cr_assert_eq(desig_list_new(NULL, &whole), DESIG_OK);
    for (size_t i = 1; i <= EDITIONS; i++) cr_assert_eq(add_restless(whole, i), DESIG_OK);
    text expected = text_written(whole, "statements", NULL);
    for (size_t step = 1; step < 40; step += 3) {
        counting count = {0};
        desig_allocator allocator = counting_allocator(&count);
        desig_list *ledger = NULL;
        cr_assert_eq(desig_list_new(&allocator, &ledger), DESIG_OK);
        for (size_t i = 1; i <= EDITIONS; i++) {
            for (size_t nth = step; nth < 400; nth += 40) {
                const desig_record *before = desig_list_get(ledger, "r1");
                count.fail_at = count.requests + nth;
                if (add_restless(ledger, i) == DESIG_OK) break;
                cr_expect_eq(desig_list_get(ledger, "r1"), before);
                for (uint32_t f = 0; before && f < before->fact_count; f++)
                    cr_expect_eq(before->facts[f].span.last == 0, f + 1 == before->fact_count);
            }
            count.fail_at = 0;
            if (desig_list_edition_count(ledger) < i) cr_assert_eq(add_restless(ledger, i), DESIG_OK);
        }
        text got = text_written(ledger, "statements", NULL);
        cr_expect(got.length == expected.length && memcmp(got.bytes, expected.bytes, got.length) == 0, "%zu",
                  step);
        free(got.bytes);
        desig_list_free(ledger);
        cr_expect_eq(count.outstanding, 0);
    }
    free(expected.bytes);
    desig_list_free(whole);
}

/* ---- Memory ---- */

/* Add an edition with the nth request failing: the ledger is as before, and goes on as if nothing had
 * happened. Returns whether it came to that. */
static int add_without_memory(size_t failing, size_t nth, const text *expected) {
    counting count = {0};
    desig_allocator allocator = counting_allocator(&count);
    desig_list *ledger = ledger_of(made_up, failing, &allocator, NULL);
    text before = text_written(ledger, "statements", NULL);
    count.fail_at = count.requests + nth;
    desig_result result = add_one(ledger, &made_up[failing], 0, NULL, NULL, NULL);
    int failed = count.requests >= count.fail_at;
    count.fail_at = 0;
    cr_assert_eq(result, failed ? DESIG_E_NOMEM : DESIG_OK, "edition %zu, request %zu", failing + 1, nth);
    if (failed) {
        text after = text_written(ledger, "statements", NULL);
        cr_assert(after.length == before.length && memcmp(after.bytes, before.bytes, after.length) == 0);
        cr_assert_eq(add_one(ledger, &made_up[failing], 0, NULL, NULL, NULL), DESIG_OK);
        free(after.bytes);
    }
    for (size_t i = failing + 1; i < COUNT(made_up); i++)
        cr_assert_eq(add_one(ledger, &made_up[i], 0, NULL, NULL, NULL), DESIG_OK);
    text end = text_written(ledger, "statements", NULL);
    cr_assert(end.length == expected->length && memcmp(end.bytes, expected->bytes, end.length) == 0,
              "edition %zu, request %zu", failing + 1, nth);
    free(before.bytes);
    free(end.bytes);
    desig_list_free(ledger);
    cr_assert_eq(count.outstanding, 0, "edition %zu, request %zu", failing + 1, nth);
    return failed;
}

static int publish_without_memory(const desig_list *ledger, size_t nth) {
    counting count = {.fail_at = nth + 2};
    desig_allocator allocator = counting_allocator(&count);
    desig_list *list = NULL;
    cr_assert_eq(desig_list_new(&allocator, &list), DESIG_OK);
    desig_result result = desig_list_published(ledger, 7, DESIG_COMPANIONS_CARRIED, list, NULL);
    int failed = count.requests >= count.fail_at;
    cr_assert_eq(result, failed ? DESIG_E_NOMEM : DESIG_OK);
    if (failed) cr_assert_eq(desig_list_count(list), 0);
    desig_list_free(list);
    cr_assert_eq(count.outstanding, 0);
    return failed;
}

Test(ledger, survives_the_end_of_memory) {
    desig_list *whole = ledger_of(made_up, COUNT(made_up), NULL, NULL);
    text expected = text_written(whole, "statements", NULL);
    size_t failures = 0;
    for (size_t i = 0; i < COUNT(made_up); i++)
        for (size_t nth = 1; add_without_memory(i, nth, &expected); nth++) failures++;
    for (size_t nth = 0; publish_without_memory(whole, nth); nth++) failures++;
    cr_expect(failures > 100, "%zu", failures);
    free(expected.bytes);
    desig_list_free(whole);
}

/* ---- Copies ---- */

static int is_not_tornado(void *context, const desig_record *record) {
    (void)context;
    return strstr(record->names[0].text, "TORNADO") == NULL;
}

Test(ledger, is_copied_with_its_editions) {
    counting count = {0};
    desig_allocator allocator = counting_allocator(&count);
    desig_list *ledger = ledger_of(made_up, COUNT(made_up), NULL, NULL), *copy = NULL, *some = NULL;
    cr_assert_eq(desig_list_new(&allocator, &copy), DESIG_OK);
    cr_assert_eq(desig_list_new(&allocator, &some), DESIG_OK);
    cr_assert_eq(desig_list_copy(some, ledger, is_not_tornado, NULL, NULL), DESIG_OK);
    cr_assert_eq(desig_list_copy(copy, ledger, NULL, NULL, NULL), DESIG_OK);
    text a = text_written(ledger, "statements", NULL), b = text_written(copy, "statements", NULL);
    desig_list_free(ledger);
    cr_expect(a.length == b.length && memcmp(a.bytes, b.bytes, a.length) == 0);
    cr_expect_eq(desig_list_edition_count(some), COUNT(made_up));
    cr_expect_lt(desig_list_count(some), desig_list_count(copy));
    for (size_t i = 0; i < desig_list_count(some); i++) {
        const desig_record *record = desig_list_at(some, i);
        cr_expect(record->ledger == some && record->presence_count > 0, "%s", record->id);
    }
    cr_expect_eq(desig_list_copy(copy, some, NULL, NULL, NULL), DESIG_E_ARGUMENT, "a ledger takes editions");
    free(a.bytes);
    free(b.bytes);
    desig_list_free(copy);
    desig_list_free(some);
    cr_expect_eq(count.outstanding, 0);
}

Test(ledger, changes_a_status_on_the_days_that_are_given_only) {
    desig_list *ledger = ledger_of(made_up, COUNT(made_up), NULL, NULL);
    const int32_t from = desig_list_edition(ledger, 1)->copied.first - 40;
    const int32_t to = desig_list_edition(ledger, COUNT(made_up))->copied.last + 40;
    for (size_t i = 0; i < desig_list_count(ledger); i++) {
        const desig_record *record = desig_list_at(ledger, i);
        int32_t days[256];
        const size_t given = desig_status_days(record, days, COUNT(days));
        size_t at = 0;
        cr_assert_leq(given, COUNT(days));
        for (int32_t day = from; day < to; day++) {
            desig_standing before, now;
            while (at < given && days[at] < day) at++;
            if (at < given && days[at] == day) continue;
            desig_status_on(record, day - 1, &before, NULL, 0);
            desig_status_on(record, day, &now, NULL, 0);
            cr_expect(before.status == now.status && before.decided_by == now.decided_by, "%s on day %d",
                      record->id, (int)day);
        }
    }
    desig_list_free(ledger);
}
