#include "names/sounds.h"

#include "base/ascii.h"
#include "base/fold.h"
#include "names/romanise.h"
#include "names/sound_costs.h"

#include <string.h>

/* Groups of Latin letters that write one sound, by the usual transliterations of Arabic, Persian, Urdu and
 * Russian into English, French and German spelling. The longest come first. One that ends in `-` stands
 * before no vowel: the j of Dmitrij is none, that of Hijazi is. */
static const struct spelling {
    const char *letters;
    const char *sound;
} spellings[] = {
    {"dzh", "j"}, {"sch", "S"}, {"tch", "C"}, {"tsh", "C"}, {"shh", "S"}, {"iye", "ie"}, {"ije", "ie"},
    {"ph", "f"},  {"ck", "k"},  {"dj", "j"},  {"ou", "u"},  {"oo", "u"},  {"ee", "i"},   {"ue", "u"},
    {"oe", "o"},  {"ae", "a"},  {"iy", "i"},  {"ij-", "i"}, {"yi", "i"},  {"sh", "S"},   {"ch", "C"},
    {"zh", "Z"},  {"kh", "H"},  {"gh", "G"},  {"th", "T"},  {"dh", "D"},  {"ts", "X"},   {"tz", "X"},
    {"ce", "se"}, {"ci", "si"}, {"cy", "si"}, {"aw", "au"}, {"ow", "au"}, {"c", "k"},    {"q", "k"},
    {"x", "ks"},  {"y", "i"},
};

static int is_vowel(char letter) {
    return letter != '\0' && strchr("aeiouy", letter);
}

/* Whether a text begins with the letters of a spelling, and if they end in '-', no vowel comes after them. */
static int begins(const char *text, size_t length, const char *with, size_t *taken) {
    size_t i = 0;
    while (with[i] && i < length && with[i] == text[i]) i++;
    *taken = i;
    if (with[i] == '-') return i >= length || !is_vowel(text[i]);
    return with[i] == '\0';
}

static void sound_put(char *sound, size_t *count, char letter) {
    /* Doubled letters are written or not at will; doubled digits mean something. */
    int repeated = *count > 0 && sound[*count - 1] == letter && !dsg_is_digit(letter) && !(letter & 0x80);
    if (!repeated && *count < DSG_SOUND_LETTERS) sound[(*count)++] = letter;
}

static size_t sound_ascii(const char *text, size_t length, char *sound, size_t *count) {
    size_t taken = 0;
    for (size_t i = 0; i < sizeof spellings / sizeof *spellings; i++) {
        if (spellings[i].letters[0] != *text) continue;
        if (!begins(text, length, spellings[i].letters, &taken)) continue;
        for (const char *s = spellings[i].sound; *s; s++) sound_put(sound, count, *s);
        return taken;
    }
    sound_put(sound, count, *text);
    return 1;
}

static size_t sound_letters(const char *text, size_t length, char sound[DSG_SOUND_LETTERS], size_t count) {
    for (size_t at = 0; at < length && count < DSG_SOUND_LETTERS;) {
        if (!((unsigned char)text[at] & 0x80)) {
            at += sound_ascii(text + at, length - at, sound, &count);
            continue;
        }
        size_t bytes = 0;
        uint32_t code = dsg_fold_letter(text + at, &bytes);
        /* One byte keeps the letters of an alphabet apart, and nearly all of a large script. */
        sound_put(sound, &count, (char)(0x80U | ((code ^ (code >> 7)) & 0x7FU)));
        at += bytes;
    }
    return count;
}

/* `Abd al-Rahman`, "servant of the Merciful", is also written Abdulrahman or Abdurrahman, and `Saif al-Din`,
 * "of the Faith", Saifuddin: the article sounds as its neighbours want, so it is left out. */
static const char *const servants[] = {"abdul", "abdel", "abdal",  "abdol",  "abdil",
                                       "abdur", "abder", "abdor",  "abdar",  "abdus",
                                       "abdas", "abdes", "abdoul", "abdool", "abdoel"};
static const char *const faiths[] = {"uddin", "eddin", "addin",  "oddin",  "uldin",
                                     "aldin", "eldin", "udin",   "uddeen", "eddine",
                                     "udeen", "edin",  "addine", "eddeen", "eddien"};

/* How many letters are put for the word's beginning and how many it takes. */
static size_t sound_servant(const char *text, size_t length, char *sound, size_t *count) {
    enum { REST = 3 }; /* not abdullah: there the l is not the article's */
    for (size_t i = 0; i < sizeof servants / sizeof *servants; i++) {
        size_t taken = strlen(servants[i]);
        if (length < taken || memcmp(text, servants[i], taken) != 0) continue;
        if (length != taken && (length < taken + REST || (length == taken + REST && text[taken] == 'l')))
            continue;
        for (const char *s = "abd"; *s; s++) sound[(*count)++] = *s;
        return taken;
    }
    return 0;
}

