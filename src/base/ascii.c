#include "base/ascii.h"

#include <stdint.h>
#include <string.h>

int dsg_equal_nocase(const char *a, const char *b) {
    while (*a != '\0' && dsg_lower(*a) == dsg_lower(*b)) {
        a++;
        b++;
    }
    return dsg_lower(*a) == dsg_lower(*b);
}

int dsg_same_text(const char *a, const char *b) {
    return a == b || (a && b && strcmp(a, b) == 0);
}

int dsg_compare_text(const char *a, const char *b) {
    if (a == b) return 0;
    if (!a) return -1;
    if (!b) return 1;
    return strcmp(a, b);
}

static int is_continuation(unsigned char byte) {
    return (byte & 0xC0) == 0x80;
}

/* The Unicode Standard, table 3-7: which second bytes are well-formed after a lead byte. */
static int second_byte_fits(unsigned char lead, unsigned char second) {
    switch (lead) {
    case 0xE0:
        return second >= 0xA0 && second <= 0xBF;
    case 0xED:
        return second >= 0x80 && second <= 0x9F;
    case 0xF0:
        return second >= 0x90 && second <= 0xBF;
    case 0xF4:
        return second >= 0x80 && second <= 0x8F;
    default:
        return is_continuation(second);
    }
}

static size_t length_by_lead(unsigned char lead) {
    if (lead < 0x80) return 1;
    if (lead >= 0xC2 && lead <= 0xDF) return 2;
    if (lead >= 0xE0 && lead <= 0xEF) return 3;
    if (lead >= 0xF0 && lead <= 0xF4) return 4;
    return 0;
}

size_t dsg_utf8_sequence(const char *bytes, size_t length) {
    const unsigned char *at = (const unsigned char *)bytes;
    size_t wanted = length == 0 ? 0 : length_by_lead(at[0]);
    if (wanted > length) return 0;
    if (wanted > 1 && !second_byte_fits(at[0], at[1])) return 0;
    for (size_t i = 2; i < wanted; i++) {
        if (!is_continuation(at[i])) return 0;
    }
    return wanted;
}

/* Whether eight bytes are all ASCII and none is NUL. */
static int is_plain_word(const char *bytes) {
    const uint64_t ones = UINT64_C(0x0101010101010101), highs = UINT64_C(0x8080808080808080);
    uint64_t word;
    memcpy(&word, bytes, sizeof word);
    return ((word | ((word - ones) & ~word)) & highs) == 0;
}

size_t dsg_utf8_valid(const char *bytes, size_t length) {
    size_t at = 0;
    while (at < length) {
        size_t sequence;
        if (length - at >= 8 && is_plain_word(bytes + at)) {
            at += 8;
            continue;
        }
        sequence = bytes[at] == '\0' ? 0 : dsg_utf8_sequence(bytes + at, length - at);
        if (sequence == 0) return at;
        at += sequence;
    }
    return length;
}
