/* What OFAC's words mean here. The Advanced XML names everything by numbers, and begins with the words for
 * them: its reference sets. The numbers are read from the file, and never known before; these tables only say
 * which of the library's words is meant by a word of OFAC's. What is in none of them keeps OFAC's word. */
#ifndef EXAMPLES_OFAC_WORDS_H
#define EXAMPLES_OFAC_WORDS_H

#include <desig/desig.h>

/** A value of a reference set: <PartySubType ID="4" PartyTypeID="1">Unknown</PartySubType>. */
typedef struct ofac_word {
    const char *text;
    const char *code; /* the attribute that matters in its set: PartyTypeID, ScriptCode, ... */
} ofac_word;

/** Name the attribute that matters in a set ("PartySubType"), or NULL. */
const char *ofac_code_of_set(const char *set);

/** Tell whether a word says nothing: "Unknown", "Undetermined". */
int ofac_says_nothing(const char *word);

desig_kind ofac_kind(const char *party_type, const char *sub_type);
desig_name_type ofac_name_type(const char *alias_type); /* "A.K.A." */
int ofac_is_family_name(const char *part_type);         /* "Last Name" */
desig_fact_type ofac_fact_type(const char *feature_type);

/** Return the tag of a list ("SDN List": SDN), or its own name. */
const char *ofac_list(const char *list);

/** Return the type of link for a relation ("Acting for or on behalf of": acts-for), else linked-to. */
const char *ofac_link_type(const char *relation);

/** Tell what an event of an entry ("Created") is: a desig_action_type; -1: not known. */
int ofac_action_type(const char *event);

/** Return the language tag of a script: "und-Cyrl"; NULL for Latin, "" for one that is not known. */
const char *ofac_language(const char *script_code);

#endif
