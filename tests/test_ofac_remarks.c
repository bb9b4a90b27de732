/* The pieces of OFAC's Remarks: each is read for what it is, or kept as it stands. */
#include "csv/formats/ofac/labels.h"
#include "ofac_lists.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

/* ---- Pieces of Remarks ---- */

Test(ofac_remarks, reads_pieces) {
    static const struct {
        const char *remarks;
        const char *parts;
    } cases[] = {
        {"a.k.a. ''ABD-AL-'IZ'.", "weak aka 0='ABD-AL-'IZ\n"},
        {"a.k.a. 'ABU AL-WAFA''; f.k.a. 'AL-HAMZI, Muti''.", "weak aka 0=ABU AL-WAFA'\n"
                                                             "weak fka 0=AL-HAMZI, Muti'\n"},
        {"n.k.a. 'X; Y'; DOB 1950.", "weak nka 0=X; Y\n"
                                     "birth-date 0 DOB=1950||1950|\n"},
        {"n.k.a. 'X; Y'.", "weak nka 0=X; Y\n"},
        {"a.k.a. 'OPEN; a.k.a. 'CLOSED'.", "weak aka 0=CLOSED\n"
                                           "remark 0 Remarks=a.k.a. 'OPEN|||\n"},
        {"a.k.a. ''; a.k.a. 'CUT", "remark 0 Remarks=a.k.a. ''|||\n"
                                   "remark 0 Remarks=a.k.a. 'CUT|||\n"},
        {"DOB circa 1951; alt. DOB 12 Mar 1960; alt. DOB 1950 to 1955.",
         "birth-date 0 DOB=circa 1951||1951~|\n"
         "alt birth-date 0 DOB=12 Mar 1960||1960-03-12|\n"
         "alt birth-date 0 DOB=1950 to 1955||1950/1955|\n"},
        {"DOB unknown.", "birth-date 0 DOB=unknown|||\n"},
        {"Passport 83860 (Sudan) issued 18 Jan 1984 expires Jan 1989; alt. Passport A 1 (Korea, North) "
         "issued 1968.",
         "identifier 0 Passport=83860|Sudan|1984-01-18|1989-01\n"
         "alt identifier 0 Passport=A 1|Korea, North|1968|\n"},
        {"alt. Passport Z3079423 (India) expires 01 Jan 2026 to 31 Dec 2026.",
         "alt identifier 0 Passport=Z3079423|India||2026-01-01/2026-12-31\n"},
        {"Passport 1 (Jordan) issued 30 Feb 2008; Passport issued in Sarajevo; Passport 2 issued 1 Mar 2008.",
         "remark 0 Remarks=Passport 1 (Jordan) issued 30 Feb 2008|||\n"
         "remark 0 Remarks=Passport issued in Sarajevo|||\n"
         "remark 0 Remarks=Passport 2 issued 1 Mar 2008|||\n"},
        {"Passport 5 issued 01 Jan 2008 to 01 Jan 2008; Passport 6 (Region 7); Passport 8 (none).",
         "remark 0 Remarks=Passport 5 issued 01 Jan 2008 to 01 Jan 2008|||\n"
         "identifier 0 Passport=6 (Region 7)|||\n"
         "identifier 0 Passport=8 (none)|||\n"},
        {"Passport 3 (604 Variant); Passport 4 (); Passport (Iran).",
         "identifier 0 Passport=3 (604 Variant)|||\n"
         "identifier 0 Passport=4 ()|||\n"
         "remark 0 Remarks=Passport (Iran)|||\n"},
        {"Central Registration System Number 814 (Turkey); Company Nr 700; Head of Penal Colony No. 7.",
         "identifier 0 Central Registration System Number=814|Turkey||\n"
         "remark 0 Remarks=Company Nr 700|||\n"
         "remark 0 Remarks=Head of Penal Colony No. 7|||\n"},
        {"Vessel Registration Identification IMO 9187629; Vessel Registration Identification IMO  8730455.",
         "identifier 0 Vessel Registration Identification IMO=9187629|||\n"
         "identifier 0 Vessel Registration Identification=IMO  8730455|||\n"},
        {"alt. Digital Currency Address - XBT 12QtD5BF; Digital Currency Address - XBT.",
         "alt identifier 0 Digital Currency Address - XBT=12QtD5BF|||\n"
         "remark 0 Remarks=Digital Currency Address - XBT|||\n"},
        {"Listing Date (EO 14024 Directive 2): 24 Feb 2022; Effective Date (CMIC) 02 Aug 2021; Listing Date "
         "(X).",
         "sanctions-note 0 Listing Date (EO 14024 Directive 2):=24 Feb 2022||2022-02-24|\n"
         "sanctions-note 0 Effective Date (CMIC)=02 Aug 2021||2021-08-02|\n"
         "remark 0 Remarks=Listing Date (X)|||\n"},
        {"Executive Order 13662 Directive Determination - Subject to Directive 1; alt. Executive Order 1 (2) "
         "3.",
         "sanctions-note 0 Executive Order 13662 Directive Determination -=Subject to Directive 1|||\n"
         "alt sanctions-note 0 Remarks=Executive Order 1 (2) 3|||\n"},
        {"Linked To: KPD S.A.; Linked To: EVIL CO. LTD.", "linked-to=KPD S.A.\n"
                                                          "linked-to=EVIL CO. LTD.\n"},
        {"Linked To: HIZBALLAH.", "linked-to=HIZBALLAH\n"},
        {"alt. Linked To: HIZBALLAH; nationality possibly Palestinian;arrested 23 Apr 2002;  Colonel .",
         "remark 0 Remarks=alt. Linked To: HIZBALLAH|||\n"
         "nationality 0 nationality=possibly Palestinian|||\n"
         "remark 0 Remarks=arrested 23 Apr 2002|||\n"
         "remark 0 Remarks=Colonel |||\n"},
        {"Trade License No. C 99905 (Malta); Some Office No. HRB 99573 (Germany) issued 13 Jul 2007; "
         "Stateless "
         "Person Passport C999375 (Moldova) issued 09 Sep 2000; V.A.T. Number BG 121024920 (Bulgaria); Tax "
         "ID "
         "No. SR 140256 (Italy).",
         "identifier 0 Trade License No.=C 99905|Malta||\n"
         "identifier 0 Some Office No.=HRB 99573|Germany|2007-07-13|\n"
         "identifier 0 Stateless Person Passport=C999375|Moldova|2000-09-09|\n"
         "identifier 0 V.A.T. Number=BG 121024920|Bulgaria||\n"
         "identifier 0 Tax ID No.=SR 140256|Italy||\n"},
        {"Head of Penal Colony No. 7 (Karelia); Warden of Prison No. 2 (Russia); Member of Committee No. "
         "Two.",
         "remark 0 Remarks=Head of Penal Colony No. 7 (Karelia)|||\n"
         "remark 0 Remarks=Warden of Prison No. 2 (Russia)|||\n"
         "remark 0 Remarks=Member of Committee No. Two|||\n"},
        {"POB Washington, D.C.", "birth-place 0 POB=Washington, D.C.|||\n"},
        {";; ;.", ""},
        {"Gender Male; Gender Male; Gender; Gender .", "gender 0 Gender=Male|||\n"
                                                       "gender 0 Gender=Male|||\n"
                                                       "remark 0 Remarks=Gender|||\n"
                                                       "remark 0 Remarks=Gender |||\n"},
        {"-0", "remark 0 Remarks=-0|||\n"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char row[512];
        findings all = {0};
        desig_list *list;
        snprintf(row, sizeof row, "1,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,\"%s\"\n",
                 cases[i].remarks);
        list = ofac_read_text("sdn", row, &all);
        cr_expect_str_eq(ofac_describe(desig_list_at(list, 0)), cases[i].parts, "%s", cases[i].remarks);
        desig_list_free(list);
    }
}

Test(ofac_remarks, has_its_labels_in_order) {
    size_t count;
    const dsg_ofac_label *labels = dsg_ofac_labels(&count);
    for (size_t i = 0; i < count; i++) {
        char piece[128];
        snprintf(piece, sizeof piece, "%s x;", labels[i].text);
        cr_expect(i == 0 || strcmp(labels[i - 1].text, labels[i].text) < 0, "%s", labels[i].text);
        cr_expect(dsg_ofac_label_of(piece) == &labels[i], "%s", labels[i].text);
    }
}
