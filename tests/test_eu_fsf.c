/* The EU's consolidated list. The rebuilt copy of the real list leaves the columns of regulations and of much
 * else empty; they are tested with rows made up in the publisher's form under the publisher's own header. */
#include "counting.h"
#include "found_again.h"
#include "written.h"

#include <criterion/criterion.h>
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define REAL SHARED_DIR "/data/eu/"
#define MADE TEST_DATA_DIR "/valid/eu-fsf/"

/* ---- Everything is found again ---- */

typedef struct row_of_file {
    const plain_file *file;
    size_t row;
    const desig_record *record;
} row_of_file;

static int is(const char *said, const char *wanted) {
    return said != NULL && strcmp(said, wanted) == 0;
}

static int has_suffix(const char *said, const char *suffix) {
    size_t length = strlen(said), end = strlen(suffix);
    return length >= end && strcmp(said + length - end, suffix) == 0;
}

static int has_fact(const desig_record *record, desig_fact_type type, const char *within) {
    for (uint32_t i = 0; i < record->fact_count; i++)
        if (record->facts[i].type == type && strstr(record->facts[i].value, within) != NULL) return 1;
    return 0;
}

static int is_verbatim(const row_of_file *at, const char *cell) {
    return found_again(at->record, cell, "\x1f", 0);
}

static int is_id(const row_of_file *at, const char *cell) {
    return strcmp(strchr(at->record->id, ':') + 1, cell) == 0 || is_verbatim(at, cell);
}

static int is_block_id(const row_of_file *at, const char *cell) {
    const desig_record *record = at->record;
    char group[16];
    for (uint32_t i = 0; i < record->name_count; i++) {
        snprintf(group, sizeof group, "%u", record->names[i].group);
        if (is(cell, group)) return 1;
    }
    for (uint32_t i = 0; i < record->fact_count; i++) {
        snprintf(group, sizeof group, "%u", record->facts[i].group);
        if (is(cell, group)) return 1;
    }
    return is_verbatim(at, cell);
}

static int is_kind(const row_of_file *at, const char *cell) {
    desig_kind kind = is(cell, "P") || is(cell, "person") ? DESIG_KIND_INDIVIDUAL : DESIG_KIND_GROUP;
    return at->record->kind == kind || is_verbatim(at, cell);
}

static int is_un_reference(const row_of_file *at, const char *cell) {
    for (uint32_t i = 0; i < at->record->link_count; i++)
        if (is(at->record->links[i].type, "same-as") && has_suffix(at->record->links[i].target, cell))
            return 1;
    return 0;
}

static int is_language(const row_of_file *at, const char *cell) {
    char code[64];
    snprintf(code, sizeof code, "%s", cell);
    for (char *c = code; *c; c++) *c = (char)tolower((unsigned char)*c);
    for (uint32_t i = 0; i < at->record->name_count; i++)
        if (is(at->record->names[i].language, code)) return 1;
    return is_verbatim(at, cell);
}

/* Year, month and day stand in one birth date. */
static int is_date_part(const row_of_file *at, const char *cell) {
    static const char *const columns[] = {"BirthDate_Year", "BirthDate_Month", "BirthDate_Day"};
    char date[64] = "";
    (void)cell;
    for (size_t i = 0; i < 3; i++) {
        const char *part = plain_cell(at->file, at->row, columns[i]);
        size_t used = strlen(date);
        if (*part)
            snprintf(date + used, sizeof date - used, "%s%s%s", i ? "-" : "", part[1] ? "" : "0", part);
    }
    return has_fact(at->record, DESIG_FACT_BIRTH_DATE, date);
}

static int is_of_birth(const row_of_file *at, const char *cell) {
    return has_fact(at->record, DESIG_FACT_BIRTH_DATE, cell);
}

static int is_circa(const row_of_file *at, const char *cell) {
    if (is(cell, "false")) return 1;
    return has_fact(at->record, DESIG_FACT_BIRTH_DATE, "~") || is_verbatim(at, cell);
}

