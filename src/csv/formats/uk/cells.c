#include "csv/formats/uk/uk.h"

#include "base/hash.h"

uint32_t dsg_gb_group(const dsg_cursor *cursor, enum dsg_gb_column first, enum dsg_gb_column last) {
    uint64_t hash = 0;
    for (size_t column = first; column <= (size_t)last; column++) {
        dsg_piece text = dsg_text_of(cursor, column);
        hash = dsg_hash_seeded(text.length == 0 ? "" : text.bytes, text.length, hash);
    }
    hash ^= hash >> 32;
    return (uint32_t)hash == 0 ? 1 : (uint32_t)hash;
}

desig_result dsg_gb_keep_cell(dsg_cursor *cursor, size_t rule) {
    desig_fact fact = {.type = DESIG_FACT_OTHER, .group = cursor->group};
    dsg_piece text = dsg_text_of(cursor, rule);
    return text.length == 0 ? DESIG_OK : dsg_add_value(cursor, dsg_column_of(cursor, rule), &fact, text);
}
