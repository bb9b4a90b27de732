#include "base/digest_set.h"

#include "base/hash.h"
#include "base/memory.h"

void dsg_digest_set_init(dsg_digest_set *seen, const desig_allocator *allocator) {
    *seen = (dsg_digest_set){.capacity = 0};
    dsg_table_init(&seen->table, allocator);
}

void dsg_digest_set_free(dsg_digest_set *seen) {
    dsg_release(seen->table.allocator, seen->digests, seen->capacity * sizeof *seen->digests);
    dsg_table_free(&seen->table);
    seen->digests = NULL;
    seen->capacity = 0;
}

void dsg_digest_set_clear(dsg_digest_set *seen) {
    dsg_table_clear(&seen->table);
}

uint64_t dsg_digest_set_digest(const void *bytes, size_t length) {
    uint64_t digest = dsg_hash(bytes, length);
    return digest == 0 ? 1 : digest;
}

void dsg_digest_set_expect(const dsg_digest_set *seen, uint64_t digest) {
    dsg_table_expect(&seen->table, (uint32_t)digest);
}

static int has(const dsg_digest_set *seen, uint64_t digest) {
    size_t at = (uint32_t)digest;
    uint32_t item;
    while ((item = dsg_table_seek(&seen->table, (uint32_t)digest, &at)) != DSG_TABLE_END)
        if (seen->digests[item] == digest) return 1;
    return 0;
}

desig_result dsg_digest_set_put(dsg_digest_set *seen, uint64_t digest, int *before) {
    size_t count = seen->table.count;
    *before = has(seen, digest);
    if (*before) return DESIG_OK;
    uint64_t *digests =
        dsg_grow(seen->table.allocator, seen->digests, sizeof *digests, count, &seen->capacity);
    if (!digests) return DESIG_E_NOMEM;
    seen->digests = digests;
    digests[count] = digest;
    return dsg_table_add(&seen->table, (uint32_t)digest, (uint32_t)count);
}
