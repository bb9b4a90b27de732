#include "search/identifier.h"

#include "base/ascii.h"
#include "base/fold.h"
#include "base/hash.h"
#include "base/memory.h"

#include <string.h>

/* ---- The words before a number ---- */

typedef struct number_word {
    const char *word; /* folded */
    uint8_t kind;
    uint8_t digits; /* written together with so many digits it is still that word: IMO7406784; 0: never */
} number_word;

/* Collected from OFAC's Remarks, the ids of the US Consolidated Screening List, both UK lists, the EU's and
 * OpenSanctions' of 2018 to 2026. */
static const number_word number_words[] = {
    {"imo", DSG_NUMBER_IMO, 7},
    {"mmsi", DSG_NUMBER_MMSI, 9},
    {"bic", DSG_NUMBER_BIC, 0},
    {"swift", DSG_NUMBER_BIC, 0},
    {"swiftbic", DSG_NUMBER_BIC, 0},
    {"passport", DSG_NUMBER_PASSPORT, 0},
    {"inn", DSG_NUMBER_REGISTERED, 10},
    {"inn", DSG_NUMBER_REGISTERED, 12},
    {"ogrn", DSG_NUMBER_REGISTERED, 13},
    {"ogrnip", DSG_NUMBER_REGISTERED, 15},
    {"kpp", DSG_NUMBER_REGISTERED, 9},
    {"okpo", DSG_NUMBER_REGISTERED, 8},
    {"tin", DSG_NUMBER_REGISTERED, 10},
    {"tin", DSG_NUMBER_REGISTERED, 12},
    {"unp", DSG_NUMBER_REGISTERED, 9},
    {"bin", DSG_NUMBER_REGISTERED, 12},
    {"iin", DSG_NUMBER_REGISTERED, 12},
    {"vat", DSG_NUMBER_REGISTERED, 0},
    {"tax", DSG_NUMBER_REGISTERED, 0},
    {"taxpayer", DSG_NUMBER_REGISTERED, 0},
    {"fiscal", DSG_NUMBER_REGISTERED, 0},
    {"ein", DSG_NUMBER_REGISTERED, 0},
    {"fein", DSG_NUMBER_REGISTERED, 0},
    {"ssn", DSG_NUMBER_REGISTERED, 0},
    {"nit", DSG_NUMBER_REGISTERED, 0},
    {"rif", DSG_NUMBER_REGISTERED, 0},
    {"rfc", DSG_NUMBER_REGISTERED, 0},
    {"ruc", DSG_NUMBER_REGISTERED, 0},
    {"rtn", DSG_NUMBER_REGISTERED, 0},
    {"curp", DSG_NUMBER_REGISTERED, 0},
    {"cuit", DSG_NUMBER_REGISTERED, 0},
    {"nuit", DSG_NUMBER_REGISTERED, 0},
    {"cnpj", DSG_NUMBER_REGISTERED, 0},
    {"cpf", DSG_NUMBER_REGISTERED, 0},
    {"cedula", DSG_NUMBER_REGISTERED, 0},
    {"dni", DSG_NUMBER_REGISTERED, 0},
    {"lei", DSG_NUMBER_REGISTERED, 0},
    {"duns", DSG_NUMBER_REGISTERED, 0},
    {"usreou", DSG_NUMBER_REGISTERED, 0},
    {"edrpou", DSG_NUMBER_REGISTERED, 0},
    {"usci", DSG_NUMBER_REGISTERED, 0},
    {"uscc", DSG_NUMBER_REGISTERED, 0},
    {"srn", DSG_NUMBER_REGISTERED, 0},
    {"crn", DSG_NUMBER_REGISTERED, 0},
    {"bvd", DSG_NUMBER_REGISTERED, 0},
    {"spark", DSG_NUMBER_REGISTERED, 0},
    {"bik", DSG_NUMBER_REGISTERED, 0},
    {"registration", DSG_NUMBER_REGISTERED, 0},
    {"register", DSG_NUMBER_REGISTERED, 0},
    {"registry", DSG_NUMBER_REGISTERED, 0},
    {"reg", DSG_NUMBER_REGISTERED, 0},
    {"company", DSG_NUMBER_REGISTERED, 0},
    {"national", DSG_NUMBER_REGISTERED, 0},
    {"id", DSG_NUMBER_ANY, 0},
    {"identification", DSG_NUMBER_ANY, 0},
    {"identifier", DSG_NUMBER_ANY, 0},
    {"identity", DSG_NUMBER_ANY, 0},
    {"code", DSG_NUMBER_ANY, 0},
    {"card", DSG_NUMBER_ANY, 0},
    {"booklet", DSG_NUMBER_ANY, 0},
    {"licence", DSG_NUMBER_ANY, 0},
    {"license", DSG_NUMBER_ANY, 0},
    {"certificate", DSG_NUMBER_ANY, 0},
    {"document", DSG_NUMBER_ANY, 0},
    {"account", DSG_NUMBER_ANY, 0},
    {"number", DSG_NUMBER_ANY, 0},
    {"numero", DSG_NUMBER_ANY, 0},
    {"no", DSG_NUMBER_ANY, 0},
    {"nr", DSG_NUMBER_ANY, 0},
    {"num", DSG_NUMBER_ANY, 0},
};

