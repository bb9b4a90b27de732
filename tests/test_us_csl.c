/* The US Consolidated Screening List: nothing is lost, and nothing is made more than it is. */
#include "found_again.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#define REAL    SHARED_DIR "/data/us-csl/"
#define EXCERPT TEST_DATA_DIR "/valid/us-csl-"

/* ---- Everything is found again ---- */

static const desig_record *record_of_row(const desig_list *list, const plain_file *file, size_t row) {
    const char *number = plain_cell(file, row, "entity_number");
    const char *name = plain_cell(file, row, "name");
    const desig_record *record;
    char id[128];
    snprintf(id, sizeof id, "us-csl:%s", *number ? number : plain_cell(file, row, "_id"));
    record = desig_list_get(list, id);
    if (record != NULL) return record;
    record = desig_list_at(list, row - 1); /* without any number: no two rows have one record */
    return record != NULL && strcmp(record->names[0].text, name + strspn(name, " ")) == 0 ? record : NULL;
}

static int is_found(const desig_record *record, const char *column, const char *cell) {
    const char *id = strchr(record->id, ':') + 1;
    if (strcmp(column, "type") == 0)
        return *cell == '\0' ? record->kind == DESIG_KIND_UNKNOWN
                             : record->kind == (uint32_t)desig_term_value(DESIG_TERMS_KIND, cell);
    if (strcmp(column, "entity_number") == 0 || strcmp(column, "_id") == 0)
        return *cell == '\0' || strcmp(cell, id) == 0;
    return found_again(record, cell, "; ", strcmp(column, "ids") == 0);
}

static size_t expect_all_found(const desig_list *list, const plain_file *file) {
    size_t row, column, cells = 0;
    for (row = 1; row < file->rows; row++) {
        const desig_record *record = record_of_row(list, file, row);
        cr_assert(record != NULL, "row %zu", row);
        for (column = 0; column < file->columns; column++, cells++) {
            const char *cell = file->cells[row * file->columns + column];
            cr_expect(is_found(record, file->cells[column], cell), "%s, %s: %s", record->id,
                      file->cells[column], cell);
        }
    }
    return cells;
}

typedef struct edition {
    const char *path;
    const char *name;
    size_t rows, records, warnings, notes;
} edition;

static void expect_found_again(const edition *files, size_t count) {
    for (size_t i = 0; i < count; i++) {
        desig_report report = {0};
        plain_file file;
        cr_assert(plain_read(&file, files[i].path), "no %s", files[i].path);
        desig_list *list = plain_list(&file, files[i].name, &report, NULL);
        cr_expect_str_eq(report.format, "us-csl");
        cr_expect(report.rows == files[i].rows && file.rows == files[i].rows + 1, "%s", files[i].path);
        cr_expect_eq(report.records, files[i].records, "%s: %u", files[i].path, (unsigned)report.records);
        cr_expect_eq(report.warnings, files[i].warnings, "%s: %u", files[i].path, (unsigned)report.warnings);
        cr_expect_eq(report.notes, files[i].notes, "%s: %u", files[i].path, (unsigned)report.notes);
        cr_expect(report.bad_rows == 0 && report.doubled_rows == 0 && report.errors == 0);
        cr_expect_eq(expect_all_found(list, &file), files[i].rows * file.columns);
        desig_list_free(list);
        plain_free(&file);
    }
}

Test(us_csl, excerpts_are_found_again) {
    static const edition files[] = {
        {EXCERPT "2022-04-28/consolidated.2022-04-28.csv", "consolidated.2022-04-28.csv", 18, 16, 1, 2},
        {EXCERPT "2019-12/csl.2019-12.csv", "csl.2019-12.csv", 5, 5, 0, 1},
        {EXCERPT "2025-06/csl.2025-06.csv", "csl.2025-06.csv", 13, 13, 0, 0},
    };
    expect_found_again(files, sizeof files / sizeof files[0]);
}

