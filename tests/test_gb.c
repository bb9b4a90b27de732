/* The UK's two forms: nothing is lost, dates mean no more than they say, and two authorities stay two. */
#include "base/error.h"
#include "found_again.h"

#include <criterion/criterion.h>
#include <ctype.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

#define REAL SHARED_DIR "/data/uk/"

/* ---- Everything is found again ---- */

enum { LONGEST_CELL = 1 << 16 };

/* Each of the texts that a record holds, by number; NULL past the end, "" for one that is absent. */
static const char *text_at(const desig_record *record, size_t number) {
    if (number < record->name_count) return record->names[number].text;
    number -= record->name_count;
    if (number < record->link_count) return strchr(record->links[number].target, ':') + 1;
    number -= record->link_count;
    if (number < 4 * (size_t)record->fact_count) {
        const desig_fact *fact = &record->facts[number / 4];
        const char *texts[] = {fact->value, fact->label, fact->country, fact->note};
        return texts[number % 4] != NULL ? texts[number % 4] : "";
    }
    number -= 4 * (size_t)record->fact_count;
    if (number < 3 * (size_t)record->action_count) {
        const desig_action *action = &record->actions[number / 3];
        const char *texts[] = {action->program, action->measures, action->justification};
        return texts[number % 3] != NULL ? texts[number % 3] : "";
    }
    return NULL;
}

static int is_day_of_action(const desig_record *record, const char *cell) {
    for (uint32_t i = 0; i < record->action_count; i++) {
        char edtf[DESIG_DATE_TEXT], day[16];
        desig_date end = record->actions[i].effective;
        end.first = end.last;
        end.first_precision = end.last_precision;
        desig_date_format(&end, edtf);
        if (strlen(edtf) != 10) continue;
        snprintf(day, sizeof day, "%.2s/%.2s/%.4s", edtf + 8, edtf + 5, edtf);
        if (strcmp(day, cell) == 0) return 1;
    }
    return 0;
}

/* Labels of packed cells that become a link or a reason, and one that has nothing behind it. */
static const char *const unkept[] = {"UK Sanctions List Ref", "UN Ref", "UK Statement of Reasons",
                                     "(Phone number):(Fax)"};

static void cover(const char *cell, char *covered, const char *text) {
    size_t length = strlen(text);
    if (length == 0) return;
    for (const char *at = strstr(cell, text); at != NULL; at = strstr(at + length, text))
        memset(covered + (at - cell), 1, length);
}

/* Whether all of a cell is in the record but for brackets, their numbers, and what stands between values. */
static int is_covered(const desig_record *record, const char *cell) {
    static char covered[LONGEST_CELL];
    const char *text;
    memset(covered, 0, strlen(cell) + 1);
    for (size_t i = 0; i < sizeof unkept / sizeof *unkept; i++) cover(cell, covered, unkept[i]);
    for (size_t i = 0; (text = text_at(record, i)) != NULL; i++) cover(cell, covered, text);
    for (const char *at = cell; *at; at++) {
        size_t digits = *at == '(' ? strspn(at + 1, "0123456789") : 0;
        size_t bare = strspn(at, "0123456789"); /* `1) A 2) B` */
        if (covered[at - cell]) continue;
        if (digits > 0 && at[1 + digits] == ')')
            at += digits + 1;
        else if (bare > 0 && at[bare] == ')')
            at += bare;
        else if (!isspace((unsigned char)*at) && strchr("():-", *at) == NULL)
            return 0;
    }
    return 1;
}

static int is_name_type(const desig_record *record, const char *cell) {
    int type = strcasecmp(cell, "Primary name") == 0 || strcmp(cell, "Prime Alias") == 0 ? DESIG_NAME_PRIMARY
               : strcmp(cell, "Alias") == 0 || strcmp(cell, "AKA") == 0                  ? DESIG_NAME_AKA
               : strcmp(cell, "FKA") == 0                                                ? DESIG_NAME_FKA
                                                                                         : -1;
    for (uint32_t i = 0; i < record->name_count; i++)
        if (record->names[i].type == type) return 1;
    return is_covered(record, cell);
}

static int is_strength(const desig_record *record, const char *cell) {
    int strength = strncmp(cell, "Good", 4) == 0 ? DESIG_STRENGTH_STRONG : DESIG_STRENGTH_WEAK;
    for (uint32_t i = 0; i < record->name_count; i++)
        if (record->names[i].strength == strength) return 1;
    return 0;
}

