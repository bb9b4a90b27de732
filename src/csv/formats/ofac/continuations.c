#include "csv/formats/ofac/continuations.h"

#include "base/memory.h"

#include <string.h>

void dsg_ofac_continuations_init(dsg_ofac_continuations *all, const desig_allocator *allocator) {
    *all = (dsg_ofac_continuations){.allocator = allocator};
    dsg_table_init(&all->by_number, allocator);
}

/* A continuation's number and text lie in one block. */
static size_t block_size(const dsg_ofac_continuation *item) {
    return strlen(item->number) + 1 + strlen(item->text) + 1;
}

void dsg_ofac_continuations_free(dsg_ofac_continuations *all) {
    for (size_t i = 0; i < all->count; i++)
        dsg_release(all->allocator, (void *)(uintptr_t)all->items[i].number, block_size(&all->items[i]));
    dsg_release(all->allocator, all->items, all->capacity * sizeof *all->items);
    if (all->by_number.allocator) dsg_table_free(&all->by_number);
    memset(all, 0, sizeof *all);
}

static uint32_t find(const dsg_ofac_continuations *all, uint32_t hash, const char *number, int consolidated) {
    size_t at = hash;
    uint32_t item;
    while ((item = dsg_table_seek(&all->by_number, hash, &at)) != DSG_TABLE_END) {
        const dsg_ofac_continuation *found = &all->items[item];
        if (found->consolidated == consolidated && strcmp(found->number, number) == 0) break;
    }
    return item;
}

static desig_result make_room(dsg_ofac_continuations *all) {
    dsg_ofac_continuation *items =
        dsg_grow(all->allocator, all->items, sizeof *items, all->count, &all->capacity);
    if (!items) return DESIG_E_NOMEM;
    all->items = items;
    return dsg_table_reserve(&all->by_number, 1);
}

desig_result dsg_ofac_continuations_put(dsg_ofac_continuations *all, const dsg_cell *number,
                                        const dsg_cell *text, const dsg_ofac_continuation *from,
                                        int *is_new) {
    desig_result result = make_room(all);
    char *block;
    if (result != DESIG_OK) return result;
    uint32_t hash = dsg_table_hash(&all->by_number, number->text, number->length);
    *is_new = find(all, hash, number->text, from->consolidated) == DSG_TABLE_END;
    if (!*is_new) return DESIG_OK;
    block = dsg_alloc(all->allocator, number->length + 1 + text->length + 1);
    if (!block) return DESIG_E_NOMEM;
    memcpy(block, number->text, number->length + 1);
    memcpy(block + number->length + 1, text->text, text->length + 1);
    all->items[all->count] = *from;
    all->items[all->count].number = block;
    all->items[all->count].text = block + number->length + 1;
    dsg_table_put(&all->by_number, hash, (uint32_t)all->count++);
    return DESIG_OK;
}

const dsg_ofac_continuation *dsg_ofac_continuations_take(dsg_ofac_continuations *all, const dsg_cell *number,
                                                         int consolidated) {
    if (all->count == 0) return NULL;
    uint32_t hash = dsg_table_hash(&all->by_number, number->text, number->length);
    for (int list = 0; list < 2; list++) {
        uint32_t found = find(all, hash, number->text, list == 0 ? consolidated : !consolidated);
        if (found == DSG_TABLE_END || all->items[found].used) continue;
        all->items[found].used = 1;
        return &all->items[found];
    }
    return NULL;
}
