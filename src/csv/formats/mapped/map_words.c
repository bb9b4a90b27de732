#include "csv/formats/mapped/map_words.h"

#include "base/ascii.h"
#include "base/error.h"
#include "base/nearest.h"
#include "csv/formats/mapped/target.h"
#include "csv/shared_rules.h"

#include <string.h>

/* ---- What a meaning is ---- */

static const struct {
    const char *word;
    int value;
} answers[] = {{"yes", 1}, {"true", 1},  {"y", 1}, {"x", 1}, {"1", 1},
               {"no", 0},  {"false", 0}, {"n", 0}, {"0", 0}};

static int answer_of(dsg_piece word) {
    for (size_t i = 0; i < sizeof answers / sizeof *answers; i++)
        if (dsg_piece_is(word, answers[i].word)) return answers[i].value;
    return -1;
}

static int own_value(dsg_piece word, dsg_map_sense sense) {
    static const desig_vocabulary vocabularies[DSG_SENSE_ANSWER] = {
        DESIG_TERMS_KIND, DESIG_TERMS_ACTION_TYPE, DESIG_TERMS_NAME_TYPE, DESIG_TERMS_STRENGTH};
    return sense == DSG_SENSE_ANSWER ? answer_of(word) : dsg_term_of(word, vocabularies[sense]);
}

/* `CC-BODY`. */
static int is_authority(const char *text) {
    if (!dsg_is_upper(text[0]) || !dsg_is_upper(text[1]) || text[2] != '-' || text[3] == '\0') return 0;
    for (text += 3; *text; text++)
        if (!dsg_is_upper(*text) && !dsg_is_digit(*text) && *text != '-') return 0;
    return 1;
}

/* A word that says type and strength of a name, in either order: `weak:aka`. */
static int read_both(const char *meaning, dsg_map_word *word) {
    const char *colon = strchr(meaning, ':');
    if (!colon) return 0;
    const dsg_piece parts[] = {{meaning, (size_t)(colon - meaning)}, {colon + 1, strlen(colon + 1)}};
    for (size_t i = 0; i < 2; i++) {
        const int type = own_value(parts[i], DSG_SENSE_NAME_TYPE);
        const int strength = own_value(parts[i], DSG_SENSE_STRENGTH);
        if (type >= 0) word->values[DSG_SENSE_NAME_TYPE] = type;
        if (strength >= 0) word->values[DSG_SENSE_STRENGTH] = strength;
    }
    return word->values[DSG_SENSE_NAME_TYPE] >= 0 && word->values[DSG_SENSE_STRENGTH] >= 0;
}

static int read_meaning(const char *meaning, dsg_map_word *word) {
    const dsg_piece piece = {meaning, strlen(meaning)};
    int means = 0;
    for (int sense = 0; sense < DSG_SENSES; sense++) {
        /* Of answers, only the plain ones are meanings. */
        const int may = sense != DSG_SENSE_ANSWER || dsg_piece_is(piece, "yes") || dsg_piece_is(piece, "no");
        word->values[sense] = may ? own_value(piece, (dsg_map_sense)sense) : -1;
        means |= word->values[sense] >= 0;
    }
    word->authority = is_authority(meaning) ? meaning : NULL;
    return means || word->authority || read_both(meaning, word);
}

/* ---- The map's words ---- */

static desig_result refuse_meaning(const desig_map_word *word, desig_error *error) {
    static const char *const meanings[] = {
        "individual", "group", "vessel", "aircraft", "unknown", "designated", "amended", "revoked",
        "primary",    "aka",   "fka",    "nka",      "strong",  "weak",       "yes",     "no"};
    return dsg_error_set(
        error, DESIG_E_ARGUMENT,
        "the map's word \"%s\": \"%s\" is no kind, action, type or strength of a name, answer "
        "or authority; the nearest is \"%s\"",
        word->word, word->meaning, dsg_nearest(word->meaning, meanings, sizeof meanings / sizeof *meanings));
}

/* A word may be of several senses, but says one thing in each. */
static int contradicts(const dsg_map_word *a, const dsg_map_word *b) {
    if (!dsg_equal_nocase(a->word, b->word)) return 0;
    for (int sense = 0; sense < DSG_SENSES; sense++)
        if (a->values[sense] >= 0 && b->values[sense] >= 0) return 1;
    return a->authority && b->authority;
}

desig_result dsg_map_words_take(const desig_map *map, dsg_arena *arena, dsg_map_word **out,
                                desig_error *error) {
    if (map->word_count >= SIZE_MAX / sizeof **out) return DESIG_E_NOMEM;
    dsg_map_word *words = dsg_arena_take(arena, (map->word_count + 1) * sizeof *words);
    if (!words) return DESIG_E_NOMEM;
    for (size_t i = 0; i < map->word_count; i++) {
        const desig_map_word *word = &map->words[i];
        if (!word->word || !word->meaning)
            return dsg_error_set(error, DESIG_E_ARGUMENT, "a word of the map has no text or no meaning");
        words[i].word = word->word;
        if (!read_meaning(word->meaning, &words[i])) return refuse_meaning(word, error);
        for (size_t earlier = 0; earlier < i; earlier++)
            if (contradicts(&words[earlier], &words[i]))
                return dsg_error_set(error, DESIG_E_ARGUMENT,
                                     "the map gives the word \"%s\" twice: \"%s\", \"%s\"", word->word,
                                     map->words[earlier].meaning, word->meaning);
    }
    *out = words;
    return DESIG_OK;
}

int dsg_map_word_value(const dsg_map_word *words, size_t count, dsg_piece cell, dsg_map_sense sense,
                       int *exact) {
    *exact = 0;
    for (size_t i = 0; i < count; i++)
        if (words[i].values[sense] >= 0 && dsg_piece_is(cell, words[i].word)) return words[i].values[sense];
    *exact = 1;
    return own_value(cell, sense);
}

const char *dsg_map_word_authority(const dsg_map_word *words, size_t count, dsg_piece cell) {
    for (size_t i = 0; i < count; i++)
        if (words[i].authority && dsg_piece_is(cell, words[i].word)) return words[i].authority;
    return NULL;
}
