/* desig ledger: adds editions of one list to a ledger. */
#define _POSIX_C_SOURCE 200809L

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "commands/command.h"
#include "io/ledgers.h"
#include "io/lock.h"
#include "io/out.h"
#include "io/out_file.h"
#include "screening/sha256.h"

enum { BEGINNING = 256 * 1024 }; /* bytes of a file in which its own day stands, if it gives one */

typedef struct ledger_options {
    shared_options shared; /* its output is the ledger */
    desig_date date;
    int allow_mass_removal;
    int editions;
} ledger_options;

/* An edition of the command line. */
typedef struct edition {
    lists_entry files;
    desig_date day;   /* from the content, else the name; else unknown */
    int day_is_given; /* neither says it: it is --date */
    size_t order;     /* on the command line */
} edition;

typedef struct ledger_making {
    const ledger_options *options;
    desig_list *ledger;
    edition *editions;
    size_t count;
    file_lock lock; /* of the ledger's file */
    size_t added;
    uint64_t rows;
    uint64_t known_rows;
} ledger_making;

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
    return order != 0 ? order : OUT_ORDER(left->order, right->order);
}

static int find_editions(ledger_making *making, char **names, size_t count) {
    making->editions = out_resize(NULL, count * sizeof *making->editions);
    for (size_t i = 0; i < count; i++) {
        if (lists_go_together(names[i], names, count)) continue;
        edition *one = &making->editions[making->count++];
        *one = (edition){.files = {.name = names[i]}, .order = i};
        lists_find_files(&one->files);
        if (is_standard_input(names[i]))
            return fail("desig ledger: an edition is a file, not standard input");
        one->day = day_of(one->files.files[0].path);
        one->day_is_given = date_is_unknown(&one->day);
        if (one->day_is_given) one->day = making->options->date;
    }
    qsort(making->editions, making->count, sizeof *making->editions, compare_editions);
    return 0;
}

/* ---- Adding ---- */

