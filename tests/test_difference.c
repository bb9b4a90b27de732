/* What changed from one list to another. */
#include "counting.h"
#include "written.h"

#include <criterion/criterion.h>
#include <stdio.h>

#define REAL    SHARED_DIR "/data/ofac/"
#define SHIPPED SHIPPED_DIR "/2023-12-28"

/* ---- Telling: a line a change ---- */

static const char *or_none(const char *words) {
    return words ? words : "";
}

static void append(text *to, const char *more) {
    cr_assert_eq(text_append(to, more, strlen(more)), 0);
}

static void append_part(text *to, unsigned type, const void *const *parts, uint32_t count) {
    char words[512];
    const desig_name *name = count ? parts[0] : NULL;
    const desig_action *action = count ? parts[0] : NULL;
    const desig_link *link = count ? parts[0] : NULL;
    char date[DESIG_DATE_TEXT];
    for (uint32_t i = 0; i < count; i++) {
        if (type == DESIG_PART_NAME)
            snprintf(words, sizeof words, "%s/%s", desig_term(DESIG_TERMS_NAME_TYPE, name->type), name->text);
        else if (type == DESIG_PART_ACTION)
            snprintf(words, sizeof words, "%s %s %s", desig_term(DESIG_TERMS_ACTION_TYPE, action->type),
                     or_none(action->program),
                     action->derived ? "" : desig_date_format(&action->effective, date));
        else if (type == DESIG_PART_LINK)
            snprintf(words, sizeof words, "%s=%s", link->type, link->target);
        else if (type == DESIG_PART_FACT)
            snprintf(words, sizeof words, "%s%s", i > 0 ? "," : "",
                     or_none(((const desig_fact *)parts[i])->value));
        else
            snprintf(words, sizeof words, "%s",
                     desig_term(DESIG_TERMS_KIND, ((const desig_record *)parts[i])->kind));
        append(to, words);
    }
}

static int tell(void *context, const desig_change *change) {
    text *to = context;
    append(to, desig_term(DESIG_TERMS_CHANGE_TYPE, change->type));
    append(to, " ");
    append(to, change->before ? change->before->id : "");
    if (!change->before || !change->after || strcmp(change->before->id, change->after->id) != 0) {
        append(to, ">");
        append(to, change->after ? change->after->id : "");
    }
    append(to, "\n");
    for (size_t i = 0; i < change->part_count; i++) {
        const desig_part_change *part = &change->parts[i];
        append(to, "  ");
        append(to, desig_term(DESIG_TERMS_PART_CLASS, part->part_class));
        append(to, ": ");
        append_part(to, part->part, part->before, part->before_count);
        append(to, " > ");
        append_part(to, part->part, part->after, part->after_count);
        append(to, "\n");
    }
    return 0;
}

static text told(const desig_list *before, const desig_list *after, desig_pairing pairing) {
    text all = {NULL, 0};
    desig_diff_options options = {.pairing = pairing};
    desig_error error = {0};
    append(&all, "");
    cr_assert_eq(desig_list_diff(before, after, &options, tell, &all, NULL, &error), DESIG_OK, "%s",
                 error.message);
    return all;
}

static desig_list *read(const char *bytes, const char *format) {
    return list_read(bytes, strlen(bytes), format, NULL, NULL);
}

/* ---- Small lists ---- */

#define OFAC(id, programs, remarks)                                                                          \
    id ",\"A\",\"individual\",\"" programs "\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,\"" remarks "\"\n"
#define BARE    "id,kind,name\n"
#define ALIASES "id,kind,name,aliases\n"
#define PLACES  "id,kind,name,addresses,identifiers\n"
#define BIRTHS  "id,kind,name,birth_dates,nationalities\n"
#define LINKS   "id,kind,name,links\n"
#define ACTIONS "id,kind,name,action,date,authority,list,program,measures,legal_basis,justification\n"

