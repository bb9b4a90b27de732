/* Bring the UN Security Council's list into the library: un_xml FILE [--to FORMAT] [-o FILE]
 *
 * One idea: a list that the library does not read is brought in by filling records. The UN publishes its
 * consolidated list as XML only (https://main.un.org/securitycouncil/en/content/un-sc-consolidated-list).
 * This program reads an entry at a time (xml/xml.h), puts together what it says in a dossier
 * (xml/dossier.h, a desig_record that grows), and adds that to a list (xml/convert.h). What it writes is the
 * library's own CSV, which every command and every program reads.
 *
 * Whoever brings a format of his own does four things, and this program does them in this order:
 * - tables: which word of the publisher's is which of the library's;
 * - names, facts: each element becomes a part of the record, in the publisher's words;
 * - actions: who did what on which day, and nothing that the publisher does not say;
 * - the rest: what nobody read is kept as a fact under its path, and told. */
#include "xml/convert.h"

#include <stdio.h>
#include <string.h>

typedef struct un_list {
    conversion into;
    dossier entry;   /* the one in hand */
    uint32_t groups; /* how many names and addresses it has so far */
} un_list;

static int is(const char *a, const char *b) {
    return a && strcmp(a, b) == 0;
}

/* `na` stands where a form had to be filled in. It is kept as a fact, and is no name and no nationality. */
static int says_nothing(const char *text) {
    return !text || is(text, "na") || is(text, "NA");
}

/* ---- Tables ---------------------------------------------------------------------------------------- */

/* UN_LIST_TYPE, and the resolution that set up the committee: what lists of other publishers call its list.
 */
static const char *const committees[][2] = {
    {"Al-Qaida", "1267"}, {"CAR", "2127"},     {"CdI", "1572"},   {"DPRK", "1718"},   {"DRC", "1533"},
    {"GB", "2048"},       {"Haiti", "2653"},   {"Iran", "1737"},  {"Iraq", "1518"},   {"Lebanon", "1636"},
    {"Liberia", "1521"},  {"Libya", "1970"},   {"Mali", "2374"},  {"Somalia", "751"}, {"SouthSudan", "2206"},
    {"Sudan", "1591"},    {"Taliban", "1988"}, {"Yemen", "2140"},
};

/* What a QUALITY says of an alias: of a person's how good it is, of an entity's what kind of name it is. */
static const struct {
    const char *word;
    desig_name_type type;
    desig_strength strength;
} qualities[] = {
    {"Good", DESIG_NAME_AKA, DESIG_STRENGTH_STRONG},
    {"Low", DESIG_NAME_AKA, DESIG_STRENGTH_WEAK},
    {"a.k.a.", DESIG_NAME_AKA, DESIG_STRENGTH_UNKNOWN},
    {"f.k.a.", DESIG_NAME_FKA, DESIG_STRENGTH_UNKNOWN},
};

/* Elements that say one thing, or several in a VALUE each. Their text is a fact under their name. */
static const struct {
    const char *name;
    desig_fact_type type;
} plain[] = {
    {"DATAID", DESIG_FACT_OTHER},
    {"DESIGNATION", DESIG_FACT_TITLE},
    {"GENDER", DESIG_FACT_GENDER},
    {"LIST_TYPE", DESIG_FACT_OTHER},
    {"NATIONALITY", DESIG_FACT_NATIONALITY},
    {"NATIONALITY2", DESIG_FACT_NATIONALITY},
    {"SORT_KEY", DESIG_FACT_OTHER},
    {"SORT_KEY_LAST_MOD", DESIG_FACT_OTHER},
    {"SUBMITTED_BY", DESIG_FACT_OTHER},
    {"SUBMITTED_ON", DESIG_FACT_OTHER},
    {"TITLE", DESIG_FACT_TITLE},
    {"VERSIONNUM", DESIG_FACT_OTHER},
};

/* The types of documents, which stand in the language of whoever filled in the form. */
static const char *const document_types[][2] = {
    {"Numéro de passeport", "Passport"},
    {"Número de pasaporte", "Passport"},
    {"National identification no.", "National Identification Number"},
    {"Numéro national d’identification", "National Identification Number"},
    {"Número de identificación nacional", "National Identification Number"},
};

