/* What a column of a map may say beyond the designations layout: sorts of names, parts of ids, answers. */
#include "written.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

/* `target=Column` or `target:=value`, and a joined column after `+`. */
typedef struct entry {
    const char *target;
    const char *column;
    const char *value;
    int joined;
} entry;

enum { MOST = 12 };

static void note(void *context, const desig_diagnostic *found) {
    findings *all = context;
    all->used += (size_t)snprintf(all->lines + all->used, sizeof all->lines - all->used, "%s %d %s\n",
                                  found->check, (int)found->line, found->field ? found->field : "-");
}

static desig_result read_by(desig_list *list, const char *csv, const entry *entries,
                            const desig_map_word *words, findings *all, desig_error *error) {
    desig_map_column columns[MOST];
    desig_map map = {.columns = columns, .words = words, .dates = DESIG_DATE_DMY};
    const desig_callbacks callbacks = {.diagnose = note, .context = all};
    const desig_read_options options = {.map = &map, .callbacks = &callbacks};
    const desig_source source = {.data = csv, .length = strlen(csv), .name = "list.csv"};
    for (; entries[map.column_count].target; map.column_count++) {
        const entry *from = &entries[map.column_count];
        columns[map.column_count] = (desig_map_column){
            .target = from->target, .column = from->column, .value = from->value, .joined = from->joined};
    }
    while (words && words[map.word_count].word) map.word_count++;
    *all = (findings){.used = 0};
    return desig_list_read(list, &source, 1, &options, NULL, error);
}

