/* Print who was designated on a day, and which action decides: who_on_day [FILE [DAY]]
 *
 * One idea: there are four answers, one for each authority, list and program, and each names its reason. */
#include <desig/desig.h>

#include <stdio.h>

enum { MOST_STANDINGS = 16 };

static void print_standings(const desig_record *record, int32_t day) {
    desig_standing overall, each[MOST_STANDINGS];
    size_t count = desig_status_on(record, day, &overall, each, MOST_STANDINGS);

    if (overall.status == DESIG_STATUS_NOT_RECORDED) return;
    printf("%-24s %s\n", record->id, desig_term(DESIG_TERMS_STATUS, overall.status));
    for (size_t i = 0; i < count && i < MOST_STANDINGS; i++) {
        const desig_action *action = each[i].decided_by;
        char since[DESIG_DATE_TEXT];
        if (!action) continue; /* no action by that day under this program */
        printf("    %-12s %-6s %-10s since %s: %s\n", each[i].authority ? each[i].authority : "-",
               each[i].program ? each[i].program : "-", desig_term(DESIG_TERMS_STATUS, each[i].status),
               desig_date_format(&each[i].since, since), action->justification ? action->justification : "-");
    }
}

int main(int argc, char **argv) {
    const char *text = argc > 2 ? argv[2] : "2021-05-20";
    const desig_source source = {.path = argc > 1 ? argv[1] : "examples/data/designations.csv"};
    desig_error error;
    desig_date day;
    desig_list *list = NULL;
    int failed = 1;

    /* A date may mean many days; this program wants one. */
    if (desig_date_parse(text, DESIG_DATE_UNAMBIGUOUS, &day) != DESIG_OK || day.first != day.last ||
        day.first_precision != DESIG_PRECISION_DAY) {
        fprintf(stderr, "%s: not a day, such as 2021-05-20\n", text);
        return 1;
    }
    if (desig_list_new(NULL, &list) != DESIG_OK) {
        fprintf(stderr, "%s\n", desig_result_text(DESIG_E_NOMEM));
    } else if (desig_list_read(list, &source, 1, NULL, NULL, &error) != DESIG_OK) {
        fprintf(stderr, "%s:%llu: %s\n", error.file, (unsigned long long)error.line, error.message);
    } else {
        for (size_t i = 0; i < desig_list_count(list); i++)
            print_standings(desig_list_at(list, i), day.first);
        failed = 0;
    }
    desig_list_free(list);
    return failed;
}
