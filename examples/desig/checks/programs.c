/* Checks of programs: tags that their publisher does not use. */
#include <string.h>

#include "checks/checks.h"
#include "io/nearest.h"

/* OFAC's tags: those of its files from 2021 to 2026, and of
 * https://ofac.treasury.gov/specially-designated-nationals-list-sdn-list/program-tag-definitions. Sorted. */
static const char ofac_tags[] =
    "561-Related;BALKANS;BALKANS-EO14033;BELARUS;BELARUS-EO;BELARUS-EO14038;BPI-PA;"
    "BPI-RUSSIA-EO14024;BPI-SDNTK;BURMA;BURMA-EO14014;BURUNDI;CAATSA - IRAN;CAATSA - RUSSIA;CAR;"
    "CMIC-EO13959;COTED;CUBA;CUBA-EO14404;CYBER;CYBER2;CYBER3;CYBER4;DARFUR;DPRK;DPRK-NKSPEA;DPRK2;"
    "DPRK3;DPRK4;DRCONGO;ELECTION-EO13848;ETHIOPIA-EO14046;FSE-IR;FSE-SY;FSE-WMD;FTO;GLOMAG;HIFPAA;"
    "HK-EO13936;HKAA;HOSTAGES-EO14078;HRIT-IR;HRIT-SY;ICC-EO14203;IFCA;IFSR;ILLICIT-DRUGS-EO;"
    "ILLICIT-DRUGS-EO14059;IRAN;IRAN-CON-ARMS-EO;IRAN-EO13846;IRAN-EO13871;IRAN-EO13876;"
    "IRAN-EO13902;IRAN-HR;IRAN-TRA;IRAQ2;IRAQ3;IRGC;ISA;JADE;LEBANON;LIBERIA;LIBYA2;LIBYA3;MAGNIT;"
    "MALI-EO13882;MBS;NICARAGUA;NICARAGUA-NHRAA;NPWMD;NS-ISA;NS-PLC;PAARSSR-EO13894;PAIPA;PEESA;"
    "PEESA-EO;PEESA-EO14039;REPO-EO14068;RUSSIA-EO14024;RUSSIA-EO14065;RUSSIA-EO14114;SDGT;SDNT;"
    "SDNTK;SDT;SOMALIA;SOUTH SUDAN;SSIDES;SUDAN;SUDAN-EO14098;SYRIA;SYRIA-CAESAR;SYRIA-EO13894;TCO;"
    "UHRPA;UKRAINE-EO13660;UKRAINE-EO13661;UKRAINE-EO13662;UKRAINE-EO13685;VENEZUELA;"
    "VENEZUELA-EO13850;VENEZUELA-EO13884;WEST-BANK-EO14115;YEMEN;ZIMBABWE;";

/* The EU's codes: the code list of the consolidated list's CSV 1.1, and those of 2023 and 2024. Sorted. */
static const char eu_codes[] =
    "AFG;BDI;BIH;BLR;CAF;CHEM;CIV;COD;COM;CYB;EGY;ERI;EUAQ;GIN;GNB;GTM;HAM;HR;HTI;ICTY;IRN;IRQ;LBN;LBR;"
    "LBY;LEB;MD;MDA;MLI;MMR;NER;NIC;PRK;RUS;RUSDA;SDN;SDNZ;SOM;SSD;SYR;TAQA;TERR;TUN;TUR;UKR;UNLI;VEN;"
    "YEM;YUG;ZWE;";

/* Who acts under OFAC's programs, and on which lists; on others of the US the words are others. */
static const char ofac_authorities[] = "US;US-OFAC;US-TREASURY;US-STATE;US-PRESIDENT;";
static const char ofac_lists[] = "SDN;FTO;NON-SDN;SSI;CAPTA;FSE;NS-PLC;NS-CMIC;NS-MBS;";
static const char eu_authorities[] = "EU;EU-COUNCIL;EU-COMMISSION;";

/* The day up to which the tables are complete, in days from 1970-01-01: 2024-05-03, of OFAC's last file that
 * is known whole. Later a publisher has further ones. */
enum { TABLES_END = 19846 };

