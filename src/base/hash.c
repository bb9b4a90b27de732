#include "base/hash.h"

/* A multiply-and-fold hash in the manner of wyhash (https://github.com/wangyi-fudan/wyhash, public domain):
 * 16 bytes a step, and the ends of a short text in two reads that may overlap. */

static const uint64_t odd_a = UINT64_C(0xa0761d6478bd642f);
static const uint64_t odd_b = UINT64_C(0xe7037ed1a0b428db);

static uint64_t read32(const unsigned char *bytes) {
    return bytes[0] | (uint64_t)bytes[1] << 8 | (uint64_t)bytes[2] << 16 | (uint64_t)bytes[3] << 24;
}

static uint64_t read64(const unsigned char *bytes) {
    return read32(bytes) | read32(bytes + 4) << 32;
}

/* The high and the low half of the 128-bit product, folded; by halves, which every C11 compiler can multiply.
 */
static uint64_t fold(uint64_t a, uint64_t b) {
    const uint64_t a_low = a & UINT32_MAX, a_high = a >> 32, b_low = b & UINT32_MAX, b_high = b >> 32;
    const uint64_t low = a_low * b_low, one = a_high * b_low, other = a_low * b_high;
    const uint64_t middle = (low >> 32) + (one & UINT32_MAX) + (other & UINT32_MAX);
    return (middle << 32 | (low & UINT32_MAX)) ^
           (a_high * b_high + (one >> 32) + (other >> 32) + (middle >> 32));
}

uint64_t dsg_hash_seeded(const void *bytes, size_t length, uint64_t seed) {
    const unsigned char *at = bytes;
    uint64_t a = 0, b = 0;
    size_t left = length;
    seed ^= odd_a;
    for (; left > 16; left -= 16, at += 16) seed = fold(read64(at) ^ odd_b, read64(at + 8) ^ seed);
    if (left >= 8) {
        a = read64(at);
        b = read64(at + left - 8);
    } else if (left >= 4) {
        a = read32(at);
        b = read32(at + left - 4);
    } else if (left > 0) {
        a = (uint64_t)at[0] << 16 | (uint64_t)at[left / 2] << 8 | at[left - 1];
    }
    return fold(odd_b ^ (uint64_t)length, fold(a ^ odd_b, b ^ seed));
}

uint64_t dsg_hash(const void *bytes, size_t length) {
    return dsg_hash_seeded(bytes, length, 0);
}
