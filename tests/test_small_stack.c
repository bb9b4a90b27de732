/* Every public call, at hostile sizes, on a thread with a small stack: none takes more than 16 KiB of it. A
 * plain program, because a test framework would take a share of its own. */
#define _GNU_SOURCE /* MAP_ANONYMOUS, MAP_STACK */

#include "text.h"
#include "walk.h"

#include <pthread.h>
#include <stdio.h>
#include <sys/mman.h>
#include <unistd.h>

enum { STACK = 64 * 1024, ALLOWED = 16 * 1024, PAINT = 0xA5, LONG = 8 * 1024, EDITIONS = 3, MANY = 3000 };

/* What the calls are made with, and what they make. */
typedef struct subject {
    walker walk;
    char names[6][LONG]; /* of persons and groups, with as many and as long parts as count, and more */
    text designations;   /* long cells, many parts, many rows of one record */
    text editions[EDITIONS];
    text statements;
    desig_list *list, *copy, *ledger, *published;
    desig_index *index;
    char path[64];
} subject;

_Noreturn static void fail(const char *what, const char *why) {
    fprintf(stderr, "%s: %s\n", what, why);
    exit(1);
}

static void expect(desig_result result, const char *what) {
    if (result) fail(what, desig_result_text(result));
}

/* ---- Hostile names and files ---- */

static void fill(char name[LONG], const char *const *words, size_t count, size_t parts) {
    size_t length = 0;
    name[0] = '\0';
    for (size_t i = 0; i < parts; i++) {
        int put = snprintf(name + length, LONG - length, "%s ", words[i % count]);
        if (put < 0 || (size_t)put >= LONG - length) break;
        length += (size_t)put;
    }
}

static void make_names(subject *s) {
    static const char *const alike[] = {"muhammad", "muhamnad", "mohammed", "muhammed", "mohamed"};
    static const char *const joined[] = {"abd", "al", "rahman", "saif", "el", "din", "jong", "un"};
    static const char *const initials[] = {"a", "b", "3rd", "l", "c", "s", "xiv", "p", "l", "c"};
    static const char *const longest[] = {"abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz"};
    static const char *const foreign[] = {"Иванович", "عبدالرحمن", "김정은",
                                          "山田太郎", "Ελλάς",     "\xff\xfe,"};
    fill(s->names[0], alike, 5, 40);
    fill(s->names[1], joined, 8, 32);
    fill(s->names[2], initials, 10, 32);
    fill(s->names[3], longest, 1, 30);
    fill(s->names[4], foreign, 6, 60);
    fill(s->names[5], alike, 5, 2000);
}

static void add(text *to, const char *bytes) {
    text_append(to, bytes, strlen(bytes));
}

static void make_files(subject *s) {
    text *csv = &s->designations;
    char cell[64];
    add(csv, "id,kind,name,aliases,action,announced,date,program,links,birth_dates,remarks\n");
    for (size_t i = 0; i < 6; i++) {
        snprintf(cell, sizeof cell, "n%zu,%s,\"", i, i % 2 ? "group" : "individual");
        add(csv, cell);
        if (i != 4) add(csv, s->names[i]);
        add(csv, i == 4 ? "Иванович\",,,,,,,,\n" : "\",,,,,,,,\n");
    }
    add(csv, "deep,group,Deep,\"");
    for (size_t i = 0; i < MANY; i++) {
        snprintf(cell, sizeof cell, "weak:fka:Alias %zu;", i);
        add(csv, cell);
    }
    add(csv, "\",,,,,,,");
    for (size_t i = 0; i < 200; i++) add(csv, s->names[0]);
    add(csv, "\n");
    for (size_t i = 0; i < MANY; i++) {
        snprintf(cell, sizeof cell, "deep,,,,designated,,%zu-01-01,P%zu,ally-of=n1,circa %zu,\n",
                 1900 + i % 100, i, i % 100 + 1900);
        add(csv, cell);
    }
    for (size_t e = 0; e < EDITIONS; e++) {
        add(&s->editions[e], "id,kind,name,remarks\n");
        for (size_t i = e; i < MANY; i++) {
            snprintf(cell, sizeof cell, "e%zu,group,Group %zu,in edition %zu\n", i, i, i % 5 ? 0 : e);
            add(&s->editions[e], cell);
        }
    }
}

