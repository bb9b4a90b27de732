/* Acronyms: the initials of a group's words, `PFLP`. */
#ifndef DSG_NAMES_ACRONYM_H
#define DSG_NAMES_ACRONYM_H

#include "names/parts.h"

enum { DSG_ACRONYM_LEAST = 3, DSG_ACRONYM_MOST = 8, DSG_ACRONYMS = 2 };

typedef struct dsg_acronym {
    size_t length;
    char text[DSG_ACRONYM_MOST];
} dsg_acronym;

/* The acronyms of a name: without the initials of its legal forms, and with them if it has any. How many. */
size_t dsg_acronyms_of(const dsg_name_part *parts, size_t count, dsg_acronym out[DSG_ACRONYMS]);

/* Whether a part may be an acronym, and is this one. */
int dsg_part_may_be_acronym(const dsg_name_part *part);
int dsg_part_is_acronym(const dsg_name_part *part, const dsg_acronym *acronym);

/* The key under which a group's acronym is found. */
uint32_t dsg_acronym_key(const char *text, size_t length);

/* Mark the parts that repeat the others as their acronym: `Daedong Credit Bank (DCB)`. */
void dsg_acronym_mark(dsg_name_parts *parts);

#endif
