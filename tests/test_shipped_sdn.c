/* The ledger of OFAC's real copies that is shipped: what it answers, and that it gives a copy again. */
#include "written.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define LEDGER SHIPPED_DIR "/sdn.ledger"
#define SDN    SHIPPED_DIR "/2023-12-28/sdn.csv"

static desig_list *list_of(const char *path) {
    const desig_source source = {.path = path};
    desig_list *list = NULL;
    desig_error error = {0};
    cr_assert_eq(desig_list_new(NULL, &list), DESIG_OK);
    cr_assert_eq(desig_list_read(list, &source, 1, NULL, NULL, &error), DESIG_OK, "%s: %s", path,
                 error.message);
    return list;
}

static int32_t day_of(const char *words) {
    desig_date date;
    cr_assert_eq(desig_date_parse(words, DESIG_DATE_UNAMBIGUOUS, &date), DESIG_OK, "%s", words);
    return date.first;
}

Test(shipped_sdn, ledger_has_every_copy) {
    desig_list *ledger = list_of(LEDGER);
    char first[DESIG_DATE_TEXT], last[DESIG_DATE_TEXT];
    cr_expect_eq(desig_list_count(ledger), 15892);
    cr_assert_eq(desig_list_edition_count(ledger), 295);
    cr_expect_str_eq(desig_date_format(&desig_list_edition(ledger, 1)->copied, first), "2021-08-18");
    cr_expect_str_eq(desig_date_format(&desig_list_edition(ledger, 295)->copied, last), "2024-05-03");
    desig_list_free(ledger);
}

Test(shipped_sdn, ledger_answers_for_any_day) {
    static const struct {
        const char *id, *program, *day, *status, *since, *until;
    } cases[] = {
        {"us-ofac:47664", "SDGT", "2022-01-01", "not listed", "", "2024-02-14/2024-02-16"},
        {"us-ofac:47664", "SDGT", "2024-02-13", "not listed", "", "2024-02-14/2024-02-16"},
        {"us-ofac:47664", "SDGT", "2024-02-15", "uncertain", "2024-02-14/2024-02-16", ""},
        {"us-ofac:47664", "SDGT", "2024-02-17", "listed", "2024-02-14/2024-02-16", ""},
        /* The leaders stood on the list meanwhile. */
        {"us-ofac:17927", "YEMEN", "2024-02-15", "listed", "../2021-08-18", ""},
        {"us-ofac:17368", "YEMEN", "2024-02-15", "listed", "../2021-08-18", ""},
        {"us-ofac:17386", "YEMEN", "2024-02-15", "listed", "../2021-08-18", ""},
        {"us-ofac:31193", "YEMEN", "2024-02-15", "listed", "../2021-08-18", ""},
        {"us-ofac:31194", "YEMEN", "2024-02-15", "listed", "../2021-08-18", ""},
        {"us-ofac:31195", "YEMEN", "2024-02-15", "listed", "../2021-08-18", ""},
        {"us-ofac:31971", "SDGT", "2024-02-15", "listed", "../2021-08-18", ""},
        /* FTO was revoked, and SDGT kept. */
        {"us-ofac:4691", "FTO", "2022-05-01", "listed", "../2021-08-18", "2022-05-19/2022-05-20"},
        {"us-ofac:4691", "FTO", "2022-06-01", "not listed", "2022-05-19/2022-05-20", ""},
        {"us-ofac:4691", "SDGT", "2022-06-01", "listed", "../2021-08-18", ""},
    };
    desig_list *ledger = list_of(LEDGER);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const desig_record *record = desig_list_get(ledger, cases[i].id);
        desig_standing each[8];
        char since[DESIG_DATE_TEXT], until[DESIG_DATE_TEXT];
        size_t found = 0;
        cr_assert(record, "%s", cases[i].id);
        const size_t count = desig_status_on(record, day_of(cases[i].day), NULL, each, 8);
        for (size_t s = 0; s < count && s < 8; s++) {
            if (strcmp(each[s].program, cases[i].program) != 0) continue;
            found++;
            cr_expect_str_eq(desig_term(DESIG_TERMS_STATUS, each[s].status), cases[i].status, "%s %s",
                             cases[i].id, cases[i].day);
            cr_expect_str_eq(desig_date_format(&each[s].since, since), cases[i].since, "%s %s since %s",
                             cases[i].id, cases[i].day, since);
            cr_expect_str_eq(desig_date_format(&each[s].until, until), cases[i].until, "%s %s until %s",
                             cases[i].id, cases[i].day, until);
        }
        cr_expect_eq(found, 1, "%s %s %s", cases[i].id, cases[i].program, cases[i].day);
    }
    desig_list_free(ledger);
}

/* Each program of one is one of the other's. */
static void expect_programs(const desig_record *wanted, const desig_record *given) {
    cr_expect_eq(given->action_count, wanted->action_count, "%s", wanted->id);
    for (uint32_t i = 0; i < wanted->action_count; i++) {
        int found = 0;
        for (uint32_t k = 0; k < given->action_count; k++)
            found |= strcmp(given->actions[k].program, wanted->actions[i].program) == 0;
        cr_expect(found, "%s %s", wanted->id, wanted->actions[i].program);
    }
}

/* The file of 2023-12-28 is shipped by itself, too. Kind, name and programs are what no later reader reads
 * otherwise, so that the ledger need not be made anew. */
Test(shipped_sdn, ledger_gives_a_copy_again) {
    desig_list *ledger = list_of(LEDGER), *copy = list_of(SDN), *again = NULL;
    const size_t number = desig_list_edition_on(ledger, day_of("2023-12-28"));
    char day[DESIG_DATE_TEXT];
    cr_assert_str_eq(desig_date_format(&desig_list_edition(ledger, number)->copied, day), "2023-12-28");
    cr_assert_eq(desig_list_new(NULL, &again), DESIG_OK);
    cr_assert_eq(desig_list_published(ledger, number, DESIG_COMPANIONS_OF_EDITION, again, NULL), DESIG_OK);
    cr_expect_eq(desig_list_count(copy), 13821);
    cr_expect_eq(desig_list_count(again), 13821);
    const desig_record *wanted;
    for (size_t i = 0; (wanted = desig_list_at(copy, i)) != NULL; i++) {
        const desig_record *given = desig_list_get(again, wanted->id);
        cr_assert(given, "%s", wanted->id);
        cr_expect_eq(given->kind, wanted->kind, "%s", wanted->id);
        cr_expect_str_eq(given->names[0].text, wanted->names[0].text, "%s", wanted->id);
        expect_programs(wanted, given);
    }
    desig_list_free(again);
    desig_list_free(copy);
    desig_list_free(ledger);
}

Test(shipped_sdn, ledger_is_written_as_it_was_read) {
    desig_list *ledger = list_of(LEDGER);
    text written = text_written(ledger, "statements", NULL), given = text_of_file(LEDGER);
    cr_expect_eq(written.length, given.length);
    cr_expect(strcmp(written.bytes, given.bytes) == 0, "other bytes");
    free(written.bytes);
    free(given.bytes);
    desig_list_free(ledger);
}
