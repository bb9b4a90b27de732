#include "parties.h"

#include "dates.h"
#include "words.h"

#include <stdlib.h>
#include <string.h>

static int is(const char *a, const char *b) {
    return a && strcmp(a, b) == 0;
}

static char *keep(advanced *in, const char *text) {
    return text ? store_copy(&in->kept, text, strlen(text)) : NULL;
}

static uint32_t group_of(const char *id) {
    return id ? (uint32_t)strtoul(id, NULL, 10) : 0;
}

/* What the document numbers for itself, and flags that are read where they matter. */
const char *const ofac_own_numbers[] = {"ID",
                                        "FixedRef",
                                        "CalendarTypeID",
                                        "YearFixed",
                                        "MonthFixed",
                                        "DayFixed",
                                        "DocNameStatusID",
                                        "ScriptStatusID",
                                        "Acronym",
                                        "Primary",
                                        "Approximate",
                                        "IdentityID",
                                        "IdentityFeatureLinkTypeID",
                                        "DetailTypeID",
                                        "NamePartTypeID",
                                        "SanctionsEntryID",
                                        "DocumentedNameID",
                                        "IDRegDocumentID",
                                        "FeatureVersionID",
                                        "ProfileRelationshipID",
                                        "CountryRelevanceID",
                                        "LocPartValueTypeID",
                                        "LocPartValueStatusID",
                                        "AreaCodeID",
                                        NULL};

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

typedef struct place_line {
    const char *label, *text;
    struct place_line *next;
} place_line;

typedef struct place {
    const char *country;
    place_line *lines;
} place;

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
    in->places++;
    return 0;
}

