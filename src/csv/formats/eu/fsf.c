/* The EU's consolidated list of persons, groups and entities under financial sanctions (FSF), in its CSV
 * forms 1.1 and 1.0. Columns: the list's own header, and the publisher's "Description of the fields inside
 * the csv file published on FSF". */
#include "csv/formats/formats.h"

#include "csv/formats/eu/fsf.h"

static const dsg_kind_word kinds[] = {
    {"P", DESIG_KIND_INDIVIDUAL, 1},     {"person", DESIG_KIND_INDIVIDUAL, 1}, {"E", DESIG_KIND_GROUP, 1},
    {"enterprise", DESIG_KIND_GROUP, 1}, {NULL, DESIG_KIND_UNKNOWN, 0},
};

/* Columns that are read together with others have no `take`. */
#define ALONE(column)                                                                                        \
    { column, NULL, 0 }
#define CELL(column, block, fact)                                                                            \
    { column, dsg_eu_take_cell, DSG_EU_OF(block, fact) }
#define PLACE(column, block, fact)                                                                           \
    { column, dsg_eu_take_place, DSG_EU_OF(block, fact) }
#define OTHER(column, block) CELL(column, block, DESIG_FACT_OTHER)

/* clang-format off */

#define REGULATION_1_1(at, prefix) \
    [(at) + EU_REG_TYPE] = ALONE(prefix "_Regulation_Type"), \
    [(at) + EU_REG_ORGANISATION] = ALONE(prefix "_Regulation_OrganisationType"), \
    [(at) + EU_REG_PUBLISHED] = ALONE(prefix "_Regulation_PublicationDate"), \
    [(at) + EU_REG_IN_FORCE] = ALONE(prefix "_Regulation_EntryIntoForceDate"), \
    [(at) + EU_REG_NUMBER] = ALONE(prefix "_Regulation_NumberTitle"), \
    [(at) + EU_REG_PROGRAMME] = ALONE(prefix "_Regulation_Programme"), \
    [(at) + EU_REG_URL] = ALONE(prefix "_Regulation_PublicationUrl")

/* The list does not mark the primary name. Its designation date names nobody who acted: the publisher calls it
 * "Date of UN designation" also where the UN has not designated. Both details and remarks are notes of any
 * kind; the field guide calls neither a reason. */
