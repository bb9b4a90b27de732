/* Greek, by ELOT 743 (1982), the rule of passports and of BGN/PCGN 1996. */
#include "names/romanise.h"

static const dsg_letters rows[] = {
    {"αυ", "av"}, {"α", "a"},   {"β", "v"},  {"γγ", "ng"}, {"γξ", "nx"}, {"γχ", "nch"},
    {"γκ", "gk"}, {"γ", "g"},   {"δ", "d"},  {"ευ", "ev"}, {"ε", "e"},   {"ζ", "z"},
    {"ηυ", "iv"}, {"η", "i"},   {"θ", "th"}, {"ι", "i"},   {"κ", "k"},   {"λ", "l"},
    {"^μπ", "b"}, {"μπ", "mp"}, {"μ", "m"},  {"^ντ", "d"}, {"ν", "n"},   {"ξ", "x"},
    {"ου", "ou"}, {"ο", "o"},   {"π", "p"},  {"ρ", "r"},   {"σ", "s"},   {"ς", "s"},
    {"τ", "t"},   {"υ", "y"},   {"φ", "f"},  {"χ", "ch"},  {"ψ", "ps"},  {"ω", "o"},
};

const dsg_alphabet dsg_greek = {rows, sizeof rows / sizeof *rows};
