/* Sounds that transliterations and tongues interchange. The pairs are those between which the usual
 * romanisations of Arabic, Persian, Russian and Turkic names differ (BGN/PCGN, ISO 9, ALA-LC, and English,
 * French and German newspapers); the costs are tuned on the bench's pairs. */
#include "names/sound_costs.h"

#define EXCHANGE(a, b, cost) [a][b] = (cost), [b][a] = (cost)
const uint8_t dsg_sound_exchanges[128][128] = {
    /* Any vowel may stand where a script writes none. */
    EXCHANGE('*', 'a', 5),  EXCHANGE('*', 'e', 5),  EXCHANGE('*', 'i', 5),  EXCHANGE('*', 'o', 5),
    EXCHANGE('*', 'u', 5),  EXCHANGE('i', 'e', 20), EXCHANGE('a', 'e', 25), EXCHANGE('o', 'u', 15),
    EXCHANGE('a', 'o', 30), EXCHANGE('u', 'v', 30), EXCHANGE('w', 'v', 15), EXCHANGE('w', 'u', 20),
    EXCHANGE('w', 'o', 30), EXCHANGE('H', 'h', 15), EXCHANGE('H', 'k', 30), EXCHANGE('G', 'g', 15),
    EXCHANGE('G', 'k', 30), EXCHANGE('g', 'k', 30), EXCHANGE('T', 't', 15), EXCHANGE('T', 's', 30),
    EXCHANGE('D', 'd', 15), EXCHANGE('D', 'z', 30), EXCHANGE('t', 'd', 30), EXCHANGE('S', 's', 30),
    EXCHANGE('S', 'C', 30), EXCHANGE('s', 'C', 25), EXCHANGE('C', 'k', 40), EXCHANGE('C', 'H', 25),
    EXCHANGE('X', 's', 30), EXCHANGE('X', 'z', 30), EXCHANGE('X', 'C', 40), EXCHANGE('Z', 'z', 25),
    EXCHANGE('Z', 'j', 20), EXCHANGE('j', 'g', 30), EXCHANGE('j', 'i', 30), EXCHANGE('z', 's', 40),
    EXCHANGE('f', 'v', 30), EXCHANGE('b', 'v', 40), EXCHANGE('b', 'p', 35), EXCHANGE('m', 'n', 70),
    EXCHANGE('S', 'Z', 50), EXCHANGE('j', 'C', 30), EXCHANGE('a', 'i', 40), EXCHANGE('a', 'u', 40),
    EXCHANGE('e', 'o', 40), EXCHANGE('e', 'u', 40), EXCHANGE('i', 'o', 40), EXCHANGE('i', 'u', 40),
};
#undef EXCHANGE
