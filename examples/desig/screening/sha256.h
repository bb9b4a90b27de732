/* SHA-256, by nettle (nothing else includes it). */
#ifndef TOOL_SHA256_H
#define TOOL_SHA256_H

#include <nettle/sha2.h>

#include <stddef.h>
#include <stdint.h>

enum { SHA256_HEX = 2 * SHA256_DIGEST_SIZE + 1 };

typedef struct sha256 {
    struct sha256_ctx state;
} sha256;

void sha256_begin(sha256 *digest);
void sha256_add(sha256 *digest, const void *bytes, size_t length);

/* Add a text with its length before it, so that no two series of texts are the same bytes; NULL is none of
 * them. */
void sha256_add_text(sha256 *digest, const char *text);

void sha256_end(sha256 *digest, uint8_t bytes[SHA256_DIGEST_SIZE]);
void sha256_hex(const uint8_t bytes[SHA256_DIGEST_SIZE], char hex[SHA256_HEX]);
void sha256_end_hex(sha256 *digest, char hex[SHA256_HEX]);

/* Digest a file and count its bytes. 0, or -1 with errno. */
int sha256_file(const char *path, char hex[SHA256_HEX], uint64_t *bytes);

#endif
