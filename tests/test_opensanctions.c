/* OpenSanctions' targets.simple.csv: columns in any order, and nobody is designated who is not said to be. */
#include "found_again.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#define REAL SHARED_DIR "/data/opensanctions/targets.simple."

/* ---- Everything is found again ---- */

/* Cut the next value off a list, which is a line of CSV with `;`. */
static int next_is_found(const desig_record *record, const char **rest) {
    char value[65536];
    size_t length = 0;
    int quoted = **rest == '"';
    const char *at = *rest + quoted;
    for (; *at && (quoted || *at != ';'); at++) {
        if (quoted && *at == '"' && *++at != '"') break;
        value[length++] = *at;
    }
    value[length] = '\0';
    *rest = *at ? at + 1 : at;
    return found_again(record, value, "\x01", 0);
}

static int is_found(const desig_record *record, const char *column, const char *cell) {
    static const struct {
        const char *schema;
        desig_kind kind;
    } exact[] = {
        {"Person", DESIG_KIND_INDIVIDUAL}, {"Organization", DESIG_KIND_GROUP}, {"Vessel", DESIG_KIND_VESSEL}};
    for (size_t i = 0; strcmp(column, "schema") == 0 && i < sizeof exact / sizeof exact[0]; i++)
        if (strcmp(cell, exact[i].schema) == 0) return record->kind == exact[i].kind;
    if (strcmp(column, "id") == 0) return strcmp(record->id + strlen("opensanctions:"), cell) == 0;
    if (strcmp(column, "name") == 0) return found_again(record, cell, "\x01", 0);
    while (*cell)
        if (!next_is_found(record, &cell)) return 0;
    return 1;
}

static void expect_all_found(const desig_list *list, const plain_file *file) {
    for (size_t row = 1; row < file->rows; row++) {
        char id[256];
        snprintf(id, sizeof id, "opensanctions:%s", plain_cell(file, row, "id"));
        const desig_record *record = desig_list_get(list, id);
        cr_assert(record != NULL, "%s", id);
        for (size_t column = 0; column < file->columns; column++) {
            const char *cell = file->cells[row * file->columns + column];
            cr_expect(is_found(record, file->cells[column], cell), "%s, %s: %s", id, file->cells[column],
                      cell);
        }
    }
}

Test(opensanctions_real, lists_are_found_again) {
    static const struct {
        const char *path;
        size_t records;
        const char *as_of;
        size_t actions;
    } files[] = {
        {REAL "14-columns.csv", 635, "2022-08-08", 0},
        {REAL "15-columns.csv", 5, "2024-03-10", 0},
        {REAL "16-columns.header.txt", 0, "", 0},
        {REAL "16-columns.2026-03.first-2800-rows.csv", 2800, "2026-03-13", 2143},
    };
    for (size_t i = 0; i < sizeof files / sizeof files[0]; i++) {
        desig_report report = {0};
        char checks[4096], text[DESIG_DATE_TEXT];
        plain_file file;
        cr_assert(plain_read(&file, files[i].path), "no %s", files[i].path);
        desig_list *list = plain_list(&file, "targets.simple.csv", &report, checks);
        desig_date as_of = desig_list_as_of(list);
        cr_expect_str_eq(report.format, "opensanctions");
        cr_expect(report.rows == files[i].records && report.records == files[i].records, "%s", files[i].path);
        cr_expect_str_eq(checks, "", "%s", files[i].path);
        cr_expect_str_eq(desig_date_format(&as_of, text), files[i].as_of);
        expect_all_found(list, &file);
        size_t actions = 0; /* a politician is not designated */
        for (size_t at = 0; at < desig_list_count(list); at++)
            actions += desig_list_at(list, at)->action_count;
        cr_expect_eq(actions, files[i].actions, "%s: %zu", files[i].path, actions);
        desig_list_free(list);
        plain_free(&file);
    }
}

/* ---- Made-up rows ---- */

#define SEEN "2024-05-01T00:00:00,2024-05-02T10:00:00,2024-05-01T00:00:00"

