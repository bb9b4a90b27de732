/* Any other CSV, by a map: forms as they are found, and nothing lost. */
#include "found_again.h"
#include "written.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#define COLUMN(of, header)                                                                                   \
    { .target = (of), .column = (header) }
#define JOINED(of, header)                                                                                   \
    { .target = (of), .column = (header), .joined = 1 }
#define NUMBER(of, position)                                                                                 \
    { .target = (of), .number = (position) }
#define VALUE(of, text)                                                                                      \
    { .target = (of), .value = (text) }
#define MAP(...)                                                                                             \
    .columns = (const desig_map_column[]){__VA_ARGS__},                                                      \
    .column_count = sizeof((const desig_map_column[]){__VA_ARGS__}) / sizeof(desig_map_column)

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static const desig_map_word words[] = {{"Org", "group"},
                                       {"Person", "individual"},
                                       {"Listed", "designated"},
                                       {"Lifted", "revoked"},
                                       {"Renewed", "amended"}};

static void note(void *context, const desig_diagnostic *found) {
    findings *all = context;
    all->used += (size_t)snprintf(all->lines + all->used, sizeof all->lines - all->used, "%s %d %s\n",
                                  found->check, (int)found->line, found->field != NULL ? found->field : "-");
}

static desig_result read_mapped(desig_list *list, const char *bytes, size_t length, const desig_map *map,
                                char delimiter, findings *all, desig_report *report, desig_error *error) {
    desig_source source = {.data = bytes, .length = length, .name = "list.csv"};
    const desig_callbacks callbacks = {.diagnose = note, .context = all};
    desig_read_options options = {
        .map = map, .delimiter = delimiter, .callbacks = all != NULL ? &callbacks : NULL};
    if (all != NULL) *all = (findings){.used = 0};
    return desig_list_read(list, &source, 1, &options, report, error);
}

/* ---- Forms as they are found ---- */

