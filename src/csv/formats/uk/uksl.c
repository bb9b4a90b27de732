/* The UK Sanctions List, the only one since 2026-01-28:
 * https://www.gov.uk/government/publications/the-uk-sanctions-list */
#include "csv/formats/formats.h"

#include "csv/formats/uk/uk.h"

#include <string.h>

enum {
    UKSL_DESIGNATED_BY = GB_SHARED,
    UKSL_MEASURES,
    UKSL_REASONS,
    UKSL_UN_REFERENCE,
    UKSL_OFSI_GROUP,
    UKSL_BUSINESS_NUMBER,
    UKSL_IMO_NUMBER,
    UKSL_GENDER,
    UKSL_PHONE,
    UKSL_WEBSITE,
    UKSL_EMAIL,
    UKSL_ENTITY_TYPE,
    UKSL_SUBSIDIARIES,
    UKSL_PARENT,
    UKSL_OWNER,
    UKSL_PREVIOUS_OWNER,
    UKSL_FLAG,
    UKSL_PREVIOUS_FLAGS,
    UKSL_SHIP_TYPE,
    UKSL_TONNAGE,
    UKSL_LENGTH,
    UKSL_YEAR_BUILT,
    UKSL_HULL_NUMBER,
    UKSL_COLUMNS
};

static desig_result take_un_reference(dsg_cursor *cursor, size_t column, int argument) {
    dsg_piece reference = dsg_text_at(cursor, column);
    (void)argument;
    return reference.length == 0 ? DESIG_OK : dsg_add_same_as(cursor, "un-sc:", reference);
}

static desig_result take_ofsi_group(dsg_cursor *cursor, size_t column, int argument) {
    dsg_piece group = dsg_text_at(cursor, column);
    (void)argument;
    return group.length == 0 ? DESIG_OK : dsg_add_same_as(cursor, "gb-ofsi:", group);
}

/* A party may have a reference of the UN and be designated by the UK of its own accord; then the source says
 * so. */
static dsg_piece decided_reference(const dsg_cursor *cursor) {
    static const dsg_piece none = {NULL, 0};
    int by_uk_alone = dsg_piece_is(dsg_text_of(cursor, UKSL_DESIGNATED_BY), "UK");
    return by_uk_alone ? none : dsg_text_of(cursor, UKSL_UN_REFERENCE);
}

/* The rows of a party stand together: that of another means that it is complete. */
static desig_result begin_row(dsg_cursor *cursor) {
    const dsg_gb_state *state = cursor->import->state;
    int is_first = !state->has_row;
    uint32_t before = state->record;
    desig_result result = dsg_gb_begin_row(cursor);
    if (result != DESIG_OK || is_first || state->record == before) return result;
    return dsg_draft_seal(cursor->import->draft, before);
}

/* A regime is called by its regulations: then its name is the legal basis, too. */
static desig_result end_row(dsg_cursor *cursor) {
    dsg_gb_listing listing = {.un_reference = decided_reference(cursor)};
    desig_action *uk = &listing.uk;
    desig_result result = dsg_gb_read_listing(cursor, &listing);
    if (result == DESIG_OK)
        result = dsg_keep_piece(cursor, dsg_text_of(cursor, UKSL_MEASURES), &uk->measures);
    if (result == DESIG_OK)
        result = dsg_keep_piece(cursor, dsg_text_of(cursor, UKSL_REASONS), &uk->justification);
    if (uk->program && strstr(uk->program, "Regulations")) uk->legal_basis = uk->program;
    return result == DESIG_OK ? dsg_gb_add_listing(cursor, &listing) : result;
}

