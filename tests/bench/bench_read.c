/* What reading a list costs, against libcsv's bare pass over the same bytes.
 *
 * Every figure is the best of 20 runs, each in a process of its own that has done nothing before but what the
 * measured step needs: the pages that it touches are paid for by it, as in a program that starts up and
 * reads its lists. The files are in memory before. Usage: bench_read [FILE...], the files of one list; OFAC's
 * if there is none. */
#define _POSIX_C_SOURCE 200809L

#include "../counting.h"

#include <csv.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { RUNS = 20, MOST_FILES = 16, BLOCK = 64 * 1024 };

#define OFAC SHARED_DIR "/data/ofac/2023-12-28/"

static const char *const default_paths[] = {OFAC "sdn.csv", OFAC "add.csv", OFAC "alt.csv",
                                            OFAC "sdn_comments.csv"};

static desig_source sources[MOST_FILES];
static size_t source_count;
static size_t total_bytes;

static void fail(const char *what) {
    fprintf(stderr, "bench_read: %s\n", what);
    exit(2);
}

static void load(const char *path) {
    if (source_count == MOST_FILES) fail("too many files");
    desig_source *source = &sources[source_count++];
    FILE *file = fopen(path, "rb");
    if (!file) fail(path);
    fseek(file, 0, SEEK_END);
    source->length = (size_t)ftell(file);
    rewind(file);
    char *data = malloc(source->length);
    if (!data || fread(data, 1, source->length, file) != source->length) fail(path);
    fclose(file);
    source->data = data;
    source->name = path;
    total_bytes += source->length;
}

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static desig_list *import(const desig_allocator *allocator) {
    desig_list *list = NULL;
    if (desig_list_new(allocator, &list) || desig_list_read(list, sources, source_count, NULL, NULL, NULL))
        fail("the files cannot be read");
    return list;
}

static desig_index *build(const desig_list *list, const desig_allocator *allocator) {
    desig_index *index = NULL;
    if (desig_index_new(list, allocator, NULL, &index, NULL)) fail("the index cannot be built");
    return index;
}

/* ---- The steps: each returns how long its measured part took ---------------------------------------- */

static void on_cell(void *cell, size_t length, void *context) {
    (void)cell, (void)length, (void)context;
}

static void on_row(int last, void *context) {
    (void)last, (void)context;
}

/* Of the two that lists have, the one of which a file's beginning has more. */
static unsigned char delimiter_of(const desig_source *source) {
    const char *data = source->data;
    long balance = 0;
    for (size_t i = 0; i < source->length && i < 1024; i++) balance += (data[i] == ';') - (data[i] == ',');
    return balance > 0 ? ';' : ',';
}

static double bare_pass(void) {
    double start = now();
    for (size_t i = 0; i < source_count; i++) {
        struct csv_parser parser;
        if (csv_init(&parser, 0)) fail("libcsv does not start");
        csv_set_delim(&parser, delimiter_of(&sources[i]));
        const char *data = sources[i].data;
        for (size_t done = 0; done < sources[i].length; done += BLOCK) {
            size_t left = sources[i].length - done;
            size_t size = left < BLOCK ? left : BLOCK;
            if (csv_parse(&parser, data + done, size, on_cell, on_row, NULL) != size) fail("libcsv");
        }
        csv_fini(&parser, on_cell, on_row, NULL);
        csv_free(&parser);
    }
    return now() - start;
}

static double import_step(void) {
    double start = now();
    import(NULL);
    return now() - start;
}

static double index_step(void) {
    const desig_list *list = import(NULL);
    double start = now();
    build(list, NULL);
    return now() - start;
}

static int discard(void *context, const void *bytes, size_t length) {
    (void)bytes;
    *(size_t *)context += length;
    return 0;
}

static double export_step(void) {
    const desig_list *list = import(NULL);
    size_t written = 0;
    desig_sink sink = {.write = discard, .context = &written};
    double start = now();
    if (desig_list_write(list, &sink, NULL, NULL, NULL)) fail("the list cannot be written");
    return now() - start;
}

/* ---- Measuring ------------------------------------------------------------------------------------- */

static double in_fresh_process(double (*step)(void)) {
    int ends[2];
    double seconds = 0;
    if (pipe(ends)) fail("pipe");
    pid_t child = fork();
    if (child < 0) fail("fork");
    if (child == 0) {
        seconds = step();
        _exit(write(ends[1], &seconds, sizeof seconds) != sizeof seconds);
    }
    close(ends[1]);
    int failed = read(ends[0], &seconds, sizeof seconds) != sizeof seconds;
    close(ends[0]);
    int status = 0;
    waitpid(child, &status, 0);
    if (failed || status) fail("a run failed");
    return seconds;
}

static double best_of_runs(double (*step)(void)) {
    double best = in_fresh_process(step);
    for (int i = 1; i < RUNS; i++) {
        double seconds = in_fresh_process(step);
        if (seconds < best) best = seconds;
    }
    return best;
}

static void show_memory(const char *what, size_t bytes) {
    printf("%-36s %9zu KiB  %6.2f x the files' bytes\n", what, bytes / 1024,
           (double)bytes / (double)total_bytes);
}

int main(int argc, char **argv) {
    for (int i = 1; i < argc; i++) load(argv[i]);
    for (size_t i = 0; argc < 2 && i < sizeof default_paths / sizeof *default_paths; i++)
        load(default_paths[i]);
    printf("%s%s: %zu bytes; best of %d, each in a fresh process\n", sources[0].name,
           source_count > 1 ? " and its companions" : "", total_bytes, RUNS);

    static const struct {
        const char *name;
        double (*run)(void);
    } steps[] = {{"libcsv's bare pass", bare_pass},
                 {"import into a list", import_step},
                 {"index of the names", index_step},
                 {"export to statements", export_step}};
    double bare = 0;
    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
        double seconds = best_of_runs(steps[i].run);
        if (i == 0) bare = seconds;
        printf("%-36s %9.2f ms   %6.2f x the bare pass\n", steps[i].name, seconds * 1e3, seconds / bare);
    }

    counting count = {0};
    desig_allocator allocator = counting_allocator(&count);
    desig_list *list = import(&allocator);
    show_memory("outstanding after the import", count.outstanding);
    show_memory("  at most, during the import", count.peak);
    desig_index *index = build(list, &allocator);
    show_memory("outstanding with the index", count.outstanding);
    desig_index_free(index);
    desig_list_free(list);
    if (count.outstanding) fail("memory is lost");
    return 0;
}
