/* Georgian, by the national system of 2002, which BGN/PCGN 2009 adopted; without apostrophes. */
#include "names/romanise.h"

static const dsg_letters rows[] = {
    {"ა", "a"},  {"ბ", "b"},  {"გ", "g"},  {"დ", "d"},  {"ე", "e"},  {"ვ", "v"},  {"ზ", "z"},
    {"თ", "t"},  {"ი", "i"},  {"კ", "k"},  {"ლ", "l"},  {"მ", "m"},  {"ნ", "n"},  {"ო", "o"},
    {"პ", "p"},  {"ჟ", "zh"}, {"რ", "r"},  {"ს", "s"},  {"ტ", "t"},  {"უ", "u"},  {"ფ", "p"},
    {"ქ", "k"},  {"ღ", "gh"}, {"ყ", "q"},  {"შ", "sh"}, {"ჩ", "ch"}, {"ც", "ts"}, {"ძ", "dz"},
    {"წ", "ts"}, {"ჭ", "ch"}, {"ხ", "kh"}, {"ჯ", "j"},  {"ჰ", "h"},
};

const dsg_alphabet dsg_georgian = {rows, sizeof rows / sizeof *rows};
