/* OpenSanctions' targets.simple.csv, one row a target: https://www.opensanctions.org/docs/bulk/csv/. Columns
 * were added over time, and their order varies. */
#include "csv/formats/formats.h"

#include "csv/shared_rules.h"

#include <string.h>

enum {
    OS_ID,
    OS_SCHEMA,
    OS_NAME,
    OS_ALIASES,
    OS_COUNTRIES,
    OS_DATASET,
    OS_REQUIRED,
    OS_BIRTH_DATE = OS_REQUIRED,
    OS_ADDRESSES,
    OS_IDENTIFIERS,
    OS_SANCTIONS,
    OS_PHONES,
    OS_EMAILS,
    OS_PROGRAMS,
    OS_FIRST_SEEN,
    OS_LAST_SEEN,
    OS_LAST_CHANGE,
    OS_COLUMNS
};

enum { DAY_FORM = 10 };

/* Several values of a cell are a line of CSV themselves: `"A; B";C`. */
static const char list_separator[] = ";";

static desig_result begin_row(dsg_cursor *cursor) {
    dsg_piece id = dsg_text_of(cursor, OS_ID);
    int is_new;
    desig_result result;
    cursor->record = DSG_NO_RECORD;
    if (id.length == 0)
        return dsg_keep_raw(cursor, "no-id", dsg_column_of(cursor, OS_ID),
                            "the row has no id; it is kept raw");
    result = dsg_begin_record(cursor, "opensanctions", id.bytes, id.length, &is_new);
    if (result != DESIG_OK || is_new) return result;
    result = dsg_cursor_only_new(cursor);
    if (result != DESIG_OK) return result;
    return dsg_diagnose(cursor, DESIG_SEVERITY_WARNING, "repeated-id", dsg_column_of(cursor, OS_ID),
                        "a further row of this id; what differs is added to the record");
}

/* All that stands in the file was there when its newest dataset was last fetched. `2022-08-08 12:18:37` or
 * `2024-03-10T15:36:30`. */
static desig_result take_last_seen(dsg_cursor *cursor, size_t column, int argument) {
    dsg_piece seen = dsg_text_of(cursor, OS_LAST_SEEN);
    char text[DAY_FORM + 1] = "";
    desig_date day;
    if (seen.length >= DAY_FORM) memcpy(text, seen.bytes, DAY_FORM);
    if (desig_date_parse(text, DESIG_DATE_UNAMBIGUOUS, &day) == DESIG_OK &&
        day.last_precision == DESIG_PRECISION_DAY &&
        (cursor->import->as_of.last_precision == DESIG_PRECISION_NONE ||
         day.last > cursor->import->as_of.last))
        cursor->import->as_of = day;
    return dsg_take_text(cursor, column, argument);
}

/* ---- What was done ---- */

static int says_anything(dsg_cursor *cursor, size_t rule, desig_result *result) {
    dsg_piece rest = dsg_text_of(cursor, rule), value;
    int found = 0;
    if (*result == DESIG_OK) *result = dsg_list_next(cursor, &rest, &value, &found);
    return found;
}

/* Those who are looked for, `INTERPOL Red Notices` and the like: a warrant is no designation. */
static int is_of_wanted(dsg_piece dataset) {
    static const char *const words[] = {"wanted", "notice", "notices", "fugitive", "fugitives", NULL};
    dsg_piece word;
    while (dsg_value_next(&dataset, " ", &word))
        for (const char *const *known = words; *known; known++)
            if (dsg_piece_is(word, *known)) return 1;
    return 0;
}

/* The next dataset that lists whom somebody acted against; kept NULL at the end. */
static desig_result next_dataset(dsg_cursor *cursor, dsg_piece *rest, const char **kept) {
    dsg_piece dataset;
    int found;
    *kept = NULL;
    for (;;) {
        desig_result result = dsg_list_next(cursor, rest, &dataset, &found);
        if (result != DESIG_OK || !found) return result;
        if (!is_of_wanted(dataset)) return dsg_keep_piece(cursor, dataset, kept);
    }
}

/* Of one dataset the programs are; the row does not say which of several datasets has which program. */
static desig_result add_of_one(dsg_cursor *cursor, const char *dataset) {
    desig_action action = {.type = DESIG_ACTION_DESIGNATED, .derived = 1, .list = dataset};
    return dsg_add_actions(cursor, &action, dsg_text_of(cursor, OS_PROGRAMS));
}

static desig_result add_of_each(dsg_cursor *cursor) {
    dsg_piece rest = dsg_text_of(cursor, OS_DATASET);
    desig_action action = {.type = DESIG_ACTION_DESIGNATED, .derived = 1};
    desig_result result = next_dataset(cursor, &rest, &action.list);
    while (result == DESIG_OK && action.list) {
        result = dsg_add_action(cursor, &action);
        if (result == DESIG_OK) result = next_dataset(cursor, &rest, &action.list);
    }
    return result;
}

