/* The walk once through, and calls that are refused, in one plain process for valgrind to watch. */
#include "counting.h"
#include "walk.h"

#include <stdio.h>

#define CHECK(condition)                                                                                     \
    do {                                                                                                     \
        if (!(condition)) {                                                                                  \
            fprintf(stderr, "%s:%d: not so: %s\n", __FILE__, __LINE__, #condition);                          \
            exit(1);                                                                                         \
        }                                                                                                    \
    } while (0)

static void check_statuses(const desig_list *list) {
    desig_standing overall, each[8];
    for (size_t i = 0; i < desig_list_count(list); i++) {
        size_t count = desig_status_on(desig_list_at(list, i), 18660, &overall, each, 8);
        CHECK(desig_term(DESIG_TERMS_STATUS, (unsigned)overall.status));
        for (size_t n = 0; n < count && n < 8; n++) CHECK(each[n].decided_by || !each[n].status);
    }
    const desig_record *houthis = desig_list_get(list, "houthis");
    CHECK(houthis);
    desig_status_on(houthis, 18660, &overall, NULL, 0); /* 2021-02-02 */
    CHECK(overall.status == DESIG_STATUS_DESIGNATED);
    desig_status_on(houthis, 18690, &overall, NULL, 0); /* 2021-03-04 */
    CHECK(overall.status == DESIG_STATUS_REVOKED);
}

/* A strict read of a defective file, and of one whose ids are there already: both leave the list alone. */
static void check_refusals(desig_list *list) {
    static const char defective[] = "id,kind,name\nx,group,\"torn\n";
    static const char doubled[] = "id,kind,name\nnew,group,New\nhouthis,group,Ansarallah\n";
    desig_read_options strict = {.strict = 1};
    desig_source source = {.data = defective, .length = sizeof defective - 1, .name = "defective.csv"};
    desig_error error;
    size_t before = desig_list_count(list);
    CHECK(desig_list_read(list, &source, 1, &strict, NULL, &error) == DESIG_E_FORMAT);
    CHECK(error.line == 2);
    source = (desig_source){.data = doubled, .length = sizeof doubled - 1, .name = "doubled.csv"};
    CHECK(desig_list_read(list, &source, 1, NULL, NULL, &error) == DESIG_E_EXISTS);
    source = (desig_source){.path = TEST_DATA_DIR "/no such file"};
    CHECK(desig_list_read(list, &source, 1, NULL, NULL, &error) == DESIG_E_IO);
    CHECK(desig_list_count(list) == before);
}

int main(void) {
    counting count = {0};
    walker walk = {.allocator = counting_allocator(&count)};
    const walk_step *step;
    for (size_t i = 0; (step = walk_step_at(i)); i++) {
        desig_result result = step->take(&walk);
        printf("%s: %s\n", step->name, desig_result_text(result));
        CHECK(result == DESIG_OK);
    }
    check_statuses(walk.list);
    desig_index_free(walk.index);
    walk.index = NULL;
    check_refusals(walk.list);
    walk_end(&walk);
    CHECK(count.outstanding == 0);
    return 0;
}
