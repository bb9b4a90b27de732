/* Comparison of two names. */
#include <desig/desig.h>

#include "names/likeness.h"
#include "names/parts.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#define PERSON DESIG_KIND_INDIVIDUAL
#define GROUP  DESIG_KIND_GROUP
#define VESSEL DESIG_KIND_VESSEL

typedef struct bound {
    const char *a, *b;
    desig_kind kind;
    double low, high;
} bound;

#define SAME      1.0, 1.0
#define FOUND     0.80, 0.9999
#define NOT_FOUND 0.0, 0.7999
#define FAR       0.0, 0.60

static const bound bounds[] = {
    {"", "", PERSON, 0, 0},
    {"", "Ali", PERSON, 0, 0},
    {"***", "***", GROUP, 0, 0},
    {"Usama bin Laden", "USAMA BIN LADEN", PERSON, SAME},
    {"BIN LADEN, Usama", "Usama bin Laden", PERSON, SAME},
    {"Al-Qa'ida", "AL QAIDA", GROUP, SAME},
    /* Other orders, other spellings, joined and split. */
    {"Ivan Petrov", "Petrov Ivan", PERSON, FOUND},
    {"Muhammad Husayn Qasim", "Mohamed Hussein Ghassem", PERSON, FOUND},
    {"Abd al-Rahman al-Faqih", "Abdulrahman Al Faqih", PERSON, FOUND},
    {"Abdul Reza Shahlai", "SHAHLA'I, Abdolreza", PERSON, FOUND},
    {"KIM, Jong Un", "Kim Jong-un", PERSON, FOUND},
    {"Jong-un Kim", "Kim Jongun", PERSON, FOUND},
    {"Sergei Ivanov", "IVANOV, Sergey Borisovich", PERSON, FOUND},
    {"Dmitrij Chavcenko", "KHAVCHENKO, Dmitriy", PERSON, 0.7, 0.9999},
    {"Haji Muhammad Khalil Zadran", "Mohammad Khalil Zadran", PERSON, FOUND},
    {"Saif al-Din Hashimi", "Sayfuddin Hashemi", PERSON, FOUND},
    {"M\xC3\xBCller, J\xC3\xBCrgen", "Juergen Mueller", PERSON, FOUND},
    /* Who has four names goes by two of them, if these are rare enough: the comma says which are family
       names. */
    {"Ramiro Castellon", "CASTELLON ARRIETA, Ramiro Esteban", PERSON, FOUND},
    {"Ramiro Castellon", "CASTELLON, Ramiro Esteban", PERSON, FOUND},
    {"CASTELLON, Ramiro", "CASTELLON ARRIETA, Ramiro Esteban", PERSON, FOUND},
    {"Esteban Castellon", "CASTELLON ARRIETA, Ramiro Esteban", PERSON, NOT_FOUND},
    {"Ramiro Castellon Vargas", "CASTELLON ARRIETA, Ramiro Esteban", PERSON, NOT_FOUND},
    {"Jose Garcia", "GARCIA PEREZ, Jose Luis", PERSON, NOT_FOUND},
    {"Amir Tavakoli", "TAVAKOLI, Amir Reza", PERSON, FOUND},
    /* Titles of many languages. */
    {"Herr Konrad Zumthor", "Konrad Zumthor", PERSON, FOUND},
    {"Senora Pilar Quintanilla", "Pilar Quintanilla", PERSON, FOUND},
    {"Shri Anand Deshpande", "Anand Deshpande", PERSON, FOUND},
    /* Another person. */
    {"Ivan Petrov", "Ivan Sidorov", PERSON, FAR},
    {"DAGALO, Abdelrahim Hamdan", "AL-HASAN, Abdallah", PERSON, FAR},
    {"Muhammad Ali", "Muhammad Hussein", PERSON, FAR},
    {"Ali", "Ali Hassan", PERSON, NOT_FOUND},
    {"Khalid", "Khaled", PERSON, 0, 0.97},
    {"Gamil", "Kamal", PERSON, NOT_FOUND},
    {"al", "bin", PERSON, 0, 0},
    /* Whoever differs in a part is another party, whatever else agrees. */
    {"KARIM BIN SALIM AL-MASRI", "SALIM BIN KARIM AL-MASRI", PERSON, NOT_FOUND},
    {"KARIM BIN SALIM AL-MASRI", "KARIM SALIM AL-MASRI", PERSON, 0.95, 0.9999},
    {"Oleg Matveyevich Zubarev", "Oleg Romanovich Zubarev", PERSON, 0.0, 0.70},
    {"Oleg Matveyevich Zubarev", "Oleg Zubarev", PERSON, 0.90, 0.9999},
    {"Edwin R. Halloran", "Edwin T. Halloran", PERSON, 0.0, 0.70},
    {"Edwin R. Halloran", "Edwin Rupert Halloran", PERSON, FOUND},
    {"DAUD SHAH NAZAR KARIM WARDAK", "DAUD SHAH NAZAR SABIR WARDAK", PERSON, FAR},
    {"DAUD SHAH NAZAR KARIM WARDAK", "DAUD SHAH NAZAR WARDAK", PERSON, FOUND},
    /* Groups. */
    {"U.S. Lighthouse Service", "United States Lighthouse Service", GROUP, 0.95, 0.9999},
    {"Osprey Intl Trading", "Osprey International Trading", GROUP, 0.95, 0.9999},
    {"Osprey Comm Grp", "Osprey Communication Group", GROUP, 0.95, 0.9999},
    {"Osprey Limited Liability Comp", "Osprey Limited Liability Company", GROUP, 0.95, 0.9999},
    {"Osprey Tech & Srvces", "Osprey Technology and Services", GROUP, 0.95, 0.9999},
    {"Company of Forty-Two", "Company of 42", GROUP, 0.95, 0.9999},
    {"Company of Forty-Two", "Company of 43", GROUP, NOT_FOUND},
    {"Three Capes Fishery", "3 Capes Fishery", GROUP, 0.95, 0.9999},
    {"A.B.K. Fishery", "ABK Fishery", GROUP, 0.95, 0.9999},
    {"Q & R Fishery", "Q and R Fishery", GROUP, SAME},
    {"Osprey Gesellschaft mit beschraenkter Haftung", "Osprey GmbH", GROUP, FOUND},
    {"AO GAZSTROYPROM", "JOINT STOCK COMPANY GAZSTROYPROM", GROUP, FOUND},
    {"JENNIFER NAVIGATION LTD.", "Jennifer Navigation Limited", GROUP, FOUND},
    {"S.A.S. AVIA NORD", "AVIA NORD SAS", GROUP, FOUND},
    {"64TH MOTOR RIFLE BRIGADE", "64 MOTOR RIFLE BRIGADE", GROUP, FOUND},
    {"64TH MOTOR RIFLE BRIGADE", "65TH MOTOR RIFLE BRIGADE", GROUP, NOT_FOUND},
    {"NEW HOLDING 3", "NEW HOLDING 2", GROUP, NOT_FOUND},
    {"GENERAL TRADING CO LTD", "INTERNATIONAL TRADING CO LTD", GROUP, NOT_FOUND},
    {"Bank Melli", "Bank Saderat", GROUP, FAR},
    {"HALTI 1", "HALTI 2", VESSEL, NOT_FOUND},
    {"REPAIR PLANT 1163", "REPAIR PLANT 1162", GROUP, NOT_FOUND},
    {"Ali Alia Alie", "Alia Aali Ali Ali", PERSON, 0.5, 0.99},
    {"Abd al Rahman Rahmani Abdul", "Rahman Abd Abdulrahman", PERSON, NOT_FOUND},
    {"SECOND MOTOR RIFLE BRIGADE", "2nd Motor Rifle Brigade", GROUP, FOUND},
    {"SECOND MOTOR RIFLE BRIGADE", "THIRD MOTOR RIFLE BRIGADE", GROUP, NOT_FOUND},
    {"HALTI II", "HALTI 2", VESSEL, FOUND},
    {"S.A. DE C.V. RR TOUR", "RR TOUR, S.A. DE C.V.", GROUP, FOUND},
    {"PFLP", "Popular Front for the Liberation of Palestine", GROUP, 0.4, 0.7999},
    {"DCB", "DAEDONG CREDIT BANK (DCB)", GROUP, FOUND},
    {"DCB", "DUBAI CEMENT BUREAU", GROUP, NOT_FOUND},
    /* A familiar form is a weak sign; a line of 35 letters ends in the middle of a word. */
    {"Bill Hackethorne", "William Hackethorne", PERSON, 0.5, 0.87},
    {"Bill Hackethorne", "Robert Hackethorne", PERSON, FAR},
    {"ABDUL RAHMAN KHALIL MUSTAFA AL-ZUBA", "Abdul Rahman Khalil Mustafa al-Zubaidi", PERSON, FOUND},
    {"AL-ZUBAIDI, ABDUL RAHMAN KHALIL MUS", "Abdul Rahman Khalil Mustafa al-Zubaidi", PERSON, FOUND},
    {"KHALIL MUSTAFA AL-ZUBA", "Khalil Mustafa al-Zubaidi", PERSON, NOT_FOUND},
    {"Jo Yon Jun", "CHO YON CHUN", PERSON, FOUND},
    {"Jeong Yong-nam", "JUNG, Yong Nam", PERSON, FOUND},
    /* Relatives. */
    {"Fawaz, Fouzi Reda Darwish", "FAWAZ, Mustapha Reda Darwish", PERSON, NOT_FOUND},
    {"Wijijoko Santoso", "WIJI JOKO SANTOSO", PERSON, FOUND},
};

