/* What desig screen takes for a party: rows a second with one thread and with two, and the most memory it
 * ever holds, which must not grow with the file. Each figure of time is the best of three runs of the tool,
 * reading of the list and building of the index left out (the same run over no party at all).
 *
 * Usage: bench_screen TOOL [ROWS]. ROWS (1,000,000) is how long the long file is: the parties are the names
 * of shared/eval/ordinary-names.csv again and again, against OFAC's SDN list of 2023-12-28. */
#define _DEFAULT_SOURCE

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { RUNS = 3, SHORT_ROWS = 10000, PATH = 4096 };

typedef struct run_cost {
    double seconds;
    double processor_seconds; /* of all threads: the same however busy the machine is with other things */
    long peak_kib;
} run_cost;

static void fail(const char *what) {
    perror(what);
    exit(2);
}

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static double in_seconds(struct timeval time) {
    return (double)time.tv_sec + (double)time.tv_usec / 1e6;
}

/* A file of so many parties. */
static void make_parties(char path[PATH], long rows) {
    char line[512];
    FILE *names = fopen(SHARED_DIR "/eval/ordinary-names.csv", "r");
    snprintf(path, PATH, "/tmp/bench_screen.XXXXXX");
    int descriptor = mkstemp(path);
    FILE *file = descriptor < 0 ? NULL : fdopen(descriptor, "w");
    if (!names) fail(SHARED_DIR "/eval/ordinary-names.csv");
    if (!file) fail(path);
    if (fgets(line, sizeof line, names)) fputs(line, file);
    for (long row = 0; row < rows; row++) {
        if (!fgets(line, sizeof line, names)) {
            rewind(names);
            if (!fgets(line, sizeof line, names) || !fgets(line, sizeof line, names)) fail("the names");
        }
        fputs(line, file);
    }
    fclose(names);
    if (fclose(file) != 0) fail(path);
}

static run_cost run_tool(const char *tool, const char *parties, const char *threads) {
    static const char list[] = SHARED_DIR "/data/ofac/2023-12-28/sdn.csv";
    struct rusage usage = {0};
    int status = 0;
    double start = now();
    pid_t child = fork();
    if (child == 0) {
        if (!freopen("/dev/null", "w", stderr)) _exit(2);
        execl(tool, tool, "screen", list, "--names", parties, "--threads", threads, "--output", "/dev/null",
              (char *)NULL);
        _exit(2);
    }
    if (child < 0 || wait4(child, &status, 0, &usage) != child) fail("the tool");
    if (!WIFEXITED(status) || WEXITSTATUS(status) == 2) fail(tool);
    double seconds = now() - start;
    return (run_cost){seconds, in_seconds(usage.ru_utime) + in_seconds(usage.ru_stime), usage.ru_maxrss};
}

static run_cost best_of(const char *tool, const char *parties, const char *threads, int runs) {
    run_cost best = run_tool(tool, parties, threads);
    for (int i = 1; i < runs; i++) {
        run_cost next = run_tool(tool, parties, threads);
        if (next.seconds < best.seconds) best.seconds = next.seconds;
        if (next.processor_seconds < best.processor_seconds) best.processor_seconds = next.processor_seconds;
        if (next.peak_kib > best.peak_kib) best.peak_kib = next.peak_kib;
    }
    return best;
}

static void print_line(const char *tool, const char *threads, long rows, int runs, const run_cost *nobody) {
    char parties[PATH];
    make_parties(parties, rows);
    run_cost cost = best_of(tool, parties, threads, runs);
    printf("| %7ld | %s | %.0f | %.0f µs | %ld KiB |\n", rows, threads,
           (double)rows / (cost.seconds - nobody->seconds),
           (cost.processor_seconds - nobody->processor_seconds) / (double)rows * 1e6, cost.peak_kib);
    fflush(stdout);
    unlink(parties);
}

int main(int argc, char **argv) {
    if (argc < 2) {
        fputs("usage: bench_screen TOOL [ROWS]\n", stderr);
        return 2;
    }
    char empty[PATH];
    make_parties(empty, 0);
    run_cost nobody = best_of(argv[1], empty, "1", RUNS);
    unlink(empty);
    printf("Before the first party: %.0f ms\n", nobody.seconds * 1e3);
    puts("| parties | threads | parties/s | processor time a party | peak memory |");
    puts("| ---: | ---: | ---: | ---: | ---: |");
    print_line(argv[1], "1", SHORT_ROWS, RUNS, &nobody);
    print_line(argv[1], "2", SHORT_ROWS, RUNS, &nobody);
    print_line(argv[1], "2", argc > 2 ? atol(argv[2]) : 1000000, 1, &nobody);
    return 0;
}
