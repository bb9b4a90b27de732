#include "base/fold.h"

#include "base/ascii.h"

#include <string.h>
#include <utf8proc.h>

enum {
    MARKS_IN_A_ROW = 8, /* more than any script writes on one letter */
    DECOMPOSED = 32     /* room for the longest compatibility decomposition (18 code points) */
};

/* Letters that Unicode does not decompose, as passports and catalogues write them in ASCII (ICAO Doc 9303,
 * part 3, section 6, table A), and letters of one script that keyboards of different languages
 * interchange. */
static const struct letter {
    uint32_t from;
    const char *to;
} letters[] = {
    {0x00E6, "ae"},       /* æ */
    {0x00F0, "d"},        /* ð */
    {0x00F8, "o"},        /* ø */
    {0x00FE, "th"},       /* þ */
    {0x0111, "d"},        /* đ */
    {0x0127, "h"},        /* ħ */
    {0x0131, "i"},        /* ı */
    {0x0138, "k"},        /* ĸ */
    {0x0142, "l"},        /* ł */
    {0x014B, "ng"},       /* ŋ */
    {0x0153, "oe"},       /* œ */
    {0x0167, "t"},        /* ŧ */
    {0x0180, "b"},        /* ƀ */
    {0x0199, "k"},        /* ƙ, Hausa */
    {0x01B4, "y"},        /* ƴ, Fulfulde */
    {0x0237, "j"},        /* ȷ */
    {0x0253, "b"},        /* ɓ, Hausa */
    {0x0254, "o"},        /* ɔ, West African languages */
    {0x0257, "d"},        /* ɗ, Hausa */
    {0x0259, "a"},        /* ə, Azerbaijani: Əliyev is written Aliyev */
    {0x025B, "e"},        /* ɛ, West African languages */
    {0x0629, "\xD9\x87"}, /* Arabic teh marbuta as heh */
    {0x0640, ""},         /* Arabic tatweel only stretches a word */
    {0x0649, "\xD9\x8A"}, /* Arabic alef maksura as yeh */
    {0x06A9, "\xD9\x83"}, /* Persian keheh as Arabic kaf */
    {0x06C1, "\xD9\x87"}, /* Urdu heh goal as Arabic heh */
    {0x06CC, "\xD9\x8A"}, /* Persian yeh as Arabic yeh */
    {0x200C, ""},         /* zero-width non-joiner: Persian spelling, not a border between words */
};

/* Signs that stand for a glottal stop, an ayn or an elision: `Sana'a` is `Sanaa`. */
static const uint32_t vanishing[] = {
    0x0027, 0x0060, 0x00B4, 0x00B7, 0x02B9, 0x02BA, 0x02BB, 0x02BC, 0x02BD, 0x02BE, 0x02BF, 0x02C8, 0x02CA,
    0x02CB, 0x05F3, 0x055A, 0x2018, 0x2019, 0x201A, 0x201B, 0x2032, 0x2035, 0xA78B, 0xA78C, 0xFF07,
};

/* Scripts in which marks are accents or vowel points that names are written with or without. Elsewhere (the
 * Indic scripts, Thai, kana) a mark is as much of a letter as the letter that bears it. */
static const struct range {
    uint32_t first, last;
} bare_scripts[] = {
    {0x0030, 0x024F},                                     /* Latin, and digits */
    {0x0250, 0x02FF}, {0x0370, 0x03FF},                   /* Greek */
    {0x0400, 0x052F},                                     /* Cyrillic */
    {0x0590, 0x05FF},                                     /* Hebrew */
    {0x0600, 0x06FF}, {0x0750, 0x077F}, {0x08A0, 0x08FF}, /* Arabic */
    {0x1D00, 0x1EFF}, {0x1F00, 0x1FFF}, {0x2C60, 0x2C7F}, {0xA640, 0xA69F}, {0xA720, 0xA7FF},
};

typedef struct folding {
    dsg_folded *out;
    uint32_t base;                /* the last letter; 0 after a space */
    size_t marks;                 /* kept since then */
    uint32_t row[MARKS_IN_A_ROW]; /* the marks, in canonical order */
    size_t row_start;             /* where they begin in the text */
    size_t commas;
    int full;
} folding;

static void put(folding *f, const char *bytes, size_t length) {
    dsg_folded *out = f->out;
    if (f->full || out->length + length > DSG_FOLD_BYTES) {
        f->full = 1;
        return;
    }
    memcpy(out->text + out->length, bytes, length);
    out->length = (uint16_t)(out->length + length);
}

static void put_code(folding *f, uint32_t code) {
    utf8proc_uint8_t bytes[4];
    utf8proc_ssize_t length = utf8proc_encode_char((utf8proc_int32_t)code, bytes);
    put(f, (const char *)bytes, (size_t)length);
}

static void put_space(folding *f) {
    f->base = 0;
    f->marks = 0;
    if (f->out->length > 0 && f->out->text[f->out->length - 1] != ' ') put(f, " ", 1);
}

static void put_letter(folding *f, uint32_t code) {
    f->base = code;
    f->marks = 0;
    for (size_t i = 0; i < sizeof letters / sizeof *letters; i++) {
        if (letters[i].from != code) continue;
        put(f, letters[i].to, strlen(letters[i].to));
        return;
    }
    put_code(f, code);
}

