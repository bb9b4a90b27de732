/* The names of a row of the UK's lists. */
#include "csv/formats/uk/uk.h"

#include "base/script.h"

#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

/* ---- What kind of name ---- */

static const struct name_type {
    const char *words;
    desig_name_type type;
    int says_all; /* the words need not be kept beside the type */
} name_types[] = {
    {"Primary Name", DESIG_NAME_PRIMARY, 1},
    {"Prime Alias", DESIG_NAME_PRIMARY, 1}, /* until early 2022 */
    {"Primary name variation", DESIG_NAME_AKA, 0},
    {"Alias", DESIG_NAME_AKA, 1},
    {"AKA", DESIG_NAME_AKA, 1},
    {"a.k.a", DESIG_NAME_AKA, 1},
    {"a.k.a.", DESIG_NAME_AKA, 1},
    {"FKA", DESIG_NAME_FKA, 1},
    {"f.k.a", DESIG_NAME_FKA, 1},
    {"f.k.a.", DESIG_NAME_FKA, 1},
};

static const struct {
    const char *words;
    desig_strength strength;
} strengths[] = {
    {"Good quality", DESIG_STRENGTH_STRONG},        {"Good quality a.k.a", DESIG_STRENGTH_STRONG},
    {"Good quality a.k.a.", DESIG_STRENGTH_STRONG}, {"Low quality", DESIG_STRENGTH_WEAK},
    {"Low quality a.k.a", DESIG_STRENGTH_WEAK},     {"Low quality a.k.a.", DESIG_STRENGTH_WEAK},
};

/* NULL: words that are not known, or none. */
static const struct name_type *type_of(const dsg_cursor *cursor) {
    dsg_piece text = dsg_text_of(cursor, GB_NAME_TYPE);
    for (size_t i = 0; i < COUNT(name_types); i++) {
        if (dsg_piece_is(text, name_types[i].words)) return &name_types[i];
    }
    return NULL;
}

/* Of a name of which it is not said, only the primary one is known to be strong. */
static desig_strength strength_of(const dsg_cursor *cursor, const struct name_type *type) {
    dsg_piece text = dsg_text_of(cursor, GB_STRENGTH);
    if (type && type->type == DESIG_NAME_PRIMARY) return DESIG_STRENGTH_STRONG;
    for (size_t i = 0; text.length > 0 && i < COUNT(strengths); i++) {
        if (dsg_piece_is(text, strengths[i].words)) return strengths[i].strength;
    }
    return DESIG_STRENGTH_UNKNOWN;
}

/* ---- Scripts and languages ---- */

/* The publisher's words as the subtags of BCP 47 (https://www.iana.org/assignments/language-subtag-registry).
 * A language is mostly written in one script, which its tag then does not repeat. */
static const struct {
    const char *words;
    const char *language;
    const char *script;
} languages[] = {
    {"Arabic", "ar", "Arab"},     {"Armenian", "hy", "Armn"},   {"Azerbaijani", "az", ""},
    {"Belarusian", "be", "Cyrl"}, {"Bengali", "bn", "Beng"},    {"Bosnian", "bs", ""},
    {"Bulgarian", "bg", "Cyrl"},  {"Burmese", "my", "Mymr"},    {"Chinese", "zh", "Hani"},
    {"Dari", "prs", "Arab"},      {"Farsi", "fa", "Arab"},      {"Georgian", "ka", "Geor"},
    {"Greek", "el", "Grek"},      {"Hebrew", "he", "Hebr"},     {"Hindi", "hi", "Deva"},
    {"Japanese", "ja", "Jpan"},   {"Kazakh", "kk", "Cyrl"},     {"Korean", "ko", "Hang"},
    {"Kurdish", "ku", ""},        {"Macedonian", "mk", "Cyrl"}, {"Pashto", "ps", "Arab"},
    {"Persian", "fa", "Arab"},    {"Russian", "ru", "Cyrl"},    {"Serbian", "sr", ""},
    {"Tajik", "tg", ""},          {"Thai", "th", "Thai"},       {"Ukrainian", "uk", "Cyrl"},
    {"Urdu", "ur", "Arab"},
};