static const dsg_rule rules_1_1[EU_COLUMNS] = {
    [EU_DATE] = {"fileGenerationDate", dsg_eu_take_date, 0},
    [EU_ID] = ALONE("Entity_LogicalId"),

    [EU_REFERENCE] = {"Entity_EU_ReferenceNumber", dsg_take_text, DESIG_FACT_IDENTIFIER},
    [EU_UN_ID] = {"Entity_UnitedNationId", dsg_eu_take_un_id, 0},
    [EU_DESIGNATION_DATE] = {"Entity_DesignationDate", dsg_eu_take_designation_date, DESIG_FACT_OTHER},
    [EU_DESIGNATION_DETAILS] = {"Entity_DesignationDetails", dsg_take_text, DESIG_FACT_OTHER},
    [EU_REMARK] = {"Entity_Remark", dsg_eu_take_remark, DESIG_FACT_REMARK},
    [EU_SUBJECT] = {"Entity_SubjectType", dsg_take_kind, 0},
    [EU_CLASS] = {"Entity_SubjectType_ClassificationCode", dsg_take_kind, 0},
    REGULATION_1_1(EU_REGULATION, "Entity"),

    [EU_LAST_NAME] = OTHER("NameAlias_LastName", EU_OF_NAME),
    [EU_FIRST_NAME] = OTHER("NameAlias_FirstName", EU_OF_NAME),
    [EU_MIDDLE_NAME] = OTHER("NameAlias_MiddleName", EU_OF_NAME),
    [EU_WHOLE_NAME] = ALONE("NameAlias_WholeName"),
    [EU_NAME_LANGUAGE] = ALONE("NameAlias_NameLanguage"),
    [EU_GENDER] = CELL("NameAlias_Gender", EU_OF_NAME, DESIG_FACT_GENDER),
    [EU_TITLE] = CELL("NameAlias_Title", EU_OF_NAME, DESIG_FACT_TITLE),
    [EU_FUNCTION] = CELL("NameAlias_Function", EU_OF_NAME, DESIG_FACT_TITLE),
    [EU_NAME_ID] = ALONE("NameAlias_LogicalId"),
    [EU_NAME_IN] = OTHER("NameAlias_RegulationLanguage", EU_OF_NAME),
    [EU_NAME_REMARK] = CELL("NameAlias_Remark", EU_OF_NAME, DESIG_FACT_REMARK),
    REGULATION_1_1(EU_NAME_REGULATION, "NameAlias"),

    [EU_CITY] = PLACE("Address_City", EU_OF_ADDRESS, DESIG_FACT_ADDRESS),
    [EU_STREET] = PLACE("Address_Street", EU_OF_ADDRESS, DESIG_FACT_ADDRESS),
    [EU_PO_BOX] = PLACE("Address_PoBox", EU_OF_ADDRESS, DESIG_FACT_ADDRESS),
    [EU_ADDRESS_ZIP] = PLACE("Address_ZipCode", EU_OF_ADDRESS, DESIG_FACT_ADDRESS),
    [EU_ADDRESS_REGION] = PLACE("Address_Region", EU_OF_ADDRESS, DESIG_FACT_ADDRESS),
    [EU_ADDRESS_PLACE] = PLACE("Address_Place", EU_OF_ADDRESS, DESIG_FACT_ADDRESS),
    [EU_AT_LISTING] = OTHER("Address_AsAtListingTime", EU_OF_ADDRESS),
    [EU_CONTACT] = CELL("Address_ContactInfo", EU_OF_ADDRESS, DESIG_FACT_CONTACT),
    [EU_ADDRESS_CODE] = ALONE("Address_CountryIso2Code"),
    [EU_ADDRESS_COUNTRY] = ALONE("Address_CountryDescription"),
    [EU_ADDRESS_ID] = ALONE("Address_LogicalId"),
    [EU_ADDRESS_IN] = OTHER("Address_RegulationLanguage", EU_OF_ADDRESS),
    [EU_ADDRESS_REMARK] = CELL("Address_Remark", EU_OF_ADDRESS, DESIG_FACT_REMARK),
    REGULATION_1_1(EU_ADDRESS_REGULATION, "Address"),

    [EU_BIRTH_DATE] = ALONE("BirthDate_BirthDate"),
    [EU_BIRTH_DAY] = ALONE("BirthDate_Day"),
    [EU_BIRTH_MONTH] = ALONE("BirthDate_Month"),
    [EU_BIRTH_YEAR] = ALONE("BirthDate_Year"),
    [EU_BIRTH_FROM] = ALONE("BirthDate_YearRangeFrom"),
    [EU_BIRTH_TO] = ALONE("BirthDate_YearRangeTo"),
    [EU_BIRTH_CIRCA] = ALONE("BirthDate_Circa"),
    [EU_BIRTH_CALENDAR] = ALONE("BirthDate_CalendarType"),
    [EU_BIRTH_ZIP] = PLACE("BirthDate_ZipCode", EU_OF_BIRTH, DESIG_FACT_BIRTH_PLACE),
    [EU_BIRTH_REGION] = PLACE("BirthDate_Region", EU_OF_BIRTH, DESIG_FACT_BIRTH_PLACE),
    [EU_BIRTH_PLACE] = PLACE("BirthDate_Place", EU_OF_BIRTH, DESIG_FACT_BIRTH_PLACE),
    [EU_BIRTH_CITY] = PLACE("BirthDate_City", EU_OF_BIRTH, DESIG_FACT_BIRTH_PLACE),
    [EU_BIRTH_CODE] = ALONE("BirthDate_CountryIso2Code"),
    [EU_BIRTH_COUNTRY] = ALONE("BirthDate_CountryDescription"),
    [EU_BIRTH_ID] = ALONE("BirthDate_LogicalId"),
    [EU_BIRTH_IN] = OTHER("BirthDate_RegulationLanguage", EU_OF_BIRTH),
    [EU_BIRTH_REMARK] = CELL("BirthDate_Remark", EU_OF_BIRTH, DESIG_FACT_REMARK),
    REGULATION_1_1(EU_BIRTH_REGULATION, "BirthDate"),

    [EU_NUMBER] = ALONE("Identification_Number"),
    [EU_DIPLOMATIC] = OTHER("Identification_Diplomatic", EU_OF_NUMBER),
    [EU_EXPIRED] = OTHER("Identification_KnownExpired", EU_OF_NUMBER),
    [EU_FALSE] = OTHER("Identification_KnownFalse", EU_OF_NUMBER),
    [EU_LOST] = OTHER("Identification_ReportedLost", EU_OF_NUMBER),
    [EU_REVOKED] = OTHER("Identification_RevokedByIssuer", EU_OF_NUMBER),
    [EU_ISSUED_BY] = OTHER("Identification_IssuedBy", EU_OF_NUMBER),
    [EU_ISSUED] = ALONE("Identification_IssuedDate"),
    [EU_VALID_FROM] = ALONE("Identification_ValidFrom"),
    [EU_VALID_TO] = ALONE("Identification_ValidTo"),
    [EU_LATIN_NUMBER] = ALONE("Identification_LatinNumber"),
    [EU_NAME_ON_DOCUMENT] = OTHER("Identification_NameOnDocument", EU_OF_NUMBER),
    [EU_TYPE_CODE] = OTHER("Identification_TypeCode", EU_OF_NUMBER),
    [EU_TYPE] = ALONE("Identification_TypeDescription"),
    [EU_NUMBER_REGION] = OTHER("Identification_Region", EU_OF_NUMBER),
    [EU_NUMBER_CODE] = ALONE("Identification_CountryIso2Code"),
    [EU_NUMBER_COUNTRY] = ALONE("Identification_CountryDescription"),
    [EU_NUMBER_ID] = ALONE("Identification_LogicalId"),
    [EU_NUMBER_IN] = OTHER("Identification_RegulationLanguage", EU_OF_NUMBER),
    [EU_NUMBER_REMARK] = ALONE("Identification_Remark"),
    REGULATION_1_1(EU_NUMBER_REGULATION, "Identification"),

    [EU_CITIZEN_REGION] = OTHER("Citizenship_Region", EU_OF_CITIZEN),
    [EU_CITIZEN_CODE] = ALONE("Citizenship_CountryIso2Code"),
    [EU_CITIZEN_COUNTRY] = ALONE("Citizenship_CountryDescription"),
    [EU_CITIZEN_ID] = ALONE("Citizenship_LogicalId"),
    [EU_CITIZEN_IN] = OTHER("Citizenship_RegulationLanguage", EU_OF_CITIZEN),
    [EU_CITIZEN_REMARK] = CELL("Citizenship_Remark", EU_OF_CITIZEN, DESIG_FACT_REMARK),
    REGULATION_1_1(EU_CITIZEN_REGULATION, "Citizenship"),
};

