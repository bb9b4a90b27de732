/* Devanagari, as Hindi names are written in passports: the Hunterian system, without its signs. Every
 * consonant bears an `a` unless a vowel or virama follows, but which of them are spoken depends on the word.
 */
#include "names/romanise.h"

static const dsg_letters rows[] = {
    {"श्री$", "shri"}, {"^अ", "a"},  {"अ", "a"},     {"आ", "a"},    {"इ", "i"},    {"ई", "i"},
    {"उ", "u"},       {"ऊ", "u"},   {"ऋ", "ri"},    {"ए", "e"},    {"ऐ", "ai"},   {"ओ", "o"},
    {"औ", "au"},      {"ऑ", "o"},   {"क्ष", "ksh*"}, {"ज्ञ", "gy*"}, {"क", "k*"},   {"ख", "kh*"},
    {"ग", "g*"},      {"घ", "gh*"}, {"ङ", "n*"},    {"च", "ch*"},  {"छ", "chh*"}, {"ज\xE0\xA4\xBC", "z*"},
    {"ज", "j*"},      {"झ", "jh*"}, {"ञ", "n*"},    {"ट", "t*"},   {"ठ", "th*"},  {"ड\xE0\xA4\xBC", "r*"},
    {"ड", "d*"},      {"ढ", "dh*"}, {"ण", "n*"},    {"त", "t*"},   {"थ", "th*"},  {"द", "d*"},
    {"ध", "dh*"},     {"न", "n*"},  {"प", "p*"},    {"फ", "f*"},   {"ब", "b*"},   {"भ", "bh*"},
    {"म", "m*"},      {"य", "y*"},  {"र", "r*"},    {"ल", "l*"},   {"ळ", "l*"},   {"व", "v*"},
    {"श", "sh*"},     {"ष", "sh*"}, {"स", "s*"},    {"ह", "h*"},   {"ा", "-a"},   {"ि", "-i"},
    {"ी", "-i"},      {"ु", "-u"},   {"ू", "-u"},     {"ृ", "-ri"},   {"े", "-e"},    {"ै", "-ai"},
    {"ो", "-o"},      {"ौ", "-au"}, {"ॉ", "-o"},    {"्", "-"},     {"ं", "n"},     {"ँ", "n"},
    {"ः", "h"},       {"़", ""},
};

const dsg_alphabet dsg_devanagari = {rows, sizeof rows / sizeof *rows};
