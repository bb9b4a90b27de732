#include "search/identifier.h"

#include "base/fold.h"
#include "base/hash.h"

#include <string.h>

size_t dsg_identifier(const char *text, char out[DSG_IDENTIFIER_BYTES]) {
    dsg_folded folded;
    size_t count = 0;
    dsg_fold(text, &folded);
    for (size_t i = 0; i < folded.length; i++) {
        if (folded.text[i] == ' ') continue;
        if (count == DSG_IDENTIFIER_BYTES) return 0;
        out[count++] = folded.text[i];
    }
    return count;
}

int dsg_identifier_equal(const char *a, const char *b) {
    char left[DSG_IDENTIFIER_BYTES];
    char right[DSG_IDENTIFIER_BYTES];
    size_t length = dsg_identifier(a, left);
    return length > 0 && dsg_identifier(b, right) == length && memcmp(left, right, length) == 0;
}

uint32_t dsg_identifier_hash(const char *bytes, size_t length) {
    return (uint32_t)dsg_hash(bytes, length);
}
