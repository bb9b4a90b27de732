/* A record that grows: what is learnt of one party, until desig_list_add() takes a copy of it. */
#ifndef EXAMPLES_XML_DOSSIER_H
#define EXAMPLES_XML_DOSSIER_H

#include "store.h"

#include <desig/desig.h>

typedef struct dossier {
    const char *id;
    desig_kind kind;
    desig_name *names;
    desig_action *actions;
    desig_link *links;
    desig_fact *facts;
    uint32_t name_count, action_count, link_count, fact_count;
    store texts; /* it and its parts, and what they point to */
} dossier;

/** Add a part, and return it to be filled in; it stays where it is until the next one of its kind. Texts are
 * copied. */
desig_name *dossier_name(dossier *of, desig_name_type type, const char *text);
desig_action *dossier_action(dossier *of, desig_action_type type);
desig_link *dossier_link(dossier *of, const char *type, const char *target);
desig_fact *dossier_fact(dossier *of, desig_fact_type type, const char *label, const char *value);

/** Copy a text that a part is to point to; NULL stays NULL. */
const char *dossier_text(dossier *of, const char *text);

/** Add the record to a list. */
desig_result dossier_add(const dossier *of, const char *source, desig_list *list, desig_error *error);

/** Give its memory back; it is then empty and can be used again. */
void dossier_clear(dossier *of);

/** The language tag of a text in another script than Latin, by its first letter in one: "und-Arab"; NULL. */
const char *dossier_language(const char *text);

/** Make a list that knows the day of which it speaks, such as "2015-03-27". */
desig_result dossier_list(const char *day, desig_list **out, desig_error *error);

/** Write the list to a file, or to standard output for NULL. Tells what goes wrong; returns the program's
 * exit status. */
int dossier_write(const desig_list *list, const char *format, const char *path);

#endif
