/* Digests: the same on every machine, and those of the standard. */
#include "base/digest.h"

#include <criterion/criterion.h>
#include <string.h>

static void expect(dsg_digest *digest, const char *hex, const char *what) {
    char got[DSG_DIGEST_HEX];
    dsg_digest_end_hex(digest, got, sizeof got);
    cr_expect_str_eq(got, hex, "%s: %s", what, got);
}

Test(digest, standard_vectors) { /* FIPS 180-4 and NIST's CAVP */
    static const struct {
        const char *text, *hex;
    } all[] = {
        {"", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},
        {"abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"},
        {"abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
         "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"},
    };
    dsg_digest digest;
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        dsg_digest_begin(&digest);
        dsg_digest_add(&digest, all[i].text, strlen(all[i].text));
        expect(&digest, all[i].hex, all[i].text);
    }
    dsg_digest_begin(&digest); /* a million times "a", in steps that split the blocks */
    for (int i = 0; i < 1000000 / 50; i++)
        dsg_digest_add(&digest, "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", 50);
    expect(&digest, "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0", "a million a");
}

Test(digest, numbers_are_little_endian) {
    dsg_digest as_number, as_bytes;
    char number[DSG_DIGEST_HEX];
    dsg_digest_begin(&as_number);
    dsg_digest_add_number(&as_number, UINT64_C(0x0807060504030201));
    dsg_digest_end_hex(&as_number, number, sizeof number);
    dsg_digest_begin(&as_bytes);
    dsg_digest_add(&as_bytes, "\1\2\3\4\5\6\7\10", 8);
    expect(&as_bytes, number, "eight bytes");
}

Test(digest, texts_do_not_run_together) {
    static const char *const series[][2] = {
        {"ab", "c"}, {"a", "bc"}, {"abc", ""}, {"abc", NULL}, {NULL, "abc"}};
    enum { COUNT = sizeof series / sizeof *series };
    char hex[COUNT][DSG_DIGEST_ID];
    for (size_t i = 0; i < COUNT; i++) {
        dsg_digest digest;
        dsg_digest_begin(&digest);
        for (size_t j = 0; j < 2; j++) dsg_digest_add_text(&digest, series[i][j]);
        dsg_digest_end_hex(&digest, hex[i], sizeof hex[i]);
        cr_expect_eq(strlen(hex[i]), 32);
        for (size_t j = 0; j < i; j++) cr_expect_str_neq(hex[i], hex[j], "series %zu and %zu", i, j);
    }
}

Test(digest, at_once) {
    uint8_t bytes[DSG_DIGEST_BYTES];
    dsg_digest_of("abc", 3, bytes);
    cr_expect_eq(bytes[0], 0xba);
    cr_expect_eq(bytes[31], 0xad);
    char hex[DSG_DIGEST_ID];
    dsg_digest_hex_of("abc", 3, hex, sizeof hex);
    cr_expect_str_eq(hex, "ba7816bf8f01cfea414140de5dae2223");
}
