/* The consolidated list of the Office of Financial Sanctions Implementation (OFSI), ConList.csv, which was
 * closed on 2026-01-28:
 * https://www.gov.uk/government/publications/financial-sanctions-consolidated-list-of-targets */
#include "csv/formats/formats.h"

#include "base/ascii.h"
#include "csv/formats/uk/uk.h"

#include <stdint.h>
#include <string.h>

enum { OFSI_LISTED = GB_SHARED, OFSI_NI_NUMBER, OFSI_COLUMNS };

/* ---- `Other Information`: `(UK Sanctions List Ref):BEL0060 (UK Statement of Reasons):…` ---- */

enum role { A_FACT, A_NUMBERED_FACT, UK_REFERENCE, UN_REFERENCE, REASONS };

static const struct label {
    const char *words;
    enum role role;
    desig_fact_type type;
} labels[] = {
    {"UK Sanctions List Ref", UK_REFERENCE, DESIG_FACT_OTHER},
    {"UN Ref", UN_REFERENCE, DESIG_FACT_OTHER},
    {"UK Statement of Reasons", REASONS, DESIG_FACT_OTHER},
    {"Gender", A_FACT, DESIG_FACT_GENDER},
    {"Phone number", A_NUMBERED_FACT, DESIG_FACT_CONTACT},
    {"Fax", A_NUMBERED_FACT, DESIG_FACT_CONTACT},
    {"Tel", A_NUMBERED_FACT, DESIG_FACT_CONTACT},
    {"Email address", A_NUMBERED_FACT, DESIG_FACT_CONTACT},
    {"Website", A_NUMBERED_FACT, DESIG_FACT_CONTACT},
    {"Business Reg No", A_NUMBERED_FACT, DESIG_FACT_IDENTIFIER},
    {"IMO number", A_FACT, DESIG_FACT_IDENTIFIER},
    {"Type of entity", A_FACT, DESIG_FACT_OTHER},
    {"Subsidiaries", A_NUMBERED_FACT, DESIG_FACT_OTHER},
    {"Parent company", A_NUMBERED_FACT, DESIG_FACT_OTHER},
    {"Current owners", A_NUMBERED_FACT, DESIG_FACT_OTHER},
    {"Previous owners", A_NUMBERED_FACT, DESIG_FACT_OTHER},
    {"Flag of ship", A_FACT, DESIG_FACT_OTHER},
    {"Previous flags", A_NUMBERED_FACT, DESIG_FACT_OTHER},
    {"Type of ship", A_FACT, DESIG_FACT_OTHER},
    {"Tonnage of ship", A_FACT, DESIG_FACT_OTHER},
    {"Length of ship", A_FACT, DESIG_FACT_OTHER},
    {"Year built", A_FACT, DESIG_FACT_OTHER},
    {"Hull identification number", A_FACT, DESIG_FACT_IDENTIFIER},
};

/* The label that begins with the bracket at `text`; NULL: the bracket is one of prose. */
static const struct label *label_at(dsg_piece text) {
    size_t i;
    for (i = 0; i < sizeof labels / sizeof labels[0]; i++) {
        size_t length = strlen(labels[i].words);
        if (text.length < length + 3 || text.bytes[length + 1] != ')' || text.bytes[length + 2] != ':')
            continue;
        if (memcmp(text.bytes + 1, labels[i].words, length) == 0) return &labels[i];
    }
    return NULL;
}

/* How far it is to the next label. */
static size_t to_label(dsg_piece text) {
    dsg_piece rest = text;
    while (rest.length > 0) {
        const char *bracket = memchr(rest.bytes, '(', rest.length);
        if (!bracket) break;
        rest.length -= (size_t)(bracket - rest.bytes);
        rest.bytes = bracket;
        if (label_at(rest)) return text.length - rest.length;
        rest.bytes++;
        rest.length--;
    }
    return text.length;
}

