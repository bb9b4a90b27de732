/* Build a ledger from two editions of a list and ask it about a day: look_back [OLD NEW ID DAY]
 *
 * One idea: publishers overwrite their lists, a ledger keeps what each edition said, and knows how well it
 * knows when something came or went. The two editions here are shortened to one party each. */
#include <desig/desig.h>

#include <stdio.h>

static const char copy_of_the_14th[] =
    "17927,\"AL HOUTHI, Abdul Malik\",\"individual\",\"YEMEN\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \n";
static const char copy_of_the_16th[] =
    "17927,\"AL HOUTHI, Abdul Malik\",\"individual\",\"YEMEN\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \n"
    "47664,\"ANSARALLAH\",-0- ,\"SDGT\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \n";

static void print_answer(const desig_list *ledger, const char *id, int32_t day) {
    const desig_record *record = desig_list_get(ledger, id);
    size_t number = desig_list_edition_on(ledger, day);
    const desig_edition *edition = desig_list_edition(ledger, number);
    desig_standing standing = {0};
    char since[DESIG_DATE_TEXT], until[DESIG_DATE_TEXT], copied[DESIG_DATE_TEXT];

    if (record) desig_status_on(record, day, &standing, NULL, 0);
    printf("%s: %s, since %s, until %s\n", id, desig_term(DESIG_TERMS_STATUS, standing.status),
           desig_date_format(&standing.since, since), desig_date_format(&standing.until, until));
    if (edition)
        printf("The newest copy by then is edition %zu, of %s.\n", number,
               desig_date_format(&edition->copied, copied));
    else
        printf("The ledger has no edition of that day or before.\n");
}

int main(int argc, char **argv) {
    desig_source editions[2] = {
        {.data = copy_of_the_14th, .length = sizeof copy_of_the_14th - 1, .name = "2024-02-14.csv"},
        {.data = copy_of_the_16th, .length = sizeof copy_of_the_16th - 1, .name = "2024-02-16.csv"}};
    const char *id = argc > 4 ? argv[3] : "us-ofac:47664";
    const char *text = argc > 4 ? argv[4] : "2024-02-15";
    desig_error error = {0};
    desig_list *ledger = NULL;
    desig_date day;

    if (argc > 4) {
        for (int i = 0; i < 2; i++) editions[i] = (desig_source){.path = argv[i + 1]};
    }
    if (desig_date_parse(text, DESIG_DATE_UNAMBIGUOUS, &day) != DESIG_OK || day.first != day.last) {
        fprintf(stderr, "%s: not a day, such as 2024-02-15\n", text);
        return 1;
    }
    desig_result result = desig_list_new(NULL, &ledger);
    /* Oldest first; the day of each copy is in its name here, and could be given by desig_read_options.as_of.
     */
    for (int i = 0; result == DESIG_OK && i < 2; i++)
        result = desig_list_add_edition(ledger, &editions[i], 1, NULL, NULL, NULL, &error);
    if (result == DESIG_OK)
        print_answer(ledger, id, day.first);
    else
        fprintf(stderr, "%s: %s\n", error.file, error.message[0] ? error.message : desig_result_text(result));
    desig_list_free(ledger);
    return result != DESIG_OK;
}
