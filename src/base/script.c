#include "base/script.h"

#include "base/ascii.h"
#include "base/fold.h"

#include <string.h>

/* Blocks of the scripts in which lists give names: https://www.unicode.org/Public/UCD/latest/ucd/Blocks.txt
 */
static const struct {
    uint32_t first;
    uint32_t last;
    const char *code;
} blocks[] = {
    {0x0370, 0x03FF, "Grek"}, {0x0400, 0x052F, "Cyrl"}, {0x0530, 0x058F, "Armn"}, {0x0590, 0x05FF, "Hebr"},
    {0x0600, 0x06FF, "Arab"}, {0x0750, 0x077F, "Arab"}, {0x08A0, 0x08FF, "Arab"}, {0x0900, 0x097F, "Deva"},
    {0x0980, 0x09FF, "Beng"}, {0x0E00, 0x0E7F, "Thai"}, {0x1000, 0x109F, "Mymr"}, {0x10A0, 0x10FF, "Geor"},
    {0x1200, 0x137F, "Ethi"}, {0x1200, 0x137F, "Ethi"}, {0x3040, 0x30FF, "Jpan"}, {0x3400, 0x4DBF, "Hani"},
    {0x4E00, 0x9FFF, "Hani"}, {0xAC00, 0xD7AF, "Hang"}, {0xFB50, 0xFDFF, "Arab"}, {0xFE70, 0xFEFE, "Arab"},
};

/* What folding leaves of Latin beyond the first of these blocks: phonetic and African letters, extensions. */
static const struct {
    uint32_t first;
    uint32_t last;
} latin[] = {{0x0000, 0x036F}, {0x1D00, 0x1EFF}, {0x2C60, 0x2C7F}, {0xA720, 0xA7FF}};

enum { BLOCKS = sizeof blocks / sizeof blocks[0], NO_BLOCK = BLOCKS };

static size_t block_of(uint32_t letter) {
    size_t i = 0;
    while (i < BLOCKS && (letter < blocks[i].first || letter > blocks[i].last)) i++;
    return i;
}

/* ASCII is of no block, and most names are ASCII. */
const char *dsg_script_of(const char *text) {
    const char *code = NULL;
    while (*text != '\0' && code == NULL) {
        size_t bytes = 1;
        size_t block = (unsigned char)*text < 0x80 ? NO_BLOCK : block_of(dsg_fold_letter(text, &bytes));
        if (block != NO_BLOCK) code = blocks[block].code;
        text += bytes;
    }
    return code;
}

static uint32_t script_bit(uint32_t letter) {
    size_t first = 0;
    for (size_t i = 0; i < sizeof latin / sizeof latin[0]; i++)
        if (letter >= latin[i].first && letter <= latin[i].last) return DSG_SCRIPT_LATIN;
    size_t block = block_of(letter);
    if (block == NO_BLOCK) return DSG_SCRIPT_OTHER;
    while (strcmp(blocks[first].code, blocks[block].code) != 0) first++;
    return DSG_SCRIPT_LATIN << (first + 1);
}

uint32_t dsg_scripts_of(const char *text, size_t length) {
    uint32_t scripts = 0;
    for (size_t at = 0; at < length;) {
        size_t bytes;
        uint32_t letter = dsg_fold_letter(text + at, &bytes);
        if (letter >= 0x80 || dsg_is_letter((char)letter)) scripts |= script_bit(letter);
        at += bytes;
    }
    return scripts;
}
