/* The parties of an Advanced XML document. */
#ifndef EXAMPLES_OFAC_PARTIES_H
#define EXAMPLES_OFAC_PARTIES_H

#include "numbered.h"

/** Return the record of a profile; one without names where the document has no such party. */
dossier *party_of(advanced *in, const xml_node *node, const char *profile);

int take_party(void *context, xml_node *node);

#endif