static const struct {
    const char *label;
    const char *csv;
    entry entries[MOST];
    desig_map_word words[MOST];
    const char *parts;
    const char *findings;
} cases[] = {
    {"a row is a name of a sort, under a number with letters",
     "Ref,Name,Sort,Good\n"
     "7b,Annie,Alias,Weak\n"
     "7,Ann One,Primary Name,\n"
     "7a,Anna,Alias,Strong\n"
     "7c,Old Ann,fka,\n"
     "7d,Ane,Spelling,\n",
     {{.target = "stem:id", .column = "Ref"},
      {.target = "name", .column = "Name"},
      {.target = "name_type", .column = "Sort"},
      {.target = "name_strength", .column = "Good"}},
     {{"Primary Name", "primary"}, {"alias", "aka"}},
     "7,record,unknown\n"
     "7,name,primary,Ann One,strong\n"
     "7,name,aka,Ane,unknown\n"
     "7,name,aka,Anna,strong\n"
     "7,name,aka,Annie,weak\n"
     "7,name,fka,Old Ann,unknown\n"
     "7,fact,other,7a,Ref\n"
     "7,fact,other,7b,Ref\n"
     "7,fact,other,7c,Ref\n"
     "7,fact,other,7d,Ref\n"
     "7,fact,other,Alias,Sort\n"
     "7,fact,other,Primary Name,Sort\n"
     "7,fact,other,Spelling,Sort\n",
     "unknown-type 6 Sort\n"},
    {"one word says both of a name; the digits that an id begins with",
     "Ref,Name,Sort\n"
     "12-A,Bolt,primary\n"
     "12-B,Bolt Ltd,Good quality a.k.a.\n"
     "X-1,Cat,Low quality a.k.a.\n",
     {{.target = "digits:id", .column = "Ref"},
      {.target = "name", .column = "Name"},
      {.target = "name_type", .column = "Sort"}},
     {{"Good quality a.k.a.", "strong:aka"}, {"Low quality a.k.a.", "aka:weak"}},
     "12,record,unknown\n"
     "12,name,primary,Bolt,strong\n"
     "12,name,aka,Bolt Ltd,strong\n"
     "12,fact,other,12-A,Ref\n"
     "12,fact,other,12-B,Ref\n"
     "12,fact,other,Good quality a.k.a.,Sort\n"
     "X-1,record,unknown\n"
     "X-1,name,aka,Cat,weak\n"
     "X-1,fact,other,Low quality a.k.a.,Sort\n"
     "X-1,fact,other,X-1,Ref\n",
     ""},
    {"family and given names",
     "Id,Given,Middle,Family,AFamily,AGiven,Firm\n"
     "1,Ann,B.,ONE,Uno,Ana,\n"
     "2,,,TWO,,Twain,\n"
     "3,Tre,,,,,\n"
     "4,,,,,,Bolt Ltd\n",
     {{.target = "id", .column = "Id"},
      {.target = "given:name", .column = "Given"},
      {.target = "given:name", .column = "Middle", .joined = 1},
      {.target = "family:name", .column = "Family"},
      {.target = "family:aliases", .column = "AFamily"},
      {.target = "given:aliases", .column = "AGiven"},
      {.target = "name", .column = "Firm"},
      {.target = "group:kind", .column = "Firm"},
      {.target = "individual:kind", .column = "Family"}},
     {{NULL, NULL}},
     "1,record,individual\n"
     "1,name,primary,\"ONE, Ann B.\",strong\n"
     "1,name,aka,\"Uno, Ana\",unknown\n"
     "2,record,individual\n"
     "2,name,primary,TWO,strong\n"
     "2,name,aka,Twain,unknown\n"
     "3,record,unknown\n"
     "3,name,primary,Tre,strong\n"
     "4,record,group\n"
     "4,name,primary,Bolt Ltd,strong\n",
     ""},
    {"columns that answer yes or no",
     "Id,Name,Freeze,Travel Ban,Other\n"
     "1,Ann,TRUE,yes,\n"
     "2,Bolt,FALSE,oui,trade\n"
     "3,Cat,perhaps,N,\n",
     {{.target = "id", .column = "Id"},
      {.target = "name", .column = "Name"},
      {.target = "if:measures", .column = "Freeze"},
      {.target = "if:measures", .column = "Travel Ban"},
      {.target = "measures", .column = "Other"},
      {.target = "authority", .value = "XX-YY"}},
     {{"oui", "yes"}},
     "1,record,unknown\n"
     "1,name,primary,Ann,strong\n"
     "1,listing,designated,XX-YY,Freeze|Travel Ban\n"
     "2,record,unknown\n"
     "2,name,primary,Bolt,strong\n"
     "2,listing,designated,XX-YY,Travel Ban|trade\n"
     "2,fact,other,FALSE,Freeze\n"
     "2,fact,other,oui,Travel Ban\n"
     "3,record,unknown\n"
     "3,name,primary,Cat,strong\n"
     "3,listing,designated,XX-YY\n"
     "3,fact,other,N,Travel Ban\n"
     "3,fact,other,perhaps,Freeze\n",
     "unknown-answer 4 Freeze\n"},
    {"an authority by its words, the first of several dates, an id of another list",
     "Id,Name,By,Listed,UN\n"
     "1,Ann,Ministry of Trade,05/06/2021 06/07/2022 amended,QDi.1\n"
     "2,Bolt,Somebody,05/06/2021,\n",
     {{.target = "id", .column = "Id"},
      {.target = "name", .column = "Name"},
      {.target = "authority", .column = "By"},
      {.target = "first:date", .column = "Listed"},
      {.target = "same-as:un-sc:links", .column = "UN"}},
     {{"ministry of trade", "XX-MOT"}},
     "1,record,unknown\n"
     "1,name,primary,Ann,strong\n"
     "1,action,designated,XX-MOT,2021-06-05\n"
     "1,link,same-as,un-sc:QDi.1,plain\n"
     "1,fact,other,05/06/2021 06/07/2022 amended,Listed\n"
     "1,fact,other,Ministry of Trade,By\n"
     "2,record,unknown\n"
     "2,name,primary,Bolt,strong\n"
     "2,action,designated,Somebody,2021-06-05\n",
     ""},
    {"what is no person was built, and its title is a sort of thing",
     "Id,Name,IMO,Born,Title\n"
     "1,Ann,,01/02/1970,Dr\n"
     "2,Bolt,9999951,1995,Oil Tanker\n",
     {{.target = "id", .column = "Id"},
      {.target = "name", .column = "Name"},
      {.target = "vessel:kind", .column = "IMO"},
      {.target = "IMO:identifiers", .column = "IMO"},
      {.target = "birth_dates", .column = "Born"},
      {.target = "titles", .column = "Title"}},
     {{NULL, NULL}},
     "1,record,unknown\n"
     "1,name,primary,Ann,strong\n"
     "1,fact,birth-date,01/02/1970,Born,1970-02-01\n"
     "1,fact,title,Dr,Title\n"
     "2,record,vessel\n"
     "2,name,primary,Bolt,strong\n"
     "2,fact,other,Oil Tanker,Title\n"
     "2,fact,identifier,9999951,IMO\n"
     "2,fact,established-date,1995,Born,1995\n",
     ""},
    {"a column that not every form of the list has, of which another name is near",
     "Id,Name,Basiss\n"
     "1,Ann,Act 7\n",
     {{.target = "id", .column = "Id"},
      {.target = "name", .column = "Name"},
      {.target = "optional:legal_basis", .column = "Basis"},
      {.target = "optional:revoked:date", .column = "Off"}},
     {{NULL, NULL}},
     "1,record,unknown\n"
     "1,name,primary,Ann,strong\n"
     "1,fact,other,Act 7,Basiss\n",
     "unknown-column 1 -\noptional-column 1 -\noptional-column 1 -\n"},
    {"titles above the header, whose line the map does not say",
     "Consolidated list of Exampleland\n"
     ",,\n"
     "as of,2021-01-01,\n"
     "Name,Listed\n"
     "Ann,05/06/2021\n",
     {{.target = "name", .column = "Name"},
      {.target = "id", .column = "Name"},
      {.target = "date", .column = "Listed"}},
     {{NULL, NULL}},
     "Ann,record,unknown\n"
     "Ann,name,primary,Ann,strong\n"
     "Ann,action,designated,2021-06-05\n",
     "above-header 1 -\nabove-header 2 -\nabove-header 3 -\n"},
    {"titles of the rows below them",
     "Name,Wallet,Coin\n"
     "Order 1\n"
     ",T1,\n"
     "Ann,T2,X\n"
     "Order 2,,\n"
     ",T3,\n"
     "Order 1\n"
     ",T4,\n",
     {{.target = "id", .column = "Wallet"},
      {.target = "name", .column = "Name"},
      {.target = "above:legal_basis", .column = "Name"},
      {.target = "authority", .value = "XX-YY"}},
     {{NULL, NULL}},
     "T1,record,unknown\n"
     "T1,listing,designated,XX-YY,Order 1\n"
     "T2,record,unknown\n"
     "T2,name,primary,Ann,strong\n"
     "T2,listing,designated,XX-YY,Order 1\n"
     "T2,fact,other,X,Coin\n"
     "T3,record,unknown\n"
     "T3,listing,designated,XX-YY,Order 2\n"
     "T4,record,unknown\n"
     "T4,listing,designated,XX-YY,Order 1\n",
     "unknown-column 1 -\ntitle-row 2 Name\nno-name 3 -\ntitle-row 5 Name\nno-name 6 -\ntitle-row 7 "
     "Name\nno-name 8 -\n"},
    {"an identifier is enough for a party",
     "Name,Wallet\n"
     ",T1\n"
     "Ann,T2\n",
     {{.target = "name", .column = "Name"}, {.target = "identifiers", .column = "Wallet"}},
     {{NULL, NULL}},
     "DIGEST,record,unknown\n"
     "DIGEST,fact,identifier,T1,Wallet\n"
     "DIGEST,record,unknown\n"
     "DIGEST,name,primary,Ann,strong\n"
     "DIGEST,fact,identifier,T2,Wallet\n",
     ""},
};

