/* Hashes: the same on every machine. */
#include "base/hash.h"

#include <criterion/criterion.h>
#include <string.h>

/* Made by another implementation. */
static const struct {
    const char *text;
    uint64_t key, hash;
} vector[] = {
    {"", UINT64_C(0), UINT64_C(0x1ffe779dd4e56bf3)},
    {"a", UINT64_C(0), UINT64_C(0xc70658a2538124aa)},
    {"abc", UINT64_C(0), UINT64_C(0x6120807e4c5ed317)},
    {"abcd", UINT64_C(0), UINT64_C(0xde664ce1ab6c53ef)},
    {"us-ofac", UINT64_C(0), UINT64_C(0x635af98c8564170f)},
    {"us-ofac:", UINT64_C(0), UINT64_C(0x2a7b10c29ab45557)},
    {"us-ofac:17927", UINT64_C(0), UINT64_C(0x75d23f0f2871dc6a)},
    {"Abdulmalik al Houthi, leader of Ansarallah", UINT64_C(0), UINT64_C(0x919e65f1cbbe0e6f)},
    {"\xD8"
     "\xA3"
     "\xD9"
     "\x86"
     "\xD8"
     "\xB5"
     "\xD8"
     "\xA7"
     "\xD8"
     "\xB1"
     " \xD8"
     "\xA7"
     "\xD9"
     "\x84"
     "\xD9"
     "\x84"
     "\xD9"
     "\x87"
     "",
     UINT64_C(0), UINT64_C(0xb5781e779024f878)},
    {"us-ofac:17927", UINT64_C(1), UINT64_C(0xd1d3cf147163e3be)},
    {"us-ofac:17927", UINT64_C(0xffffffffffffffff), UINT64_C(0xaef67b545a968233)},
};

Test(hash, vector) {
    for (size_t i = 0; i < sizeof vector / sizeof *vector; i++) {
        const char *text = vector[i].text;
        uint64_t hash = dsg_hash_seeded(text, strlen(text), vector[i].key);
        cr_expect_eq(hash, vector[i].hash, "%s: %llx", text, (unsigned long long)hash);
    }
    cr_expect_eq(dsg_hash("abc", 3), dsg_hash_seeded("abc", 3, 0));
}

Test(hash, place_does_not_count) {
    char bytes[64];
    for (size_t at = 0; at < 16; at++) {
        memcpy(bytes + at, "us-ofac:17927", 13);
        cr_expect_eq(dsg_hash(bytes + at, 13), dsg_hash("us-ofac:17927", 13), "%zu", at);
    }
}

/* Every bit of a text, and its length, count in the half that tables use. */
Test(hash, every_bit_counts) {
    char zeros[40] = {0}, other[40] = {0};
    for (size_t length = 1; length < sizeof zeros; length++) {
        uint32_t of_zeros = (uint32_t)dsg_hash(zeros, length);
        cr_expect_neq(of_zeros, (uint32_t)dsg_hash(zeros, length - 1), "length %zu", length);
        for (size_t bit = 0; bit < 8 * length; bit++) {
            other[bit / 8] = (char)(1U << bit % 8);
            cr_expect_neq(of_zeros, (uint32_t)dsg_hash(other, length), "bit %zu of %zu", bit, length);
            other[bit / 8] = 0;
        }
    }
}