/* A target may be a politician whom nobody has designated: an action is derived only where the row speaks of
 * sanctions. */
static desig_result add_actions(dsg_cursor *cursor) {
    dsg_piece datasets = dsg_text_of(cursor, OS_DATASET);
    const char *first = NULL, *second = NULL;
    desig_result result = DESIG_OK;
    int has_programs = says_anything(cursor, OS_PROGRAMS, &result);
    int has_datasets = says_anything(cursor, OS_DATASET, &result);
    if (!has_programs && !says_anything(cursor, OS_SANCTIONS, &result)) return result;
    if (result == DESIG_OK) result = next_dataset(cursor, &datasets, &first);
    if (result == DESIG_OK && first) result = next_dataset(cursor, &datasets, &second);
    if (result != DESIG_OK) return result;
    if (!second && (first || has_programs || !has_datasets)) return add_of_one(cursor, first);
    if (has_programs) result = add_of_one(cursor, NULL);
    return result == DESIG_OK ? add_of_each(cursor) : result;
}

static desig_result end_row(dsg_cursor *cursor) {
    desig_result result = add_actions(cursor);
    return result == DESIG_OK ? dsg_cursor_seal(cursor) : result;
}

/* The schemata of https://www.opensanctions.org/reference/. A legal entity is a person or an organisation. */
static const dsg_kind_word kinds[] = {
    {"Person", DESIG_KIND_INDIVIDUAL, 1},   {"Organization", DESIG_KIND_GROUP, 1},
    {"Company", DESIG_KIND_GROUP, 0},       {"PublicBody", DESIG_KIND_GROUP, 0},
    {"LegalEntity", DESIG_KIND_UNKNOWN, 0}, {"Vessel", DESIG_KIND_VESSEL, 1},
    {"Airplane", DESIG_KIND_AIRCRAFT, 1},   {"CryptoWallet", DESIG_KIND_UNKNOWN, 0},
    {"Security", DESIG_KIND_UNKNOWN, 0},    {"Address", DESIG_KIND_UNKNOWN, 0},
    {"Vehicle", DESIG_KIND_UNKNOWN, 0},     {NULL, DESIG_KIND_UNKNOWN, 0},
};

/* `name` is one of the names that the sources give, chosen by OpenSanctions: whether a source calls it weak
 * is not said. `countries` may be of residence, birth, registration or nationality. */
static const dsg_rule rules[OS_COLUMNS] = {
    [OS_ID] = {"id", NULL, 0},
    [OS_SCHEMA] = {"schema", dsg_take_kind, 0},
    [OS_NAME] = {"name", dsg_take_name, DESIG_STRENGTH_UNKNOWN},
    [OS_ALIASES] = {"aliases", dsg_take_akas, DESIG_STRENGTH_UNKNOWN},
    [OS_COUNTRIES] = {"countries", dsg_take_values, DESIG_FACT_OTHER},
    [OS_DATASET] = {"dataset", dsg_take_values, DESIG_FACT_OTHER},
    [OS_BIRTH_DATE] = {"birth_date", dsg_take_values, DESIG_FACT_BIRTH_DATE},
    [OS_ADDRESSES] = {"addresses", dsg_take_values, DESIG_FACT_ADDRESS},
    [OS_IDENTIFIERS] = {"identifiers", dsg_take_values, DESIG_FACT_IDENTIFIER},
    [OS_SANCTIONS] = {"sanctions", dsg_take_values, DESIG_FACT_SANCTIONS_NOTE},
    [OS_PHONES] = {"phones", dsg_take_values, DESIG_FACT_CONTACT},
    [OS_EMAILS] = {"emails", dsg_take_values, DESIG_FACT_CONTACT},
    [OS_PROGRAMS] = {"program_ids", NULL, 0},
    [OS_FIRST_SEEN] = {"first_seen", dsg_take_text, DESIG_FACT_OTHER},
    [OS_LAST_SEEN] = {"last_seen", take_last_seen, DESIG_FACT_OTHER},
    [OS_LAST_CHANGE] = {"last_change", dsg_take_text, DESIG_FACT_OTHER},
};

/* Added one after the other. */
static const dsg_form_column form_columns[] = {{OS_LAST_CHANGE, 1}, {OS_PROGRAMS, 2}};

const dsg_format dsg_format_opensanctions = {
    .about = {.name = "opensanctions",
              .title = "OpenSanctions targets.simple.csv",
              .source = "opensanctions",
              .readable = 1},
    .separator = list_separator,
    .values_are_quoted = 1,
    .kinds = kinds,
    .rules = rules,
    .rule_count = OS_COLUMNS,
    .required = OS_REQUIRED,
    .form_columns = form_columns,
    .form_column_count = sizeof form_columns / sizeof form_columns[0],
    .begin_row = begin_row,
    .end_row = end_row,
};