static int is_script(const desig_record *record, const char *cell) {
    const char *tag = strcmp(cell, "Bosnian") == 0 ? "bs-" : strcmp(cell, "Cyrillic") == 0 ? "-Cyrl" : "?";
    for (uint32_t i = 0; i < record->name_count; i++)
        if (record->names[i].language != NULL && strstr(record->names[i].language, tag) != NULL) return 1;
    return 0;
}

static int is_kind(const desig_record *record, const char *cell) {
    const char *word = strcmp(cell, "Ship") == 0 ? "vessel" : cell;
    return record->kind == (uint32_t)desig_term_value(DESIG_TERMS_KIND, word);
}

static int is_found(const desig_record *record, const char *column, const char *cell) {
    if (*cell == '\0' || (strncmp(column, "Name ", 5) == 0 && isdigit((unsigned char)column[5]))) return 1;
    if (strcmp(column, "Designation Type") == 0 || strcmp(column, "Group Type") == 0)
        return is_kind(record, cell);
    if (strcmp(column, "Name type") == 0 || strcmp(column, "Alias Type") == 0)
        return is_name_type(record, cell);
    if (strcmp(column, "Alias strength") == 0 || strcmp(column, "Alias Quality") == 0)
        return is_strength(record, cell);
    if (strncasecmp(column, "Non-Latin script ", 17) == 0) return is_script(record, cell);
    if (strcmp(column, "Unique ID") == 0 || strcmp(column, "Group ID") == 0)
        return strcmp(cell, strchr(record->id, ':') + 1) == 0;
    return is_covered(record, cell) || is_day_of_action(record, cell);
}

/* Names are looked for whole: all six cells, in their order. */
static int has_name_of_row(const desig_record *record, const plain_file *file, size_t row) {
    static const char *const columns[] = {"Name 1", "Name 2", "Name 3", "Name 4", "Name 5", "Name 6"};
    char name[4096] = "";
    size_t length = 0;
    for (size_t i = 0; i < 6; i++) {
        const char *part = plain_cell(file, row, columns[i]);
        part += strspn(part, " ");
        if (*part == '\0') continue;
        length += (size_t)snprintf(name + length, sizeof name - length, "%s%s", length > 0 ? " " : "", part);
        while (length > 0 && name[length - 1] == ' ') name[--length] = '\0';
    }
    for (uint32_t i = 0; i < record->name_count; i++)
        if (strcmp(record->names[i].text, name) == 0) return 1;
    return length == 0;
}

static int is_ascii(const char *text) {
    while (*text > 0) text++;
    return *text == '\0';
}

static int is_row_ascii(const plain_file *file, size_t row) {
    for (size_t column = 0; column < file->columns; column++)
        if (!is_ascii(file->cells[row * file->columns + column])) return 0;
    return 1;
}

/* Of a file that is not UTF-8, the rows that are ASCII. */
static void expect_all_found(const desig_list *list, const plain_file *file, const char *source,
                             const char *id_column, int is_utf8) {
    for (size_t row = 1; row < file->rows; row++) {
        char id[64];
        if (!is_utf8 && !is_row_ascii(file, row)) continue;
        snprintf(id, sizeof id, "%s:%s", source, plain_cell(file, row, id_column));
        const desig_record *record = desig_list_get(list, id);
        cr_assert(record != NULL, "%s", id);
        cr_expect(has_name_of_row(record, file, row), "%s, row %zu", id, row);
        for (size_t column = 0; column < file->columns; column++) {
            const char *cell = file->cells[row * file->columns + column];
            cr_expect(is_found(record, file->cells[column], cell), "%s, %s: %s", id, file->cells[column],
                      cell);
        }
    }
}

/* ---- What the reports count ---- */

typedef struct counts {
    size_t kinds[4]; /* individuals, groups, vessels, others */
    size_t names[3]; /* of unknown strength, strong, weak */
    size_t in_script;
    size_t un, uk, derived, amended, reasons;
    size_t same_as;
    size_t births, dated, addresses, identifiers, contacts;
} counts;

