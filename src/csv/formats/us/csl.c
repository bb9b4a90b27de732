/* The US Consolidated Screening List: several lists of three departments in one file, told apart by `source`.
 * Columns: https://www.trade.gov/consolidated-screening-list. Its rows are listings: not each is a
 * designation that blocks. */
#include "csv/formats/formats.h"

#include "csv/formats/us/csl_cells.h"
#include "csv/shared_rules.h"
#include "model/date.h"

#include <string.h>

enum {
    CSL_SOURCE,
    CSL_NUMBER,
    CSL_TYPE,
    CSL_PROGRAMS,
    CSL_NAME,
    CSL_REQUIRED,
    CSL_ID = CSL_REQUIRED,
    CSL_TITLE,
    CSL_ADDRESSES,
    CSL_NOTICE,
    CSL_START,
    CSL_END,
    CSL_STANDARD_ORDER,
    CSL_REQUIREMENT,
    CSL_POLICY,
    CSL_CALL_SIGN,
    CSL_VESSEL_TYPE,
    CSL_TONNAGE,
    CSL_GRT,
    CSL_FLAG,
    CSL_OWNER,
    CSL_REMARKS,
    CSL_LIST_URL,
    CSL_ALT_NAMES,
    CSL_CITIZENSHIPS,
    CSL_BIRTH_DATES,
    CSL_NATIONALITIES,
    CSL_BIRTH_PLACES,
    CSL_INFORMATION_URL,
    CSL_IDS,
    CSL_COLUMNS
};

enum {
    EARLIEST_DAY = -19080 /* 1917-10-06: the Trading with the Enemy Act, from which the first US lists come */
};

/* ---- Whose list a row is of ---- */

/* `Denied Persons List (DPL) - Bureau of Industry and Security`. */
typedef struct inner_list {
    dsg_piece tag;         /* DPL */
    const char *authority; /* "US-BIS" */
    int has_ofac_numbers;  /* its entity numbers are those of OFAC's own files */
} inner_list;

/* Who publishes it, by the words behind the dash. Treasury's lists are OFAC's, but others than OFAC
 * designate, too (the Secretary of State does under many orders), and nothing here says who. */
static const struct {
    const char *words;
    const char *authority;
    int has_ofac_numbers;
} publishers[] = {
    {"Treasury Department", "US", 1},
    {"Bureau of Industry and Security", "US-BIS", 0},
    {"State Department", "US-STATE", 0},
};

static int equals(dsg_piece piece, const char *text) {
    return strlen(text) == piece.length && memcmp(text, piece.bytes, piece.length) == 0;
}

/* `Non-SDN Menu-Based Sanctions List (NS-MBS List)`, `Military End User (MEU) List`: the words in brackets.
 */
static dsg_piece tag_of(dsg_piece list) {
    static const char noise[] = " List";
    const size_t noise_length = sizeof noise - 1;
    dsg_piece rest = list, tag;
    if (!dsg_value_last(&rest, "(", &tag)) return list;
    rest = tag;
    dsg_value_next(&rest, ")", &tag);
    if (tag.length > noise_length && memcmp(tag.bytes + tag.length - noise_length, noise, noise_length) == 0)
        tag.length -= noise_length;
    return tag;
}

static inner_list list_of(const dsg_cursor *cursor) {
    dsg_piece rest = dsg_text_of(cursor, CSL_SOURCE), publisher = {"", 0};
    inner_list list = {.authority = "US"};
    dsg_value_last(&rest, " - ", &publisher);
    list.tag = tag_of(rest);
    for (size_t i = 0; i < sizeof publishers / sizeof publishers[0]; i++) {
        if (!equals(publisher, publishers[i].words)) continue;
        list.authority = publishers[i].authority;
        list.has_ofac_numbers = publishers[i].has_ofac_numbers;
    }
    return list;
}

/* ---- Whom a row is about ---- */

static dsg_piece native_id(const dsg_cursor *cursor, char digest[DSG_DIGEST_ID]) {
    dsg_piece native = dsg_text_of(cursor, CSL_NUMBER);
    if (native.length == 0) native = dsg_text_of(cursor, CSL_ID);
    return native.length == 0 ? dsg_digest_of_row(cursor, digest) : native;
}

static int has_other_name(const dsg_cursor *cursor) {
    const char *primary = dsg_cursor_primary(cursor);
    return primary && !equals(dsg_text_of(cursor, CSL_NAME), primary);
}

static desig_result begin_qualified(dsg_cursor *cursor, dsg_piece native, dsg_piece qualifier, int *is_new) {
    return dsg_begin_qualified(cursor, "us-csl", native.bytes, native.length, qualifier.bytes,
                               qualifier.length, is_new);
}

