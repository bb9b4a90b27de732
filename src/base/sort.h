/* A stable sort that takes a context and allocates nothing. */
#ifndef DSG_BASE_SORT_H
#define DSG_BASE_SORT_H

#include <stddef.h>

typedef int (*dsg_order)(const void *context, const void *a, const void *b);

/* Sort `count` pointers; `scratch` has room for as many. */
void dsg_sort(const void **items, const void **scratch, size_t count, dsg_order order, const void *context);

#endif
