/* desig ledger: editions of one list, folded into a ledger. */
#define _POSIX_C_SOURCE 200809L

#include <desig/desig.h>

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "commands/commands.h"
#include "io/complain.h"
#include "io/day.h"
#include "io/ledgers.h"
#include "io/lists.h"
#include "io/out.h"
#include "io/progress.h"
#include "screening/sha256.h"

enum { BEGINNING = 256 * 1024 }; /* bytes of a file in which its own day stands, if it gives one */

typedef struct ledger_options {
    const char *path;
    desig_date date;
    int allow_mass_removal;
    int quiet;
    int editions;
    int csv;
} ledger_options;

/* An edition of the command line. */
typedef struct edition {
    lists_entry files;
    desig_date day;   /* from the content, else the name; else unknown */
    int day_is_given; /* neither says it: it is --date */
    size_t order;     /* on the command line */
} edition;

typedef struct folding {
    const ledger_options *options;
    desig_list *ledger;
    edition *editions;
    size_t count;
    size_t folded;
    uint64_t rows;
    uint64_t known_rows;
} folding;

/* ---- Their days ---- */

/* The day that the beginning of a file, or its name, gives. */
static desig_date day_of(const char *path) {
    byte_stream stream;
    desig_source source = stream_open(&stream, path);
    char *bytes = out_resize(NULL, BEGINNING);
    desig_list *list = NULL;
    desig_date day = {0};
    ptrdiff_t got = 1;
    desig_source beginning = {.data = bytes, .name = path};
    while (source.read && got > 0 && beginning.length < BEGINNING) {
        got = source.read(source.context, bytes + beginning.length, BEGINNING - beginning.length);
        if (got > 0) beginning.length += (size_t)got;
    }
    stream_close(&stream);
    if (beginning.length > 0 && desig_list_new(NULL, &list) == DESIG_OK &&
        desig_list_read(list, &beginning, 1, NULL, NULL, NULL) == DESIG_OK)
        day = desig_list_as_of(list);
    desig_list_free(list);
    free(bytes);
    return day;
}

static int compare_editions(const void *a, const void *b) {
    const edition *left = a;
    const edition *right = b;
    int order = date_compare(&left->day, &right->day);
    return order != 0 ? order : (left->order > right->order) - (left->order < right->order);
}

static int find_editions(folding *fold, char **names, size_t count) {
    fold->editions = out_resize(NULL, count * sizeof *fold->editions);
    for (size_t i = 0; i < count; i++) {
        if (lists_go_together(names[i], names, count)) continue;
        edition *one = &fold->editions[fold->count++];
        *one = (edition){.files = {.name = names[i]}, .order = i};
        lists_find_files(&one->files);
        if (is_standard_input(names[i])) {
            fprintf(stderr, "desig ledger: an edition is a file, not standard input\n");
            return EXIT_ERROR;
        }
        one->day = day_of(one->files.files[0].path);
        one->day_is_given = date_is_unknown(&one->day);
        if (one->day_is_given) one->day = fold->options->date;
    }
    qsort(fold->editions, fold->count, sizeof *fold->editions, compare_editions);
    return 0;
}

/* ---- Folding ---- */

static void tell_doubt(void *context, const desig_diagnostic *diagnostic) {
    const ledger_options *options = context;
    int own = strcmp(diagnostic->check, "id-reused") == 0 || strcmp(diagnostic->check, "replaced-by") == 0;
    if (!own || options->quiet) return;
    fprintf(stderr, "%s: %s: %s: %s\n", diagnostic->file, diagnostic->check, diagnostic->id,
            diagnostic->message);
}

enum { CHECKSUM = sizeof "sha256:" + SHA256_HEX };

/* Let the ledger keep what tells the bytes of a file for good. */
static void take_checksums(const edition *one, lists_sources *opened,
                           char checksums[1 + COMPANIONS][CHECKSUM]) {
    size_t source = 0;
    for (size_t i = 0; i < one->files.file_count; i++) {
        char hex[SHA256_HEX];
        uint64_t bytes;
        if (!one->files.files[i].path) continue;
        if (sha256_file(one->files.files[i].path, hex, &bytes) == 0) {
            snprintf(checksums[source], CHECKSUM, "sha256:%s", hex);
            opened->sources[source].checksum = checksums[source];
        }
        source++;
    }
}

