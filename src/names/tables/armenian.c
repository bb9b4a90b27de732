/* Armenian, by BGN/PCGN 1981, without apostrophes. */
#include "names/romanise.h"

static const dsg_letters rows[] = {
    {"ա", "a"},  {"բ", "b"}, {"գ", "g"},  {"դ", "d"},  {"^ե", "ye"}, {"ե", "e"},  {"զ", "z"},
    {"է", "e"},  {"ը", "y"}, {"թ", "t"},  {"ժ", "zh"}, {"ի", "i"},   {"լ", "l"},  {"խ", "kh"},
    {"ծ", "ts"}, {"կ", "k"}, {"հ", "h"},  {"ձ", "dz"}, {"ղ", "gh"},  {"ճ", "ch"}, {"մ", "m"},
    {"յ", "y"},  {"ն", "n"}, {"շ", "sh"}, {"ու", "u"}, {"^ո", "vo"}, {"ո", "o"},  {"չ", "ch"},
    {"պ", "p"},  {"ջ", "j"}, {"ռ", "r"},  {"ս", "s"},  {"վ", "v"},   {"տ", "t"},  {"ր", "r"},
    {"ց", "ts"}, {"ւ", "v"}, {"փ", "p"},  {"ք", "k"},  {"օ", "o"},   {"ֆ", "f"},
};

const dsg_alphabet dsg_armenian = {rows, sizeof rows / sizeof *rows};