static void tell_doubt(void *context, const desig_diagnostic *diagnostic) {
    (void)context;
    if (strcmp(diagnostic->check, "id-reused") == 0 || strcmp(diagnostic->check, "replaced-by") == 0)
        note("%s: %s: %s: %s", diagnostic->file, diagnostic->check, diagnostic->id, diagnostic->message);
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

static int add_one(ledger_making *making, const edition *one) {
    desig_error error = {.result = DESIG_E_NOMEM};
    desig_edition_report report = {DESIG_INIT(desig_edition_report)};
    desig_report read = {DESIG_INIT(desig_report)};
    lists_sources opened;
    const desig_callbacks callbacks = {DESIG_INIT(desig_callbacks), .diagnose = tell_doubt};
    desig_read_options reading = {DESIG_INIT(desig_read_options),
                                  .as_of = one->day_is_given ? one->day : (desig_date){0},
                                  .callbacks = &callbacks};
    desig_edition_options options = {DESIG_INIT(desig_edition_options), .read = &reading,
                                     .allow_mass_removal = making->options->allow_mass_removal};
    char checksums[1 + COMPANIONS][CHECKSUM];
    lists_open_sources(&opened, &one->files);
    take_checksums(one, &opened, checksums);
    desig_result result = desig_list_add_edition(making->ledger, opened.sources, opened.count, &options,
                                                 &read, &report, &error);
    lists_close_sources(&opened, result, &error);
    if (result != DESIG_OK) {
        if (error.file[0] == '\0') snprintf(error.file, sizeof error.file, "%s", one->files.name);
        complain(&error);
        return result == DESIG_E_DOUBTFUL ? fail("desig: the option is --allow-mass-removal") : EXIT_ERROR;
    }
    making->added += report.edition != 0;
    making->rows += read.rows;
    making->known_rows += report.known_rows;
    return 0;
}

static int add_all(ledger_making *making) {
    int status = 0;
    progress_begin(making->options->shared.output, "editions added");
    for (size_t i = 0; status == 0 && i < making->count; i++) {
        status = add_one(making, &making->editions[i]);
        progress_tell(NULL, i + 1, making->count);
    }
    progress_end();
    return status;
}

/* ---- The ledger's file ---- */

static int open_ledger(ledger_making *making) {
    desig_error error = {.result = DESIG_E_NOMEM};
    byte_stream stream;
    if (desig_list_new(NULL, &making->ledger) != DESIG_OK) return complain(&error);
    if (making->count > 0 && access(making->options->shared.output, F_OK) != 0) return 0;
    desig_source source = stream_open(&stream, making->options->shared.output);
    desig_result result = desig_list_read(making->ledger, &source, 1, NULL, NULL, &error);
    stream_close(&stream);
    if (result != DESIG_OK) return complain(&error);
    if (is_ledger(making->ledger)) return 0;
    return fail("%s: this file is there already, and no ledger; it is left as it is",
                making->options->shared.output);
}

static int write_bytes(void *file, const void *bytes, size_t length) {
    return fwrite(bytes, 1, length, file) != length;
}

/* What somebody else has put there since it was read is not written over. */
static int write_ledger(const ledger_making *making) {
    const char *path = making->options->shared.output;
    out_file file;
    desig_error error = {0};
    if (out_file_open(&file, path) != 0) return EXIT_ERROR;
    const desig_sink sink = {.write = write_bytes, .context = file.stream};
    desig_write_options options = {DESIG_INIT(desig_write_options),
                                   .callbacks = progress_begin("writing", "records")};
    desig_result result = desig_list_write(making->ledger, &sink, &options, NULL, &error);
    progress_end();
    const int is_same = !file.target || lock_is_same(&making->lock);
    int status = out_file_close(&file, result == DESIG_OK && is_same);
    if (status == 0 && result != DESIG_OK) status = complain(&error);
    if (status == 0 && !is_same)
        status =
            fail("%s: another program has changed it meanwhile; it is left as it is: run this again", path);
    return status;
}

static void tell_ledger(const ledger_making *making) {
    size_t count = desig_list_edition_count(making->ledger), listed = 0;
    const desig_record *record;
    for (size_t i = 0; (record = desig_list_at(making->ledger, i)) != NULL; i++) {
        int present = 0;
        for (uint32_t p = 0; p < record->presence_count; p++)
            present |= desig_list_stands(making->ledger, &record->presences[p].span, count);
        listed += (size_t)present;
    }
    printf("%s: %zu edition%s, %s to %s (%zu new); %zu records, %zu of them on the newest list\n",
           making->options->shared.output, count, plural(count),
           DATE_TEXT(&desig_list_edition(making->ledger, 1)->copied),
           DATE_TEXT(&desig_list_edition(making->ledger, count)->copied), making->added,
           desig_list_count(making->ledger), listed);
    printf("%" PRIu64 " rows, of which %" PRIu64 " were known and not read again\n", making->rows,
           making->known_rows);
}

/* The files of every edition. */
static void print_editions(const ledger_making *making) {
    out_table *table = out_table_new("edition=7,copied=10,published=10,format=14,file=40,checksum=71",
                                     making->options->shared.csv);
    const desig_edition *one;
    for (size_t number = 1; (one = desig_list_edition(making->ledger, number)) != NULL; number++)
        for (uint32_t f = 0; f < one->file_count; f++) {
            out_cellf(table, "%zu", number);
            OUT_CELLS(table, DATE_TEXT(&one->copied), DATE_TEXT(&one->published), one->files[f].format,
                      one->files[f].name,
                      one->files[f].checksum ? one->files[f].checksum : one->files[f].digest);
        }
    out_table_end(table);
}

static int make_ledger(ledger_making *making, char **names, size_t count) {
    int status = find_editions(making, names, count);
    if (status == 0) status = open_ledger(making);
    if (status == 0) status = add_all(making);
    if (status == 0 && making->added > 0) status = write_ledger(making);
    if (status == 0 && making->options->editions)
        print_editions(making);
    else if (status == 0)
        tell_ledger(making);
    return status == 0 && making->added == 0 && count > 0 ? EXIT_NO : status;
}

static const char *wrong(const void *context) {
    const ledger_options *options = context;
    if (!options->shared.output) return "which ledger? Give -o LEDGER";
    return options->shared.operand_count == 0 && !options->editions ? "which editions? Give their files"
                                                                    : NULL;
}

static int run(void *context) {
    ledger_making making = {.options = context};
    lock_take(&making.lock, making.options->shared.output);
    int status = make_ledger(&making, making.options->shared.operands, making.options->shared.operand_count);
    lock_release(&making.lock);
    for (size_t i = 0; i < making.count; i++) lists_forget_files(&making.editions[i].files);
    free(making.editions);
    desig_list_free(making.ledger);
    return status;
}

#define AT(field) offsetof(ledger_options, field)

static const tool_option options[] = {
    {"-o, --output", "LEDGER",
     "the ledger: made, or extended if it is there; it appears whole or stays as it was", take_text,
     AT(shared.output), 0},
    {"--date", "DATE", "the day of an edition of which neither the content nor the file's name says it",
     take_date, AT(date), 0},
    {"--allow-mass-removal", NULL,
     "add an edition that lacks more than a tenth of the records of the one before", take_switch,
     AT(allow_mass_removal), 0},
    {"--editions", NULL, "show the editions of the ledger, their files and the digests of these", take_switch,
     AT(editions), 0},
    {0},
};

const tool_command command_ledger = {
    .name = "ledger",
    .summary = "adds editions of one list to a ledger that knows what each said",
    .about =
        "Sort editions of one list by their days and add them to a ledger; one that is there is extended. "
        "The day is that of the content, else of the file's name (2021-08-18.csv), else --date. A LIST may "
        "then be LEDGER@DATE: the list as it stood in the newest edition copied by that day. status, show "
        "and find take the LEDGER itself and --on. Editions older than the ledger's newest are refused: "
        "build it "
        "anew.",
    .statuses = "0 extended, 1 nothing was new, 2 error",
    .lists_optional = 1,
    .writes_output = 1,
    .takes = TAKES_CSV,
    .options = options,
    .size = sizeof(ledger_options),
    .wrong = wrong,
    .run = run,
};
