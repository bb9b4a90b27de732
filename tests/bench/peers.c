/* The same list and the same queries for others: written as files for the scripts in peers/, which answer in
 * a file that peers/score.awk compares. */
#include "bench.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { HALF = 300, RECORDS = 10 };

static FILE *create(const char *directory, const char *name) {
    char path[512];
    snprintf(path, sizeof path, "%s/%s", directory, name);
    FILE *file = fopen(path, "w");
    if (!file) fail(path);
    return file;
}

/* As a program would give a name to a library that does not know names: without commas, in small letters. */
static void put(FILE *file, const char *owner, const char *name) {
    fprintf(file, "%s\t", owner);
    for (; *name; name++)
        if (*name != ',' && *name != '\t') fputc(tolower((unsigned char)*name), file);
    fputc('\n', file);
}

static void write_names(const desig_list *list, FILE *file) {
    for (size_t i = 0; i < desig_list_count(list); i++) {
        const desig_record *record = desig_list_at(list, i);
        for (uint32_t n = 0; n < record->name_count; n++)
            if (record->names[n].strength != DESIG_STRENGTH_WEAK)
                put(file, record->id, record->names[n].text);
    }
}

static void answer(const desig_index *index, const char *name, FILE *results) {
    desig_match m[RECORDS];
    desig_query query = {.name = name};
    double start = now();
    size_t count = index_ask(index, &query, m, RECORDS);
    fprintf(results, "%.1f", 1e6 * (now() - start));
    for (size_t i = 0; i < count && i < RECORDS; i++) fprintf(results, "\t%s", m[i].record->id);
    fputc('\n', results);
}

/* Listed names with one typing error, and as many of ordinary people, whose owner is `-`. */
void measure_peers(void) {
    const char *directory = getenv("PEERS_DIR");
    if (!directory) return;
    desig_list *list = sdn_read();
    desig_index *index = index_build(list, NULL);
    set ordinary = set_read("eval/ordinary-names.csv");
    FILE *names = create(directory, "names.tsv");
    FILE *queries = create(directory, "queries.tsv");
    FILE *results = create(directory, "desig.tsv");
    dice d = {17};
    write_names(list, names);
    for (size_t i = 0; i < HALF; i++) {
        char typed[TYPED];
        const desig_record *record = desig_list_at(list, dice_below(&d, desig_list_count(list)));
        const desig_name *name = &record->names[dice_below(&d, record->name_count)];
        if (name->strength == DESIG_STRENGTH_WEAK) name = &record->names[0];
        mistype(name->text, &d, typed);
        put(queries, record->id, typed);
        answer(index, typed, results);
        const char *somebody = ordinary.rows[dice_below(&d, ordinary.count)].field[0];
        put(queries, "-", somebody);
        answer(index, somebody, results);
    }
    fclose(names);
    fclose(queries);
    fclose(results);
    desig_index_free(index);
    desig_list_free(list);
}
