#include "io/lists.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "io/files.h"
#include "io/ledgers.h"
#include "io/out.h"
#include "io/tell.h"

enum { TOLD = 5 }; /* diagnostics of one list that are told before the rest is only counted */

static const char ofac_primary[] = "ofac-sdn"; /* the name of the format of OFAC's primary files */

static const char by_map[] = "map"; /* likewise, of what was read by a map */

/* The diagnostics of one list: passed on to whoever wants all, else the first few are printed. */
typedef struct diagnostic_tally {
    const lists_options *options;
    uint64_t count;
    places *places; /* NULL: not wanted */
} diagnostic_tally;

static void tell(void *context, const desig_diagnostic *diagnostic) {
    diagnostic_tally *tally = context;
    if (tally->options->diagnose) {
        tally->options->diagnose(tally->options->context, diagnostic);
        return;
    }
    if (diagnostic->severity == DESIG_SEVERITY_NOTE) return;
    if (++tally->count <= TOLD) complain_of(diagnostic);
}

static void take_place(void *context, const desig_place *told) {
    const diagnostic_tally *tally = context;
    places_take(tally->places, told);
}

static void tell_rest(const diagnostic_tally *tally, const char *name) {
    if (tally->count > TOLD)
        note("%s: %" PRIu64 " findings more (see: desig check)", name, tally->count - TOLD);
}

/* Say that a file of the set is not there: what it would say is unknown, which is not "there is none". */
static void tell_missing(diagnostic_tally *tally, const char *primary, const char *missing) {
    char message[512];
    snprintf(message, sizeof message, "%s is not beside it: what that file says is not observed", missing);
    desig_diagnostic diagnostic = {DESIG_INIT(desig_diagnostic), .severity = DESIG_SEVERITY_WARNING,
                                   .check = "missing-companion", .file = primary, .message = message};
    if (tally->options->diagnose)
        tell(tally, &diagnostic);
    else
        complain_of(&diagnostic); /* not among the first few only: it bears on every answer */
}

static void add_file(lists_entry *entry, char *path, const char *absent) {
    entry->files[entry->file_count++] = (lists_file){.path = path, .absent = path ? NULL : absent};
}

/* Find the files of a LIST: its own, and the companions of `set` (NULL: none). What is missing is told,
 * unless the tally is NULL. */
static void find_files(lists_entry *entry, const desig_file_set *set, diagnostic_tally *tally) {
    size_t length = strlen(entry->name);
    entry->dated = ledger_is_dated(entry->name, &length, &entry->day);
    add_file(entry, out_copy(entry->name, length), NULL);
    if (is_standard_input(entry->name)) entry->name = "standard input";
    for (size_t i = 0; set && i < COMPANIONS && set->companions[i]; i++) {
        add_file(entry, companion_beside(entry->name, set->companions[i]), set->companions[i]);
        if (tally && !entry->files[entry->file_count - 1].path)
            tell_missing(tally, entry->name, set->companions[i]);
    }
}

void lists_forget_files(lists_entry *entry) {
    for (size_t i = 0; i < entry->file_count; i++) free(entry->files[i].path);
    places_free(entry->places);
    entry->file_count = 0;
    entry->places = NULL;
}

void lists_open_sources(lists_sources *opened, const lists_entry *entry) {
    opened->count = 0;
    for (size_t i = 0; i < entry->file_count; i++) {
        if (!entry->files[i].path) continue;
        opened->sources[opened->count] = stream_open(&opened->streams[opened->count], entry->files[i].path);
        opened->count++;
    }
}

void lists_close_sources(lists_sources *opened, desig_result result, desig_error *error) {
    for (size_t i = 0; i < opened->count; i++) {
        if (result == DESIG_E_IO && opened->streams[i].failure[0] != '\0')
            memcpy(error->message, opened->streams[i].failure, sizeof error->message);
        stream_close(&opened->streams[i]);
    }
}