static const dsg_rule rules[UKSL_COLUMNS] = {
    [GB_ID] = {"Unique ID", NULL, 0},
    [GB_KIND] = {"Designation Type", dsg_take_kind, 0},
    [GB_NAME_1] = {"Name 1", NULL, 0},
    [GB_NAME_2] = {"Name 2", NULL, 0},
    [GB_NAME_3] = {"Name 3", NULL, 0},
    [GB_NAME_4] = {"Name 4", NULL, 0},
    [GB_NAME_5] = {"Name 5", NULL, 0},
    [GB_NAME_6] = {"Name 6", NULL, 0},
    [GB_NAME_TYPE] = {"Name type", NULL, 0},
    [GB_STRENGTH] = {"Alias strength", NULL, 0},
    [GB_SCRIPT_NAME] = {"Name non-latin script", NULL, 0},
    [GB_SCRIPT_TYPE] = {"Non-latin script type", NULL, 0},
    [GB_SCRIPT_LANGUAGE] = {"Non-latin script language", NULL, 0},
    [GB_ADDRESS_1] = {"Address Line 1", dsg_gb_take_line, 0},
    [GB_ADDRESS_2] = {"Address Line 2", dsg_gb_take_line, 0},
    [GB_ADDRESS_3] = {"Address Line 3", dsg_gb_take_line, 0},
    [GB_ADDRESS_4] = {"Address Line 4", dsg_gb_take_line, 0},
    [GB_ADDRESS_5] = {"Address Line 5", dsg_gb_take_line, 0},
    [GB_ADDRESS_6] = {"Address Line 6", dsg_gb_take_line, 0},
    [GB_POSTAL_CODE] = {"Address Postal Code", dsg_gb_take_line, 0},
    [GB_COUNTRY] = {"Address Country", dsg_gb_take_country, 0},
    [GB_BIRTH_DATE] = {"D.O.B", dsg_take_text, DESIG_FACT_BIRTH_DATE},
    [GB_BIRTH_TOWN] = {"Town of birth", dsg_gb_take_pair, GB_BIRTH_PLACE},
    [GB_BIRTH_COUNTRY] = {"Country of birth", dsg_gb_take_companion, GB_BIRTH_PLACE},
    [GB_NATIONALITY] = {"Nationality(/ies)", dsg_gb_take_numbered, DESIG_FACT_NATIONALITY},
    [GB_PASSPORT_NUMBER] = {"Passport number", dsg_gb_take_pair, GB_PASSPORT},
    [GB_PASSPORT_NOTE] = {"Passport additional information", dsg_gb_take_companion, GB_PASSPORT},
    [GB_NATIONAL_NUMBER] = {"National Identifier number", dsg_gb_take_pair, GB_NATIONAL},
    [GB_NATIONAL_NOTE] = {"National Identifier additional information", dsg_gb_take_companion, GB_NATIONAL},
    [GB_TITLE] = {"Title", dsg_gb_take_numbered, DESIG_FACT_TITLE},
    [GB_POSITION] = {"Position", dsg_gb_take_numbered, DESIG_FACT_TITLE},
    [GB_REGIME] = {"Regime Name", NULL, 0},
    [GB_DESIGNATED] = {"Date Designated", NULL, 0},
    [GB_UPDATED] = {"Last Updated", NULL, 0},
    [GB_INFORMATION] = {"Other Information", dsg_take_text, DESIG_FACT_REMARK},
    [UKSL_DESIGNATED_BY] = {"Designation source", dsg_take_text, DESIG_FACT_OTHER},
    [UKSL_MEASURES] = {"Sanctions Imposed", NULL, 0},
    [UKSL_REASONS] = {"UK Statement of Reasons", NULL, 0},
    [UKSL_UN_REFERENCE] = {"UN Reference Number", take_un_reference, 0},
    [UKSL_OFSI_GROUP] = {"OFSI Group ID", take_ofsi_group, 0},
    [UKSL_BUSINESS_NUMBER] = {"Business registration number (s)", dsg_gb_take_numbered,
                              DESIG_FACT_IDENTIFIER},
    [UKSL_IMO_NUMBER] = {"IMO number", dsg_take_text, DESIG_FACT_IDENTIFIER},
    [UKSL_GENDER] = {"Gender", dsg_take_text, DESIG_FACT_GENDER},
    [UKSL_PHONE] = {"Phone number", dsg_gb_take_numbered, DESIG_FACT_CONTACT},
    [UKSL_WEBSITE] = {"Website", dsg_gb_take_numbered, DESIG_FACT_CONTACT},
    [UKSL_EMAIL] = {"Email address", dsg_gb_take_numbered, DESIG_FACT_CONTACT},
    [UKSL_ENTITY_TYPE] = {"Type of entity", dsg_take_text, DESIG_FACT_OTHER},
    [UKSL_SUBSIDIARIES] = {"Subsidiaries", dsg_take_text, DESIG_FACT_OTHER},
    [UKSL_PARENT] = {"Parent company", dsg_take_text, DESIG_FACT_OTHER},
    [UKSL_OWNER] = {"Current owner/operator (s)", dsg_take_text, DESIG_FACT_OTHER},
    [UKSL_PREVIOUS_OWNER] = {"Previous owner/operator (s)", dsg_take_text, DESIG_FACT_OTHER},
    [UKSL_FLAG] = {"Current believed flag of ship", dsg_take_text, DESIG_FACT_OTHER},
    [UKSL_PREVIOUS_FLAGS] = {"Previous flags", dsg_take_text, DESIG_FACT_OTHER},
    [UKSL_SHIP_TYPE] = {"Type of ship", dsg_take_text, DESIG_FACT_OTHER},
    [UKSL_TONNAGE] = {"Tonnage of ship", dsg_take_text, DESIG_FACT_OTHER},
    [UKSL_LENGTH] = {"Length of ship", dsg_take_text, DESIG_FACT_OTHER},
    [UKSL_YEAR_BUILT] = {"Year Built", dsg_take_text, DESIG_FACT_OTHER},
    [UKSL_HULL_NUMBER] = {"Hull identification number (HIN)", dsg_take_text, DESIG_FACT_IDENTIFIER},
};

const dsg_format dsg_format_gb_uksl = {
    .about = {.name = "gb-uksl", .title = "UK Sanctions List", .source = "gb-uksl", .readable = 1},
    .family = &dsg_gb_family,
    .kinds = dsg_gb_kinds,
    .dates = DESIG_DATE_DMY,
    .rules = rules,
    .rule_count = UKSL_COLUMNS,
    .required = GB_REQUIRED,
    .preamble = "Report Date",
    .begin_row = begin_row,
    .end_row = end_row,
};