static int fold_one(folding *fold, const edition *one) {
    desig_error error = {.result = DESIG_E_NOMEM};
    desig_fold_report report = {.size = sizeof report};
    lists_sources opened;
    const desig_callbacks callbacks = {
        .size = sizeof callbacks, .diagnose = tell_doubt, .context = (void *)fold->options};
    desig_read_options reading = {.size = sizeof reading,
                                  .as_of = one->day_is_given ? one->day : (desig_date){0},
                                  .callbacks = &callbacks};
    desig_fold_options options = {
        .size = sizeof options, .read = &reading, .allow_mass_removal = fold->options->allow_mass_removal};
    char checksums[1 + COMPANIONS][CHECKSUM];
    lists_open_sources(&opened, &one->files);
    take_checksums(one, &opened, checksums);
    desig_result result =
        desig_list_fold(fold->ledger, opened.sources, opened.count, &options, &report, &error);
    lists_close_sources(&opened, result, &error);
    if (result != DESIG_OK) {
        if (error.file[0] == '\0') snprintf(error.file, sizeof error.file, "%s", one->files.name);
        complain(&error);
        if (result == DESIG_E_DOUBTFUL) fputs("desig: the option is --allow-mass-removal\n", stderr);
        return EXIT_ERROR;
    }
    fold->folded += report.edition != 0;
    fold->rows += report.read.rows;
    fold->known_rows += report.known_rows;
    return 0;
}

static int fold_all(folding *fold) {
    progress_line progress;
    int status = 0;
    progress_start(&progress, fold->options->path, "editions folded");
    for (size_t i = 0; status == 0 && i < fold->count; i++) {
        status = fold_one(fold, &fold->editions[i]);
        progress_tell(&progress, i + 1, fold->count);
    }
    progress_end(&progress);
    return status;
}

/* ---- The ledger's file ---- */

static int open_ledger(folding *fold) {
    desig_error error = {.result = DESIG_E_NOMEM};
    byte_stream stream;
    if (desig_list_new(NULL, &fold->ledger) != DESIG_OK) return complain(&error);
    if (fold->count > 0 && access(fold->options->path, F_OK) != 0) return 0;
    desig_source source = stream_open(&stream, fold->options->path);
    desig_result result = desig_list_read(fold->ledger, &source, 1, NULL, NULL, &error);
    stream_close(&stream);
    if (result != DESIG_OK) return complain(&error);
    if (is_ledger(fold->ledger)) return 0;
    fprintf(stderr, "%s: this file is there already, and no ledger; it is left as it is\n",
            fold->options->path);
    return EXIT_ERROR;
}

static int write_ledger(const folding *fold) {
    const desig_sink sink = {.path = fold->options->path};
    desig_error error = {0};
    progress_line progress;
    const desig_callbacks callbacks = {
        .size = sizeof callbacks, .progress = progress_tell, .context = &progress};
    desig_write_options options = {.size = sizeof options, .callbacks = &callbacks};
    progress_start(&progress, "writing", "records");
    desig_result result = desig_list_write(fold->ledger, &sink, &options, NULL, &error);
    progress_end(&progress);
    return result == DESIG_OK ? 0 : complain(&error);
}

static void tell_ledger(const folding *fold) {
    size_t count = desig_list_edition_count(fold->ledger), listed = 0;
    const desig_record *record;
    char first[DESIG_DATE_TEXT];
    char last[DESIG_DATE_TEXT];
    for (size_t i = 0; (record = desig_list_at(fold->ledger, i)) != NULL; i++) {
        int present = 0;
        for (uint32_t p = 0; p < record->presence_count; p++)
            present |= desig_list_stands(fold->ledger, &record->presences[p].span, count);
        listed += (size_t)present;
    }
    printf("%s: %zu edition%s, %s to %s (%zu new); %zu records, %zu of them on the newest list\n",
           fold->options->path, count, count == 1 ? "" : "s",
           desig_date_format(&desig_list_edition_at(fold->ledger, 0)->copied, first),
           desig_date_format(&desig_list_edition_at(fold->ledger, count - 1)->copied, last), fold->folded,
           desig_list_count(fold->ledger), listed);
    printf("%" PRIu64 " rows, of which %" PRIu64 " were known and not read again\n", fold->rows,
           fold->known_rows);
}

