#include "base/hash.h"

#include <string.h>

/* A multiply-and-fold hash in the manner of wyhash (https://github.com/wangyi-fudan/wyhash, public domain):
 * 16 bytes a step, and the ends of a short text in two reads that may overlap. */

static const uint64_t prime_a = UINT64_C(0xa0761d6478bd642f);
static const uint64_t prime_b = UINT64_C(0xe7037ed1a0b428db);

static uint64_t read64(const unsigned char *bytes) {
    uint64_t word;
    memcpy(&word, bytes, sizeof word);
    return word;
}

static uint64_t read32(const unsigned char *bytes) {
    uint32_t word;
    memcpy(&word, bytes, sizeof word);
    return word;
}

/* The high and the low half of the 128-bit product, folded. */
static uint64_t fold(uint64_t a, uint64_t b) {
    __extension__ typedef unsigned __int128 wide;
    wide product = (wide)a * b;
    return (uint64_t)product ^ (uint64_t)(product >> 64);
}

uint64_t dsg_hash_seeded(const void *bytes, size_t length, uint64_t seed) {
    const unsigned char *at = bytes;
    uint64_t a = 0, b = 0;
    size_t left = length;
    seed ^= prime_a;
    for (; left > 16; left -= 16, at += 16) seed = fold(read64(at) ^ prime_b, read64(at + 8) ^ seed);
    if (left >= 8) {
        a = read64(at);
        b = read64(at + left - 8);
    } else if (left >= 4) {
        a = read32(at);
        b = read32(at + left - 4);
    } else if (left > 0) {
        a = (uint64_t)at[0] << 16 | (uint64_t)at[left / 2] << 8 | at[left - 1];
    }
    return fold(prime_b ^ (uint64_t)length, fold(a ^ prime_b, b ^ seed));
}

uint64_t dsg_hash(const void *bytes, size_t length) {
    return dsg_hash_seeded(bytes, length, 0);
}
