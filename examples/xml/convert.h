/* What every program that brings in a list from XML does besides: NAME FILE|- [--to FORMAT] [-o FILE] */
#ifndef EXAMPLES_XML_CONVERT_H
#define EXAMPLES_XML_CONVERT_H

#include "by_id.h"
#include "dossier.h"
#include "xml.h"

#include <desig/desig.h>

typedef struct conversion {
    const char *source; /* the prefix of its ids: "un-sc" */
    desig_list *list;   /* NULL until convert_start() */
    by_id told;         /* paths of what is not known: each is told once */
    store paths;
} conversion;

/** Start the list, of the day of which it speaks; "" where that is not known. Returns 0, or tells. */
int convert_start(conversion *into, const xml_node *node, const char *day);

/** Keep what nobody read of a tree as facts of a party, each under its path, and tell of it. */
void convert_unread(conversion *into, xml_node *tree, dossier *party);

/** Add a party to the list. An id that the list has already gets what tells it apart behind it. Returns 0,
 * or tells. */
int convert_add(conversion *into, const xml_node *node, dossier *party, const char *apart);

/** Keep what stands outside all items, and belongs to no party, in a record of its own. Returns 0, or tells.
 */
int convert_other(conversion *into, xml_node *node);

/** Read the file that the arguments name; `finish` (NULL: nothing) adds what is left to add; then write the
 * list. After a failure nothing is written. Returns the program's exit status: 0, or 2. */
int convert(int argc, char **argv, conversion *into, const xml_task *task, int (*finish)(void *context));

#endif