/* ---- Calls ---- */

static desig_source source_of(const text *csv, const char *name) {
    return (desig_source){.data = csv->bytes, .length = csv->length, .name = name};
}

static void read_and_add(subject *s) {
    desig_error error;
    desig_source source = source_of(&s->designations, "hostile.csv");
    expect(desig_list_new(NULL, &s->list), "make a list");
    expect(desig_list_read(s->list, &source, 1, NULL, NULL, &error), "read a hostile file");
    expect(desig_list_new(NULL, &s->copy), "make a list");
    for (size_t i = 0; i < desig_list_count(s->list); i++)
        expect(desig_list_add(s->copy, desig_list_at(s->list, i), &error), "add a record");
    if (desig_list_read(s->list, &(desig_source){.path = "/no such file"}, 1, NULL, NULL, &error) !=
        DESIG_E_IO)
        fail("read", "a file that is not there");
}

static void write_all(subject *s) {
    desig_sink memory = {.write = text_append, .context = &s->statements};
    desig_sink file = {.path = s->path};
    desig_write_options designations = {.format = "designations"};
    expect(desig_list_write(s->list, &memory, NULL, NULL, NULL), "write statements");
    expect(desig_list_write(s->list, &file, NULL, NULL, NULL), "write a file");
    expect(desig_list_write(s->list, &file, &designations, NULL, NULL), "write designations over it");
    unlink(s->path);
}

static int every(void *context, const desig_record *record) {
    (void)context;
    return record != NULL;
}

static void copy(subject *s) {
    desig_list *copied = NULL;
    const desig_date day = {.first = 18660, .last = 18660, .first_precision = 3, .last_precision = 3};
    expect(desig_list_new(NULL, &copied), "make a list");
    expect(desig_list_copy(copied, s->list, every, NULL, NULL), "copy a list");
    expect(desig_list_set_as_of(copied, &day), "set the day");
    desig_list_as_of(copied);
    desig_list_is_stale(copied, 30000, 30);
    desig_list_source_at(copied, 0);
    if (!desig_list_get(copied, "deep")) fail("copy", "a record is missing");
    desig_list_free(copied);
}

static void rows(subject *s) {
    desig_csv *csv = NULL;
    const desig_csv_row *row = NULL;
    desig_source source = source_of(&s->designations, "hostile.csv");
    expect(desig_csv_new(&source, NULL, NULL, &csv, NULL, NULL), "open a CSV");
    if (desig_csv_column(csv, "remarks") < 0) fail("CSV", "a column is missing");
    do expect(desig_csv_next(csv, &row, NULL), "read a row");
    while (row);
    desig_csv_free(csv);
}

static void merge(subject *s) {
    desig_list *back = NULL;
    desig_source source = source_of(&s->statements, "back.csv");
    expect(desig_list_new(NULL, &back), "make a list");
    expect(desig_list_read(back, &source, 1, NULL, NULL, NULL), "read statements");
    expect(desig_list_merge(back, s->walk.list, NULL), "merge");
    desig_list_free(back);
}

static void add_editions(subject *s) {
    static const char *const names[EDITIONS] = {"2020-01-01.csv", "2020-02-01.csv", "2020-03-01.csv"};
    expect(desig_list_new(NULL, &s->ledger), "make a ledger");
    for (size_t e = 0; e < EDITIONS; e++) {
        desig_source source = source_of(&s->editions[e], names[e]);
        expect(desig_list_add_edition(s->ledger, &source, 1, NULL, NULL, NULL, NULL), "add an edition");
    }
}

