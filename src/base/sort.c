#include "base/sort.h"

#include <string.h>

/* Merge items[0, middle) and items[middle, count), both in order. */
static void merge(const void **items, const void **scratch, size_t middle, size_t count, dsg_order order,
                  const void *context) {
    size_t left = 0, right = middle, at = 0;
    if (order(context, items[middle - 1], items[middle]) <= 0) return;
    memcpy(scratch, items, middle * sizeof *items);
    while (left < middle && right < count) {
        int take_right = order(context, scratch[left], items[right]) > 0;
        items[at++] = take_right ? items[right++] : scratch[left++];
    }
    memcpy(items + at, scratch + left, (middle - left) * sizeof *items);
}

void dsg_sort(const void **items, const void **scratch, size_t count, dsg_order order, const void *context) {
    for (size_t run = 1; run < count; run *= 2) {
        for (size_t start = 0; count - start > run; start += 2 * run) {
            size_t rest = count - start;
            merge(items + start, scratch, run, rest < 2 * run ? rest : 2 * run, order, context);
            if (rest <= 2 * run) break;
        }
    }
}
