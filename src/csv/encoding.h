/* Makes sure that a row is UTF-8. */
#ifndef DSG_CSV_ENCODING_H
#define DSG_CSV_ENCODING_H

#include "base/buffer.h"

typedef struct dsg_encoding {
    desig_encoding declared; /* what is left of DETECT once the first bytes beyond ASCII have been seen */
    dsg_buffer converted;
} dsg_encoding;

typedef struct dsg_encoding_finding {
    size_t replaced;       /* bytes that are no text in this encoding: each is now U+FFFD */
    size_t first_replaced; /* offset of the first one in the original bytes */
    int has_nul;           /* one of them was NUL */
    int detected_1252;     /* this row showed that the file is Windows-1252 */
} dsg_encoding_finding;

void dsg_encoding_init(dsg_encoding *encoding, const desig_allocator *allocator, desig_encoding declared);
void dsg_encoding_free(dsg_encoding *encoding);

/* Replace *bytes and *length by their UTF-8 form, without NUL: themselves, or a buffer that lives until the
 * next call. `ahead` are the bytes at hand that follow the row's start, for detection. DESIG_E_NOMEM. */
desig_result dsg_encoding_to_utf8(dsg_encoding *encoding, const char **bytes, size_t *length, size_t ahead,
                                  dsg_encoding_finding *finding);

/* Whether bytes are text in the encoding, as far as it is known by now, and hold no NUL. */
int dsg_encoding_is_text(const dsg_encoding *encoding, const char *bytes, size_t length);

#endif
