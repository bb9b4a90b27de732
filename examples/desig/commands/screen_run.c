/* One run of desig screen. */
#include <inttypes.h>
#include <stdlib.h>

#include "commands/screen.h"
#include "io/ledgers.h"
#include "io/party.h"
#include "io/wanted.h"
#include "screening/match.h"
#include "screening/receipt.h"

/* Screen against a list, as it was on the day. */
static int screen_against(const past_list *past, screening_job *screening) {
    int status = EXIT_ERROR;
    desig_index *index = index_of(past->searched);
    screening->past = past;
    screening->index = index;
    screening->unread = party_unread_rows(past->searched);
    if (index) status = screening_run(screening);
    screening->past = NULL;
    screening->index = NULL;
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
    party_tell_unread(result->unread);
    note("%s", match_caution);
}

static int check_filter(const screen_options *o, const list_set *lists) {
    const desig_list **all = out_resize(NULL, (lists->count + 1) * sizeof *all);
    for (size_t i = 0; i < lists->count; i++) all[i] = lists->entries[i].list;
    const wanted_words wanted = {.list = o->filter.list, .program = o->filter.program};
    const int status = wanted_check(&wanted, all, lists->count);
    free(all);
    return status;
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
    if (status == 0)
        status = lists_open(&lists, o->shared.operands, o->shared.operand_count, &o->shared.reading);
    if (status == 0) status = check_filter(o, &lists);
    if (status == 0) status = screen_open(o, &lists, result, receipt_to ? &receipt : NULL);
    if (status == 0) tell_result(result);
    lists_close(&lists);
    names_close(&names);
    result->names = NULL;
    return status;
}