static counts count_all(const desig_list *list) {
    counts all = {0};
    for (size_t r = 0; r < desig_list_count(list); r++) {
        const desig_record *record = desig_list_at(list, r);
        uint32_t address = 0;
        all.kinds[record->kind >= 1 && record->kind <= 3 ? record->kind - 1 : 3]++;
        all.same_as += record->link_count;
        for (uint32_t i = 0; i < record->name_count; i++) {
            if (record->names[i].derived) continue;
            all.names[record->names[i].strength]++;
            all.in_script += record->names[i].language != NULL;
        }
        for (uint32_t i = 0; i < record->action_count; i++) {
            const desig_action *action = &record->actions[i];
            int designated = action->type == DESIG_ACTION_DESIGNATED;
            int un = strcmp(action->authority, "UN-SC") == 0;
            all.un += designated && un;
            all.uk += designated && !un;
            all.amended += !designated;
            all.derived += action->derived;
            all.reasons += action->justification != NULL;
        }
        for (uint32_t i = 0; i < record->fact_count; i++) {
            const desig_fact *fact = &record->facts[i];
            all.births += fact->type == DESIG_FACT_BIRTH_DATE;
            all.dated += fact->type == DESIG_FACT_BIRTH_DATE && fact->from.first_precision != 0;
            all.identifiers += fact->type == DESIG_FACT_IDENTIFIER;
            all.contacts += fact->type == DESIG_FACT_CONTACT;
            all.addresses += fact->type == DESIG_FACT_ADDRESS && fact->group != address;
            if (fact->type == DESIG_FACT_ADDRESS) address = fact->group;
        }
    }
    return all;
}

static const char *counts_text(const desig_list *list) {
    static char text[512];
    counts all = count_all(list);
    snprintf(text, sizeof text,
             "kinds %zu %zu %zu %zu, names %zu %zu %zu, in script %zu, un %zu, uk %zu, derived %zu, amended "
             "%zu, reasons %zu, same-as %zu, births %zu dated %zu, addresses %zu, identifiers %zu, contacts "
             "%zu",
             all.kinds[0], all.kinds[1], all.kinds[2], all.kinds[3], all.names[0], all.names[1], all.names[2],
             all.in_script, all.un, all.uk, all.derived, all.amended, all.reasons, all.same_as, all.births,
             all.dated, all.addresses, all.identifiers, all.contacts);
    return text;
}

Test(gb_real, lists_are_found_again) {
    static const struct {
        const char *name, *format, *id_column, *as_of;
        size_t rows, records, doubled, warnings, notes;
        const char *counts;
    } files[] = {
        {"UK-Sanctions-List.rebuilt-2026-04-30.csv", "gb-uksl", "Unique ID", "2026-04-30", 15468, 6046, 0, 5,
         0,
         "kinds 3883 1531 632 0, names 6915 7530 605, in script 0, un 1002, uk 6151, derived 105, amended "
         "4835, reasons 0, same-as 6150, births 3690 dated 3690, addresses 3026, identifiers 2070, contacts "
         "0"},
        {"ConList.2022-05-04.from-xlsx.csv", "gb-ofsi", "Group ID", "2022-05-04", 15261, 3430, 56, 7, 0,
         "kinds 2771 644 15 0, names 4523 6407 603, in script 1626, un 943, uk 5522, derived 958, amended "
         "2348, reasons 3609, same-as 4371, births 2798 dated 2796, addresses 2199, identifiers 790, "
         "contacts 522"},
        {"ConList.2018-04-13.29-columns.csv", "gb-ofsi", "Group ID", "2018-04-13", 9487, 2106, 0, 0, 2,
         "kinds 1426 680 0 0, names 3447 2106 0, in script 0, un 610, uk 2114, derived 610, amended 1591, "
         "reasons 0, same-as 610, births 1478 dated 1478, addresses 1159, identifiers 502, contacts 0"},
        {"real-line-2026-10-08.csv", "gb-uksl", "Unique ID", "2026-10-08", 1, 1, 0, 0, 0,
         "kinds 0 0 1 0, names 0 1 0, in script 0, un 0, uk 1, derived 0, amended 0, reasons 1, same-as 0, "
         "births 0 dated 0, addresses 0, identifiers 1, contacts 0"},
    };
    for (size_t i = 0; i < sizeof files / sizeof files[0]; i++) {
        desig_report report = {0};
        plain_file file;
        char path[4096], day[DESIG_DATE_TEXT];
        snprintf(path, sizeof path, "%s%s", REAL, files[i].name);
        cr_assert(plain_read_below(&file, path, 1), "no %s", path);
        desig_list *list = plain_list(&file, "list.csv", &report, NULL);
        desig_date as_of = desig_list_as_of(list);
        cr_expect_str_eq(report.format, files[i].format);
        cr_expect_str_eq(desig_date_format(&as_of, day), files[i].as_of);
        cr_expect(report.rows == files[i].rows && file.rows == files[i].rows + 1, "%s", path);
        cr_expect_eq(report.records, files[i].records, "%s: %u", path, (unsigned)report.records);
        cr_expect_eq(report.doubled_rows, files[i].doubled, "%s: %u", path, (unsigned)report.doubled_rows);
        cr_expect_eq(report.warnings, files[i].warnings, "%s: %u", path, (unsigned)report.warnings);
        cr_expect(report.bad_rows == 0 && report.errors == 0 && report.notes == files[i].notes, "%s: %u",
                  path, (unsigned)report.notes);
        cr_expect_str_eq(counts_text(list), files[i].counts, "%s: %s", path, counts_text(list));
        expect_all_found(list, &file, files[i].format, files[i].id_column, files[i].notes == 0);
        desig_list_free(list);
        plain_free(&file);
    }
}