static const struct {
    const char *what;
    desig_pairing pairing;
    const char *before, *after;
    const char *expected;
} cases[] = {
    {"the order of ids", DESIG_PAIR_BY_ID, BARE "a:10,group,Ten\na:9,group,Nine\nb,group,B\n",
     BARE "a:100,group,Hundred\nb,group,B\n", "removed a:9>\nremoved a:10>\nadded >a:100\n"},
    {"a kind", DESIG_PAIR_BY_ID, BARE "a,group,A\n", BARE "a,vessel,A\n",
     "changed a\n  identity: group > vessel\n"},
    {"spellings", DESIG_PAIR_BY_ID,
     PLACES "a,individual,\"AL-HAMZI, Mutí\",Calle 1 23 Mexico,Passport=A-12 3\n",
     PLACES "a,individual,Muti Al Hamzi,\"CALLE 1 23, Mexico\",Passport=A12 3\n",
     "changed a\n  spelling: primary/AL-HAMZI, Mutí > primary/Muti Al Hamzi\n"
     "  spelling: Calle 1 23 Mexico > CALLE 1 23, Mexico\n  spelling: A-12 3 > A12 3\n"},
    {"a space between digits is no spelling", DESIG_PAIR_BY_ID, PLACES "a,group,A,Calle 1 23 Mexico\n",
     PLACES "a,group,A,Calle 12 3 Mexico\n", "changed a\n  address: Calle 1 23 Mexico > Calle 12 3 Mexico\n"},
    {"signs have no spelling", DESIG_PAIR_BY_ID, BARE "a,group,+\n", BARE "a,group,-\n",
     "changed a\n  name: primary/+ > primary/-\n"},
    {"an alias that becomes the name, and the nearest", DESIG_PAIR_BY_ID,
     ALIASES "a,group,Army of God,Jaish al-Mahdi; Quds Force\n",
     ALIASES "a,group,Quds Force,Jaysh al-Mahdi;Something Else\n",
     "changed a\n  name: aka/Jaish al-Mahdi > aka/Jaysh al-Mahdi\n"
     "  name: aka/Quds Force > primary/Quds Force\n  name: primary/Army of God > \n"
     "  name:  > aka/Something Else\n"},
    {"the only one of its kind", DESIG_PAIR_BY_ID, BIRTHS "a,individual,A,1962,Iran\n",
     BIRTHS "a,individual,A,15 Apr 1971,Yemen\n",
     "changed a\n  identity: Iran > Yemen\n  date: 1962 > 15 Apr 1971\n"},
    {"one of several", DESIG_PAIR_BY_ID, BIRTHS "a,individual,A,1962;1980\n",
     BIRTHS "a,individual,A,15 Apr 1971;1980\n", "changed a\n  date: 1962 > \n  date:  > 15 Apr 1971\n"},
    {"actions", DESIG_PAIR_BY_ID,
     ACTIONS "a,group,A,designated,2020,US,SDN,P,freeze,E.O. 1,why\na,,,designated,2021,US,SDN,Q\n"
             "a,,,designated,2021,US,SDN,R,freeze\na,,,designated,2021,US,SDN,S,,,why\n"
             "a,,,designated,2021,US,SDN,T,,E.O. 1\n",
     ACTIONS "a,group,A,designated,2021,US,SDN,P,freeze,E.O. 1,why\na,,,designated,2021,US,SDN,Q2\n"
             "a,,,designated,2021,US,SDN,R,ban\na,,,designated,2021,US,SDN,S,,,therefore\n"
             "a,,,designated,2021,US,SDN,T,,E.O. 2\n",
     "changed a\n  date: designated P 2020 > designated P 2021\n"
     "  program: designated T 2021 > designated T 2021\n  program: designated Q 2021 > \n"
     "  program:  > designated Q2 2021\n  measures: designated R 2021 > designated R 2021\n"
     "  remark: designated S 2021 > designated S 2021\n"},
    {"a publisher's list: order, doubled and alternate parts", DESIG_PAIR_BY_ID,
     OFAC("1", "SDGT] [FTO", "DOB 1962; alt. DOB 1963; a.k.a. 'X'; a.k.a. 'X'."),
     OFAC("1", "FTO] [SDGT", "a.k.a. 'X'; DOB 1963; alt. DOB 1962."), ""},
    {"a publisher's sentence", DESIG_PAIR_BY_ID, OFAC("1", "SDGT", "DOB 1962."),
     OFAC("1", "SDGT] [FTO", "DOB 1962; Secondary sanctions risk: Some Regulations."),
     "changed us-ofac:1\n  program:  > designated FTO \n  boilerplate:  > Some Regulations\n"},
    {"a publisher's sentence, and what else it notes", DESIG_PAIR_BY_ID, OFAC("1", "SDGT", "DOB 1962."),
     OFAC(
         "1", "SDGT",
         "DOB 1962; Additional Sanctions Information - Subject to Secondary Sanctions; Executive Order 13662 "
         "Directive Determination - Subject to Directive 1; Listing Date (EO 14024 Directive 2): 24 Feb "
         "2022."),
     "changed us-ofac:1\n  date:  > 24 Feb 2022\n  measures:  > Subject to Directive 1\n"
     "  boilerplate:  > Subject to Secondary Sanctions\n"},
    {"links", DESIG_PAIR_BY_ID, LINKS "a,group,A,leader-of=Shipping Line One;member-of=X;member-of=Y\n",
     LINKS "a,group,A,leader-of=Shipping Line 1;owned-by=X;member-of=Z\n",
     "changed a\n  link: leader-of=Shipping Line One > leader-of=Shipping Line 1\n"
     "  link: member-of=X > owned-by=X\n  link: member-of=Y > \n  link:  > member-of=Z\n"},
    {"joined by a link from either side, by a target, by an id", DESIG_PAIR_BY_SAME_AS,
     LINKS "mine,group,A,same-as=x:1\nx2,group,B\ny,group,C,same-as=un:1\nz,group,D\n",
     LINKS "x:1,group,A\nx:2,group,B,same-as=x2\nx:3,group,C,same-as=un:1\nz,vessel,D\n",
     "changed z\n  identity: group > vessel\n"},
    {"not joined by what is disputed", DESIG_PAIR_BY_SAME_AS,
     "id,kind,name,action,links\nmine,group,A,disputed,same-as=x:1\n", BARE "x:1,group,A\n",
     "removed mine>\nadded >x:1\n"},
    {"one to several, and one that has a partner by its id", DESIG_PAIR_BY_SAME_AS,
     LINKS "mine,group,A,same-as=x:1;same-as=x:2\nb,group,B\n",
     LINKS "x:1,group,A\nx:2,group,A\nb2,group,B,same-as=b\nb,vessel,B\n",
     "changed b\n  identity: group > vessel\nambiguous b>b2\nambiguous mine>x:1\nambiguous mine>x:2\n"},
    {"other words, and what only one speaks of", DESIG_PAIR_BY_SAME_AS,
     "id,kind,name,aliases,links,birth_dates,remarks\n"
     "mine,individual,\"a\",Abu Jibril,same-as=us-ofac:1;leader-of=houthis,1962~;1963,prose\n",
     OFAC("1", "YEMEN", "DOB circa 1962; DOB 1964; nationality Yemen; a.k.a. 'ABU JIBREEL'."),
     "changed mine>us-ofac:1\n  name: aka/Abu Jibril > aka/ABU JIBREEL\n  date: 1963 > 1964\n"},
    {"what stands and what is listed", DESIG_PAIR_BY_SAME_AS,
     ACTIONS "us-ofac:1,individual,A,designated,2015,US-OFAC,SDN,YEMEN,,,why\n"
             "us-ofac:1,,,designated,2016,US-STATE,SDN,SDGT\nus-ofac:1,,,revoked,2017,US-STATE,SDN,SDGT\n"
             "us-ofac:1,,,designated,2016,US-STATE,FTO,FTO\nus-ofac:1,,,designated,2016,GB-FCDO,UK,Yemen\n",
     OFAC("1", "YEMEN] [SDGT] [IRGC", ""),
     "changed us-ofac:1\n  program: designated FTO 2016 > \n  program:  > designated IRGC \n"
     "  program:  > designated SDGT \n"},
};

