/* Interned strings: equal texts are kept once. */
#ifndef DSG_BASE_STRINGS_H
#define DSG_BASE_STRINGS_H

#include "base/arena.h"
#include "base/table.h"

typedef struct dsg_string {
    const char *text;
    size_t length;
} dsg_string;

typedef struct dsg_strings {
    dsg_arena *arena; /* the texts live here and outlive the table */
    dsg_table table;
    dsg_string *strings; /* by item */
    size_t capacity;
} dsg_strings;

void dsg_strings_init(dsg_strings *strings, dsg_arena *arena);

/* Release the table; the texts stay in the arena. */
void dsg_strings_free(dsg_strings *strings);

/* Return the one copy of a text, NULL when memory ends. */
const char *dsg_strings_keep(dsg_strings *strings, const char *bytes, size_t length);

#endif
