#define _XOPEN_SOURCE 700

#include "screening/receipt.h"

#include <errno.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "io/tell.h"
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
    if (stat(path, &found) != 0 || sha256_file(path, hex, &bytes) != 0)
        return fail("%s: cannot be digested: %s", path, strerror(errno));
    keyed_text(receipt->to, "sha256", hex);
    keyed(receipt->to, "bytes", "%" PRIu64, bytes);
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
    return fail("%s: was changed while it was screened; there is no receipt", path);
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
    OUT_STRING(columns);
    for (int i = 0; i < NAMES_FIELDS; i++) {
        const char *word = names_field_word((names_field)i);
        if (names->columns[i] == NO_COLUMN) continue;
        out_append(&columns, "%s%s=%s", columns.length > 0 ? "," : "", word,
                   options->columns.names[i] ? options->columns.names[i] : word);
    }
    keyed_text(to, "columns", out_text(&columns));
}

/* The keys are the options by which the same is done again. */
static void put_parameters(FILE *to, const screening_job *screening) {
    static const char *const styles[] = {"", "dmy", "mdy"}; /* in the order of desig_date_style */
    const screen_options *options = screening->options;
    const char delimiter[] = {screening->names->sheet.header->delimiter, '\0'};
    keyed_heading(to, receipt_parameters, "");
    keyed_text(to, "names", options->names);
    put_columns(to, options, screening->names);
    keyed_text(to, "delimiter", *delimiter == '\t' ? "tab" : delimiter);
    keyed_text(to, "date-format", styles[options->date_style]);
    keyed(to, "min-score", "%.15g", options->query.min_score);
    keyed(to, "limit", "%zu", options->limit);
    keyed_text(to, "weak", desig_term(DESIG_TERMS_WEAK_POLICY, (unsigned)options->query.weak));
    keyed_text(to, "list", options->filter.list);
    keyed_text(to, "program", options->filter.program);
    keyed_text(to, "since", options->since.given ? DAY_TEXT(options->since.day) : NULL);
    keyed_text(to, "on", DAY_TEXT(screening->day));
    keyed_text(to, "as-of", DATE_TEXT(&options->shared.reading.as_of));
    keyed_text(to, "map", options->shared.reading.map);
    keyed_text(to, "all", options->all ? "yes" : "no");
    keyed(to, "threads", "%zu", options->threads);
}

static void put_edition(const screen_receipt *receipt, const desig_date *edition) {
    int64_t today = receipt->started.tv_sec / SECONDS_A_DAY;
    keyed_text(receipt->to, "edition", date_is_unknown(edition) ? "unknown" : DATE_TEXT(edition));
    if (edition->last_precision == DESIG_PRECISION_NONE)
        keyed_text(receipt->to, "age in days", "unknown");
    else
        keyed(receipt->to, "age in days", "%" PRId64, today - edition->last);
}

typedef struct receipt_count {
    const char *key;
    uint64_t count;
} receipt_count;

static void put_counts(FILE *to, const receipt_count *counts, size_t count) {
    for (size_t i = 0; i < count; i++) keyed(to, counts[i].key, "%" PRIu64, counts[i].count);
}

#define PUT_COUNTS(to, ...)                                                                                  \
    put_counts(to, (const receipt_count[]){__VA_ARGS__},                                                     \
               sizeof((const receipt_count[]){__VA_ARGS__}) / sizeof(receipt_count))

static int put_list(const screen_receipt *receipt, const lists_entry *entry) {
    const desig_report *report = &entry->report;
    int status = 0;
    keyed_heading(receipt->to, receipt_list, entry->name);
    keyed_text(receipt->to, "format", report->format);
    put_edition(receipt, &entry->as_of);
    PUT_COUNTS(receipt->to, {"rows read", report->rows}, {"rows kept raw", report->bad_rows},
               {"rows doubled", report->doubled_rows}, {"records kept", report->records},
               {"errors", report->errors}, {"warnings", report->warnings}, {"notes", report->notes});
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

int receipt_begin(const screen_receipt *receipt, const list_set *lists, const screening_job *screening) {
    int status = 0;
    put_run(receipt);
    put_parameters(receipt->to, screening);
    for (size_t i = 0; i < lists->count && status == 0; i++) status = put_list(receipt, &lists->entries[i]);
    keyed_heading(receipt->to, receipt_alerts, "");
    return status;
}

/* ---- After the screening ---- */

static int put_parties(screen_receipt *receipt, const screening_job *screening) {
    const char *names = screening->options->names;
    FILE *to = receipt->to;
    int status = 0;
    keyed_heading(to, "parties ", screening->names->sheet.name);
    if (is_standard_input(names)) {
        char hex[SHA256_HEX];
        sha256_end_hex(&receipt->input, hex);
        keyed_text(to, "sha256", hex);
        keyed(to, "bytes", "%" PRIu64, receipt->input_bytes);
    } else {
        status = put_file(receipt, names);
    }
    PUT_COUNTS(to, {"rows", screening->rows}, {"rows with a match", screening->matched},
               {"rows without", screening->rows - screening->matched - screening->unscreenable},
               {"rows unscreenable", screening->unscreenable},
               {"rows with evidence not understood", screening->doubtful},
               {"rows with as many matches as the limit", screening->full},
               {"empty lines", screening->names->sheet.empty_lines});
    return status;
}

static void put_output(FILE *to, const screening_job *screening) {
    sha256 digest = screening->digest;
    char hex[SHA256_HEX];
    sha256_end_hex(&digest, hex);
    keyed_heading(to, "output", "");
    PUT_COUNTS(to, {"matches", screening->matches}, {"bytes", screening->bytes});
    keyed_text(to, "sha256", hex);
    fprintf(to, "\n%s\n", match_caution);
}

int receipt_end(screen_receipt *receipt, const list_set *lists, const screening_job *screening) {
    const char *names = screening->options->names;
    int status = put_parties(receipt, screening);
    put_output(receipt->to, screening);
    if (status == 0 && !is_standard_input(names)) status = changed_meanwhile(receipt, names);
    for (size_t i = 0; i < lists->count; i++) {
        const lists_entry *entry = &lists->entries[i];
        for (size_t f = 0; f < entry->file_count && status == 0; f++)
            if (entry->files[f].path) status = changed_meanwhile(receipt, entry->files[f].path);
    }
    return status;
}
