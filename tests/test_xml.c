/* The programs that bring in lists from XML: what they make of each trap, of hostile documents, and of the
 * publishers' real files. */
#include "written.h"
#include "xml/xml.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

typedef struct run {
    int status; /* of the program; -1: it did not end by itself */
    text told;
    desig_list *list; /* what it wrote; NULL where it wrote nothing */
} run;

/* Run a program over a file, in a shell, and read what it writes. */
static run run_over(const char *program, const char *path) {
    char command[2048], output[256], told[256];
    run made = {0};
    snprintf(output, sizeof output, "/tmp/test_xml.%ld.csv", (long)getpid());
    snprintf(told, sizeof told, "/tmp/test_xml.%ld.told", (long)getpid());
    snprintf(command, sizeof command, "timeout 60 '%s' '%s' -o '%s' 2>'%s'", program, path, output, told);
    remove(output);
    int status = system(command);
    made.status = status >= 0 && status % 256 == 0 ? status / 256 : -1;
    made.told = text_of_file(told);
    if (access(output, F_OK) == 0) {
        const desig_source source = {.path = output, .name = "converted"};
        desig_error error = {0};
        cr_assert_eq(desig_list_new(NULL, &made.list), DESIG_OK);
        cr_assert_eq(desig_list_read(made.list, &source, 1, NULL, NULL, &error), DESIG_OK, "%s",
                     error.message);
    }
    remove(output);
    remove(told);
    return made;
}

static void run_end(run *made) {
    free(made->told.bytes);
    desig_list_free(made->list);
    *made = (run){0};
}

/* ---- Traps ---- */

static void expect_text(const char *what, const char *is, const char *path) {
    text wanted = text_of_file(path);
    const char *a = is, *b = wanted.bytes;
    size_t line = 1;
    while (*a != '\0' && *a == *b) {
        line += *a == '\n';
        a++;
        b++;
    }
    cr_expect(*a == *b, "%s differs from %s in line %zu: `%.60s`, wanted `%.60s`", what, path, line, a, b);
    free(wanted.bytes);
}

static void expect_converted(const char *program, const char *name, const char *of_day) {
    char path[512], parts[600], told[600];
    snprintf(path, sizeof path, "%s/xml/%s.xml", TEST_DATA_DIR, name);
    snprintf(parts, sizeof parts, "%s/xml/%s.parts", TEST_DATA_DIR, name);
    snprintf(told, sizeof told, "%s/xml/%s.told", TEST_DATA_DIR, name);
    run made = run_over(program, path);
    cr_assert_eq(made.status, 0, "%s: %d", name, made.status);
    cr_assert(made.list);
    char day[DESIG_DATE_TEXT];
    desig_date as_of = desig_list_as_of(made.list);
    cr_expect_str_eq(desig_date_format(&as_of, day), of_day, "%s", name);
    text is = text_in_short(made.list);
    expect_text(name, is.bytes, parts);
    /* Messages begin with the file's path, which is not the same everywhere. */
    char *to = made.told.bytes;
    for (const char *from = to; from && *from != '\0'; from++) {
        if (strncmp(from, TEST_DATA_DIR "/", sizeof TEST_DATA_DIR) == 0) from += sizeof TEST_DATA_DIR;
        *to++ = *from;
    }
    if (to) *to = '\0';
    expect_text("what was told", made.told.bytes ? made.told.bytes : "", told);
    free(is.bytes);
    run_end(&made);
}

Test(xml, keeps_all_of_an_entry_of_the_un) {
    expect_converted(UN_XML, "un_traps", "2020-02-03");
}

Test(xml, keeps_all_of_a_party_of_the_advanced_form) {
    expect_converted(OFAC_ADVANCED, "advanced.rebuilt", "2024-03-06");
}

static int32_t day_of(const char *words) {
    desig_date date;
    cr_assert_eq(desig_date_parse(words, DESIG_DATE_UNAMBIGUOUS, &date), DESIG_OK, "%s", words);
    return date.first;
}