static const struct {
    const char *label;
    const char *csv;
    desig_map map;
    const char *parts; /* NULL: not looked at */
    const char *findings;
} cases[] = {
    {"semicolons, day first, two rows of one id, a column of no target, rows of nothing",
     "Ref;Full Name;Type;Listed;DOB;Notes\n"
     "7;Ann One;Person;05/06/2021;12/03/1960; hello \n"
     "8;Bolt Ltd;Org;20.05.2021;;\n"
     "7;Annie;Person;05/06/2021;00/00/1961;\n"
     "8;Bolt Ltd;Org;20.05.2021;;\n"
     ";;; ;;\n",
     {MAP(COLUMN("id", "Ref"), COLUMN("name", "full name"), COLUMN("kind", "Type"), COLUMN("date", "Listed"),
          COLUMN("birth_dates", "DOB")),
      .words = words, .word_count = COUNT(words), .dates = DESIG_DATE_DMY},
     "7,record,individual\n"
     "7,name,primary,Ann One,strong\n"
     "7,name,aka,Annie,unknown\n"
     "7,action,designated,2021-06-05\n"
     "7,fact,other,\" hello \",Notes\n"
     "7,fact,other,Person,Type\n"
     "7,fact,birth-date,00/00/1961,DOB,1961\n"
     "7,fact,birth-date,12/03/1960,DOB,1960-03-12\n"
     "8,record,group\n"
     "8,name,primary,Bolt Ltd,strong\n"
     "8,action,designated,2021-05-20\n"
     "8,fact,other,Org,Type\n",
     "unknown-column 1 -\n"},
    {"tabs, month first, a name and a date in several columns, one column for two targets, moments",
     "First\tLast\tD\tM\tY\tWhen\n"
     "Ann\tOne\t3\t12\t1960\t5/6/2021 00:00:00\n"
     "\tTwo\t\t\t1961\t2021-06-05T10:30:00Z\n",
     {MAP(COLUMN("name", "First"), JOINED("name", "Last"), COLUMN("id", "Last"), COLUMN("birth_dates", "M"),
          JOINED("birth_dates", "D"), JOINED("birth_dates", "Y"), COLUMN("announced", "When")),
      .source = "xx", .dates = DESIG_DATE_MDY},
     "xx:One,record,unknown\n"
     "xx:One,name,primary,Ann One,strong\n"
     "xx:One,action,designated,2021-05-06\n"
     "xx:One,fact,birth-date,12-3-1960,M,1960-12-03\n"
     "xx:Two,record,unknown\n"
     "xx:Two,name,primary,Two,strong\n"
     "xx:Two,action,designated,2021-06-05\n"
     "xx:Two,fact,other,2021-06-05T10:30:00Z,When\n"
     "xx:Two,fact,birth-date,1961,Y,1961\n",
     ""},
    {"a second name of a party that is listed: by the map's own authority it is listed once",
     "Ref,Name,Listed\n"
     "7,Bolt Ltd,2022-11-17\n"
     "7,Bolt Limited,\n"
     "8,Ann One,\n"
     "8,Annie,\n",
     {MAP(COLUMN("id", "Ref"), COLUMN("name", "Name"), COLUMN("date", "Listed"),
          VALUE("authority", "XX-YY"))},
     "7,record,unknown\n"
     "7,name,primary,Bolt Ltd,strong\n"
     "7,name,aka,Bolt Limited,unknown\n"
     "7,action,designated,XX-YY,2022-11-17\n"
     "8,record,unknown\n"
     "8,name,primary,Ann One,strong\n"
     "8,name,aka,Annie,unknown\n"
     "8,listing,designated,XX-YY\n",
     ""},
    {"no header, bars, several values, labels, links, a file of one authority",
     "7|Ann One|Annie; A. One ;|Old Ann|P1;P2|Bolt Ltd|SDGT;FTO|freeze; ban|why\\; so\n"
     "8|Bolt Ltd||||||freeze|\n",
     {MAP(NUMBER("id", 1), NUMBER("name", 2), NUMBER("weak:aliases", 3), NUMBER("strong:fka:aliases", 4),
          NUMBER("Passport:identifiers", 5), NUMBER("leader-of:links", 6), NUMBER("program", 7),
          NUMBER("measures", 8), VALUE("authority", "US-STATE"), VALUE("kind", "Person")),
      .words = words, .word_count = COUNT(words), .headerless = 1},
     "7,record,individual\n"
     "7,name,primary,Ann One,strong\n"
     "7,name,aka,A. One,weak\n"
     "7,name,aka,Annie,weak\n"
     "7,name,fka,Old Ann,strong\n"
     "7,listing,designated,US-STATE,FTO,freeze|ban\n"
     "7,listing,designated,US-STATE,SDGT,freeze|ban\n"
     "7,link,leader-of,Bolt Ltd,plain\n"
     "7,fact,other,Person\n"
     "7,fact,other,why\\; so,#9\n"
     "7,fact,identifier,P1,Passport\n"
     "7,fact,identifier,P2,Passport\n"
     "8,record,individual\n"
     "8,name,primary,Bolt Ltd,strong\n"
     "8,listing,designated,US-STATE,freeze\n"
     "8,fact,other,Person\n",
     "unknown-column 1 -\n"},
    {"lines above the header, a word for null, another separator, two actions a row, a status",
     "Consolidated list,,,,,,,\n"
     ",,,,,,,\n"
     "Name,Status,On,Off,Why off,By,Alias,Alias\n"
     "Ann,Listed,2020,n/a,n/a,XX,A/B,C\n"
     "Bolt,Lifted,2019,2021-02,error,XX,n/a,\n"
     "Cat,Pending,2018,n/a,n/a,XX,\"D;E\",\n"
     "Dog,,2017,n/a,appeal,,,\n",
     {MAP(COLUMN("name", "Name"), COLUMN("action", "Status"), COLUMN("date", "On"),
          COLUMN("revoked:date", "Off"), COLUMN("revoked:justification", "Why off"),
          COLUMN("authority", "By"), COLUMN("aliases", "Alias"), NUMBER("aliases", 8), COLUMN("id", "Name")),
      .words = words, .word_count = COUNT(words), .separator = "/", .null_text = "n/a", .header_line = 3},
     "Ann,record,unknown\n"
     "Ann,name,primary,Ann,strong\n"
     "Ann,name,aka,A,unknown\n"
     "Ann,name,aka,B,unknown\n"
     "Ann,name,aka,C,unknown\n"
     "Ann,action,designated,XX,2020\n"
     "Ann,fact,other,Listed,Status\n"
     "Bolt,record,unknown\n"
     "Bolt,name,primary,Bolt,strong\n"
     "Bolt,action,designated,XX,2019\n"
     "Bolt,action,revoked,XX,error,2021-02\n"
     "Bolt,fact,other,Lifted,Status\n"
     "Cat,record,unknown\n"
     "Cat,name,primary,Cat,strong\n"
     "Cat,name,aka,D;E,unknown\n"
     "Cat,fact,other,2018,On\n"
     "Cat,fact,other,Pending,Status\n"
     "Cat,fact,other,XX,By\n"
     "Dog,record,unknown\n"
     "Dog,name,primary,Dog,strong\n"
     "Dog,action,revoked,appeal\n"
     "Dog,action,designated,2017\n",
     "above-header 1 -\nabove-header 2 -\nbad-action 6 Status\n"},
    {"several dates in a cell are several birth dates, each with the whole text as its note",
     "Ref,Name,DOB\n"
     "1,Ann,\"Approximately 1969, 1971\"\n"
     "2,Bob,\"1999, 2003\"\n"
     "3,Cat,a) 3 Jun 1968 b) 1969 or 1970\n"
     "4,Dan,\"Jan 6, 1978, 07/08/1979\"\n"
     "5,Eve,1) 06/01/1978; 2) between 1975 and 1979\n"
     "6,Flo,1970 or thereabouts\n",
     {MAP(COLUMN("id", "Ref"), COLUMN("name", "Name"), COLUMN("birth_dates", "DOB")), .separator = "",
      .dates = DESIG_DATE_DMY},
     "1,record,unknown\n"
     "1,name,primary,Ann,strong\n"
     "1,fact,birth-date,1971,DOB,\"Approximately 1969, 1971\",1971~\n"
     "1,fact,birth-date,Approximately 1969,DOB,\"Approximately 1969, 1971\",1969~\n"
     "2,record,unknown\n"
     "2,name,primary,Bob,strong\n"
     "2,fact,birth-date,1999,DOB,\"1999, 2003\",1999\n"
     "2,fact,birth-date,2003,DOB,\"1999, 2003\",2003\n"
     "3,record,unknown\n"
     "3,name,primary,Cat,strong\n"
     "3,fact,birth-date,1969,DOB,a) 3 Jun 1968 b) 1969 or 1970,1969\n"
     "3,fact,birth-date,1970,DOB,a) 3 Jun 1968 b) 1969 or 1970,1970\n"
     "3,fact,birth-date,3 Jun 1968,DOB,a) 3 Jun 1968 b) 1969 or 1970,1968-06-03\n"
     "4,record,unknown\n"
     "4,name,primary,Dan,strong\n"
     "4,fact,birth-date,07/08/1979,DOB,\"Jan 6, 1978, 07/08/1979\",1979-08-07\n"
     "4,fact,birth-date,\"Jan 6, 1978\",DOB,\"Jan 6, 1978, 07/08/1979\",1978-01-06\n"
     "5,record,unknown\n"
     "5,name,primary,Eve,strong\n"
     "5,fact,birth-date,06/01/1978,DOB,1) 06/01/1978; 2) between 1975 and 1979,1978-01-06\n"
     "5,fact,birth-date,between 1975 and 1979,DOB,1) 06/01/1978; 2) between 1975 and 1979,1975/1979\n"
     "6,record,unknown\n"
     "6,name,primary,Flo,strong\n"
     "6,fact,birth-date,1970 or thereabouts,DOB\n",
     "unread-date 7 DOB\n"},
    {"a year of two digits, where the map says how far the hundred years go",
     "Ref,Name,DOB\n1,Ann,16-07-68\n2,Bob,16.07.10\n3,Cat,16/07/11\n4,Dan,22 Jan 58\n",
     {MAP(COLUMN("id", "Ref"), COLUMN("name", "Name"), COLUMN("birth_dates", "DOB")), .dates = DESIG_DATE_DMY,
      .latest_year = 2010, .size = sizeof(desig_map)},
     "1,record,unknown\n"
     "1,name,primary,Ann,strong\n"
     "1,fact,birth-date,16-07-68,DOB,1968-07-16\n"
     "2,record,unknown\n"
     "2,name,primary,Bob,strong\n"
     "2,fact,birth-date,16.07.10,DOB,2010-07-16\n"
     "3,record,unknown\n"
     "3,name,primary,Cat,strong\n"
     "3,fact,birth-date,16/07/11,DOB,1911-07-16\n"
     "4,record,unknown\n"
     "4,name,primary,Dan,strong\n"
     "4,fact,birth-date,22 Jan 58,DOB,1958-01-22\n",
     ""},
    {"dates that are not read, each for its reason",
     "Ref,Name,DOB\n1,A,16-07-68\n2,B,1357/05/02\n3,C,05/06/2012\n4,D,31/02/2012\n5,E,12 listopada 1978\n"
     "6,F,1941/8\n7,G,2 May 1357\n8,H,1357-05-02\n9,I,13/13/1960\n10,J,44336\n11,K,1979 to 1975\n"
     "12,L,some day\n13,M,19/09/2012\n14,N,2521/01/01\n",
     {MAP(COLUMN("id", "Ref"), COLUMN("name", "Name"), COLUMN("birth_dates", "DOB"))},
     NULL,
     "ambiguous-date 2 DOB\nother-calendar 3 DOB\nambiguous-date 4 DOB\nimpossible-date 5 DOB\n"
     "ambiguous-date 6 DOB\nambiguous-date 7 DOB\nother-calendar 8 DOB\nother-calendar 9 DOB\n"
     "impossible-date 10 DOB\nspreadsheet-damage 11 DOB\nimpossible-date 12 DOB\nunread-date 13 DOB\n"
     "other-calendar 15 DOB\n"},
    {"what spreadsheets do, dates without an order, rows that are cut short, rows without an id",
     "Ref,Name,Listed,Born,No,Home\n"
     "1,Ann,May-21,44336,1.2E+15,Aden\n"
     "1.2E+15,Bolt,05/06/2021,1960/1962,12,Sanaa\n"
     "3,Cat,2021-02-30\n"
     ",Dog,,,,\n"
     ",,,,,nowhere\n"
     "5,,,,,Taiz\n"
     "6,\"open,,,,\n",
     {MAP(COLUMN("id", "Ref"), COLUMN("name", "Name"), COLUMN("date", "Listed"),
          COLUMN("birth_dates", "Born"), COLUMN("identifiers", "No"), COLUMN("addresses", "Home"))},
     "1,record,unknown\n"
     "1,name,primary,Ann,strong\n"
     "1,action,designated\n"
     "1,fact,other,May-21,Listed\n"
     "1,fact,birth-date,44336,Born\n"
     "1,fact,address,Aden,Home\n"
     "1,fact,identifier,1.2E+15,No\n"
     "1.2E+15,record,unknown\n"
     "1.2E+15,name,primary,Bolt,strong\n"
     "1.2E+15,action,designated\n"
     "1.2E+15,fact,other,05/06/2021,Listed\n"
     "1.2E+15,fact,birth-date,1960/1962,Born,1960/1962\n"
     "1.2E+15,fact,address,Sanaa,Home\n"
     "1.2E+15,fact,identifier,12,No\n"
     "3,record,unknown\n"
     "3,name,primary,Cat,strong\n"
     "3,action,designated\n"
     "3,fact,other,2021-02-30,Listed\n"
     "5,record,unknown\n"
     "5,fact,address,Taiz,Home\n"
     "DIGEST,record,unknown\n"
     "DIGEST,name,primary,Dog,strong\n"
     "unread:row-DIGEST,record,unknown\n"
     "unread:row-DIGEST,fact,raw-row,\",,,,,nowhere\",no-id\n"
     "unread:row-DIGEST,record,unknown\n"
     "unread:row-DIGEST,fact,raw-row,\"6,\"\"open,,,,\",open-quote\n",
     "spreadsheet-damage 2 Born\nspreadsheet-damage 2 No\nspreadsheet-damage 2 Listed\nspreadsheet-damage 3 "
     "Ref\n"
     "ambiguous-date 3 Listed\nshort-row 4 Born\nimpossible-date 4 Listed\nno-id 5 Ref\nno-id 6 -\nno-name 7 "
     "-\n"
     "open-quote 8 -\n"},
};

