/* The parts of a name: its words, what they are, and how much they weigh. */
#ifndef DSG_NAMES_PARTS_H
#define DSG_NAMES_PARTS_H

#include "base/fold.h"
#include "names/sounds.h"

#include <desig/desig.h>

enum {
    DSG_NAME_PARTS = 32, /* further ones do not count */
    DSG_PART_BYTES = 48  /* further ones of a part do not count */
};

/* Whose words a name is made of. Of an unknown kind it may be either. */
typedef enum dsg_name_family {
    DSG_FAMILY_PERSON = 1,
    DSG_FAMILY_THING = 2, /* groups, vessels, aircraft */
    DSG_FAMILY_ANY = 3
} dsg_name_family;

/* The telling classes come first: a name is never found by parts of the other classes alone. */
typedef enum dsg_part_class {
    DSG_CLASS_PLAIN = 0,
    DSG_CLASS_COMMON,     /* so common in names or among businesses that it tells little */
    DSG_CLASS_FREQUENT,   /* of groups: many bear it, though it says something (a country, a star) */
    DSG_CLASS_PATRONYMIC, /* often left out */
    DSG_CLASS_NUMBER,     /* 3, 64th */
    DSG_CLASS_PREFIX,     /* abu, umm: says little without the next part, but is seldom left out */
    DSG_CLASS_PARTICLE,   /* al, bin, de, of, and */
    DSG_CLASS_HONORIFIC,  /* sheikh, haji, dr */
    DSG_CLASS_LEGAL,      /* ltd, gmbh, ooo */
    DSG_CLASS_INITIAL,    /* one letter */
    DSG_CLASS_ACRONYM,    /* of a group: the initials of its other parts, beside them */
    DSG_CLASSES
} dsg_part_class;

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
    uint8_t cut;      /* the last word of a name that may have been cut off in it */
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
    dsg_folded folded; /* in the order given, family */
    dsg_name_family family;
    size_t count;
    dsg_name_part part[DSG_NAME_PARTS];
    dsg_part_room room[DSG_NAME_PARTS];
} dsg_name_parts;

dsg_name_family dsg_family_of(unsigned kind);

/* Fold a name and split it (split.c). */
void dsg_parts_split(const char *name, dsg_name_family family, dsg_name_parts *out);

/* Spell and classify a part whose text of `length` bytes is in its room. */
void dsg_part_spell(dsg_name_part *part, dsg_part_room *room, size_t length, dsg_name_family family);

/* The part that the first of these parts and its neighbour make when they are written as one word: `un jong`
 * and `unjong`, `abd al rahman` and `abdulrahman`. How many parts it takes, 0 if they are never written so.
 */
size_t dsg_part_join(const dsg_name_part *parts, size_t count, dsg_part_room *room, dsg_name_part *out);

/* What a part of this class and these letters weighs in a name of the family. */
double dsg_part_weight(const dsg_name_part *part, dsg_name_family family);

int dsg_part_is_telling(const dsg_name_part *part);

/* ---- words.c ---- */

/* The words whose class is known, sorted by text. */
typedef struct dsg_word {
    const char *text;
    uint8_t class;
    uint8_t families; /* in which it has the class */
} dsg_word;

extern const dsg_word dsg_words[];
extern const size_t dsg_word_count;

/* The word that a part is, NULL if its class is not known. */
const dsg_word *dsg_word_find(const dsg_name_part *part, dsg_name_family family);

/* ---- names.c ---- */

/* Of persons: DSG_CLASS_COMMON unless dsg_words says otherwise; sorted. */
extern const char *const dsg_common_names[];
extern const size_t dsg_common_name_count;

/* ---- nicknames.c ---- */

typedef enum dsg_nickname_kind {
    DSG_NICKNAME_NONE = 0,
    DSG_NICKNAME_FAMILIAR, /* Bill for William: not all who bear the one use the other */
    DSG_NICKNAME_ROMANISED /* the same name by other rules of transcription */
} dsg_nickname_kind;

/* Sorted by nickname; one may stand for several names. */
typedef struct dsg_nickname {
    const char *nickname, *name;
    uint8_t kind; /* a dsg_nickname_kind */
} dsg_nickname;

/* The first row of a part that is a nickname, and how many there are. */
const dsg_nickname *dsg_nicknames_of(const dsg_name_part *part, size_t *count);

/* How two folded texts are ordered. */
int dsg_part_compare_text(const dsg_name_part *part, const char *text);

#endif
