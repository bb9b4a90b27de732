/* How fast names are found, and what that costs. */
#include "bench.h"

#include "../counting.h"

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { QUERIES = 4000, ROOM = 100 };

typedef struct asking {
    const desig_index *index;
    const char *const *queries;
    size_t from, to;
    double *times; /* of each query, seconds; NULL: not kept */
} asking;

static void *ask(void *context) {
    const asking *a = context;
    for (size_t i = a->from; i < a->to; i++) {
        desig_match m[ROOM];
        desig_query query = {.name = a->queries[i]};
        double start = now();
        index_ask(a->index, &query, m, ROOM);
        if (a->times) a->times[i] = now() - start;
    }
    return NULL;
}

/* Half ordinary names, half listed ones with a typing error. */
static const char **make_queries(const desig_list *list) {
    const char **queries = allocate(QUERIES * sizeof *queries);
    set names = set_read("eval/ordinary-names.csv");
    dice d = {11};
    for (size_t i = 0; i < QUERIES; i++) {
        char typed[TYPED];
        if (i % 2 == 0) {
            queries[i] = names.rows[dice_below(&d, names.count)].field[0];
            continue;
        }
        const desig_record *record = desig_list_at(list, dice_below(&d, desig_list_count(list)));
        mistype(record->names[dice_below(&d, record->name_count)].text, &d, typed);
        char *kept = allocate(strlen(typed) + 1);
        queries[i] = strcpy(kept, typed);
    }
    return queries;
}

static int by_value(const void *a, const void *b) {
    double left = *(const double *)a;
    double right = *(const double *)b;
    return (left > right) - (left < right);
}

typedef struct spread {
    double median, p99;
} spread;

static spread spread_of(double *times, size_t count) {
    qsort(times, count, sizeof *times, by_value);
    return (spread){times[count / 2], times[count * 99 / 100]};
}

static void show(const char *what, spread s) {
    printf("%-58s median %9.1f us  p99 %9.1f us  (%.1f x)  %9.0f a second\n", what, 1e6 * s.median,
           1e6 * s.p99, s.p99 / s.median, 1 / s.median);
}

/* The least of three runs for each query: what else the machine does is no cost of ours. */
static spread time_find(const desig_index *index, const char *const *queries) {
    double *least = allocate(QUERIES * sizeof *least);
    double *times = allocate(QUERIES * sizeof *times);
    for (int run = 0; run < 3; run++) {
        asking a = {index, queries, 0, QUERIES, times};
        ask(&a);
        for (size_t i = 0; i < QUERIES; i++)
            if (run == 0 || times[i] < least[i]) least[i] = times[i];
    }
    spread s = spread_of(least, QUERIES);
    free(least);
    free(times);
    return s;
}

static const char **strong_names(const desig_list *list, size_t *count) {
    size_t total = 0;
    for (size_t i = 0; i < desig_list_count(list); i++) total += desig_list_at(list, i)->name_count;
    const char **names = allocate(total * sizeof *names);
    *count = 0;
    for (size_t i = 0; i < desig_list_count(list); i++)
        for (uint32_t n = 0; n < desig_list_at(list, i)->name_count; n++)
            if (desig_list_at(list, i)->names[n].strength != DESIG_STRENGTH_WEAK)
                names[(*count)++] = desig_list_at(list, i)->names[n].text;
    return names;
}

enum { SCANS = 400 };

static spread time_jaro(const desig_list *list, const char *const *queries) {
    size_t count = 0;
    const char **names = strong_names(list, &count);
    jaro_list *scanned = jaro_new(names, count);
    double times[SCANS];
    size_t found = 0;
    for (size_t i = 0; i < SCANS; i++) {
        double start = now();
        found += jaro_scan(scanned, queries[i], 0.80);
        times[i] = now() - start;
    }
    spread s = spread_of(times, SCANS);
    char what[96];
    snprintf(what, sizeof what, "Jaro-Winkler over %zu names (%.0f alerts a query)", count,
             (double)found / SCANS);
    show(what, s);
    return s;
}

static void time_exhaustive(const desig_list *list, const char *const *queries) {
    enum { COMPARED = 12 };
    double times[COMPARED];
    for (size_t q = 0; q < COMPARED; q++) {
        double sum = 0;
        double start = now();
        for (size_t i = 0; i < desig_list_count(list); i++) {
            const desig_record *record = desig_list_at(list, i);
            for (uint32_t n = 0; n < record->name_count; n++)
                sum += desig_name_compare(queries[q], record->names[n].text, (desig_kind)record->kind);
        }
        times[q] = now() - start;
        if (sum < 0) fail("a score below 0");
    }
    show("the same comparison with every name", spread_of(times, COMPARED));
}

