/* Hashes: the same on every machine. */
#include "base/hash.h"

#include <criterion/criterion.h>
#include <string.h>

/* Made by another implementation. */
static const struct {
    const char *text;
    uint64_t key, hash;
} vector[] = {
    {"", UINT64_C(0), UINT64_C(0x42bc986dc5eec4d3)},
    {"a", UINT64_C(0), UINT64_C(0x6cf84e5a2465e867)},
    {"abc", UINT64_C(0), UINT64_C(0xb4808df22d44ffcf)},
    {"abcd", UINT64_C(0), UINT64_C(0x8cd6fedc542c39e1)},
    {"us-ofac", UINT64_C(0), UINT64_C(0x546c16962bce0c44)},
    {"us-ofac:", UINT64_C(0), UINT64_C(0x0c6a4f41321d5e13)},
    {"us-ofac:17927", UINT64_C(0), UINT64_C(0x036576073204e438)},
    {"Abdulmalik al Houthi, leader of Ansarallah", UINT64_C(0), UINT64_C(0x4e5a31bf32cdffe0)},
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
     UINT64_C(0), UINT64_C(0xaaa82dc056a22403)},
    {"us-ofac:17927", UINT64_C(1), UINT64_C(0x689ac9ad46cb3499)},
    {"us-ofac:17927", UINT64_C(0xffffffffffffffff), UINT64_C(0x5aaed7fc807bf86f)},
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