Test(difference, tells_what_changed) {
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        desig_list *before = read(cases[i].before, NULL);
        desig_list *after = read(cases[i].after, NULL);
        text got = told(before, after, cases[i].pairing);
        cr_expect_str_eq(got.bytes, cases[i].expected, "%s: %s", cases[i].what, got.bytes);
        free(got.bytes);
        got = told(before, before, DESIG_PAIR_BY_ID);
        cr_expect_str_eq(got.bytes, "", "%s, with itself: %s", cases[i].what, got.bytes);
        free(got.bytes);
        desig_list_free(before);
        desig_list_free(after);
    }
}

/* ---- Real lists ---- */

typedef struct tally {
    size_t changes[DESIG_CHANGE_AMBIGUOUS + 1];
    size_t classes[DESIG_CLASS_SPELLING + 1];
} tally;

static int count_change(void *context, const desig_change *change) {
    tally *all = context;
    all->changes[change->type]++;
    for (size_t i = 0; i < change->part_count; i++) all->classes[change->parts[i].part_class]++;
    return 0;
}

static tally tally_of(const desig_list *before, const desig_list *after) {
    tally all = {{0}, {0}};
    desig_diff_report report = {.size = sizeof report};
    cr_assert_eq(desig_list_diff(before, after, NULL, count_change, &all, &report, NULL), DESIG_OK);
    cr_expect_eq(report.added, all.changes[DESIG_CHANGE_ADDED]);
    cr_expect_eq(report.removed, all.changes[DESIG_CHANGE_REMOVED]);
    cr_expect_eq(report.changed, all.changes[DESIG_CHANGE_CHANGED]);
    cr_expect_eq(report.ambiguous, all.changes[DESIG_CHANGE_AMBIGUOUS]);
    return all;
}