/* An entry's day is the list's, and says nothing of its programs. */
Test(xml, answers_in_effective_time_beside_the_csv) {
    static const char csv[] = "6636,\"TALIBAN\",-0- ,\"SDGT\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \r\n";
    const desig_source source = {.data = csv, .length = sizeof csv - 1, .name = "2023-12-28/sdn.csv"};
    desig_list *list = NULL;
    desig_standing overall, each[8];
    run made = run_over(OFAC_ADVANCED, TEST_DATA_DIR "/xml/advanced.rebuilt.xml");
    cr_assert(made.list);
    cr_assert_eq(desig_list_new(NULL, &list), DESIG_OK);
    cr_assert_eq(desig_list_read(list, &source, 1, NULL, NULL, NULL), DESIG_OK);
    cr_assert_eq(desig_list_merge(list, made.list, NULL), DESIG_OK);
    const desig_record *taliban = desig_list_get(list, "us-ofac:6636");
    cr_assert(taliban);
    size_t count = desig_status_on(taliban, day_of("2015-01-01"), &overall, each, 8);
    cr_expect_eq(overall.status, DESIG_STATUS_DESIGNATED);
    cr_expect_str_eq(overall.list, "SDN");
    cr_expect_null(overall.program);
    for (size_t i = 0; i < count; i++)
        if (each[i].program) cr_expect_eq(each[i].status, DESIG_STATUS_UNCERTAIN, "%s", each[i].program);
    desig_status_on(taliban, day_of("1999-07-05"), &overall, NULL, 0);
    cr_expect_eq(overall.status, DESIG_STATUS_UNCERTAIN); /* SDGT may be older, as far as the CSV tells */
    desig_list_free(list);
    run_end(&made);
}

/* ---- Hostile documents ---- */

#define UN_START "<CONSOLIDATED_LIST dateGenerated='2020-01-02'><INDIVIDUALS>"
#define UN_ENTRY                                                                                             \
    "<INDIVIDUAL><DATAID>1</DATAID><FIRST_NAME>M\xC3\x9CLLER</FIRST_NAME><REFERENCE_NUMBER>QDi.1"            \
    "</REFERENCE_NUMBER><LISTED_ON>2001-02-03</LISTED_ON></INDIVIDUAL>"
#define UN_END "</INDIVIDUALS></CONSOLIDATED_LIST>"

static const char *temporary(const void *bytes, size_t length) {
    static char path[256];
    snprintf(path, sizeof path, "/tmp/test_xml.%ld.xml", (long)getpid());
    FILE *file = fopen(path, "wb");
    cr_assert(file);
    cr_assert_eq(fwrite(bytes, 1, length, file), length);
    cr_assert_eq(fclose(file), 0);
    return path;
}

