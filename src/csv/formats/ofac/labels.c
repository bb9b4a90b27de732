#include "csv/formats/ofac/labels.h"

#include <desig/desig.h>

#define LABEL(words, fact, reading)                                                                          \
    { (words), sizeof(words) - 1, DESIG_FACT_##fact, DSG_OFAC_##reading }

/* Collected from the Remarks of 2019 to 2025; OFAC publishes no list of them. Labels of numbers that end in
 * `No.`, `Number`, `#`, `ID` or `Code` need no row here unless something follows that word. */
static const dsg_ofac_label labels[] = {
    LABEL("Additional Sanctions Information -", SANCTIONS_NOTE, TEXT),
    LABEL("Aircraft Construction Number (also called L/N or S/N or F/N)", IDENTIFIER, CODE),
    LABEL("Aircraft Manufacture Date", OTHER, DATE),
    LABEL("Aircraft Manufacturer's Serial Number (MSN)", IDENTIFIER, CODE),
    LABEL("Aircraft Mode S Transponder Code", IDENTIFIER, CODE),
    LABEL("Aircraft Model", OTHER, TEXT),
    LABEL("Aircraft Operator", OTHER, TEXT),
    LABEL("Aircraft Serial Identification", IDENTIFIER, CODE),
    LABEL("Aircraft Tail Number", IDENTIFIER, CODE),
    LABEL("Alt. Fax:", CONTACT, TEXT),
    LABEL("Alt. Telephone:", CONTACT, TEXT),
    LABEL("BIK (RU)", IDENTIFIER, NUMBER),
    LABEL("Birth Certificate Number", IDENTIFIER, NUMBER),
    LABEL("British National Overseas Passport", IDENTIFIER, NUMBER),
    LABEL("Business Registration Document #", IDENTIFIER, NUMBER),
    LABEL("C.I.F.", IDENTIFIER, NUMBER),
    LABEL("C.R. No.", IDENTIFIER, NUMBER),
    LABEL("C.U.I.", IDENTIFIER, NUMBER),
    LABEL("C.U.I.P.", IDENTIFIER, NUMBER),
    LABEL("C.U.I.T.", IDENTIFIER, NUMBER),
    LABEL("C.U.R.P.", IDENTIFIER, NUMBER),
    LABEL("C.U.R.P. #", IDENTIFIER, NUMBER),
    LABEL("CAATSA", SANCTIONS_NOTE, WHOLE),
    LABEL("CAATSA Section 235 Information:", SANCTIONS_NOTE, TEXT),
    LABEL("CNP (Personal Numerical Code)", IDENTIFIER, NUMBER),
    LABEL("Cartilla de Servicio Militar Nacional", IDENTIFIER, NUMBER),
    LABEL("Cedula No.", IDENTIFIER, NUMBER),
    LABEL("Company Number", IDENTIFIER, NUMBER),
    LABEL("Company Number IMO", IDENTIFIER, NUMBER),
    LABEL("Credencial electoral", IDENTIFIER, NUMBER),
    LABEL("D.N.I.", IDENTIFIER, NUMBER),
    LABEL("DOB", BIRTH_DATE, DATE),
    LABEL("Digital Currency Address -", IDENTIFIER, WALLET),
    LABEL("Diplomatic Passport", IDENTIFIER, NUMBER),
    LABEL("Economic Register Number (CBLS)", IDENTIFIER, NUMBER),
    LABEL("Effective Date", SANCTIONS_NOTE, DATED),
    LABEL("Email", CONTACT, TEXT),
    LABEL("Email Address", CONTACT, TEXT),
    LABEL("Equity Ticker", IDENTIFIER, CODE),
    LABEL("Executive Order", SANCTIONS_NOTE, WHOLE),
    LABEL("Executive Order 13662 Directive Determination -", SANCTIONS_NOTE, TEXT),
    LABEL("Executive Order 13846 information:", SANCTIONS_NOTE, TEXT),
    LABEL("Executive Order 14014 Directive Information:", SANCTIONS_NOTE, TEXT),
    LABEL("Executive Order 14024 Directive Information -", SANCTIONS_NOTE, TEXT),
    LABEL("FAX", CONTACT, TEXT),
    LABEL("Fax", CONTACT, TEXT),
    LABEL("Fax No.", CONTACT, TEXT),
    LABEL("Fax:", CONTACT, TEXT),
    LABEL("For more information", SANCTIONS_NOTE, WHOLE),
    LABEL("Former Vessel Flag", OTHER, TEXT),
    LABEL("Gender", GENDER, TEXT),
    LABEL("I.F.E.", IDENTIFIER, NUMBER),
    LABEL("ISIN", IDENTIFIER, CODE),
    LABEL("Identification Number", IDENTIFIER, NUMBER),
    LABEL("Identification Number IMO", IDENTIFIER, NUMBER),
    LABEL("Issuer Name", OTHER, TEXT),
    LABEL("Italian Fiscal Code:", IDENTIFIER, NUMBER),
    LABEL("License", IDENTIFIER, NUMBER),
    LABEL("Linked To:", OTHER, LINK),
    LABEL("Listing Date", SANCTIONS_NOTE, DATED),
    LABEL("MMSI", IDENTIFIER, NUMBER),
    LABEL("Matricula Mercantil No", IDENTIFIER, NUMBER),
    LABEL("N.I.E.", IDENTIFIER, NUMBER),
    LABEL("N.I.F.", IDENTIFIER, NUMBER),
    LABEL("NIT #", IDENTIFIER, NUMBER),
    LABEL("National Foreign ID Number", IDENTIFIER, NUMBER),
    LABEL("National ID No.", IDENTIFIER, NUMBER),
    LABEL("Nationality of Registration", OTHER, TEXT),
    LABEL("Numero Unico de Identificacao Tributaria (NUIT)", IDENTIFIER, NUMBER),
    LABEL("Numero de Identidad", IDENTIFIER, NUMBER),
    LABEL("Organization Established Date", ESTABLISHED_DATE, DATE),
    LABEL("Organization Type:", OTHER, TEXT),
    LABEL("Organization:", OTHER, TEXT),
    LABEL("Other Vessel Call Sign", OTHER, TEXT),
    LABEL("Other Vessel Flag", OTHER, TEXT),
    LABEL("Other Vessel Type", OTHER, TEXT),
    LABEL("PEESA Information:", SANCTIONS_NOTE, TEXT),
    LABEL("PHONE", CONTACT, TEXT),
    LABEL("POB", BIRTH_PLACE, TEXT),
    LABEL("Paraguayan tax identification number", IDENTIFIER, NUMBER),
    LABEL("Passport", IDENTIFIER, NUMBER),
    LABEL("Personal ID Card", IDENTIFIER, NUMBER),
    LABEL("Phone", CONTACT, TEXT),
    LABEL("Phone No.", CONTACT, TEXT),
    LABEL("Phone Number", CONTACT, TEXT),
    LABEL("Position:", OTHER, TEXT),
    LABEL("Previous Aircraft Tail Number", IDENTIFIER, CODE),
    LABEL("Purchase/Sales For Divestment Date", SANCTIONS_NOTE, DATED),
    LABEL("R.F.C.", IDENTIFIER, NUMBER),
    LABEL("R.F.C. #", IDENTIFIER, NUMBER),
    LABEL("RFC", IDENTIFIER, NUMBER),
    LABEL("RIF #", IDENTIFIER, NUMBER),
    LABEL("RTN", IDENTIFIER, NUMBER),
    LABEL("RUC #", IDENTIFIER, NUMBER),
    LABEL("Refugee ID Card", IDENTIFIER, NUMBER),
    LABEL("Registration ID", IDENTIFIER, NUMBER),
    LABEL("Registration Number", IDENTIFIER, NUMBER),
    LABEL("Romanian C.R.", IDENTIFIER, NUMBER),
    LABEL("Romanian Permanent Resident", IDENTIFIER, NUMBER),
    LABEL("Romanian Tax Registration", IDENTIFIER, NUMBER),
    LABEL("SSN", IDENTIFIER, NUMBER),
    LABEL("SWIFT/BIC", IDENTIFIER, CODE),
    LABEL("Seafarer's Identification Document", IDENTIFIER, NUMBER),
    LABEL("Secondary sanctions risk:", SANCTIONS_NOTE, TEXT),
    LABEL("Stateless Person ID Card", IDENTIFIER, NUMBER),
    LABEL("Stateless Person Passport", IDENTIFIER, NUMBER),
    LABEL("Target Type", OTHER, TEXT),
    LABEL("Tax ID No.", IDENTIFIER, NUMBER),
    LABEL("Tazkira National ID Card", IDENTIFIER, NUMBER),
    LABEL("Telephone", CONTACT, TEXT),
    LABEL("Telephone No.", CONTACT, TEXT),
    LABEL("Telephone Number:", CONTACT, TEXT),
    LABEL("Telephone:", CONTACT, TEXT),
    LABEL("Trademark number", IDENTIFIER, NUMBER),
    LABEL("Transactions Prohibited For", SANCTIONS_NOTE, WHOLE),
    LABEL("Transactions Prohibited For Persons Owned or Controlled By U.S. Financial Institutions:",
          SANCTIONS_NOTE, TEXT),
    LABEL("UAE Identification", IDENTIFIER, NUMBER),
    LABEL("US FEIN", IDENTIFIER, NUMBER),
    LABEL("Unified Social Credit Code (USCC)", IDENTIFIER, NUMBER),
    LABEL("United Social Credit Code Certificate (USCCC)", IDENTIFIER, NUMBER),
    LABEL("V.A.T. Number", IDENTIFIER, NUMBER),
    LABEL("Vessel Registration Identification", IDENTIFIER, NUMBER),
    LABEL("Vessel Registration Identification IMO", IDENTIFIER, NUMBER),
    LABEL("Vessel Year of Build", OTHER, DATE),
    LABEL("VisaNumberID", IDENTIFIER, NUMBER),
    LABEL("Website", CONTACT, TEXT),
    LABEL("citizen", CITIZENSHIP, TEXT),
    LABEL("for more information on directives, please", SANCTIONS_NOTE, WHOLE),
    LABEL("nationality", NATIONALITY, TEXT),
};

enum { LABEL_COUNT = sizeof labels / sizeof labels[0] };

const dsg_ofac_label *dsg_ofac_labels(size_t *count) {
    *count = LABEL_COUNT;
    return labels;
}

/* <0, 0, >0 as the label comes before the piece, begins it, or comes after it. They mostly differ within two
 * bytes, before strncmp() would have been called. */
static int compare(const dsg_ofac_label *label, const char *piece) {
    for (size_t i = 0; i < label->length; i++) {
        if (label->text[i] != piece[i]) return (unsigned char)label->text[i] - (unsigned char)piece[i];
    }
    return 0;
}

static int begins(const dsg_ofac_label *label, const char *piece) {
    char next = compare(label, piece) == 0 ? piece[label->length] : '\0';
    if (next != ' ') return 0;
    next = piece[label->length + 1];
    return next != ' ' && next != ';' && next != '\0';
}

const dsg_ofac_label *dsg_ofac_label_of(const char *piece) {
    size_t low = 0;
    size_t high = LABEL_COUNT;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (compare(&labels[middle], piece) <= 0)
            low = middle + 1;
        else
            high = middle;
    }
    /* Every label that the piece begins with stands before `low`, the longest last. */
    while (low-- > 0 && labels[low].text[0] == piece[0])
        if (begins(&labels[low], piece)) return &labels[low];
    return NULL;
}
