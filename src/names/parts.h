/* The parts of a name: its words, what they are, and how much they weigh. */
#ifndef DSG_NAMES_PARTS_H
#define DSG_NAMES_PARTS_H

#include "base/fold.h"
#include "names/sounds.h"
#include "names/words.h"

enum {
    DSG_NAME_PARTS = 32, /* further ones do not count */
    DSG_PART_BYTES = 48  /* further ones of a part do not count */
};

/* Borrowed texts, none NUL-terminated. */
typedef struct dsg_name_part {
    const char *text;
    const char *sound;
    const char *skeleton;
    uint8_t text_length;
    uint8_t sound_length;
    uint8_t skeleton_length;
    uint8_t class;    /* a dsg_part_class */
    uint8_t nickname; /* stands among the nicknames */
    uint8_t
        syllable; /* of a script in which a syllable is a word: another one is another word, however near */
    uint8_t cut;  /* the last word of a name that may have been cut off in it */
    double weight;
} dsg_name_part;

/* Room for the letters of one part. */
typedef struct dsg_part_room {
    char text[DSG_PART_BYTES];
    char sound[DSG_SOUND_LETTERS];
    char skeleton[DSG_SOUND_LETTERS];
} dsg_part_room;

/* A name ready for comparison. Holds pointers into itself: never copy it. */
typedef struct dsg_name_parts {
    dsg_name_family family;
    size_t count;
    size_t
        surnames; /* how many parts at the end are family names for sure, since they stood before a comma */
    dsg_name_part part[DSG_NAME_PARTS];
    dsg_part_room room[DSG_NAME_PARTS];
} dsg_name_parts;

dsg_name_family dsg_family_of(unsigned kind);

/* Fold a name, put a person's into the order given, family, and split it (split.c). */
void dsg_parts_split(const char *name, dsg_name_family family, dsg_folded *folded, dsg_name_parts *out);

/* The weight of all parts. */
double dsg_parts_weight(const dsg_name_part *parts, size_t count);

dsg_text dsg_part_text(const dsg_name_part *part);

/* Copy, spell and classify a part. In a text of another script that writes no vowels, DSG_NO_VOWEL stands
 * where one may be (romanise.h). */
void dsg_part_spell(dsg_name_part *part, dsg_part_room *room, dsg_text text, dsg_name_family family);

/* The part that the first of these parts and its neighbour make when they are written as one word: `un jong`
 * and `unjong`, `abd al rahman` and `abdulrahman`. How many parts it takes, 0 if they are never written so.
 */
size_t dsg_part_join(const dsg_name_part *parts, size_t count, dsg_part_room *room, dsg_name_part *out);

/* What a part of this class and these letters weighs in a name of the family. */
double dsg_part_weight(const dsg_name_part *part, dsg_name_family family);

int dsg_part_is_telling(const dsg_name_part *part);

#endif