/* Digests say nothing to a reader of this file. */
static void blank_digests(char *parts) {
    static const char word[] = "DIGEST";
    char *to = parts;
    for (const char *from = parts; *from != '\0';) {
        int at_start = from == parts || from[-1] == '\n' || from[-1] == '-';
        if (at_start && strspn(from, "0123456789abcdef") == 32 && from[32] == ',') {
            memcpy(to, word, sizeof word - 1);
            to += sizeof word - 1;
            from += 32;
        } else {
            *to++ = *from++;
        }
    }
    *to = '\0';
}

Test(map, forms_from_the_field) {
    for (size_t i = 0; i < COUNT(cases); i++) {
        findings all;
        desig_error error = {0};
        desig_report report = {0};
        desig_list *list = NULL;
        cr_assert(desig_list_new(NULL, &list) == DESIG_OK);
        cr_assert(read_mapped(list, cases[i].csv, strlen(cases[i].csv), &cases[i].map, 0, &all, &report,
                              &error) == DESIG_OK,
                  "%s: %s", cases[i].label, error.message);
        text parts = text_in_short(list);
        blank_digests(parts.bytes);
        if (cases[i].parts)
            cr_expect_str_eq(parts.bytes, cases[i].parts, "%s:\n%s", cases[i].label, parts.bytes);
        cr_expect_str_eq(all.lines, cases[i].findings, "%s:\n%s", cases[i].label, all.lines);
        cr_expect_str_eq(report.format, "map");
        cr_expect_str_eq(desig_list_at(list, 0)->source,
                         cases[i].map.source != NULL ? cases[i].map.source : "list.csv");
        free(parts.bytes);
        desig_list_free(list);
    }
}