static int is_calendar(const row_of_file *at, const char *cell) {
    return is(cell, "GREGORIAN") || is_verbatim(at, cell);
}

static int is_country(const row_of_file *at, const char *cell) {
    return is(cell, "00") || is_verbatim(at, cell);
}

/* UNKNOWN may be dropped only where its code says so. */
static int is_country_in_words(const row_of_file *at, const char *cell) {
    static const char *const codes[] = {"Address_CountryIso2Code", "BirthDate_CountryIso2Code"};
    for (size_t i = 0; i < 2; i++)
        if (is(cell, "UNKNOWN") && is(plain_cell(at->file, at->row, codes[i]), "00")) return 1;
    return is_country(at, cell);
}

/* `D 000952 (passport-National passport)  (valid from 1999-01-07)`: the number, its type, the note; spaces
 * and the brackets of the note do not count. */
static void squeeze(char *to, const char *from) {
    for (; *from != '\0'; from++)
        if (strchr(" ()", *from) == NULL) *to++ = *from;
    *to = '\0';
}

/* The word before `-National passport`, which its code stands for. */
static void code_before(const char *cell, const char *label, char code[32]) {
    char words[512];
    snprintf(words, sizeof words, "-%s)", label);
    const char *end = strstr(cell, words), *begin = end;
    while (begin && begin > cell && islower((unsigned char)begin[-1])) begin--;
    snprintf(code, 32, "%.*s", end ? (int)(end - begin) : 0, end ? begin : "");
}

static int is_number(const row_of_file *at, const char *cell) {
    char wanted[8192], given[8192], whole[8192];
    squeeze(wanted, cell);
    for (uint32_t i = 0; i < at->record->fact_count; i++) {
        const desig_fact *fact = &at->record->facts[i];
        char code[32];
        if (fact->type != DESIG_FACT_IDENTIFIER) continue;
        snprintf(code, sizeof code, "%s", plain_cell(at->file, at->row, "Identification_TypeCode"));
        if (!*code) code_before(cell, fact->label, code);
        if (strcmp(fact->value, cell) == 0) return 1;
        snprintf(whole, sizeof whole, "%s %s-%s %s", fact->value, code, fact->label,
                 fact->note == NULL ? "" : fact->note);
        squeeze(given, whole);
        if (strcmp(given, wanted) == 0) return 1;
        snprintf(whole, sizeof whole, "%s %s-%s", fact->value, code, fact->label);
        squeeze(given, whole);
        if (strcmp(given, wanted) == 0) return 1;
    }
    return 0;
}

/* Alone, or with what else the number's cell says. */
static int is_number_remark(const row_of_file *at, const char *cell) {
    for (uint32_t i = 0; i < at->record->fact_count; i++) {
        const char *note = at->record->facts[i].note;
        if (note != NULL && strstr(note, cell) != NULL) return 1;
    }
    return is_verbatim(at, cell);
}

static int is_body(const row_of_file *at, const char *cell) {
    const char *authority = is(cell, "council")      ? "EU-COUNCIL"
                            : is(cell, "commission") ? "EU-COMMISSION"
                                                     : "";
    for (uint32_t i = 0; i < at->record->action_count; i++)
        if (is(at->record->actions[i].authority, authority)) return 1;
    return is_verbatim(at, cell);
}

