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
desig_name *dossier_name(dossier *of, const char *text, const desig_name *like);
desig_action *dossier_action(dossier *of, desig_action_type type);
desig_link *dossier_link(dossier *of, const char *type, const char *target);
desig_fact *dossier_fact(dossier *of, desig_fact_type type, const char *label, const char *value);

/** Add the names that one text packs, of the type, strength and number of `like`: `A; B`, `A (B; C)`,
 * `a) A b) B`. Brackets part names only beside a `;`: `X (Y)` is one name. */
void dossier_packed(dossier *of, const char *text, const desig_name *like);

/** Read a date; unknown where there is none. A day may carry the zone of whoever wrote it: 2001-01-25-05:00.
 */
desig_date dossier_date(const char *text);
int dossier_is_known(const desig_date *date);

/** Copy a text that a part is to point to; NULL stays NULL. */
const char *dossier_text(dossier *of, const char *text);

/** Add the record to a list. */
desig_result dossier_add(const dossier *of, const char *source, desig_list *list, desig_error *error);

/** Give its memory back; it is then empty and can be used again. */
void dossier_clear(dossier *of);

/** The language tag of a text in another script than Latin, by its first letter in one: "und-Arab"; NULL. */
const char *dossier_language(const char *text);

#endif
