/* Identifiers: what counts of a passport number, an IMO number or a wallet. */
#ifndef DSG_SEARCH_IDENTIFIER_H
#define DSG_SEARCH_IDENTIFIER_H

#include <stddef.h>
#include <stdint.h>

enum { DSG_IDENTIFIER_BYTES = 160 };

/* The letters and digits, without separators and case; how many bytes. An identifier of 0 bytes is none, and
 * one that is longer counts as none. */
size_t dsg_identifier(const char *text, char out[DSG_IDENTIFIER_BYTES]);

/* Whether both are the same identifier. */
int dsg_identifier_equal(const char *a, const char *b);

uint32_t dsg_identifier_hash(const char *bytes, size_t length);

#endif