static desig_list *read_ofac(const char *folder, const char *const *names, size_t count) {
    char paths[4][512];
    desig_source sources[4] = {{0}};
    desig_list *list = NULL;
    for (size_t i = 0; i < count; i++) {
        snprintf(paths[i], sizeof paths[i], "%s/%s", folder, names[i]);
        sources[i].path = paths[i];
    }
    cr_assert_eq(desig_list_new(NULL, &list), DESIG_OK);
    cr_assert_eq(desig_list_read(list, sources, count, NULL, NULL, NULL), DESIG_OK, "%s", folder);
    return list;
}

static size_t missing_in(const desig_list *list, const desig_list *other) {
    const desig_record *record;
    size_t count = 0;
    for (size_t i = 0; (record = desig_list_at(list, i)) != NULL; i++)
        count += desig_list_get(other, record->id) == NULL;
    return count;
}

Test(difference_real, two_editions_of_ofac) {
    static const char *const quartet[] = {"sdn.csv", "add.csv", "alt.csv", "sdn_comments.csv"};
    desig_list *older = read_ofac(REAL "2021-07", quartet, 4);
    desig_list *newer = read_ofac(SHIPPED, quartet, 4);
    tally forward = tally_of(older, newer);
    tally backward = tally_of(newer, older);
    tally none = tally_of(newer, newer);
    cr_expect_eq(forward.changes[DESIG_CHANGE_ADDED], missing_in(newer, older));
    cr_expect_eq(forward.changes[DESIG_CHANGE_REMOVED], missing_in(older, newer));
    cr_expect_eq(forward.changes[DESIG_CHANGE_ADDED], 5637);
    cr_expect_eq(forward.changes[DESIG_CHANGE_REMOVED], 792);
    /* As counted from the statements of both, as sets of rows without group, alternate and ordinal. */
    cr_expect_eq(forward.changes[DESIG_CHANGE_CHANGED], 738);
    cr_expect_eq(forward.classes[DESIG_CLASS_SPELLING], 24);
    cr_expect_eq(backward.changes[DESIG_CHANGE_ADDED], 792);
    cr_expect_eq(backward.changes[DESIG_CHANGE_REMOVED], 5637);
    cr_expect_eq(backward.changes[DESIG_CHANGE_CHANGED], 738);
    cr_expect_arr_eq(backward.classes, forward.classes, sizeof forward.classes);
    cr_expect_eq(none.changes[DESIG_CHANGE_ADDED] + none.changes[DESIG_CHANGE_REMOVED] +
                     none.changes[DESIG_CHANGE_CHANGED],
                 0);
    desig_list_free(older);
    desig_list_free(newer);
}

