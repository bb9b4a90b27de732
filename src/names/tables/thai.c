/* Thai, by the Royal Thai General System of 1999, nearly: which consonants end a syllable, and sound
 * otherwise there, is not known from the letters alone. Vowels that are written before their consonant have
 * been put behind it. Tones are not read. */
#include "names/romanise.h"

static const dsg_letters rows[] = {
    {"ก", "k*"},  {"ข", "kh*"}, {"ค", "kh*"}, {"ฆ", "kh*"}, {"ง", "ng*"},   {"จ", "ch*"}, {"ฉ", "ch*"},
    {"ช", "ch*"}, {"ซ", "s*"},  {"ฌ", "ch*"}, {"ญ", "y*"},  {"ฎ", "d*"},    {"ฏ", "t*"},  {"ฐ", "th*"},
    {"ฑ", "th*"}, {"ฒ", "th*"}, {"ณ", "n*"},  {"ด", "d*"},  {"ต", "t*"},    {"ถ", "th*"}, {"ท", "th*"},
    {"ธ", "th*"}, {"น", "n*"},  {"บ", "b*"},  {"ป", "p*"},  {"ผ", "ph*"},   {"ฝ", "f*"},  {"พ", "ph*"},
    {"ฟ", "f*"},  {"ภ", "ph*"}, {"ม", "m*"},  {"ย", "y*"},  {"รร", "-an*"}, {"ร", "r*"},  {"ล", "l*"},
    {"ว", "w*"},  {"ศ", "s*"},  {"ษ", "s*"},  {"ส", "s*"},  {"ห", "h*"},    {"ฬ", "l*"},  {"อ", "*o"},
    {"ฮ", "h*"},  {"ะ", "-a"},  {"ั", "-a"},   {"ํา", "-am"}, {"า", "-a"},    {"ิ", "-i"},   {"ี", "-i"},
    {"ึ", "-ue"},  {"ื", "-ue"},  {"ุ", "-u"},   {"ู", "-u"},   {"เ", "-e"},    {"แ", "-ae"}, {"โ", "-o"},
    {"ใ", "-ai"}, {"ไ", "-ai"}, {"็", ""},     {"่", ""},     {"้", ""},       {"๊", ""},     {"๋", ""},
    {"์", "-"},    {"ํ", ""},
};

const dsg_alphabet dsg_thai = {rows, sizeof rows / sizeof *rows};