Test(us_csl_real, lists_are_found_again) {
    static const edition files[] = {
        {REAL "consolidated.2022-04-28.csv.gz", "consolidated.2022-04-28.csv", 14160, 14048, 3, 112},
        {REAL "csl.2019-12.sample.csv", "csl.2019-12.sample.csv", 115, 115, 0, 1},
        {REAL "csl.2025-06.excerpt.csv", "csl.2025-06.excerpt.csv", 13, 13, 0, 0},
    };
    expect_found_again(files, sizeof files / sizeof files[0]);
}

/* ---- What it makes of single rows ---- */

static const desig_record *get(const desig_list *list, const char *id) {
    const desig_record *record = desig_list_get(list, id);
    cr_assert(record != NULL, "%s", id);
    return record;
}

/* "type authority list program effective[ derived];" of each action. Static storage. */
static const char *actions_of(const desig_record *record) {
    static char text[2048];
    size_t at = 0;
    text[0] = '\0';
    for (uint32_t i = 0; i < record->action_count; i++) {
        const desig_action *action = &record->actions[i];
        char day[DESIG_DATE_TEXT];
        at += (size_t)snprintf(text + at, sizeof text - at, "%s %s %s %s %s%s;",
                               desig_term(DESIG_TERMS_ACTION_TYPE, action->type), action->authority,
                               action->list, action->program == NULL ? "-" : action->program,
                               desig_date_format(&action->effective, day), action->derived ? " derived" : "");
    }
    return text;
}

static const desig_fact *fact_of(const desig_record *record, desig_fact_type type, const char *value) {
    for (uint32_t i = 0; i < record->fact_count; i++)
        if (record->facts[i].type == type && strcmp(record->facts[i].value, value) == 0)
            return &record->facts[i];
    cr_assert(0, "%s has no %s %s", record->id, desig_term(DESIG_TERMS_FACT_TYPE, type), value);
    return NULL;
}

static int has_link(const desig_record *record, const char *type, const char *target) {
    for (uint32_t i = 0; i < record->link_count; i++)
        if (strcmp(record->links[i].type, type) == 0 && strcmp(record->links[i].target, target) == 0)
            return 1;
    return 0;
}

static desig_list *read_excerpt(char checks[4096]) {
    plain_file file;
    cr_assert(plain_read(&file, EXCERPT "2022-04-28/consolidated.2022-04-28.csv"));
    desig_list *list = plain_list(&file, "consolidated.2022-04-28.csv", NULL, checks);
    plain_free(&file);
    return list;
}

#define ISH    "us-csl:deb7a1d5743a85c354ca1a2c7f2664e2104b32d7"
#define ORIENT "us-csl:06b13b0b369d79eb1546734695f9d231732cee0f"
#define KHAN   "us-csl:2d2db09c686e4829d0ef1b0b04145eec3d42cd88"
#define DTC    "us-csl:52c77849fea7a4b8a494fb73f19b88b5ec81545f"

