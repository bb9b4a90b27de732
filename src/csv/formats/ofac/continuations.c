#include "csv/formats/ofac/continuations.h"

#include "base/hash.h"
#include "base/memory.h"

#include <string.h>

enum { FIRST_SLOTS = 64 };

void dsg_ofac_continuations_init(dsg_ofac_continuations *all, const desig_allocator *allocator) {
    memset(all, 0, sizeof *all);
    all->allocator = allocator;
}

/* A continuation's number and text lie in one block. */
static size_t block_size(const dsg_ofac_continuation *item) {
    return strlen(item->number) + 1 + strlen(item->text) + 1;
}

void dsg_ofac_continuations_free(dsg_ofac_continuations *all) {
    size_t i;
    for (i = 0; i < all->count; i++)
        dsg_release(all->allocator, (void *)(uintptr_t)all->items[i].number, block_size(&all->items[i]));
    dsg_release(all->allocator, all->items, all->capacity * sizeof *all->items);
    dsg_release(all->allocator, all->slots, all->slot_count * sizeof *all->slots);
    memset(all, 0, sizeof *all);
}

/* The slot of a number and list, or the free one where it would stand. */
static size_t slot_of(const dsg_ofac_continuations *all, const char *number, size_t length,
                      int consolidated) {
    size_t at = (size_t)dsg_hash(number, length) & (all->slot_count - 1);
    while (all->slots[at] != 0) {
        const dsg_ofac_continuation *item = &all->items[all->slots[at] - 1];
        if (item->consolidated == consolidated && strcmp(item->number, number) == 0) break;
        at = (at + 1) & (all->slot_count - 1);
    }
    return at;
}

static desig_result enlarge_slots(dsg_ofac_continuations *all) {
    size_t count = all->slot_count == 0 ? FIRST_SLOTS : 2 * all->slot_count, i;
    uint32_t *slots = dsg_alloc(all->allocator, count * sizeof *slots);
    if (slots == NULL) return DESIG_E_NOMEM;
    memset(slots, 0, count * sizeof *slots);
    dsg_release(all->allocator, all->slots, all->slot_count * sizeof *all->slots);
    all->slots = slots;
    all->slot_count = count;
    for (i = 0; i < all->count; i++) {
        const char *number = all->items[i].number;
        slots[slot_of(all, number, strlen(number), all->items[i].consolidated)] = (uint32_t)i + 1;
    }
    return DESIG_OK;
}

static desig_result make_room(dsg_ofac_continuations *all) {
    dsg_ofac_continuation *items =
        dsg_grow(all->allocator, all->items, sizeof *items, all->count, &all->capacity);
    if (items == NULL) return DESIG_E_NOMEM;
    all->items = items;
    return 2 * (all->count + 1) > all->slot_count ? enlarge_slots(all) : DESIG_OK;
}

desig_result dsg_ofac_continuations_put(dsg_ofac_continuations *all, const dsg_cell *number,
                                        const dsg_cell *text, const dsg_ofac_continuation *from,
                                        int *is_new) {
    desig_result result = make_room(all);
    char *block;
    size_t slot;
    if (result != DESIG_OK) return result;
    slot = slot_of(all, number->text, number->length, from->consolidated);
    *is_new = all->slots[slot] == 0;
    if (!*is_new) return DESIG_OK;
    block = dsg_alloc(all->allocator, number->length + 1 + text->length + 1);
    if (block == NULL) return DESIG_E_NOMEM;
    memcpy(block, number->text, number->length + 1);
    memcpy(block + number->length + 1, text->text, text->length + 1);
    all->items[all->count] = *from;
    all->items[all->count].number = block;
    all->items[all->count].text = block + number->length + 1;
    all->slots[slot] = (uint32_t)++all->count;
    return DESIG_OK;
}

const dsg_ofac_continuation *dsg_ofac_continuations_take(dsg_ofac_continuations *all, const dsg_cell *number,
                                                         int consolidated) {
    int list;
    for (list = 0; all->count > 0 && list < 2; list++) {
        uint32_t found =
            all->slots[slot_of(all, number->text, number->length, list == 0 ? consolidated : !consolidated)];
        if (found == 0 || all->items[found - 1].used) continue;
        all->items[found - 1].used = 1;
        return &all->items[found - 1];
    }
    return NULL;
}