static desig_result add_fact(dsg_cursor *cursor, const char *label, desig_fact_type type, dsg_piece value) {
    desig_fact fact = {.type = (uint8_t)type, .label = label};
    if (value.length == 0) return DESIG_OK;
    return dsg_add_value(cursor, dsg_column_of(cursor, GB_INFORMATION), &fact, value);
}

/* A reference is one word; what follows it is a remark. */
static dsg_piece cut_reference(dsg_piece *value) {
    dsg_piece reference = {value->bytes, 0};
    while (reference.length < value->length && !dsg_is_space(value->bytes[reference.length]))
        reference.length++;
    value->bytes += reference.length;
    value->length -= reference.length;
    *value = dsg_piece_trim(*value);
    return reference;
}

static desig_result add_reference(dsg_cursor *cursor, const char *prefix, dsg_piece value,
                                  dsg_piece *reference) {
    desig_result result;
    *reference = cut_reference(&value);
    result = reference->length == 0 ? DESIG_OK : dsg_add_same_as(cursor, prefix, *reference);
    return result == DESIG_OK ? add_fact(cursor, NULL, DESIG_FACT_REMARK, value) : result;
}

/* What stands behind one label. */
static desig_result add_labelled(dsg_cursor *cursor, const struct label *label, dsg_piece value,
                                 dsg_gb_listing *listing) {
    dsg_piece reference;
    switch (label->role) {
    case UK_REFERENCE:
        return add_reference(cursor, "gb-uksl:", value, &reference);
    case UN_REFERENCE:
        return add_reference(cursor, "un-sc:", value, &listing->un_reference);
    case REASONS:
        if (listing->uk.justification) return add_fact(cursor, label->words, DESIG_FACT_OTHER, value);
        return dsg_keep_piece(cursor, value, &listing->uk.justification);
    case A_NUMBERED_FACT:
        return dsg_gb_add_numbered(cursor, dsg_column_of(cursor, GB_INFORMATION), label->words, label->type,
                                   value);
    default:
        return add_fact(cursor, label->words, label->type, value);
    }
}

static desig_result read_information(dsg_cursor *cursor, dsg_gb_listing *listing) {
    dsg_piece rest = dsg_text_of(cursor, GB_INFORMATION);
    dsg_piece value = {rest.bytes, to_label(rest)};
    desig_result result = add_fact(cursor, NULL, DESIG_FACT_REMARK, dsg_piece_trim(value));
    while (result == DESIG_OK && value.length < rest.length) {
        const struct label *label;
        rest.bytes += value.length;
        rest.length -= value.length;
        label = label_at(rest);
        rest.bytes += strlen(label->words) + 3;
        rest.length -= strlen(label->words) + 3;
        value = (dsg_piece){rest.bytes, to_label(rest)};
        result = add_labelled(cursor, label, dsg_piece_trim(value), listing);
    }
    return result;
}

/* ---- `UN Ref QDe.999. Also referred to as …`: until 2020 ---- */

static int is_reference(dsg_piece word) {
    int dots = 0, digits = 0;
    for (size_t i = 0; i < word.length; i++) {
        dots += word.bytes[i] == '.';
        digits += dsg_is_digit(word.bytes[i]);
    }
    return word.length > 0 && dsg_is_upper(word.bytes[0]) && dots > 0 && digits > 0;
}

/* Within a sentence the reference is that of another party: `Listed as asset of X (UN Ref KPe.064)`. */
static int begins_sentence(dsg_piece text, const char *at) {
    while (at > text.bytes && dsg_is_space(at[-1])) at--;
    return at == text.bytes || at[-1] == '.';
}

