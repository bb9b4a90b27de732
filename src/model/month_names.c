#include "model/month_names.h"

#include "base/ascii.h"
#include "base/fold.h"

#include <string.h>

/* The names and abbreviations of the 24 official languages of the European Union, in the forms that stand
 * alone and beside a day, folded. Source: Unicode CLDR 48, months, wide and abbreviated, without the final
 * stop; the Greek forms that stand alone by hand. */
static const char *const names[] = {
    "|jan|january|януари|led|leden|ledna|januar|ιαν|ιανουαριου|ιανουαριοσ|ene|enero|jaan|"
    "jaanuar|tammi|tammikuu|tammikuuta|janv|janvier|ean|eanair|sij|sijecanj|sijecnja|gen|"
    "gennaio|sausis|sausio|janvaris|jannar|januari|sty|styczen|stycznia|janeiro|ian|ianuarie|"
    "januara|",
    "|feb|february|февруари|uno|unor|unora|februar|φεβ|φεβρουαριου|φεβρουαριοσ|febrero|veebr|"
    "veebruar|helmi|helmikuu|helmikuuta|fevr|fevrier|feabh|feabhra|velj|veljaca|veljace|febr|"
    "febbraio|vasaris|vasario|februaris|fra|frar|februari|lut|luty|lutego|fev|fevereiro|"
    "februarie|februara|",
    "|mar|march|март|bre|brezen|brezna|marts|marz|μαρ|μαρτιου|μαρτιοσ|marzo|maalis|"
    "maaliskuu|maaliskuuta|mars|marta|ozu|ozujak|ozujka|marc|marcius|kovas|kovo|marzu|mrt|"
    "maart|marzec|marca|marco|martie|marec|",
    "|apr|april|април|dub|duben|dubna|απρ|απριλιου|απριλιοσ|abr|abril|aprill|huhti|"
    "huhtikuu|huhtikuuta|avr|avril|aib|aibrean|tra|travanj|travnja|aprilis|aprile|balandis|"
    "balandzio|kwi|kwiecien|kwietnia|aprilie|aprila|",
    "|may|маи|kve|kveten|kvetna|maj|mai|μαι|μαιου|μαιοσ|mayo|touko|toukokuu|toukokuuta|"
    "beal|bealtaine|svi|svibanj|svibnja|majus|mag|maggio|geguze|geguzes|maijs|mej|mejju|mei|"
    "maja|maio|",
    "|jun|june|юни|cvn|cerven|cervna|juni|ιουν|ιουνιου|ιουνιοσ|junio|juuni|kesa|kesakuu|"
    "kesakuuta|juin|meith|meitheamh|lip|lipanj|lipnja|junius|giu|giugno|birzelis|birzelio|"
    "junijs|gun|gunju|cze|czerwiec|czerwca|junho|iun|iunie|juna|junij|",
    "|lip|jul|july|юли|cvc|cervenec|cervence|juli|ιουλ|ιουλιου|ιουλιοσ|julio|juuli|heina|"
    "heinakuu|heinakuuta|juil|juillet|iuil|srp|srpanj|srpnja|julius|lug|luglio|liepa|liepos|"
    "julijs|lul|lulju|lipiec|lipca|julho|iul|iulie|jula|julij|",
    "|srp|aug|august|август|srpen|srpna|αυγ|αυγουστου|αυγουστοσ|ago|agosto|elo|elokuu|"
    "elokuuta|aout|lun|lunasa|kol|kolovoz|kolovoza|augusztus|rugpjutis|rugpjucio|augusts|aww|"
    "awwissu|augustus|sie|sierpien|sierpnia|augusta|avg|avgust|augusti|",
    "|sep|september|септември|zar|zari|sept|σεπ|σεπτεμβριου|σεπτεμβριοσ|septiembre|syys|"
    "syyskuu|syyskuuta|septembre|mfomh|mean fomhair|ruj|rujan|rujna|szept|szeptember|set|"
    "settembre|rugsejis|rugsejo|septembris|settembru|wrz|wrzesien|wrzesnia|setembro|septembrie|"
    "septembra|",
    "|oct|october|октомври|rij|rijen|rijna|okt|oktober|οκτ|οκτωβριου|οκτωβριοσ|octubre|"
    "oktoober|loka|lokakuu|lokakuuta|octobre|dfomh|deireadh fomhair|lis|listopad|listopada|ott|"
    "ottobre|spalis|spalio|oktobris|ottubru|paz|pazdziernik|pazdziernika|out|outubro|octombrie|"
    "oktobra|",
    "|lis|listopad|listopada|nov|november|ноември|listopadu|νοε|νοεμβριου|νοεμβριοσ|noviembre|"
    "marras|marraskuu|marraskuuta|novembre|samh|samhain|stu|studeni|studenoga|lapkritis|"
    "lapkricio|novembris|novembru|novembro|noiembrie|novembra|",
    "|dec|december|декември|pro|prosinec|prosince|dez|dezember|δεκ|δεκεμβριου|δεκεμβριοσ|dic|"
    "diciembre|dets|detsember|joulu|joulukuu|joulukuuta|decembre|noll|nollaig|prosinac|"
    "prosinca|dicembre|gruodis|gruodzio|decembris|dicembru|gru|grudzien|grudnia|dezembro|"
    "decembrie|decembra|",
};

enum { MONTHS = sizeof names / sizeof *names, LONGEST = 48 };

/* English names, which most lists use, mean one month in every language. */
static int english_month(const char *name, size_t length) {
    static const char *const months[MONTHS] = {"january",   "february", "march",    "april",
                                               "may",       "june",     "july",     "august",
                                               "september", "october",  "november", "december"};
    enum { SHORT = 3 };
    for (int i = 0; i < MONTHS; i++) {
        size_t same = 0;
        while (same < length && months[i][same] != '\0' && dsg_lower(name[same]) == months[i][same]) same++;
        if (same == length && (length == SHORT || months[i][same] == '\0')) return i + 1;
    }
    return 0;
}

int dsg_month_of(const char *name, size_t length) {
    char text[LONGEST];
    dsg_folded folded;
    int month = 0;
    if (length == 0 || length >= sizeof text) return 0;
    month = english_month(name, length);
    if (month != 0) return month;
    memcpy(text, name, length);
    text[length] = '\0';
    dsg_fold(text, &folded);
    if (folded.length == 0 || folded.length + 3u > sizeof text) return 0;
    text[0] = '|';
    memcpy(text + 1, folded.text, folded.length);
    memcpy(text + 1 + folded.length, "|", 2);
    for (int i = 0; i < MONTHS; i++)
        if (strstr(names[i], text)) month = month == 0 ? i + 1 : DSG_MONTH_UNCERTAIN;
    return month;
}
