/* Where the texts and dates of parts stand in their files. */
#include <desig/desig.h>

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

typedef struct places {
    char lines[8192];
    size_t used;
} places;

static void note(void *context, const desig_place *place) {
    places *all = context;
    cr_assert_eq(place->size, sizeof *place);
    all->used += (size_t)snprintf(
        all->lines + all->used, sizeof all->lines - all->used, "%s:%u:%u %s %s %s %u %s\n", place->file,
        (unsigned)place->line, (unsigned)place->column, place->field == NULL ? "-" : place->field, place->id,
        desig_term(DESIG_TERMS_PART, place->part), place->type, place->text);
    cr_assert(all->used < sizeof all->lines);
}

static void read_places(const desig_source *sources, size_t count, places *all) {
    const desig_callbacks callbacks = {.place = note, .context = all};
    desig_read_options options = {.callbacks = &callbacks};
    desig_list *list = NULL;
    desig_error error = {0};
    cr_assert_eq(desig_list_new(NULL, &list), DESIG_OK);
    cr_assert_eq(desig_list_read(list, sources, count, &options, NULL, &error), DESIG_OK, "%s",
                 error.message);
    desig_list_free(list);
}

static const char sheet[] =
    "id,kind,name,aliases,action,announced,date,program,justification,links,remarks\n"
    "a,group,Alpha,\"weak:Alef; Aleph\",designated,,20 May 2021,SDGT,\"first\nsecond\",,\n"
    "a,,,,revoked,2022-05,2022,SDGT,,b; b=c,seen\n"
    "a,,,,asserted,,2022-06-01,,so he says,leader-of=b; ally-of=a,\n"
    "b,individual,\"Be \"\"B\"\" Ta\",,,,,,,,\n";

static const char primary[] =
    "36,\"AERO\",-0- ,\"CUBA] [SDGT\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,\"DOB 1961; a.k.a. 'X'.\"\r\n";
static const char alternates[] = "36,12,\"aka\",\"AERO, Cia\",-0- \r\n";
static const char addresses[] = "36,25,\"1 Street\",\"Havana\",\"Cuba\",-0- \r\n";

static const char composed[] =
    "Report Date: 30-Apr-2026\n"
    "Unique ID,Designation Type,Name 1,Name 2,Name 3,Name 4,Name 5,Name 6,Name type,Other Information\n"
    "RUS0143,Individual,Sergei,Ivanovich,,,,MENYAILO,Primary Name,Sergei Ivanovich MENYAILO is an admiral\n";

Test(place, tells_where_texts_and_dates_stand) {
    const desig_source own = {.data = sheet, .length = sizeof sheet - 1, .name = "s.csv"};
    const desig_source ofac[] = {
        {.data = primary, .length = sizeof primary - 1, .name = "sdn.csv"},
        {.data = alternates, .length = sizeof alternates - 1, .name = "alt.csv"},
        {.data = addresses, .length = sizeof addresses - 1, .name = "add.csv"},
    };
    const desig_source uk = {.data = composed, .length = sizeof composed - 1, .name = "uk.csv"};
    static const struct {
        const char *what;
        const char *line;
    } cases[] = {
        {"the first row of a record", "s.csv:2:1 - a record 0 a\n"},
        {"a cell that was read before the rules", "s.csv:2:9 name a name 0 Alpha\n"},
        {"one of several values", "s.csv:2:15 aliases a name 1 Aleph\n"},
        {"a date in other words", "s.csv:2:46 date a action 0 2021-05-20\n"},
        {"a cell with a line break", "s.csv:2:63 justification a action 0 first\nsecond\n"},
        {"a later row", "s.csv:4:14 announced a action 2 2022-05\n"},
        {"a date that is a piece of another cell, too", "s.csv:4:22 date a action 2 2022\n"},
        {"the same text in another row", "s.csv:4:27 program a action 2 SDGT\n"},
        {"a part of a cell", "s.csv:5:39 links a link 1 b\n"},
        {"a target that is the record's own id", "s.csv:5:39 links a link 1 a\n"},
        {"the row's reasons, as the link's", "s.csv:5:28 justification a link 1 so he says\n"},
        {"a cell that a rule reads", "s.csv:4:40 remarks a fact 12 seen\n"},
        {"a cell with quotes in it", "s.csv:6:14 name b name 0 Be \"B\" Ta\n"},
        {"a name in another file", "alt.csv:1:13 alt_name us-ofac:36 name 1 AERO, Cia\n"},
        {"a line of an address", "add.csv:1:18 City/State/Province/Postal Code us-ofac:36 fact 5 Havana\n"},
        {"the primary name, read last", "sdn.csv:1:4 SDN_Name us-ofac:36 name 0 AERO\n"},
        {"the second program of a cell", "sdn.csv:1:16 Program us-ofac:36 action 0 SDGT\n"},
        {"a piece of the remarks", "sdn.csv:1:65 Remarks us-ofac:36 fact 1 1961\n"},
        {"a name of several cells, and a text that has it",
         "uk.csv:3:27 Name 2 gb-uksl:RUS0143 name 0 Sergei Ivanovich MENYAILO\n"},
        {"a weak alias", "sdn.csv:1:65 Remarks us-ofac:36 name 1 X\n"},
    };
    places all = {.used = 0};
    read_places(&own, 1, &all);
    read_places(ofac, 3, &all);
    read_places(&uk, 1, &all);
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        cr_expect(strstr(all.lines, cases[i].line) != NULL, "%s: %sis not told of\n%s", cases[i].what,
                  cases[i].line, all.lines);
}
