#include "diff/record_pairs.h"

#include "base/ascii.h"
#include "base/memory.h"
#include "base/sort.h"
#include "diff/same_as.h"

#include <stdint.h>
#include <string.h>

/* ---- Order ---- */

/* Texts in which numbers count by their value: `us-ofac:36` comes before `us-ofac:4243`. */
static int compare_ids(const char *a, const char *b) {
    const char *const whole_a = a, *const whole_b = b;
    while (*a != '\0' && *b != '\0') {
        size_t digits_a = 0, digits_b = 0;
        int order;
        if (!dsg_is_digit(*a) || !dsg_is_digit(*b)) {
            if (*a != *b) break;
            a++, b++;
            continue;
        }
        while (*a == '0') a++;
        while (*b == '0') b++;
        while (dsg_is_digit(a[digits_a])) digits_a++;
        while (dsg_is_digit(b[digits_b])) digits_b++;
        if (digits_a != digits_b) return digits_a < digits_b ? -1 : 1;
        order = memcmp(a, b, digits_a);
        if (order != 0) return order;
        a += digits_a;
        b += digits_b;
    }
    if (*a == *b) return strcmp(whole_a, whole_b);
    return (unsigned char)*a < (unsigned char)*b ? -1 : 1;
}

static const char *id_of(const dsg_record_pair *pair) {
    return pair->before ? pair->before->id : pair->after->id;
}

static int compare_pairs(const void *context, const void *a, const void *b) {
    const dsg_record_pair *pair_a = a, *pair_b = b;
    int order = compare_ids(id_of(pair_a), id_of(pair_b));
    (void)context;
    if (order == 0 && pair_a->after && pair_b->after)
        order = compare_ids(pair_a->after->id, pair_b->after->id);
    return order;
}

static desig_result sort_pairs(dsg_record_pairs *pairs) {
    const size_t size = pairs->count * sizeof(void *);
    dsg_record_pair *sorted;
    const void **order;
    if (pairs->count < 2) return DESIG_OK;
    sorted = dsg_alloc(pairs->allocator, pairs->count * sizeof *sorted);
    order = dsg_alloc(pairs->allocator, 2 * size);
    if (!sorted || !order) {
        dsg_release(pairs->allocator, sorted, pairs->count * sizeof *sorted);
        dsg_release(pairs->allocator, order, 2 * size);
        return DESIG_E_NOMEM;
    }
    for (size_t i = 0; i < pairs->count; i++) order[i] = &pairs->items[i];
    dsg_sort(order, order + pairs->count, pairs->count, compare_pairs, NULL);
    for (size_t i = 0; i < pairs->count; i++) sorted[i] = *(const dsg_record_pair *)order[i];
    dsg_release(pairs->allocator, order, 2 * size);
    dsg_release(pairs->allocator, pairs->items, pairs->capacity * sizeof *pairs->items);
    pairs->items = sorted;
    pairs->capacity = pairs->count;
    return DESIG_OK;
}

/* ---- Pairs ---- */

static desig_result put(void *context, const desig_record *before, const desig_record *after,
                        desig_change_type type) {
    dsg_record_pairs *pairs = context;
    dsg_record_pair *items =
        dsg_grow(pairs->allocator, pairs->items, sizeof *items, pairs->count, &pairs->capacity);
    if (!items) return DESIG_E_NOMEM;
    pairs->items = items;
    items[pairs->count++] = (dsg_record_pair){before, after, type};
    return DESIG_OK;
}

static desig_result pair_by_id(dsg_record_pairs *pairs, const desig_list *before, const desig_list *after) {
    desig_result result = DESIG_OK;
    const desig_record *record;
    for (size_t i = 0; result == DESIG_OK && (record = desig_list_at(before, i)) != NULL; i++) {
        const desig_record *partner = desig_list_get(after, record->id);
        result = put(pairs, record, partner, !partner ? DESIG_CHANGE_REMOVED : DESIG_CHANGE_CHANGED);
    }
    for (size_t i = 0; result == DESIG_OK && (record = desig_list_at(after, i)) != NULL; i++)
        if (!desig_list_get(before, record->id)) result = put(pairs, NULL, record, DESIG_CHANGE_ADDED);
    return result;
}

desig_result dsg_record_pairs_make(dsg_record_pairs *pairs, const desig_allocator *allocator,
                                   const desig_list *before, const desig_list *after, desig_pairing pairing) {
    desig_result result;
    *pairs = (dsg_record_pairs){.allocator = allocator};
    result = pairing == DESIG_PAIR_BY_ID ? pair_by_id(pairs, before, after)
                                         : dsg_pair_by_same_as(allocator, before, after, put, pairs);
    if (result == DESIG_OK) result = sort_pairs(pairs);
    if (result != DESIG_OK) dsg_record_pairs_free(pairs);
    return result;
}

void dsg_record_pairs_free(dsg_record_pairs *pairs) {
    dsg_release(pairs->allocator, pairs->items, pairs->capacity * sizeof *pairs->items);
    *pairs = (dsg_record_pairs){.allocator = pairs->allocator};
}