Test(difference_real, two_dresses_of_one_edition) {
    static const char *const raw[] = {"sdn.raw.2024-03-11.csv"};
    static const char *const headered[] = {"OFAC_SDN.csv"};
    desig_list *classic = read_ofac(REAL "2024-03-11-headered", raw, 1);
    desig_list *dressed = read_ofac(REAL "2024-03-11-headered", headered, 1);
    text got = told(classic, dressed, DESIG_PAIR_BY_ID);
    cr_expect_gt(desig_list_count(classic), 14000);
    cr_expect_str_eq(got.bytes, "");
    free(got.bytes);
    desig_list_free(classic);
    desig_list_free(dressed);
}

/* What only a companion file says has neither come nor gone where the other list has no such file; that goes
 * for a party that is in no primary file, too, and for what stands beyond the cut of Remarks. */
Test(difference, does_not_miss_what_was_not_observed) {
    static const char alias[] = "1,1,\"aka\",\"SECRET\",-0- \n7,2,\"aka\",\"ORPHAN\",-0- \n";
    static const char plain[] = OFAC("1", "SDGT", "DOB 1962.");
    static const char changed[] = OFAC("1", "SDGT", "DOB 1963.");
    const desig_source sources[] = {{.data = plain, .length = sizeof plain - 1, .name = "sdn.csv"},
                                    {.data = alias, .length = sizeof alias - 1, .name = "alt.csv"}};
    desig_list *with = NULL, *without = read(changed, "ofac-sdn");
    desig_diff_report report = {.size = sizeof report};
    cr_assert_eq(desig_list_new(NULL, &with), DESIG_OK);
    cr_assert_eq(desig_list_read(with, sources, 2, NULL, NULL, NULL), DESIG_OK);
    for (int turn = 0; turn < 2; turn++) {
        text got = turn == 0 ? told(with, without, DESIG_PAIR_BY_ID) : told(without, with, DESIG_PAIR_BY_ID);
        cr_expect_str_eq(got.bytes, turn == 0 ? "changed us-ofac:1\n  date: 1962 > 1963\n"
                                              : "changed us-ofac:1\n  date: 1963 > 1962\n");
        free(got.bytes);
    }
    tally all = {{0}, {0}};
    cr_assert_eq(desig_list_diff(with, without, NULL, count_change, &all, &report, NULL), DESIG_OK);
    cr_expect_eq(report.not_compared, 1, "of the record that both have: %d", (int)report.not_compared);
    cr_expect_eq(report.changed, 1);
    cr_expect_eq(report.removed, 0, "what is not told is not counted: a party of which only alt.csv speaks");
    desig_list_free(with);
    desig_list_free(without);
}

Test(difference, misses_no_companion_of_the_whole_list) {
    static const char *const quartet[] = {"sdn.csv", "add.csv", "alt.csv", "sdn_comments.csv"};
    desig_list *with = read_ofac(SHIPPED, quartet, 4);
    desig_list *without = read_ofac(SHIPPED, quartet, 1);
    text got = told(with, without, DESIG_PAIR_BY_ID);
    cr_expect_str_eq(got.bytes, "");
    free(got.bytes);
    desig_list_free(with);
    desig_list_free(without);
}

/* ---- Mirrored: what came went, and what went came ---- */

typedef struct lines {
    char *items[64];
    size_t count;
} lines;

static int compare_lines(const void *a, const void *b) {
    return strcmp(*(char *const *)a, *(char *const *)b);
}

static lines sorted_lines(text *of) {
    lines all = {.count = 0};
    for (char *line = strtok(of->bytes, "\n"); line; line = strtok(NULL, "\n")) {
        cr_assert(all.count < 64);
        all.items[all.count++] = line;
    }
    qsort(all.items, all.count, sizeof *all.items, compare_lines);
    return all;
}

static int tell_mirrored(void *context, const desig_change *change) {
    desig_part_change parts[32];
    desig_change mirrored = *change;
    cr_assert(change->part_count <= 32);
    for (size_t i = 0; i < change->part_count; i++) {
        parts[i] = change->parts[i];
        parts[i].before = change->parts[i].after;
        parts[i].before_count = change->parts[i].after_count;
        parts[i].after = change->parts[i].before;
        parts[i].after_count = change->parts[i].before_count;
    }
    mirrored.parts = parts;
    mirrored.before = change->after;
    mirrored.after = change->before;
    if (change->type == DESIG_CHANGE_ADDED) mirrored.type = DESIG_CHANGE_REMOVED;
    if (change->type == DESIG_CHANGE_REMOVED) mirrored.type = DESIG_CHANGE_ADDED;
    return tell(context, &mirrored);
}

