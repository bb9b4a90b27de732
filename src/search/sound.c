#include "search/sound.h"

#include "base/ascii.h"
#include "search/fold.h"

#include <string.h>

/* Groups of Latin letters that write one sound, by the usual transliterations of Arabic, Persian, Urdu and
 * Russian into English, French and German spelling. The longest come first. */
static const struct spelling {
    const char *letters;
    const char *sound;
} spellings[] = {
    {"dzh", "j"}, {"sch", "S"}, {"tch", "C"}, {"tsh", "C"}, {"shh", "S"}, {"iye", "ie"}, {"ije", "ie"},
    {"ph", "f"},  {"ck", "k"},  {"dj", "j"},  {"ou", "u"},  {"oo", "u"},  {"ee", "i"},   {"ue", "u"},
    {"oe", "o"},  {"ae", "a"},  {"iy", "i"},  {"ij", "i"},  {"yi", "i"},  {"sh", "S"},   {"ch", "C"},
    {"zh", "Z"},  {"kh", "H"},  {"gh", "G"},  {"th", "T"},  {"dh", "D"},  {"ts", "X"},   {"tz", "X"},
    {"ce", "se"}, {"ci", "si"}, {"cy", "si"}, {"aw", "au"}, {"ow", "au"}, {"c", "k"},    {"q", "k"},
    {"x", "ks"},  {"y", "i"},   {"w", "v"},
};

static int begins(const char *text, size_t length, const char *with, size_t *taken) {
    *taken = strlen(with);
    return *taken <= length && memcmp(text, with, *taken) == 0;
}

static void sound_put(char *sound, size_t *count, char letter) {
    /* Doubled letters are written or not at will; doubled digits mean something. */
    int repeated = *count > 0 && sound[*count - 1] == letter && !dsg_is_digit(letter) && !(letter & 0x80);
    if (!repeated && *count < DSG_SOUND_LETTERS) sound[(*count)++] = letter;
}

static size_t sound_ascii(const char *text, size_t length, char *sound, size_t *count) {
    size_t taken = 1;
    for (size_t i = 0; i < sizeof spellings / sizeof *spellings; i++) {
        if (!begins(text, length, spellings[i].letters, &taken)) continue;
        for (const char *s = spellings[i].sound; *s; s++) sound_put(sound, count, *s);
        return taken;
    }
    sound_put(sound, count, *text);
    return 1;
}

size_t dsg_sound(const char *text, size_t length, char sound[DSG_SOUND_LETTERS]) {
    size_t count = 0;
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

/* The skeleton's letter for a to z; '-' leaves it out. h and w come and go with the transliteration. */
static const char small_skeleton[] = "-pkt-fk--jklmn-pkrst-f-k-s";
static const struct pair {
    char sound, skeleton;
} capital_skeleton[] = {{'S', 's'}, {'C', 's'}, {'Z', 's'}, {'H', 'k'},
                        {'G', 'k'}, {'T', 't'}, {'D', 't'}, {'X', 's'}};

static char skeleton_letter(char letter) {
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

static int is_vowel(char letter) {
    return letter == 'a' || letter == 'e' || letter == 'i' || letter == 'o' || letter == 'u';
}

/* Sounds that transliterations and tongues interchange, in hundredths of taking any letter for any other. */
#define EXCHANGE(a, b, cost) [a][b] = (cost), [b][a] = (cost)
static const uint8_t exchanges[128][128] = {
    EXCHANGE('i', 'e', 20), EXCHANGE('a', 'e', 25), EXCHANGE('o', 'u', 15), EXCHANGE('a', 'o', 30),
    EXCHANGE('u', 'v', 30), EXCHANGE('H', 'h', 15), EXCHANGE('H', 'k', 30), EXCHANGE('G', 'g', 15),
    EXCHANGE('G', 'k', 30), EXCHANGE('g', 'k', 30), EXCHANGE('T', 't', 15), EXCHANGE('T', 's', 30),
    EXCHANGE('D', 'd', 15), EXCHANGE('D', 'z', 30), EXCHANGE('t', 'd', 40), EXCHANGE('S', 's', 30),
    EXCHANGE('S', 'C', 30), EXCHANGE('C', 'k', 40), EXCHANGE('C', 'H', 40), EXCHANGE('X', 's', 30),
    EXCHANGE('X', 'z', 30), EXCHANGE('X', 'C', 40), EXCHANGE('Z', 'z', 25), EXCHANGE('Z', 'j', 20),
    EXCHANGE('j', 'g', 30), EXCHANGE('j', 'i', 30), EXCHANGE('z', 's', 40), EXCHANGE('f', 'v', 30),
    EXCHANGE('b', 'v', 40), EXCHANGE('b', 'p', 40), EXCHANGE('m', 'n', 70), EXCHANGE('S', 'Z', 50),
    EXCHANGE('j', 'C', 50), EXCHANGE('a', 'i', 40), EXCHANGE('a', 'u', 40), EXCHANGE('e', 'o', 40),
    EXCHANGE('e', 'u', 40), EXCHANGE('i', 'o', 40), EXCHANGE('i', 'u', 40),
};
#undef EXCHANGE

double dsg_sound_exchange(char a, char b) {
    if (a == b) return 0.0;
    unsigned char from = (unsigned char)a;
    unsigned char to = (unsigned char)b;
    if ((from | to) & 0x80 || exchanges[from][to] == 0) return 1.0;
    return exchanges[from][to] / 100.0;
}

double dsg_sound_omission(char letter) {
    if (letter == 'h') return 0.45;
    return is_vowel(letter) ? 0.55 : 0.90;
}
