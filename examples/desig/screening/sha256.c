#include "screening/sha256.h"

#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

enum { BLOCK = 64 * 1024 };

void sha256_begin(sha256 *digest) {
    sha256_init(&digest->state);
}

void sha256_add(sha256 *digest, const void *bytes, size_t length) {
    sha256_update(&digest->state, length, bytes);
}

void sha256_add_text(sha256 *digest, const char *text) {
    char length[24];
    snprintf(length, sizeof length, text ? "%zu:" : "-", text ? strlen(text) : 0);
    sha256_add(digest, length, strlen(length));
    if (text) sha256_add(digest, text, strlen(text));
}

void sha256_end(sha256 *digest, uint8_t bytes[SHA256_DIGEST_SIZE]) {
    sha256_digest(&digest->state, SHA256_DIGEST_SIZE, bytes);
}

void sha256_hex(const uint8_t bytes[SHA256_DIGEST_SIZE], char hex[SHA256_HEX]) {
    for (int i = 0; i < SHA256_DIGEST_SIZE; i++) snprintf(hex + 2 * i, 3, "%02" PRIx8, bytes[i]);
}

void sha256_end_hex(sha256 *digest, char hex[SHA256_HEX]) {
    uint8_t bytes[SHA256_DIGEST_SIZE];
    sha256_end(digest, bytes);
    sha256_hex(bytes, hex);
}

int sha256_file(const char *path, char hex[SHA256_HEX], uint64_t *bytes) {
    unsigned char buffer[BLOCK];
    sha256 digest;
    FILE *file = fopen(path, "rb");
    if (!file) return -1;
    sha256_begin(&digest);
    *bytes = 0;
    for (size_t length; (length = fread(buffer, 1, sizeof buffer, file)) > 0; *bytes += length)
        sha256_add(&digest, buffer, length);
    int failed = ferror(file) ? errno : 0;
    fclose(file);
    if (failed) return errno = failed, -1;
    sha256_end_hex(&digest, hex);
    return 0;
}
