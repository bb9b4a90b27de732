#define _XOPEN_SOURCE 700

#include "screening/receipt.h"

#include <errno.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "io/args.h"
#include "screening/keyed.h"
#include "screening/match.h"

const char receipt_title[] = "desig screen receipt 1";
const char receipt_run[] = "run";
const char receipt_alerts[] = "alerts";
const char receipt_parameters[] = "parameters";
const char receipt_list[] = "list ";

enum { DAY_TEXT = 11, SECONDS_A_DAY = 86400 };

/* ---- Files ---- */

static void format_day(time_t time, char text[DAY_TEXT]) {
    struct tm day;
    if (!gmtime_r(&time, &day) || strftime(text, DAY_TEXT, "%Y-%m-%d", &day) == 0) text[0] = '\0';
}

/* Tell a file by its content, and on which day it was put here. */
static int put_file(const screen_receipt *receipt, const char *path) {
    struct stat found;
    char hex[SHA256_HEX];
    char day[DAY_TEXT];
    uint64_t bytes = 0;
    if (stat(path, &found) != 0 || sha256_file(path, hex, &bytes) != 0) {
        fprintf(stderr, "%s: cannot be digested: %s\n", path, strerror(errno));
        return EXIT_ERROR;
    }
    keyed_text(receipt->to, "sha256", hex);
    keyed_number(receipt->to, "bytes", bytes);
    format_day(found.st_mtim.tv_sec, day);
    keyed_text(receipt->to, "copied", day);
    return 0;
}

static int is_later(const struct timespec *a, const struct timespec *b) {
    return a->tv_sec > b->tv_sec || (a->tv_sec == b->tv_sec && a->tv_nsec > b->tv_nsec);
}

/* What was read may not be what was digested. */
static int changed_meanwhile(const screen_receipt *receipt, const char *path) {
    struct stat found;
    if (stat(path, &found) == 0 && !is_later(&found.st_ctim, &receipt->started)) return 0;
    fprintf(stderr, "%s: was changed while it was screened; there is no receipt\n", path);
    return EXIT_ERROR;
}

/* ---- Before the screening ---- */

void receipt_start(screen_receipt *receipt, FILE *to) {
    receipt->to = to;
    receipt->input_bytes = 0;
    sha256_begin(&receipt->input);
    clock_gettime(CLOCK_REALTIME, &receipt->started);
}

void receipt_tap(void *context, const void *bytes, size_t length) {
    screen_receipt *receipt = context;
    sha256_add(&receipt->input, bytes, length);
    receipt->input_bytes += length;
}

static void put_run(const screen_receipt *receipt) {
    char when[sizeof "2021-05-20T12:00:00Z"] = "";
    char *directory = realpath(".", NULL);
    struct tm time;
    if (gmtime_r(&receipt->started.tv_sec, &time)) strftime(when, sizeof when, "%Y-%m-%dT%H:%M:%SZ", &time);
    fprintf(receipt->to, "%s\n", receipt_title);
    keyed_heading(receipt->to, receipt_run, "");
    keyed_text(receipt->to, "library", desig_version());
    keyed_text(receipt->to, "screened", when);
    keyed_text(receipt->to, "directory", directory);
    free(directory);
}

/* Which columns were taken, also where nobody named them. */
static void put_columns(FILE *to, const screen_options *options, const names_file *names) {
    out_string columns = {0};
    for (int i = 0; i < NAMES_FIELDS; i++) {
        const char *word = names_field_word((names_field)i);
        if (names->columns[i] == NO_COLUMN) continue;
        out_append(&columns, "%s%s=%s", columns.length > 0 ? "," : "", word,
                   options->columns.names[i] ? options->columns.names[i] : word);
    }
    keyed_text(to, "columns", out_text(&columns));
    out_string_free(&columns);
}

/* The keys are the options by which the same is done again. */
static void put_parameters(FILE *to, const screen_options *options, const screening_job *screening) {
    static const char *const styles[] = {"", "dmy", "mdy"}; /* in the order of desig_date_style */
    const desig_date on = day_date(screening->day);
    const desig_date since = options->since.given ? day_date(options->since.day) : (desig_date){0};
    keyed_heading(to, receipt_parameters, "");
    keyed_text(to, "names", options->names);
    put_columns(to, options, screening->names);
    const char delimiter[] = {screening->names->sheet.header->delimiter, '\0'};
    keyed_text(to, "delimiter", *delimiter == '\t' ? "tab" : delimiter);
    keyed_text(to, "date-format", styles[options->date_style]);
    fprintf(to, "min-score = %.15g\n", screening->query.min_score);
    keyed_number(to, "limit", screening->limit);
    keyed_text(to, "weak", weak_word(screening->query.weak));
    keyed_text(to, "list", options->filter.list);
    keyed_text(to, "program", options->filter.program);
    keyed_date(to, "since", &since, "");
    keyed_date(to, "on", &on, "");
    keyed_date(to, "as-of", &options->reading.as_of, "");
    keyed_text(to, "map", options->reading.map);
    keyed_text(to, "all", screening->all ? "yes" : "no");
    keyed_number(to, "threads", screening->threads);
}

