/* Checks of names. */
#include "checks/checks.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "io/out.h"

/* ---- Names that a record has twice ---- */

static int compare_texts(const desig_name *a, const desig_name *b) {
    return strcmp(a->text, b->text);
}

/* By text, then by type: the primary one first. */
static int compare_names(const void *a, const void *b) {
    const desig_name *first = *(const desig_name *const *)a, *second = *(const desig_name *const *)b;
    int order = compare_texts(first, second);
    if (order == 0) order = first->type - second->type;
    return order != 0
               ? order
               : strcmp(first->language ? first->language : "", second->language ? second->language : "");
}

/* The names in this order, to be released with free(): a record of a million names is as welcome as another.
 */
static const desig_name **sort_names(const desig_record *record) {
    const desig_name **sorted = out_resize(NULL, record->name_count * sizeof *sorted);
    for (uint32_t i = 0; i < record->name_count; i++) sorted[i] = &record->names[i];
    if (record->name_count > 1) qsort(sorted, record->name_count, sizeof(*sorted), compare_names);
    return sorted;
}

/* The first alias of each text that is the primary name. */
void check_primary_as_alias(const checking *at, const desig_record *record) {
    const desig_name **sorted = sort_names(record);
    for (uint32_t i = 1; i < record->name_count; i++)
        if (sorted[i - 1]->type == DESIG_NAME_PRIMARY && sorted[i]->type != DESIG_NAME_PRIMARY &&
            compare_texts(sorted[i - 1], sorted[i]) == 0)
            doubt(at, record, spot_name(sorted[i]), "the alias \"%s\" is the primary name", sorted[i]->text);
    free(sorted);
}

void check_repeated_names(const checking *at, const desig_record *record) {
    const desig_name **sorted = sort_names(record);
    int repeated = 0;
    for (uint32_t i = 1; i < record->name_count; i++) {
        int before = repeated;
        repeated = compare_names(&sorted[i - 1], &sorted[i]) == 0;
        if (repeated && !before)
            doubt(at, record, spot_name(sorted[i]), "the name \"%s\" is given again", sorted[i]->text);
    }
    free(sorted);
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

static int begins_nocase(const char *text, const char *prefix) {
    while (*prefix != '\0' && tolower((unsigned char)*text) == *prefix) text++, prefix++;
    return *prefix == '\0';
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

void check_narratives(const checking *at, const desig_record *record) {
    for (uint32_t i = 0; i < record->name_count; i++)
        if (is_narrative(record->names[i].text))
            doubt(at, record, spot_name(&record->names[i]), "the name is a narrative: %s",
                  record->names[i].text);
}

/* `X a.k.a. Y`, `X (alias Y)`: the word that says so, with a space or a bracket before it and more behind. */
static const char *find_alias_word(const char *text) {
    static const char *const marks[] = {"a.k.a.", "f.k.a.", "n.k.a.", "aka", "fka", "nka", "alias"};
    for (const char *at = text; *at != '\0'; at++) {
        if (at == text || !strchr(" (,", at[-1])) continue;
        for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++) {
            size_t length = strlen(marks[i]);
            if (begins_nocase(at, marks[i]) && at[length] != '\0' && strchr(".:, ", at[length]))
                return marks[i];
        }
    }
    return NULL;
}

void check_packed_names(const checking *at, const desig_record *record) {
    for (uint32_t i = 0; i < record->name_count; i++) {
        const char *mark = find_alias_word(record->names[i].text);
        if (mark)
            doubt(at, record, spot_name(&record->names[i]), "two names in one (\"%s\"): %s", mark,
                  record->names[i].text);
    }
}

void check_brackets(const checking *at, const desig_record *record) {
    for (uint32_t i = 0; i < record->name_count; i++) {
        int depth = 0, lowest = 0;
        for (const char *c = record->names[i].text; *c != '\0'; c++) {
            depth += (*c == '(') - (*c == ')');
            if (depth < lowest) lowest = depth;
        }
        if (depth != 0 || lowest < 0)
            doubt(at, record, spot_name(&record->names[i]), "a bracket without its other half: %s",
                  record->names[i].text);
    }
}