Test(compare, bounds) {
    for (size_t i = 0; i < sizeof bounds / sizeof *bounds; i++) {
        const bound *b = &bounds[i];
        double score = desig_name_compare(b->a, b->b, b->kind);
        cr_expect(score >= b->low && score <= b->high, "%s | %s: %f is not in [%f, %f]", b->a, b->b, score,
                  b->low, b->high);
    }
    cr_expect_eq(desig_name_compare(NULL, "a", PERSON), 0);
}

Test(compare, symmetry) {
    for (size_t i = 0; i < sizeof bounds / sizeof *bounds; i++)
        for (size_t j = 0; j < sizeof bounds / sizeof *bounds; j++)
            for (unsigned kind = DESIG_KIND_UNKNOWN; kind <= DESIG_KIND_GROUP; kind++) {
                double score = desig_name_compare(bounds[i].a, bounds[j].b, (desig_kind)kind);
                cr_expect(score >= 0 && score <= 1, "%s | %s", bounds[i].a, bounds[j].b);
                cr_expect_eq(desig_name_compare(bounds[j].b, bounds[i].a, (desig_kind)kind), score, "%s | %s",
                             bounds[i].a, bounds[j].b);
            }
}

/* In each row, the first two are more alike than the last two. */
static const struct {
    const char *a, *b, *c, *d;
    desig_kind kind;
} orders[] = {
    {"Ivan Petrov", "Ivan Petrov", "Ivan Petrov", "Petrov Ivan", PERSON},
    {"Ivan Petrov", "Petrov Ivan", "Ivan Petrov", "Ivan Petrow", PERSON},
    {"Sergei Ivanov", "Sergey Ivanov", "Sergei Ivanov", "Sergei Ivonin", PERSON},
    {"Hasan Nasrallah", "Hassan Nasralla", "Hasan Nasrallah", "Hasan Nasir", PERSON},
    {"John Smith", "J. Smith", "John Smith", "K. Smith", PERSON},
    {"Igor Lavrenkov", "Igor Valerievich Lavrenkov", "Igor Valerievich Rusanov", "Igor Valerievich Lavrenkov",
     PERSON},
    {"Bank Melli Iran", "Melli Bank", "Bank Melli Iran", "Bank Sepah Iran", GROUP},
    {"Delvest Holding SA", "Delvest Holding", "Delvest Holding SA", "Fartrade Holding SA", GROUP},
};