/* Read the files of a LIST, by a map (NULL: none), into an empty list. */
static desig_result read_files(lists_entry *entry, const column_map *map, diagnostic_tally *tally,
                               desig_error *error) {
    lists_sources opened;
    const desig_callbacks callbacks = {DESIG_INIT(desig_callbacks), .context = tally, .diagnose = tell,
                                       .progress = progress_tell,
                                       .place = tally->options->places ? take_place : NULL};
    desig_read_options options = {DESIG_INIT(desig_read_options),
                                  .as_of = tally->options->as_of,
                                  .delimiter = map                   ? map->delimiter
                                               : tally->options->map ? 0
                                                                     : tally->options->delimiter,
                                  .encoding = map ? map->encoding : DESIG_ENCODING_DETECT,
                                  .map = map ? &map->map : NULL,
                                  .callbacks = &callbacks};
    if (tally->options->places) tally->places = entry->places = places_new();
    entry->report.size = sizeof entry->report;
    lists_open_sources(&opened, entry);
    progress_begin(entry->name, "bytes read");
    desig_result result =
        desig_list_read(entry->list, opened.sources, opened.count, &options, &entry->report, error);
    progress_end();
    lists_close_sources(&opened, result, error);
    if (entry->places) places_sort(entry->places);
    entry->as_of = desig_list_as_of(entry->list);
    return result;
}

static int is_of(const char *format, const desig_report *report) {
    return report->format && strcmp(report->format, format) == 0;
}

/* Whether a file under a name of its own is one of OFAC's primary files. Reading it twice is the price of
 * knowing it by its content; only a file that has companions beside it pays. */
static int reads_as_ofac_primary(const char *path) {
    desig_list *trial = NULL;
    byte_stream stream;
    desig_report report = {DESIG_INIT(desig_report)};
    if (desig_list_new(NULL, &trial) != DESIG_OK) return 0;
    desig_source source = stream_open(&stream, path);
    int primary =
        desig_list_read(trial, &source, 1, NULL, &report, NULL) == DESIG_OK && is_of(ofac_primary, &report);
    stream_close(&stream);
    desig_list_free(trial);
    return primary;
}

static const desig_file_set *set_of(const char *name) {
    if (is_standard_input(name)) return NULL;
    const desig_file_set *named = companions_of(name);
    if (named) return named;
    const desig_file_set *beside = companions_beside(name);
    return beside && reads_as_ofac_primary(name) ? beside : NULL;
}

void lists_find_files(lists_entry *entry) {
    find_files(entry, set_of(entry->name), NULL);
}

static int open_known(lists_entry *entry, const lists_options *options, desig_error *error) {
    diagnostic_tally tally = {.options = options};
    const desig_file_set *set = set_of(entry->name);
    lists_forget_files(entry);
    find_files(entry, set, &tally);
    desig_result result = read_files(entry, NULL, &tally, error);
    if (result == DESIG_OK && !set && is_of(ofac_primary, &entry->report)) {
        static const char companions[] = "a file of addresses, of aliases or of comments";
        tell_missing(&tally, entry->name, companions);
        add_file(entry, NULL, companions);
    }
    tell_rest(&tally, entry->name);
    return result == DESIG_OK;
}

/* Among several LISTs, the map is for those that have its columns. Standard input cannot be read twice. */
static int open_mapped(lists_entry *entry, const lists_options *options, const column_map *map, int alone,
                       desig_error *error) {
    diagnostic_tally tally = {.options = options};
    desig_error other = {0};
    int again = !alone && !is_standard_input(entry->name);
    find_files(entry, NULL, &tally);
    desig_result result = read_files(entry, map, &tally, error);
    tell_rest(&tally, entry->name);
    if (result == DESIG_E_FORMAT && again && open_known(entry, options, &other)) result = DESIG_OK;
    return result == DESIG_OK;
}

/* Let a ledger stand for its list on the day that is asked for, else in its newest edition. */
static int settle_ledger(lists_entry *entry, const lists_options *options, int alone) {
    int ledger = is_ledger(entry->list), status = 0;
    if (entry->dated && !ledger)
        return fail("%s: this is no ledger, and says nothing of other days than its own", entry->name);
    if (ledger) ledger_tell_unobserved(entry->list, entry->name);
    if (!ledger || (alone && options->ledgers && !entry->dated)) return 0;
    int32_t day = entry->dated                        ? entry->day
                  : options->on && options->on->given ? options->on->day
                                                      : ledger_newest(entry->list);
    desig_list *published = ledger_on(entry->list, entry->name, day, &status);
    if (!published) return status;
    ledger_tell_edition(entry->list, entry->name, day);
    if (options->ledgers)
        entry->ledger = entry->list;
    else
        desig_list_free(entry->list);
    entry->list = published;
    entry->as_of = desig_list_as_of(published);
    return 0;
}

