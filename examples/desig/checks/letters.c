#include "checks/letters.h"

#include <stddef.h>

uint32_t letter_next(const char **at) {
    const unsigned char *bytes = (const unsigned char *)*at;
    unsigned char first = bytes[0];
    int more = first < 0x80 ? 0 : first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : 1;
    uint32_t letter = more == 0 ? first : first & (0x3FU >> more);
    if (first == 0) return 0;
    ++*at;
    if (first >= 0x80 && first < 0xC2) return 0xFFFD;
    for (int i = 1; i <= more; i++) {
        if ((bytes[i] & 0xC0) != 0x80) return 0xFFFD;
        letter = letter << 6 | (bytes[i] & 0x3F);
        ++*at;
    }
    return letter;
}

letter_script letter_script_of(uint32_t letter) {
    /* Ranges of the Unicode blocks; signs within them that are no letters are left out. */
    static const struct {
        uint32_t first;
        uint32_t last;
        letter_script script;
    } ranges[] = {
        {'A', 'Z', SCRIPT_LATIN},        {'a', 'z', SCRIPT_LATIN},         {0xC0, 0xD6, SCRIPT_LATIN},
        {0xD8, 0xF6, SCRIPT_LATIN},      {0xF8, 0x24F, SCRIPT_LATIN},      {0x250, 0x2AF, SCRIPT_LATIN},
        {0x370, 0x373, SCRIPT_GREEK},    {0x376, 0x377, SCRIPT_GREEK},     {0x37F, 0x383, SCRIPT_GREEK},
        {0x386, 0x386, SCRIPT_GREEK},    {0x388, 0x3FF, SCRIPT_GREEK},     {0x400, 0x481, SCRIPT_CYRILLIC},
        {0x48A, 0x52F, SCRIPT_CYRILLIC}, {0x530, 0x1CFF, SCRIPT_OTHER},    {0x1E00, 0x1EFF, SCRIPT_LATIN},
        {0x1F00, 0x1FBC, SCRIPT_GREEK},  {0x2C60, 0x2C7F, SCRIPT_LATIN},   {0x3040, 0xD7FF, SCRIPT_OTHER},
        {0xF900, 0xFDCF, SCRIPT_OTHER},  {0xFDF0, 0xFDFF, SCRIPT_OTHER},   {0xFE70, 0xFEFC, SCRIPT_OTHER},
        {0xFF21, 0xFF5A, SCRIPT_LATIN},  {0x20000, 0x3FFFF, SCRIPT_OTHER},
    };
    for (size_t i = 0; i < sizeof ranges / sizeof ranges[0] && letter >= ranges[i].first; i++)
        if (letter <= ranges[i].last) return ranges[i].script;
    return SCRIPT_NONE;
}
