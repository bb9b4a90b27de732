/* A hash of bytes, for tables in memory and digests of rows. */
#ifndef DSG_BASE_HASH_H
#define DSG_BASE_HASH_H

#include <stddef.h>
#include <stdint.h>

uint64_t dsg_hash(const void *bytes, size_t length);

/* Another hash for every seed. */
uint64_t dsg_hash_seeded(const void *bytes, size_t length, uint64_t seed);

#endif