/* ---- What it makes of single rows ---- */

static size_t append(char *to, size_t at, size_t size, const char *format, ...) DSG_PRINTF(4, 5);

static size_t append(char *to, size_t at, size_t size, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    int length = vsnprintf(to + at, size - at, format, arguments);
    va_end(arguments);
    cr_assert(length >= 0 && at + (size_t)length < size);
    return at + (size_t)length;
}

static size_t append_part(char *to, size_t at, size_t size, const char *before, const char *text,
                          const char *behind) {
    return text == NULL ? at : append(to, at, size, "%s%s%s", before, text, behind);
}

static size_t append_action(char *to, size_t at, size_t size, const desig_action *action) {
    char day[DESIG_DATE_TEXT];
    at = append(to, at, size, "%s %s", desig_term(DESIG_TERMS_ACTION_TYPE, action->type), action->authority);
    at = append_part(to, at, size, " ", action->list, "");
    at = append_part(to, at, size, " ", action->program, "");
    at = append(to, at, size, " %s%s", desig_date_format(&action->effective, day),
                action->derived ? " derived" : "");
    at = append_part(to, at, size, " [", action->measures, "]");
    at = append_part(to, at, size, " (", action->legal_basis, ")");
    at = append_part(to, at, size, ": ", action->justification, "");
    return append(to, at, size, "\n");
}

static size_t append_fact(char *to, size_t at, size_t size, const desig_fact *fact) {
    char day[DESIG_DATE_TEXT];
    at = append(to, at, size, "%s %s: %s", desig_term(DESIG_TERMS_FACT_TYPE, fact->type), fact->label,
                fact->value);
    at = append_part(to, at, size, " (", fact->country, ")");
    at = append_part(to, at, size, " - ", fact->note, "");
    if (fact->from.last_precision != DESIG_PRECISION_NONE)
        at = append(to, at, size, " = %s", desig_date_format(&fact->from, day));
    return append(to, at, size, "\n");
}

/* All of a record but its groups, one part a line. Static storage. */
static const char *record_text(const desig_record *record) {
    static char text[8192];
    size_t at = append(text, 0, sizeof text, "%s\n", desig_term(DESIG_TERMS_KIND, record->kind));
    for (uint32_t i = 0; i < record->name_count; i++) {
        const desig_name *name = &record->names[i];
        at = append(text, at, sizeof text, "%s %s", desig_term(DESIG_TERMS_NAME_TYPE, name->type),
                    desig_term(DESIG_TERMS_STRENGTH, name->strength));
        at = append_part(text, at, sizeof text, " ", name->language, "");
        at = append(text, at, sizeof text, ": %s\n", name->text);
    }
    for (uint32_t i = 0; i < record->action_count; i++)
        at = append_action(text, at, sizeof text, &record->actions[i]);
    for (uint32_t i = 0; i < record->link_count; i++)
        at = append(text, at, sizeof text, "%s %s\n", record->links[i].type, record->links[i].target);
    for (uint32_t i = 0; i < record->fact_count; i++)
        at = append_fact(text, at, sizeof text, &record->facts[i]);
    return text;
}

static desig_list *read_text(const char *text, char checks[4096]) {
    plain_file file = {.bytes = (char *)(uintptr_t)text, .length = strlen(text)};
    return plain_list(&file, "list.csv", NULL, checks);
}

typedef struct row_case {
    const char *label;
    const char *columns; /* besides those that every row of the form has */
    const char *rows;
    const char *record; /* the only one, or the first */
    const char *checks;
} row_case;

static void expect_cases(const char *head, const row_case *cases, size_t count) {
    for (size_t i = 0; i < count; i++) {
        char text[4096], checks[4096];
        snprintf(text, sizeof text, "%s%s\n%s", head, cases[i].columns, cases[i].rows);
        desig_list *list = read_text(text, checks);
        const char *got = record_text(desig_list_at(list, 0));
        cr_expect_str_eq(got, cases[i].record, "%s: %s", cases[i].label, got);
        cr_expect_str_eq(checks, cases[i].checks, "%s: %s", cases[i].label, checks);
        desig_list_free(list);
    }
}