Test(us_csl, rows_become_actions_of_their_list) {
    static const struct {
        const char *id;
        desig_kind kind;
        const char *actions;
    } cases[] = {
        {ISH, DESIG_KIND_UNKNOWN, "designated US-BIS DPL - 2003-06-19;revoked US-BIS DPL - 2056-06-29;"},
        {ORIENT, DESIG_KIND_UNKNOWN, "designated US-BIS EL - ../2022-04-28 derived;"},
        {KHAN, DESIG_KIND_UNKNOWN,
         "designated US-STATE ISN E.O. 13382 2009-01-09;"
         "designated US-STATE ISN Export-Import Bank Act 2009-01-09;"
         "designated US-STATE ISN Nuclear Proliferation Prevention Act 2009-01-09;"},
        {DTC, DESIG_KIND_UNKNOWN, "designated US-STATE DTC - ../2022-04-28 derived;"},
        {"us-csl:31695", DESIG_KIND_GROUP, "designated US NS-MBS MBS ../2022-04-28 derived;"},
        {"us-csl:9696", DESIG_KIND_INDIVIDUAL, "designated US PLC NS-PLC ../2022-04-28 derived;"},
        {"us-csl:31920", DESIG_KIND_VESSEL, "designated US SDN PEESA-EO14039 ../2022-04-28 derived;"},
        {"us-csl:18725", DESIG_KIND_GROUP,
         "designated US CAP UKRAINE-EO13662 ../2022-04-28 derived;"
         "designated US CAP RUSSIA-EO14024 ../2022-04-28 derived;"
         "designated US SDN UKRAINE-EO13662 ../2022-04-28 derived;"
         "designated US SDN RUSSIA-EO14024 ../2022-04-28 derived;"
         "designated US SSI UKRAINE-EO13662 ../2022-04-28 derived;"
         "designated US SSI RUSSIA-EO14024 ../2022-04-28 derived;"},
    };
    char checks[4096];
    desig_list *list = read_excerpt(checks);
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        const desig_record *record = get(list, cases[i].id);
        cr_expect_eq(record->kind, cases[i].kind, "%s", cases[i].id);
        cr_expect_str_eq(actions_of(record), cases[i].actions, "%s: %s", cases[i].id, actions_of(record));
        cr_expect_str_eq(record->source, "us-csl");
    }
    cr_expect_str_eq(checks, "on-several-lists 5 us-csl:18725;on-several-lists 6 us-csl:18725;"
                             "doubtful-date 7 " ORIENT ";");
    desig_list_free(list);
}

Test(us_csl, cells_become_parts) {
    char checks[4096], text[DESIG_DATE_TEXT];
    desig_list *list = read_excerpt(checks);
    const desig_record *record = get(list, ORIENT);
    cr_expect_str_eq(record->actions[0].citation, "82 FR 24245; 85 FR 83420");
    cr_expect_str_eq(record->actions[0].measures, "For all items subject to the EAR.  (See \xc2\xa7"
                                                  "744.11 of the EAR).");
    fact_of(record, DESIG_FACT_SANCTIONS_NOTE, "Presumption of denial.");
    cr_expect_str_eq(fact_of(record, DESIG_FACT_OTHER, "0017-05-26")->label, "start_date");
    cr_expect_eq(record->link_count, 0);

    record = get(list, ISH);
    cr_expect_str_eq(record->names[0].text, "I. ASH", "trimmed");
    cr_expect_eq(record->names[0].strength, DESIG_STRENGTH_STRONG);

    record = get(list, "us-csl:12562");
    cr_expect_eq(record->name_count, 11);
    for (uint32_t i = 1; i < record->name_count; i++)
        cr_expect(record->names[i].type == DESIG_NAME_AKA &&
                      record->names[i].strength == DESIG_STRENGTH_UNKNOWN,
                  "%s", record->names[i].text);
    const desig_fact *fact = fact_of(record, DESIG_FACT_IDENTIFIER, "OR801168");
    cr_expect_str_eq(fact->label, "Passport");
    cr_expect_str_eq(fact->country, "AF");
    cr_expect_str_eq(desig_date_format(&fact->from, text), "2006-02-28");
    cr_expect_str_eq(desig_date_format(&fact->to, text), "2011-02-27");
    fact = fact_of(record, DESIG_FACT_BIRTH_DATE, "1972-01-01");
    cr_expect_str_eq(desig_date_format(&fact->from, text), "1972-01-01");
    fact_of(record, DESIG_FACT_NATIONALITY, "AF");
    cr_expect(has_link(record, "same-as", "us-ofac:12562"));

    record = get(list, "us-csl:31695");
    cr_expect_str_eq(fact_of(record, DESIG_FACT_CONTACT, "www.cbr.ru")->label, "Website");
    fact = fact_of(record, DESIG_FACT_ESTABLISHED_DATE, "13 Jul 1990");
    cr_expect_str_eq(desig_date_format(&fact->from, text), "1990-07-13");
    fact_of(record, DESIG_FACT_ADDRESS, "Moscow, RU");

    record = get(list, "us-csl:22684");
    cr_expect(has_link(record, "linked-to", "SHIRAZ ELECTRONICS INDUSTRIES"));
    cr_expect(has_link(record, "linked-to", "LIU, Emily"));
    fact_of(record, DESIG_FACT_SANCTIONS_NOTE, "Subject to Secondary Sanctions");
    desig_list_free(list);
}