/* ---- Maps that cannot be, and files that do not fit ---- */

static const struct {
    const char *label;
    desig_map map;
    char delimiter;
    desig_result result;
    const char *message;
} refused[] = {
    {"an unknown target", {MAP(COLUMN("nmae", "Name"))}, 0, DESIG_E_ARGUMENT, "\"nmae\" is no column"},
    {"no target", {MAP(COLUMN(NULL, "Name"))}, 0, DESIG_E_ARGUMENT, "no target"},
    {"neither id nor name", {MAP(COLUMN("kind", "Type"))}, 0, DESIG_E_ARGUMENT, "no column for the name"},
    {"nothing", {.column_count = 0}, 0, DESIG_E_ARGUMENT, "no column for the name"},
    {"NULL columns", {.column_count = 1}, 0, DESIG_E_ARGUMENT, "NULL"},
    {"a column and a number",
     {MAP({.target = "name", .column = "Name", .number = 2})},
     0,
     DESIG_E_ARGUMENT,
     "exactly one"},
    {"nothing to take", {MAP({.target = "name"})}, 0, DESIG_E_ARGUMENT, "exactly one"},
    {"a word that says nothing of names",
     {MAP(COLUMN("loud:aliases", "Name"))},
     0,
     DESIG_E_ARGUMENT,
     "no strength or type"},
    {"a primary alias", {MAP(COLUMN("primary:aliases", "Name"))}, 0, DESIG_E_ARGUMENT, "no strength or type"},
    {"a word that is no action",
     {MAP(COLUMN("removed:date", "Name"))},
     0,
     DESIG_E_ARGUMENT,
     "no type of action"},
    {"a word where none can be", {MAP(COLUMN("weak:name", "Name"))}, 0, DESIG_E_ARGUMENT, "takes no word"},
    {"an empty word", {MAP(COLUMN(":date", "Name"))}, 0, DESIG_E_ARGUMENT, "begins with a colon"},
    {"a continuation of nothing", {MAP(JOINED("name", "Name"))}, 0, DESIG_E_ARGUMENT, "another target"},
    {"a continuation of another",
     {MAP(COLUMN("id", "Ref"), JOINED("name", "Name"))},
     0,
     DESIG_E_ARGUMENT,
     "another target"},
    {"a bad word",
     {MAP(COLUMN("name", "Name")), .words = (const desig_map_word[]){{"Org", "grp"}}, .word_count = 1},
     0,
     DESIG_E_ARGUMENT,
     "the map's word \"Org\": \"grp\" is no kind, action, type or strength of a name, answer or authority; "
     "the "
     "nearest is \"group\""},
    {"a style that is none",
     {MAP(COLUMN("name", "Name")), .dates = (desig_date_style)9},
     0,
     DESIG_E_ARGUMENT,
     "style"},
    {"a column that is not there",
     {MAP(COLUMN("name", "Name"), COLUMN("date", "When"))},
     0,
     DESIG_E_FORMAT,
     "no column \"When\""},
    {"a number that is not there", {MAP(NUMBER("name", 4))}, 0, DESIG_E_FORMAT, "no column \"#4\""},
    {"another delimiter", {MAP(COLUMN("name", "Name"))}, ';', DESIG_E_FORMAT, "is this the delimiter"},
    {"a header below the end",
     {MAP(COLUMN("name", "Name")), .header_line = 9},
     0,
     DESIG_E_FORMAT,
     "has no header"},
};