#define UKSL                                                                                                 \
    "Report Date: 30-Apr-2026\n"                                                                             \
    "Unique ID,Designation Type,Name 1,Name 2,Name 3,Name 4,Name 5,Name 6,Name type"
#define OFSI                                                                                                 \
    "Last Updated,04/05/2022,,\n"                                                                            \
    "Group ID,Group Type,Name 1,Name 2,Name 3,Name 4,Name 5,Name 6,Alias Type"

#define DATES ",Last Updated,Date Designated,UN Reference Number,Designation source"
#define ACME  "1,Entity,,,,,,Acme,Primary Name"
#define GROUP "group\nprimary strong: Acme\n"

Test(gb, rows_of_the_sanctions_list_say_what_they_say) {
    static const row_case cases[] = {
        {"names, their strengths and scripts",
         ",Alias strength,Name non-latin script,Non-latin script type,Non-latin script language",
         "1,Individual, Ivan ,Petrovich,,,,IVANOV,Primary Name,,Иванов,Cyrillic,Russian\n"
         "1,Individual,Ivan,,,,,IVANOFF,Primary name variation,,ივანე,,\n"
         "1,Individual,,,,,,Vanya,Alias,Low quality a.k.a,Ваня,Cyrillic,Serbian\n"
         "1,Individual,,,,,,Johnson,f.k.a,Good quality a.k.a,,,\n"
         "1,Individual,,,,,,Smith,a.k.a,so-so,,,\n",
         "individual\nprimary strong: Ivan Petrovich IVANOV\naka strong ru: Иванов\n"
         "aka unknown: Ivan IVANOFF\naka unknown und-Geor: ივანე\n"
         "aka weak: Vanya\naka weak sr-Cyrl: Ваня\nfka strong: Johnson\naka unknown: Smith\n"
         "designated GB-FCDO UK ../2026-04-30 derived\n"
         "other Name type: Primary name variation\nother Alias strength: so-so\n",
         ""},
        {"a second primary name, an unknown type and kind", "",
         "1,Robot,,,,,,A,Primary Name\n1,Robot,,,,,,B,Primary Name\n1,Robot,,,,,,C,Nickname\n",
         "unknown\nprimary strong: A\naka strong: B\naka unknown: C\n"
         "designated GB-FCDO UK ../2026-04-30 derived\n"
         "other Designation Type: Robot\nother Name type: Primary Name\nother Name type: Nickname\n",
         "unknown-type 3 gb-uksl:1;contradicts 4 gb-uksl:1;unknown-type 5 gb-uksl:1;"},
        {"the UK's own", DATES, ACME ",16/04/2026,01/02/2022,,UK\n",
         GROUP "designated GB-FCDO UK 2022-02-01\namended GB-FCDO UK 2026-04-16\n"
               "other Designation source: UK\n",
         ""},
        {"unchanged since", DATES, ACME ",01/02/2022,01/02/2022,,\n",
         GROUP "designated GB-FCDO UK 2022-02-01\n", ""},
        {"the UN's: two authorities, and the UK not said since when", DATES,
         ACME ",16/04/2026,29/06/2012,TAe.010,UN\n",
         GROUP "designated UN-SC 1988 2012-06-29\ndesignated GB-FCDO UK 2012-06-29/2026-04-16\n"
               "amended GB-FCDO UK 2026-04-16\nsame-as un-sc:TAe.010\nother Designation source: UN\n",
         ""},
        {"a reference to the UN, but the UK's own", DATES, ACME ",,29/06/2012,TAe.010,UK\n",
         GROUP "designated GB-HMT UK 2012-06-29\ndesignated GB-FCDO UK 2020-12-31 derived\nsame-as "
               "un-sc:TAe.010\nother Designation source: UK\n",
         ""},
        {"of a committee that is not known; no day fits", DATES, ACME ",01/01/2010,29/06/2012,XXi.001,\n",
         GROUP "designated UN-SC 2012-06-29\ndesignated GB-FCDO UK ../2026-04-30 derived\n"
               "amended GB-HMT UK 2010-01-01\nsame-as un-sc:XXi.001\n",
         ""},
        {"the law re-made", DATES, ACME ",16/04/2026,31/12/2020,,\n",
         GROUP "designated GB-FCDO UK ../2020-12-31\namended GB-FCDO UK 2026-04-16\n"
               "other Date Designated: 31/12/2020\n",
         ""},
        {"no dates", DATES, ACME ",,,,\n", GROUP "designated GB-FCDO UK ../2026-04-30 derived\n", ""},
        {"dates that cannot be read", DATES, ACME ",soon,31/02/2022,,\n",
         GROUP "designated GB-FCDO UK ../2026-04-30 derived\nother Last Updated: soon\n"
               "other Date Designated: 31/02/2022\n",
         "unread-date 3 gb-uksl:1;impossible-date 3 gb-uksl:1;"},
        {"birth dates", ",D.O.B",
         ACME ",dd/mm/1958\n" ACME ",00/09/1970\n" ACME ",'01/02/1963\n" ACME ",1962\n" ACME ",09/1963\n" ACME
              ",15/08/19yy\n" ACME ",1962\n",
         GROUP "designated GB-FCDO UK ../2026-04-30 derived\nbirth-date D.O.B: dd/mm/1958 = 1958\n"
               "birth-date D.O.B: 00/09/1970 = 1970-09\nbirth-date D.O.B: '01/02/1963 = 1963-02-01\n"
               "birth-date D.O.B: 1962 = 1962\nbirth-date D.O.B: 09/1963 = 1963-09\n"
               "birth-date D.O.B: 15/08/19yy = 1900/1999\n",
         ""},
        {"addresses, and a country without one",
         ",Address Line 1,Address Line 6,Address Postal Code,Address Country,Regime Name",
         ACME ",1 High St,York,Y1,UK,The X Regulations 2019\n" ACME ",,,,UK,\n",
         GROUP "designated GB-FCDO UK The X Regulations 2019 ../2026-04-30 derived (The X Regulations 2019)\n"
               "designated GB-FCDO UK ../2026-04-30 derived\n"
               "address Address Line 1: 1 High St (UK)\naddress Address Line 6: York (UK)\n"
               "address Address Postal Code: Y1 (UK)\naddress Address Country: UK (UK)\n",
         ""},
        {"a ship, and a column that nobody knows",
         ",IMO number,Hull identification number (HIN),Tonnage of ship,Colour,OFSI Group ID",
         "1,Ship,,,,,,Acme,Primary Name,9114555,H1,900,grey,77\n",
         "vessel\nprimary strong: Acme\ndesignated GB-FCDO UK ../2026-04-30 derived\nsame-as gb-ofsi:77\n"
         "identifier IMO number: 9114555\nidentifier Hull identification number (HIN): H1\n"
         "other Tonnage of ship: 900\nother Colour: grey\n",
         "unknown-column 2 -;"},
        {"remarks of one hash, which are found within seconds, are two remarks", ",Other Information",
         ACME ",PJbxGiF!La5ljUV8\n" ACME ",iiPEhq-c9lqfqqFD\n",
         GROUP "designated GB-FCDO UK ../2026-04-30 derived\nremark Other Information: PJbxGiF!La5ljUV8\n"
               "remark Other Information: iiPEhq-c9lqfqqFD\n",
         ""},
    };
    expect_cases(UKSL, cases, sizeof cases / sizeof *cases);
}