static const struct {
    const char *words;
    const char *script;
} scripts[] = {
    {"Arabic", "Arab"},  {"Armenian", "Armn"}, {"Bengali", "Beng"},    {"Burmese", "Mymr"},
    {"Chinese", "Hani"}, {"Cyrillic", "Cyrl"}, {"Devanagari", "Deva"}, {"Georgian", "Geor"},
    {"Greek", "Grek"},   {"Hangul", "Hang"},   {"Hebrew", "Hebr"},     {"Japanese", "Jpan"},
    {"Korean", "Hang"},  {"Thai", "Thai"},
};

static size_t language_of(const dsg_cursor *cursor) {
    dsg_piece text = dsg_text_of(cursor, GB_SCRIPT_LANGUAGE);
    size_t i = 0;
    while (i < COUNT(languages) && !dsg_piece_is(text, languages[i].words)) i++;
    return i;
}

/* In the publisher's words; NULL if they are none that are known. */
static const char *stated_script(const dsg_cursor *cursor) {
    dsg_piece text = dsg_text_of(cursor, GB_SCRIPT_TYPE);
    for (size_t i = 0; i < COUNT(scripts); i++) {
        if (dsg_piece_is(text, scripts[i].words)) return scripts[i].script;
    }
    return NULL;
}

static desig_result keep_tag(dsg_cursor *cursor, const char *language, const char *script, const char **tag) {
    dsg_buffer *text = &cursor->import->scratch;
    desig_result result;
    text->length = 0;
    result = dsg_buffer_append_text(text, language);
    if (result == DESIG_OK && script) result = dsg_buffer_append_text(text, "-");
    if (result == DESIG_OK && script) result = dsg_buffer_append_text(text, script);
    return result == DESIG_OK ? dsg_keep(cursor, text->bytes, text->length, tag) : result;
}

/* "ru", "und-Cyrl", "sr-Cyrl": of the script that is stated, else of that of the letters. Words that the tag
 * does not give back are kept. */
static desig_result read_language(dsg_cursor *cursor, desig_name *name) {
    const char *stated = stated_script(cursor), *script = stated ? stated : dsg_script_of(name->text);
    size_t language = language_of(cursor);
    int known = language < COUNT(languages);
    desig_result result = DESIG_OK;
    if (!known) result = dsg_gb_keep_cell(cursor, GB_SCRIPT_LANGUAGE);
    if (result == DESIG_OK && !stated) result = dsg_gb_keep_cell(cursor, GB_SCRIPT_TYPE);
    if (result != DESIG_OK || (!known && !script)) return result;
    if (known && script && strcmp(script, languages[language].script) == 0) script = NULL;
    return keep_tag(cursor, known ? languages[language].language : "und", script, &name->language);
}

/* The name in its own script is another form of the row's name: as strong, and of its group. */
static desig_result add_script_name(dsg_cursor *cursor) {
    dsg_piece text = dsg_text_of(cursor, GB_SCRIPT_NAME);
    desig_name name = {.type = DESIG_NAME_AKA,
                       .strength = (uint8_t)strength_of(cursor, type_of(cursor)),
                       .group = cursor->group};
    desig_result result;
    if (text.length == 0) {
        result = dsg_gb_keep_cell(cursor, GB_SCRIPT_TYPE);
        return result == DESIG_OK ? dsg_gb_keep_cell(cursor, GB_SCRIPT_LANGUAGE) : result;
    }
    result = dsg_keep_piece(cursor, text, &name.text);
    if (result == DESIG_OK) result = read_language(cursor, &name);
    return result == DESIG_OK ? dsg_add_name(cursor, &name) : result;
}

