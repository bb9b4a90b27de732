/* Checks of programs: tags that their publisher does not use. */
#include "checks/checks.h"

#include <stdlib.h>
#include <string.h>

#include "io/out.h"

/* OFAC's tags: those of its files from 2021 to 2025, and of
 * https://ofac.treasury.gov/specially-designated-nationals-list-sdn-list/program-tag-definitions. Sorted. */
static const char *const ofac_tags[] = {
    "561-Related",
    "BALKANS",
    "BALKANS-EO14033",
    "BELARUS",
    "BELARUS-EO",
    "BELARUS-EO14038",
    "BPI-PA",
    "BPI-RUSSIA-EO14024",
    "BPI-SDNTK",
    "BURMA",
    "BURMA-EO14014",
    "BURUNDI",
    "CAATSA - IRAN",
    "CAATSA - RUSSIA",
    "CAR",
    "CMIC-EO13959",
    "COTED",
    "CUBA",
    "CYBER",
    "CYBER2",
    "CYBER3",
    "DARFUR",
    "DPRK",
    "DPRK-NKSPEA",
    "DPRK2",
    "DPRK3",
    "DPRK4",
    "DRCONGO",
    "ELECTION-EO13848",
    "ETHIOPIA-EO14046",
    "FSE-IR",
    "FSE-SY",
    "FSE-WMD",
    "FTO",
    "GLOMAG",
    "HIFPAA",
    "HK-EO13936",
    "HOSTAGES-EO14078",
    "HRIT-IR",
    "HRIT-SY",
    "ICC-EO14203",
    "IFCA",
    "IFSR",
    "ILLICIT-DRUGS-EO",
    "ILLICIT-DRUGS-EO14059",
    "IRAN",
    "IRAN-CON-ARMS-EO",
    "IRAN-EO13846",
    "IRAN-EO13871",
    "IRAN-EO13876",
    "IRAN-EO13902",
    "IRAN-HR",
    "IRAN-TRA",
    "IRAQ2",
    "IRAQ3",
    "IRGC",
    "ISA",
    "JADE",
    "LEBANON",
    "LIBERIA",
    "LIBYA2",
    "LIBYA3",
    "MAGNIT",
    "MALI-EO13882",
    "MBS",
    "NICARAGUA",
    "NICARAGUA-NHRAA",
    "NPWMD",
    "NS-ISA",
    "NS-PLC",
    "PAARSSR-EO13894",
    "PEESA",
    "PEESA-EO",
    "PEESA-EO14039",
    "RUSSIA-EO14024",
    "RUSSIA-EO14065",
    "RUSSIA-EO14114",
    "SDGT",
    "SDNT",
    "SDNTK",
    "SDT",
    "SOMALIA",
    "SOUTH SUDAN",
    "SSIDES",
    "SUDAN",
    "SUDAN-EO14098",
    "SYRIA",
    "SYRIA-CAESAR",
    "SYRIA-EO13894",
    "TCO",
    "UHRPA",
    "UKRAINE-EO13660",
    "UKRAINE-EO13661",
    "UKRAINE-EO13662",
    "UKRAINE-EO13685",
    "VENEZUELA",
    "VENEZUELA-EO13850",
    "VENEZUELA-EO13884",
    "WEST-BANK-EO14115",
    "YEMEN",
    "ZIMBABWE",
};

/* The EU's codes: the code list of the consolidated list's CSV 1.1, and those of 2023 and 2024. Sorted. */
static const char *const eu_codes[] = {
    "AFG", "BDI",  "BIH",  "BLR", "CAF", "CHEM", "CIV",  "COD", "COM",   "CYB", "EGY",  "ERI", "EUAQ",
    "GIN", "GNB",  "GTM",  "HAM", "HR",  "HTI",  "ICTY", "IRN", "IRQ",   "LBN", "LBR",  "LBY", "LEB",
    "MD",  "MDA",  "MLI",  "MMR", "NER", "NIC",  "PRK",  "RUS", "RUSDA", "SDN", "SDNZ", "SOM", "SSD",
    "SYR", "TAQA", "TERR", "TUN", "TUR", "UKR",  "UNLI", "VEN", "YEM",   "YUG", "ZWE",
};

/* Who acts under OFAC's programs, and on which lists; on others of the US the words are others. */
static const char *const ofac_authorities[] = {"US", "US-OFAC", "US-TREASURY", "US-STATE", "US-PRESIDENT"};
static const char *const ofac_lists[] = {"SDN", "FTO",    "NON-SDN", "SSI",   "CAPTA",
                                         "FSE", "NS-PLC", "NS-CMIC", "NS-MBS"};
static const char *const eu_authorities[] = {"EU", "EU-COUNCIL", "EU-COMMISSION"};

typedef struct words {
    const char *const *items; /* NULL: any */
    size_t count;
} words;

/* What a publisher calls its programs. */
typedef struct vocabulary {
    const char *publisher;
    words authorities;
    words lists; /* an action that names no list may be of any */
    words programs;
} vocabulary;

