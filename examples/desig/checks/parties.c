/* Checks of parties that may be one. */
#include "checks/checks.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "io/out.h"

enum {
    WORDS = 32, /* of a name that count */
    BIRTHS = 8  /* of a record that count: names times births must stay linear */
};

/* A name and a birth date of a record, as a digest. */
typedef struct trait {
    uint64_t digest;
    const desig_record *record;
    const desig_fact *birth;
    size_t position;
} trait;

typedef struct traits {
    trait *items;
    size_t count;
    size_t room;
} traits;

static const uint64_t seed = UINT64_C(0xcbf29ce484222325);

static uint64_t add_byte(uint64_t digest, char byte) {
    return (digest ^ (unsigned char)byte) * UINT64_C(0x100000001b3);
}

static int is_of_word(char c) {
    return isalnum((unsigned char)c) || (c & 0x80) != 0;
}

/* Of the words, whatever their order, case and punctuation: the sum of their digests. 0 for a single word,
 * which is no full name. */
static uint64_t digest_name(const char *text) {
    uint64_t sum = 0;
    int words = 0;
    while (words < WORDS) {
        uint64_t word = seed;
        while (*text != '\0' && !is_of_word(*text)) text++;
        if (*text == '\0') break;
        for (; is_of_word(*text) || *text == '\''; text++)
            if (*text != '\'') word = add_byte(word, (char)toupper((unsigned char)*text));
        sum += word * word;
        words++;
    }
    return words > 1 ? sum : 0;
}

static uint64_t digest_birth(const desig_date *date) {
    char text[DESIG_DATE_TEXT];
    uint64_t digest = seed;
    for (const char *c = desig_date_format(date, text); *c != '\0'; c++) digest = add_byte(digest, *c);
    return digest;
}

static void add(traits *all, trait found) {
    if (all->count == all->room) {
        all->room = all->room * 2 + 256;
        all->items = out_resize(all->items, all->room * sizeof *all->items);
    }
    all->items[all->count++] = found;
}

/* Days only: many people of one name were born in one year. */
static size_t collect_births(const desig_record *record, const desig_fact *births[BIRTHS]) {
    size_t count = 0;
    for (uint32_t i = 0; i < record->fact_count && count < BIRTHS; i++) {
        const desig_fact *fact = &record->facts[i];
        if (fact->type == DESIG_FACT_BIRTH_DATE && fact->from.first_precision == DESIG_PRECISION_DAY &&
            fact->from.first == fact->from.last)
            births[count++] = fact;
    }
    return count;
}

static void collect(traits *all, const desig_record *record, size_t position) {
    const desig_fact *births[BIRTHS];
    size_t count = collect_births(record, births);
    for (uint32_t n = 0; count > 0 && n < record->name_count; n++) {
        uint64_t name = digest_name(record->names[n].text);
        if (name == 0 || record->names[n].strength == DESIG_STRENGTH_WEAK) continue;
        for (size_t b = 0; b < count; b++)
            add(all, (trait){name ^ digest_birth(&births[b]->from), record, births[b], position});
    }
}

static int compare_traits(const void *a, const void *b) {
    const trait *first = a, *second = b;
    if (first->digest != second->digest) return first->digest < second->digest ? -1 : 1;
    return (first->position > second->position) - (first->position < second->position);
}

/* What each later record has in common with an earlier one, told once a record. */
void check_same_parties(const checking *at) {
    traits all = {0};
    const desig_record *record;
    size_t p = 0, first = 0;
    for (; (record = desig_list_at(at->entry->list, p)) != NULL; p++) collect(&all, record, p);
    char *told = out_resize(NULL, p);
    memset(told, 0, p);
    if (all.count > 1) qsort(all.items, all.count, sizeof *all.items, compare_traits);
    for (size_t i = 1; i < all.count; i++) {
        const trait *later = &all.items[i];
        if (all.items[first].digest != later->digest) first = i;
        if (later->record == all.items[first].record || told[later->position]) continue;
        told[later->position] = 1;
        doubt(at, later->record, spot_fact(later->birth), "a name and a birth date (%s) of %s as well: %s",
              later->birth->value, all.items[first].record->id, later->record->names[0].text);
    }
    free(told);
    free(all.items);
}