#define LISTED ",Listed On,UK Sanctions List Date Designated,Last Updated,Other Information,Regime"

Test(gb, rows_of_the_consolidated_list_say_what_they_say) {
    static const row_case cases[] = {
        {"the UN's, which the UK took up later", LISTED,
         ACME ",04/07/2012,29/06/2012,12/01/2022,\"(UK Sanctions List Ref):AFG0001 (UN Ref):TAe.010 Pakistan "
              "(a branch) (UK Statement of Reasons):It paid (a lot). \",Afghanistan\n",
         GROUP "designated UN-SC 1988 2012-06-29\n"
               "designated GB-HMT UK Afghanistan 2012-07-04: It paid (a lot).\ndesignated GB-FCDO UK "
               "Afghanistan 2020-12-31 derived\n"
               "amended GB-FCDO UK 2022-01-12\nsame-as gb-uksl:AFG0001\nsame-as un-sc:TAe.010\n"
               "remark Other Information: Pakistan (a branch)\n",
         ""},
        {"the law re-made", LISTED, ACME ",02/12/2011,31/12/2020,31/12/2020,,Syria\n",
         GROUP "designated GB-HMT UK Syria 2011-12-02\ndesignated GB-FCDO UK Syria 2020-12-31\namended "
               "GB-FCDO UK 2020-12-31\n"
               "other UK Sanctions List Date Designated: 31/12/2020\n",
         ""},
        {"listed under one law, designated under another", LISTED,
         ACME ",25/02/2021,29/04/2021,29/04/2021,,Myanmar\n",
         GROUP "designated GB-FCDO UK Myanmar 2021-02-25\ndesignated GB-FCDO UK Myanmar 2021-04-29\n", ""},
        {"under two regimes, and elsewhere repeated", LISTED,
         ACME ",29/09/2020,29/09/2020,29/09/2020,(Gender):Male,Global Human Rights\n"
              "2,Entity,,,,,,Other,Primary name,,,,,\n" ACME
              ",05/10/2020,31/12/2020,29/09/2020,(Gender):Male,Belarus\n",
         GROUP "designated GB-FCDO UK Global Human Rights 2020-09-29\n"
               "designated GB-HMT UK Belarus 2020-10-05\ndesignated GB-FCDO UK Belarus 2020-12-31\namended "
               "GB-HMT UK 2020-09-29\n"
               "gender Gender: Male\nother UK Sanctions List Date Designated: 31/12/2020\n",
         ""},
        {"what is packed", LISTED,
         ACME ",01/02/2022,01/02/2022,01/02/2022,\"Before. (Phone number):(1) 1 23 (2) 4 56 (Fax): 7 "
              "(Website):a.b (Business Reg No):INN 77 (United States of America): 36 (UN Ref): \",X\n",
         GROUP
         "designated GB-FCDO UK X 2022-02-01\nremark Other Information: Before.\n"
         "contact Phone number: 1 23\ncontact Phone number: 4 56\ncontact Fax: 7\ncontact Website: a.b\n"
         "identifier Business Reg No: INN 77 (United States of America): 36\n",
         ""},
        {"numbered cells",
         ",Town of Birth,Country of Birth,Nationality,Passport Number,Passport Details,Title,Position",
         ACME ",(1) Palaro (2) Kisumu (3) -,(1) Uganda (2) Kenya (3)Chad,(1) Germany. (2) Morocco,(1) A1 (2) "
              "-,(1) "
              "false (2) issued in Bonn,(1) Haji (2) Mullah,Clerk (1) of all\n",
         GROUP "designated GB-FCDO UK ../2022-05-04 derived\nbirth-place Town of Birth: Palaro (Uganda)\n"
               "birth-place Town of Birth: Kisumu (Kenya)\nbirth-place Country of Birth: Chad\n"
               "nationality Nationality: Germany.\nnationality Nationality: Morocco\n"
               "identifier Passport Number: A1 - false\nother Passport Details: issued in Bonn\n"
               "title Title: Haji\ntitle Title: Mullah\ntitle Position: Clerk (1) of all\n",
         ""},
        {"numbers that do not fit", ",Town of Birth,Country of Birth,Passport Number,Passport Details",
         ACME ",(1) Leningrad (2) Moscow,(1) USSR (2) USSR (3) Belarus,,Iranian\n" ACME
              ",(1) Baghlan (2) Khumri,Afghanistan,1.2E+15,\n",
         GROUP "designated GB-FCDO UK ../2022-05-04 derived\nbirth-place Town of Birth: Leningrad\n"
               "birth-place Town of Birth: Moscow\nbirth-place Country of Birth: USSR\nbirth-place Country "
               "of Birth: USSR\n"
               "birth-place Country of Birth: Belarus\nother Passport Details: Iranian\n"
               "birth-place Town of Birth: Baghlan (Afghanistan)\n"
               "birth-place Town of Birth: Khumri (Afghanistan)\nidentifier Passport Number: 1.2E+15\n",
         "spreadsheet-damage 4 gb-ofsi:1;"},
    };
    expect_cases(OFSI, cases, sizeof cases / sizeof *cases);
}

