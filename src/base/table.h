/* A hash table (open addressing) from hashes to items. An item is a number of something that the owner of
 * the table keeps and compares. The table never removes an item.
 *
 *     uint32_t hash = dsg_table_hash(&table, bytes, length), item;
 *     size_t at = hash;
 *     while ((item = dsg_table_seek(&table, hash, &at)) != DSG_TABLE_END)
 *         if (...things[item] has these bytes...) return item;
 *
 * Each table has a key of its own, which is made from its address. Nobody who writes the bytes can foresee
 * the order of the slots, and no result may depend on that order. */
#ifndef DSG_BASE_TABLE_H
#define DSG_BASE_TABLE_H

#include <desig/desig.h>

typedef struct dsg_table_slot {
    uint32_t hash;
    uint32_t item; /* its number + 1; 0: free */
} dsg_table_slot;

typedef struct dsg_table {
    const desig_allocator *allocator; /* outlives the table */
    dsg_table_slot *slots;
    size_t capacity; /* a power of two, or 0 */
    size_t count;
    uint64_t key;
} dsg_table;

#define DSG_TABLE_END UINT32_MAX /* no item */

void dsg_table_init(dsg_table *table, const desig_allocator *allocator);

/* Release the memory; the table is then empty, and can be used again. */
void dsg_table_free(dsg_table *table);

/* Empty the table, and keep its memory. */
void dsg_table_clear(dsg_table *table);

/* Make room for so many more items. DESIG_E_NOMEM: the table is as it was. */
desig_result dsg_table_reserve(dsg_table *table, size_t more);

/* Add an item (at most UINT32_MAX - 2) for which there is room. */
void dsg_table_put(dsg_table *table, uint32_t hash, uint32_t item);

/* Make room for an item, and add it. DESIG_E_NOMEM: the table is as it was. */
desig_result dsg_table_add(dsg_table *table, uint32_t hash, uint32_t item);

/* The hash of some bytes in this table. */
uint32_t dsg_table_hash(const dsg_table *table, const void *bytes, size_t length);

/* Have the memory fetched that dsg_table_seek() will need: a little later it costs nothing. */
void dsg_table_expect(const dsg_table *table, uint32_t hash);

/* The next item of this hash, DSG_TABLE_END when there are no more. *at is the hash before the first call. */
static inline uint32_t dsg_table_seek(const dsg_table *table, uint32_t hash, size_t *at) {
    if (table->capacity == 0) return DSG_TABLE_END;
    for (;;) {
        const dsg_table_slot *slot = &table->slots[*at & (table->capacity - 1)];
        if (slot->item == 0) return DSG_TABLE_END;
        ++*at;
        if (slot->hash == hash) return slot->item - 1;
    }
}

#endif