static void put_age(const screen_receipt *receipt, const desig_date *edition) {
    int64_t today = receipt->started.tv_sec / SECONDS_A_DAY;
    if (edition->last_precision == DESIG_PRECISION_NONE)
        keyed_text(receipt->to, "age in days", "unknown");
    else
        fprintf(receipt->to, "age in days = %" PRId64 "\n", today - edition->last);
}

static int put_list(const screen_receipt *receipt, const lists_entry *entry) {
    const desig_report *report = &entry->report;
    int status = 0;
    keyed_heading(receipt->to, receipt_list, entry->name);
    keyed_text(receipt->to, "format", report->format);
    keyed_date(receipt->to, "edition", &entry->as_of, "unknown");
    put_age(receipt, &entry->as_of);
    keyed_number(receipt->to, "rows read", report->rows);
    keyed_number(receipt->to, "rows kept raw", report->bad_rows);
    keyed_number(receipt->to, "rows doubled", report->doubled_rows);
    keyed_number(receipt->to, "records kept", report->records);
    keyed_number(receipt->to, "errors", report->errors);
    keyed_number(receipt->to, "warnings", report->warnings);
    keyed_number(receipt->to, "notes", report->notes);
    for (size_t i = 0; i < entry->file_count && status == 0; i++) {
        const lists_file *file = &entry->files[i];
        keyed_heading(receipt->to, "file ", file->path ? file->path : file->absent);
        if (file->path)
            status = put_file(receipt, file->path);
        else
            keyed_text(receipt->to, "absent", "what it would say was not observed");
    }
    return status;
}

int receipt_begin(const screen_receipt *receipt, const screen_options *options, const list_set *lists,
                  const screening_job *screening) {
    int status = 0;
    put_run(receipt);
    put_parameters(receipt->to, options, screening);
    for (size_t i = 0; i < lists->count && status == 0; i++) status = put_list(receipt, &lists->entries[i]);
    keyed_heading(receipt->to, receipt_alerts, "");
    return status;
}

/* ---- After the screening ---- */

static int put_parties(screen_receipt *receipt, const screen_options *options,
                       const screening_job *screening) {
    FILE *to = receipt->to;
    int status = 0;
    keyed_heading(to, "parties ", screening->names->sheet.name);
    if (is_standard_input(options->names)) {
        char hex[SHA256_HEX];
        sha256_end_hex(&receipt->input, hex);
        keyed_text(to, "sha256", hex);
        keyed_number(to, "bytes", receipt->input_bytes);
    } else {
        status = put_file(receipt, options->names);
    }
    keyed_number(to, "rows", screening->rows);
    keyed_number(to, "rows with a match", screening->matched);
    keyed_number(to, "rows without", screening->rows - screening->matched - screening->unscreenable);
    keyed_number(to, "rows unscreenable", screening->unscreenable);
    keyed_number(to, "rows with evidence not understood", screening->doubtful);
    keyed_number(to, "rows with as many matches as the limit", screening->full);
    keyed_number(to, "empty lines", screening->names->sheet.empty_lines);
    return status;
}

static void put_output(FILE *to, const screening_job *screening) {
    sha256 digest = screening->digest;
    char hex[SHA256_HEX];
    sha256_end_hex(&digest, hex);
    keyed_heading(to, "output", "");
    keyed_number(to, "matches", screening->matches);
    keyed_number(to, "bytes", screening->bytes);
    keyed_text(to, "sha256", hex);
    fprintf(to, "\n%s\n", match_caution);
}

int receipt_end(screen_receipt *receipt, const screen_options *options, const list_set *lists,
                const screening_job *screening) {
    int status = put_parties(receipt, options, screening);
    put_output(receipt->to, screening);
    if (status == 0 && !is_standard_input(options->names))
        status = changed_meanwhile(receipt, options->names);
    for (size_t i = 0; i < lists->count; i++) {
        const lists_entry *entry = &lists->entries[i];
        for (size_t f = 0; f < entry->file_count && status == 0; f++)
            if (entry->files[f].path) status = changed_meanwhile(receipt, entry->files[f].path);
    }
    return status;
}
