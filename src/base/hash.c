#include "base/hash.h"

#include <string.h>

static uint64_t read64(const unsigned char *bytes) {
    uint64_t word;
    memcpy(&word, bytes, sizeof word);
    return word;
}

static uint64_t mix(uint64_t value) {
    value ^= value >> 32;
    value *= UINT64_C(0xd6e8feb86659fd93);
    value ^= value >> 32;
    return value;
}

uint64_t dsg_hash_seeded(const void *bytes, size_t length, uint64_t seed) {
    const unsigned char *at = bytes;
    uint64_t hash = seed ^ (uint64_t)length;
    uint64_t tail = 0;
    while (length >= 8) {
        hash = mix(hash ^ read64(at)) * UINT64_C(0x9fb21c651e98df25);
        at += 8;
        length -= 8;
    }
    if (length > 0) memcpy(&tail, at, length);
    return mix(mix(hash ^ tail) * UINT64_C(0x9fb21c651e98df25));
}

uint64_t dsg_hash(const void *bytes, size_t length) {
    return dsg_hash_seeded(bytes, length, UINT64_C(0x9e3779b97f4a7c15));
}