Test(compare, orders) {
    for (size_t i = 0; i < sizeof orders / sizeof *orders; i++) {
        double more = desig_name_compare(orders[i].a, orders[i].b, orders[i].kind);
        double less = desig_name_compare(orders[i].c, orders[i].d, orders[i].kind);
        cr_expect_gt(more, less, "%s | %s: %f, %s | %s: %f", orders[i].a, orders[i].b, more, orders[i].c,
                     orders[i].d, less);
    }
}

static const char *const units[] = {"a",    "a ",      "ali ", "\xCC\x81", "\xEF\xB7\xBA",
                                    "\xFF", "abd al ", "1 ",   "the ",     "x,"};

Test(compare, hostile) {
    enum { SIZE = 64 * 1024 };
    char *texts[sizeof units / sizeof *units];
    size_t count = sizeof units / sizeof *units;
    for (size_t i = 0; i < count; i++) {
        size_t length = strlen(units[i]);
        texts[i] = calloc(1, SIZE);
        cr_assert_not_null(texts[i]);
        for (size_t at = 0; at + length < SIZE; at += length) memcpy(texts[i] + at, units[i], length);
    }
    for (unsigned kind = DESIG_KIND_UNKNOWN; kind <= DESIG_KIND_AIRCRAFT; kind++)
        for (size_t i = 0; i < count; i++)
            for (size_t j = 0; j < count; j++) {
                double score = desig_name_compare(texts[i], texts[j], (desig_kind)kind);
                cr_expect(score >= 0 && score <= 1, "%s | %s", units[i], units[j]);
                cr_expect_eq(desig_name_compare(texts[j], texts[i], (desig_kind)kind), score, "%s | %s",
                             units[i], units[j]);
            }
    for (size_t i = 0; i < count; i++) free(texts[i]);
}

