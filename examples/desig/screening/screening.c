#include "screening/screening.h"

#include <inttypes.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#include "io/tell.h"
#include "screening/keyed.h"
#include "screening/match.h"

enum {
    BATCHES_A_THREAD = 4,
    TOLD = 5,
    LONGEST_NAME = 1024
}; /* bytes; of a longer name the library compares only these */

static const char columns[] = MATCH_COLUMNS ",outcome,note,reference,row,line,alert";

static const char outcome_match[] = "match";
static const char outcome_none[] = "no match";
static const char outcome_unscreenable[] = "unscreenable";

/* What came of a row. */
typedef struct row_result {
    const char *outcome;
    const char *note; /* why it is unscreenable, or what of it was not understood; static, or NULL */
    size_t matches;   /* that are told */
    int full;         /* as many as the limit, or more */
} row_result;

typedef struct screening_batch {
    names_batch names;
    row_result results[BATCH_ROWS];
    out_string csv;
    out_string alerts;
} screening_batch;

/* ---- A row ---- */

/* Why no comparison can tell anything about the party; NULL: one can. Whatever makes a party unscreenable is
 * asked here, before it is looked for. */
static const char *why_unscreenable(const names_row *row) {
    const char *name = row->texts[NAMES_NAME];
    if (row->place.defect) return row->place.defect;
    if (!name) return row->texts[NAMES_IDENTIFIER] ? NULL : "the name is empty";
    if (strlen(name) > LONGEST_NAME) return "the name is longer than 1024 bytes";
    if (desig_name_compare(name, name, DESIG_KIND_UNKNOWN) == 0.0)
        return "the name has no letter or digit that can be compared";
    return NULL;
}

/* Add the party's name and evidence to the query. What of it is not understood, or NULL. */
static const char *understand(const names_row *row, desig_date_style style, desig_query *query) {
    const char *born = row->texts[NAMES_BORN];
    const char *kind = row->texts[NAMES_KIND];
    int value = kind ? desig_term_value(DESIG_TERMS_KIND, kind) : DESIG_KIND_UNKNOWN;
    int bad_born = born && desig_date_parse(born, style, &query->born) != DESIG_OK;
    query->name = row->texts[NAMES_NAME];
    query->identifier = row->texts[NAMES_IDENTIFIER];
    query->nationality = row->texts[NAMES_NATIONALITY];
    query->kind = value < 0 ? DESIG_KIND_UNKNOWN : (desig_kind)value;
    if (bad_born && value < 0) return "neither the birth date nor the kind is understood";
    if (bad_born) return "the birth date is not understood";
    return value < 0 ? "the kind is not understood" : NULL;
}

static void add_row(const screening_job *screening, out_table *table, const names_row *row,
                    const row_result *result, size_t rank, const desig_match *match, const char *key) {
    const char *query = row->texts[NAMES_NAME] ? row->texts[NAMES_NAME] : row->texts[NAMES_IDENTIFIER];
    match_cells(table, query, rank, match, match ? past_asked(screening->past, match->record) : NULL,
                screening->day);
    OUT_CELLS(table, result->outcome, result->note, row->texts[NAMES_REFERENCE]);
    out_cellf(table, "%" PRIu64, row->place.number);
    out_cellf(table, "%" PRIu64, row->place.line);
    out_cell(table, key);
}

/* A line of the receipt. */
static void add_alert(out_string *alerts, const char *key, uint64_t row, size_t rank, const char *id) {
    out_append(alerts, "%s = row %" PRIu64 ", rank %zu, ", key, row, rank);
    keyed_escape(alerts, id);
    out_add(alerts, "\n", 1);
}

static void add_matches(const screening_job *screening, screening_batch *batch, out_table *table, size_t at,
                        const desig_query *query, const desig_match *matches) {
    const names_row *row = &batch->names.rows[at];
    const row_result *result = &batch->results[at];
    for (size_t i = 0; i < result->matches; i++) {
        char key[DESIG_ALERT_KEY];
        desig_alert_key(query, matches[i].record, key);
        add_row(screening, table, row, result, i + 1, &matches[i], key);
        if (screening->receipt)
            add_alert(&batch->alerts, key, row->place.number, i + 1, matches[i].record->id);
    }
}

static int screen_row(const screening_job *screening, screening_batch *batch, out_table *table, size_t at,
                      desig_match *matches) {
    const names_row *row = &batch->names.rows[at];
    row_result *result = &batch->results[at];
    desig_query query = screening->query;
    *result = (row_result){.outcome = outcome_unscreenable, .note = why_unscreenable(row)};
    if (!result->note) {
        desig_error error = {0};
        result->note = understand(row, screening->options->date_style, &query);
        desig_result found = desig_index_find(screening->index, &query, matches, screening->options->limit,
                                              &result->matches, &error);
        if (found != DESIG_OK && found != DESIG_E_UNSCREENABLE) return complain(&error);
        result->full = result->matches >= screening->options->limit;
        if (result->full) result->matches = screening->options->limit;
        if (found == DESIG_E_UNSCREENABLE)
            result->note = "some records have no name in its script";
        else if (result->matches > 0)
            result->outcome = outcome_match;
        else if (query.name)
            result->outcome = outcome_none;
        else
            result->note = "the name is empty, and nothing has the identifier";
    }
    if (result->matches > 0)
        add_matches(screening, batch, table, at, &query, matches);
    else if (screening->options->all)
        add_row(screening, table, row, result, 0, NULL, NULL);
    return 0;
}