/* ---- Rows that nobody has published ---- */

#define HEADER "entity_number,name,programs,source,type,ids,start_date,end_date,alt_names\n"
#define EL     "Entity List (EL) - Bureau of Industry and Security"
#define SDN    "Specially Designated Nationals (SDN) - Treasury Department"

static desig_list *read_text(const char *text, char checks[4096]) {
    plain_file file = {.bytes = (char *)(uintptr_t)text, .length = strlen(text)};
    return plain_list(&file, "made.2022-04-28.csv", NULL, checks);
}

Test(us_csl, numbers_do_not_collide) {
    char checks[4096];
    desig_list *list = read_text(HEADER "7,Anna,SDGT," SDN ",Individual,,,,\n"
                                        "7,Bolt Ltd,," EL ",,,,,\n"
                                        "7,Bolt Ltd,E.O. 1," EL ",,,,,\n",
                                 checks);
    cr_expect_eq(desig_list_count(list), 2);
    cr_expect_str_eq(actions_of(get(list, "us-csl:7")), "designated US SDN SDGT ../2022-04-28 derived;");
    cr_expect_eq(get(list, "us-csl:7@EL")->action_count, 2);
    cr_expect_eq(get(list, "us-csl:7@EL")->link_count, 0, "the number is none of OFAC's");
    cr_expect_eq(strstr(checks, "repeated-number 3 us-csl:7;"), checks, "%s", checks);
    desig_list_free(list);
}

/* Longer than any buffer that an id might be composed in, of characters that must not be cut. */
#define FIVE_LETTERS "\xD9\x85\xD9\x85\xD9\x85\xD9\x85\xD9\x85"
#define LONG_NUMBER                                                                                          \
    "99" FIVE_LETTERS FIVE_LETTERS FIVE_LETTERS FIVE_LETTERS FIVE_LETTERS FIVE_LETTERS FIVE_LETTERS          \
        FIVE_LETTERS FIVE_LETTERS FIVE_LETTERS FIVE_LETTERS FIVE_LETTERS FIVE_LETTERS FIVE_LETTERS           \
            FIVE_LETTERS

Test(us_csl, parties_of_one_number_are_kept_apart_whatever_its_length) {
    static const char head[] = "source,entity_number,type,programs,name\n";
    static const char *const names[] = {"Alpha Trading", "Beta Shipping", "Gamma Aviation", "Delta Oil"};
    static const char *const numbers[] = {"7", LONG_NUMBER};
    for (size_t i = 0; i < sizeof numbers / sizeof numbers[0]; i++) {
        const char *number = numbers[i];
        char text[4096], ids[4][512];
        size_t used = (size_t)snprintf(text, sizeof text, "%s", head);
        for (size_t row = 0; row < 8; row++) /* each of them twice, so that each finds itself again */
            used += (size_t)snprintf(text + used, sizeof text - used,
                                     "Entity List (EL) - Bureau of Industry and Security,%s,,P%zu,%s\n",
                                     number, row, names[row % 4]);
        snprintf(ids[0], sizeof ids[0], "us-csl:%s", number);
        snprintf(ids[1], sizeof ids[1], "us-csl:%s@EL", number);
        snprintf(ids[2], sizeof ids[2], "us-csl:%s@Gamma Aviation", number);
        snprintf(ids[3], sizeof ids[3], "us-csl:%s@Delta Oil", number);
        plain_file file = {.bytes = text, .length = used};
        desig_list *list = plain_list(&file, "csl.csv", NULL, NULL);
        cr_expect_eq(desig_list_count(list), 4, "%zu records of %s", desig_list_count(list), number);
        for (size_t party = 0; party < 4; party++) {
            const desig_record *record = desig_list_get(list, ids[party]);
            cr_assert_not_null(record, "no %s", ids[party]);
            cr_expect_str_eq(record->names[0].text, names[party]);
            cr_expect_eq(record->name_count, 1);
            cr_expect_eq(record->action_count, 2);
        }
        desig_list_free(list);
    }
}