/* COMMENTS1 is anything that is worth saying. These words show that it says why the party is listed. */
static const char *const grounds[] = {
    "Listed pursuant to",
    "listed for",
    "Associated with",
    "associated with",
    "acilitat",
    "nvolved in",
    "nvolvement in",
    "esponsible for",
    "Provided ",
    "provided ",
    "upport",
    "articipat",
    "inanc",
    "cting for",
    "behalf of",
    "controlled by",
    "breach of",
    "violat",
};

/* ---- Names ----------------------------------------------------------------------------------------- */

static void add_names(un_list *un, xml_node *entry) {
    static const char *const parts[] = {"FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME"};
    const char *whole = NULL;
    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++) {
        const char *part = xml_line(xml_child(entry, parts[i]));
        if (!says_nothing(part))
            whole = store_join(&un->entry.texts, whole, " ", part);
        else if (part)
            dossier_fact(&un->entry, DESIG_FACT_OTHER, parts[i], part);
    }
    desig_name like = {.type = DESIG_NAME_PRIMARY, .strength = DESIG_STRENGTH_STRONG, .group = ++un->groups};
    if (whole) dossier_name(&un->entry, whole, &like);
    like.type = DESIG_NAME_AKA;
    if (whole && strchr(whole, ';')) dossier_packed(&un->entry, whole, &like);
    for (xml_node *node = entry->first; node; node = node->next) {
        const char *original = is(node->name, "NAME_ORIGINAL_SCRIPT") ? xml_line(node) : NULL;
        if (original) dossier_name(&un->entry, original, &like);
    }
}

static desig_fact *add_birth(un_list *un, const char *label, const char *value) {
    desig_fact *fact = dossier_fact(&un->entry, DESIG_FACT_BIRTH_DATE, label, value);
    fact->from = dossier_date(value);
    return fact;
}

/* An alias has a number of its own, and so has what is said of it: where a passport gives the false name, it
 * gives a birth date and a birth place with it. A third of the blocks are empty. */
static void add_alias(un_list *un, xml_node *block) {
    const char *text = xml_line(xml_child(block, "ALIAS_NAME"));
    const char *quality = xml_line(xml_child(block, "QUALITY"));
    const char *note = xml_line(xml_child(block, "NOTE"));
    const char *born = xml_line(xml_child(block, "DATE_OF_BIRTH"));
    const char *city = xml_line(xml_child(block, "CITY_OF_BIRTH"));
    const char *country = xml_line(xml_child(block, "COUNTRY_OF_BIRTH"));
    desig_name like = {.type = DESIG_NAME_AKA, .group = ++un->groups};
    size_t known = 0, count = sizeof qualities / sizeof qualities[0];
    while (known < count && !is(quality, qualities[known].word)) known++;
    if (known < count) {
        like.type = (uint8_t)qualities[known].type;
        like.strength = (uint8_t)qualities[known].strength;
    } else if (quality) {
        xml_tell(block, "an alias of unknown quality, kept with unknown strength", quality);
        dossier_fact(&un->entry, DESIG_FACT_OTHER, "QUALITY", quality)->group = un->groups;
    }
    if (text) dossier_packed(&un->entry, text, &like);
    if (text && strchr(text, ';'))
        dossier_fact(&un->entry, DESIG_FACT_OTHER, "ALIAS_NAME", text)->group = un->groups;
    if (note) dossier_fact(&un->entry, DESIG_FACT_OTHER, "ALIAS/NOTE", note)->group = un->groups;
    if (born) {
        desig_fact *fact = add_birth(un, "ALIAS/DATE_OF_BIRTH", born);
        fact->group = un->groups;
        fact->note = dossier_text(&un->entry, text);
    }
    if (city || country) {
        const char *place = store_join(&un->entry.texts, city, ", ", country);
        desig_fact *fact = dossier_fact(&un->entry, DESIG_FACT_BIRTH_PLACE, "ALIAS/PLACE_OF_BIRTH", place);
        fact->country = dossier_text(&un->entry, country);
        fact->group = un->groups;
        fact->note = dossier_text(&un->entry, text);
    }
}