/* The departments number their parties each for itself: a number under which another name stands is taken for
 * another party's. Its list's tag keeps the two apart, and a third party of one list is told by its name. */
static desig_result keep_apart(dsg_cursor *cursor, dsg_piece native) {
    int is_new;
    desig_result result =
        dsg_diagnose(cursor, DESIG_SEVERITY_WARNING, "repeated-number", dsg_column_of(cursor, CSL_NUMBER),
                     "another party has this number; this one's id is qualified by its list");
    if (result != DESIG_OK) return result;
    result = begin_qualified(cursor, native, list_of(cursor).tag, &is_new);
    if (result == DESIG_OK && !is_new && has_other_name(cursor))
        result = begin_qualified(cursor, native, dsg_text_of(cursor, CSL_NAME), &is_new);
    return result == DESIG_OK && !is_new ? dsg_cursor_only_new(cursor) : result;
}

static desig_result begin_row(dsg_cursor *cursor) {
    char digest[DSG_DIGEST_ID];
    dsg_piece native = native_id(cursor, digest);
    int is_new;
    desig_result result = dsg_begin_record(cursor, "us-csl", native.bytes, native.length, &is_new);
    if (result != DESIG_OK || is_new) return result;
    if (has_other_name(cursor)) return keep_apart(cursor, native);
    result = dsg_cursor_only_new(cursor);
    if (result != DESIG_OK) return result;
    return dsg_diagnose(cursor, DESIG_SEVERITY_NOTE, "on-several-lists", dsg_column_of(cursor, CSL_SOURCE),
                        "a further row of this party; what differs is added to the record");
}

/* The id says it, unless both columns have one and they differ. */
static desig_result take_id(dsg_cursor *cursor, size_t column, int argument) {
    dsg_piece id = dsg_text_of(cursor, CSL_ID), number = dsg_text_of(cursor, CSL_NUMBER);
    if (number.length == 0 || (id.length == number.length && memcmp(id.bytes, number.bytes, id.length) == 0))
        return DESIG_OK;
    return dsg_take_text(cursor, column, argument);
}

/* ---- What was done, and when ---- */

/* A day that is none, or before any US list, is kept as it stands: `0017-05-26` may be 2017, or not. */
static desig_result read_day(dsg_cursor *cursor, size_t rule, desig_date *day) {
    dsg_piece cell = dsg_text_of(cursor, rule);
    const char *text;
    desig_result result = dsg_keep_piece(cursor, cell, &text);
    if (result != DESIG_OK || cell.length == 0) return result;
    if (desig_date_parse(text, DESIG_DATE_UNAMBIGUOUS, day) == DESIG_OK && day->first >= EARLIEST_DAY)
        return DESIG_OK;
    *day = (desig_date){0};
    result = dsg_diagnose(cursor, DESIG_SEVERITY_WARNING, "doubtful-date", dsg_column_of(cursor, rule),
                          "no day on which a US list can have acted; the date is unknown, its text kept: %s",
                          text);
    return result == DESIG_OK ? dsg_take_text(cursor, dsg_column_of(cursor, rule), DESIG_FACT_OTHER) : result;
}

/* A row without a day says that the party is listed, not since when. */
static desig_result add_actions(dsg_cursor *cursor, const inner_list *list) {
    dsg_piece programs = dsg_text_of(cursor, CSL_PROGRAMS);
    desig_action action = {.authority = list->authority};
    desig_date end = {0};
    desig_result result = dsg_keep_piece(cursor, list->tag, &action.list);
    if (result == DESIG_OK)
        result = dsg_keep_piece(cursor, dsg_text_of(cursor, CSL_NOTICE), &action.citation);
    if (result == DESIG_OK)
        result = dsg_keep_piece(cursor, dsg_text_of(cursor, CSL_REQUIREMENT), &action.measures);
    if (result == DESIG_OK) result = read_day(cursor, CSL_START, &action.effective);
    if (result == DESIG_OK) result = read_day(cursor, CSL_END, &end);
    action.derived = !dsg_date_is_known(&action.effective);
    if (result == DESIG_OK) result = dsg_add_actions(cursor, &action, programs);
    if (result != DESIG_OK || !dsg_date_is_known(&end)) return result;
    action = (desig_action){.type = DESIG_ACTION_REVOKED,
                            .authority = action.authority,
                            .list = action.list,
                            .citation = action.citation,
                            .effective = end};
    return dsg_add_actions(cursor, &action, programs);
}

