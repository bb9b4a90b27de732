/* SHA-256 (FIPS 180-4). The library uses it for ids that are made of content, and wherever somebody might
 * gain from two inputs that collide. */
#ifndef DSG_BASE_DIGEST_H
#define DSG_BASE_DIGEST_H

#include <stddef.h>
#include <stdint.h>

enum {
    DSG_DIGEST_BYTES = 32,
    DSG_DIGEST_HEX = 2 * DSG_DIGEST_BYTES + 1, /* room for all digits and a NUL */
    DSG_DIGEST_ID = 33                         /* room for the 32 digits that an id has, and a NUL */
};

/* A digest in the making. The state is nettle's; digest.c checks that it fits. */
typedef struct dsg_digest {
    uint64_t state[16];
} dsg_digest;

void dsg_digest_begin(dsg_digest *digest);
void dsg_digest_add(dsg_digest *digest, const void *bytes, size_t length);

/* Add a number in eight bytes, the lowest first: the same on every machine. */
void dsg_digest_add_number(dsg_digest *digest, uint64_t number);

/* Add a text with its length before it, so that no two series of texts are the same bytes. NULL differs from
 * every text. */
void dsg_digest_add_text(dsg_digest *digest, const char *text);

/* Give the digest. It can then be begun again. */
void dsg_digest_end(dsg_digest *digest, uint8_t bytes[DSG_DIGEST_BYTES]);

/* Give the first (size - 1) / 2 bytes of the digest in hex digits, and a NUL. */
void dsg_digest_end_hex(dsg_digest *digest, char *hex, size_t size);

/* The digest of some bytes in one call. */
void dsg_digest_of(const void *bytes, size_t length, uint8_t digest[DSG_DIGEST_BYTES]);
void dsg_digest_hex_of(const void *bytes, size_t length, char *hex, size_t size);

#endif
