#define _POSIX_C_SOURCE 200809L

#include "io/progress.h"

#include <inttypes.h>
#include <stdio.h>
#include <time.h>
#include <unistd.h>

enum { FIRST_AFTER_MS = 1000, AGAIN_AFTER_MS = 200 };

static int64_t now_ms(void) {
    struct timespec now = {0};
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

void progress_start(progress_line *progress, const char *what, const char *unit) {
    progress->what = what;
    progress->unit = unit;
    progress->started = now_ms();
    progress->printed = 0;
    progress->on = isatty(STDERR_FILENO);
}

int progress_tell(void *context, uint64_t done, uint64_t total) {
    progress_line *progress = context;
    if (!progress->on) return 0;
    int64_t now = now_ms();
    if (now - progress->started < FIRST_AFTER_MS || now - progress->printed < AGAIN_AFTER_MS) return 0;
    progress->printed = now;
    fprintf(stderr, "\r%s: %" PRIu64, progress->what, done);
    if (total > 0) fprintf(stderr, " of %" PRIu64, total);
    fprintf(stderr, " %s\033[K", progress->unit);
    return 0;
}

void progress_end(progress_line *progress) {
    if (progress->printed > 0) fputs("\r\033[K", stderr);
}