/* ---- Facts ----------------------------------------------------------------------------------------- */

/* EXACT with a year only is as exact as that year; BETWEEN has two; APPROXIMATELY may stand in the note, too.
 * The label is the word for it. Where nothing but a note is there, the note is all that is known. */
static void add_birth_date(un_list *un, xml_node *block) {
    store *texts = &un->entry.texts;
    const char *how = xml_line(xml_child(block, "TYPE_OF_DATE"));
    const char *note = xml_line(xml_child(block, "NOTE"));
    const char *day = xml_line(xml_child(block, "DATE")), *year = xml_line(xml_child(block, "YEAR"));
    const char *from = xml_line(xml_child(block, "FROM_YEAR")), *to = xml_line(xml_child(block, "TO_YEAR"));
    const char *said =
        store_join(texts, store_join(texts, day, "; ", year), "; ", store_join(texts, from, " to ", to));
    int is_about = is(note, "Approximately") || is(how, "APPROXIMATELY") || is(how, "Approximately");
    if (said && is_about) said = store_join(texts, "circa", " ", said);
    if (!said && !note) return;
    desig_fact *fact = add_birth(un, how, said ? said : note);
    if (said) fact->note = dossier_text(&un->entry, note);
    if (!dossier_is_known(&fact->from))
        xml_tell(block, "a birth date that is no date, kept as its words", fact->value);
}

static void add_birth_place(un_list *un, xml_node *block) {
    static const char *const parts[] = {"STREET", "CITY", "STATE_PROVINCE", "COUNTRY"};
    const char *place = NULL, *part = NULL;
    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++) {
        part = xml_line(xml_child(block, parts[i])); /* in the end: the country */
        place = store_join(&un->entry.texts, place, ", ", part);
    }
    const char *note = xml_line(xml_child(block, "NOTE"));
    if (!place && !note) return;
    desig_fact *fact = dossier_fact(&un->entry, DESIG_FACT_BIRTH_PLACE, NULL, place ? place : note);
    fact->country = dossier_text(&un->entry, part);
    if (place) fact->note = dossier_text(&un->entry, note);
}

/* The lines of one address share a number, and each has the address's country and note. */
static void add_address(un_list *un, xml_node *block) {
    const char *country = xml_line(xml_child(block, "COUNTRY")), *note = xml_line(xml_child(block, "NOTE"));
    uint32_t lines = 0;
    un->groups++;
    for (xml_node *node = block->first; node; node = node->next) {
        const char *line = xml_line(node);
        if (!line || (line == note && lines > 0)) continue;
        desig_fact *fact = dossier_fact(&un->entry, DESIG_FACT_ADDRESS, node->name, line);
        fact->country = dossier_text(&un->entry, country);
        fact->note = line == note ? NULL : dossier_text(&un->entry, note);
        fact->group = un->groups;
        lines++;
    }
}

static void add_document(un_list *un, xml_node *block) {
    store *texts = &un->entry.texts;
    const char *type = xml_line(xml_child(block, "TYPE_OF_DOCUMENT")), *label = type;
    const char *type2 = xml_line(xml_child(block, "TYPE_OF_DOCUMENT2"));
    const char *number = xml_line(xml_child(block, "NUMBER"));
    const char *issuer = xml_line(xml_child(block, "ISSUING_COUNTRY"));
    const char *country = xml_line(xml_child(block, "COUNTRY_OF_ISSUE"));
    const char *city = xml_line(xml_child(block, "CITY_OF_ISSUE"));
    const char *issued = xml_line(xml_child(block, "DATE_OF_ISSUE"));
    const char *note = NULL;
    desig_date day = dossier_date(issued);
    for (size_t i = 0; type && i < sizeof document_types / sizeof document_types[0]; i++)
        if (is(type, document_types[i][0])) label = document_types[i][1];
    if (label != type) note = type;
    note = store_join(texts, note, "; ", type2);
    if (issuer && country && !is(issuer, country)) {
        note = store_join(texts, note, "; issued in ", store_join(texts, city, ", ", country));
        if (!strstr(note, country)) note = store_join(texts, note, "; ", country);
    } else if (city)
        note = store_join(texts, note, "; ", city);
    if (issued && !dossier_is_known(&day)) note = store_join(texts, note, "; issued ", issued);
    note = store_join(texts, note, "; ", xml_line(xml_child(block, "NOTE")));
    if (!type && !number && !note && !issuer && !country) return;

    /* What has no number is words about a document, and cannot be looked for as one. */
    desig_fact *fact = dossier_fact(&un->entry, number ? DESIG_FACT_IDENTIFIER : DESIG_FACT_OTHER, label,
                                    number ? number
                                    : note ? note
                                           : type);
    fact->country = dossier_text(&un->entry, issuer ? issuer : country);
    fact->from = day;
    if (number) fact->note = dossier_text(&un->entry, note);
}