static int is_bare(uint32_t base) {
    for (size_t i = 0; i < sizeof bare_scripts / sizeof *bare_scripts; i++)
        if (base >= bare_scripts[i].first && base <= bare_scripts[i].last) return 1;
    return 0;
}

/* Equal texts may write the marks of a letter in any order, so they are put into canonical order. */
static void put_mark(folding *f, uint32_t code, int order) {
    if (f->base == 0 || f->marks == MARKS_IN_A_ROW || is_bare(f->base)) return;
    if (f->marks == 0) f->row_start = f->out->length;
    size_t at = f->marks++;
    while (order > 0 && at > 0 &&
           utf8proc_get_property((utf8proc_int32_t)f->row[at - 1])->combining_class > order) {
        f->row[at] = f->row[at - 1];
        at--;
    }
    f->row[at] = code;
    if (f->full) return;
    f->out->length = (uint16_t)f->row_start;
    for (size_t i = 0; i < f->marks; i++) put_code(f, f->row[i]);
}

static void put_any(folding *f, uint32_t code) {
    const utf8proc_property_t *property = utf8proc_get_property((utf8proc_int32_t)code);
    switch (property->category) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_NL:
    case UTF8PROC_CATEGORY_NO:
        put_letter(f, code);
        break;
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ME:
        put_mark(f, code, property->combining_class);
        break;
    default:
        put_space(f);
    }
}

static int vanishes(uint32_t code) {
    for (size_t i = 0; i < sizeof vanishing / sizeof *vanishing; i++)
        if (vanishing[i] == code) return 1;
    return 0;
}

static void put_comma(folding *f) {
    put_space(f);
    f->commas++;
    f->out->comma = f->out->length;
}

static void fold_ascii(folding *f, char c) {
    if (dsg_is_letter(c) || dsg_is_digit(c)) {
        char lower = dsg_lower(c);
        f->base = (uint32_t)lower;
        f->marks = 0;
        put(f, &lower, 1);
    } else if (c == ',') {
        put_comma(f);
    } else if (c == '&') { /* `A & B` is `A and B` */
        put_space(f);
        put(f, "and", 3);
        put_space(f);
    } else if (c != '\'' && c != '`') {
        put_space(f);
    }
}

static void fold_code(folding *f, utf8proc_int32_t code) {
    static const utf8proc_option_t how =
        UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD | UTF8PROC_IGNORE;
    utf8proc_int32_t codes[DECOMPOSED];
    int boundary = 0;
    if (vanishes((uint32_t)code)) return;
    if (code == 0x060C || code == 0xFF0C) { /* the Arabic and the full-width comma */
        put_comma(f);
        return;
    }
    utf8proc_ssize_t count = utf8proc_decompose_char(code, codes, DECOMPOSED, how, &boundary);
    for (utf8proc_ssize_t i = 0; i < count && i < DECOMPOSED; i++) put_any(f, (uint32_t)codes[i]);
}

void dsg_fold(const char *text, dsg_folded *out) {
    folding f = {.out = out};
    size_t length = 0; /* no memchr(): gcc takes its bound for the size of the text */
    while (length < DSG_FOLD_BYTES && text[length] != '\0') length++;
    out->length = 0;
    out->comma = DSG_NO_COMMA;
    for (size_t at = 0; at < length && !f.full;) {
        if ((unsigned char)text[at] < 0x80) {
            fold_ascii(&f, text[at++]);
            continue;
        }
        size_t bytes = dsg_utf8_sequence(text + at, length - at);
        if (bytes == 0) { /* invalid: no letter can be read from it, so it only parts words */
            put_space(&f);
            at++;
            continue;
        }
        utf8proc_int32_t code = 0;
        utf8proc_iterate((const utf8proc_uint8_t *)text + at, (utf8proc_ssize_t)bytes, &code);
        fold_code(&f, code);
        at += bytes;
    }
    if (out->length > 0 && out->text[out->length - 1] == ' ') out->length--;
    out->text[out->length] = '\0';
    if (f.commas != 1 || out->comma == 0 || out->comma >= out->length) out->comma = DSG_NO_COMMA;
}

void dsg_fold_turn(dsg_folded *folded) {
    char family[DSG_FOLD_BYTES + 1];
    if (folded->comma == DSG_NO_COMMA) return;
    size_t before = (size_t)folded->comma - 1; /* without the space */
    size_t after = (size_t)(folded->length - folded->comma);
    memcpy(family, folded->text, before);
    memmove(folded->text, folded->text + folded->comma, after);
    folded->text[after] = ' ';
    memcpy(folded->text + after + 1, family, before);
    folded->comma = DSG_NO_COMMA;
}

uint32_t dsg_fold_letter(const char *text, size_t *bytes) {
    unsigned char lead = (unsigned char)text[0];
    size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    uint32_t code = length == 1 ? lead : lead & (0x7FU >> length);
    for (size_t i = 1; i < length; i++) code = code << 6 | ((unsigned char)text[i] & 0x3FU);
    *bytes = length;
    return code;
}
