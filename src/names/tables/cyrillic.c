/* Cyrillic, as BGN/PCGN (Russian 1947, Ukrainian 1965, Belarusian 1979, Serbian 2005, Kazakh 1979, Tajik
 * 1994) romanise it, which is what lists do. Folding has made й an и, ё an е, ї an і, ў an у: at a word's
 * end, behind a vowel, that is the Belarusian letter for v. */
#include "names/romanise.h"

static const dsg_letters rows[] = {
    {"оу$", "ov"},
    {"ау$", "av"},
    {"еу$", "ev"},
    {"а", "a"},
    {"б", "b"},
    {"в", "v"},
    {"г", "g"},
    {"ґ", "g"},
    {"д", "d"},
    {"^е", "ye"},
    {"е", "e"},
    {"ж", "zh"},
    {"з", "z"},
    {"и", "i"},
    {"і", "i"},
    {"к", "k"},
    {"л", "l"},
    {"м", "m"},
    {"н", "n"},
    {"о", "o"},
    {"п", "p"},
    {"р", "r"},
    {"с", "s"},
    {"т", "t"},
    {"у", "u"},
    {"ф", "f"},
    {"х", "kh"},
    {"ц", "ts"},
    {"ч", "ch"},
    {"ш", "sh"},
    {"щ", "shch"},
    {"ъе", "ye"},
    {"ъ", ""},
    {"ы", "y"},
    {"ье", "ye"},
    {"ьо", "yo"},
    {"ь", ""},
    {"э", "e"},
    {"ю", "yu"},
    {"я", "ya"},
    /* Ukrainian, Serbian, Macedonian */
    {"є", "ye"},
    {"ђ", "dj"},
    {"ј", "j"},
    {"љ", "lj"},
    {"њ", "nj"},
    {"ћ", "c"},
    {"џ", "dz"},
    {"ѕ", "dz"},
    /* Kazakh, Tatar, Bashkir, Tajik, Mongolian */
    {"ә", "a"},
    {"ғ", "gh"},
    {"қ", "q"},
    {"ң", "n"},
    {"ө", "o"},
    {"ұ", "u"},
    {"ү", "u"},
    {"һ", "h"},
    {"ҳ", "h"},
    {"ҷ", "j"},
    {"ҙ", "z"},
    {"ҡ", "q"},
    {"җ", "j"},
    {"ҫ", "s"},
    {"ӏ", ""},
};

const dsg_alphabet dsg_cyrillic = {rows, sizeof rows / sizeof *rows};

/* What Ukrainian and Belarusian read otherwise than Russian. */
static const dsg_letters ukrainian_rows[] = {{"г", "h"}, {"и", "y"}};

const dsg_alphabet dsg_ukrainian = {ukrainian_rows, sizeof ukrainian_rows / sizeof *ukrainian_rows};