static void publish(subject *s) {
    expect(desig_list_new(NULL, &s->published), "make a list");
    if (!desig_list_edition_count(s->ledger) || !desig_list_edition_on(s->ledger, 30000))
        fail("editions", "none");
    desig_list_edition(s->ledger, 1);
    desig_list_stands(s->ledger, &desig_list_at(s->ledger, 0)->presences[0].span, 2);
    expect(desig_list_published(s->ledger, 2, DESIG_COMPANIONS_CARRIED, s->published, NULL),
           "the list as published");
}

static int count_change(void *context, const desig_change *change) {
    *(size_t *)context += 1 + change->part_count;
    return 0;
}

static void differ(subject *s) {
    size_t told = 0;
    desig_diff_options by_same_as = {.pairing = DESIG_PAIR_BY_SAME_AS};
    expect(desig_list_diff(s->published, s->ledger, NULL, count_change, &told, NULL, NULL),
           "difference of editions");
    expect(desig_list_diff(s->list, s->walk.list, &by_same_as, count_change, &told, NULL, NULL),
           "difference of sources");
}

static void standing(subject *s) {
    desig_standing overall;
    static desig_standing each[MANY];
    for (size_t i = 0; i < desig_list_count(s->list); i++)
        desig_status_on(desig_list_at(s->list, i), 18660, &overall, each, MANY);
    for (size_t i = 0; i < desig_list_count(s->ledger); i++)
        desig_status_on(desig_list_at(s->ledger, i), 18660, &overall, each, MANY);
}

static void days(subject *s) {
    static int32_t each[8 * MANY];
    for (size_t i = 0; i < desig_list_count(s->list); i++)
        desig_status_days(desig_list_at(s->list, i), each, 8 * MANY);
    for (size_t i = 0; i < desig_list_count(s->ledger); i++)
        desig_status_days(desig_list_at(s->ledger, i), each, 8 * MANY);
}

static void key(subject *s) {
    char written[DESIG_ALERT_KEY];
    for (size_t i = 0; i < desig_list_count(s->list); i++) {
        desig_query query = {.name = s->names[0], .identifier = "A-1"};
        expect(desig_alert_key(&query, desig_list_at(s->list, i), written), "the key of an alert");
    }
}

static void words(subject *s) {
    (void)s;
    desig_version();
    desig_result_text(DESIG_E_DATE);
    desig_term(DESIG_TERMS_PART, 1);
    desig_term_value(DESIG_TERMS_FACT_TYPE, "remark");
    desig_format_at(0);
    desig_file_set_at(0);
}

static void date(subject *s) {
    desig_date parsed;
    char written[DESIG_DATE_TEXT];
    desig_date_parse(s->names[0], DESIG_DATE_DMY, &parsed);
    if (desig_date_parse("between 20 May 1960 and circa 1962", DESIG_DATE_DMY, &parsed) == DESIG_OK)
        desig_date_before(&parsed, &parsed);
    desig_date_format(&parsed, written);
    expect(desig_date_make(2021, 5, 20, &parsed), "make a date");
    desig_date_is_day(&parsed, NULL);
}

static void make_index(subject *s) {
    expect(desig_index_new(s->list, NULL, NULL, &s->index, NULL), "make an index");
}

static void find(subject *s) {
    for (size_t i = 0; i < 6; i++) {
        static desig_match matches[100];
        size_t count = 0;
        desig_error error;
        desig_query query = {.name = s->names[i],
                             .identifier = "A-1",
                             .nationality = "Ruritania",
                             .weak = DESIG_WEAK_FULL,
                             .min_score = 0.01};
        desig_index_find(s->index, &query, matches, 100, &count, &error);
    }
}

static void compare(subject *s) {
    for (size_t i = 0; i < 6; i++)
        for (size_t j = 0; j < 6; j++)
            for (unsigned kind = 0; kind <= DESIG_KIND_AIRCRAFT; kind++)
                desig_name_compare(s->names[i], s->names[j], (desig_kind)kind);
}

