/* How well, and how fast, names are found: five tables. Usage: bench_search [TABLE...] */
#define _POSIX_C_SOURCE 200809L

#include "bench.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

void fail(const char *what) {
    fprintf(stderr, "bench_search: %s\n", what);
    exit(2);
}

void *allocate(size_t size) {
    void *block = calloc(1, size);
    if (!block) fail("out of memory");
    return block;
}

double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

size_t dice_below(dice *d, size_t limit) { /* SplitMix64 */
    uint64_t x = d->state += UINT64_C(0x9E3779B97F4A7C15);
    x = (x ^ (x >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
    x = (x ^ (x >> 27)) * UINT64_C(0x94D049BB133111EB);
    return (size_t)((x ^ (x >> 31)) % limit);
}

int held_out(const char *text) {
    uint32_t hash = 2166136261U;
    for (; *text; text++) hash = (hash ^ (unsigned char)*text) * 16777619U;
    return (int)(hash >> 16 & 1);
}

static const struct {
    const char *name;
    void (*measure)(void);
} tables[] = {
    {"aliases", measure_aliases},   {"pairs", measure_pairs},   {"ordinary", measure_ordinary},
    {"speed", measure_speed},       {"growth", measure_growth}, {"scripts", measure_scripts},
    {"short", measure_short_forms}, {"peers", measure_peers},
};

int main(int argc, char **argv) {
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
        int wanted = argc == 1;
        for (int a = 1; a < argc; a++) wanted |= strcmp(argv[a], tables[i].name) == 0;
        if (wanted) tables[i].measure();
    }
    return 0;
}
