/* Reading OFAC's files in tests, and putting what was read into words. */
#ifndef TESTS_OFAC_LISTS_H
#define TESTS_OFAC_LISTS_H

#include "ofac_found.h"

typedef struct findings {
    size_t count;
    size_t orphans;
    char checks[1024]; /* "check line column field id;" of each, while there is room */
} findings;

/* The list of these files; the test ends if it cannot be read. `report` may be NULL. */
desig_list *ofac_read(const desig_source *sources, size_t count, findings *all, desig_report *report);

/* Likewise, given in an order that is not that of the formats. */
desig_list *ofac_read_paths(const ofac_paths *paths, findings *all, desig_report *report);

/* Likewise, from memory. */
desig_list *ofac_read_text(const char *name, const char *text, findings *all);

/* The parts of a record in their order, a line each. Static storage, until the next call. */
const char *ofac_describe(const desig_record *record);

#endif
