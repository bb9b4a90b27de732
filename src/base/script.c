#include "base/script.h"

#include "base/fold.h"

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

static const char *script_of_letter(uint32_t letter) {
    size_t i;
    for (i = 0; i < sizeof blocks / sizeof blocks[0]; i++) {
        if (letter >= blocks[i].first && letter <= blocks[i].last) return blocks[i].code;
    }
    return NULL;
}

const char *dsg_script_of(const char *text) {
    const char *code = NULL;
    while (*text != '\0' && code == NULL) {
        size_t bytes;
        uint32_t letter = dsg_fold_letter(text, &bytes);
        if (letter >= blocks[0].first) code = script_of_letter(letter);
        text += bytes;
    }
    return code;
}
