/* Two names, parted by the first line break, after a byte that says what kind of party they are: the score
 * lies in 0 to 1, does not depend on their order, and a name is the same as itself. */
#include "harness.h"

#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    char a[2048] = "", b[2048] = "";
    if (size < 1) return 0;
    desig_kind kind = (desig_kind)(data[0] % (DESIG_KIND_AIRCRAFT + 1));
    const uint8_t *names = data + 1;
    size_t length = size - 1;
    const uint8_t *end = length ? memchr(names, '\n', length) : NULL;
    size_t first = end ? (size_t)(end - names) : length;
    size_t second = end ? length - first - 1 : 0;
    if (first >= sizeof a || second >= sizeof b) return 0;
    memcpy(a, names, first);
    if (second) memcpy(b, end + 1, second);

    double score = desig_name_compare(a, b, kind);
    CHECK(score >= 0 && score <= 1);
    double turned = desig_name_compare(b, a, kind);
    CHECK(score >= turned && score <= turned);
    double self = desig_name_compare(a, a, kind); /* 0 if nothing is left of it after folding */
    CHECK(self >= 1 || self <= 0);
    CHECK(self >= score);
    return 0;
}