/* What an index relies on: parts that are alike share a key. */
Test(compare, alike_parts_share_a_key) {
    static const char text[] =
        "muhammad mohamed mohamad mahmud ali aly alii eli omar umar amir omra oamr khalid "
        "halid walid sergei sergey xashani kashani abc acb bca abca chaudhry chaudary aab "
        "lee li yi wu woo petrov petrovic petric smith smyth schmidt 12 123 a b bill billy "
        "william misha mikhail jo cho jung jeong chong lee ri";
    dsg_folded folded;
    dsg_name_parts parts;
    size_t alike = 0;
    dsg_parts_split(text, DSG_FAMILY_THING, &folded, &parts);
    for (const char *at = text; at; at = strchr(at, ' ')) {
        while (*at == ' ') at++;
        dsg_name_parts one;
        dsg_parts_split(at, DSG_FAMILY_PERSON, &folded, &one);
        for (size_t i = 0; i < parts.count; i++) {
            uint32_t a[DSG_PART_KEYS];
            uint32_t b[DSG_PART_KEYS];
            size_t a_count = dsg_part_keys(&one.part[0], a);
            size_t b_count = dsg_part_keys(&parts.part[i], b);
            int shared = 0;
            for (size_t x = 0; x < a_count; x++)
                for (size_t y = 0; y < b_count; y++) shared |= a[x] == b[y];
            if (dsg_likeness(&one.part[0], &parts.part[i]).likeness <= 0) continue;
            alike++;
            cr_expect(shared, "%.*s | %.*s", one.part[0].text_length, one.part[0].text,
                      parts.part[i].text_length, parts.part[i].text);
        }
    }
    cr_expect_gt(alike, 60, "%zu", alike);
}

Test(compare, words_are_sorted) {
    for (size_t i = 1; i < dsg_common_name_count; i++)
        cr_expect(strcmp(dsg_common_names[i - 1], dsg_common_names[i]) < 0, "%s", dsg_common_names[i]);
    for (size_t i = 1; i < dsg_word_count; i++) {
        int order = strcmp(dsg_words[i - 1].text, dsg_words[i].text);
        cr_expect(order < 0 || (order == 0 && !(dsg_words[i - 1].families & dsg_words[i].families)), "%s",
                  dsg_words[i].text);
    }
    for (size_t i = 1; i < dsg_nickname_count; i++) {
        int order = strcmp(dsg_nicknames[i - 1].nickname, dsg_nicknames[i].nickname);
        cr_expect(order < 0 || (order == 0 && strcmp(dsg_nicknames[i - 1].name, dsg_nicknames[i].name) < 0),
                  "%s", dsg_nicknames[i].nickname);
    }
}