#define REGULATION_1_0(at, leba, programme) \
    [(at) + EU_REG_PUBLISHED] = ALONE(leba "_publication_date"), \
    [(at) + EU_REG_NUMBER] = ALONE(leba "_numtitle"), \
    [(at) + EU_REG_PROGRAMME] = ALONE(programme), \
    [(at) + EU_REG_URL] = ALONE(leba "_url")

/* Before each block stands once more whose it is. Some copies have left all but the first of these out. */
#define ID_AGAIN {"Entity_logical_id", dsg_eu_take_id_again, DESIG_FACT_OTHER}

static const dsg_rule rules_1_0[EU_COLUMNS] = {
    [EU_DATE] = {"Date_file", dsg_eu_take_date, 0},
    [EU_ID] = ALONE("Entity_logical_id"),
    [EU_ID_AGAIN] = ID_AGAIN, [EU_ID_AGAIN + 1] = ID_AGAIN, [EU_ID_AGAIN + 2] = ID_AGAIN,
    [EU_ID_AGAIN + 3] = ID_AGAIN, [EU_ID_LAST] = ID_AGAIN,

    [EU_REFERENCE] = {"EU_ref_num", dsg_take_text, DESIG_FACT_IDENTIFIER},
    [EU_REMARK] = {"Entity_remark", dsg_eu_take_remark, DESIG_FACT_REMARK},
    [EU_SUBJECT] = {"Subject_type", dsg_take_kind, 0},
    REGULATION_1_0(EU_REGULATION, "Leba", "Programme"),

    [EU_LAST_NAME] = OTHER("Naal_lastname", EU_OF_NAME),
    [EU_FIRST_NAME] = OTHER("Naal_firstname", EU_OF_NAME),
    [EU_MIDDLE_NAME] = OTHER("Naal_middlename", EU_OF_NAME),
    [EU_WHOLE_NAME] = ALONE("Naal_wholename"),
    [EU_NAME_LANGUAGE] = ALONE("Naal_language"),
    [EU_GENDER] = CELL("Naal_gender", EU_OF_NAME, DESIG_FACT_GENDER),
    [EU_TITLE] = CELL("Naal_title", EU_OF_NAME, DESIG_FACT_TITLE),
    [EU_FUNCTION] = CELL("Naal_function", EU_OF_NAME, DESIG_FACT_TITLE),
    [EU_NAME_ID] = ALONE("Naal_logical_id"),
    REGULATION_1_0(EU_NAME_REGULATION, "Naal_leba", "Naal_programme"),

    [EU_ADDRESS_NUMBER] = PLACE("Addr_number", EU_OF_ADDRESS, DESIG_FACT_ADDRESS),
    [EU_CITY] = PLACE("Addr_city", EU_OF_ADDRESS, DESIG_FACT_ADDRESS),
    [EU_STREET] = PLACE("Addr_street", EU_OF_ADDRESS, DESIG_FACT_ADDRESS),
    [EU_ADDRESS_ZIP] = PLACE("Addr_zipcode", EU_OF_ADDRESS, DESIG_FACT_ADDRESS),
    [EU_ADDRESS_OTHER] = CELL("Addr_other", EU_OF_ADDRESS, DESIG_FACT_REMARK),
    [EU_ADDRESS_COUNTRY] = ALONE("Addr_country"),
    [EU_ADDRESS_ID] = ALONE("Addr_logical_id"),
    REGULATION_1_0(EU_ADDRESS_REGULATION, "Addr_leba", "Addr_programme"),

    [EU_BIRTH_DATE] = ALONE("Birt_date"),
    [EU_BIRTH_PLACE] = PLACE("Birt_place", EU_OF_BIRTH, DESIG_FACT_BIRTH_PLACE),
    [EU_BIRTH_COUNTRY] = ALONE("Birt_country"),
    [EU_BIRTH_ID] = ALONE("Birt_logical_id"),
    REGULATION_1_0(EU_BIRTH_REGULATION, "Birt_leba", "Birt_programme"),

    [EU_NUMBER] = ALONE("Iden_number"),
    [EU_NUMBER_COUNTRY] = ALONE("Iden_country"),
    [EU_NUMBER_ID] = ALONE("Iden_logical_id"),
    REGULATION_1_0(EU_NUMBER_REGULATION, "Iden_leba", "Iden_programme"),

    [EU_CITIZEN_COUNTRY] = ALONE("Citi_country"),
    [EU_CITIZEN_ID] = ALONE("Citi_logical_id"),
    REGULATION_1_0(EU_CITIZEN_REGULATION, "Citi_leba", "Citi_programme"),
};

