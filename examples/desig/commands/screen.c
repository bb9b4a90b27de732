/* desig screen: a CSV of parties in, a CSV of matches out. */
#include "commands/screen.h"

#include <inttypes.h>
#include <string.h>

#include "commands/command.h"
#include "io/ledgers.h"
#include "io/map.h"
#include "io/out_file.h"
#include "screening/crew.h"
#include "screening/match.h"
#include "screening/receipt.h"

/* ---- Options ---- */

static const char *take_threads(const char *value, void *into) {
    size_t threads = 0;
    if (take_count(value, &threads) || threads > MOST_THREADS) return "must be a whole number from 1 to 64";
    *(size_t *)into = threads;
    return NULL;
}

static const char *wrong(void *context, char **lists, size_t count) {
    screen_options *o = context;
    o->lists = lists;
    o->list_count = count;
    if (o->verify) return o->names || count > 0 ? "--verify takes nothing but the receipt" : NULL;
    if (count == 0) return "which list? Give at least one file, or - for standard input";
    if (!o->names) return "whom? Give --names FILE, or - for standard input";
    if (o->receipt && o->shared.output && strcmp(o->receipt, o->shared.output) == 0)
        return "the receipt and the output are one file";
    for (size_t i = 0; i < count; i++) {
        if (!is_standard_input(lists[i])) continue;
        if (is_standard_input(o->names)) return "the list and the names cannot both be standard input";
        if (o->receipt) return "a receipt needs lists that can be read again, and not standard input";
    }
    return NULL;
}

#define AT(field) offsetof(screen_options, field)

static const tool_option options[] = {
    {"--names", "FILE", "the parties: a CSV with a header row; - is standard input", take_text, AT(names), 0},
    {"--columns", "name=C,born=C,...",
     "which columns hold what: name, born, nationality, identifier, kind, and reference, which is your own "
     "number of the party (else the columns of these names)",
     take_columns, AT(columns), 0},
    {"--delimiter", "C", "what separates the cells of the parties: one character, or tab (else recognised)",
     take_delimiter, AT(delimiter), 0},
    {"--date-format", "dmy|mdy", "how birth dates in figures are written, such as 05/06/1971",
     take_date_style, AT(date_style), 0},
    {"--min-score", "S", "leave out what scores less (0.80)", take_score, AT(query.min_score), 0},
    {"--limit", "N", "at most so many matches a party (10)", take_count, AT(limit), 0},
    {"--weak", "POLICY", WEAK_HELP, take_weak, AT(query.weak), 0},
    {"--list", "L", "only records that this list ever named, such as SDN", take_text, AT(filter.list), 0},
    {"--program", "P", "only records that this program ever named, such as SDGT", take_text,
     AT(filter.program), 0},
    {"--since", "DATE", "only against what a ledger added or changed after that day", take_day, AT(since), 0},
    {"--all", NULL, "a row also for every party without a match, or that cannot be screened", take_switch,
     AT(all), 0},
    {"--threads", "N", "work with N threads (1); the output is the same", take_threads, AT(threads), 0},
    {"--receipt", "FILE", "write what was screened against what, and how", take_text, AT(receipt), 0},
    {"--verify", "RECEIPT", "do again what a receipt says, and compare", take_text, AT(verify), 0},
    {0},
};

static const screen_options defaults = {
    .query = {DESIG_INIT(desig_query), .min_score = 0.80}, .limit = 10, .threads = 1};

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
    for (size_t i = 0; past->made && (record = desig_list_at(past->searched, i)) != NULL; i++)
        time_count_on(&times, past_asked(past, record), day);
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
    if (status == 0 && receipt) status = receipt_begin(receipt, lists, result);
    if (status == 0) status = screen_against(past, result);
    if (status == 0 && receipt) status = receipt_end(receipt, lists, result);
    return status;
}

/* Screen what is open. */
static int screen_open(const screen_options *o, list_set *lists, screening_job *result,
                       screen_receipt *receipt) {
    char told[DAY_TOLD];
    past_list past = {0};
    int status = lists_merge(lists);
    if (status == 0) result->day = day_choose(&o->shared.on, lists->entries[0].list, told);
    if (status == 0) status = past_open(&past, lists->entries[0].list, result->day);
    if (status == 0) status = screen_past(o, lists, &past, result, receipt);
    if (status == 0) note("desig: status on %s", told);
    if (status == 0) tell_times(&past, result->day);
    past_close(&past);
    return status;
}

/* What stands in a report at its end, whoever reads it. */
static void tell_result(const screening_job *result) {
    note("desig: %" PRIu64 " rows: %" PRIu64 " with a match, %" PRIu64 " without, %" PRIu64
         " unscreenable; matches: %" PRIu64,
         result->rows, result->matched, result->rows - result->matched - result->unscreenable,
         result->unscreenable, result->matches);
    if (result->doubtful > 0)
        note("desig: rows of which some evidence was not understood, and not used: %" PRIu64,
             result->doubtful);
    if (result->full > 0)
        note("desig: rows with as many matches as the limit of %zu, which may have more: %" PRIu64,
             result->options->limit, result->full);
    if (result->names->sheet.empty_lines > 0)
        note("desig: empty lines that were passed over: %" PRIu64, result->names->sheet.empty_lines);
    note("%s", match_caution);
}

int screen_run(const screen_options *o, FILE *out, FILE *receipt_to, screening_job *result) {
    list_set lists = {0};
    names_file names = {0};
    screen_receipt receipt;
    int tapped = receipt_to && is_standard_input(o->names);
    *result = (screening_job){.options = o, .names = &names, .out = out, .receipt = receipt_to};
    receipt_start(&receipt, receipt_to);
    int status =
        names_open(&names, o->names, o->delimiter, &o->columns, tapped ? receipt_tap : NULL, &receipt);
    if (status == 0) status = lists_open(&lists, o->lists, o->list_count, &o->shared.reading);
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
    if (out_file_open(&out, o->shared.output) != 0) return EXIT_ERROR;
    int status = o->receipt ? out_file_open(&receipt, o->receipt) : 0;
    if (status != 0) return out_file_close(&out, 0), status;
    status = screen_run(o, out.stream, receipt.stream, result);
    if (out_file_close(&out, status == 0) != 0) status = EXIT_ERROR;
    if (o->receipt && out_file_close(&receipt, status == 0) != 0) status = EXIT_ERROR;
    return status;
}

static int run(void *context, char **lists, size_t count) {
    const screen_options *o = context;
    screening_job result;
    (void)lists;
    (void)count;
    if (o->verify) return screen_verify(o->verify);
    int status = screen_into_files(o, &result);
    if (status != 0) return status;
    return result.matches > 0 ? EXIT_YES : result.unscreenable > 0 ? EXIT_UNKNOWN : EXIT_NO;
}

static void end(void *context) {
    columns_free(&((screen_options *)context)->columns);
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
    .lists_optional = 1,
    .writes_output = 1,
    .ledgers = 1,
    .takes = TAKES_ON | TAKES_FORM | TAKES_OUTPUT,
    .options = options,
    .size = sizeof(screen_options),
    .defaults = &defaults,
    .wrong = wrong,
    .run = run,
    .end = end,
};
