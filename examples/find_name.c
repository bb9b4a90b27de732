/* Find a party by a name, however it is spelt: find_name [FILE [NAME]]
 *
 * One idea: an index is built once over a list, and then asked by any number of threads. */
#include <desig/desig.h>

#include <stdio.h>

enum { MOST_MATCHES = 5 };

static const char *primary_name(const desig_record *record) {
    for (uint32_t i = 0; i < record->name_count; i++)
        if (record->names[i].type == DESIG_NAME_PRIMARY) return record->names[i].text;
    return record->id;
}

static desig_result find(const desig_index *index, const char *name, desig_error *error) {
    /* A birth date or nationality would be weighed, too. */
    const desig_query query = {DESIG_INIT(desig_query), .name = name};
    desig_match matches[MOST_MATCHES];
    size_t count = 0;

    desig_result result = desig_index_find(index, &query, matches, MOST_MATCHES, &count, error);
    if (result != DESIG_OK) return result;
    printf("%s: %zu found\n", name, count);
    for (size_t i = 0; i < count && i < MOST_MATCHES; i++) {
        const desig_match *match = &matches[i];
        printf("  %.2f  %s, by the %s name %s\n", match->score, primary_name(match->record),
               desig_term(DESIG_TERMS_STRENGTH, match->name->strength), match->name->text);
    }
    return DESIG_OK;
}

int main(int argc, char **argv) {
    const char *name = argc > 2 ? argv[2] : "Abdulmalik Al Huthi";
    const desig_source source = {.path = argc > 1 ? argv[1] : "examples/data/designations.csv"};
    desig_error error = {0};
    desig_list *list = NULL;
    desig_index *index = NULL;

    desig_result result = desig_list_new(NULL, &list);
    if (result == DESIG_OK) result = desig_list_read(list, &source, 1, NULL, NULL, &error);
    if (result == DESIG_OK) result = desig_index_new(list, NULL, NULL, &index, &error);
    if (result == DESIG_OK) result = find(index, name, &error);
    if (result != DESIG_OK) fprintf(stderr, "%s %s\n", desig_result_text(result), error.message);

    desig_index_free(index); /* before the list that it points into */
    desig_list_free(list);
    return result != DESIG_OK;
}
