/* Allocation through a caller's allocator. */
#ifndef DSG_BASE_MEMORY_H
#define DSG_BASE_MEMORY_H

#include <desig/desig.h>

/* Blocks of this size and its multiples come in huge pages, where the system has them. */
#define DSG_HUGE_PAGE ((size_t)2 * 1024 * 1024)

/* The malloc() allocator that NULL stands for. */
desig_allocator dsg_allocator_or_default(const desig_allocator *allocator);

void *dsg_alloc(const desig_allocator *allocator, size_t size);
void dsg_release(const desig_allocator *allocator, void *block, size_t size);

/* Make room for one more item behind `count` in an array of *capacity items, which grows by half. Return the
 * array, or NULL when memory ends (it then stays where and as it was). */
void *dsg_grow(const desig_allocator *allocator, void *items, size_t item_size, size_t count,
               size_t *capacity);

/* Marks a function with large locals that must leave the stack when it returns, also where compilers would
 * make it a part of its caller. */
#if defined(__GNUC__)
#define DSG_OWN_FRAME __attribute__((noinline))
#else
#define DSG_OWN_FRAME
#endif

#endif