/* The reference stands among the words of the remark, which are kept as they are. */
static desig_result read_un_reference(dsg_cursor *cursor, dsg_gb_listing *listing) {
    static const char words[] = "UN Ref";
    dsg_piece rest = dsg_text_of(cursor, GB_INFORMATION), before, word;
    if (listing->un_reference.length > 0) return DESIG_OK;
    for (before = rest; rest.length > sizeof words; rest.bytes++, rest.length--) {
        if (memcmp(rest.bytes, words, sizeof words - 1) != 0) continue;
        if (!begins_sentence(before, rest.bytes)) continue;
        word = (dsg_piece){rest.bytes + sizeof words - 1, rest.length - (sizeof words - 1)};
        while (word.length > 0 && (dsg_is_space(*word.bytes) || *word.bytes == '.' || *word.bytes == ':')) {
            word.bytes++;
            word.length--;
        }
        word = cut_reference(&word);
        while (word.length > 0 && strchr(".,;)", word.bytes[word.length - 1])) word.length--;
        if (!is_reference(word)) continue;
        listing->un_reference = word;
        return dsg_add_same_as(cursor, "un-sc:", word);
    }
    return DESIG_OK;
}

/* ---- Numbers among words: until 2022 ---- */

/* `Passport No: 592667 (Qatari passport issued on 3 May 2007)`: the first word that can be a number; the
 * whole is kept beside it. */
static dsg_piece find_number(dsg_piece text) {
    enum { SHORTEST = 4 };
    dsg_piece word;
    while (dsg_value_next(&text, " ", &word)) {
        int digits = 0;
        while (word.length > 0 && strchr(".,;:()", word.bytes[word.length - 1])) word.length--;
        while (word.length > 0 && *word.bytes == '(') {
            word.bytes++;
            word.length--;
        }
        for (size_t i = 0; i < word.length; i++) digits += dsg_is_digit(word.bytes[i]) != 0;
        if (digits >= SHORTEST && !memchr(word.bytes, '/', word.length)) return word;
    }
    return (dsg_piece){NULL, 0};
}

static desig_result take_numbers(dsg_cursor *cursor, size_t column, int argument) {
    dsg_piece values = dsg_text_at(cursor, column), value;
    unsigned number = 0;
    desig_result result = DESIG_OK;
    (void)argument;
    while (result == DESIG_OK && dsg_value_numbered(&values, &number, &value)) {
        desig_fact fact = {.type = DESIG_FACT_IDENTIFIER};
        dsg_piece of_value = find_number(value);
        if (value.length == 0) continue;
        if (of_value.length > 0 && of_value.length < value.length)
            result = dsg_keep_piece(cursor, value, &fact.note);
        else
            of_value = value;
        if (result == DESIG_OK) result = dsg_add_value(cursor, column, &fact, of_value);
    }
    return result;
}

/* In the older form this column has the numbers, too. */
static desig_result take_passport_details(dsg_cursor *cursor, size_t column, int argument) {
    if (dsg_column_of(cursor, GB_PASSPORT_NUMBER) == SIZE_MAX) return take_numbers(cursor, column, argument);
    return dsg_gb_take_companion(cursor, column, argument);
}

/* ---- The format ---- */

static desig_result end_row(dsg_cursor *cursor) {
    dsg_gb_listing listing = {0};
    desig_result result = dsg_gb_read_listing(cursor, &listing);
    if (result == DESIG_OK) result = dsg_gb_read_date(cursor, OFSI_LISTED, &listing.listed);
    if (result == DESIG_OK) result = read_information(cursor, &listing);
    if (result == DESIG_OK) result = read_un_reference(cursor, &listing);
    return result == DESIG_OK ? dsg_gb_add_listing(cursor, &listing) : result;
}