/* ---- Batches ---- */

static int screen_batch(const screening_job *screening, screening_batch *batch, desig_match *matches) {
    int status = 0;
    batch->csv.length = 0;
    batch->alerts.length = 0;
    out_table *table = out_table_into(&batch->csv, columns);
    for (size_t i = 0; i < batch->names.count && status == 0; i++)
        status = screen_row(screening, batch, table, i, matches);
    out_table_end(table);
    return status;
}

/* Tell of the first rows that were not, or not wholly, understood; the others are counted. */
static void tell_note(const screening_job *screening, const sheet_row *place, const row_result *result) {
    const char *file = screening->names->sheet.name;
    if (screening->unscreenable + screening->doubtful > TOLD) return;
    if (result->outcome == outcome_unscreenable)
        fail("%s:%" PRIu64 ":%" PRIu32 ": unscreenable: %s", file, place->line, place->column, result->note);
    else
        note("%s:%" PRIu64 ":%" PRIu32 ": %s", file, place->line, place->column, result->note);
}

static void count_row(screening_job *screening, const sheet_row *place, const row_result *result) {
    int unscreenable = result->outcome == outcome_unscreenable;
    screening->rows++;
    screening->matched += result->matches > 0;
    screening->matches += result->matches;
    screening->full += result->full != 0;
    screening->unscreenable += (uint64_t)unscreenable;
    screening->doubtful += !unscreenable && result->note;
    if (result->note) tell_note(screening, place, result);
}

static int write_out(screening_job *screening, const out_string *csv) {
    if (csv->length == 0) return 0;
    sha256_add(&screening->digest, csv->text, csv->length);
    screening->bytes += csv->length;
    if (!screening->out) return 0;
    return fwrite(csv->text, 1, csv->length, screening->out) == csv->length ? 0 : EXIT_ERROR;
}

static int deliver(screening_job *screening, const screening_batch *batch) {
    for (size_t i = 0; i < batch->names.count; i++)
        count_row(screening, &batch->names.rows[i].place, &batch->results[i]);
    progress_tell(NULL, screening->rows, 0);
    if (screening->receipt) fputs(out_text(&batch->alerts), screening->receipt);
    return write_out(screening, &batch->csv);
}

/* ---- Threads ---- */

/* Batches that are filled and delivered in order, and between that worked on by whichever thread is free. */
typedef struct crew {
    const screening_job *screening;
    screening_batch *batches;
    size_t count; /* that are filled */
    pthread_mutex_t lock;
    size_t next; /* to be worked on */
    int status;
} crew;

static void *work(void *context) {
    crew *all = context;
    desig_match *matches = out_resize(NULL, all->screening->options->limit * sizeof *matches);
    int status = 0;
    for (;;) {
        pthread_mutex_lock(&all->lock);
        const size_t at = all->next++;
        if (status != 0) all->status = status;
        pthread_mutex_unlock(&all->lock);
        if (at >= all->count) break;
        status = screen_batch(all->screening, &all->batches[at], matches);
    }
    free(matches);
    return NULL;
}

/* Fill the batches, work on them with so many threads, of which the calling one is one, and deliver them.
 * What is delivered does not depend on the number of threads. 1 while there may be more rows; 0; or -1. */
static int screen_next(crew *all, screening_job *screening, size_t most) {
    const size_t threads = screening->options->threads;
    pthread_t others[MOST_THREADS];
    size_t started = 0;
    int more = 1;
    for (all->count = 0; more > 0 && all->count<most; all->count += more> 0)
        more = names_read(screening->names, &all->batches[all->count].names);
    all->next = 0;
    while (started + 1 < threads && pthread_create(&others[started], NULL, work, all) == 0) started++;
    work(all); /* fewer threads than asked for do the same */
    while (started > 0) pthread_join(others[--started], NULL);
    for (size_t i = 0; i < all->count && all->status == 0; i++)
        all->status = deliver(screening, &all->batches[i]);
    return all->status != 0 ? -1 : more;
}

int screening_run(screening_job *screening) {
    const size_t threads = screening->options->threads;
    const size_t most = threads > 1 ? threads * BATCHES_A_THREAD : 1; /* one thread keeps nobody waiting */
    crew all = {.screening = screening, .batches = out_zeros(most, sizeof *all.batches)};
    OUT_STRING(header);
    int more = 1;
    pthread_mutex_init(&all.lock, NULL);
    sha256_begin(&screening->digest);
    out_header(&header, columns);
    if (write_out(screening, &header) != 0) more = -1;
    progress_begin("screening", "rows");
    while (more > 0) more = screen_next(&all, screening, most);
    progress_end();
    for (size_t i = 0; i < most; i++) {
        out_string_free(&all.batches[i].names.text);
        out_string_free(&all.batches[i].csv);
        out_string_free(&all.batches[i].alerts);
    }
    free(all.batches);
    pthread_mutex_destroy(&all.lock);
    return more < 0 ? EXIT_ERROR : 0;
}
