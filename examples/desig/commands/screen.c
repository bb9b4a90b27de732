/* desig screen: a CSV of parties in, a CSV of matches out. */
#include "commands/screen.h"

#include <string.h>

#include "io/map.h"
#include "io/out_file.h"
#include "screening/match.h"

/* ---- Options ---- */

static const char *take_threads(const char *value, void *into) {
    size_t threads = 0;
    if (take_count(value, &threads) || threads > MOST_THREADS) return "must be a whole number from 1 to 64";
    *(size_t *)into = threads;
    return NULL;
}

static const char *wrong(const void *context) {
    const screen_options *o = context;
    const size_t count = o->shared.operand_count;
    if (o->verify) return o->names || count > 0 ? "--verify takes nothing but the receipt" : NULL;
    if (count == 0) return "which list? Give at least one file, or - for standard input";
    if (!o->names) return "whom? Give --names FILE, or - for standard input";
    if (o->receipt && o->shared.output && strcmp(o->receipt, o->shared.output) == 0)
        return "the receipt and the output are one file";
    for (size_t i = 0; i < count; i++) {
        if (!is_standard_input(o->shared.operands[i])) continue;
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

static int run(void *context) {
    const screen_options *o = context;
    screening_job result;
    if (o->verify) return screen_verify(&command_screen, o->verify);
    int status = screen_into_files(o, &result);
    if (status != 0) return status;
    if (result.matches > 0) return EXIT_YES;
    return result.unscreenable + result.unread > 0 ? EXIT_UNKNOWN : EXIT_NO;
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
