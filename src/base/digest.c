#include "base/digest.h"

#include <nettle/sha2.h>
#include <string.h>

_Static_assert(sizeof(struct sha256_ctx) <= sizeof(dsg_digest), "nettle's state fits");
_Static_assert(_Alignof(struct sha256_ctx) <= _Alignof(dsg_digest), "nettle's state is aligned");
_Static_assert(SHA256_DIGEST_SIZE == DSG_DIGEST_BYTES, "the sizes of a digest agree");

static struct sha256_ctx *state_of(dsg_digest *digest) {
    return (struct sha256_ctx *)(void *)digest->state;
}

void dsg_digest_begin(dsg_digest *digest) {
    sha256_init(state_of(digest));
}

void dsg_digest_add(dsg_digest *digest, const void *bytes, size_t length) {
    if (length > 0) sha256_update(state_of(digest), length, bytes);
}

void dsg_digest_add_number(dsg_digest *digest, uint64_t number) {
    uint8_t bytes[8];
    for (int i = 0; i < 8; i++) bytes[i] = (uint8_t)(number >> 8 * i);
    dsg_digest_add(digest, bytes, sizeof bytes);
}

void dsg_digest_add_text(dsg_digest *digest, const char *text) {
    dsg_digest_add_number(digest, text ? strlen(text) : UINT64_MAX);
    if (text) dsg_digest_add(digest, text, strlen(text));
}

void dsg_digest_end(dsg_digest *digest, uint8_t bytes[DSG_DIGEST_BYTES]) {
    sha256_digest(state_of(digest), DSG_DIGEST_BYTES, bytes);
}

void dsg_digest_end_hex(dsg_digest *digest, char *hex, size_t size) {
    static const char digits[] = "0123456789abcdef";
    uint8_t bytes[DSG_DIGEST_BYTES];
    size_t count = (size - 1) / 2;
    dsg_digest_end(digest, bytes);
    for (size_t i = 0; i < count; i++) {
        hex[2 * i] = digits[bytes[i] >> 4];
        hex[2 * i + 1] = digits[bytes[i] & 15];
    }
    hex[2 * count] = '\0';
}

void dsg_digest_hex_of(const void *bytes, size_t length, char *hex, size_t size) {
    dsg_digest of_bytes;
    dsg_digest_begin(&of_bytes);
    dsg_digest_add(&of_bytes, bytes, length);
    dsg_digest_end_hex(&of_bytes, hex, size);
}

void dsg_digest_of(const void *bytes, size_t length, uint8_t digest[DSG_DIGEST_BYTES]) {
    dsg_digest of_bytes;
    dsg_digest_begin(&of_bytes);
    dsg_digest_add(&of_bytes, bytes, length);
    dsg_digest_end(&of_bytes, digest);
}