Test(map, what_does_not_fit_is_said) {
    static const char csv[] = "Ref,Name,Type\n1,Ann,Person\n";
    for (size_t i = 0; i < COUNT(refused); i++) {
        desig_error error = {0};
        desig_list *list = NULL;
        cr_assert(desig_list_new(NULL, &list) == DESIG_OK);
        desig_result result =
            read_mapped(list, csv, sizeof csv - 1, &refused[i].map, refused[i].delimiter, NULL, NULL, &error);
        cr_expect_eq(result, refused[i].result, "%s: %s", refused[i].label, desig_result_text(result));
        cr_expect(strstr(error.message, refused[i].message) != NULL, "%s: %s", refused[i].label,
                  error.message);
        cr_expect(desig_list_count(list) == 0, "%s", refused[i].label);
        desig_list_free(list);
    }
    desig_list *list = NULL;
    desig_map map = {MAP(COLUMN("name", "Name"))};
    desig_source source = {.data = csv, .length = sizeof csv - 1};
    desig_read_options options = {.map = &map, .format = "designations"};
    cr_assert(desig_list_new(NULL, &list) == DESIG_OK);
    cr_expect(desig_list_read(list, &source, 1, &options, NULL, NULL) == DESIG_E_ARGUMENT);
    desig_list_free(list);
}