Test(xml, says_where_and_why_a_document_cannot_be_read) {
    static const struct {
        const char *label, *bytes, *told;
    } cases[] = {
        {"empty", "", ":1:1: the file ends here"},
        {"cut off", UN_START UN_ENTRY, "the file ends here, before its last element does"},
        {"cut off in a tag", UN_START "<INDIVI", "the file ends here, before its last element does"},
        {"an end too many", UN_START "\n</ENTITIES>", ":2:3: not well-formed: mismatched tag"},
        {"another root", "<feed><entry/></feed>", ":1:1: this is no list of this form: /feed"},
        {"a web page", "<!DOCTYPE html><html><body><br></body></html>", "not well-formed: mismatched tag"},
        {"not XML", "id,kind,name\n", ":1:1: not well-formed"},
        {"a bomb",
         "<!DOCTYPE c [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>" UN_START "&b;" UN_END,
         "the document declares an entity"},
        {"a file of the reader's", "<!DOCTYPE c [<!ENTITY a SYSTEM \"/etc/passwd\">]>" UN_START "&a;" UN_END,
         "the document declares an entity"},
        {"an entity from elsewhere", "<!DOCTYPE c SYSTEM \"c.dtd\">" UN_START "<a>&b;</a>" UN_END,
         "an entity that is not declared"},
        {"bytes that are no UTF-8", UN_START "<A>\xFF</A>" UN_END, "not well-formed (invalid token)"},
        {"an encoding that is not known", "<?xml version='1.0' encoding='KLINGON'?><a/>", "unknown encoding"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        run made = run_over(UN_XML, temporary(cases[i].bytes, strlen(cases[i].bytes)));
        cr_expect_eq(made.status, 2, "%s: status %d", cases[i].label, made.status);
        cr_expect(made.told.bytes && strstr(made.told.bytes, cases[i].told), "%s: `%s`", cases[i].label,
                  made.told.bytes);
        cr_expect_null(made.list, "%s: something was written", cases[i].label);
        run_end(&made);
    }
}

Test(xml, a_failure_leaves_what_was_there) {
    char command[1024], output[256];
    snprintf(output, sizeof output, "/tmp/test_xml.%ld.old", (long)getpid());
    const char *path = temporary(UN_START UN_ENTRY, strlen(UN_START UN_ENTRY));
    snprintf(command, sizeof command, "echo whole >'%s'; '%s' '%s' -o '%s' 2>/dev/null", output, UN_XML, path,
             output);
    cr_expect_neq(system(command), 0);
    text kept = text_of_file(output);
    cr_expect_str_eq(kept.bytes, "whole\n");
    remove(output);
    free(kept.bytes);
}

Test(xml, bounds_depth_tags_and_items) {
    static const struct {
        const char *label, *before, *repeated, *after;
        size_t times;
        const char *told;
    } cases[] = {
        {"depth", UN_START, "<a>", "", 100000, "nested too deeply"},
        {"long names", UN_START "<", "aaaaaaaaaa", "/>" UN_END, 1000, "nested too deeply"},
        {"a tag of 20 MB", UN_START "<a b='", "0123456789", "'/>" UN_END, 2000000, "longer than 4 MiB"},
        {"a comment of 20 MB", UN_START "<!--", "0123456789", "-->" UN_END, 2000000, "longer than 4 MiB"},
        {"a text of 20 MB", UN_START "<a>", "0123456789", "</a>" UN_END, 2000000, "larger than 16 MiB"},
        {"an item of many elements", UN_START "<INDIVIDUAL>", "<A/>", "</INDIVIDUAL>" UN_END, 1000000,
         "larger than 16 MiB"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        text all = {0};
        size_t length = strlen(cases[i].repeated), total = cases[i].times * length;
        char *middle = malloc(total);
        cr_assert(middle);
        for (size_t n = 0; n < cases[i].times; n++) memcpy(middle + n * length, cases[i].repeated, length);
        text_append(&all, cases[i].before, strlen(cases[i].before));
        text_append(&all, middle, total);
        text_append(&all, cases[i].after, strlen(cases[i].after));
        run made = run_over(UN_XML, temporary(all.bytes, all.length));
        cr_expect_eq(made.status, 2, "%s: status %d", cases[i].label, made.status);
        cr_expect(made.told.bytes && strstr(made.told.bytes, cases[i].told), "%s: `%.200s`", cases[i].label,
                  made.told.bytes);
        free(middle);
        free(all.bytes);
        run_end(&made);
    }
}

/* The same entry in the encodings that XML names. */
Test(xml, reads_every_encoding_that_expat_knows) {
    static const char utf8[] = UN_START UN_ENTRY UN_END;
    char utf16[2 * sizeof utf8 + 2], latin1[sizeof utf8 + 64];
    size_t wide = 0, narrow = (size_t)sprintf(latin1, "<?xml version='1.0' encoding='ISO-8859-1'?>");
    utf16[wide++] = '\xFF';
    utf16[wide++] = '\xFE';
    for (const char *at = utf8; *at != '\0'; at++) {
        char letter = *at == '\xC3' ? '\xDC' : *at; /* U+00DC is all that is not ASCII */
        at += *at == '\xC3';
        utf16[wide++] = letter;
        utf16[wide++] = '\0';
        latin1[narrow++] = letter;
    }
    const struct {
        const char *label, *bytes;
        size_t length;
    } cases[] = {{"UTF-8", utf8, sizeof utf8 - 1}, {"UTF-16", utf16, wide}, {"ISO-8859-1", latin1, narrow}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        run made = run_over(UN_XML, temporary(cases[i].bytes, cases[i].length));
        cr_assert(made.list, "%s: %s", cases[i].label, made.told.bytes);
        const desig_record *record = desig_list_get(made.list, "un-sc:QDi.1");
        cr_expect(record && strcmp(record->names[0].text, "M\xC3\x9CLLER") == 0, "%s", cases[i].label);
        run_end(&made);
    }
}

/* ---- Mutations ---- */

/* A generator that is the same everywhere: https://www.pcg-random.org would be better, and is not needed. */
static uint32_t next_random(uint64_t *state) {
    *state = *state * 6364136223846793005u + 1442695040888963407u;
    return (uint32_t)(*state >> 33);
}

static void replace(text *all, size_t at, size_t old, const char *by, size_t length) {
    text made = {0};
    text_append(&made, all->bytes, at);
    text_append(&made, by, length);
    text_append(&made, all->bytes + at + old, all->length - at - old);
    free(all->bytes);
    *all = made;
}

/* Most changes leave a document that can be parsed, since the others test expat: a line of the file (an
 * element, mostly) is dropped, doubled or put elsewhere, a text or a number is another one. */
static void mutate(text *all, uint64_t *state) {
    static const char *const words[] = {"",
                                        "0",
                                        "9999999999",
                                        "true",
                                        "-",
                                        ";",
                                        "(",
                                        ") b) ; (",
                                        "na",
                                        "\xC2\xA0",
                                        "2020-13-45",
                                        "1984-01-18-05:00",
                                        "\xD8\xB9;\xD8\xB9",
                                        "<A b=''/>",
                                        "&amp;"};
    size_t at = next_random(state) % all->length, end;
    switch (next_random(state) % 6) {
    case 0: /* a byte */
        all->bytes[at] = (char)next_random(state);
        return;
    case 1: /* the end */
        if (next_random(state) % 8 == 0) replace(all, at, all->length - at, "", 0);
        return;
    case 2: /* a digit */
        while (at < all->length && (all->bytes[at] < '0' || all->bytes[at] > '9')) at++;
        if (at < all->length) all->bytes[at] = (char)('0' + next_random(state) % 10);
        return;
    case 3: /* what stands in quotes, or between tags */
        while (at < all->length && all->bytes[at] != '"' && all->bytes[at] != '>') at++;
        if (at == all->length) return;
        end = at + 1 + strcspn(all->bytes + at + 1, all->bytes[at] == '"' ? "\"" : "<");
        const char *word = words[next_random(state) % (sizeof words / sizeof words[0])];
        if (all->bytes[at] == '"' && strchr(word, '<')) word = "";
        replace(all, at + 1, end - at - 1, word, strlen(word));
        return;
    default: /* a line, dropped or doubled or moved */
        while (at > 0 && all->bytes[at - 1] != '\n') at--;
        end = at + strcspn(all->bytes + at, "\n");
        end += end < all->length;
        if (next_random(state) % 3 == 0)
            replace(all, at, end - at, "", 0);
        else {
            size_t to = next_random(state) % all->length, length = end - at;
            char *line = malloc(length + 1);
            cr_assert(line);
            memcpy(line, all->bytes + at, length);
            while (to > 0 && all->bytes[to - 1] != '\n') to--;
            replace(all, to, 0, line, length);
            free(line);
        }
    }
}

/* XML_MUTATIONS=1000: more of them. */
Test(xml, survives_mutated_documents, .timeout = 3600) {
    static const struct {
        const char *program, *path;
    } cases[] = {{UN_XML, TEST_DATA_DIR "/xml/un_traps.xml"},
                 {OFAC_ADVANCED, TEST_DATA_DIR "/xml/advanced.rebuilt.xml"}};
    const char *wanted = getenv("XML_MUTATIONS");
    int count = wanted ? (int)strtol(wanted, NULL, 10) : 50;
    uint64_t state = 20240306;
    int read = 0;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        text original = text_of_file(cases[i].path);
        for (int n = 0; n < count; n++) {
            text all = {0};
            text_append(&all, original.bytes, original.length);
            for (uint32_t changes = 1 + next_random(&state) % 6; changes > 0 && all.length > 0; changes--)
                mutate(&all, &state);
            run made = run_over(cases[i].program, temporary(all.bytes ? all.bytes : "", all.length));
            cr_assert(made.status == 0 || made.status == 2, "%s, number %d: status %d: %.2000s",
                      cases[i].path, n, made.status, made.told.bytes);
            cr_assert_eq(made.status == 0, made.list != NULL);
            read += made.status == 0;
            free(all.bytes);
            run_end(&made);
        }
        free(original.bytes);
    }
    cr_log_info("%d of %d could be read", read, 2 * count);
    cr_expect_gt(read, count / 2);
}

/* ---- The UN's real files ---- */

/* A text without outer spaces, in which every run of spaces and line breaks is one space. */
static void tidy(const char *said, char *to, size_t capacity) {
    size_t used = 0;
    for (; *said != '\0' && used + 1 < capacity; said++) {
        int is_space = strchr(" \t\r\n", *said) != NULL;
        if (!is_space)
            to[used++] = *said;
        else if (used > 0 && to[used - 1] != ' ')
            to[used++] = ' ';
    }
    while (used > 0 && to[used - 1] == ' ') used--;
    to[used] = '\0';
}

enum { LONGEST = 1 << 15 };

static int holds(const char *said, const char *wanted, int whole) {
    static char is[LONGEST];
    if (!said) return 0;
    tidy(said, is, sizeof is);
    return whole ? strcmp(is, wanted) == 0 : strstr(is, wanted) != NULL;
}

static int is_date(const desig_date *date, const char *wanted) {
    char said[DESIG_DATE_TEXT];
    return strncmp(desig_date_format(date, said), wanted, 10) == 0 && strlen(said) == 10;
}

static int is_day_of_action(const desig_record *record, unsigned type, const char *wanted) {
    for (uint32_t i = 0; i < record->action_count; i++)
        if (record->actions[i].type == type && is_date(&record->actions[i].effective, wanted)) return 1;
    return 0;
}

static int is_of_name(const desig_record *record, const char *wanted, int whole) {
    for (uint32_t i = 0; i < record->name_count; i++)
        if (holds(record->names[i].text, wanted, whole)) return 1;
    return 0;
}

static int is_of_action(const desig_record *record, const char *wanted) {
    for (uint32_t i = 0; i < record->action_count; i++)
        if (holds(record->actions[i].program, wanted, 1) ||
            holds(record->actions[i].justification, wanted, 1))
            return 1;
    return 0;
}

/* Facts that are this text (whole) or contain it; of this label, where that is given. */
static int is_of_fact(const desig_record *record, const char *label, const char *wanted, int whole) {
    for (uint32_t i = 0; i < record->fact_count; i++) {
        const desig_fact *fact = &record->facts[i];
        if (label && (!fact->label || strcmp(fact->label, label) != 0)) continue;
        if (holds(fact->value, wanted, whole) ||
            (!label && (holds(fact->label, wanted, whole) || holds(fact->country, wanted, whole) ||
                        holds(fact->note, wanted, whole) || is_date(&fact->from, wanted))))
            return 1;
    }
    return 0;
}

static int is_strength_of_a_name(const desig_record *record, const char *quality) {
    for (uint32_t i = 0; i < record->name_count; i++) {
        const desig_name *name = &record->names[i];
        if (strcmp(quality, "Good") == 0 && name->strength == DESIG_STRENGTH_STRONG) return 1;
        if (strcmp(quality, "Low") == 0 && name->strength == DESIG_STRENGTH_WEAK) return 1;
        if (strcmp(quality, "f.k.a.") == 0 && name->type == DESIG_NAME_FKA) return 1;
        if (strcmp(quality, "a.k.a.") == 0 && name->type == DESIG_NAME_AKA) return 1;
    }
    return 0;
}

static int is(const char *a, const char *b) {
    return strcmp(a, b) == 0;
}

/* Whether the record says what an element says, and says it where it belongs. */
static int un_found(const desig_record *record, const xml_node *node, const char *said) {
    const char *name = is(node->name, "VALUE") ? node->parent->name : node->name;
    if (is(name, "FIRST_NAME") || is(name, "SECOND_NAME") || is(name, "THIRD_NAME") ||
        is(name, "FOURTH_NAME"))
        return holds(record->names[0].text, said, 0) || is_of_fact(record, name, said, 1);
    if (is(name, "NAME_ORIGINAL_SCRIPT")) return is_of_name(record, said, 1);
    if (is(name, "ALIAS_NAME")) return is_of_name(record, said, 1) || is_of_fact(record, name, said, 1);
    if (is(name, "QUALITY")) return is_strength_of_a_name(record, said);
    if (is(name, "REFERENCE_NUMBER"))
        return holds(record->id + strlen("un-sc:"), said, 1) || is_of_fact(record, name, said, 1);
    if (is(name, "LISTED_ON")) return is_day_of_action(record, DESIG_ACTION_DESIGNATED, said);
    if (is(name, "LAST_DAY_UPDATED")) return is_day_of_action(record, DESIG_ACTION_AMENDED, said);
    if (is(name, "UN_LIST_TYPE") || is(name, "COMMENTS1"))
        return is_of_action(record, said) || is_of_fact(record, "COMMENTS1", said, 1);
    if (is_of_fact(record, name, said, 1)) return 1; /* of its own name */
    if (is_of_fact(record, NULL, said, 1)) return 1; /* a part of something, in the words of it */
    return is_of_fact(record, NULL, said, 0);        /* `Strelsau` of `Strelsau, Ruritania` */
}

typedef struct search {
    const desig_list *list;
    size_t entries, texts, missed;
} search;

static const desig_record *record_of(const desig_list *list, const char *data_id) {
    for (size_t i = 0; i < desig_list_count(list); i++)
        if (is_of_fact(desig_list_at(list, i), "DATAID", data_id, 1)) return desig_list_at(list, i);
    return NULL;
}

static int look_for_entry(void *context, xml_node *entry) {
    static char said[LONGEST];
    search *in = context;
    const char *id = xml_line(xml_child(entry, "DATAID"));
    const desig_record *record = id ? record_of(in->list, id) : NULL;
    in->entries++;
    cr_expect(record, "entry %s", id);
    if (!record) return 0;
    const xml_node *node = entry;
    while (node) {
        if (node->text) {
            tidy(node->text, said, sizeof said);
            in->texts++;
            if (!un_found(record, node, said)) {
                in->missed++;
                cr_expect(0, "%s: %s: `%.80s` is lost", record->id, node->path, said);
            }
        }
        if (node->first)
            node = node->first;
        else {
            while (node != entry && !node->next) node = node->parent;
            node = node == entry ? NULL : node->next;
        }
    }
    return 0;
}

static int look_at_nothing(void *context, xml_node *node) {
    (void)context, (void)node;
    return 0;
}

Test(xml_real, finds_each_text_of_the_uns_files_again) {
    static const struct {
        const char *file;
        size_t entries, texts;
    } cases[] = {
        {"consolidated.2015-03-27.xml", 1046, 24429},
        {"consolidated.2025-09-03.xml", 879, 23799},
    };
    static const xml_rule rules[] = {
        {"/CONSOLIDATED_LIST/*/INDIVIDUAL", look_for_entry, 0},
        {"/CONSOLIDATED_LIST/*/ENTITY", look_for_entry, 0},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        char path[512];
        snprintf(path, sizeof path, "%s/data/un/%s", SHARED_DIR, cases[i].file);
        run made = run_over(UN_XML, path);
        cr_assert(made.list, "%s: %s", path, made.told.bytes);
        cr_expect_eq(desig_list_count(made.list), cases[i].entries);
        search all = {.list = made.list};
        const xml_task task = {rules, 2, look_at_nothing, &all};
        cr_assert_eq(xml_read(path, &task), 0);
        cr_expect_eq(all.entries, cases[i].entries, "%s: %zu entries", cases[i].file, all.entries);
        cr_expect_eq(all.texts, cases[i].texts, "%s: %zu texts", cases[i].file, all.texts);
        cr_expect_eq(all.missed, 0, "%s: %zu lost", cases[i].file, all.missed);
        run_end(&made);
    }
}

/* ---- OFAC's days, rebuilt, beside the daily copies of its CSV ---- */

/* The copies around the days on which parties came whose entry is known. In between nobody came of whom the
 * extract has the entry. */
static const char *const copies[] = {
    "2022-02-17", "2022-02-23", "2022-02-24", "2022-02-25", "2022-03-21", "2022-03-24",
    "2022-04-05", "2022-04-06", "2022-06-17", "2022-06-28", "2022-08-01", "2022-08-02",
    "2022-12-14", "2022-12-15", "2023-05-16", "2023-05-19", "2023-09-12", "2023-09-14",
    "2023-11-07", "2023-11-14", "2024-02-20", "2024-02-23",
};

static desig_list *ledger_of_copies(const char *directory) {
    desig_list *ledger = NULL;
    cr_assert_eq(desig_list_new(NULL, &ledger), DESIG_OK);
    for (size_t i = 0; i < sizeof copies / sizeof copies[0]; i++) {
        char path[512];
        desig_error error = {0};
        snprintf(path, sizeof path, "%s/hist/%s.csv", directory, copies[i]);
        const desig_source source = {.path = path};
        cr_assert_eq(desig_list_add_edition(ledger, &source, 1, NULL, NULL, NULL, &error), DESIG_OK, "%s: %s",
                     path, error.message);
    }
    return ledger;
}

/* The earliest day on which an entry was made on the SDN list (sdn), or on any other. */
static int32_t first_entry(const desig_record *record, int sdn) {
    int32_t first = INT32_MAX;
    for (uint32_t i = 0; i < record->action_count; i++) {
        const desig_action *action = &record->actions[i];
        if (action->derived || action->program || !action->list || is(action->list, "SDN") != sdn) continue;
        if (action->effective.first < first) first = action->effective.first;
    }
    return first;
}

Test(xml_real, ofacs_days_lie_within_what_a_ledger_of_the_csv_gives) {
    char directory[64] = "/tmp/test_xml.XXXXXX", path[256], command[4096];
    cr_assert(mkdtemp(directory));
    int used = snprintf(command, sizeof command, "tar -xJf '%s/data/ofac/sdn-daily.tar.xz' -C %s", SHARED_DIR,
                        directory);
    for (size_t i = 0; i < sizeof copies / sizeof copies[0]; i++)
        used += snprintf(command + used, sizeof command - (size_t)used, " hist/%s.csv", copies[i]);
    cr_assert_eq(system(command), 0);
    snprintf(path, sizeof path, "%s/advanced.xml", directory);
    snprintf(command, sizeof command, "sh '%s/../rebuilt_advanced.sh' '%s/data/ofac/advanced-2024-03' >%s",
             TEST_DATA_DIR, SHARED_DIR, path);
    cr_assert_eq(system(command), 0);

    run made = run_over(OFAC_ADVANCED, path);
    cr_assert(made.list, "%s", made.told.bytes);
    size_t links = 0, entries = 0, new_parties = 0, within = 0, listed_before = 0;
    desig_list *ledger = ledger_of_copies(directory);
    for (size_t i = 0; i < desig_list_count(made.list); i++) {
        const desig_record *record = desig_list_at(made.list, i), *seen = desig_list_get(ledger, record->id);
        links += record->link_count;
        for (uint32_t n = 0; n < record->action_count; n++) entries += !record->actions[n].derived;
        int32_t entry = first_entry(record, 1);
        if (!seen || seen->presences[0].span.first == 1 || entry == INT32_MAX) continue;
        size_t edition = seen->presences[0].span.first;
        int32_t before = desig_list_edition(ledger, edition - 1)->copied.first;
        int32_t after = desig_list_edition(ledger, edition)->copied.last;
        new_parties++;
        if (entry >= before && entry <= after) {
            within++;
            continue;
        }
        cr_expect_lt(entry, before, "%s", record->id);
        cr_expect_leq(first_entry(record, 0), entry, "%s", record->id);
        listed_before++;
    }
    cr_expect_eq(links, 6148, "%zu", links);
    cr_expect_eq(entries, 4731, "%zu", entries);
    cr_expect_eq(new_parties, 58, "%zu", new_parties);
    cr_expect_eq(within, 50, "%zu", within);
    cr_expect_eq(listed_before, 8, "%zu", listed_before);

    /* 1999-07-06 is the Taliban's entry, and not the day of SDGT, which there was not before 2001. */
    const desig_record *taliban = desig_list_get(made.list, "us-ofac:6636");
    cr_assert(taliban);
    cr_expect_eq(first_entry(taliban, 1), day_of("1999-07-06"));
    desig_list_free(ledger);
    run_end(&made);
    snprintf(command, sizeof command, "rm -r %s", directory);
    cr_expect_eq(system(command), 0);
}
