/* Splitting a folded name into its parts. */
#include "base/ascii.h"
#include "names/acronym.h"
#include "names/parts.h"
#include "names/phrases.h"
#include "names/romanise.h"

#include <string.h>

static int is_one_of(dsg_text text, const char *const *words, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (dsg_text_is(text, words[i])) return 1;
    return 0;
}

#define IN(text, words) is_one_of(text, words, sizeof(words) / sizeof *(words))

static int is_letter(const dsg_text *span) {
    return span->length == 1 && !dsg_is_digit(*span->text);
}

/* How many of these letters, at least two, are together a legal form: the most that are. */
static size_t letters_of_form(const dsg_text *span, size_t letters) {
    char text[DSG_PART_BYTES];
    size_t form = 0;
    for (size_t i = 0; i < letters && i < sizeof text; i++) {
        text[i] = *span[i].text;
        const dsg_word *word = i > 0 ? dsg_word_find((dsg_text){text, i + 1}, DSG_FAMILY_THING) : NULL;
        if (word && word->class == DSG_CLASS_LEGAL) form = i + 1;
    }
    return form;
}

/* `l l c`, `v p`: letters that full stops parted. Of a longer row, `s a c v`, each legal form is a part.
 * Returns how many words they are; 0: none are to be joined. */
static size_t take_letters(const dsg_text *span, size_t left, char text[DSG_PART_BYTES]) {
    enum { SHORT_ROW = 3 };
    size_t letters = 0;
    while (letters < left && letters < DSG_PART_BYTES && is_letter(&span[letters])) letters++;
    size_t taken = letters < left && letters <= DSG_ACRONYM_MOST ? letters : letters_of_form(span, letters);
    if (taken == 0) {
        taken = letters > SHORT_ROW ? 1 : letters;
        while (taken < letters && letters_of_form(span + taken, letters - taken) == 0) taken++;
    }
    if (taken < 2) return 0;
    for (size_t i = 0; i < taken; i++) text[i] = *span[i].text;
    return taken;
}

/* A number in words or Roman letters is that number; one letter is no number. */
static const struct number {
    const char *word, *digits;
} numbers[] = {
    {"first", "1"},   {"second", "2"}, {"third", "3"}, {"fourth", "4"}, {"fifth", "5"},     {"sixth", "6"},
    {"seventh", "7"}, {"eighth", "8"}, {"ninth", "9"}, {"tenth", "10"}, {"eleventh", "11"}, {"twelfth", "12"},
    {"ii", "2"},      {"iii", "3"},    {"iv", "4"},    {"vi", "6"},     {"vii", "7"},       {"viii", "8"},
    {"ix", "9"},      {"xi", "11"},    {"xii", "12"},  {"xiii", "13"},  {"xiv", "14"},      {"xv", "15"},
};

/* `3rd` is `3`. */
static size_t without_ordinal(const dsg_text *span) {
    static const char *const endings[] = {"st", "nd", "rd", "th"};
    size_t digits = 0;
    while (digits < span->length && dsg_is_digit(span->text[digits])) digits++;
    const dsg_text ending = {span->text + digits, span->length - digits};
    return digits > 0 && IN(ending, endings) ? digits : span->length;
}

static dsg_text with_number(const dsg_text *span) {
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
        if (dsg_text_is(*span, numbers[i].word))
            return (dsg_text){numbers[i].digits, strlen(numbers[i].digits)};
    return (dsg_text){span->text, without_ordinal(span)};
}

static void add_part(dsg_name_parts *out, dsg_text text) {
    if (out->count == DSG_NAME_PARTS) return;
    dsg_part_spell(&out->part[out->count], &out->room[out->count], text, out->family);
    out->count++;
}