/* ---- The line above the header ---- */

static void count_doubts(void *context, const desig_diagnostic *found) {
    size_t *count = context;
    *count += strcmp(found->check, "missing-column") != 0; /* these headers are short */
}

Test(gb, the_line_above_the_header_is_looked_at) {
    static const struct {
        const char *label, *text, *as_of, *checks, *error;
    } cases[] = {
        {"without one",
         "Unique ID,Designation Type,Name 1,Name 2,Name 3,Name 4,Name 5,Name 6,Name type\n" ACME "\n", "", "",
         ""},
        {"with a date that cannot be read",
         "Report Date: soon\nUnique ID,Designation Type,Name 1,Name 2,Name 3,Name 4,Name 5,Name 6,Name "
         "type\n",
         "", "unread-date 1 -;", ""},
        {"with nothing below", "Report Date: 30-Apr-2026\n", "", "", "the file has no header"},
        {"with another header below", "Last Updated,04/05/2022\nUnique ID,Name 1\n", "", "",
         "the row below the publisher's line is no header of gb-ofsi: of gb-ofsi it lacks \"Group ID\"; "
         "is \"Unique ID\" that column?"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        desig_source source = {.data = cases[i].text, .length = strlen(cases[i].text), .name = "list.csv"};
        char day[DESIG_DATE_TEXT];
        desig_list *list = NULL;
        desig_error error = {0};
        size_t doubts = 0;
        const desig_callbacks callbacks = {.diagnose = count_doubts, .context = &doubts};
        const desig_read_options options = {.callbacks = &callbacks};
        cr_assert(desig_list_new(NULL, &list) == DESIG_OK);
        desig_result result = desig_list_read(list, &source, 1, &options, NULL, &error);
        desig_date as_of = desig_list_as_of(list);
        cr_expect_eq(result, *cases[i].error ? DESIG_E_FORMAT : DESIG_OK, "%s", cases[i].label);
        cr_expect_str_eq(error.message, cases[i].error, "%s: %s", cases[i].label, error.message);
        cr_expect_str_eq(desig_date_format(&as_of, day), cases[i].as_of, "%s", cases[i].label);
        cr_expect_eq(doubts, *cases[i].checks != '\0', "%s", cases[i].label);
        desig_list_free(list);
    }
}

/* ---- The form until early 2022 ---- */

Test(gb, the_older_form_says_the_same_in_other_words) {
    static const struct {
        const char *file, *id, *text;
    } cases[] = {
        {"2018", "gb-ofsi:99349",
         "individual\n"
         "primary strong: Faruq AL-MUTHANNI\n"
         "aka unknown: Sheikh Farouk AL-MUTHANNA\n"
         "designated UN-SC 1267 ../2018-04-13 derived\n"
         "designated GB-HMT UK The ISIL (Da'esh) and Al-Qaida organisations 2016-04-01\n"
         "same-as un-sc:QDe.999\n"
         "birth-date DOB: 00/00/1980 = 1980\n"
         "birth-place Country of Birth: Saudi Arabia\n"
         "nationality Nationality: Saudi Arabia\n"
         "nationality Nationality: Qatar\n"
         "identifier Passport Details: 592999 - Passport No: 592999 (Qatari passport issued on 3 May 2007).\n"
         "address Country: Afghanistan (since 2009) (Afghanistan (since 2009))\n"
         "remark Other Information: UN Ref QDe.999. Emir for a zone.\n"},
        {"2018", "gb-ofsi:99657",
         "group\n"
         "primary strong: MIZAN EXAMPLE MANUFACTURING\n"
         "designated UN-SC ../2018-04-13 derived\n"
         "designated GB-HMT UK Iran (nuclear proliferation) 2008-06-24\n"
         "amended GB-HMT UK 2010-06-10\n"
         "same-as un-sc:E.29.I.99\n"
         "address Address 1: PO Box 1-365 (Iran)\n"
         "address Address 6: Tehran (Iran)\n"
         "remark Other Information: UN Ref E.29.I.99. Owned by EXAMPLE. AIO.\n"},
        {"2014", "gb-ofsi:99562",
         "individual\n"
         "primary strong: Aleh MUSTER\n"
         "designated GB-HMT UK Belarus 2012-03-26\n"
         "amended GB-HMT UK 2012-11-13\n"
         "title Title: Colonel\n"
         "title Position: Head of the \"Example\" unit\n"},
        {"2014", "gb-ofsi:99830",
         "individual\n"
         "primary strong: Innocent BEISPIEL\n"
         "designated GB-HMT UK Democratic Republic of the Congo 2013-02-28\n"
         "remark Other Information: Male. Also referred to as \"Made Up\".\n"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        char path[4096];
        desig_report report = {0};
        plain_file file;
        snprintf(path, sizeof path, TEST_DATA_DIR "/valid/gb-ofsi/conlist%s.csv", cases[i].file);
        cr_assert(plain_read_below(&file, path, 1), "no %s", path);
        desig_list *list = plain_list(&file, path, &report, NULL);
        const desig_record *record = desig_list_get(list, cases[i].id);
        cr_assert_not_null(record);
        cr_expect(report.errors == 0 && report.warnings == 0 && report.bad_rows == 0, "%s", path);
        cr_expect_str_eq(record_text(record), cases[i].text, "%s: %s", cases[i].id, record_text(record));
        desig_list_free(list);
        plain_free(&file);
    }
}