static size_t faith_length(const char *text, size_t length) {
    enum { REST = 3 };
    for (size_t i = 0; i < sizeof faiths / sizeof *faiths; i++) {
        size_t taken = strlen(faiths[i]);
        if (length >= taken + REST && memcmp(text + length - taken, faiths[i], taken) == 0) return taken;
    }
    return 0;
}

size_t dsg_sound(const char *text, size_t length, char sound[DSG_SOUND_LETTERS]) {
    size_t count = 0;
    size_t start = length > 4 ? sound_servant(text, length, sound, &count) : 0;
    size_t faith = length > 6 ? faith_length(text, length) : 0;
    count = sound_letters(text + start, length - start - faith, sound, count);
    return faith ? sound_letters("din", 3, sound, count) : count;
}

/* The skeleton's letter for a to z; '-' leaves it out. h and w come and go with the transliteration. */
static const char small_skeleton[] = "-pkt-fk--jklmn-pkrst-f-k-s";
static const struct pair {
    char sound, skeleton;
} capital_skeleton[] = {{'S', 's'}, {'C', 's'}, {'Z', 's'}, {'H', 'k'},
                        {'G', 'k'}, {'T', 't'}, {'D', 't'}, {'X', 's'}};

static char skeleton_letter(char letter) {
    if (letter == DSG_NO_VOWEL) return '-';
    if (dsg_is_lower(letter)) return small_skeleton[letter - 'a'];
    for (size_t i = 0; i < sizeof capital_skeleton / sizeof *capital_skeleton; i++)
        if (capital_skeleton[i].sound == letter) return capital_skeleton[i].skeleton;
    return letter;
}

size_t dsg_skeleton(const char *sound, size_t length, char skeleton[DSG_SOUND_LETTERS]) {
    size_t count = 0;
    for (size_t i = 0; i < length; i++) {
        char letter = skeleton_letter(sound[i]);
        if (letter != '-') skeleton[count++] = letter;
    }
    /* Words of vowels and one consonant would all be alike. */
    if (count >= 2) return count;
    memcpy(skeleton, sound, length);
    return length;
}

static unsigned exchange(char a, char b) {
    unsigned char from = (unsigned char)a;
    unsigned char to = (unsigned char)b;
    if (from == to) return 0;
    if ((from | to) & 0x80 || dsg_sound_exchanges[from][to] == 0) return DSG_SOUND_UNIT;
    return dsg_sound_exchanges[from][to];
}

static unsigned omission(char letter) {
    switch (letter) {
    case DSG_NO_VOWEL:
        return DSG_OMIT_NO_VOWEL;
    case 'h':
        return DSG_OMIT_H;
    case 'a':
    case 'e':
    case 'i':
    case 'o':
    case 'u':
        return DSG_OMIT_VOWEL;
    default:
        return DSG_OMIT_CONSONANT;
    }
}

static unsigned lesser(unsigned a, unsigned b) {
    return a < b ? a : b;
}

/* Optimal string alignment, row by row, until no row can lead to less than the limit. */
unsigned dsg_sound_distance(const char *a, size_t a_length, const char *b, size_t b_length, unsigned limit) {
    unsigned rows[3][DSG_SOUND_LETTERS + 1];
    unsigned omissions[DSG_SOUND_LETTERS];
    unsigned *before = rows[0];
    unsigned *above = rows[1];
    unsigned *row = rows[2];
    unsigned above_least = 0;
    size_t longer = a_length > b_length ? a_length - b_length : b_length - a_length;
    const char *long_one = a_length > b_length ? a : b;
    const int unwritten =
        longer > 0 && memchr(long_one, DSG_NO_VOWEL, a_length > b_length ? a_length : b_length);
    if (longer * (unwritten ? DSG_OMIT_NO_VOWEL : DSG_OMIT_H) > limit) return limit + 1;
    above[0] = 0;
    for (size_t j = 0; j < b_length; j++) {
        omissions[j] = omission(b[j]);
        above[j + 1] = above[j] + omissions[j];
    }
    for (size_t i = 0; i < a_length; i++) {
        unsigned without = omission(a[i]);
        unsigned row_least = row[0] = above[0] + without;
        for (size_t j = 0; j < b_length; j++) {
            unsigned cost = above[j] + exchange(a[i], b[j]);
            cost = lesser(cost, above[j + 1] + without);
            cost = lesser(cost, row[j] + omissions[j]);
            if (i > 0 && j > 0 && a[i] == b[j - 1] && a[i - 1] == b[j])
                cost = lesser(cost, before[j - 1] + DSG_SWAP_SOUNDS);
            row[j + 1] = cost;
            row_least = lesser(row_least, cost);
        }
        /* A swap reaches over one row. */
        if (row_least > limit && above_least > limit) return limit + 1;
        above_least = row_least;
        unsigned *oldest = before;
        before = above;
        above = row;
        row = oldest;
    }
    return above[b_length];
}