static int open_entry(lists_entry *entry, const lists_options *options, const column_map *map, int alone) {
    desig_error error = {.result = DESIG_E_NOMEM};
    if (desig_list_new(NULL, &entry->list) != DESIG_OK) return complain(&error);
    int opened = map ? open_mapped(entry, options, map, alone, &error) : open_known(entry, options, &error);
    return opened ? settle_ledger(entry, options, alone) : complain(&error);
}

int lists_go_together(const char *name, char **names, size_t count) {
    int goes = 0;
    for (size_t i = 0; i < count && !goes; i++) {
        const desig_file_set *set = companions_of(names[i]);
        for (size_t other = 0; set && set->companions[other] && !goes; other++) {
            char *beside = companion_beside(names[i], set->companions[other]);
            goes = beside && strcmp(beside, name) == 0;
            free(beside);
        }
    }
    return goes;
}

static int open_all(list_set *lists, char **names, size_t count, const lists_options *options,
                    const column_map *map) {
    int mapped = 0;
    lists->count = 0;
    lists->entries = out_resize(NULL, count * sizeof *lists->entries);
    for (size_t i = 0; i < count; i++) {
        if (lists_go_together(names[i], names, count)) continue;
        lists_entry *entry = &lists->entries[lists->count++];
        *entry = (lists_entry){.name = names[i]};
        int status = open_entry(entry, options, map, count == 1);
        if (status != 0) return status;
        mapped |= is_of(by_map, &entry->report);
    }
    if (!map || mapped) return 0;
    return fail("desig: --map: none of these lists has the map's columns");
}

int lists_open(list_set *lists, char **names, size_t count, const lists_options *options) {
    column_map map = {0};
    int status = 0;
    if (!options->map && options->dates) return fail("desig: --date-format goes with --map");
    if (!options->map) return open_all(lists, names, count, options, NULL);
    status = column_map_read(&map, options->map);
    if (options->delimiter) map.delimiter = options->delimiter;
    if (options->dates) map.map.dates = options->dates;
    if (status == 0) status = open_all(lists, names, count, options, &map);
    column_map_free(&map);
    return status;
}

void lists_close(list_set *lists) {
    for (size_t i = 0; i < lists->count; i++) {
        desig_list_free(lists->entries[i].list);
        desig_list_free(lists->entries[i].ledger);
        lists_forget_files(&lists->entries[i]);
    }
    free(lists->entries);
}

/* Tell of ids that an earlier list has, too: nobody shall take two editions for one list unawares. */
static void tell_shared_ids(const desig_list *earlier, const lists_entry *entry) {
    const desig_record *record;
    size_t count = 0;
    int editions = 0;
    for (size_t i = 0; (record = desig_list_at(entry->list, i)) != NULL; i++) {
        const desig_record *shared = desig_list_get(earlier, record->id);
        if (!shared) continue;
        count++;
        editions |= shared->source && record->source && strcmp(shared->source, record->source) == 0;
    }
    if (count > 0)
        note("%s: %zu record%s the id of one of an earlier list: what both say stands in one record%s",
             entry->name, count, count == 1 ? " has" : "s have",
             editions ? ", and what one edition no longer has still stands (see: desig diff)" : "");
}

int lists_merge(list_set *lists) {
    desig_error error = {.result = DESIG_E_NOMEM};
    for (size_t i = 1; i < lists->count; i++) {
        tell_shared_ids(lists->entries[0].list, &lists->entries[i]);
        if (desig_list_merge(lists->entries[0].list, lists->entries[i].list, &error) != DESIG_OK)
            return complain(&error);
        desig_list_free(lists->entries[i].list);
        lists->entries[i].list = NULL;
    }
    return 0;
}

int lists_answer(char **names, size_t count, const lists_options *options,
                 int (*answer)(void *context, const desig_list *list), void *context) {
    list_set lists = {0};
    int status = lists_open(&lists, names, count, options);
    if (status == 0) status = lists_merge(&lists);
    if (status == 0) status = answer(context, lists.entries[0].list);
    lists_close(&lists);
    return status;
}
