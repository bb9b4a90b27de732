/* Checks of parties that may be one. */
#include <ctype.h>
#include <stdlib.h>

#include "checks/checks.h"

enum {
    WORDS = 32, /* of a name that count */
    BIRTHS = 8  /* of a record that count: names times births must stay linear */
};

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
    uint64_t digest = seed;
    for (const char *c = DATE_TEXT(date); *c != '\0'; c++) digest = add_byte(digest, *c);
    return digest;
}

/* Days only: many people of one name were born in one year. */
static size_t collect_births(const desig_record *record, const desig_fact *births[BIRTHS]) {
    size_t count = 0;
    for (uint32_t i = 0; i < record->fact_count && count < BIRTHS; i++) {
        const desig_fact *fact = &record->facts[i];
        if (fact->type == DESIG_FACT_BIRTH_DATE && desig_date_is_day(&fact->from, NULL))
            births[count++] = fact;
    }
    return count;
}

/* Names and births of a record, as digests of both. */
static void collect(sightings *all, const desig_record *record, size_t position) {
    const desig_fact *births[BIRTHS];
    size_t count = collect_births(record, births);
    for (uint32_t n = 0; count > 0 && n < record->name_count; n++) {
        uint64_t name = digest_name(record->names[n].text);
        if (name == 0 || record->names[n].strength == DESIG_STRENGTH_WEAK) continue;
        for (size_t b = 0; b < count; b++)
            OUT_PUSH(all, (sighting){record, births[b], name ^ digest_birth(&births[b]->from), position});
    }
}

static int compare_digests(const void *a, const void *b) {
    return OUT_ORDER(((const sighting *)a)->digest, ((const sighting *)b)->digest);
}

/* What each later record has in common with an earlier one, told once a record. */
static void tell_same(const checking *at, const sighting *group, size_t count) {
    for (size_t i = 1; i < count; i++) {
        const desig_record *later = group[i].record;
        const desig_fact *birth = group[i].part;
        char *told = (char *)at->told + group[i].order;
        if (later == group[0].record || *told) continue;
        *told = 1;
        doubt_of(at, later, spot_fact(birth), "a name and a birth date (%s) of %s as well: %s", birth->value,
                 group[0].record->id, later->names[0].text);
    }
}

void check_same_parties(const checking *at, const void *none) {
    sightings all = {0};
    const desig_record *record;
    checking here = *at;
    (void)none;
    for (size_t p = 0; (record = desig_list_at(at->entry->list, p)) != NULL; p++) collect(&all, record, p);
    here.told = out_zeros(desig_list_count(at->entry->list), 1);
    sightings_tell(&all, &here, compare_digests, tell_same);
    free(here.told);
}