/* ---- Real files ---- */

static desig_list *list_mapped(const plain_file *file, const desig_map *map, desig_report *report) {
    desig_list *list = NULL;
    desig_error error = {0};
    cr_assert(desig_list_new(NULL, &list) == DESIG_OK);
    cr_assert(read_mapped(list, file->bytes, file->length, map, 0, NULL, report, &error) == DESIG_OK, "%s",
              error.message);
    return list;
}

/* The names are those that the format gives; each cell is found again. */
Test(map_real, opensanctions_reads_the_same) {
    const desig_map map = {MAP(COLUMN("id", "id"), COLUMN("kind", "schema"), COLUMN("name", "name"),
                               COLUMN("aliases", "aliases"), COLUMN("birth_dates", "birth_date"),
                               COLUMN("addresses", "addresses"), COLUMN("identifiers", "identifiers"),
                               COLUMN("remarks", "sanctions")),
                           .words = words, .word_count = COUNT(words), .source = "opensanctions"};
    plain_file file;
    desig_report report = {0};
    cr_assert(plain_read(&file, SHARED_DIR "/data/opensanctions/targets.simple.14-columns.csv"));
    desig_list *list = list_mapped(&file, &map, &report), *known = plain_list(&file, "known.csv", NULL, NULL);
    cr_assert(report.records == 635 && report.bad_rows == 0 && desig_list_count(known) == 635);
    for (size_t row = 1; row < file.rows; row++) {
        const desig_record *record = desig_list_at(list, row - 1), *same = desig_list_at(known, row - 1);
        cr_assert_str_eq(record->id, same->id);
        cr_expect_eq(record->kind, same->kind);
        cr_assert_eq(record->name_count, same->name_count);
        for (uint32_t i = 0; i < record->name_count; i++)
            cr_expect_str_eq(record->names[i].text, same->names[i].text);
        for (size_t column = 1; column < file.columns; column++)
            cr_expect(found_again(record, file.cells[row * file.columns + column], ";", 0), "%s: %s",
                      record->id, file.cells[row * file.columns + column]);
    }
    desig_list_free(list);
    desig_list_free(known);
    plain_free(&file);
}