static void add_plain(un_list *un, xml_node *node) {
    size_t i = 0, count = sizeof plain / sizeof plain[0];
    while (i < count && !is(node->name, plain[i].name)) i++;
    for (xml_node *said = i < count ? node : NULL; said; said = said == node ? node->first : said->next) {
        const char *text = said == node || is(said->name, "VALUE") ? xml_line(said) : NULL;
        if (text)
            dossier_fact(&un->entry, says_nothing(text) ? DESIG_FACT_OTHER : plain[i].type, node->name, text);
    }
}

/* ---- Actions --------------------------------------------------------------------------------------- */

static int says_why(const char *comment) {
    size_t i = 0, count = sizeof grounds / sizeof grounds[0];
    while (i < count && !strstr(comment, grounds[i])) i++;
    return i < count;
}

/* Each value is a day on which the entry was changed. */
static void add_updates(un_list *un, xml_node *block, const desig_action *listed) {
    for (xml_node *node = block->first; node; node = node->next) {
        const char *text = is(node->name, "VALUE") ? xml_line(node) : NULL;
        desig_date day = dossier_date(text);
        if (!text) continue;
        if (!dossier_is_known(&day) || strlen(text) > 10)
            dossier_fact(&un->entry, DESIG_FACT_OTHER, "LAST_DAY_UPDATED", text);
        if (!dossier_is_known(&day)) continue;
        if (desig_date_before(&day, &listed->effective) == DESIG_YES)
            xml_tell(node, "updated before it was listed", text);
        desig_action *amended = dossier_action(&un->entry, DESIG_ACTION_AMENDED);
        *amended = *listed;
        amended->type = DESIG_ACTION_AMENDED;
        amended->effective = day;
    }
}

/* LISTED_ON stays the day of the first listing when an entry is taken off and put back: the list does not say
 * when it was off. */
static void add_actions(un_list *un, xml_node *entry) {
    const char *type = xml_line(xml_child(entry, "UN_LIST_TYPE"));
    const char *listed = xml_line(xml_child(entry, "LISTED_ON"));
    const char *comment = xml_text(xml_child(entry, "COMMENTS1"));
    desig_action act = {.authority = "UN-SC"};
    size_t known = 0, count = sizeof committees / sizeof committees[0];
    while (known < count && !is(type, committees[known][0])) known++;
    act.program = dossier_text(&un->entry, type);
    act.list = known < count ? committees[known][1] : act.program;
    if (type && known == count) xml_tell(entry, "a list that is not known, called by its own name", type);

    desig_action *designated = dossier_action(&un->entry, DESIG_ACTION_DESIGNATED);
    *designated = act;
    designated->effective = dossier_date(listed);
    if (comment && says_why(comment))
        designated->justification = dossier_text(&un->entry, comment);
    else if (comment)
        dossier_fact(&un->entry, DESIG_FACT_REMARK, "COMMENTS1", comment);
    if (!dossier_is_known(&designated->effective)) {
        designated->derived = 1; /* it is on the list, and that is all */
        xml_tell(entry, "no day of listing", listed);
    }
    if (listed && (designated->derived || strlen(listed) > 10)) /* more than a day */
        dossier_fact(&un->entry, DESIG_FACT_OTHER, "LISTED_ON", listed);
    act.effective = designated->effective;
    for (xml_node *node = entry->first; node; node = node->next)
        if (is(node->name, "LAST_DAY_UPDATED")) add_updates(un, node, &act);
}