static double time_threads(const desig_index *index, const char *const *queries, size_t threads) {
    double best = 0;
    for (int run = 0; run < 5; run++) {
        pthread_t thread[2];
        asking a[2];
        double start = now();
        for (size_t t = 0; t < threads; t++) {
            a[t] = (asking){index, queries, QUERIES * t / threads, QUERIES * (t + 1) / threads, NULL};
            if (pthread_create(&thread[t], NULL, ask, &a[t])) fail("no thread");
        }
        for (size_t t = 0; t < threads; t++) pthread_join(thread[t], NULL);
        double seconds = now() - start;
        if (run == 0 || seconds < best) best = seconds;
    }
    return best;
}

void measure_speed(void) {
    desig_list *list = sdn_read();
    desig_index *index = index_build(list, NULL);
    const char **queries = make_queries(list);
    printf("\n4. Speed on one core: %d queries (half ordinary names, half mistyped listed ones), SDN list\n",
           QUERIES);
    spread found = time_find(index, queries);
    show("desig_index_find() at the default threshold", found);
    spread scanned = time_jaro(list, queries);
    time_exhaustive(list, queries);
    printf("Jaro-Winkler / desig: %.0f; two threads: %.2f x one\n", scanned.median / found.median,
           time_threads(index, queries, 1) / time_threads(index, queries, 2));
    desig_index_free(index);
    desig_list_free(list);
}

/* ---- 5: growth ---- */

enum { WORDS = 16 };

static size_t split(char *text, char *words[WORDS]) {
    size_t count = 0;
    for (char *word = strtok(text, " ,"); word && count < WORDS; word = strtok(NULL, " ,"))
        words[count++] = word;
    return count;
}

/* A name of one real name's pattern: each of its words is replaced by the word at that place in another. */
static void make_up(const desig_list *list, dice *d, char made[TYPED], desig_kind *kind) {
    char text[TYPED];
    char *words[WORDS];
    const desig_record *pattern = desig_list_at(list, dice_below(d, desig_list_count(list)));
    snprintf(text, sizeof text, "%s", pattern->names[dice_below(d, pattern->name_count)].text);
    size_t count = split(text, words);
    size_t at = 0;
    *kind = (desig_kind)pattern->kind;
    made[0] = '\0';
    for (size_t i = 0; i < count; i++) {
        char other_text[TYPED];
        char *other_words[WORDS];
        const desig_record *other = desig_list_at(list, dice_below(d, desig_list_count(list)));
        for (int t = 0; t < 20 && other->kind != pattern->kind; t++)
            other = desig_list_at(list, dice_below(d, desig_list_count(list)));
        snprintf(other_text, sizeof other_text, "%s", other->names[dice_below(d, other->name_count)].text);
        size_t other_count = split(other_text, other_words);
        if (other_count == 0) continue;
        at += (size_t)snprintf(made + at, TYPED - at, "%s%s", at ? " " : "",
                               other_words[i < other_count ? i : other_count - 1]);
    }
}

static desig_list *made_up_list(const desig_list *list, size_t count) {
    desig_list *out = NULL;
    dice d = {13};
    if (desig_list_new(NULL, &out)) fail("no list");
    for (size_t i = 0; i < count; i++) {
        char id[32];
        char made[TYPED];
        desig_kind kind;
        make_up(list, &d, made, &kind);
        snprintf(id, sizeof id, "made-up:%zu", i);
        const desig_name name = {.text = made, .strength = DESIG_STRENGTH_STRONG};
        const desig_record record = {.id = id, .names = &name, .name_count = 1, .kind = kind};
        if (desig_list_add(out, &record, NULL)) fail("a record cannot be added");
    }
    return out;
}

static spread grow(const desig_list *list, const char *label, const char *const *queries) {
    counting count = {0};
    desig_allocator allocator = counting_allocator(&count);
    size_t names = 0;
    for (size_t i = 0; i < desig_list_count(list); i++) names += desig_list_at(list, i)->name_count;
    double start = now();
    desig_index *index = index_build(list, &allocator);
    double built = now() - start;
    printf("%-24s %8zu names: built in %.2f s, %.1f bytes a name (at most %.1f while building)\n", label,
           names, built, (double)count.outstanding / (double)names, (double)count.peak / (double)names);
    spread s = time_find(index, queries);
    show(label, s);
    desig_index_free(index);
    return s;
}

void measure_growth(void) {
    desig_list *list = sdn_read();
    const char **queries = make_queries(list);
    puts("\n5. Growth: a made-up list of a million names from the parts of the real one");
    spread small = grow(list, "SDN list", queries);
    desig_list *large = made_up_list(list, 1000000);
    spread big = grow(large, "made-up list", queries);
    printf("a query: %.1f x (median), %.1f x (p99)\n", big.median / small.median, big.p99 / small.p99);
    desig_list_free(large);
    desig_list_free(list);
}