Test(us_csl, content_gives_an_id_in_any_order_of_columns) {
    char checks[4096];
    desig_list *one = read_text(HEADER ",Bolt Ltd,," EL ",,,2020-01-02,,\n,Other,,Own,Robot,,x,1,\n", checks);
    cr_expect(strstr(checks, "unknown-type 3") && strstr(checks, "doubtful-date 3"), "%s", checks);
    desig_list *other = read_text("source,type,start_date,programs,entity_number,name\n"
                                  "\"" EL "\",,\"2020-01-02\",,, Bolt Ltd \n",
                                  checks);
    cr_expect_str_eq(desig_list_at(one, 0)->id, desig_list_at(other, 0)->id);
    cr_expect_str_neq(desig_list_at(one, 0)->id, desig_list_at(one, 1)->id);
    cr_expect_str_eq(actions_of(desig_list_at(other, 0)), "designated US-BIS EL - 2020-01-02;");
    cr_expect_str_eq(actions_of(desig_list_at(one, 1)), "designated US Own - ../2022-04-28 derived;");
    fact_of(desig_list_at(one, 1), DESIG_FACT_OTHER, "Robot");
    desig_list_free(one);
    desig_list_free(other);
}

Test(us_csl, odd_identifiers_are_kept) {
    char checks[4096], text[DESIG_DATE_TEXT];
    desig_list *list =
        read_text(HEADER "1,A,P," SDN ",Entity,\"alone; DE, 2027-04-02, C480, Passport; ; RU, 7; "
                         "US, 2020-99-01, 2019-01-01, X, Passport; 2020-01-01, Email Address; , \",,,\n",
                  checks);
    const desig_record *record = get(list, "us-csl:1");
    cr_expect_str_eq(fact_of(record, DESIG_FACT_OTHER, "alone")->label, "ids");
    const desig_fact *fact = fact_of(record, DESIG_FACT_IDENTIFIER, "C480");
    cr_expect_str_eq(fact->note, "2027-04-02", "issue or expiry: not said");
    cr_expect_str_eq(desig_date_format(&fact->to, text), "");
    cr_expect_str_eq(fact_of(record, DESIG_FACT_IDENTIFIER, "RU")->label, "7");
    cr_expect_str_eq(fact_of(record, DESIG_FACT_IDENTIFIER, "X")->note, "2020-99-01, 2019-01-01");
    fact_of(record, DESIG_FACT_CONTACT, "2020-01-01");
    desig_list_free(list);
}

/* ---- Which way round `ids` are ---- */

/* "type label value country from to;" of each fact of `ids`. Static storage. */
static const char *ids_of(const desig_record *record) {
    static char text[65536];
    size_t at = 0;
    text[0] = '\0';
    for (uint32_t i = 0; i < record->fact_count; i++) {
        const desig_fact *fact = &record->facts[i];
        char from[DESIG_DATE_TEXT], to[DESIG_DATE_TEXT];
        if (fact->label && strcmp(fact->label, "source") == 0) continue;
        at += (size_t)snprintf(text + at, sizeof text - at, "%s|%s|%s|%s|%s|%s;",
                               desig_term(DESIG_TERMS_FACT_TYPE, fact->type), fact->label, fact->value,
                               fact->country ? fact->country : "", desig_date_format(&fact->from, from),
                               desig_date_format(&fact->to, to));
        cr_assert_lt(at, sizeof text);
    }
    return text;
}

