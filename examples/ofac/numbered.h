/* What has a number in an Advanced XML document, and is pointed to by it: words, places, papers. They stand
 * before the parties. */
#ifndef EXAMPLES_OFAC_NUMBERED_H
#define EXAMPLES_OFAC_NUMBERED_H

#include "xml/convert.h"

typedef struct ofac_party {
    dossier record;
    const char *file; /* where it stands */
    unsigned long line, column;
    struct ofac_party *next;
} ofac_party;

typedef struct advanced {
    conversion into;
    by_id numbers; /* words by set and number, places, documents by identity, parties, entries */
    store kept;    /* what it finds */
    ofac_party *first, **end;
    struct document *documents; /* all, the last one first */
} advanced;

/** Attributes that say nothing of a party: the document's own numbers. */
extern const char ofac_own_numbers[];

/** Return the word of a set for a number, NULL where there is none or the word says nothing. */
const char *word_of(const advanced *from, const char *set, const char *id);

/** Return the code beside a word: a script's, an area's country. */
const char *code_of(const advanced *from, const char *set, const char *id);

typedef struct place_line {
    const char *label, *text;
    struct place_line *next;
} place_line;

typedef struct place {
    const char *country;
    place_line *lines;
} place;

/** Copy a text that is to live as long as the document's numbers; NULL stays NULL. */
char *keep(advanced *in, const char *text);

/** Make a number of one, 0 where there is none: parts of one thing share it. */
uint32_t group_of(const char *id);

/** Add the lines of a place as an address. */
void add_address(dossier *to, const place *at, const char *id, const char *note);

/** Return a place in one line: `Baghdad, Iraq`. */
const char *line_of(dossier *to, const place *at);

/** Add the documents of an identity. */
void add_documents(advanced *in, dossier *to, const char *identity);

/** Add the documents that are of no party of the document to a record, and return how many there are. */
unsigned long add_loose_documents(advanced *in, dossier *to);

/* What to do with these items. */
int take_word(void *context, xml_node *node);
int take_place(void *context, xml_node *node);
int take_document(void *context, xml_node *node);

#endif