static size_t leading_letters(const char *word, size_t length) {
    size_t letters = 0;
    while (letters < length && dsg_is_letter(word[letters])) letters++;
    return letters;
}

/* The word of the table that this is, or that its letters are before as many digits as it may have. */
static const number_word *find_word(const char *word, size_t length) {
    const size_t letters = leading_letters(word, length);
    size_t digits = letters;
    while (digits < length && dsg_is_digit(word[digits])) digits++;
    if (digits < length || letters == 0) return NULL;
    for (size_t i = 0; i < sizeof number_words / sizeof *number_words; i++) {
        const number_word *known = &number_words[i];
        if (strlen(known->word) != letters || memcmp(known->word, word, letters) != 0) continue;
        if (letters == length || digits - letters == known->digits) return known;
    }
    return NULL;
}

/* ---- The numbers of a value ---- */

enum {
    SHORTEST = 2,   /* of a number behind a word: `No. 7` identifies nobody */
    PLAIN_WORD = 4, /* so many letters behind a number are not of it: `1027700024560 Russia INN` */
    STRETCH = 256,  /* of a value; longer ones hold prose */
    BIC = 8,
    LONG_BIC = 11
};

typedef struct walk {
    dsg_number_take take;
    void *context;
    int ended;
    int is_named; /* a word for a number stands before */
    int has_digit;
    int is_series; /* `Series 4503 No 498240`: one number */
    int is_too_long;
    dsg_number number;
    char bytes[DSG_IDENTIFIER_BYTES];
} walk;

static int has_digit(const char *word, size_t length) {
    for (size_t i = 0; i < length; i++)
        if (dsg_is_digit(word[i])) return 1;
    return 0;
}

/* The length of a BIC without the branch code XXX: ISO 9362 gives it to the head office, and so a BIC of
 * eight characters names the same office. */
static size_t without_head_office(const char *bytes, size_t length) {
    return length == LONG_BIC && leading_letters(bytes, length) >= 6 && memcmp(bytes + BIC, "xxx", 3) == 0
               ? BIC
               : length;
}

static void give(walk *w) {
    w->number.length = without_head_office(w->number.bytes, w->number.length);
    if (w->ended == 0 && w->number.length > 0 && !w->is_too_long) w->ended = w->take(w->context, &w->number);
}

static void end_number(walk *w) {
    if (w->is_named && w->number.length >= SHORTEST && (w->has_digit || w->number.kind == DSG_NUMBER_BIC))
        give(w);
    w->number.length = 0;
    w->is_named = w->has_digit = w->is_series = w->is_too_long = 0;
    w->number.kind = DSG_NUMBER_ANY;
}

static void add_to_number(walk *w, const char *word, size_t length) {
    if (length > sizeof w->bytes - w->number.length) {
        w->is_too_long = 1;
        return;
    }
    memcpy(w->bytes + w->number.length, word, length);
    w->number.length += length;
    w->has_digit |= has_digit(word, length);
}

static int is_series_word(const char *word, size_t length) {
    return length == 6 && memcmp(word, "series", 6) == 0;
}

static void name_number(walk *w, const number_word *known) {
    if (w->number.length > 0 && w->is_series && known->kind == DSG_NUMBER_ANY) return;
    if (w->number.length > 0) end_number(w);
    w->is_named = 1;
    if (known->kind != DSG_NUMBER_ANY) w->number.kind = known->kind;
}

/* `1027700035769INN`: a word for the next number that is written together with the one before it. */
static size_t cut_glued_word(const char *word, size_t length, const number_word **known) {
    size_t at = length;
    while (at > 0 && dsg_is_letter(word[at - 1])) at--;
    *known = at > 0 && at < length && dsg_is_digit(word[at - 1]) ? find_word(word + at, length - at) : NULL;
    return *known && length - at > 2 ? at : length;
}