Test(us_csl, ids_are_read_whichever_way_round_they_are) {
    static const struct {
        const char *old_way, *new_way, *facts, *checks;
    } cases[] = {
        {"KP, A836238, Passport; Male, Gender; section 1(b) of Executive Order 13224, Secondary sanctions "
         "risk:",
         "Passport, A836238, KP; Gender, Male; Secondary sanctions risk:, section 1(b) of Executive Order "
         "13224",
         "identifier|Passport|A836238|KP||;gender|Gender|Male|||;"
         "sanctions-note|Secondary sanctions risk:|section 1(b) of Executive Order 13224|||;",
         ""},
        {"1ExampleAddrXYZ, Digital Currency Address - XBT", "Digital Currency Address - XBT, 1ExampleAddrXYZ",
         "identifier|Digital Currency Address - XBT|1ExampleAddrXYZ|||;", ""},
        {"JO, 2014-08-30, 2009-08-31, K475336, Passport", "Passport, K475336, JO, 2009-08-31, 2014-08-30",
         "identifier|Passport|K475336|JO|2009-08-31|2014-08-30;", ""},
        {"North Korea Sanctions Regulations, sections 510.201, US, Secondary sanctions risk:",
         "Secondary sanctions risk:, North Korea Sanctions Regulations, sections 510.201, US",
         "sanctions-note|Secondary sanctions risk:|North Korea Sanctions Regulations, sections 510.201, "
         "US|||;",
         ""},
        /* Labels of no table: the cell's other labels tell, else its shape. */
        {"NL, 858100034, RSIN; Male, Gender", "RSIN, 858100034, NL; Gender, Male",
         "identifier|RSIN|858100034|NL||;gender|Gender|Male|||;", ""},
        {"ES, X-1552120-B, N.I.E.", "N.I.E., X-1552120-B, ES", "identifier|N.I.E.|X-1552120-B|ES||;", ""},
        {"24 Feb 2022, Listing Date (EO 14024 Directive 2):",
         "Listing Date (EO 14024 Directive 2):, 24 Feb 2022",
         "sanctions-note|Listing Date (EO 14024 Directive 2):|24 Feb 2022|||;", ""},
        {"Korea, North, Nationality of Registration", "Nationality of Registration, Korea, North",
         "other|Nationality of Registration|Korea, North|||;", ""},
        /* Nothing tells. */
        {"Ylang, Zebra", "Ylang, Zebra", "other|ids|Ylang, Zebra|||;", "unknown-label 2 us-csl:1;"},
    };
    for (size_t i = 0; i < 2 * (sizeof cases / sizeof cases[0]); i++) {
        const char *ids = i % 2 ? cases[i / 2].new_way : cases[i / 2].old_way;
        char checks[4096], text[1024];
        snprintf(text, sizeof text, HEADER "1,A,P," SDN ",Entity,\"%s\",,,\n", ids);
        desig_list *list = read_text(text, checks);
        const char *facts = ids_of(get(list, "us-csl:1"));
        cr_expect_str_eq(facts, cases[i / 2].facts, "%s: %s", ids, facts);
        cr_expect_str_eq(checks, cases[i / 2].checks, "%s: %s", ids, checks);
        desig_list_free(list);
    }
}

/* Turn each value of a cell round: `country, expiry, issue, number, label` to the newer form. */
static void turn_value(const char *value, size_t length, char *to, size_t room) {
    char copy[4096], *pieces[64];
    size_t count = 0, first = 0, used;
    snprintf(copy, sizeof copy, "%.*s", (int)length, value);
    for (char *at = copy; at && count < 64; count++) {
        pieces[count] = at;
        at = strstr(at, ", ");
        if (at) *at = '\0', at += 2;
    }
    int is_note = strchr(":-", pieces[count - 1][strlen(pieces[count - 1]) - 1]) != NULL;
    while (!is_note && first + 2 < count &&
           (strlen(pieces[first]) == 2 || (strlen(pieces[first]) == 10 && pieces[first][4] == '-')))
        first++;
    used = (size_t)snprintf(to, room, "%s", pieces[count - 1]);
    for (size_t i = first; i + 1 < count; i++)
        used += (size_t)snprintf(to + used, room - used, ", %s", pieces[i]);
    for (size_t i = 0; i < first; i++) used += (size_t)snprintf(to + used, room - used, ", %s", pieces[i]);
}

