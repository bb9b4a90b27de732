/* A hash of bytes, for tables in memory. It is the same on every machine. Whoever knows its key can make
 * collisions, so a table compares the bytes, and a table of other people's bytes has a key of its own
 * (table.h). Values that must not collide need a digest (digest.h). */
#ifndef DSG_BASE_HASH_H
#define DSG_BASE_HASH_H

#include <stddef.h>
#include <stdint.h>

uint64_t dsg_hash(const void *bytes, size_t length);

/* Another hash for every seed. */
uint64_t dsg_hash_seeded(const void *bytes, size_t length, uint64_t seed);

#endif
