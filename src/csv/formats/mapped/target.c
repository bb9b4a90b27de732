#include "csv/formats/mapped/target.h"

#include "base/ascii.h"
#include "base/nearest.h"
#include "csv/shared_rules.h"

#include <string.h>

/* ---- Words ---- */

int dsg_term_of(dsg_piece word, desig_vocabulary vocabulary) {
    const char *term;
    for (int i = 0; (term = desig_term(vocabulary, (unsigned)i)) != NULL; i++)
        if (dsg_piece_is(word, term)) return i;
    return -1;
}

/* Cut the last word off what stands before a target. */
static dsg_piece cut_last(dsg_piece *words) {
    size_t at = words->length;
    while (at > 0 && words->bytes[at - 1] != ':') at--;
    const dsg_piece word = {words->bytes + at, words->length - at};
    words->length = at > 0 ? at - 1 : 0;
    return word;
}

/* Cut the first word off. */
static dsg_piece cut_first(dsg_piece *words) {
    const char *colon = memchr(words->bytes, ':', words->length);
    const size_t length = colon ? (size_t)(colon - words->bytes) : words->length;
    const dsg_piece word = {words->bytes, length};
    words->bytes += length + (colon != NULL);
    words->length -= length + (colon != NULL);
    return word;
}

/* ---- What may stand before which target ---- */

enum {
    OPTIONAL = 1 << 0,
    STEM = 1 << 1,
    PARTS = 1 << 2,
    NAME = 1 << 3, /* a type of name, a strength */
    ACTION = 1 << 4,
    ANSWER = 1 << 5,
    FIRST = 1 << 6,
    KIND = 1 << 7,
    ANY = 1 << 8,  /* one word that says what is identified */
    LINK = 1 << 9, /* the type of the link, and what goes before its target */
    ABOVE = 1 << 10
};

static const struct {
    uint16_t takes;
    uint8_t class;
    const char *wrong; /* of another word */
} classes[DSG_TARGETS] = {
    [DSG_COLUMN_ID] = {STEM, DSG_TARGET_ONE, "takes no word before it but digits and stem"},
    [DSG_COLUMN_KIND] = {OPTIONAL | KIND, DSG_TARGET_ONE, "begins with no kind"},
    [DSG_COLUMN_NAME] = {PARTS, DSG_TARGET_MANY, "takes no word before it but family and given"},
    [DSG_COLUMN_ALIASES] = {OPTIONAL | PARTS | NAME, DSG_TARGET_MANY,
                            "begins with no strength or type of a name"},
    [DSG_COLUMN_TITLES] = {OPTIONAL, DSG_TARGET_MANY, NULL},
    [DSG_COLUMN_ACTION] = {OPTIONAL, DSG_TARGET_ONE, NULL},
    [DSG_COLUMN_ANNOUNCED] = {OPTIONAL | ACTION | FIRST, DSG_TARGET_ACTION, "begins with no type of action"},
    [DSG_COLUMN_DATE] = {OPTIONAL | ACTION | FIRST, DSG_TARGET_ACTION, "begins with no type of action"},
    [DSG_COLUMN_AUTHORITY] = {OPTIONAL | ACTION, DSG_TARGET_ACTION, "begins with no type of action"},
    [DSG_COLUMN_LIST] = {OPTIONAL | ACTION | ANSWER | ABOVE, DSG_TARGET_ACTION,
                         "begins with no type of action"},
    [DSG_COLUMN_PROGRAM] = {OPTIONAL | ACTION | ANSWER | ABOVE, DSG_TARGET_ACTION,
                            "begins with no type of action"},
    [DSG_COLUMN_MEASURES] = {OPTIONAL | ACTION | ANSWER, DSG_TARGET_ACTION, "begins with no type of action"},
    [DSG_COLUMN_LEGAL_BASIS] = {OPTIONAL | ACTION | ABOVE, DSG_TARGET_ACTION,
                                "begins with no type of action"},
    [DSG_COLUMN_JUSTIFICATION] = {OPTIONAL | ACTION, DSG_TARGET_ACTION, "begins with no type of action"},
    [DSG_COLUMN_STATEMENT_BY] = {OPTIONAL | ACTION, DSG_TARGET_ACTION, "begins with no type of action"},
    [DSG_COLUMN_CITATION] = {OPTIONAL | ACTION, DSG_TARGET_ACTION, "begins with no type of action"},
    [DSG_COLUMN_LINKS] = {OPTIONAL | LINK, DSG_TARGET_MANY, NULL},
    [DSG_COLUMN_BIRTH_DATES] = {OPTIONAL, DSG_TARGET_MANY, NULL},
    [DSG_COLUMN_BIRTH_PLACES] = {OPTIONAL, DSG_TARGET_MANY, NULL},
    [DSG_COLUMN_NATIONALITIES] = {OPTIONAL, DSG_TARGET_MANY, NULL},
    [DSG_COLUMN_ADDRESSES] = {OPTIONAL, DSG_TARGET_MANY, NULL},
    [DSG_COLUMN_IDENTIFIERS] = {OPTIONAL | ANY, DSG_TARGET_MANY, NULL},
    [DSG_COLUMN_REMARKS] = {OPTIONAL, DSG_TARGET_MANY, NULL},
    [DSG_TARGET_NAME_TYPE] = {OPTIONAL, DSG_TARGET_ONE, NULL},
    [DSG_TARGET_NAME_STRENGTH] = {OPTIONAL, DSG_TARGET_ONE, NULL},
};