static const struct {
    const char *column; /* or its end */
    int (*is_found)(const row_of_file *at, const char *cell);
} special[] = {
    {"Entity_LogicalId", is_id},
    {"Entity_logical_id", is_id},
    {"LogicalId", is_block_id},
    {"_logical_id", is_block_id},
    {"SubjectType", is_kind},
    {"ClassificationCode", is_kind},
    {"Subject_type", is_kind},
    {"UnitedNationId", is_un_reference},
    {"NameLanguage", is_language},
    {"Naal_language", is_language},
    {"BirthDate_Day", is_date_part},
    {"BirthDate_Month", is_date_part},
    {"BirthDate_Year", is_date_part},
    {"BirthDate_YearRangeFrom", is_of_birth},
    {"BirthDate_YearRangeTo", is_of_birth},
    {"BirthDate_BirthDate", is_of_birth},
    {"BirthDate_Circa", is_circa},
    {"BirthDate_CalendarType", is_calendar},
    {"CountryIso2Code", is_country},
    {"CountryDescription", is_country_in_words},
    {"_country", is_country},
    {"dentification_Number", is_number},
    {"Iden_number", is_number},
    {"dentification_Remark", is_number_remark},
    {"Regulation_OrganisationType", is_body},
    {"", is_verbatim},
};

static int is_found(const row_of_file *at, const char *column, const char *cell) {
    size_t i = 0;
    while (!has_suffix(column, special[i].column)) i++;
    return *cell == '\0' || strcmp(cell, "N/A") == 0 || special[i].is_found(at, cell);
}

/* The first column is the day of the list, and stands there. */
static size_t expect_all_found(const desig_list *list, const plain_file *file) {
    desig_date as_of = desig_list_as_of(list), day;
    size_t cells = 0;
    for (size_t row = 1; row < file->rows; row++) {
        const char *native = file->cells[row * file->columns + 1];
        char id[64];
        snprintf(id, sizeof id, "eu-fsf:%s", native);
        row_of_file at = {file, row, desig_list_get(list, id)};
        cr_assert(at.record != NULL || *native == '\0', "%s", id);
        cr_assert_eq(desig_date_parse(file->cells[row * file->columns], DESIG_DATE_DMY, &day), DESIG_OK);
        cr_expect(day.first == as_of.first && day.last == as_of.last, "row %zu", row);
        for (size_t column = 1; at.record != NULL && column < file->columns; column++, cells++) {
            const char *cell = file->cells[row * file->columns + column];
            cr_expect(is_found(&at, file->cells[column], cell), "%s, %s: %s", id, file->cells[column], cell);
        }
    }
    return cells;
}

/* ---- The rebuilt list ---- */

/* Names, those with a language or script, actions, and links; facts by type. */
static void count_parts(const desig_list *list, size_t parts[4], size_t facts[DESIG_FACT_RAW_ROW + 1]) {
    for (size_t i = 0; i < desig_list_count(list); i++) {
        const desig_record *record = desig_list_at(list, i);
        for (uint32_t n = 0; n < record->name_count; n++) {
            parts[0] += !record->names[n].derived;
            parts[1] += !record->names[n].derived && record->names[n].language != NULL;
        }
        parts[2] += record->action_count;
        parts[3] += record->link_count;
        for (uint32_t f = 0; f < record->fact_count; f++) facts[record->facts[f].type]++;
        cr_expect(record->name_count > 0 && record->names[0].type == DESIG_NAME_PRIMARY, "%s", record->id);
        cr_expect(record->actions[0].derived && is(record->actions[0].authority, "EU"), "%s", record->id);
    }
}

