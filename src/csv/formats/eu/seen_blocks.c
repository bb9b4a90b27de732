/* What earlier rows of an entity said, by SHA-256: who makes two names of one hash could have the second one
 * vanish, and the cells themselves would take as much memory as the list. */
#include "csv/formats/eu/fsf.h"

#include "base/digest.h"

#include <string.h>

static void release(void *family_state, const desig_allocator *allocator) {
    dsg_eu_state *state = family_state;
    dsg_eu_listings_free(&state->listings, allocator);
    if (!state->seen.arena) return;
    dsg_strings_free(&state->seen);
    dsg_arena_free(&state->seen_digests);
}

const dsg_format_family dsg_eu_family = {
    .state_size = sizeof(dsg_eu_state), .finish = dsg_eu_add_listings, .release = release};

int dsg_eu_is_empty(const dsg_cursor *cursor, size_t first, size_t end) {
    while (first < end && dsg_text_of(cursor, first).length == 0) first++;
    return first == end;
}

int dsg_eu_is_same(const dsg_cursor *cursor, size_t one, size_t other, size_t count) {
    for (size_t i = 0; i < count; i++) {
        dsg_piece a = dsg_text_of(cursor, one + i), b = dsg_text_of(cursor, other + i);
        if (a.length != b.length || (a.length > 0 && memcmp(a.bytes, b.bytes, a.length) != 0)) return 0;
    }
    return 1;
}

desig_result dsg_eu_see(dsg_cursor *cursor, uint32_t what, size_t first, size_t end, int *before) {
    dsg_eu_state *state = dsg_eu_state_of(cursor->import);
    uint8_t bytes[DSG_DIGEST_BYTES];
    dsg_digest digest;
    if (!state->seen.arena) {
        dsg_arena_init(&state->seen_digests, cursor->import->allocator);
        dsg_strings_init(&state->seen, &state->seen_digests);
    }
    size_t count = state->seen.table.count;
    dsg_digest_begin(&digest);
    dsg_digest_add_number(&digest, cursor->record);
    dsg_digest_add_number(&digest, what);
    dsg_digest_add_rules(&digest, cursor, first, end);
    dsg_digest_end(&digest, bytes);
    if (!dsg_strings_keep(&state->seen, (const char *)bytes, sizeof bytes)) return DESIG_E_NOMEM;
    *before = state->seen.table.count == count;
    return DESIG_OK;
}
