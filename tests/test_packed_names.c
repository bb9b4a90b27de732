/* Names that are several, and what HTML leaves in them. */
#include "base/html.h"
#include "csv/packed_names.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

typedef struct names {
    size_t used;
    char text[1024];
} names;

static desig_result note(void *context, dsg_piece name, desig_name_type type) {
    static const char *const words[] = {"", "aka:", "fka:", "nka:"};
    names *all = context;
    all->used += (size_t)snprintf(all->text + all->used, sizeof all->text - all->used, "%s%.*s\n",
                                  words[type], (int)name.length, name.bytes);
    return DESIG_OK;
}

Test(packed_names, are_taken_apart) {
    static const struct {
        const char *text;
        const char *names;
    } cases[] = {
        /* real names of the US Consolidated Screening List */
        {"Far East Trading Company, Inc. (a.k.a. FETCO, Inc.)",
         "aka:FETCO, Inc.\nFar East Trading Company, Inc.\n"},
        {"Gazprom Sotsinvest, OOO (f.k.a., Gazprominvestarena OOO)",
         "fka:Gazprominvestarena OOO\nGazprom Sotsinvest, OOO\n"},
        {"Precision Image Corporation (a.k.a. Precision Industries, Inc.; CK Enterprises, Inc.)",
         "aka:Precision Industries, Inc.\naka:CK Enterprises, Inc.\nPrecision Image Corporation\n"},
        {"JSC NIIP, f.k.a., Otkrytoe Obshchestvo", "fka:Otkrytoe Obshchestvo\nJSC NIIP\n"},
        {"F.K.A. Office of Scientific and Industrial Studies (OSIS)",
         "fka:Office of Scientific and Industrial Studies (OSIS)\n"},
        {"FUYI SUN A/K/A FRANK SUN", "aka:FRANK SUN\nFUYI SUN\n"},
        {"PEARL (A.K.A. NEI-CHIEN CHU) LI", "aka:NEI-CHIEN CHU\n"},
        {"Ri Sung Chol (aka Ri Su'ng-ch'o'l) (DPRK individual)", "aka:Ri Su'ng-ch'o'l\nRi Sung Chol\n"},
        {"NPO Izhmash OAO;OJSC Concern Kalashnikov", "NPO Izhmash OAO\nOJSC Concern Kalashnikov\n"},
        {"Lebanese Hizballah and any successor, sub-unit, or subsidiary thereof", "Lebanese Hizballah\n"},
        {"Sinobright Import and Export Company; and any successor, sub-unit, or subsidiary thereof",
         "Sinobright Import and Export Company\n"},
        {"NEW PEOPLE'S ARMY / COMMUNIST PARTY OF THE PHILIPPINES",
         "NEW PEOPLE'S ARMY\nCOMMUNIST PARTY OF THE PHILIPPINES\n"},
        {"Dana Holdings a.k.a Dana Astra", "aka:Dana Astra\nDana Holdings\n"},
        /* made ones */
        {"Musterwerk LLC (also known as: Beispielwerk; MW)", "aka:Beispielwerk\naka:MW\nMusterwerk LLC\n"},
        {"Quellental Optics, formerly Nirgendwo Instruments",
         "fka:Nirgendwo Instruments\nQuellental Optics\n"},
        {"Quellental (formerly known as Nirgendwo)", "fka:Nirgendwo\nQuellental\n"},
        {"Quellental (formerly Nirgendwo, a.k.a. Irgendwo)", "fka:Nirgendwo\naka:Irgendwo\nQuellental\n"},
        {"Old Works (now known as New Works) and any successor, sub-unit, or subsidiary thereof",
         "nka:New Works\nOld Works\n"},
        {"Schrank Electronics alias: ", "Schrank Electronics\n"},
        {"Karim Muster alias Abu Beispiel", "aka:Abu Beispiel\nKarim Muster\n"},
        {"Alpha Institute [aka Beta Center]", "aka:Beta Center\nAlpha Institute\n"},
        {"Limonada Ltd d/b/a Zitrone", "aka:Zitrone\nLimonada Ltd\n"},
        /* one name */
        {"", ""},
        {"Karim Muster", ""},
        {"RAHMAN, Inayat-ur-", ""},
        {"ARFA;", ""},
        {"DHKP/C", ""},
        {"CHINA NATIONAL PRECISION MACHINERY IMPORT/EXPORT CORPORATION", ""},
        {"M/S. AL ZAROONI EXCHANGE", ""},
        {"Al Qa'ida/ Islamic Army", ""},
        {"A / B", ""},
        {"YK-AKA", ""},
        {"AKA INTEGRAL SERVICES, S. DE R.L. DE C.V.", ""},
        {"AL-AKA, Ali", ""},
        {"KOFFI AKA BROU", ""},
        {"Aliasghar NOROUZI", ""},
        {"Alias Systems", ""},
        {"Huawei Technologies (UK) Co., Ltd.", ""},
        {"The Formerly Great Company", ""},
        {"Society of Former Officers", ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        names all = {0};
        cr_expect_eq(dsg_packed_names(cases[i].text, note, &all), DESIG_OK);
        cr_expect_str_eq(all.text, cases[i].names, "%s:\n%s", cases[i].text, all.text);
    }
}

Test(packed_names, lose_their_html) {
    static const struct {
        const char *text;
        const char *plain;
    } cases[] = {
        {"Karim O&#39;Beispiel", "Karim O'Beispiel"},
        {"Karim O&#x27;Beispiel", "Karim O'Beispiel"},
        {"Karim O&amp;#39;Beispiel", "Karim O'Beispiel"},
        {"Muster &amp; Sohn", "Muster & Sohn"},
        {"&quot;Vostok&quot; LLC", "\"Vostok\" LLC"},
        {"<span>Sheng Weixu</span> Semiconductors", "Sheng Weixu Semiconductors"},
        {"<SPAN class=\"x\">Sheng</SPAN><br/> Weixu", "Sheng Weixu"},
        {"Jos&eacute;&nbsp;Limonada", "Jos\xC3\xA9 Limonada"},
        {"&#8220;A&#8221;", "\xE2\x80\x9C"
                            "A"
                            "\xE2\x80\x9D"},
        {"A & B; C", NULL},
        {"AT&T;", NULL},
        {"&unknown;", NULL},
        {"&#0;&#xD800;&#1114112;", NULL},
        {"a < b > c", NULL},
        {"<kept>", NULL},
        {"&", NULL},
        {"<", NULL},
        {"<b", NULL},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char plain[256];
        cr_expect_eq(dsg_html_is_in(cases[i].text), cases[i].plain != NULL, "%s", cases[i].text);
        cr_expect_eq(dsg_html_plain(cases[i].text, plain), strlen(plain), "%s", cases[i].text);
        cr_expect_str_eq(plain, cases[i].plain ? cases[i].plain : cases[i].text, "%s", cases[i].text);
    }
}