Test(eu_fsf_real, rebuilt_list_is_found_again) {
    static const size_t expected[DESIG_FACT_RAW_ROW + 1] = {
        [DESIG_FACT_OTHER] = 25968,      [DESIG_FACT_BIRTH_DATE] = 4057, [DESIG_FACT_BIRTH_PLACE] = 3161,
        [DESIG_FACT_CITIZENSHIP] = 2574, [DESIG_FACT_ADDRESS] = 4430,    [DESIG_FACT_IDENTIFIER] = 7820,
        [DESIG_FACT_TITLE] = 5502,       [DESIG_FACT_CONTACT] = 860,     [DESIG_FACT_REMARK] = 8901};
    size_t parts[4] = {0}, facts[DESIG_FACT_RAW_ROW + 1] = {0};
    desig_report report = {0};
    char checks[4096], day[DESIG_DATE_TEXT];
    plain_file file;
    cr_assert(plain_read(&file, REAL "FULL-1_1.rebuilt-2025-09-02.csv"));
    desig_list *list = plain_list(&file, "list.csv", &report, checks);
    desig_date as_of = desig_list_as_of(list);
    cr_expect_str_eq(report.format, "eu-fsf");
    cr_expect_str_eq(desig_date_format(&as_of, day), "2025-09-02");
    cr_expect(report.rows == 35035 && report.records == 5540 && report.doubled_rows == 4);
    cr_expect(report.bad_rows == 0 && report.errors == 0 && report.warnings == 5 && report.notes == 0);
    cr_expect_str_eq(checks, /* 1343 to 1352: Persian years that the list calls Gregorian */
                     "contradictory-date 5364 eu-fsf:6177;other-calendar 13913 eu-fsf:127388;"
                     "other-calendar 13919 eu-fsf:127401;other-calendar 13928 eu-fsf:127411;"
                     "other-calendar 13948 eu-fsf:127433;");
    cr_expect_eq(expect_all_found(list, &file), (size_t)35035 * 117);
    count_parts(list, parts, facts);
    cr_expect(parts[0] == 23855 && parts[1] == 638 && parts[2] == 5540 && parts[3] == 88);
    for (size_t i = 0; i <= DESIG_FACT_RAW_ROW; i++)
        cr_expect_eq(facts[i], expected[i], "%s: %zu", desig_term(DESIG_TERMS_FACT_TYPE, (unsigned)i),
                     facts[i]);
    desig_list_free(list);
    plain_free(&file);
}

/* The entity's columns come again on each of its up to 145 rows; the list must not. */
Test(eu_fsf_real, memory_does_not_grow_by_repeated_columns) {
    counting count = {0};
    desig_allocator allocator = counting_allocator(&count);
    plain_file file;
    desig_list *list = NULL;
    cr_assert(plain_read(&file, REAL "FULL-1_1.rebuilt-2025-09-02.csv"));
    desig_source source = {.data = file.bytes, .length = file.length, .name = "list.csv"};
    cr_assert_eq(desig_list_new(&allocator, &list), DESIG_OK);
    cr_assert_eq(desig_list_read(list, &source, 1, NULL, NULL, NULL), DESIG_OK);
    cr_expect_leq(count.peak, 2 * file.length, "%zu", count.peak);
    desig_list_free(list);
    cr_expect_eq(count.outstanding, 0);
    plain_free(&file);
}

/* ---- Made-up rows ---- */

Test(eu_fsf, made_rows_become_parts) {
    static const struct {
        const char *file, *parts, *format, *findings;
        size_t rows, records, doubled;
    } cases[] = {
        {MADE "made-1_1.csv", MADE "made-1_1.parts", "eu-fsf",
         "other-calendar 11 BirthDate_CalendarType\n"
         "unread-date 12 BirthDate_Year\n"
         "contradictory-date 13 BirthDate_Year\n"
         "unread-date 19 Identification_ValidTo\n"
         "unread-date 23 Citizenship_Regulation_PublicationDate\n"
         "other-details 30 Entity_LogicalId\n"
         "unknown-type 31 Entity_SubjectType\n"
         "no-id 32 Entity_LogicalId\n",
         32, 4, 1},
        {MADE "made-1_0.csv", MADE "made-1_0.parts", "eu-fsf-1.0", "", 5, 1, 0},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        text bytes = text_of_file(cases[i].file), expected = text_of_file(cases[i].parts);
        desig_report report = {0};
        findings found;
        plain_file file;
        cr_assert(plain_read(&file, cases[i].file));
        desig_list *list = list_read(bytes.bytes, bytes.length, NULL, &found, &report);
        text parts = text_in_short(list);
        cr_expect_str_eq(report.format, cases[i].format);
        cr_expect_str_eq(found.lines, cases[i].findings, "%s: %s", cases[i].file, found.lines);
        cr_expect(report.rows == cases[i].rows && report.records == cases[i].records, "%s", cases[i].file);
        cr_expect_eq(report.doubled_rows, cases[i].doubled, "%s", cases[i].file);
        cr_expect_str_eq(parts.bytes, expected.bytes, "%s: %s", cases[i].file, parts.bytes);
        expect_all_found(list, &file);
        desig_list_free(list);
        plain_free(&file);
        free(bytes.bytes);
        free(expected.bytes);
        free(parts.bytes);
    }
}

