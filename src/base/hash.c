#include "base/hash.h"

/* A multilinear hash in the manner of NH (UMAC, RFC 4418): eight bytes a step are a product of two 32-bit
 * numbers, each made of half of them and the key, and the products are summed. Steps do not wait for each
 * other, and no product needs more than 64 bits. The last eight bytes are a step of their own, which may
 * overlap the one before. */

static const uint64_t odd_a = UINT64_C(0xa0761d6478bd642f);
static const uint64_t odd_b = UINT64_C(0xe7037ed1a0b428db);
static const uint64_t odd_c = UINT64_C(0xd6e8feb86659fd93);

static uint64_t read32(const unsigned char *bytes) {
    return bytes[0] | (uint64_t)bytes[1] << 8 | (uint64_t)bytes[2] << 16 | (uint64_t)bytes[3] << 24;
}

static uint64_t read64(const unsigned char *bytes) {
    return read32(bytes) | read32(bytes + 4) << 32;
}

static uint64_t turn(uint64_t word) {
    return word << 32 | word >> 32;
}

/* The word itself is added, too, lest a product with 0 lose its other half. */
static uint64_t step(uint64_t word, uint64_t key) {
    uint64_t mixed = word + key;
    return (mixed & UINT32_MAX) * (mixed >> 32) + turn(word);
}

/* The last eight bytes, or all of them if there are fewer. */
static uint64_t read_end(const unsigned char *bytes, size_t length) {
    if (length >= 8) return read64(bytes + length - 8);
    if (length >= 4) return read32(bytes) << 32 | read32(bytes + length - 4);
    if (length == 0) return 0;
    return (uint64_t)bytes[0] << 16 | (uint64_t)bytes[length / 2] << 8 | bytes[length - 1];
}

uint64_t dsg_hash_seeded(const void *bytes, size_t length, uint64_t key) {
    const unsigned char *at = bytes;
    uint64_t hash = (uint64_t)length * odd_b;
    key ^= odd_a;
    for (size_t left = length; left > 8; left -= 8, at += 8, key += odd_b) hash += step(read64(at), key);
    hash += step(read_end(bytes, length), key);
    hash = (hash ^ hash >> 32) * odd_c;
    return hash ^ hash >> 32;
}

uint64_t dsg_hash(const void *bytes, size_t length) {
    return dsg_hash_seeded(bytes, length, 0);
}