static void read_word(walk *w, const char *word, size_t length) {
    const number_word *glued = NULL;
    const number_word *known = find_word(word, length);
    if (known) {
        name_number(w, known);
        const size_t letters = strlen(known->word);
        if (letters < length) add_to_number(w, word + letters, length - letters);
        return;
    }
    if (is_series_word(word, length)) {
        end_number(w);
        w->is_named = w->is_series = 1;
        return;
    }
    if (w->has_digit && length >= PLAIN_WORD && !has_digit(word, length)) {
        end_number(w);
        return;
    }
    if (w->number.kind == DSG_NUMBER_BIC && w->number.length >= BIC) end_number(w);
    const size_t own = w->is_named ? cut_glued_word(word, length, &glued) : length;
    if (w->is_named) add_to_number(w, word, own);
    if (own < length) name_number(w, glued);
}

/* One stretch without a mark that ends a number. */
static void read_stretch(walk *w, const char *folded, size_t length) {
    for (size_t at = 0; at < length && w->ended == 0;) {
        const char *space = memchr(folded + at, ' ', length - at);
        const size_t end = space ? (size_t)(space - folded) : length;
        read_word(w, folded + at, end - at);
        at = end + 1;
    }
    end_number(w);
}

static void read_whole(walk *w, const dsg_folded *folded) {
    for (size_t at = 0; at < folded->length;) {
        const size_t length = strcspn(folded->text + at, " ");
        add_to_number(w, folded->text + at, length);
        at += length + 1;
    }
    give(w);
    end_number(w);
}

/* Where the value names its numbers: cut at marks and brackets, which folding does not keep. */
static void read_stretches(walk *w, const char *value, dsg_folded *folded) {
    static const char marks[] = ";,\n()|";
    char text[STRETCH + 1];
    while (*value && w->ended == 0) {
        size_t length = strcspn(value, marks);
        const size_t next = length + (value[length] != '\0');
        if (length > STRETCH) length = STRETCH;
        memcpy(text, value, length);
        text[length] = '\0';
        dsg_fold(text, folded);
        read_stretch(w, folded->text, folded->length);
        value += next;
    }
}

int dsg_numbers_each(const char *value, dsg_number_take take, void *context) {
    dsg_folded folded;
    walk w = {.take = take, .context = context};
    w.number.bytes = w.bytes;
    dsg_fold(value, &folded);
    read_whole(&w, &folded);
    if (w.ended == 0) read_stretches(&w, value, &folded);
    return w.ended;
}

uint32_t dsg_number_hash(const dsg_number *number) {
    return (uint32_t)dsg_hash(number->bytes, number->length);
}

/* ---- Comparison ---- */

typedef struct comparison {
    const dsg_number *asked;
    const desig_fact *fact;
    uint8_t kind; /* of the fact's label */
} comparison;

DSG_OWN_FRAME static uint8_t kind_of_label(const char *label) {
    uint8_t kind = DSG_NUMBER_ANY;
    dsg_folded folded;
    if (!label) return kind;
    dsg_fold(label, &folded);
    for (const char *at = folded.text; *at;) {
        const size_t length = strcspn(at, " ");
        const number_word *known = find_word(at, length);
        if (known && known->kind > kind) kind = known->kind;
        at += length + (at[length] == ' ');
    }
    return kind;
}

static int is_same(void *context, const dsg_number *own) {
    const comparison *c = context;
    if (own->length != c->asked->length || memcmp(own->bytes, c->asked->bytes, own->length) != 0) return 0;
    const uint8_t kind = own->kind == DSG_NUMBER_ANY ? c->kind : own->kind;
    return kind == DSG_NUMBER_ANY || c->asked->kind == DSG_NUMBER_ANY || kind == c->asked->kind;
}

static int is_one_of_fact(void *context, const dsg_number *asked) {
    comparison *c = context;
    c->asked = asked;
    return dsg_numbers_each(c->fact->value, is_same, c);
}

int dsg_identifier_agrees(const char *asked, const desig_fact *fact) {
    comparison c = {.fact = fact, .kind = kind_of_label(fact->label)};
    return dsg_numbers_each(asked, is_one_of_fact, &c);
}

static int is_any(void *context, const dsg_number *number) {
    (void)context;
    (void)number;
    return 1;
}

int dsg_identifier_is_known(const char *value) {
    return dsg_numbers_each(value, is_any, NULL);
}