/* ---- The torture sets ---- */

static const struct {
    const char *path;
    size_t records;
    size_t bad_rows;
    const char *says; /* a part that must be there */
} torture[] = {
    {"csv-spectrum/csvs/comma_in_quotes.csv", 1, 0, "other,\"Anytown, WW\",city"},
    {"csv-spectrum/csvs/empty.csv", 2, 0, "other,3,b"},
    {"csv-spectrum/csvs/escaped_quotes.csv", 2, 0, "other,\"ha \"\"ha\"\" ha\",b"},
    {"csv-spectrum/csvs/json.csv", 1, 0, "\"\"coordinates\"\": [102.0, 0.5]}\",val"},
    {"csv-spectrum/csvs/newlines_crlf.csv", 3, 0, "primary,\"Once upon \r\na time\""},
    {"csv-spectrum/csvs/quotes_and_newlines.csv", 2, 0, "other,\"ha \n\"\"ha\"\" \nha\",b"},
    {"csv-spectrum/csvs/utf8.csv", 2, 0, "other,\xca\xa4,c"},
    {"csv-test-data/csv/bad-header-less-fields.csv", 1, 0, "other,2,bar"},
    {"csv-test-data/csv/bad-header-more-fields.csv", 1, 1, "raw-row,\"1,2,3,4\",extra-cells"},
    {"csv-test-data/csv/bad-missing-quote.csv", 1, 1, "raw-row,\"1,\"\"I forgot to close this one,3"},
    {"csv-test-data/csv/bad-quotes-with-unescaped-quote.csv", 1, 0, "other,\"Hey, I missed \"\" it\",bar"},
    {"csv-test-data/csv/bad-unescaped-quote.csv", 1, 0, "other,\"This \"\"quotes\"\" must be escaped\",bar"},
    {"csv-test-data/csv/empty-field.csv", 1, 0, "other,3,baz"},
    {"csv-test-data/csv/header-no-rows.csv", 0, 0, ""},
    {"csv-test-data/csv/leading-space.csv", 1, 0, "other,\" leading space\",bar"},
    {"csv-test-data/csv/one-column.csv", 1, 0, "primary,1"},
    {"csv-test-data/csv/quotes-with-newline.csv", 1, 0,
     "other,\"No man is an island,\nEntire of itself\",bar"},
    {"csv-test-data/csv/trailing-newline-one-field.csv", 1, 0, "primary,1"},
    {"csv-test-data/csv/trailing-space.csv", 1, 0, "other,\"trailing space \",bar"},
    {"csv-test-data/csv/utf8.csv", 1, 0, "other,\xf0\x9f\x98\x8e,bar"},
};

Test(map_real, torture_sets) {
    const desig_map map = {MAP(NUMBER("name", 1))};
    for (size_t i = 0; i < COUNT(torture); i++) {
        char path[512];
        desig_report report = {0};
        snprintf(path, sizeof path, SHARED_DIR "/data/badcsv/%s", torture[i].path);
        text bytes = text_of_file(path);
        plain_file file = {.bytes = bytes.bytes, .length = bytes.length};
        desig_list *list = list_mapped(&file, &map, &report);
        text parts = text_in_short(list);
        cr_expect(report.records == torture[i].records && report.bad_rows == torture[i].bad_rows,
                  "%s: %d records, %d bad rows", path, (int)report.records, (int)report.bad_rows);
        cr_expect(strstr(parts.bytes, torture[i].says) != NULL, "%s:\n%s", path, parts.bytes);
        free(parts.bytes);
        free(bytes.bytes);
        desig_list_free(list);
    }
}
