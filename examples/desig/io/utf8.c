#include "io/utf8.h"

#include <string.h>

/* The bytes of a lead byte's character, and the range of the byte behind it, which keeps out overlong forms,
 * surrogates and what is beyond U+10FFFF: The Unicode Standard, table 3-7. */
static const struct {
    unsigned char lead_first, lead_last;
    unsigned char length;
    unsigned char second_first, second_last;
} forms[] = {
    {0x01, 0x7F, 1, 0x00, 0x00}, {0xC2, 0xDF, 2, 0x80, 0xBF}, {0xE0, 0xE0, 3, 0xA0, 0xBF},
    {0xE1, 0xEC, 3, 0x80, 0xBF}, {0xED, 0xED, 3, 0x80, 0x9F}, {0xEE, 0xEF, 3, 0x80, 0xBF},
    {0xF0, 0xF0, 4, 0x90, 0xBF}, {0xF1, 0xF3, 4, 0x80, 0xBF}, {0xF4, 0xF4, 4, 0x80, 0x8F},
};

static size_t character_length(const unsigned char *bytes, size_t length) {
    for (size_t i = 0; i < sizeof forms / sizeof forms[0]; i++) {
        if (bytes[0] < forms[i].lead_first || bytes[0] > forms[i].lead_last) continue;
        if (forms[i].length > length) return 0;
        for (size_t at = 1; at < forms[i].length; at++) {
            unsigned char first = at == 1 ? forms[i].second_first : 0x80;
            unsigned char last = at == 1 ? forms[i].second_last : 0xBF;
            if (bytes[at] < first || bytes[at] > last) return 0;
        }
        return forms[i].length;
    }
    return 0;
}

size_t utf8_length(const char *bytes, size_t length) {
    size_t at = 0;
    for (size_t more; at < length; at += more) {
        more = character_length((const unsigned char *)bytes + at, length - at);
        if (more == 0) break;
    }
    return at;
}

int utf8_is_text(const char *text) {
    return utf8_length(text, strlen(text)) == strlen(text);
}
