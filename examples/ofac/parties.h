/* The parties of an Advanced XML document, and what of it has a number: words, places, documents. */
#ifndef EXAMPLES_OFAC_PARTIES_H
#define EXAMPLES_OFAC_PARTIES_H

#include "../xml/convert.h"

typedef struct ofac_party {
    dossier record;
    unsigned long line; /* where it stands */
    struct ofac_party *next;
} ofac_party;

typedef struct advanced {
    conversion into;
    by_id numbers; /* words by set and number, places, documents by identity, parties, entries */
    store kept;    /* what it finds */
    ofac_party *first, **end;
    unsigned long places, loose_documents;
} advanced;

/** Attributes that say nothing of a party: the document's own numbers. NULL ends them. */
extern const char *const ofac_own_numbers[];

/** Return the word of a set for a number, NULL where there is none or the word says nothing. */
const char *word_of(const advanced *from, const char *set, const char *id);

/** Return the code beside a word: a script's, an area's country. */
const char *code_of(const advanced *from, const char *set, const char *id);

/** Return the record of a profile; one without names where the document has no such party. */
dossier *party_of(advanced *in, const xml_node *node, const char *profile);

/* What to do with the items. */
int take_word(void *context, xml_node *node);
int take_place(void *context, xml_node *node);
int take_document(void *context, xml_node *node);
int take_party(void *context, xml_node *node);

#endif
