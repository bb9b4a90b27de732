/* Checks of names. */
#include <ctype.h>
#include <string.h>

#include "checks/checks.h"

/* ---- Names that a record has twice ---- */

static int compare_texts(const void *a, const void *b) {
    const desig_name *first = ((const sighting *)a)->part, *second = ((const sighting *)b)->part;
    return strcmp(first->text, second->text);
}

static int compare_names(const void *a, const void *b) {
    const desig_name *first = ((const sighting *)a)->part, *second = ((const sighting *)b)->part;
    int order = compare_texts(a, b);
    if (order == 0) order = first->type - second->type;
    return order != 0 ? order : out_compare(first->language, second->language);
}

/* The first alias of a text that is the primary name, too. */
static void tell_primary(const checking *at, const sighting *group, size_t count) {
    const desig_name *first = group[0].part;
    size_t alias = 1;
    while (alias < count && ((const desig_name *)group[alias].part)->type == DESIG_NAME_PRIMARY) alias++;
    if (first->type == DESIG_NAME_PRIMARY && alias < count)
        doubt_of(at, at->record, spot_name(group[alias].part), "the alias \"%s\" is the primary name",
                 first->text);
}

static void tell_repeated(const checking *at, const sighting *group, size_t count) {
    const desig_name *name = group[0].part;
    if (count > 1) doubt_of(at, at->record, spot_name(name), "the name \"%s\" is given again", name->text);
}

/* By text, or by all that they say; in a group the primary names come first. */
static void compare_all(const checking *at, const desig_record *record,
                        int (*compare)(const void *a, const void *b),
                        void (*tell)(const checking *at, const sighting *group, size_t count)) {
    sightings all = {0};
    for (uint32_t i = 0; i < record->name_count; i++)
        if (!record->names[i].derived)
            OUT_PUSH(&all, (sighting){.part = &record->names[i], .order = record->names[i].type});
    sightings_tell(&all, at, compare, tell);
}

void check_primary_as_alias(const checking *at, const void *record) {
    compare_all(at, record, compare_texts, tell_primary);
}

void check_repeated_names(const checking *at, const void *record) {
    compare_all(at, record, compare_names, tell_repeated);
}

/* ---- Names that are more than a name ---- */

static int is_of_word(char c) {
    return isalnum((unsigned char)c) || c == '\'' || (c & 0x80) != 0;
}

/* Cut the next word off: its length, 0 at the end. */
static size_t next_word(const char **rest, const char **word) {
    while (**rest != '\0' && !is_of_word(**rest)) ++*rest;
    *word = *rest;
    while (is_of_word(**rest)) ++*rest;
    return (size_t)(*rest - *word);
}

static int equals_nocase(const char *word, size_t length, const char *other) {
    for (size_t i = 0; i < length; i++)
        if (tolower((unsigned char)word[i]) != other[i]) return 0;
    return other[length] == '\0';
}

/* What sentences are made of and names are not. */
static int is_of_sentences(const char *word, size_t length) {
    static const char *const words[] = {
        "because", "been",  "being", "believed", "designated", "had",   "has",        "have",
        "he",      "is",    "later", "pursuant", "reportedly", "she",   "sanctioned", "them",
        "there",   "these", "they",  "this",     "was",        "were",  "which",      "while",
        "who",     "whose", "whom",  "would",    "allegedly",  "their",
    };
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        if (equals_nocase(word, length, words[i])) return 1;
    return 0;
}

enum { NARRATIVE_WORDS = 8, NARRATIVE_SIGNS = 2, LONGEST_NAME = 60 };

/* A sentence, or more words than any name has. */
static int is_narrative(const char *text) {
    const char *word;
    size_t words = 0, signs = 0, length;
    while ((length = next_word(&text, &word)) > 0) {
        words++;
        signs += (size_t)is_of_sentences(word, length);
    }
    return (words >= NARRATIVE_WORDS && signs >= NARRATIVE_SIGNS) || words > LONGEST_NAME;
}

void check_narrative(const checking *at, const void *part) {
    const desig_name *name = part;
    if (is_narrative(name->text)) doubt(at, "the name is a narrative: %s", name->text);
}

/* What stands between the names of a name, or before one. */
static int has_border(const char *text) {
    static const char *const borders[] = {";",   " / ",   "k.a",         "/k/",        "aka",        "AKA",
                                          "fka", "alias", "known as",    "formerly",   "previously", "d/b",
                                          "t/a", "d.b.a", "business as", "trading as", "successor"};
    for (size_t i = 0; i < sizeof borders / sizeof borders[0]; i++)
        if (strstr(text, borders[i])) return 1;
    return strstr(text, "K.A") || strstr(text, "/K/") || strstr(text, "Alias");
}

/* The library finds the names within a name, and keeps each as a derived one. */
void check_packed_name(const checking *at, const void *part) {
    const desig_name *name = part;
    for (uint32_t i = 0; i < at->record->name_count; i++) {
        const desig_name *other = &at->record->names[i];
        if (!other->derived || strcmp(name->text, other->text) == 0) continue;
        if (!strstr(name->text, other->text) || !has_border(name->text)) continue;
        doubt(at, "another name within the name (\"%s\"): %s", other->text, name->text);
        return;
    }
}

void check_brackets(const checking *at, const void *part) {
    const desig_name *name = part;
    int depth = 0, lowest = 0;
    for (const char *c = name->text; *c != '\0'; c++) {
        depth += (*c == '(') - (*c == ')');
        if (depth < lowest) lowest = depth;
    }
    if (depth != 0 || lowest < 0) doubt(at, "a bracket without its other half: %s", name->text);
}