static void explain(subject *s) {
    static desig_explanation why;
    for (size_t i = 0; i < 6; i++)
        for (size_t j = 0; j < 6; j++)
            for (unsigned kind = 0; kind <= DESIG_KIND_AIRCRAFT; kind++) {
                static char line[LONG];
                expect(desig_name_explain(s->names[i], s->names[j], (desig_kind)kind, &why), "explain");
                desig_explanation_text(&why, line, sizeof line);
            }
}

static void release(subject *s) {
    desig_index_free(s->index);
    desig_list_free(s->list);
    desig_list_free(s->copy);
    desig_list_free(s->ledger);
    desig_list_free(s->published);
}

static const struct call {
    const char *name;
    void (*make)(subject *s);
} calls[] = {
    {"read and add", read_and_add},
    {"write", write_all},
    {"copy", copy},
    {"rows", rows},
    {"merge", merge},
    {"add editions", add_editions},
    {"published", publish},
    {"difference", differ},
    {"status", standing},
    {"days of a status", days},
    {"words", words},
    {"date", date},
    {"make an index", make_index},
    {"find", find},
    {"compare", compare},
    {"explain", explain},
    {"key", key},
    {"release", release},
};

/* ---- On a small stack ---- */

typedef struct errand {
    subject *of;
    const struct call *call;
    const walk_step *step;
} errand;

static void *run(void *context) {
    const errand *e = context;
    if (e->call) e->call->make(e->of);
    if (e->step) expect(e->step->take(&e->of->walk), e->step->name);
    return NULL;
}

/* Run an errand on a painted stack between guard pages; how many bytes of the paint it touched. */
static size_t run_painted(errand *e) {
    size_t guard = (size_t)sysconf(_SC_PAGESIZE);
    size_t size = STACK + 2 * guard;
    pthread_attr_t attributes;
    pthread_t thread;
    unsigned char *mapped = mmap(NULL, size, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_STACK, -1, 0);
    if (mapped == MAP_FAILED || mprotect(mapped + guard, STACK, PROT_READ | PROT_WRITE))
        fail("stack", "no memory");
    unsigned char *stack = mapped + guard;
    memset(stack, PAINT, STACK);
    if (pthread_attr_init(&attributes) || pthread_attr_setstack(&attributes, stack, STACK) ||
        pthread_create(&thread, &attributes, run, e) || pthread_join(thread, NULL))
        fail("thread", "cannot run");
    size_t untouched = 0;
    while (untouched < STACK && stack[untouched] == PAINT) untouched++;
    pthread_attr_destroy(&attributes);
    munmap(mapped, size);
    return STACK - untouched;
}

static int check(subject *s, const struct call *call, const walk_step *step, size_t own) {
    size_t taken = run_painted(&(errand){s, call, step}) - own;
    printf("%-30s %6zu bytes of stack\n", call ? call->name : step->name, taken);
    return taken > ALLOWED;
}

int main(void) {
    subject *s = calloc(1, sizeof *s);
    const walk_step *step;
    int over = 0;
    if (!s) fail("subject", "no memory");
    snprintf(s->path, sizeof s->path, "small_stack.%ld.csv", (long)getpid());
    make_names(s);
    make_files(s);
    run_painted(&(errand){s, NULL, NULL});              /* the first thread takes more, to set threads up */
    size_t own = run_painted(&(errand){s, NULL, NULL}); /* what a thread takes that does nothing */
    for (size_t i = 0; (step = walk_step_at(i)); i++) over += check(s, NULL, step, own);
    for (size_t i = 0; i < sizeof calls / sizeof *calls; i++) over += check(s, &calls[i], NULL, own);
    walk_end(&s->walk);
    free(s->designations.bytes);
    free(s->statements.bytes);
    for (size_t e = 0; e < EDITIONS; e++) free(s->editions[e].bytes);
    free(s);
    if (over) fprintf(stderr, "%d calls take more than %d bytes of stack\n", over, ALLOWED);
    return over > 0;
}
