/* Bring OFAC's own dates into the library: ofac_advanced FILE [--to FORMAT] [-o FILE]
 *
 * One idea: two forms of one list make one answer. OFAC's CSV has no day of listing; its Advanced XML
 * (sdn_advanced.xml, https://ofac.treasury.gov) has one for each entry, with the legal basis, names in their
 * parts, and relations between parties by number. The ids are those of the CSV, so that the two are put
 * together by whoever reads them:
 *
 *     ofac_advanced sdn_advanced.xml -o advanced.csv
 *     desig status sdn.csv advanced.csv --on 2015-01-01
 *
 * The day is that of the *entry* on a list of OFAC's, not of a program: the Taliban's says 1999-07-06 beside
 * SDGT, a program of 2001. It is therefore an action of the list, with no program. The programs are derived,
 * as those of the CSV are: they stand on the list's own day, and before it nobody knows.
 *
 * The document is read once, from its beginning to its end: words (ofac/words.h), places, documents and
 * parties (ofac/parties.h), relations, entries. What is kept of it grows with the parties, not with the file:
 * no more than one element stands in memory as it was. */
#include "ofac/dates.h"
#include "ofac/parties.h"
#include "ofac/words.h"

#include <stdio.h>
#include <string.h>

static int is(const char *a, const char *b) {
    return a && strcmp(a, b) == 0;
}

/* ---- Relations ------------------------------------------------------------------------------------- */

/* <ProfileRelationship From-ProfileID="2686" To-ProfileID="4697" RelationTypeID="15002" Former="false">: the
 * first acts for the second. */
static int take_relation(void *context, xml_node *node) {
    advanced *in = context;
    dossier *from = party_of(in, node, xml_attribute_of(node, "From-ProfileID"));
    const char *to = xml_attribute_of(node, "To-ProfileID");
    if (!from || !to) return convert_other(&in->into, node);
    const char *type_id = xml_attribute_of(node, "RelationTypeID");
    const char *relation = word_of(in, "RelationType", type_id);
    const char *quality = word_of(in, "RelationQuality", xml_attribute_of(node, "RelationQualityID"));
    const char *role = relation;
    char period[OFAC_DATE_TEXT];
    desig_link *link =
        dossier_link(from, ofac_link_type(relation), store_join(&from->texts, "us-ofac", ":", to));
    if (!relation) xml_tell(node, "a relation of unknown type", type_id);
    if (is(xml_attribute_of(node, "Former"), "true")) role = store_join(&from->texts, "formerly", " ", role);
    if (quality)
        role = store_join(&from->texts, role, "; ", store_join(&from->texts, "quality", ": ", quality));
    link->role = dossier_text(from, role);
    link->justification = dossier_text(from, xml_text(xml_child(node, "Comment")));
    ofac_period(xml_child(node, "DatePeriod"), period);
    if (period[0] && desig_date_parse(period, DESIG_DATE_UNAMBIGUOUS, &link->date) != DESIG_OK)
        xml_tell(node, "a period that is none", period);
    xml_pass_over(node, ofac_own_numbers);
    convert_unread(&in->into, node, from);
    return 0;
}

/* ---- Entries --------------------------------------------------------------------------------------- */

/* What follows from an entry: of its measures, those that are no programs, in OFAC's words. */
static const char *measures_of(advanced *in, dossier *party, xml_node *entry) {
    const char *all = NULL;
    for (xml_node *node = entry->first; node; node = node->next) {
        if (!is(node->name, "SanctionsMeasure")) continue;
        const char *word = word_of(in, "SanctionsType", xml_attribute_of(node, "SanctionsTypeID"));
        if (is(word, "Program")) continue;
        const char *comment = xml_line(xml_child(node, "Comment"));
        all = store_join(&party->texts, all, "|", store_join(&party->texts, word, ": ", comment));
    }
    return dossier_text(party, all);
}

/* A program under which an entry stands, since nobody knows when. An FTO is one that the Secretary of State
 * designates; who acted for the others the document does not say. */
static void add_programs(advanced *in, dossier *party, xml_node *entry, const char *list) {
    desig_date as_of = desig_list_as_of(in->into.list);
    for (xml_node *node = entry->first; node; node = node->next) {
        const char *type = xml_attribute_of(node, "SanctionsTypeID");
        if (!is(node->name, "SanctionsMeasure") || !is(word_of(in, "SanctionsType", type), "Program"))
            continue;
        const char *tag = xml_line(xml_child(node, "Comment"));
        if (!tag) continue;
        desig_action *action = dossier_action(party, DESIG_ACTION_DESIGNATED);
        action->program = dossier_text(party, tag);
        action->list = list;
        action->authority = is(tag, "FTO") ? "US-STATE" : "US";
        action->derived = 1;
        action->effective.last = as_of.last;
        action->effective.last_precision = as_of.last_precision;
    }
}

static void add_event(advanced *in, dossier *party, xml_node *event, const char *list, const char *measures) {
    const char *word = word_of(in, "EntryEventType", xml_attribute_of(event, "EntryEventTypeID"));
    const char *basis = word_of(in, "LegalBasis", xml_attribute_of(event, "LegalBasisID"));
    int type = ofac_action_type(word);
    char day[OFAC_DATE_TEXT];
    ofac_date(xml_child(event, "Date"), day);
    if (type < 0) {
        xml_tell(event, "an event of unknown type, kept as a fact", word);
        dossier_fact(party, DESIG_FACT_OTHER, "EntryEvent", store_join(&party->texts, word, " ", day));
        return;
    }
    desig_action *action = dossier_action(party, (desig_action_type)type);
    action->authority = "US";
    action->list = list;
    action->legal_basis = basis;
    action->measures = measures;
    action->justification = dossier_text(party, xml_text(xml_child(event, "Comment")));
    if (desig_date_parse(day, DESIG_DATE_UNAMBIGUOUS, &action->effective) != DESIG_OK)
        xml_tell(event, "an entry without a day", day);
}

