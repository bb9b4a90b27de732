#include "words.h"

#include <ctype.h>
#include <string.h>

/* Letters and digits in lower case: `A.K.A.` is `aka`. */
static int is_alike(const char *a, const char *b, int as_beginning) {
    for (;;) {
        while (*a != '\0' && !isalnum((unsigned char)*a)) a++;
        while (*b != '\0' && !isalnum((unsigned char)*b)) b++;
        if (*b == '\0') return as_beginning || *a == '\0';
        if (tolower((unsigned char)*a) != tolower((unsigned char)*b)) return 0;
        a++;
        b++;
    }
}

typedef struct meaning {
    const char *word; /* a word of OFAC's begins with it */
    int value;
    const char *text;
} meaning;

static const meaning *find(const meaning *table, size_t count, const char *word) {
    for (size_t i = 0; word && i < count; i++)
        if (is_alike(word, table[i].word, 1)) return &table[i];
    return NULL;
}

#define FIND(table, word) find(table, sizeof(table) / sizeof(table)[0], word)

const char *ofac_code_of_set(const char *set) {
    static const meaning codes[] = {
        {"PartySubType", 0, "PartyTypeID"},      {"Script", 0, "ScriptCode"}, {"LegalBasisType", 0, NULL},
        {"LegalBasis", 0, "LegalBasisShortRef"}, {"AreaCodeType", 0, NULL},   {"AreaCode", 0, "Description"},
    };
    const meaning *found = FIND(codes, set);
    return found && is_alike(set, found->word, 0) ? found->text : NULL;
}

int ofac_says_nothing(const char *word) {
    static const meaning nothing[] = {
        {"Unknown", 0, NULL}, {"Undetermined", 0, NULL}, {"Unspecified", 0, NULL}};
    return !word || !*word || FIND(nothing, word);
}

desig_kind ofac_kind(const char *party_type, const char *sub_type) {
    int kind = desig_term_value(DESIG_TERMS_KIND, sub_type);
    if (kind <= DESIG_KIND_UNKNOWN) kind = desig_term_value(DESIG_TERMS_KIND, party_type);
    return kind > 0 ? (desig_kind)kind : DESIG_KIND_UNKNOWN;
}

desig_name_type ofac_name_type(const char *alias_type) {
    static const meaning types[] = {{"fka", DESIG_NAME_FKA, NULL}, {"nka", DESIG_NAME_NKA, NULL}};
    const meaning *found = FIND(types, alias_type);
    return found ? (desig_name_type)found->value : DESIG_NAME_AKA;
}

int ofac_is_family_name(const char *part_type) {
    static const meaning families[] = {
        {"Last Name", 0, NULL}, {"Family Name", 0, NULL}, {"Surname", 0, NULL}};
    return FIND(families, part_type) != NULL;
}

desig_fact_type ofac_fact_type(const char *feature_type) {
    static const meaning types[] = {
        {"Birthdate", DESIG_FACT_BIRTH_DATE, NULL},
        {"Date of Birth", DESIG_FACT_BIRTH_DATE, NULL},
        {"Place of Birth", DESIG_FACT_BIRTH_PLACE, NULL},
        {"Nationality Country", DESIG_FACT_NATIONALITY, NULL},
        {"Citizenship", DESIG_FACT_CITIZENSHIP, NULL},
        {"Location", DESIG_FACT_ADDRESS, NULL},
        {"Gender", DESIG_FACT_GENDER, NULL},
        {"Title", DESIG_FACT_TITLE, NULL},
        {"Organization Established Date", DESIG_FACT_ESTABLISHED_DATE, NULL},
        {"Email", DESIG_FACT_CONTACT, NULL},
        {"Phone", DESIG_FACT_CONTACT, NULL},
        {"Telephone", DESIG_FACT_CONTACT, NULL},
        {"Fax", DESIG_FACT_CONTACT, NULL},
        {"Website", DESIG_FACT_CONTACT, NULL},
        {"Digital Currency Address", DESIG_FACT_IDENTIFIER, NULL},
        {"SWIFT/BIC", DESIG_FACT_IDENTIFIER, NULL},
        {"BIK", DESIG_FACT_IDENTIFIER, NULL},
        {"MMSI", DESIG_FACT_IDENTIFIER, NULL},
        {"ISIN", DESIG_FACT_IDENTIFIER, NULL},
        {"D-U-N-S", DESIG_FACT_IDENTIFIER, NULL},
        {"Equity Ticker", DESIG_FACT_IDENTIFIER, NULL},
        {"Aircraft Construction Number", DESIG_FACT_IDENTIFIER, NULL},
        {"Aircraft Manufacturer's Serial Number", DESIG_FACT_IDENTIFIER, NULL},
        {"Aircraft Mode S Transponder Code", DESIG_FACT_IDENTIFIER, NULL},
        {"Aircraft Tail Number", DESIG_FACT_IDENTIFIER, NULL},
        {"Previous Aircraft Tail Number", DESIG_FACT_IDENTIFIER, NULL},
        {"Vessel Call Sign", DESIG_FACT_IDENTIFIER, NULL},
        {"Additional Sanctions Information", DESIG_FACT_SANCTIONS_NOTE, NULL},
        {"Secondary sanctions risk", DESIG_FACT_SANCTIONS_NOTE, NULL},
        {"Transactions Prohibited", DESIG_FACT_SANCTIONS_NOTE, NULL},
        {"CAATSA", DESIG_FACT_SANCTIONS_NOTE, NULL},
        {"Executive Order", DESIG_FACT_SANCTIONS_NOTE, NULL},
        {"PEESA Information", DESIG_FACT_SANCTIONS_NOTE, NULL},
        {"Effective Date", DESIG_FACT_SANCTIONS_NOTE, NULL},
        {"Listing Date", DESIG_FACT_SANCTIONS_NOTE, NULL},
        {"Purchase/Sales For Divestment Date", DESIG_FACT_SANCTIONS_NOTE, NULL},
    };
    const meaning *found = FIND(types, feature_type);
    return found ? (desig_fact_type)found->value : DESIG_FACT_OTHER;
}