static desig_result end_row(dsg_cursor *cursor) {
    dsg_piece number = dsg_text_of(cursor, CSL_NUMBER);
    inner_list list = list_of(cursor);
    desig_result result = add_actions(cursor, &list);
    if (result == DESIG_OK && list.has_ofac_numbers && number.length > 0)
        result = dsg_add_same_as(cursor, "us-ofac:", number);
    return result == DESIG_OK ? dsg_cursor_seal(cursor) : result;
}

/* ---- The format ---- */

static const dsg_kind_word kinds[] = {
    {"Individual", DESIG_KIND_INDIVIDUAL, 1},
    {"Entity", DESIG_KIND_GROUP, 1},
    {"Vessel", DESIG_KIND_VESSEL, 1},
    {"Aircraft", DESIG_KIND_AIRCRAFT, 1},
    {NULL, DESIG_KIND_UNKNOWN, 0},
};

/* The list does not say which aliases are weak, or former names. */
static const dsg_rule rules[CSL_COLUMNS] = {
    [CSL_SOURCE] = {"source", dsg_take_text, DESIG_FACT_OTHER},
    [CSL_NUMBER] = {"entity_number", NULL, 0},
    [CSL_TYPE] = {"type", dsg_take_kind, 0},
    [CSL_PROGRAMS] = {"programs", NULL, 0},
    [CSL_NAME] = {"name", dsg_take_name, DESIG_STRENGTH_STRONG},
    [CSL_ID] = {"_id", take_id, DESIG_FACT_OTHER},
    [CSL_TITLE] = {"title", dsg_take_text, DESIG_FACT_TITLE},
    [CSL_ADDRESSES] = {"addresses", dsg_take_values, DESIG_FACT_ADDRESS},
    [CSL_NOTICE] = {"federal_register_notice", NULL, 0},
    [CSL_START] = {"start_date", NULL, 0},
    [CSL_END] = {"end_date", NULL, 0},
    [CSL_STANDARD_ORDER] = {"standard_order", dsg_take_text, DESIG_FACT_OTHER},
    [CSL_REQUIREMENT] = {"license_requirement", NULL, 0},
    [CSL_POLICY] = {"license_policy", dsg_take_text, DESIG_FACT_SANCTIONS_NOTE},
    [CSL_CALL_SIGN] = {"call_sign", dsg_take_text, DESIG_FACT_OTHER},
    [CSL_VESSEL_TYPE] = {"vessel_type", dsg_take_text, DESIG_FACT_OTHER},
    [CSL_TONNAGE] = {"gross_tonnage", dsg_take_text, DESIG_FACT_OTHER},
    [CSL_GRT] = {"gross_registered_tonnage", dsg_take_text, DESIG_FACT_OTHER},
    [CSL_FLAG] = {"vessel_flag", dsg_take_text, DESIG_FACT_OTHER},
    [CSL_OWNER] = {"vessel_owner", dsg_take_text, DESIG_FACT_OTHER},
    [CSL_REMARKS] = {"remarks", dsg_csl_take_remarks, DESIG_FACT_REMARK},
    [CSL_LIST_URL] = {"source_list_url", dsg_take_text, DESIG_FACT_OTHER},
    [CSL_ALT_NAMES] = {"alt_names", dsg_take_akas, DESIG_STRENGTH_UNKNOWN},
    [CSL_CITIZENSHIPS] = {"citizenships", dsg_take_values, DESIG_FACT_CITIZENSHIP},
    [CSL_BIRTH_DATES] = {"dates_of_birth", dsg_take_values, DESIG_FACT_BIRTH_DATE},
    [CSL_NATIONALITIES] = {"nationalities", dsg_take_values, DESIG_FACT_NATIONALITY},
    [CSL_BIRTH_PLACES] = {"places_of_birth", dsg_take_values, DESIG_FACT_BIRTH_PLACE},
    [CSL_INFORMATION_URL] = {"source_information_url", dsg_take_text, DESIG_FACT_OTHER},
    [CSL_IDS] = {"ids", dsg_csl_take_ids, 0},
};

/* Added in 2021. */
static const dsg_form_column form_columns[] = {{CSL_ID, 1}};

const dsg_format dsg_format_us_csl = {
    .about = {.name = "us-csl", .title = "US Consolidated Screening List", .source = "us-csl", .readable = 1},
    .separator = "; ",
    .kinds = kinds,
    .rules = rules,
    .rule_count = CSL_COLUMNS,
    .required = CSL_REQUIRED,
    .form_columns = form_columns,
    .form_column_count = sizeof form_columns / sizeof form_columns[0],
    .begin_row = begin_row,
    .end_row = end_row,
};
