/* A stranger: reads a list from memory, asks about a day, finds a misspelt name. */
#include <desig/desig.h>

#include <stdio.h>
#include <string.h>

static const char csv[] = "id,kind,name,action,date,authority,program\n"
                          "g1,group,Ansarallah,designated,2021-01-19,US-STATE,FTO\n"
                          "g1,,,revoked,2021-02-16,US-STATE,FTO\n";

int main(void) {
    desig_source source = {.data = csv, .length = sizeof csv - 1, .name = "csv"};
    desig_query query = {DESIG_INIT(desig_query), .name = "Ansarullah"};
    desig_list *list = NULL;
    desig_index *index = NULL;
    desig_standing standing;
    desig_match match;
    desig_date day;
    size_t found = 0;
    if (desig_list_new(NULL, &list) || desig_list_read(list, &source, 1, NULL, NULL, NULL) ||
        desig_index_new(list, NULL, NULL, &index, NULL) ||
        desig_index_find(index, &query, &match, 1, &found, NULL) || found != 1)
        return 1;
    desig_date_parse("2021-02-01", DESIG_DATE_UNAMBIGUOUS, &day);
    desig_status_on(match.record, day.first, &standing, NULL, 0);
    printf("%s %s: %s\n", desig_version(), match.record->id,
           desig_term(DESIG_TERMS_STATUS, (unsigned)standing.status));
    desig_index_free(index);
    desig_list_free(list);
    return standing.status != DESIG_STATUS_DESIGNATED || strcmp(desig_version(), DESIG_VERSION) != 0;
}