static const char made[] =
    "schema,id,aliases,name,countries,birth_date,addresses,identifiers,sanctions,phones,emails,program_ids,"
    "dataset,first_seen,last_seen,last_change\n"
    "Person,a-1,Ann One; Annie ;;A.O., Ann Example ,xa;xb,1960-02;1961,\"1 Road,\nTown;2 Lane\",N1;N2,"
    "Freeze - 2020,+1;+2,a@example.org,P-1;P-2,Made List," SEEN "\n"
    "Company,a-2,,Bolt Ltd,xa,,,,Freeze,,,,Made List;Other List," SEEN "\n"
    "LegalEntity,a-3,,Who Knows,xa,not a day,,,Freeze,,,P-9,Made List;Other List," SEEN "\n"
    "Robot,a-4,,Clank,,,,,Freeze,,,,," SEEN "\n"
    "Airplane,a-5,,XX-YYY,,,,,,,,,Made Politicians,,2023-01-01 00:00:00,soon\n"
    ",,,nobody,,,,,,,,,," SEEN "\n"
    "Person,a-5,,Another,,,,,,,,,Made Politicians," SEEN "\n"
    "Company,b-1,\"\"\"UNION \"\"\"\"KRASNYI PRIMER\"\"\"\"\"\";\"\"BEISPIEL; "
    "WORKS\"\";EXVET;\"\"\"\";\"\"half\","
    "\"One \"\"B\"\"\",,,\"\"\"Halle 3; Hof 2, Town\"\";Postfach 7\",,\"\"\"blocked; see "
    "annex\"\";second\",,,\"\"\"P;1\"\";P2\","
    "\"\"\"Made; List\"\"\"," SEEN "\n"
    "Company,b-2,,Empty,,,,,\"\"\"\"\"\",,,,Made List," SEEN "\n"
    "Person,b-3,,Runner,,,,,Red Notice,,,,INTERPOL Red Notices," SEEN "\n"
    "Person,b-4,,Both,,,,,Red Notice;Freeze,,,,INTERPOL Red Notices;Made List;US FBI Most Wanted," SEEN "\n";

static const struct {
    const char *id;
    desig_kind kind;
    const char *parts;
} cases[] = {
    {"opensanctions:a-1", DESIG_KIND_INDIVIDUAL,
     "Ann Example|Ann One|Annie|A.O.|+Made List/P-1 ../2024-05-02|+Made List/P-2 ../2024-05-02|"
     "other countries=xa|other countries=xb|birth-date birth_date=1960-02 1960-02|"
     "birth-date birth_date=1961 1961|address addresses=1 Road,\nTown|address addresses=2 Lane|"
     "identifier identifiers=N1|identifier identifiers=N2|sanctions-note sanctions=Freeze - 2020|"
     "contact phones=+1|contact phones=+2|contact emails=a@example.org|other dataset=Made List|"},
    {"opensanctions:a-2", DESIG_KIND_GROUP,
     "Bolt Ltd|+Made List/- ../2024-05-02|+Other List/- ../2024-05-02|other schema=Company|"
     "other countries=xa|sanctions-note sanctions=Freeze|other dataset=Made List|other dataset=Other List|"},
    {"opensanctions:a-3", DESIG_KIND_UNKNOWN,
     "Who Knows|+-/P-9 ../2024-05-02|+Made List/- ../2024-05-02|+Other List/- ../2024-05-02|"
     "other schema=LegalEntity|other countries=xa|birth-date birth_date=not a day|"
     "sanctions-note sanctions=Freeze|other dataset=Made List|other dataset=Other List|"},
    {"opensanctions:a-4", DESIG_KIND_UNKNOWN,
     "Clank|+-/- ../2024-05-02|other schema=Robot|sanctions-note sanctions=Freeze|"},
    {"opensanctions:a-5", DESIG_KIND_AIRCRAFT,
     "XX-YYY|Another|other dataset=Made Politicians|other schema=Person|"},
    {"opensanctions:b-1", DESIG_KIND_GROUP,
     "One \"B\"|UNION \"KRASNYI PRIMER\"|BEISPIEL; WORKS|EXVET|\"half|+Made; List/P;1 ../2024-05-02|"
     "+Made; List/P2 ../2024-05-02|other schema=Company|address addresses=Halle 3; Hof 2, Town|"
     "address addresses=Postfach 7|sanctions-note sanctions=blocked; see annex|sanctions-note "
     "sanctions=second|"
     "other dataset=Made; List|"},
    {"opensanctions:b-2", DESIG_KIND_GROUP, "Empty|other schema=Company|other dataset=Made List|"},
    {"opensanctions:b-3", DESIG_KIND_INDIVIDUAL,
     "Runner|sanctions-note sanctions=Red Notice|other dataset=INTERPOL Red Notices|"},
    {"opensanctions:b-4", DESIG_KIND_INDIVIDUAL,
     "Both|+Made List/- ../2024-05-02|sanctions-note sanctions=Red Notice|sanctions-note sanctions=Freeze|"
     "other dataset=INTERPOL Red Notices|other dataset=Made List|other dataset=US FBI Most Wanted|"},
};

