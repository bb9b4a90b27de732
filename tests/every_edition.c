/* every_edition DIRECTORY: add all daily copies of sdn.csv (data/ofac/sdn-daily.tar.xz, unpacked) to a
 * ledger, and hold each against the ledger, as it was made and as it is read back; then ask it what is known
 * of them. */
#include "text.h"

#include <desig/desig.h>

#include <glob.h>
#include <stdarg.h>
#include <stdio.h>

static int wrong;

__attribute__((format(printf, 2, 3))) static void expect(int holds, const char *format, ...) {
    va_list arguments;
    if (holds) return;
    wrong++;
    va_start(arguments, format);
    vfprintf(stderr, format, arguments);
    va_end(arguments);
    fputc('\n', stderr);
}

static void need(desig_result result, const char *what, const desig_error *error) {
    if (result == DESIG_OK) return;
    fprintf(stderr, "%s: %s\n", what, error->message);
    exit(2);
}

static desig_list *new_list(void) {
    desig_list *list = NULL;
    if (desig_list_new(NULL, &list) != DESIG_OK) exit(2);
    return list;
}

static text written(const desig_list *list) {
    text all = {NULL, 0};
    desig_error error = {0};
    desig_sink sink = {.write = text_append, .context = &all};
    need(desig_list_write(list, &sink, NULL, NULL, &error), "writing", &error);
    return all;
}

static desig_list *published(const desig_list *ledger, size_t edition) {
    desig_list *list = new_list();
    desig_error error = {0};
    need(desig_list_published(ledger, edition, DESIG_COMPANIONS_OF_EDITION, list, &error), "publishing",
         &error);
    return list;
}

static void expect_edition(const desig_list *ledger, size_t number, const char *path, const text *imported,
                           const char *which) {
    desig_list *list = published(ledger, number);
    text again = written(list);
    expect(again.length == imported->length && memcmp(again.bytes, imported->bytes, again.length) == 0,
           "%s: not as published, from the ledger as %s", path, which);
    free(again.bytes);
    desig_list_free(list);
}

static desig_list *read_back(const desig_list *ledger) {
    desig_list *back = new_list();
    desig_error error = {0};
    text all = written(ledger);
    desig_source source = {.data = all.bytes, .length = all.length, .name = "ledger"};
    need(desig_list_read(back, &source, 1, NULL, NULL, &error), "reading the ledger", &error);
    text again = written(back);
    expect(all.length == again.length && memcmp(all.bytes, again.bytes, all.length) == 0,
           "the ledger does not come back as it was");
    free(all.bytes);
    free(again.bytes);
    return back;
}

/* ---- What is known of them (data/README.md) ---- */

static int32_t day_of(const char *words) {
    desig_date date = {0};
    expect(desig_date_parse(words, DESIG_DATE_UNAMBIGUOUS, &date) == DESIG_OK, "%s is no day", words);
    return date.first;
}

static desig_status under(const desig_record *record, const char *program, const char *day) {
    desig_standing each[32];
    size_t count = record ? desig_status_on(record, day_of(day), NULL, each, 32) : 0;
    for (size_t i = 0; i < count && i < 32; i++)
        if (strcmp(each[i].program, program) == 0) return each[i].status;
    return DESIG_STATUS_NOT_RECORDED;
}

/* A tag that has been renamed, and a day from the last copy with the old one to the first with the new one.
 */
typedef struct renamed_tag {
    const char *from, *to, *before, *between, *after;
    size_t records;
} renamed_tag;

static size_t listed_throughout(const desig_list *ledger, const renamed_tag *tag) {
    const desig_status listed = DESIG_STATUS_LISTED;
    const desig_record *record;
    size_t count = 0;
    for (size_t i = 0; (record = desig_list_at(ledger, i)) != NULL; i++)
        count += under(record, tag->from, tag->before) == listed &&
                 under(record, tag->from, tag->between) == listed &&
                 under(record, tag->to, tag->after) == listed;
    return count;
}

/* The leaders who were designated in 2021, after their group had been delisted, are on every copy. */
static void expect_leaders(const desig_list *ledger) {
    static const char *const ids[] = {"us-ofac:31193", "us-ofac:31194", "us-ofac:31195", "us-ofac:31971"};
    for (size_t i = 0; i < sizeof ids / sizeof *ids; i++) {
        const desig_record *leader = desig_list_get(ledger, ids[i]);
        size_t on = 0, count = desig_list_edition_count(ledger);
        for (size_t edition = 1; leader && edition <= count; edition++)
            for (uint32_t p = 0; p < leader->presence_count; p++)
                on += (size_t)desig_list_stands(ledger, &leader->presences[p].span, edition);
        expect(on == count, "%s is on %zu of %zu copies", ids[i], on, count);
    }
}