/* Digests say nothing to a reader of this file. */
static void blank_digests(char *parts) {
    static const char word[] = "DIGEST";
    char *to = parts;
    for (const char *from = parts; *from;) {
        int at_start = from == parts || from[-1] == '\n';
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

Test(map_targets, what_columns_say) {
    for (size_t i = 0; i < COUNT(cases); i++) {
        findings all;
        desig_error error = {0};
        desig_list *list = NULL;
        cr_assert(desig_list_new(NULL, &list) == DESIG_OK);
        cr_assert(read_by(list, cases[i].csv, cases[i].entries, cases[i].words, &all, &error) == DESIG_OK,
                  "%s: %s", cases[i].label, error.message);
        text parts = text_in_short(list);
        blank_digests(parts.bytes);
        cr_expect_str_eq(parts.bytes, cases[i].parts, "%s:\n%s", cases[i].label, parts.bytes);
        cr_expect_str_eq(all.lines, cases[i].findings, "%s:\n%s", cases[i].label, all.lines);
        free(parts.bytes);
        desig_list_free(list);
    }
}

/* ---- Slips ---- */

static const struct {
    const char *label;
    entry entries[MOST];
    desig_map_word words[MOST];
    desig_result result;
    const char *message;
} refused[] = {
    {"a target's name",
     {{.target = "birth_date", .column = "Name"}},
     {{NULL, NULL}},
     DESIG_E_ARGUMENT,
     "the nearest is \"birth_dates\""},
    {"a new target's name",
     {{.target = "name_typ", .column = "Name"}},
     {{NULL, NULL}},
     DESIG_E_ARGUMENT,
     "the nearest is \"name_type\""},
    {"a column twice for one thing",
     {{.target = "name", .column = "Name"},
      {.target = "titles", .column = "Type"},
      {.target = "titles", .column = "type"}},
     {{NULL, NULL}},
     DESIG_E_ARGUMENT,
     "the map's \"titles\" names the column \"type\" twice"},
    {"a word twice",
     {{.target = "name", .column = "Name"}},
     {{"Org", "group"}, {"org", "vessel"}},
     DESIG_E_ARGUMENT,
     "gives the word \"org\" twice: \"group\", \"vessel\""},
    {"a meaning that is none",
     {{.target = "name", .column = "Name"}},
     {{"Org", "gruop"}},
     DESIG_E_ARGUMENT,
     "nearest is \"group\""},
    {"an authority in small letters",
     {{.target = "name", .column = "Name"}},
     {{"X", "xx-y"}},
     DESIG_E_ARGUMENT,
     "is no kind"},
    {"a part of no id",
     {{.target = "stem:name", .column = "Name"}},
     {{NULL, NULL}},
     DESIG_E_ARGUMENT,
     "but family and given"},
    {"a kind that is none",
     {{.target = "name", .column = "Name"}, {.target = "person:kind", .column = "Type"}},
     {{NULL, NULL}},
     DESIG_E_ARGUMENT,
     "no kind"},
    {"an answer of a date",
     {{.target = "name", .column = "Name"}, {.target = "if:date", .column = "Type"}},
     {{NULL, NULL}},
     DESIG_E_ARGUMENT,
     "no type of action"},
    {"a name that may lack",
     {{.target = "optional:name", .column = "Name"}},
     {{NULL, NULL}},
     DESIG_E_ARGUMENT,
     "but family and given"},
    {"a column that the file lacks",
     {{.target = "name", .column = "Name"}, {.target = "kind", .column = "Typ"}},
     {{NULL, NULL}},
     DESIG_E_FORMAT,
     "no column \"Typ\" here, in the line that should be the header; the nearest is \"Type\""},
    {"a file without any column of the map",
     {{.target = "name", .column = "Nmae"}, {.target = "kind", .column = "Typ"}},
     {{NULL, NULL}},
     DESIG_E_FORMAT,
     "no column \"Nmae\" here, in the line that should be the header; the nearest is \"Name\""},
};

Test(map_targets, slips_are_named) {
    for (size_t i = 0; i < COUNT(refused); i++) {
        findings all;
        desig_error error = {0};
        desig_list *list = NULL;
        cr_assert(desig_list_new(NULL, &list) == DESIG_OK);
        desig_result result = read_by(list, "Ref,Name,Type\n1,Ann,Person\n", refused[i].entries,
                                      refused[i].words, &all, &error);
        cr_expect(result == refused[i].result, "%s: %s", refused[i].label, desig_result_text(result));
        cr_expect(strstr(error.message, refused[i].message) != NULL, "%s: %s", refused[i].label,
                  error.message);
        cr_expect(desig_list_count(list) == 0, "%s", refused[i].label);
        desig_list_free(list);
    }
}