static void add_address(dossier *to, const place *at, const char *id, const char *note) {
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
static const char *line_of(dossier *to, const place *at) {
    const char *line = NULL;
    for (const place_line *part = at->lines; part; part = part->next)
        line = store_join(&to->texts, line, ", ", part->text);
    return store_join(&to->texts, line, ", ", at->country);
}

/* ---- Documents ------------------------------------------------------------------------------------- */

typedef struct document {
    desig_fact fact;
    struct document *next;
} document;

/* Documents stand before the parties, too, and each points to an identity of one. */
int take_document(void *context, xml_node *node) {
    advanced *in = context;
    document *made = store_take(&in->kept, sizeof *made);
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
    void **place_of =
        by_id_place(&in->numbers, "Documents of", keep(in, xml_attribute_of(node, "IdentityID")), NULL);
    if (!place_of) {
        xml_tell(node, "a document of nobody", number);
        return 0;
    }
    made->next = *place_of;
    *place_of = made;
    in->loose_documents++;
    return 0;
}

static void add_documents(advanced *in, dossier *to, const char *identity) {
    for (const document *one = by_id_get(&in->numbers, "Documents of", identity); one; one = one->next) {
        desig_fact *fact = dossier_fact(to, DESIG_FACT_IDENTIFIER, one->fact.label, one->fact.value);
        fact->country = dossier_text(to, one->fact.country);
        fact->note = dossier_text(to, one->fact.note);
        fact->from = one->fact.from;
        fact->to = one->fact.to;
        in->loose_documents--;
    }
}

/* ---- Names ----------------------------------------------------------------------------------------- */

/* A name's parts point to groups, and the groups say which part is the family name: `al-Rawi, 'Adnan`. Where
 * there is no other part, as of a company, nothing is put in front. */
static const char *text_of(advanced *in, dossier *to, const by_id *groups, xml_node *name,
                           const char **script) {
    const char *family = NULL, *rest = NULL;
    for (xml_node *child = name->first; child; child = child->next) {
        xml_node *value = is(child->name, "DocumentedNamePart") ? xml_child(child, "NamePartValue") : NULL;
        const char *text = xml_line(value);
        if (!text) continue;
        const char *type =
            word_of(in, "NamePartType", by_id_get(groups, "", xml_attribute_of(value, "NamePartGroupID")));
        const char *of_script = code_of(in, "Script", xml_attribute_of(value, "ScriptID"));
        if (of_script) *script = of_script;
        text = store_join(&to->texts, xml_attribute_of(child, "LeadingChars"), "", text);
        text = store_join(&to->texts, text, "", xml_attribute_of(child, "TrailingChars"));
        if (ofac_is_family_name(type))
            family = store_join(&to->texts, family, " ", text);
        else
            rest = store_join(&to->texts, rest, " ", text);
    }
    return store_join(&to->texts, family, ", ", rest);
}

/* Several documented names of one alias are one name in several scripts: they share a number. */
static void add_alias(advanced *in, dossier *to, const by_id *groups, xml_node *alias, int is_false) {
    desig_name_type type = ofac_name_type(word_of(in, "AliasType", xml_attribute_of(alias, "AliasTypeID")));
    int is_primary = is(xml_attribute_of(alias, "Primary"), "true");
    int is_weak = is(xml_attribute_of(alias, "LowQuality"), "true") || is_false;
    xml_node *first = xml_child(alias, "DocumentedName");
    int is_alone = first && !(first->next && is(first->next->name, "DocumentedName"));
    for (xml_node *child = alias->first; child; child = child->next) {
        const char *script = NULL;
        const char *text = is(child->name, "DocumentedName") ? text_of(in, to, groups, child, &script) : NULL;
        if (!text) continue;
        int is_first = is_primary && child == first && !is_false;
        const desig_name like = {.type = (uint8_t)(is_first ? DESIG_NAME_PRIMARY : type)};
        desig_name *name = dossier_name(to, text, &like);
        const char *language = script ? ofac_language(script) : "";
        name->strength = is_weak ? DESIG_STRENGTH_WEAK : DESIG_STRENGTH_STRONG;
        if (!language || *language) name->language = language;
        if (!is_alone) name->group = group_of(xml_attribute_of(first, "ID"));
        if (is_first && to->name_count > 1) {
            desig_name swapped = to->names[0];
            to->names[0] = *name;
            *name = swapped;
        }
    }
}

static void add_identity(advanced *in, dossier *to, xml_node *identity) {
    by_id groups = {0};
    int is_false = is(xml_attribute_of(identity, "False"), "true");
    xml_node *masters = xml_child(identity, "NamePartGroups");
    for (xml_node *master = masters ? masters->first : NULL; master; master = master->next)
        for (xml_node *group = master->first; group; group = group->next)
            by_id_place(&groups, "", xml_attribute_of(group, "ID"),
                        (void *)xml_attribute_of(group, "NamePartTypeID"));
    for (xml_node *child = identity->first; child; child = child->next)
        if (is(child->name, "Alias")) add_alias(in, to, &groups, child, is_false);
    by_id_clear(&groups);
    if (is_false)
        dossier_fact(to, DESIG_FACT_OTHER, "Identity/@False",
                     to->name_count ? to->names[to->name_count - 1].text : "true");
    add_documents(in, to, xml_attribute_of(identity, "ID"));
}

/* ---- Features -------------------------------------------------------------------------------------- */

typedef struct feature {
    const char *label;
    desig_fact_type type;
    const char *note;
} feature;

static desig_fact *add_value(dossier *to, const feature *of, const char *value) {
    desig_fact *fact = dossier_fact(to, of->type, of->label, value);
    fact->note = dossier_text(to, of->note);
    return fact;
}

/* A version of a feature is a text, a word of a set, a period, a place, or several of them. */
static void add_version(advanced *in, dossier *to, xml_node *version, feature of) {
    desig_fact *said = NULL;
    const char *comment = xml_line(xml_child(version, "Comment"));
    int count = 0;
    of.note = comment;
    const char *reliability = word_of(in, "Reliability", xml_attribute_of(version, "ReliabilityID"));
    if (reliability) of.note = store_join(&to->texts, of.note, "; reliability: ", reliability);
    for (xml_node *child = version->first; child; child = child->next) {
        char date[OFAC_DATE_TEXT] = "";
        if (is(child->name, "VersionDetail")) {
            const char *text = xml_line(child);
            const char *word = word_of(in, "DetailReference", xml_attribute_of(child, "DetailReferenceID"));
            if (text || word) said = add_value(to, &of, store_join(&to->texts, word, ": ", text)), count++;
        } else if (is(child->name, "DatePeriod")) {
            ofac_period(child, date);
            if (!date[0]) continue;
            if (!said || said->from.first_precision != DESIG_PRECISION_NONE)
                said = add_value(to, &of, date), count++;
            if (desig_date_parse(date, DESIG_DATE_UNAMBIGUOUS, &said->from) != DESIG_OK)
                add_value(to, &of, date);
        } else if (is(child->name, "VersionLocation")) {
            const char *id = xml_attribute_of(child, "LocationID");
            const place *at = by_id_get(&in->numbers, "Location", id);
            const char *line = at ? line_of(to, at) : NULL;
            if (!line) {
                xml_tell(child, "a place that the document does not have", id);
                dossier_fact(to, DESIG_FACT_OTHER, "VersionLocation/@LocationID", id);
            } else if (of.type == DESIG_FACT_ADDRESS)
                add_address(to, at, id, of.note);
            else
                add_value(to, &of, line)->country = dossier_text(to, at->country);
            count++;
        }
    }
    if (count == 0) add_value(to, &of, comment ? comment : "");
}

static void add_feature(advanced *in, dossier *to, xml_node *node) {
    feature of = {.label = word_of(in, "FeatureType", xml_attribute_of(node, "FeatureTypeID"))};
    of.type = ofac_fact_type(of.label);
    for (xml_node *child = node->first; child; child = child->next)
        if (is(child->name, "FeatureVersion")) add_version(in, to, child, of);
}

/* ---- Parties --------------------------------------------------------------------------------------- */

static ofac_party *new_party(advanced *in, const xml_node *node, const char *profile) {
    ofac_party *made = store_take(&in->kept, sizeof *made);
    made->line = node->line;
    made->record.id = store_join(&made->record.texts, "us-ofac", ":", profile);
    if (!in->end) in->end = &in->first;
    *in->end = made;
    in->end = &made->next;
    by_id_place(&in->numbers, "Profile", keep(in, profile), made);
    return made;
}

dossier *party_of(advanced *in, const xml_node *node, const char *profile) {
    ofac_party *found = by_id_get(&in->numbers, "Profile", profile);
    if (!found && profile) {
        xml_tell(node, "a party that the document does not have", profile);
        found = new_party(in, node, profile);
    }
    return found ? &found->record : NULL;
}

int take_party(void *context, xml_node *node) {
    advanced *in = context;
    dossier *last = NULL;
    for (xml_node *profile = node->first; profile; profile = profile->next) {
        const char *id = is(profile->name, "Profile") ? xml_attribute_of(profile, "ID") : NULL;
        if (!id) continue;
        dossier *to = &new_party(in, profile, id)->record;
        const char *sub_type = xml_attribute_of(profile, "PartySubTypeID");
        to->kind = ofac_kind(word_of(in, "PartyType", code_of(in, "PartySubType", sub_type)),
                             word_of(in, "PartySubType", sub_type));
        for (xml_node *child = profile->first; child; child = child->next) {
            const char *comment = is(child->name, "Comment") ? xml_text(child) : NULL;
            if (is(child->name, "Identity"))
                add_identity(in, to, child);
            else if (is(child->name, "Feature"))
                add_feature(in, to, child);
            else if (comment)
                dossier_fact(to, DESIG_FACT_REMARK, "Comment", comment);
        }
        xml_node *comment = xml_child(node, "Comment");
        if (xml_text(comment)) dossier_fact(to, DESIG_FACT_REMARK, "Comment", xml_text(comment));
        xml_pass_over(profile, ofac_own_numbers);
        convert_unread(&in->into, profile, to);
        last = to;
    }
    xml_pass_over(node, ofac_own_numbers);
    if (last) convert_unread(&in->into, node, last);
    return last ? 0 : convert_other(&in->into, node);
}
