/* same_bytes FILE...: print what the library makes of small lists, so that the output of two machines can be
 * compared: both native layouts, a ledger of two editions with the digests in it, what is found and how well
 * it scores. A file of the fuzzer's corpus (no .csv at its end) begins with two bytes that are not the
 * list's. */
#include <desig/desig.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void need(int holds, const char *what) {
    if (holds) return;
    fprintf(stderr, "same_bytes: %s\n", what);
    exit(2);
}

static int print_bytes(void *context, const void *bytes, size_t length) {
    (void)context;
    return fwrite(bytes, 1, length, stdout) == length ? 0 : -1;
}

static void print_diagnostic(void *context, const desig_diagnostic *diagnostic) {
    (void)context;
    printf("%s:%llu:%u: %s\n", diagnostic->file ? diagnostic->file : "-",
           (unsigned long long)diagnostic->line, (unsigned)diagnostic->column, diagnostic->message);
}

static char *file_read(const char *path, size_t *length) {
    enum { MOST = 1 << 20 };
    char *bytes = malloc(MOST);
    FILE *file = fopen(path, "rb");
    need(bytes && file, path);
    *length = fread(bytes, 1, MOST, file);
    need(*length < MOST && !ferror(file), path);
    fclose(file);
    return bytes;
}

static desig_list *list_new(void) {
    desig_list *list = NULL;
    need(desig_list_new(NULL, &list) == DESIG_OK, "no memory");
    return list;
}

static void print_list(const desig_list *list, const char *format) {
    desig_sink sink = {.write = print_bytes};
    desig_write_options options = {.format = format};
    printf("-- %s\n", format);
    need(desig_list_write(list, &sink, &options, NULL, NULL) == DESIG_OK, format);
}

/* Of each record the first name, a word of it misspelt, is searched for, and is compared with the next
 * record's. */
static void print_matches(const desig_list *list) {
    desig_index *index = NULL;
    desig_match matches[3];
    char spelt[256];
    need(desig_index_new(list, NULL, NULL, &index, NULL) == DESIG_OK, "no index");
    for (size_t i = 0; i < desig_list_count(list); i++) {
        const desig_record *record = desig_list_at(list, i);
        const desig_record *next = desig_list_at(list, (i + 1) % desig_list_count(list));
        desig_query query = {.name = spelt};
        size_t count = 0;
        if (!record->name_count || !next->name_count) continue;
        snprintf(spelt, sizeof spelt, "%s", record->names[0].text);
        if (strlen(spelt) > 3) spelt[2] = 'e';
        desig_result result = desig_index_find(index, &query, matches, 3, &count, NULL);
        printf("%s: %s, %zu\n", spelt, desig_result_text(result), count);
        for (size_t n = 0; result == DESIG_OK && n < count && n < 3; n++) {
            char key[DESIG_ALERT_KEY];
            need(desig_alert_key(&query, matches[n].record, key) == DESIG_OK, "no key");
            printf("  %.12f %s %s\n", matches[n].score, matches[n].record->id, key);
        }
        printf("  %.12f %s\n", desig_name_compare(spelt, next->names[0].text, record->kind), next->id);
    }
    desig_index_free(index);
}

/* The file, and later the same without its last line. */
static void print_ledger(desig_source source) {
    desig_list *ledger = list_new();
    desig_read_options read = {.size = 0};
    desig_edition_options options = {.read = &read, .allow_mass_removal = 1};
    for (int day = 1; day <= 2; day++) {
        need(desig_date_parse(day == 1 ? "2024-01-01" : "2024-01-02", DESIG_DATE_UNAMBIGUOUS, &read.as_of) ==
                 DESIG_OK,
             "no day");
        printf("-- edition %d: %s\n", day,
               desig_result_text(desig_list_add_edition(ledger, &source, 1, &options, NULL, NULL, NULL)));
        const char *bytes = source.data;
        while (source.length > 0 && bytes[source.length - 1] == '\n') source.length--;
        while (source.length > 0 && bytes[source.length - 1] != '\n') source.length--;
    }
    print_list(ledger, "statements");
    desig_list_free(ledger);
}

static void print_file(const char *path) {
    const char *name = strrchr(path, '/') ? strrchr(path, '/') + 1 : path;
    size_t length = 0, from = strstr(name, ".csv") ? 0 : 2;
    char *bytes = file_read(path, &length);
    if (length < from) from = length;
    desig_source source = {.data = bytes + from, .length = length - from, .name = name};
    desig_callbacks callbacks = {.diagnose = print_diagnostic};
    desig_read_options options = {.callbacks = &callbacks};
    desig_list *list = list_new();
    desig_result result = desig_list_read(list, &source, 1, &options, NULL, NULL);
    printf("==== %s: %s, %zu records\n", name, desig_result_text(result), desig_list_count(list));
    print_list(list, "statements");
    print_list(list, "designations");
    print_matches(list);
    print_ledger(source);
    desig_list_free(list);
    free(bytes);
}

int main(int count, char **arguments) {
    need(count > 1, "which files?");
    for (int i = 1; i < count; i++) print_file(arguments[i]);
    return 0;
}
