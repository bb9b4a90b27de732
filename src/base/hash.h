/* A hash of bytes, for tables in memory. It is the same on every machine, and whoever knows its key can make
 * collisions: compare the bytes, and give tables that hold other people's bytes a key of their own (table.h).
 * What must not collide needs a digest (digest.h). */
#ifndef DSG_BASE_HASH_H
#define DSG_BASE_HASH_H

#include <stddef.h>
#include <stdint.h>

uint64_t dsg_hash(const void *bytes, size_t length);

/* Another hash for every seed. */
uint64_t dsg_hash_seeded(const void *bytes, size_t length, uint64_t seed);

#endif