/* A word of another script is one or more parts in Latin letters. */
static void add_romanised(dsg_name_parts *out, const dsg_text *word, dsg_text name) {
    char reading[DSG_READING_BYTES];
    const size_t first = out->count;
    dsg_text rest = {reading, dsg_romanise(*word, name, reading)};
    if (rest.length == 0) add_part(out, *word);
    while (rest.length > 0) {
        const char *space = memchr(rest.text, ' ', rest.length);
        size_t length = space ? (size_t)(space - rest.text) : rest.length;
        size_t taken = length + (space != NULL);
        if (length > 0) add_part(out, (dsg_text){rest.text, length});
        rest = (dsg_text){rest.text + taken, rest.length - taken};
    }
    const int syllabic = dsg_is_syllabic(*word);
    for (size_t i = first; i < out->count; i++) out->part[i].syllable = (uint8_t)syllabic;
}

/* Add the part or parts that the first of these words makes; how many words it takes. */
static size_t add_parts(dsg_name_parts *out, const dsg_text *words, size_t left, dsg_text name) {
    char letters[DSG_PART_BYTES];
    char digits[DSG_NUMBER_DIGITS];
    dsg_text word = {letters, 0};
    const dsg_text rest = {words->text, name.length - (size_t)(words->text - name.text)};
    size_t taken = out->family == DSG_FAMILY_THING ? dsg_phrase_take(rest, digits, &word) : 0;
    if (taken == 0 && out->family == DSG_FAMILY_THING)
        word.length = taken = take_letters(words, left, letters);
    if (taken > left) taken = left;
    if (taken > 0)
        add_part(out, word);
    else if (dsg_can_romanise(*words))
        add_romanised(out, words, name);
    else
        add_part(out, out->family == DSG_FAMILY_THING ? with_number(words) : *words);
    return taken > 0 ? taken : 1;
}

static size_t find_spans(const dsg_folded *folded, dsg_text *spans, size_t capacity) {
    size_t count = 0;
    for (size_t at = 0; at < folded->length && count < capacity;) {
        const char *start = folded->text + at;
        const char *space = memchr(start, ' ', folded->length - at);
        size_t length = space ? (size_t)(space - start) : folded->length - at;
        spans[count++] = (dsg_text){start, length};
        at += length + 1;
    }
    return count;
}

/* The name line of a payment message ends after 35 characters (ISO 20022 Max35Text, SWIFT field 50K: 4*35x),
 * whatever is left of the last word. */
static int fills_payment_line(const char *name) {
    enum { LINE = 35 };
    size_t letters = 0;
    for (; *name && letters <= LINE; name++) letters += ((unsigned char)*name & 0xC0U) != 0x80U;
    return letters == LINE;
}

/* Where the word ends that was the last one before the name was turned. */
static size_t turn(dsg_folded *folded) {
    size_t given = folded->comma == DSG_NO_COMMA ? folded->length : (size_t)(folded->length - folded->comma);
    dsg_fold_turn(folded);
    return given;
}

void dsg_parts_split(const char *name, dsg_name_family family, dsg_folded *folded, dsg_name_parts *out) {
    enum { SPANS = 2 * DSG_NAME_PARTS };
    dsg_text spans[SPANS];
    dsg_fold(name, folded);
    size_t last = family == DSG_FAMILY_PERSON ? turn(folded) : folded->length;
    int cut = fills_payment_line(name);
    const int turned = last < folded->length;
    out->family = family;
    out->count = 0;
    out->surnames = 0;
    size_t count = find_spans(folded, spans, SPANS);
    for (size_t at = 0; at < count && out->count < DSG_NAME_PARTS;) {
        const size_t first = out->count;
        const int is_surname = turned && (size_t)(spans[at].text - folded->text) > last;
        at += add_parts(out, spans + at, count - at, (dsg_text){folded->text, folded->length});
        if (is_surname) out->surnames += out->count - first;
        const dsg_text *end = &spans[at - 1];
        out->part[out->count - 1].cut = cut && (size_t)(end->text - folded->text) + end->length == last;
    }
    if (family == DSG_FAMILY_THING) dsg_acronym_mark(out);
}
