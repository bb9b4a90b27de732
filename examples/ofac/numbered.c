#include "numbered.h"

#include "dates.h"
#include "words.h"

#include <stdlib.h>
#include <string.h>

static int is(const char *a, const char *b) {
    return a && strcmp(a, b) == 0;
}

char *keep(advanced *in, const char *text) {
    return text ? store_copy(&in->kept, text, strlen(text)) : NULL;
}

uint32_t group_of(const char *id) {
    return id ? (uint32_t)strtoul(id, NULL, 10) : 0;
}

/* What the document numbers for itself, and flags that are read where they matter. */
const char ofac_own_numbers[] =
    " ID FixedRef CalendarTypeID YearFixed MonthFixed DayFixed DocNameStatusID ScriptStatusID Acronym "
    "Primary "
    "Approximate IdentityID IdentityFeatureLinkTypeID DetailTypeID NamePartTypeID SanctionsEntryID "
    "DocumentedNameID IDRegDocumentID FeatureVersionID ProfileRelationshipID CountryRelevanceID "
    "LocPartValueTypeID LocPartValueStatusID AreaCodeID ";

/* ---- Words ----------------------------------------------------------------------------------------- */

const char *word_of(const advanced *from, const char *set, const char *id) {
    const ofac_word *word = by_id_get(&from->numbers, set, id);
    return word && !ofac_says_nothing(word->text) ? word->text : NULL;
}

const char *code_of(const advanced *from, const char *set, const char *id) {
    const ofac_word *word = by_id_get(&from->numbers, set, id);
    return word && !ofac_says_nothing(word->code) ? word->code : NULL;
}

/* <AliasTypeValues><AliasType ID="1400">A.K.A.</AliasType> */
int take_word(void *context, xml_node *node) {
    advanced *in = context;
    const char *code = ofac_code_of_set(node->name);
    ofac_word *word = store_take(&in->kept, sizeof *word);
    word->text = keep(in, xml_line(node));
    word->code = code ? keep(in, xml_attribute_of(node, code)) : NULL;
    if (!word->text) word->text = word->code;
    by_id_place(&in->numbers, keep(in, node->name), keep(in, xml_attribute_of(node, "ID")), word);
    return 0;
}

/* ---- Places ---------------------------------------------------------------------------------------- */

static place_line **add_line(advanced *in, place_line **end, const char *label, const char *text) {
    if (!text) return end;
    *end = store_take(&in->kept, sizeof **end);
    (*end)->label = label;
    (*end)->text = keep(in, text);
    return &(*end)->next;
}

/* What is not known of a place or of a document is kept with it. */
typedef struct unread {
    advanced *in;
    place_line **end;
    const char *note;
} unread;

static void add_unread_line(void *context, xml_node *node, const char *path, const char *text) {
    unread *rest = context;
    xml_tell(node, "not known, kept as a line of the address", path);
    rest->end = add_line(rest->in, rest->end, keep(rest->in, path), text);
}

static void add_unread_note(void *context, xml_node *node, const char *path, const char *text) {
    unread *rest = context;
    store *kept = &rest->in->kept;
    xml_tell(node, "not known, kept in the note of the document", path);
    rest->note = store_join(kept, store_join(kept, rest->note, "; ", path), " ", text);
}

/* A place stands before the parties, and a party points to it. */
int take_place(void *context, xml_node *node) {
    advanced *in = context;
    place *made = store_take(&in->kept, sizeof *made);
    place_line **end = &made->lines;
    const char *area = NULL;
    end = add_line(in, end, "Comment", xml_line(xml_child(node, "Comment")));
    for (xml_node *child = node->first; child; child = child->next) {
        if (is(child->name, "LocationCountry")) {
            const char *country = word_of(in, "Country", xml_attribute_of(child, "CountryID"));
            if (made->country)
                end = add_line(in, end, "Country", country);
            else
                made->country = country;
        } else if (is(child->name, "LocationAreaCode")) {
            const char *id = xml_attribute_of(child, "AreaCodeID");
            area = code_of(in, "AreaCode", id);
            if (!area) area = word_of(in, "AreaCode", id);
        } else if (is(child->name, "LocationPart")) {
            const char *label = word_of(in, "LocPartType", xml_attribute_of(child, "LocPartTypeID"));
            for (xml_node *value = child->first; value; value = value->next) {
                end = add_line(in, end, label, xml_line(xml_child(value, "Value")));
                end = add_line(in, end, label, xml_line(xml_child(value, "Comment")));
            }
        }
    }
    if (!made->country) made->country = area;
    xml_pass_over(node, ofac_own_numbers);
    unread rest = {in, end, NULL};
    xml_unread(node, &in->kept, add_unread_line, &rest);
    by_id_place(&in->numbers, "Location", keep(in, xml_attribute_of(node, "ID")), made);
    return 0;
}

