/* A program that was compiled against the header as first released. The library that it runs with has grown a
 * large field behind each struct that can grow. Each struct here ends where its page ends, and the next page
 * must not be touched: reading or writing past a struct is a crash. All is tried with a size of 0 and with
 * DESIG_INIT. */
#include <desig/desig.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

static int failures;

#define CHECK(condition)                                                                                     \
    do {                                                                                                     \
        if (!(condition)) {                                                                                  \
            fprintf(stderr, "%s:%d: sized %d: %s\n", __FILE__, __LINE__, sized, #condition);                 \
            failures++;                                                                                      \
        }                                                                                                    \
    } while (0)

static int sized; /* whether structs say their size */

/* A struct that ends at the end of a page, after which nothing may be touched. Never released. */
static void *placed(size_t size, const void *initialised) {
    size_t page = (size_t)sysconf(_SC_PAGESIZE);
    size_t room = (size + page - 1) / page * page;
    char *pages = mmap(NULL, room + page, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (pages == MAP_FAILED || mprotect(pages + room, page, PROT_NONE) != 0) exit(99);
    return sized ? memcpy(pages + room - size, initialised, size) : pages + room - size;
}

/* A struct that grows, initialised as its user would: by zeros, or by DESIG_INIT. */
#define NEW(type, name) type *name = placed(sizeof(type), &(const type){DESIG_INIT(type)})

/* What the library hands out has at least the size of the first release. */

static int diagnosed;
static void diagnose(void *context, const desig_diagnostic *diagnostic) {
    (void)context;
    CHECK(diagnostic->size >= sizeof(desig_diagnostic));
    diagnosed += strcmp(diagnostic->check, "short-row") == 0;
}

static int places;
static void place(void *context, const desig_place *found) {
    (void)context;
    CHECK(found->size >= sizeof(desig_place));
    places++;
}

static int changes;
static int change(void *context, const desig_change *told) {
    (void)context;
    CHECK(told->size >= sizeof(desig_change));
    CHECK(told->before == NULL || told->before->size >= sizeof(desig_record));
    changes++;
    return 0;
}

static int asked;
static int accept(void *context, const desig_record *record) {
    (void)context;
    CHECK(record->size >= sizeof(desig_record));
    asked++;
    return 1;
}

static int stepped;
static int step(void *context, uint64_t done, uint64_t total) {
    (void)context;
    (void)done;
    (void)total;
    stepped++;
    return 0;
}

static int take(void *context, const void *bytes, size_t length) {
    (void)bytes;
    *(size_t *)context += length;
    return 0;
}

static desig_list *new_list(void) {
    desig_list *list = NULL;
    if (desig_list_new(NULL, &list) != DESIG_OK) exit(99);
    return list;
}

static desig_list *read_map(void) {
    static const desig_map_column columns[] = {{.target = "id", .column = "Number"},
                                               {.target = "name", .column = "Party"}};
    static const char rows[] = "Number,Party\n1,Ansarallah\n2\n";
    const desig_source source = {.data = rows, .length = sizeof rows - 1, .name = "rows.csv"};
    desig_list *list = new_list();
    NEW(desig_map, map);
    NEW(desig_read_options, options);
    NEW(desig_callbacks, callbacks);
    NEW(desig_report, report);
    map->columns = columns;
    map->column_count = 2;
    map->headerless = 0;
    options->map = map; /* near the end of the struct */
    callbacks->diagnose = diagnose;
    callbacks->place = place;
    options->callbacks = callbacks;
    CHECK(desig_list_read(list, &source, 1, options, report, NULL) == DESIG_OK);
    CHECK(diagnosed > 0 && places > 0);
    CHECK(report->rows == 2 && report->bad_rows == 1);
    CHECK(report->format != NULL && strcmp(report->format, "map") == 0); /* the last field */
    CHECK(report->size == (sized ? sizeof *report : 0));
    CHECK(desig_list_source_at(list, 0)->size >= sizeof(desig_list_source));
    return list;
}

static desig_list *add(void) {
    static const desig_name name = {.text = "Ansarallah"};
    desig_list *list = new_list();
    NEW(desig_record, record);
    record->id = "a";
    record->names = &name;
    record->name_count = 1;
    CHECK(desig_list_add(list, record, NULL) == DESIG_OK);
    CHECK(desig_list_at(list, 0)->name_count == 1);
    return list;
}

static void write_out(const desig_list *list) {
    size_t length = 0;
    const desig_sink sink = {.write = take, .context = &length};
    NEW(desig_write_options, options);
    NEW(desig_callbacks, callbacks);
    NEW(desig_report, report);
    options->format = "designations";
    callbacks->progress = step;
    options->callbacks = callbacks;
    CHECK(desig_list_write(list, &sink, options, report, NULL) == DESIG_OK);
    CHECK(length > 0 && stepped > 0);
    CHECK(report->records == desig_list_count(list));
}

static void diff(const desig_list *before, const desig_list *after) {
    NEW(desig_diff_options, options);
    NEW(desig_diff_report, report);
    NEW(desig_callbacks, callbacks);
    callbacks->progress = step;
    options->callbacks = callbacks;
    stepped = changes = 0;
    CHECK(desig_list_diff(before, after, options, change, NULL, report, NULL) == DESIG_OK);
    CHECK(changes > 0 && stepped > 0);
    CHECK(report->added + report->removed + report->changed == (uint64_t)changes);
}

static void find(const desig_list *list) {
    desig_index *index = NULL;
    desig_match match;
    size_t found = 0;
    NEW(desig_index_options, options);
    NEW(desig_callbacks, callbacks);
    NEW(desig_query, query);
    callbacks->progress = step;
    options->callbacks = callbacks;
    stepped = 0;
    CHECK(desig_index_new(list, NULL, options, &index, NULL) == DESIG_OK && stepped > 0);
    query->name = "Ansarullah";
    query->accept = accept;
    CHECK(desig_index_find(index, query, &match, 1, &found, NULL) == DESIG_OK && found == 1 && asked > 0);
    desig_index_free(index);
}

static void explain(void) {
    NEW(desig_explanation, why);
    CHECK(desig_name_explain("Ansarallah", "Ansarullah", DESIG_KIND_GROUP, why) == DESIG_OK);
    CHECK(why->meeting_count == 1 && why->meetings[0].likeness > 0);
}

static void add_edition(void) {
    static const char rows[] = "id,kind,name\na,group,Ansarallah\n";
    const desig_source source = {.data = rows, .length = sizeof rows - 1, .name = "rows.csv"};
    desig_list *ledger = new_list();
    NEW(desig_edition_options, options);
    NEW(desig_read_options, reading);
    NEW(desig_report, read);
    NEW(desig_edition_report, report);
    desig_date_parse("2021-08-18", DESIG_DATE_UNAMBIGUOUS, &reading->as_of);
    options->read = reading;
    options->allow_mass_removal = 1;
    CHECK(desig_list_add_edition(ledger, &source, 1, options, read, report, NULL) == DESIG_OK);
    CHECK(read->rows == 1 && report->edition == 1 && report->added == 1);
    const desig_edition *edition = desig_list_edition(ledger, 1);
    CHECK(edition != NULL && edition->size >= sizeof *edition && edition->file_count == 1);
    desig_list_free(ledger);
}

static void read_csv(void) {
    static const char rows[] = "name;born\nAnsarallah;\n";
    const desig_source source = {.data = rows, .length = sizeof rows - 1};
    desig_csv *csv = NULL;
    const desig_csv_row *header = NULL, *row = NULL;
    NEW(desig_csv_options, options);
    options->max_columns = 2;
    options->delimiter = ';'; /* the last field */
    CHECK(desig_csv_new(&source, options, NULL, &csv, &header, NULL) == DESIG_OK);
    CHECK(header->size >= sizeof *header && header->cell_count == 2);
    CHECK(desig_csv_next(csv, &row, NULL) == DESIG_OK);
    CHECK(row->size >= sizeof *row && row->raw_length == sizeof "Ansarallah;" - 1);
    desig_csv_free(csv);
    CHECK(desig_file_set_at(0)->size >= sizeof(desig_file_set));
}

int main(void) {
    for (sized = 0; sized <= 1; sized++) {
        desig_list *read = read_map();
        desig_list *added = add();
        write_out(added);
        diff(read, added);
        find(added);
        explain();
        add_edition();
        read_csv();
        desig_list_free(read);
        desig_list_free(added);
    }
    return failures > 0;
}
