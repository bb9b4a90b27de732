/* desig screen: a CSV of parties in, a CSV of matches out. */
#include "commands/screen.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "commands/commands.h"
#include "io/ledgers.h"
#include "io/out_file.h"
#include "screening/alert.h"
#include "screening/crew.h"
#include "screening/match.h"
#include "screening/receipt.h"

/* ---- Options ---- */

static const double default_min_score = 0.80;

static const char *take_threads(const char *value, void *into) {
    size_t threads = 0;
    if (take_count(value, &threads) || threads > MOST_THREADS) return "must be a whole number from 1 to 64";
    *(size_t *)into = threads;
    return NULL;
}

/* What the options say together. NULL, or what is wrong. */
static const char *contradiction(const screen_options *o) {
    if (o->verify) return o->names || o->list_count > 0 ? "--verify takes nothing but the receipt" : NULL;
    if (o->list_count == 0) return "which list? Give at least one file, or - for standard input";
    if (!o->names) return "whom? Give --names FILE, or - for standard input";
    if (o->receipt && o->output && strcmp(o->receipt, o->output) == 0)
        return "the receipt and the output are one file";
    for (size_t i = 0; i < o->list_count; i++) {
        if (!is_standard_input(o->lists[i])) continue;
        if (is_standard_input(o->names)) return "the list and the names cannot both be standard input";
        if (o->receipt) return "a receipt needs lists that can be read again, and not standard input";
    }
    return NULL;
}

int screen_read_options(screen_options *o, int argc, char **argv, int *status) {
    o->query = (desig_query){DESIG_INIT(desig_query), .min_score = default_min_score};
    o->limit = 10;
    o->threads = 1;
    const tool_option options[] = {
        {"--names", NULL, "FILE", "the parties: a CSV with a header row; - is standard input", take_text,
         &o->names, 0},
        {"--columns", NULL, "name=C,born=C,...",
         "which columns hold what: name, born, nationality, identifier, kind, and reference, which is your "
         "own "
         "number of the party (else the columns of these names)",
         take_columns, &o->columns, 0},
        {"--delimiter", NULL, "C",
         "what separates the cells of the parties: one character, or tab (else recognised)", take_delimiter,
         &o->delimiter, 0},
        {"--date-format", NULL, "dmy|mdy", "how birth dates in figures are written, such as 05/06/1971",
         take_date_style, &o->date_style, 0},
        {"--min-score", NULL, "S", "leave out what scores less (0.80)", take_score, &o->query.min_score, 0},
        {"--limit", NULL, "N", "at most so many matches a party (10)", take_count, &o->limit, 0},
        {"--weak", NULL, "POLICY",
         "what a weak name may do: ignore, corroborate (with other evidence; the default), full (like any "
         "name)",
         take_weak, &o->query.weak, 0},
        {"--list", NULL, "L", "only records that this list ever named, such as SDN", take_text,
         &o->filter.list, 0},
        {"--program", NULL, "P", "only records that this program ever named, such as SDGT", take_text,
         &o->filter.program, 0},
        {"--since", NULL, "DATE", "only against what a ledger added or changed after that day", take_day,
         &o->since, 0},
        OPTION_ON(&o->on),
        {"--all", NULL, NULL, "a row also for every party without a match, or that cannot be screened",
         take_switch, &o->all, 0},
        OPTION_AS_OF(&o->reading),
        OPTION_MAP(&o->reading),
        {"--threads", NULL, "N", "work with N threads (1); the output is the same", take_threads, &o->threads,
         0},
        {"--output", "-o", "FILE",
         "write to a file, which appears whole or not at all (else standard output)", take_text, &o->output,
         0},
        {"--receipt", NULL, "FILE", "write what was screened against what, and how", take_text, &o->receipt,
         0},
        {"--verify", NULL, "RECEIPT", "do again what a receipt says, and compare", take_text, &o->verify, 0},
    };
    if (!args_read(&command_screen, options, sizeof options / sizeof options[0], argc, argv, &o->list_count,
                   status))
        return 0;
    o->lists = argv;
    const char *wrong = contradiction(o);
    if (wrong) *status = args_wrong(&command_screen, "%s", wrong);
    return !wrong;
}

/* ---- A run ---- */

/* Screen against a list, as it was on the day. */
static int screen_against(const past_list *past, screening_job *screening) {
    int status = EXIT_ERROR;
    desig_index *index = index_of(past->searched);
    alert_book *alerts = index ? alert_book_new(past->searched) : NULL;
    screening->past = past;
    screening->index = index;
    screening->alerts = alerts;
    if (alerts) status = screening_run(screening);
    screening->past = NULL;
    screening->index = NULL;
    screening->alerts = NULL;
    alert_book_free(alerts);
    desig_index_free(index);
    return status;
}

/* Which time answers for the records of a ledger. */
static void tell_times(const past_list *past, int32_t day) {
    time_tally times = {0};
    const desig_record *record;
    for (size_t i = 0; past->made && (record = desig_list_at(past->searched, i)) != NULL; i++) {
        desig_standing overall;
        desig_status_on(past_asked(past, record), day, &overall, NULL, 0);
        time_count(&times, &overall);
    }
    time_tell(&times, past->asked);
    past_tell_coming(past, day);
}