void add_address(dossier *to, const place *at, const char *id, const char *note) {
    for (const place_line *line = at->lines; line; line = line->next) {
        desig_fact *fact = dossier_fact(to, DESIG_FACT_ADDRESS, line->label, line->text);
        fact->country = dossier_text(to, at->country);
        fact->note = dossier_text(to, note);
        fact->group = group_of(id);
    }
    if (!at->country) return;
    desig_fact *fact = dossier_fact(to, DESIG_FACT_ADDRESS, "Country", at->country);
    fact->country = dossier_text(to, at->country);
    fact->note = dossier_text(to, note);
    fact->group = group_of(id);
}

/* `Baghdad, Iraq`: a place in one line. */
const char *line_of(dossier *to, const place *at) {
    const char *line = NULL;
    for (const place_line *part = at->lines; part; part = part->next)
        line = store_join(&to->texts, line, ", ", part->text);
    return store_join(&to->texts, line, ", ", at->country);
}

/* ---- Documents ------------------------------------------------------------------------------------- */

struct document {
    desig_fact fact;
    struct document *next;      /* of the same identity */
    struct document *next_read; /* of all */
    int is_somebodys;
};

/* Documents stand before the parties, too, and each points to an identity of one. */
int take_document(void *context, xml_node *node) {
    advanced *in = context;
    struct document *made = store_take(&in->kept, sizeof *made);
    const char *number = xml_line(xml_child(node, "IDRegistrationNo"));
    const char *note = xml_line(xml_child(node, "Comment")), *validity;
    const place *issued_in =
        by_id_get(&in->numbers, "Location", xml_attribute_of(node, "IssuedIn-LocationID"));
    made->fact.type = DESIG_FACT_IDENTIFIER;
    made->fact.label = word_of(in, "IDRegDocType", xml_attribute_of(node, "IDRegDocTypeID"));
    made->fact.country = word_of(in, "Country", xml_attribute_of(node, "IssuedBy-CountryID"));
    made->fact.value = keep(in, number ? number : "");
    validity = word_of(in, "Validity", xml_attribute_of(node, "ValidityID"));
    if (validity && strcmp(validity, "Valid") != 0) note = store_join(&in->kept, note, "; ", validity);
    note = store_join(&in->kept, note, "; ", xml_line(xml_child(node, "IssuingAuthority")));
    if (issued_in)
        note = store_join(&in->kept, note, "; issued in ",
                          issued_in->lines ? issued_in->lines->text : issued_in->country);
    for (xml_node *child = node->first; child; child = child->next) {
        char text[OFAC_DATE_TEXT];
        desig_date date;
        if (!is(child->name, "DocumentDate")) continue;
        const char *what = word_of(in, "IDRegDocDateType", xml_attribute_of(child, "IDRegDocDateTypeID"));
        ofac_period(xml_child(child, "DatePeriod"), text);
        if (desig_date_parse(text, DESIG_DATE_UNAMBIGUOUS, &date) != DESIG_OK) continue;
        if (what && strncmp(what, "Issue", 5) == 0)
            made->fact.from = date;
        else if (what && strncmp(what, "Expir", 5) == 0)
            made->fact.to = date;
        else
            note = store_join(&in->kept, store_join(&in->kept, note, "; ", what), " ", text);
    }
    xml_pass_over(node, ofac_own_numbers);
    unread rest = {in, NULL, note};
    xml_unread(node, &in->kept, add_unread_note, &rest);
    made->fact.note = rest.note && *rest.note ? keep(in, rest.note) : NULL;
    made->next_read = in->documents;
    in->documents = made;
    void **place_of =
        by_id_place(&in->numbers, "Documents of", keep(in, xml_attribute_of(node, "IdentityID")), NULL);
    if (!place_of) return 0;
    made->next = *place_of;
    *place_of = made;
    return 0;
}

static void add_document(dossier *to, struct document *one) {
    desig_fact *fact = dossier_fact(to, DESIG_FACT_IDENTIFIER, one->fact.label, one->fact.value);
    fact->country = dossier_text(to, one->fact.country);
    fact->note = dossier_text(to, one->fact.note);
    fact->from = one->fact.from;
    fact->to = one->fact.to;
    one->is_somebodys = 1;
}

void add_documents(advanced *in, dossier *to, const char *identity) {
    struct document *one = by_id_get(&in->numbers, "Documents of", identity);
    for (; one; one = one->next) add_document(to, one);
}

unsigned long add_loose_documents(advanced *in, dossier *to) {
    unsigned long count = 0;
    for (struct document *one = in->documents; one; one = one->next_read) {
        if (one->is_somebodys) continue;
        add_document(to, one);
        count++;
    }
    return count;
}