/* The files of every edition. */
static void print_editions(const folding *fold) {
    static const out_column columns[] = {{"edition", 7}, {"copied", 10}, {"published", 10},
                                         {"format", 14}, {"file", 40},   {"checksum", 71}};
    out_table *table = out_table_new(columns, sizeof columns / sizeof columns[0], fold->options->csv);
    const desig_edition *one;
    for (size_t i = 0; (one = desig_list_edition_at(fold->ledger, i)) != NULL; i++)
        for (uint32_t file = 0; file < one->file_count; file++) {
            char day[DESIG_DATE_TEXT];
            out_cellf(table, "%zu", i + 1);
            out_cell(table, desig_date_format(&one->copied, day));
            out_cell(table, desig_date_format(&one->published, day));
            out_cell(table, one->files[file].format);
            out_cell(table, one->files[file].name);
            out_cell(table, one->files[file].checksum ? one->files[file].checksum : one->files[file].digest);
        }
    out_table_end(table);
}

static int make_ledger(folding *fold, char **names, size_t count) {
    int status = find_editions(fold, names, count);
    if (status == 0) status = open_ledger(fold);
    if (status == 0) status = fold_all(fold);
    if (status == 0 && fold->folded > 0) status = write_ledger(fold);
    if (status == 0 && fold->options->editions)
        print_editions(fold);
    else if (status == 0)
        tell_ledger(fold);
    return status == 0 && fold->folded == 0 && count > 0 ? EXIT_NO : status;
}

static int run(int argc, char **argv) {
    ledger_options o = {0};
    const tool_option options[] = {
        {"--output", "-o", "LEDGER",
         "the ledger: made, or extended if it is there; it appears whole or stays as it was", take_text,
         &o.path, 0},
        {"--date", NULL, "DATE",
         "the day of an edition of which neither the content nor the file's name says it", take_date, &o.date,
         0},
        {"--allow-mass-removal", NULL, NULL,
         "fold an edition in that lacks more than a tenth of the records of the one before", take_switch,
         &o.allow_mass_removal, 0},
        {"--editions", NULL, NULL, "show the editions of the ledger, their files and the digests of these",
         take_switch, &o.editions, 0},
        OPTION_CSV(&o.csv),
        {"--quiet", NULL, NULL, "do not name the ids that are used again or may have been replaced",
         take_switch, &o.quiet, 0},
    };
    folding fold = {.options = &o};
    size_t count = 0;
    int status = EXIT_ERROR;
    if (!args_read(&command_ledger, options, sizeof options / sizeof options[0], argc, argv, &count, &status))
        return status;
    if (!o.path) return args_wrong(&command_ledger, "which ledger? Give -o LEDGER");
    if (count == 0 && !o.editions) return args_wrong(&command_ledger, "which editions? Give their files");
    status = make_ledger(&fold, argv, count);
    for (size_t i = 0; i < fold.count; i++) lists_forget_files(&fold.editions[i].files);
    free(fold.editions);
    desig_list_free(fold.ledger);
    return status;
}

const tool_command command_ledger = {
    .name = "ledger",
    .summary = "editions of one list, folded into a ledger that knows what each said",
    .about =
        "Sort editions of one list by their days and fold them into a ledger; one that is there is extended. "
        "The day is that of the content, else of the file's name (2021-08-18.csv), else --date. A LIST may "
        "then "
        "be LEDGER@DATE: the list as it stood in the newest edition copied by that day. status, show and "
        "find "
        "take the LEDGER itself and --on. Editions older than the ledger's newest are refused: build it "
        "anew.",
    .statuses = "0 extended, 1 nothing was new, 2 error",
    .run = run,
    .lists_optional = 1,
};