Test(eu_fsf_real, made_header_is_the_publishers) {
    plain_file real, made;
    cr_assert(plain_read(&real, REAL "header-1_1-118.txt"));
    cr_assert(plain_read(&made, MADE "made-1_1.csv"));
    cr_assert(real.columns == 118 && made.columns == 118);
    for (size_t i = 0; i < 118; i++) cr_expect_str_eq(made.cells[i], real.cells[i]);
    plain_free(&real);
    plain_free(&made);
}

/* ---- The order of rows ---- */

#define ROW(id, name) "02/09/2025;" id ";EU." id ";P;" name ";\n"
#define HEADER                                                                                               \
    "fileGenerationDate;Entity_LogicalId;Entity_EU_ReferenceNumber;Entity_SubjectType;"                      \
    "NameAlias_WholeName;NameAlias_LogicalId\n"

Test(eu_fsf, rows_of_entities_may_stand_anywhere) {
    static const char apart[] = HEADER ROW("1", "A") ROW("2", "B") ROW("1", "C") ROW("2", "D") ROW("1", "E");
    static const char together[] =
        HEADER ROW("1", "A") ROW("1", "C") ROW("1", "E") ROW("2", "B") ROW("2", "D");
    findings found;
    desig_list *one = list_read(apart, sizeof apart - 1, NULL, &found, NULL);
    cr_expect_str_eq(found.lines, "");
    desig_list *other = list_read(together, sizeof together - 1, NULL, &found, NULL);
    text parts = text_in_short(one), expected = text_in_short(other);
    cr_expect_str_eq(parts.bytes, expected.bytes);
    cr_expect_eq(desig_list_get(one, "eu-fsf:1")->name_count, 3);
    desig_list_free(one);
    desig_list_free(other);
    free(parts.bytes);
    free(expected.bytes);
}

/* ---- Since when they are listed ---- */

Test(eu_fsf_real, list_of_the_older_form_is_found_again) {
    desig_report report = {0};
    char checks[4096];
    plain_file file;
    cr_assert(plain_read(&file, REAL "csv-1_0.2018-07-04.first-999-rows.csv"));
    desig_list *list = plain_list(&file, "list.csv", &report, checks);
    desig_date as_of = desig_list_as_of(list);
    cr_expect_str_eq(report.format, "eu-fsf-1.0");
    cr_expect(report.rows == 999 && report.records == 93 && report.bad_rows == 0, "%u",
              (unsigned)report.records);
    cr_expect(report.errors == 0 && report.warnings == 0 && report.notes == 2, "%s", checks);
    cr_expect_str_eq(checks, "other-details 3 eu-fsf:1;other-details 142 eu-fsf:70;");
    cr_expect_eq(expect_all_found(list, &file), (size_t)999 * (file.columns - 1));
    for (size_t i = 0; i < desig_list_count(list); i++) {
        const desig_record *record = desig_list_at(list, i);
        desig_standing overall;
        desig_status_on(record, as_of.last, &overall, NULL, 0);
        cr_expect_eq(overall.status, DESIG_STATUS_DESIGNATED, "%s", record->id);
    }
    desig_list_free(list);
    plain_free(&file);
}

/* Presence proves the designation on the list's own day, and the acts that are cited tell since when at most.
 */