/* clang-format on */

enum { DISTINCTIVE_COLUMNS = EU_ID + 1 };

static const dsg_form_column form_columns[] = {
    {EU_ID_AGAIN + 1, 1}, {EU_ID_AGAIN + 2, 1}, {EU_ID_AGAIN + 3, 1}, {EU_ID_LAST, 1}};

/* The two forms differ in their columns only. */
#define FORMAT(format_name, form_title, form_rules)                                                          \
    {                                                                                                        \
        .about = {.name = (format_name), .title = (form_title), .source = "eu-fsf", .readable = 1},          \
        .family = &dsg_eu_family, .kinds = kinds, .null_text = "N/A", .dates = DESIG_DATE_DMY,               \
        .rules = (form_rules), .rule_count = EU_COLUMNS, .required = DISTINCTIVE_COLUMNS,                    \
        .form_columns = form_columns, .form_column_count = sizeof form_columns / sizeof form_columns[0],     \
        .begin_row = dsg_eu_begin_row, .end_row = dsg_eu_end_row                                             \
    }

const dsg_format dsg_format_eu_fsf =
    FORMAT("eu-fsf", "EU consolidated financial sanctions list, CSV 1.1", rules_1_1);

const dsg_format dsg_format_eu_fsf_1_0 =
    FORMAT("eu-fsf-1.0", "EU consolidated financial sanctions list, CSV 1.0", rules_1_0);
