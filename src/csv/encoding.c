#include "csv/encoding.h"

#include "base/ascii.h"

#include <stdint.h>
#include <string.h>

static const char replacement[] = "\xEF\xBF\xBD"; /* U+FFFD */

/* Windows-1252 at 0x80 to 0x9F (https://encoding.spec.whatwg.org/#windows-1252); 0: not assigned by
 * Microsoft. Elsewhere it is Latin-1, whose code points are those of Unicode. */
static const uint16_t windows_1252[32] = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178,
};

void dsg_encoding_init(dsg_encoding *encoding, const desig_allocator *allocator, desig_encoding declared) {
    encoding->declared = declared;
    dsg_buffer_init(&encoding->converted, allocator, SIZE_MAX / 2);
}

void dsg_encoding_free(dsg_encoding *encoding) {
    dsg_buffer_free(&encoding->converted);
}

/* Multi-byte sequences are almost a proof: text in another encoding hardly ever has a valid one. */
static int looks_like_utf8(const char *bytes, size_t length) {
    size_t sequences = 0, strays = 0, at = 0;
    while (at < length) {
        size_t sequence = dsg_utf8_sequence(bytes + at, length - at);
        sequences += sequence > 1;
        strays += sequence == 0;
        at += sequence == 0 ? 1 : sequence;
    }
    return sequences > strays;
}

static unsigned code_point_of(desig_encoding encoding, unsigned char byte) {
    if (encoding == DESIG_ENCODING_WINDOWS_1252 && byte >= 0x80 && byte <= 0x9F)
        return windows_1252[byte - 0x80];
    return byte;
}

/* Write the UTF-8 form of the character at `bytes`, set how many bytes it took, return how many were written;
 * 0: it is none. The two single-byte encodings stay below U+10000. */
static size_t convert_one(desig_encoding encoding, const char *bytes, size_t length, size_t *taken,
                          char *to) {
    unsigned code_point;
    *taken = 1;
    if (bytes[0] == '\0') return 0;
    if (encoding == DESIG_ENCODING_UTF8) {
        size_t sequence = dsg_utf8_sequence(bytes, length);
        if (sequence > 1) *taken = sequence;
        memcpy(to, bytes, sequence);
        return sequence;
    }
    code_point = code_point_of(encoding, (unsigned char)bytes[0]);
    if (code_point < 0x80) {
        to[0] = (char)code_point;
        return code_point == 0 ? 0 : 1;
    }
    if (code_point < 0x800) {
        to[0] = (char)(0xC0 | code_point >> 6);
        to[1] = (char)(0x80 | (code_point & 0x3F));
        return 2;
    }
    to[0] = (char)(0xE0 | code_point >> 12);
    to[1] = (char)(0x80 | (code_point >> 6 & 0x3F));
    to[2] = (char)(0x80 | (code_point & 0x3F));
    return 3;
}

static desig_result convert(desig_encoding from, const char *bytes, size_t length, dsg_buffer *to,
                            dsg_encoding_finding *finding) {
    size_t taken;
    to->length = 0;
    for (size_t at = 0; at < length; at += taken) {
        char character[4];
        size_t written = convert_one(from, bytes + at, length - at, &taken, character);
        desig_result result = written > 0 ? dsg_buffer_append(to, character, written)
                                          : dsg_buffer_append(to, replacement, sizeof replacement - 1);
        if (result != DESIG_OK) return result;
        if (written > 0) continue;
        if (finding->replaced++ == 0) finding->first_replaced = at;
        if (bytes[at] == '\0') finding->has_nul = 1;
    }
    return DESIG_OK;
}

/* Whether all bytes are ASCII but for NUL, which reads the same in every encoding known here. */
static int is_plain(const char *bytes, size_t length) {
    unsigned char other = 0;
    for (size_t i = 0; i < length; i++) other |= (signed char)bytes[i] <= 0;
    return !other;
}

/* Only NULs so far say nothing about the encoding, and are text in none. */
static desig_encoding known(const dsg_encoding *encoding) {
    return encoding->declared == DESIG_ENCODING_DETECT ? DESIG_ENCODING_UTF8 : encoding->declared;
}

desig_result dsg_encoding_to_utf8(dsg_encoding *encoding, const char **bytes, size_t *length, size_t ahead,
                                  dsg_encoding_finding *finding) {
    desig_result result;
    *finding = (dsg_encoding_finding){0};
    if (is_plain(*bytes, *length)) return DESIG_OK;
    if (encoding->declared <= DESIG_ENCODING_UTF8) {
        size_t valid = dsg_utf8_valid(*bytes, *length);
        if (valid == *length) encoding->declared = DESIG_ENCODING_UTF8;
        if (valid == *length) return DESIG_OK;
        if (encoding->declared == DESIG_ENCODING_DETECT && (*bytes)[valid] != '\0') {
            encoding->declared =
                looks_like_utf8(*bytes, ahead) ? DESIG_ENCODING_UTF8 : DESIG_ENCODING_WINDOWS_1252;
            finding->detected_1252 = encoding->declared == DESIG_ENCODING_WINDOWS_1252;
        }
    }
    result = convert(known(encoding), *bytes, *length, &encoding->converted, finding);
    if (result != DESIG_OK) return result;
    *bytes = encoding->converted.bytes;
    *length = encoding->converted.length;
    return DESIG_OK;
}

int dsg_encoding_is_text(const dsg_encoding *encoding, const char *bytes, size_t length) {
    if (length == 0 || is_plain(bytes, length)) return 1;
    for (size_t at = 0, taken; at < length; at += taken) {
        char character[4];
        if (convert_one(known(encoding), bytes + at, length - at, &taken, character) == 0) return 0;
    }
    return 1;
}