static const dsg_rule rules[OFSI_COLUMNS] = {
    [GB_ID] = {"Group ID", NULL, 0},
    [GB_KIND] = {"Group Type", dsg_take_kind, 0},
    [GB_NAME_1] = {"Name 1", NULL, 0},
    [GB_NAME_2] = {"Name 2", NULL, 0},
    [GB_NAME_3] = {"Name 3", NULL, 0},
    [GB_NAME_4] = {"Name 4", NULL, 0},
    [GB_NAME_5] = {"Name 5", NULL, 0},
    [GB_NAME_6] = {"Name 6", NULL, 0},
    [GB_NAME_TYPE] = {"Alias Type", NULL, 0},
    [GB_STRENGTH] = {"Alias Quality", NULL, 0},
    [GB_SCRIPT_NAME] = {"Name Non-Latin Script", NULL, 0},
    [GB_SCRIPT_TYPE] = {"Non-Latin Script Type", NULL, 0},
    [GB_SCRIPT_LANGUAGE] = {"Non-Latin Script Language", NULL, 0},
    [GB_ADDRESS_1] = {"Address 1", dsg_gb_take_line, 0},
    [GB_ADDRESS_2] = {"Address 2", dsg_gb_take_line, 0},
    [GB_ADDRESS_3] = {"Address 3", dsg_gb_take_line, 0},
    [GB_ADDRESS_4] = {"Address 4", dsg_gb_take_line, 0},
    [GB_ADDRESS_5] = {"Address 5", dsg_gb_take_line, 0},
    [GB_ADDRESS_6] = {"Address 6", dsg_gb_take_line, 0},
    [GB_POSTAL_CODE] = {"Post/Zip Code", dsg_gb_take_line, 0},
    [GB_COUNTRY] = {"Country", dsg_gb_take_country, 0},
    [GB_BIRTH_DATE] = {"DOB", dsg_take_text, DESIG_FACT_BIRTH_DATE},
    [GB_BIRTH_TOWN] = {"Town of Birth", dsg_gb_take_pair, GB_BIRTH_PLACE},
    [GB_BIRTH_COUNTRY] = {"Country of Birth", dsg_gb_take_companion, GB_BIRTH_PLACE},
    [GB_NATIONALITY] = {"Nationality", dsg_gb_take_numbered, DESIG_FACT_NATIONALITY},
    [GB_PASSPORT_NUMBER] = {"Passport Number", dsg_gb_take_pair, GB_PASSPORT},
    [GB_PASSPORT_NOTE] = {"Passport Details", take_passport_details, GB_PASSPORT},
    [GB_NATIONAL_NUMBER] = {"National Identification Number", dsg_gb_take_pair, GB_NATIONAL},
    [GB_NATIONAL_NOTE] = {"National Identification Details", dsg_gb_take_companion, GB_NATIONAL},
    [GB_TITLE] = {"Title", dsg_gb_take_numbered, DESIG_FACT_TITLE},
    [GB_POSITION] = {"Position", dsg_gb_take_numbered, DESIG_FACT_TITLE},
    [GB_REGIME] = {"Regime", NULL, 0},
    [GB_DESIGNATED] = {"UK Sanctions List Date Designated", NULL, 0},
    [GB_UPDATED] = {"Last Updated", NULL, 0},
    [GB_INFORMATION] = {"Other Information", NULL, 0},
    [OFSI_LISTED] = {"Listed On", NULL, 0},
    [OFSI_NI_NUMBER] = {"NI Number", take_numbers, 0},
};

/* The form until early 2022 has fewer columns, and one of its own. */
static const dsg_form_column form_columns[] = {
    {GB_SCRIPT_NAME, 1},   {GB_SCRIPT_TYPE, 1},     {GB_SCRIPT_LANGUAGE, 1},
    {GB_STRENGTH, 1},      {GB_PASSPORT_NUMBER, 1}, {GB_NATIONAL_NUMBER, 1},
    {GB_NATIONAL_NOTE, 1}, {GB_DESIGNATED, 1},      {OFSI_NI_NUMBER, -1},
};

const dsg_format dsg_format_gb_ofsi = {
    .about = {.name = "gb-ofsi", .title = "OFSI consolidated list", .source = "gb-ofsi", .readable = 1},
    .family = &dsg_gb_family,
    .kinds = dsg_gb_kinds,
    .dates = DESIG_DATE_DMY,
    .rules = rules,
    .rule_count = OFSI_COLUMNS,
    .required = GB_REQUIRED,
    .form_columns = form_columns,
    .form_column_count = sizeof form_columns / sizeof form_columns[0],
    .preamble = "Last Updated",
    .begin_row = dsg_gb_begin_row,
    .end_row = end_row,
};
