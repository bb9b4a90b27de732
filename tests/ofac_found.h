/* Finding the content of OFAC's files again in the list that was read from them: cell by cell, Remarks as the
 * multiset of their pieces. It reads the files by itself, with nothing of the library. */
#ifndef TESTS_OFAC_FOUND_H
#define TESTS_OFAC_FOUND_H

#include <desig/desig.h>

typedef struct ofac_paths {
    const char *sdn;
    const char *add;      /* NULL: was not read */
    const char *alt;      /* likewise */
    const char *comments; /* likewise */
    int header;
} ofac_paths;

typedef struct ofac_found {
    size_t cells;    /* that are not null, or pieces of Remarks, or tags of Program */
    size_t lost;     /* of these, not in the list as they should be */
    size_t parts;    /* of all records, but for raw rows */
    size_t raw;      /* rows that are kept raw */
    size_t stated;   /* parts that the files account for */
    char first[512]; /* what was lost first */
} ofac_found;

ofac_found ofac_find_again(const desig_list *list, const ofac_paths *paths);

#endif
