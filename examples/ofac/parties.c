#include "parties.h"

#include "dates.h"
#include "words.h"

#include <string.h>

static int is(const char *a, const char *b) {
    return a && strcmp(a, b) == 0;
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
    if (reliability)
        of.note =
            store_join(&to->texts, of.note, "; ", store_join(&to->texts, "reliability", ": ", reliability));
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
    made->file = node->file;
    made->line = node->line;
    made->column = node->column;
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