static void turn_cell(const char *cell, char *to, size_t room) {
    size_t used = 0;
    while (*cell) {
        const char *end = strstr(cell, "; ");
        size_t length = end ? (size_t)(end - cell) : strlen(cell);
        turn_value(cell, length, to + used, room - used);
        used += strlen(to + used);
        if (end) used += (size_t)snprintf(to + used, room - used, "; ");
        cell += length + (end ? 2 : 0);
    }
}

static void append_row(const plain_file *file, size_t row, const char *ids, char *text, size_t room) {
    static const char *const columns[] = {"source", "entity_number", "type", "_id", "name"};
    size_t used = strlen(text);
    for (size_t i = 0; i < sizeof columns / sizeof columns[0]; i++) {
        const char *cell = plain_cell(file, row, columns[i]);
        text[used++] = '"';
        for (; *cell; cell++) {
            if (*cell == '"') text[used++] = '"';
            text[used++] = *cell;
        }
        used += (size_t)snprintf(text + used, room - used, "\",");
    }
    snprintf(text + used, room - used, ",\"%s\"\n", ids); /* no quotes stand in `ids` */
}

/* Every identifier of 2022 turned round is what it was. */
Test(us_csl_real, turned_ids_say_the_same) {
    enum { ROOM = 1 << 16 };
    static char texts[2][ROOM], turned[ROOM / 4];
    static const char head[] = "source,entity_number,type,_id,name,programs,ids\n";
    plain_file file;
    size_t compared = 0;
    cr_assert(plain_read(&file, REAL "consolidated.2022-04-28.csv.gz"));
    for (size_t row = 1; row < file.rows; row++) {
        const char *ids = plain_cell(&file, row, "ids");
        char checks[2][4096];
        desig_list *lists[2];
        if (*ids == '\0' || strchr(ids, '"')) continue;
        turn_cell(ids, turned, sizeof turned);
        for (size_t i = 0; i < 2; i++) {
            snprintf(texts[i], ROOM, "%s", head);
            append_row(&file, row, i ? turned : ids, texts[i], ROOM);
            lists[i] = read_text(texts[i], checks[i]);
        }
        static char before[65536];
        snprintf(before, sizeof before, "%s", ids_of(desig_list_at(lists[0], 0)));
        const char *after = ids_of(desig_list_at(lists[1], 0));
        cr_expect_str_eq(before, after, "%s\n%s\n%s", ids, before, after);
        cr_expect_str_eq(checks[1], "", "%s: %s", turned, checks[1]);
        desig_list_free(lists[0]);
        desig_list_free(lists[1]);
        compared++;
    }
    cr_expect_eq(compared, 8344, "%zu", compared);
    plain_free(&file);
}

/* Every name that is packed into another one finds its record, as if the list had said it by itself. */
Test(us_csl_real, finds_the_names_within_names) {
    desig_report report;
    char checks[8192];
    plain_file file;
    size_t packed = 0, lost = 0;
    desig_index *index = NULL;
    cr_assert(plain_read(&file, REAL "consolidated.2022-04-28.csv.gz"));
    desig_list *list = plain_list(&file, "consolidated.csv", &report, checks);
    cr_assert_eq(desig_index_new(list, NULL, NULL, &index, NULL), DESIG_OK);
    for (size_t i = 0; i < desig_list_count(list); i++) {
        const desig_record *record = desig_list_at(list, i);
        for (uint32_t n = 0; n < record->name_count; n++) {
            enum { ROOM = 200 };
            desig_match matches[ROOM];
            const desig_query query = {.name = record->names[n].text, .weak = DESIG_WEAK_FULL};
            size_t count = 0, found = 0;
            if (!record->names[n].derived) continue;
            packed++;
            cr_assert_eq(desig_index_find(index, &query, matches, ROOM, &count, NULL), DESIG_OK);
            for (size_t m = 0; m < count && m < ROOM; m++) found += matches[m].record == record;
            lost += found == 0;
            cr_expect_eq(found, 1, "%s: %s", record->id, record->names[n].text);
        }
    }
    cr_expect_eq(packed, 80, "%zu", packed);
    cr_expect_eq(lost, 0, "%zu", lost);
    desig_index_free(index);
    desig_list_free(list);
    plain_free(&file);
}
