/* Build a record in memory and write it as CSV to standard output: build_record
 *
 * One idea: the struct that you read is the struct that you fill. desig_list_add() copies all of it, so that
 * yours may live on the stack. */
#include <desig/desig.h>

#include <stdio.h>

static int write_to_stdout(void *context, const void *bytes, size_t length) {
    (void)context;
    return fwrite(bytes, 1, length, stdout) != length;
}

static desig_result build(desig_list *list, desig_error *error) {
    const desig_name names[] = {
        {.text = "Yusuf al-Madani", .type = DESIG_NAME_PRIMARY, .strength = DESIG_STRENGTH_STRONG},
        {.text = "ABU HUSAYN", .type = DESIG_NAME_AKA, .strength = DESIG_STRENGTH_WEAK},
    };
    desig_action action = {.type = DESIG_ACTION_DESIGNATED,
                           .authority = "US-STATE",
                           .list = "SDN",
                           .program = "SDGT",
                           .legal_basis = "E.O. 13224",
                           .statement_by = "Antony Blinken, Secretary of State"};
    const desig_link link = {.type = "leader-of", .target = "Ansarallah", .role = "of its Marib offensive"};
    desig_fact born = {.type = DESIG_FACT_BIRTH_DATE, .value = "1977"};
    const desig_record record = {
        DESIG_INIT(desig_record), /* so that a newer library knows which fields there are */
        .id = "yusuf-al-madani",  .kind = DESIG_KIND_INDIVIDUAL,
        .names = names,           .name_count = 2,
        .actions = &action,       .action_count = 1,
        .links = &link,           .link_count = 1,
        .facts = &born,           .fact_count = 1};

    /* A date keeps the precision of its text: 1977 is a year, and never 1 January 1977. */
    desig_result result = desig_date_parse("2021-05-20", DESIG_DATE_UNAMBIGUOUS, &action.effective);
    if (result == DESIG_OK) result = desig_date_parse(born.value, DESIG_DATE_UNAMBIGUOUS, &born.from);
    return result == DESIG_OK ? desig_list_add(list, &record, error) : result;
}

int main(void) {
    const desig_sink sink = {.write = write_to_stdout};
    const desig_write_options options = {DESIG_INIT(desig_write_options), .format = "designations"};
    desig_error error = {0};
    desig_list *list = NULL;

    desig_result result = desig_list_new(NULL, &list);
    if (result == DESIG_OK) result = build(list, &error);
    if (result == DESIG_OK) result = desig_list_write(list, &sink, &options, NULL, &error);
    if (result != DESIG_OK) fprintf(stderr, "%s %s\n", desig_result_text(result), error.message);
    desig_list_free(list);
    return result != DESIG_OK;
}