#define WORDS(array)                                                                                         \
    { array, sizeof(array) / sizeof((array)[0]) }

static const vocabulary vocabularies[] = {
    {"OFAC", WORDS(ofac_authorities), WORDS(ofac_lists), WORDS(ofac_tags)},
    {"the EU", WORDS(eu_authorities), {NULL, 0}, WORDS(eu_codes)},
};

static int is_among(const char *text, words all) {
    for (size_t i = 0; i < all.count; i++)
        if (strcmp(text, all.items[i]) == 0) return 1;
    return 0;
}

/* Whose words an action's program should be one of; NULL where that is not known. */
static const vocabulary *vocabulary_of(const desig_action *action) {
    if (!action->authority) return NULL;
    for (size_t i = 0; i < sizeof vocabularies / sizeof vocabularies[0]; i++) {
        const vocabulary *of = &vocabularies[i];
        int is_of_list = !of->lists.items || !action->list || is_among(action->list, of->lists);
        if (is_of_list && is_among(action->authority, of->authorities)) return of;
    }
    return NULL;
}

/* ---- A word that may be meant ---- */

enum { LONGEST_WORD = 63, FARTHEST = 2 };

/* How many letters must be changed, put in, left out or exchanged with the next one. */
static size_t distance(const char *a, const char *b) {
    size_t rows[3][LONGEST_WORD + 1];
    size_t *before = rows[0], *above = rows[1], *row = rows[2];
    size_t a_length = strlen(a), b_length = strlen(b);
    if (a_length > LONGEST_WORD || b_length > LONGEST_WORD) return SIZE_MAX;
    for (size_t j = 0; j <= b_length; j++) row[j] = j;
    for (size_t i = 1; i <= a_length; i++) {
        size_t *spare = before;
        before = above;
        above = row;
        row = spare;
        row[0] = i;
        for (size_t j = 1; j <= b_length; j++) {
            size_t least = above[j - 1] + (a[i - 1] != b[j - 1]);
            if (above[j] + 1 < least) least = above[j] + 1;
            if (row[j - 1] + 1 < least) least = row[j - 1] + 1;
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] && before[j - 2] + 1 < least)
                least = before[j - 2] + 1;
            row[j] = least;
        }
    }
    return row[b_length];
}

static const char *nearest(words known, const char *program) {
    const char *best = NULL;
    size_t best_distance = FARTHEST + 1;
    for (size_t i = 0; i < known.count; i++) {
        size_t away = distance(known.items[i], program);
        if (away >= best_distance) continue;
        best_distance = away;
        best = known.items[i];
    }
    return best;
}

/* ---- Unknown words ---- */

typedef struct unknown {
    const desig_action *action;
    const desig_record *record;
    size_t position; /* of the record */
} unknown;

typedef struct unknown_words {
    unknown *items;
    size_t count;
    size_t room;
} unknown_words;

static void add(unknown_words *all, unknown found) {
    if (all->count == all->room) {
        all->room = all->room * 2 + 16;
        all->items = out_resize(all->items, all->room * sizeof *all->items);
    }
    all->items[all->count++] = found;
}

static int compare_unknown(const void *a, const void *b) {
    const unknown *first = a, *second = b;
    int order = strcmp(first->action->program, second->action->program);
    return order != 0 ? order : (first->position > second->position) - (first->position < second->position);
}

static void tell_unknown(const checking *at, const unknown *first, size_t others) {
    const vocabulary *of = vocabulary_of(first->action);
    const char *program = first->action->program, *meant = nearest(of->programs, program);
    out_string message = {0};
    out_append(&message, "%s has no program \"%s\" that is known here", of->publisher, program);
    if (meant) out_append(&message, "; is %s meant?", meant);
    if (others > 0) out_append(&message, " (and %zu more of it)", others);
    doubt(at, first->record, spot_action(first->action, program), "%s", out_text(&message));
    out_string_free(&message);
}

/* One finding a word, at the first record that has it: a new program is one thing to know, not a thousand. */
void check_programs(const checking *at) {
    unknown_words all = {0};
    const desig_record *record;
    for (size_t p = 0; (record = desig_list_at(at->entry->list, p)) != NULL; p++) {
        for (uint32_t i = 0; i < record->action_count; i++) {
            const desig_action *action = &record->actions[i];
            const vocabulary *of = action->program ? vocabulary_of(action) : NULL;
            if (of && !is_among(action->program, of->programs)) add(&all, (unknown){action, record, p});
        }
    }
    if (all.count > 1) qsort(all.items, all.count, sizeof *all.items, compare_unknown);
    for (size_t first = 0, i = 1; i <= all.count; i++) {
        if (i < all.count && strcmp(all.items[first].action->program, all.items[i].action->program) == 0)
            continue;
        tell_unknown(at, &all.items[first], i - first - 1);
        first = i;
    }
    free(all.items);
}