/* Let the filter pass only what has changed by the day of the list; only of one LIST the ledger is known. */
static int take_since(const screen_options *o, const list_set *lists, int32_t day, record_filter *filter) {
    const lists_entry *entry = &lists->entries[0];
    const desig_list *ledger = lists->count > 1 ? NULL : entry->ledger ? entry->ledger : entry->list;
    if (!o->since.given) return 0;
    return filter_since(filter, ledger, o->since.day, entry->dated ? entry->day : day);
}

static int screen_past(const screen_options *o, const list_set *lists, const past_list *past,
                       screening_job *result, screen_receipt *receipt) {
    record_filter filter = o->filter;
    int status = take_since(o, lists, result->day, &filter);
    result->query = o->query;
    filter_apply(&filter, &result->query);
    result->date_style = o->date_style;
    result->limit = o->limit;
    result->threads = o->threads;
    result->all = o->all;
    if (status == 0 && receipt) status = receipt_begin(receipt, o, lists, result);
    if (status == 0) status = screen_against(past, result);
    if (status == 0 && receipt) status = receipt_end(receipt, o, lists, result);
    return status;
}

/* Screen what is open. */
static int screen_open(const screen_options *o, list_set *lists, screening_job *result,
                       screen_receipt *receipt) {
    char told[DAY_TOLD];
    past_list past = {0};
    int status = lists_merge(lists);
    if (status == 0) result->day = day_choose(&o->on, lists->entries[0].list, told);
    if (status == 0) status = past_open(&past, lists->entries[0].list, result->day);
    if (status == 0) status = screen_past(o, lists, &past, result, receipt);
    if (status == 0) fprintf(stderr, "desig: status on %s\n", told);
    if (status == 0) tell_times(&past, result->day);
    past_close(&past);
    return status;
}

/* What stands in a report at its end, whoever reads it. */
static void tell_result(const screening_job *result) {
    fprintf(stderr,
            "desig: %" PRIu64 " rows: %" PRIu64 " with a match, %" PRIu64 " without, %" PRIu64
            " unscreenable; matches: %" PRIu64 "\n",
            result->rows, result->matched, result->rows - result->matched - result->unscreenable,
            result->unscreenable, result->matches);
    if (result->doubtful > 0)
        fprintf(stderr, "desig: rows of which some evidence was not understood, and not used: %" PRIu64 "\n",
                result->doubtful);
    if (result->full > 0)
        fprintf(stderr,
                "desig: rows with as many matches as the limit of %zu, which may have more: %" PRIu64 "\n",
                result->limit, result->full);
    if (result->names->sheet.empty_lines > 0)
        fprintf(stderr, "desig: empty lines that were passed over: %" PRIu64 "\n",
                result->names->sheet.empty_lines);
    fprintf(stderr, "%s\n", match_caution);
}

int screen_run(const screen_options *o, FILE *out, FILE *receipt_to, screening_job *result) {
    list_set lists = {0};
    names_file names = {0};
    screen_receipt receipt;
    int tapped = receipt_to && is_standard_input(o->names);
    *result = (screening_job){.names = &names, .out = out, .receipt = receipt_to};
    receipt_start(&receipt, receipt_to);
    int status =
        names_open(&names, o->names, o->delimiter, &o->columns, tapped ? receipt_tap : NULL, &receipt);
    lists_options reading = o->reading;
    reading.ledgers = 1;
    reading.on = &o->on;
    if (status == 0) status = lists_open(&lists, o->lists, o->list_count, &reading);
    if (status == 0) status = screen_open(o, &lists, result, receipt_to ? &receipt : NULL);
    if (status == 0) tell_result(result);
    lists_close(&lists);
    names_close(&names);
    result->names = NULL;
    return status;
}

/* ---- The command ---- */

/* Screen into the files that were asked for; the receipt appears after the output that it is of. */
static int screen_into_files(const screen_options *o, screening_job *result) {
    out_file out;
    out_file receipt = {0};
    if (out_file_open(&out, o->output) != 0) return EXIT_ERROR;
    int status = o->receipt ? out_file_open(&receipt, o->receipt) : 0;
    if (status != 0) return out_file_close(&out, 0), status;
    status = screen_run(o, out.stream, receipt.stream, result);
    if (out_file_close(&out, status == 0) != 0) status = EXIT_ERROR;
    if (o->receipt && out_file_close(&receipt, status == 0) != 0) status = EXIT_ERROR;
    return status;
}

static int run(int argc, char **argv) {
    screen_options options = {0};
    screening_job result;
    int status = EXIT_ERROR;
    if (screen_read_options(&options, argc, argv, &status)) {
        status = options.verify ? screen_verify(options.verify) : screen_into_files(&options, &result);
        if (status == 0 && !options.verify)
            status = result.matches > 0 ? EXIT_YES : result.unscreenable > 0 ? EXIT_UNKNOWN : EXIT_NO;
    }
    columns_free(&options.columns);
    return status;
}

const tool_command command_screen = {
    .name = "screen",
    .summary = "a CSV of parties in, a CSV of matches out",
    .about =
        "Screen every row of a CSV of parties, of any size: one row out for each match, in the order of the "
        "parties. A party of which nothing can be told is not without a match: it is unscreenable, told on "
        "standard error and counted, and with --all it has a row that says why.\n"
        "A receipt holds the digests of all files, the parameters and counts, and for each match the key of "
        "its alert, which is another one when the party or the record has changed.",
    .statuses = "0 some party has a match (or, of --verify, all is the same), 1 none has (all is not the "
                "same), 2 error, 3 none has, and some cannot be screened",
    .run = run,
    .lists_optional = 1,
};
