#define _POSIX_C_SOURCE 200809L

#include "io/tell.h"

#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <time.h>
#include <unistd.h>

static int only_errors;

void tell_only_errors(void) {
    only_errors = 1;
}

static void print_line(const char *format, va_list arguments) {
    vfprintf(stderr, format, arguments);
    fputc('\n', stderr);
}

void note(const char *format, ...) {
    va_list arguments;
    if (only_errors) return;
    va_start(arguments, format);
    print_line(format, arguments);
    va_end(arguments);
}

int fail(const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    print_line(format, arguments);
    va_end(arguments);
    return EXIT_ERROR;
}

static void print_place(const char *file, uint64_t line, uint32_t column, const char *severity,
                        const char *field) {
    fputs(file && *file ? file : "desig", stderr);
    if (line > 0) fprintf(stderr, ":%" PRIu64, line);
    if (line > 0 && column > 0) fprintf(stderr, ":%" PRIu32, column);
    if (severity) fprintf(stderr, ": %s", severity);
    if (field && *field) fprintf(stderr, ": %s", field);
    fputs(": ", stderr);
}

int complain(const desig_error *error) {
    print_place(error->file, error->line, error->column, NULL, error->field);
    return fail("%s", error->message[0] ? error->message : desig_result_text(error->result));
}

void complain_of(const desig_diagnostic *diagnostic) {
    const int is_error = diagnostic->severity == DESIG_SEVERITY_ERROR;
    if (only_errors && !is_error) return;
    print_place(diagnostic->file, diagnostic->line, diagnostic->column,
                is_error ? NULL : desig_term(DESIG_TERMS_SEVERITY, diagnostic->severity), diagnostic->field);
    fprintf(stderr, "%s\n", diagnostic->message);
}

const char *plural(uint64_t count) {
    return count == 1 ? "" : "s";
}

/* ---- Progress ---- */

enum { FIRST_AFTER_MS = 1000, AGAIN_AFTER_MS = 200 };

static int64_t now_ms(void) {
    struct timespec now = {0};
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static struct {
    const char *what;
    const char *unit;
    int64_t started; /* in milliseconds */
    int64_t printed;
    int on;
} progress;

const desig_callbacks *progress_begin(const char *what, const char *unit) {
    static const desig_callbacks callbacks = {DESIG_INIT(desig_callbacks), .progress = progress_tell};
    progress.what = what;
    progress.unit = unit;
    progress.started = now_ms();
    progress.printed = 0;
    progress.on = !only_errors && isatty(STDERR_FILENO);
    return &callbacks;
}

int progress_tell(void *none, uint64_t done, uint64_t total) {
    (void)none;
    if (!progress.on) return 0;
    int64_t now = now_ms();
    if (now - progress.started < FIRST_AFTER_MS || now - progress.printed < AGAIN_AFTER_MS) return 0;
    progress.printed = now;
    fprintf(stderr, "\r%s: %" PRIu64, progress.what, done);
    if (total > 0) fprintf(stderr, " of %" PRIu64, total);
    fprintf(stderr, " %s\033[K", progress.unit);
    return 0;
}

void progress_end(void) {
    if (progress.printed > 0) fputs("\r\033[K", stderr);
}
