/* What a ledger costs, against libcsv's bare pass over the same bytes, in one run.
 *
 * Usage: bench_ledger DIRECTORY, of editions named by their days (data/ofac/sdn-daily.tar.xz, unpacked). Each
 * file is read from the page cache, by both sides; the best of RUNS counts. */
#define _POSIX_C_SOURCE 200809L

#include "../counting.h"
#include "../text.h"

#include <csv.h>
#include <glob.h>
#include <stdio.h>
#include <sys/stat.h>
#include <time.h>

enum { RUNS = 3, BLOCK = 64 * 1024 };

static glob_t files;

static void fail(const char *what) {
    fprintf(stderr, "bench_ledger: %s\n", what);
    exit(2);
}

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static void on_cell(void *cell, size_t length, void *context) {
    (void)cell, (void)length, (void)context;
}

static void on_row(int last, void *context) {
    (void)last, (void)context;
}

static double bare_pass(void) {
    static char block[BLOCK];
    double start = now();
    for (size_t i = 0; i < files.gl_pathc; i++) {
        FILE *file = fopen(files.gl_pathv[i], "rb");
        struct csv_parser parser;
        size_t got;
        if (!file || csv_init(&parser, 0)) fail(files.gl_pathv[i]);
        while ((got = fread(block, 1, sizeof block, file)) > 0)
            if (csv_parse(&parser, block, got, on_cell, on_row, NULL) != got) fail("libcsv");
        csv_fini(&parser, on_cell, on_row, NULL);
        csv_free(&parser);
        fclose(file);
    }
    return now() - start;
}

static desig_list *add_all(const desig_allocator *allocator) {
    desig_list *ledger = NULL;
    if (desig_list_new(allocator, &ledger)) fail("no memory");
    for (size_t i = 0; i < files.gl_pathc; i++) {
        desig_source source = {.path = files.gl_pathv[i]};
        if (desig_list_add_edition(ledger, &source, 1, NULL, NULL, NULL, NULL)) fail(source.path);
    }
    return ledger;
}

static double add_pass(void) {
    double start = now();
    desig_list *ledger = add_all(NULL);
    double seconds = now() - start;
    desig_list_free(ledger);
    return seconds;
}

static text ledger_text;

static double bare_ledger_pass(void) {
    struct csv_parser parser;
    double start = now();
    if (csv_init(&parser, 0)) fail("libcsv does not start");
    for (size_t done = 0; done < ledger_text.length; done += BLOCK) {
        size_t left = ledger_text.length - done;
        csv_parse(&parser, ledger_text.bytes + done, left < BLOCK ? left : BLOCK, on_cell, on_row, NULL);
    }
    csv_fini(&parser, on_cell, on_row, NULL);
    csv_free(&parser);
    return now() - start;
}

static double read_ledger(void) {
    desig_source source = {.data = ledger_text.bytes, .length = ledger_text.length, .name = "ledger"};
    desig_list *list = NULL;
    double start = now();
    if (desig_list_new(NULL, &list) || desig_list_read(list, &source, 1, NULL, NULL, NULL))
        fail("the ledger");
    double seconds = now() - start;
    desig_list_free(list);
    return seconds;
}

static double best_of(double (*step)(void), int runs) {
    double best = step();
    for (int i = 1; i < runs; i++) {
        double seconds = step();
        if (seconds < best) best = seconds;
    }
    return best;
}

/* Ask for the status of every record on one day after the newest edition and on one in the middle. */
static double ask(const desig_list *ledger) {
    size_t asked = 0;
    const desig_record *record;
    const desig_edition *middle = desig_list_edition(ledger, desig_list_edition_count(ledger) / 2 + 1);
    double start = now();
    for (size_t i = 0; (record = desig_list_at(ledger, i)) != NULL; i++, asked++) {
        desig_standing overall;
        desig_status_on(record, middle->copied.last + 1, &overall, NULL, 0);
    }
    return (now() - start) / (double)asked;
}

int main(int argc, char **argv) {
    char pattern[4096];
    off_t bytes = 0, largest = 0;
    if (argc != 2) fail("which directory?");
    snprintf(pattern, sizeof pattern, "%s/20*.csv", argv[1]);
    if (glob(pattern, 0, NULL, &files) != 0) fail("no editions");
    for (size_t i = 0; i < files.gl_pathc; i++) {
        struct stat about;
        if (stat(files.gl_pathv[i], &about) != 0) fail(files.gl_pathv[i]);
        bytes += about.st_size;
        if (about.st_size > largest) largest = about.st_size;
    }
    printf("%zu editions, %lld bytes, the largest %lld; best of %d\n", files.gl_pathc, (long long)bytes,
           (long long)largest, RUNS);
    double bare = best_of(bare_pass, RUNS), adding = best_of(add_pass, RUNS);
    printf("libcsv's bare pass over all      %8.2f s\n", bare);
    printf("adding all                       %8.2f s   %5.2f x the bare pass\n", adding, adding / bare);

    counting count = {0};
    desig_allocator allocator = counting_allocator(&count);
    desig_list *ledger = add_all(&allocator);
    printf("at most, while adding            %8zu KiB %5.2f x the largest edition\n", count.peak / 1024,
           (double)count.peak / (double)largest);
    desig_sink sink = {.write = text_append, .context = &ledger_text};
    if (desig_list_write(ledger, &sink, NULL, NULL, NULL)) fail("writing");
    printf("the ledger's file                %8zu KiB %5.2f x the largest edition\n",
           ledger_text.length / 1024, (double)ledger_text.length / (double)largest);
    bare = best_of(bare_ledger_pass, 4 * RUNS);
    double reading = best_of(read_ledger, 4 * RUNS);
    printf("reading it                       %8.2f ms  %5.2f x the bare pass over it (%.2f ms)\n",
           reading * 1e3, reading / bare, bare * 1e3);
    printf("status of a record on a day      %8.0f ns\n", ask(ledger) * 1e9);
    desig_list_free(ledger);
    free(ledger_text.bytes);
    globfree(&files);
    return count.outstanding != 0;
}
