/* Words whose role in a name is known: particles, titles, legal forms, common names, nicknames. */
#ifndef DSG_NAMES_WORDS_H
#define DSG_NAMES_WORDS_H

#include <desig/desig.h>

/* Whose words a name is made of. A name of unknown kind may be either's. */
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

/* A folded word; not NUL-terminated. */
typedef struct dsg_text {
    const char *text;
    size_t length;
} dsg_text;

/* Most words differ from another in their first letter. */
static inline int dsg_text_is(dsg_text text, const char *word) {
    size_t i = 0;
    while (i < text.length && word[i] == text.text[i] && word[i] != '\0') i++;
    return i == text.length && word[i] == '\0';
}

/* A word whose class is known. */
typedef struct dsg_word {
    const char *text;
    uint8_t class;    /* a dsg_part_class */
    uint8_t families; /* in which it has the class */
} dsg_word;

/* Return what is known of a word, NULL if nothing is. */
const dsg_word *dsg_word_find(dsg_text text, dsg_name_family family);

/* Whether very many persons bear the name. */
int dsg_word_is_common_name(dsg_text text);

/* Whether a word ends like a patronymic: Ivanovich, Petrovna. */
int dsg_word_is_patronymic(dsg_text text);

/* Whether a particle is an article that is not heard between two words written as one: `saif al-din`,
 * `saifuddin`. */
int dsg_word_is_article(dsg_text text);

typedef enum dsg_nickname_kind {
    DSG_NICKNAME_NONE = 0,
    DSG_NICKNAME_FAMILIAR, /* Bill for William: not all who bear the one use the other */
    DSG_NICKNAME_ROMANISED /* the same name by other rules of transcription */
} dsg_nickname_kind;

/* A nickname and a name that it stands for; one may stand for several. */
typedef struct dsg_nickname {
    const char *nickname, *name;
    uint8_t kind; /* a dsg_nickname_kind */
} dsg_nickname;

/* Return the first row of a nickname, and how many there are; NULL if the text is none. */
const dsg_nickname *dsg_nicknames_of(dsg_text text, size_t *count);

/* ---- The tables, each sorted by its first text ---- */

extern const dsg_word dsg_words[]; /* tables/words.c */
extern const size_t dsg_word_count;

/* Common in names of persons unless dsg_words says otherwise. */
extern const char *const dsg_common_names[]; /* tables/forenames.c */
extern const size_t dsg_common_name_count;

extern const dsg_nickname dsg_nicknames[]; /* tables/nicknames.c */
extern const size_t dsg_nickname_count;

#endif