/* What a publisher calls its programs. Words have a semicolon behind each. */
typedef struct vocabulary {
    const char *publisher;
    const char *authorities;
    const char *lists; /* NULL: any; an action that names no list may be of any */
    const char *programs;
} vocabulary;

static const vocabulary vocabularies[] = {
    {"OFAC", ofac_authorities, ofac_lists, ofac_tags},
    {"the EU", eu_authorities, NULL, eu_codes},
};

static int is_among(const char *text, const char *words) {
    const size_t length = strlen(text);
    for (; *words != '\0'; words += strcspn(words, ";") + 1)
        if (strncmp(words, text, length) == 0 && words[length] == ';') return 1;
    return 0;
}

/* Whose words an action's program should be one of; NULL where that is not known. */
static const vocabulary *vocabulary_of(const desig_action *action) {
    if (!action->authority) return NULL;
    for (size_t i = 0; i < sizeof vocabularies / sizeof vocabularies[0]; i++) {
        const vocabulary *of = &vocabularies[i];
        int is_of_list = !of->lists || !action->list || is_among(action->list, of->lists);
        if (is_of_list && is_among(action->authority, of->authorities)) return of;
    }
    return NULL;
}

/* ---- A word that may be meant ---- */

enum { FARTHEST = 2 };

/* The word that is likest, and its length; NULL if none is like it. */
static const char *nearest(const char *words, const char *program, size_t *length) {
    const char *best = NULL;
    size_t best_distance = FARTHEST + 1;
    for (size_t each; *words != '\0'; words += each + 1) {
        each = strcspn(words, ";");
        size_t away = letters_apart(words, each, program);
        if (away >= best_distance) continue;
        best_distance = away;
        best = words;
        *length = each;
    }
    return best;
}

/* ---- Unknown words ---- */

static int compare_programs(const void *a, const void *b) {
    const desig_action *first = ((const sighting *)a)->part, *second = ((const sighting *)b)->part;
    return strcmp(first->program, second->program);
}

/* Whether what has the word may be newer than the tables: by the list's day, else by the action's; and a
 * publisher's file that does not tell its day is today's. */
static int may_be_new(const checking *at, const desig_record *record, const desig_action *action) {
    const desig_date of_list = desig_list_as_of(at->entry->list);
    const desig_date *day = of_list.last_precision ? &of_list : &action->effective;
    if (day->last_precision) return day->last > TABLES_END;
    return strncmp(record->id, "us-", 3) == 0 || strncmp(record->id, "eu-", 3) == 0 ? at->today > TABLES_END
                                                                                    : 0;
}

/* One finding a word, at the first record that has it: a new program is one thing to know, not a thousand. */
static void tell_unknown(const checking *at, const sighting *group, size_t count) {
    const desig_action *first = group[0].part;
    const vocabulary *of = vocabulary_of(first);
    size_t length = 0;
    const char *meant = nearest(of->programs, first->program, &length);
    OUT_STRING(message);
    out_append(&message, "%s has no program \"%s\" that is known here", of->publisher, first->program);
    if (meant) out_append(&message, "; is %.*s meant?", (int)length, meant);
    if (count > 1) out_append(&message, " (and %zu more of it)", count - 1);
    check_row noted = *at->check;
    checking telling = *at;
    noted.severity = DESIG_SEVERITY_NOTE;
    if (may_be_new(at, group[0].record, first)) telling.check = &noted;
    doubt_of(&telling, group[0].record, spot_action(first, first->program), "%s", out_text(&message));
}

void check_programs(const checking *at, const void *none) {
    sightings all = {0};
    const desig_record *record;
    (void)none;
    for (size_t p = 0; (record = desig_list_at(at->entry->list, p)) != NULL; p++)
        for (uint32_t i = 0; i < record->action_count; i++) {
            const desig_action *action = &record->actions[i];
            const vocabulary *of = action->program ? vocabulary_of(action) : NULL;
            if (of && !is_among(action->program, of->programs))
                OUT_PUSH(&all, (sighting){.record = record, .part = action, .order = all.count});
        }
    sightings_tell(&all, at, compare_programs, tell_unknown);
}