static const char *or_dash(const char *text) {
    return text == NULL ? "-" : text;
}

/* All parts but the three days on which it was seen. Static storage. */
static const char *parts_of(const desig_record *record) {
    static char text[4096];
    char day[DESIG_DATE_TEXT];
    size_t at = 0;
    text[0] = '\0';
    for (uint32_t i = 0; i < record->name_count; i++) {
        if (record->names[i].derived) continue; /* a part of a name that is several */
        cr_expect_eq(record->names[i].strength, DESIG_STRENGTH_UNKNOWN);
        cr_expect_eq(record->names[i].type, i == 0 ? DESIG_NAME_PRIMARY : DESIG_NAME_AKA);
        at += (size_t)snprintf(text + at, sizeof text - at, "%s|", record->names[i].text);
    }
    for (uint32_t i = 0; i < record->action_count; i++) {
        const desig_action *action = &record->actions[i];
        cr_expect(action->derived && action->type == DESIG_ACTION_DESIGNATED && action->authority == NULL);
        at += (size_t)snprintf(text + at, sizeof text - at, "+%s/%s %s|", or_dash(action->list),
                               or_dash(action->program), desig_date_format(&action->effective, day));
    }
    for (uint32_t i = 0; i < record->fact_count; i++) {
        const desig_fact *fact = &record->facts[i];
        const char *from = desig_date_format(&fact->from, day);
        if (strstr(fact->label, "_seen") || strcmp(fact->label, "last_change") == 0) continue;
        at += (size_t)snprintf(text + at, sizeof text - at, "%s %s=%s%s%s|",
                               desig_term(DESIG_TERMS_FACT_TYPE, fact->type), fact->label, fact->value,
                               *from ? " " : "", from);
    }
    return text;
}

Test(opensanctions, rows_become_records) {
    plain_file file = {.bytes = (char *)(uintptr_t)made, .length = sizeof made - 1};
    char checks[4096];
    desig_report report = {0};
    desig_list *list = plain_list(&file, "made.csv", &report, checks);
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        const desig_record *record = desig_list_get(list, cases[i].id);
        cr_assert(record != NULL, "%s", cases[i].id);
        cr_expect_eq(record->kind, cases[i].kind, "%s", cases[i].id);
        cr_expect_str_eq(record->source, "opensanctions");
        cr_expect_str_eq(parts_of(record), cases[i].parts, "%s: %s", cases[i].id, parts_of(record));
    }
    cr_expect(report.rows == 11 && report.records == 10 && report.bad_rows == 1);
    cr_expect_str_eq(checks, "unread-date 5 opensanctions:a-3;unknown-type 6 opensanctions:a-4;no-id 8 -;"
                             "repeated-id 9 opensanctions:a-5;unknown-type 9 opensanctions:a-5;");
    desig_list_free(list);
}