static const struct {
    const char *word;
    uint16_t of;
    uint8_t role;
} roles[] = {
    {"family", PARTS, DSG_ROLE_FAMILY}, {"given", PARTS, DSG_ROLE_GIVEN}, {"digits", STEM, DSG_ROLE_DIGITS},
    {"stem", STEM, DSG_ROLE_STEM},      {"first", FIRST, DSG_ROLE_FIRST}, {"if", ANSWER, DSG_ROLE_ANSWER},
    {"above", ABOVE, DSG_ROLE_ABOVE},
};

static int take_role(dsg_piece word, unsigned takes, dsg_target *target) {
    for (size_t i = 0; i < sizeof roles / sizeof *roles; i++) {
        if (!(roles[i].of & takes) || !dsg_piece_is(word, roles[i].word)) continue;
        target->role = (dsg_target_role)roles[i].role;
        return 1;
    }
    return 0;
}

static int take_name_word(dsg_piece word, dsg_target *target) {
    const int type = dsg_term_of(word, DESIG_TERMS_NAME_TYPE);
    const int strength = dsg_term_of(word, DESIG_TERMS_STRENGTH);
    if (type > DESIG_NAME_PRIMARY) target->name_type = (desig_name_type)type;
    if (strength >= 0) target->strength = (desig_strength)strength;
    return type > DESIG_NAME_PRIMARY || strength >= 0;
}

static int take_action(dsg_piece word, dsg_target *target) {
    const int action = dsg_term_of(word, DESIG_TERMS_ACTION_TYPE);
    if (action >= 0) target->action = action;
    return action >= 0;
}

static int take_word(dsg_piece word, unsigned takes, dsg_target *target) {
    if (take_role(word, takes, target)) return 1;
    if (takes & NAME) return take_name_word(word, target);
    if (takes & ACTION) return take_action(word, target);
    if (target->word.length > 0 || word.length == 0) return 0;
    target->word = word;
    return (takes & ANY) || ((takes & KIND) && dsg_target_kind(target) >= 0);
}

static int take_words(dsg_piece words, unsigned takes, dsg_target *target) {
    if (takes & LINK) {
        target->word = cut_first(&words);
        target->prefix = words;
        return target->word.length > 0;
    }
    while (words.length > 0)
        if (!take_word(cut_first(&words), takes, target)) return 0;
    return 1;
}

/* ---- Targets ---- */

static const char *name_of(size_t column) {
    static const char *const own[] = {"name_type", "name_strength"};
    return column < DSG_DESIGNATION_COLUMNS ? dsg_designation_rules[column].column
                                            : own[column - DSG_DESIGNATION_COLUMNS];
}

const char *dsg_target_nearest(const char *text) {
    const char *names[DSG_TARGETS], *colon = strrchr(text, ':');
    for (size_t i = 0; i < DSG_TARGETS; i++) names[i] = name_of(i);
    return dsg_nearest(colon ? colon + 1 : text, names, DSG_TARGETS);
}

const char *dsg_target_read(const char *text, dsg_target *target) {
    static const char optional[] = "optional";
    dsg_piece words = {text, strlen(text)};
    const dsg_piece name = cut_last(&words);
    size_t i = 0;
    while (i < DSG_TARGETS && !dsg_piece_is(name, name_of(i))) i++;
    target->column = (int)i;
    if (i == DSG_TARGETS) return "is no column of the designations layout";
    *target = (dsg_target){.column = (int)i,
                           .action = -1,
                           .name_type = i == DSG_COLUMN_ALIASES ? DESIG_NAME_AKA : DESIG_NAME_PRIMARY};
    if (name.bytes != text && words.length == 0) return "begins with a colon";
    dsg_piece rest = words;
    if ((classes[i].takes & OPTIONAL) && words.length > 0 && dsg_piece_is(cut_first(&rest), optional)) {
        target->may_lack = 1;
        words = rest;
    }
    if (words.length == 0 || take_words(words, classes[i].takes, target)) return NULL;
    return classes[i].wrong ? classes[i].wrong : "takes no word before it";
}

int dsg_target_kind(const dsg_target *target) {
    return target->word.length > 0 ? dsg_term_of(target->word, DESIG_TERMS_KIND) : -1;
}

dsg_target_class dsg_target_class_of(const dsg_target *target) {
    if (target->column == DSG_COLUMN_KIND && target->word.length > 0) return DSG_TARGET_MANY;
    return (dsg_target_class)classes[target->column].class;
}
