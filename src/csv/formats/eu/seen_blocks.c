/* What earlier rows of an entity said. */
#include "csv/formats/eu/fsf.h"

#include "base/hash.h"

static void release(void *family_state, const desig_allocator *allocator) {
    dsg_eu_state *state = family_state;
    dsg_eu_listings_free(&state->listings, allocator);
    if (state->seen.table.allocator != NULL) dsg_digest_set_free(&state->seen);
}

const dsg_format_family dsg_eu_family = {
    .state_size = sizeof(dsg_eu_state), .finish = dsg_eu_add_listings, .release = release};

uint64_t dsg_eu_digest(const dsg_cursor *cursor, size_t first, size_t end) {
    uint64_t digest = 0;
    size_t rule;
    for (rule = first; rule < end; rule++) {
        if (dsg_cell_of(cursor, rule)->length == 0) continue;
        const dsg_piece cell = dsg_text_of(cursor, rule);
        if (cell.length > 0) digest = dsg_hash_seeded(cell.bytes, cell.length, digest + rule - first + 1);
    }
    return digest;
}

desig_result dsg_eu_seen(dsg_cursor *cursor, uint64_t digest, int *before) {
    dsg_eu_state *state = dsg_eu_state_of(cursor->import);
    uint64_t of_record = dsg_hash_seeded(&digest, sizeof digest, cursor->record);
    if (state->seen.table.allocator == NULL) dsg_digest_set_init(&state->seen, cursor->import->allocator);
    return dsg_digest_set_put(&state->seen, of_record == 0 ? 1 : of_record, before);
}