/* ---- Entries --------------------------------------------------------------------------------------- */

/* References stand with spaces and full stops around them, and once with a capital I: `QDi.343.`, `TAI.171`.
 * Lists of other publishers point to `un-sc:QDi.343`, `un-sc:TAi.171`. */
static void set_id(un_list *un, xml_node *entry) {
    const char *reference = xml_line(xml_child(entry, "REFERENCE_NUMBER"));
    const char *data_id = xml_line(xml_child(entry, "DATAID"));
    size_t length = reference ? strlen(reference) : 0;
    char *tidy = store_copy(&un->entry.texts, reference, length);
    while (length > 0 && (tidy[length - 1] == '.' || tidy[length - 1] == ' ')) tidy[--length] = '\0';
    if (length > 4 && tidy[3] == '.' && (tidy[2] == 'I' || tidy[2] == 'E'))
        tidy[2] = tidy[2] == 'I' ? 'i' : 'e';
    if (length == 0) xml_tell(entry, "an entry without a reference", data_id);
    un->entry.id = store_join(&un->entry.texts, "un-sc:", "",
                              length > 0 ? tidy
                              : data_id  ? data_id
                                         : "unknown");
    if (reference && !is(reference, tidy))
        dossier_fact(&un->entry, DESIG_FACT_OTHER, "REFERENCE_NUMBER", reference);
}

static int take_entry(void *context, xml_node *entry) {
    static const struct {
        const char *name;
        void (*add)(un_list *un, xml_node *block);
    } blocks[] = {
        {"INDIVIDUAL_ALIAS", add_alias},
        {"ENTITY_ALIAS", add_alias},
        {"INDIVIDUAL_ADDRESS", add_address},
        {"ENTITY_ADDRESS", add_address},
        {"INDIVIDUAL_DATE_OF_BIRTH", add_birth_date},
        {"INDIVIDUAL_PLACE_OF_BIRTH", add_birth_place},
        {"INDIVIDUAL_DOCUMENT", add_document},
    };
    un_list *un = context;
    un->groups = 0;
    un->entry.kind = is(entry->name, "INDIVIDUAL") ? DESIG_KIND_INDIVIDUAL : DESIG_KIND_GROUP;
    set_id(un, entry);
    add_names(un, entry);
    add_actions(un, entry);
    for (xml_node *node = entry->first; node; node = node->next) {
        for (size_t i = 0; i < sizeof blocks / sizeof blocks[0]; i++)
            if (is(node->name, blocks[i].name)) blocks[i].add(un, node);
        add_plain(un, node);
    }
    convert_unread(&un->into, entry, &un->entry);
    int result = convert_add(&un->into, entry, &un->entry, xml_line(xml_child(entry, "DATAID")));
    dossier_clear(&un->entry);
    return result;
}

/* dateGenerated="2025-09-03T23:00:05.022Z": the day of which the list speaks. */
static int take_root(void *context, xml_node *root) {
    un_list *un = context;
    const char *generated = xml_attribute_of(root, "dateGenerated");
    char day[11] = "";
    snprintf(day, sizeof day, "%s", generated ? generated : "");
    return convert_start(&un->into, root, day);
}

static int take_other(void *context, xml_node *node) {
    return convert_other(&((un_list *)context)->into, node);
}

int main(int argc, char **argv) {
    static const xml_rule rules[] = {
        {"/CONSOLIDATED_LIST", take_root, 1},
        {"/CONSOLIDATED_LIST/INDIVIDUALS/INDIVIDUAL", take_entry, 0},
        {"/CONSOLIDATED_LIST/ENTITIES/ENTITY", take_entry, 0},
    };
    un_list un = {.into = {.source = "un-sc"}};
    const xml_task task = {rules, sizeof rules / sizeof rules[0], take_other, &un};
    return convert(argc, argv, &un.into, &task, NULL);
}
