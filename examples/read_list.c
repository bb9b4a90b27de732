/* Read a list and print it: read_list [FILE]
 *
 * One idea: a list is an array of plain structs. Everything hangs off the list and lives as long as it. */
#include <desig/desig.h>

#include <stdio.h>

/* A string of a record may be NULL: the source does not say. */
static const char *or_none(const char *text) {
    return text ? text : "-";
}

static void print_record(const desig_record *record) {
    char day[DESIG_DATE_TEXT];
    const char *kind = desig_term(DESIG_TERMS_KIND, record->kind);

    printf("%s (%s)\n", record->id, kind);
    for (uint32_t i = 0; i < record->name_count; i++) {
        const desig_name *name = &record->names[i];
        printf("  %-10s %s%s\n", desig_term(DESIG_TERMS_NAME_TYPE, name->type), name->text,
               name->strength == DESIG_STRENGTH_WEAK ? " (weak)" : "");
    }
    for (uint32_t i = 0; i < record->action_count; i++) {
        const desig_action *action = &record->actions[i];
        printf("  %-10s %s %s %s: %s\n", desig_term(DESIG_TERMS_ACTION_TYPE, action->type),
               desig_date_format(&action->effective, day), or_none(action->authority),
               or_none(action->program), or_none(action->justification));
    }
}

int main(int argc, char **argv) {
    const desig_source source = {.path = argc > 1 ? argv[1] : "examples/data/designations.csv"};
    desig_error error;
    desig_list *list = NULL;
    int failed = 1;

    if (desig_list_new(NULL, &list) != DESIG_OK) {
        fprintf(stderr, "%s\n", desig_result_text(DESIG_E_NOMEM));
    } else if (desig_list_read(list, &source, 1, NULL, NULL, &error) != DESIG_OK) {
        fprintf(stderr, "%s:%llu: %s\n", error.file, (unsigned long long)error.line, error.message);
    } else {
        for (size_t i = 0; i < desig_list_count(list); i++) print_record(desig_list_at(list, i));
        failed = 0;
    }
    desig_list_free(list);
    return failed;
}