static int take_entry(void *context, xml_node *node) {
    advanced *in = context;
    const char *id = xml_attribute_of(node, "ID"), *profile = xml_attribute_of(node, "ProfileID");
    dossier *party = party_of(in, node, profile);
    if (!party) return convert_other(&in->into, node);
    const char *list_id = xml_attribute_of(node, "ListID");
    const char *list = ofac_list(word_of(in, "List", list_id));
    if (!list) {
        xml_tell(node, "a list that the reference sets do not name", list_id);
        if (list_id) dossier_fact(party, DESIG_FACT_OTHER, "SanctionsEntry/@ListID", list_id);
    }
    const char *measures = measures_of(in, party, node);
    for (xml_node *child = node->first; child; child = child->next)
        if (is(child->name, "EntryEvent")) add_event(in, party, child, list, measures);
    add_programs(in, party, node, list);
    if (id) by_id_place(&in->numbers, "Entry", store_copy(&in->kept, id, strlen(id)), party);
    xml_pass_over(node, ofac_own_numbers);
    convert_unread(&in->into, node, party);
    return 0;
}

/* Two entries that belong together. */
static int take_entry_link(void *context, xml_node *node) {
    advanced *in = context;
    dossier *a = by_id_get(&in->numbers, "Entry", xml_attribute_of(node, "EntryA-SanctionsEntryID"));
    const dossier *b = by_id_get(&in->numbers, "Entry", xml_attribute_of(node, "EntryB-SanctionsEntryID"));
    char day[OFAC_DATE_TEXT];
    if (!a || !b) return convert_other(&in->into, node);
    desig_link *link = dossier_link(a, "linked-to", b->id);
    link->role = word_of(in, "EntryLinkType", xml_attribute_of(node, "EntryLinkTypeID"));
    link->justification = dossier_text(a, xml_text(xml_child(node, "Comment")));
    ofac_date(xml_child(node, "Date"), day);
    if (day[0] && desig_date_parse(day, DESIG_DATE_UNAMBIGUOUS, &link->date) != DESIG_OK)
        xml_tell(node, "no day", day);
    xml_pass_over(node, ofac_own_numbers);
    convert_unread(&in->into, node, a);
    return 0;
}

/* ---- The document ---------------------------------------------------------------------------------- */

/* What changed since another version is no list. */
static int take_root(void *context, xml_node *root) {
    const char *base = xml_attribute_of(root, "DeltaBaseVersion");
    (void)context;
    if (base) xml_tell(root, "only what changed since another version: get the whole file", base);
    return base != NULL;
}

static int take_day(void *context, xml_node *node) {
    advanced *in = context;
    char day[OFAC_DATE_TEXT];
    ofac_date(node, day);
    return in->into.list ? convert_other(&in->into, node) : convert_start(&in->into, node, day);
}

static int take_other(void *context, xml_node *node) {
    return convert_other(&((advanced *)context)->into, node);
}

/* The list takes a copy of each party, whose own memory then goes. */
static int finish(void *context) {
    advanced *in = context;
    dossier nobody = {.id = "us-ofac:no-party"};
    int result = 0;
    if (!in->into.list) return 0;
    for (ofac_party *at = in->first; at && result == 0; at = at->next) {
        const xml_node there = {.file = at->file, .line = at->line, .column = at->column};
        result = convert_add(&in->into, &there, &at->record, "again");
        dossier_clear(&at->record);
    }
    if (result == 0 && add_loose_documents(in, &nobody) > 0) {
        fprintf(stderr, "documents of no party of the file, kept in %s: %u\n", nobody.id, nobody.fact_count);
        result = convert_add(&in->into, NULL, &nobody, "again");
    }
    dossier_clear(&nobody);
    return result;
}

int main(int argc, char **argv) {
    static const xml_rule rules[] = {
        {"/Sanctions", take_root, 1},
        {"/Sanctions/DateOfIssue", take_day, 0},
        {"/Sanctions/ReferenceValueSets/*/*", take_word, 0},
        {"/Sanctions/Locations/Location", take_place, 0},
        {"/Sanctions/IDRegDocuments/IDRegDocument", take_document, 0},
        {"/Sanctions/DistinctParties/DistinctParty", take_party, 0},
        {"/Sanctions/ProfileRelationships/ProfileRelationship", take_relation, 0},
        {"/Sanctions/SanctionsEntries/SanctionsEntry", take_entry, 0},
        {"/Sanctions/SanctionsEntryLinks/SanctionsEntryLink", take_entry_link, 0},
    };
    advanced in = {.into = {.source = "us-ofac"}};
    const xml_task task = {rules, sizeof rules / sizeof rules[0], take_other, &in};
    int status = convert(argc, argv, &in.into, &task, finish);
    for (ofac_party *at = in.first; at; at = at->next) dossier_clear(&at->record);
    by_id_clear(&in.numbers);
    store_clear(&in.kept);
    return status;
}