static void expect_story(const desig_list *ledger) {
    static const desig_status listed = DESIG_STATUS_LISTED, gone = DESIG_STATUS_NOT_LISTED;
    const desig_record *houthi = desig_list_get(ledger, "us-ofac:47664");
    expect_leaders(ledger);
    expect(under(houthi, "SDGT", "2024-02-13") == gone, "ANSARALLAH on 2024-02-13");
    expect(under(houthi, "SDGT", "2024-02-14") == DESIG_STATUS_UNCERTAIN, "ANSARALLAH on 2024-02-14");
    expect(under(houthi, "SDGT", "2024-02-16") == DESIG_STATUS_UNCERTAIN, "ANSARALLAH on 2024-02-16");
    expect(under(houthi, "SDGT", "2024-02-17") == listed, "ANSARALLAH on 2024-02-17");

    size_t lost = 0, kept = 0;
    const desig_record *record;
    for (size_t i = 0; (record = desig_list_at(ledger, i)) != NULL; i++) {
        if (under(record, "FTO", "2022-05-18") != listed || under(record, "FTO", "2022-05-21") != gone)
            continue;
        lost++;
        kept += under(record, "SDGT", "2022-05-21") == listed;
    }
    expect(lost == 5 && kept == 5, "%zu groups lost FTO on 2022-05-20, %zu of them kept SDGT", lost, kept);

    const size_t edition = desig_list_edition_on(ledger, day_of("2021-12-02"));
    size_t out = 0, in = 0;
    for (size_t i = 0; (record = desig_list_at(ledger, i)) != NULL; i++) {
        int was = 0, is = 0;
        for (uint32_t p = 0; p < record->presence_count; p++) {
            was |= desig_list_stands(ledger, &record->presences[p].span, edition - 1);
            is |= desig_list_stands(ledger, &record->presences[p].span, edition);
        }
        out += was && !is;
        in += !was && is;
    }
    expect(out == 112 && in == 5, "FARC: %zu records out, %zu in", out, in);

    /* Under a renamed tag a party is listed without a break. */
    static const renamed_tag renames[] = {
        {"BELARUS-EO", "BELARUS-EO14038", "2021-08-19", "2021-08-22", "2021-08-24", 33},
        {"PEESA-EO", "PEESA-EO14039", "2021-11-09", "2021-11-11", "2021-11-13", 21},
        {"ILLICIT-DRUGS-EO", "ILLICIT-DRUGS-EO14059", "2022-09-14", "2022-09-20", "2022-09-23", 44}};
    size_t renamed = 0;
    for (size_t i = 0; i < sizeof renames / sizeof *renames; i++) {
        size_t count = listed_throughout(ledger, &renames[i]);
        expect(count == renames[i].records, "%s: %zu", renames[i].from, count);
        renamed += count;
    }
    expect(renamed >= 20, "%zu listings under renamed tags", renamed);
}

int main(int argc, char **argv) {
    glob_t files = {0};
    char pattern[4096];
    desig_list *ledger = new_list();
    if (argc != 2) return fprintf(stderr, "usage: every_edition DIRECTORY\n"), 2;
    snprintf(pattern, sizeof pattern, "%s/20*.csv", argv[1]);
    if (glob(pattern, 0, NULL, &files) != 0) return fprintf(stderr, "%s: no editions\n", pattern), 2;
    for (size_t i = 0; i < files.gl_pathc; i++) {
        desig_source source = {.path = files.gl_pathv[i]};
        desig_error error = {0};
        need(desig_list_add_edition(ledger, &source, 1, NULL, NULL, NULL, &error), source.path, &error);
    }
    desig_list *back = read_back(ledger);
    for (size_t i = 0; i < files.gl_pathc; i++) {
        desig_source source = {.path = files.gl_pathv[i]};
        desig_error error = {0};
        desig_list *list = new_list();
        need(desig_list_read(list, &source, 1, NULL, NULL, &error), source.path, &error);
        text imported = written(list);
        expect_edition(ledger, i + 1, source.path, &imported, "as it was made");
        expect_edition(back, i + 1, source.path, &imported, "read back");
        free(imported.bytes);
        desig_list_free(list);
    }
    expect_story(ledger);
    expect_story(back);
    printf("%zu editions, as published: %d wrong\n", files.gl_pathc, wrong);
    globfree(&files);
    desig_list_free(ledger);
    desig_list_free(back);
    return wrong > 0;
}