const char *ofac_list(const char *list) {
    static const meaning tags[] = {
        {"SDN List", 0, "SDN"},
        {"Specially Designated Nationals", 0, "SDN"},
        {"Sectoral Sanctions Identifications", 0, "SSI"},
        {"Non-SDN Palestinian Legislative Council", 0, "NS-PLC"},
        {"Palestinian Legislative Council", 0, "NS-PLC"},
        {"Non-SDN Menu-Based Sanctions", 0, "NS-MBS"},
        {"Non-SDN Iranian Sanctions Act", 0, "NS-ISA"},
        {"Non-SDN Chinese Military", 0, "NS-CMIC"},
        {"Foreign Sanctions Evaders", 0, "FSE"},
        {"List of Foreign Financial Institutions", 0, "CAPTA"},
        {"Correspondent Account", 0, "CAPTA"},
    };
    const meaning *found = FIND(tags, list);
    return found ? found->text : list;
}

const char *ofac_link_type(const char *relation) {
    static const meaning types[] = {
        {"Owned or Controlled By", 0, "owned-by"},
        {"Owned By", 0, "owned-by"},
        {"Acting for or on behalf of", 0, "acts-for"},
        {"Associate Of", 0, "associate-of"},
        {"Leader or official of", 0, "leader-of"},
        {"Leader of", 0, "leader-of"},
        {"Principal Executive Officer", 0, "leader-of"},
        {"Member of", 0, "member-of"},
        {"Supported by", 0, "supported-by"},
    };
    const meaning *found = FIND(types, relation);
    return found ? found->text : "linked-to";
}

int ofac_action_type(const char *event) {
    static const meaning types[] = {
        {"Created", DESIG_ACTION_DESIGNATED, NULL}, {"Added", DESIG_ACTION_DESIGNATED, NULL},
        {"Listed", DESIG_ACTION_DESIGNATED, NULL},  {"Designated", DESIG_ACTION_DESIGNATED, NULL},
        {"Amended", DESIG_ACTION_AMENDED, NULL},    {"Modified", DESIG_ACTION_AMENDED, NULL},
        {"Updated", DESIG_ACTION_AMENDED, NULL},    {"Removed", DESIG_ACTION_REVOKED, NULL},
        {"Deleted", DESIG_ACTION_REVOKED, NULL},    {"Delisted", DESIG_ACTION_REVOKED, NULL},
    };
    const meaning *found = FIND(types, event);
    return found ? found->value : -1;
}

/* Most of OFAC's script codes are those of ISO 15924, and some are words. */
const char *ofac_language(const char *script_code) {
    static const meaning scripts[] = {
        {"Latn", 0, NULL},         {"Latin", 0, NULL},      {"Arab", 0, "und-Arab"},
        {"Armn", 0, "und-Armn"},   {"Cyrl", 0, "und-Cyrl"}, {"Geor", 0, "und-Geor"},
        {"Grek", 0, "und-Grek"},   {"Hans", 0, "und-Hans"}, {"Hant", 0, "und-Hant"},
        {"Hebr", 0, "und-Hebr"},   {"Jpan", 0, "und-Jpan"}, {"Japanese", 0, "und-Jpan"},
        {"Korean", 0, "und-Kore"}, {"Kore", 0, "und-Kore"},
    };
    const meaning *found = FIND(scripts, script_code);
    return found ? found->text : "";
}