Test(eu_fsf, cited_acts_say_since_when) {
    static const struct {
        const char *file, *id, *day;
        desig_status status;
        const char *since;
    } cases[] = {
        /* Only days of publication. */
        {TEST_DATA_DIR "/valid/columns/eu-fsf-1.0.csv", "eu-fsf:9001", "2018-07-04", DESIG_STATUS_DESIGNATED,
         "2003-07-08/2018-07-04"},
        {TEST_DATA_DIR "/valid/columns/eu-fsf-1.0.csv", "eu-fsf:9001", "2020-01-01", DESIG_STATUS_DESIGNATED,
         "2003-07-08/2018-07-04"},
        {TEST_DATA_DIR "/valid/columns/eu-fsf-1.0.csv", "eu-fsf:9001", "2010-01-01", DESIG_STATUS_UNCERTAIN,
         NULL},
        {TEST_DATA_DIR "/valid/columns/eu-fsf-1.0.csv", "eu-fsf:9001", "2003-07-07",
         DESIG_STATUS_NOT_RECORDED, ""},
        /* The entity's regulation amends; a name is of an earlier one, with the day from which it is in
           force. */
        {MADE "amended-1_1.csv", "eu-fsf:900001", "2022-04-07", DESIG_STATUS_NOT_RECORDED, ""},
        {MADE "amended-1_1.csv", "eu-fsf:900001", "2022-04-08", DESIG_STATUS_DESIGNATED, "2022-04-08"},
        {MADE "amended-1_1.csv", "eu-fsf:900001", "2023-06-01", DESIG_STATUS_DESIGNATED, "2022-04-08"},
        {MADE "amended-1_1.csv", "eu-fsf:900001", "2025-10-02", DESIG_STATUS_DESIGNATED, "2022-04-08"},
        /* Neither is known to be in force since a day. */
        {MADE "no-entry-1_1.csv", "eu-fsf:900001", "2023-06-01", DESIG_STATUS_UNCERTAIN, NULL},
        {MADE "no-entry-1_1.csv", "eu-fsf:900001", "2025-10-02", DESIG_STATUS_DESIGNATED,
         "2022-04-08/2025-10-02"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        text bytes = text_of_file(cases[i].file);
        desig_list *list = list_read(bytes.bytes, bytes.length, NULL, NULL, NULL);
        const desig_record *record = desig_list_get(list, cases[i].id);
        desig_date day;
        desig_standing standing;
        char since[DESIG_DATE_TEXT];
        desig_date_parse(cases[i].day, DESIG_DATE_UNAMBIGUOUS, &day);
        desig_status_on(record, day.first, &standing, NULL, 0);
        cr_expect_eq(standing.status, cases[i].status, "%s on %s: %d", cases[i].file, cases[i].day,
                     (int)standing.status);
        desig_date_format(&standing.since, since);
        cr_expect(!cases[i].since || strcmp(since, cases[i].since) == 0, "%s on %s: %s", cases[i].file,
                  cases[i].day, since);
        for (uint32_t a = 0; a < record->action_count; a++)
            cr_expect(record->actions[a].type != DESIG_ACTION_DESIGNATED || record->actions[a].derived ||
                      a == 0);
        desig_list_free(list);
        free(bytes.bytes);
    }
}

/* Two names that one hash (base/hash.h) takes for the same: they are found within seconds, and none is
 * lost. */
Test(eu_fsf, names_of_one_hash_are_two_names) {
    static const char rows[] =
        HEADER ROW("1", "PJbxGiF!Ma5ljUV8") ROW("1", "iiPEhq-c2lqfqqFD") ROW("1", "PJbxGiF!Ma5ljUV8");
    findings found;
    desig_list *list = list_read(rows, sizeof rows - 1, NULL, &found, NULL);
    cr_expect_str_eq(found.lines, "");
    cr_expect_eq(desig_list_get(list, "eu-fsf:1")->name_count, 2);
    desig_list_free(list);
}
