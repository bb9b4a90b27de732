#include "io/vocabulary.h"

#include <string.h>
#include <strings.h>

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

static const vocabulary vocabularies[] = {
    {"OFAC", ofac_authorities, ofac_lists, ofac_tags},
    {"the EU", eu_authorities, NULL, eu_codes},
};

/* Lists and authorities of others, as the library and the maps that ship write them. */
static const char other_lists[] = "UK;EU;1267;1988;EL;DPL;UVL;MEU;ISN;DTC;CAP;SEMA;";
static const char other_authorities[] =
    "UN;UN-SC;GB;GB-FCDO;GB-HMT;CA;CH;CH-SECO;AU;AU-DFAT;JP;JP-MOF;IL;CN;US-BIS;";

int vocabulary_has(const char *text, const char *words) {
    const size_t length = strlen(text);
    for (; *words != '\0'; words += strcspn(words, ";") + 1)
        if (strncasecmp(words, text, length) == 0 && words[length] == ';') return 1;
    return 0;
}

const vocabulary *vocabulary_of(const desig_action *action) {
    if (!action->authority) return NULL;
    for (size_t i = 0; i < sizeof vocabularies / sizeof vocabularies[0]; i++) {
        const vocabulary *of = &vocabularies[i];
        int is_of_list = !of->lists || !action->list || vocabulary_has(action->list, of->lists);
        if (is_of_list && vocabulary_has(action->authority, of->authorities)) return of;
    }
    return NULL;
}

int vocabulary_knows_program(const char *program) {
    for (size_t i = 0; i < sizeof vocabularies / sizeof vocabularies[0]; i++)
        if (vocabulary_has(program, vocabularies[i].programs)) return 1;
    return 0;
}

int vocabulary_knows_list(const char *list) {
    return vocabulary_has(list, ofac_lists) || vocabulary_has(list, other_lists);
}

int vocabulary_knows_authority(const char *authority) {
    return vocabulary_has(authority, ofac_authorities) || vocabulary_has(authority, eu_authorities) ||
           vocabulary_has(authority, other_authorities);
}