/* ---- The row's name ---- */

/* `Name 1` to `Name 5`, then `Name 6`. */
static desig_result join_name(dsg_cursor *cursor, dsg_buffer *text) {
    desig_result result = DESIG_OK;
    text->length = 0;
    for (size_t column = GB_NAME_1; result == DESIG_OK && column <= GB_NAME_6; column++) {
        dsg_piece part = dsg_text_of(cursor, column);
        if (part.length == 0) continue;
        if (text->length > 0) result = dsg_buffer_append(text, " ", 1);
        if (result == DESIG_OK) result = dsg_buffer_append(text, part.bytes, part.length);
    }
    return result;
}

/* A party has one primary name: the first that is given. */
static int is_second_primary(const dsg_cursor *cursor, const desig_name *name) {
    const char *primary = dsg_cursor_primary(cursor);
    return name->type == DESIG_NAME_PRIMARY && primary && strcmp(primary, name->text) != 0;
}

static desig_result tell_doubts(dsg_cursor *cursor, const struct name_type *type, int second_primary) {
    if (!type)
        return dsg_diagnose(cursor, DESIG_SEVERITY_WARNING, "unknown-type",
                            dsg_column_of(cursor, GB_NAME_TYPE),
                            "no type of name that is known; read as an aka");
    if (second_primary)
        return dsg_diagnose(
            cursor, DESIG_SEVERITY_WARNING, "contradicts", dsg_column_of(cursor, GB_NAME_6),
            "an earlier row gives this party another primary name; this one is read as an aka");
    return DESIG_OK;
}

/* Whether the column of the strength says what the name's strength does not. */
static int strength_is_needed(const dsg_cursor *cursor, const desig_name *name) {
    if (dsg_text_of(cursor, GB_STRENGTH).length == 0) return 0;
    return name->strength == DESIG_STRENGTH_UNKNOWN || name->type == DESIG_NAME_PRIMARY;
}

/* What the name's type and strength do not say in the source's words is kept beside it, in its group. */
static desig_result add_name(dsg_cursor *cursor, desig_name *name) {
    const struct name_type *type = type_of(cursor);
    int words_needed, strength_needed, second;
    desig_result result;
    name->type = (uint8_t)(type ? type->type : DESIG_NAME_AKA);
    name->strength = (uint8_t)strength_of(cursor, type);
    strength_needed = strength_is_needed(cursor, name);
    second = is_second_primary(cursor, name);
    words_needed = !type || !type->says_all || second;
    if (second) name->type = DESIG_NAME_AKA;
    if (words_needed || strength_needed || dsg_text_of(cursor, GB_SCRIPT_NAME).length > 0)
        cursor->group = dsg_group_of_rules(cursor, GB_NAME_1, GB_NAME_TYPE + 1);
    name->group = cursor->group;
    result = tell_doubts(cursor, type, second);
    if (result == DESIG_OK) result = dsg_add_name(cursor, name);
    if (result == DESIG_OK && words_needed) result = dsg_gb_keep_cell(cursor, GB_NAME_TYPE);
    return result == DESIG_OK && strength_needed ? dsg_gb_keep_cell(cursor, GB_STRENGTH) : result;
}

desig_result dsg_gb_add_names(dsg_cursor *cursor) {
    dsg_buffer *text = &cursor->import->scratch;
    desig_name name = {0};
    desig_result result = join_name(cursor, text);
    if (result == DESIG_OK && text->length > 0) {
        result = dsg_keep(cursor, text->bytes, text->length, &name.text);
        if (result == DESIG_OK) result = add_name(cursor, &name);
    } else if (result == DESIG_OK) {
        result = dsg_gb_keep_cell(cursor, GB_NAME_TYPE);
        if (result == DESIG_OK) result = dsg_gb_keep_cell(cursor, GB_STRENGTH);
    }
    return result == DESIG_OK ? add_script_name(cursor) : result;
}
