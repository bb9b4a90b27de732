#define _POSIX_C_SOURCE 200809L
/* OFAC's files: nothing of them is lost, and nothing is added. */
#include "ofac_lists.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define REAL    SHARED_DIR "/data/ofac/"
#define EXCERPT TEST_DATA_DIR "/valid/ofac-"
#define DAMAGED TEST_DATA_DIR "/invalid/ofac-damaged/"

static int compare_lines(const void *a, const void *b) {
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* Cut a text into its lines, in their order by content. Returns how many there are. */
static size_t sort_lines(char *text, const char **lines, size_t capacity) {
    size_t count = 0;
    char *line;
    for (line = strtok(text, "\n"); line != NULL && count < capacity; line = strtok(NULL, "\n"))
        lines[count++] = line;
    qsort(lines, count, sizeof *lines, compare_lines);
    return count;
}

/* The parts of a record are a set: they are compared without their order. */
static void expect_parts(const desig_record *record, const char *parts) {
    enum { MOST = 512 };
    static char given[64 * 1024], wanted[64 * 1024];
    static const char *given_lines[MOST], *wanted_lines[MOST];
    size_t given_count, wanted_count, i;
    cr_assert(strlen(ofac_describe(record)) < sizeof given && strlen(parts) < sizeof wanted);
    given_count = sort_lines(strcpy(given, ofac_describe(record)), given_lines, MOST);
    wanted_count = sort_lines(strcpy(wanted, parts), wanted_lines, MOST);
    cr_expect(given_count == wanted_count, "%s: %zu parts", record->id, given_count);
    for (i = 0; i < given_count && i < wanted_count; i++)
        cr_expect_str_eq(given_lines[i], wanted_lines[i], "%s", record->id);
}

static void expect_record(const desig_list *list, const char *id, desig_kind kind, const char *parts) {
    const desig_record *record = desig_list_get(list, id);
    cr_assert(record != NULL, "%s", id);
    cr_expect(record->kind == kind, "%s", id);
    cr_expect_str_eq(record->source, "us-ofac");
    expect_parts(record, parts);
}

/* ---- Everything is found again ---- */

typedef struct edition {
    ofac_paths paths;
    size_t records;
    size_t rows;
    size_t cells; /* found again */
    size_t raw;
    size_t orphans;
    size_t findings;
} edition;

static void expect_found_again(const edition *given) {
    const char *name = given->paths.sdn;
    findings all = {0};
    desig_report report = {0};
    desig_list *list = ofac_read_paths(&given->paths, &all, &report);
    ofac_found found = ofac_find_again(list, &given->paths);
    cr_expect(found.lost == 0, "%s: %zu lost, first %s", name, found.lost, found.first);
    cr_expect(found.stated == found.parts, "%s: %zu parts for %zu", name, found.parts, found.stated);
    cr_expect(found.cells == given->cells, "%s: %zu cells", name, found.cells);
    cr_expect(found.raw == given->raw && report.bad_rows == given->raw, "%s: %zu raw", name, found.raw);
    cr_expect(desig_list_count(list) == given->records, "%s: %zu records", name, desig_list_count(list));
    cr_expect(report.rows == given->rows, "%s: %zu rows", name, (size_t)report.rows);
    cr_expect(all.orphans == given->orphans, "%s: %zu orphans", name, all.orphans);
    cr_expect(all.count == given->findings, "%s: %zu findings: %s", name, all.count, all.checks);
    desig_list_free(list);
}

#define QUARTET(place, header)                                                                               \
    { place "sdn.csv", place "add.csv", place "alt.csv", place "sdn_comments.csv", header }
#define CONSOLIDATED(place)                                                                                  \
    { place "cons_prim.csv", place "cons_add.csv", place "cons_alt.csv", place "cons_comments.csv", 0 }
#define HEADERED(place)                                                                                      \
    { place "OFAC_SDN.csv", place "OFAC_ADD.csv", place "OFAC_ALT.csv", NULL, 1 }

Test(ofac, finds_every_cell_again) {
    static const edition excerpts[] = {
        {QUARTET(EXCERPT "2023-12-28/", 0), 17, 101, 313, 0, 0, 0},
        {HEADERED(EXCERPT "2024-03-11-headered/"), 17, 100, 307, 0, 0, 1},
        {CONSOLIDATED(EXCERPT "consolidated-2025-12/"), 6, 40, 136, 0, 0, 0},
    };
    for (size_t i = 0; i < sizeof excerpts / sizeof *excerpts; i++) expect_found_again(&excerpts[i]);
}

Test(ofac, finds_every_cell_of_the_whole_list_again) {
    static const edition whole = {QUARTET(SHIPPED_DIR "/2023-12-28/", 0), 13821, 49919, 153640, 0, 0, 0};
    expect_found_again(&whole);
}

Test(ofac_real, finds_every_cell_again) {
    static const edition real[] = {
        {QUARTET(REAL "2021-07/", 0), 8976, 34728, 98074, 0, 0, 0},
        {HEADERED(REAL "2024-03-11-headered/"), 14452, 51767, 159802, 0, 0, 18},
        {{REAL "2024-03-11-headered/sdn.raw.2024-03-11.csv", NULL, NULL, NULL, 0},
         14452,
         14452,
         122487,
         0,
         0,
         18},
        {CONSOLIDATED(REAL "consolidated-2025-12/"), 442, 2099, 6788, 0, 0, 0},
        {QUARTET(REAL "defective/mismatched/", 0), 14848, 43473, 93021, 0, 16829, 16829},
        {QUARTET(REAL "defective/invalid/", 0), 7380, 28764, 78064, 4, 0, 4},
    };
    for (size_t i = 0; i < sizeof real / sizeof *real; i++) expect_found_again(&real[i]);
}

/* ---- Some records, whole ---- */

Test(ofac, reads_records) {
    static const ofac_paths paths = QUARTET(EXCERPT "2023-12-28/", 0);
    findings all = {0};
    desig_list *list = ofac_read_paths(&paths, &all, NULL);
    char as_of[DESIG_DATE_TEXT];
    desig_date day = desig_list_as_of(list);
    cr_expect_str_eq(desig_date_format(&day, as_of), "2023-12-28");
    expect_record(list, "us-ofac:17927", DESIG_KIND_INDIVIDUAL,
                  "strong primary 0=AL HOUTHI, Abdul Malik\n"
                  "strong aka 27762=AL-HOUTHI, Abdel-Malek\n"
                  "strong aka 27763=AL-HOUTHI, Abdel-Malik\n"
                  "strong aka 27764=AL-HOUTHI, Abdulmalik Bin Bader Al-Deen\n"
                  "strong aka 27765=AL-HOUTHI, Abdul Malik Badruddin Ameerudin Hussain\n"
                  "strong aka 48847=AL-HOUTHI, Abdul-Malik\n"
                  "strong aka 51029=AL-HOUTH, Abdulmalik Bin Bader Al-Deen\n"
                  "US SDN YEMEN ../2023-12-28\n"
                  "title 0 Title=Leader of the Houthis|||\n"
                  "birth-date 0 DOB=1982||1982|\n"
                  "alt birth-date 0 DOB=1981||1981|\n"
                  "alt birth-date 0 DOB=1980||1980|\n"
                  "birth-place 0 POB=Dahyan Governorate, Yemen|||\n"
                  "nationality 0 nationality=Yemen|||\n"
                  "citizenship 0 citizen=Yemen|||\n"
                  "gender 0 Gender=Male|||\n"
                  "remark 0 Remarks=Leader of the Houthis|||\n"
                  "address 50880 Country=Yemen|Yemen||\n");
    expect_record(list, "us-ofac:31193", DESIG_KIND_INDIVIDUAL,
                  "strong primary 0=AL-GHAMARI, Muhammad Abd Al-Karim\n"
                  "weak aka 0=Sayyid Hashim\n"
                  "strong aka 49064=AL-GHAMARI, Muhammad 'Abd-al-Karim Ahmad Husayn\n"
                  "strong aka 50126=GHOMMARI, Muhammad\n"
                  "strong aka 50127=AL-GHOMMARI, Muhammad\n"
                  "US SDN YEMEN ../2023-12-28\n"
                  "birth-date 0 DOB=1979||1979|\n"
                  "alt birth-date 0 DOB=1984||1984|\n"
                  "birth-place 0 POB=Izla Dhaen, Wahha District, Hajjar Governorate, Yemen|||\n"
                  "nationality 0 nationality=Yemen|||\n"
                  "gender 0 Gender=Male|||\n"
                  "address 47146 Country=Yemen|Yemen||\n");
    expect_record(list, "us-ofac:31971", DESIG_KIND_INDIVIDUAL,
                  "strong primary 0=AL-MADANI, Yusuf\n"
                  "weak aka 0=ABU HUSAYN\n"
                  "strong aka 50130=AL-MADANI, Yusif\n"
                  "strong aka 50131=AL-MADANI, Youssef\n"
                  "strong aka 50132=AL-MADANI, Yousef Ahssan Ismail\n"
                  "US SDN SDGT ../2023-12-28\n"
                  "birth-date 0 DOB=1977||1977|\n"
                  "birth-place 0 POB=Muhatta Directorate, Hajjah Province, Yemen|||\n"
                  "gender 0 Gender=Male|||\n"
                  "address 48103 Country=Yemen|Yemen||\n");
    expect_record(list, "us-ofac:15036", DESIG_KIND_VESSEL,
                  "strong primary 0=ARTAVIL\n"
                  "weak fka 0=ALPHA\n"
                  "strong fka 22153=ABADAN\n"
                  "strong fka 40680=SHONA\n"
                  "US SDN IRAN ../2023-12-28\n"
                  "linked-to=NATIONAL IRANIAN TANKER COMPANY\n"
                  "other 0 Call_Sign=T2EU4|||\n"
                  "other 0 Vess_type=Crude/Oil Products Tanker|||\n"
                  "other 0 Tonnage=99,144|||\n"
                  "other 0 GRT=56,068|||\n"
                  "other 0 Vess_flag=Iran|||\n"
                  "other 0 Former Vessel Flag=Malta|||\n"
                  "alt other 0 Former Vessel Flag=Tuvalu|||\n"
                  "alt other 0 Former Vessel Flag=None Identified|||\n"
                  "alt other 0 Former Vessel Flag=Tanzania|||\n"
                  "sanctions-note 0 Additional Sanctions Information -=Subject to Secondary Sanctions|||\n"
                  "identifier 0 Vessel Registration Identification IMO=9187629|||\n"
                  "identifier 0 MMSI=572469210|||\n"
                  "other 22372 Add_num=22372|||\n");
    expect_record(list, "us-ofac:27197", DESIG_KIND_AIRCRAFT,
                  "strong primary 0=RA-02791\n"
                  "strong fka 43241=M-VITO\n"
                  "US SDN UKRAINE-EO13661 ../2023-12-28\n"
                  "US SDN CYBER2 ../2023-12-28\n"
                  "US SDN ELECTION-EO13848 ../2023-12-28\n"
                  "linked-to=BERATEX GROUP LIMITED\n"
                  "other 0 Aircraft Manufacture Date=01 Dec 2000||2000-12-01|\n"
                  "identifier 0 Aircraft Mode S Transponder Code=140AE7|||\n"
                  "other 0 Aircraft Model=Hawker 800XP|||\n"
                  "other 0 Aircraft Operator=Beratex Group Limited|||\n"
                  "other 0 Nationality of Registration=Russia|||\n"
                  "sanctions-note 0 Secondary sanctions risk:=Ukraine-/Russia-Related Sanctions Regulations, "
                  "31 CFR 589.201 and/or 589.209|||\n"
                  "identifier 0 Aircraft Serial Identification=258512|||\n"
                  "other 41337 Add_num=41337|||\n");
    expect_record(
        list, "us-ofac:27307", DESIG_KIND_GROUP,
        "strong primary 0=LAZARUS GROUP\n"
        "weak aka 0=HIDDEN COBRA\n"
        "weak aka 0=OFFICE 91\n"
        "weak aka 0=GUARDIANS OF PEACE\n"
        "weak aka 0=THE NEW ROMANTIC CYBER ARMY TEAM\n"
        "weak aka 0=WHOIS HACKING TEAM\n"
        "weak aka 0=RED DOT\n"
        "weak aka 0=TEMP.HERMIT\n"
        "weak aka 0=GROUP 77\n"
        "weak aka 0=ZINC\n"
        "weak aka 0=APT-C-26\n"
        "weak aka 0=APPLEWORM\n"
        "US SDN DPRK3 ../2023-12-28\n"
        "identifier 0 Digital Currency Address - ETH=0x098B716B8Aaf21512996dC57EB0615e2383E2f96|||\n"
        "alt identifier 0 Digital Currency Address - ETH=0xa0e1c89Ef1a489c9C7dE96311eD5Ce5D32c20E4B|||\n"
        "alt identifier 0 Digital Currency Address - ETH=0x3Cffd56B47B7b41c56258D9C7731ABaDc360E073|||\n"
        "alt identifier 0 Digital Currency Address - ETH=0x53b6936513e738f44FB50d2b9476730C0Ab3Bfc1|||\n"
        "alt identifier 0 Digital Currency Address - ETH=0x35fB6f6DB4fb05e6A4cE86f2C93691425626d4b1|||\n"
        "alt identifier 0 Digital Currency Address - ETH=0xF7B31119c2682c88d88D455dBb9d5932c65Cf1bE|||\n"
        "alt identifier 0 Digital Currency Address - ETH=0x3e37627dEAA754090fBFbb8bd226c1CE66D255e9|||\n"
        "alt identifier 0 Digital Currency Address - ETH=0x08723392Ed15743cc38513C4925f5e6be5c17243|||\n"
        "sanctions-note 0 Secondary sanctions risk:=North Korea Sanctions Regulations, sections 510.201 and "
        "510.210|||\n"
        "sanctions-note 0 Transactions Prohibited For Persons Owned or Controlled By U.S. Financial "
        "Institutions:=North Korea Sanctions Regulations section 510.214|||\n"
        "address 41656 Address=Potonggang District|Korea, North||\n"
        "address 41656 City/State/Province/Postal Code=Pyongyang|Korea, North||\n");
    desig_list_free(list);
}

/* ---- The two dresses ---- */

static void expect_alike(const char *raw, const char *dressed) {
    ofac_paths classic = {.sdn = raw}, headered = {.sdn = dressed};
    findings all = {0};
    desig_list *lists[2];
    lists[0] = ofac_read_paths(&classic, &all, NULL);
    lists[1] = ofac_read_paths(&headered, &all, NULL);
    cr_assert(desig_list_count(lists[0]) == desig_list_count(lists[1]));
    for (size_t j = 0; j < desig_list_count(lists[0]); j++) {
        char *first = strdup(ofac_describe(desig_list_at(lists[0], j)));
        cr_expect_str_eq(ofac_describe(desig_list_at(lists[1], j)), first);
        free(first);
    }
    desig_list_free(lists[0]);
    desig_list_free(lists[1]);
}

Test(ofac, reads_both_dresses_alike) {
    expect_alike(EXCERPT "2024-03-11-headered/sdn.raw.csv", EXCERPT "2024-03-11-headered/OFAC_SDN.csv");
}

Test(ofac_real, reads_both_dresses_alike) {
    expect_alike(REAL "2024-03-11-headered/sdn.raw.2024-03-11.csv", REAL "2024-03-11-headered/OFAC_SDN.csv");
}

/* ---- Which list ---- */

static void expect_programs(const desig_list *list, const char *id, const char *programs) {
    const desig_record *record = desig_list_get(list, id);
    char text[256] = "";
    size_t at = 0;
    cr_assert(record != NULL, "%s", id);
    for (uint32_t i = 0; i < record->action_count; i++)
        at += (size_t)snprintf(text + at, sizeof text - at, "%s %s;", record->actions[i].list,
                               record->actions[i].program);
    cr_expect_str_eq(text, programs, "%s", id);
}

Test(ofac, tells_the_lists_apart) {
    static const ofac_paths consolidated = CONSOLIDATED(EXCERPT "consolidated-2025-12/");
    static const char renamed[] =
        "9639,\"HANIYA, Ismail\",\"individual\",\"NS-PLC\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \n"
        "17014,\"GAZPROMBANK\",-0- ,\"UKRAINE-EO13662] [RUSSIA-EO14024\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- "
        ",-0- \n";
    static const char in_sdn[] =
        "9647,\"ZAHHAR, Mahmoud\",\"individual\",\"SDGT] [NS-PLC\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \n"
        "17018,\"SBERBANK\",-0- ,\"UKRAINE-EO13662] [RUSSIA-EO14024\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- "
        "\n";
    desig_source both[] = {
        {.path = consolidated.comments}, {.path = EXCERPT "2023-12-28/sdn.csv"}, {.path = consolidated.sdn}};
    findings all = {0};
    desig_list *list = ofac_read_paths(&consolidated, &all, NULL);
    expect_programs(list, "us-ofac:9639", "NS-PLC NS-PLC;");
    expect_programs(list, "us-ofac:9647", "NON-SDN SDGT;NS-PLC NS-PLC;");
    expect_programs(list, "us-ofac:30930", "NS-CMIC CMIC-EO13959;");
    expect_programs(list, "us-ofac:31693", "NON-SDN RUSSIA-EO14024;");
    desig_list_free(list);
    list = ofac_read_text("prim", renamed, &all);
    expect_programs(list, "us-ofac:17014", "SSI UKRAINE-EO13662;NON-SDN RUSSIA-EO14024;");
    desig_list_free(list);
    list = ofac_read_text("a/cons_prim.csv", strstr(in_sdn, "17018"), &all);
    expect_programs(list, "us-ofac:17018", "SSI UKRAINE-EO13662;NON-SDN RUSSIA-EO14024;");
    desig_list_free(list);
    list = ofac_read_text("sdn", in_sdn, &all);
    expect_programs(list, "us-ofac:9647", "SDN SDGT;NS-PLC NS-PLC;");
    expect_programs(list, "us-ofac:17018", "SDN UKRAINE-EO13662;SDN RUSSIA-EO14024;");
    desig_list_free(list);
    list = ofac_read(both, 3, &all, NULL);
    expect_programs(list, "us-ofac:9647", "SDN SDGT;NS-PLC NS-PLC;NON-SDN SDGT;");
    cr_expect(desig_list_get(list, "us-ofac:9647")->fact_count == 5, "the same facts in both are one");
    cr_expect_str_eq(all.checks, "cut-remarks 14:71 Remarks us-ofac:27307;"
                                 "on-both-lists 2:1 ent_num us-ofac:9647;");
    desig_list_free(list);
}

/* A remark of a thousand characters that is cut within its last word, and goes on in another file. */
Test(ofac, joins_each_list_with_its_own_comments) {
    static const char sdn[] =
        "7,\"ONE\",-0- ,\"SDGT\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,\"%0*d; a.k.a. 'S\"\n";
    static const char prim[] =
        "7,\"ONE\",-0- ,\"%s\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,\"%0*d; a.k.a. 'C\"\n";
    static const char sdn_more[] = "7,\"DN'.\"\n", cons_more[] = "7,\"ONS'.\"\n";
    static const struct {
        const char *prim, *sdn_more, *cons_more; /* the files' names */
    } cases[] = {{"cons_prim.csv", "a/sdn_comments.csv", "b/CONS_comments.csv"},
                 {"prim", "a/sdn_comments.csv", "b/cons_comments.csv"}};
    for (size_t i = 0; i < 2; i++) {
        char rows[2][1200];
        desig_source sources[4] = {
            {.data = rows[0], .name = "sdn.csv"},
            {.data = cons_more, .length = strlen(cons_more), .name = cases[i].cons_more},
            {.data = rows[1], .name = cases[i].prim},
            {.data = sdn_more, .length = strlen(sdn_more), .name = cases[i].sdn_more}};
        findings all = {0};
        desig_list *list;
        sources[0].length = (size_t)snprintf(rows[0], sizeof rows[0], sdn, 989, 0);
        sources[2].length = (size_t)snprintf(rows[1], sizeof rows[1], prim, "NS-PLC", 989, 0);
        list = ofac_read(sources, 4, &all, NULL);
        cr_expect(desig_list_at(list, 0)->name_count == 3);
        cr_expect_str_eq(desig_list_at(list, 0)->names[1].text, "SDN", "%s", cases[i].prim);
        cr_expect_str_eq(desig_list_at(list, 0)->names[2].text, "CONS", "%s", cases[i].prim);
        cr_expect_str_eq(all.checks, "on-both-lists 1:1 ent_num us-ofac:7;");
        desig_list_free(list);
        /* Where the names do not tell, the comments are taken for those of the one list that is there. */
        sources[1].name = "comments";
        list = ofac_read(sources + 1, 2, &all, NULL);
        cr_expect_str_eq(desig_list_at(list, 0)->names[1].text, "CONS", "%s", cases[i].prim);
        desig_list_free(list);
    }
}

/* ---- Damage ---- */

Test(ofac, keeps_what_is_damaged) {
    static const ofac_paths paths = QUARTET(DAMAGED, 0);
    findings all = {0};
    desig_report report = {0};
    desig_list *list = ofac_read_paths(&paths, &all, &report);
    cr_expect(report.bad_rows == 2);
    cr_expect_str_eq(all.checks, "repeated-number 3:1 ent_num us-ofac:31971;"
                                 "unknown-type 2:7 alt_type us-ofac:36;"
                                 "short-row 2:76 Remarks -;"
                                 "stray-continuation 3:81 Remarks us-ofac:31971;"
                                 "repeated-number 4:1 ent_num us-ofac:31971;"
                                 "bad-number 5:1 ent_num -;"
                                 "unknown-type 6:25 SDN_Type us-ofac:31195;"
                                 "unread-date 6:93 Remarks us-ofac:31195;"
                                 "orphan-row 3:1 Ent_num us-ofac:173;"
                                 "orphan-row 2:1 ent_num us-ofac:99999;");
    expect_record(list, "us-ofac:36", DESIG_KIND_GROUP,
                  "strong primary 0=AEROCARIBBEAN AIRLINES\n"
                  "strong aka 12=AERO-CARIBBEAN\n"
                  "strong aka 13=AEROCARIBE\n"
                  "US SDN CUBA \n"
                  "address 25 City/State/Province/Postal Code=Havana|Cuba||\n"
                  "other 0 Add_remarks=moved|||\n"
                  "other 0 Add_num=0025|||\n"
                  "address 0 Address=Malecon|Cuba|||by the sea\n"
                  "address 0 City/State/Province/Postal Code=Havana|Cuba||\n"
                  "other 13 alt_type=dba|||\n"
                  "other 13 alt_remarks=a trade name|||\n"
                  "other 14 alt_type=fka|||\n"
                  "other 14 alt_num=14|||\n");
    expect_record(list, "us-ofac:173", DESIG_KIND_UNKNOWN,
                  "address 129 Address=Ibex House, The Minories|United Kingdom||\n"
                  "address 129 City/State/Province/Postal Code=London EC3N 1DY|United Kingdom||\n");
    expect_record(list, "us-ofac:99999", DESIG_KIND_UNKNOWN,
                  "remark 0 Remarks=Gender Male|||\n"
                  "identifier 0 Passport=123|Yemen||\n");
    expect_record(list, "us-ofac:31971", DESIG_KIND_INDIVIDUAL,
                  "strong primary 0=AL-MADANI, Yusuf\n"
                  "weak aka 0=ABU HUSAYN\n"
                  "strong aka 0=AL-MADANI, Youssef\n"
                  "US SDN SDGT \n"
                  "remark 0 Remarks=twice|||\n"
                  "gender 0 Gender=Male|||\n"
                  "birth-date 0 DOB=1977||1977|\n"
                  "gender 0 Gender=Male|||\n"
                  "remark 0 Remarks=n Yemen|||\n"
                  "birth-date 0 DOB=1978||1978|\n");
    expect_record(list, "us-ofac:31195", DESIG_KIND_UNKNOWN,
                  "strong primary 0=AL-HAMZI, Ahmad\n"
                  "US SDN YEMEN \n"
                  "US SDN SDGT \n"
                  "US-STATE SDN FTO \n"
                  "other 0 SDN_Type=spaceship|||\n"
                  "birth-date 0 DOB=in his forties|||\n"
                  "birth-place 0 POB=Sana'a, Yemen|||\n");
    desig_list_free(list);
}

Test(ofac, ends_a_strict_read_at_an_orphan) {
    desig_source sources[] = {{.path = EXCERPT "2023-12-28/sdn.csv"}, {.path = DAMAGED "add.csv"}};
    desig_read_options options = {.strict = 1};
    desig_error error;
    desig_list *list;
    cr_assert(desig_list_new(NULL, &list) == DESIG_OK);
    cr_expect(desig_list_read(list, sources, 2, &options, NULL, &error) == DESIG_E_FORMAT);
    cr_expect(error.line == 3 && error.column == 1, "%u:%u", (unsigned)error.line, error.column);
    cr_expect_str_eq(error.field, "Ent_num");
    cr_expect(desig_list_count(list) == 0);
    desig_list_free(list);
}