Test(difference, is_the_same_mirrored) {
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        desig_list *before = read(cases[i].before, NULL);
        desig_list *after = read(cases[i].after, NULL);
        desig_diff_options options = {.pairing = cases[i].pairing};
        text forward = told(before, after, cases[i].pairing);
        text backward = {NULL, 0};
        append(&backward, "");
        cr_assert_eq(desig_list_diff(after, before, &options, tell_mirrored, &backward, NULL, NULL),
                     DESIG_OK);
        lines one = sorted_lines(&forward);
        lines other = sorted_lines(&backward);
        cr_assert_eq(one.count, other.count, "%s", cases[i].what);
        for (size_t l = 0; l < one.count; l++)
            cr_expect_str_eq(one.items[l], other.items[l], "%s", cases[i].what);
        free(forward.bytes);
        free(backward.bytes);
        desig_list_free(before);
        desig_list_free(after);
    }
}

/* ---- Hostile input ---- */

enum { MANY = 100000 };

/* A record of many names; `turn` makes another one of each. */
static desig_list *list_of_many(const desig_allocator *allocator, const char *format) {
    static char texts[MANY][24];
    static desig_name names[MANY];
    desig_record record = {.id = "many", .names = names, .name_count = MANY};
    desig_list *list = NULL;
    for (int i = 0; i < MANY; i++) {
        snprintf(texts[i], sizeof texts[i], format, i);
        names[i] = (desig_name){.text = texts[i], .type = DESIG_NAME_AKA};
    }
    cr_assert_eq(desig_list_new(allocator, &list), DESIG_OK);
    cr_assert_eq(desig_list_add(list, &record, NULL), DESIG_OK);
    return list;
}

/* It ends: were each compared with each, that would be ten thousand million times. */
Test(difference, many_parts, .timeout = 60) {
    counting count = {0};
    const desig_allocator allocator = counting_allocator(&count);
    desig_list *before = list_of_many(&allocator, "name %d of many");
    desig_list *after = list_of_many(&allocator, "name %d of very many");
    const size_t outstanding = count.outstanding;
    tally all = tally_of(before, after);
    cr_expect_eq(all.changes[DESIG_CHANGE_CHANGED], 1);
    cr_expect_leq(all.classes[DESIG_CLASS_NAME], 2 * MANY);
    cr_expect_eq(count.outstanding, outstanding, "%zu bytes", count.outstanding - outstanding);
    desig_list_free(before);
    desig_list_free(after);
}

static int stop(void *context, const desig_change *change) {
    (void)change;
    return ++*(int *)context == 2;
}

Test(difference, can_be_stopped_and_refuses_what_cannot_be) {
    desig_list *one = read(BARE "a,group,A\nb,group,B\nc,group,C\n", NULL);
    desig_list *none = read(BARE, NULL);
    desig_error error = {0};
    desig_diff_options options = {.pairing = (desig_pairing)7};
    tally all = {{0}, {0}};
    int calls = 0;
    cr_expect_eq(desig_list_diff(one, none, NULL, stop, &calls, NULL, &error), DESIG_E_CANCELLED);
    cr_expect_eq(calls, 2);
    cr_expect_eq(error.result, DESIG_E_CANCELLED);
    cr_expect_eq(desig_list_diff(one, none, &options, count_change, &all, NULL, &error), DESIG_E_ARGUMENT);
    cr_expect_eq(desig_list_diff(NULL, none, NULL, count_change, &all, NULL, NULL), DESIG_E_ARGUMENT);
    cr_expect_eq(desig_list_diff(one, NULL, NULL, count_change, &all, NULL, NULL), DESIG_E_ARGUMENT);
    cr_expect_eq(desig_list_diff(one, none, NULL, NULL, &all, NULL, NULL), DESIG_E_ARGUMENT);
    cr_expect_eq(desig_list_diff(none, none, NULL, count_change, &all, NULL, NULL), DESIG_OK);
    cr_expect_eq(all.changes[DESIG_CHANGE_ADDED] + all.changes[DESIG_CHANGE_REMOVED], 0);
    desig_list_free(one);
    desig_list_free(none);
}
